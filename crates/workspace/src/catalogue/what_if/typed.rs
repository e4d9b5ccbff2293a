//! What is typed into a trial: amounts, hours, orders a month.

use chrono::TimeDelta;
use itsm::catalogue::{Cents, Price};

use super::{Demand, MOST_DEMAND};

/// The most that an amount may be: a hundred million.
const MOST: Cents = 10_000_000_000;

/// Hundredths of what was typed: "1299", "1,299.50", "1 299,5"; `None` for nothing. The refusal says how to write it.
pub fn amount(text: &str) -> Result<Option<Cents>, &'static str> {
    let wrong = "Write an amount like 1299 or 1299.50, up to a hundred million.";
    let plain: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    if plain.is_empty() {
        return Ok(None);
    }
    // The last point or comma with one or two digits behind it parts the hundredths; others part thousands.
    let split = plain.rfind(['.', ',']).filter(|at| matches!(plain.len() - at, 2 | 3));
    let (whole, part) =
        split.map_or((plain.as_str(), ""), |at| (plain.get(..at).unwrap_or(""), plain.get(at + 1..).unwrap_or("")));
    let digits: String = whole.chars().filter(|letter| !matches!(letter, '.' | ',')).collect();
    let number = |text: &str| {
        let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if is_number { text.parse::<u64>().map_err(|_| wrong) } else { Err(wrong) }
    };
    let whole = number(&digits)?;
    let part = if part.is_empty() { 0 } else { number([part, "0"].concat().get(..2).unwrap_or(""))? };
    let cents = whole.checked_mul(100).and_then(|whole| whole.checked_add(part)).filter(|cents| *cents <= MOST);
    cents.map(Some).ok_or(wrong)
}

/// Working time of what was typed in hours: "8", "1.5"; `None` for nothing.
pub fn hours(text: &str) -> Result<Option<TimeDelta>, &'static str> {
    let wrong = "Write working hours like 8 or 1.5, up to 10,000.";
    match amount(text) {
        Ok(None) => Ok(None),
        Ok(Some(hundredths @ 1..=1_000_000)) => {
            i64::try_from(hundredths).map(|hundredths| Some(TimeDelta::seconds(hundredths * 36))).map_err(|_| wrong)
        }
        _ => Err(wrong),
    }
}

/// Hundredths of orders a month of what was typed: "12", "0.5"; `None` for nothing.
pub fn demand(text: &str) -> Result<Option<Demand>, &'static str> {
    let wrong = "Write orders a month like 12 or 0.5, up to a million.";
    match amount(text) {
        Ok(None) => Ok(None),
        Ok(Some(hundredths)) => match Demand::try_from(hundredths) {
            Ok(demand) if demand <= MOST_DEMAND => Ok(Some(demand)),
            _ => Err(wrong),
        },
        Err(_) => Err(wrong),
    }
}

/// Hundredths as they are typed: "1299.50", "8".
pub fn plain(hundredths: u64) -> String {
    let whole = (hundredths / 100).to_string();
    match hundredths % 100 {
        0 => whole,
        part => [whole.as_str(), if part < 10 { ".0" } else { "." }, &part.to_string()].concat(),
    }
}

/// Working hours as they are typed.
pub fn plain_hours(time: TimeDelta) -> String {
    plain(u64::try_from(time.num_seconds() / 36).unwrap_or(0))
}

/// The same way to pay with another amount. What was free or unsaid gets one price for each order.
pub fn with_amount(price: &Price, amount: Cents) -> Price {
    match price {
        Price::Unsaid | Price::Free if amount == 0 => price.clone(),
        Price::Unsaid | Price::Free | Price::Fixed(_) => Price::Fixed(amount),
        Price::PerUnit { unit, .. } => Price::PerUnit { amount, unit: unit.clone() },
        Price::Subscription { period, .. } => Price::Subscription { amount, period: *period },
        Price::ChargeBack { basis, .. } => Price::ChargeBack { estimate: amount, basis: basis.clone() },
    }
}
