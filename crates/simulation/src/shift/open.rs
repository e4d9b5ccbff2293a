//! How a shift begins.

use super::due::Due;
use super::need::usual_stake;
use super::plan::Comes;
use super::play::Shift;
use super::state::{Asked, CaseState, ChangeState, FaultState, PersonState, Phase, ProblemState, TeamState};
use crate::SimTime;
use crate::scenario::{
    ChangeIs, ChangeState as Stage, Channel, ContactKind, FaultIs, Key, StartKind, StartState, Truth,
};

impl Shift {
    pub(super) fn open(&mut self) {
        let plan = self.plan.clone();
        let scenario = &plan.files.scenario;
        for (key, person) in &plan.files.pool.people {
            self.state.people.insert(key.clone(), PersonState { mood: person.mood });
        }
        for (key, team) in &plan.teams {
            let busy = vec![plan.from; team.people.len()];
            self.state.teams.insert(key.clone(), TeamState { planned: team.clone(), busy, queue: vec![] });
        }
        self.keep_desk();
        self.open_faults();
        self.open_changes();
        self.open_records();
        for contact in &plan.contacts {
            if let Comes::At(at) = contact.comes {
                self.at(at, Due::Arrive(contact.key.clone()));
            }
        }
        for (place, turn) in scenario.turns.iter().enumerate() {
            if let Some(at) = turn.at {
                let at = self.moment_of(&turn.key, at);
                self.at(at, Due::Turn(place));
            }
        }
        self.look_at_clocks();
        self.at(plan.to, Due::Close);
        self.happen_until(plan.from);
    }

    /// Lets conditions on the clock be looked at when their time has come.
    fn look_at_clocks(&mut self) {
        let plan = self.plan.clone();
        let mut times = vec![];
        for trap in &plan.files.scenario.traps {
            super::holds::clocks(&trap.when, &mut times);
        }
        for contact in &plan.contacts {
            if let Comes::On(condition, _) = &contact.comes {
                super::holds::clocks(condition, &mut times);
            }
        }
        times.sort_unstable();
        times.dedup();
        for time in times {
            let at = plan.at(time);
            if at > plan.from && at < plan.to {
                self.at(at, Due::Look);
            }
        }
    }

    fn moment_of(&mut self, key: &Key, moment: crate::scenario::Moment) -> SimTime {
        match moment {
            crate::scenario::Moment::At(time) => self.plan.at(time),
            crate::scenario::Moment::Between(from, to) => {
                let (from, to) = (self.plan.at(from), self.plan.at(to));
                let share = self.draw(super::chance::Draw::Arrivals, key).unit();
                let span = to.since(from).num_milliseconds() as f64 * share;
                from.plus(chrono::TimeDelta::milliseconds(span as i64)).unwrap_or(from)
            }
        }
    }

    fn open_faults(&mut self) {
        let plan = self.plan.clone();
        for fault in &plan.faults {
            let state = FaultState {
                planned: fault.clone(),
                is: FaultIs::Hidden,
                began: vec![],
                ended: vec![],
                nth: 0,
                slowed: None,
                warmth: None,
                stopped: 0,
            };
            self.state.faults.insert(fault.key.clone(), state);
            if let Some(from) = fault.from.filter(|_| !fault.by_turn) {
                // What began before the shift holds people up from its first minute on.
                self.at(from.max(plan.from), Due::Onset(fault.key.clone()));
            }
            let known = plan.files.pool.faults.get(&fault.fault).and_then(|form| form.problem.as_ref());
            if let Some(problem) = known.filter(|problem| problem.known) {
                let key = Key::new(&format!("known-{}", fault.fault));
                let problem = ProblemState {
                    faults: [fault.fault.clone()].into(),
                    cases: [].into(),
                    workaround: problem.workaround.clone(),
                };
                self.state.problems.insert(key, problem);
            }
        }
    }

    fn open_changes(&mut self) {
        let plan = self.plan.clone();
        for (order, change) in plan.files.scenario.changes.iter().enumerate() {
            let is = match change.state {
                Stage::Proposed => ChangeIs::Proposed,
                Stage::Authorised | Stage::Scheduled => ChangeIs::Authorised,
                Stage::Done => ChangeIs::Done,
            };
            let window = (plan.at(change.window.0), plan.at(change.window.1));
            let state = ChangeState {
                key: change.key.clone(),
                summary: change.summary.clone(),
                kind: change.kind,
                items: change.items.clone(),
                window,
                by: change.by.clone(),
                who: change.who.clone(),
                plan: change.plan.clone(),
                does: change.does.clone(),
                is,
                was_authorised: is != ChangeIs::Proposed,
                advice: None,
                running: None,
                late: false,
                starts_done: is == ChangeIs::Done,
                conversation: vec![],
                from: None,
                order,
            };
            self.state.changes.insert(change.key.clone(), state);
            if is == ChangeIs::Proposed {
                // Without advice it is decided when the day's part ends, or before it would begin.
                let part = plan.breaks.iter().map(|(from, _)| *from).find(|from| *from > plan.from);
                let at = part.unwrap_or(window.0).min(window.0);
                self.at(at, Due::Decision(change.key.clone()));
            }
            if is != ChangeIs::Done {
                self.at(window.0, Due::ChangeBegins(change.key.clone()));
            }
        }
    }

    /// Records that are there already become cases, so that they can be named like any other.
    fn open_records(&mut self) {
        let plan = self.plan.clone();
        for start in &plan.files.scenario.start {
            let nobody = Key::new("monitor");
            let truth = start.truth.clone().unwrap_or_else(|| Truth::of(ContactKind::Update));
            let planned = super::plan::Planned {
                key: start.key.clone(),
                channel: Channel::Email,
                who: start.who.clone().unwrap_or(nobody),
                comes: Comes::Called,
                only_if: None,
                fault: start.fault.clone(),
                symptom: None,
                offer: start.offer.clone(),
                unsafe_to_give: None,
                noise: false,
                question: false,
                about: None,
                change: None,
                severity: None,
                item: None,
                follows: None,
                rings: None,
                stake: None,
                says: vec![],
                answers: Default::default(),
                verify: Default::default(),
                truth,
                demand: None,
            };
            let is_open = matches!(start.state, StartState::New | StartState::InProgress | StartState::OnHold);
            let order = self.state.cases.len();
            let stake = usual_stake(&plan.files, &planned, self.pool_fault(start.fault.as_ref()));
            let mut case = CaseState::new(planned, order, plan.from, stake);
            case.phase = Phase::Taken;
            case.title = start.summary.clone();
            case.logged = match start.kind {
                StartKind::Incident => Some(super::Logged::Incident),
                StartKind::Request => Some(super::Logged::Request),
                _ => None,
            };
            case.ordered = start.offer.clone();
            case.over = !is_open;
            // What is over holds nobody up; what is on its way has been approved.
            case.cured = !is_open;
            case.approval = start.offer.as_ref().map(|_| Asked { person: Key::new("falk"), answer: Some(true) });
            case.with = start.team.clone();
            self.state.cases.insert(start.key.clone(), case);
            if is_open && start.kind == StartKind::Request {
                self.need_begins(&start.key);
            }
        }
    }
}
