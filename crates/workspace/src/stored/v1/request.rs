//! Stored events of `itsm::request`: kinds that begin with `request.`.

use std::sync::Arc;

use chrono::TimeDelta;
use itsm::approval::Rule;
use itsm::request::{Amendment, Destination, Event, Form, Kind, PendingReason, Plan, Step, TaskId, Wanted};
use itsm::{GroupId, Key, PersonId, ServiceId};
use serde_json::{Map, Value};

use super::incident::optional_value;
use super::ordered::{from_ordered, ordered};
use super::rating;
use crate::stored::Unreadable;
use crate::stored::row::{Row, from_key, key, optional, small, text};
use crate::stored::words::{channel, from_channel, from_side, side};

/// What the kind of every such event begins with, before a point.
pub(super) const PREFIX: &str = "request";

pub(super) fn write(event: &Event) -> Row {
    match event {
        Event::Logged(form) => write_form(form),
        Event::Amended(amendment) => of("amended").with("f", from_amendment(amendment)),
        Event::Answered { round, seat, approves, because } => of("answered")
            .with("round", *round)
            .with("seat", from_key(seat.0))
            .with("yes", *approves)
            .with_some("text", &**because),
        Event::Delegated { seat, to } => {
            of("delegated").with("seat", from_key(seat.0)).with_some("to", id(to.map(|id| id.0)))
        }
        Event::TaskAdded { item, task, plan } => of_task("task", *item, *task).with("f", from_plan(plan)),
        Event::TaskAssigned { item, task, group, assignee } => of_task("assigned", *item, *task)
            .with_some("group", id(group.map(|id| id.0)))
            .with_some("person", id(assignee.map(|id| id.0))),
        Event::TaskStarted { item, task } => of_task("started", *item, *task),
        Event::TaskDone { item, task, words } => of_task("done", *item, *task).with_some("text", &**words),
        Event::TaskImpossible { item, task, because } => of_task("impossible", *item, *task).with("text", &**because),
        Event::Held { item, reason } => of("held").with("item", *item).with("for", reason_word(*reason)),
        Event::Resumed { item } => of("resumed").with("item", *item),
        Event::Replied { side, text } => of("replied").with("side", from_side(*side)).with("text", &**text),
        Event::Noted { text } => of("noted").with("text", &**text),
        Event::Cancelled { because } => of("cancelled").with("text", &**because),
        Event::Rerouted { to, because } => of("rerouted").with("to", destination_word(*to)).with("text", &**because),
        Event::Rated { score, words } => rating::write(of("rated"), *score, words),
    }
}

/// The event whose kind is `request.` and `kind`.
pub(super) fn read(row: &Row, kind: &str) -> Result<Event, Unreadable> {
    let item = || row.take("item", small);
    let task = || row.take("task", key).map(TaskId);
    let said = || row.maybe("text", text).map(Option::unwrap_or_default);
    Ok(match kind {
        "logged" => Event::Logged(Box::new(read_form(row)?)),
        "amended" => Event::Amended(row.take("f", amendment)?),
        "answered" => Event::Answered {
            round: row.take("round", small)?,
            seat: PersonId(row.take("seat", key)?),
            approves: row.take("yes", Value::as_bool)?,
            because: said()?,
        },
        "delegated" => {
            Event::Delegated { seat: PersonId(row.take("seat", key)?), to: row.maybe("to", key)?.map(PersonId) }
        }
        "task" => Event::TaskAdded { item: item()?, task: task()?, plan: row.take("f", plan)? },
        "assigned" => Event::TaskAssigned {
            item: item()?,
            task: task()?,
            group: row.maybe("group", key)?.map(GroupId),
            assignee: row.maybe("person", key)?.map(PersonId),
        },
        "started" => Event::TaskStarted { item: item()?, task: task()? },
        "done" => Event::TaskDone { item: item()?, task: task()?, words: said()? },
        "impossible" => Event::TaskImpossible { item: item()?, task: task()?, because: row.take("text", text)? },
        "held" => Event::Held { item: item()?, reason: row.take("for", reason)? },
        "resumed" => Event::Resumed { item: item()? },
        "replied" => Event::Replied { side: row.take("side", side)?, text: row.take("text", text)? },
        "noted" => Event::Noted { text: row.take("text", text)? },
        "cancelled" => Event::Cancelled { because: row.take("text", text)? },
        "rerouted" => Event::Rerouted { to: row.take("to", destination)?, because: row.take("text", text)? },
        "rated" => {
            let (score, words) = rating::read(row)?;
            Event::Rated { score, words }
        }
        _ => return Err(Unreadable::UnknownKind(row.kind().to_owned())),
    })
}

fn of(kind: &str) -> Row {
    Row::new(&[PREFIX, ".", kind].concat())
}

fn of_task(kind: &str, item: u16, task: TaskId) -> Row {
    of(kind).with("item", item).with("task", from_key(task.0))
}

fn id(key: Option<Key>) -> Value {
    optional_value(key, from_key)
}

fn kind_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Action => "action",
        Kind::Information => "information",
        Kind::Resource => "resource",
        Kind::Access => "access",
        Kind::Feedback => "feedback",
    }
}

fn kind(value: &Value) -> Option<Kind> {
    Kind::ALL.into_iter().find(|kind| kind_word(*kind) == *value)
}

fn reason_word(reason: PendingReason) -> &'static str {
    match reason {
        PendingReason::Requester => "requester",
        PendingReason::Supplier => "supplier",
        PendingReason::Change => "change",
        PendingReason::AgreedDate => "date",
    }
}

fn reason(value: &Value) -> Option<PendingReason> {
    PendingReason::ALL.into_iter().find(|reason| reason_word(*reason) == *value)
}

fn destination_word(to: Destination) -> &'static str {
    match to {
        Destination::Incident => "incident",
        Destination::Change => "change",
    }
}

fn destination(value: &Value) -> Option<Destination> {
    [Destination::Incident, Destination::Change].into_iter().find(|to| destination_word(*to) == *value)
}

fn write_form(form: &Form) -> Row {
    of("logged")
        .with("summary", &*form.summary)
        .with_some("description", &*form.description)
        .with("kind", kind_word(form.kind))
        .with("channel", from_channel(form.channel))
        .with_some("requester", id(form.requester.map(|id| id.0)))
        .with_some("for", id(form.beneficiary.map(|id| id.0)))
        .with_some("service", id(form.service.map(|id| id.0)))
        .with_some("within", from_span(form.target))
        .with_some("approvals", list(&form.approvals, from_step))
        .with("items", form.items.iter().map(from_wanted).collect::<Vec<_>>())
        .with_some("order", optional_value(form.order.as_deref(), from_ordered))
}

fn read_form(row: &Row) -> Result<Form, Unreadable> {
    Ok(Form {
        summary: row.take("summary", text)?,
        description: row.maybe("description", text)?.unwrap_or_default(),
        kind: row.take("kind", kind)?,
        channel: row.take("channel", channel)?,
        requester: row.maybe("requester", key)?.map(PersonId),
        beneficiary: row.maybe("for", key)?.map(PersonId),
        service: row.maybe("service", key)?.map(ServiceId),
        target: row.maybe("within", span)?,
        approvals: row.maybe("approvals", |all| all.as_array()?.iter().map(step).collect())?.unwrap_or_default(),
        items: row.take("items", |all| all.as_array()?.iter().map(wanted).collect())?,
        order: row.maybe("order", ordered)?.map(Box::new),
    })
}

/// Null for none.
fn list<T>(all: &[T], make: impl Fn(&T) -> Value) -> Value {
    if all.is_empty() { Value::Null } else { all.iter().map(make).collect::<Vec<_>>().into() }
}

/// Whole milliseconds.
fn from_span(span: Option<TimeDelta>) -> Value {
    optional_value(span, |span| span.num_milliseconds().into())
}

fn span(value: &Value) -> Option<TimeDelta> {
    TimeDelta::try_milliseconds(value.as_i64()?)
}

fn object(fields: impl IntoIterator<Item = (&'static str, Value)>) -> Value {
    let says_something = |(_, value): &(&str, Value)| !value.is_null() && *value != "";
    let fields = fields.into_iter().filter(says_something).map(|(name, value)| (name.to_owned(), value));
    Value::Object(fields.collect::<Map<String, Value>>())
}

/// What `take` makes of a field, or nothing where it is not there; `None` for one that cannot be.
fn field<T>(value: &Value, name: &str, take: impl Fn(&Value) -> Option<T>) -> Option<Option<T>> {
    optional(value.get(name).unwrap_or(&Value::Null), take)
}

/// All, a majority, any: a word; a quorum is a number.
fn from_rule(rule: Rule) -> Value {
    match rule {
        Rule::All => "all".into(),
        Rule::Majority => "majority".into(),
        Rule::Any => "any".into(),
        Rule::Quorum(many) => many.into(),
    }
}

fn rule(value: &Value) -> Option<Rule> {
    match value.as_str() {
        Some("all") => Some(Rule::All),
        Some("majority") => Some(Rule::Majority),
        Some("any") => Some(Rule::Any),
        Some(_) => None,
        None => small(value).map(Rule::Quorum),
    }
}

fn from_step(step: &Step) -> Value {
    let approvers = step.approvers.iter().map(|person| from_key(person.0)).collect::<Vec<_>>();
    object([("name", (&*step.name).into()), ("rule", from_rule(step.rule)), ("of", approvers.into())])
}

fn step(value: &Value) -> Option<Step> {
    Some(Step {
        name: field(value, "name", text)?.unwrap_or_default(),
        rule: rule(value.get("rule")?)?,
        approvers: value.get("of")?.as_array()?.iter().map(|id| key(id).map(PersonId)).collect::<Option<_>>()?,
    })
}

fn from_wanted(item: &Wanted) -> Value {
    object([
        ("name", (&*item.name).into()),
        ("many", item.quantity.into()),
        ("price", optional_value(item.price, Value::from)),
        ("tasks", list(&item.tasks, from_plan)),
    ])
}

fn wanted(value: &Value) -> Option<Wanted> {
    Some(Wanted {
        name: field(value, "name", text)?.unwrap_or_default(),
        quantity: small(value.get("many")?)?,
        price: field(value, "price", Value::as_u64)?,
        tasks: field(value, "tasks", |all| all.as_array()?.iter().map(plan).collect())?.unwrap_or_default(),
    })
}

fn from_plan(plan: &Plan) -> Value {
    object([
        ("name", (&*plan.name).into()),
        ("group", id(plan.group.map(|id| id.0))),
        ("person", id(plan.assignee.map(|id| id.0))),
        ("after", list(&plan.depends_on, |task| from_key(task.0))),
        ("auto", if plan.automatic { true.into() } else { Value::Null }),
    ])
}

fn plan(value: &Value) -> Option<Plan> {
    let after = |all: &Value| all.as_array()?.iter().map(|id| key(id).map(TaskId)).collect::<Option<Vec<_>>>();
    value.as_object()?;
    Some(Plan {
        name: field(value, "name", text)?.unwrap_or_else(|| Arc::from("")),
        group: field(value, "group", key)?.map(GroupId),
        assignee: field(value, "person", key)?.map(PersonId),
        depends_on: field(value, "after", after)?.unwrap_or_default(),
        automatic: field(value, "auto", Value::as_bool)?.unwrap_or_default(),
    })
}

fn pair(name: &str, value: impl Into<Value>) -> Value {
    Value::Array(vec![name.into(), value.into()])
}

fn from_amendment(amendment: &Amendment) -> Value {
    match amendment {
        Amendment::Summary(text) => pair("summary", &**text),
        Amendment::Description(text) => pair("description", &**text),
        Amendment::Kind(kind) => pair("kind", kind_word(*kind)),
        Amendment::Service(service) => pair("service", id(service.map(|id| id.0))),
        Amendment::Target(target) => pair("within", from_span(*target)),
    }
}

fn amendment(value: &Value) -> Option<Amendment> {
    let [name, value] = value.as_array()?.as_slice() else { return None };
    Some(match name.as_str()? {
        "summary" => Amendment::Summary(text(value)?),
        "description" => Amendment::Description(text(value)?),
        "kind" => Amendment::Kind(kind(value)?),
        "service" => Amendment::Service(optional(value, key)?.map(ServiceId)),
        "within" => Amendment::Target(optional(value, span)?),
        _ => return None,
    })
}
