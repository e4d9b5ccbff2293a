//! What somebody at the desk sees: made of what is so, less what is hidden.

mod board;
mod case;
mod offers;
mod strip;

use super::play::Shift;
use super::view::{Help, Interrupted, Stage, View};
use crate::scenario::{Begins, Key};

impl Shift {
    /// What one sees now.
    pub fn view(&self) -> Option<View> {
        let scenario = &self.plan.files.scenario;
        let mut cases: Vec<&Key> =
            self.state.cases.iter().filter(|(_, case)| case.has_come()).map(|(key, _)| key).collect();
        cases.sort_by_key(|key| self.state.cases.get(*key).map(|case| case.order));
        // What was known before is found by searching, not by looking at the inbox.
        let raised = self.state.problems.keys().filter(|key| key.starts_with("problem-"));
        let problems = raised.filter_map(|key| self.see_problem(key));
        Some(View {
            scenario: scenario.id.clone(),
            title: scenario.title.clone(),
            now: self.now(),
            instant: self.instant(),
            from: scenario.clock.from,
            to: scenario.clock.to,
            zone: self.plan.files.world.zone.clone(),
            live: scenario.pace.live,
            stage: self.stage(),
            interrupted: self.busy.as_ref().map(|busy| Interrupted {
                label: busy.label.clone(),
                case: busy.act.case().cloned(),
                minutes_left: busy.left.num_seconds() as f64 / 60.0,
                by: busy.by.clone(),
            }),
            talking_to: self.state.talking_to.clone(),
            cases: cases.into_iter().filter_map(|key| self.see_case(key)).chain(problems).collect(),
            changes: self.see_changes(),
            promises: self.see_promises(),
            strip: self.see_strip(),
            board: self.see_board(),
            choices: self.see_choices(),
            acts: self.offers_of_desk(),
            help: Help { begins: self.help, coach: self.help != Begins::None, hint: self.state.hint.clone() },
            news: self.news.clone(),
        })
    }

    fn stage(&self) -> Stage {
        match () {
            () if self.state.over => Stage::Over,
            () if self.is_closing() => Stage::Handover,
            () => Stage::Running,
        }
    }
}
