//! The advisor: which of ITSM and ITIL to use, and how. Questions first, one at a time; then an advice in which each part
//! names the answers that led to it.

mod ask;
mod changes;
mod result;
mod words;

use std::sync::Arc;

use chrono::NaiveDate;
use learning::advisor::{Advisor, Answers, FILE};
use learning::study::{Did, Study};
use leptos::prelude::*;

use super::{library, reminders};
use crate::browser::{clock, dom, page};
use crate::session::Session;
use crate::ui::{Button, Kind, Toaster};
use crate::views::page::Page;
use crate::views::words as common;

const DAMAGED: &str =
    "The advisor's questions could not be read. Reload the page to get the newest ones; nothing was changed.";

/// Where somebody is.
#[derive(Clone, Debug, PartialEq)]
enum Stage {
    /// Before the first question.
    Door,
    /// At a question, by its id.
    Asking(String),
    /// At the advice of a day; saved already.
    Result(NaiveDate),
}

/// What all of it shares.
#[derive(Clone, Copy)]
struct Desk {
    session: Session,
    toaster: Toaster,
    advisor: StoredValue<Arc<Advisor>>,
    stage: RwSignal<Stage>,
    answers: RwSignal<Answers>,
}

/// The page.
pub fn page() -> AnyView {
    let read = |text: &str| Advisor::read(text).ok_or_else(|| DAMAGED.to_owned());
    view! {
        <Page
            title="Which should we use?"
            note="Some twenty questions about your organisation. The advice names the answers that led to each part of it."
            class="learn learn-advisor"
        >
            {library::with_file(FILE, read, begin)}
        </Page>
    }
    .into_any()
}

fn begin(advisor: Arc<Advisor>) -> AnyView {
    let desk = Desk {
        session: expect_context(),
        toaster: expect_context(),
        advisor: StoredValue::new(advisor),
        stage: RwSignal::new(Stage::Door),
        answers: RwSignal::new(Answers::new()),
    };
    desk.session.catch_up_study();
    // What was pressed is gone with its step: the next one is read from its beginning.
    Effect::new(move |before: Option<Stage>| {
        let now = desk.stage.get();
        if before.is_some_and(|before| before != now) {
            let asks = matches!(now, Stage::Asking(_));
            dom::soon(move || {
                page::focus_heading();
                if asks {
                    dom::focus_id(ask::QUESTION);
                }
            });
        }
        now
    });
    (move || match desk.stage.get() {
        Stage::Door => door(desk),
        Stage::Asking(question) => ask::question(desk, &question),
        Stage::Result(on) => result::shown(desk, on),
    })
    .into_any()
}

/// What is about to be asked, and what was advised before.
fn door(desk: Desk) -> AnyView {
    let earlier = move || {
        let advised = desk.session.study(|study: &Study| study.advised().to_vec()).unwrap_or_default();
        let mut lines: Vec<_> = advised.into_iter().map(|(on, answers)| earlier(desk, on, answers)).collect();
        lines.reverse();
        (!lines.is_empty()).then(|| {
            view! { <section class="panel" aria-labelledby="advisor-earlier"><h2 id="advisor-earlier">"Earlier advice"</h2><ul>{lines}</ul></section> }
        })
    };
    let note = desk.advisor.with_value(|advisor| advisor.about.note.clone());
    let last = untrack(|| desk.session.study(|study: &Study| study.advised().last().cloned())).ok().flatten();
    let due = last.and_then(|last| desk.advisor.with_value(|advisor| reminders::review(advisor, &last)));
    view! {
        {due.map(|due| view! { <p class="panel">{due}</p> })}
        <p>"An ITSM strategy comes first whatever you answer. What you answer decides how much of ITIL, which practices in which order, how formally, and what else fits."</p>
        <p class="learn-what">{note}</p>
        <div class="form-actions"><Button label="Begin" kind=Kind::Primary on_press=move |()| desk.start(Answers::new()) /></div>
        {earlier}
    }
    .into_any()
}

fn earlier(desk: Desk, on: NaiveDate, answers: Answers) -> AnyView {
    let (again, shown) = (answers.clone(), answers);
    let main = desk.advisor.with_value(|advisor| words::main(advisor, advisor.main(&shown)));
    let look = move |()| {
        desk.answers.set(shown.clone());
        desk.stage.set(Stage::Result(on));
    };
    view! {
        <li class="learn-earlier">
            <span>{common::date(on.into())}": "{main}</span>
            <Button label="Look at it" kind=Kind::Quiet on_press=look />
            <Button label="Answer anew from here" kind=Kind::Quiet on_press=move |()| desk.start(again.clone()) />
        </li>
    }
    .into_any()
}

impl Desk {
    /// Begins at the first question, with answers that may be there already.
    fn start(self, answers: Answers) {
        let first = self.advisor.with_value(|advisor| advisor.asked(&answers).first().map(|one| one.id.clone()));
        self.answers.set(answers);
        if let Some(first) = first {
            self.stage.set(Stage::Asking(first));
        }
    }

    /// Goes to the question after this one, or to the advice after the last. That is saved.
    fn go_on(self, from: &str) {
        let next = self.advisor.with_value(|advisor| {
            let asked = self.answers.with_untracked(|answers| {
                advisor.asked(answers).into_iter().map(|one| one.id.clone()).collect::<Vec<_>>()
            });
            let place = asked.iter().position(|id| id == from);
            place.and_then(|place| asked.get(place + 1).cloned())
        });
        match next {
            Some(next) => self.stage.set(Stage::Asking(next)),
            None => self.finish(),
        }
    }

    /// Goes to the question before this one, or out of the questions.
    fn go_back(self, from: &str) {
        let before = self.advisor.with_value(|advisor| {
            let asked = self.answers.with_untracked(|answers| {
                advisor.asked(answers).into_iter().map(|one| one.id.clone()).collect::<Vec<_>>()
            });
            let place = asked.iter().position(|id| id == from)?;
            asked.get(place.checked_sub(1)?).cloned()
        });
        self.stage.set(before.map_or(Stage::Door, Stage::Asking));
    }

    fn finish(self) {
        let on = clock::wall_now().date_naive();
        let answers = self.answers.get_untracked();
        if let Err(why) = self.session.learned(Did::Advised { on, answers }) {
            self.toaster.bad([&why, " The advice is shown all the same."].concat());
        }
        self.stage.set(Stage::Result(on));
    }
}
