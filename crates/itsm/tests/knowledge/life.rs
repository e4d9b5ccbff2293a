//! From draft to retirement.

use itsm::knowledge::{Command as Ask, State};

use crate::bench::{Bench, READER, WRITER, body};

#[test]
fn an_article_needs_a_title_and_begins_as_a_draft_that_its_writer_owns() {
    let mut bench = Bench::begin();
    let nameless = itsm::knowledge::Content { title: " ".into(), ..crate::bench::content() };
    let refusal = bench.refuses(Ask::Begin { content: Box::new(nameless), from: None });
    assert!(refusal.contains("title"), "{refusal}");
    let id = bench.draft();
    assert_eq!(bench.state(id), State::Draft);
    assert_eq!(bench.see(id).owner, WRITER);
}

#[test]
fn nobody_reviews_what_they_have_written() {
    let mut bench = Bench::begin();
    let id = bench.draft();
    let refusal = bench.refuses(Ask::Submit { article: id, reviewer: WRITER });
    assert!(refusal.contains("reviewer"), "{refusal}");
    bench.actor = READER;
    bench.does(body(id, "Tom wrote on."));
    bench.refuses(Ask::Submit { article: id, reviewer: READER });
}

#[test]
fn a_draft_without_text_cannot_be_reviewed() {
    let mut bench = Bench::begin();
    let id = bench.draft();
    bench.does(body(id, ""));
    let refusal = bench.refuses(Ask::Submit { article: id, reviewer: READER });
    assert!(refusal.contains("text"), "{refusal}");
}

#[test]
fn nothing_is_published_unread_and_what_is_read_is_not_changed_meanwhile() {
    let mut bench = Bench::begin();
    let id = bench.draft();
    let review_by = bench.days(90);
    bench.refuses(Ask::Approve { article: id, from: None, review_by });
    bench.does(Ask::Submit { article: id, reviewer: READER });
    bench.refuses(body(id, "Something else"));
    bench.does(Ask::Approve { article: id, from: None, review_by });
    assert_eq!(bench.state(id), State::Published);
}

#[test]
fn what_comes_back_from_review_says_why() {
    let mut bench = Bench::begin();
    let id = bench.in_review();
    bench.refuses(Ask::SendBack { article: id, because: " ".into() });
    bench.does(Ask::SendBack { article: id, because: "Which head?".into() });
    assert_eq!(bench.state(id), State::Draft);
    assert_eq!(bench.see(id).draft.as_ref().unwrap().sent_back.as_deref(), Some("Which head?"));
}

#[test]
fn a_scheduled_article_becomes_published_by_the_clock_alone() {
    let mut bench = Bench::begin();
    let id = bench.scheduled();
    assert_eq!(bench.state(id), State::Scheduled);
    assert!(!bench.see(id).is_in_view(bench.now));
    bench.now = bench.days(3);
    assert_eq!(bench.state(id), State::Published);
    bench.refuses(Ask::Unschedule(id));
}

#[test]
fn a_scheduled_article_can_be_taken_back_until_its_instant() {
    let mut bench = Bench::begin();
    let id = bench.scheduled();
    bench.refuses(body(id, "Other"));
    bench.does(Ask::Unschedule(id));
    assert_eq!(bench.state(id), State::Draft);
    bench.does(body(id, "Other"));
}

#[test]
fn publication_lies_ahead_and_review_lies_after_it() {
    let mut bench = Bench::begin();
    let id = bench.in_review();
    let (past, soon, late) = (bench.days(-1), bench.days(1), bench.days(2));
    bench.refuses(Ask::Approve { article: id, from: Some(past), review_by: late });
    bench.refuses(Ask::Approve { article: id, from: Some(late), review_by: soon });
    bench.refuses(Ask::Approve { article: id, from: None, review_by: past });
}

#[test]
fn a_published_article_is_outdated_after_its_review_date_until_somebody_has_looked() {
    let mut bench = Bench::begin();
    let id = bench.published();
    bench.now = bench.days(91);
    assert_eq!(bench.state(id), State::Outdated);
    assert!(bench.see(id).is_in_view(bench.now), "it may still help");
    let past = bench.days(-1);
    bench.refuses(Ask::Confirm { article: id, review_by: past });
    let next = bench.days(180);
    bench.does(Ask::Confirm { article: id, review_by: next });
    assert_eq!(bench.state(id), State::Published);
}

#[test]
fn editing_a_published_article_makes_the_next_version_while_the_present_one_stays_in_view() {
    let mut bench = Bench::begin();
    let id = bench.published();
    bench.does(body(id, "Change the ribbon."));
    assert_eq!(bench.state(id), State::Published);
    assert_eq!(&*bench.see(id).shown(bench.now).unwrap().body, "Clean the **print head**.");
    bench.does(Ask::Submit { article: id, reviewer: READER });
    let (from, review_by) = (bench.days(1), bench.days(90));
    bench.does(Ask::Approve { article: id, from: Some(from), review_by });
    assert_eq!(&*bench.see(id).shown(bench.now).unwrap().body, "Clean the **print head**.");
    bench.now = bench.days(2);
    let article = bench.see(id);
    assert_eq!(&*article.shown(bench.now).unwrap().body, "Change the ribbon.");
    assert_eq!(article.versions.iter().map(|version| version.number).collect::<Vec<_>>(), [1, 2]);
}

#[test]
fn the_draft_of_a_next_version_can_be_dropped_but_not_the_only_one() {
    let mut bench = Bench::begin();
    let first = bench.draft();
    bench.refuses(Ask::Discard(first));
    let id = bench.published();
    bench.refuses(Ask::Discard(id));
    bench.does(body(id, "Change the ribbon."));
    bench.does(Ask::Discard(id));
    assert!(bench.see(id).draft.is_none());
}

#[test]
fn an_article_in_view_is_retired_in_two_steps_and_can_be_kept_after_either() {
    let mut bench = Bench::begin();
    let id = bench.published();
    bench.refuses(Ask::Retire { article: id, because: "Old".into() });
    bench.refuses(Ask::ProposeRetirement { article: id, because: "".into() });
    bench.does(Ask::ProposeRetirement { article: id, because: "Old".into() });
    assert_eq!(bench.state(id), State::PendingRetirement);
    assert!(bench.see(id).is_in_view(bench.now));
    bench.does(Ask::Keep(id));
    assert_eq!(bench.state(id), State::Published);
    bench.does(Ask::ProposeRetirement { article: id, because: "Old".into() });
    bench.does(Ask::Retire { article: id, because: "".into() });
    assert_eq!(bench.state(id), State::Retired);
    assert!(!bench.see(id).is_in_view(bench.now));
    bench.does(Ask::Keep(id));
    assert_eq!(bench.state(id), State::Published);
}

#[test]
fn a_retired_article_changes_no_more() {
    let mut bench = Bench::begin();
    let id = bench.retired();
    bench.refuses(body(id, "Other"));
    bench.refuses(Ask::Flag { article: id, text: "Wrong".into() });
    bench.refuses(Ask::Rate { article: id, helpful: true, words: "".into() });
}

#[test]
fn the_next_version_comes_before_a_retirement() {
    let mut bench = Bench::begin();
    let id = bench.published();
    bench.does(body(id, "Change the ribbon."));
    let refusal = bench.refuses(Ask::ProposeRetirement { article: id, because: "Old".into() });
    assert!(refusal.contains("next version"), "{refusal}");
}

#[test]
fn a_draft_that_nobody_saw_is_retired_at_once_with_a_reason() {
    let mut bench = Bench::begin();
    let id = bench.draft();
    bench.refuses(Ask::Retire { article: id, because: " ".into() });
    bench.does(Ask::Retire { article: id, because: "Written twice".into() });
    assert_eq!(bench.state(id), State::Retired);
}

#[test]
fn a_text_of_more_than_ten_pages_is_refused() {
    let mut bench = Bench::begin();
    let id = bench.draft();
    let refusal = bench.refuses(body(id, &"a".repeat(itsm::knowledge::LONGEST_BODY + 1)));
    assert!(refusal.contains("split"), "{refusal}");
}
