//! What can be done with a problem now. What cannot be done stays in its place and says why.

use std::rc::Rc;

use itsm::problem::{Action, Command as Ask, State, why_not};
use itsm::{Command, ProblemId};
use leptos::prelude::*;
use preferences::Action as Key;

use super::forms::{ProblemDialog, Wanted};
use crate::commands::{Commands, PageCommand};
use crate::session::Session;
use crate::ui::{CommandButton, Kind, Toaster};
use crate::views::undo;

/// Why an action cannot be done now, in words.
fn refused(session: Session, id: ProblemId, action: Action) -> Option<String> {
    let by_role = session.refused_by_role(itsm::role::of_problem_action(action), None);
    let asked = || session.read(|workspace| why_not(workspace.desk(), id, action)).flatten();
    by_role.or_else(asked).map(|refusal| refusal.sentence())
}

/// A step that needs no form: what it is called, what it does, and what is said when it is done.
struct Step {
    label: &'static str,
    action: Action,
    make: fn(ProblemId) -> Ask,
    done: &'static str,
}

const ASSESS: Step =
    Step { label: "Assess", action: Action::Assess, make: Ask::Assess, done: "The assessment has begun" };
const ANALYSE: Step =
    Step { label: "Find the root cause", action: Action::Analyse, make: Ask::Analyse, done: "The analysis has begun" };
const FIX: Step =
    Step { label: "Begin the fix", action: Action::BeginFix, make: Ask::BeginFix, done: "The fix has begun" };
const KNOWN_ERROR: Step = Step {
    label: "Declare a known error",
    action: Action::DeclareKnownError,
    make: Ask::DeclareKnownError,
    done: "It is a known error now",
};
const CLOSE: Step = Step { label: "Close", action: Action::Close, make: Ask::Close, done: "Closed" };

/// What needs a form.
const FORMS: [(&str, Action, Wanted); 7] = [
    ("Assign", Action::Assign, Wanted::Assign),
    ("Tell the callers", Action::Communicate, Wanted::Communicate),
    ("Edit", Action::Amend, Wanted::Amend),
    ("Accept the risk", Action::AcceptRisk, Wanted::AcceptRisk),
    ("Analyse again", Action::Reanalyse, Wanted::Reanalyse),
    ("Duplicate", Action::MarkDuplicate, Wanted::Duplicate),
    ("Cancel problem", Action::Cancel, Wanted::Cancel),
];

/// How far a problem is: its state, and whether it was declared a known error.
#[derive(Clone, Copy, PartialEq)]
struct Reached {
    state: State,
    known_error: bool,
}

/// The next steps, the most wanted first.
fn next(reached: Reached) -> &'static [&'static Step] {
    match (reached.state, reached.known_error) {
        (State::New, _) => &[&ASSESS],
        (State::Assess, _) => &[&ANALYSE],
        (State::RootCauseAnalysis, false) => &[&FIX, &KNOWN_ERROR],
        (State::RootCauseAnalysis, true) => &[&FIX],
        (State::FixInProgress, false) => &[&KNOWN_ERROR],
        (State::Resolved, _) => &[&CLOSE],
        (State::FixInProgress, true) | (State::Closed, _) => &[],
    }
}

fn reached(session: Session, id: ProblemId) -> Option<Reached> {
    let read = session.read(|workspace| {
        let problem = workspace.desk().problem(id).ok()?;
        Some(Reached { state: problem.state, known_error: problem.known_error_since.is_some() })
    });
    read.flatten()
}

/// The row of actions.
#[component]
pub fn Actions(id: ProblemId) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let open = RwSignal::new(None::<Wanted>);
    let reached = Memo::new(move |_| reached(session, id));
    let state = move || reached.get().map(|reached| reached.state);
    let refusal = move |action: Action| Signal::derive(move || refused(session, id, action));
    let at_once = move |make: fn(ProblemId) -> Ask, done: &'static str| match session.give(Command::Problem(make(id))) {
        Ok(_) => undo::confirm(session, toaster, done),
        Err(refusal) => toaster.bad(refusal.sentence()),
    };
    let step = move |place: usize, step: &'static Step| {
        let kind = if place == 0 { Kind::Primary } else { Kind::Plain };
        view! {
            <CommandButton label=step.label kind refusal=refusal(step.action) on_press=move |()| at_once(step.make, step.done) />
        }
        .into_any()
    };
    let main = move || {
        let resolve = (state() == Some(State::FixInProgress)).then(|| {
            view! {
                <CommandButton label="Resolve" kind=Kind::Primary refusal=refusal(Action::Resolve)
                    on_press=move |()| open.set(Some(Wanted::Resolve)) />
            }
        });
        let first = usize::from(resolve.is_some());
        let steps = reached
            .get()
            .map_or(&[][..], next)
            .iter()
            .enumerate()
            .map(|(place, one)| step(place + first, one))
            .collect_view();
        (resolve, steps).into_any()
    };
    let form = move |(label, action, wanted): (&'static str, Action, Wanted)| {
        let kind = if matches!(wanted, Wanted::Assign | Wanted::Communicate) { Kind::Plain } else { Kind::Quiet };
        view! { <CommandButton label kind refusal=refusal(action) on_press=move |()| open.set(Some(wanted)) /> }
    };
    let wants = move |wanted: Wanted| {
        // What makes no sense in this state at all is not in the way; all else says why not.
        match state() {
            Some(State::New | State::Assess) => !matches!(wanted, Wanted::Reanalyse | Wanted::AcceptRisk),
            Some(State::RootCauseAnalysis) => wanted != Wanted::Reanalyse,
            Some(State::FixInProgress) => true,
            Some(State::Resolved) => {
                !matches!(wanted, Wanted::AcceptRisk | Wanted::Duplicate | Wanted::Cancel | Wanted::Assign)
            }
            _ => matches!(wanted, Wanted::Reanalyse | Wanted::Communicate | Wanted::Amend),
        }
    };
    expect_context::<Commands>().offer(move || offered(session, toaster, id, reached.get(), open));
    let forms = move || FORMS.into_iter().filter(|(.., wanted)| wants(*wanted)).map(form).collect_view();
    view! {
        <section class="ticket-actions" aria-label="Actions">{main}{forms}</section>
        <ProblemDialog id open />
    }
    .into_any()
}

/// The same actions for the search and for single keys.
fn offered(
    session: Session,
    toaster: Toaster,
    id: ProblemId,
    reached: Option<Reached>,
    open: RwSignal<Option<Wanted>>,
) -> Vec<PageCommand> {
    let command = move |label: &str, key: Option<Key>, action, run: Rc<dyn Fn()>| PageCommand {
        label: label.to_owned(),
        action: key,
        why_not: refused(session, id, action),
        run,
    };
    let at_once = |step: &&'static Step| {
        let step = *step;
        let run = move || match session.give(Command::Problem((step.make)(id))) {
            Ok(_) => undo::confirm(session, toaster, step.done),
            Err(refusal) => toaster.bad(refusal.sentence()),
        };
        command(step.label, None, step.action, Rc::new(run))
    };
    let form = |(label, action, wanted): (&'static str, Action, Wanted)| {
        let key = match wanted {
            Wanted::Assign => Some(Key::Assign),
            Wanted::Amend => Some(Key::Edit),
            _ => None,
        };
        command(label, key, action, Rc::new(move || open.set(Some(wanted))))
    };
    let steps = reached.map_or(&[][..], next).iter().map(at_once);
    let resolve =
        command("Resolve", Some(Key::Resolve), Action::Resolve, Rc::new(move || open.set(Some(Wanted::Resolve))));
    steps.chain([resolve]).chain(FORMS.into_iter().map(form)).collect()
}
