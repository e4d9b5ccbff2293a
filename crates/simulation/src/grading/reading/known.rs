//! What was known, or could have been: no condition sees a fact before that.

use chrono::TimeDelta;

use super::{Did, Reading};
use crate::grading::spans::Time;
use crate::scenario::{Answer, Key};
use crate::shift::{Act, WorldEvent};

/// How long a question takes while somebody is there.
const ASK: TimeDelta = TimeDelta::minutes(1);
/// How long half of all written questions wait for their answer (see the scenarios' README).
const WRITTEN: TimeDelta = TimeDelta::minutes(12);

impl<'a> Reading<'a> {
    /// What somebody would answer to a question.
    fn answer(&self, case: &str, question: &str) -> Option<&'a Answer> {
        let own = self.contact(case).and_then(|contact| contact.answers.get(question));
        own.or_else(|| self.fault(case).and_then(|fault| fault.form.answers.get(question)))
    }

    /// The fact that an answer would reveal.
    pub fn would_reveal(&self, case: &str, question: &str) -> Option<&'a Key> {
        self.answer(case, question).and_then(Answer::reveals)
    }

    /// The questions whose answers reveal something.
    pub fn telling_questions(&self, case: &str) -> Vec<&'a Key> {
        self.pool().questions.keys().filter(|question| self.would_reveal(case, question).is_some()).collect()
    }

    /// The first time that a question was asked.
    pub fn asked(&self, case: &str, question: &str) -> Option<&Did<'a>> {
        self.about(case).find(|did| matches!(did.act, Act::Ask { question: asked, .. } if *asked == *question))
    }

    /// The fact that an act tells by itself.
    pub fn tells(&self, act: &Act) -> Option<&'a Key> {
        match act {
            Act::Ask { contact, question } => self.would_reveal(contact, question),
            Act::Diagnose { case, diagnostic } => self.fault(case)?.form.diagnoses.get(diagnostic)?.reveals.as_ref(),
            Act::Verify { contact, method } => {
                let method = format!("{method:?}").to_lowercase();
                self.contact(contact)?.verify.get(method.as_str())?.reveals()
            }
            _ => None,
        }
    }

    /// Whether a fact was known at an instant, from whomever.
    pub fn is_known(&self, fact: &Key, time: Time) -> bool {
        let told = |did: &Did| did.to <= time && self.tells(did.act) == Some(fact);
        self.acts.iter().any(told)
            || self.events().filter(|(entry, _)| entry.at <= time).any(|(_, event)| match event {
                WorldEvent::Revealed { fact: revealed, .. } => revealed == fact,
                _ => false,
            })
    }

    /// When the player turned to a case.
    pub fn taken_up(&self, case: &str) -> Option<&Did<'a>> {
        self.about(case).next()
    }

    /// From when the truth about a case was known, or could have been by a question that was open; `None` if the player
    /// never turned to it.
    pub fn known_since(&self, case: &str) -> Option<Time> {
        let taken = self.taken_up(case)?.to;
        let questions = self.telling_questions(case);
        if questions.is_empty() || self.is_alert(case) {
            return Some(taken);
        }
        let asked = questions.iter().filter_map(|question| self.asked(case, question)).map(|did| did.to).min();
        let live = self.case(case)?.channel.is_live();
        Some(match asked {
            Some(asked) if live => asked.min(taken + ASK),
            Some(asked) => self.told(case, asked).unwrap_or(asked + WRITTEN),
            None => taken + if live { ASK } else { WRITTEN },
        })
    }

    /// When a case first told something from an instant on.
    fn told(&self, case: &str, from: Time) -> Option<Time> {
        self.events().filter(|(entry, _)| entry.at >= from).find_map(|(entry, event)| match event {
            WorldEvent::Revealed { case: Some(key), .. } if *key == *case => Some(entry.at),
            _ => None,
        })
    }
}
