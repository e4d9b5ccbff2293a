//! What can be asked of continual improvement.

use std::sync::Arc;

use chrono::NaiveDate;

use super::measure::{Amount, Measure, Reading};
use super::path::{Answer, Step};
use super::record::Scale;
use crate::desk::RecordId;
use crate::ids::{ImprovementId, PersonId};

/// What is known when an improvement is registered. Also the payload of the event.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// What it is about, in one line.
    pub summary: Arc<str>,
    /// Why it is worth doing.
    pub why: Arc<str>,
    /// What it costs.
    pub effort: Scale,
    /// What it brings.
    pub benefit: Scale,
    /// Who answers for it.
    pub owner: Option<PersonId>,
    /// By what it is judged.
    pub measure: Option<Measure>,
    /// How good it is now.
    pub baseline: Option<Reading>,
    /// How good it is to become.
    pub target: Option<Amount>,
    /// By when.
    pub due: Option<NaiveDate>,
}

/// A change of one descriptive field.
#[derive(Clone, Debug, PartialEq)]
pub enum Amendment {
    /// A new summary; never blank.
    Summary(Arc<str>),
    /// A new reason.
    Why(Arc<str>),
    /// Another effort.
    Effort(Scale),
    /// Another benefit.
    Benefit(Scale),
    /// Another owner, or none.
    Owner(Option<PersonId>),
    /// Another measure, or none. Takes baseline and target with it: they were of the other one.
    Measure(Option<Measure>),
    /// Another baseline, or none.
    Baseline(Option<Reading>),
    /// Another target, or none.
    Target(Option<Amount>),
    /// Another day by which it is to be done, or none.
    Due(Option<NaiveDate>),
}

/// A wish to change an improvement, which may be refused.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Register one, perhaps because of another record, which is linked. Its id comes from the desk's numbering and
    /// the context's tag.
    Register {
        /// What is known of it.
        statement: Box<Statement>,
        /// The record that led to it.
        from: Option<RecordId>,
    },
    /// Correct what is known of it. A measure, where one is given, is changed before baseline and target.
    Amend {
        /// Which one.
        improvement: ImprovementId,
        /// What to correct.
        changes: Vec<Amendment>,
    },
    /// It is worth a look. Needs an owner.
    Accept(ImprovementId),
    /// Work out effort, benefit, baseline and target.
    Assess(ImprovementId),
    /// It is to be done. Needs a measure, a baseline and a target.
    Approve(ImprovementId),
    /// Carry it out. Needs a day by which it is done.
    Start(ImprovementId),
    /// Let it wait.
    Hold {
        /// Which one.
        improvement: ImprovementId,
        /// Why.
        because: Arc<str>,
    },
    /// Go on with it.
    Resume(ImprovementId),
    /// Note what the measure says.
    Measure {
        /// Which one.
        improvement: ImprovementId,
        /// What was seen.
        reading: Reading,
    },
    /// Compare it with what was wanted. Needs a measured value.
    Review(ImprovementId),
    /// It is not done yet: go on.
    Continue {
        /// Which one.
        improvement: ImprovementId,
        /// What is missing.
        because: Arc<str>,
    },
    /// Finish it.
    Close {
        /// Which one.
        improvement: ImprovementId,
        /// What was learned, and how it stays so.
        lessons: Arc<str>,
    },
    /// Take it back.
    Cancel {
        /// Which one.
        improvement: ImprovementId,
        /// Why.
        because: Arc<str>,
    },
    /// Take a step of the guided path, or write it anew.
    Take {
        /// Which one.
        improvement: ImprovementId,
        /// Which step.
        step: Step,
        /// What is written there.
        answer: Answer,
    },
    /// Write a note.
    Note {
        /// Which one.
        improvement: ImprovementId,
        /// The words.
        text: Arc<str>,
    },
}
