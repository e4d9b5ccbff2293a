//! Targets and the rules of the clocks as they are typed: one text a field, read into the agreement or refused at its
//! field.

use chrono::{DateTime, NaiveTime, Timelike, Utc};
use itsm::Priority;
use itsm::calendar::{TimeOfDay, Zone};
use itsm::incident::HoldReason;
use itsm::service_level::{Agreement, AgreementFault, Compiled, PriorityChange, ReopenRule, Targets};

use super::calendar::{date, time, write_date};
use super::{Fault, duration, not_understood};

/// The fields, by the names they are kept under.
pub const FIELDS: [&str; 21] = [
    "name",
    "response 1",
    "response 2",
    "response 3",
    "response 4",
    "response 5",
    "resolution 1",
    "resolution 2",
    "resolution 3",
    "resolution 4",
    "resolution 5",
    "pause caller",
    "pause problem",
    "pause supplier",
    "pause change",
    "pause evidence",
    "response too",
    "reopen",
    "change",
    "warning",
    "enforced",
];

/// The place of the agreement's name among the fields.
pub const NAME: usize = 0;
/// The place before that of the response target of priority 1.
pub const RESPONSE: usize = 0;
/// The place before that of the resolution target of priority 1.
pub const RESOLUTION: usize = 5;
/// The place of the first hold reason; they follow in the order of `HoldReason::ALL`.
pub const PAUSES: usize = 11;
/// The place of whether the response pauses, too.
pub const RESPONSE_TOO: usize = 16;
/// The place of the reopen rule.
pub const REOPEN: usize = 17;
/// The place of the rule for a change of priority.
pub const CHANGE: usize = 18;
/// The place of the warning.
pub const WARNING: usize = 19;
/// The place of the instant from which targets hold.
pub const ENFORCED: usize = 20;

/// What a ticked box holds.
pub const YES: &str = "yes";

/// The word for a reopen rule.
pub fn reopen_word(rule: ReopenRule) -> &'static str {
    match rule {
        ReopenRule::Continue => "continue",
        ReopenRule::CountGap => "gap",
        ReopenRule::Reset => "reset",
    }
}

/// The word for a rule of changed priorities.
pub fn change_word(rule: PriorityChange) -> &'static str {
    match rule {
        PriorityChange::Forward => "forward",
        PriorityChange::Recompute => "recompute",
        PriorityChange::Reset => "reset",
    }
}

/// What the fields hold for an agreement, in their order.
pub fn fields(agreement: &Agreement) -> Vec<String> {
    let yes = |yes: bool| if yes { YES.to_owned() } else { String::new() };
    let span = |span: Option<chrono::TimeDelta>| span.map(duration::write).unwrap_or_default();
    let mut fields = vec![agreement.name.to_string()];
    fields.extend(agreement.targets.iter().map(|targets| span(targets.response)));
    fields.extend(agreement.targets.iter().map(|targets| span(targets.resolution)));
    fields.extend(HoldReason::ALL.iter().map(|reason| yes(agreement.pause_on.reasons.contains(reason))));
    fields.push(yes(agreement.pause_on.response_too));
    fields.push(reopen_word(agreement.reopen).to_owned());
    fields.push(change_word(agreement.priority_change).to_owned());
    fields.push(agreement.warn_at_percent.to_string());
    fields.push(agreement.enforced_from.map(|at| write_moment(at, &agreement.calendar.zone)).unwrap_or_default());
    fields
}

/// The agreement that was typed; its working time is that of `ground`.
///
/// # Errors
/// Everything that is wrong, each with the place of its field.
pub fn read(fields: &[String], ground: &Agreement) -> Result<Agreement, Vec<Fault<usize>>> {
    let mut faults = vec![];
    let field = |place: usize| fields.get(place).map_or("", |text| text.trim());
    let working_day = ground.calendar.working_day();
    let mut agreement = Agreement { name: field(NAME).into(), ..ground.clone() };
    for (number, targets) in (1..).zip(&mut agreement.targets) {
        let mut span = |place: usize| {
            duration::read(field(place), working_day).unwrap_or_else(|sentence| {
                faults.push(Fault { place, sentence: sentence.to_owned() });
                None
            })
        };
        *targets = Targets { response: span(RESPONSE + number), resolution: span(RESOLUTION + number) };
    }
    let chosen = (PAUSES..).zip(HoldReason::ALL).filter(|(place, _)| field(*place) == YES);
    agreement.pause_on.reasons = chosen.map(|(_, reason)| reason).collect();
    agreement.pause_on.response_too = field(RESPONSE_TOO) == YES;
    let rules = [ReopenRule::Continue, ReopenRule::CountGap, ReopenRule::Reset];
    agreement.reopen = rules.into_iter().find(|rule| reopen_word(*rule) == field(REOPEN)).unwrap_or(ground.reopen);
    let rules = [PriorityChange::Forward, PriorityChange::Recompute, PriorityChange::Reset];
    agreement.priority_change =
        rules.into_iter().find(|rule| change_word(*rule) == field(CHANGE)).unwrap_or(ground.priority_change);
    // What is no number at all is out of range, too.
    agreement.warn_at_percent = field(WARNING).trim_end_matches('%').trim().parse().unwrap_or(0);
    match moment(field(ENFORCED), &ground.calendar.zone) {
        Ok(at) => agreement.enforced_from = at,
        Err(sentence) => faults.push(Fault { place: ENFORCED, sentence }),
    }
    if faults.is_empty() {
        faults.extend(every_fault(&agreement));
    }
    if faults.is_empty() { Ok(agreement) } else { Err(faults) }
}

/// What the domain has against it, each at its field: it names one fault at a time.
fn every_fault(agreement: &Agreement) -> Option<Fault<usize>> {
    let fault = Compiled::new(agreement.clone()).err()?;
    let of = |priority: Priority| usize::from(priority.0);
    let short = |priority: Priority| {
        let targets = agreement.targets(priority);
        targets.response.is_some_and(|target| target <= chrono::TimeDelta::zero())
    };
    let place = match &fault {
        AgreementFault::NoName => NAME,
        AgreementFault::NoTargets => RESOLUTION + 1,
        AgreementFault::TargetTooShort(priority) if short(*priority) => RESPONSE + of(*priority),
        AgreementFault::TargetTooShort(priority) => RESOLUTION + of(*priority),
        AgreementFault::ResponseAfterResolution(priority) => RESPONSE + of(*priority),
        AgreementFault::WarningOutOfRange => WARNING,
        AgreementFault::Calendar(_) => NAME,
    };
    Some(Fault { place, sentence: fault.refusal().sentence() })
}

/// The instant of a local date and time such as "2016-05-16T09:00"; nothing typed is none.
///
/// # Errors
/// How to write it.
pub fn moment(text: &str, zone: &str) -> Result<Option<DateTime<Utc>>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    let wrong = || not_understood(text, "a date and a time");
    let (day, hours) = text.split_once('T').ok_or_else(wrong)?;
    let hours: TimeOfDay = time(hours)?;
    let hours = NaiveTime::from_num_seconds_from_midnight_opt(hours.seconds(), 0).ok_or_else(wrong)?;
    let zone = Zone::named(zone).unwrap_or(Zone::UTC);
    zone.resolve(date(day)?.and_time(hours)).ok_or_else(wrong).map(Some)
}

/// An instant as [`moment`] reads it, to the minute.
pub fn write_moment(at: DateTime<Utc>, zone: &str) -> String {
    let local = Zone::named(zone).unwrap_or(Zone::UTC).local(at);
    let time = TimeOfDay::from_seconds(local.hour() * 3600 + local.minute() * 60);
    [&write_date(local.date()), "T", &time.map(|time| time.to_string()).unwrap_or_default()].concat()
}
