//! How long people wait for the desk: from the opening to its first reaction (which the response clock takes: a public
//! reply, or work began), and to its first public reply, which is all that the caller can see.

use chrono::{DateTime, Utc};
use itsm::incident::{Event, Incident, MilestoneKind, Side, State};

use super::turns::first_applied;
use super::{Period, Spread};
use crate::Workspace;

/// What was opened in the period, and how soon the desk reacted. Each spread is `None` where there was nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reply {
    /// Until the first reaction, by the wall clock.
    pub reaction: Option<Spread>,
    /// Until the first reaction, within the desk's hours.
    pub reaction_business: Option<Spread>,
    /// Until the first public reply, by the wall clock.
    pub public: Option<Spread>,
    /// Until the first public reply, within the desk's hours.
    pub public_business: Option<Spread>,
    /// Opened in the period.
    pub opened: usize,
    /// Open, and without any reaction so far: not in any of the spreads.
    pub waiting: usize,
}

/// Measures what was opened in the period.
pub fn reply(workspace: &Workspace, period: &Period) -> Reply {
    among(workspace, period, |_| true)
}

/// The same, of some incidents.
pub(super) fn among(workspace: &Workspace, period: &Period, is_of: impl Fn(&Incident) -> bool) -> Reply {
    let calendar = workspace.desk().agreement().calendar();
    let replies = first_applied(workspace, |event| matches!(event, Event::Replied { side: Side::Desk, .. }));
    let mut reply = Reply::default();
    let mut all: [Vec<i64>; 4] = Default::default();
    for incident in workspace.desk().incidents().filter(|incident| period.has(incident.opened_at) && is_of(incident)) {
        let reaction = reacted_at(incident);
        let public = replies.get(&incident.id).copied();
        reply.opened += 1;
        reply.waiting += usize::from(reaction.is_none() && public.is_none() && incident.state.is_open());
        let [wall, business, public_wall, public_business] = &mut all;
        for (at, wall, business) in [(reaction, wall, business), (public, public_wall, public_business)] {
            if let Some(at) = at {
                let at = at.max(incident.opened_at);
                wall.push((at - incident.opened_at).num_seconds());
                business.push(calendar.between(incident.opened_at, at).num_seconds());
            }
        }
    }
    let [reaction, reaction_business, public, public_business] = all.each_mut().map(|spans| Spread::of(spans));
    Reply { reaction, reaction_business, public, public_business, ..reply }
}

/// The first reaction: the milestone of a response. What was ended without one is not a reaction.
fn reacted_at(incident: &Incident) -> Option<DateTime<Utc>> {
    let responded = incident.milestones.iter().find(|milestone| milestone.what == MilestoneKind::Responded)?;
    (incident.state != State::Cancelled).then_some(responded.at)
}
