//! What things are called by in files, addresses, bookmarks and progress. An id never changes once it was published.

use std::borrow::Borrow;
use std::fmt;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(String);

        impl $name {
            /// The id as it stands in a file or an address. Whether anything has it, only a look-up can tell.
            pub fn new(id: impl Into<String>) -> Self {
                Self(id.into())
            }

            /// Its letters.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(&self.0)
            }
        }
    };
}

id! {
    /// A concept: `v3-change-management`, `change-enablement`.
    ConceptId
}
id! {
    /// A term of the glossary: `known-error`.
    TermId
}
id! {
    /// Something that is commonly mixed up: `incident-or-problem`.
    MisconceptionId
}
id! {
    /// A row of the comparison: `nature`.
    RowId
}
id! {
    /// A statement of the drill: `drill-unread`.
    StatementId
}
id! {
    /// A situation in which a principle helps: `value-call-target`.
    SituationId
}
id! {
    /// A dimension, or a factor from outside: `partners-and-suppliers`, `legal`.
    AreaId
}
id! {
    /// A question to a service: `op-owner`.
    QuestionId
}
