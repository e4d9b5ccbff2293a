//! Changes: raised, authorised or refused, carried out or undone, reviewed.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use itsm::change::{ChangeType as Way, CloseCode, Command, Findings, Plans, Span, State, Statement, caused};
use itsm::{ChangeId, Command as Any, Context, RecordId, Refusal};

use super::{NewChange, Records, board};
use crate::scenario::{ChangeIs, ChangeType, Key, Plan};
use crate::shift::Outcome;

impl Records {
    /// Raises a request for change. A standard one is made from the template of its fix, and says what that says.
    ///
    /// # Errors
    /// What the desk refuses: above all, a standard change without a template.
    pub fn raise_change(&mut self, now: DateTime<Utc>, by: &Key, new: NewChange<'_>) -> Result<(), Refusal> {
        let context = self.context(now, by)?;
        let from = new.from.as_ref().map(|case| self.of(case)).transpose()?;
        let statement = Box::new(self.statement(&new)?);
        let record = self.begin_record(&context, Any::Change(Command::Raise { statement, from }))?;
        self.name(&new.key, record);
        Ok(())
    }

    fn statement(&self, new: &NewChange<'_>) -> Result<Statement, Refusal> {
        let planned = new.planned.map(|(start, end)| Span { start, end });
        let plans = plans(new.plan);
        Ok(Statement {
            summary: Arc::from(new.summary.as_str()),
            description: Arc::from(""),
            kind: way(new.kind),
            template: new.fix.as_ref().and_then(|fix| self.cast.templates.get(fix)).copied(),
            requested_by: None,
            services: self.cast.services.all(&new.services)?,
            items: self.cast.items.all(&new.items)?,
            category: None,
            group: self.cast.teams.some(new.team.as_ref())?,
            assignee: None,
            planned,
            answers: board::risk(&plans, planned, self.cast.times),
            plans,
        })
    }

    /// Takes a change along its life as far as this: authorised is assessed, put to its change authority, approved and
    /// scheduled; refused is refused by it and taken back; postponed keeps it open, without its authorisation; done and
    /// backed out are carried out, and wait for their review. `because` is the reason, or the condition.
    ///
    /// # Errors
    /// What the desk refuses.
    pub fn change_to(
        &mut self,
        now: DateTime<Utc>,
        by: &Key,
        change: &Key,
        is: ChangeIs,
        because: &str,
    ) -> Result<(), Refusal> {
        let context = self.context(now, by)?;
        let id = self.change_of(change)?;
        if is == ChangeIs::Reviewed {
            let incidents = caused(&self.desk, id).next().is_some();
            let outcome = Outcome { met: true, incidents, backed_out: false, on_time: true };
            return self.review(now, by, change, outcome);
        }
        self.at_once(|records| match is {
            ChangeIs::Authorised => records.authorise(&context, id, because),
            ChangeIs::Refused => records.refuse(&context, id, because),
            ChangeIs::Proposed | ChangeIs::Postponed => records.postpone(&context, id, because),
            ChangeIs::Done => records.carry_out(&context, id),
            ChangeIs::BackedOut | ChangeIs::Reviewed => records.back_out(&context, id, because),
        })
    }

    /// Begins to carry a change out.
    ///
    /// # Errors
    /// What the desk refuses: above all, that it is not authorised.
    pub fn implement(&mut self, now: DateTime<Utc>, by: &Key, change: &Key) -> Result<(), Refusal> {
        let context = self.context(now, by)?;
        let id = self.change_of(change)?;
        self.give(&context, Any::Change(Command::Implement(id))).map(drop)
    }

    fn authorise(&mut self, context: &Context, id: ChangeId, because: &str) -> Result<(), Refusal> {
        if self.change(id)?.kind == Way::Standard {
            self.see_through(context, id)?;
        } else {
            self.put_to_authority(context, id, because)?;
            self.answered(context, id, true, because)?;
        }
        self.schedule(context, id)
    }

    /// What was never described cannot be put to anybody: it is taken back with the reason.
    fn refuse(&mut self, context: &Context, id: ChangeId, because: &str) -> Result<(), Refusal> {
        let change = self.change(id)?;
        let is_asked = matches!(change.state, State::New | State::Assess | State::Authorize);
        if is_asked && change.kind != Way::Standard {
            self.put_to_authority(context, id, "")?;
            self.answered(context, id, false, because)?;
        }
        let because = Arc::from(because);
        self.give(context, Any::Change(Command::Cancel { change: id, because })).map(drop)
    }

    fn postpone(&mut self, context: &Context, id: ChangeId, because: &str) -> Result<(), Refusal> {
        let change = self.change(id)?;
        let is_asked = matches!(change.state, State::Authorize | State::Scheduled);
        let command = if is_asked && change.kind != Way::Standard {
            Command::Withdraw { change: id, because: Arc::from(because) }
        } else {
            Command::Note { change: id, text: Arc::from(because) }
        };
        self.give(context, Any::Change(command)).map(drop)
    }

    fn carry_out(&mut self, context: &Context, id: ChangeId) -> Result<(), Refusal> {
        if self.change(id)?.state != State::Implement {
            self.give(context, Any::Change(Command::Implement(id)))?;
        }
        self.give(context, Any::Change(Command::BeginReview(id))).map(drop)
    }

    /// That it was undone says its review; until then a note does.
    fn back_out(&mut self, context: &Context, id: ChangeId, because: &str) -> Result<(), Refusal> {
        if self.change(id)?.state != State::Review {
            self.carry_out(context, id)?;
        }
        let text = Arc::from(format!("Backed out. {because}"));
        self.give(context, Any::Change(Command::Note { change: id, text })).map(drop)
    }

    /// Looks back at a change that was carried out, and closes it with the code that fits.
    ///
    /// # Errors
    /// What the desk refuses: findings that deny incidents which are linked as caused by it, for example.
    pub fn review(&mut self, now: DateTime<Utc>, by: &Key, change: &Key, outcome: Outcome) -> Result<(), Refusal> {
        let context = self.context(now, by)?;
        let id = self.change_of(change)?;
        let findings = Findings {
            objectives_met: outcome.met,
            caused_incidents: outcome.incidents,
            backed_out: outcome.backed_out,
            on_time: outcome.on_time,
            lessons: Arc::from(""),
        };
        let (code, notes) = (close_code(outcome), Arc::from(found(outcome)));
        self.at_once(|records| {
            records.give(&context, Any::Change(Command::Review { change: id, findings }))?;
            records.give(&context, Any::Change(Command::Close { change: id, code, notes })).map(drop)
        })
    }

    /// The change of a case.
    pub(super) fn change_of(&self, case: &Key) -> Result<ChangeId, Refusal> {
        match self.record(case) {
            Some(RecordId::Change(id)) => Ok(id),
            _ => Err(Refusal::NoSuch { what: "change" }),
        }
    }
}

pub(super) fn way(kind: ChangeType) -> Way {
    match kind {
        ChangeType::Standard => Way::Standard,
        ChangeType::Normal => Way::Normal,
        ChangeType::Emergency => Way::Emergency,
    }
}

pub(super) fn plans(plan: &Plan) -> Plans {
    Plans {
        implementation: Arc::from(plan.how.as_str()),
        test: Arc::from(plan.test.as_str()),
        back_out: Arc::from(plan.back_out.as_str()),
    }
}

fn close_code(outcome: Outcome) -> CloseCode {
    match outcome {
        Outcome { backed_out: true, .. } => CloseCode::BackedOut,
        Outcome { met: false, .. } => CloseCode::Failed,
        Outcome { incidents: false, on_time: true, .. } => CloseCode::Successful,
        _ => CloseCode::SuccessfulWithIssues,
    }
}

fn found(outcome: Outcome) -> String {
    let say = |is: bool, yes: &'static str, no: &'static str| if is { yes } else { no };
    [
        say(outcome.met, "It does what it was for.", "It does not do what it was for."),
        say(outcome.incidents, "Incidents came of it.", "No incident came of it."),
        say(outcome.backed_out, "It was backed out.", ""),
        say(outcome.on_time, "It kept to its time.", "It did not keep to its time."),
    ]
    .into_iter()
    .filter(|words| !words.is_empty())
    .collect::<Vec<_>>()
    .join(" ")
}
