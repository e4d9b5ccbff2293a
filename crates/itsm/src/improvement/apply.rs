//! Turns events into state. Checks nothing and cannot fail: what may happen was decided before.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::command::{Amendment, Statement};
use super::event::Event;
use super::path::Taken;
use super::record::{Improvement, Measured};
use super::state::State;
use crate::desk::Desk;
use crate::ids::{ImprovementId, PersonId};

/// Applies one event. One for an unknown improvement, or a second registering of a known one, changes nothing.
pub(crate) fn apply(desk: &mut Desk, id: ImprovementId, event: &Event, at: DateTime<Utc>, by: PersonId) {
    if let Event::Registered(statement) = event {
        desk.improvements.begin(id, || registered(id, statement, at, by));
    } else if let Some(improvement) = desk.improvements.get_mut(id) {
        // An event that arrives late does not make the record older.
        improvement.changed_at = improvement.changed_at.max(at);
        improvement.change(event, at, by);
    }
}

fn registered(id: ImprovementId, statement: &Statement, at: DateTime<Utc>, by: PersonId) -> Improvement {
    Improvement {
        id,
        summary: statement.summary.clone(),
        why: statement.why.clone(),
        effort: statement.effort,
        benefit: statement.benefit,
        owner: statement.owner,
        measure: statement.measure.clone(),
        baseline: statement.baseline,
        target: statement.target,
        due: statement.due,
        state: State::New,
        path: BTreeMap::new(),
        measured: vec![],
        ending: None,
        opened_at: at,
        opened_by: by,
        changed_at: at,
        ended_at: None,
    }
}

impl Improvement {
    fn change(&mut self, event: &Event, at: DateTime<Utc>, by: PersonId) {
        match event {
            Event::Amended(amendment) => self.amend(amendment),
            Event::Accepted => self.state = State::Accepted,
            Event::Assessed => self.state = State::Assess,
            Event::Approved => self.state = State::Approved,
            Event::Started | Event::Resumed | Event::Continued { .. } => self.state = State::InProgress,
            Event::Held { because } => self.state = State::OnHold(because.clone()),
            Event::Measured(reading) => self.measured.push(Measured { reading: *reading, at, by }),
            Event::Reviewed => self.state = State::Review,
            Event::Closed { lessons } => self.end(State::Closed, lessons, at),
            Event::Cancelled { because } => self.end(State::Cancelled, because, at),
            Event::Taken { step, answer } => drop(self.path.insert(*step, Taken { answer: answer.clone(), at, by })),
            // The words stay in the journal.
            Event::Noted { .. } | Event::Registered(_) => {}
        }
    }

    fn end(&mut self, state: State, text: &Arc<str>, at: DateTime<Utc>) {
        self.state = state;
        self.ending = Some(text.clone());
        self.ended_at = Some(at);
    }

    fn amend(&mut self, amendment: &Amendment) {
        match amendment {
            Amendment::Summary(text) => self.summary = text.clone(),
            Amendment::Why(text) => self.why = text.clone(),
            Amendment::Effort(scale) => self.effort = *scale,
            Amendment::Benefit(scale) => self.benefit = *scale,
            Amendment::Owner(owner) => self.owner = *owner,
            Amendment::Measure(measure) => {
                self.measure = measure.clone();
                (self.baseline, self.target) = (None, None);
            }
            Amendment::Baseline(reading) => self.baseline = *reading,
            Amendment::Target(amount) => self.target = *amount,
            Amendment::Due(day) => self.due = *day,
        }
    }
}
