//! What the open workspace tells of a practice: its counts as evidence, which suggests answers.

use learning::maturity::{Evidence, Maturity, PracticeStatements, Prefill, Suggestion};
use leptos::prelude::*;
use workspace::maturity_counts::{Code, Count, counts};

use crate::session::Session;

/// What it suggests of this practice; `None` while no workspace is open. Only what the practice asks for is counted, and
/// nothing is asked to run again: an answer must not change under somebody's hands.
pub fn suggestions(session: Session, maturity: &Maturity, practice: &PracticeStatements) -> Option<Vec<Suggestion>> {
    let asked: Vec<Prefill> =
        practice.statements.iter().filter_map(|one| one.prefill.map(|threshold| threshold.code)).collect();
    let now = session.now.get_untracked();
    let evidence = session.peek(|workspace| {
        let one = |prefill: Prefill| {
            let (_, count) = counts(workspace, [code(prefill)], now).pop()?;
            Some((prefill, evidence(count)))
        };
        asked.into_iter().filter_map(one).collect::<Vec<_>>()
    })?;
    Some(maturity.prefill(&evidence).into_iter().filter(|one| one.practice == practice.id).collect())
}

fn evidence(count: Count) -> Evidence {
    let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    match count {
        Count::Share(share) => Evidence::Share { part: number(share.part), whole: number(share.whole) },
        Count::Number(many) => Evidence::Number(number(many)),
    }
}

/// What is counted for each code of the file: neither crate knows the other.
fn code(prefill: Prefill) -> Code {
    match prefill {
        Prefill::IncidentsWithSolution => Code::IncidentsWithSolution,
        Prefill::IncidentsWithinTarget => Code::IncidentsWithinTarget,
        Prefill::MajorIncidentsReviewed => Code::MajorIncidentsReviewed,
        Prefill::ProblemsFromRecurrences => Code::ProblemsFromRecurrences,
        Prefill::KnownErrorsWithWorkaround => Code::KnownErrorsWithWorkaround,
        Prefill::ProblemsFixedByChange => Code::ProblemsFixedByChange,
        Prefill::ChangesWithBackOut => Code::ChangesWithBackOut,
        Prefill::ChangesAuthorised => Code::ChangesAuthorised,
        Prefill::ChangesNotEmergency => Code::ChangesNotEmergency,
        Prefill::ChangesWithoutIncident => Code::ChangesWithoutIncident,
        Prefill::ChangesStandard => Code::ChangesStandard,
        Prefill::RequestsFromCatalogue => Code::RequestsFromCatalogue,
        Prefill::RequestsWithinTarget => Code::RequestsWithinTarget,
        Prefill::ContactsRated => Code::ContactsRated,
        Prefill::IncidentsResolvedAtFirstContact => Code::IncidentsResolvedAtFirstContact,
        Prefill::TargetsAgreed => Code::TargetsAgreed,
        Prefill::ServiceReviewsDone => Code::ServiceReviewsDone,
        Prefill::ImprovementsWithMeasure => Code::ImprovementsWithMeasure,
        Prefill::ImprovementsWithOwner => Code::ImprovementsWithOwner,
        Prefill::ImprovementsMeasuredAfter => Code::ImprovementsMeasuredAfter,
        Prefill::ArticlesUsed => Code::ArticlesUsed,
        Prefill::ArticlesReviewedInTime => Code::ArticlesReviewedInTime,
        Prefill::ItemsWithOwner => Code::ItemsWithOwner,
        Prefill::ServicesWithItems => Code::ServicesWithItems,
        Prefill::IncidentsFromEvents => Code::IncidentsFromEvents,
        Prefill::SuppliersWithContract => Code::SuppliersWithContract,
        Prefill::SuppliersReviewed => Code::SuppliersReviewed,
        Prefill::ServicesWithOwner => Code::ServicesWithOwner,
        Prefill::ServicesPublished => Code::ServicesPublished,
    }
}
