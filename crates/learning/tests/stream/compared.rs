//! Two versions of a stream.

use learning::stream::{Aspect, Change, Comparison, Measure, Source, Step, StepId, compare};

use crate::common::{back, name, near, step, stream, taken};

fn sources(comparison: &Comparison, measure: Measure) -> &[Source] {
    &comparison.of(measure).unwrap().sources
}

#[test]
fn a_stream_does_not_differ_from_itself() {
    let one = stream([step("A", 1.0, 5.0), back(step("B", 1.0, 5.0), 1, 0.1)]);
    let comparison = compare(&one, &one);
    assert!(comparison.changes.is_empty());
    assert!(comparison.differences.iter().all(|of| of.difference() == Some(0.0) && of.sources.is_empty()));
}

#[test]
fn a_shorter_wait_is_charged_to_its_step_whatever_it_is_called_by_then() {
    let before = stream([step("A", 10.0, 0.0), step("B", 10.0, 100.0)]);
    let renamed = Step { name: name("Something else"), ..step("B", 10.0, 40.0) };
    let after = before.change(StepId(2), renamed).unwrap().move_to(StepId(2), 0).unwrap();
    let comparison = compare(&before, &after);
    let lead = comparison.of(Measure::Lead).unwrap();
    near(lead.difference().unwrap(), -60.0);
    assert_eq!(lead.sources.len(), 1);
    assert_eq!((lead.sources[0].step, lead.sources[0].name.as_str()), (StepId(2), "Something else"));
    assert_eq!((lead.sources[0].difference, lead.sources[0].by_visits), (-60.0, 0.0));
    assert!(sources(&comparison, Measure::Touch).is_empty());
    let aspects = comparison.changes.iter().find(|change| change.step == StepId(2)).unwrap();
    let Change::Changed(aspects) = &aspects.change else { panic!("{aspects:?}") };
    assert!(aspects.contains(&Aspect::Name) && aspects.contains(&Aspect::Wait));
}

#[test]
fn less_rework_shows_where_the_minutes_go_and_that_visits_are_the_reason() {
    let before = stream([step("A", 10.0, 0.0), back(step("B", 20.0, 0.0), 1, 0.5)]);
    let after = before.change(StepId(2), step("B", 20.0, 0.0)).unwrap();
    let comparison = compare(&before, &after);
    let touch = sources(&comparison, Measure::Touch);
    assert_eq!(touch.iter().map(|source| source.step).collect::<Vec<_>>(), [StepId(2), StepId(1)]);
    for (source, expected) in touch.iter().zip([-20.0, -10.0]) {
        near(source.difference, expected);
        near(source.by_visits, expected);
    }
    near(sources(&comparison, Measure::FirstPassYield)[0].difference, 0.5);
    near(comparison.of(Measure::HandOffs).unwrap().difference().unwrap(), -2.0);
    assert_eq!(comparison.changes.len(), 1);
    assert_eq!(comparison.changes[0].change, Change::Changed(vec![Aspect::Rework]));
}

#[test]
fn added_and_removed_steps_are_named() {
    let before = stream([step("A", 10.0, 0.0), step("B", 20.0, 5.0)]);
    let after = before.remove(StepId(2)).unwrap().add(StepId(3), 0, step("C", 1.0, 0.0)).unwrap();
    let comparison = compare(&before, &after);
    let changes: Vec<_> = comparison.changes.iter().map(|change| (change.step, change.change.clone())).collect();
    assert_eq!(changes, [(StepId(2), Change::Removed), (StepId(3), Change::Added)]);
    near(comparison.of(Measure::Lead).unwrap().difference().unwrap(), -24.0);
}

#[test]
fn only_the_steps_that_left_their_order_have_moved() {
    let before = stream((1..=5).map(|n| step("A", f64::from(n), 0.0)));
    let comparison = compare(&before, &before.move_to(StepId(1), 4).unwrap());
    let moved: Vec<_> = comparison.changes.iter().map(|change| (change.step, change.change.clone())).collect();
    assert_eq!(moved, [(StepId(1), Change::Changed(vec![Aspect::Place]))]);
}

#[test]
fn shares_of_a_difference_add_up_to_it() {
    let before = stream([
        step("A", 10.0, 30.0),
        back(step("B", 20.0, 60.0), 1, 0.3),
        taken(step("C", 5.0, 90.0), 0.4),
        back(step("A", 8.0, 20.0), 2, 0.2),
    ]);
    let after = before
        .change(StepId(4), back(step("D", 9.0, 10.0), 1, 0.1))
        .and_then(|stream| stream.change(StepId(2), step("B", 20.0, 15.0)))
        .and_then(|stream| stream.remove(StepId(3)))
        .and_then(|stream| stream.add(StepId(5), 1, back(step("C", 3.0, 1.0), 1, 0.05)))
        .unwrap();
    for difference in compare(&before, &after).differences {
        let sum: f64 = difference.sources.iter().map(|source| source.difference).sum();
        near(sum, difference.difference().unwrap());
        assert!(!difference.sources.is_empty(), "{:?}", difference.measure);
    }
}

#[test]
fn what_has_no_value_has_no_difference() {
    let nothing = stream([step("A", 0.0, 0.0)]);
    let comparison = compare(&nothing, &stream([step("A", 1.0, 1.0)]));
    let efficiency = comparison.of(Measure::FlowEfficiency).unwrap();
    assert_eq!((efficiency.before, efficiency.difference()), (None, None));
    assert!(efficiency.sources.is_empty());
    assert_eq!(comparison.items_a_week(), (None, Some(2400.0)));
}
