//! Agreements with customers, groups and suppliers as they are typed: one text a field, read into terms or refused at
//! its field.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, NaiveTime, Utc};
use itsm::calendar::{CalendarSpec, TimeOfDay, Window, Zone};
use itsm::incident::HoldReason;
use itsm::promise::{AvailabilityTarget, Escalation, Kind, MeasuringPeriod, Party, Terms, When};
use itsm::service_level::{Agreement, PauseOn, Targets};
use itsm::{GroupId, Matrix, ServiceId, SupplierId};

use super::{Fault, calendar, duration, not_understood};
use crate::query::{key_of, key_text};

/// The fields beside those of the priorities, by the names they are kept under.
pub const FIELDS: [&str; 18] = [
    "kind",
    "customer",
    "group",
    "supplier",
    "name",
    "services",
    "from",
    "until",
    "calendar",
    "opens",
    "closes",
    "pauses",
    "when",
    "tell",
    "percent",
    "period",
    "penalties",
    "reviews",
];

/// The columns of targets: until a reaction and a resolution of incidents, and of requests. With a priority behind it
/// ("response1"), each is a field.
pub const COLUMNS: [&str; 4] = ["response", "resolution", "answer", "fulfilment"];

/// What was typed, by field.
pub type Typed = BTreeMap<String, String>;

/// The words for the kinds, as the field `kind` holds them.
pub const KINDS: [(&str, Kind); 3] =
    [("customer", Kind::Customer), ("inside", Kind::Inside), ("supplier", Kind::Supplier)];

/// The name of a field of a column and a priority, 1 first.
pub fn column_field(column: &str, priority: u8) -> String {
    [column, &priority.to_string()].concat()
}

fn word_of(kind: Kind) -> &'static str {
    KINDS.into_iter().find(|(_, one)| *one == kind).map_or("", |(word, _)| word)
}

fn period_word(period: MeasuringPeriod) -> &'static str {
    match period {
        MeasuringPeriod::Month => "month",
        MeasuringPeriod::Quarter => "quarter",
        MeasuringPeriod::Year => "year",
    }
}

/// What the fields of a new agreement hold, on a desk with this agreement.
pub fn blank(desk: &Agreement, now: DateTime<Utc>) -> Typed {
    let mut typed = Typed::new();
    let mut put = |name: &str, text: String| drop(typed.insert(name.to_owned(), text));
    put("kind", "customer".to_owned());
    put("from", date_of(now, &desk.calendar.zone));
    put("calendar", "desk".to_owned());
    put("opens", "08:00".to_owned());
    put("closes", "18:00".to_owned());
    put("pauses", pauses_text(&desk.pause_on.reasons));
    put("period", "month".to_owned());
    put("reviews", "3".to_owned());
    typed
}

/// What the fields hold for terms.
pub fn fields(terms: &Terms, zone: &str) -> Typed {
    let mut typed = Typed::new();
    let mut put = |name: &str, text: String| drop(typed.insert(name.to_owned(), text));
    put("kind", word_of(terms.party.kind()).to_owned());
    match &terms.party {
        Party::Customer(name) => put("customer", name.to_string()),
        Party::Group(id) => put("group", key_text(id.0)),
        Party::Supplier(id) => put("supplier", key_text(id.0)),
    }
    put("name", terms.title().to_owned());
    let services: Vec<String> = terms.services.iter().map(|id| key_text(id.0)).collect();
    put("services", services.join(","));
    put("from", date_of(terms.valid_from, zone));
    put("until", terms.valid_until.map(|until| last_day(until, zone)).unwrap_or_default());
    put("calendar", "kept".to_owned());
    put("opens", "08:00".to_owned());
    put("closes", "18:00".to_owned());
    put("pauses", pauses_text(&terms.clocks.pause_on.reasons));
    if let Some(escalation) = &terms.escalation {
        put("when", when_text(escalation.when));
        put("tell", escalation.tell.to_string());
    }
    let target = terms.availability;
    put("percent", target.map(|target| percent_text(target.basis_points)).unwrap_or_default());
    put("period", period_word(target.map_or(MeasuringPeriod::Month, |target| target.period)).to_owned());
    put("penalties", terms.penalties.to_string());
    put("reviews", terms.review_months.map(|months| months.to_string()).unwrap_or_default());
    for priority in 1..=Matrix::LOWEST {
        let place = usize::from(priority - 1);
        let own = terms.clocks.targets.get(place).copied().unwrap_or_default();
        let request = terms.requests.get(place).copied().unwrap_or_default();
        let spans = [own.response, own.resolution, request.response, request.resolution];
        for (column, span) in COLUMNS.into_iter().zip(spans) {
            put(&column_field(column, priority), span.map(duration::write).unwrap_or_default());
        }
    }
    typed
}

/// What stands beside the form: the desk's agreement, and the terms that are to change, if any.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    /// The desk's own agreement: its working time and its zone.
    pub desk: &'a Agreement,
    /// What was agreed or drafted before.
    pub before: Option<&'a Terms>,
}

/// The terms that were typed. What only the desk knows (whether a service is there) is left for `decide`.
///
/// # Errors
/// Everything that is not understood, each with the name of its field.
pub fn read(typed: &Typed, ground: Ground<'_>) -> Result<Terms, Vec<Fault<String>>> {
    let mut faults: Vec<Fault<String>> = vec![];
    let field = |name: &str| typed.get(name).map_or("", |text| text.trim());
    let zone = &ground.desk.calendar.zone;
    let calendar = calendar_of(field("calendar"), field("opens"), field("closes"), ground, &mut faults);
    let working_day = calendar.working_day();
    let mut span = |name: String| match duration::read(field(&name), working_day) {
        Ok(span) => span,
        Err(sentence) => {
            faults.push(Fault { place: name, sentence: sentence.to_owned() });
            None
        }
    };
    let mut targets = |response: &str, resolution: &str| {
        std::array::from_fn(|place| {
            let priority = u8::try_from(place + 1).unwrap_or(Matrix::LOWEST);
            Targets {
                response: span(column_field(response, priority)),
                resolution: span(column_field(resolution, priority)),
            }
        })
    };
    let incidents = targets("response", "resolution");
    let requests = targets("answer", "fulfilment");
    let valid_from = day(field("from"), zone, "from", &mut faults);
    let valid_until = day(field("until"), zone, "until", &mut faults).and_then(|last| after(last, zone));
    if valid_from.is_none() && field("from").is_empty() {
        faults.push(fault("from", "Choose the first day on which it holds."));
    }
    let party = party(typed, &mut faults);
    let escalation = escalation(field("when"), field("tell"), working_day, &mut faults);
    let availability = availability(field("percent"), field("period"), &mut faults);
    let review_months = months(field("reviews"), &mut faults);
    let base = ground.before.map_or(ground.desk, |before| &before.clocks);
    let reasons = field("pauses").split(',').filter_map(hold).collect();
    let clocks = Agreement {
        name: field("name").into(),
        calendar,
        targets: incidents,
        pause_on: PauseOn { reasons, response_too: base.pause_on.response_too },
        enforced_from: None,
        ..base.clone()
    };
    let services = field("services").split(',').filter_map(key_of).map(ServiceId).collect();
    match (party, valid_from) {
        (Some(party), Some(valid_from)) if faults.is_empty() => Ok(Terms {
            party,
            services,
            valid_from,
            valid_until,
            clocks,
            requests,
            escalation,
            availability,
            penalties: Arc::from(field("penalties")),
            review_months,
        }),
        _ => Err(faults),
    }
}

fn fault(place: &str, sentence: &str) -> Fault<String> {
    Fault { place: place.to_owned(), sentence: sentence.to_owned() }
}

fn party(typed: &Typed, faults: &mut Vec<Fault<String>>) -> Option<Party> {
    let field = |name: &str| typed.get(name).map_or("", |text| text.trim());
    match field("kind") {
        "inside" => {
            let group = key_of(field("group")).map(|key| Party::Group(GroupId(key)));
            if group.is_none() {
                faults.push(fault("group", "Choose the group that promises it."));
            }
            group
        }
        "supplier" => {
            let supplier = key_of(field("supplier")).map(|key| Party::Supplier(SupplierId(key)));
            if supplier.is_none() {
                faults.push(fault("supplier", "Choose the supplier that promises it; add it under Suppliers first."));
            }
            supplier
        }
        _ => Some(Party::Customer(field("customer").into())),
    }
}

fn calendar_of(
    choice: &str,
    opens: &str,
    closes: &str,
    ground: Ground<'_>,
    faults: &mut Vec<Fault<String>>,
) -> CalendarSpec {
    let zone = &ground.desk.calendar.zone;
    let always = || {
        let day = TimeOfDay::from_seconds(0).map(|opens| Window { opens, closes: TimeOfDay::MIDNIGHT });
        CalendarSpec::weekly(zone, 0..=6, &day.into_iter().collect::<Vec<_>>())
    };
    let mut own = |days| {
        let mut time =
            |text: &str, name: &str| calendar::time(text).map_err(|sentence| faults.push(fault(name, &sentence))).ok();
        let window = time(opens, "opens").zip(time(closes, "closes"));
        let windows: Vec<Window> = window.map(|(opens, closes)| Window { opens, closes }).into_iter().collect();
        CalendarSpec::weekly(zone, days, &windows)
    };
    match choice {
        "always" => always(),
        "weekdays" => own(0..=4),
        "days" => own(0..=6),
        "kept" => ground.before.map_or_else(|| ground.desk.calendar.clone(), |before| before.clocks.calendar.clone()),
        _ => ground.desk.calendar.clone(),
    }
}

fn escalation(
    when: &str,
    tell: &str,
    working_day: chrono::TimeDelta,
    faults: &mut Vec<Fault<String>>,
) -> Option<Escalation> {
    if when.is_empty() {
        return None;
    }
    let read = match when.strip_suffix('%') {
        Some(percent) => percent.trim().parse().ok().map(When::Percent),
        None => duration::read(when, working_day).ok().flatten().map(When::Before),
    };
    let Some(when) = read else {
        faults.push(fault("when", "Write 80 % of the target, or how long before the breach: 2 h, 30 min."));
        return None;
    };
    Some(Escalation { when, tell: tell.into() })
}

fn availability(percent: &str, period: &str, faults: &mut Vec<Fault<String>>) -> Option<AvailabilityTarget> {
    if percent.is_empty() {
        return None;
    }
    let Some(basis_points) = basis_points(percent) else {
        faults.push(fault("percent", "Write a percentage of the agreed service time, such as 99.5."));
        return None;
    };
    let period = MeasuringPeriod::ALL.into_iter().find(|one| period_word(*one) == period);
    Some(AvailabilityTarget { basis_points, period: period.unwrap_or(MeasuringPeriod::Month) })
}

/// Hundredths of a percent from "99.5", "99,5" or "99.5 %".
pub fn basis_points(text: &str) -> Option<u16> {
    let text = text.trim().trim_end_matches('%').trim().replace(',', ".");
    let percent: f64 = text.parse().ok()?;
    let points = (percent * 100.0).round();
    (0.0..=10_000.0).contains(&points).then_some(points as u16)
}

/// The availability target of two fields; nothing typed is none.
///
/// # Errors
/// How to write it.
pub fn availability_of(percent: &str, period: &str) -> Result<Option<AvailabilityTarget>, String> {
    let mut faults = vec![];
    let target = availability(percent.trim(), period, &mut faults);
    faults.pop().map_or(Ok(target), |fault| Err(fault.sentence))
}

fn percent_text(points: u16) -> String {
    let (whole, rest) = (points / 100, points % 100);
    match rest {
        0 => whole.to_string(),
        rest if rest % 10 == 0 => [whole.to_string(), (rest / 10).to_string()].join("."),
        rest => [whole.to_string(), [if rest < 10 { "0" } else { "" }, &rest.to_string()].concat()].join("."),
    }
}

fn months(text: &str, faults: &mut Vec<Fault<String>>) -> Option<u8> {
    if text.is_empty() {
        return None;
    }
    let months = text.parse().ok();
    if months.is_none() {
        faults.push(fault("reviews", "Write every how many months, such as 3, or leave it empty."));
    }
    months
}

/// "80 %" or "2 h", as the form reads it.
pub fn when_text(when: When) -> String {
    match when {
        When::Percent(percent) => percent.to_string() + " %",
        When::Before(span) => duration::write(span),
    }
}

fn pauses_text(reasons: &[HoldReason]) -> String {
    reasons.iter().map(|reason| hold_word(*reason)).collect::<Vec<_>>().join(",")
}

/// The last word of what a hold is called ("caller"): what the field `pauses` holds.
pub fn hold_word(reason: HoldReason) -> &'static str {
    reason.word().rsplit(' ').next().unwrap_or_default()
}

fn hold(word: &str) -> Option<HoldReason> {
    HoldReason::ALL.into_iter().find(|reason| hold_word(*reason) == word.trim())
}

fn midnight(date: chrono::NaiveDate, zone: &str) -> Option<DateTime<Utc>> {
    Zone::named(zone).unwrap_or(Zone::UTC).resolve(date.and_time(NaiveTime::MIN))
}

/// The first instant of a day that was typed.
fn day(text: &str, zone: &str, name: &str, faults: &mut Vec<Fault<String>>) -> Option<DateTime<Utc>> {
    if text.is_empty() {
        return None;
    }
    let read = calendar::date(text).ok().and_then(|date| midnight(date, zone));
    if read.is_none() {
        faults.push(Fault { place: name.to_owned(), sentence: not_understood(text, "a date such as 2026-03-02") });
    }
    read
}

/// The first instant of a day that was typed; nothing typed is none.
///
/// # Errors
/// How to write it.
pub fn first_instant(text: &str, zone: &str) -> Result<Option<DateTime<Utc>>, String> {
    let mut faults = vec![];
    let read = day(text.trim(), zone, "", &mut faults);
    faults.pop().map_or(Ok(read), |fault| Err(fault.sentence))
}

/// The first instant after a day that was typed as the last one.
///
/// # Errors
/// How to write it.
pub fn end_of(text: &str, zone: &str) -> Result<Option<DateTime<Utc>>, String> {
    Ok(first_instant(text, zone)?.and_then(|last| after(last, zone)))
}

fn after(last: DateTime<Utc>, zone: &str) -> Option<DateTime<Utc>> {
    let local = Zone::named(zone).unwrap_or(Zone::UTC).local(last).date();
    midnight(local.succ_opt()?, zone)
}

/// The day of an instant, as the form reads it.
pub fn date_of(at: DateTime<Utc>, zone: &str) -> String {
    calendar::write_date(Zone::named(zone).unwrap_or(Zone::UTC).local(at).date())
}

/// The last day before an instant.
pub fn last_day(until: DateTime<Utc>, zone: &str) -> String {
    date_of(until - chrono::TimeDelta::seconds(1), zone)
}
