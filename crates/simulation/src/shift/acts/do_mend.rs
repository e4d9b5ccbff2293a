//! Mending: a fix, a step of a request.

use super::super::play::{Refused, Shift};
use crate::scenario::Key;

impl Shift {
    pub(super) fn do_fix(&mut self, key: &Key, fix: &Key) -> Result<(), Refused> {
        if !self.is_own(fix) {
            return self.ask_for(key, fix);
        }
        let label = self.plan.files.pool.fixes.get(fix).map(|fix| fix.label.clone()).unwrap_or_default();
        let unsafe_to_give = self.state.cases.get(key).is_some_and(|case| case.planned.unsafe_to_give.is_some());
        let (_, says) = if unsafe_to_give {
            self.given_unsafely(key, fix);
            (true, "Done.".to_owned())
        } else {
            self.tried(key, fix, None)
        };
        let says = self.filled(key, &says);
        self.system_says(key, &format!("{label}: {says}"));
        let now = self.kernel.now().utc();
        if self.records.is_open(key) {
            drop(self.records.start(now, &Self::you(), key));
            drop(self.records.note(now, &Self::you(), key, &format!("{label}: {says}")));
        }
        Ok(())
    }

    /// Another team is asked to do something.
    fn ask_for(&mut self, key: &Key, fix: &Key) -> Result<(), Refused> {
        const AT_ONCE: f64 = 2.0;
        let case = self.asked_for(key);
        let Some(team) = self.who_can(fix) else { return Ok(()) };
        self.record_goes_to(&case, &team)?;
        if let Some(state) = self.state.cases.get_mut(&case) {
            state.ordered_fix = Some(fix.clone());
        }
        self.give_to(&case, &team);
        // In a major incident the teams stand by.
        if self.state.major.is_some() {
            self.wait_again(&case, AT_ONCE);
        }
        let label = self.label_of_fix(fix).unwrap_or_default();
        self.system_says(key, &format!("{label}."));
        Ok(())
    }

    pub(super) fn do_fulfil(&mut self, key: &Key, task: &Key) -> Result<(), Refused> {
        let unsafe_to_give = self.state.cases.get(key).is_some_and(|case| case.planned.unsafe_to_give.is_some());
        let label = self.label_of(&super::super::Act::Fulfil { case: key.clone(), task: task.clone() });
        self.task_done(key, task, None);
        if unsafe_to_give {
            self.given_unsafely(key, task);
        }
        self.system_says(key, &format!("{label}: done."));
        self.send_on(key);
        Ok(())
    }
}
