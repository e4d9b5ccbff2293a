//! What a single change does.

use learning::stream::{Name, Step, StepId, lead_effect};

use crate::common::{back, near, step, stream};

#[test]
fn the_step_that_stops_sending_work_back_is_charged_with_what_others_save() {
    let before = stream([step("A", 10.0, 90.0), back(step("B", 5.0, 0.0), 1, 0.5), step("C", 5.0, 20.0)]);
    let after = before.change(StepId(2), step("B", 5.0, 0.0)).unwrap();
    near(lead_effect(&before, &after, StepId(2)).unwrap(), -105.0);
    near(lead_effect(&before, &after, StepId(1)).unwrap(), 0.0);
}

#[test]
fn added_and_removed_steps_have_an_effect() {
    let before = stream([step("A", 10.0, 0.0), step("B", 20.0, 5.0), step("C", 1.0, 0.0)]);
    let after = before.remove(StepId(2)).and_then(|stream| stream.add(StepId(4), 2, step("D", 3.0, 4.0))).unwrap();
    near(lead_effect(&before, &after, StepId(2)).unwrap(), -25.0);
    near(lead_effect(&before, &after, StepId(4)).unwrap(), 7.0);
    assert_eq!(lead_effect(&before, &after, StepId(9)), None);
}

#[test]
fn a_new_name_has_no_effect() {
    let before = stream([step("A", 10.0, 7.0)]);
    let renamed = Step { name: Name::new("Other").unwrap(), ..step("A", 10.0, 7.0) };
    near(lead_effect(&before, &before.change(StepId(1), renamed).unwrap(), StepId(1)).unwrap(), 0.0);
}

#[test]
fn what_cannot_be_taken_back_alone_has_no_effect_of_its_own() {
    let before = stream([step("A", 10.0, 0.0)]);
    let after = before
        .add(StepId(2), 0, step("B", 1.0, 0.0))
        .and_then(|stream| stream.change(StepId(1), back(step("A", 10.0, 0.0), 2, 0.5)))
        .unwrap();
    assert_eq!(lead_effect(&before, &after, StepId(2)), None);
    near(lead_effect(&before, &after, StepId(1)).unwrap(), 11.0);
}
