//! How a change looks in a line: its state, its type, its risk. Tone, shape and word, never colour alone.

use itsm::change::{Band, Change, ChangeType, CloseCode, OrderState, State, Weighed};

use crate::ui::{Picture, Tone};
use crate::views::record::Mark;
use crate::views::words;

/// Where a change stands ("Closed, backed out").
pub fn state(change: &Change) -> Mark {
    let (tone, picture) = match (change.state, change.close_code()) {
        (State::New, _) => (Tone::Slate, Picture::New),
        (State::Assess, _) if change.returned.is_some() => (Tone::Warn, Picture::Back),
        (State::Authorize, _) if change.awaits_approval() => (Tone::Warn, Picture::Paused),
        (State::Scheduled, _) => (Tone::Ok, Picture::Running),
        (State::Assess | State::Authorize | State::Implement | State::Review, _) => (Tone::Neutral, Picture::Running),
        (State::Closed, Some(CloseCode::Successful)) => (Tone::Ok, Picture::Met),
        (State::Closed, Some(CloseCode::SuccessfulWithIssues)) => (Tone::Warn, Picture::DueSoon),
        (State::Closed, _) => (Tone::Bad, Picture::Breached),
        (State::Cancelled, _) => (Tone::Neutral, Picture::Close),
    };
    Mark { tone, picture: Some(picture), label: label(change) }
}

/// The words of its state.
pub fn label(change: &Change) -> String {
    match (change.state, change.close_code()) {
        (State::Closed, Some(code)) => "Closed, ".to_owned() + &code.word().to_lowercase(),
        (State::Authorize, _) if change.awaits_approval() => "Authorize, awaiting approval".to_owned(),
        (State::Authorize, _) => "Authorize, approved".to_owned(),
        (State::Assess, _) if change.returned.is_some() => "Assess, sent back".to_owned(),
        (state, _) => state.word().to_owned(),
    }
}

/// Which way it goes.
pub fn kind(kind: ChangeType) -> Mark {
    let tone = if kind == ChangeType::Emergency { Tone::Bad } else { Tone::Neutral };
    let picture = (kind == ChangeType::Emergency).then_some(Picture::Problem);
    Mark { tone, picture, label: kind.word().to_owned() }
}

/// "Risk 12, medium".
pub fn risk(weighed: Weighed) -> Mark {
    let (tone, picture) = band(weighed.band());
    let label = ["Risk ", &weighed.score().to_string(), ", ", &weighed.band().word().to_lowercase()].concat();
    Mark { tone, picture, label }
}

fn band(band: Band) -> (Tone, Option<Picture>) {
    match band {
        Band::VeryLow | Band::Low => (Tone::Neutral, None),
        Band::Medium => (Tone::Warn, Some(Picture::DueSoon)),
        Band::High | Band::VeryHigh => (Tone::Bad, Some(Picture::Breached)),
    }
}

/// Where a work order stands.
pub fn order(state: OrderState) -> Mark {
    let (tone, picture) = match state {
        OrderState::Created => (Tone::Slate, Picture::New),
        OrderState::Accepted | OrderState::Ready => (Tone::Neutral, Picture::Paused),
        OrderState::InProgress => (Tone::Neutral, Picture::Running),
        OrderState::Closed => (Tone::Ok, Picture::Met),
        OrderState::Cancelled => (Tone::Neutral, Picture::Close),
    };
    Mark { tone, picture: Some(picture), label: state.word().to_owned() }
}

/// "Caused 5 incidents", if it caused any.
pub fn caused(incidents: usize) -> Option<Mark> {
    let label = "Caused ".to_owned() + &words::count(incidents, "incident", "incidents");
    (incidents > 0).then_some(Mark { tone: Tone::Bad, picture: Some(Picture::Problem), label })
}
