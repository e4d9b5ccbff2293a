//! In which order incidents are listed: by one key, or by several, each deciding where those before leave a tie. Ties go by number; what is missing comes last in both directions.

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

    /// What it is called in a query.
    pub fn word(self) -> &'static str {
        match self {
            SortKey::Number => "number",
            SortKey::Priority => "priority",
            SortKey::State => "state",
            SortKey::Opened => "opened",
            SortKey::Changed => "changed",
            SortKey::Caller => "caller",
            SortKey::Group => "group",
            SortKey::Assignee => "person",
            SortKey::TimeLeft => "left",
        }
    }
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

impl Sort {
    /// By how many keys one can sort at once: more than three orders nobody can follow.
    pub const MOST: usize = 3;
}

/// Sorts by numbers made for each incident, so that sorting compares numbers only.
pub(super) struct Order<'a> {
    matrix: &'a Matrix,
    sorts: &'a [Sort],
    alphabet: &'a Alphabet,
}

/// Incidents with the numbers to sort them by. One number is the common case and half the weight to move around.
pub(super) enum Ranked {
    One(Vec<(i64, IncidentId)>),
    Several(Vec<([i64; Sort::MOST], IncidentId)>),
}

impl<'a> Order<'a> {
    /// The order of these keys; without any, the latest opened come first.
    pub fn of(workspace: &'a Workspace, sorts: &'a [Sort]) -> Self {
        const LATEST: &[Sort] = &[Sort { key: SortKey::Opened, descending: true }];
        let sorts = if sorts.is_empty() { LATEST } else { sorts };
        Self { matrix: workspace.desk().matrix(), sorts, alphabet: workspace.alphabet() }
    }

    /// A list to rank incidents into.
    pub fn list(&self) -> Ranked {
        if self.sorts.len() == 1 { Ranked::One(vec![]) } else { Ranked::Several(vec![]) }
    }

    /// Adds an incident to the list.
    pub fn add(&self, list: &mut Ranked, line: &Line) {
        let id = line.incident.id;
        match list {
            Ranked::One(list) => list.push((self.sorts.first().map_or(0, |sort| self.rank(*sort, line)), id)),
            Ranked::Several(list) => {
                let mut ranks = [0; Sort::MOST];
                ranks.iter_mut().zip(self.sorts).for_each(|(rank, sort)| *rank = self.rank(*sort, line));
                list.push((ranks, id));
            }
        }
    }

    /// The number to sort an incident by, ascending.
    fn rank(&self, sort: Sort, line: &Line) -> i64 {
        match self.key(sort.key, line) {
            Some(key) if sort.descending => key.saturating_neg(),
            Some(key) => key,
            None => i64::MAX,
        }
    }

    fn key(&self, key: SortKey, line: &Line) -> Option<i64> {
        let incident = line.incident;
        match key {
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

impl Ranked {
    /// The incidents by rank, ties by number.
    pub fn sorted(self) -> Vec<IncidentId> {
        match self {
            Ranked::One(mut list) => {
                list.sort_unstable();
                list.into_iter().map(|(_, id)| id).collect()
            }
            Ranked::Several(mut list) => {
                list.sort_unstable();
                list.into_iter().map(|(_, id)| id).collect()
            }
        }
    }
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
