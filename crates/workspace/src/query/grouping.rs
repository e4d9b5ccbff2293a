//! Incidents of one kind together: by what they are gathered, in which order the groups stand, and what each is called.
//!
//! A group is a number first, the rank that the list is sorted by before all else; so one sort gathers and orders
//! everything. Words come last, once for each group.

use chrono::{DateTime, Utc};
use itsm::incident::{HoldReason, Incident, State};
use itsm::{Desk, IncidentId};

use super::choice::Choice;
use super::order::{Sort, SortKey, place_in_life};
use crate::Workspace;
use crate::alphabet::Alphabet;
use crate::line::Line;
use crate::standing::Breach;

/// By what incidents are gathered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grouping {
    /// Where they stand, in the order of a life.
    State,
    /// How pressing they are.
    Priority,
    /// The team they are with.
    Group,
    /// The person they are with.
    Person,
    /// Who is affected.
    Caller,
    /// What kind.
    Category,
    /// The affected service.
    Service,
    /// How they stand to their target, the most pressing first.
    Clock,
    /// How much is affected.
    Impact,
    /// How soon it hurts.
    Urgency,
    /// How the desk heard of them.
    Channel,
    /// Whom or what they wait for.
    Hold,
}

impl Grouping {
    /// Every way, in the order in which they are offered.
    pub const ALL: [Grouping; 12] = [
        Grouping::State,
        Grouping::Priority,
        Grouping::Group,
        Grouping::Person,
        Grouping::Caller,
        Grouping::Category,
        Grouping::Service,
        Grouping::Clock,
        Grouping::Impact,
        Grouping::Urgency,
        Grouping::Channel,
        Grouping::Hold,
    ];

    /// What it is called in a query.
    pub fn word(self) -> &'static str {
        match self {
            Grouping::State => "state",
            Grouping::Priority => "priority",
            Grouping::Group => "group",
            Grouping::Person => "person",
            Grouping::Caller => "caller",
            Grouping::Category => "category",
            Grouping::Service => "service",
            Grouping::Clock => "clock",
            Grouping::Impact => "impact",
            Grouping::Urgency => "urgency",
            Grouping::Channel => "channel",
            Grouping::Hold => "hold",
        }
    }

    /// The way of that name, in any case.
    pub fn named(word: &str) -> Option<Self> {
        let word = if word.eq_ignore_ascii_case("assignee") { "person" } else { word };
        let word = if word.eq_ignore_ascii_case("target") { "clock" } else { word };
        Self::ALL.into_iter().find(|way| way.word().eq_ignore_ascii_case(word))
    }

    /// The key that sorts in the order of these groups.
    fn sort_key(self) -> SortKey {
        match self {
            Grouping::State => SortKey::State,
            Grouping::Priority => SortKey::Priority,
            Grouping::Group => SortKey::Group,
            Grouping::Person => SortKey::Assignee,
            Grouping::Caller => SortKey::Caller,
            Grouping::Category => SortKey::Category,
            Grouping::Service => SortKey::Service,
            Grouping::Clock => SortKey::TimeLeft,
            Grouping::Impact => SortKey::Impact,
            Grouping::Urgency => SortKey::Urgency,
            Grouping::Channel => SortKey::Channel,
            Grouping::Hold => SortKey::Hold,
        }
    }
}

/// A run of the answer's incidents that belong together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// What they have in common, in words; no two sections of an answer have the same.
    pub label: String,
    /// The place of the first of them in the answer.
    pub start: usize,
    /// How many they are; never 0.
    pub len: usize,
}

/// Gives each incident the rank of its group.
#[derive(Clone, Copy)]
pub(super) struct Ranks<'a> {
    by: Grouping,
    turned: bool,
    desk: &'a Desk,
    alphabet: &'a Alphabet,
    now: DateTime<Utc>,
}

impl<'a> Ranks<'a> {
    /// The groups stand in their own order, or turned round where the first key sorts by the same from the end.
    pub fn of(workspace: &'a Workspace, by: Grouping, sorts: &[Sort], now: DateTime<Utc>) -> Self {
        let turned = sorts.first().is_some_and(|sort| sort.descending && sort.key == by.sort_key());
        Self { by, turned, desk: workspace.desk(), alphabet: workspace.alphabet(), now }
    }

    /// The rank of an incident's group; what has none comes last, also where the order is turned round.
    pub fn rank(&self, line: &Line) -> i64 {
        match self.place(line) {
            None => i64::MAX,
            Some(place) if self.turned => place.saturating_neg(),
            Some(place) => place,
        }
    }

    fn place(&self, line: &Line) -> Option<i64> {
        /// Behind all names: an id that nobody named.
        const UNNAMED: i64 = i64::MAX / 2;
        let incident = line.incident;
        let named = |place: Option<i64>| place.unwrap_or(UNNAMED);
        match self.by {
            Grouping::State => Some(place_in_life(incident.state)),
            Grouping::Priority => Some(incident.priority(self.desk.matrix()).0.into()),
            Grouping::Group => incident.group.map(|id| named(self.alphabet.group(id))),
            Grouping::Person => incident.assignee.map(|id| named(self.alphabet.person(id))),
            Grouping::Caller => incident.caller.map(|id| named(self.alphabet.person(id))),
            Grouping::Category => incident.category.map(|id| named(self.alphabet.category(id))),
            Grouping::Service => incident.service.map(|id| named(self.alphabet.service(id))),
            Grouping::Clock => match line.standing.at(self.now) {
                Breach::NoTarget => None,
                breach => Some(-(breach as i64)),
            },
            Grouping::Impact => Some(incident.impact.0.into()),
            Grouping::Urgency => Some(incident.urgency.0.into()),
            Grouping::Channel => Some(incident.channel as i64),
            Grouping::Hold => waits_for(incident).map(|reason| reason as i64),
        }
    }

    /// The sections of incidents that stand in the order of their ranks.
    pub fn sections(&self, workspace: &Workspace, ranked: &[(i64, IncidentId)]) -> Vec<Section> {
        let mut sections: Vec<Section> = vec![];
        let mut before = None;
        for (start, (rank, id)) in ranked.iter().enumerate() {
            if before == Some(*rank)
                && let Some(section) = sections.last_mut()
            {
                section.len += 1;
                continue;
            }
            before = Some(*rank);
            sections.push(Section { label: self.label(workspace, *id), start, len: 1 });
        }
        sections
    }

    fn label(&self, workspace: &Workspace, id: IncidentId) -> String {
        let Ok(incident) = self.desk.incident(id) else { return String::new() };
        let names = self.desk.directory();
        let level = |of: &str, level: u8| [of, " ", &level.to_string()].concat();
        match self.by {
            Grouping::State => incident.state.word().to_owned(),
            Grouping::Priority => "P".to_owned() + &incident.priority(self.desk.matrix()).0.to_string(),
            Grouping::Group => incident.group.map_or("No group", |id| names.group(id)).to_owned(),
            Grouping::Person => incident.assignee.map_or("Nobody", |id| names.person(id)).to_owned(),
            Grouping::Caller => incident.caller.map_or("No caller", |id| names.person(id)).to_owned(),
            Grouping::Category => incident.category.map_or("No category", |id| names.category(id)).to_owned(),
            Grouping::Service => incident.service.map_or("No service", |id| names.service(id)).to_owned(),
            Grouping::Clock => match workspace.standing(id).at(self.now) {
                Breach::Breached => "Breached",
                Breach::DueSoon => "Due soon",
                Breach::Within => "Within target",
                Breach::Paused => "Paused",
                Breach::Met => "Met",
                Breach::NoTarget => "No target",
            }
            .to_owned(),
            Grouping::Impact => level("Impact", incident.impact.0),
            Grouping::Urgency => level("Urgency", incident.urgency.0),
            Grouping::Channel => incident.channel.word().to_owned(),
            Grouping::Hold => match waits_for(incident) {
                Some(reason) => ["A", reason.word().get(1..).unwrap_or_default()].concat(),
                None => "Not on hold".to_owned(),
            },
        }
    }
}

fn waits_for(incident: &Incident) -> Option<HoldReason> {
    match incident.state {
        State::OnHold(reason) => Some(reason),
        _ => None,
    }
}

/// Where a reason to wait stands among the others; for sorting.
pub(super) fn place_of_hold(incident: &Incident) -> Option<i64> {
    waits_for(incident).and_then(|reason| i64::try_from(Some(reason).place()).ok())
}
