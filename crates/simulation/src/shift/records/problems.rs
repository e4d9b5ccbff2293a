//! Problems: raised from incidents, known errors, solved.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use itsm::problem::{Amendment, Command, State, Statement};
use itsm::{Command as Any, Context, Level, ProblemId, RecordId, Refusal};

use super::{NewProblem, Records};
use crate::scenario::Key;

impl Records {
    /// Raises a problem; the incidents it comes from are linked to it.
    ///
    /// # Errors
    /// What the desk refuses.
    pub fn raise_problem(&mut self, now: DateTime<Utc>, by: &Key, new: NewProblem) -> Result<(), Refusal> {
        let context = self.context(now, by)?;
        let statement = Statement {
            summary: Arc::from(new.summary.as_str()),
            description: Arc::from(new.text.as_str()),
            service: self.cast.services.some(new.service.as_ref())?,
            item: self.cast.items.some(new.item.as_ref())?,
            category: self.cast.categories.some(new.category.as_ref())?,
            impact: Level(new.impact),
            urgency: Level(new.urgency),
            group: None,
            assignee: None,
        };
        let from = new.from.iter().map(|case| self.incident(case)).collect::<Result<Vec<_>, _>>()?;
        let command = Command::Raise { statement: Box::new(statement), from };
        let record = self.begin_record(&context, Any::Problem(command))?;
        self.name(&new.key, record);
        Ok(())
    }

    /// Declares a known error: somebody leads it, it is assessed and analysed as far as it was not yet, cause and
    /// workaround are written down.
    ///
    /// # Errors
    /// What the desk refuses.
    pub fn known_error(
        &mut self,
        now: DateTime<Utc>,
        by: &Key,
        problem: &Key,
        cause: &str,
        workaround: &str,
    ) -> Result<(), Refusal> {
        let context = self.context(now, by)?;
        let id = self.problem(problem)?;
        self.at_once(|records| {
            records.analyse(&context, id)?;
            records.write_down(&context, id, cause, workaround)?;
            if records.desk.problem(id)?.known_error_since.is_none() {
                records.give(&context, Any::Problem(Command::DeclareKnownError(id)))?;
            }
            Ok(())
        })
    }

    /// Takes a problem to its analysis.
    fn analyse(&mut self, context: &Context, id: ProblemId) -> Result<(), Refusal> {
        self.lead(context, id)?;
        let state = self.desk.problem(id)?.state;
        if state == State::New {
            self.give(context, Any::Problem(Command::Assess(id)))?;
        }
        if matches!(state, State::New | State::Assess) {
            self.give(context, Any::Problem(Command::Analyse(id)))?;
        }
        Ok(())
    }

    /// Lets whoever acts lead a problem, unless somebody does.
    pub(super) fn lead(&mut self, context: &Context, id: ProblemId) -> Result<(), Refusal> {
        let problem = self.desk.problem(id)?;
        if problem.assignee.is_some() {
            return Ok(());
        }
        let (group, assignee) = (problem.group, Some(context.actor));
        self.give(context, Any::Problem(Command::Assign { problem: id, group, assignee })).map(drop)
    }

    fn write_down(&mut self, context: &Context, id: ProblemId, cause: &str, way: &str) -> Result<(), Refusal> {
        let known = &self.desk.problem(id)?.analysis;
        let (cause, way) = (cause.trim(), way.trim());
        let mut changes = Vec::new();
        changes.extend((*known.cause != *cause).then(|| Amendment::Cause(Arc::from(cause))));
        changes.extend((*known.workaround != *way).then(|| Amendment::Workaround(Arc::from(way))));
        if changes.is_empty() {
            return Ok(());
        }
        self.give(context, Any::Problem(Command::Amend { problem: id, changes })).map(drop)
    }

    /// Says that the cause is gone. What awaits the problem is resolved with it.
    ///
    /// # Errors
    /// What the desk refuses: above all, that nobody has found the cause.
    pub fn resolve_problem(&mut self, now: DateTime<Utc>, by: &Key, problem: &Key, fix: &str) -> Result<(), Refusal> {
        let context = self.context(now, by)?;
        let id = self.problem(problem)?;
        let resolve = Command::Resolve { problem: id, fix: Arc::from(fix), resolve_awaiting: true };
        if self.desk.problem(id)?.state != State::RootCauseAnalysis {
            return self.give(&context, Any::Problem(resolve)).map(drop);
        }
        self.at_once(|records| {
            records.give(&context, Any::Problem(Command::BeginFix(id)))?;
            records.give(&context, Any::Problem(resolve)).map(drop)
        })
    }

    /// The problem of a case.
    pub(super) fn problem(&self, case: &Key) -> Result<ProblemId, Refusal> {
        match self.record(case) {
            Some(RecordId::Problem(id)) => Ok(id),
            _ => Err(Refusal::NoSuch { what: "problem" }),
        }
    }
}
