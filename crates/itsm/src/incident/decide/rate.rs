//! How content the caller is.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::Steps;
use super::allowed::{Action, check};
use crate::desk::{Context, Desk};
use crate::ids::IncidentId;
use crate::incident::event::Event;
use crate::incident::record::Incident;
use crate::refusal::Refusal;
use crate::satisfaction::{self, Score};

/// Why the caller may not say now how content they are, or `None` where they may.
pub fn why_not_rate(desk: &Desk, incident: IncidentId, now: DateTime<Utc>) -> Option<Refusal> {
    may_rate(desk, incident, now).err()
}

fn may_rate(desk: &Desk, id: IncidentId, now: DateTime<Utc>) -> Result<&Incident, Refusal> {
    let incident = check(desk, id, Action::Rate)?;
    satisfaction::may_answer(incident.rating.as_ref(), incident.closed_at, now)?;
    Ok(incident)
}

pub(super) fn rate(
    desk: &Desk,
    id: IncidentId,
    score: Score,
    words: Arc<str>,
    context: &Context,
) -> Result<Steps, Refusal> {
    let incident = may_rate(desk, id, context.now)?;
    let (score, words) = satisfaction::checked(incident.rating.as_ref(), score, words)?;
    Ok(vec![(id, Event::Rated { score, words })])
}
