//! Monitoring and event management: what changed by itself, what it means, and what is done about it.
//!
//! An event is a change of state that matters for managing a service. Most are to be kept and no more; some need
//! somebody now. What one cause repeats is one record (an alert): it is found by its key, so that a hundred messages make one
//! incident. `rules` says what is done with what, `judge` applies the rules to one event, `decide` takes in many at
//! once. What was decided, and by which rule, is part of the event: a later change of the rules does not rewrite it.

mod apply;
mod command;
mod decide;
mod event;
mod judge;
mod record;
mod rules;
mod state;
mod words;

use crate::card::Card;
use crate::desk::{Desk, RecordId};
use crate::directory::EntryId;
use crate::ids::{AlertId, IncidentId};
use crate::link::Relation;
use crate::register::Numbered;

pub(crate) use apply::apply;
pub use command::{Command, Signal};
pub use decide::{Action, MOST_SIGNALS, key_of, why_not};
pub(crate) use decide::{decide, legal};
pub use event::{Event, Sighting};
pub use judge::{Held, Outcome, Rehearsed, Verdict, rehearse};
pub use record::{Alert, Seen};
pub use rules::{Match, Raise, Repeats, Rule, Rules, Then};
pub use state::{Severity, State};

impl Numbered for AlertId {
    const PREFIX: &'static str = "EVT";
    const WHAT: &'static str = "event";
}

impl Event {
    /// Whether a record begins with it, so that a number was given.
    pub fn begins(&self) -> bool {
        matches!(self, Event::Begun(_))
    }
}

/// What other pages say of it.
pub(crate) fn card(desk: &Desk, id: AlertId) -> Option<Card> {
    let alert = desk.alerts.get(id).ok()?;
    Some(Card {
        id: RecordId::Alert(id),
        number: desk.alerts.number(id),
        title: alert.message.to_string(),
        state: alert.state.word(),
        is_open: alert.state.is_open(),
    })
}

/// Whether a record or a rule names an entry of the directory, which then must keep its name.
pub(crate) fn mentions(desk: &Desk, entry: EntryId) -> bool {
    let by_alert = match entry {
        EntryId::Item(id) => desk.alerts.all().any(|alert| alert.item == Some(id)),
        _ => false,
    };
    by_alert || desk.event_rules().rules.iter().any(|rule| rule.names(entry))
}

impl Desk {
    /// What is done with events.
    pub fn event_rules(&self) -> &Rules {
        self.event_rules.as_deref().unwrap_or(Rules::standard())
    }

    /// The incidents that an event led to, in the order of their ids.
    pub fn incidents_of_alert(&self, id: AlertId) -> impl Iterator<Item = IncidentId> {
        self.links.from(RecordId::Alert(id)).filter_map(|link| match (link.relation, link.to) {
            (Relation::LedTo, RecordId::Incident(incident)) => Some(incident),
            _ => None,
        })
    }
}
