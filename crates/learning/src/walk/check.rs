//! What a check asks of an answer, and which answers it can look at.

use super::decision::Kind;

/// Something that has to hold of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// What is looked at.
    pub code: Code,
    /// How much it counts.
    pub weight: Weight,
    /// What to tell where it does not hold.
    pub says: String,
}

/// How much a check counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Without it the answer cannot be right.
    Must,
    /// Without it the answer is probably too thin.
    Should,
}

/// What a check looks at. A decision is named by its id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Code {
    /// Something is said. Holds for every answer.
    NotEmpty,
    /// The choice is one of those offered.
    OneOf,
    /// The text has so many words.
    AtLeastWords(usize),
    /// So many entries are not blank.
    AtLeastEntries(usize),
    /// A digit stands somewhere.
    HasNumber,
    /// The number is this large or larger.
    AtLeast(u64),
    /// The number is smaller than that of a decision.
    Below(String),
    /// The number is not smaller than that of a decision.
    NotBelow(String),
    /// The day lies after that of a decision; without one, after the day on which it was answered.
    After(Option<String>),
    /// The text is another than that of a decision; case and blanks do not count.
    DiffersFrom(String),
    /// One of the people stands in a decision, too.
    IncludesOneOf(String),
    /// A record is there.
    RecordExists,
    /// There is a record, and each has reached this state.
    RecordInState(String),
    /// There is a record, and in each this field is filled.
    HasField(String),
    /// There is a record, and each names who answers for it.
    MentionsOwner,
    /// There is a record, and the target of each is the number of a decision.
    TargetEquals(String),
    /// The agreement of a decision is agreed and has no gap beneath it.
    Covers(String),
}

impl Code {
    /// What a check can be called in the file, and what its argument is.
    const NAMES: [(&str, Option<&str>); 17] = [
        ("not-empty", None),
        ("one-of", None),
        ("at-least-words", Some("number")),
        ("at-least-entries", Some("number")),
        ("has-number", None),
        ("at-least", Some("number")),
        ("below", Some("decision")),
        ("not-below", Some("decision")),
        ("after", Some("decision or today")),
        ("differs-from", Some("decision")),
        ("includes-one-of", Some("decision")),
        ("record-exists", None),
        ("record-in-state", Some("state")),
        ("has-field", Some("field")),
        ("mentions-owner", None),
        ("target-equals", Some("decision")),
        ("covers", Some("decision")),
    ];

    /// What it is called in the file, without its argument.
    pub fn name(&self) -> &'static str {
        match self {
            Code::NotEmpty => "not-empty",
            Code::OneOf => "one-of",
            Code::AtLeastWords(_) => "at-least-words",
            Code::AtLeastEntries(_) => "at-least-entries",
            Code::HasNumber => "has-number",
            Code::AtLeast(_) => "at-least",
            Code::Below(_) => "below",
            Code::NotBelow(_) => "not-below",
            Code::After(_) => "after",
            Code::DiffersFrom(_) => "differs-from",
            Code::IncludesOneOf(_) => "includes-one-of",
            Code::RecordExists => "record-exists",
            Code::RecordInState(_) => "record-in-state",
            Code::HasField(_) => "has-field",
            Code::MentionsOwner => "mentions-owner",
            Code::TargetEquals(_) => "target-equals",
            Code::Covers(_) => "covers",
        }
    }

    /// What the check with this name takes as its argument; `None` if there is no such check.
    pub(super) fn argument(name: &str) -> Option<Option<&'static str>> {
        Self::NAMES.iter().find(|(one, _)| *one == name).map(|(_, argument)| *argument)
    }

    /// The check of a name and an argument, as they stand in the file: `below`, `value`.
    pub(super) fn parse(name: &str, argument: Option<&str>) -> Option<Self> {
        let text = || argument.filter(|text| !text.is_empty()).map(str::to_owned);
        let count = || argument.and_then(|text| text.parse::<usize>().ok()).filter(|count| *count > 0);
        Some(match (name, argument) {
            ("not-empty", None) => Code::NotEmpty,
            ("one-of", None) => Code::OneOf,
            ("at-least-words", _) => Code::AtLeastWords(count()?),
            ("at-least-entries", _) => Code::AtLeastEntries(count()?),
            ("has-number", None) => Code::HasNumber,
            ("at-least", Some(least)) => Code::AtLeast(least.parse().ok()?),
            ("below", _) => Code::Below(text()?),
            ("not-below", _) => Code::NotBelow(text()?),
            ("after", Some("today")) => Code::After(None),
            ("after", _) => Code::After(Some(text()?)),
            ("differs-from", _) => Code::DiffersFrom(text()?),
            ("includes-one-of", _) => Code::IncludesOneOf(text()?),
            ("record-exists", None) => Code::RecordExists,
            ("record-in-state", _) => Code::RecordInState(text()?),
            ("has-field", _) => Code::HasField(text()?),
            ("mentions-owner", None) => Code::MentionsOwner,
            ("target-equals", _) => Code::TargetEquals(text()?),
            ("covers", _) => Code::Covers(text()?),
            _ => return None,
        })
    }

    /// The decision it compares with.
    pub fn other(&self) -> Option<&str> {
        match self {
            Code::Below(other)
            | Code::NotBelow(other)
            | Code::After(Some(other))
            | Code::DiffersFrom(other)
            | Code::IncludesOneOf(other)
            | Code::TargetEquals(other)
            | Code::Covers(other) => Some(other),
            _ => None,
        }
    }

    /// Whether it can look at an answer of this kind.
    pub(super) fn looks_at(&self, kind: &Kind) -> bool {
        use Code::*;
        match self {
            NotEmpty => true,
            OneOf => matches!(kind, Kind::Choice(_)),
            AtLeastWords(_) | DiffersFrom(_) => *kind == Kind::Text,
            AtLeastEntries(_) => matches!(kind, Kind::List | Kind::People),
            HasNumber => matches!(kind, Kind::Text | Kind::List),
            AtLeast(_) | Below(_) | NotBelow(_) => matches!(kind, Kind::Number | Kind::Money),
            After(_) => *kind == Kind::Date,
            IncludesOneOf(_) => *kind == Kind::People,
            RecordExists | RecordInState(_) | HasField(_) | MentionsOwner | TargetEquals(_) | Covers(_) => {
                matches!(kind, Kind::Record(_))
            }
        }
    }

    /// Whether it can compare with an answer of this kind.
    pub(super) fn compares_with(&self, kind: &Kind) -> bool {
        match self {
            Code::TargetEquals(_) => *kind == Kind::Number,
            _ => self.looks_at(kind),
        }
    }
}
