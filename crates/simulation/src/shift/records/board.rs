//! The change authority: what a change risks, who is asked about it, and their answers.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use itsm::change::{Amendment, Answers, Board, Body, Change, ChangeType, Command, Plans, Span, State};
use itsm::{ChangeId, Command as Any, Context, PersonId, Refusal};

use super::Records;
use super::when::Times;

const NOT_SAID: &str = "Not written down when it was decided.";

/// What the questions about risk are answered with where nobody answers them: it was done here before, now and then;
/// what is tested and can be undone is less likely to go wrong; a department hangs on it.
pub(super) fn risk(plans: &Plans, planned: Option<Span>, times: Times) -> Option<Answers> {
    let has = |text: &str| !text.trim().is_empty();
    let tested = if has(&plans.test) { 1 } else { 2 };
    let undone = if has(&plans.back_out) { 1 } else { 2 };
    let at_work = planned.is_some_and(|span| times.is_working_time(span.start));
    Answers::of(&[1, tested, 1, 0, u8::from(at_work), undone])
}

impl Records {
    /// Takes a change to its change authority: somebody sees it through, its risk is weighed, what of its plan nobody
    /// wrote says so.
    pub(super) fn put_to_authority(&mut self, context: &Context, id: ChangeId, terms: &str) -> Result<(), Refusal> {
        self.see_through(context, id)?;
        if self.change(id)?.state == State::New {
            self.give(context, Any::Change(Command::Assess(id)))?;
        }
        if self.change(id)?.state == State::Assess {
            self.complete(context, id, terms)?;
            let boards = self.boards(id, context.actor)?;
            self.give(context, Any::Change(Command::Ask { change: id, boards }))?;
        }
        Ok(())
    }

    /// Lets somebody see a change through: of its team, else whoever acts.
    pub(super) fn see_through(&mut self, context: &Context, id: ChangeId) -> Result<(), Refusal> {
        let change = self.change(id)?;
        if change.assignee.is_some() {
            return Ok(());
        }
        let group = change.group;
        let assignee = Some(self.cast.first_of(group).unwrap_or(context.actor));
        self.give(context, Any::Change(Command::Assign { change: id, group, assignee })).map(drop)
    }

    /// Fills in what its change authority needs to decide. Conditions of a decision stand where the plan was silent.
    fn complete(&mut self, context: &Context, id: ChangeId, terms: &str) -> Result<(), Refusal> {
        let change = self.change(id)?;
        let words: Arc<str> = Arc::from(if terms.trim().is_empty() { NOT_SAID } else { terms });
        let is_blank = |text: &str| text.trim().is_empty();
        let (plans, mut changes) = (&change.plans, Vec::new());
        changes.extend(is_blank(&plans.implementation).then(|| Amendment::Implementation(words.clone())));
        changes.extend(is_blank(&plans.test).then(|| Amendment::Test(words.clone())));
        changes.extend(is_blank(&plans.back_out).then(|| Amendment::BackOut(words.clone())));
        if change.risk.answers.is_none() {
            changes.extend(risk(plans, change.planned, self.cast.times).map(Amendment::Answers));
        }
        if changes.is_empty() {
            return Ok(());
        }
        self.give(context, Any::Change(Command::Amend { change: id, changes })).map(drop)
    }

    /// One board for each round of its change authority, of those who decide and whose own it is not. Whoever acts is
    /// on it if they are one of them.
    fn boards(&self, id: ChangeId, actor: PersonId) -> Result<Vec<Board>, Refusal> {
        let change = self.change(id)?;
        let mut able: Vec<PersonId> = self.cast.deciders.iter().map(|decider| decider.person).collect();
        able.retain(|person| !change.is_own(*person));
        able.sort_by_key(|person| *person != actor);
        let board = |size: usize| Board { approvers: able.iter().copied().take(size).collect(), ..Board::default() };
        Ok(change.authority().iter().map(|asked| board(seats(asked.body))).collect())
    }

    /// Everybody who is asked answers, one after the other, until it is decided.
    pub(super) fn answered(
        &mut self,
        context: &Context,
        id: ChangeId,
        approves: bool,
        because: &str,
    ) -> Result<(), Refusal> {
        while let Some(actor) = next_to_answer(self.change(id)?) {
            let context = Context { actor, ..*context };
            let because = Arc::from(because);
            self.give(&context, Any::Change(Command::Answer { change: id, approves, because }))?;
        }
        Ok(())
    }

    /// Gives a change its time: the one it is wanted for, else as soon as may be.
    pub(super) fn schedule(&mut self, context: &Context, id: ChangeId) -> Result<(), Refusal> {
        let change = self.change(id)?;
        let planned = soonest(change.planned, change.kind, context.now);
        self.give(context, Any::Change(Command::Schedule { change: id, planned })).map(drop)
    }

    pub(super) fn change(&self, id: ChangeId) -> Result<&Change, Refusal> {
        self.desk.changes().get(id)
    }
}

/// How many are asked.
fn seats(body: Body) -> usize {
    match body {
        Body::ChangeManager | Body::ServiceOwner => 1,
        Body::Ecab => 2,
        Body::Cab => 3,
    }
}

fn next_to_answer(change: &Change) -> Option<PersonId> {
    let (_, round) = change.awaits_approval().then(|| itsm::approval::asked(&change.rounds))??;
    round.waiting().next()
}

/// The wished time if it is to come, else the same length from a minute on. An emergency change may have begun.
fn soonest(wanted: Option<Span>, kind: ChangeType, now: DateTime<Utc>) -> Span {
    const MINUTE: TimeDelta = TimeDelta::minutes(1);
    let next = now + MINUTE;
    let Some(span) = wanted else { return Span { start: next, end: next + TimeDelta::hours(1) } };
    let first = if kind == ChangeType::Emergency { span.end } else { span.start };
    if first > now {
        return span;
    }
    let length = span.end.signed_duration_since(span.start).max(MINUTE);
    Span { start: next, end: next + length }
}
