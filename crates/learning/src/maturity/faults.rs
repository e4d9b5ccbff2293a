//! Whether the file of the assessment is whole. The app does not ask: tests do, so that it need not.

use std::collections::BTreeSet;

use super::form::Maturity;
use super::level::Level;
use crate::practice_ids::is_practice;

impl Maturity {
    /// What is wrong with the file, in words.
    pub fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        if self.levels.iter().map(|text| text.level).ne(Level::all()) {
            faults.push("levels: not each once, the lowest first".to_owned());
        }
        let mut practices = BTreeSet::new();
        let mut statements = BTreeSet::new();
        for practice in &self.practices {
            let id = &practice.id;
            if !is_practice(id) || !practices.insert(id) {
                faults.push(format!("{id} is none of the 34 practices, or stands there twice"));
            }
            if !(5..=8).contains(&practice.statements.len()) {
                faults.push(format!("{id}: {} statements, not 5 to 8", practice.statements.len()));
            }
            if !practice.statements.is_sorted_by_key(|statement| statement.level) {
                faults.push(format!("{id}: a lower level stands after a higher one"));
            }
            for level in Level::all().skip(1) {
                if practice.statements.iter().all(|statement| statement.level != level) {
                    faults.push(format!("{id}: nothing is stated on level {}", level.number()));
                }
            }
            for statement in &practice.statements {
                if !statements.insert(&statement.id) {
                    faults.push(format!("{} stands there twice", statement.id));
                }
                if statement.level == Level::LOWEST {
                    faults.push(format!("{}: everybody has reached the first level", statement.id));
                }
                let most = |code: super::Prefill| if code.is_number() { u32::MAX } else { 100 };
                let bad = |one: super::Threshold| one.met <= one.partly || one.partly == 0 || one.met > most(one.code);
                if statement.prefill.is_some_and(bad) {
                    faults.push(format!("{}: its thresholds make no sense", statement.id));
                }
            }
        }
        faults
    }
}
