//! The play screen, on a believable instant of First morning.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used)]

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use service_dojo::browser::clock;
use service_dojo::views::shift::desk::{Desk, noting};
use service_dojo::views::shift::screen::screen;
use simulation::shift::Act;
use simulation::shift::view::View;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement};

wasm_bindgen_test_configure!(run_in_browser);

/// The screen on the page, and what it was asked to do.
struct Stage {
    root: HtmlElement,
    view: RwSignal<Option<Arc<View>>>,
    acts: Rc<RefCell<Vec<Act>>>,
    _mounted: Box<dyn std::any::Any>,
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.root.remove();
    }
}

/// More nodes than this are felt on a slow machine.
const MOST_NODES: usize = 1_500;

fn first_morning() -> View {
    serde_json::from_str(include_str!("fixtures/first-morning.json")).unwrap()
}

async fn stage() -> Stage {
    let root: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    document().body().unwrap().append_child(&root).unwrap();
    let acts = Rc::new(RefCell::new(vec![]));
    let view = RwSignal::new(Some(Arc::new(first_morning())));
    let hands = noting(acts.clone());
    let mounted = leptos::mount::mount_to(root.clone(), move || screen(Desk::new(view, hands)));
    settle().await;
    Stage { root, view, acts, _mounted: Box::new(mounted) }
}

async fn settle() {
    leptos::task::tick().await;
    clock::pause(20).await;
}

impl Stage {
    fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let name = "querySelectorAll".into();
        let ask: js_sys::Function = js_sys::Reflect::get(&self.root, &name).unwrap().unchecked_into();
        let found = ask.call1(&self.root, &selector.into()).unwrap();
        js_sys::Array::from(&found).iter().map(JsCast::unchecked_into).collect()
    }

    fn one(&self, selector: &str) -> HtmlElement {
        self.all(selector).into_iter().next().unwrap()
    }

    /// The button whose text begins with these words.
    fn button(&self, words: &str) -> HtmlElement {
        self.all("button").into_iter().find(|button| text(button).starts_with(words)).unwrap()
    }

    async fn press(&self, words: &str) {
        self.button(words).click();
        settle().await;
    }
}

fn text(element: &Element) -> String {
    element.text_content().unwrap_or_default().trim().to_owned()
}

#[wasm_bindgen_test]
async fn the_screen_shows_the_clock_the_piles_and_whom_one_talks_to_within_its_budget() {
    let stage = stage().await;
    assert_eq!(text(&stage.one(".shift-clock strong")), "08:27");
    assert_eq!(stage.all("h1").len(), 1);
    let piles: Vec<String> = stage.all(".shift-pile-name").iter().map(|pile| text(pile)).collect();
    assert_eq!(piles, ["Ringing2", "New2", "Mine2", "Waiting1", "Done1"]);
    assert!(text(&stage.one("#shift-open")).contains("My calls break off"));
    assert!(stage.all("*").len() < MOST_NODES);
}

#[wasm_bindgen_test]
async fn an_act_shows_its_minutes_and_is_done_by_one_press_if_it_needs_no_details() {
    let stage = stage().await;
    let confirm = stage.button("Confirm with the caller");
    assert!(text(&confirm).ends_with("1 min"));
    confirm.click();
    settle().await;
    assert_eq!(*stage.acts.borrow(), [Act::Confirm { contact: "priya-calls".into() }]);
}

#[wasm_bindgen_test]
async fn a_refused_act_stays_in_reach_says_why_and_does_nothing() {
    let stage = stage().await;
    stage.press("Record").await;
    let log = stage.button("Log");
    assert_eq!(log.get_attribute("aria-disabled").as_deref(), Some("true"));
    assert!(!log.has_attribute("disabled"));
    log.click();
    settle().await;
    assert!(text(&stage.one(".shift-why")).contains("It is logged already."));
    assert!(stage.acts.borrow().is_empty());
}

#[wasm_bindgen_test]
async fn a_question_is_chosen_by_one_press_and_the_focus_comes_back_to_its_button() {
    let stage = stage().await;
    stage.press("Ask").await;
    stage.press("Since when?").await;
    let asked = Act::Ask { contact: "priya-calls".into(), question: "since".into() };
    assert_eq!(*stage.acts.borrow(), [asked]);
    assert_eq!(document().active_element().unwrap().get_attribute("data-act").as_deref(), Some("ask"));
}

#[wasm_bindgen_test]
async fn what_is_prepared_leaves_the_decision_open_and_fills_in_the_rest() {
    let stage = stage().await;
    stage.press("Portal: Second monitor").await;
    stage.press("Decide what it is").await;
    assert!(stage.all("input[type=radio]:checked").is_empty());
    stage.press("Log").await;
    assert!(stage.acts.borrow().is_empty());
    stage
        .all("input[type=radio]")
        .into_iter()
        .find(|radio| radio.get_attribute("value").as_deref() == Some("request"))
        .unwrap()
        .click();
    settle().await;
    stage.press("Log").await;
    let acts = stage.acts.borrow();
    assert!(
        matches!(acts.as_slice(), [Act::Log { offer: Some(offer), impact: None, .. }] if *offer == *"second-monitor")
    );
}

#[wasm_bindgen_test]
async fn a_ring_is_announced_at_once_and_all_else_politely() {
    let stage = stage().await;
    assert!(text(&stage.one("[aria-live=assertive]")).contains("The phone rings"));
    let polite = stage.one(".visually-hidden[aria-live=polite]");
    assert!(text(&polite).contains("begins a chat") && !text(&polite).contains("rings"));
}

#[wasm_bindgen_test]
async fn a_new_view_paints_again_only_what_differs() {
    let stage = stage().await;
    let (row, said) = (stage.one("#shift-row-falk-font .shift-row-title"), stage.one(".shift-said"));
    let mut view = first_morning();
    view.now.0 += 1;
    let tom = view.cases.iter_mut().find(|case| case.key == *"tom-monitor").unwrap();
    tom.title = "Never mind the monitor.".to_owned();
    stage.view.set(Some(Arc::new(view)));
    settle().await;
    assert_eq!(text(&stage.one(".shift-clock strong")), "08:28");
    assert!(text(&stage.one("#shift-row-tom-monitor")).contains("Never mind"));
    assert!(row.is_connected() && said.is_connected());
}
