//! Why a value or an edit was not taken: what is wrong, and what to do about it.

use std::fmt;

use super::activity::{Activity, Vocabulary};
use super::quantity::{Minutes, Name, StepId};
use super::steps::MOST_STEPS;

/// A refusal in plain words ([`Display`](fmt::Display)). Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// An empty name.
    NoName,
    /// A name with too many characters.
    LongName {
        /// How many it has.
        characters: usize,
    },
    /// A control character in a name.
    HiddenCharacter {
        /// Which.
        character: char,
    },
    /// Minutes below 0, above the limit, or no number.
    MinutesOutside,
    /// Minutes with more than one decimal.
    MinutesTooFine,
    /// A share beyond its limits, which are in thousandths.
    ShareOutside {
        /// The least that is taken.
        least: u16,
        /// The most that is taken.
        most: u16,
    },
    /// A share finer than a tenth of a percent.
    ShareTooFine,
    /// Working hours that no day or week has.
    HoursOutside,
    /// One step more than a stream may have.
    TooManySteps,
    /// No step with this id.
    NoSuchStep(StepId),
    /// The id is in use.
    IdInUse(StepId),
    /// A place beyond the end.
    NoSuchPlace {
        /// How many steps there are.
        steps: usize,
    },
    /// An activity of the other edition.
    OtherVocabulary {
        /// The activity.
        activity: Activity,
        /// What the stream is told in.
        vocabulary: Vocabulary,
    },
    /// Work would go back to a step that is not earlier.
    NotEarlier {
        /// The step that sends work back.
        step: Name,
        /// Where it would go to.
        to: Name,
    },
    /// Work would go back to a step that is not in the stream.
    ReturnsNowhere {
        /// The step that sends work back.
        step: Name,
        /// The id it names.
        to: StepId,
    },
    /// The step cannot go while others send work back to it.
    StillNeeded {
        /// The step.
        step: Name,
        /// The steps that send work back to it.
        by: Vec<Name>,
    },
    /// Nobody of this name owns a step.
    NoSuchOwner(Name),
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::NoName => f.write_str("Give it a name, so that people know what is meant."),
            Refusal::LongName { characters } => {
                write!(f, "Shorten the name: it has {characters} characters, and at most {} fit.", Name::LONGEST)
            }
            Refusal::HiddenCharacter { character } => {
                write!(f, "The name has a hidden control character (U+{:04X}). Type it again.", u32::from(*character))
            }
            Refusal::MinutesOutside => write!(
                f,
                "Give the minutes as a number from 0 to {} (60 days). Longer than that, split the step or name what is waited for.",
                Minutes::MOST
            ),
            Refusal::MinutesTooFine => f.write_str("Give the minutes with one decimal at most. A map needs no finer."),
            Refusal::ShareOutside { least: 0, .. } => f.write_str(
                "Give a share from 0 % to 99.9 % of the items. If everything came back, nothing would ever be done.",
            ),
            Refusal::ShareOutside { least, most } => write!(
                f,
                "Give a share from {} % to {} % of the items. A step that nothing takes can be removed.",
                f64::from(*least) / 10.0,
                f64::from(*most) / 10.0
            ),
            Refusal::ShareTooFine => f.write_str("Give the share to a tenth of a percent at most."),
            Refusal::HoursOutside => {
                f.write_str("Give 1 to 1,440 working minutes a day, and 1 to 7 working days a week.")
            }
            Refusal::TooManySteps => write!(
                f,
                "A stream has at most {MOST_STEPS} steps. Join steps that one owner does in one go, or split the stream."
            ),
            Refusal::NoSuchStep(StepId(id)) => {
                write!(f, "There is no step {id} in this stream. It may have been removed.")
            }
            Refusal::IdInUse(StepId(id)) => write!(f, "Two steps cannot both have the id {id}. Give each its own."),
            Refusal::NoSuchPlace { steps } => write!(f, "Choose a place from 1 to {steps}."),
            Refusal::OtherVocabulary { activity, vocabulary } => write!(
                f,
                "“{}” is not an activity of {}. Choose one of its {}.",
                activity.name(),
                vocabulary.edition().name(),
                vocabulary.activities().len()
            ),
            Refusal::NotEarlier { step, to } => write!(
                f,
                "“{step}” sends work back to “{to}”, which has to come before it. Change the rework first, or choose another place."
            ),
            Refusal::ReturnsNowhere { step, to: StepId(id) } => {
                write!(f, "“{step}” sends work back to step {id}, which is not in this stream. Choose an earlier step.")
            }
            Refusal::StillNeeded { step, by } => {
                let names: Vec<_> = by.iter().map(|name| format!("“{name}”")).collect();
                let verb = if names.len() == 1 { "sends" } else { "send" };
                write!(
                    f,
                    "{} still {verb} work back to “{step}”. Change that rework first, then remove the step.",
                    names.join(", ")
                )
            }
            Refusal::NoSuchOwner(name) => write!(f, "No step of this stream belongs to “{name}”."),
        }
    }
}

impl std::error::Error for Refusal {}
