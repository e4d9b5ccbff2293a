//! A query made ready for a run over all incidents: names as ids, days as instants.

use chrono::{DateTime, Datelike, Timelike, Utc};
use itsm::calendar::Zone;
use itsm::incident::{HoldReason, Incident, Stage, State};
use itsm::{Matrix, Priority};

use super::field::Field;
use super::name::Members;
use super::time::Within;
use super::words::Words;
use super::{Hour, Query, Weekday};
use crate::Workspace;
use crate::line::Line;
use crate::standing::Breach;

/// See the module.
pub(super) struct Filter<'a> {
    query: &'a Query,
    matrix: &'a Matrix,
    now: DateTime<Utc>,
    zone: Zone,
    groups: Members,
    /// The other names, with how to find what they are about; only those that are asked for.
    names: Vec<(Field, Members)>,
    times: Vec<Within>,
    /// Whether anything is asked that few queries ask.
    rare: bool,
    words: Words,
}

/// What is counted of an incident.
pub(super) struct Kind {
    pub stage: Stage,
    pub priority: Priority,
    pub breach: Breach,
}

/// Which of the counted filters keep an incident out.
#[derive(Default)]
pub(super) struct Missed {
    pub stage: bool,
    pub priority: bool,
    pub group: bool,
    pub breach: bool,
}

impl Missed {
    pub fn count(&self) -> usize {
        [self.stage, self.priority, self.group, self.breach].into_iter().filter(|missed| *missed).count()
    }
}

impl<'a> Filter<'a> {
    pub fn of(workspace: &'a Workspace, query: &'a Query, now: DateTime<Utc>) -> Self {
        let desk = workspace.desk();
        let me = workspace.me();
        let zone = Zone::named(&desk.agreement().agreement().calendar.zone).unwrap_or(Zone::UTC);
        let others = [Field::Person, Field::Caller, Field::Category, Field::Service, Field::Item, Field::Parent];
        let asked = others.into_iter().filter_map(|field| Some((field, query.names(field)?)));
        let names: Vec<_> = asked
            .filter(|(_, names)| !names.is_any())
            .map(|(field, names)| (field, Members::of(names, field, desk, me)))
            .collect();
        let times: Vec<_> = query.times.iter().map(|time| Within::of(time, zone, now)).collect();
        let sets = [
            Field::Hold,
            Field::Impact,
            Field::Urgency,
            Field::Channel,
            Field::Weekday,
            Field::Hour,
            Field::Reopened,
            Field::Reassigned,
            Field::Duplicate,
        ];
        let rare = !names.is_empty() || !times.is_empty() || sets.into_iter().any(|field| query.bits(field) != 0);
        Self {
            query,
            matrix: desk.matrix(),
            now,
            zone,
            groups: Members::of(&query.groups, Field::Group, desk, me),
            names,
            times,
            rare,
            words: Words::of(&query.words, desk.directory()),
        }
    }

    /// Whether texts are needed.
    pub fn reads_texts(&self) -> bool {
        !self.words.are_none()
    }

    /// What is counted of an incident, and which of the counted filters keep it out; `None` if any other does, or two
    /// of them: such an incident counts nowhere.
    pub fn look(&self, line: &Line) -> Option<(Kind, Missed)> {
        let incident = line.incident;
        let kind = Kind {
            stage: incident.state.stage(),
            priority: incident.priority(self.matrix),
            breach: line.standing.at(self.now),
        };
        let missed = Missed {
            stage: !self.query.stages.lets(kind.stage),
            priority: !self.query.priorities.lets(kind.priority),
            group: !self.groups.let_pass(incident.group.map(|id| id.0)),
            breach: !self.query.breaches.lets(kind.breach),
        };
        let counts = missed.count() < 2 && (!self.rare || self.lets_pass(incident)) && self.words.match_all(line);
        counts.then_some((kind, missed))
    }

    fn lets_pass(&self, incident: &Incident) -> bool {
        let query = self.query;
        query.holds.lets(hold(incident.state))
            && query.impacts.lets(incident.impact)
            && query.urgencies.lets(incident.urgency)
            && query.channels.lets(incident.channel)
            && query.reopened.lets(incident.reopened > 0)
            && query.reassigned.lets(incident.reassigned > 0)
            && query.duplicate.lets(incident.duplicate_of.is_some())
            && self.names.iter().all(|(field, members)| members.let_pass(key(incident, *field)))
            && self.times.iter().all(|time| time.lets_pass(incident))
            && self.opened_right(incident)
    }

    /// Whether it was opened on one of the days of the week and in one of the hours, by the desk's clocks.
    fn opened_right(&self, incident: &Incident) -> bool {
        if self.query.weekdays.is_empty() && self.query.hours.is_empty() {
            return true;
        }
        let local = self.zone.local(incident.opened_at);
        let small = |number: u32| u8::try_from(number).unwrap_or(u8::MAX);
        self.query.weekdays.lets(Weekday(small(local.weekday().num_days_from_monday())))
            && self.query.hours.lets(Hour(small(local.hour())))
    }
}

fn hold(state: State) -> Option<HoldReason> {
    match state {
        State::OnHold(reason) => Some(reason),
        _ => None,
    }
}

fn key(incident: &Incident, field: Field) -> Option<itsm::Key> {
    match field {
        Field::Person => incident.assignee.map(|id| id.0),
        Field::Caller => incident.caller.map(|id| id.0),
        Field::Category => incident.category.map(|id| id.0),
        Field::Service => incident.service.map(|id| id.0),
        Field::Item => incident.item.map(|id| id.0),
        Field::Parent => incident.parent.map(|id| id.0),
        _ => None,
    }
}
