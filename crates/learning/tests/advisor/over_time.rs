//! Dates, and what differs between two advices.

use chrono::NaiveDate;
use learning::advisor::{Answers, Difference, Emphasis, Extent, Main, ReviewKind};

use super::profiles::{software_company, start_up};
use super::{advise, advisor, day};

#[test]
fn the_reviews_of_a_start_up_begin_after_two_weeks_and_end_with_asking_again() {
    let advice = advisor().advise(&start_up(), day(2026, 3, 2)).unwrap();
    let reviews: Vec<_> = advice.roadmap.reviews.iter().map(|review| (review.on, review.kind)).collect();
    assert_eq!(reviews[0], (day(2026, 3, 16), ReviewKind::Strategy));
    // Four weeks a wave, and two more because somebody does it beside other work.
    assert_eq!(reviews[1], (day(2026, 4, 27), ReviewKind::Wave(1)));
    assert_eq!(reviews.last(), Some(&(day(2027, 3, 1), ReviewKind::Again)));
    assert!(advice.roadmap.reasons.iter().any(|reason| reason.led_by.iter().any(|given| given.question == "time")));
}

#[test]
fn a_start_on_a_sunday_has_its_reviews_on_mondays() {
    let advice = advisor().advise(&start_up(), day(2026, 3, 1)).unwrap();
    assert_eq!(advice.roadmap.reviews[0].on, day(2026, 3, 16));
}

#[test]
fn the_end_of_the_calendar_is_no_reason_to_panic() {
    for start in [NaiveDate::MIN, NaiveDate::MAX] {
        assert!(advisor().advise(&start_up(), start).is_some());
    }
}

#[test]
fn the_same_answers_differ_in_nothing_whenever_they_are_given() {
    let before = advisor().advise(&start_up(), day(2026, 3, 2)).unwrap();
    let after = advisor().advise(&start_up(), day(2027, 3, 1)).unwrap();
    assert_eq!(after.differences_from(&before), []);
}

#[test]
fn a_start_up_that_grew_sees_what_has_changed() {
    let grown = start_up()
        .with("size", ["under-5000"])
        .with("team", ["department"])
        .with("reach", ["round-the-clock"])
        .with("time", ["part"])
        .with("volume", ["steady"])
        .with("tools", ["tickets"])
        .with("estate", ["mixed"])
        .with("map", ["partly"])
        .with("skills", ["some"])
        .with("providers", ["most"])
        .with("contract", ["times"])
        .with("frameworks", ["lean"]);
    let (before, after) = (advise(&start_up()), advise(&grown));
    let all = after.differences_from(&before);
    let main = Main { extent: Extent::Selective, emphasis: Emphasis::Supply };
    assert!(all.contains(&Difference::Main { before: before.main, after: main }));
    let of_size = |one: &&Difference| matches!(one, Difference::Answer { question, .. } if question == "size");
    assert_eq!(all.iter().filter(of_size).count(), 1);
    assert!(all.iter().any(|one| matches!(one, Difference::PracticeAdded { id, .. } if id == "supplier-management")));
    assert!(all.iter().any(|one| matches!(one, Difference::Formality { .. })));
    assert!(all.iter().any(|one| matches!(one, Difference::PointDropped { .. })));

    let back = before.differences_from(&after);
    assert_eq!(all.len(), back.len(), "what came on the way there goes on the way back");
}

#[test]
fn an_answer_that_changes_nothing_else_is_the_only_difference() {
    let before = advise(&software_company());
    let after = advise(&software_company().with("map", ["heads"]));
    assert_eq!(after.differences_from(&before), [], "what is not asked is not compared");
    let skipped = advise(&Answers::new());
    assert!(before.differences_from(&skipped).len() > 20);
}

#[test]
fn the_review_whose_day_came_last_is_due() {
    let roadmap = advisor().advise(&start_up(), day(2026, 3, 2)).unwrap().roadmap;
    let due = |today| roadmap.review_due(today).map(|review| review.kind);
    assert_eq!(due(day(2026, 3, 15)), None);
    assert_eq!(due(day(2026, 3, 16)), Some(ReviewKind::Strategy));
    assert_eq!(due(day(2026, 4, 27)), Some(ReviewKind::Wave(1)));
    assert_eq!(due(day(2028, 1, 1)), Some(ReviewKind::Again));
}
