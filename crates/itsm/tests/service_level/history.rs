//! Short ways to write down what happened to an incident, and when. All in the week of Monday, 8 January 2024.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use itsm::incident::{Channel, HoldReason, Incident, Milestone, MilestoneKind, State};
use itsm::service_level::{Agreement, Clocks, Compiled, Reading, clocks};
use itsm::{IncidentId, Level, Matrix};

pub const CALLER: State = State::OnHold(HoldReason::Caller);
pub const PROBLEM: State = State::OnHold(HoldReason::Problem);
/// Impact and urgency (the same for both) that make priority 1, 3 and 5.
pub const HIGH: MilestoneKind = MilestoneKind::Weighed { impact: Level(1), urgency: Level(1) };
pub const MEDIUM: MilestoneKind = MilestoneKind::Weighed { impact: Level(2), urgency: Level(2) };
pub const LOW: MilestoneKind = MilestoneKind::Weighed { impact: Level(3), urgency: Level(3) };

pub const fn became(state: State) -> MilestoneKind {
    MilestoneKind::Became(state)
}

/// An instant of the week: "mon 09:30".
pub fn at(text: &str) -> DateTime<Utc> {
    let (day, time) = text.split_once(' ').unwrap();
    let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].iter().position(|name| *name == day).unwrap();
    let (hours, minutes) = time.split_once(':').unwrap();
    let monday = NaiveDate::from_ymd_opt(2024, 1, 8).unwrap().and_hms_opt(0, 0, 0).unwrap().and_utc();
    monday + TimeDelta::days(days as i64) + hours_of(hours) + TimeDelta::minutes(minutes.parse().unwrap())
}

fn hours_of(text: &str) -> TimeDelta {
    TimeDelta::hours(text.parse().unwrap())
}

pub fn hours(hours: i64) -> TimeDelta {
    TimeDelta::hours(hours)
}

/// An incident of priority 1 (4 hours to resolve, 15 minutes to respond) opened on Monday at 09:00, and what
/// happened then.
pub fn incident(then: &[(&str, MilestoneKind)]) -> Incident {
    let mut all = vec![("mon 09:00", MilestoneKind::Opened), ("mon 09:00", HIGH)];
    all.extend(then);
    raw(all.into_iter().map(|(text, what)| Milestone { at: at(text), what }).collect())
}

/// An incident with just these milestones.
pub fn raw(milestones: Vec<Milestone>) -> Incident {
    let nothing: Arc<str> = "".into();
    Incident {
        id: IncidentId::imported(1),
        summary: nothing.clone(),
        description: nothing,
        channel: Channel::Phone,
        caller: None,
        opened_by: None,
        service: None,
        item: None,
        category: None,
        impact: Level(1),
        urgency: Level(1),
        group: None,
        assignee: None,
        state: State::New,
        resolution: None,
        parent: None,
        duplicate_of: None,
        follows: None,
        problem: None,
        rating: None,
        opened_at: at("mon 09:00"),
        changed_at: at("mon 09:00"),
        closed_at: None,
        reopened: 0,
        reassigned: 0,
        milestones,
        foreign: None,
    }
}

/// The default agreement with some of its rules changed.
pub fn agreed(change: impl FnOnce(&mut Agreement)) -> Compiled {
    let mut agreement = Agreement::default();
    change(&mut agreement);
    Compiled::new(agreement).unwrap()
}

pub fn read(agreement: &Compiled, incident: &Incident, now: &str) -> Clocks {
    clocks(incident, &Matrix::default(), agreement, at(now))
}

/// The resolution clock under the default agreement.
pub fn resolution(then: &[(&str, MilestoneKind)], now: &str) -> Reading {
    read(Compiled::standard(), &incident(then), now).resolution
}
