//! Telling ITSM and ITIL apart: a statement, four answers, and why. Each answer is kept, so that one can come back to
//! what was told wrong.

use std::sync::Arc;

use learning::knowledge::{Answer, Comparison, Statement};
use learning::study::Did;
use leptos::prelude::*;

use super::own;
use crate::browser::dom;
use crate::session::Session;
use crate::ui::{Button, Kind, Toaster};
use crate::views::words;

const NEXT: &str = "drill-next";
const STATEMENT: &str = "drill-statement";

/// What happened so far.
#[derive(Clone, PartialEq, Eq)]
struct Course {
    /// Which statements are asked, by their places in the drill.
    places: Arc<[usize]>,
    /// Which of them it is.
    at: usize,
    /// What was answered to it.
    given: Option<Answer>,
    /// How many were right.
    right: usize,
}

impl Course {
    fn of(places: impl IntoIterator<Item = usize>) -> Self {
        Self { places: places.into_iter().collect(), at: 0, given: None, right: 0 }
    }
}

/// What all of it shares.
#[derive(Clone, Copy)]
struct Desk {
    session: Session,
    toaster: Toaster,
    comparison: StoredValue<Arc<Comparison>>,
    course: RwSignal<Course>,
}

/// The drill.
pub fn drill(comparison: Arc<Comparison>) -> AnyView {
    let all = comparison.drill.len();
    let desk = Desk {
        session: expect_context(),
        toaster: expect_context(),
        comparison: StoredValue::new(comparison),
        course: RwSignal::new(Course::of(0..all)),
    };
    desk.session.catch_up_study();
    let body = move || {
        let now = desk.course.get();
        let shown = desk.statement(&now, |statement| asked(desk, &now, statement));
        shown.unwrap_or_else(|| done(desk, &now))
    };
    view! { <div class="learn-drill">{body}{standing(desk)}</div> }.into_any()
}

impl Desk {
    /// Reads the statement at hand; `None` after the last one.
    fn statement<T>(self, now: &Course, read: impl FnOnce(&Statement) -> T) -> Option<T> {
        let place = now.places.get(now.at).copied()?;
        self.comparison.with_value(|comparison| comparison.drill.get(place).map(read))
    }

    fn answer(self, given: Answer) {
        let now = self.course.get_untracked();
        let Some((statement, truth)) = self.statement(&now, |one| (one.id.clone(), one.answer)) else { return };
        let right = given == truth;
        self.course.set(Course { given: Some(given), right: now.right + usize::from(right), ..now });
        // The drill goes on even where it cannot be stored; that is told.
        let _ = own::store(self.session, self.toaster, Did::Told { statement, right });
        focus(NEXT);
    }

    fn go_on(self) {
        self.course.update(|course| {
            course.at += 1;
            course.given = None;
        });
        focus(STATEMENT);
    }

    fn begin(self, places: impl IntoIterator<Item = usize>) {
        self.course.set(Course::of(places));
        focus(STATEMENT);
    }

    fn begin_all(self) {
        self.begin(0..self.comparison.with_value(|comparison| comparison.drill.len()));
    }
}

/// Moves the focus once the page shows what changed.
fn focus(id: &'static str) {
    dom::soon(move || {
        dom::focus_id(id);
    });
}

fn word(answer: Answer) -> &'static str {
    match answer {
        Answer::Itsm => "ITSM",
        Answer::Itil => "ITIL",
        Answer::Both => "Both",
        Answer::Neither => "Neither",
    }
}

fn asked(desk: Desk, now: &Course, statement: &Statement) -> AnyView {
    let truth = statement.answer;
    let choice = |one: Answer| {
        match now.given {
        None => {
            view! { <li><button type="button" class="button" on:click=move |_| desk.answer(one)>{word(one)}</button></li> }
                .into_any()
        }
        Some(given) => answered(one, given, truth),
    }
    };
    let why = now.given.map(|given| {
        let verdict = if given == truth { "Right. " } else { "Not quite. " };
        view! {
            <p class="learn-why" role="status"><strong>{verdict}</strong>{statement.why.clone()}</p>
            <div id=NEXT tabindex="-1"><Button label="Next" kind=Kind::Primary on_press=move |()| desk.go_on() /></div>
        }
    });
    view! {
        <p class="learn-what">{now.at + 1}" of "{now.places.len()}", "{now.right}" right"</p>
        <h2 id=STATEMENT class="learn-statement" tabindex="-1">{statement.statement.clone()}</h2>
        <p id="drill-ask">"Which of the two does this describe?"</p>
        <ul class="learn-choices" aria-labelledby="drill-ask">{Answer::ALL.iter().copied().map(choice).collect_view()}</ul>
        {why}
    }
    .into_any()
}

/// A choice after the answer.
fn answered(one: Answer, given: Answer, truth: Answer) -> AnyView {
    let (mark, said) = match (one == truth, one == given) {
        (true, _) => ("right", " ✓"),
        (false, true) => ("wrong", " ✗ your answer"),
        (false, false) => ("other", ""),
    };
    view! { <li data-mark=mark>{word(one)}{said}</li> }.into_any()
}

fn done(desk: Desk, now: &Course) -> AnyView {
    view! {
        <h2 id=STATEMENT tabindex="-1">{now.right}" of "{now.places.len()}" right"</h2>
        <p>"Whatever you mixed up stands in a row of “Side by side”, with an example."</p>
        <Button label="Once more" on_press=move |()| desk.begin_all() />
    }
    .into_any()
}

/// How all statements stand, whatever is asked now; nothing before the first answer.
fn standing(desk: Desk) -> impl Fn() -> Option<AnyView> + Send + Sync {
    move || {
        let (drilled, all) = desk.comparison.with_value(|comparison| {
            (own::ask(desk.session, |study| study.drilled(&comparison.drill)), comparison.drill.len())
        });
        if !drilled.is_begun() {
            return None;
        }
        let wrong = drilled.wrong;
        let again = (!wrong.is_empty()).then(|| {
            let label = match wrong.len() {
                1 => "Repeat the one told wrong".to_owned(),
                many => ["Repeat the ", &words::number(many), " told wrong"].concat(),
            };
            let repeat = move |()| desk.begin(wrong.iter().copied());
            view! { <Button label kind=Kind::Quiet on_press=repeat /> }
        });
        Some(
            view! {
                <div class="learn-standing">
                    <p class="learn-what">{drilled.right}" of "{all}" told right the last time"</p>
                    {again}
                </div>
            }
            .into_any(),
        )
    }
}
