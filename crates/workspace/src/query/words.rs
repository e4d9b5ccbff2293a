//! Matching the words that somebody types: all must occur, whole or in part, upper or lower case.

use std::collections::BTreeMap;
use std::sync::Arc;

use itsm::incident::Incident;
use itsm::{CategoryId, Directory, GroupId, ItemId, PersonId, ServiceId};
use memchr::memmem::Finder;

use super::Word as Typed;
use crate::line::Line;

/// The words of a query, ready to be looked for.
pub(super) struct Words(Vec<Word>);

/// One word: where it occurs in names, and how to look for it in texts.
struct Word {
    negated: bool,
    text: Finder<'static>,
    people: Vec<PersonId>,
    groups: Vec<GroupId>,
    categories: Vec<CategoryId>,
    services: Vec<ServiceId>,
    items: Vec<ItemId>,
}

impl Words {
    pub fn of(words: &[Typed], directory: &Directory) -> Self {
        Self(words.iter().map(|word| Word::of(&word.text.to_lowercase(), word.negated, directory)).collect())
    }

    pub fn are_none(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether every word occurs (or, if negated, does not occur) in the incident's text or in a name that it refers to.
    pub fn match_all(&self, line: &Line) -> bool {
        self.0.iter().all(|word| (word.occurs_in(line.text) || word.names(line.incident)) != word.negated)
    }
}

impl Word {
    fn of(word: &str, negated: bool, directory: &Directory) -> Self {
        let text = Finder::new(word.as_bytes()).into_owned();
        Self {
            negated,
            people: named(&text, &directory.people),
            groups: named(&text, &directory.groups),
            categories: named(&text, &directory.categories),
            services: named(&text, &directory.services),
            items: named(&text, &directory.items),
            text,
        }
    }

    fn occurs_in(&self, text: &str) -> bool {
        self.text.find(text.as_bytes()).is_some()
    }

    fn names(&self, incident: &Incident) -> bool {
        has(&self.people, incident.caller)
            || has(&self.people, incident.assignee)
            || has(&self.groups, incident.group)
            || has(&self.categories, incident.category)
            || has(&self.services, incident.service)
            || has(&self.items, incident.item)
    }
}

/// Who or what has the word in its name, in the order of their ids.
fn named<K: Copy>(word: &Finder, names: &BTreeMap<K, Arc<str>>) -> Vec<K> {
    let mut lower = String::new();
    let mut has_word = |name: &str| {
        lower.clear();
        if name.is_ascii() {
            lower.push_str(name);
            lower.make_ascii_lowercase();
        } else {
            lower.push_str(&name.to_lowercase());
        }
        word.find(lower.as_bytes()).is_some()
    };
    names.iter().filter(|(_, name)| has_word(name)).map(|(id, _)| *id).collect()
}

fn has<K: Ord>(ids: &[K], id: Option<K>) -> bool {
    !ids.is_empty() && id.is_some_and(|id| ids.binary_search(&id).is_ok())
}
