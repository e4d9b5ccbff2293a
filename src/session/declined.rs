//! Why a command had no effect: it was refused, or it could not be saved.

use itsm::Refusal;

/// See the module. Nothing has changed; what was typed is still in its form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Declined {
    /// A rule stands in the way.
    Refused(Refusal),
    /// The storage stands in the way, in the journal's words.
    NotSaved(String),
}

impl Declined {
    /// There is no workspace that could take it.
    pub(super) fn none_open() -> Self {
        Declined::NotSaved("No workspace is open.".to_owned())
    }

    /// What to tell.
    pub fn sentence(&self) -> String {
        match self {
            Declined::Refused(refusal) => refusal.sentence(),
            Declined::NotSaved(sentence) => sentence.clone(),
        }
    }

    /// The field it is about, if it is about one.
    pub fn field(&self) -> Option<&'static str> {
        match self {
            Declined::Refused(Refusal::Missing { field, .. } | Refusal::Invalid { field, .. }) => Some(field),
            _ => None,
        }
    }

    /// Whether it is about one of the fields with these words in their names.
    pub fn is_about(&self, names: &[&str]) -> bool {
        self.field().is_some_and(|field| names.iter().any(|name| field.contains(name)))
    }
}

impl From<Refusal> for Declined {
    fn from(refusal: Refusal) -> Self {
        Declined::Refused(refusal)
    }
}
