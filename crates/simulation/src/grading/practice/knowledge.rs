//! Knowledge: looked for, used, and written.

use std::collections::BTreeSet;

use chrono::TimeDelta;

use super::*;

/// What a search takes.
const SEARCH: f64 = 1.0;

fn minutes(minutes: f64) -> TimeDelta {
    TimeDelta::seconds((minutes * 60.0) as i64)
}

/// Ways out that are described and that the player's team may use.
fn known_ways<'a>(reading: &Reading<'a>, case: &str) -> Vec<(&'a Key, f64)> {
    reading.described(case).into_iter().filter(|(fix, _)| reading.may_fix(fix)).collect()
}

/// A way out was described, and something else was done first. One finding a failure.
pub(super) fn unused(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut seen = BTreeSet::new();
    let mut found = vec![];
    for did in &reading.acts {
        let Some(case) = case_of(did.act) else { continue };
        let ways = known_ways(reading, case);
        let Some(quickest) = ways.iter().map(|(_, minutes)| *minutes).min_by(f64::total_cmp) else { continue };
        let passed_on = match did.act {
            Act::Assign { team, .. } => *team != reading.scenario().you.team,
            Act::Hold { .. } => true,
            Act::Fix { fix, .. } => !reading.restores(case, fix),
            _ => false,
        };
        let used = reading
            .fixes_of(reading.failure(case))
            .any(|(earlier, fix)| earlier.id < did.id && ways.iter().any(|(way, _)| *way == fix));
        if !passed_on || used || reading.is_met(case, did.from) || !seen.insert(reading.failure(case)) {
            continue;
        }
        let Some(known) = reading.known_since(case) else { continue };
        let from = known.max(reading.case(case).map_or(known, |case| case.at)) + minutes(SEARCH + quickest);
        let claims = reading.lost_by(case, from, reading.met_after(case, did.from));
        found.push(
            reading.about_case(rule, case, did.id).because(reading.taken_up(case).map(|did| did.id)).taking(claims),
        );
    }
    found
}

/// Searched, found, used, and it helped: before anybody else was asked.
pub(super) fn searched(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut seen = BTreeSet::new();
    let mut found = vec![];
    for did in &reading.acts {
        let Act::Search { case } = did.act else { continue };
        let Some(fault) = reading.fault(case) else { continue };
        let ways = known_ways(reading, case);
        let of = reading.fixes_of(fault.key);
        let used = of.filter(|(fix, way)| {
            fix.from >= did.to && reading.helped(fix) && ways.iter().any(|(known, _)| known == way)
        });
        let Some((used, _)) = used.into_iter().next() else { continue };
        let passed_on = reading.acts.iter().any(|act| {
            act.id < used.id && matches!(act.act, Act::Assign { case, .. } if reading.failure(case) == fault.key)
        });
        if !passed_on && seen.insert(fault.key) {
            let team = reading.firm().teams.get(&fault.form.team);
            let otherwise = team.map_or(0.0, |team| team.pick_up.median) + used.minutes();
            let spared = reading.would_lose_by(case, used.to, used.to + minutes(otherwise));
            found.push(reading.about_case(rule, case, did.id).because([used.id]).taking(spared));
        }
    }
    found
}

/// Failures that somebody may meet again and that were restored by what nothing describes: with a case, and since when.
fn novel<'a>(reading: &Reading<'a>) -> Vec<(&'a Key, &'a Key, Time)> {
    let restored = |failure: &'a Key| {
        let fault = reading.fault_by_key(failure).filter(|fault| fault.may_be_met_again())?;
        let case =
            reading.cases_of(failure).into_iter().map(|(key, _)| key).find(|key| reading.taken_up(key).is_some())?;
        let described = reading.described(case);
        let new = |(_, fix): &(Time, &Key)| described.iter().all(|(known, _)| known != fix);
        let (helped, _) = reading.help_for(failure).into_iter().find(new)?;
        Some((fault.key, case, helped))
    };
    reading.truth.faults.keys().filter_map(restored).collect()
}

/// The article that the player wrote about a failure.
fn article<'b, 'a>(reading: &'b Reading<'a>, failure: &Key) -> Option<&'b Did<'a>> {
    let writes = |act: &Act| matches!(act, Act::Article { case } if reading.failure(case) == failure);
    reading.acts.iter().find(|did| writes(did.act))
}

/// Something new helped, there was a lull, and nothing was written down.
pub(super) fn unwritten(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found = vec![];
    for (failure, case, helped) in novel(reading) {
        let noted = reading.acts.iter().any(|did| match did.act {
            Act::Known { problem, .. } => {
                reading.problem_case(problem).is_some_and(|case| reading.failure(case) == failure)
            }
            _ => false,
        });
        let lull = reading.acts.iter().find(|did| {
            matches!(did.act, Act::Wait { .. })
                && did.from >= helped
                && did.to - did.from >= rule.minutes("lull")
                && !reading.somebody_waits(did.from, did.to)
        });
        if let (false, None, Some(lull)) = (noted, article(reading, failure), lull) {
            found.push(reading.about_failure(rule, case, lull.id).because([lull.begun]));
        }
    }
    found
}

/// Something new was written down while nothing more pressing waited, and served those who came after.
pub(super) fn written(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found = vec![];
    for (failure, case, helped) in novel(reading) {
        let Some(did) = article(reading, failure) else { continue };
        let pressing =
            reading.waited_if(did.from, did.to, |key| reading.true_priority(key) < reading.true_priority(case));
        let later = reading
            .cases_of(failure)
            .into_iter()
            .filter(|(key, truth)| truth.at >= did.to && reading.met_after(key, truth.at) < reading.end());
        let later: Vec<&Key> = later.map(|(key, _)| key).collect();
        if pressing.is_empty() && !later.is_empty() {
            let took =
                reading.taken_up(case).map_or(TimeDelta::zero(), |first| (helped - first.from).max(TimeDelta::zero()));
            let spared = later.iter().flat_map(|key| {
                let met = reading.met_after(key, did.to);
                reading.would_lose_by(key, met, met + took)
            });
            let evidence = later.iter().filter_map(|key| reading.arrival(key));
            let spared = spared.collect();
            found.push(reading.about_failure(rule, case, did.id).because(evidence).taking(spared));
        }
    }
    found
}
