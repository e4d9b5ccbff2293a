//! How a problem's state looks: tone, shape and word, never colour alone.

use itsm::problem::{Problem, ResolutionCode, State};

use crate::ui::{Picture, Tone};

/// The tone of a state.
pub fn tone(state: State) -> Tone {
    match state {
        State::New => Tone::Slate,
        State::Resolved => Tone::Ok,
        _ => Tone::Neutral,
    }
}

/// The shape of a state.
pub fn picture(state: State) -> Picture {
    match state {
        State::New => Picture::New,
        State::Assess | State::RootCauseAnalysis | State::FixInProgress => Picture::Running,
        State::Resolved => Picture::Met,
        State::Closed => Picture::Check,
    }
}

/// "Closed, risk accepted".
pub fn label(problem: &Problem) -> String {
    match &problem.resolution {
        Some(end) if problem.state == State::Closed && end.code != ResolutionCode::FixApplied => {
            [problem.state.word(), ", ", &end.code.word().to_lowercase()].concat()
        }
        _ => problem.state.word().to_owned(),
    }
}
