//! Counts what was not taken as it stood.

use crate::base::{Mend, Mending};

/// So many different words are named for one column and mending; the rest is counted together.
const MOST_WORDS: usize = 20;

/// The longest example, in characters.
const LONGEST_EXAMPLE: usize = 60;

/// Stands for the words that are not named.
const OTHERS: &str = "\u{2026}";

/// The count.
#[derive(Clone, Default)]
pub struct Mends {
    list: Vec<Mend>,
}

impl Mends {
    /// Counts cells that were mended alike.
    pub fn add(&mut self, what: Mending, column: &str, example: &str, line: u32, cells: u32) {
        if cells == 0 {
            return;
        }
        let by_word = matches!(what, Mending::StateKept | Mending::KeptAsText);
        let short: String = example.chars().take(LONGEST_EXAMPLE).collect();
        let alike = |mend: &Mend| mend.what == what && mend.column == column;
        let same = |mend: &&mut Mend, word: &str| alike(mend) && (!by_word || mend.example == word);
        let kinds = self.list.iter().filter(|mend| alike(mend)).count();
        let word = match self.list.iter_mut().find(|mend| same(mend, &short)) {
            Some(mend) => return mend.count(line, cells),
            None if kinds >= MOST_WORDS => OTHERS.to_owned(),
            None => short,
        };
        match self.list.iter_mut().find(|mend| same(mend, &word)) {
            Some(mend) => mend.count(line, cells),
            None => self.list.push(Mend { what, column: column.to_owned(), example: word, line, cells }),
        }
    }

    /// Adds all of another count.
    pub fn join(&mut self, other: Vec<Mend>) {
        for mend in other {
            self.add(mend.what, &mend.column, &mend.example, mend.line, mend.cells);
        }
    }

    /// The most frequent first.
    pub fn into_list(mut self) -> Vec<Mend> {
        self.list.sort_by_key(|mend| std::cmp::Reverse(mend.cells));
        self.list
    }
}

trait Count {
    fn count(&mut self, line: u32, cells: u32);
}

impl Count for Mend {
    fn count(&mut self, line: u32, cells: u32) {
        self.line = self.line.min(line);
        self.cells = self.cells.saturating_add(cells);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_different_words_are_counted_together_after_the_first_twenty() {
        let mut mends = Mends::default();
        for word in 0..100u32 {
            mends.add(Mending::KeptAsText, "impact", &word.to_string(), word, 1);
        }
        let list = mends.into_list();
        assert_eq!(list.len(), MOST_WORDS + 1);
        assert_eq!(list.first().map(|mend| (mend.example.as_str(), mend.cells)), Some((OTHERS, 80)));
    }
}
