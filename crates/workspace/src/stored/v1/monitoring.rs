//! Stored events of `itsm::monitoring`: kinds that begin with `monitoring.`; and the rules for events.

use std::sync::Arc;

use itsm::monitoring::{Event, Held, Match, Outcome, Raise, Repeats, Rule, Rules, Severity, Sighting, Then, Verdict};
use itsm::{CategoryId, GroupId, ItemId, Key, ServiceId};
use serde_json::{Map, Value};

use super::incident::optional_value;
use crate::stored::Unreadable;
use crate::stored::row::{Row, from_instant, from_key, instant, key, level, small, text};

/// What the kind of every such event begins with, before a point.
pub(super) const PREFIX: &str = "monitoring";
/// The kind of the rules.
pub(super) const RULES: &str = "eventrules";

pub(super) fn write(event: &Event) -> Row {
    match event {
        Event::Begun(sighting) => write_sighting("begun", sighting),
        Event::Repeated(sighting) => write_sighting("repeated", sighting),
        Event::Acknowledged => of("acknowledged"),
        Event::Closed { because } => of("closed").with("text", &**because),
        Event::RaisedByHand => of("raised"),
        Event::Noted { text } => of("noted").with("text", &**text),
    }
}

/// The event whose kind is `monitoring.` and `kind`.
pub(super) fn read(row: &Row, kind: &str) -> Result<Event, Unreadable> {
    Ok(match kind {
        "begun" => Event::Begun(Box::new(read_sighting(row)?)),
        "repeated" => Event::Repeated(Box::new(read_sighting(row)?)),
        "acknowledged" => Event::Acknowledged,
        "closed" => Event::Closed { because: row.take("text", text)? },
        "raised" => Event::RaisedByHand,
        "noted" => Event::Noted { text: row.take("text", text)? },
        _ => return Err(Unreadable::UnknownKind(row.kind().to_owned())),
    })
}

fn of(kind: &str) -> Row {
    Row::new(&[PREFIX, ".", kind].concat())
}

fn id(key: Option<Key>) -> Value {
    optional_value(key, from_key)
}

fn severity_word(severity: Severity) -> &'static str {
    match severity {
        Severity::Informational => "info",
        Severity::Warning => "warning",
        Severity::Exception => "exception",
    }
}

fn severity(value: &Value) -> Option<Severity> {
    Severity::ALL.into_iter().find(|severity| severity_word(*severity) == *value)
}

const OUTCOMES: [Outcome; 8] = [
    Outcome::Ignored,
    Outcome::Noted,
    Outcome::Raised,
    Outcome::Held(Held::OpenIncident),
    Outcome::Held(Held::Quiet),
    Outcome::Held(Held::Flapping),
    Outcome::Cleared,
    Outcome::LateRecovery,
];

fn outcome_word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Ignored => "ignored",
        Outcome::Noted => "noted",
        Outcome::Raised => "raised",
        Outcome::Held(Held::OpenIncident) => "open",
        Outcome::Held(Held::Quiet) => "quiet",
        Outcome::Held(Held::Flapping) => "flapping",
        Outcome::Cleared => "cleared",
        Outcome::LateRecovery => "late",
    }
}

fn outcome(value: &Value) -> Option<Outcome> {
    OUTCOMES.into_iter().find(|outcome| outcome_word(*outcome) == *value)
}

fn write_sighting(kind: &str, sighting: &Sighting) -> Row {
    of(kind)
        .with("source", &*sighting.source)
        .with_some("item", id(sighting.item.map(|id| id.0)))
        .with("key", &*sighting.key)
        .with("severity", severity_word(sighting.severity))
        .with("as", severity_word(sighting.counts_as))
        .with("text", &*sighting.message)
        .with("at", from_instant(sighting.at))
        .with_some("well", if sighting.recovers { Value::Bool(true) } else { Value::Null })
        .with("done", outcome_word(sighting.verdict.outcome))
        .with_some("rule", &*sighting.verdict.rule)
}

fn read_sighting(row: &Row) -> Result<Sighting, Unreadable> {
    let rule = row.maybe("rule", text)?.unwrap_or_else(|| Arc::from(""));
    Ok(Sighting {
        source: row.take("source", text)?,
        item: row.maybe("item", key)?.map(ItemId),
        key: row.take("key", text)?,
        severity: row.take("severity", severity)?,
        counts_as: row.take("as", severity)?,
        message: row.take("text", text)?,
        at: row.take("at", instant)?,
        recovers: row.maybe("well", Value::as_bool)?.unwrap_or(false),
        verdict: Verdict { outcome: row.take("done", outcome)?, rule },
    })
}

pub(super) fn write_rules(rules: &Rules) -> Row {
    Row::new(RULES)
        .with("rules", rules.rules.iter().map(from_rule).collect::<Vec<_>>())
        .with("quiet", rules.quiet_minutes)
        .with_some("escalate", optional_value(rules.escalate, from_repeats))
        .with_some("flapping", optional_value(rules.flapping, from_repeats))
}

pub(super) fn read_rules(row: &Row) -> Result<Rules, Unreadable> {
    Ok(Rules {
        rules: row.take("rules", |all| all.as_array()?.iter().map(rule).collect())?,
        quiet_minutes: row.take("quiet", small)?,
        escalate: row.maybe("escalate", repeats)?,
        flapping: row.maybe("flapping", repeats)?,
    })
}

fn from_repeats(repeats: Repeats) -> Value {
    vec![repeats.times, repeats.minutes].into()
}

fn repeats(value: &Value) -> Option<Repeats> {
    let [times, minutes] = value.as_array()?.as_slice() else { return None };
    Some(Repeats { times: small(times)?, minutes: small(minutes)? })
}

fn from_rule(rule: &Rule) -> Value {
    let mut fields = Map::new();
    let mut put = |name: &str, value: Value| {
        let says_nothing = value.is_null() || value.as_str().is_some_and(str::is_empty);
        if !says_nothing {
            fields.insert(name.to_owned(), value);
        }
    };
    put("name", (&*rule.name).into());
    put("source", (&*rule.when.source).into());
    put("item", id(rule.when.item.map(|id| id.0)));
    put("severity", optional_value(rule.when.severity, |severity| severity_word(severity).into()));
    put("words", (&*rule.when.words).into());
    match &rule.then {
        Then::Ignore => put("then", "ignore".into()),
        Then::Note => put("then", "note".into()),
        Then::Incident(raise) => {
            put("then", "incident".into());
            put("group", id(raise.group.map(|id| id.0)));
            put("service", id(raise.service.map(|id| id.0)));
            put("category", id(raise.category.map(|id| id.0)));
            put("impact", raise.impact.0.into());
            put("urgency", raise.urgency.0.into());
        }
    }
    Value::Object(fields)
}

fn rule(value: &Value) -> Option<Rule> {
    let fields = value.as_object()?;
    let words = |name: &str| fields.get(name).map_or(Some(Arc::from("")), text);
    let some = |name: &str| match fields.get(name) {
        None => Some(None),
        Some(value) => key(value).map(Some),
    };
    let then = match fields.get("then")?.as_str()? {
        "ignore" => Then::Ignore,
        "note" => Then::Note,
        "incident" => Then::Incident(Raise {
            group: some("group")?.map(GroupId),
            service: some("service")?.map(ServiceId),
            category: some("category")?.map(CategoryId),
            impact: level(fields.get("impact")?)?,
            urgency: level(fields.get("urgency")?)?,
        }),
        _ => return None,
    };
    let least = match fields.get("severity") {
        None => None,
        Some(value) => Some(severity(value)?),
    };
    let when =
        Match { source: words("source")?, item: some("item")?.map(ItemId), severity: least, words: words("words")? };
    Some(Rule { name: words("name")?, when, then })
}
