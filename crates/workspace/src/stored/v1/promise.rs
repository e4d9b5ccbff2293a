//! Stored events of `itsm::promise`: kinds that begin with `promise.`. What is agreed stands in the event itself, with
//! the fields of the desk's agreement and some of its own.

use std::sync::Arc;

use chrono::TimeDelta;
use itsm::promise::{
    AvailabilityTarget, Escalation, Event, Health, MeasuringPeriod, Party, Review, ReviewAction, Terms, When,
};
use itsm::{GroupId, PersonId, ServiceId, SupplierId};
use serde_json::Value;

use super::agreement::{self, all, both, list, two};
use super::incident::optional_value;
use crate::stored::Unreadable;
use crate::stored::row::{Row, from_instant, from_key, instant, key, small, text};

/// What the kind of every such event begins with, before a point.
pub(super) const PREFIX: &str = "promise";

pub(super) fn write(event: &Event) -> Row {
    match event {
        Event::Drafted(terms) => write_terms(of("drafted"), terms),
        Event::Redrafted(terms) => write_terms(of("redrafted"), terms),
        Event::Agreed => of("agreed"),
        Event::Revised { terms, because } => write_terms(of("revised"), terms).with("text", &**because),
        Event::Ended { from, because } => of("ended").with("end", from_instant(*from)).with("text", &**because),
        Event::Reviewed(review) => write_review(review),
        Event::ActionDone { review, action } => of("done").with("review", *review).with("action", *action),
        Event::Noted { text } => of("noted").with("text", &**text),
    }
}

/// The event whose kind is `promise.` and `kind`.
pub(super) fn read(row: &Row, kind: &str) -> Result<Event, Unreadable> {
    Ok(match kind {
        "drafted" => Event::Drafted(Box::new(read_terms(row)?)),
        "redrafted" => Event::Redrafted(Box::new(read_terms(row)?)),
        "agreed" => Event::Agreed,
        "revised" => Event::Revised { terms: Box::new(read_terms(row)?), because: row.take("text", text)? },
        "ended" => Event::Ended { from: row.take("end", instant)?, because: row.take("text", text)? },
        "reviewed" => Event::Reviewed(Box::new(read_review(row)?)),
        "done" => Event::ActionDone { review: row.take("review", small)?, action: row.take("action", small)? },
        "noted" => Event::Noted { text: row.take("text", text)? },
        _ => return Err(Unreadable::UnknownKind(row.kind().to_owned())),
    })
}

fn of(kind: &str) -> Row {
    Row::new(&[PREFIX, ".", kind].concat())
}

fn write_terms(row: Row, terms: &Terms) -> Row {
    agreement::put(row, &terms.clocks)
        .with("party", from_party(&terms.party))
        .with("services", list(&terms.services, |id| from_key(id.0)))
        .with("since", from_instant(terms.valid_from))
        .with_some("until", optional_value(terms.valid_until, from_instant))
        .with("requests", list(&terms.requests, agreement::from_targets))
        .with_some("escalate", terms.escalation.as_ref().map_or(Value::Null, from_escalation))
        .with_some("availability", optional_value(terms.availability, from_availability))
        .with_some("penalties", &*terms.penalties)
        .with_some("reviews", optional_value(terms.review_months, Value::from))
}

fn read_terms(row: &Row) -> Result<Terms, Unreadable> {
    Ok(Terms {
        party: row.take("party", party)?,
        services: row.take("services", |ids| all(ids, |id| key(id).map(ServiceId)))?,
        valid_from: row.take("since", instant)?,
        valid_until: row.maybe("until", instant)?,
        clocks: agreement::read(row)?,
        requests: row.take("requests", |targets| all(targets, agreement::targets)?.try_into().ok())?,
        escalation: row.maybe("escalate", escalation)?,
        availability: row.maybe("availability", availability)?,
        penalties: row.maybe("penalties", text)?.unwrap_or_else(|| Arc::from("")),
        review_months: row.maybe("reviews", small)?,
    })
}

fn from_party(party: &Party) -> Value {
    match party {
        Party::Customer(name) => two("customer".into(), (&**name).into()),
        Party::Group(id) => two("group".into(), from_key(id.0)),
        Party::Supplier(id) => two("supplier".into(), from_key(id.0)),
    }
}

fn party(value: &Value) -> Option<Party> {
    let [what, who] = value.as_array()?.as_slice() else { return None };
    Some(match what.as_str()? {
        "customer" => Party::Customer(text(who)?),
        "group" => Party::Group(GroupId(key(who)?)),
        "supplier" => Party::Supplier(SupplierId(key(who)?)),
        _ => return None,
    })
}

/// "%" and a percentage, or "before" and milliseconds; then who is told.
fn from_escalation(escalation: &Escalation) -> Value {
    let (what, number): (&str, Value) = match escalation.when {
        When::Percent(percent) => ("%", percent.into()),
        When::Before(span) => ("before", span.num_milliseconds().into()),
    };
    Value::Array(vec![what.into(), number, (&*escalation.tell).into()])
}

fn escalation(value: &Value) -> Option<Escalation> {
    let [what, number, tell] = value.as_array()?.as_slice() else { return None };
    let when = match what.as_str()? {
        "%" => When::Percent(small(number)?),
        "before" => When::Before(TimeDelta::try_milliseconds(number.as_i64()?)?),
        _ => return None,
    };
    Some(Escalation { when, tell: text(tell)? })
}

fn period_word(period: MeasuringPeriod) -> &'static str {
    match period {
        MeasuringPeriod::Month => "month",
        MeasuringPeriod::Quarter => "quarter",
        MeasuringPeriod::Year => "year",
    }
}

/// Hundredths of a percent, and the period.
pub(super) fn from_availability(target: AvailabilityTarget) -> Value {
    two(target.basis_points.into(), period_word(target.period).into())
}

pub(super) fn availability(value: &Value) -> Option<AvailabilityTarget> {
    let [basis_points, period] = value.as_array()?.as_slice() else { return None };
    let word = period.as_str()?;
    let period = MeasuringPeriod::ALL.into_iter().find(|period| period_word(*period) == word)?;
    Some(AvailabilityTarget { basis_points: small(basis_points)?, period })
}

fn health_word(health: Health) -> &'static str {
    match health {
        Health::Green => "green",
        Health::Amber => "amber",
        Health::Red => "red",
    }
}

pub(super) fn from_health(health: Health) -> Value {
    health_word(health).into()
}

pub(super) fn health(value: &Value) -> Option<Health> {
    let word = value.as_str()?;
    Health::ALL.into_iter().find(|health| health_word(*health) == word)
}

fn write_review(review: &Review) -> Row {
    let action = |action: &ReviewAction| {
        Value::Array(vec![(&*action.what).into(), from_key(action.owner.0), from_instant(action.due)])
    };
    of("reviewed")
        .with("held", from_instant(review.held_at))
        .with("who", &*review.attendees)
        .with("text", &*review.minutes)
        .with_some("outcome", optional_value(review.outcome, from_health))
        .with("actions", list(&review.actions, action))
}

fn read_review(row: &Row) -> Result<Review, Unreadable> {
    let action = |value: &Value| {
        let [what, owner, due] = value.as_array()?.as_slice() else { return None };
        Some(ReviewAction { what: text(what)?, owner: PersonId(key(owner)?), due: instant(due)? })
    };
    Ok(Review {
        held_at: row.take("held", instant)?,
        attendees: row.take("who", text)?,
        minutes: row.take("text", text)?,
        outcome: row.maybe("outcome", health)?,
        actions: row.take("actions", |actions| all(actions, action))?,
    })
}

/// Two texts as a list.
pub(super) fn from_texts(one: &str, other: &str) -> Value {
    two(one.into(), other.into())
}

/// See [`from_texts`].
pub(super) fn texts(value: &Value) -> Option<(Arc<str>, Arc<str>)> {
    both(value, text)
}
