//! Changes that the player raised: the kind that was chosen.

use chrono::TimeDelta;

use super::*;
use crate::scenario::{ChangeIs, ChangeType, Reason, Verdict};

/// How long a normal change waits for those who decide: the rest of half a day, by judgement.
pub(super) const NORMAL_DECISION: TimeDelta = TimeDelta::minutes(240);

/// A change that the player raised.
pub(super) struct Raised<'b, 'a> {
    /// "change-1" is the first of the shift.
    pub key: Key,
    pub did: &'b Did<'a>,
    pub case: &'a Key,
    pub kind: ChangeType,
    pub fix: &'a Key,
    pub items: &'a [Key],
    pub back_out: &'a str,
}

pub(super) fn raised<'b, 'a>(reading: &'b Reading<'a>) -> Vec<Raised<'b, 'a>> {
    let mut changes = vec![];
    for did in &reading.acts {
        if let Act::Change { case, kind, fix, items, plan, .. } = did.act {
            let key = Key::new(&format!("change-{}", changes.len() + 1));
            changes.push(Raised { key, did, case, kind: *kind, fix, items, back_out: plan.back_out.as_str() });
        }
    }
    changes
}

impl Raised<'_, '_> {
    /// The kind that its work asks for.
    pub fn needs(&self, reading: &Reading) -> Option<ChangeType> {
        reading.pool().fixes.get(self.fix).and_then(|fix| fix.change)
    }

    /// When it was carried out, by whomever.
    pub fn carried(&self, reading: &Reading) -> Option<Time> {
        let own = |did: &&Did| match did.act {
            Act::Implement { change } => *change == self.key,
            Act::Fix { case, fix } => {
                did.id > self.did.id && fix == self.fix && reading.failure(case) == reading.failure(self.case)
            }
            _ => false,
        };
        let by_player = reading.acts.iter().find(own).map(|did| did.to);
        by_player.into_iter().chain(moved(reading, &self.key, ChangeIs::Done)).min()
    }
}

/// When a change first came to be so.
pub(super) fn moved(reading: &Reading, change: &Key, wanted: ChangeIs) -> Option<Time> {
    let so =
        |event: &WorldEvent| matches!(event, WorldEvent::Change { change: key, is } if key == change && *is == wanted);
    reading.events().find(|(_, event)| so(event)).map(|(entry, _)| entry.at)
}

/// A standard change for work that no template covers.
pub(super) fn standard_misused(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let misused = |change: &Raised| {
        let covered = !matches!(change.needs(reading), Some(ChangeType::Normal | ChangeType::Emergency));
        change.kind == ChangeType::Standard && !covered && change.carried(reading).is_some()
    };
    raised(reading).into_iter().filter(misused).map(|change| about(reading, rule, &change)).collect()
}

fn about(reading: &Reading, rule: &Rule, change: &Raised) -> Finding {
    let finding = reading.finding(rule, Subject::Change(change.key.clone()), change.did.id);
    Finding { failure: reading.failure(change.case).clone(), ..finding }
}

/// Called an emergency where waiting would have cost little; raised so, or advised so.
pub(super) fn emergency_dodged(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let dodged =
        |change: &Raised| change.kind == ChangeType::Emergency && at_stake(reading, change) < rule.number("least");
    let mut found: Vec<Finding> =
        raised(reading).into_iter().filter(dodged).map(|change| about(reading, rule, &change)).collect();
    for did in &reading.acts {
        let Act::Assess { change, verdict: Verdict::Go | Verdict::GoIf, .. } = did.act else { continue };
        let dodges = reading.scenario().changes.iter().any(|form| {
            form.key == *change && form.kind == ChangeType::Emergency && form.truth.reasons.contains(&Reason::WrongType)
        });
        if dodges {
            found.push(reading.finding(rule, Subject::Change(change.clone()), did.id));
        }
    }
    found
}

/// Users' minutes that would be lost by waiting for the usual decision.
fn at_stake(reading: &Reading, change: &Raised) -> f64 {
    let failure = reading.failure(change.case);
    let alive = reading.fault(change.case).is_some_and(|fault| fault.is_alive(change.did.from));
    if !(alive && reading.restores(change.case, change.fix)) {
        return 0.0;
    }
    reading.would_lose(failure, change.did.to, change.did.to + NORMAL_DECISION).iter().map(Claim::minutes).sum()
}

/// The emergency way, authorised, for what could not wait.
pub(super) fn emergency_right(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found = vec![];
    for change in raised(reading).into_iter().filter(|change| change.kind == ChangeType::Emergency) {
        let (Some(allowed), Some(carried)) =
            (moved(reading, &change.key, ChangeIs::Authorised), change.carried(reading))
        else {
            continue;
        };
        if allowed <= carried && at_stake(reading, &change) >= rule.number("least") && !change.back_out.is_empty() {
            let spared = reading.would_lose(reading.failure(change.case), carried, change.did.to + NORMAL_DECISION);
            found.push(about(reading, rule, &change).taking(spared));
        }
    }
    found
}

/// The long way for what is authorised already, or no to what is well prepared, while somebody waits.
pub(super) fn over_controlled(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found = vec![];
    for change in raised(reading) {
        let failure = reading.failure(change.case);
        let waits = reading.fault(change.case).is_some_and(|fault| fault.is_alive(change.did.from));
        if change.needs(reading) == Some(ChangeType::Standard) && change.kind != ChangeType::Standard && waits {
            let allowed = moved(reading, &change.key, ChangeIs::Authorised).unwrap_or_else(|| reading.end());
            let over = reading.over(failure);
            let claims = reading.lost(failure, over - (allowed - change.did.to), over);
            found.push(about(reading, rule, &change).taking(claims));
        }
    }
    for did in &reading.acts {
        let Act::Assess { change, verdict: Verdict::No | Verdict::NotYet, .. } = did.act else { continue };
        let sound = reading
            .scenario()
            .changes
            .iter()
            .any(|form| form.key == *change && matches!(form.truth.verdict, Verdict::Go | Verdict::GoIf));
        if sound {
            found.push(reading.finding(rule, Subject::Change(change.clone()), did.id));
        }
    }
    found
}
