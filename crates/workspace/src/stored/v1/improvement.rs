//! Stored events of `itsm::improvement`: kinds that begin with `improvement.`. Amounts are thousandths of their unit,
//! days are ISO dates.

use chrono::NaiveDate;
use itsm::improvement::{
    Amendment, Amount, Answer, DeskMeasure, Event, Measure, Model, Reading, Scale, Scope, Statement, Step,
};
use itsm::{Key, PersonId};
use serde_json::Value;

use super::incident::optional_value;
use crate::stored::Unreadable;
use crate::stored::row::{Row, from_key, key, optional, small, text};

/// What the kind of every such event begins with, before a point.
pub(super) const PREFIX: &str = "improvement";

pub(super) fn write(event: &Event) -> Row {
    match event {
        Event::Registered(statement) => write_statement(statement),
        Event::Amended(amendment) => of("amended").with("f", from_amendment(amendment)),
        Event::Accepted => of("accepted"),
        Event::Assessed => of("assessed"),
        Event::Approved => of("approved"),
        Event::Started => of("started"),
        Event::Held { because } => of("held").with("text", &**because),
        Event::Resumed => of("resumed"),
        Event::Measured(reading) => of("measured").with("value", from_reading(*reading)),
        Event::Reviewed => of("reviewed"),
        Event::Continued { because } => of("continued").with("text", &**because),
        Event::Closed { lessons } => of("closed").with("text", &**lessons),
        Event::Cancelled { because } => of("cancelled").with("text", &**because),
        Event::Taken { step, answer } => of("step")
            .with("path", model_word(step.model()))
            .with("step", step.place())
            .with("text", &*answer.text)
            .with_some("evidence", &*answer.evidence)
            .with_some("because", &*answer.because),
        Event::Noted { text } => of("noted").with("text", &**text),
    }
}

/// The event whose kind is `improvement.` and `kind`.
pub(super) fn read(row: &Row, kind: &str) -> Result<Event, Unreadable> {
    let words = |name| row.take(name, text);
    Ok(match kind {
        "registered" => Event::Registered(Box::new(read_statement(row)?)),
        "amended" => Event::Amended(row.take("f", amendment)?),
        "accepted" => Event::Accepted,
        "assessed" => Event::Assessed,
        "approved" => Event::Approved,
        "started" => Event::Started,
        "held" => Event::Held { because: words("text")? },
        "resumed" => Event::Resumed,
        "measured" => Event::Measured(row.take("value", reading)?),
        "reviewed" => Event::Reviewed,
        "continued" => Event::Continued { because: words("text")? },
        "closed" => Event::Closed { lessons: words("text")? },
        "cancelled" => Event::Cancelled { because: words("text")? },
        "step" => {
            let model = row.take("path", |word| MODELS.into_iter().find(|model| model_word(*model) == *word))?;
            let step = row.take("step", |place| Step::new(model, small(place)?))?;
            let answer = Answer {
                text: words("text")?,
                evidence: row.maybe("evidence", text)?.unwrap_or_default(),
                because: row.maybe("because", text)?.unwrap_or_default(),
            };
            Event::Taken { step, answer }
        }
        "noted" => Event::Noted { text: words("text")? },
        _ => return Err(Unreadable::UnknownKind(row.kind().to_owned())),
    })
}

fn of(kind: &str) -> Row {
    Row::new(&[PREFIX, ".", kind].concat())
}

const MODELS: [Model; 2] = [Model::Questions, Model::SevenSteps];

fn model_word(model: Model) -> &'static str {
    match model {
        Model::Questions => "questions",
        Model::SevenSteps => "sevensteps",
    }
}

fn write_statement(statement: &Statement) -> Row {
    of("registered")
        .with("summary", &*statement.summary)
        .with_some("why", &*statement.why)
        .with("effort", statement.effort.step())
        .with("benefit", statement.benefit.step())
        .with_some("owner", id(statement.owner.map(|id| id.0)))
        .with_some("measure", optional_value(statement.measure.as_ref(), from_measure))
        .with_some("baseline", optional_value(statement.baseline, from_reading))
        .with_some("target", optional_value(statement.target, from_amount))
        .with_some("due", optional_value(statement.due, from_day))
}

fn read_statement(row: &Row) -> Result<Statement, Unreadable> {
    Ok(Statement {
        summary: row.take("summary", text)?,
        why: row.maybe("why", text)?.unwrap_or_default(),
        effort: row.take("effort", scale)?,
        benefit: row.take("benefit", scale)?,
        owner: row.maybe("owner", key)?.map(PersonId),
        measure: row.maybe("measure", measure)?,
        baseline: row.maybe("baseline", reading)?,
        target: row.maybe("target", amount)?,
        due: row.maybe("due", day)?,
    })
}

fn id(key: Option<Key>) -> Value {
    optional_value(key, from_key)
}

fn pair(name: &str, value: impl Into<Value>) -> Value {
    Value::Array(vec![name.into(), value.into()])
}

fn from_amendment(amendment: &Amendment) -> Value {
    match amendment {
        Amendment::Summary(text) => pair("summary", &**text),
        Amendment::Why(text) => pair("why", &**text),
        Amendment::Effort(scale) => pair("effort", scale.step()),
        Amendment::Benefit(scale) => pair("benefit", scale.step()),
        Amendment::Owner(owner) => pair("owner", id(owner.map(|id| id.0))),
        Amendment::Measure(measure) => pair("measure", optional_value(measure.as_ref(), from_measure)),
        Amendment::Baseline(reading) => pair("baseline", optional_value(*reading, from_reading)),
        Amendment::Target(amount) => pair("target", optional_value(*amount, from_amount)),
        Amendment::Due(day) => pair("due", optional_value(*day, from_day)),
    }
}

fn amendment(value: &Value) -> Option<Amendment> {
    let [name, value] = value.as_array()?.as_slice() else { return None };
    Some(match name.as_str()? {
        "summary" => Amendment::Summary(text(value)?),
        "why" => Amendment::Why(text(value)?),
        "effort" => Amendment::Effort(scale(value)?),
        "benefit" => Amendment::Benefit(scale(value)?),
        "owner" => Amendment::Owner(optional(value, key)?.map(PersonId)),
        "measure" => Amendment::Measure(optional(value, measure)?),
        "baseline" => Amendment::Baseline(optional(value, reading)?),
        "target" => Amendment::Target(optional(value, amount)?),
        "due" => Amendment::Due(optional(value, day)?),
        _ => return None,
    })
}

fn scale(value: &Value) -> Option<Scale> {
    small(value).and_then(Scale::new)
}

fn from_amount(amount: Amount) -> Value {
    amount.0.into()
}

fn amount(value: &Value) -> Option<Amount> {
    value.as_i64().map(Amount)
}

fn from_day(day: NaiveDate) -> Value {
    day.to_string().into()
}

fn day(value: &Value) -> Option<NaiveDate> {
    value.as_str()?.parse().ok()
}

/// Two days, or an amount and a day.
fn from_reading(reading: Reading) -> Value {
    match reading {
        Reading::Days { first, last } => Value::Array(vec![from_day(first), from_day(last)]),
        Reading::Value { amount, on } => Value::Array(vec![from_amount(amount), from_day(on)]),
    }
}

fn reading(value: &Value) -> Option<Reading> {
    let [one, last] = value.as_array()?.as_slice() else { return None };
    Some(match amount(one) {
        Some(amount) => Reading::Value { amount, on: day(last)? },
        None => Reading::Days { first: day(one)?, last: day(last)? },
    })
}

/// A measure of the desk: its word, and perhaps whose; any other: `named`, its name and its unit.
fn from_measure(measure: &Measure) -> Value {
    match measure {
        Measure::Named { name, unit } => Value::Array(vec!["named".into(), (&**name).into(), (&**unit).into()]),
        Measure::Desk(of, scope) => {
            let (whose, id) = match scope {
                Scope::Everything => return Value::Array(vec![measure_word(*of).into()]),
                Scope::Group(id) => ("group", id.0),
                Scope::Service(id) => ("service", id.0),
                Scope::Category(id) => ("category", id.0),
            };
            Value::Array(vec![measure_word(*of).into(), whose.into(), from_key(id)])
        }
    }
}

fn measure(value: &Value) -> Option<Measure> {
    let parts = value.as_array()?;
    let word = parts.first()?.as_str()?;
    if word == "named" {
        let [_, name, unit] = parts.as_slice() else { return None };
        return Some(Measure::Named { name: text(name)?, unit: text(unit)? });
    }
    let of = DeskMeasure::ALL.into_iter().find(|of| measure_word(*of) == word)?;
    let scope = match parts.as_slice() {
        [_] => Scope::Everything,
        [_, whose, id] => match whose.as_str()? {
            "group" => Scope::Group(key(id)?.into()),
            "service" => Scope::Service(key(id)?.into()),
            "category" => Scope::Category(key(id)?.into()),
            _ => return None,
        },
        _ => return None,
    };
    Some(Measure::Desk(of, scope))
}

fn measure_word(measure: DeskMeasure) -> &'static str {
    match measure {
        DeskMeasure::Resolution => "resolution",
        DeskMeasure::Response => "response",
        DeskMeasure::Reopened => "reopened",
        DeskMeasure::Reassigned => "reassigned",
        DeskMeasure::TimeToResolve => "timetoresolve",
        DeskMeasure::TimeToReply => "timetoreply",
        DeskMeasure::Opened => "opened",
    }
}
