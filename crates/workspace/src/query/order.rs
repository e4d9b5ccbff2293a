//! In which order incidents are listed: by one key, or by several, each deciding where those before leave a tie. Ties go by number; what is missing comes last in both directions.

use chrono::{DateTime, Utc};
use itsm::incident::State;
use itsm::{IncidentId, Matrix};

use super::Query;
use super::grouping::{Ranks, Section, place_of_hold};
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
    /// The category's name.
    Category,
    /// The service's name.
    Service,
    /// The configuration item's name.
    Item,
    /// How much is affected.
    Impact,
    /// How soon it hurts.
    Urgency,
    /// How the desk heard of them.
    Channel,
    /// How often they came back.
    Reopened,
    /// How often they changed hands.
    Reassigned,
    /// When they were resolved.
    Resolved,
    /// When they were closed.
    Closed,
    /// How long ago they were opened.
    Age,
    /// Whom or what they wait for.
    Hold,
    /// The number of what they are a consequence of.
    Parent,
}

impl SortKey {
    /// Every key.
    pub const ALL: [SortKey; 22] = [
        SortKey::Number,
        SortKey::Priority,
        SortKey::State,
        SortKey::Opened,
        SortKey::Changed,
        SortKey::Caller,
        SortKey::Group,
        SortKey::Assignee,
        SortKey::TimeLeft,
        SortKey::Category,
        SortKey::Service,
        SortKey::Item,
        SortKey::Impact,
        SortKey::Urgency,
        SortKey::Channel,
        SortKey::Reopened,
        SortKey::Reassigned,
        SortKey::Resolved,
        SortKey::Closed,
        SortKey::Age,
        SortKey::Hold,
        SortKey::Parent,
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
            SortKey::Category => "category",
            SortKey::Service => "service",
            SortKey::Item => "item",
            SortKey::Impact => "impact",
            SortKey::Urgency => "urgency",
            SortKey::Channel => "channel",
            SortKey::Reopened => "reopened",
            SortKey::Reassigned => "reassigned",
            SortKey::Resolved => "resolved",
            SortKey::Closed => "closed",
            SortKey::Age => "age",
            SortKey::Hold => "hold",
            SortKey::Parent => "parent",
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
    workspace: &'a Workspace,
    matrix: &'a Matrix,
    groups: Option<Ranks<'a>>,
    sorts: &'a [Sort],
    alphabet: &'a Alphabet,
}

/// Incidents with the numbers to sort them by. One number is the common case and half the weight to move around.
pub(super) enum Ranked {
    One(Vec<(i64, IncidentId)>),
    Several(Vec<([i64; Sort::MOST], IncidentId)>),
    /// With the rank of its group before all else.
    Grouped(Vec<(i64, [i64; Sort::MOST], IncidentId)>),
}

impl<'a> Order<'a> {
    /// The order that a query asks for; without any key, the latest opened come first.
    pub fn of(workspace: &'a Workspace, query: &'a Query, now: DateTime<Utc>) -> Self {
        const LATEST: &[Sort] = &[Sort { key: SortKey::Opened, descending: true }];
        let sorts = if query.sort.is_empty() { LATEST } else { &query.sort };
        let groups = query.grouping.map(|by| Ranks::of(workspace, by, &query.sort, now));
        Self { workspace, matrix: workspace.desk().matrix(), groups, sorts, alphabet: workspace.alphabet() }
    }

    /// A list to rank incidents into.
    pub fn list(&self) -> Ranked {
        match self.groups {
            Some(_) => Ranked::Grouped(vec![]),
            None if self.sorts.len() == 1 => Ranked::One(vec![]),
            None => Ranked::Several(vec![]),
        }
    }

    /// Adds an incident to the list.
    pub fn add(&self, list: &mut Ranked, line: &Line) {
        let id = line.incident.id;
        match list {
            Ranked::One(list) => list.push((self.sorts.first().map_or(0, |sort| self.rank(*sort, line)), id)),
            Ranked::Several(list) => list.push((self.ranks(line), id)),
            Ranked::Grouped(list) => {
                list.push((self.groups.map_or(0, |groups| groups.rank(line)), self.ranks(line), id));
            }
        }
    }

    fn ranks(&self, line: &Line) -> [i64; Sort::MOST] {
        let mut ranks = [0; Sort::MOST];
        ranks.iter_mut().zip(self.sorts).for_each(|(rank, sort)| *rank = self.rank(*sort, line));
        ranks
    }

    /// The incidents by rank, ties by number, and the sections they make where they are grouped.
    pub fn sorted(&self, list: Ranked) -> (Vec<IncidentId>, Vec<Section>) {
        match list {
            Ranked::One(mut list) => {
                list.sort_unstable();
                (list.into_iter().map(|(_, id)| id).collect(), vec![])
            }
            Ranked::Several(mut list) => {
                list.sort_unstable();
                (list.into_iter().map(|(_, id)| id).collect(), vec![])
            }
            Ranked::Grouped(mut list) => {
                list.sort_unstable();
                let ranked: Vec<_> = list.into_iter().map(|(group, _, id)| (group, id)).collect();
                let sections = self.groups.map(|groups| groups.sections(self.workspace, &ranked)).unwrap_or_default();
                (ranked.into_iter().map(|(_, id)| id).collect(), sections)
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
            SortKey::Category => incident.category.and_then(|id| self.alphabet.category(id)),
            SortKey::Service => incident.service.and_then(|id| self.alphabet.service(id)),
            SortKey::Item => incident.item.and_then(|id| self.alphabet.item(id)),
            SortKey::Impact => Some(incident.impact.0.into()),
            SortKey::Urgency => Some(incident.urgency.0.into()),
            SortKey::Channel => Some(incident.channel as i64),
            SortKey::Reopened => Some(incident.reopened.into()),
            SortKey::Reassigned => Some(incident.reassigned.into()),
            SortKey::Resolved => incident.resolution.as_ref().map(|resolution| resolution.at.timestamp_millis()),
            SortKey::Closed => incident.closed_at.map(|at| at.timestamp_millis()),
            SortKey::Age => Some(incident.opened_at.timestamp_millis().saturating_neg()),
            SortKey::Hold => place_of_hold(incident),
            SortKey::Parent => incident.parent.map(|id| i64::from(id.0.number)),
        }
    }
}

/// Where a state stands in a life.
pub(super) fn place_in_life(state: State) -> i64 {
    match state {
        State::New => 0,
        State::InProgress => 1,
        State::OnHold(_) => 2,
        State::Resolved => 3,
        State::Closed => 4,
        State::Cancelled => 5,
    }
}
