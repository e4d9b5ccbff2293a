//! Why a command is not carried out: what is missing, and the reason a teacher would give.

use std::sync::Arc;

use crate::role::Role;

/// A refusal. Nothing has changed; the sentence says what would change that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The record is not (or no longer) here.
    NoSuch {
        /// What was looked for ("incident", "group").
        what: &'static str,
    },
    /// The record's state does not allow it.
    NotFrom {
        /// The state it is in, in plain words ("Closed").
        state: &'static str,
        /// The reason a teacher would give.
        because: &'static str,
        /// What would enable it, or what to do in its place.
        instead: &'static str,
    },
    /// A field is needed first.
    Missing {
        /// The field's name as the form shows it ("solution").
        field: &'static str,
        /// The reason a teacher would give.
        because: &'static str,
    },
    /// A field has a value that cannot be.
    Invalid {
        /// The field's name as the form shows it.
        field: &'static str,
        /// What is wrong with the value, and what would be right.
        because: &'static str,
    },
    /// Open incidents still hang on it.
    InUse {
        /// What it is ("group").
        what: &'static str,
        /// How many open incidents are with it.
        open: usize,
        /// What to do first.
        instead: &'static str,
    },
    /// Another role may.
    Role {
        /// The roles that may.
        may: &'static [Role],
        /// What they may do ("resolve it").
        what: &'static str,
        /// The reason a teacher would give.
        because: &'static str,
    },
    /// A rule about other records stands in the way.
    Rule {
        /// The rule, in a few words ("its children come first").
        rule: &'static str,
        /// The reason a teacher would give.
        because: &'static str,
    },
    /// Of several records that come together, one stands in the way.
    At {
        /// What it is called.
        name: Arc<str>,
        /// What is wrong with it.
        refusal: Box<Refusal>,
    },
}

impl Refusal {
    /// The refusal as one or two sentences for a person.
    pub fn sentence(&self) -> String {
        match self {
            Refusal::NoSuch { what } => format!("This {what} is not in the workspace."),
            Refusal::NotFrom { state, because, instead } => format!("Not while {state}: {because}. {instead}."),
            Refusal::Missing { field, because } => format!("Needs {field}: {because}."),
            Refusal::Invalid { field, because } => format!("Check {field}: {because}."),
            Refusal::InUse { what, open: 1, instead } => {
                format!("Not yet, 1 open incident is with this {what} and would go out of sight. {instead}.")
            }
            Refusal::InUse { what, open, instead } => {
                format!("Not yet, {open} open incidents are with this {what} and would go out of sight. {instead}.")
            }
            Refusal::Role { may, what, because } => {
                format!("Only {} may {what}: {because}.", crate::role::joined(may))
            }
            Refusal::Rule { rule, because } => format!("Not yet, {rule}: {because}."),
            Refusal::At { name, refusal } => format!("At “{}”. {}", beginning(name), refusal.sentence()),
        }
    }
}

/// The beginning of a name, on one line: names may come from a file that somebody else wrote.
fn beginning(name: &str) -> String {
    const MOST: usize = 60;
    let line = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut short: String = line.chars().take(MOST).collect();
    if short.len() < line.len() {
        short.push('…');
    }
    short
}
