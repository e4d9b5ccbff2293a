//! What an article is for: solving, being judged, being mended.

use itsm::incident::{ResolutionCode, State};
use itsm::knowledge::{Command as Ask, Content};
use itsm::link::Relation;
use itsm::{Command, Desk, EntryId, RecordId};

use crate::bench::{Bench, PRINTER, READER, content};

#[test]
fn an_article_written_from_an_incident_is_linked_to_it() {
    let mut bench = Bench::begin();
    let incident = RecordId::Incident(bench.incident());
    let id = bench.desk.articles().next(crate::bench::TAG);
    bench.does(Ask::Begin { content: Box::new(content()), from: Some(incident) });
    let links: Vec<_> = bench.desk.links().from(incident).collect();
    assert_eq!((links[0].relation, links[0].to), (Relation::LedTo, RecordId::Article(id)));
}

#[test]
fn an_article_is_not_written_from_another_article() {
    let mut bench = Bench::begin();
    let other = RecordId::Article(bench.draft());
    bench.refuses(Ask::Begin { content: Box::new(content()), from: Some(other) });
}

#[test]
fn solving_an_incident_with_an_article_counts_for_it() {
    let mut bench = Bench::begin();
    let (id, incident) = (bench.published(), bench.incident());
    let solve = |solution: &str| Ask::ResolveWith {
        article: id,
        incident,
        code: ResolutionCode::SolutionProvided,
        solution: solution.into(),
        cascade: false,
    };
    bench.refuses(solve(" "));
    assert_eq!(bench.desk.solved_with(id), 0);
    bench.does(solve("Cleaned the head"));
    assert_eq!(bench.desk.incident(incident).unwrap().state, State::Resolved);
    assert_eq!(bench.desk.solved_with(id), 1);
}

#[test]
fn only_what_is_in_view_solves() {
    let mut bench = Bench::begin();
    let (id, incident) = (bench.draft(), bench.incident());
    let refusal = bench.refuses(Ask::ResolveWith {
        article: id,
        incident,
        code: ResolutionCode::SolutionProvided,
        solution: "Cleaned".into(),
        cascade: false,
    });
    assert!(refusal.contains("Publish"), "{refusal}");
}

#[test]
fn of_each_person_the_latest_rating_counts_and_a_bad_one_says_what_was_missing() {
    let mut bench = Bench::begin();
    let id = bench.published();
    bench.refuses(Ask::Rate { article: id, helpful: false, words: "".into() });
    bench.does(Ask::Rate { article: id, helpful: false, words: "Which head?".into() });
    bench.refuses(Ask::Rate { article: id, helpful: false, words: "Which head?".into() });
    bench.actor = READER;
    bench.does(Ask::Rate { article: id, helpful: true, words: "".into() });
    assert_eq!(bench.see(id).votes(), (1, 1));
    bench.actor = crate::bench::WRITER;
    bench.does(Ask::Rate { article: id, helpful: true, words: "Clear now".into() });
    assert_eq!(bench.see(id).votes(), (2, 0));
}

#[test]
fn a_flag_says_what_is_wrong_and_is_answered_once() {
    let mut bench = Bench::begin();
    let id = bench.published();
    bench.refuses(Ask::AnswerFlag { article: id, flag: 0, answer: "Done".into() });
    bench.refuses(Ask::Flag { article: id, text: "".into() });
    bench.does(Ask::Flag { article: id, text: "The menu has moved".into() });
    assert_eq!(bench.see(id).open_flags().count(), 1);
    bench.refuses(Ask::AnswerFlag { article: id, flag: 7, answer: "Done".into() });
    bench.does(Ask::AnswerFlag { article: id, flag: 0, answer: "Corrected in version 2".into() });
    bench.refuses(Ask::AnswerFlag { article: id, flag: 0, answer: "Done".into() });
}

#[test]
fn what_an_article_names_keeps_its_name() {
    let mut bench = Bench::begin();
    let content = Content { items: vec![PRINTER, PRINTER], ..content() };
    bench.does(Ask::Begin { content: Box::new(content), from: None });
    assert!(bench.desk.practices_mention(EntryId::Item(PRINTER)));
    assert!(!Desk::default().practices_mention(EntryId::Item(PRINTER)));
}

#[test]
fn a_retired_item_is_no_longer_chosen_for_an_article() {
    let mut bench = Bench::begin();
    bench.ask(Command::Retire(EntryId::Item(PRINTER))).unwrap();
    let content = Content { items: vec![PRINTER], ..content() };
    let refusal = bench.refuses(Ask::Begin { content: Box::new(content), from: None });
    assert!(refusal.contains("configuration item"), "{refusal}");
}

#[test]
fn somebody_else_may_own_it_but_not_the_same_again() {
    let mut bench = Bench::begin();
    let id = bench.published();
    bench.does(Ask::HandOver { article: id, owner: READER });
    bench.refuses(Ask::HandOver { article: id, owner: READER });
}
