//! Ids for what other tools call their incidents.

use std::collections::HashSet;

use super::mends::Mends;
use super::read::RawColumn;
use crate::base::Mending;

/// The highest number that is taken over: leaves as many again for what is logged here later.
const HIGHEST: u32 = u32::MAX / 2;

/// For each word of the number column the number of the id it gets: the digits behind `INC` (or behind what the first
/// word begins with: `DESK-12` is 12), or, where there are none or another incident has them, the next free one.
pub fn assign(column: &RawColumn, mends: &mut Mends) -> Vec<u32> {
    let mut taken = HashSet::new();
    let prefix = column.words.iter().find(|word| !word.is_empty()).map_or("", |word| prefix(word));
    let own: Vec<Option<u32>> = column
        .words
        .iter()
        .map(|word| digits(word, "INC").or_else(|| digits(word, prefix)).filter(|number| taken.insert(*number)))
        .collect();
    let mut free = taken.iter().max().map_or(1, |highest| highest + 1);
    let mut ids = Vec::with_capacity(own.len());
    for ((number, word), line) in own.into_iter().zip(&column.words).zip(&column.first_lines) {
        ids.push(number.unwrap_or_else(|| {
            if !word.is_empty() {
                mends.add(Mending::Renumbered, &column.name, word, *line, 1);
                free += 1;
            }
            free - 1
        }));
    }
    ids
}

/// What stands before the digits at the end of a word.
fn prefix(word: &str) -> &str {
    word.trim_end_matches(|letter: char| letter.is_ascii_digit())
}

fn digits(word: &str, prefix: &str) -> Option<u32> {
    let (begins, digits) = word.split_at_checked(prefix.len())?;
    if !begins.eq_ignore_ascii_case(prefix) || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok().filter(|&number| number <= HIGHEST)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::field::Field;

    fn column(words: &[&str]) -> RawColumn {
        RawColumn {
            name: "number".into(),
            field: Field::Number,
            words: words.iter().map(|&word| word.to_owned()).collect(),
            first_lines: vec![2; words.len()],
            indexes: vec![],
            moments: vec![],
        }
    }

    #[test]
    fn the_digits_behind_inc_are_the_id() {
        let ids = assign(&column(&["", "INC0000045", "inc46"]), &mut Mends::default());
        assert_eq!(ids.get(1..), Some([45, 46].as_slice()));
    }

    #[test]
    fn the_digits_behind_another_prefix_are_the_id_too() {
        let mut mends = Mends::default();
        let ids = assign(&column(&["", "DESK-12", "DESK-7", "OTHER-7", "DESK-"]), &mut mends);
        assert_eq!(ids.get(1..), Some([12, 7, 13, 14].as_slice()));
        assert_eq!(mends.into_list().first().map(|mend| mend.cells), Some(2));
    }

    #[test]
    fn other_numbers_and_second_comers_get_free_ids_and_are_reported() {
        let mut mends = Mends::default();
        let ids = assign(&column(&["", "INC7", "TASK1", "INC007", "INC99999999999"]), &mut mends);
        assert_eq!(ids.get(1..), Some([7, 8, 9, 10].as_slice()));
        assert_eq!(mends.into_list().first().map(|mend| mend.cells), Some(3));
    }
}
