//! The guided path: the steps that lead from a wish to something that stays.
//!
//! ITIL 4 and Version 5 ask seven questions (the continual improvement model), ITIL v3 has the seven-step improvement
//! process, which follows Plan, Do, Check, Act. A step says which of the two it is of, so that what was written keeps
//! its meaning when somebody looks at it in another edition.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::ids::PersonId;

/// Which path.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Model {
    /// The continual improvement model of ITIL 4 and Version 5: seven questions.
    #[default]
    Questions,
    /// The seven-step improvement process of ITIL v3.
    SevenSteps,
}

/// One step of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Step {
    model: Model,
    place: u8,
}

impl Step {
    /// How many either path has.
    pub const COUNT: u8 = 7;

    /// A step by its place, from 1; `None` beyond the path.
    pub fn new(model: Model, place: u8) -> Option<Self> {
        (1..=Self::COUNT).contains(&place).then_some(Self { model, place })
    }

    /// All steps of a path in their order.
    pub fn all(model: Model) -> impl Iterator<Item = Self> {
        (1..=Self::COUNT).map(move |place| Self { model, place })
    }

    /// Of which path.
    pub fn model(self) -> Model {
        self.model
    }

    /// Its place, from 1.
    pub fn place(self) -> u8 {
        self.place
    }

    /// What the step is called.
    pub fn word(self) -> &'static str {
        match (self.model, self.place) {
            (Model::Questions, 1) => "What is the vision?",
            (Model::Questions, 2) => "Where are we now?",
            (Model::Questions, 3) => "Where do we want to be?",
            (Model::Questions, 4) => "How do we get there?",
            (Model::Questions, 5) => "Take action",
            (Model::Questions, 6) => "Did we get there?",
            (Model::Questions, _) => "How do we keep the momentum going?",
            (Model::SevenSteps, 1) => "Identify the strategy for improvement",
            (Model::SevenSteps, 2) => "Define what you will measure",
            (Model::SevenSteps, 3) => "Gather the data",
            (Model::SevenSteps, 4) => "Process the data",
            (Model::SevenSteps, 5) => "Analyse the information and data",
            (Model::SevenSteps, 6) => "Present and use the information",
            (Model::SevenSteps, _) => "Implement improvement",
        }
    }

    /// What to write there.
    pub fn help(self) -> &'static str {
        match (self.model, self.place) {
            (Model::Questions, 1) => "Which goal of the business does it serve? Who gains, and how?",
            (Model::Questions, 2) => "How good is it today? This step gives the baseline.",
            (Model::Questions, 3) => "What would be good enough, and by when? This step gives the target.",
            (Model::Questions, 4) => "Which way is chosen, in small steps, and who does what?",
            (Model::Questions, 5) => "What was done, and what was learned on the way?",
            (Model::Questions, 6) => "What does the measure say now? Compare it with baseline and target.",
            (Model::Questions, _) => "How does it stay so, and where else would it help?",
            (Model::SevenSteps, 1) => "Which vision and which business need does it serve?",
            (Model::SevenSteps, 2) => "What should be measured, and what can be? This step gives the measure.",
            (Model::SevenSteps, 3) => "Who collects what, how and when?",
            (Model::SevenSteps, 4) => "In which form can it be compared? This step gives the baseline.",
            (Model::SevenSteps, 5) => "What do trends and gaps mean, and is that good or bad?",
            (Model::SevenSteps, 6) => "Who has to know it, and what do they decide?",
            (Model::SevenSteps, _) => "What was changed, and what does the measure say now?",
        }
    }

    /// The phase of the Deming cycle that a step of ITIL v3 belongs to.
    pub fn phase(self) -> Option<&'static str> {
        match (self.model, self.place) {
            (Model::Questions, _) => None,
            (Model::SevenSteps, 1 | 2) => Some("Plan"),
            (Model::SevenSteps, 3 | 4) => Some("Do"),
            (Model::SevenSteps, 5 | 6) => Some("Check"),
            (Model::SevenSteps, _) => Some("Act"),
        }
    }
}

/// What was written at a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The answer; never blank.
    pub text: Arc<str>,
    /// What shows that it is so; may be blank.
    pub evidence: Arc<str>,
    /// Why it was taken before an earlier one; blank where it was not.
    pub because: Arc<str>,
}

/// A step that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// What was written, the last time.
    pub answer: Answer,
    /// When that was.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: PersonId,
}
