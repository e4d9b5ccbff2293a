//! What to do next: which case, or what concerns them all.

use chrono::TimeDelta;

use super::habits::Habits;
use crate::scenario::{ChangeIs, Key, LocalTime, PromiseIs, Verdict};
use crate::shift::play::Shift;
use crate::shift::state::{CaseState, Phase};
use crate::shift::{Act, BroadcastIntent, Intent, Outcome};

/// Word is given so long before a promise is due.
const BEFORE: TimeDelta = TimeDelta::minutes(4);

impl Shift {
    /// What somebody of these habits does next.
    pub(super) fn chosen(&self, habits: Habits) -> Act {
        if self.is_closing() {
            return self.last_act(habits);
        }
        if let Some(busy) = &self.busy {
            let worth = busy.act.case().map_or(0.0, |key| self.rate(key));
            let answers = habits.answers && worth < 3.0;
            return if answers { Act::Answer { contact: busy.by.clone() } } else { Act::CarryOn };
        }
        let promise = self.promise_to_keep().filter(|_| habits.promises);
        if let Some(contact) = promise {
            return Act::Reply { contact, intent: Intent::Update, reason: None, words: String::new() };
        }
        self.best_case(habits)
            .or_else(|| self.advice(habits))
            .or_else(|| self.for_all(habits))
            .unwrap_or_else(|| self.rest(habits))
    }

    fn last_act(&self, habits: Habits) -> Act {
        if !habits.hands_over || self.state.handed_items.is_some() {
            return Act::Finish;
        }
        let open = self.state.cases.keys().chain(self.state.changes.keys());
        let items = open.filter(|key| self.records.is_open(key) || self.state.changes.contains_key(*key)).cloned();
        let promises = self.state.cases.keys().filter(|key| self.promise_is(key) == PromiseIs::Running).cloned();
        Act::Handover { items: items.collect(), promises: promises.collect() }
    }

    /// How many minutes of users are lost at a case in each minute.
    pub(super) fn rate(&self, key: &Key) -> f64 {
        let of = |case: &CaseState| if case.is_unmet() { f64::from(case.stake.people) * case.stake.share } else { 0.0 };
        self.state.cases.get(key).map_or(0.0, of)
    }

    /// What is lost through a fault, or a case without one.
    fn rate_of_cause(&self, key: &Key) -> f64 {
        match self.fault_of(key) {
            Some(fault) => self.cases_of(&fault).iter().map(|case| self.rate(case)).sum(),
            None => self.rate(key),
        }
    }

    /// What somebody experienced sees coming: what will stand still, or be lost, if nobody acts.
    fn threat(&self, key: &Key, case: &CaseState) -> f64 {
        let truth = &case.planned.truth;
        let over = self
            .fault_of(key)
            .and_then(|fault| self.state.faults.get(&fault))
            .is_some_and(|fault| matches!(fault.is, crate::scenario::FaultIs::Gone | crate::scenario::FaultIs::Masked));
        match () {
            () if self.is_about_major(case) && !over => 22.0,
            () if over || case.over => 0.0,
            () if truth.major => 20.0,
            () if truth.kind == crate::scenario::ContactKind::Security => 2.0,
            () if case.planned.channel == crate::scenario::Channel::Monitoring && !case.planned.noise => 3.0,
            () if case.planned.channel == crate::scenario::Channel::Team => 4.0,
            () => 0.0,
        }
    }

    /// Whether news are about a major incident.
    fn is_about_major(&self, case: &CaseState) -> bool {
        let about = case.planned.about.as_ref().and_then(|about| self.state.cases.get(about));
        about.is_some_and(|about| about.planned.truth.major)
    }

    fn promise_to_keep(&self) -> Option<Key> {
        let now = self.kernel.now();
        let due = self.state.cases.values().filter(|case| {
            case.promise.is_some_and(|promise| promise.is == PromiseIs::Running && promise.until.since(now) <= BEFORE)
        });
        due.min_by_key(|case| case.order).map(|case| case.planned.key.clone())
    }

    fn best_case(&self, habits: Habits) -> Option<Act> {
        let mut best: Option<(f64, Act)> = None;
        for (key, case) in self.state.cases.iter().filter(|(_, case)| case.has_come()) {
            let Some(act) = self.handled(habits, key, case) else { continue };
            if self.check(&act).is_err() || self.in_vain.contains(&super::in_short(&act)) {
                continue;
            }
            let score = self.score(habits, key, case, &act);
            if best.as_ref().is_none_or(|(other, _)| score > *other) {
                best = Some((score, act));
            }
        }
        best.map(|(_, act)| act)
    }

    /// How pressing a step is: by what stands still, by the look of it, or by who came first.
    fn score(&self, habits: Habits, key: &Key, case: &CaseState, act: &Act) -> f64 {
        let first = -(case.order as f64) / 1000.0;
        if !habits.weighs {
            return first;
        }
        let ringing = matches!(case.phase, Phase::Ringing { .. });
        let unread = matches!(act, Act::Open { .. } | Act::Answer { .. });
        if habits.sees {
            let minutes = self.minutes_of(act).unwrap_or(1.0).max(1.0);
            // Nobody knows how much hangs on a ring: a minute tells.
            let rate = if ringing { 2.5 } else { self.rate_of_cause(key).max(self.threat(key, case)) };
            let free = if minutes <= 1.0 && unread { 1.0 } else { 0.0 };
            return rate + free + first / 100.0;
        }
        if habits.asks {
            let told = case.facts.is_empty() && case.asked.is_empty();
            let rate = if told { 1.0_f64.min(self.rate(key)) } else { self.rate(key) };
            return rate
                + if ringing {
                    2.0
                } else if unread {
                    1.0
                } else {
                    0.0
                }
                + first;
        }
        // By the look of it: whoever rings, then whoever is loud.
        let voice = self.plan.files.pool.people.get(&case.planned.who).map(|person| person.voice.as_str());
        let loud = if matches!(voice, Some("capitals" | "loud")) { 2.0 } else { 0.0 };
        loud + if ringing { 1.0 } else { 0.0 } + first
    }

    /// Advice on changes that wait for it, and looking back at those that were carried out.
    fn advice(&self, habits: Habits) -> Option<Act> {
        let mut waiting: Vec<_> = self
            .state
            .changes
            .values()
            .filter(|change| change.is == ChangeIs::Proposed && change.advice.is_none())
            .collect();
        waiting.sort_by_key(|change| change.order);
        for change in waiting {
            let truth = self.plan.files.scenario.changes.iter().find(|other| other.key == change.key);
            let Some(truth) = truth else { continue };
            let verdict = match (habits.sees, habits.asks) {
                (true, _) => truth.truth.verdict,
                (false, true) if !self.conflicts(&change.key).is_empty() => Verdict::NotYet,
                (false, true) if change.plan.test.is_empty() || change.plan.back_out.is_empty() => Verdict::GoIf,
                _ => Verdict::Go,
            };
            let reasons = if habits.sees { truth.truth.reasons.clone() } else { vec![] };
            let act = Act::Assess { change: change.key.clone(), verdict, reasons };
            if self.check(&act).is_ok() {
                return Some(act);
            }
        }
        self.review(habits)
    }

    fn review(&self, habits: Habits) -> Option<Act> {
        let done = self.state.changes.values().find(|change| {
            habits.sees && change.is == ChangeIs::Done && change.was_authorised && change.running.is_some()
        })?;
        let broke = done
            .does
            .starts
            .iter()
            .any(|fault| self.state.faults.get(fault).is_some_and(|fault| !fault.began.is_empty()));
        let outcome = Outcome { met: !broke, incidents: broke, backed_out: false, on_time: !done.late };
        let act = Act::Review { change: done.key.clone(), outcome };
        self.check(&act).is_ok().then_some(act)
    }

    /// What helps more than one: a word to all, a problem, something written down.
    fn for_all(&self, habits: Habits) -> Option<Act> {
        if !habits.asks {
            return None;
        }
        let quiet =
            |act: Act| (self.check(&act).is_ok() && !self.in_vain.contains(&super::in_short(&act))).then_some(act);
        let open = self.state.cases.values().filter(|case| self.records.is_open(&case.planned.key));
        let mut open: Vec<&CaseState> = open.collect();
        open.sort_by_key(|case| case.order);
        if habits.sees {
            for case in open.iter().filter(|case| self.wants_problem(case)) {
                if let Some(act) = quiet(Act::Problem { from: self.incidents_like(&case.planned.key) }) {
                    return Some(act);
                }
            }
        }
        None
    }

    /// Whether a problem behind a case is worth raising, and nobody has.
    fn wants_problem(&self, case: &CaseState) -> bool {
        let Some(fault) = case.planned.fault.as_ref().and_then(|fault| self.state.faults.get(fault)) else {
            return false;
        };
        let behind = self.plan.files.pool.faults.get(&fault.planned.fault).and_then(|form| form.problem.as_ref());
        let raised = self.state.problems.values().any(|problem| problem.faults.contains(&fault.planned.fault));
        behind.is_some_and(|problem| !problem.known) && !raised
    }

    /// Incidents of the same fault that have a record.
    pub(super) fn incidents_like(&self, key: &Key) -> Vec<Key> {
        let Some(fault) = self.fault_of(key) else { return vec![key.clone()] };
        let all = self.cases_of(&fault).into_iter();
        all.filter(|case| self.records.record(case).is_some()).collect()
    }

    /// Whether everybody ought to be told about the cause of a case now.
    pub(super) fn wants_broadcast(&self, key: &Key) -> bool {
        let now = self.kernel.now();
        let lately = self.state.acts.iter().rev().take_while(|(at, _)| now.since(*at) < TimeDelta::minutes(28));
        let told = lately.into_iter().any(|(_, act)| matches!(act, Act::Broadcast { .. }));
        !told && self.hang_on(key).len() >= 2
    }

    /// A word to all who hang on a case.
    pub(super) fn broadcast(&self, key: &Key) -> Act {
        let until = LocalTime(self.now().0 + 30);
        Act::Broadcast { case: key.clone(), intent: BroadcastIntent::Update, until: Some(until), words: String::new() }
    }

    /// Nothing to do: wait, but not past what was promised.
    fn rest(&self, habits: Habits) -> Act {
        if !habits.promises {
            return Act::Wait { until: None };
        }
        let running = self.state.cases.values().filter_map(|case| case.promise);
        let next = running.filter(|promise| promise.is == PromiseIs::Running).map(|promise| promise.until).min();
        let until = next.and_then(|at| at.plus(-BEFORE).ok()).map(|at| self.plan.local(at));
        Act::Wait { until: until.filter(|time| *time > self.now()) }
    }
}
