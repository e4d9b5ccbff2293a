//! What agreements with customers tell.

use itsm::ServiceId;
use itsm::promise::{Kind, Promise, Terms};
use itsm::service_level::Targets;

use super::year::Year;
use super::{Count, share};

/// Agreements with customers, drafts apart; `None` where there are none, as they may be kept elsewhere.
fn agreed<'a>(year: &Year<'a>) -> Option<Vec<&'a Promise>> {
    let is_agreed =
        |one: &&Promise| one.kind() == Kind::Customer && one.versions.iter().any(|of| of.agreed_at.is_some());
    let all: Vec<_> = year.desk.promises().all().filter(is_agreed).collect();
    (!all.is_empty()).then_some(all)
}

fn has_targets(terms: &Terms) -> bool {
    let mut targets = terms.clocks.targets.iter().chain(&terms.requests);
    let is_set = |targets: &Targets| targets.response.is_some() || targets.resolution.is_some();
    terms.availability.is_some() || targets.any(is_set)
}

/// Of the live services, those with a target in an agreement with a customer that is in force.
pub(super) fn targets_agreed(year: &Year<'_>) -> Option<Count> {
    let agreed = agreed(year)?;
    let in_force: Vec<&Terms> = agreed
        .iter()
        .filter_map(|one| Some(&one.in_force_at(year.now)?.terms))
        .filter(|terms| has_targets(terms))
        .collect();
    share(year.live_services(), |id: &ServiceId| in_force.iter().any(|terms| terms.covers(*id)))
}

/// How many reviews were held with customers.
pub(super) fn reviews_done(year: &Year<'_>) -> Option<Count> {
    let agreed = agreed(year)?;
    let held = agreed.iter().flat_map(|one| &one.reviews).filter(|held| year.period.has(held.review.held_at));
    Some(Count::Number(held.count()))
}
