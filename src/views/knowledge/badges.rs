//! How the states of an article look: a word, a tone and a shape each.

use itsm::knowledge::State;

use crate::ui::{Picture, Tone};

/// The tone.
pub fn tone(state: State) -> Tone {
    match state {
        State::Draft | State::Review | State::Scheduled => Tone::Slate,
        State::Published => Tone::Ok,
        State::Outdated | State::PendingRetirement => Tone::Warn,
        State::Retired => Tone::Neutral,
    }
}

/// The shape.
pub fn picture(state: State) -> Picture {
    match state {
        State::Draft => Picture::New,
        State::Review => Picture::Running,
        State::Scheduled => Picture::OutsideHours,
        State::Published => Picture::Met,
        State::Outdated => Picture::DueSoon,
        State::PendingRetirement => Picture::Paused,
        State::Retired => Picture::Close,
    }
}
