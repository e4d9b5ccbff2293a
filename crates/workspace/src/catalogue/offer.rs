//! What of a catalogue is offered to whom on a day: what a portal lists, and why it does not list the rest.

use std::sync::Arc;

use chrono::NaiveDate;
use itsm::ServiceId;
use itsm::catalogue::{AudienceId, Catalogue, Content, Listed, Stage, Status};

/// How a catalogue is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum As {
    /// By customers: what is launched and valid.
    Customers,
    /// By those who write it, and by whom they ask: also what is not launched yet.
    Preview,
}

/// Whether a service is offered, and if not, why.
#[derive(Clone, Debug, PartialEq)]
pub enum Standing {
    /// It can be looked at and ordered.
    Offered,
    /// It is not launched yet, or its first day has not come.
    NotYet(Option<NaiveDate>),
    /// Its last day is over.
    Over(NaiveDate),
    /// It is no longer offered.
    Retired,
    /// It is for others; these are they, by name.
    NotForYou(Vec<Arc<str>>),
    /// The catalogue has no such service.
    Unknown,
}

/// How a service stands on a day, seen as an audience (`None` sees everything).
pub fn standing(
    catalogue: &Catalogue,
    id: ServiceId,
    looked_at: As,
    audience: Option<AudienceId>,
    today: NaiveDate,
) -> Standing {
    let Some(Listed { content, status, .. }) = catalogue.services.get(&id) else { return Standing::Unknown };
    match (status, looked_at) {
        (status, _) if status.stage() == Stage::Retired => Standing::Retired,
        (Status::Rejected, _) => Standing::Unknown,
        (_, As::Preview) => for_whom(catalogue, content, audience),
        (Status::Launched, As::Customers) => match (content.valid_from, content.valid_to) {
            (Some(from), _) if today < from => Standing::NotYet(Some(from)),
            (_, Some(until)) if until < today => Standing::Over(until),
            _ => for_whom(catalogue, content, audience),
        },
        (_, As::Customers) => Standing::NotYet(None),
    }
}

fn for_whom(catalogue: &Catalogue, content: &Content, audience: Option<AudienceId>) -> Standing {
    match audience {
        Some(one) if !content.audiences.is_empty() && !content.audiences.contains(&one) => {
            let names = content.audiences.iter().filter_map(|id| catalogue.audiences.get(id).cloned());
            Standing::NotForYou(names.collect())
        }
        _ => Standing::Offered,
    }
}

/// The catalogue with only the services that are offered on a day, whoever looks.
pub fn offered(catalogue: &Catalogue, looked_at: As, today: NaiveDate) -> Catalogue {
    let is_offered = |id: &ServiceId| standing(catalogue, *id, looked_at, None, today) == Standing::Offered;
    let services = catalogue.services.iter().filter(|(id, _)| is_offered(id));
    Catalogue { services: services.map(|(id, listed)| (*id, listed.clone())).collect(), ..catalogue.clone() }
}
