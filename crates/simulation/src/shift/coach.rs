//! The coach, on request: a question first, then the idea, then what somebody experienced would do.

use super::Act;
use super::plan::minutes;
use super::play::Shift;
use super::policies::expert_step;
use super::view::Coaching;
use crate::clock::SimTime;
use crate::scenario::{Begins, Key};

impl Shift {
    /// What somebody experienced would think of a case, or of the whole desk. Costs nothing and changes nothing.
    pub fn coach(&self, case: Option<&Key>) -> Option<Coaching> {
        let act = expert_step(self, case);
        let advice = act.as_ref().map_or(NOTHING, advice);
        Some(Coaching {
            case: case.cloned().or_else(|| act.as_ref().and_then(|act| act.case().cloned())),
            question: advice.question.to_owned(),
            concept: advice.concept.map(Key::new),
            idea: advice.idea.to_owned(),
            show: act.filter(|act| self.check(act).is_ok()),
        })
    }

    /// What somebody who waits now leaves undone though a case needs it, if a hint may be given.
    pub(super) fn overlooked(&self, act: &Act) -> Option<&'static str> {
        let may_hint =
            !self.quiet && self.help != Begins::None && self.state.hints < self.plan.files.scenario.help.hints;
        if !may_hint || !matches!(act, Act::Wait { .. }) {
            return None;
        }
        let better = expert_step(self, None)?;
        better.case()?;
        Some(advice(&better).question)
    }

    /// Gives the hint that nobody asked for, once minutes have gone by that a case needed.
    pub(super) fn hint_at(&mut self, overlooked: Option<&'static str>, began: SimTime) {
        let waited = self.kernel.now().since(began);
        let Some(question) = overlooked.filter(|_| waited >= minutes(HINT_AFTER_MINUTES) && !self.state.over) else {
            return;
        };
        self.state.hint = Some(question.to_owned());
        self.state.hints += 1;
    }
}

/// How long somebody waits beside work that could be done before a hint comes: our own choice.
const HINT_AFTER_MINUTES: f64 = 3.0;

/// What is said about a kind of act.
struct Advice {
    question: &'static str,
    idea: &'static str,
    concept: Option<&'static str>,
}

const NOTHING: Advice = Advice {
    question: "Is there anything here that would stand still if nobody acted?",
    idea: "Quiet minutes are the cheapest: a word to those who wait, an article, a problem behind what comes again.",
    concept: Some("knowledge"),
};

fn advice(act: &Act) -> Advice {
    let (question, idea, concept) = match act {
        Act::Answer { .. } | Act::Open { .. } => (
            "Who has not been heard yet, and what might hang on it?",
            "What nobody has looked at cannot be weighed. A minute tells how much stands still.",
            "incident",
        ),
        Act::Ask { .. } => (
            "What would you need to know before you do anything?",
            "One or two questions tell a single broken thing from something that many share.",
            "incident",
        ),
        Act::Verify { .. } => (
            "How do you know who is asking?",
            "Before an account is touched, make sure on a way that you chose yourself.",
            "request",
        ),
        Act::Search { .. } => (
            "Could somebody have solved this before?",
            "Searching takes a minute. A known error with a workaround saves many.",
            "knowledge",
        ),
        Act::Diagnose { .. } => (
            "What would tell two possible causes apart?",
            "Look where the answer changes what you do next.",
            "incident",
        ),
        Act::Fix { .. } => (
            "What lets them work again soonest?",
            "Restore first, also by a workaround; the cause can be looked for beside it.",
            "incident",
        ),
        Act::Log { .. } => (
            "Has something stopped or got worse, or does somebody want something?",
            "What it is decides which way it goes; impact and urgency come from what stands still, not from who asks.",
            "incident",
        ),
        Act::Link { .. } | Act::Reopen { .. } => (
            "Have you heard of this before?",
            "The same failure belongs together: one cause, one update, one history.",
            "incident",
        ),
        Act::Assign { .. } => (
            "Who can do something about it, and when are they there?",
            "Give it to those whose it is, with what you know, and stay the one who tells the caller.",
            "incident",
        ),
        Act::Promise { .. } | Act::Reply { .. } | Act::Broadcast { .. } => (
            "Who is waiting for a word?",
            "A time that you keep is worth more than news. One message can reach all who wait.",
            "incident",
        ),
        Act::Confirm { .. } | Act::Resolve { .. } => (
            "Who can say whether it works?",
            "Restored is what the caller says. Then write down what was really done.",
            "incident",
        ),
        Act::Problem { .. } | Act::Known { .. } | Act::Improve { .. } => (
            "Will this come again?",
            "Restoring it each time is one practice; removing what brings it is another.",
            "problem",
        ),
        Act::Article { .. } => (
            "What would you have wanted to find?",
            "What was learned helps the next person only if it is written down.",
            "knowledge",
        ),
        Act::Change { .. } | Act::Assess { .. } | Act::Implement { .. } | Act::Backout { .. } | Act::Review { .. } => (
            "What could go wrong, how would you notice, and how would you get back?",
            "A change is judged by its risk and its benefit together, and by whether its test shows what people need.",
            "change",
        ),
        Act::Major { .. } | Act::Standdown { .. } | Act::Swarm { .. } => (
            "How much stands still, or soon will?",
            "A major incident brings everybody at once, and takes them from everything else.",
            "major",
        ),
        Act::Supplier { .. } | Act::Press { .. } => (
            "Who outside has to move, and what will they ask you first?",
            "Call early, with what you have measured: their clock begins with it.",
            "supplier",
        ),
        Act::Report { .. } => (
            "Who else might be tried next?",
            "A refused attempt is still an attempt. Reported, it warns the others.",
            "incident",
        ),
        Act::AskApproval { .. } | Act::Fulfil { .. } => (
            "What was agreed for this, and who has to say yes?",
            "A request goes its own way: approval where it is needed, then its steps.",
            "request",
        ),
        Act::Handover { .. } => {
            ("What does the next shift have to know?", "The desk keeps promises, not the person.", "incident")
        }
        _ => return NOTHING,
    };
    Advice { question, idea, concept: Some(concept) }
}
