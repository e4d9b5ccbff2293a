//! A command about a change in one line: "Scheduled CHG0000004".

use std::sync::Arc;

use itsm::change::Event;
use itsm::{ChangeId, Happening};

use super::super::command::CommandKind;
use super::super::{Names, join};

impl Names<'_> {
    /// A command that begins with this event, in one line; `happenings` are all it led to.
    pub(in crate::say) fn change_verb(
        &self,
        id: ChangeId,
        event: &Event,
        happenings: &[&Happening],
    ) -> (String, CommandKind) {
        let object = &self.0.changes().number(id);
        let directory = self.0.directory();
        let done = |before: &str, after: &str, kind| (join([before, object, after]), kind);
        match event {
            Event::Raised(_) => {
                let from = happenings.iter().find_map(|what| match what {
                    Happening::Link(from, _) => Some(self.record(*from)),
                    _ => None,
                });
                let from = from.map(|from| join([" from ", &from])).unwrap_or_default();
                done("Raised ", &from, CommandKind::Logged)
            }
            Event::Amended(_) => done("Corrected ", "", CommandKind::Corrected),
            Event::Assigned { group, assignee } => {
                let names = [group.map(|id| directory.group(id)), assignee.map(|id| directory.person(id))];
                let names: Vec<&str> = names.into_iter().flatten().collect();
                match names.as_slice() {
                    [] => done("Took ", " from every team", CommandKind::Assigned),
                    names => done("Handed ", &join([" to ", &names.join(", ")]), CommandKind::Assigned),
                }
            }
            Event::Assessed => done("Began to assess ", "", CommandKind::Work),
            Event::Asked(_) => done("Put ", " to its change authority", CommandKind::Work),
            Event::Answered { approves: true, .. } => done("Approved ", "", CommandKind::Work),
            Event::Answered { approves: false, .. } => done("Refused ", "", CommandKind::Work),
            Event::SentBack { because: Some(_) } => done("Withdrew ", " from its change authority", CommandKind::Work),
            Event::SentBack { because: None } => {
                done("Amended ", " after it was put to its change authority", CommandKind::Corrected)
            }
            Event::Scheduled(_) => done("Scheduled ", "", CommandKind::Work),
            Event::Begun => done("Began to implement ", "", CommandKind::Work),
            Event::Implemented => done("Ended the implementation of ", "", CommandKind::Work),
            Event::Reviewed(_) => done("Reviewed ", "", CommandKind::Work),
            Event::Closed { code, .. } => {
                done("Closed ", &join([": ", &code.word().to_lowercase()]), CommandKind::Ended)
            }
            Event::Cancelled { .. } => done("Cancelled ", "", CommandKind::Ended),
            Event::Noted { .. } => done("Wrote a note on ", "", CommandKind::Said),
            Event::OrderAdded { .. } => done("Added a work order to ", "", CommandKind::Corrected),
            Event::OrderAmended { .. } => done("Corrected a work order of ", "", CommandKind::Corrected),
            Event::OrderMoved { order, to, .. } => {
                let number = order.0.number.to_string();
                let heading = join(["Work order ", &number, " of ", object, ": ", &to.word().to_lowercase()]);
                (heading, CommandKind::Work)
            }
        }
    }
}

/// What somebody wrote.
pub(in crate::say) fn said_in(event: &Event) -> Option<&Arc<str>> {
    let text = match event {
        Event::Raised(statement) => &statement.summary,
        Event::Answered { because, .. } | Event::Cancelled { because } => because,
        Event::SentBack { because } => because.as_ref()?,
        Event::Closed { notes, .. } => notes,
        Event::Reviewed(findings) => &findings.lessons,
        Event::Noted { text } => text,
        Event::OrderAdded { plan, .. } | Event::OrderAmended { plan, .. } => &plan.title,
        Event::OrderMoved { note, .. } => note,
        _ => return None,
    };
    (!text.trim().is_empty()).then_some(text)
}
