//! Amounts in words, in the form in force, which is followed.

use itsm::catalogue::{Cents, Price, Surcharge};
use workspace::catalogue::price::{money_in, price_words, surcharge_in};

use crate::session::format::format;

/// An amount with its currency; the number alone where none is named.
pub fn amount(cents: Cents, currency: &str) -> String {
    money_in(format(), cents, currency)
}

/// What an answer adds to the price ("+ EUR 120.00"); nothing where it adds nothing.
pub fn surcharge(amount: Surcharge, currency: &str) -> String {
    surcharge_in(format(), amount, currency)
}

/// A price in a few words.
pub fn price(price: &Price, currency: &str) -> String {
    price_words(price, currency)
}
