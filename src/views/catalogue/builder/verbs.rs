//! Comparisons of conditions: which there are for a kind of question, and what they are called.

use std::sync::Arc;

use itsm::catalogue::FieldKey;
use itsm::catalogue::form::{Condition, Field, FieldKind, Form, Line};
use workspace::query::key_text;

use crate::ui::Choice;

/// A comparison as it is chosen.
#[derive(Clone, Copy, PartialEq)]
pub enum Verb {
    Is,
    IsNot,
    AtLeast,
    NotAtLeast,
    AtMost,
    NotAtMost,
    Says,
    SaysNot,
    Answered,
    NotAnswered,
}

impl Verb {
    pub const ALL: [Verb; 10] = [
        Verb::Is,
        Verb::IsNot,
        Verb::AtLeast,
        Verb::NotAtLeast,
        Verb::AtMost,
        Verb::NotAtMost,
        Verb::Says,
        Verb::SaysNot,
        Verb::Answered,
        Verb::NotAnswered,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Verb::Is => "is",
            Verb::IsNot => "is-not",
            Verb::AtLeast => "least",
            Verb::AtMost => "most",
            Verb::NotAtLeast => "not-least",
            Verb::NotAtMost => "not-most",
            Verb::Says => "says",
            Verb::SaysNot => "says-not",
            Verb::Answered => "answered",
            Verb::NotAnswered => "not-answered",
        }
    }

    pub fn choice(self) -> Choice {
        let label = match self {
            Verb::Is => "is, or includes",
            Verb::IsNot => "is not, nor includes",
            Verb::AtLeast => "is at least",
            Verb::AtMost => "is at most",
            Verb::NotAtLeast => "is not at least",
            Verb::NotAtMost => "is not at most",
            Verb::Says => "says",
            Verb::SaysNot => "does not say",
            Verb::Answered => "is answered",
            Verb::NotAnswered => "is not answered",
        };
        Choice::new(self.code(), label)
    }

    pub fn of_kind(kind: &FieldKind) -> Vec<Verb> {
        let own: &[Verb] = match kind {
            FieldKind::Choice { .. } | FieldKind::Choices { .. } => &[Verb::Is, Verb::IsNot],
            FieldKind::Number { .. } => &[Verb::AtLeast, Verb::AtMost, Verb::NotAtLeast, Verb::NotAtMost],
            FieldKind::Date { .. } => &[],
            _ => &[Verb::Says, Verb::SaysNot],
        };
        own.iter().copied().chain([Verb::Answered, Verb::NotAnswered]).collect()
    }

    pub fn code_of(line: &Line) -> &'static str {
        let verb = match (&line.compares, line.not) {
            (Condition::Chosen(..), false) => Verb::Is,
            (Condition::Chosen(..), true) => Verb::IsNot,
            (Condition::AtLeast(..), false) => Verb::AtLeast,
            (Condition::AtLeast(..), true) => Verb::NotAtLeast,
            (Condition::AtMost(..), false) => Verb::AtMost,
            (Condition::AtMost(..), true) => Verb::NotAtMost,
            (Condition::Says(..), false) => Verb::Says,
            (Condition::Says(..), true) => Verb::SaysNot,
            (_, false) => Verb::Answered,
            (_, true) => Verb::NotAnswered,
        };
        verb.code()
    }

    fn denies(self) -> bool {
        use Verb::{IsNot, NotAnswered, NotAtLeast, NotAtMost, SaysNot};
        matches!(self, IsNot | NotAtLeast | NotAtMost | SaysNot | NotAnswered)
    }

    /// Makes a line compare in this way; what it compared with stays where it fits.
    pub fn put(self, form: &Form, line: &mut Line) {
        let Some(field) = field_of(&line.compares) else { return };
        let number = match &line.compares {
            Condition::AtLeast(_, number) | Condition::AtMost(_, number) => *number,
            _ => 1,
        };
        let compares = match self {
            Verb::Is | Verb::IsNot => match &line.compares {
                Condition::Chosen(..) => Some(line.compares.clone()),
                _ => form
                    .field(field)
                    .and_then(|one| one.kind.choices().first())
                    .map(|one| Condition::Chosen(field, one.key)),
            },
            Verb::AtLeast | Verb::NotAtLeast => Some(Condition::AtLeast(field, number)),
            Verb::AtMost | Verb::NotAtMost => Some(Condition::AtMost(field, number)),
            Verb::Says | Verb::SaysNot => match &line.compares {
                Condition::Says(..) => Some(line.compares.clone()),
                _ => Some(Condition::Says(field, Arc::from(""))),
            },
            Verb::Answered | Verb::NotAnswered => Some(Condition::Answered(field)),
        };
        if let Some(compares) = compares {
            *line = Line { not: self.denies(), compares };
        }
    }
}

pub fn field_of(condition: &Condition) -> Option<FieldKey> {
    condition.fields().first().copied()
}

pub fn label_of(field: &Field) -> String {
    if field.label.trim().is_empty() { "A question without words".to_owned() } else { field.label.to_string() }
}

pub fn choice_of_field(field: &Field) -> Choice {
    Choice::new(key_text(field.key.0), label_of(field))
}

/// How a field is compared at first: with its first choice, or whether it is answered.
pub fn first_comparison(field: &Field) -> Condition {
    match &field.kind {
        FieldKind::Number { least, .. } => Condition::AtLeast(field.key, least.unwrap_or(1)),
        kind => match kind.choices().first() {
            Some(choice) => Condition::Chosen(field.key, choice.key),
            None => Condition::Answered(field.key),
        },
    }
}

/// A new line: about the last question before the one that the condition belongs to, or else the first.
pub fn first_line(form: &Form, own: Option<FieldKey>) -> Option<Line> {
    let before = form.fields().take_while(|field| Some(field.key) != own).last();
    let field = before.or_else(|| form.fields().find(|field| Some(field.key) != own))?;
    Some(Line { not: false, compares: first_comparison(field) })
}
