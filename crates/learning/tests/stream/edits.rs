//! What may be edited, and what a refusal says.

use std::num::NonZeroU16;

use learning::stream::{
    Activity, MOST_STEPS, Minutes, Name, Refusal, ReturnShare, Step, StepId, Stream, TakenShare, Vocabulary,
    WorkingHours,
};

use crate::common::{back, name, step, stream};

fn ids(stream: &Stream) -> Vec<u32> {
    stream.steps().iter().map(|placed| placed.id.0).collect()
}

#[test]
fn steps_are_added_moved_changed_and_removed_and_keep_their_ids() {
    let three = stream([step("A", 1.0, 0.0), step("B", 1.0, 0.0), step("C", 1.0, 0.0)]);
    let more = three.add(StepId(9), 1, step("D", 1.0, 0.0)).unwrap();
    assert_eq!(ids(&more), [1, 9, 2, 3]);
    assert_eq!(ids(&more.move_to(StepId(1), 3).unwrap()), [9, 2, 3, 1]);
    assert_eq!(ids(&more.move_to(StepId(3), 0).unwrap()), [3, 1, 9, 2]);
    let changed = more.change(StepId(9), step("E", 2.0, 0.0)).unwrap();
    assert_eq!(changed.step(StepId(9)).unwrap().owner, name("E"));
    assert_eq!(ids(&changed.remove(StepId(1)).unwrap()), [9, 2, 3]);
    assert_eq!(ids(&three), [1, 2, 3], "the stream itself stays as it was");
}

#[test]
fn rework_goes_to_earlier_steps_only() {
    let two = stream([step("A", 1.0, 0.0), back(step("B", 1.0, 0.0), 1, 0.1)]);
    let itself = two.change(StepId(2), back(step("B", 1.0, 0.0), 2, 0.1)).unwrap_err();
    assert!(matches!(itself, Refusal::NotEarlier { .. }), "{itself}");
    let nowhere = two.change(StepId(2), back(step("B", 1.0, 0.0), 7, 0.1)).unwrap_err();
    assert!(matches!(nowhere, Refusal::ReturnsNowhere { to: StepId(7), .. }), "{nowhere}");
    let moved = two.move_to(StepId(1), 1).unwrap_err();
    let said = "“Work of B” sends work back to “Work of A”, which has to come before it. Change the rework first, or choose another place.";
    assert_eq!(moved.to_string(), said);
}

#[test]
fn a_step_that_gets_work_back_stays_and_the_refusal_says_from_whom() {
    let three = stream([step("A", 1.0, 0.0), back(step("B", 1.0, 0.0), 1, 0.1), back(step("C", 1.0, 0.0), 1, 0.1)]);
    let refusal = three.remove(StepId(1)).unwrap_err().to_string();
    assert_eq!(
        refusal,
        "“Work of B”, “Work of C” still send work back to “Work of A”. Change that rework first, then remove the step."
    );
}

#[test]
fn what_is_not_there_is_refused() {
    let one = stream([step("A", 1.0, 0.0)]);
    assert_eq!(one.remove(StepId(5)).unwrap_err(), Refusal::NoSuchStep(StepId(5)));
    assert_eq!(one.move_to(StepId(5), 0).unwrap_err(), Refusal::NoSuchStep(StepId(5)));
    assert_eq!(one.move_to(StepId(1), 1).unwrap_err(), Refusal::NoSuchPlace { steps: 1 });
    assert_eq!(one.add(StepId(2), 2, step("A", 1.0, 0.0)).unwrap_err(), Refusal::NoSuchPlace { steps: 2 });
    assert_eq!(one.add(StepId(1), 0, step("A", 1.0, 0.0)).unwrap_err(), Refusal::IdInUse(StepId(1)));
    let nobody = one.with_people(&name("B"), NonZeroU16::MIN).unwrap_err();
    assert_eq!(nobody, Refusal::NoSuchOwner(name("B")));
}

#[test]
fn an_activity_of_the_other_edition_is_refused() {
    let discover = Step { activity: Activity::Discover, ..step("A", 1.0, 0.0) };
    let refusal = Stream::new(name("S"), Vocabulary::ValueChain).add(StepId(1), 0, discover.clone()).unwrap_err();
    assert_eq!(refusal.to_string(), "“Discover” is not an activity of ITIL 4. Choose one of its 6.");
    assert!(Stream::new(name("S"), Vocabulary::Lifecycle).add(StepId(1), 0, discover).is_ok());
}

#[test]
fn a_full_stream_takes_no_more() {
    let full = stream((0..MOST_STEPS).map(|_| step("A", 1.0, 0.0)));
    assert_eq!(full.add(StepId(99), 0, step("A", 1.0, 0.0)).unwrap_err(), Refusal::TooManySteps);
}

#[test]
fn one_owner_is_spelled_in_one_way() {
    let three = stream([step("Service desk", 1.0, 0.0), step("Network", 1.0, 0.0), step("service  DESK", 1.0, 0.0)]);
    assert_eq!(three.owners(), [&name("Service desk"), &name("Network")]);
    let three = three.with_people(&name("SERVICE DESK"), NonZeroU16::new(4).unwrap()).unwrap();
    assert_eq!(three.people(&name("Service desk")).get(), 4);
    let renamed = three.rename_owner(&name("Service desk"), &name("SERVICE DESK")).unwrap();
    assert_eq!(renamed.owners(), [&name("SERVICE DESK"), &name("Network")]);
    assert_eq!(renamed.people(&name("SERVICE DESK")).get(), 4);
    let joined = renamed.rename_owner(&name("Network"), &name("Service Desk")).unwrap();
    assert_eq!((joined.owners(), joined.people(&name("Service Desk")).get()), (vec![&name("Service Desk")], 4));
}

#[test]
fn people_of_an_owner_that_is_gone_are_forgotten() {
    let two = stream([step("A", 1.0, 0.0), step("B", 1.0, 0.0)]);
    let two = two.with_people(&name("B"), NonZeroU16::new(3).unwrap()).unwrap();
    assert_eq!(two.remove(StepId(2)).unwrap().people(&name("B")).get(), 1);
}

#[test]
fn a_fresh_id_is_new_to_every_version() {
    let one = stream([step("A", 1.0, 0.0), step("B", 1.0, 0.0)]);
    let other = one.remove(StepId(2)).unwrap();
    assert_eq!(Stream::fresh_id([&other]), StepId(2));
    assert_eq!(Stream::fresh_id([&other, &one]), StepId(3));
    let last = other.add(StepId(u32::MAX), 1, step("B", 1.0, 0.0)).unwrap();
    assert_eq!(Stream::fresh_id([&last]), StepId(2));
    assert_eq!(Stream::fresh_id([]), StepId(1));
}

#[test]
fn values_beyond_their_limits_are_refused_in_words() {
    assert_eq!(Name::new(" \t\n"), Err(Refusal::NoName));
    assert_eq!(Name::new(&"x".repeat(81)), Err(Refusal::LongName { characters: 81 }));
    assert_eq!(Name::new("  Service \n desk ").unwrap().as_str(), "Service desk");
    assert!(Name::new(&"ß".repeat(80)).is_ok(), "characters are counted, not bytes");
    for hidden in ["a\u{202e}b", "a\u{0}b", "\u{feff}", "a\u{ffff}"] {
        assert!(matches!(Name::new(hidden), Err(Refusal::HiddenCharacter { .. })), "{hidden:?}");
    }
    for minutes in [-0.1, 86_400.1, f64::NAN, f64::INFINITY] {
        assert_eq!(Minutes::new(minutes), Err(Refusal::MinutesOutside));
    }
    assert_eq!(Minutes::new(2.25), Err(Refusal::MinutesTooFine));
    assert_eq!(Minutes::new(86_400.0).unwrap().get(), 86_400.0);
    assert_eq!(Minutes::new(0.1 + 0.2).unwrap().get(), 0.3);
    assert!(ReturnShare::new(0.0).is_ok() && ReturnShare::new(0.999).is_ok());
    assert!(TakenShare::new(0.001).is_ok() && TakenShare::new(1.0).is_ok());
    for (share, refusal) in [(ReturnShare::new(1.0).err(), "99.9 %"), (TakenShare::new(0.0).err(), "0.1 %")] {
        assert!(share.unwrap().to_string().contains(refusal));
    }
    assert_eq!(ReturnShare::new(0.12345), Err(Refusal::ShareTooFine));
    assert!(ReturnShare::new(f64::NAN).is_err() && ReturnShare::new(-0.1).is_err());
    assert!(WorkingHours::new(0, 5).is_err() && WorkingHours::new(480, 8).is_err());
}
