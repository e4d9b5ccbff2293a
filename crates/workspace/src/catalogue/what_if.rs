//! What another price, target or demand would do: money a month, and how much of what was promised would have been
//! missed. Worked out from what the desk has seen; nothing is stored. What the numbers leave out is said beside them.

mod history;
pub mod typed;

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use itsm::catalogue::{Cents, Edit, Listing, Offering, OfferingKey, Price, Stage};
use itsm::{Desk, ServiceId};

pub use history::{HISTORY_DAYS, History, working_time};

/// Orders a month, in hundredths.
pub type Demand = u32;

/// The most orders a month that may be typed, in hundredths.
pub const MOST_DEMAND: Demand = 100_000_000;

/// What is to be different about one offering. `None` leaves it as it is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wish {
    /// Another price.
    pub price: Option<Price>,
    /// Another target, in working time; `Some(None)` takes it away.
    pub target: Option<Option<TimeDelta>>,
    /// Another demand.
    pub demand: Option<Demand>,
}

/// Everything that is to be different.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trial {
    /// Offerings.
    pub wishes: BTreeMap<(ServiceId, OfferingKey), Wish>,
    /// Within how much working time incidents of a service are to be resolved.
    pub resolution: BTreeMap<ServiceId, TimeDelta>,
}

/// Before and after.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pair<T> {
    /// As it is.
    pub before: T,
    /// As it would be.
    pub after: T,
}

/// Money a month, in hundredths of the catalogue's currency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Money {
    /// What comes in.
    pub revenue: Cents,
    /// What it costs.
    pub cost: Cents,
}

impl Money {
    /// What is left; below nought if it costs more than it brings in.
    pub fn margin(self) -> i64 {
        let signed = |cents: Cents| i64::try_from(cents).unwrap_or(i64::MAX);
        signed(self.revenue).saturating_sub(signed(self.cost))
    }

    fn and(self, other: Self) -> Self {
        Self { revenue: self.revenue.saturating_add(other.revenue), cost: self.cost.saturating_add(other.cost) }
    }
}

/// Where a demand comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// So many were ordered in so many days.
    Orders {
        /// How many.
        orders: u32,
        /// In how many days.
        days: u32,
    },
    /// Somebody typed it.
    Typed,
    /// Nothing was ordered yet, and nothing was typed.
    None,
}

/// One offering, before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Of which service.
    pub service: ServiceId,
    /// Which offering.
    pub offering: OfferingKey,
    /// "Laptop: Standard".
    pub name: String,
    /// How it is paid for.
    pub price: Pair<Price>,
    /// Within how much working time an order is fulfilled.
    pub target: Pair<Option<TimeDelta>>,
    /// How much it is ordered.
    pub demand: Pair<Demand>,
    /// Where the demand after comes from.
    pub source: Source,
    /// What comes in a month.
    pub revenue: Pair<Cents>,
    /// Finished orders with a known working time.
    pub finished: usize,
    /// How many of them took longer than the target; `None` where there is none.
    pub missed: Pair<Option<usize>>,
}

/// The incidents of one service, before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct IncidentLine {
    /// Which service.
    pub service: ServiceId,
    /// Its name.
    pub name: String,
    /// How many were resolved and had a target.
    pub resolved: usize,
    /// How many of them missed the desk's target, or would miss the other one.
    pub missed: Pair<usize>,
}

/// Why a number is less sure than it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Doubt {
    /// Nothing was ordered yet.
    NoOrders,
    /// The history is shorter than a quarter.
    ShortHistory,
    /// Fewer than ten finished orders: one more or less changes much.
    FewOrders,
    /// Subscriptions go on after the month in which they are ordered.
    Subscriptions,
    /// What is charged at cost follows the cost.
    ChargeBack,
    /// Somewhere nobody has said a price.
    Unsaid,
    /// People order more or less when a price changes.
    Elasticity,
}

impl Doubt {
    /// What to bear in mind, in a sentence.
    pub fn sentence(self) -> &'static str {
        match self {
            Doubt::NoOrders => "Nothing was ordered of some offerings yet, so their demand is what you type.",
            Doubt::ShortHistory => "The history is shorter than three months: seasons and chance are still in it.",
            Doubt::FewOrders => "Fewer than ten orders were finished of some offerings: one more or less changes much.",
            Doubt::Subscriptions => {
                "A subscription is counted with one period’s share for each new order; those who subscribed before keep paying besides."
            }
            Doubt::ChargeBack => "What is charged at cost is counted with its estimate.",
            Doubt::Unsaid => "Where nobody has said a price, nothing comes in.",
            Doubt::Elasticity => "A higher price usually means fewer orders: change the demand along with it.",
        }
    }
}

/// What would come of a trial.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// Each offering.
    pub lines: Vec<Line>,
    /// Services with incidents.
    pub incidents: Vec<IncidentLine>,
    /// All of it together.
    pub money: Pair<Money>,
    /// What to bear in mind, each once.
    pub doubts: Vec<Doubt>,
}

/// What would come of a trial, at an instant. Services in the catalogue count; one that is still on its way counts once
/// a demand is typed for it.
pub fn outcome(desk: &Desk, trial: &Trial, now: DateTime<Utc>) -> Outcome {
    let history = History::of(desk, now);
    let mut outcome = Outcome::default();
    for listing in desk.portfolio().listings().filter(|listing| listing.status.is_open()) {
        let lines: Vec<Line> =
            listing.draft.offerings.iter().map(|offering| line(desk, &history, listing, offering, trial)).collect();
        let running = listing.status.stage() == Stage::Catalogue;
        let planned = lines.iter().any(|line| line.demand.after > 0);
        let money = Pair {
            before: if running { money(listing, &lines, false) } else { Money::default() },
            after: if running || planned { money(listing, &lines, true) } else { Money::default() },
        };
        outcome.money.before = outcome.money.before.and(money.before);
        outcome.money.after = outcome.money.after.and(money.after);
        outcome.lines.extend(lines);
        outcome.incidents.extend(incidents(desk, listing, trial, now));
    }
    outcome.doubts = doubts(&outcome, &history, trial);
    outcome
}

fn line(desk: &Desk, history: &History, listing: &Listing, offering: &Offering, trial: &Trial) -> Line {
    let wish = trial.wishes.get(&(listing.id, offering.key));
    let orders = history.orders(desk, listing, offering);
    let seen = history.a_month(orders.count);
    let typed = wish.and_then(|wish| wish.demand);
    let source = match typed {
        Some(_) => Source::Typed,
        None if orders.count == 0 => Source::None,
        None => Source::Orders { orders: orders.count, days: history.days },
    };
    let price = Pair {
        before: offering.price.clone(),
        after: wish.and_then(|wish| wish.price.clone()).unwrap_or_else(|| offering.price.clone()),
    };
    let target = Pair { before: offering.target, after: wish.and_then(|wish| wish.target).unwrap_or(offering.target) };
    let demand = Pair { before: seen, after: typed.unwrap_or(seen) };
    let missed = |target: Option<TimeDelta>| {
        target.map(|target| orders.working_times.iter().filter(|took| **took > target).count())
    };
    Line {
        service: listing.id,
        offering: offering.key,
        name: [&*listing.draft.name, ": ", &offering.name].concat(),
        revenue: Pair { before: revenue(&price.before, demand.before), after: revenue(&price.after, demand.after) },
        missed: Pair { before: missed(target.before), after: missed(target.after) },
        finished: orders.working_times.len(),
        price,
        target,
        demand,
        source,
    }
}

/// What one order brings in a month: a subscription its share of a month.
pub fn monthly(price: &Price) -> Cents {
    match price {
        Price::Subscription { amount, period } => amount.saturating_mul(period.in_a_year()) / 12,
        price => price.first(),
    }
}

fn revenue(price: &Price, demand: Demand) -> Cents {
    times(monthly(price), demand)
}

/// An amount for each of so many hundredths.
fn times(amount: Cents, demand: Demand) -> Cents {
    let all = u128::from(amount).saturating_mul(u128::from(demand)) / 100;
    u64::try_from(all).unwrap_or(u64::MAX)
}

fn money(listing: &Listing, lines: &[Line], after: bool) -> Money {
    let of = |pair: Pair<u64>| if after { pair.after } else { pair.before };
    let revenue = lines.iter().fold(0, |sum: Cents, line| sum.saturating_add(of(line.revenue)));
    let demand = lines
        .iter()
        .fold(0, |sum: Demand, line| sum.saturating_add(if after { line.demand.after } else { line.demand.before }));
    let cost = listing.draft.cost;
    Money { revenue, cost: cost.monthly.saturating_add(times(cost.per_order, demand)) }
}

fn incidents(desk: &Desk, listing: &Listing, trial: &Trial, now: DateTime<Utc>) -> Option<IncidentLine> {
    let since = now - TimeDelta::days(i64::from(HISTORY_DAYS));
    let of_service = desk.incidents().filter(|one| one.service == Some(listing.id) && one.opened_at >= since);
    let wanted = trial.resolution.get(&listing.id);
    let mut line = IncidentLine {
        service: listing.id,
        name: listing.draft.name.to_string(),
        resolved: 0,
        missed: Pair::default(),
    };
    for incident in of_service {
        let resolution = desk.clocks(incident, now).resolution;
        if resolution.stopped_at.is_none() || resolution.verdict.is_none() {
            continue;
        }
        let missed = resolution.is_breached();
        line.resolved += 1;
        line.missed.before += usize::from(missed);
        line.missed.after += usize::from(wanted.map_or(missed, |wanted| resolution.elapsed > *wanted));
    }
    (line.resolved > 0).then_some(line)
}

fn doubts(outcome: &Outcome, history: &History, trial: &Trial) -> Vec<Doubt> {
    let any = |is_so: &dyn Fn(&Line) -> bool| outcome.lines.iter().any(is_so);
    let prices = |is_so: &dyn Fn(&Price) -> bool| any(&|line| is_so(&line.price.before) || is_so(&line.price.after));
    let costs_more = |line: &Line| monthly(&line.price.after) > monthly(&line.price.before);
    let typed =
        |line: &Line| trial.wishes.get(&(line.service, line.offering)).is_some_and(|wish| wish.demand.is_some());
    let all = [
        (Doubt::NoOrders, any(&|line| line.source == Source::None)),
        (Doubt::ShortHistory, !outcome.lines.is_empty() && history.days < 90),
        (Doubt::FewOrders, any(&|line| (1..10).contains(&line.finished))),
        (Doubt::Elasticity, any(&|line| costs_more(line) && !typed(line))),
        (Doubt::Subscriptions, prices(&|price| matches!(price, Price::Subscription { .. }))),
        (Doubt::ChargeBack, prices(&|price| matches!(price, Price::ChargeBack { .. }))),
        (Doubt::Unsaid, prices(&|price| matches!(price, Price::Unsaid))),
    ];
    all.into_iter().filter(|(_, holds)| *holds).map(|(doubt, _)| doubt).collect()
}

/// The edits of drafts that make a trial's prices and targets true, service by service. Demand is nothing that is
/// written; it is what happens.
pub fn edits(desk: &Desk, trial: &Trial) -> BTreeMap<ServiceId, Vec<Edit>> {
    let mut all: BTreeMap<ServiceId, Vec<Edit>> = BTreeMap::new();
    for ((service, key), wish) in &trial.wishes {
        let listing = desk.portfolio().listing(*service);
        let Some(known) = listing.and_then(|listing| listing.draft.offering(*key)) else { continue };
        let new = Offering {
            price: wish.price.clone().unwrap_or_else(|| known.price.clone()),
            target: wish.target.unwrap_or(known.target),
            ..known.clone()
        };
        if new != *known {
            all.entry(*service).or_default().push(Edit::Offering(Box::new(new)));
        }
    }
    all
}
