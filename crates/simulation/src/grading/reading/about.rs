//! Which case an act is about.

use crate::scenario::Key;
use crate::shift::Act;

/// The contact, record, problem or change that an act is done to; `None` for what is about several or nothing. Taking
/// something up again is about whoever brings it back.
pub(in crate::grading) fn case_of(act: &Act) -> Option<&Key> {
    match act {
        Act::Reopen { by: Some(by), .. } => Some(by),
        Act::Problem { .. } => None,
        act => act.case(),
    }
}
