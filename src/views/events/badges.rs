//! How severities and states look: a word, a tone and a shape each.

use itsm::monitoring::{Severity, State};

use crate::ui::{Choice, Picture, Tone};

/// The tone of a severity.
pub fn tone(severity: Severity) -> Tone {
    match severity {
        Severity::Informational => Tone::Slate,
        Severity::Warning => Tone::Warn,
        Severity::Exception => Tone::Bad,
    }
}

/// The shape of a severity.
pub fn picture(severity: Severity) -> Picture {
    match severity {
        Severity::Informational => Picture::Info,
        Severity::Warning => Picture::DueSoon,
        Severity::Exception => Picture::Breached,
    }
}

/// The tone of a state.
pub fn state_tone(state: State) -> Tone {
    match state {
        State::Open => Tone::Neutral,
        State::Acknowledged | State::Noted => Tone::Slate,
        State::Cleared | State::Closed => Tone::Ok,
    }
}

/// The shape of a state.
pub fn state_picture(state: State) -> Picture {
    match state {
        State::Noted => Picture::Note,
        State::Open => Picture::New,
        State::Acknowledged => Picture::Person,
        State::Cleared => Picture::Met,
        State::Closed => Picture::Check,
    }
}

/// The severities to choose from, with what each means.
pub fn severities() -> Vec<Choice> {
    let detail = |severity| match severity {
        Severity::Informational => "All is as it should be. Kept for the record.",
        Severity::Warning => "Something comes near a limit. There is still time.",
        Severity::Exception => "Something is not as it should be, or has failed.",
    };
    Severity::ALL.map(|severity| Choice::new(severity.word(), severity.word()).with_detail(detail(severity))).to_vec()
}

/// The severity of a word.
pub fn severity(word: &str) -> Option<Severity> {
    Severity::ALL.into_iter().find(|severity| severity.word() == word)
}
