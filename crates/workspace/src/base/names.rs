//! Everybody and everything that a log names, with ids.
//!
//! Ids count up from 1 in the order of [`PEOPLE`] and of the columns' dictionaries. Later events refer to
//! them, so this order is part of the stored form.

use std::collections::HashMap;
use std::sync::Arc;

use itsm::{CategoryId, Entry, GroupId, ItemId, PersonId};

use super::field::Field;
use super::grid::Grid;

/// Who wrote a row that does not say who did. The directory has no name for it.
pub const UNKNOWN_PERSON: PersonId = PersonId::imported(0);

/// The columns that name people.
const PEOPLE: [Field; 5] = [Field::Caller, Field::OpenedBy, Field::UpdatedBy, Field::ResolvedBy, Field::Assignee];

/// What a grid names.
pub struct Names {
    /// For the directory.
    pub entries: Vec<Entry>,
    people: HashMap<Arc<str>, PersonId>,
}

impl Names {
    /// Collects the names of a grid. One name is one person, whatever the column.
    pub fn of(grid: &Grid) -> Self {
        let mut names = Self { entries: Vec::new(), people: HashMap::new() };
        for field in PEOPLE {
            for word in grid.words(field).0.iter().filter(|word| !word.is_empty()) {
                names.enter_person(word);
            }
        }
        for field in [Field::Group, Field::Category, Field::Item] {
            let words = grid.words(field).0.iter().enumerate().filter(|(_, word)| !word.is_empty());
            names.entries.extend(words.filter_map(|(index, word)| entry(field, index, word)));
        }
        names
    }

    fn enter_person(&mut self, word: &str) {
        if self.people.contains_key(word) {
            return;
        }
        let id = PersonId::imported(self.people.len() as u32 + 1);
        let name: Arc<str> = Arc::from(word);
        self.people.insert(name.clone(), id);
        self.entries.push(Entry::Person(id, name));
    }

    /// Who is meant.
    pub fn person(&self, word: &str) -> Option<PersonId> {
        self.people.get(word).copied()
    }
}

/// The number of a word's id is its place in the dictionary, whose word 0 is "unknown".
pub fn number_of(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

fn entry(field: Field, index: usize, word: &str) -> Option<Entry> {
    let number = number_of(index);
    let name: Arc<str> = Arc::from(word);
    Some(match field {
        Field::Group => Entry::Group(GroupId::imported(number), name),
        Field::Category => Entry::Category(CategoryId::imported(number), name),
        Field::Item => Entry::Item(ItemId::imported(number), name),
        _ => return None,
    })
}
