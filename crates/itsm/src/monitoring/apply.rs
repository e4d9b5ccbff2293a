//! Turns events into state. Checks nothing and cannot fail: what may happen was decided before.

use chrono::{DateTime, Utc};

use super::event::{Event, Sighting};
use super::judge::Outcome;
use super::record::{Alert, MOST_KEPT, Seen};
use super::state::{Severity, State};
use crate::desk::Desk;
use crate::ids::{AlertId, PersonId};

/// Applies one event.
pub(crate) fn apply(desk: &mut Desk, id: AlertId, event: &Event, at: DateTime<Utc>, by: PersonId) {
    if let Event::Begun(sighting) = event {
        desk.alerts.begin(id, || Alert::begun(id, sighting, at));
    } else if let Some(alert) = desk.alerts.get_mut(id) {
        alert.change(event, at, by);
    }
}

impl Alert {
    /// What the first event of a cause leaves.
    pub(super) fn begun(id: AlertId, sighting: &Sighting, at: DateTime<Utc>) -> Self {
        let mut alert = Self {
            id,
            key: sighting.key.clone(),
            source: sighting.source.clone(),
            item: sighting.item,
            message: sighting.message.clone(),
            severity: sighting.counts_as,
            state: State::Noted,
            first_at: sighting.at,
            last_at: sighting.at,
            count: 0,
            latest: vec![],
            flips: vec![],
            verdict: sighting.verdict.clone(),
            acknowledged_by: None,
            opened_at: at,
            changed_at: at,
        };
        alert.see(sighting);
        alert
    }

    /// What a later event leaves.
    pub(super) fn change(&mut self, event: &Event, at: DateTime<Utc>, by: PersonId) {
        // An event that arrives late does not make the record older.
        self.changed_at = self.changed_at.max(at);
        match event {
            Event::Repeated(sighting) => self.see(sighting),
            Event::Acknowledged => {
                self.state = State::Acknowledged;
                self.acknowledged_by = Some(by);
            }
            Event::Closed { .. } => self.state = State::Closed,
            Event::Begun(_) | Event::RaisedByHand | Event::Noted { .. } => {}
        }
    }

    fn see(&mut self, sighting: &Sighting) {
        let Sighting { at, severity, counts_as, recovers, .. } = *sighting;
        let is_worse = counts_as > self.severity;
        self.count = self.count.saturating_add(1);
        keep(&mut self.latest, Seen { at, severity, recovers });
        self.verdict = sighting.verdict.clone();
        self.first_at = self.first_at.min(at);
        let is_latest = at >= self.last_at;
        self.last_at = self.last_at.max(at);
        if is_latest && !recovers {
            self.message = sighting.message.clone();
            self.severity = counts_as;
        }
        self.become_after(sighting.verdict.outcome, counts_as, is_worse, at);
    }

    fn become_after(&mut self, outcome: Outcome, counts_as: Severity, is_worse: bool, at: DateTime<Utc>) {
        let next = match (outcome, self.state) {
            (Outcome::Cleared, State::Closed) => State::Closed,
            (Outcome::Cleared, _) => State::Cleared,
            (Outcome::LateRecovery | Outcome::Ignored, now) => now,
            (Outcome::Noted, now) if counts_as == Severity::Informational => now,
            // Who knows of a warning does not know yet that it has become worse.
            (_, State::Acknowledged) if !is_worse => State::Acknowledged,
            _ => State::Open,
        };
        if matches!((self.state.is_open(), next), (true, State::Cleared))
            || (self.state, next) == (State::Cleared, State::Open)
        {
            keep(&mut self.flips, at);
        }
        if next != State::Acknowledged {
            self.acknowledged_by = None;
        }
        self.state = next;
    }
}

/// Adds to a list that keeps the latest only.
fn keep<T>(list: &mut Vec<T>, one: T) {
    if list.len() >= MOST_KEPT {
        list.remove(0);
    }
    list.push(one);
}
