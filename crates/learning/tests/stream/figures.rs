//! Known answers, each reckoned by hand.

use std::num::NonZeroU16;

use learning::stream::{Activity, Measures, Step, StepId, Stream, Vocabulary, WorkingHours};

use crate::common::{back, name, near, step, stream, taken};

#[test]
fn without_rework_times_add_up() {
    let measures = Measures::of(&stream([step("A", 10.0, 0.0), step("B", 20.0, 60.0), step("B", 30.0, 120.0)]));
    near(measures.touch, 60.0);
    near(measures.wait, 180.0);
    near(measures.lead, 240.0);
    near(measures.flow_efficiency.unwrap(), 0.25);
    near(measures.hand_offs, 1.0);
    near(measures.first_pass_yield, 1.0);
    assert!(measures.steps.iter().all(|step| step.visits == 1.0 && step.returns == 0.0));
}

#[test]
fn a_half_that_comes_back_doubles_the_work() {
    let measures = Measures::of(&stream([step("A", 10.0, 5.0), back(step("B", 20.0, 60.0), 1, 0.5)]));
    near(measures.touch, 2.0 * 10.0 + 2.0 * 20.0);
    near(measures.wait, 2.0 * 5.0 + 2.0 * 60.0);
    near(measures.first_pass_yield, 0.5);
    // Over, and back once, and over again.
    near(measures.hand_offs, 3.0);
    near(measures.steps[0].returns, 1.0);
}

/// With b and c for the second and third step's visits: a = 1 + 0.2 b, b = a + 0.25 c, c = 0.8 b.
#[test]
fn rework_inside_rework_is_solved_exactly() {
    let measures = Measures::of(&stream([
        step("A", 1.0, 0.0),
        back(step("B", 1.0, 0.0), 1, 0.2),
        back(step("C", 1.0, 0.0), 2, 0.25),
    ]));
    let visits: Vec<_> = measures.steps.iter().map(|step| step.visits).collect();
    near(visits[0], 4.0 / 3.0);
    near(visits[1], 5.0 / 3.0);
    near(visits[2], 4.0 / 3.0);
    near(measures.hand_offs, 4.0 / 3.0 + 1.0 / 3.0 + 4.0 / 3.0 + 1.0 / 3.0);
    near(measures.first_pass_yield, 0.8 * 0.75);
}

#[test]
fn a_step_that_part_of_the_items_take_counts_for_its_part() {
    let measures =
        Measures::of(&stream([step("A", 10.0, 0.0), taken(step("B", 100.0, 50.0), 0.6), step("A", 10.0, 0.0)]));
    near(measures.touch, 10.0 + 60.0 + 10.0);
    near(measures.wait, 30.0);
    near(measures.hand_offs, 1.2);
}

/// b = 0.5 + 0.2 c and c = 0.5 + b: who is sent back to the second step takes it.
#[test]
fn work_that_is_sent_back_to_a_step_takes_it_even_if_it_passed_by_at_first() {
    let measures = Measures::of(&stream([
        step("A", 0.0, 0.0),
        taken(step("B", 4.0, 0.0), 0.5),
        back(step("C", 8.0, 0.0), 2, 0.2),
    ]));
    near(measures.steps[1].visits, 0.75);
    near(measures.steps[2].visits, 1.25);
    near(measures.touch, 13.0);
    near(measures.first_pass_yield, 0.8);
}

#[test]
fn a_share_sent_back_counts_only_for_the_items_that_take_the_step() {
    let measures = Measures::of(&stream([step("A", 1.0, 0.0), taken(back(step("B", 1.0, 0.0), 1, 0.5), 0.4)]));
    // Of 10 items 4 are checked and 2 of these come back.
    near(measures.first_pass_yield, 0.8);
}

/// From the step at place k an item comes back 999 times before it passes: its visits are 1000 to the power of the
/// returns from there on. The exponent goes up to 39.
#[test]
fn even_the_worst_stream_that_can_be_written_is_exact() {
    let steps = (0..40).map(|place| {
        let plain = step("A", 1.0, 0.0);
        if place == 0 { plain } else { back(plain, 1, 0.999) }
    });
    let measures = Measures::of(&stream(steps));
    for (place, step) in measures.steps.iter().enumerate() {
        let expected = 1000_f64.powi(40 - i32::try_from(place.max(1)).unwrap());
        assert!((step.visits / expected - 1.0).abs() < 1e-11, "place {place}: {} for {expected}", step.visits);
    }
    assert!(measures.lead.is_finite() && measures.hand_offs == 0.0);
}

#[test]
fn an_empty_stream_has_no_efficiency_and_no_bottleneck() {
    let measures = Measures::of(&Stream::new(name("Nothing"), Vocabulary::Lifecycle));
    assert_eq!((measures.lead, measures.flow_efficiency, measures.first_pass_yield), (0.0, None, 1.0));
    assert!(measures.bottleneck.is_none() && measures.longest_wait.is_none() && measures.limit().is_none());
    assert!(measures.path.is_empty() && measures.activities.len() == 8);
}

#[test]
fn an_owner_carries_as_many_items_as_its_people_have_time_for() {
    let plain = stream([step("A", 10.0, 0.0), step("B", 30.0, 0.0), step("B", 20.0, 0.0), step("C", 0.0, 9.0)]);
    let two = plain.with_people(&name("B"), NonZeroU16::new(2).unwrap()).unwrap();
    let measures = Measures::of(&two);
    let carried: Vec<_> = measures.owners.iter().map(|load| load.items_a_week).collect();
    assert_eq!(carried, [Some(2400.0 / 10.0), Some(2.0 * 2400.0 / 50.0), None]);
    assert_eq!(measures.limit().unwrap().owner, name("B"));
    let short = two.with_hours(WorkingHours::new(240, 4).unwrap());
    near(Measures::of(&short).limit().unwrap().items_a_week.unwrap(), 2.0 * 960.0 / 50.0);
}

#[test]
fn more_people_move_the_bottleneck() {
    let plain = stream([step("A", 20.0, 30.0), step("B", 30.0, 30.0), step("C", 5.0, 10.0)]);
    let measures = Measures::of(&plain);
    assert_eq!(measures.bottleneck.unwrap().step, StepId(2));
    assert_eq!(measures.longest_wait, Some(StepId(1)), "the earliest of equals");
    let helped = plain.with_people(&name("B"), NonZeroU16::new(2).unwrap()).unwrap();
    let bottleneck = Measures::of(&helped).bottleneck.unwrap();
    assert_eq!((bottleneck.step, bottleneck.touch_a_person), (StepId(1), 20.0));
}

#[test]
fn rework_can_make_another_step_the_bottleneck() {
    let plain = [step("A", 20.0, 0.0), step("B", 21.0, 0.0)];
    assert_eq!(Measures::of(&stream(plain.clone())).bottleneck.unwrap().step, StepId(2));
    let [first, second] = plain;
    let again = stream([first, step("C", 1.0, 0.0), second]);
    let checked = again.change(StepId(2), back(step("C", 1.0, 0.0), 1, 0.5)).unwrap();
    assert_eq!(Measures::of(&checked).bottleneck.unwrap().step, StepId(1));
}

#[test]
fn activities_are_totalled_and_their_order_told() {
    let of = |activity, step: Step| Step { activity, ..step };
    let visited = stream([
        of(Activity::Engage, step("A", 1.0, 2.0)),
        of(Activity::ObtainBuild, step("B", 10.0, 20.0)),
        of(Activity::ObtainBuild, back(step("B", 5.0, 0.0), 1, 0.5)),
        of(Activity::Engage, step("A", 3.0, 0.0)),
    ]);
    let measures = Measures::of(&visited);
    assert_eq!(measures.path, [Activity::Engage, Activity::ObtainBuild, Activity::Engage]);
    let total = |activity| measures.activities.iter().find(|total| total.activity == activity).unwrap();
    let engage = total(Activity::Engage);
    assert_eq!(engage.steps, 2);
    near(engage.touch, 2.0 + 3.0);
    near(engage.wait, 4.0);
    // In from outside, back once, and at the end.
    near(engage.entries, 3.0);
    near(total(Activity::ObtainBuild).entries, 2.0);
    near(total(Activity::ObtainBuild).touch, 2.0 * 15.0);
    assert_eq!(total(Activity::Plan).steps, 0);
}
