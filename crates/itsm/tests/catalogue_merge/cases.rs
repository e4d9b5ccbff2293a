//! Cases that people will meet.

use chrono::{DateTime, TimeDelta, Utc};
use itsm::catalogue::merge::{Cell, Side, joined, merge};
use itsm::catalogue::{Comment, Slot, Text};

use super::good::{DOCK, LAPTOP, MODEL, STANDARD, WIFI, good};
use super::touch::{asked, form, laptop};

#[test]
fn two_wordings_of_one_text_are_a_conflict_and_the_chosen_one_comes() {
    let (base, mut mine, mut theirs) = (good(), good(), good());
    laptop(&mut mine).summary = "Mine".into();
    laptop(&mut theirs).summary = "Theirs".into();
    let cell = Cell::Slot(LAPTOP, Slot::Text(Text::Summary));
    assert_eq!(merge(&base, &mine, &theirs).conflicts, [cell]);
    let choose = |side| joined(&base, &mine, &theirs, move |_| Some(side));
    assert_eq!(&*choose(Side::Mine).content(LAPTOP).unwrap().summary, "Mine");
    assert_eq!(&*choose(Side::Theirs).content(LAPTOP).unwrap().summary, "Theirs");
}

#[test]
fn two_questions_of_one_form_may_be_changed_apart_and_one_question_by_both_is_a_conflict() {
    let (base, mut mine, mut theirs) = (good(), good(), good());
    asked(&mut mine, MODEL).label = "Which of them?".into();
    asked(&mut theirs, DOCK).label = "Anything else?".into();
    assert!(merge(&base, &mine, &theirs).conflicts.is_empty());
    asked(&mut theirs, MODEL).required = false;
    assert_eq!(merge(&base, &mine, &theirs).conflicts, [Cell::Field(LAPTOP, STANDARD, MODEL)]);
}

#[test]
fn taking_away_what_the_other_changed_is_a_conflict() {
    let (base, mut mine, mut theirs) = (good(), good(), good());
    mine.services.remove(&WIFI);
    theirs.services.get_mut(&WIFI).unwrap().content.hours = "Always".into();
    assert_eq!(merge(&base, &mine, &theirs).conflicts, [Cell::Service(WIFI)]);
    assert!(joined(&base, &mine, &theirs, |_| Some(Side::Theirs)).services.contains_key(&WIFI));
    assert!(!joined(&base, &mine, &theirs, |_| None).services.contains_key(&WIFI));
}

#[test]
fn a_question_is_kept_when_the_other_side_took_away_its_section() {
    let (base, mut mine, mut theirs) = (good(), good(), good());
    form(&mut theirs).sections.remove(0);
    asked(&mut mine, DOCK).label = "Anything else?".into();
    let all = joined(&base, &mine, &theirs, |_| Some(Side::Mine));
    let one = all.content(LAPTOP).unwrap().offerings[0].form.field(DOCK).unwrap();
    assert_eq!(&*one.label, "Anything else?");
}

fn said(at: i64, text: &str) -> Comment {
    let at: DateTime<Utc> = DateTime::UNIX_EPOCH + TimeDelta::hours(at);
    Comment { by: "Ben Cole".into(), at, text: text.into(), settled: false }
}

#[test]
fn comments_of_both_sides_stand_in_the_order_of_time_and_what_one_settled_is_settled() {
    let (mut base, mut mine, mut theirs) = (good(), good(), good());
    for copy in [&mut base, &mut mine, &mut theirs] {
        copy.services.get_mut(&LAPTOP).unwrap().comments.push(said(1, "Is the price right?"));
    }
    mine.services.get_mut(&LAPTOP).unwrap().comments.push(said(3, "Yes."));
    let others = &mut theirs.services.get_mut(&LAPTOP).unwrap().comments;
    others.push(said(2, "I asked."));
    others[0].settled = true;
    let all = joined(&base, &mine, &theirs, |_| None);
    let comments = &all.services[&LAPTOP].comments;
    let texts: Vec<&str> = comments.iter().map(|comment| &*comment.text).collect();
    assert_eq!(texts, ["Is the price right?", "I asked.", "Yes."]);
    assert!(comments[0].settled);
    assert!(merge(&base, &mine, &theirs).is_empty(), "comments are no conflicts");
}

#[test]
fn questions_moved_differently_on_both_sides_are_a_conflict_of_order() {
    let (base, mut mine, mut theirs) = (good(), good(), good());
    form(&mut mine).sections[0].fields.reverse();
    let moved = form(&mut theirs).sections[0].fields.remove(0);
    form(&mut theirs).sections[1].fields.push(moved);
    assert_eq!(merge(&base, &mine, &theirs).conflicts, [Cell::FormOrder(LAPTOP, STANDARD)]);
    let chosen = joined(&base, &mine, &theirs, |_| Some(Side::Theirs));
    assert_eq!(chosen.content(LAPTOP).unwrap().offerings[0].form, theirs.content(LAPTOP).unwrap().offerings[0].form);
}
