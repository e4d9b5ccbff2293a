//! What an order costs, in words and in sums: what is paid once, what comes back every month, quarter or year, and what
//! is only an estimate are never added up to one number that nobody would ever pay.

use std::collections::BTreeMap;

use itsm::catalogue::{Cents, Period, Price, Surcharge};
use preferences::format::Format;

/// When something is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Due {
    /// With the order.
    Once,
    /// Every month.
    Monthly,
    /// Every quarter.
    Quarterly,
    /// Every year.
    Yearly,
    /// What it will have cost; the sum is an estimate.
    AtCost,
}

impl Due {
    /// What stands behind an amount ("a month"); empty for what is paid once.
    pub fn words(self) -> &'static str {
        match self {
            Due::Once => "",
            Due::Monthly => "a month",
            Due::Quarterly => "a quarter",
            Due::Yearly => "a year",
            Due::AtCost => "estimated, charged at cost",
        }
    }
}

/// What several orders cost together, by when it is paid.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Total {
    /// In hundredths of the currency; a reduction may take the sum of a kind to nothing, never below.
    sums: BTreeMap<Due, i64>,
    /// Whether the price of one of them is not said.
    pub unsaid: bool,
}

impl Total {
    /// What one order costs: its price, and what the answers add to it or take from it, so many times.
    pub fn of(price: &Price, surcharge: Surcharge, quantity: u16) -> Self {
        let due = match price {
            Price::Unsaid | Price::Free | Price::Fixed(_) | Price::PerUnit { .. } => Due::Once,
            Price::Subscription { period: Period::Month, .. } => Due::Monthly,
            Price::Subscription { period: Period::Quarter, .. } => Due::Quarterly,
            Price::Subscription { period: Period::Year, .. } => Due::Yearly,
            Price::ChargeBack { .. } => Due::AtCost,
        };
        let one = i64::try_from(price.first()).unwrap_or(i64::MAX).saturating_add(surcharge).max(0);
        let all = one.saturating_mul(i64::from(quantity));
        let sums = if all == 0 { BTreeMap::new() } else { BTreeMap::from([(due, all)]) };
        Self { sums, unsaid: *price == Price::Unsaid }
    }

    /// Adds what another order costs.
    pub fn add(&mut self, other: &Total) {
        for (due, sum) in &other.sums {
            let mine = self.sums.entry(*due).or_default();
            *mine = mine.saturating_add(*sum);
        }
        self.unsaid |= other.unsaid;
    }

    /// The sum of what is due at a time, in hundredths.
    pub fn due(&self, due: Due) -> i64 {
        self.sums.get(&due).copied().unwrap_or(0)
    }

    /// The sums in words ("EUR 949.00 and EUR 12.00 a month", "Free").
    pub fn words(&self, currency: &str) -> String {
        let mut parts: Vec<String> = self
            .sums
            .iter()
            .map(|(due, sum)| match due.words() {
                "" => money(sum.unsigned_abs(), currency),
                words => money(sum.unsigned_abs(), currency) + " " + words,
            })
            .collect();
        match (parts.is_empty(), self.unsaid) {
            (true, true) => "Price not said".to_owned(),
            (true, false) => "Free".to_owned(),
            (false, unsaid) => {
                if unsaid {
                    parts.push("something whose price is not said".to_owned());
                }
                let last = parts.pop().unwrap_or_default();
                if parts.is_empty() { last } else { parts.join(", ") + " and " + &last }
            }
        }
    }
}

/// An amount with its currency ("EUR 1,249.00"), its signs as the person chose; the number alone where no currency is
/// named. Whole amounts keep their hundredths, so that columns line up.
pub fn money(amount: Cents, currency: &str) -> String {
    money_in(preferences::format::current(), amount, currency)
}

/// What an answer adds or takes, as it stands beside a choice ("+ EUR 120.00"); empty for nothing.
pub fn surcharge_words(amount: Surcharge, currency: &str) -> String {
    surcharge_in(preferences::format::current(), amount, currency)
}

/// An amount in a given form, for what has to read the same for everybody. Every amount that people read is written
/// here; the spaces keep it together at the end of a line.
pub fn money_in(format: Format, amount: Cents, currency: &str) -> String {
    let number = format.decimal(&format!("{}.{:02}", amount / 100, amount % 100));
    if currency.is_empty() { number } else { [currency, "\u{a0}", &number].concat() }
}

/// See [`surcharge_words`] and [`money_in`].
pub fn surcharge_in(format: Format, amount: Surcharge, currency: &str) -> String {
    let sign = match amount {
        0 => return String::new(),
        ..0 => "−\u{a0}",
        _ => "+\u{a0}",
    };
    [sign, &money_in(format, amount.unsigned_abs(), currency)].concat()
}

/// How an offering is paid for, in words ("EUR 12.00 a month").
pub fn price_words(price: &Price, currency: &str) -> String {
    match price {
        Price::Unsaid => "Price not said".to_owned(),
        Price::Free => "Free".to_owned(),
        Price::Fixed(amount) => money(*amount, currency),
        Price::PerUnit { amount, unit } if unit.is_empty() => money(*amount, currency) + " each",
        Price::PerUnit { amount, unit } => money(*amount, currency) + " per " + unit,
        Price::Subscription { amount, period } => money(*amount, currency) + " a " + period.word(),
        Price::ChargeBack { estimate: 0, basis } if basis.is_empty() => "Charged at cost".to_owned(),
        Price::ChargeBack { estimate: 0, basis } => "Charged at cost: ".to_owned() + basis,
        Price::ChargeBack { estimate, basis } => {
            let about = "Charged at cost, about ".to_owned() + &money(*estimate, currency);
            if basis.is_empty() { about } else { about + " (" + basis + ")" }
        }
    }
}

/// The price of several things to choose from, in a few words: the one price of all, or the least ("From EUR 12.00 a
/// month") where they are paid alike; nothing where they cannot be compared.
pub fn least_words<'a>(prices: impl IntoIterator<Item = &'a Price>, currency: &str) -> String {
    let mut prices = prices.into_iter();
    let Some(first) = prices.next() else { return String::new() };
    let (mut least, mut differ) = (first, false);
    for price in prices {
        let alike = std::mem::discriminant(price) == std::mem::discriminant(least)
            && match (price, least) {
                (Price::Subscription { period: one, .. }, Price::Subscription { period: other, .. }) => one == other,
                (Price::PerUnit { unit: one, .. }, Price::PerUnit { unit: other, .. }) => one == other,
                (Price::ChargeBack { .. }, _) => price == least,
                _ => true,
            };
        if !alike {
            return String::new();
        }
        differ |= price.first() != least.first();
        if price.first() < least.first() {
            least = price;
        }
    }
    let words = price_words(least, currency);
    if differ { "From ".to_owned() + &words } else { words }
}
