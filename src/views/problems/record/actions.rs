//! What can be done with a problem now. What cannot be done stays in its place and says why.

use itsm::problem::{Action, Command as Ask, State, why_not};
use itsm::{Command, Desk, ProblemId};
use leptos::prelude::*;
use preferences::Action as Key;

use super::forms::{ProblemDialog, Wanted};
use crate::session::Session;
use crate::views::record::{Act, ActionRow};

/// What needs a form, in the order of the row.
const FORMS: [(&str, Action, Wanted); 7] = [
    ("Assign", Action::Assign, Wanted::Assign),
    ("Tell the callers", Action::Communicate, Wanted::Communicate),
    ("Edit", Action::Amend, Wanted::Amend),
    ("Accept the risk", Action::AcceptRisk, Wanted::AcceptRisk),
    ("Analyse again", Action::Reanalyse, Wanted::Reanalyse),
    ("Duplicate", Action::MarkDuplicate, Wanted::Duplicate),
    ("Cancel problem", Action::Cancel, Wanted::Cancel),
];

/// The steps that need no form, the most wanted first.
fn steps(desk: &Desk, id: ProblemId) -> Vec<Act> {
    let Ok(problem) = desk.problem(id) else { return vec![] };
    let step = |label, action, ask, done| Act::now(label, why_not(desk, id, action), Command::Problem(ask), done);
    let analyse = || step("Find the root cause", Action::Analyse, Ask::Analyse(id), "The analysis has begun");
    let known = || {
        let done = "It is a known error now";
        step("Declare a known error", Action::DeclareKnownError, Ask::DeclareKnownError(id), done)
    };
    let fix = || step("Begin the fix", Action::BeginFix, Ask::BeginFix(id), "The fix has begun");
    match (problem.state, problem.known_error_since.is_some()) {
        (State::New, _) => vec![step("Assess", Action::Assess, Ask::Assess(id), "The assessment has begun").primary()],
        (State::Assess, _) => vec![analyse().primary()],
        (State::RootCauseAnalysis, false) => vec![fix().primary(), known()],
        (State::RootCauseAnalysis, true) => vec![fix().primary()],
        (State::FixInProgress, false) => vec![known()],
        (State::Resolved, _) => vec![step("Close", Action::Close, Ask::Close(id), "Closed").primary()],
        (State::FixInProgress, true) | (State::Closed, _) => vec![],
    }
}

/// Whether a form makes sense in a state at all; what does not is not in the way.
fn wants(state: State, wanted: Wanted) -> bool {
    match state {
        State::New | State::Assess => !matches!(wanted, Wanted::Reanalyse | Wanted::AcceptRisk),
        State::RootCauseAnalysis => wanted != Wanted::Reanalyse,
        State::FixInProgress => true,
        State::Resolved => !matches!(wanted, Wanted::AcceptRisk | Wanted::Duplicate | Wanted::Cancel | Wanted::Assign),
        State::Closed => matches!(wanted, Wanted::Reanalyse | Wanted::Communicate | Wanted::Amend),
    }
}

fn acts(session: Session, desk: &Desk, id: ProblemId, open: RwSignal<Option<Wanted>>) -> Vec<Act> {
    let Ok(problem) = desk.problem(id) else { return vec![] };
    let resolve = (problem.state == State::FixInProgress).then(|| {
        Act::asks("Resolve", session.refuses(id, Action::Resolve), open, Wanted::Resolve).primary().key(Key::Resolve)
    });
    let form = |(label, action, wanted): (&'static str, Action, Wanted)| {
        let act = Act::asks(label, session.refuses(id, action), open, wanted);
        match wanted {
            Wanted::Assign => act.key(Key::Assign),
            Wanted::Communicate => act,
            Wanted::Amend => act.quiet().key(Key::Edit),
            _ => act.quiet(),
        }
    };
    let forms = FORMS.into_iter().filter(|(.., wanted)| wants(problem.state, *wanted)).map(form);
    resolve.into_iter().chain(steps(desk, id)).chain(forms).collect()
}

/// The row of actions.
#[component]
pub fn Actions(id: ProblemId) -> impl IntoView {
    let session = expect_context::<Session>();
    let open = RwSignal::new(None::<Wanted>);
    let acts = move || session.read(|workspace| acts(session, workspace.desk(), id, open)).unwrap_or_default();
    view! {
        <ActionRow acts />
        <ProblemDialog id open />
    }
    .into_any()
}
