//! Turns events into state. Checks nothing and cannot fail: what may happen was decided before.

use chrono::{DateTime, Utc};

use super::command::{Amendment, Statement};
use super::event::Event;
use super::record::{Change, Closure, Return, Review, WorkOrder};
use super::risk::{Factor, Raised, Risk};
use super::state::{OrderState, State};
use crate::approval::{self, Outcome, Round, Vote};
use crate::desk::Desk;
use crate::ids::{ChangeId, PersonId};

/// Applies one event. One for an unknown change, or a second raising of a known one, changes nothing.
pub(crate) fn apply(desk: &mut Desk, id: ChangeId, event: &Event, at: DateTime<Utc>, by: PersonId) {
    if let Event::Raised(statement) = event {
        desk.changes.begin(id, || raised(id, statement, at, by));
    } else if let Some(change) = desk.changes.get_mut(id) {
        // An event that arrives late does not make the record older.
        change.changed_at = change.changed_at.max(at);
        change.change(event, at, by);
    }
}

fn raised(id: ChangeId, statement: &Statement, at: DateTime<Utc>, by: PersonId) -> Change {
    Change {
        id,
        summary: statement.summary.clone(),
        description: statement.description.clone(),
        kind: statement.kind,
        template: statement.template,
        requested_by: statement.requested_by.unwrap_or(by),
        services: statement.services.clone(),
        items: statement.items.clone(),
        category: statement.category,
        group: statement.group,
        assignee: statement.assignee,
        state: State::New,
        risk: Risk { answers: statement.answers, ..Risk::default() },
        plans: statement.plans.clone(),
        planned: statement.planned,
        began_at: None,
        ended_at: None,
        rounds: vec![],
        asked: 0,
        returned: None,
        orders: Default::default(),
        review: None,
        closure: None,
        opened_at: at,
        opened_by: by,
        changed_at: at,
    }
}

/// Notes an answer in the round that is asked; gives what all rounds have come to.
pub(super) fn answer(rounds: &mut [Round], seat: PersonId, vote: Vote) -> Outcome {
    if let Some((place, _)) = approval::asked(rounds)
        && let Some(round) = rounds.get_mut(place)
    {
        round.answer(seat, vote);
    }
    approval::outcome(rounds)
}

impl Change {
    fn change(&mut self, event: &Event, at: DateTime<Utc>, by: PersonId) {
        match event {
            Event::Amended(amendment) => self.amend(amendment, at, by),
            Event::Assigned { group, assignee } => (self.group, self.assignee) = (*group, *assignee),
            Event::Assessed => self.state = State::Assess,
            Event::Asked(rounds) => {
                self.state = State::Authorize;
                self.rounds = rounds.clone();
                self.asked = self.asked.saturating_add(1);
                self.returned = None;
            }
            Event::Answered { seat, approves, because } => {
                let vote = Vote { approves: *approves, because: because.clone(), by, at };
                if answer(&mut self.rounds, *seat, vote) == Outcome::Refused {
                    self.state = State::Assess;
                    self.returned = Some(Return::Refused { by: *seat, because: because.clone() });
                }
            }
            Event::SentBack { because } => {
                self.state = State::Assess;
                let withdrawn = |because| Return::Withdrawn { because };
                self.returned = Some(because.clone().map_or(Return::Amended, withdrawn));
            }
            Event::Scheduled(planned) => {
                self.state = State::Scheduled;
                self.planned = Some(*planned);
            }
            Event::Begun => {
                self.state = State::Implement;
                self.began_at = Some(at);
            }
            Event::Implemented => {
                self.state = State::Review;
                self.ended_at = Some(at);
            }
            Event::Reviewed(findings) => self.review = Some(Review { findings: findings.clone(), by, at }),
            Event::Closed { code, notes } => {
                self.state = State::Closed;
                self.closure = Some(Closure { code: Some(*code), notes: notes.clone(), by, at });
            }
            Event::Cancelled { because } => {
                self.state = State::Cancelled;
                self.closure = Some(Closure { code: None, notes: because.clone(), by, at });
                let open = self.orders.values_mut().filter(|order| order.state.is_open());
                open.for_each(|order| order.state = OrderState::Cancelled);
            }
            Event::OrderAdded { order, plan } => {
                let made = || WorkOrder { id: *order, plan: plan.clone(), state: OrderState::Created, note: "".into() };
                self.orders.entry(*order).or_insert_with(made);
            }
            Event::OrderAmended { order, plan } => {
                if let Some(order) = self.orders.get_mut(order) {
                    order.plan = plan.clone();
                }
            }
            Event::OrderMoved { order, to, note } => {
                if let Some(order) = self.orders.get_mut(order) {
                    order.state = *to;
                    order.note = note.clone();
                }
            }
            // The words stay in the journal; the record needs only that something happened.
            Event::Noted { .. } | Event::Raised(_) => {}
        }
    }

    fn amend(&mut self, amendment: &Amendment, at: DateTime<Utc>, by: PersonId) {
        match amendment {
            Amendment::Summary(text) => self.summary = text.clone(),
            Amendment::Description(text) => self.description = text.clone(),
            Amendment::Category(id) => self.category = *id,
            Amendment::Kind(kind) => self.kind = *kind,
            Amendment::RequestedBy(person) => self.requested_by = *person,
            Amendment::Planned(span) => self.planned = *span,
            Amendment::Services(ids) => self.services = ids.clone(),
            Amendment::Items(ids) => self.items = ids.clone(),
            Amendment::Implementation(text) => self.plans.implementation = text.clone(),
            Amendment::Test(text) => self.plans.test = text.clone(),
            Amendment::BackOut(text) => self.plans.back_out = text.clone(),
            Amendment::Answers(answers) => self.risk.answers = Some(*answers),
            Amendment::Raise { factor, to, because } => {
                let raised = to.map(|level| Raised { level, because: because.clone(), by, at });
                match factor {
                    Factor::Likelihood => self.risk.likelihood = raised,
                    Factor::Impact => self.risk.impact = raised,
                }
            }
        }
    }
}
