//! How records end, come back, and are judged by those who called.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use itsm::incident::{self, ResolutionCode};
use itsm::request;
use itsm::satisfaction::Score;
use itsm::{Command as Any, RecordId, Refusal, change, improvement, knowledge, monitoring, problem};

use super::Records;
use crate::scenario::Key;
use crate::shift::SolutionCode;

impl Records {
    /// Says that the service of an incident is restored; with `cascade`, also for what hangs on it.
    ///
    /// # Errors
    /// What the desk refuses.
    pub fn resolve(
        &mut self,
        now: DateTime<Utc>,
        by: &Key,
        case: &Key,
        code: SolutionCode,
        solution: &str,
        cascade: bool,
    ) -> Result<(), Refusal> {
        let context = self.context(now, by)?;
        let (incident, code) = (self.incident(case)?, resolution(code));
        let command = incident::Command::Resolve { incident, code, solution: Arc::from(solution), cascade };
        self.give(&context, Any::Incident(command)).map(drop)
    }

    /// Takes a resolved incident up again, or analyses a problem again whose fix did not hold.
    ///
    /// # Errors
    /// What the desk refuses.
    pub fn reopen(&mut self, now: DateTime<Utc>, by: &Key, case: &Key, because: &str) -> Result<(), Refusal> {
        let context = self.context(now, by)?;
        let because = Arc::from(because);
        let command = match self.of(case)? {
            RecordId::Problem(problem) => Any::Problem(problem::Command::Reanalyse { problem, because }),
            _ => Any::Incident(incident::Command::Reopen { incident: self.incident(case)?, because }),
        };
        self.give(&context, command).map(drop)
    }

    /// Finishes an incident, a problem or an event for good.
    ///
    /// # Errors
    /// What the desk refuses.
    pub fn close(&mut self, now: DateTime<Utc>, by: &Key, case: &Key) -> Result<(), Refusal> {
        let context = self.context(now, by)?;
        let command = match self.of(case)? {
            RecordId::Problem(problem) => Any::Problem(problem::Command::Close(problem)),
            RecordId::Alert(alert) => {
                let because = Arc::from("Nothing is left to do about it.");
                Any::Alert(monitoring::Command::Close { alert, because })
            }
            _ => Any::Incident(incident::Command::Close(self.incident(case)?)),
        };
        self.give(&context, command).map(drop)
    }

    /// Takes a record back, whatever it is; an event is closed, an article retired.
    ///
    /// # Errors
    /// What the desk refuses.
    pub fn cancel(&mut self, now: DateTime<Utc>, by: &Key, case: &Key, because: &str) -> Result<(), Refusal> {
        let context = self.context(now, by)?;
        let because = Arc::from(because);
        let command = match self.of(case)? {
            RecordId::Request(request) => Any::Request(request::Command::Cancel { request, because }),
            RecordId::Problem(problem) => Any::Problem(problem::Command::Cancel { problem, because }),
            RecordId::Change(change) => Any::Change(change::Command::Cancel { change, because }),
            RecordId::Alert(alert) => Any::Alert(monitoring::Command::Close { alert, because }),
            RecordId::Improvement(improvement) => {
                Any::Improvement(improvement::Command::Cancel { improvement, because })
            }
            RecordId::Article(article) => Any::Article(knowledge::Command::Retire { article, because }),
            _ => Any::Incident(incident::Command::Cancel { incident: self.incident(case)?, because }),
        };
        self.give(&context, command).map(drop)
    }

    /// The caller says how content they are, from 1 to 5.
    ///
    /// # Errors
    /// What the desk refuses.
    pub fn rate(&mut self, now: DateTime<Utc>, by: &Key, case: &Key, score: u8) -> Result<(), Refusal> {
        let context = self.context(now, by)?;
        let because = "it goes from 1, not at all content, to 5, very content";
        let score = Score::new(score).ok_or(Refusal::Invalid { field: "score", because })?;
        let words = Arc::from("");
        let command = match self.of(case)? {
            RecordId::Request(request) => Any::Request(request::Command::Rate { request, score, words }),
            _ => Any::Incident(incident::Command::Rate { incident: self.incident(case)?, score, words }),
        };
        self.give(&context, command).map(drop)
    }
}

pub(super) fn resolution(code: SolutionCode) -> ResolutionCode {
    match code {
        SolutionCode::Solution => ResolutionCode::SolutionProvided,
        SolutionCode::Workaround => ResolutionCode::WorkaroundProvided,
        SolutionCode::ByCaller => ResolutionCode::ResolvedByCaller,
        SolutionCode::ByChange => ResolutionCode::ResolvedByChange,
        SolutionCode::ByProblem => ResolutionCode::ResolvedByProblem,
        SolutionCode::Duplicate => ResolutionCode::Duplicate,
        SolutionCode::NoFaultFound => ResolutionCode::NoFaultFound,
    }
}
