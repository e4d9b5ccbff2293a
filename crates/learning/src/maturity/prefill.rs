//! What a journal can tell: figures from records, as suggestions. Whoever assesses decides.

use serde::Deserialize;

use super::assessment::Answer;
use super::form::{Maturity, Statement, Threshold};

/// A share of fewer cases than this says nothing.
pub const LEAST_CASES: u32 = 5;

/// Something that records can tell. The comment says what is counted: as a share of what, or as a number. Over which
/// time is for whoever counts; the last twelve months do well.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Prefill {
    /// Share of resolved incidents with a solution in words.
    IncidentsWithSolution,
    /// Share of resolved incidents, with a target, that met it.
    IncidentsWithinTarget,
    /// Share of major incidents that ended with a review.
    MajorIncidentsReviewed,
    /// Number of problems raised from incidents that came back: with two or more incidents linked.
    ProblemsFromRecurrences,
    /// Share of known errors with a workaround.
    KnownErrorsWithWorkaround,
    /// Share of problems, resolved by a fix, with a change linked.
    ProblemsFixedByChange,
    /// Share of changes, carried out, with a back-out plan.
    ChangesWithBackOut,
    /// Share of changes, carried out, that were authorised beforehand (standard changes by their template).
    ChangesAuthorised,
    /// Share of changes, carried out, that were no emergency.
    ChangesNotEmergency,
    /// Share of reviewed changes that caused no incident.
    ChangesWithoutIncident,
    /// Share of changes that came from a template for standard changes.
    ChangesStandard,
    /// Share of requests for an offer of the catalogue.
    RequestsFromCatalogue,
    /// Share of fulfilled requests, with a target, that met it.
    RequestsWithinTarget,
    /// Share of closed incidents and requests that users rated.
    ContactsRated,
    /// Share of resolved incidents that the first group resolved.
    IncidentsResolvedAtFirstContact,
    /// Share of live services with agreed targets.
    TargetsAgreed,
    /// Number of reviews of services with customers.
    ServiceReviewsDone,
    /// Share of improvements, not refused, with a measure.
    ImprovementsWithMeasure,
    /// Share of improvements, not refused, with an owner.
    ImprovementsWithOwner,
    /// Share of completed improvements that were measured afterwards.
    ImprovementsMeasuredAfter,
    /// Share of resolved incidents and requests in which an article was used.
    ArticlesUsed,
    /// Share of published articles whose day of review has not passed.
    ArticlesReviewedInTime,
    /// Share of configuration items in use with an owner.
    ItemsWithOwner,
    /// Share of live services with the items they need.
    ServicesWithItems,
    /// Number of incidents that came from events.
    IncidentsFromEvents,
    /// Share of active suppliers with a contract in force.
    SuppliersWithContract,
    /// Share of active suppliers whose performance was noted.
    SuppliersReviewed,
    /// Share of live services with an owner.
    ServicesWithOwner,
    /// Share of live services that users can see in the published catalogue.
    ServicesPublished,
}

impl Prefill {
    /// Every one of them.
    pub const ALL: [Prefill; 29] = [
        Prefill::IncidentsWithSolution,
        Prefill::IncidentsWithinTarget,
        Prefill::MajorIncidentsReviewed,
        Prefill::ProblemsFromRecurrences,
        Prefill::KnownErrorsWithWorkaround,
        Prefill::ProblemsFixedByChange,
        Prefill::ChangesWithBackOut,
        Prefill::ChangesAuthorised,
        Prefill::ChangesNotEmergency,
        Prefill::ChangesWithoutIncident,
        Prefill::ChangesStandard,
        Prefill::RequestsFromCatalogue,
        Prefill::RequestsWithinTarget,
        Prefill::ContactsRated,
        Prefill::IncidentsResolvedAtFirstContact,
        Prefill::TargetsAgreed,
        Prefill::ServiceReviewsDone,
        Prefill::ImprovementsWithMeasure,
        Prefill::ImprovementsWithOwner,
        Prefill::ImprovementsMeasuredAfter,
        Prefill::ArticlesUsed,
        Prefill::ArticlesReviewedInTime,
        Prefill::ItemsWithOwner,
        Prefill::ServicesWithItems,
        Prefill::IncidentsFromEvents,
        Prefill::SuppliersWithContract,
        Prefill::SuppliersReviewed,
        Prefill::ServicesWithOwner,
        Prefill::ServicesPublished,
    ];

    /// Whether a number is counted, rather than a share.
    pub fn is_number(self) -> bool {
        matches!(self, Self::ProblemsFromRecurrences | Self::ServiceReviewsDone | Self::IncidentsFromEvents)
    }

    /// What fits, of what is looked at: the words that belong behind the figures.
    pub fn counted(self) -> &'static str {
        match self {
            Self::IncidentsWithSolution => "resolved incidents with a solution in words",
            Self::IncidentsWithinTarget => "resolved incidents that met their target",
            Self::MajorIncidentsReviewed => "major incidents that ended with a review",
            Self::ProblemsFromRecurrences => "problems behind two or more incidents",
            Self::KnownErrorsWithWorkaround => "known errors with a workaround",
            Self::ProblemsFixedByChange => "fixed problems with their change",
            Self::ChangesWithBackOut => "changes carried out with a back-out plan",
            Self::ChangesAuthorised => "changes carried out that were authorised before",
            Self::ChangesNotEmergency => "changes carried out that were no emergency",
            Self::ChangesWithoutIncident => "reviewed changes that caused no incident",
            Self::ChangesStandard => "changes from a template for standard changes",
            Self::RequestsFromCatalogue => "requests for an offer of the catalogue",
            Self::RequestsWithinTarget => "fulfilled requests that met their target",
            Self::ContactsRated => "closed incidents and requests that users rated",
            Self::IncidentsResolvedAtFirstContact => "resolved incidents that the first group resolved",
            Self::TargetsAgreed => "live services with targets agreed with customers",
            Self::ServiceReviewsDone => "reviews held with customers",
            Self::ImprovementsWithMeasure => "improvements with a measure",
            Self::ImprovementsWithOwner => "improvements with an owner",
            Self::ImprovementsMeasuredAfter => "completed improvements that were measured",
            Self::ArticlesUsed => "resolved incidents and requests in which an article was used",
            Self::ArticlesReviewedInTime => "published articles whose day of review has not passed",
            Self::ItemsWithOwner => "configuration items in use with an owner",
            Self::ServicesWithItems => "live services with the items they need",
            Self::IncidentsFromEvents => "incidents that came from events",
            Self::SuppliersWithContract => "active suppliers with a contract in force",
            Self::SuppliersReviewed => "active suppliers whose performance was noted",
            Self::ServicesWithOwner => "live services with an owner",
            Self::ServicesPublished => "live services that users see in the published catalogue",
        }
    }
}

/// What was counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Evidence {
    /// So many of so many.
    Share {
        /// Those that fit.
        part: u32,
        /// All of them.
        whole: u32,
    },
    /// So many.
    Number(u32),
}

/// An answer that the journal suggests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The id of the practice.
    pub practice: String,
    /// The id of the statement.
    pub statement: String,
    /// What was looked at.
    pub code: Prefill,
    /// What was counted.
    pub evidence: Evidence,
    /// What it suggests.
    pub answer: Answer,
    /// What was counted, as evidence in words: "37 of 40 (92 %)".
    pub words: String,
}

impl Evidence {
    /// What a threshold makes of it; `None` if too few cases say anything, or a share stands where a number belongs.
    fn judged(self, threshold: Threshold) -> Option<Answer> {
        let value = match self {
            Evidence::Share { part, whole } if !threshold.code.is_number() && whole >= LEAST_CASES => {
                u64::from(part.min(whole)) * 100 / u64::from(whole)
            }
            Evidence::Number(number) if threshold.code.is_number() => number.into(),
            _ => return None,
        };
        Some(match value {
            value if value >= threshold.met.into() => Answer::Met,
            value if value >= threshold.partly.into() => Answer::Partly,
            _ => Answer::NotMet,
        })
    }

    /// In words: a share with its percent, rounded down so that 100 % means all.
    pub fn words(self) -> String {
        match self {
            Evidence::Share { part, whole: 0 } => format!("{part} of 0"),
            Evidence::Share { part, whole } => {
                format!("{part} of {whole} ({} %)", u64::from(part) * 100 / u64::from(whole))
            }
            Evidence::Number(number) => number.to_string(),
        }
    }
}

impl Suggestion {
    /// What was counted, as evidence that can still be understood a year later.
    pub fn as_evidence(&self) -> String {
        [&self.words, ": ", self.code.counted()].concat()
    }
}

impl Maturity {
    /// What the journal suggests, statement by statement in the file's order. Of a code that is given twice the first
    /// counts. What it says nothing about, or too little, is left to whoever assesses.
    pub fn prefill(&self, evidence: &[(Prefill, Evidence)]) -> Vec<Suggestion> {
        let of = |statement: &Statement| {
            let threshold = statement.prefill?;
            let (_, counted) = evidence.iter().find(|(code, _)| *code == threshold.code)?;
            Some((threshold.code, *counted, counted.judged(threshold)?))
        };
        let statements =
            self.practices.iter().flat_map(|practice| practice.statements.iter().map(move |one| (practice, one)));
        let suggestions = statements.filter_map(|(practice, statement)| {
            let (code, evidence, answer) = of(statement)?;
            Some(Suggestion {
                practice: practice.id.clone(),
                statement: statement.id.clone(),
                code,
                evidence,
                answer,
                words: evidence.words(),
            })
        });
        suggestions.collect()
    }
}
