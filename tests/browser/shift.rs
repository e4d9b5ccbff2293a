//! Runs that are played for practice, in a real browser: saved before they are shown, read again after a reload, played
//! by one tab at a time. The world is a worker of a few lines here, which counts acts.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::panic)]

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::prelude::*;
use service_dojo::browser::clock;
use service_dojo::session::shift::{Play, PlayState, RunInfo, library};
use service_dojo::session::{Session, Status};
use simulation::scenario::Begins;
use simulation::shift::{Act, Stopped};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// Files beside the app, and a worker in which acts have a number for a hash: carrying on is refused, leaving ends the
/// worker, finishing is the end.
const SCENERY: &str = r#"
(() => {
  if (window.scenery) return;
  const fetched = window.fetch.bind(window);
  const line = (id, status) => ({ id, file: id + ".json", title: "First morning", status, level: 1, minutes: 15 });
  const cover = {
    purpose: "Meet the loop of a desk.", briefing: "Your first morning.", goals: ["Restore"], concepts: ["incident"],
    help: { begins: "worked" }, clock: { date: "2026-03-17", from: "08:00", to: "09:30" }, hidden: {},
  };
  const files = {
    "index.json": { world: "world.json", pool: "pool.json", scenarios: [line("first-morning", "playable"), line("month-end", "sketch")] },
    "first-morning.json": cover, "world.json": {}, "pool.json": {},
  };
  window.fetch = (address, options) => {
    const name = String(address).split("/content/scenarios/")[1];
    return name ? Promise.resolve(new Response(JSON.stringify(files[name]))) : fetched(address, options);
  };
  const worker = (salt) => `
    let done = 0;
    const none = '{"e":[],"v":3}';
    const hash = (n) => "${salt}" + String(n).padStart(15, "0");
    const came = (serial, stopped, lines) =>
      postMessage({ kind: "shift", serial, view: "null", stopped: JSON.stringify(stopped), entries: none, hash: hash(done), lines });
    onmessage = ({ data }) => {
      if (data.kind === "shift-begin") {
        const acts = JSON.parse(data.acts);
        done = acts.length;
        const lines = acts.map(({ act }, at) => [none, hash(at + 1), act === "finish" ? "over" : "done"]);
        return came(data.serial, "done", data.lines ? JSON.stringify(lines) : "");
      }
      if (data.kind === "shift-coach") return postMessage({ kind: "coached", serial: data.serial, coaching: "null" });
      const { act } = JSON.parse(data.act);
      if (act === "carry-on") return postMessage({ kind: "shift-refused", serial: data.serial, because: "Nothing was interrupted.", at: 0 });
      if (act === "leave") throw new Error("lost");
      done += 1;
      came(data.serial, act === "finish" ? "over" : "done", "");
    };
    postMessage({ kind: "ready" });`;
  const script = document.createElement("script");
  script.type = "text/plain";
  document.head.append(script);
  const set = Storage.prototype.setItem;
  window.scenery = {
    world: (salt) => (script.dataset.worker = URL.createObjectURL(new Blob([worker(salt)], { type: "text/javascript" }))),
    storage: (works) =>
      (Storage.prototype.setItem = function (key, value) {
        if (!works && key.includes("/e/")) throw new DOMException("no", "QuotaExceededError");
        return set.call(this, key, value);
      }),
  };
})();
"#;

thread_local! {
    static SESSION: RefCell<Option<Session>> = const { RefCell::new(None) };
}

fn js(script: &str) {
    js_sys::eval(script).unwrap();
}

/// A session, with the scenery in place.
fn session() -> Session {
    js(SCENERY);
    js("scenery.world('0'); scenery.storage(true);");
    if SESSION.with_borrow(Option::is_none) {
        leptos::mount::mount_to_body(|| SESSION.with_borrow_mut(|session| *session = Some(Session::begin())));
    }
    SESSION.with_borrow(|session| session.unwrap())
}

/// A page with a run.
struct Page {
    owner: Owner,
    play: Play,
}

impl Page {
    fn of(session: Session, run: &str) -> Self {
        let owner = Owner::new();
        let play = owner.with(|| Play::open(session, run));
        Self { owner, play }
    }

    fn leave(self) {
        self.owner.cleanup();
    }

    fn state(&self) -> PlayState {
        self.play.state.get_untracked()
    }

    fn acts(&self) -> usize {
        self.play.info.get_untracked().map_or(0, |info| info.acts)
    }

    async fn is(&self, wanted: fn(&PlayState) -> bool) {
        for _ in 0..1_000 {
            if wanted(&self.state()) {
                return;
            }
            clock::pause(5).await;
        }
        panic!("it stays {:?}", self.state());
    }

    async fn is_ready(&self) {
        self.is(|state| *state == PlayState::Ready).await;
    }

    async fn act(&self, act: Act) -> Result<Stopped, String> {
        let place = self.begin(act);
        answered(&place).await
    }

    fn begin(&self, act: Act) -> Place<Result<Stopped, String>> {
        let place = Place::default();
        let there = place.clone();
        self.play.act(act, move |done| there.set(Some(done)));
        place
    }
}

type Place<T> = Rc<Cell<Option<T>>>;

async fn answered<T>(place: &Place<T>) -> T {
    for _ in 0..1_000 {
        if let Some(answer) = place.take() {
            return answer;
        }
        clock::pause(5).await;
    }
    panic!("nobody answers");
}

const WAIT: Act = Act::Wait { until: None };

async fn begun(session: Session) -> String {
    let place = Place::default();
    let there = place.clone();
    Play::begin(session, "first-morning", Some(7), Some(Begins::Worked), move |run| there.set(Some(run)));
    answered(&place).await.unwrap()
}

async fn imported(session: Session, text: &str) -> Result<String, String> {
    let place = Place::default();
    let there = place.clone();
    Play::import(session, text, move |run| there.set(Some(run)));
    answered(&place).await
}

fn info(session: Session, run: &str) -> RunInfo {
    untrack(|| session.runs()).into_iter().find(|info| info.id == run).unwrap()
}

#[wasm_bindgen_test]
async fn what_was_done_is_there_again_after_the_page_was_left_and_a_refused_act_is_not() {
    let session = session();
    let run = begun(session).await;
    assert_eq!(info(session, &run).code, "first-morning-7-worked");
    let page = Page::of(session, &run);
    page.is_ready().await;
    assert_eq!(page.act(WAIT).await, Ok(Stopped::Done));
    assert_eq!(page.act(Act::CarryOn).await, Err("Nothing was interrupted.".to_owned()));
    assert_eq!(page.act(WAIT).await, Ok(Stopped::Done));
    assert_eq!(page.acts(), 2);
    // Left in mid-act: it was not saved, so it was not done.
    let _ = page.begin(WAIT);
    page.leave();

    let page = Page::of(session, &run);
    page.is_ready().await;
    assert_eq!(page.acts(), 2);
    assert_eq!(page.act(Act::Finish).await, Ok(Stopped::Over));
    assert!(page.act(WAIT).await.unwrap_err().contains("over"));
    page.leave();
    let info = info(session, &run);
    assert_eq!((info.acts, info.finished, info.scenario.as_str()), (3, true, "first-morning"));
}

#[wasm_bindgen_test]
async fn a_run_is_no_workspace_of_the_user_and_is_not_opened_as_one() {
    let session = session();
    let run = begun(session).await;
    assert!(session.list().is_empty());
    assert_eq!(session.status.get_untracked(), Status::Empty);
    let owner = Owner::new();
    let again = owner.with(Session::begin);
    assert_eq!(again.status.get_untracked(), Status::Empty, "there is no work to go on with");
    again.resume();
    assert_eq!(again.status.get_untracked(), Status::Empty);
    let is_listed = || untrack(|| session.runs()).iter().any(|info| info.id == run);
    session.bin(&run).unwrap();
    assert!(!is_listed());
    session.restore(&run).unwrap();
    assert!(is_listed());
    assert_eq!(session.status.get_untracked(), Status::Empty);
}

#[wasm_bindgen_test]
async fn an_act_that_cannot_be_saved_is_not_done_until_it_is_saved_or_given_up() {
    let session = session();
    let page = Page::of(session, &begun(session).await);
    page.is_ready().await;
    js("scenery.storage(false)");
    let place = page.begin(WAIT);
    page.is(|state| matches!(state, PlayState::NotSaved(_))).await;
    assert_eq!(page.acts(), 0);
    assert!(place.take().is_none());
    page.play.try_again();
    assert!(matches!(page.state(), PlayState::NotSaved(sentence) if sentence.contains("full")));
    js("scenery.storage(true)");
    page.play.try_again();
    assert_eq!(answered(&place).await, Ok(Stopped::Done));
    assert_eq!((page.acts(), page.state()), (1, PlayState::Ready));

    js("scenery.storage(false)");
    let place = page.begin(WAIT);
    page.is(|state| matches!(state, PlayState::NotSaved(_))).await;
    page.play.give_up();
    assert!(answered(&place).await.is_err());
    js("scenery.storage(true)");
    assert_eq!(page.act(WAIT).await, Ok(Stopped::Done));
    assert_eq!(page.acts(), 2);
    page.leave();
}

#[wasm_bindgen_test]
async fn a_worker_that_dies_is_replaced_and_the_run_goes_on() {
    let session = session();
    let page = Page::of(session, &begun(session).await);
    page.is_ready().await;
    assert_eq!(page.act(WAIT).await, Ok(Stopped::Done));
    let sentence = page.act(Act::Leave).await.unwrap_err();
    assert!(sentence.contains("Nothing has changed"), "{sentence}");
    assert_eq!((page.acts(), page.state()), (1, PlayState::Ready));
    assert_eq!(page.act(WAIT).await, Ok(Stopped::Done));
    assert_eq!(page.acts(), 2);
    page.leave();
}

#[wasm_bindgen_test]
async fn of_two_that_open_a_run_one_plays_and_the_other_reads_until_it_takes_over() {
    let session = session();
    let run = begun(session).await;
    let first = Page::of(session, &run);
    first.is_ready().await;
    let second = Page::of(session, &run);
    second.is(|state| *state == PlayState::ElsewhereOpen).await;
    assert!(second.act(WAIT).await.unwrap_err().contains("another tab"));
    assert_eq!(first.act(WAIT).await, Ok(Stopped::Done));

    second.play.take_over();
    second.is_ready().await;
    assert_eq!(second.acts(), 1);
    first.is(|state| *state == PlayState::ElsewhereOpen).await;
    assert!(first.act(WAIT).await.is_err());
    assert_eq!(second.act(WAIT).await, Ok(Stopped::Done));
    second.leave();
    first.play.take_over();
    first.is_ready().await;
    assert_eq!(first.acts(), 2);
    first.leave();
}

#[wasm_bindgen_test]
async fn a_run_that_comes_out_differently_now_says_so_and_can_still_be_saved_as_a_file() {
    let session = session();
    let run = begun(session).await;
    let page = Page::of(session, &run);
    page.is_ready().await;
    assert_eq!(page.act(WAIT).await, Ok(Stopped::Done));
    page.leave();
    js("scenery.world('f')");
    let page = Page::of(session, &run);
    page.is(|state| matches!(state, PlayState::Changed(_))).await;
    assert!(page.act(WAIT).await.is_err());
    let file = Play::replay_file(session, &run).unwrap();
    assert!(imported(session, &file).await.unwrap_err().contains("another version"));
    page.leave();
}

#[wasm_bindgen_test]
async fn a_replay_file_makes_the_same_run_again_and_anything_else_is_told_from_it() {
    let session = session();
    let run = begun(session).await;
    let page = Page::of(session, &run);
    page.is_ready().await;
    for act in [WAIT, WAIT, Act::Finish] {
        page.act(act).await.unwrap();
    }
    page.leave();
    let file = Play::replay_file(session, &run).unwrap();
    let copy = imported(session, &file).await.unwrap();
    let (before, after) = (info(session, &run), info(session, &copy));
    assert_ne!(before.id, after.id);
    assert_eq!((before.code, before.acts, before.finished), (after.code, after.acts, after.finished));
    assert_eq!(Play::replay_file(session, &copy).unwrap(), file);
    assert!(imported(session, "number,opened_at").await.unwrap_err().contains("not a replay file"));
    let elsewhere = file.replace("first-morning", "month-end");
    assert!(imported(session, &elsewhere).await.unwrap_err().contains("no scenario"));
}

#[wasm_bindgen_test]
async fn what_is_no_run_is_told_in_words() {
    let session = session();
    let page = Page::of(session, "run-nobody");
    page.is(|state| matches!(state, PlayState::Failed(_))).await;
    page.leave();
    let place = Place::default();
    let there = place.clone();
    Play::begin_code(session, "first morning", move |run| there.set(Some(run)));
    assert!(answered(&place).await.unwrap_err().contains("run code"));
}

#[wasm_bindgen_test]
async fn the_library_tells_of_what_can_be_played_and_leaves_sketches_out() {
    session();
    let scenarios = library().await.unwrap();
    let ids: Vec<&str> = scenarios.iter().map(|scenario| scenario.id.as_str()).collect();
    assert_eq!(ids, ["first-morning"]);
    let first = scenarios.first().unwrap();
    assert_eq!((first.help, first.from.as_str(), first.minutes), (Begins::Worked, "08:00", 15));
}
