//! What an act costs, in simulated minutes.

use super::super::Act;
use super::super::play::Shift;
use super::super::state::CaseState;
use crate::scenario::{Key, Minutes};

impl Shift {
    /// What an act would cost now; `None` for waiting.
    pub(crate) fn minutes_of(&self, act: &Act) -> Option<f64> {
        match act {
            Act::Diagnose { case, diagnostic } => Some(self.minutes_to_look(case, diagnostic)),
            Act::Fix { case, fix } if self.is_own(fix) => Some(self.minutes_to_fix(case, fix)),
            // To ask another team takes a minute; theirs pass beside yours.
            Act::Fix { .. } => Some(1.0),
            Act::Fulfil { case, task } => Some(self.minutes_of_task(case, task)),
            Act::Implement { change } => Some(self.minutes_to_implement(change)),
            Act::Backout { change } => Some(if self.is_mine(change) { self.back_out_minutes(change) } else { 1.0 }),
            Act::Wait { .. } | Act::CarryOn | Act::Leave | Act::Finish => None,
            other => match self.plan.files.pool.acts.get(other.name()).map(|form| form.minutes) {
                Some(Minutes::Fixed(minutes)) => Some(minutes),
                Some(Minutes::By(_)) | None => Some(0.0),
            },
        }
    }

    /// What is known at a case: an article that was found names diagnostics and a fix.
    fn articles_found(&self, key: &Key) -> impl Iterator<Item = &crate::scenario::Article> {
        let found = self.state.cases.get(key).and_then(|case: &CaseState| case.found.as_ref());
        found.into_iter().flatten().filter_map(|article| self.plan.files.pool.articles.get(article))
    }

    /// Half with an article that names it.
    pub(crate) fn minutes_to_look(&self, key: &Key, diagnostic: &Key) -> f64 {
        let own = self.plan.files.pool.diagnostics.get(diagnostic).map_or(0.0, |look| look.minutes);
        let named = self.articles_found(key).any(|article| article.diagnostics.contains(diagnostic));
        if named { own / 2.0 } else { own }
    }

    /// Less with an article that describes it, never below one.
    pub(crate) fn minutes_to_fix(&self, key: &Key, fix: &Key) -> f64 {
        let own = self.plan.files.pool.fixes.get(fix).map_or(0.0, |fix| fix.minutes);
        let saved =
            self.articles_found(key).filter(|article| article.fix.as_ref() == Some(fix)).map(|article| article.saves);
        (own - saved.fold(0.0, f64::max)).max(own.min(1.0))
    }

    fn minutes_of_task(&self, key: &Key, task: &Key) -> f64 {
        let offer = self.state.cases.get(key).and_then(|case| case.ordered.as_ref());
        let offer = offer.and_then(|offer| self.plan.files.pool.offers.get(offer));
        offer.and_then(|offer| offer.tasks.iter().find(|step| step.key == *task)).map_or(0.0, |step| step.minutes)
    }

    /// Whether one's own team carries a change out.
    pub(crate) fn is_mine(&self, change: &Key) -> bool {
        self.state
            .changes
            .get(change)
            .is_some_and(|change| change.by.as_ref() == Some(&self.plan.files.scenario.you.team))
    }

    fn minutes_to_implement(&self, change: &Key) -> f64 {
        let fix = self.state.changes.get(change).and_then(|change| change.does.fix.as_ref());
        let fix = fix.and_then(|fix| self.plan.files.pool.fixes.get(fix));
        // Another team's own minutes pass beside yours.
        if self.is_mine(change) { fix.map_or(5.0, |fix| fix.minutes) } else { 1.0 }
    }

    /// What a fix is called: whom one asks, if it is not one's own.
    pub(crate) fn label_of_fix(&self, fix: &Key) -> Option<String> {
        let form = self.plan.files.pool.fixes.get(fix)?;
        let team = self.who_can(fix).filter(|_| !self.is_own(fix));
        Some(match team {
            Some(team) => format!("Ask {}: {}", self.team_name(&team), form.label),
            None => form.label.clone(),
        })
    }

    /// What an act is called, as on its button.
    pub(crate) fn label_of(&self, act: &Act) -> String {
        let pool = &self.plan.files.pool;
        let own = match act {
            Act::Diagnose { diagnostic, .. } => pool.diagnostics.get(diagnostic).map(|look| look.label.clone()),
            Act::Fix { fix, .. } => self.label_of_fix(fix),
            Act::Ask { question, .. } => pool.questions.get(question).cloned(),
            Act::Fulfil { case, task } => {
                let offer = self.state.cases.get(case).and_then(|case| case.ordered.as_ref());
                let offer = offer.and_then(|offer| pool.offers.get(offer));
                offer.and_then(|offer| offer.tasks.iter().find(|step| step.key == *task)).map(|step| step.label.clone())
            }
            _ => None,
        };
        own.or_else(|| pool.acts.get(act.name()).map(|form| form.label.clone())).unwrap_or_default()
    }
}
