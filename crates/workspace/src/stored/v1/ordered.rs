//! What was ordered from the catalogue, as it is stored with its request; its answers as in the catalogue's own file.

use itsm::ServiceId;
use itsm::catalogue::OfferingKey;
use itsm::catalogue::form::Answers;
use itsm::request::Ordered;
use serde_json::Value;

use crate::catalogue::file::{read_answers, write_answers};
use crate::stored::row::{from_key, key, small};

pub(super) fn from_ordered(order: &Ordered) -> Value {
    let mut fields = serde_json::Map::new();
    fields.insert("service".into(), from_key(order.service.0));
    fields.insert("offering".into(), from_key(order.offering.0));
    fields.insert("version".into(), order.version.into());
    fields.insert("many".into(), order.quantity.into());
    if !order.answers.is_empty() {
        fields.insert("answers".into(), write_answers(&order.answers));
    }
    Value::Object(fields)
}

pub(super) fn ordered(value: &Value) -> Option<Ordered> {
    let answers = match value.get("answers") {
        None | Some(Value::Null) => Answers::new(),
        Some(all) => read_answers(all)?,
    };
    Some(Ordered {
        service: ServiceId(key(value.get("service")?)?),
        offering: OfferingKey(key(value.get("offering")?)?),
        version: small(value.get("version")?)?,
        quantity: small(value.get("many")?)?,
        answers,
    })
}
