//! Customers as the textbooks have them: all times exponential.

use serde::{Deserialize, Serialize};

use super::{Customer, Moment, Span};
use crate::{Purpose, Stream};

/// How customers come, and what they are like; all times in one unit.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Market {
    /// Mean time between two arrivals, 1/λ.
    pub mean_between: f64,
    /// Mean service time, 1/µ.
    pub mean_service: f64,
    /// Mean patience, 1/θ; `None`: they wait for ever.
    pub mean_patience: Option<f64>,
}

/// A stream of customers without end. Each one's service and patience come from streams of their own, so the same
/// customers come whatever is done with them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RandomCustomers {
    #[serde(with = "exact")]
    market: Market,
    between: Stream,
    service: Stream,
    patience: Stream,
    last: Moment,
    next_number: u64,
}

impl RandomCustomers {
    /// The customers of a seed. Replications of one seed are independent of each other.
    pub fn new(market: Market, seed: u64, replication: u64) -> Self {
        let stream = |name| Stream::new(seed, Purpose::numbered(name, replication));
        Self {
            market,
            between: stream("time between arrivals"),
            service: stream("service time"),
            patience: stream("patience"),
            last: Moment::ZERO,
            next_number: 0,
        }
    }
}

impl Iterator for RandomCustomers {
    type Item = Customer;

    fn next(&mut self) -> Option<Customer> {
        let span = |stream: &mut Stream, mean| Span::new(stream.exponential(mean)).unwrap_or(Span::ZERO);
        let number = self.next_number;
        self.next_number += 1;
        self.last = self.last.plus(span(&mut self.between, self.market.mean_between));
        Some(Customer {
            number,
            arrival: self.last,
            service: span(&mut self.service, self.market.mean_service),
            class: 1,
            patience: self.market.mean_patience.map(|mean| span(&mut self.patience, mean)),
        })
    }
}

/// Numbers by their bits, so that no text form of a number can move them.
mod exact {
    use super::{Deserialize, Market, Serialize};

    type Bits = (u64, u64, Option<u64>);

    pub fn serialize<S: serde::Serializer>(market: &Market, to: S) -> Result<S::Ok, S::Error> {
        let bits: Bits =
            (market.mean_between.to_bits(), market.mean_service.to_bits(), market.mean_patience.map(f64::to_bits));
        bits.serialize(to)
    }

    pub fn deserialize<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Market, D::Error> {
        let (between, service, patience) = Bits::deserialize(from)?;
        Ok(Market {
            mean_between: f64::from_bits(between),
            mean_service: f64::from_bits(service),
            mean_patience: patience.map(f64::from_bits),
        })
    }
}
