//! What tells one player from another.

use super::Policy;

/// What somebody does, and what not.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::shift) struct Habits {
    /// Sees causes and what is so: an expert's eye.
    pub sees: bool,
    /// Asks the caller what the matter is.
    pub asks: bool,
    /// Makes sure who it is, refuses what is unsafe, reports it.
    pub verifies: bool,
    /// Searches before trying.
    pub searches: bool,
    /// Tells incidents from requests and events, and weighs them by what stands still.
    pub classifies: bool,
    /// Sends it to whom it belongs.
    pub routes: bool,
    /// Promises, and keeps it.
    pub promises: bool,
    /// Asks whether it works.
    pub confirms: bool,
    /// Hands over.
    pub hands_over: bool,
    /// Sees to what is most pressing first.
    pub weighs: bool,
    /// Answers a ring in the middle of something.
    pub answers: bool,
    /// A trick that it relies on.
    pub trick: Option<Trick>,
}

/// A trick.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::shift) enum Trick {
    CloseEverything,
    CallAllMajor,
    PauseAllClocks,
    AskForEver,
    PassEverythingOn,
}

impl Habits {
    /// The habits of a policy; `None` for doing nothing.
    pub fn of(policy: Policy) -> Option<Self> {
        let plain = Self::default();
        let careful = Self {
            asks: true,
            verifies: true,
            searches: true,
            classifies: true,
            routes: true,
            promises: true,
            confirms: true,
            hands_over: true,
            weighs: true,
            answers: true,
            ..plain
        };
        let game = |trick| Self { trick: Some(trick), answers: true, ..plain };
        Some(match policy {
            Policy::Nothing => return None,
            Policy::FirstCome => plain,
            Policy::ByPriority => Self { weighs: true, ..plain },
            Policy::CarefulNovice => careful,
            Policy::Expert => Self { sees: true, ..careful },
            Policy::CloseEverything => game(Trick::CloseEverything),
            Policy::CallAllMajor => game(Trick::CallAllMajor),
            Policy::PauseAllClocks => game(Trick::PauseAllClocks),
            Policy::AskForEver => game(Trick::AskForEver),
            Policy::PassEverythingOn => game(Trick::PassEverythingOn),
        })
    }
}
