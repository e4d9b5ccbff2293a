//! How a problem's state looks: tone, shape and word, never colour alone.

use itsm::problem::{Problem, ResolutionCode, State};

use crate::ui::{Picture, Tone};
use crate::views::record::Mark;

/// The tone of a state.
fn tone(state: State) -> Tone {
    match state {
        State::New => Tone::Slate,
        State::Resolved => Tone::Ok,
        _ => Tone::Neutral,
    }
}

/// The shape of a state.
fn picture(state: State) -> Picture {
    match state {
        State::New => Picture::New,
        State::Assess | State::RootCauseAnalysis | State::FixInProgress => Picture::Running,
        State::Resolved => Picture::Met,
        State::Closed => Picture::Check,
    }
}

/// "Closed, risk accepted".
fn label(problem: &Problem) -> String {
    match &problem.resolution {
        Some(end) if problem.state == State::Closed && end.code != ResolutionCode::FixApplied => {
            [problem.state.word(), ", ", &end.code.word().to_lowercase()].concat()
        }
        _ => problem.state.word().to_owned(),
    }
}

/// Its state, and whether it is a known error.
pub fn marks(problem: &Problem) -> Vec<Mark> {
    let state = Mark { tone: tone(problem.state), picture: Some(picture(problem.state)), label: label(problem) };
    let known = || Mark { tone: Tone::Slate, picture: Some(Picture::Info), label: "Known error".to_owned() };
    std::iter::once(state).chain(problem.is_known_error().then(known)).collect()
}
