//! Review meetings: minutes, actions, and when the next one is due.

use itsm::promise::{Command as Ask, Health, Review, ReviewAction};
use itsm::{PersonId, PromiseId};

use crate::bench::*;

fn review(held: &str, outcome: Option<Health>) -> Review {
    Review {
        held_at: at(held),
        attendees: "Sales, the desk".into(),
        minutes: "Targets kept, but orders got lost".into(),
        outcome,
        actions: vec![ReviewAction { what: "Measure lost orders".into(), owner: ADA, due: at("20 00:00") }],
    }
}

fn hold(bench: &mut Bench, id: PromiseId, review: Review) {
    bench.does(Ask::Review { promise: id, review: Box::new(review) });
}

#[test]
fn a_review_needs_minutes_attendees_owners_and_a_meeting_that_has_been_held() {
    let mut bench = Bench::begin();
    let id = bench.agrees(sla(hours(4)));
    bench.at("10 12:00");
    let mut wrong = |change: fn(&mut Review), says: &str| {
        let mut review = review("09 12:00", None);
        change(&mut review);
        let sentence = bench.refuses(Ask::Review { promise: id, review: Box::new(review) });
        assert!(sentence.starts_with(says), "{sentence}");
    };
    wrong(|review| review.held_at = at("11 12:00"), "Check date:");
    wrong(|review| review.attendees = "".into(), "Needs attendees:");
    wrong(|review| review.minutes = "".into(), "Needs minutes:");
    wrong(|review| review.actions[0].what = "".into(), "Needs action:");
    wrong(|review| review.actions[0].owner = PersonId::imported(99), "This owner is not");
}

#[test]
fn an_action_is_finished_once_also_after_the_end() {
    let mut bench = Bench::begin();
    let id = bench.agrees(sla(hours(4)));
    let finish = |action| Ask::FinishAction { promise: id, review: 0, action };
    assert!(bench.refuses(finish(0)).starts_with("Needs an action that is not done:"));
    hold(bench.at("10 12:00"), id, review("09 12:00", None));
    assert!(bench.refuses(finish(1)).starts_with("This action is not"));
    bench.does(Ask::End { promise: id, from: at("10 12:00"), because: "Moved".into() });
    assert_eq!(bench.see(id).open_actions().count(), 1);
    bench.does(finish(0));
    assert_eq!(bench.see(id).open_actions().count(), 0);
    assert!(bench.refuses(finish(0)).starts_with("Needs an action that is not done:"));
}

#[test]
fn the_next_review_is_due_some_months_after_the_last_or_after_the_beginning() {
    let mut bench = Bench::begin();
    let id = bench.drafts(sla(hours(4)));
    assert_eq!(bench.see(id).review_due(), None, "nothing is promised yet");
    bench.does(Ask::Agree(id));
    assert_eq!(bench.see(id).review_due(), Some("2026-06-02T08:00:00Z".parse().unwrap()));
    hold(bench.at("10 12:00"), id, review("09 12:00", None));
    assert_eq!(bench.see(id).review_due(), Some("2026-06-09T12:00:00Z".parse().unwrap()));
}

#[test]
fn the_customers_latest_word_on_the_business_outcome_counts() {
    let mut bench = Bench::begin();
    let id = bench.agrees(sla(hours(4)));
    bench.at("20 12:00");
    for (held, outcome) in [("12 12:00", Some(Health::Red)), ("09 12:00", Some(Health::Green)), ("15 12:00", None)] {
        hold(&mut bench, id, review(held, outcome));
    }
    assert_eq!(bench.see(id).outcome(), Some((Health::Red, at("12 12:00"))));
}
