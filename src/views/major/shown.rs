//! How far a major incident is, in words and shapes, and the addresses of its pages.

use itsm::IncidentId;
use itsm::major::Standing;
use leptos::prelude::*;

use crate::route::{Practice, Route};
use crate::session::Session;
use crate::ui::{Badge, Picture, Tone};

/// How a standing looks.
pub fn tone(standing: Standing) -> Tone {
    match standing {
        Standing::Candidate => Tone::Warn,
        Standing::Running => Tone::Bad,
        Standing::Ended => Tone::Ok,
        Standing::Rejected | Standing::Demoted => Tone::Neutral,
    }
}

/// Its shape.
pub fn picture(standing: Standing) -> Picture {
    match standing {
        Standing::Candidate => Picture::DueSoon,
        Standing::Running => Picture::Breached,
        Standing::Ended => Picture::Met,
        Standing::Rejected | Standing::Demoted => Picture::Close,
    }
}

/// The badge.
pub fn badge(standing: Standing) -> AnyView {
    view! { <Badge tone=tone(standing) picture=Some(picture(standing)) label=standing.word() /> }.into_any()
}

/// The page that it is led from.
pub fn lead(number: &str) -> Route {
    Practice::Major.at(number)
}

/// Its report.
pub fn report(number: &str) -> Route {
    Practice::Major.at(number.to_owned() + "/report")
}

/// What users would see.
pub fn status(number: &str) -> Route {
    Practice::Major.at(number.to_owned() + "/status")
}

/// The number people call an incident by.
pub fn number(session: Session, id: IncidentId) -> String {
    session.peek(|workspace| workspace.desk().incident_number(id)).unwrap_or_default()
}
