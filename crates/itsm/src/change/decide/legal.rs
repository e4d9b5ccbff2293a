//! Whether an event decided elsewhere, against an older record, may still be applied to the record as it is.

use super::allowed::{Action, check};
use super::{amend, authorise, orders, work};
use crate::change::event::Event;
use crate::desk::Desk;
use crate::ids::{ChangeId, PersonId};
use crate::refusal::Refusal;

/// The rules of `decide`, save those about the form's values: these were checked where it was decided.
pub(crate) fn legal(desk: &Desk, id: ChangeId, event: &Event, by: PersonId) -> Result<(), Refusal> {
    let may = |action| check(desk, id, action).map(drop);
    match event {
        Event::Raised(_) => desk.changes.is_free(id),
        Event::Amended(amendment) => amend::legal(desk.changes.get(id)?, amendment),
        Event::Assigned { assignee, .. } => work::stays_led(check(desk, id, Action::Assign)?, *assignee),
        Event::Assessed => may(Action::Assess),
        Event::Asked(rounds) => {
            let change = check(desk, id, Action::Ask)?;
            authorise::still_fit(change, rounds)
        }
        Event::Answered { seat, .. } => {
            let change = desk.changes.get(id)?;
            authorise::is_asked(change)?;
            authorise::may_vote(&change.rounds, *seat, by, change.is_own(by))
        }
        Event::SentBack { .. } => may(Action::Withdraw),
        Event::Scheduled(_) => may(Action::Schedule),
        Event::Begun => may(Action::Implement),
        Event::Implemented => may(Action::BeginReview),
        Event::Reviewed(_) => may(Action::Review),
        Event::Closed { code, .. } => work::code_fits(check(desk, id, Action::Close)?, *code),
        Event::Cancelled { .. } => may(Action::Cancel),
        Event::Noted { .. } => may(Action::Note),
        Event::OrderAdded { order, plan } => {
            let change = check(desk, id, Action::AddOrder)?;
            if change.orders.contains_key(order) {
                return Err(Refusal::Rule {
                    rule: "its number is taken",
                    because: "two work orders cannot be told apart then",
                });
            }
            orders::follows(change, *order, &plan.after)
        }
        Event::OrderAmended { order, plan } => {
            let change = check(desk, id, Action::AddOrder)?;
            let now = orders::open_order(change, *order)?;
            orders::follows(change, *order, &plan.after)?;
            orders::may_be_planned_so(change, now.state, plan)
        }
        Event::OrderMoved { order, to, .. } => orders::may_advance(desk.changes.get(id)?, *order, *to),
    }
}
