//! What the rules make of one event, given what its cause has sent before. Also without a desk, to try rules out.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::command::Signal;
use super::decide::key_of;
use super::event::{Event, Sighting};
use super::record::Alert;
use super::rules::{Raise, Rule, Rules, Then};
use super::state::{Severity, State};
use crate::ids::{AlertId, PersonId};

/// Why an exception that a rule would make an incident makes none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Held {
    /// An incident for the same cause is open.
    OpenIncident,
    /// The last incident for the same cause ended a moment ago.
    Quiet,
    /// It comes and goes.
    Flapping,
}

/// What was done with one event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Outcome {
    /// Counted, and no more.
    Ignored,
    /// Kept in view.
    Noted,
    /// An incident was raised.
    Raised,
    /// None was raised, for this reason.
    Held(Held),
    /// It says that all is well again.
    Cleared,
    /// It says so of the time before the latest fault.
    LateRecovery,
}

/// What was done with one event, and by which rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// What.
    pub outcome: Outcome,
    /// The rule's name; empty where none fits.
    pub rule: Arc<str>,
}

/// The incidents of a cause.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Incidents {
    /// Whether one is open.
    pub open: bool,
    /// When the last one ended.
    pub ended_at: Option<DateTime<Utc>>,
}

/// What is made of one event.
pub(super) struct Judged<'a> {
    pub counts_as: Severity,
    pub verdict: Verdict,
    /// What incident to raise.
    pub raise: Option<&'a Raise>,
}

/// Judges one event that happened at `at`, given what its cause has sent before and its incidents.
pub(super) fn judge<'a>(
    rules: &'a Rules,
    before: Option<&Alert>,
    incidents: Incidents,
    signal: &Signal,
    at: DateTime<Utc>,
) -> Judged<'a> {
    let counts_as = counts_as(rules, before, signal, at);
    let rule = rules.first(signal, counts_as).map(|(_, rule)| rule);
    let done = |outcome, rule: Option<&Rule>, raise| {
        let rule = rule.map_or_else(|| Arc::from(""), |rule| rule.name.clone());
        Judged { counts_as, verdict: Verdict { outcome, rule }, raise }
    };
    if signal.recovers {
        let late = before.is_some_and(|alert| at < alert.last_at);
        return done(if late { Outcome::LateRecovery } else { Outcome::Cleared }, None, None);
    }
    match rule.map(|rule| &rule.then) {
        Some(Then::Ignore) => done(Outcome::Ignored, rule, None),
        Some(Then::Incident(raise)) if counts_as == Severity::Exception => match held(rules, before, incidents, at) {
            Some(why) => done(Outcome::Held(why), rule, None),
            None => done(Outcome::Raised, rule, Some(raise)),
        },
        Some(Then::Incident(_) | Then::Note) | None => done(Outcome::Noted, rule, None),
    }
}

/// A warning repeated often enough counts as an exception.
fn counts_as(rules: &Rules, before: Option<&Alert>, signal: &Signal, at: DateTime<Utc>) -> Severity {
    let (Severity::Warning, Some(alert), Some(escalate)) = (signal.severity, before, rules.escalate) else {
        return signal.severity;
    };
    let since = at.checked_sub_signed(escalate.span()).unwrap_or(DateTime::<Utc>::MIN_UTC);
    let times = alert.seen_since(since, Severity::Warning).saturating_add(1);
    let enough = usize::try_from(escalate.times).is_ok_and(|enough| times >= enough);
    if enough { Severity::Exception } else { Severity::Warning }
}

fn held(rules: &Rules, before: Option<&Alert>, incidents: Incidents, at: DateTime<Utc>) -> Option<Held> {
    if incidents.open {
        return Some(Held::OpenIncident);
    }
    if incidents.ended_at.is_some_and(|ended| at.signed_duration_since(ended) < rules.quiet()) {
        return Some(Held::Quiet);
    }
    let (alert, flapping) = (before?, rules.flapping?);
    let since = at.checked_sub_signed(flapping.span()).unwrap_or(DateTime::<Utc>::MIN_UTC);
    // Coming back just now is one more.
    let flips = alert.flips_since(since).saturating_add(usize::from(alert.state == State::Cleared));
    usize::try_from(flapping.times).is_ok_and(|most| flips >= most).then_some(Held::Flapping)
}

/// The event that a signal becomes.
pub(super) fn sighting(signal: &Signal, at: DateTime<Utc>, judged: Judged<'_>) -> Sighting {
    let Signal { source, item, severity, message, recovers, .. } = signal.clone();
    let Judged { counts_as, verdict, .. } = judged;
    Sighting { source, item, key: key_of(signal), severity, counts_as, message, at, recovers, verdict }
}

/// What rules would have made of one event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rehearsed {
    /// How bad it would count as.
    pub counts_as: Severity,
    /// What would have been done, and by which rule.
    pub verdict: Verdict,
}

/// What rules would have made of these events, had they come in one after the other on an empty desk. An incident is
/// taken to end when its cause recovers.
pub fn rehearse(rules: &Rules, signals: &[Signal], now: DateTime<Utc>) -> Vec<Rehearsed> {
    let mut causes: BTreeMap<Arc<str>, (Alert, Incidents)> = BTreeMap::new();
    let one = |signal: &Signal| {
        let at = signal.at.unwrap_or(now);
        let known = causes.get(&key_of(signal));
        let incidents = known.map(|(_, incidents)| *incidents).unwrap_or_default();
        let judged = judge(rules, known.map(|(alert, _)| alert), incidents, signal, at);
        let rehearsed = Rehearsed { counts_as: judged.counts_as, verdict: judged.verdict.clone() };
        let outcome = judged.verdict.outcome;
        let sighting = sighting(signal, at, judged);
        let incidents = match causes.get_mut(&sighting.key) {
            Some((alert, incidents)) => {
                alert.change(&Event::Repeated(Box::new(sighting)), at, PersonId::default());
                incidents
            }
            None => {
                let begun = (Alert::begun(AlertId::default(), &sighting, at), Incidents::default());
                &mut causes.entry(sighting.key).or_insert(begun).1
            }
        };
        match outcome {
            Outcome::Raised => *incidents = Incidents { open: true, ended_at: None },
            Outcome::Cleared if incidents.open => *incidents = Incidents { open: false, ended_at: Some(at) },
            _ => {}
        }
        rehearsed
    };
    signals.iter().map(one).collect()
}
