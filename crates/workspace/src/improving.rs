//! Continual improvement, as far as the desk's own figures speak: what a measure says before and after, and what the
//! figures propose to improve.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use itsm::change::{self, Change, CloseCode};
use itsm::improvement::{Amount, DeskMeasure, Improvement, Measure, Reading, Scope, is_reached, progress};
use itsm::incident::Incident;
use itsm::major::{Standing, standing};
use itsm::promise::Promise;
use itsm::{Desk, GroupId, RecordId, ServiceId};

use crate::Workspace;
use crate::figures::Share;
use crate::measures::{self, Period, ask};
use crate::query::key_text;
use crate::say;
use crate::standing::Breach;

/// How far back the figures are looked at: four whole weeks, so that every weekday counts alike.
pub const LOOK_BACK_DAYS: u16 = 28;
/// What attainment is wanted where nothing else is agreed: nine in ten.
pub const WANTED_PERCENT: i64 = 90;
/// Fewer targets due say nothing about a team or a service.
pub const FEWEST_DUE: usize = 5;
/// How long a failure is looked back at, in days.
const QUARTER_DAYS: i64 = 92;
/// Fewer that came back are a coincidence.
pub const FEWEST_REOPENED: usize = 3;

/// What a look at a measure says; `None` where nothing was counted in its days.
pub fn value(workspace: &Workspace, measure: &Measure, reading: Reading, now: DateTime<Utc>) -> Option<Amount> {
    match (measure, reading) {
        (_, Reading::Value { amount, .. }) => Some(amount),
        (Measure::Desk(of, scope), Reading::Days { first, last }) => {
            let period = Period::of(first, last, Period::zone_of(workspace));
            measures::scoped(workspace, *of, *scope, &period, now)
        }
        (Measure::Named { .. }, Reading::Days { .. }) => None,
    }
}

/// One value of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// Of which days, or when it was measured.
    pub reading: Reading,
    /// How much; `None` where nothing was counted.
    pub amount: Option<Amount>,
}

/// Before, wanted, and since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// Before.
    pub baseline: Option<Point>,
    /// Wanted.
    pub target: Option<Amount>,
    /// Since, oldest first.
    pub after: Vec<Point>,
    /// How far from baseline to target the last value is, in percent.
    pub progress: Option<i64>,
    /// Whether the last value is at the target or beyond.
    pub is_reached: Option<bool>,
}

/// Compares what an improvement measured; `None` without a measure.
pub fn comparison(workspace: &Workspace, of: &Improvement, now: DateTime<Utc>) -> Option<Comparison> {
    let measure = of.measure.as_ref()?;
    let point = |reading: Reading| Point { reading, amount: value(workspace, measure, reading, now) };
    let baseline = of.baseline.map(point);
    let after: Vec<Point> = of.measured.iter().map(|measured| point(measured.reading)).collect();
    let known = |point: Option<&Point>| point.and_then(|point| point.amount);
    let ends = known(baseline.as_ref()).zip(of.target).zip(known(after.last()));
    Some(Comparison {
        progress: ends.and_then(|((from, to), now)| progress(from, to, now)),
        is_reached: ends.map(|((from, to), now)| is_reached(from, to, now)),
        baseline,
        target: of.target,
        after,
    })
}

/// Something that the desk's figures suggest to improve.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The same for the same finding, for as long as it lasts: by this a declined one is remembered.
    pub key: String,
    /// What was found, in one sentence with its numbers.
    pub reason: String,
    /// The summary to begin with.
    pub summary: String,
    /// By what it would be judged.
    pub measure: Option<(DeskMeasure, Scope)>,
    /// The days that would be its baseline.
    pub days: Option<(NaiveDate, NaiveDate)>,
    /// A target to begin with.
    pub target: Option<Amount>,
    /// The record that leads to it.
    pub from: Option<RecordId>,
    /// The typed query that shows what was counted.
    pub counts: Option<String>,
}

/// What the figures of the last [`LOOK_BACK_DAYS`] suggest: teams and services that keep too few of their resolution
/// targets, teams whose incidents come back, major incidents from which nothing followed. What is in the register and
/// still open is not proposed again.
pub fn proposals(workspace: &Workspace, now: DateTime<Utc>) -> Vec<Proposal> {
    let mut found = breaches(workspace, now);
    found.extend(reopened(workspace, now));
    found.extend(major_incidents(workspace, now));
    found.extend(failed_changes(workspace.desk(), now));
    found.extend(review_actions(workspace.desk(), now));
    found.retain(|proposal| !is_registered(workspace.desk(), proposal));
    found
}

fn is_registered(desk: &Desk, proposal: &Proposal) -> bool {
    let wanted = proposal.measure.map(|(of, scope)| Measure::Desk(of, scope));
    wanted.is_some_and(|wanted| {
        desk.improvements().all().any(|one| one.state.is_open() && one.measure.as_ref() == Some(&wanted))
    })
}

fn groups_and_services(incident: &Incident) -> impl Iterator<Item = Scope> {
    let group = incident.group.map(Scope::Group);
    group.into_iter().chain(incident.service.map(Scope::Service))
}

fn name(desk: &Desk, scope: Scope) -> &str {
    let directory = desk.directory();
    match scope {
        Scope::Everything => "The desk",
        Scope::Group(id) => directory.group(id),
        Scope::Service(id) => directory.service(id),
        Scope::Category(id) => directory.category(id),
    }
}

/// The scope as a clause of the queue's language, and as a part of a key.
fn clause(scope: Scope) -> String {
    match scope {
        Scope::Everything => String::new(),
        Scope::Group(GroupId(key)) => ["group:#", &key_text(key)].concat(),
        Scope::Service(ServiceId(key)) => ["service:#", &key_text(key)].concat(),
        Scope::Category(id) => ["category:#", &key_text(id.0)].concat(),
    }
}

fn breaches(workspace: &Workspace, now: DateTime<Utc>) -> Vec<Proposal> {
    let period = Period::last_days(LOOK_BACK_DAYS, now, Period::zone_of(workspace));
    let mut kept: BTreeMap<Scope, Share> = BTreeMap::new();
    for line in workspace.lines(false).filter(|line| period.has(line.incident.opened_at)) {
        let is_met = match line.standing.resolution.at(now) {
            Breach::Met => true,
            Breach::Breached => false,
            Breach::NoTarget | Breach::Paused | Breach::Within | Breach::DueSoon => continue,
        };
        for scope in groups_and_services(line.incident) {
            let share = kept.entry(scope).or_default();
            share.whole += 1;
            share.part += usize::from(is_met);
        }
    }
    let wanted = Amount::whole(WANTED_PERCENT);
    let is_short = |(_, share): &(Scope, Share)| {
        share.whole >= FEWEST_DUE && Amount::percent(share.part, share.whole).is_some_and(|now| now < wanted)
    };
    let mut short: Vec<(Scope, Share)> = kept.into_iter().filter(is_short).collect();
    // Where most targets were missed first.
    short.sort_by_key(|(scope, share)| (std::cmp::Reverse(share.whole - share.part), *scope));
    let proposal = |(scope, share): (Scope, Share)| {
        let who = name(workspace.desk(), scope);
        let [part, whole] = [share.part, share.whole].map(|number| say::number(number as u64));
        let numbers =
            [" met ", &part, " of ", &whole, " resolution targets that were due in the last four weeks"].concat();
        Proposal {
            key: ["breach/", &clause(scope)].concat(),
            reason: [who, &numbers, "; ", &WANTED_PERCENT.to_string(), " % are wanted"].concat(),
            summary: ["Keep more resolution targets: ", who].concat(),
            measure: Some((DeskMeasure::Resolution, scope)),
            days: Some((period.first(), period.last())),
            target: Some(wanted),
            from: None,
            counts: Some(ask::and(&ask::opened(&period), &clause(scope))),
        }
    };
    short.into_iter().map(proposal).collect()
}

fn reopened(workspace: &Workspace, now: DateTime<Utc>) -> Vec<Proposal> {
    let zone = Period::zone_of(workspace);
    let period = Period::last_days(LOOK_BACK_DAYS, now, zone);
    let before = Period::last_days(LOOK_BACK_DAYS, now - TimeDelta::days(i64::from(LOOK_BACK_DAYS)), zone);
    let peak = |(group, [lately, earlier]): (GroupId, [Share; 2])| {
        let scope = Scope::Group(group);
        // Twice as often as in the four weeks before; where nothing came back then, any few are a peak.
        let is_peak = lately.part >= FEWEST_REOPENED && lately.part * earlier.whole >= 2 * earlier.part * lately.whole;
        is_peak.then(|| {
            let who = name(workspace.desk(), scope);
            let [part, whole, then] =
                [lately.part, lately.whole, earlier.part].map(|number| say::number(number as u64));
            let earlier_amount = Amount::percent(earlier.part, earlier.whole);
            Proposal {
                key: ["reopened/", &clause(scope)].concat(),
                reason: [
                    &part,
                    " of ",
                    &whole,
                    " incidents that ",
                    who,
                    " resolved in the last four weeks came back; in the four weeks before, ",
                    &then,
                ]
                .concat(),
                summary: ["Fewer incidents come back: ", who].concat(),
                measure: Some((DeskMeasure::Reopened, scope)),
                days: Some((period.first(), period.last())),
                target: earlier_amount,
                from: None,
                counts: Some(ask::and(&ask::resolved(&period), &[&clause(scope), " reopened:yes"].concat())),
            }
        })
    };
    measures::reopened_by_group(workspace, &[period, before]).into_iter().filter_map(peak).collect()
}

/// Ended major incidents of the last quarter that led to nothing: neither a problem nor an improvement.
fn major_incidents(workspace: &Workspace, now: DateTime<Utc>) -> Vec<Proposal> {
    let desk = workspace.desk();
    let without = |id: &itsm::IncidentId| {
        let record = RecordId::Incident(*id);
        let is_recent = desk.incident(*id).is_ok_and(|one| now - one.opened_at <= TimeDelta::days(QUARTER_DAYS));
        let has_problem = desk.incident(*id).is_ok_and(|one| one.problem.is_some());
        let leads = led_to_improvement(desk, record);
        standing(desk, *id) == Some(Standing::Ended) && is_recent && !has_problem && !leads
    };
    let proposal = |id: itsm::IncidentId| {
        let number = desk.incident_number(id);
        Proposal {
            key: ["major/", &number].concat(),
            reason: [&*number, " was a major incident, and neither a problem nor an improvement has come of it"]
                .concat(),
            summary: ["After the major incident ", &number, ": "].concat(),
            measure: None,
            days: None,
            target: None,
            from: Some(RecordId::Incident(id)),
            counts: None,
        }
    };
    desk.majors().keys().copied().filter(without).map(proposal).collect()
}

/// Changes of the last quarter that failed or were backed out, and led to no improvement.
fn failed_changes(desk: &Desk, now: DateTime<Utc>) -> Vec<Proposal> {
    let failed = |change: &&Change| {
        let ended = change.closure.as_ref().is_some_and(|end| now - end.at <= TimeDelta::days(QUARTER_DAYS));
        ended && matches!(change.close_code(), Some(CloseCode::Failed | CloseCode::BackedOut))
    };
    let proposal = |change: &Change| {
        let number = desk.changes().number(change.id);
        let how = if change.close_code() == Some(CloseCode::Failed) { " failed" } else { " was backed out" };
        let caused = match change::caused(desk, change.id).count() {
            0 => String::new(),
            1 => " and caused 1 incident".to_owned(),
            many => [" and caused ", &crate::say::number(many as u64), " incidents"].concat(),
        };
        Proposal {
            key: ["change/", &number].concat(),
            reason: [&*number, how, &caused, ", and no improvement has come of it"].concat(),
            summary: ["After ", &number, ": "].concat(),
            measure: None,
            days: None,
            target: None,
            from: Some(RecordId::Change(change.id)),
            counts: None,
        }
    };
    let unused = |change: &&Change| !led_to_improvement(desk, RecordId::Change(change.id));
    desk.changes().all().filter(failed).filter(unused).map(proposal).collect()
}

/// What was agreed on in review meetings, is overdue, and led to no improvement.
fn review_actions(desk: &Desk, now: DateTime<Utc>) -> Vec<Proposal> {
    let of = |promise: &Promise| {
        let record = RecordId::Promise(promise.id);
        let number = desk.promises().number(promise.id);
        let late = promise.reviews.iter().flat_map(|held| held.review.actions.iter().zip(&held.done));
        let late = late.filter(|(action, done)| done.is_none() && action.due < now).count();
        let word = if late == 1 { " action of its review meetings is" } else { " actions of its review meetings are" };
        (late > 0 && !led_to_improvement(desk, record)).then(|| Proposal {
            key: ["review/", &number].concat(),
            reason: [&*number, ": ", &crate::say::number(late as u64), word, " overdue"].concat(),
            summary: ["After the review of ", &number, ": "].concat(),
            measure: None,
            days: None,
            target: None,
            from: Some(record),
            counts: None,
        })
    };
    desk.promises().all().filter_map(of).collect()
}

fn led_to_improvement(desk: &Desk, id: RecordId) -> bool {
    desk.links().from(id).any(|link| matches!(link.to, RecordId::Improvement(_)))
}
