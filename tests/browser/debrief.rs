//! Looking back at a shift, on a believable First morning.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used)]

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use learning::{Edition, Topic};
use leptos::prelude::*;
use service_dojo::browser::clock;
use service_dojo::views::shift::debrief::look::{Compared, Hands, Look};
use service_dojo::views::shift::debrief::results::results;
use simulation::debrief::{Debrief, Ranges};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement};

wasm_bindgen_test_configure!(run_in_browser);

/// What the page asked for.
#[derive(Clone, Debug, PartialEq)]
enum Asked {
    Seek(usize),
    Fork(usize),
    Learn(Topic),
    File,
}

/// The debrief on the page, and what it was asked to do.
struct Stage {
    root: HtmlElement,
    look: Look,
    edition: RwSignal<Edition>,
    asked: Rc<RefCell<Vec<Asked>>>,
    _mounted: Box<dyn std::any::Any>,
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.root.remove();
    }
}

/// How many acts the run of the example has.
const ACTS: usize = 53;
/// More nodes than this are felt on a slow machine.
const MOST_NODES: usize = 2_500;

fn example() -> Debrief {
    serde_json::from_str(include_str!("fixtures/debrief.json")).unwrap()
}

fn ranges() -> Compared {
    let ranges: Ranges = serde_json::from_str(include_str!("fixtures/ranges.json")).unwrap();
    Compared::Here(Arc::new(ranges))
}

async fn stage(debrief: Debrief) -> Stage {
    let root: HtmlElement = document().create_element("div").unwrap().unchecked_into();
    document().body().unwrap().append_child(&root).unwrap();
    let asked = Rc::new(RefCell::new(vec![]));
    let note = |asked: &Rc<RefCell<Vec<Asked>>>| {
        let asked = asked.clone();
        move |one| asked.borrow_mut().push(one)
    };
    let (seeks, forks, learns, files) = (note(&asked), note(&asked), note(&asked), note(&asked));
    let hands = Hands {
        seek: Rc::new(move |acts, seen| {
            seeks(Asked::Seek(acts));
            seen(serde_json::from_str(include_str!("fixtures/first-morning.json")).ok());
        }),
        fork: Rc::new(move |acts, because| {
            forks(Asked::Fork(acts));
            because("There is no room for another run.".to_owned());
        }),
        replay_file: Rc::new(move || {
            files(Asked::File);
            Ok(())
        }),
        lost: Rc::new(|_, then| then(Some(500.0))),
        learn: Rc::new(move |topic| learns(Asked::Learn(topic))),
    };
    let place = Rc::new(RefCell::new(None));
    let there = place.clone();
    let mounted = leptos::mount::mount_to(root.clone(), move || {
        let edition = RwSignal::new(Edition::V4);
        let look = Look::new(Arc::new(debrief), ACTS, edition.into(), hands);
        there.replace(Some((look, edition)));
        results(look, vec![])
    });
    settle().await;
    let (look, edition) = place.take().unwrap();
    Stage { root, look, edition, asked, _mounted: Box::new(mounted) }
}

/// A debrief whose question was answered with a contact.
async fn answered(debrief: Debrief) -> Stage {
    let stage = stage(debrief).await;
    stage.all("input[type=radio]").into_iter().nth(4).unwrap().click();
    settle().await;
    stage.press("See what came of it").await;
    stage
}

async fn settle() {
    leptos::task::tick().await;
    clock::pause(30).await;
}

fn text(element: &Element) -> String {
    element.text_content().unwrap_or_default()
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

    /// The buttons whose text begins with these words.
    fn buttons(&self, words: &str) -> Vec<HtmlElement> {
        self.all("button").into_iter().filter(|button| text(button).trim().starts_with(words)).collect()
    }

    async fn press(&self, words: &str) {
        self.buttons(words).into_iter().next().unwrap().click();
        settle().await;
    }

    async fn key(&self, element: &HtmlElement, key: &str) {
        let press = "element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))";
        let press = js_sys::Function::new_with_args("element, key", press);
        press.call2(&wasm_bindgen::JsValue::NULL, element, &key.into()).unwrap();
        settle().await;
    }
}

#[wasm_bindgen_test]
async fn nothing_is_told_before_the_question_is_answered_or_skipped() {
    let stage = stage(example()).await;
    assert!(!text(&stage.root).contains("640"));
    stage.press("See what came of it").await;
    assert!(!text(&stage.root).contains("640"), "nothing was chosen");
    stage.press("Skip the question").await;
    assert!(text(&stage.one("#debrief-result")).starts_with("Your users lost 640 working minutes"));
    assert!(stage.all(".debrief-said").is_empty());
}

#[wasm_bindgen_test]
async fn what_was_said_before_stands_beside_the_findings() {
    let stage = answered(example()).await;
    let said = text(&stage.one(".debrief-said"));
    assert!(said.contains("Jo Lindqvist") && said.contains("1 finding"), "{said}");
    let none = self::stage(example()).await;
    none.all("input[type=radio]").into_iter().last().unwrap().click();
    none.press("See what came of it").await;
    assert!(text(&none.one(".debrief-said")).contains("no contact"));
}

#[wasm_bindgen_test]
async fn others_come_to_the_sentence_and_the_measures_once_they_have_played() {
    let stage = answered(example()).await;
    assert_eq!(text(&stage.one("#debrief-result")), "Your users lost 640 working minutes.");
    stage.look.compared.set(Compared::Playing(4, 150));
    settle().await;
    assert!(text(&stage.one(".debrief-working")).contains("4 of 150"));
    stage.look.compared.set(ranges());
    settle().await;
    let sentence = text(&stage.one("#debrief-result"));
    assert_eq!(
        sentence,
        "Your users lost 640 working minutes; an expert loses 310–380; first come, first served 720–980."
    );
    let first = text(&stage.one(".debrief-measures tbody tr"));
    assert!(first.contains("27 min") && first.contains("9–14 min"), "{first}");
    stage.press("As a table").await;
    assert_eq!(stage.all(".chart-table tbody tr").len(), 6);
    assert!(stage.all("*").len() < MOST_NODES);
}

#[wasm_bindgen_test]
async fn findings_speak_the_readers_edition_and_lead_on() {
    let stage = answered(example()).await;
    let findings = stage.all(".debrief-finding");
    assert_eq!(findings.len(), 3);
    assert!(text(&findings[0]).contains("Strength"));
    let idea = text(&stage.one(".debrief-idea"));
    assert!(idea.contains("ITIL 4") && idea.contains("Settled"), "{idea}");
    stage.edition.set(Edition::V5);
    settle().await;
    assert!(text(&stage.one(".debrief-idea")).contains("Reported"));
    stage.press("Show me").await;
    stage.press("Learn").await;
    assert_eq!(*stage.asked.borrow(), [Asked::Seek(27), Asked::Learn(Topic::ServiceDesk)]);
    assert!(text(&stage.one(".debrief-instant")).contains("Ringing"));
    assert_eq!(document().active_element().unwrap().id(), "debrief-instant");
}

#[wasm_bindgen_test]
async fn playing_on_is_asked_for_and_says_why_it_cannot_be_done() {
    let stage = answered(example()).await;
    stage.press("Replay from here").await;
    assert!(stage.asked.borrow().is_empty(), "nothing is done before it is confirmed");
    stage.press("Play on from 08:31").await;
    assert_eq!(*stage.asked.borrow(), [Asked::Fork(27)]);
    assert!(text(&stage.one("dialog [role=alert]")).contains("no room"));
}

#[wasm_bindgen_test]
async fn the_keyboard_goes_from_act_to_act_and_the_list_says_the_same() {
    let stage = answered(example()).await;
    if stage.all(".debrief-lanes").is_empty() {
        stage.press("As lanes").await;
    }
    let lanes = stage.one(".debrief-lanes");
    stage.key(&lanes, "Home").await;
    stage.key(&lanes, "ArrowRight").await;
    stage.key(&lanes, "End").await;
    assert_eq!(*stage.asked.borrow(), [0, 1, ACTS].map(Asked::Seek));
    assert!(lanes.get_attribute("aria-valuetext").unwrap().contains("after 53 acts"));
    stage.press("As a list").await;
    let moments = stage.all(".debrief-moment");
    assert_eq!(moments.len(), 10 + 6, "contacts and findings");
    moments[0].click();
    settle().await;
    assert!(stage.asked.borrow().len() > 3);
}

#[wasm_bindgen_test]
async fn the_end_cannot_be_played_on_from_and_the_run_can_be_taken_along() {
    let stage = answered(example()).await;
    stage.look.show(ACTS);
    settle().await;
    assert!(stage.buttons("Play on from here").is_empty());
    stage.look.show(3);
    settle().await;
    assert_eq!(stage.buttons("Play on from here").len(), 1);
    stage.press("Save the replay file").await;
    assert_eq!(stage.asked.borrow().last(), Some(&Asked::File));
}

#[wasm_bindgen_test]
async fn a_shift_without_findings_is_told_calmly() {
    let mut debrief = example();
    debrief.three.clear();
    debrief.all.clear();
    debrief.afterwards.clear();
    debrief.lanes.clear();
    let stage = answered(debrief).await;
    assert!(text(&stage.root).contains("Nothing stands out in this shift"));
    assert!(text(&stage.root).contains("Nobody had anything to say afterwards"));
}
