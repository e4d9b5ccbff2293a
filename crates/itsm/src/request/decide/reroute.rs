//! The ends of a request that is not fulfilled: taken back, or really something else.

use std::sync::Arc;

use super::allowed::{Action, check};
use super::{Steps, on};
use crate::desk::{Context, Desk, Happening, RecordId};
use crate::fields::filled;
use crate::ids::RequestId;
use crate::incident::{self, Report};
use crate::link::{self, Link, Relation};
use crate::refusal::Refusal;
use crate::request::command::Target;
use crate::request::event::Event;
use crate::request::state::Destination;

pub(super) fn cancel(desk: &Desk, id: RequestId, because: Arc<str>) -> Result<Steps, Refusal> {
    check(desk, id, Action::Cancel)?;
    let because = filled(because, "reason", "whoever was asked or has prepared something will want to know")?;
    Ok(vec![on(id, Event::Cancelled { because })])
}

pub(super) fn reroute(
    desk: &Desk,
    id: RequestId,
    to: Target,
    because: Arc<str>,
    context: &Context,
) -> Result<Steps, Refusal> {
    let request = check(desk, id, Action::Reroute)?;
    let because = filled(because, "reason", "the requester has to know why it takes another way")?;
    let Target::Incident { impact, urgency, category, group } = to else {
        return Ok(vec![on(id, Event::Rerouted { to: Destination::Change, because })]);
    };
    let report = Report {
        summary: request.summary.clone(),
        description: request.description.clone(),
        channel: request.channel,
        caller: Some(request.beneficiary.unwrap_or(request.requester)),
        service: request.service,
        item: None,
        category,
        impact,
        urgency,
        group,
        assignee: None,
        follows: None,
    };
    let logged = incident::decide(desk, incident::Command::Log(Box::new(report)), context)?;
    let mut steps = vec![on(id, Event::Rerouted { to: Destination::Incident, because })];
    for (incident, event) in logged {
        steps.push(Happening::Incident(incident, event));
        let link = Link { relation: Relation::LedTo, to: RecordId::Incident(incident) };
        steps.push(Happening::Link(RecordId::Request(id), link::Event::Linked(link)));
    }
    Ok(steps)
}
