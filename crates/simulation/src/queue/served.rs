//! A list of customers, put through a queue.

use super::{Customer, Staff, Station, Visit};

/// Why a list of customers cannot be served.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unservable {
    /// There is nobody who serves, and somebody who would wait for ever.
    Nobody,
    /// Their times are so large that the schedule's turns cannot be told apart, or beyond what numbers hold.
    TooFar,
}

impl std::fmt::Display for Unservable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Nobody => "nobody ever serves, so customers without patience would wait for ever",
            Self::TooFar => "these times are too large to be told apart",
        })
    }
}

impl std::error::Error for Unservable {}

/// Beyond so many cycles a rota's turns drown in the rounding of its instants.
const MOST_CYCLES: f64 = 1e9;

/// What becomes of each customer, in the order of the list. They may stand in any order; who arrives at the same
/// instant comes in the order of the list. Their numbers are not looked at.
///
/// # Errors
/// [`Unservable`] if somebody would wait for ever, or for times too large to reckon with.
pub fn serve(customers: &[Customer], staff: Staff) -> Result<Vec<Visit>, Unservable> {
    if !staff.ever_works() && customers.iter().any(|customer| customer.patience.is_none()) {
        return Err(Unservable::Nobody);
    }
    let latest = customers.iter().map(|customer| customer.arrival.value().abs()).fold(0.0, f64::max);
    let lengths = |customer: &Customer| customer.service.value() + customer.patience.map_or(0.0, |span| span.value());
    let horizon = latest + customers.iter().map(lengths).sum::<f64>();
    let limit = match &staff {
        Staff::Fixed(_) => f64::MAX,
        Staff::Rota(rota) => rota.cycle() * MOST_CYCLES,
    };
    if horizon > limit {
        return Err(Unservable::TooFar);
    }
    // A rota in which nobody works would be waited through turn by turn.
    let staff = if staff.ever_works() { staff } else { Staff::Fixed(0) };

    let mut order: Vec<usize> = (0..customers.len()).collect();
    order.sort_by_key(|place| customers.get(*place).map(|customer| customer.arrival));
    let mut arrivals = order.iter().zip(0..).filter_map(|(place, number)| {
        let customer = *customers.get(*place)?;
        Some(Customer { number, ..customer })
    });
    let mut visits = Vec::with_capacity(customers.len());
    let mut station = Station::new(staff);
    while station.step(&mut arrivals, &mut |visit| visits.push(visit)).is_some() {}

    visits.sort_by_key(|visit| order.get(visit.customer.number as usize).copied());
    Ok(visits)
}
