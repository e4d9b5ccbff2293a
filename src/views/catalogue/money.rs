//! Prices in words, as the portal has them.

use itsm::catalogue::{Cents, Price};
use workspace::catalogue::price::price_words;

use crate::session::format::format;

/// An amount with its currency.
pub fn amount(cents: Cents, currency: &str) -> String {
    format().money(i64::try_from(cents).unwrap_or(i64::MAX), currency)
}

/// A price in a few words.
pub fn price(price: &Price, currency: &str) -> String {
    price_words(price, currency)
}
