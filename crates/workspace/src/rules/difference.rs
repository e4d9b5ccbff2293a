//! What differs between two agreements, in words for the history.

use itsm::service_level::{Agreement, Measure, PriorityChange, ReopenRule};

use super::duration;

/// One clause for each thing that differs: "P1 response 15 min → 10 min".
pub fn differences(before: &Agreement, now: &Agreement) -> Vec<String> {
    let mut told = vec![];
    let mut step = |what: &str, was: &str, is: &str| {
        if was != is {
            told.push([what, " ", was, " → ", is].concat());
        }
    };
    step("name", &before.name, &now.name);
    step("time zone", &before.calendar.zone, &now.calendar.zone);
    step("hours a week", &week(before), &week(now));
    let entries = |count: usize| count.to_string();
    let (was, is) = (&before.calendar, &now.calendar);
    step("holidays", &entries(was.holidays.len()), &entries(is.holidays.len()));
    step("days off every year", &entries(was.yearly.len()), &entries(is.yearly.len()));
    step("breaks", &entries(was.breaks.len()), &entries(is.breaks.len()));
    for (priority, (was, is)) in (1..).zip(before.targets.iter().zip(&now.targets)) {
        for (measure, word) in [(Measure::Response, " response"), (Measure::Resolution, " resolution")] {
            let [was, is] = [was, is].map(|targets| targets.of(measure).map_or("none".to_owned(), duration::write));
            step(&["P", &i32::to_string(&priority), word].concat(), &was, &is);
        }
    }
    step("pauses while awaiting", &pauses(before), &pauses(now));
    step("response pauses", yes(before.pause_on.response_too), yes(now.pause_on.response_too));
    step("reopened incidents", reopen(before.reopen), reopen(now.reopen));
    step("changed priorities", change(before.priority_change), change(now.priority_change));
    step("warning", &percent(before), &percent(now));
    step("in force", &from(before), &from(now));
    told
}

fn week(agreement: &Agreement) -> String {
    duration::write(agreement.calendar.open_time().into_iter().sum())
}

fn pauses(agreement: &Agreement) -> String {
    let words: Vec<&str> =
        agreement.pause_on.reasons.iter().map(|reason| reason.word().trim_start_matches("awaiting ")).collect();
    if words.is_empty() { "nothing".to_owned() } else { words.join(", ") }
}

fn yes(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

fn reopen(rule: ReopenRule) -> &'static str {
    match rule {
        ReopenRule::Continue => "go on",
        ReopenRule::CountGap => "count the time between",
        ReopenRule::Reset => "start again",
    }
}

fn change(rule: PriorityChange) -> &'static str {
    match rule {
        PriorityChange::Forward => "keep the time so far",
        PriorityChange::Recompute => "count as if always so",
        PriorityChange::Reset => "start again",
    }
}

fn percent(agreement: &Agreement) -> String {
    agreement.warn_at_percent.to_string() + " %"
}

fn from(agreement: &Agreement) -> String {
    match agreement.enforced_from {
        Some(at) => ["from ", &crate::say::instant(at)].concat(),
        None => "always".to_owned(),
    }
}
