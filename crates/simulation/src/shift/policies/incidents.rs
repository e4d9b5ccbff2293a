//! The next step with an incident: ask, log, try, give to a team, confirm, resolve.

use super::habits::Habits;
use crate::scenario::{Channel, ContactKind, FaultIs, Key};
use crate::shift::play::Shift;
use crate::shift::state::CaseState;
use crate::shift::{Act, Logged, SolutionCode, Verify};

impl Shift {
    pub(super) fn incident_step(&self, habits: Habits, key: &Key, case: &CaseState) -> Option<Act> {
        let truth = &case.planned.truth;
        let by_form = case.logged == Some(Logged::Request) || case.planned.channel == Channel::Portal;
        if !habits.classifies
            && by_form
            && let Some(act) = self.taken_for_request(key, case)
        {
            return Some(act);
        }
        let team = truth.kind == ContactKind::Update || case.planned.channel == Channel::Monitoring;
        if let Some(act) = self.questions_first(habits, key, case).filter(|_| !team) {
            return Some(act);
        }
        if let Some(other) = truth.reopens.as_ref().filter(|_| habits.sees && case.logged.is_none()) {
            let act = Act::Reopen { case: other.clone(), by: Some(key.clone()) };
            if self.check(&act).is_ok() {
                return Some(act);
            }
        }
        let open = self.records.is_open(key);
        if case.logged.is_some() && !open {
            return None;
        }
        if self.looks_mended(case) || !case.is_unmet() && !team {
            return self.closing(habits, key, case);
        }
        self.mending(habits, key, case)
    }

    /// What came by the portal is taken for an order, until somebody gives it back.
    pub(super) fn taken_for_request(&self, key: &Key, case: &CaseState) -> Option<Act> {
        let pool = &self.plan.files.pool;
        let service = case.planned.truth.service.as_ref();
        match case.logged {
            None => {
                let offer = pool
                    .offers
                    .iter()
                    .find(|(_, offer)| Some(&offer.service) == service)
                    .map(|(key, _)| key.clone())?;
                Some(Act::Log {
                    contact: key.clone(),
                    kind: Logged::Request,
                    impact: None,
                    urgency: None,
                    service: None,
                    item: None,
                    category: None,
                    offer: Some(offer),
                })
            }
            Some(Logged::Request) if case.with.is_none() && case.turn > 0 => {
                let field = crate::shift::Correction::Kind(Logged::Incident);
                Some(Act::Amend { case: key.clone(), field })
            }
            Some(Logged::Request) => {
                let offer = pool.offers.get(case.ordered.as_ref()?)?;
                let next = offer.tasks.iter().find(|task| !case.tasks.contains(&task.key))?;
                if next.team == self.plan.files.scenario.you.team {
                    return Some(Act::Fulfil { case: key.clone(), task: next.key.clone() });
                }
                self.give(key, case, &next.team)
            }
            Some(_) => None,
        }
    }

    /// Whether something of the kind was mended before in this shift.
    pub(super) fn seen_before(&self, case: &CaseState) -> bool {
        self.what_helped(case).is_some()
    }

    /// What helped with something of the kind.
    pub(super) fn what_helped(&self, case: &CaseState) -> Option<Key> {
        let fault = case.planned.fault.as_ref()?;
        let same =
            |other: &&CaseState| other.planned.fault.as_ref() == Some(fault) && other.planned.key != case.planned.key;
        let helped = |other: &CaseState| other.tried.last().filter(|(_, helped)| *helped).map(|(fix, _)| fix.clone());
        self.state.cases.values().filter(same).find_map(helped)
    }

    /// The same once more, with somebody else.
    pub(super) fn same_again(&self, key: &Key, case: &CaseState) -> Option<Act> {
        let fix = self.what_helped(case).filter(|fix| !case.tried.iter().any(|(tried, _)| tried == fix))?;
        let verify = self.plan.files.pool.fixes.get(&fix).is_some_and(|fix| fix.verify);
        if verify && case.verified.is_none() {
            return Some(Act::Verify { contact: key.clone(), method: Verify::Callback });
        }
        Some(Act::Fix { case: key.clone(), fix })
    }

    /// What a careful person asks first; an expert only what tells.
    pub(super) fn questions_first(&self, habits: Habits, key: &Key, case: &CaseState) -> Option<Act> {
        let known = !habits.sees && self.seen_before(case);
        if !habits.asks || known || !case.tried.is_empty() || case.work.is_some() || case.logged.is_some() {
            return None;
        }
        let told: Vec<&str> = case.planned.truth.must.iter().filter_map(|must| must.strip_prefix("ask:")).collect();
        let usual = ["what", "who"];
        let wanted: &[&str] = if habits.sees { &told } else { &usual };
        let question = wanted.iter().find(|question| !case.asked.contains_key(**question))?;
        Some(Act::Ask { contact: key.clone(), question: Key::new(question) })
    }

    /// Whether it looks as if it worked: what was done helped, or a team says that it is done.
    pub(super) fn looks_mended(&self, case: &CaseState) -> bool {
        let helped = case.tried.last().is_some_and(|(_, helped)| *helped);
        let fault_over = case
            .planned
            .fault
            .as_ref()
            .and_then(|fault| self.state.faults.get(fault))
            .is_some_and(|fault| matches!(fault.is, FaultIs::Gone | FaultIs::Masked));
        (helped || fault_over) && !case.is_unmet()
    }

    /// Confirm, link, resolve.
    pub(super) fn closing(&self, habits: Habits, key: &Key, case: &CaseState) -> Option<Act> {
        if case.logged.is_none() {
            return Some(self.log(habits, key, case, Logged::Incident, None));
        }
        if !self.records.is_open(key) {
            return None;
        }
        let person = self.plan.files.pool.people.get(&case.planned.who).is_some_and(|person| !person.account);
        if habits.confirms && !case.confirmed && person {
            return Some(Act::Confirm { contact: key.clone() });
        }
        // A parent ends last, when its children have said that it works.
        let waits = self
            .records
            .children_of(key)
            .iter()
            .any(|child| self.state.cases.get(child).is_some_and(|child| child.is_unmet() || !child.confirmed));
        if waits && habits.confirms {
            return None;
        }
        let solution = case.tried.iter().rev().find(|(_, helped)| *helped).map(|(fix, _)| fix.clone());
        let fits = solution.as_ref().map(|fix| self.code_for(case, fix));
        let code = if case.planned.noise {
            SolutionCode::NoFaultFound
        } else {
            fits.unwrap_or_else(|| self.code_of_end(case))
        };
        Some(Act::Resolve { case: key.clone(), code, solution, cascade: habits.sees })
    }

    pub(super) fn mending(&self, habits: Habits, key: &Key, case: &CaseState) -> Option<Act> {
        if habits.sees {
            return self.seen_through(habits, key, case);
        }
        if case.logged.is_none() {
            return Some(self.log(habits, key, case, Logged::Incident, None));
        }
        if habits.searches && case.found.is_none() && !self.seen_before(case) {
            return Some(Act::Search { case: key.clone() });
        }
        if habits.asks && self.hang_on(key).len() >= 3 && self.wants_broadcast(key) {
            return Some(self.broadcast(key));
        }
        if habits.asks
            && let Some(act) = self.same_again(key, case)
        {
            return Some(act);
        }
        if let Some(act) = self.tried_step(habits, key, case) {
            return Some(act);
        }
        if let Some(act) = self.evidence_step(key).filter(|_| habits.asks) {
            return Some(act);
        }
        let team = self.team_for(habits, case)?;
        if let Some(act) = self.give(key, case, &team) {
            return Some(act);
        }
        (habits.promises && case.promise.is_none() && case.planned.channel != Channel::Monitoring)
            .then(|| self.promise(key, case))
    }

    /// A supplier has asked what is to be seen: one looks.
    pub(super) fn evidence_step(&self, key: &Key) -> Option<Act> {
        let asks = self.state.suppliers.iter().find(|(_, state)| state.asks && !state.over && state.case == *key)?;
        let looks = self.plan.files.pool.suppliers.get(asks.0)?.evidence.iter();
        let mut acts = looks.map(|look| Act::Diagnose { case: key.clone(), diagnostic: look.clone() });
        acts.find(|act| self.check(act).is_ok())
    }

    /// How something ended that others mended.
    fn code_of_end(&self, case: &CaseState) -> SolutionCode {
        let fault = case.planned.fault.as_ref().and_then(|fault| self.state.faults.get(fault));
        match fault.map(|fault| fault.is) {
            Some(FaultIs::Masked) => SolutionCode::Workaround,
            _ => SolutionCode::Solution,
        }
    }
}
