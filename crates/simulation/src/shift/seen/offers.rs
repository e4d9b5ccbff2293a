//! What may be done: buttons, with what they cost, and why not.

use super::super::play::Shift;
use super::super::state::{CaseState, Phase};
use super::super::view::{Group, Offer, RecordKind};
use super::super::{Act, HoldFor, Intent, Logged, Verify};
use crate::scenario::{Channel, Key, LinkKind, Minutes};

/// An act with what it stands in for: whether it may be begun is asked of one like it.
struct Button {
    name: &'static str,
    group: Group,
    /// What is asked, to know whether it may be done.
    like: Act,
    /// Whether it needs nothing more than a press.
    whole: bool,
}

fn button(name: &'static str, group: Group, like: Act, whole: bool) -> Button {
    Button { name, group, like, whole }
}

impl Shift {
    /// What may be done at a case.
    pub(super) fn offers_of_case(&self, key: &Key) -> Vec<Offer> {
        let Some(case) = self.state.cases.get(key) else { return vec![] };
        self.buttons(key, case).into_iter().filter_map(|button| self.offer(button)).collect()
    }

    fn offer(&self, button: Button) -> Option<Offer> {
        let scenario = &self.plan.files.scenario;
        let form = self.plan.files.pool.acts.get(button.name).filter(|_| scenario.you.may(button.name))?;
        let own = matches!(form.minutes, Minutes::By(_)) && !button.whole;
        let minutes = if own { None } else { self.minutes_of(&button.like) };
        let refused = self.check(&button.like).err().map(|refused| refused.0);
        let label = if button.whole { self.label_of(&button.like) } else { form.label.clone() };
        Some(Offer {
            act: Key::new(button.name),
            label,
            minutes,
            does: button.whole.then_some(button.like),
            refused,
            group: button.group,
        })
    }

    fn buttons(&self, key: &Key, case: &CaseState) -> Vec<Button> {
        let (contact, of) = (key.clone(), || key.clone());
        match case.phase {
            Phase::Ringing { .. } => return vec![button("answer", Group::Talk, Act::Answer { contact }, true)],
            Phase::Unread if case.planned.channel == Channel::Chat => {
                return vec![button("answer", Group::Talk, Act::Answer { contact }, true)];
            }
            Phase::Unread => {
                let mut first = vec![button("open", Group::Talk, Act::Open { contact }, true)];
                if case.planned.channel == Channel::Monitoring {
                    first.extend(self.record_buttons(key, case));
                    first.extend(self.know_buttons(key));
                }
                return first;
            }
            Phase::Coming | Phase::Taken => {}
        }
        if case.planned.channel == Channel::Team {
            return self.know_buttons(key);
        }
        let mut all = vec![];
        if case.planned.channel != Channel::Monitoring {
            all.extend(self.talk_buttons(key));
        }
        all.extend(self.know_buttons(key));
        all.extend(self.mend_buttons(key, case));
        all.extend(self.route_buttons(key));
        all.extend(self.record_buttons(key, case));
        let team = || self.plan.files.scenario.you.team.clone();
        if self.records.kind_of(key) == Some(RecordKind::Incident) {
            let teams = vec![team()];
            all.push(button("swarm", Group::More, Act::Swarm { case: of(), teams }, false));
            let major = self.state.major.as_ref() == Some(key);
            all.push(match major {
                true => button("standdown", Group::More, Act::Standdown { case: of() }, true),
                false => button("major", Group::More, Act::Major { case: of() }, true),
            });
        }
        all
    }

    fn talk_buttons(&self, key: &Key) -> Vec<Button> {
        let contact = || key.clone();
        let question = self.plan.files.pool.questions.keys().next().cloned().unwrap_or_else(|| Key::new("what"));
        let until = self.plan.local(self.kernel.now());
        let later = crate::scenario::LocalTime(until.0 + 30);
        let reply = Act::Reply { contact: contact(), intent: Intent::Acknowledge, reason: None, words: String::new() };
        vec![
            button("ask", Group::Talk, Act::Ask { contact: contact(), question }, false),
            button("verify", Group::Talk, Act::Verify { contact: contact(), method: Verify::Callback }, false),
            button("reply", Group::Talk, reply, false),
            button(
                "promise",
                Group::Talk,
                Act::Promise { contact: contact(), until: later, words: String::new() },
                false,
            ),
            button("confirm", Group::Talk, Act::Confirm { contact: contact() }, true),
        ]
    }

    fn know_buttons(&self, key: &Key) -> Vec<Button> {
        let you = &self.plan.files.scenario.you.team;
        let look = self.plan.files.pool.diagnostics.iter().find(|(_, look)| look.by.contains(you));
        let diagnostic = look.map_or_else(|| Key::new("look"), |(key, _)| key.clone());
        vec![
            button("search", Group::Know, Act::Search { case: key.clone() }, true),
            button("diagnose", Group::Know, Act::Diagnose { case: key.clone(), diagnostic }, false),
        ]
    }

    fn mend_buttons(&self, key: &Key, case: &CaseState) -> Vec<Button> {
        let you = &self.plan.files.scenario.you.team;
        let fix = self.plan.files.pool.fixes.keys().find(|fix| self.is_own(fix));
        let fix = fix.cloned().unwrap_or_else(|| Key::new("fix"));
        let mut all = vec![button("fix", Group::Mend, Act::Fix { case: key.clone(), fix }, false)];
        let offer = case.ordered.as_ref().and_then(|offer| self.plan.files.pool.offers.get(offer));
        for task in offer.into_iter().flat_map(|offer| &offer.tasks) {
            if task.team == *you && !case.tasks.contains(&task.key) {
                let act = Act::Fulfil { case: key.clone(), task: task.key.clone() };
                all.push(button("fulfil", Group::Mend, act, true));
            }
        }
        all
    }

    fn route_buttons(&self, key: &Key) -> Vec<Button> {
        let case = || key.clone();
        let you = self.plan.files.scenario.you.team.clone();
        let anybody = self.plan.files.pool.people.keys().next().cloned().unwrap_or_else(|| Key::new("nobody"));
        let mut all = vec![
            button("assign", Group::Route, Act::Assign { case: case(), team: you }, false),
            button("escalate", Group::Route, Act::Escalate { case: case(), person: anybody.clone() }, false),
            button("report", Group::Route, Act::Report { case: case() }, true),
        ];
        let state = self.state.cases.get(key);
        if state.is_some_and(|state| state.work.is_some()) {
            all.push(button("nudge", Group::Route, Act::Nudge { case: case() }, true));
        }
        if state.is_some_and(|state| state.logged == Some(Logged::Request)) {
            all.push(button("ask-approval", Group::Route, Act::AskApproval { case: case(), person: anybody }, false));
        }
        if let Some(supplier) = self.plan.files.pool.suppliers.keys().next().cloned() {
            let act = Act::Supplier { case: case(), supplier: supplier.clone() };
            all.push(button("supplier", Group::Route, act, false));
            if self.state.suppliers.values().any(|called| !called.over) {
                all.push(button("press", Group::Route, Act::Press { case: case(), supplier }, false));
            }
        }
        all
    }

    fn record_buttons(&self, key: &Key, case: &CaseState) -> Vec<Button> {
        let of = || key.clone();
        let monitoring = case.planned.channel == Channel::Monitoring;
        if case.logged.is_none() {
            let kind = if monitoring { Logged::Event } else { Logged::Incident };
            let log = Act::Log {
                contact: of(),
                kind,
                impact: None,
                urgency: None,
                service: None,
                item: None,
                category: None,
                offer: None,
            };
            let mut all = vec![button("log", Group::Record, log, false)];
            if let Some(to) = self.other_record(key) {
                all.push(button("link", Group::Record, Act::Link { case: of(), kind: LinkKind::Parent, to }, false));
            }
            let resolved = self.state.cases.values().find(|other| {
                other.planned.who == case.planned.who && self.records.state_word(&other.planned.key) == Some("resolved")
            });
            if let Some(other) = resolved {
                let act = Act::Reopen { case: other.planned.key.clone(), by: Some(of()) };
                all.push(button("reopen", Group::Record, act, true));
            }
            return all;
        }
        let ended = !self.records.is_open(key);
        let field = super::super::Correction::Impact(3);
        let resolve =
            Act::Resolve { case: of(), code: super::super::SolutionCode::Solution, solution: None, cascade: false };
        let cancel = Act::Cancel { case: of(), reason: super::super::CancelReason::Mistake };
        let mut all = vec![];
        if ended {
            all.push(button("reopen", Group::Record, Act::Reopen { case: of(), by: None }, true));
        } else {
            all.push(button("resolve", Group::Record, resolve, false));
            all.push(button("amend", Group::Record, Act::Amend { case: of(), field }, false));
            all.push(button("hold", Group::Record, Act::Hold { case: of(), reason: HoldFor::Caller }, false));
            all.push(button("cancel", Group::Record, cancel, false));
        }
        if let Some(to) = self.other_record(key) {
            all.push(button("link", Group::Record, Act::Link { case: of(), kind: LinkKind::Parent, to }, false));
        }
        all.extend(self.learned_buttons(key));
        all
    }

    /// Another record that one could link to.
    fn other_record(&self, key: &Key) -> Option<Key> {
        let others = self.state.cases.keys().filter(|other| *other != key);
        others.chain(self.state.problems.keys()).find(|other| self.records.record(other).is_some()).cloned()
    }

    /// What may come of an incident for later.
    fn learned_buttons(&self, key: &Key) -> Vec<Button> {
        let of = || key.clone();
        let until = super::super::BroadcastIntent::Update;
        let broadcast = Act::Broadcast { case: of(), intent: until, until: None, words: String::new() };
        vec![
            button("broadcast", Group::More, broadcast, false),
            button("problem", Group::More, Act::Problem { from: vec![of()] }, false),
            button("change", Group::More, self.empty_change(key), false),
            button("article", Group::More, Act::Article { case: of() }, true),
            button("improve", Group::More, Act::Improve { case: of() }, true),
        ]
    }

    fn empty_change(&self, key: &Key) -> Act {
        let now = self.now();
        Act::Change {
            case: key.clone(),
            kind: crate::scenario::ChangeType::Normal,
            fix: Key::new(""),
            items: vec![],
            window: (now, now),
            plan: crate::scenario::Plan::default(),
        }
    }

    pub(super) fn offers_of_problem(&self, key: &Key) -> Vec<Offer> {
        let known = Act::Known { problem: key.clone(), fix: Key::new("") };
        let buttons = [
            button("known", Group::Record, known, false),
            button("change", Group::More, self.empty_change(key), false),
            button("improve", Group::More, Act::Improve { case: key.clone() }, true),
        ];
        buttons.into_iter().filter_map(|button| self.offer(button)).collect()
    }

    pub(super) fn offers_of_change(&self, key: &Key) -> Vec<Offer> {
        let change = || key.clone();
        let go = crate::scenario::Verdict::Go;
        let outcome = super::super::Outcome { met: true, incidents: false, backed_out: false, on_time: true };
        let buttons = [
            button("assess", Group::Record, Act::Assess { change: change(), verdict: go, reasons: vec![] }, false),
            button("implement", Group::Mend, Act::Implement { change: change() }, true),
            button("backout", Group::Mend, Act::Backout { change: change() }, true),
            button("review", Group::Record, Act::Review { change: change(), outcome }, false),
        ];
        buttons.into_iter().filter_map(|button| self.offer(button)).collect()
    }

    /// What may be done without a case.
    pub(super) fn offers_of_desk(&self) -> Vec<Offer> {
        let handover = Act::Handover { items: vec![], promises: vec![] };
        let buttons = [
            button("wait", Group::More, Act::Wait { until: None }, true),
            button("handover", Group::Record, handover, false),
        ];
        let mut all: Vec<Offer> = buttons.into_iter().filter_map(|button| self.offer(button)).collect();
        let refused = self.check(&Act::Finish).err().map(|refused| refused.0);
        all.push(Offer {
            act: Key::new("finish"),
            label: "End the shift".to_owned(),
            minutes: None,
            does: Some(Act::Finish),
            refused,
            group: Group::More,
        });
        all
    }
}
