//! One queue before one staff, driven by events.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::staff::OnDuty;
use super::{Moment, Span, Staff};
use crate::{EventQueue, Scheduled};

/// Somebody who comes to be served.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Customer {
    /// What tells customers apart, and who of one class came first: ascending in order of arrival.
    pub number: u64,
    /// When they come.
    pub arrival: Moment,
    /// How long serving them takes.
    pub service: Span,
    /// Lower classes are served first; a service is never interrupted.
    pub class: i64,
    /// How long they wait before they leave; `None`: for ever.
    pub patience: Option<Span>,
}

/// What became of a customer.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Visit {
    /// Who.
    pub customer: Customer,
    /// How it went.
    pub outcome: Outcome,
}

/// How a visit went.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum Outcome {
    /// They are served.
    Served {
        /// When the service begins.
        start: Moment,
        /// When it ends.
        end: Moment,
    },
    /// They lost patience.
    Left {
        /// When they went.
        at: Moment,
    },
}

impl Visit {
    /// How long they waited, whether they were served or left.
    pub fn waited(&self) -> Span {
        match self.outcome {
            Outcome::Served { start, .. } => start.since(self.customer.arrival),
            Outcome::Left { at } => at.since(self.customer.arrival),
        }
    }

    /// Whether they left unserved.
    pub fn left(&self) -> bool {
        matches!(self.outcome, Outcome::Left { .. })
    }
}

/// A queue and its staff at an instant. Saved and read again (or cloned) between two steps, it goes on the same way, if
/// whoever sends the customers does, too.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Station {
    now: Moment,
    events: EventQueue<Turn, Happening>,
    on_duty: OnDuty,
    #[serde(with = "as_list")]
    waiting: BTreeMap<Rank, Waiting>,
    boundary_comes: bool,
    opened: bool,
    arrived: u64,
    left: u64,
    served: u64,
}

/// An event's time. At one instant what stands first here goes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct Turn {
    at: Moment,
    kind: Kind,
}

/// Whoever loses patience at the very instant a server frees is still served: that comes last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
enum Kind {
    Departure,
    Boundary,
    Arrival,
    LostPatience,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
enum Happening {
    Departure { crew: i64 },
    Boundary,
    Arrival(Customer),
    LostPatience(Rank),
}

/// A place in the queue: by class, then by who came first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct Rank {
    class: i64,
    number: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
struct Waiting {
    customer: Customer,
    leaves: Option<Scheduled<Turn>>,
}

impl Station {
    /// An empty queue before this staff.
    pub fn new(staff: Staff) -> Self {
        Self {
            now: Moment::ZERO,
            events: EventQueue::default(),
            on_duty: OnDuty::new(staff),
            waiting: BTreeMap::new(),
            boundary_comes: false,
            opened: false,
            arrived: 0,
            left: 0,
            served: 0,
        }
    }

    /// The instant of the last step.
    pub fn now(&self) -> Moment {
        self.now
    }

    /// How many have come so far.
    pub fn arrived(&self) -> u64 {
        self.arrived
    }

    /// How many have lost patience so far.
    pub fn left(&self) -> u64 {
        self.left
    }

    /// How many services are over.
    pub fn served(&self) -> u64 {
        self.served
    }

    /// How many wait.
    pub fn waiting(&self) -> usize {
        self.waiting.len()
    }

    /// How many are being served.
    pub fn in_service(&self) -> u64 {
        let gone_or_waiting = [self.left, self.served, self.waiting.len() as u64];
        gone_or_waiting.into_iter().fold(self.arrived, u64::saturating_sub)
    }

    /// Lets the next thing happen: its instant, or `None` when all are gone and nobody comes any more. `customers` are
    /// in order of arrival; who is late in that order comes at once. `seen` hears of each customer when their service
    /// begins or they leave.
    pub fn step(
        &mut self,
        customers: &mut impl Iterator<Item = Customer>,
        seen: &mut impl FnMut(Visit),
    ) -> Option<Moment> {
        if !self.opened {
            self.opened = true;
            self.await_next(customers);
        }
        let (place, happening) = self.events.pop()?;
        self.now = place.at.at;
        match happening {
            Happening::Departure { crew } => {
                self.served += 1;
                self.on_duty.until(self.now);
                self.on_duty.done(crew);
                self.serve_waiting(seen);
            }
            Happening::Boundary => {
                self.boundary_comes = false;
                self.on_duty.from(self.now);
                self.serve_waiting(seen);
                self.await_boundary();
            }
            Happening::Arrival(customer) => {
                self.arrived += 1;
                self.on_duty.from(self.now);
                self.receive(customer, seen);
                self.await_next(customers);
            }
            Happening::LostPatience(rank) => {
                if let Some(Waiting { customer, .. }) = self.waiting.remove(&rank) {
                    self.left += 1;
                    seen(Visit { customer, outcome: Outcome::Left { at: self.now } });
                }
            }
        }
        Some(self.now)
    }

    fn await_next(&mut self, customers: &mut impl Iterator<Item = Customer>) {
        if let Some(customer) = customers.next() {
            // Before the first arrival there is no time to be late for.
            let at = if self.arrived == 0 { customer.arrival } else { customer.arrival.max(self.now) };
            self.events.schedule(Turn { at, kind: Kind::Arrival }, Happening::Arrival(customer));
        }
    }

    /// While somebody waits, the next crew may serve them; when nobody does, boundaries are not worth an event.
    fn await_boundary(&mut self) {
        if self.boundary_comes || self.waiting.is_empty() {
            return;
        }
        if let Some(at) = self.on_duty.boundary_after(self.now) {
            self.boundary_comes = true;
            self.events.schedule(Turn { at, kind: Kind::Boundary }, Happening::Boundary);
        }
    }

    fn receive(&mut self, customer: Customer, seen: &mut impl FnMut(Visit)) {
        // Nobody is free while somebody waits, so who finds somebody free goes before nobody.
        if let Some(crew) = self.on_duty.begin() {
            return self.serve(customer, crew, seen);
        }
        let rank = Rank { class: customer.class, number: customer.number };
        let leaves = customer.patience.map(|patience| {
            let at = customer.arrival.plus(patience).max(self.now);
            self.events.schedule(Turn { at, kind: Kind::LostPatience }, Happening::LostPatience(rank))
        });
        self.waiting.insert(rank, Waiting { customer, leaves });
        self.await_boundary();
    }

    fn serve_waiting(&mut self, seen: &mut impl FnMut(Visit)) {
        while !self.waiting.is_empty() {
            let Some(crew) = self.on_duty.begin() else { return };
            let Some((_, Waiting { customer, leaves })) = self.waiting.pop_first() else { return };
            if let Some(leaves) = leaves {
                self.events.cancel(leaves);
            }
            self.serve(customer, crew, seen);
        }
    }

    fn serve(&mut self, customer: Customer, crew: i64, seen: &mut impl FnMut(Visit)) {
        let (start, end) = (self.now, self.now.plus(customer.service));
        self.events.schedule(Turn { at: end, kind: Kind::Departure }, Happening::Departure { crew });
        seen(Visit { customer, outcome: Outcome::Served { start, end } });
    }
}

/// JSON has no maps whose keys are structures.
mod as_list {
    use super::{BTreeMap, Deserialize, Rank, Serialize, Waiting};

    pub fn serialize<S: serde::Serializer>(map: &BTreeMap<Rank, Waiting>, to: S) -> Result<S::Ok, S::Error> {
        map.values().collect::<Vec<_>>().serialize(to)
    }

    pub fn deserialize<'de, D: serde::Deserializer<'de>>(from: D) -> Result<BTreeMap<Rank, Waiting>, D::Error> {
        let list = Vec::<Waiting>::deserialize(from)?;
        let ranked = |one: Waiting| (Rank { class: one.customer.class, number: one.customer.number }, one);
        Ok(list.into_iter().map(ranked).collect())
    }
}
