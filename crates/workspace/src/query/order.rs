//! In which order incidents are listed. Ties go by number; what is missing comes last in both directions.

use itsm::incident::State;
use itsm::{IncidentId, Matrix};

use crate::Workspace;
use crate::alphabet::Alphabet;
use crate::line::Line;

/// What incidents are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum SortKey {
    /// Their number.
    Number,
    /// How pressing they are.
    Priority,
    /// Where they stand, in the order of a life.
    State,
    /// When they were opened.
    #[default]
    Opened,
    /// When anything last happened to them.
    Changed,
    /// The caller's name.
    Caller,
    /// The team's name.
    Group,
    /// The assigned person's name.
    Assignee,
    /// When the next target is missed.
    TimeLeft,
}

impl SortKey {
    /// Every key.
    pub const ALL: [SortKey; 9] = [
        SortKey::Number,
        SortKey::Priority,
        SortKey::State,
        SortKey::Opened,
        SortKey::Changed,
        SortKey::Caller,
        SortKey::Group,
        SortKey::Assignee,
        SortKey::TimeLeft,
    ];
}

/// A key and a direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// By what.
    pub key: SortKey,
    /// Whether the largest (latest, last in the alphabet) comes first.
    pub descending: bool,
}

impl Default for Sort {
    /// The latest opened first.
    fn default() -> Self {
        Self { key: SortKey::Opened, descending: true }
    }
}

/// Sorts by a number made for each incident, so that sorting compares numbers only.
pub(super) struct Order<'a> {
    matrix: &'a Matrix,
    sort: Sort,
    alphabet: &'a Alphabet,
}

impl<'a> Order<'a> {
    pub fn of(workspace: &'a Workspace, sort: Sort) -> Self {
        Self { matrix: workspace.desk().matrix(), sort, alphabet: workspace.alphabet() }
    }

    /// The number to sort an incident by, ascending.
    pub fn rank(&self, line: &Line) -> i64 {
        match self.key(line) {
            Some(key) if self.sort.descending => key.saturating_neg(),
            Some(key) => key,
            None => i64::MAX,
        }
    }

    fn key(&self, line: &Line) -> Option<i64> {
        let incident = line.incident;
        match self.sort.key {
            SortKey::Number => Some(i64::from(incident.id.0.number)),
            SortKey::Priority => Some(i64::from(incident.priority(self.matrix).0)),
            SortKey::State => Some(place_in_life(incident.state)),
            SortKey::Opened => Some(incident.opened_at.timestamp_millis()),
            SortKey::Changed => Some(incident.changed_at.timestamp_millis()),
            SortKey::Caller => incident.caller.and_then(|id| self.alphabet.person(id)),
            SortKey::Group => incident.group.and_then(|id| self.alphabet.group(id)),
            SortKey::Assignee => incident.assignee.and_then(|id| self.alphabet.person(id)),
            SortKey::TimeLeft => line.standing.breaches_at().map(|at| at.timestamp_millis()),
        }
    }
}

/// Sorts ranked incidents: by rank, ties by number.
pub(super) fn sorted(mut ranked: Vec<(i64, IncidentId)>) -> Vec<IncidentId> {
    ranked.sort_unstable();
    ranked.into_iter().map(|(_, id)| id).collect()
}

fn place_in_life(state: State) -> i64 {
    match state {
        State::New => 0,
        State::InProgress => 1,
        State::OnHold(_) => 2,
        State::Resolved => 3,
        State::Closed => 4,
        State::Cancelled => 5,
    }
}
