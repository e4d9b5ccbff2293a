//! A service looked at from all sides: the four dimensions, and the six factors that act on it from outside.

use std::collections::BTreeMap;
use std::sync::Arc;

use learning::knowledge::{Area, ConceptId, DIMENSIONS_FILE, Knowledge, Question, QuestionId, ServiceCheck};
use learning::study::{Did, Study};
use leptos::prelude::*;

use super::{concept, library};
use crate::browser::{dom, page};
use crate::session::Session;
use crate::ui::{Button, Choice, Field, Kind, RadioGroup, TextInput, Toaster};
use crate::views::page::Page;

const TITLE: &str = "A service from all sides";
/// Around the field for the name of the service.
const SERVICE: &str = "dimension-service";
const NO_NAME: &str = "Say which service it is.";

/// The page.
pub fn page() -> AnyView {
    library::with_knowledge(TITLE, |knowledge| {
        let read = |text: &str| ServiceCheck::read(text).map_err(|unreadable| unreadable.to_string());
        let show = move |check| checking(knowledge.clone(), check);
        view! {
            <Page title=TITLE note="Four dimensions and six factors from outside. What gets a no is a gap: why it matters, and what to do." class="learn">
                {library::with_file(DIMENSIONS_FILE, read, show)}
            </Page>
        }
        .into_any()
    })
}

type Answers = BTreeMap<QuestionId, bool>;

#[derive(Clone, Copy)]
struct Desk {
    session: Session,
    toaster: Toaster,
    service: RwSignal<String>,
    answers: RwSignal<Answers>,
    /// Grows when another service is taken up: the answers then are others.
    round: RwSignal<u32>,
}

fn checking(knowledge: Arc<Knowledge>, check: Arc<ServiceCheck>) -> AnyView {
    let desk = Desk {
        session: expect_context(),
        toaster: expect_context(),
        service: RwSignal::new(String::new()),
        answers: RwSignal::new(Answers::new()),
        round: RwSignal::new(0),
    };
    desk.session.catch_up_study();
    let error = RwSignal::new(None::<String>);
    let save = move |()| {
        let service = desk.service.get_untracked().trim().to_owned();
        if service.is_empty() {
            error.set(Some(NO_NAME.to_owned()));
            dom::focus_within(SERVICE);
            return;
        }
        error.set(None);
        match desk.session.learned(Did::Checked { service, answers: desk.answers.get_untracked() }) {
            Ok(()) => desk.toaster.ok("What you answered is saved."),
            Err(why) => desk.toaster.bad(why),
        }
    };
    let (asked, gaps) = (check.clone(), check);
    let questions = move || {
        let _ = desk.round.get();
        asked.areas().map(|area| self::area(desk, area)).collect_view()
    };
    view! {
        {earlier(desk)}
        <div class="learn-explorer">
            <div class="learn-areas">
                <div id=SERVICE><Field label="Which service" required=true error=error><TextInput value=desk.service /></Field></div>
                {questions}
            </div>
            <div class="learn-found-gaps">
                {move || found(&knowledge, &gaps, &desk.answers.get())}
                <div class="form-actions">
                    <Button label="Save" kind=Kind::Primary on_press=save />
                    <Button label="Print" on_press=move |()| page::print() />
                </div>
            </div>
        </div>
    }
    .into_any()
}

/// Services that were looked at before.
fn earlier(desk: Desk) -> impl Fn() -> Option<AnyView> + Send + Sync {
    move || {
        let services = desk
            .session
            .study(|study: &Study| {
                study.checked().map(|(service, answers)| (service.to_owned(), answers.clone())).collect::<Vec<_>>()
            })
            .unwrap_or_default();
        let one = |(service, answers): (String, Answers)| {
            let (name, take) = (service.clone(), service);
            let open = move |()| {
                desk.service.set(take.clone());
                desk.answers.set(answers.clone());
                desk.round.update(|round| *round += 1);
            };
            view! { <li><Button label=name kind=Kind::Quiet on_press=open /></li> }
        };
        let lines: Vec<_> = services.into_iter().map(one).collect();
        (!lines.is_empty()).then(|| {
            view! {
                <nav aria-label="Services you looked at"><ul class="learn-editions">{lines}</ul></nav>
            }
            .into_any()
        })
    }
}

fn area(desk: Desk, area: &Area) -> AnyView {
    let id = ["area-", area.id.as_str()].concat();
    let labelled_by = id.clone();
    let questions: Vec<_> = area.questions.iter().map(|one| question(desk, one)).collect();
    view! {
        <section aria-labelledby=labelled_by>
            <h2 id=id>{area.name.clone()}</h2>
            <p class="learn-what">{area.about.clone()}</p>
            <ul class="learn-statements">{questions}</ul>
        </section>
    }
    .into_any()
}

fn question(desk: Desk, question: &Question) -> AnyView {
    let id = question.id.clone();
    let now = desk.answers.with_untracked(|answers| answers.get(&id).copied());
    let value = RwSignal::new(now.map_or("", |yes| if yes { "yes" } else { "no" }).to_owned());
    Effect::new(move |_| {
        let word = value.get();
        desk.answers.update(|answers| {
            match word.as_str() {
                "yes" => drop(answers.insert(id.clone(), true)),
                "no" => drop(answers.insert(id.clone(), false)),
                _ => drop(answers.remove(&id)),
            };
        });
    });
    let choices = vec![Choice::new("yes", "Yes"), Choice::new("no", "No"), Choice::new("", "I do not know")];
    view! {
        <li><Field label=question.question.clone() hint=question.why.clone() group=true><RadioGroup choices=Signal::stored(choices) value beside=true /></Field></li>
    }
    .into_any()
}

/// The gaps, area by area.
fn found(knowledge: &Knowledge, check: &ServiceCheck, answers: &Answers) -> AnyView {
    let open = check.areas().flat_map(|area| &area.questions).filter(|one| !answers.contains_key(&one.id)).count();
    let link = |id: &ConceptId| {
        knowledge.concept(id.as_str()).map(|one| view! { <span class="learn-each">{concept::link(one)}</span> })
    };
    let gap = |one: &Question| {
        view! {
            <li>
                <h4>{one.gap.clone()}</h4>
                <p>{one.measure.clone()}</p>
                <p class="learn-what">{one.practices.iter().filter_map(link).collect_view()}</p>
            </li>
        }
    };
    let of = |area: &Area| {
        let gaps: Vec<_> = area.questions.iter().filter(|one| answers.get(&one.id) == Some(&false)).map(gap).collect();
        (!gaps.is_empty()).then(|| {
            let count = gaps.len();
            view! { <h3>{area.name.clone()}" "<span class="learn-what">{count}</span></h3><ul class="learn-points">{gaps}</ul> }
        })
    };
    let gaps: Vec<_> = check.areas().filter_map(of).collect();
    let none = gaps.is_empty().then(|| view! { <p>"No gap so far: what gets a no stands here."</p> });
    view! {
        <section class="panel" aria-labelledby="dimension-gaps">
            <h2 id="dimension-gaps">"Gaps"</h2>
            <p class="learn-what">{open}" questions are open"</p>
            {none}
            {gaps}
        </section>
    }
    .into_any()
}
