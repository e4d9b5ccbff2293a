//! Tricks that look good on a report, and help nobody.

use super::habits::Trick;
use crate::scenario::{Channel, Key};
use crate::shift::play::Shift;
use crate::shift::state::CaseState;
use crate::shift::{Act, HoldFor, Logged, SolutionCode};

impl Shift {
    /// The next step of a trick with one case.
    pub(super) fn tricked(&self, trick: Trick, key: &Key, case: &CaseState) -> Option<Act> {
        if case.planned.channel == Channel::Team || case.over && case.logged.is_none() {
            return None;
        }
        if trick == Trick::AskForEver && case.planned.channel != Channel::Monitoring {
            let asked: u32 = case.asked.values().sum();
            let next = self.plan.files.pool.questions.keys().find(|question| !case.asked.contains_key(*question));
            if let Some(question) = next.filter(|_| asked < 8) {
                return Some(Act::Ask { contact: key.clone(), question: question.clone() });
            }
        }
        if case.logged.is_none() {
            return Some(Act::Log {
                contact: key.clone(),
                kind: Logged::Incident,
                impact: Some(3),
                urgency: Some(3),
                service: None,
                item: None,
                category: None,
                offer: None,
            });
        }
        if !self.records.is_open(key) {
            return None;
        }
        let team = || {
            let truth = case.planned.truth.team.clone();
            truth.or_else(|| Some(Key::new("apps"))).filter(|_| case.work.is_none() && case.with.is_none())
        };
        match trick {
            Trick::CloseEverything => {
                Some(Act::Resolve { case: key.clone(), code: SolutionCode::Solution, solution: None, cascade: false })
            }
            Trick::CallAllMajor if self.state.major.is_none() => Some(Act::Major { case: key.clone() }),
            Trick::PauseAllClocks => {
                self.records.hold_of(key).is_none().then(|| Act::Hold { case: key.clone(), reason: HoldFor::Caller })
            }
            Trick::CallAllMajor | Trick::AskForEver | Trick::PassEverythingOn => {
                team().map(|team| Act::Assign { case: key.clone(), team })
            }
        }
    }
}
