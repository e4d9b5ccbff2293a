//! What pages say to machines: schema.org, as JSON-LD.

use itsm::ServiceId;
use itsm::catalogue::{Content, Offering, Price};
use maud::{Markup, PreEscaped};
use serde_json::{Map, Value, json};

use super::Site;
use super::layout::canonical;
use crate::catalogue::page::{self, Ordering};

/// The data as an element of the page. What could end the element, or be taken for markup, is written as an escape of
/// JSON: so no text of a catalogue gets out of it, and every reader of JSON reads the same.
pub(super) fn script(data: &Value) -> Markup {
    let mut safe = String::new();
    for letter in data.to_string().chars() {
        match letter {
            '<' => safe.push_str("\\u003c"),
            '>' => safe.push_str("\\u003e"),
            '&' => safe.push_str("\\u0026"),
            '\u{2028}' => safe.push_str("\\u2028"),
            '\u{2029}' => safe.push_str("\\u2029"),
            _ => safe.push(letter),
        }
    }
    PreEscaped(["<script type=\"application/ld+json\">", &safe, "</script>"].concat())
}

/// An object of what says something.
fn object(fields: impl IntoIterator<Item = (&'static str, Value)>) -> Value {
    let says = |value: &Value| match value {
        Value::Null => false,
        Value::String(text) => !text.trim().is_empty(),
        Value::Array(list) => !list.is_empty(),
        _ => true,
    };
    let fields = fields.into_iter().filter(|(_, value)| says(value)).map(|(name, value)| (name.to_owned(), value));
    Value::Object(fields.collect::<Map<_, _>>())
}

fn provider(site: &Site<'_>) -> Value {
    let settings = &site.catalogue.settings;
    object([
        ("@type", json!("Organization")),
        ("name", json!(site.organisation())),
        ("email", if page::is_address(settings.email.trim()) { json!(settings.email.trim()) } else { Value::Null }),
        ("url", site.address.as_ref().map_or(Value::Null, |address| json!(address))),
    ])
}

/// The catalogue: every service with what one gets.
pub(super) fn catalogue(site: &Site<'_>, services: &[(ServiceId, &Content)]) -> Value {
    let item = |(id, content): &(ServiceId, &Content)| {
        let path = site.services.get(id).map(|slug| ["services/", slug, ".html"].concat());
        object([
            ("@type", json!("Service")),
            ("name", json!(&*content.name)),
            (
                "url",
                site.address.as_ref().zip(path).map_or(Value::Null, |(address, path)| json!(canonical(address, &path))),
            ),
        ])
    };
    object([
        ("@context", json!("https://schema.org")),
        ("@type", json!("OfferCatalog")),
        ("name", json!([site.organisation(), ": service catalogue"].concat())),
        ("url", site.address.as_ref().map_or(Value::Null, |address| json!(address))),
        ("provider", Value::Null),
        ("numberOfItems", json!(services.len())),
        ("itemListElement", services.iter().map(item).collect()),
    ])
}

/// One service.
pub(super) fn service(site: &Site<'_>, path: &str, content: &Content) -> Value {
    let catalogue = site.catalogue;
    let url = site.address.as_ref().map_or(Value::Null, |address| json!(canonical(address, path)));
    let categories: Vec<&str> = content
        .categories
        .iter()
        .filter_map(|id| catalogue.categories.get(id).map(|category| &*category.name))
        .collect();
    let channels = content.channels.iter().map(|channel| {
        object([("@type", json!("ServiceChannel")), ("name", json!(&**channel)), ("availableLanguage", Value::Null)])
    });
    let terms = content.documents.iter().find(|document| {
        let title = document.title.to_lowercase();
        page::is_https(&document.link)
            && ["terms", "conditions", "agreement", "policy"].iter().any(|word| title.contains(word))
    });
    object([
        ("@context", json!("https://schema.org")),
        ("@type", json!("Service")),
        ("name", json!(&*content.name)),
        ("description", json!(&*content.summary)),
        ("serviceType", categories.first().map_or(Value::Null, |name| json!(name))),
        ("category", json!(categories)),
        ("url", url),
        ("provider", provider(site)),
        ("audience", audience(site, content)),
        ("availableChannel", channels.collect()),
        // In words: what a catalogue says of hours is no table of days.
        ("hoursAvailable", hours(content)),
        ("offers", content.offerings.iter().map(|offering| offer(site, content, offering)).collect()),
        ("termsOfService", terms.map_or(Value::Null, |document| json!(&*document.link))),
    ])
}

fn audience(site: &Site<'_>, content: &Content) -> Value {
    let names = content.audiences.iter().filter_map(|id| site.catalogue.audiences.get(id));
    let named: Vec<Value> = names.map(|name| json!({"@type": "Audience", "audienceType": &**name})).collect();
    match content.for_whom.trim() {
        "" => Value::Array(named),
        _ if !named.is_empty() => Value::Array(named),
        words => json!({"@type": "Audience", "audienceType": words}),
    }
}

fn hours(content: &Content) -> Value {
    match content.hours.trim() {
        "" => Value::Null,
        words => json!({"@type": "OpeningHoursSpecification", "description": words}),
    }
}

fn offer(site: &Site<'_>, content: &Content, offering: &Offering) -> Value {
    let currency = site.currency();
    let amount = |cents: u64| format!("{}.{:02}", cents / 100, cents % 100);
    let per = |cents: u64, unit: &str, code: Value| {
        object([
            ("@type", json!("UnitPriceSpecification")),
            ("price", json!(amount(cents))),
            ("priceCurrency", json!(currency)),
            ("unitText", json!(unit)),
            ("unitCode", code),
        ])
    };
    let (price, specification) = match &offering.price {
        Price::Unsaid => (Value::Null, Value::Null),
        Price::Free => (json!("0"), Value::Null),
        Price::Fixed(cents) => (json!(amount(*cents)), Value::Null),
        Price::PerUnit { amount, unit } => (Value::Null, per(*amount, unit, Value::Null)),
        // The codes are those of UN/CEFACT for a month, three months and a year.
        Price::Subscription { amount, period } => {
            let code = match period {
                itsm::catalogue::Period::Month => "MON",
                itsm::catalogue::Period::Quarter => "QAN",
                itsm::catalogue::Period::Year => "ANN",
            };
            (Value::Null, per(*amount, period.word(), json!(code)))
        }
        Price::ChargeBack { estimate, basis } => (Value::Null, per(*estimate, basis, Value::Null)),
    };
    let has_price = !price.is_null();
    let link = match page::ordering(site.catalogue, &content.name, offering) {
        Ordering::Link(link) => json!(link),
        Ordering::Email { .. } | Ordering::Information { .. } => Value::Null,
    };
    object([
        ("@type", json!("Offer")),
        ("name", json!(&*offering.name)),
        ("description", json!(&*offering.summary)),
        ("price", price),
        ("priceCurrency", if has_price { json!(currency) } else { Value::Null }),
        ("priceSpecification", specification),
        ("url", link),
    ])
}
