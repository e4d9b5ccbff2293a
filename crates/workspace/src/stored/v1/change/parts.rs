//! The stored form of what several events of a change hold: rounds, spans, plans of work orders, findings.

use std::sync::Arc;

use itsm::approval::{Round, Rule};
use itsm::change::{Answers, Findings, OrderId, OrderPlan, Span};
use itsm::{GroupId, Key, PersonId};
use serde_json::{Map, Value, json};

use super::super::incident::optional_value;
use crate::stored::Unreadable;
use crate::stored::row::{Row, from_instant, from_key, instant, key, optional, small, text};

pub(super) fn id(key: Option<Key>) -> Value {
    optional_value(key, from_key)
}

/// The one of `all` whose word is `value`.
pub(super) fn one_of<T: Copy>(all: &[T], value: &Value, word: fn(T) -> &'static str) -> Option<T> {
    let text = value.as_str()?;
    all.iter().copied().find(|one| word(*one) == text)
}

pub(super) fn keys<T>(ids: &[T], of: impl Fn(&T) -> Key) -> Value {
    ids.iter().map(|id| from_key(of(id))).collect()
}

pub(super) fn read_keys<T>(value: &Value, make: fn(Key) -> T) -> Option<Vec<T>> {
    value.as_array()?.iter().map(|id| key(id).map(make)).collect()
}

/// A list of keys that is left out where it is empty.
pub(super) fn some_keys(value: Value) -> Value {
    if value.as_array().is_some_and(Vec::is_empty) { Value::Null } else { value }
}

/// `start` and `end`, where there is a span.
pub(super) fn with_span(row: Row, span: Option<Span>) -> Row {
    match span {
        Some(span) => row.with("start", from_instant(span.start)).with("end", from_instant(span.end)),
        None => row,
    }
}

pub(super) fn span(row: &Row) -> Result<Option<Span>, Unreadable> {
    let Some(start) = row.maybe("start", instant)? else { return Ok(None) };
    Ok(Some(Span { start, end: row.take("end", instant)? }))
}

/// A list of start and end.
pub(super) fn from_span(span: Option<Span>) -> Value {
    optional_value(span, |span| vec![from_instant(span.start), from_instant(span.end)].into())
}

pub(super) fn pair_span(value: &Value) -> Option<Option<Span>> {
    optional(value, |value| {
        let [start, end] = value.as_array()?.as_slice() else { return None };
        Some(Span { start: instant(start)?, end: instant(end)? })
    })
}

pub(super) fn from_answers(answers: Answers) -> Value {
    answers.places().to_vec().into()
}

pub(super) fn answers(value: &Value) -> Option<Answers> {
    Answers::of(&value.as_array()?.iter().map(small).collect::<Option<Vec<u8>>>()?)
}

/// "all", "majority", "any", or the number of a quorum.
fn from_rule(rule: Rule) -> Value {
    match rule {
        Rule::All => "all".into(),
        Rule::Majority => "majority".into(),
        Rule::Any => "any".into(),
        Rule::Quorum(many) => many.into(),
    }
}

fn rule(value: &Value) -> Option<Rule> {
    Some(match value.as_str() {
        Some("all") => Rule::All,
        Some("majority") => Rule::Majority,
        Some("any") => Rule::Any,
        Some(_) => return None,
        None => Rule::Quorum(small(value)?),
    })
}

/// Rounds that nobody has answered: each with its name, rule, who is asked, and pairs of approver and delegate.
pub(super) fn from_rounds(rounds: &[Round]) -> Value {
    let one = |round: &Round| {
        let delegates: Vec<Value> =
            round.delegates.iter().map(|(seat, by)| vec![from_key(seat.0), from_key(by.0)].into()).collect();
        let mut fields = Map::new();
        fields.insert("name".into(), (*round.name).into());
        fields.insert("rule".into(), from_rule(round.rule));
        fields.insert("ask".into(), keys(&round.approvers, |id| id.0));
        if !delegates.is_empty() {
            fields.insert("delegates".into(), delegates.into());
        }
        Value::Object(fields)
    };
    rounds.iter().map(one).collect()
}

pub(super) fn rounds(value: &Value) -> Option<Vec<Round>> {
    let delegate = |pair: &Value| {
        let [seat, by] = pair.as_array()?.as_slice() else { return None };
        Some((PersonId(key(seat)?), PersonId(key(by)?)))
    };
    let one = |value: &Value| {
        let approvers = read_keys(value.get("ask")?, PersonId)?;
        let mut round = Round::new(text(value.get("name")?)?, rule(value.get("rule")?)?, approvers);
        if let Some(delegates) = value.get("delegates") {
            round.delegates = delegates.as_array()?.iter().map(delegate).collect::<Option<_>>()?;
        }
        Some(round)
    };
    value.as_array()?.iter().map(one).collect()
}

pub(super) fn from_findings(found: &Findings) -> Value {
    json!({
        "met": found.objectives_met,
        "incidents": found.caused_incidents,
        "backedout": found.backed_out,
        "ontime": found.on_time,
        "lessons": &*found.lessons,
    })
}

pub(super) fn findings(value: &Value) -> Option<Findings> {
    let is = |name: &str| value.get(name)?.as_bool();
    Some(Findings {
        objectives_met: is("met")?,
        caused_incidents: is("incidents")?,
        backed_out: is("backedout")?,
        on_time: is("ontime")?,
        lessons: text(value.get("lessons")?)?,
    })
}

pub(super) fn from_plan(plan: &OrderPlan) -> Value {
    let after: Vec<OrderId> = plan.after.iter().copied().collect();
    json!({
        "title": &*plan.title,
        "group": id(plan.group.map(|id| id.0)),
        "person": id(plan.assignee.map(|id| id.0)),
        "planned": from_span(plan.planned),
        "after": keys(&after, |id| id.0),
    })
}

pub(super) fn plan(value: &Value) -> Option<OrderPlan> {
    let none = Value::Null;
    let field = |name: &str| value.get(name).unwrap_or(&none);
    Some(OrderPlan {
        title: text(field("title"))?,
        group: optional(field("group"), key)?.map(GroupId),
        assignee: optional(field("person"), key)?.map(PersonId),
        planned: pair_span(field("planned"))?,
        after: read_keys(field("after"), OrderId)?.into_iter().collect(),
    })
}

/// A text that may be missing.
pub(super) fn words(row: &Row, name: &'static str) -> Result<Arc<str>, Unreadable> {
    Ok(row.maybe(name, text)?.unwrap_or_else(|| Arc::from("")))
}
