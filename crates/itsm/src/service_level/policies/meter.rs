//! Counts business time for one engine, and keeps what its clock did when.

use chrono::{DateTime, TimeDelta, Utc};

use super::Rules;
use crate::calendar::Calendar;

/// What an engine's clock did, and how it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// What the clock did, from the opening on, without gaps; oldest first.
    pub stretches: Vec<Stretch>,
    /// The business time that counts against the target.
    pub elapsed: TimeDelta,
    /// When the target was missed, or would be if nothing changed; `None` while the clock waits and while no clock is
    /// there.
    pub due_at: Option<DateTime<Utc>>,
    /// How it ends, or stands.
    pub outcome: Outcome,
}

/// A stretch of time in which the clock did one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// From when.
    pub from: DateTime<Utc>,
    /// Until when.
    pub to: DateTime<Utc>,
    /// What it did.
    pub what: What,
}

/// What a clock can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum What {
    /// It counts.
    Running,
    /// It would count, but the desk is closed.
    OutsideHours,
    /// The ticket's state stops it for a while.
    Paused,
    /// It has stopped, or there is none.
    Stopped,
}

/// How a target is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The clock has stopped in time.
    Met,
    /// The target was missed.
    Missed,
    /// The clock has not stopped, and there is time.
    InTime,
    /// No clock is left that could be met or missed.
    NoClock,
}

impl Outcome {
    /// The verdict in words.
    pub fn word(self) -> &'static str {
        match self {
            Outcome::Met => "Met",
            Outcome::Missed => "Missed",
            Outcome::InTime => "In time so far",
            Outcome::NoClock => "No clock",
        }
    }
}

impl What {
    /// What it is called.
    pub fn word(self) -> &'static str {
        match self {
            What::Running => "Running",
            What::OutsideHours => "Outside hours",
            What::Paused => "Paused",
            What::Stopped => "Stopped",
        }
    }
}

/// What the meter is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    Running,
    Paused,
    Stopped,
    /// Stopped, and its verdict will never come.
    Gone,
}

pub(super) struct Meter<'a> {
    calendar: &'a Calendar,
    target: TimeDelta,
    elapsed: TimeDelta,
    missed_at: Option<DateTime<Utc>>,
    phase: Phase,
    since: DateTime<Utc>,
    done: Vec<(DateTime<Utc>, DateTime<Utc>, Phase)>,
}

/// Beyond so many windows, closed hours are no longer told apart: nobody could see them.
const MOST_WINDOWS: usize = 120;

impl<'a> Meter<'a> {
    pub fn begin(rules: &Rules<'a>, at: DateTime<Utc>) -> Self {
        Self::counting_in(rules.calendar, rules, at)
    }

    /// The same in another calendar.
    pub fn counting_in(calendar: &'a Calendar, rules: &Rules<'a>, at: DateTime<Utc>) -> Self {
        Self {
            calendar,
            target: rules.target,
            elapsed: TimeDelta::zero(),
            missed_at: None,
            phase: Phase::Running,
            since: at,
            done: Vec::new(),
        }
    }

    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// What is done so far is done; from here on it does `phase`.
    pub fn turn(&mut self, phase: Phase, at: DateTime<Utc>) {
        if self.phase == Phase::Running {
            self.count(self.since, at);
        }
        if self.since < at {
            self.done.push((self.since, at, self.phase));
        }
        (self.phase, self.since) = (phase, at);
    }

    /// Counts a stretch. Reaching the target exactly at its end is in time.
    pub fn count(&mut self, from: DateTime<Utc>, to: DateTime<Utc>) {
        if self.missed_at.is_none() {
            self.missed_at = self.due(from).filter(|due| *due < to);
        }
        self.elapsed += self.calendar.between(from, to);
    }

    /// A new clock from here on: what was before is forgotten.
    pub fn start_again(&mut self, at: DateTime<Utc>) {
        self.turn(Phase::Running, at);
        self.elapsed = TimeDelta::zero();
        self.missed_at = None;
    }

    fn due(&self, from: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let left = self.target - self.elapsed;
        if left < TimeDelta::zero() { Some(from) } else { self.calendar.add(from, left).ok() }
    }

    /// How it stands at `now`.
    pub fn finish(mut self, now: DateTime<Utc>) -> Run {
        let phase = self.phase;
        // Where a stopped clock would have run out: with what was left, from its stop on.
        let due_at = match phase {
            Phase::Running | Phase::Stopped => self.missed_at.or_else(|| self.due(self.since)),
            Phase::Paused => self.missed_at,
            Phase::Gone => None,
        };
        self.turn(phase, now);
        // While it runs, reaching the target is too late.
        let overdue = phase == Phase::Running && due_at.is_some_and(|due| due <= now);
        let outcome = match phase {
            Phase::Gone => Outcome::NoClock,
            _ if self.missed_at.is_some() || overdue => Outcome::Missed,
            Phase::Stopped => Outcome::Met,
            Phase::Running | Phase::Paused => Outcome::InTime,
        };
        let mut stretches = Vec::new();
        for (from, to, phase) in self.done {
            match phase {
                Phase::Running => in_hours(self.calendar, from, to, &mut stretches),
                Phase::Paused => push(&mut stretches, from, to, What::Paused),
                Phase::Stopped | Phase::Gone => push(&mut stretches, from, to, What::Stopped),
            }
        }
        Run { stretches, elapsed: self.elapsed, due_at, outcome }
    }
}

/// One stretch more; one that goes on as the last did makes it longer.
fn push(stretches: &mut Vec<Stretch>, from: DateTime<Utc>, to: DateTime<Utc>, what: What) {
    match stretches.last_mut() {
        Some(last) if last.what == what && last.to == from => last.to = to,
        _ if from < to => stretches.push(Stretch { from, to, what }),
        _ => {}
    }
}

/// A stretch of running, with the closed hours in it told apart.
fn in_hours(calendar: &Calendar, from: DateTime<Utc>, to: DateTime<Utc>, stretches: &mut Vec<Stretch>) {
    let mut at = from;
    for _ in 0..MOST_WINDOWS {
        if at >= to {
            return;
        }
        let opens = calendar.open_from(at).map_or(to, |opens| opens.min(to));
        push(stretches, at, opens, What::OutsideHours);
        let closes = calendar.closes_after(opens).map_or(to, |closes| closes.min(to));
        push(stretches, opens, closes, What::Running);
        at = closes.max(opens);
    }
    push(stretches, at, to, What::Running);
}
