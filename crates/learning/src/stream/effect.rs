//! What a single change does to the lead time. [`compare`](super::compare()) says at which steps the minutes are; this says
//! which edit saves them: less rework in one step saves minutes in others.

use super::measures::Measures;
use super::quantity::StepId;
use super::steps::Stream;

/// By how many minutes the lead time of `after` differs from what it would be if this one step were as in `before` and
/// all else as in `after`. Effects of several changes need not add up: each is seen beside all the others. Where a step
/// stands is not taken back.
///
/// `None` if the step is in neither, or if it cannot be taken back alone: other steps of `after` send work back to it, or
/// it sends work to a step that is gone.
pub fn lead_effect(before: &Stream, after: &Stream, id: StepId) -> Option<f64> {
    let undone = match (before.step(id), after.step(id)) {
        (Some(was), Some(_)) => after.change(id, was.clone()),
        (None, Some(_)) => after.remove(id),
        (Some(was), None) => {
            // Behind the nearest step before it that is still there.
            let earlier = before.steps().iter().take_while(|placed| placed.id != id);
            let at = earlier.filter_map(|placed| after.place(placed.id)).last().map_or(0, |place| place + 1);
            after.add(id, at, was.clone())
        }
        (None, None) => return None,
    };
    Some(Measures::of(after).lead - Measures::of(&undone.ok()?).lead)
}
