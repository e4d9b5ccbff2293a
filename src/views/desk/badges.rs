//! How states and clocks look: tone, shape and word, never colour alone.

use itsm::Desk;
use itsm::incident::{Incident, Stage, State};
use workspace::standing::Breach;

use crate::ui::{Picture, Tone};

/// The tone of a state.
pub fn state_tone(state: State) -> Tone {
    stage_tone(state.stage())
}

/// The tone of a stage.
pub fn stage_tone(stage: Stage) -> Tone {
    match stage {
        Stage::New | Stage::OnHold => Tone::Slate,
        Stage::InProgress | Stage::Closed | Stage::Cancelled => Tone::Neutral,
        Stage::Resolved => Tone::Ok,
    }
}

/// A state in a narrow column: "On Hold · caller".
pub fn state_label(state: State) -> String {
    match state {
        State::OnHold(reason) => {
            let whom = reason.word().trim_start_matches("awaiting ");
            [state.word(), " · ", whom].concat()
        }
        _ => state.word().to_owned(),
    }
}

/// The shape of a state.
pub fn state_picture(state: State) -> Picture {
    stage_picture(state.stage())
}

/// The shape of a stage.
pub fn stage_picture(stage: Stage) -> Picture {
    match stage {
        Stage::New => Picture::New,
        Stage::InProgress => Picture::Running,
        Stage::OnHold => Picture::Paused,
        Stage::Resolved => Picture::Met,
        Stage::Closed => Picture::Check,
        Stage::Cancelled => Picture::Close,
    }
}

/// How a service level class is called in filters and cells.
pub fn breach_word(breach: Breach) -> &'static str {
    match breach {
        Breach::Breached => "Breached",
        Breach::DueSoon => "Due soon",
        Breach::Within => "Within",
        Breach::Paused => "Paused",
        Breach::Met => "Met",
        Breach::NoTarget => "No target",
    }
}

/// The tone of a service level class.
pub fn breach_tone(breach: Breach) -> Tone {
    match breach {
        Breach::Breached => Tone::Bad,
        Breach::DueSoon => Tone::Warn,
        Breach::Met => Tone::Ok,
        Breach::Within | Breach::Paused | Breach::NoTarget => Tone::Neutral,
    }
}

/// The shape of a service level class.
pub fn breach_picture(breach: Breach) -> Picture {
    match breach {
        Breach::Breached => Picture::Breached,
        Breach::DueSoon => Picture::DueSoon,
        Breach::Met => Picture::Met,
        Breach::Paused => Picture::Paused,
        Breach::Within => Picture::Running,
        Breach::NoTarget => Picture::Info,
    }
}

pub use workspace::rules::level_word;

/// Why the priority is what it is: "High impact × medium urgency", and the source's word where it differs.
pub fn why_priority(incident: &Incident, desk: &Desk) -> String {
    let size = desk.matrix().size();
    let mut why = level_word(incident.impact, size)
        + " impact × "
        + &level_word(incident.urgency, size).to_lowercase()
        + " urgency";
    let theirs = incident.foreign.as_ref().and_then(|foreign| foreign.priority);
    if let Some(theirs) = theirs.filter(|theirs| *theirs != incident.priority(desk.matrix())) {
        why.push_str("; the other tool said P");
        why.push_str(&theirs.0.to_string());
    }
    why
}
