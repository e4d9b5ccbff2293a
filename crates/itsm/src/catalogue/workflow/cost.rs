//! What an order costs who orders.

use crate::catalogue::form::{Answers, surcharge};
use crate::catalogue::money::{Cents, Period, Price};
use crate::catalogue::offering::Offering;

/// What an order costs. The answers' surcharges belong to the price of one: who orders three laptops with more memory
/// gets, and pays for, three times the memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OrderCost {
    /// One of it, with what the answers add to it.
    pub each: Cents,
    /// All of it: once, or for the first period of a subscription.
    pub first: Cents,
    /// How often that is paid, if it is a subscription.
    pub period: Option<Period>,
    /// Whether it is only expected (charged back at cost).
    pub is_estimate: bool,
    /// Whether the offering says a price at all.
    pub is_said: bool,
}

impl OrderCost {
    /// What a year of it costs, if it is a subscription.
    pub fn yearly(self) -> Option<Cents> {
        self.period.map(|period| self.first.saturating_mul(period.in_a_year()))
    }

    /// What is committed by ordering it, and what limits of approvals look at: everything that is paid once, or the
    /// first year of a subscription. Otherwise one could stay below any limit by paying monthly.
    pub fn commitment(self) -> Cents {
        self.yearly().unwrap_or(self.first)
    }
}

/// What an order of an offering costs.
pub fn cost(offering: &Offering, answers: &Answers, quantity: u16) -> OrderCost {
    let surcharge = surcharge(&offering.form, answers);
    let each = offering.price.first().saturating_add_signed(surcharge);
    OrderCost {
        each,
        first: each.saturating_mul(u64::from(quantity)),
        period: match offering.price {
            Price::Subscription { period, .. } => Some(period),
            _ => None,
        },
        is_estimate: matches!(offering.price, Price::ChargeBack { .. }),
        is_said: offering.price != Price::Unsaid,
    }
}
