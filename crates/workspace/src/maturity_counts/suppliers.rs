//! What suppliers tell.

use itsm::supplier::{Contract, State, Supplier};

use super::year::Year;
use super::{Count, share};

fn active<'a>(year: &Year<'a>) -> impl Iterator<Item = &'a Supplier> {
    year.desk.suppliers().all().filter(|one| one.state == State::Active)
}

/// Of the active suppliers, those with a contract in force today.
pub(super) fn with_contract(year: &Year<'_>) -> Option<Count> {
    let holds = |contract: &Contract| {
        contract.valid_from <= year.now && contract.valid_until.is_none_or(|until| year.now < until)
    };
    share(active(year), |one| one.contracts.iter().any(holds))
}

/// Of the active suppliers, those whose performance somebody has noted within the year.
pub(super) fn reviewed(year: &Year<'_>) -> Option<Count> {
    share(active(year), |one| one.performance.iter().any(|noted| year.period.has(noted.at)))
}
