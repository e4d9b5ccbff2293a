//! Templates of standard changes: the risk of a procedure is weighed and authorised once, when it is made or changed,
//! and not each time it is used.
//!
//! A template that is revised is not in force until it is authorised anew; changes that were made from it keep what it
//! said then. What is more than a low risk cannot be standard.

mod decide;
mod record;

pub use decide::{Action, why_not, why_not_answer};
pub(crate) use decide::{decide, legal};
pub use record::{Body, ChangeTemplate, State};

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::apply::answer;
use super::command::Board;
use super::record::Return;
use crate::approval::{Outcome, Round, Vote};
use crate::card::Card;
use crate::desk::{Desk, RecordId};
use crate::ids::{ChangeTemplateId, PersonId};
use crate::register::Numbered;

impl Numbered for ChangeTemplateId {
    const PREFIX: &'static str = "STD";
    const WHAT: &'static str = "change template";
}

/// A wish to change a template, which may be refused.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Write a new one.
    Create(Box<Body>),
    /// Write it anew; it has to be authorised again.
    Revise {
        /// Which one.
        template: ChangeTemplateId,
        /// What it says from now on.
        body: Box<Body>,
    },
    /// Put it to its change authority: one board for each round.
    Ask {
        /// Which one.
        template: ChangeTemplateId,
        /// Who is asked, round by round.
        boards: Vec<Board>,
    },
    /// Answer as an approver or their delegate: whoever acts.
    Answer {
        /// Which one.
        template: ChangeTemplateId,
        /// Whether they approve.
        approves: bool,
        /// Their reason; needed for a refusal.
        because: Arc<str>,
    },
    /// Offer it no more.
    Retire {
        /// Which one.
        template: ChangeTemplateId,
        /// Why.
        because: Arc<str>,
    },
}

/// What has happened to one template.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// It was written.
    Created(Box<Body>),
    /// It was written anew.
    Revised(Box<Body>),
    /// It was put to its change authority.
    Asked(Vec<Round>),
    /// An approver answered: a refusal sends it back to its author, the last approval puts it in force.
    Answered {
        /// The approver, whoever answered for them.
        seat: PersonId,
        /// Whether they approve.
        approves: bool,
        /// Their reason.
        because: Arc<str>,
    },
    /// It is offered no more.
    Retired {
        /// Why.
        because: Arc<str>,
    },
}

impl Event {
    /// Whether a record begins with it, so that a number was given.
    pub fn begins(&self) -> bool {
        matches!(self, Event::Created(_))
    }
}

/// Applies one event.
pub(crate) fn apply(desk: &mut Desk, id: ChangeTemplateId, event: &Event, at: DateTime<Utc>, by: PersonId) {
    if let Event::Created(body) = event {
        desk.change_templates.begin(id, || ChangeTemplate::begun(id, body, at, by));
    } else if let Some(template) = desk.change_templates.get_mut(id) {
        template.changed_at = template.changed_at.max(at);
        template.change(event, at, by);
    }
}

impl ChangeTemplate {
    fn change(&mut self, event: &Event, at: DateTime<Utc>, by: PersonId) {
        match event {
            Event::Created(_) => {}
            Event::Revised(body) => {
                self.body = Body::clone(body);
                self.state = State::Draft;
                self.written_by = by;
                self.version = self.version.saturating_add(1);
                self.rounds = vec![];
                self.returned = None;
            }
            Event::Asked(rounds) => {
                self.state = State::Authorize;
                self.rounds = rounds.clone();
                self.returned = None;
            }
            Event::Answered { seat, approves, because } => {
                let vote = Vote { approves: *approves, because: because.clone(), by, at };
                match answer(&mut self.rounds, *seat, vote) {
                    Outcome::Asked => {}
                    Outcome::Approved => {
                        self.state = State::InForce;
                        self.authorised_at = Some(at);
                    }
                    Outcome::Refused => {
                        self.state = State::Draft;
                        self.returned = Some(Return::Refused { by: *seat, because: because.clone() });
                    }
                }
            }
            Event::Retired { because } => {
                self.state = State::Retired;
                self.retired_because = because.clone();
            }
        }
    }
}

/// What other pages say of it.
pub(crate) fn card(desk: &Desk, id: ChangeTemplateId) -> Option<Card> {
    let template = desk.change_templates.get(id).ok()?;
    Some(Card {
        id: RecordId::ChangeTemplate(id),
        number: desk.change_templates.number(id),
        title: template.body.name.to_string(),
        state: template.state.word(),
        is_open: matches!(template.state, State::Draft | State::Authorize),
    })
}
