//! Amounts, times and targets in words.

use chrono::{NaiveDate, TimeDelta};
use itsm::catalogue::{Cents, Price, Surcharge, Target, TargetLevel};
use preferences::format::Format;

use crate::catalogue::price::{money_in, surcharge_in};

/// "EUR 1,299.00". Unlike in the app ([`crate::catalogue::price`]), the form is always the same: a published page is read
/// by people of all languages, and the same catalogue makes the same page on every machine.
pub fn money(amount: Cents, currency: &str) -> String {
    money_in(Format::ENGLISH, amount, currency)
}

/// What an answer adds to a price, or takes from it: "+ EUR 120.00". Empty where it changes nothing.
pub fn surcharge(amount: Surcharge, currency: &str) -> String {
    surcharge_in(Format::ENGLISH, amount, currency)
}

/// A price in words.
pub fn price(price: &Price, currency: &str) -> String {
    match price {
        Price::Unsaid => "Price not stated".to_owned(),
        Price::Free => "Free of charge".to_owned(),
        Price::Fixed(amount) => money(*amount, currency),
        Price::PerUnit { amount, unit } if unit.trim().is_empty() => money(*amount, currency) + " each",
        Price::PerUnit { amount, unit } => format!("{} per {unit}", money(*amount, currency)),
        Price::Subscription { amount, period } => format!("{} a {}", money(*amount, currency), period.word()),
        Price::ChargeBack { estimate, basis } => {
            let basis = if basis.trim().is_empty() { String::new() } else { format!(" ({basis})") };
            let about =
                if *estimate == 0 { String::new() } else { ", about ".to_owned() + &money(*estimate, currency) };
            ["Charged to your cost centre at cost", &about, &basis].concat()
        }
    }
}

/// Working time in words. A day is said to be of eight hours, because readers would otherwise take it for 24.
pub fn working_time(time: TimeDelta) -> String {
    let minutes = time.num_minutes().max(0);
    let (hours, rest) = (minutes / 60, minutes % 60);
    let counted = |count: i64, one: &str| format!("{count} working {one}{}", if count == 1 { "" } else { "s" });
    match (hours, rest) {
        (0, rest) => counted(rest, "minute"),
        (hours, 0) if hours >= 16 && hours % 8 == 0 => {
            format!("{} ({} days of 8 hours)", counted(hours, "hour"), hours / 8)
        }
        (hours, 0) => counted(hours, "hour"),
        (hours, rest) => format!("{hours} h {rest} min of working time"),
    }
}

/// How much is promised.
pub fn level(level: &TargetLevel) -> String {
    match level {
        TargetLevel::Share(thousandths) => {
            let (whole, part) = (thousandths / 1000, thousandths % 1000);
            let part = format!("{part:03}");
            let part = part.trim_end_matches('0');
            let point = if part.is_empty() { "" } else { "." };
            format!("{whole}{point}{part} %")
        }
        TargetLevel::Time(time) => format!("at most {}", working_time(*time)),
        TargetLevel::Words(words) => words.to_string(),
    }
}

/// A target's hours or measure, or that nobody has said.
pub fn within(target: &Target) -> &str {
    if target.within.trim().is_empty() { "not stated" } else { &target.within }
}

/// "5 January 2026": a month in words, because 05/01 is two different days.
pub fn date(date: NaiveDate) -> String {
    date.format("%-d %B %Y").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_has_its_currency_and_its_thousands_are_told_apart() {
        assert_eq!(money(129_900, "EUR"), "EUR\u{a0}1,299.00");
        assert_eq!(money(5, "EUR"), "EUR\u{a0}0.05");
        assert_eq!(money(12_345_678_900, "USD"), "USD\u{a0}123,456,789.00");
        assert_eq!(surcharge(-2_000, "EUR"), "\u{2212}\u{a0}EUR\u{a0}20.00");
    }

    #[test]
    fn working_days_say_how_long_they_are() {
        assert_eq!(working_time(TimeDelta::minutes(30)), "30 working minutes");
        assert_eq!(working_time(TimeDelta::hours(1)), "1 working hour");
        assert_eq!(working_time(TimeDelta::hours(24)), "24 working hours (3 days of 8 hours)");
        assert_eq!(working_time(TimeDelta::minutes(90)), "1 h 30 min of working time");
    }

    #[test]
    fn a_share_is_a_per_cent_without_needless_zeros() {
        assert_eq!(level(&TargetLevel::Share(99_500)), "99.5 %");
        assert_eq!(level(&TargetLevel::Share(100_000)), "100 %");
        assert_eq!(level(&TargetLevel::Share(99_999)), "99.999 %");
    }
}
