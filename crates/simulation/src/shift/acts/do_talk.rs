//! With the caller: answer, ask, verify, reply, promise, confirm; and a word to everybody.

use chrono::TimeDelta;

use super::super::due::Due;
use super::super::play::{Refused, Shift};
use super::super::state::Given;
use super::super::{BroadcastIntent, Intent, RefuseReason, Verify, WorldEvent};
use crate::scenario::{Channel, Key, LocalTime, PromiseIs, Refuse};

/// How long a word to everybody holds off those who would ask, in minutes.
const HOLDS_OFF: i64 = 30;
/// Whoever is answered within so many minutes has not waited.
const FAST: i64 = 2;

impl Shift {
    pub(super) fn do_answer(&mut self, key: &Key) -> Result<(), Refused> {
        let now = self.kernel.now();
        let Some(case) = self.state.cases.get(key) else { return Ok(()) };
        // It may have rung out while one reached for it.
        if case.lost {
            return Err(Refused("It stopped ringing.".to_owned()));
        }
        let fast = now.since(case.arrived).num_minutes() <= FAST;
        self.take_up(key);
        self.state.talking_to = Some(key.clone());
        if fast {
            self.caller_mood(key, "answered-fast");
        }
        Ok(())
    }

    pub(super) fn do_open(&mut self, key: &Key) -> Result<(), Refused> {
        self.take_up(key);
        let Some(case) = self.state.cases.get_mut(key) else { return Ok(()) };
        case.calls = false;
        // News are read, and that is all; their record calls for what is to be done.
        if case.planned.channel == Channel::Team {
            case.over = true;
            let about = case.planned.about.clone();
            if let Some(about) = about.and_then(|about| self.state.cases.get_mut(&about)) {
                about.calls = true;
            }
        }
        Ok(())
    }

    pub(super) fn do_ask(&mut self, key: &Key, question: &Key) -> Result<(), Refused> {
        let text = self.plan.files.pool.questions.get(question).cloned().unwrap_or_default();
        self.you_say(key, &text);
        let Some(case) = self.state.cases.get_mut(key) else { return Ok(()) };
        let times = case.asked.entry(question.clone()).or_default();
        *times += 1;
        let (again, who) = (*times > 1, case.planned.who.clone());
        if again {
            let text = self.phrase("asked-again", &who, key);
            self.person_says(key, &who, &text);
            self.caller_mood(key, "asked-again");
        } else if self.is_live(key) {
            let (text, fact) = self.answer_of(key, question);
            self.person_says(key, &who, &text);
            if fact.is_some() {
                self.caller_mood(key, "asked-well");
            }
            self.reveal(key, fact);
        } else {
            let minutes = self.written_answer(key, question);
            self.in_minutes(minutes, Due::Answered(key.clone(), question.clone()));
        }
        // Whom one talks to needs no look.
        if self.state.talking_to.as_ref() == Some(key)
            && let Some(case) = self.state.cases.get_mut(key)
        {
            case.calls = false;
        }
        Ok(())
    }

    pub(super) fn do_verify(&mut self, key: &Key, method: Verify) -> Result<(), Refused> {
        let Some(case) = self.state.cases.get(key) else { return Ok(()) };
        let who = case.planned.who.clone();
        let answer = case.planned.verify.get(method.word()).cloned();
        let stranger = self.plan.files.pool.people.get(&who).is_some_and(|person| person.stranger);
        let (says, fact) = match &answer {
            Some(answer) => (answer.texts("plain").first().cloned().unwrap_or_default(), answer.reveals().cloned()),
            None if stranger => ("That leads nowhere.".to_owned(), None),
            None => (format!("{} is who they say.", self.name_of(&who)), None),
        };
        let sure = if stranger { fact.as_ref().map(|_| false) } else { Some(true) };
        self.system_says(key, &says);
        self.reveal(key, fact);
        if let Some(case) = self.state.cases.get_mut(key) {
            case.verified = sure.or(case.verified);
        }
        Ok(())
    }

    pub(super) fn do_reply(
        &mut self,
        key: &Key,
        intent: Intent,
        reason: Option<RefuseReason>,
        words: &str,
    ) -> Result<(), Refused> {
        let text =
            if words.trim().is_empty() { usual_words(intent, reason).to_owned() } else { words.trim().to_owned() };
        self.you_say(key, &text);
        self.word_given(key);
        match intent {
            Intent::Refuse => self.refused(key, reason.unwrap_or(RefuseReason::Bare)),
            Intent::Acknowledge => self.acknowledge(key, "acknowledged"),
            Intent::Update | Intent::Workaround | Intent::Answer => self.acknowledge(key, "updated"),
        }
        let wanted = format!("reply:{}", intent.word());
        let answers = matches!(intent, Intent::Answer | Intent::Update) || self.belongs(key, &wanted);
        if answers {
            self.question_met(key);
        }
        // Where something is asked for that is not offered, an answer says so.
        let refuse = self.state.cases.get(key).and_then(|case| case.planned.truth.refuse);
        if intent == Intent::Answer && refuse == Some(Refuse::NotOffered) {
            self.answered(key);
        }
        Ok(())
    }

    /// Whether an act belongs to a contact, by what is so.
    pub(crate) fn belongs(&self, key: &Key, act: &str) -> bool {
        self.state.cases.get(key).is_some_and(|case| case.planned.truth.must.iter().any(|must| must == act))
    }

    /// A question is answered: whoever asked can go on.
    pub(in crate::shift) fn question_met(&mut self, key: &Key) {
        if self.state.cases.get(key).is_some_and(|case| case.planned.truth.refuse.is_none()) {
            self.answered(key);
        }
    }

    fn answered(&mut self, key: &Key) {
        if self.state.cases.get(key).is_some_and(|case| case.planned.question) {
            self.need_met(key);
            if let Some(case) = self.state.cases.get_mut(key).filter(|case| case.logged.is_none()) {
                case.over = true;
            }
        }
    }

    /// Somebody knows that they were heard.
    fn acknowledge(&mut self, key: &Key, why: &str) {
        let first = self.state.cases.get(key).is_some_and(|case| !case.acknowledged);
        if let Some(case) = self.state.cases.get_mut(key) {
            case.acknowledged = true;
        }
        if first {
            self.caller_mood(key, why);
        }
        self.will_chase(key);
    }

    fn refused(&mut self, key: &Key, reason: RefuseReason) {
        let right = self.is_unsafe(key);
        let why = if reason == RefuseReason::Bare { "refused-bare" } else { "refused-with-reason" };
        self.caller_mood(key, why);
        if let Some(case) = self.state.cases.get_mut(key) {
            case.refused = Some(reason);
        }
        if right {
            self.need_met(key);
            if let Some(case) = self.state.cases.get_mut(key).filter(|case| case.logged.is_none()) {
                case.over = true;
            }
        } else {
            self.will_chase(key);
        }
    }

    pub(super) fn do_promise(&mut self, key: &Key, until: LocalTime, words: &str) -> Result<(), Refused> {
        let time = String::from(until);
        let usual = format!("You hear from us by {time}, with news or without.");
        let text = if words.trim().is_empty() { usual } else { words.trim().to_owned() };
        self.you_say(key, &text);
        self.word_given(key);
        let at = self.plan.at(until);
        if let Some(case) = self.state.cases.get_mut(key) {
            case.promise = Some(Given { until: at, is: PromiseIs::Running });
        }
        self.at(at, Due::Promised(key.clone(), at));
        self.acknowledge(key, "acknowledged");
        if self.belongs(key, "promise") {
            self.question_met(key);
        }
        Ok(())
    }

    pub(super) fn do_confirm(&mut self, key: &Key) -> Result<(), Refused> {
        let Some(case) = self.state.cases.get(key) else { return Ok(()) };
        let (who, works) = (case.planned.who.clone(), !case.is_unmet());
        self.you_say(key, "Does it work now?");
        self.word_given(key);
        let occasion = if works { "thanks" } else { "not-fixed" };
        let text = self.phrase(occasion, &who, key);
        self.person_says(key, &who, &text);
        let first = self.state.cases.get(key).is_some_and(|case| !case.confirmed);
        if let Some(case) = self.state.cases.get_mut(key) {
            case.confirmed = works;
            case.calls = false;
            case.acknowledged = true;
        }
        if first || !works {
            self.mood(&who, if works { "fixed" } else { "not-fixed" });
        }
        Ok(())
    }

    pub(super) fn do_broadcast(
        &mut self,
        key: &Key,
        intent: BroadcastIntent,
        until: Option<LocalTime>,
        words: &str,
    ) -> Result<(), Refused> {
        let told = self.hang_on(key);
        let text =
            if words.trim().is_empty() { self.usual_broadcast(key, intent, until) } else { words.trim().to_owned() };
        self.say(key, super::super::view::Side::You, "You", &text, true);
        let now = self.kernel.now();
        let drawn_major = self.state.major.as_ref() == Some(key);
        if drawn_major {
            drop(self.records.update_major(now.utc(), &Self::you(), key, &text));
        }
        for case in told {
            self.word_given(&case);
            let has_record = self.records.is_open(&case);
            if has_record && !drawn_major {
                drop(self.records.say(now.utc(), &Self::you(), &case, false, &text));
            }
            self.acknowledge(&case, "updated");
        }
        self.state.hold_chasers_until = now.plus(TimeDelta::minutes(HOLDS_OFF)).ok();
        Ok(())
    }

    fn usual_broadcast(&self, key: &Key, intent: BroadcastIntent, until: Option<LocalTime>) -> String {
        let service = self.records.service(key).and_then(|service| self.plan.files.world.services.get(service));
        let what = service.map_or("something", |service| service.name.as_str());
        let again = until.map(|time| format!(" You hear again by {}.", String::from(time))).unwrap_or_default();
        match intent {
            BroadcastIntent::Update => {
                format!("{what}: we know that it does not work as it should, and we are on it.{again}")
            }
            BroadcastIntent::Workaround => {
                format!("{what}: until it is mended there is a way to go on; ask us.{again}")
            }
            BroadcastIntent::Restored => format!("{what}: it works again. Tell us if it does not.{again}"),
        }
    }

    /// Whoever hangs on a case: itself, its children, all of the same fault, and who asked about it.
    pub(crate) fn hang_on(&self, key: &Key) -> Vec<Key> {
        let fault = self.fault_of(key);
        let children = self.records.children_of(key);
        let same = self.state.cases.values().filter(|case| {
            let of_fault = fault.is_some() && case.planned.fault == fault;
            let asks = case.planned.question && case.planned.demand.is_some();
            let this = case.planned.key == *key || children.contains(&case.planned.key);
            let waits = case.is_unmet() || self.promise_is(&case.planned.key) == PromiseIs::Running;
            case.has_come() && waits && (this || of_fault || asks)
        });
        let mut all: Vec<Key> = same.map(|case| case.planned.key.clone()).collect();
        if !all.contains(key) && self.state.cases.contains_key(key) {
            all.push(key.clone());
        }
        all
    }

    /// The fault behind a case, or behind the one that it is news of.
    pub(crate) fn fault_of(&self, key: &Key) -> Option<Key> {
        let case = self.state.cases.get(key)?;
        let about = || self.state.cases.get(case.planned.about.as_ref()?)?.planned.fault.clone();
        case.planned.fault.clone().or_else(about)
    }

    /// Something unsafe was given: whoever asked has it.
    pub(super) fn given_unsafely(&mut self, key: &Key, fix: &Key) {
        self.need_met(key);
        self.world(WorldEvent::Tried { case: key.clone(), fix: fix.clone(), helped: true, by: None });
        if let Some(case) = self.state.cases.get_mut(key) {
            case.tried.push((fix.clone(), true));
        }
    }
}

/// What is said where nobody writes anything.
fn usual_words(intent: Intent, reason: Option<RefuseReason>) -> &'static str {
    match (intent, reason) {
        (Intent::Acknowledge, _) => "Thank you, we have it and look into it.",
        (Intent::Update, _) => "We are still at it. You hear from us as soon as there is something new.",
        (Intent::Workaround, _) => "Until it is mended, there is a way to go on.",
        (Intent::Answer, _) => "Here is what we know.",
        (Intent::Refuse, Some(RefuseReason::Identity)) => "I cannot do this before I know who you are.",
        (Intent::Refuse, Some(RefuseReason::NoApproval)) => "This needs an approval first.",
        (Intent::Refuse, Some(RefuseReason::Security)) => "This would be unsafe, for you as well.",
        (Intent::Refuse, Some(RefuseReason::Freeze)) => "Nothing is changed at this time.",
        (Intent::Refuse, Some(RefuseReason::NotOffered)) => "We do not do this, and here is why.",
        (Intent::Refuse, _) => "No, I am sorry.",
    }
}
