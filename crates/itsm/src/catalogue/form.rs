//! What is asked of who orders: a form described as data, so that the editor, the portal and the published page show
//! the same one.

mod arrange;
mod asking;
mod check;
mod condition;
mod describe;
mod reach;
mod rows;

use std::sync::Arc;

pub use arrange::{
    Place, duplicate_field, mend, mend_workflow, move_field, move_section, next_choice, next_field, next_section,
    remove_choice, remove_field, remove_section, set_kind, step, steps_naming,
};
pub use asking::{ShownField, ShownSection, fill, prune, shown, surcharge};
pub use check::{NAME_MOST, Wrong, check, first_day};
pub use describe::{
    DescribedChoice, DescribedQuestion, DescribedSection, answer_words, answered, condition_words, describe,
    kind_words, quoted,
};
pub use reach::satisfiable;
pub use rows::{Line, Row, Rows};

use super::ids::{ChoiceKey, FieldKey, SectionKey};
use super::money::Surcharge;

/// A form: sections of fields. An empty one asks nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Form {
    /// In the order in which they are asked.
    pub sections: Vec<Section>,
}

/// Some fields under a heading.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Section {
    /// Which one.
    pub key: SectionKey,
    /// Its heading; may be empty in a form of one section.
    pub title: Arc<str>,
    /// What is to be known before answering.
    pub help: Arc<str>,
    /// When it is asked; always, if nothing is said.
    pub show_if: Option<Condition>,
    /// Its fields, in order.
    pub fields: Vec<Field>,
}

/// One question.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Which one. Conditions name it by this.
    pub key: FieldKey,
    /// The question, as it is shown.
    pub label: Arc<str>,
    /// What helps to answer.
    pub help: Arc<str>,
    /// What is answered with.
    pub kind: FieldKind,
    /// Whether an order needs an answer, where the field is shown.
    pub required: bool,
    /// When it is asked; always, if nothing is said.
    pub show_if: Option<Condition>,
    /// What it is filled with at first.
    pub default: Option<Answer>,
}

/// What a field is answered with.
#[derive(Clone, Debug, PartialEq)]
pub enum FieldKind {
    /// Words.
    Text {
        /// Whether there is room for several lines.
        long: bool,
        /// What the words must be.
        check: TextCheck,
        /// At most so many characters; 0 for the most that any field takes ([`TEXT_MOST`]).
        most: u16,
    },
    /// A whole number.
    Number {
        /// At least.
        least: Option<i64>,
        /// At most.
        most: Option<i64>,
        /// Of what ("GB"); may be empty.
        unit: Arc<str>,
        /// What each one adds to the price.
        each: Surcharge,
    },
    /// One of several choices.
    Choice {
        /// The choices.
        choices: Vec<Choice>,
    },
    /// Any of several choices.
    Choices {
        /// The choices.
        choices: Vec<Choice>,
        /// At most so many; 0 for any number.
        most: u8,
    },
    /// A day.
    Date {
        /// Whether days that are over are refused.
        future: bool,
        /// At least so many days ahead of the order.
        notice_days: u16,
    },
    /// A person.
    Person,
    /// A configuration item.
    Item,
    /// The name of a file that is sent along by other means: nothing is uploaded anywhere.
    FileName,
}

/// The most characters that any text field takes.
pub const TEXT_MOST: u16 = 4000;

/// What words must be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextCheck {
    /// Anything.
    #[default]
    Any,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// Digits alone.
    Digits,
    /// Letters and digits alone, without spaces (a cost centre, an asset tag).
    Code,
    /// A web address that begins with https.
    Web,
}

/// A choice of a field.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choice {
    /// Which one.
    pub key: ChoiceKey,
    /// As it is shown.
    pub label: Arc<str>,
    /// What it adds to the price, or takes from it.
    pub price: Surcharge,
    /// When it is offered (a cascade: models of the chosen brand); always, if nothing is said.
    pub show_if: Option<Condition>,
}

/// When something is asked or done.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// The field is answered at all.
    Answered(FieldKey),
    /// The field is answered with this choice, or it is among those chosen.
    Chosen(FieldKey, ChoiceKey),
    /// The number is at least this.
    AtLeast(FieldKey, i64),
    /// The number is at most this.
    AtMost(FieldKey, i64),
    /// The words are these, whatever their case.
    Says(FieldKey, Arc<str>),
    /// It does not hold.
    Not(Box<Condition>),
    /// All hold; an empty list always does.
    All(Vec<Condition>),
    /// One holds at least; an empty list never does.
    Any(Vec<Condition>),
}

/// The deepest that conditions may be nested.
pub const CONDITION_DEPTH: usize = 8;

/// What a field was answered with.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// Words; also a file's name.
    Text(Arc<str>),
    /// A number.
    Number(i64),
    /// A choice.
    Choice(ChoiceKey),
    /// Some choices, each once, in the order of the form.
    Choices(Vec<ChoiceKey>),
    /// A day.
    Date(chrono::NaiveDate),
    /// A person, by name: who orders may not be known to the desk.
    Person(Arc<str>),
    /// A configuration item, by name.
    Item(Arc<str>),
}

/// Answers by field.
pub type Answers = std::collections::BTreeMap<FieldKey, Answer>;

impl Form {
    /// Every field, in order.
    pub fn fields(&self) -> impl Iterator<Item = &Field> {
        self.sections.iter().flat_map(|section| &section.fields)
    }

    /// A field.
    pub fn field(&self, key: FieldKey) -> Option<&Field> {
        self.fields().find(|field| field.key == key)
    }
}

impl FieldKind {
    /// What it is called where kinds are chosen from.
    pub fn word(&self) -> &'static str {
        match self {
            FieldKind::Text { long: false, .. } => "Text",
            FieldKind::Text { long: true, .. } => "Long text",
            FieldKind::Number { .. } => "Number",
            FieldKind::Choice { .. } => "One choice",
            FieldKind::Choices { .. } => "Several choices",
            FieldKind::Date { .. } => "Date",
            FieldKind::Person => "Person",
            FieldKind::Item => "Configuration item",
            FieldKind::FileName => "File name",
        }
    }

    /// Its choices, where it has some.
    pub fn choices(&self) -> &[Choice] {
        match self {
            FieldKind::Choice { choices } | FieldKind::Choices { choices, .. } => choices,
            _ => &[],
        }
    }
}
