//! Built-in players: they show what luck and what skill is worth, and that a scenario can be won by good practice.
//!
//! They play through the same acts as a person. The expert knows what is so; the others know what anybody can see.

mod choose;
mod expert;
mod game;
mod habits;
mod handle;
mod incidents;
mod trying;

use super::play::Shift;
use super::{Act, Happened};
use crate::scenario::Key;
use habits::Habits;

/// A way to play.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Policy {
    /// The telephone rings, and nobody is there.
    Nothing,
    /// Whoever came first is seen to first, with what comes to mind.
    FirstCome,
    /// The same, the most pressing by the look of it first.
    ByPriority,
    /// By the book: asks, verifies, searches, promises, confirms, hands over; one ticket at a time.
    CarefulNovice,
    /// Sees causes, weighs by what stands still, tells everybody, mends for good.
    Expert,
    /// Resolves all there is at once.
    CloseEverything,
    /// Declares all it can a major incident.
    CallAllMajor,
    /// Puts everything on hold.
    PauseAllClocks,
    /// Asks every question there is.
    AskForEver,
    /// Gives everything to a team at once.
    PassEverythingOn,
}

impl Policy {
    /// Those that a player is compared with, from none to best.
    pub const LADDER: [Policy; 5] =
        [Policy::Nothing, Policy::FirstCome, Policy::ByPriority, Policy::CarefulNovice, Policy::Expert];
    /// Those that try to look good without doing good.
    pub const GAMES: [Policy; 5] = [
        Policy::CloseEverything,
        Policy::CallAllMajor,
        Policy::PauseAllClocks,
        Policy::AskForEver,
        Policy::PassEverythingOn,
    ];

    /// What it does next.
    pub fn next(self, shift: &Shift) -> Act {
        match Habits::of(self) {
            Some(habits) => shift.chosen(habits),
            None => Act::Finish,
        }
    }

    /// Plays a shift to its end.
    pub fn play(self, shift: &mut Shift) {
        // More acts than any shift has minutes: a policy that goes round in circles ends here.
        const MOST: usize = 4_000;
        for _ in 0..MOST {
            if shift.is_over() {
                return;
            }
            let act = self.next(shift);
            let name = in_short(&act);
            let before = shift.entries().len();
            let refused = shift.act(act).is_err();
            // What was refused, or came to nothing, is not tried again.
            let done = shift.entries().get(before..).unwrap_or_default();
            let in_vain = !name.is_empty() && !done.iter().any(|entry| matches!(entry.what, Happened::Act(_)));
            if (refused || in_vain && shift.busy.is_none()) && !name.is_empty() {
                shift.in_vain.insert(name);
            }
            if refused && shift.act(Act::Wait { until: None }).is_err() && shift.act(Act::Finish).is_err() {
                return;
            }
        }
        drop(shift.act(Act::Finish));
    }
}

/// What a policy remembers of an act that came to nothing; waiting and carrying on never do.
fn in_short(act: &Act) -> String {
    match act {
        Act::Wait { .. } | Act::CarryOn | Act::Leave | Act::Finish | Act::Answer { .. } | Act::Open { .. } => {
            String::new()
        }
        act => format!("{}/{}", act.name(), act.case().map(|key| key.to_string()).unwrap_or_default()),
    }
}

/// What an expert would do next: with a case, or at the desk.
pub(super) fn expert_step(shift: &Shift, case: Option<&Key>) -> Option<Act> {
    let habits = Habits::of(Policy::Expert)?;
    match case.and_then(|key| Some((key, shift.state.cases.get(key)?))) {
        Some((key, state)) => shift.handled(habits, key, state),
        None => Some(shift.chosen(habits)).filter(|act| !matches!(act, Act::Wait { .. })),
    }
}
