//! Whether the advisor's file is whole. The app does not ask: tests do, so that it need not.

use std::collections::BTreeSet;

use super::form::{Advisor, Condition, Effect, Emphasis, Extent, Piece};
use crate::practice_ids::is_practice;

impl Advisor {
    /// What is wrong with the file, in words: ids that are used twice or lead nowhere, conditions on later questions,
    /// lists that are not complete, pieces that no rule reaches.
    pub fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        self.questions_faults(&mut faults);
        self.lists_faults(&mut faults);
        self.rules_faults(&mut faults);
        self.unreached(&mut faults);
        faults
    }

    fn questions_faults(&self, faults: &mut Vec<String>) {
        let mut earlier = BTreeSet::new();
        for question in &self.questions {
            let id = &question.id;
            if !self.considerations.iter().any(|one| one.id == question.consideration) {
                faults.push(format!("question {id}: no consideration {}", question.consideration));
            }
            for other in question.when.keys().filter(|other| !earlier.contains(other.as_str())) {
                faults.push(format!("question {id} depends on {other}, which is not asked before it"));
            }
            self.condition_faults(&format!("question {id}"), &question.when, faults);
            if question.answers.len() < 2 {
                faults.push(format!("question {id} leaves no choice"));
            }
            twice(&format!("answers of {id}"), question.answers.iter().map(|answer| answer.id.as_str()), faults);
            if !question.several && question.answers.iter().any(|answer| answer.alone) {
                faults.push(format!("question {id}: of one answer each stands alone"));
            }
            earlier.insert(id.as_str());
        }
        twice("questions", self.questions.iter().map(|question| question.id.as_str()), faults);
    }

    fn condition_faults(&self, whose: &str, when: &Condition, faults: &mut Vec<String>) {
        for (question, answers) in when {
            let Some(question) = self.question(question) else {
                faults.push(format!("{whose}: no question {question}"));
                continue;
            };
            if answers.is_empty() {
                faults.push(format!("{whose}: no answer of {} is named", question.id));
            }
            for answer in answers.iter().filter(|answer| question.answer(answer).is_none()) {
                faults.push(format!("{whose}: no answer {answer} to {}", question.id));
            }
        }
    }

    fn lists_faults(&self, faults: &mut Vec<String>) {
        if self.extents.iter().map(|one| one.id).ne([Extent::Lightweight, Extent::Selective, Extent::Full]) {
            faults.push("extents: not each once, the lightest first".to_owned());
        }
        let emphases: BTreeSet<Emphasis> = self.emphases.iter().map(|one| one.id).collect();
        if emphases.len() != 5 || self.emphases.len() != 5 {
            faults.push("emphases: not each once".to_owned());
        }
        twice("practices", self.practices.iter().map(|one| one.id.as_str()), faults);
        twice("frameworks", self.frameworks.iter().map(|one| one.id.as_str()), faults);
        for (what, pieces) in self.pieces() {
            twice(what, pieces.iter().map(|one| one.id.as_str()), faults);
        }
        let mut earlier = BTreeSet::new();
        for practice in &self.practices {
            if !is_practice(&practice.id) {
                faults.push(format!("{} is none of the 34 practices", practice.id));
            }
            for other in practice.after.iter().filter(|other| !earlier.contains(other.as_str())) {
                faults.push(format!("practice {} builds on {other}, which is not listed before it", practice.id));
            }
            earlier.insert(practice.id.as_str());
        }
    }

    fn rules_faults(&self, faults: &mut Vec<String>) {
        for rule in &self.rules {
            let whose = format!("rule “{}”", rule.because);
            self.condition_faults(&whose, &rule.when, faults);
            if rule.when.is_empty() || rule.then.is_empty() {
                faults.push(format!("{whose} rests on nothing, or leads to nothing"));
            }
            for effect in &rule.then {
                let unknown = |what: &str, id: &str| format!("{whose}: no {what} {id}");
                match effect {
                    Effect::Practices(points) => {
                        let missing = points.keys().filter(|id| self.practice(id).is_none());
                        faults.extend(missing.map(|id| unknown("practice", id)));
                    }
                    Effect::Formality(which, _) => {
                        let missing = which.iter().filter(|id| self.practice(id).is_none());
                        faults.extend(missing.map(|id| unknown("practice", id)));
                    }
                    Effect::Framework(id, _) if !self.frameworks.iter().any(|one| one.id == *id) => {
                        faults.push(unknown("framework", id));
                    }
                    Effect::Strategy(id) if !has(&self.strategy, id) => faults.push(unknown("strategy", id)),
                    Effect::People(id) if !has(&self.people, id) => faults.push(unknown("people", id)),
                    Effect::Risk(id) if !has(&self.risks, id) => faults.push(unknown("risk", id)),
                    Effect::Cost(id) if !has(&self.costs, id) => faults.push(unknown("cost", id)),
                    _ => {}
                }
            }
        }
    }

    /// What no rule leads to would never be seen.
    fn unreached(&self, faults: &mut Vec<String>) {
        let reached: BTreeSet<(&str, &str)> = self.rules.iter().flat_map(|rule| &rule.then).flat_map(named).collect();
        for (what, pieces) in self.pieces() {
            let missing = pieces.iter().filter(|piece| !reached.contains(&(what, piece.id.as_str())));
            faults.extend(missing.map(|piece| format!("{what}: no rule leads to {}", piece.id)));
        }
        let practices = self.practices.iter().filter(|one| !reached.contains(&("practices", one.id.as_str())));
        faults.extend(practices.map(|one| format!("practices: no rule leads to {}", one.id)));
        let frameworks = self.frameworks.iter().filter(|one| !reached.contains(&("frameworks", one.id.as_str())));
        faults.extend(frameworks.map(|one| format!("frameworks: no rule speaks of {}", one.id)));
        let heeded = |id: &String| self.rules.iter().any(|rule| rule.when.contains_key(id));
        let idle = self.questions.iter().filter(|question| !heeded(&question.id));
        faults.extend(idle.map(|question| format!("question {}: no rule heeds it", question.id)));
    }

    fn pieces(&self) -> [(&'static str, &[Piece]); 4] {
        [("strategy", &self.strategy), ("people", &self.people), ("risks", &self.risks), ("costs", &self.costs)]
    }
}

fn named(effect: &Effect) -> Vec<(&'static str, &str)> {
    match effect {
        Effect::Practices(points) => points.keys().map(|id| ("practices", id.as_str())).collect(),
        Effect::Framework(id, _) => vec![("frameworks", id)],
        Effect::Strategy(id) => vec![("strategy", id)],
        Effect::People(id) => vec![("people", id)],
        Effect::Risk(id) => vec![("risks", id)],
        Effect::Cost(id) => vec![("costs", id)],
        Effect::Extent(..) | Effect::Emphasis(..) | Effect::Formality(..) | Effect::Pace(_) => Vec::new(),
    }
}

fn has(pieces: &[Piece], id: &str) -> bool {
    pieces.iter().any(|piece| piece.id == id)
}

fn twice<'a>(what: &str, ids: impl Iterator<Item = &'a str>, faults: &mut Vec<String>) {
    let mut seen = BTreeSet::new();
    faults.extend(ids.filter(|id| !seen.insert(*id)).map(|id| format!("{what}: {id} stands there twice")));
}
