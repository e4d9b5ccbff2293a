//! What somebody tries who does not see through it.

use super::habits::Habits;
use crate::scenario::{Key, Works};
use crate::shift::play::Shift;
use crate::shift::state::CaseState;
use crate::shift::{Act, Verify};

impl Shift {
    /// What comes to mind, or what an article says; each once, and not more than two.
    pub(super) fn tried_step(&self, habits: Habits, key: &Key, case: &CaseState) -> Option<Act> {
        let you = &self.plan.files.scenario.you.team;
        let pool = &self.plan.files.pool;
        let mine = |fix: &Key| self.is_own(fix);
        let done = |fix: &Key| case.tried.iter().any(|(tried, _)| tried == fix);
        let near = |fix: &Key, remedy: &crate::scenario::Remedy| {
            let minutes = pool.fixes.get(fix).map_or(0.0, |fix| fix.minutes);
            remedy.only_whom.is_some() || minutes <= 5.0
        };
        let fix = if habits.searches {
            let found = case.found.iter().flatten().filter_map(|article| pool.articles.get(article));
            // Whoever reads before doing sees which article fits.
            let fault = self.pool_fault(case.planned.fault.as_ref());
            let fits = |article: &&crate::scenario::Article| {
                let reads =
                    article.faults.iter().any(|key| pool.faults.get(key).is_some_and(|form| Some(form) == fault));
                article.state == crate::scenario::ArticleState::Published && reads
            };
            let mut current = found.filter(fits);
            // When things go down, what an article says is asked of those who can.
            let pressing = case.planned.truth.impact == Some(1) && !self.state.down.is_empty();
            let can = |fix: &Key| mine(fix) || pressing && !self.was_asked(key, fix);
            let described = current.find_map(|article| article.fix.clone().filter(|fix| can(fix) && !done(fix)));
            let own = case.planned.truth.team.as_ref() == Some(you);
            let named = || case.planned.truth.fix.iter().filter(|_| own).find(|fix| mine(fix) && !done(fix)).cloned();
            described.or_else(named)?
        } else {
            let fault = self.pool_fault(case.planned.fault.as_ref())?;
            // What comes to mind first is what looks nearest, and seldom what helps.
            let worth = |works: Works| matches!(works, Works::No | Works::Worse);
            let first = fault.fixes.iter().filter(|(fix, remedy)| mine(fix) && !done(fix) && near(fix, remedy));
            first.min_by_key(|(_, remedy)| !worth(remedy.works)).map(|(fix, _)| fix.clone())?
        };
        let most = if habits.searches { 2 } else { 3 };
        if case.tried.len() >= most {
            return None;
        }
        let form = pool.fixes.get(&fix)?;
        if form.verify && habits.verifies && case.verified.is_none() {
            return Some(Act::Verify { contact: key.clone(), method: Verify::Callback });
        }
        Some(Act::Fix { case: key.clone(), fix })
    }

    /// The team it seems to be for: by its service, or by what is so.
    pub(super) fn team_for(&self, habits: Habits, case: &CaseState) -> Option<Key> {
        let truth = &case.planned.truth;
        if habits.routes && (habits.sees || !case.facts.is_empty() || truth.team.is_some() && truth.parent.is_none()) {
            return truth.team.clone();
        }
        let item = case.planned.item.as_ref().filter(|_| habits.routes);
        if let Some(item) = item.and_then(|item| self.plan.files.world.items.get(item)) {
            return Some(item.team.clone());
        }
        let service = case.planned.symptom.as_ref().or(truth.service.as_ref())?;
        let world = &self.plan.files.world;
        world.items.values().find(|item| item.service == *service).map(|item| item.team.clone())
    }
}
