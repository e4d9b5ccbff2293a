//! Prices in words.

use itsm::catalogue::{Cents, Price};
use workspace::catalogue::typed;

use crate::views::words;

/// An amount with its currency.
pub fn amount(cents: Cents, currency: &str) -> String {
    let rest = cents % 100;
    let machine =
        if rest == 0 { typed::amount(cents) } else { [&(cents / 100).to_string(), ".", &format_two(rest)].concat() };
    [&words::decimal(&machine), "\u{a0}", currency].concat()
}

fn format_two(rest: u64) -> String {
    if rest < 10 { "0".to_owned() + &rest.to_string() } else { rest.to_string() }
}

/// A price in a few words.
pub fn price(price: &Price, currency: &str) -> String {
    match price {
        Price::Unsaid => "Price not said".to_owned(),
        Price::Free => "Free".to_owned(),
        Price::Fixed(cents) => amount(*cents, currency),
        Price::PerUnit { amount: cents, unit } => {
            let unit: &str = if unit.is_empty() { "unit" } else { unit };
            [&*amount(*cents, currency), " for each ", unit].concat()
        }
        Price::Subscription { amount: cents, period } => [&amount(*cents, currency), " a ", period.word()].concat(),
        Price::ChargeBack { estimate, basis } => {
            let basis = if basis.is_empty() { "at cost".to_owned() } else { "at cost: ".to_owned() + basis };
            ["About ", &amount(*estimate, currency), ", charged ", &basis].concat()
        }
    }
}
