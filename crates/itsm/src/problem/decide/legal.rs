//! Whether an event decided elsewhere, against an older record, may still be applied to the record as it is.

use super::allowed::{Action, check};
use super::raise::number_is_free;
use super::work::original_fits;
use crate::desk::Desk;
use crate::ids::ProblemId;
use crate::problem::event::Event;
use crate::problem::record::ResolutionCode;
use crate::refusal::Refusal;

/// The rules of `decide`, save those about the form's values: these were checked where it was decided.
pub(crate) fn legal(desk: &Desk, id: ProblemId, event: &Event) -> Result<(), Refusal> {
    let may = |action| check(desk, id, action).map(drop);
    match event {
        Event::Raised(_) => number_is_free(desk, id),
        Event::Amended(amendment) => super::raise::keeps_its_cause(check(desk, id, Action::Amend)?, amendment),
        Event::Assigned { assignee, .. } => super::work::stays_led(check(desk, id, Action::Assign)?, *assignee),
        Event::Assessed => may(Action::Assess),
        Event::Analysed => may(Action::Analyse),
        Event::FixBegun => may(Action::BeginFix),
        Event::Resolved { .. } => may(Action::Resolve),
        Event::Ended { code, duplicate_of, .. } => match (code, duplicate_of) {
            (ResolutionCode::Duplicate, of) => may(Action::MarkDuplicate).and_then(|()| original_fits(desk, id, *of)),
            (ResolutionCode::Cancelled, _) => may(Action::Cancel),
            _ => may(Action::AcceptRisk),
        },
        Event::Reanalysed { .. } => may(Action::Reanalyse),
        Event::Closed => may(Action::Close),
        Event::KnownErrorDeclared => may(Action::DeclareKnownError),
        // What was told was told, even if no incident is open by now.
        Event::Communicated { .. } => super::allowed::state_allows(desk.problem(id)?, Action::Communicate),
        Event::Noted { .. } => may(Action::Note),
        Event::WhysDrawn(_) | Event::BonesDrawn(_) => may(Action::Draw),
    }
}
