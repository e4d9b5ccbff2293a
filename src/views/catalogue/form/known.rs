//! Names that are suggested while somebody types one: people and items that the desk knows.

use std::sync::Arc;

use itsm::EntryId;

use crate::session::Session;

/// More than these are not read; who needs another one types a letter more.
const SHOWN: usize = 12;

/// Whose names.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// People.
    People,
    /// Configuration items.
    Items,
}

/// The first names that hold what is typed; nothing before anything is.
pub fn like(session: Session, kind: Kind, typed: &str) -> Vec<Arc<str>> {
    let wanted = typed.trim().to_lowercase();
    if wanted.is_empty() {
        return Vec::new();
    }
    let found = session.read(|workspace| {
        let directory = workspace.desk().directory();
        let fits = |name: &Arc<str>| name.to_lowercase().contains(&wanted);
        let mut names: Vec<Arc<str>> = match kind {
            Kind::People => {
                let kept = directory.people.iter().filter(|(id, _)| !directory.is_retired(EntryId::Person(**id)));
                kept.map(|(_, name)| name).filter(|name| fits(name)).take(SHOWN).cloned().collect()
            }
            Kind::Items => {
                let kept = directory.items.iter().filter(|(id, _)| !directory.is_retired(EntryId::Item(**id)));
                kept.map(|(_, name)| name).filter(|name| fits(name)).take(SHOWN).cloned().collect()
            }
        };
        names.sort_unstable();
        names.dedup();
        // What is written out needs no suggestion.
        if names.len() == 1 && names.first().is_some_and(|name| **name == *typed) { Vec::new() } else { names }
    });
    found.unwrap_or_default()
}
