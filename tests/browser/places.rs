//! Where work is kept, in a real browser: the local storage and the disk; and the locks between tabs.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used)]

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use journal::{Store, StoreError};
use service_dojo::browser::disk::{self, Disk};
use service_dojo::browser::storage::LocalStore;
use service_dojo::browser::{clock, locks, tasks};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn pair(key: &str, value: &str) -> (String, String) {
    (key.to_owned(), value.to_owned())
}

#[wasm_bindgen_test]
fn the_local_storage_keeps_any_text_and_lists_its_keys() {
    let store = LocalStore::probe().unwrap();
    let text = "\u{3400}\u{b47f} \u{1f600} line\nline \u{0} end";
    store.set("places/a", text).unwrap();
    assert_eq!(store.get("places/a").unwrap().as_deref(), Some(text));
    assert_eq!(store.get("places/b").unwrap(), None);
    assert!(store.keys().unwrap().contains(&"places/a".to_owned()));
    store.remove("places/a").unwrap();
    assert_eq!(store.get("places/a").unwrap(), None);
}

#[wasm_bindgen_test]
fn a_full_local_storage_says_so_and_keeps_what_was_there() {
    let store = LocalStore::probe().unwrap();
    store.set("places/full", "before").unwrap();
    let too_much = "x".repeat(6 * 1024 * 1024);
    assert_eq!(store.set("places/full", &too_much), Err(StoreError::Full));
    assert_eq!(store.get("places/full").unwrap().as_deref(), Some("before"));
    store.remove("places/full").unwrap();
}

#[wasm_bindgen_test]
async fn the_disk_gives_back_what_was_kept_under_a_prefix_and_forgets_what_it_is_told_to() {
    let disk = Disk::open().await.unwrap();
    assert!(disk.keep(&[pair("p/b", "two"), pair("p/a", "one"), pair("q/a", "another")]).await);
    assert!(disk.keep(&[pair("p/a", "one, changed")]).await);
    assert_eq!(disk.under("p/").await, [pair("p/a", "one, changed"), pair("p/b", "two")]);

    disk.forget(&["p/b".to_owned(), "p/none".to_owned()]).await;
    assert_eq!(disk.under("p/").await, [pair("p/a", "one, changed")]);
    disk.forget_under("p/").await;
    assert_eq!(disk.under("p/").await, []);
    assert_eq!(disk.under("q/").await, [pair("q/a", "another")]);
}

#[wasm_bindgen_test]
async fn what_is_kept_is_there_for_the_next_one_who_opens_the_disk() {
    assert!(Disk::open().await.unwrap().keep(&[pair("next/a", "kept")]).await);
    assert!(disk::was_ever_used().await);
    assert_eq!(Disk::open().await.unwrap().under("next/").await, [pair("next/a", "kept")]);
}

#[wasm_bindgen_test]
async fn while_one_works_under_a_name_nobody_else_does_and_afterwards_the_next_may() {
    let (may_end, done) = (Rc::new(Cell::new(false)), Rc::new(RefCell::new(vec![])));
    let note = |name: &'static str| {
        let done = done.clone();
        move || done.borrow_mut().push(name)
    };
    let is_done = async |name: &str| {
        while !done.borrow().contains(&name) {
            clock::pause(1).await;
        }
    };
    let (end, first) = (may_end.clone(), note("first"));
    locks::alone("places/lock", async move {
        while !end.get() {
            clock::pause(1).await;
        }
        first();
    });
    let second = note("second");
    locks::alone("places/lock", async move { second() });
    let other = note("other");
    locks::alone("places/other", async move { other() });
    is_done("other").await;
    may_end.set(true);
    is_done("first").await;
    // The lock is given back a moment after the work: whoever comes then gets it.
    while !done.borrow().contains(&"third") {
        let third = note("third");
        locks::alone("places/lock", async move { third() });
        clock::pause(1).await;
    }
    assert!(!done.borrow().contains(&"second"), "who came meanwhile has done nothing");
}

#[wasm_bindgen_test]
async fn a_name_is_held_by_one_until_it_is_given_back_or_taken_away() {
    let lost = Rc::new(Cell::new(0));
    let ask = async |from_others: bool| {
        let (teller, answer) = tasks::answer();
        let lost = lost.clone();
        let losing = move || lost.set(lost.get() + 1);
        locks::hold("places/held", from_others, move |held| teller.tell(held), losing);
        answer.await
    };
    let first = ask(false).await;
    assert!(first.is_some());
    assert!(ask(false).await.is_none(), "it is not free");
    drop(first);
    let mut second = None;
    while second.is_none() {
        clock::pause(1).await;
        second = ask(false).await;
    }
    assert_eq!(lost.get(), 0, "to give it back is not to lose it");
    let third = ask(true).await;
    assert!(third.is_some());
    while lost.get() == 0 {
        clock::pause(1).await;
    }
    assert!(ask(false).await.is_none(), "the third has it");
    drop(second);
    assert!(ask(false).await.is_none(), "who has lost it gives nothing back");
}

#[wasm_bindgen_test]
async fn of_two_answers_the_first_counts() {
    let (teller, answer) = tasks::answer();
    teller.tell(1);
    teller.clone().tell(2);
    assert_eq!(answer.await, 1);
    let (teller, answer) = tasks::answer();
    clock::after(5, move || teller.tell("later"));
    assert_eq!(answer.await, "later");
}
