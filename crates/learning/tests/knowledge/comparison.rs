//! ITSM beside ITIL: the matrix, the drill and the history.

use std::collections::BTreeMap;

use learning::knowledge::{Answer, Group, Subject};

use super::texts::words;
use super::{comparison, knowledge};

#[test]
fn the_matrix_has_seven_differences_and_four_rows_of_overview() {
    let comparison = comparison();
    let of = |group| comparison.rows.iter().filter(|row| row.group == group).count();
    assert_eq!((of(Group::Difference), of(Group::Overview)), (7, 4));
    assert_eq!(comparison.row("certification").unwrap().name, "Certification and training");
    assert!(comparison.row("nothing").is_none());
}

#[test]
fn a_row_is_found_by_words_of_either_side_its_question_and_its_warning() {
    let comparison = comparison();
    let found = |words: &str| {
        comparison.rows.iter().filter(|row| row.says(words)).map(|row| row.id.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(found("  ").len(), comparison.rows.len());
    assert_eq!(found("birthday"), ["origins"]);
    assert_eq!(found("six SIGMA boards"), ["flexibility"]);
    assert!(found("certif").contains(&"certification"), "the beginning of a word is enough");
    assert!(found("birthday sigma").is_empty(), "every word has to be there");
}

#[test]
fn everything_named_is_there() {
    let (comparison, knowledge) = (comparison(), knowledge());
    for row in &comparison.rows {
        assert!(!row.concepts.is_empty(), "{}", row.id);
        for id in &row.concepts {
            assert!(knowledge.concept(id.as_str()).is_some(), "{}: no concept {id}", row.id);
        }
    }
    for statement in &comparison.drill {
        assert!(comparison.row(statement.row.as_str()).is_some(), "{}: no row {}", statement.id, statement.row);
    }
}

#[test]
fn the_drill_has_as_many_statements_for_each_answer_and_two_for_each_row() {
    let comparison = comparison();
    let mut answers = BTreeMap::new();
    for statement in &comparison.drill {
        *answers.entry(statement.answer).or_insert(0) += 1;
    }
    assert_eq!(answers.len(), Answer::ALL.len());
    assert!(answers.values().max().unwrap() - answers.values().min().unwrap() <= 1, "{answers:?}");
    assert!(comparison.drill.len() >= 24);
    for row in &comparison.rows {
        assert!(comparison.drill.iter().filter(|statement| statement.row == row.id).count() >= 2, "{}", row.id);
    }
}

#[test]
fn neither_order_nor_length_gives_an_answer_away() {
    let comparison = comparison();
    for three in comparison.drill.windows(3) {
        assert!(three.iter().any(|statement| statement.answer != three[0].answer), "{}", three[0].id);
    }
    let means = Answer::ALL.iter().map(|answer| {
        let of = comparison.drill.iter().filter(|statement| statement.answer == *answer);
        let lengths: Vec<usize> = of.map(|statement| words(&statement.statement)).collect();
        lengths.iter().sum::<usize>() / lengths.len()
    });
    let means: Vec<usize> = means.collect();
    assert!(means.iter().max().unwrap() - means.iter().min().unwrap() <= 5, "{means:?}");
}

#[test]
fn the_history_is_told_in_order_and_of_both() {
    let history = comparison().history;
    assert!(history.is_sorted_by_key(|moment| moment.year));
    for subject in Subject::ALL {
        assert!(history.iter().filter(|moment| moment.about == *subject).count() >= 6, "{subject:?}");
    }
    assert!(history.iter().all(|moment| (1940..=2026).contains(&moment.year)));
}
