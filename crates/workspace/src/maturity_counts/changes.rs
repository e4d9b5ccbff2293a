//! What changes tell.

use itsm::approval::Outcome;
use itsm::change::{Change, ChangeType, State, caused};

use super::year::Year;
use super::{Count, is_written, share};

/// Changes whose implementation was over within the year, whatever came of them.
fn carried_out<'a>(year: &Year<'a>) -> impl Iterator<Item = &'a Change> {
    year.desk.changes().all().filter(|one| year.has(one.ended_at))
}

/// Of the changes that were carried out, those with a back-out plan, or the reason why there is none.
pub(super) fn with_back_out(year: &Year<'_>) -> Option<Count> {
    share(carried_out(year), |one| is_written(&one.plans.back_out))
}

/// Of the changes that were carried out, those that were authorised before they began.
pub(super) fn authorised(year: &Year<'_>) -> Option<Count> {
    share(carried_out(year), |one| is_authorised(one))
}

fn is_authorised(change: &Change) -> bool {
    if change.kind == ChangeType::Standard {
        // It was authorised with its template, and is never made from one that is not in force.
        return change.template.is_some();
    }
    let votes = change.rounds.iter().flat_map(|round| round.votes.values());
    let decided = votes.map(|vote| vote.at).max();
    let is_before = decided.zip(change.began_at).is_some_and(|(decided, began)| decided <= began);
    change.authorisation() == Some(Outcome::Approved) && is_before
}

/// Of the changes that were carried out, those that were no emergency.
pub(super) fn not_emergency(year: &Year<'_>) -> Option<Count> {
    share(carried_out(year), |one| one.kind != ChangeType::Emergency)
}

/// Of the changes that were reviewed, those that caused no incident: neither by their review nor by a link.
pub(super) fn without_incident(year: &Year<'_>) -> Option<Count> {
    let reviews = year.desk.changes().all().filter_map(|one| Some((one.id, one.review.as_ref()?)));
    let within = reviews.filter(|(_, review)| year.period.has(review.at));
    share(within, |(id, review)| !review.findings.caused_incidents && caused(year.desk, *id).next().is_none())
}

/// Of the changes that were raised and not taken back, those from a template for standard changes.
pub(super) fn standard(year: &Year<'_>) -> Option<Count> {
    let raised = year.desk.changes().all().filter(|one| year.period.has(one.opened_at));
    share(raised.filter(|one| one.state != State::Cancelled), |one| one.kind == ChangeType::Standard)
}
