//! What requests tell, and those who called or asked.

use itsm::request::State;

use super::year::Year;
use super::{Count, share};
use crate::measures;

/// Of the requests that were logged, those for an offer of the catalogue; nothing where there is no catalogue. What was
/// really something else is no request.
pub(super) fn from_catalogue(year: &Year<'_>) -> Option<Count> {
    let logged = year.desk.requests().all().filter(|one| year.period.has(one.opened_at));
    let has_catalogue = year.desk.portfolio().listings().next().is_some();
    let requests = logged.filter(|one| has_catalogue && one.state() != State::Rerouted);
    share(requests, |one| one.order.is_some())
}

/// Of the requests that were fulfilled and promised for a time, those that kept it.
pub(super) fn within_target(year: &Year<'_>) -> Option<Count> {
    let done = year.desk.requests().all().filter(|one| one.state() == State::Done && year.has(one.ended_at));
    share(done.filter_map(|one| year.desk.promise_of(one, year.now)), |standing| !standing.is_late)
}

/// Of the incidents and requests that ended for somebody, those they rated; nothing where nobody ever rated anything,
/// as then nobody was asked here.
pub(super) fn contacts_rated(year: &Year<'_>) -> Option<Count> {
    let incidents = year.desk.incidents().any(|one| one.rating.is_some());
    let was_asked = incidents || year.desk.requests().all().any(|one| one.rating.is_some());
    let answered = measures::satisfaction(year.workspace, &year.period).all.answered;
    (was_asked && answered.whole > 0).then_some(Count::Share(answered))
}
