//! Walks through an incident's milestones with one clock in hand.
//!
//! Milestones come as they are, also from another tool's untidy log: whatever their order of states, the clock
//! starts once, counts forward, and stops for good at its end.

use chrono::{DateTime, TimeDelta, Utc};

use super::agreement::{Measure, PriorityChange, ReopenRule};
use super::clock::Clock;
use super::compiled::Compiled;
use super::reading::{Outcome, Reading, Standing, Verdict};
use crate::incident::{HoldReason, Incident, Milestone, MilestoneKind, State};
use crate::priority::{Matrix, Priority};

/// What a clock is doing.
#[derive(Clone, Copy, Debug)]
enum Phase {
    Counting { since: DateTime<Utc> },
    Paused(HoldReason),
    Stopped { at: DateTime<Utc>, cancelled: bool },
}

struct Replay<'a> {
    measure: Measure,
    agreement: &'a Compiled,
    is_enforced: bool,
    clock: Clock<'a>,
    phase: Phase,
    /// The incident's priority.
    priority: Priority,
    /// The priority whose target the clock has; lags behind while the clock is stopped.
    applied: Priority,
}

/// What one clock of an incident shows.
pub(super) fn read(
    measure: Measure,
    incident: &Incident,
    matrix: &Matrix,
    agreement: &Compiled,
    now: DateTime<Utc>,
) -> Reading {
    let ends = |milestone: &Milestone| ends(measure, agreement, milestone);
    let milestones = up_to_the_end(&incident.milestones, ends);
    let opened_at = milestones.first().map_or(incident.opened_at, |first| first.at);
    let priority = |(impact, urgency)| matrix.priority(impact, urgency);
    let mut weights = milestones.iter().filter_map(weight);
    let first = priority(weights.next().unwrap_or((incident.impact, incident.urgency)));
    let last = weights.next_back().map_or(first, priority);

    let mut replay = Replay::new(measure, agreement, opened_at, first, last);
    let original_breach_at = replay.target(first).and_then(|target| agreement.calendar().add(opened_at, target).ok());
    let mut at = opened_at;
    for milestone in milestones {
        at = at.max(milestone.at);
        match milestone.what {
            MilestoneKind::Opened => {}
            MilestoneKind::Weighed { impact, urgency } => replay.weigh(matrix.priority(impact, urgency), at),
            MilestoneKind::Responded => replay.respond(at),
            MilestoneKind::Became(state) => replay.become_at(state, at),
        }
    }
    let ended = milestones.last().is_some_and(ends);
    Reading { original_breach_at, ..replay.reading(now.max(at), ended) }
}

/// The milestones up to the one after which nothing changes the clock.
fn up_to_the_end(milestones: &[Milestone], ends: impl Fn(&Milestone) -> bool) -> &[Milestone] {
    let end = milestones.iter().position(ends);
    end.and_then(|end| milestones.get(..=end)).unwrap_or(milestones)
}

fn ends(measure: Measure, agreement: &Compiled, milestone: &Milestone) -> bool {
    match (measure, milestone.what) {
        // A log that skips the response at least shows when it was no longer needed.
        (Measure::Response, MilestoneKind::Responded | MilestoneKind::Became(State::Resolved | State::Closed)) => true,
        // Who puts an incident on hold has looked at it.
        (Measure::Response, MilestoneKind::Became(State::OnHold(reason))) => !agreement.pauses(measure, reason),
        (Measure::Resolution, MilestoneKind::Became(State::Closed)) => true,
        _ => false,
    }
}

fn weight(milestone: &Milestone) -> Option<(crate::priority::Level, crate::priority::Level)> {
    match milestone.what {
        MilestoneKind::Weighed { impact, urgency } => Some((impact, urgency)),
        _ => None,
    }
}

impl<'a> Replay<'a> {
    fn new(
        measure: Measure,
        agreement: &'a Compiled,
        opened_at: DateTime<Utc>,
        first: Priority,
        last: Priority,
    ) -> Self {
        let rules = agreement.agreement();
        let priority = if rules.priority_change == PriorityChange::Recompute { last } else { first };
        let mut replay = Self {
            measure,
            agreement,
            is_enforced: rules.enforced_from.is_none_or(|from| opened_at >= from),
            clock: Clock::new(agreement.calendar(), None),
            phase: Phase::Counting { since: opened_at },
            priority,
            applied: priority,
        };
        replay.clock.target = replay.target(priority);
        replay
    }

    fn target(&self, priority: Priority) -> Option<TimeDelta> {
        self.agreement.agreement().targets(priority).of(self.measure).filter(|_| self.is_enforced)
    }

    fn weigh(&mut self, priority: Priority, at: DateTime<Utc>) {
        // Recomputed clocks have had their last priority from the start.
        if self.agreement.agreement().priority_change == PriorityChange::Recompute {
            return;
        }
        self.priority = priority;
        if !matches!(self.phase, Phase::Stopped { .. }) {
            self.apply_priority(at);
        }
    }

    fn apply_priority(&mut self, at: DateTime<Utc>) {
        if self.priority == self.applied {
            return;
        }
        self.applied = self.priority;
        if let Phase::Counting { since } = self.phase {
            self.clock.count(since, at);
            self.phase = Phase::Counting { since: at };
        }
        if self.agreement.agreement().priority_change == PriorityChange::Reset {
            self.start_again();
        }
        self.clock.target = self.target(self.priority);
    }

    fn start_again(&mut self) {
        self.clock = Clock::new(self.agreement.calendar(), self.target(self.priority));
    }

    fn respond(&mut self, at: DateTime<Utc>) {
        if self.measure == Measure::Response {
            self.stop(at, false);
        }
    }

    fn become_at(&mut self, state: State, at: DateTime<Utc>) {
        match state {
            State::OnHold(reason) if self.agreement.pauses(self.measure, reason) => self.pause(reason, at),
            State::OnHold(_) if self.measure == Measure::Response => self.stop(at, false),
            State::New | State::InProgress | State::OnHold(_) => self.run(at),
            State::Resolved | State::Closed => self.stop(at, false),
            State::Cancelled => self.stop(at, true),
        }
    }

    fn run(&mut self, at: DateTime<Utc>) {
        self.reopen(at);
        if !matches!(self.phase, Phase::Counting { .. }) {
            self.phase = Phase::Counting { since: at };
        }
    }

    fn pause(&mut self, reason: HoldReason, at: DateTime<Utc>) {
        self.reopen(at);
        if let Phase::Counting { since } = self.phase {
            self.clock.count(since, at);
        }
        self.phase = Phase::Paused(reason);
    }

    fn stop(&mut self, at: DateTime<Utc>, cancelled: bool) {
        match self.phase {
            // Closing what is resolved does not move its stop, and what was cancelled stays without a verdict.
            Phase::Stopped { at, cancelled: before } => {
                self.phase = Phase::Stopped { at, cancelled: before || cancelled };
                return;
            }
            Phase::Counting { since } => self.clock.count(since, at),
            Phase::Paused(_) => {}
        }
        self.clock.stop(at);
        self.phase = Phase::Stopped { at, cancelled };
    }

    /// Sets a stopped clock going again, by the agreement's rule.
    fn reopen(&mut self, at: DateTime<Utc>) {
        let Phase::Stopped { at: stopped_at, cancelled } = self.phase else { return };
        match self.agreement.agreement().reopen {
            ReopenRule::Reset => self.start_again(),
            ReopenRule::CountGap if !cancelled => self.clock.count(stopped_at, at),
            ReopenRule::CountGap | ReopenRule::Continue => {}
        }
        self.phase = Phase::Counting { since: at };
        self.apply_priority(at);
    }

    fn reading(mut self, now: DateTime<Utc>, ended: bool) -> Reading {
        let mut due = None;
        if let Phase::Counting { since } = self.phase {
            due = self.clock.breached_at.or_else(|| self.clock.due(since));
            self.clock.count(since, now);
            // While it still runs, reaching the target is too late.
            self.clock.breached_at = due.filter(|due| *due <= now);
        }
        let clock = &self.clock;
        let outcome = if clock.breached_at.is_some() { Outcome::Breached } else { Outcome::Met };
        let cancelled = matches!(self.phase, Phase::Stopped { cancelled: true, .. });
        Reading {
            standing: self.standing(now),
            target: clock.target,
            elapsed: clock.elapsed,
            elapsed_calendar: clock.elapsed_calendar,
            breach_at: clock.breached_at.or(due).filter(|_| clock.target.is_some() && !cancelled),
            original_breach_at: None,
            verdict: clock.target.filter(|_| !cancelled).map(|_| Verdict { outcome, is_final: ended }),
            stopped_at: match self.phase {
                Phase::Stopped { at, .. } => Some(at),
                _ => None,
            },
            warn_at_percent: self.agreement.agreement().warn_at_percent,
        }
    }

    fn standing(&self, now: DateTime<Utc>) -> Standing {
        if self.clock.target.is_none() {
            return Standing::NoTarget;
        }
        match self.phase {
            Phase::Counting { .. } if self.clock.calendar.is_open(now) => Standing::Running,
            Phase::Counting { .. } => Standing::OutsideHours,
            Phase::Paused(reason) => Standing::Paused(reason),
            Phase::Stopped { .. } => Standing::Stopped,
        }
    }
}
