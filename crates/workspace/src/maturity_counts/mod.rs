//! What the records of a workspace tell about how well practices are established: evidence for whoever assesses them.
//!
//! `year` is what one looks at, and from when on; each other file counts for one practice or two that go together. All
//! codes can be told here. But where a workspace keeps nothing of a practice at all (no agreement with a customer, no
//! catalogue, no event), its code is left out: that is no finding but a blank, as it may well be kept elsewhere.

mod changes;
mod improvements;
mod incidents;
mod knowledge;
mod levels;
mod problems;
mod requests;
mod services;
mod suppliers;
mod year;

use chrono::{DateTime, Utc};

use crate::Workspace;
use crate::figures::Share;
use year::Year;

/// Something that records can tell. The functions say what exactly is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)] // The names say what they are; the functions of the files say how they are counted.
pub enum Code {
    IncidentsWithSolution,
    IncidentsWithinTarget,
    MajorIncidentsReviewed,
    ProblemsFromRecurrences,
    KnownErrorsWithWorkaround,
    ProblemsFixedByChange,
    ChangesWithBackOut,
    ChangesAuthorised,
    ChangesNotEmergency,
    ChangesWithoutIncident,
    ChangesStandard,
    RequestsFromCatalogue,
    RequestsWithinTarget,
    ContactsRated,
    IncidentsResolvedAtFirstContact,
    TargetsAgreed,
    ServiceReviewsDone,
    ImprovementsWithMeasure,
    ImprovementsWithOwner,
    ImprovementsMeasuredAfter,
    ArticlesUsed,
    ArticlesReviewedInTime,
    ItemsWithOwner,
    ServicesWithItems,
    IncidentsFromEvents,
    SuppliersWithContract,
    SuppliersReviewed,
    ServicesWithOwner,
    ServicesPublished,
}

/// What was counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// Some of several; never of none.
    Share(Share),
    /// So many.
    Number(usize),
}

/// What the twelve months up to `now` tell of these codes, in their order. Incidents are judged by the clocks of the
/// last [`Workspace::advance`].
pub fn counts(workspace: &Workspace, codes: impl IntoIterator<Item = Code>, now: DateTime<Utc>) -> Vec<(Code, Count)> {
    let year = Year::until(workspace, now);
    codes.into_iter().filter_map(|code| Some((code, code.count(&year)?))).collect()
}

/// How many fit, of all that are looked at; `None` if there is nothing to look at.
fn share<T>(all: impl Iterator<Item = T>, fits: impl Fn(&T) -> bool) -> Option<Count> {
    let mut share = Share::default();
    all.for_each(|one| crate::measures::counted(&mut share, fits(&one)));
    (share.whole > 0).then_some(Count::Share(share))
}

/// Whether somebody has written something.
fn is_written(text: &str) -> bool {
    !text.trim().is_empty()
}

impl Code {
    /// Every one of them.
    pub const ALL: [Code; 29] = [
        Code::IncidentsWithSolution,
        Code::IncidentsWithinTarget,
        Code::MajorIncidentsReviewed,
        Code::ProblemsFromRecurrences,
        Code::KnownErrorsWithWorkaround,
        Code::ProblemsFixedByChange,
        Code::ChangesWithBackOut,
        Code::ChangesAuthorised,
        Code::ChangesNotEmergency,
        Code::ChangesWithoutIncident,
        Code::ChangesStandard,
        Code::RequestsFromCatalogue,
        Code::RequestsWithinTarget,
        Code::ContactsRated,
        Code::IncidentsResolvedAtFirstContact,
        Code::TargetsAgreed,
        Code::ServiceReviewsDone,
        Code::ImprovementsWithMeasure,
        Code::ImprovementsWithOwner,
        Code::ImprovementsMeasuredAfter,
        Code::ArticlesUsed,
        Code::ArticlesReviewedInTime,
        Code::ItemsWithOwner,
        Code::ServicesWithItems,
        Code::IncidentsFromEvents,
        Code::SuppliersWithContract,
        Code::SuppliersReviewed,
        Code::ServicesWithOwner,
        Code::ServicesPublished,
    ];

    fn count(self, year: &Year<'_>) -> Option<Count> {
        match self {
            Code::IncidentsWithSolution => incidents::with_solution(year),
            Code::IncidentsWithinTarget => incidents::within_target(year),
            Code::IncidentsResolvedAtFirstContact => incidents::at_first_contact(year),
            Code::IncidentsFromEvents => incidents::from_events(year),
            Code::MajorIncidentsReviewed => incidents::major_reviewed(year),
            Code::ProblemsFromRecurrences => problems::from_recurrences(year),
            Code::KnownErrorsWithWorkaround => problems::known_errors_with_workaround(year),
            Code::ProblemsFixedByChange => problems::fixed_by_change(year),
            Code::ChangesWithBackOut => changes::with_back_out(year),
            Code::ChangesAuthorised => changes::authorised(year),
            Code::ChangesNotEmergency => changes::not_emergency(year),
            Code::ChangesWithoutIncident => changes::without_incident(year),
            Code::ChangesStandard => changes::standard(year),
            Code::RequestsFromCatalogue => requests::from_catalogue(year),
            Code::RequestsWithinTarget => requests::within_target(year),
            Code::ContactsRated => requests::contacts_rated(year),
            Code::TargetsAgreed => levels::targets_agreed(year),
            Code::ServiceReviewsDone => levels::reviews_done(year),
            Code::ImprovementsWithMeasure => improvements::with_measure(year),
            Code::ImprovementsWithOwner => improvements::with_owner(year),
            Code::ImprovementsMeasuredAfter => improvements::measured_after(year),
            Code::ArticlesUsed => knowledge::used(year),
            Code::ArticlesReviewedInTime => knowledge::reviewed_in_time(year),
            Code::ItemsWithOwner => services::items_with_owner(year),
            Code::ServicesWithItems => services::with_items(year),
            Code::ServicesWithOwner => services::with_owner(year),
            Code::ServicesPublished => services::published(year),
            Code::SuppliersWithContract => suppliers::with_contract(year),
            Code::SuppliersReviewed => suppliers::reviewed(year),
        }
    }
}
