//! The next step with one case.

use super::habits::Habits;
use crate::scenario::{Approval, ChangeIs, Channel, ContactKind, Key, LocalTime, Refuse};
use crate::shift::play::Shift;
use crate::shift::state::{CaseState, Phase};
use crate::shift::{Act, Intent, Logged, RefuseReason, Verify};

fn reply(key: &Key, intent: Intent) -> Act {
    Act::Reply { contact: key.clone(), intent, reason: None, words: String::new() }
}

impl Shift {
    /// The next step with a case, if there is one now.
    pub(super) fn handled(&self, habits: Habits, key: &Key, case: &CaseState) -> Option<Act> {
        match case.phase {
            Phase::Ringing { .. } => return Some(Act::Answer { contact: key.clone() }),
            Phase::Unread if case.planned.channel == Channel::Chat => {
                return Some(Act::Answer { contact: key.clone() });
            }
            Phase::Unread => return Some(Act::Open { contact: key.clone() }),
            Phase::Coming => return None,
            Phase::Taken => {}
        }
        if let Some(trick) = habits.trick {
            return self.tricked(trick, key, case);
        }
        if case.planned.channel == Channel::Team {
            return self.news(habits, key, case);
        }
        if case.calls && case.is_unmet() && case.chased > 0 && !case.acknowledged {
            return Some(reply(key, Intent::Update));
        }
        if case.planned.unsafe_to_give.is_some() && habits.verifies && case.logged.is_none() {
            return self.refused_step(key, case);
        }
        if case.over {
            return None;
        }
        if !habits.sees && self.sleeps(key) {
            return None;
        }
        let truth = &case.planned.truth;
        if case.planned.unsafe_to_give.is_some() && habits.verifies {
            return self.refused_step(key, case);
        }
        if case.planned.noise || truth.kind == ContactKind::Event {
            return self.noted(habits, key, case);
        }
        if case.planned.question {
            return self.question_step(habits, key, case);
        }
        if case.planned.offer.is_some() || case.planned.unsafe_to_give.is_some() {
            return self.request_step(habits, key, case);
        }
        if case.planned.about.is_some() && case.planned.fault.is_none() {
            return self.news(habits, key, case).or_else(|| (!case.acknowledged).then(|| reply(key, Intent::Update)));
        }
        self.incident_step(habits, key, case)
    }

    /// Whether a record waits on hold and nobody has asked after it: only a good eye looks there.
    pub(super) fn sleeps(&self, key: &Key) -> bool {
        let start = self.plan.files.scenario.start.iter().find(|start| start.key == *key);
        let asked_after = self.state.cases.values().any(|other| other.planned.about.as_ref() == Some(key));
        start.is_some_and(|start| start.hold.is_some()) && !asked_after
    }

    /// News: what belongs to them is done, where one knows.
    pub(super) fn news(&self, habits: Habits, key: &Key, case: &CaseState) -> Option<Act> {
        if !habits.sees {
            return None;
        }
        for must in &case.planned.truth.must {
            let act = match must.split_once(':') {
                Some(("fix", fix)) if !self.was_asked(key, fix) => Act::Fix { case: key.clone(), fix: Key::new(fix) },
                Some(("diagnose", look)) if !case.looked_at.contains(look) => {
                    Act::Diagnose { case: key.clone(), diagnostic: Key::new(look) }
                }
                None if must == "search" && case.found.is_none() => Act::Search { case: key.clone() },
                None if must == "implement" => {
                    let change = case.planned.change.clone()?;
                    let ready = self.state.changes.get(&change).is_some_and(|change| change.is == ChangeIs::Authorised);
                    if !ready {
                        continue;
                    }
                    Act::Implement { change }
                }
                _ => continue,
            };
            if self.check(&act).is_ok() {
                return Some(act);
            }
        }
        None
    }

    /// Whether a fix was done here, or a team was asked for it.
    pub(super) fn was_asked(&self, key: &Key, fix: &str) -> bool {
        self.state.acts.iter().any(|(_, act)| match act {
            Act::Fix { case, fix: done } => *done == *fix && (case == key || !self.is_own(done)),
            _ => false,
        })
    }

    /// Makes sure, refuses, reports.
    pub(super) fn refused_step(&self, key: &Key, case: &CaseState) -> Option<Act> {
        if case.verified.is_none() && case.planned.truth.refuse == Some(Refuse::Identity) {
            return Some(Act::Verify { contact: key.clone(), method: Verify::Callback });
        }
        let must_report = case.planned.truth.kind == ContactKind::Security;
        if case.refused.is_none() {
            let reason = match case.planned.truth.refuse {
                Some(Refuse::Identity) | None => RefuseReason::Identity,
                Some(Refuse::NoApproval) => RefuseReason::NoApproval,
                Some(Refuse::Security) => RefuseReason::Security,
                Some(Refuse::Freeze) => RefuseReason::Freeze,
                Some(Refuse::NotOffered) => RefuseReason::NotOffered,
            };
            let contact = key.clone();
            return Some(Act::Reply { contact, intent: Intent::Refuse, reason: Some(reason), words: String::new() });
        }
        (must_report && !case.reported).then(|| Act::Report { case: key.clone() })
    }

    /// What only informs is noted; whoever cannot tell logs an incident of it.
    pub(super) fn noted(&self, habits: Habits, key: &Key, case: &CaseState) -> Option<Act> {
        if case.logged.is_some() {
            return self.closing(habits, key, case);
        }
        let kind = if habits.classifies { Logged::Event } else { Logged::Incident };
        Some(self.log(habits, key, case, kind, None))
    }

    pub(super) fn question_step(&self, habits: Habits, key: &Key, case: &CaseState) -> Option<Act> {
        let truth = &case.planned.truth;
        if truth.refuse.is_some() {
            let wants = |must: &str| truth.must.iter().any(|other| other == must);
            if case.refused.is_none() && habits.verifies {
                let (contact, reason) = (key.clone(), Some(RefuseReason::NotOffered));
                return Some(Act::Reply { contact, intent: Intent::Refuse, reason, words: String::new() });
            }
            if habits.sees && wants("promise") && case.promise.is_none() {
                return Some(self.promise(key, case));
            }
            return (!case.acknowledged && case.refused.is_none()).then(|| reply(key, Intent::Acknowledge));
        }
        if !case.is_unmet() {
            return None;
        }
        let must = truth.must.iter().map(String::as_str);
        for must in must.filter(|_| habits.sees) {
            match must {
                "promise" if case.promise.is_none() => return Some(self.promise(key, case)),
                "escalate" => {
                    return Some(Act::Escalate { case: key.clone(), person: Key::new("wiebke") });
                }
                "reply:acknowledge" => return Some(reply(key, Intent::Acknowledge)),
                _ => {}
            }
        }
        Some(reply(key, if habits.asks { Intent::Answer } else { Intent::Acknowledge })).filter(|act| {
            // Said once is enough.
            !matches!(act, Act::Reply { intent: Intent::Acknowledge, .. }) || !case.acknowledged
        })
    }

    pub(super) fn request_step(&self, habits: Habits, key: &Key, case: &CaseState) -> Option<Act> {
        let wanted = case.planned.offer.clone().or_else(|| case.planned.unsafe_to_give.clone())?;
        if case.logged.is_none() {
            let knows = habits.classifies || case.planned.channel == Channel::Portal;
            let kind = if knows { Logged::Request } else { Logged::Incident };
            return Some(self.log(habits, key, case, kind, Some(wanted)));
        }
        let offer = self.plan.files.pool.offers.get(&wanted)?;
        if case.logged == Some(Logged::Incident) {
            // What a team has given back is corrected.
            let given_back = case.with.is_none() && case.turn > 0;
            if given_back {
                let field = crate::shift::Correction::Kind(Logged::Request);
                return Some(Act::Amend { case: key.clone(), field });
            }
            return self.give(key, case, &offer.team);
        }
        if offer.verify && habits.verifies && case.verified.is_none() {
            return Some(Act::Verify { contact: key.clone(), method: Verify::Callback });
        }
        let approved = case.approval.as_ref().and_then(|asked| asked.answer);
        if offer.approval == Approval::Manager && approved != Some(true) && (habits.asks || case.turn > 0) {
            let asked = case.approval.is_some();
            return (!asked)
                .then(|| self.manager_of(case))
                .flatten()
                .map(|person| Act::AskApproval { case: key.clone(), person });
        }
        let you = &self.plan.files.scenario.you.team;
        let next = offer.tasks.iter().find(|task| !case.tasks.contains(&task.key))?;
        if next.team == *you {
            return Some(Act::Fulfil { case: key.clone(), task: next.key.clone() });
        }
        self.give(key, case, &next.team)
    }

    /// Gives a case to a team, if nobody has it.
    pub(super) fn give(&self, key: &Key, case: &CaseState, team: &Key) -> Option<Act> {
        let there = case.work.is_some() || case.with.as_ref() == Some(team);
        (!there).then(|| Act::Assign { case: key.clone(), team: team.clone() })
    }

    /// Whoever decides for a caller's department.
    pub(super) fn manager_of(&self, case: &CaseState) -> Option<Key> {
        let people = &self.plan.files.pool.people;
        let department = &people.get(&case.planned.who)?.department;
        let decides =
            people.iter().find(|(key, person)| person.decides_for.contains(department) && **key != case.planned.who);
        decides.map(|(key, _)| key.clone()).or_else(|| Some(Key::new("falk")))
    }

    pub(super) fn promise(&self, key: &Key, case: &CaseState) -> Act {
        let now = self.now();
        let fits = case.planned.truth.promise.filter(|time| *time > now);
        let until = fits.unwrap_or(LocalTime(now.0 + 40));
        Act::Promise { contact: key.clone(), until, words: String::new() }
    }

    pub(super) fn log(&self, habits: Habits, key: &Key, case: &CaseState, kind: Logged, offer: Option<Key>) -> Act {
        let truth = &case.planned.truth;
        let knows = habits.classifies;
        Act::Log {
            contact: key.clone(),
            kind,
            impact: truth.impact.filter(|_| knows),
            urgency: truth.urgency.filter(|_| knows),
            service: truth.service.clone().filter(|_| knows),
            item: truth.item.clone().filter(|_| habits.sees),
            category: truth.category.clone().filter(|_| knows),
            offer: offer.filter(|_| kind == Logged::Request),
        }
    }
}
