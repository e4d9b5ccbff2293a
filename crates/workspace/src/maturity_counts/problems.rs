//! What problems tell.

use itsm::RecordId;
use itsm::link::Relation;
use itsm::problem::{Problem, ResolutionCode};

use super::year::Year;
use super::{Count, is_written, share};

/// Incidents of the same cause from which on they are a recurrence.
const RECURS: usize = 2;

fn ended(problem: &Problem) -> Option<ResolutionCode> {
    problem.resolution.as_ref().map(|resolution| resolution.code)
}

/// How many problems that were raised stand behind two incidents or more; nothing where there is no problem at all.
/// What turned out to be a duplicate or a mistake is none.
pub(super) fn from_recurrences(year: &Year<'_>) -> Option<Count> {
    let is_one = |one: &&Problem| !matches!(ended(one), Some(ResolutionCode::Duplicate | ResolutionCode::Cancelled));
    let raised = year.desk.problems().filter(|one| year.period.has(one.opened_at)).filter(is_one);
    let recurring = raised.filter(|one| year.desk.incidents_of_problem(one.id).count() >= RECURS);
    (year.desk.problems().len() > 0).then(|| Count::Number(recurring.count()))
}

/// Of the known errors of today, whenever they were declared, those with a workaround.
pub(super) fn known_errors_with_workaround(year: &Year<'_>) -> Option<Count> {
    let known = year.desk.problems().filter(|one| one.is_known_error());
    share(known, |one| is_written(&one.analysis.workaround))
}

/// Of the problems that a fix resolved, those with the change that did it.
pub(super) fn fixed_by_change(year: &Year<'_>) -> Option<Count> {
    let is_fixed = |one: &&Problem| ended(one) == Some(ResolutionCode::FixApplied);
    let fixed = year.desk.problems().filter(is_fixed);
    let within = fixed.filter(|one| year.has(one.resolution.as_ref().map(|resolution| resolution.at)));
    share(within, |one| {
        let mut links = year.desk.links().from(RecordId::Problem(one.id));
        links.any(|link| link.relation == Relation::RemovedBy)
    })
}
