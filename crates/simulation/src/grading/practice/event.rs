//! Events: what only informs, what is wrong, and what gives time.

use super::priority::work_begins;
use super::*;
use crate::scenario::Severity;
use crate::shift::Logged;

fn severity(reading: &Reading, case: &str) -> Option<Severity> {
    reading.contact(case).and_then(|contact| contact.severity)
}

/// An event that asks for nothing became an incident.
pub(super) fn noise(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found = vec![];
    for (case, truth) in reading.truth.cases.iter().filter(|(key, case)| case.noise && reading.is_alert(key)) {
        let Some(logged) = reading.logged(case) else { continue };
        let incident = matches!(reading.kind_at(case, logged.to), Some(Logged::Incident | Logged::Security));
        if incident && truth.fault.is_none() {
            let claims = reading.about(case).flat_map(|did| reading.waited(did.from, did.to)).collect();
            let evidence = reading.about(case).map(|did| did.id);
            found.push(reading.about_case(rule, case, logged.id).because(evidence).taking(claims));
        }
    }
    found
}

/// Something is wrong, a tool said so, and nobody began.
pub(super) fn ignored(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found = vec![];
    for (case, truth) in reading.truth.cases.iter().filter(|(key, _)| reading.is_alert(key)) {
        let failure = reading.failure(case);
        let late = truth.at + rule.minutes("grace");
        let alive = reading.fault(case).is_some_and(|fault| fault.is_alive(late)) && late <= reading.end();
        let begins = work_begins(reading, failure, truth.at);
        let worked = begins <= late || work_begins(reading, failure, reading.truth.from) <= truth.at;
        if severity(reading, case) == Some(Severity::Exception) && alive && !worked {
            let claims = reading.lost(failure, late, begins);
            let touched = reading.about(case).map(|did| did.id);
            found.push(reading.about_case(rule, case, reading.moment(late)).because(touched).taking(claims));
        }
    }
    found
}

/// A warning was acted on, and it helped, before anybody felt it.
pub(super) fn acted_early(reading: &Reading, rule: &Rule) -> Vec<Finding> {
    let mut found = vec![];
    for (case, _) in reading.truth.cases.iter().filter(|(key, _)| reading.is_alert(key)) {
        let Some(fault) = reading.fault(case).filter(|_| severity(reading, case) == Some(Severity::Warning)) else {
            continue;
        };
        let felt =
            reading.cases_of(fault.key).into_iter().find(|(key, _)| !reading.is_alert(key)).map(|(_, case)| case.at);
        let before = |time: Time| felt.is_none_or(|felt| time <= felt);
        let acted = reading.about(case).find(|did| match did.act {
            Act::Assign { team, .. } => reading.teams(case).contains(team),
            Act::Fix { fix, .. } => reading.restores(case, fix),
            Act::Diagnose { .. } | Act::Change { .. } => true,
            _ => false,
        });
        let help = reading.help_for(fault.key).into_iter().find(|(time, _)| before(*time));
        if let (Some(acted), Some((helped, _))) = (acted.filter(|did| before(did.to)), help) {
            let spared = reading.would_lose(fault.key, helped, reading.end());
            found.push(reading.about_case(rule, case, acted.id).taking(spared));
        }
    }
    found
}
