//! What articles tell.

use itsm::RecordId;
use itsm::knowledge::Article;
use itsm::link::Relation;
use itsm::request::State;

use super::year::Year;
use super::{Count, share};

/// Of the incidents that were resolved and the requests that were fulfilled, those for which an article was used;
/// nothing where there are no articles.
pub(super) fn used(year: &Year<'_>) -> Option<Count> {
    if year.desk.articles().is_empty() {
        return None;
    }
    let done = year.desk.requests().all().filter(|one| one.state() == State::Done && year.has(one.ended_at));
    let records =
        year.resolved().map(|one| RecordId::Incident(one.id)).chain(done.map(|one| RecordId::Request(one.id)));
    share(records, |id| year.desk.links().from(*id).any(|link| link.relation == Relation::SolvedWith))
}

/// Of the articles in view, those whose day of review is still to come. One without such a day is never looked at again.
pub(super) fn reviewed_in_time(year: &Year<'_>) -> Option<Count> {
    let in_view = year.desk.articles().all().filter(|one: &&Article| one.is_in_view(year.now));
    share(in_view, |one| one.review_by.is_some_and(|by| year.now < by))
}
