//! What is known of one template.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::approval::Round;
use crate::change::in_rounds;
use crate::change::record::{Plans, Return};
use crate::change::risk::{Answers, Risk, Weighed};
use crate::directory::EntryId;
use crate::ids::{CategoryId, ChangeTemplateId, GroupId, PersonId, ServiceId};

/// What a template says. Also the payload of its events.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Body {
    /// What people call it; the summary of a change made from it begins with it.
    pub name: Arc<str>,
    /// When it fits, and when it does not.
    pub description: Arc<str>,
    /// What kind of change.
    pub category: Option<CategoryId>,
    /// The team that does it.
    pub group: Option<GroupId>,
    /// The services that it touches.
    pub services: Vec<ServiceId>,
    /// The answers about its risk, each time it is done as it says.
    pub answers: Option<Answers>,
    /// How it is done, tested and undone.
    pub plans: Plans,
}

impl Body {
    /// Its risk in numbers, once the questions are answered.
    pub fn weighed(&self) -> Option<Weighed> {
        Risk { answers: self.answers, ..Risk::default() }.weighed()
    }
}

/// Where a template stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum State {
    /// It is written, and not authorised as it stands.
    Draft,
    /// Its change authority is asked.
    Authorize,
    /// Authorised: standard changes are made from it.
    InForce,
    /// Offered no more.
    Retired,
}

impl State {
    /// Every state, in the order of a life.
    pub const ALL: [State; 4] = [State::Draft, State::Authorize, State::InForce, State::Retired];

    /// The state's name.
    pub fn word(self) -> &'static str {
        match self {
            State::Draft => "Draft",
            State::Authorize => "Authorize",
            State::InForce => "In force",
            State::Retired => "Retired",
        }
    }
}

/// One template, as its events leave it.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeTemplate {
    /// Which one.
    pub id: ChangeTemplateId,
    /// What it says.
    pub body: Body,
    /// Where it stands.
    pub state: State,
    /// Who wrote it as it stands; they never authorise it.
    pub written_by: PersonId,
    /// How often it was written, from 1.
    pub version: u32,
    /// Who was asked last, and what they said.
    pub rounds: Vec<Round>,
    /// Why it came back, until it is put to its change authority again.
    pub returned: Option<Return>,
    /// When it was last authorised.
    pub authorised_at: Option<DateTime<Utc>>,
    /// Why it is offered no more; empty until then.
    pub retired_because: Arc<str>,
    /// When it was first written.
    pub opened_at: DateTime<Utc>,
    /// When anything last happened to it.
    pub changed_at: DateTime<Utc>,
}

impl ChangeTemplate {
    pub(super) fn begun(id: ChangeTemplateId, body: &Body, at: DateTime<Utc>, by: PersonId) -> Self {
        Self {
            id,
            body: body.clone(),
            state: State::Draft,
            written_by: by,
            version: 1,
            rounds: vec![],
            returned: None,
            authorised_at: None,
            retired_because: "".into(),
            opened_at: at,
            changed_at: at,
        }
    }

    /// Whether standard changes can be made from it.
    pub fn is_in_force(&self) -> bool {
        self.state == State::InForce
    }

    /// Whether it names an entry of the directory.
    pub(in crate::change) fn names(&self, entry: EntryId) -> bool {
        match entry {
            EntryId::Person(id) => self.written_by == id || in_rounds(&self.rounds, id),
            EntryId::Group(id) => self.body.group == Some(id),
            EntryId::Category(id) => self.body.category == Some(id),
            EntryId::Service(id) => self.body.services.contains(&id),
            EntryId::Item(_) => false,
        }
    }
}
