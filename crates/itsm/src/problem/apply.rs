//! Turns events into state. Checks nothing and cannot fail: what may happen was decided before.

use chrono::{DateTime, Utc};

use super::command::{Amendment, Statement};
use super::event::Event;
use super::record::{Analysis, Problem, Resolution, ResolutionCode};
use super::state::State;
use crate::desk::Desk;
use crate::ids::{PersonId, ProblemId};

/// Applies one event. One for an unknown problem, or a second raising of a known one, changes nothing.
pub(crate) fn apply(desk: &mut Desk, id: ProblemId, event: &Event, at: DateTime<Utc>, by: PersonId) {
    if let Event::Raised(statement) = event {
        desk.problems.entry(id).or_insert_with(|| raised(id, statement, at, by));
    } else if let Some(problem) = desk.problems.get_mut(&id) {
        // An event that arrives late does not make the record older.
        problem.changed_at = problem.changed_at.max(at);
        problem.change(event, at, by);
    }
}

fn raised(id: ProblemId, statement: &Statement, at: DateTime<Utc>, by: PersonId) -> Problem {
    Problem {
        id,
        summary: statement.summary.clone(),
        description: statement.description.clone(),
        service: statement.service,
        item: statement.item,
        category: statement.category,
        impact: statement.impact,
        urgency: statement.urgency,
        group: statement.group,
        assignee: statement.assignee,
        state: State::New,
        analysis: Analysis::default(),
        known_error_since: None,
        resolution: None,
        duplicate_of: None,
        opened_at: at,
        opened_by: by,
        changed_at: at,
        closed_at: None,
        reanalysed: 0,
    }
}

impl Problem {
    fn change(&mut self, event: &Event, at: DateTime<Utc>, by: PersonId) {
        match event {
            Event::Amended(amendment) => self.amend(amendment),
            Event::Assigned { group, assignee } => (self.group, self.assignee) = (*group, *assignee),
            Event::Assessed => self.become_at(State::Assess, at),
            Event::Analysed => self.become_at(State::RootCauseAnalysis, at),
            Event::FixBegun => self.become_at(State::FixInProgress, at),
            Event::Resolved { fix } => {
                self.become_at(State::Resolved, at);
                self.resolution = Some(Resolution { code: ResolutionCode::FixApplied, notes: fix.clone(), by, at });
            }
            Event::Ended { code, notes, duplicate_of } => {
                self.become_at(State::Closed, at);
                self.resolution = Some(Resolution { code: *code, notes: notes.clone(), by, at });
                self.duplicate_of = *duplicate_of;
            }
            Event::Reanalysed { .. } => {
                self.become_at(State::RootCauseAnalysis, at);
                self.reanalysed = self.reanalysed.saturating_add(1);
            }
            Event::Closed => self.become_at(State::Closed, at),
            Event::KnownErrorDeclared => self.known_error_since = self.known_error_since.or(Some(at)),
            Event::WhysDrawn(whys) => self.analysis.whys = whys.clone(),
            Event::BonesDrawn(bones) => self.analysis.bones = bones.clone(),
            // The words stay in the journal; the record needs only that something happened.
            Event::Communicated { .. } | Event::Noted { .. } | Event::Raised(_) => {}
        }
    }

    fn amend(&mut self, amendment: &Amendment) {
        match amendment {
            Amendment::Summary(text) => self.summary = text.clone(),
            Amendment::Description(text) => self.description = text.clone(),
            Amendment::Service(id) => self.service = *id,
            Amendment::Item(id) => self.item = *id,
            Amendment::Category(id) => self.category = *id,
            Amendment::Impact(level) => self.impact = *level,
            Amendment::Urgency(level) => self.urgency = *level,
            Amendment::Symptom(text) => self.analysis.symptom = text.clone(),
            Amendment::Cause(text) => self.analysis.cause = text.clone(),
            Amendment::Workaround(text) => self.analysis.workaround = text.clone(),
            Amendment::ErrorCode(text) => self.analysis.error_code = text.clone(),
        }
    }

    fn become_at(&mut self, next: State, at: DateTime<Utc>) {
        if next.is_open() {
            self.resolution = None;
            self.duplicate_of = None;
        }
        self.closed_at = (next == State::Closed).then_some(at);
        self.state = next;
    }
}
