//! What `itsm::improvement` tells, in plain words: event by event, and a whole command in one line.

use std::sync::Arc;

use itsm::improvement::Event;
use itsm::{Happening, ImprovementId};

use super::command::CommandKind;
use super::{Names, Said};

impl Names<'_> {
    /// An event, for the history of its record.
    pub(super) fn of_improvement(&self, event: &Event) -> Said {
        match *event {}
    }

    /// A command that begins with this event, in one line; `_happenings` are all it led to.
    pub(super) fn improvement_verb(
        &self,
        _id: ImprovementId,
        event: &Event,
        _happenings: &[&Happening],
    ) -> (String, CommandKind) {
        match *event {}
    }
}

/// What somebody wrote.
pub(super) fn said_in(event: &Event) -> Option<&Arc<str>> {
    match *event {}
}
