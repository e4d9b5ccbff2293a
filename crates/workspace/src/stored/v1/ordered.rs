//! What was ordered from the catalogue, as it is stored with its request. An answer is its field's key, a word for what
//! it is, and its value.

use itsm::catalogue::form::{Answer, Answers};
use itsm::catalogue::{ChoiceKey, FieldKey, OfferingKey};
use itsm::request::Ordered;
use itsm::{Key, ServiceId};
use serde_json::Value;

use crate::stored::row::{from_key, key, small, text};

/// More answers than any form asks for.
const MOST: usize = 2_000;

pub(super) fn from_ordered(order: &Ordered) -> Value {
    let mut fields = serde_json::Map::new();
    fields.insert("service".into(), from_key(order.service.0));
    fields.insert("offering".into(), from_key(order.offering.0));
    fields.insert("version".into(), order.version.into());
    fields.insert("many".into(), order.quantity.into());
    if !order.answers.is_empty() {
        fields.insert("answers".into(), order.answers.iter().map(from_answer).collect::<Vec<_>>().into());
    }
    Value::Object(fields)
}

pub(super) fn ordered(value: &Value) -> Option<Ordered> {
    let answers = match value.get("answers") {
        None | Some(Value::Null) => Answers::new(),
        Some(all) => all.as_array()?.iter().take(MOST).map(answer).collect::<Option<_>>()?,
    };
    Some(Ordered {
        service: ServiceId(key(value.get("service")?)?),
        offering: OfferingKey(key(value.get("offering")?)?),
        version: small(value.get("version")?)?,
        quantity: small(value.get("many")?)?,
        answers,
    })
}

fn from_answer((field, answer): (&FieldKey, &Answer)) -> Value {
    let (word, value): (&str, Value) = match answer {
        Answer::Text(text) => ("text", (&**text).into()),
        Answer::Number(number) => ("number", (*number).into()),
        Answer::Choice(choice) => ("choice", from_key(Key::from(*choice))),
        Answer::Choices(all) => ("choices", all.iter().map(|one| from_key(Key::from(*one))).collect::<Vec<_>>().into()),
        // ISO 8601, whatever form dates are shown in.
        Answer::Date(day) => ("date", day.to_string().into()),
        Answer::Person(name) => ("person", (&**name).into()),
        Answer::Item(name) => ("item", (&**name).into()),
    };
    Value::Array(vec![from_key(field.0), word.into(), value])
}

fn answer(value: &Value) -> Option<(FieldKey, Answer)> {
    let [field, word, value] = value.as_array()?.as_slice() else { return None };
    let answer = match word.as_str()? {
        "text" => Answer::Text(text(value)?),
        "number" => Answer::Number(value.as_i64()?),
        "choice" => Answer::Choice(ChoiceKey(key(value)?)),
        "choices" => {
            Answer::Choices(value.as_array()?.iter().map(|one| key(one).map(ChoiceKey)).collect::<Option<_>>()?)
        }
        "date" => Answer::Date(value.as_str()?.parse().ok()?),
        "person" => Answer::Person(text(value)?),
        "item" => Answer::Item(text(value)?),
        _ => return None,
    };
    Some((FieldKey(key(field)?), answer))
}
