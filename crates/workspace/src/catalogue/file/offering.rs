//! What can be ordered, and how it is paid for.

use itsm::catalogue::{Offering, Opens, OrderBy, Price};
use serde_json::Value;

use super::cursor::Cursor;
use super::form::{form, write_form};
use super::limits::REFERENCES;
use super::values::{Fields, amount, duration, email, from_duration, from_key, key, line, list, secure, text};
use super::words::{Word, meaning, one_of};
use super::workflow::{workflow, write_workflow};

/// How something is paid for, by its words.
pub(super) const MODELS: [&str; 5] = ["free", "fixed", "perUnit", "subscription", "chargeBack"];

pub(crate) fn write_offering(offering: &Offering) -> Value {
    Fields::default()
        .put("key", from_key(offering.key))
        .text("name", &offering.name)
        .text("summary", &offering.summary)
        .put("kind", Word::word(offering.kind))
        // Nothing stands for a request, which every order was before there was a choice.
        .some("opens", write_opens(offering.opens))
        .some("price", write_price(&offering.price))
        // A target of no time at all says something else than none.
        .optional("targetMinutes", offering.target.map(from_duration))
        .some("form", write_form(&offering.form))
        .some("workflow", write_workflow(&offering.workflow))
        .some("orderBy", write_order_by(&offering.order_by))
        .some(
            "includes",
            list(&offering.includes, |(service, offering)| {
                Fields::default().put("service", from_key(*service)).put("offering", from_key(*offering)).done()
            }),
        )
        .done()
}

fn write_opens(opens: Opens) -> Value {
    if opens == Opens::default() { Value::Null } else { Value::from(Word::word(opens)) }
}

pub(super) fn write_price(price: &Price) -> Value {
    let model = |word: &str| Fields::default().put("model", word);
    match price {
        Price::Unsaid => Fields::default(),
        Price::Free => model("free"),
        Price::Fixed(amount) => model("fixed").put("amount", *amount),
        Price::PerUnit { amount, unit } => model("perUnit").put("amount", *amount).text("unit", unit),
        Price::Subscription { amount, period } => {
            model("subscription").put("amount", *amount).put("per", Word::word(*period))
        }
        Price::ChargeBack { estimate, basis } => model("chargeBack").put("estimate", *estimate).text("basis", basis),
    }
    .done()
}

fn write_order_by(order_by: &OrderBy) -> Value {
    match order_by {
        OrderBy::Information => Value::Null,
        OrderBy::Email(address) => Fields::default().put("email", &**address).done(),
        OrderBy::Link(link) => Fields::default().put("link", &**link).done(),
    }
}

pub(crate) fn offering(at: &Cursor<'_>) -> Offering {
    at.expect(&[
        "key",
        "name",
        "summary",
        "kind",
        "opens",
        "price",
        "targetMinutes",
        "form",
        "workflow",
        "orderBy",
        "includes",
    ]);
    Offering {
        key: at.take("key", key),
        name: at.maybe("name", line).unwrap_or_default(),
        summary: at.maybe("summary", text).unwrap_or_default(),
        kind: at.maybe("kind", meaning).unwrap_or_default(),
        opens: at.maybe("opens", meaning).unwrap_or_default(),
        price: at.maybe("price", price).unwrap_or_default(),
        target: at.maybe("targetMinutes", duration),
        form: at.maybe("form", form).unwrap_or_default(),
        workflow: at.maybe("workflow", workflow).unwrap_or_default(),
        order_by: at.maybe("orderBy", order_by).unwrap_or_default(),
        includes: at.list("includes", REFERENCES, |at| {
            at.expect(&["service", "offering"]);
            (at.take("service", key), at.take("offering", key))
        }),
    }
}

fn price(at: &Cursor<'_>) -> Price {
    at.expect(&["model", "amount", "unit", "per", "estimate", "basis"]);
    let Some(model) = at.needed("model") else { return Price::Unsaid };
    let cents = |name: &str| at.take(name, amount);
    match model.value.as_str().unwrap_or_default() {
        "free" => Price::Free,
        "fixed" => Price::Fixed(cents("amount")),
        "perUnit" => Price::PerUnit { amount: cents("amount"), unit: at.maybe("unit", line).unwrap_or_default() },
        "subscription" => Price::Subscription { amount: cents("amount"), period: at.take("per", meaning) },
        "chargeBack" => {
            Price::ChargeBack { estimate: cents("estimate"), basis: at.maybe("basis", line).unwrap_or_default() }
        }
        _ => {
            model.fail(one_of(MODELS));
            Price::Unsaid
        }
    }
}

fn order_by(at: &Cursor<'_>) -> OrderBy {
    at.expect(&["email", "link"]);
    match (at.maybe("email", email), at.maybe("link", secure)) {
        (Some(address), None) => OrderBy::Email(address),
        (None, Some(link)) => OrderBy::Link(link),
        (None, None) => OrderBy::Information,
        (Some(_), Some(_)) => {
            at.fail("has both an email and a link; an order goes to one of them");
            OrderBy::Information
        }
    }
}
