//! How an edition says that improving is done, step by step.

use crate::edition::Edition;

/// A guided path of seven steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImprovementPath {
    /// The continual improvement model: seven questions.
    Questions,
    /// The seven-step improvement process.
    SevenSteps,
}

impl Edition {
    /// The path that this edition teaches.
    pub fn improvement_path(self) -> ImprovementPath {
        match self {
            Edition::V3 => ImprovementPath::SevenSteps,
            Edition::V4 | Edition::V5 => ImprovementPath::Questions,
        }
    }

    /// What this edition calls the work of improving.
    pub fn improving(self) -> &'static str {
        match self {
            Edition::V3 => "Continual service improvement",
            Edition::V4 | Edition::V5 => "Continual improvement",
        }
    }
}

impl ImprovementPath {
    /// What the path is called.
    pub fn name(self) -> &'static str {
        match self {
            ImprovementPath::Questions => "The continual improvement model",
            ImprovementPath::SevenSteps => "The seven-step improvement process",
        }
    }

    /// What to know before one walks it.
    pub fn note(self) -> &'static str {
        match self {
            ImprovementPath::Questions => {
                "ITIL 4 and Version 5 ask seven questions. They are a guide, not a ladder: going back is part of it, and evidence comes before opinion."
            }
            ImprovementPath::SevenSteps => {
                "ITIL v3 has seven steps that follow Plan, Do, Check, Act: 1 and 2 plan, 3 and 4 do, 5 and 6 check, 7 acts."
            }
        }
    }
}
