//! Whether an event decided elsewhere, against an older record, may still be applied to the record as it is.

use super::allowed::{Action, check};
use super::register::{fits, keeps_what_was_decided};
use super::work::in_order;
use crate::desk::Desk;
use crate::ids::ImprovementId;
use crate::improvement::command::Amendment;
use crate::improvement::event::Event;
use crate::refusal::Refusal;

/// The rules of `decide`, save those about the form's values: these were checked where it was decided.
pub(crate) fn legal(desk: &Desk, id: ImprovementId, event: &Event) -> Result<(), Refusal> {
    let may = |action| check(desk, id, action).map(drop);
    match event {
        Event::Registered(_) => desk.improvements.is_free(id),
        Event::Amended(amendment) => {
            let now = check(desk, id, Action::Amend)?;
            // Another tab may have changed the measure meanwhile.
            if let Amendment::Baseline(Some(reading)) = amendment {
                fits(now.measure.as_ref(), *reading, "baseline")?;
            }
            if matches!(amendment, Amendment::Target(Some(_))) && now.measure.is_none() {
                return Err(Refusal::Missing {
                    field: "a measure",
                    because: "a target means nothing without what it is of",
                });
            }
            keeps_what_was_decided(now, amendment)
        }
        Event::Accepted => may(Action::Accept),
        Event::Assessed => may(Action::Assess),
        Event::Approved => may(Action::Approve),
        Event::Started => may(Action::Start),
        Event::Held { .. } => may(Action::Hold),
        Event::Resumed => may(Action::Resume),
        Event::Measured(reading) => fits(check(desk, id, Action::Measure)?.measure.as_ref(), *reading, "value"),
        Event::Reviewed => may(Action::Review),
        Event::Continued { .. } => may(Action::Continue),
        Event::Closed { .. } => may(Action::Close),
        Event::Cancelled { .. } => may(Action::Cancel),
        Event::Taken { step, answer } => in_order(check(desk, id, Action::Take)?, *step, answer),
        Event::Noted { .. } => may(Action::Note),
    }
}
