//! What was chosen about a table: what each column becomes, what words mean, how dates are read, and what becomes of
//! rows that cannot be read. Also the form in which page and worker speak of it, and in which it is kept.

use serde::{Deserialize, Serialize};

use crate::base::field::Field;

/// The version of [`Mapping`]'s stored form.
pub const VERSION: u32 = 1;

/// How a table becomes tickets.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Mapping {
    /// [`VERSION`].
    pub version: u32,
    /// What stands between cells; empty for what is found.
    pub separator: String,
    /// Whether a row is one update of a ticket; otherwise it is a whole ticket as it stands now.
    pub updates: bool,
    /// For each column of the file, in its order, what it becomes.
    pub columns: Vec<Becomes>,
    /// Words that become something else than is guessed.
    pub words: Vec<WordChoice>,
    /// Whether the month comes first in dates such as 3/4/2024; `None` leaves it to the file, if it tells.
    pub month_first: Option<bool>,
    /// The IANA zone of dates that name no offset.
    pub zone: String,
    /// What becomes of rows that cannot be read.
    pub bad: Bad,
}

/// What a column becomes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Becomes(pub String);

impl Becomes {
    /// It is kept beside the ticket under its own name.
    pub const KEPT: &str = "";
    /// It is left out.
    pub const DROPPED: &str = "-";

    /// One of our fields; [`Field::Other`] for what is kept or left out.
    pub fn field(&self) -> Field {
        Field::named(&self.0)
    }

    /// Whether it is left out.
    pub fn is_dropped(&self) -> bool {
        self.0 == Self::DROPPED
    }
}

/// What a word of a field becomes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordChoice {
    /// The field's stored name.
    pub field: String,
    /// The word, as it stands in the file.
    pub word: String,
    /// What it becomes, as [`super::Word::becomes`] has it.
    pub becomes: String,
}

/// What becomes of rows that cannot be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bad {
    /// Nothing is imported until there are none.
    #[default]
    Stop,
    /// They are left out.
    Leave,
    /// The cell counts as unknown.
    Unknown,
}

impl Mapping {
    /// What was chosen for a word.
    pub fn chosen(&self, field: Field, word: &str) -> Option<&str> {
        let name = field.name();
        let choice = self.words.iter().find(|choice| choice.field == name && choice.word == word);
        choice.map(|choice| choice.becomes.as_str())
    }

    /// Chooses for a word.
    pub fn choose(&mut self, field: &str, word: &str, becomes: &str) {
        self.words.retain(|choice| choice.field != field || choice.word != word);
        self.words.push(WordChoice { field: field.to_owned(), word: word.to_owned(), becomes: becomes.to_owned() });
    }

    /// Reads a kept one; `None` if it is of another version or damaged.
    pub fn read(text: &str) -> Option<Self> {
        serde_json::from_str::<Self>(text).ok().filter(|mapping| mapping.version == VERSION)
    }

    /// Its kept form.
    pub fn write(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// What columns may become: the stored name of the field, what it is called, and its part of the list.
pub const FIELDS: [(Field, &str); 26] = [
    (Field::Number, "Number"),
    (Field::Summary, "Summary"),
    (Field::Description, "Description"),
    (Field::State, "State"),
    (Field::HoldReason, "Hold reason"),
    (Field::OpenedAt, "Opened"),
    (Field::UpdatedAt, "Updated"),
    (Field::ResolvedAt, "Resolved"),
    (Field::ClosedAt, "Closed"),
    (Field::Caller, "Caller"),
    (Field::Assignee, "Assignee"),
    (Field::Group, "Group"),
    (Field::Category, "Category"),
    (Field::Item, "Configuration item"),
    (Field::Impact, "Impact"),
    (Field::Urgency, "Urgency"),
    (Field::Priority, "Priority"),
    (Field::Channel, "Channel"),
    (Field::ResolutionCode, "Resolution code"),
    (Field::OpenedBy, "Opened by"),
    (Field::ResolvedBy, "Resolved by"),
    (Field::UpdatedBy, "Updated by"),
    (Field::Revision, "Revision"),
    (Field::Reassigned, "Times reassigned"),
    (Field::Reopened, "Times reopened"),
    (Field::Verdict, "Within agreement"),
];

/// What a field is called.
pub fn label(field: Field) -> &'static str {
    FIELDS.iter().find(|(known, _)| *known == field).map_or("Kept beside it", |(_, label)| label)
}
