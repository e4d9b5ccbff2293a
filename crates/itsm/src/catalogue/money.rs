//! Amounts of money, in hundredths of the catalogue's one currency.

/// An amount that is paid, in hundredths of the currency.
pub type Cents = u64;

/// What an answer adds to a price, or takes from it, in hundredths of the currency.
pub type Surcharge = i64;

/// How often a subscription is paid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Period {
    /// Every month.
    #[default]
    Month,
    /// Every quarter.
    Quarter,
    /// Every year.
    Year,
}

impl Period {
    /// Every period, shortest first.
    pub const ALL: [Period; 3] = [Period::Month, Period::Quarter, Period::Year];

    /// The period in a word ("month").
    pub fn word(self) -> &'static str {
        match self {
            Period::Month => "month",
            Period::Quarter => "quarter",
            Period::Year => "year",
        }
    }

    /// How many of it make a year.
    pub fn in_a_year(self) -> u64 {
        match self {
            Period::Month => 12,
            Period::Quarter => 4,
            Period::Year => 1,
        }
    }
}

/// How an offering is paid for. Source: the usual pricing models of service financial management.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Price {
    /// Nobody has said yet. The portal says so, and the check of the catalogue asks for it.
    #[default]
    Unsaid,
    /// It costs the customer nothing.
    Free,
    /// One price for each order.
    Fixed(Cents),
    /// So much for each unit.
    PerUnit {
        /// The price of one.
        amount: Cents,
        /// One of what ("gigabyte"); a price without a unit is found by the check.
        unit: std::sync::Arc<str>,
    },
    /// So much for each period, for as long as it is used.
    Subscription {
        /// The price of one period.
        amount: Cents,
        /// How often it is paid.
        period: Period,
    },
    /// What it costs is charged to the customer's cost centre, at cost.
    ChargeBack {
        /// What it is expected to cost.
        estimate: Cents,
        /// What is charged ("hours worked", "actual purchase price").
        basis: std::sync::Arc<str>,
    },
}

impl Price {
    /// What one order costs at once: the price of one unit or period, nothing where it is free or unsaid.
    pub fn first(&self) -> Cents {
        match self {
            Price::Unsaid | Price::Free => 0,
            Price::Fixed(amount) | Price::PerUnit { amount, .. } | Price::Subscription { amount, .. } => *amount,
            Price::ChargeBack { estimate, .. } => *estimate,
        }
    }
}

/// What a service costs its provider: for comparison with what it brings in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cost {
    /// A month, however many orders there are.
    pub monthly: Cents,
    /// Each order, besides.
    pub per_order: Cents,
}
