//! What stands behind the question mark of the portal's addresses.

use itsm::catalogue::OfferingKey;
use itsm::{Key, ServiceId};
use workspace::query::{key_of, key_text};

use crate::browser::page;

/// The decoded value of a parameter.
pub fn value(parameters: &str, name: &str) -> Option<String> {
    let (_, value) = parameters.split('&').filter_map(|pair| pair.split_once('=')).find(|(key, _)| *key == name)?;
    Some(page::decode(value))
}

/// The key that stands in an address.
pub fn key<T: From<Key>>(text: &str) -> Option<T> {
    key_of(text).map(T::from)
}

/// Parameters in their written form; empty ones are left out.
pub fn write(pairs: &[(&str, &str)]) -> String {
    let pair = |(name, value): &(&str, &str)| [name, "=", &page::encode(value)].concat();
    pairs.iter().filter(|(_, value)| !value.is_empty()).map(pair).collect::<Vec<_>>().join("&")
}

/// Offerings as they stand in an address: `3:1,3:2`.
pub fn write_offerings(offerings: &[(ServiceId, OfferingKey)]) -> String {
    let one =
        |(service, offering): &(ServiceId, OfferingKey)| [&key_text(service.0), ":", &key_text(offering.0)].concat();
    "o=".to_owned() + &offerings.iter().map(one).collect::<Vec<_>>().join(",")
}

/// The offerings that [`write_offerings`] wrote, each once.
pub fn offerings(parameters: &str) -> Vec<(ServiceId, OfferingKey)> {
    let text = value(parameters, "o").unwrap_or_default();
    let mut offerings = Vec::new();
    for (service, offering) in text.split(',').filter_map(|one| one.split_once(':')) {
        if let (Some(service), Some(offering)) = (key_of(service).map(ServiceId), key_of(offering).map(OfferingKey))
            && !offerings.contains(&(service, offering))
        {
            offerings.push((service, offering));
        }
    }
    offerings
}
