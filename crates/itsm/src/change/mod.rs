//! Change enablement: making as many changes succeed as possible, by weighing risk, authorising and scheduling.
//!
//! The life cycle is ServiceNow's (New, Assess, Authorize, Scheduled, Implement, Review, Closed or Cancelled), with two
//! corrections from ITIL: an emergency change has a short Assess, because assessment is expedited and not skipped, and
//! a standard change begins from a template that was assessed and authorised once. The files are those of
//! [`crate::problem`]; `risk` weighs, `authority` says who is asked, `template` holds the templates.

mod apply;
pub mod authority;
mod command;
mod decide;
mod event;
mod planned;
mod record;
pub mod risk;
mod state;
pub mod template;
mod words;

pub(crate) use apply::apply;
pub use authority::{Asked, Body};
pub use command::{Amendment, Board, Command, Statement};
pub use decide::{Action, why_not, why_not_answer, why_not_order};
pub(crate) use decide::{decide, legal};
pub use event::Event;
pub use planned::{plan, planned};
pub use record::{Change, Closure, Findings, OrderId, OrderPlan, Plans, Return, Review, Span, WorkOrder};
pub use risk::{Answers, Band, Factor, Question, Raised, Risk, Weighed};
pub use state::{ChangeType, CloseCode, OrderState, State};

use crate::approval::Round;
use crate::card::Card;
use crate::desk::{Desk, RecordId};
use crate::directory::EntryId;
use crate::ids::{ChangeId, IncidentId, PersonId};
use crate::link::Relation;
use crate::register::Numbered;

impl Numbered for ChangeId {
    const PREFIX: &'static str = "CHG";
    const WHAT: &'static str = "change";
}

/// Incidents that a change caused, as they are linked to it.
pub fn caused(desk: &Desk, id: ChangeId) -> impl Iterator<Item = IncidentId> {
    let links = desk.links().to(RecordId::Change(id)).filter(|link| link.relation == Relation::CausedBy);
    links.filter_map(|link| match link.to {
        RecordId::Incident(incident) => Some(incident),
        _ => None,
    })
}

/// What other pages say of it.
pub(crate) fn card(desk: &Desk, id: ChangeId) -> Option<Card> {
    let change = desk.changes.get(id).ok()?;
    Some(Card {
        id: RecordId::Change(id),
        number: desk.changes.number(id),
        title: change.summary.to_string(),
        state: change.close_code().map_or(change.state.word(), CloseCode::word),
        is_open: change.state.is_open(),
    })
}

/// Whether somebody in these rounds was asked, may stand in, or answered.
fn in_rounds(rounds: &[Round], person: PersonId) -> bool {
    rounds.iter().any(|round| {
        round.approvers.contains(&person)
            || round.delegates.values().any(|delegate| *delegate == person)
            || round.votes.values().any(|vote| vote.by == person)
    })
}

/// Whether one of them names an entry of the directory, which then must keep its name.
pub(crate) fn mentions(desk: &Desk, entry: EntryId) -> bool {
    desk.changes.all().any(|change| names(change, entry))
        || desk.change_templates.all().any(|template| template.names(entry))
}

fn names(change: &Change, entry: EntryId) -> bool {
    let mut orders = change.orders.values().map(|order| &order.plan);
    match entry {
        EntryId::Person(id) => {
            change.is_own(id)
                || in_rounds(&change.rounds, id)
                || change.opened_by == id
                || orders.any(|order| order.assignee == Some(id))
        }
        EntryId::Group(id) => change.group == Some(id) || orders.any(|order| order.group == Some(id)),
        EntryId::Category(id) => change.category == Some(id),
        EntryId::Service(id) => change.services.contains(&id),
        EntryId::Item(id) => change.items.contains(&id),
    }
}

/// Whether an open change waits for the group or the person, who then cannot be retired.
pub(crate) fn waits_for(desk: &Desk, entry: EntryId) -> bool {
    let is_with = |change: &Change| match entry {
        EntryId::Group(id) => {
            change.group == Some(id) || change.open_orders().any(|order| order.plan.group == Some(id))
        }
        EntryId::Person(id) => {
            let is_asked = change.awaits_approval() && change.rounds.iter().any(|round| round.approvers.contains(&id));
            change.assignee == Some(id) || is_asked || change.open_orders().any(|order| order.plan.assignee == Some(id))
        }
        EntryId::Category(_) | EntryId::Service(_) | EntryId::Item(_) => false,
    };
    desk.changes.all().any(|change| change.state.is_open() && is_with(change))
}
