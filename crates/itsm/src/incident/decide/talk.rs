//! Public replies and work notes.

use std::sync::Arc;

use super::Steps;
use super::allowed::{Action, check};
use super::fields::filled;
use super::log::follow_up;
use crate::desk::{Context, Desk};
use crate::ids::IncidentId;
use crate::incident::command::Side;
use crate::incident::event::Event;
use crate::incident::state::{HoldReason, State};
use crate::refusal::Refusal;

pub(super) fn reply(
    desk: &Desk,
    id: IncidentId,
    side: Side,
    text: Arc<str>,
    context: &Context,
) -> Result<Steps, Refusal> {
    let incident = check(desk, id, Action::Reply(side))?;
    let text = filled(text, "text", "an empty message tells the other side nothing")?;
    match (side, incident.state) {
        (Side::Caller, State::Closed | State::Cancelled) => follow_up(desk, incident, text, context),
        (Side::Caller, State::OnHold(HoldReason::Caller)) => {
            Ok(vec![(id, Event::Replied { side, text }), (id, Event::Started)])
        }
        _ => Ok(vec![(id, Event::Replied { side, text })]),
    }
}

pub(super) fn note(desk: &Desk, id: IncidentId, text: Arc<str>) -> Result<Steps, Refusal> {
    check(desk, id, Action::Note)?;
    let text = filled(text, "text", "an empty note tells your colleagues nothing")?;
    Ok(vec![(id, Event::Noted { text })])
}
