//! Stored events of `itsm::change`: kinds that begin with `change.`, and with `changetemplate.` for templates.

mod parts;
mod statement;
mod template;

use itsm::change::{CloseCode, Event, OrderId, OrderState};
use itsm::{GroupId, PersonId};

use crate::stored::Unreadable;
use crate::stored::row::{Row, key, text};

use parts::{findings, from_findings, from_plan, from_rounds, id, one_of, plan, rounds, span, with_span};
pub(super) use template::{PREFIX as TEMPLATE_PREFIX, read as read_template, write as write_template};

/// What the kind of every such event begins with, before a point.
pub(super) const PREFIX: &str = "change";

pub(super) fn write(event: &Event) -> Row {
    match event {
        Event::Raised(stated) => statement::write(of("raised"), stated),
        Event::Amended(amendment) => of("amended").with("f", statement::from_amendment(amendment)),
        Event::Assigned { group, assignee } => {
            of("assigned").with_some("group", id(group.map(|id| id.0))).with_some("person", id(assignee.map(|id| id.0)))
        }
        Event::Assessed => of("assessed"),
        Event::Asked(asked) => of("asked").with("rounds", from_rounds(asked)),
        Event::Answered { seat, approves, because } => {
            of("answered").with("for", id(Some(seat.0))).with("yes", *approves).with_some("text", &**because)
        }
        Event::SentBack { because } => of("sentback").with_some("text", because.as_deref()),
        Event::Scheduled(planned) => with_span(of("scheduled"), Some(*planned)),
        Event::Begun => of("begun"),
        Event::Implemented => of("implemented"),
        Event::Reviewed(found) => of("reviewed").with("f", from_findings(found)),
        Event::Closed { code, notes } => of("closed").with("code", code_word(*code)).with("text", &**notes),
        Event::Cancelled { because } => of("cancelled").with("text", &**because),
        Event::Noted { text } => of("noted").with("text", &**text),
        Event::OrderAdded { order, plan } => {
            of("orderadded").with("order", id(Some(order.0))).with("f", from_plan(plan))
        }
        Event::OrderAmended { order, plan } => {
            of("orderamended").with("order", id(Some(order.0))).with("f", from_plan(plan))
        }
        Event::OrderMoved { order, to, note } => {
            of("ordermoved").with("order", id(Some(order.0))).with("to", order_word(*to)).with_some("text", &**note)
        }
    }
}

/// The event whose kind is `change.` and `kind`.
pub(super) fn read(row: &Row, kind: &str) -> Result<Event, Unreadable> {
    let order = || row.take("order", key).map(OrderId);
    Ok(match kind {
        "raised" => Event::Raised(Box::new(statement::read(row)?)),
        "amended" => Event::Amended(row.take("f", statement::amendment)?),
        "assigned" => Event::Assigned {
            group: row.maybe("group", key)?.map(GroupId),
            assignee: row.maybe("person", key)?.map(PersonId),
        },
        "assessed" => Event::Assessed,
        "asked" => Event::Asked(row.take("rounds", rounds)?),
        "answered" => Event::Answered {
            seat: PersonId(row.take("for", key)?),
            approves: row.take("yes", serde_json::Value::as_bool)?,
            because: row.maybe("text", text)?.unwrap_or_default(),
        },
        "sentback" => Event::SentBack { because: row.maybe("text", text)? },
        "scheduled" => Event::Scheduled(span(row)?.ok_or_else(|| row.wrong("start"))?),
        "begun" => Event::Begun,
        "implemented" => Event::Implemented,
        "reviewed" => Event::Reviewed(row.take("f", findings)?),
        "closed" => Event::Closed {
            code: row.take("code", |word| one_of(&CloseCode::ALL, word, code_word))?,
            notes: row.take("text", text)?,
        },
        "cancelled" => Event::Cancelled { because: row.take("text", text)? },
        "noted" => Event::Noted { text: row.take("text", text)? },
        "orderadded" => Event::OrderAdded { order: order()?, plan: row.take("f", plan)? },
        "orderamended" => Event::OrderAmended { order: order()?, plan: row.take("f", plan)? },
        "ordermoved" => Event::OrderMoved {
            order: order()?,
            to: row.take("to", |word| one_of(&OrderState::ALL, word, order_word))?,
            note: row.maybe("text", text)?.unwrap_or_default(),
        },
        _ => return Err(Unreadable::UnknownKind(row.kind().to_owned())),
    })
}

fn of(kind: &str) -> Row {
    Row::new(&[PREFIX, ".", kind].concat())
}

fn code_word(code: CloseCode) -> &'static str {
    match code {
        CloseCode::Successful => "successful",
        CloseCode::SuccessfulWithIssues => "issues",
        CloseCode::Failed => "failed",
        CloseCode::BackedOut => "backedout",
    }
}

fn order_word(state: OrderState) -> &'static str {
    match state {
        OrderState::Created => "created",
        OrderState::Accepted => "accepted",
        OrderState::Ready => "ready",
        OrderState::InProgress => "progress",
        OrderState::Closed => "closed",
        OrderState::Cancelled => "cancelled",
    }
}
