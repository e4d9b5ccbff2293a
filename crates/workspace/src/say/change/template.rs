//! What happens to templates of standard changes, in plain words.

use std::sync::Arc;

use itsm::change::template::{Body, Event};
use itsm::{ChangeTemplateId, PersonId};

use super::super::command::CommandKind;
use super::super::{Names, Said, detail, join};

impl Names<'_> {
    /// An event, for the history of its record.
    pub(in crate::say) fn of_change_template(&self, event: &Event, by: PersonId) -> Said {
        match event {
            Event::Created(body) => self.body("Written", body),
            Event::Revised(body) => self.body("Revised: to be authorised anew", body),
            Event::Asked(rounds) => Said::system("Put to its change authority").with_details(self.rounds(rounds)),
            Event::Answered { seat, approves: true, because } => {
                Said::system(join(["Approved", &self.in_place(*seat, by)])).with_text(because)
            }
            Event::Answered { seat, approves: false, because } => {
                Said::system(join(["Refused", &self.in_place(*seat, by), ": back to its author"])).with_text(because)
            }
            Event::Retired { because } => Said::system("Retired").with_text(because),
        }
    }

    fn body(&self, heading: &str, body: &Body) -> Said {
        let directory = self.0.directory();
        let mut details = vec![detail("Name", &body.name)];
        details.extend(body.services.iter().map(|id| detail("Service", directory.service(*id))));
        details.extend(body.group.map(|id| detail("Group", directory.group(id))));
        details.extend(body.answers.map(|answers| detail("Risk", &super::risk(answers))));
        Said::system(heading).with_details(details).with_text(&body.plans.implementation)
    }

    /// A command that begins with this event, in one line.
    pub(in crate::say) fn change_template_verb(&self, id: ChangeTemplateId, event: &Event) -> (String, CommandKind) {
        let object = &self.0.change_templates().number(id);
        match event {
            Event::Created(_) => (join(["Wrote change template ", object]), CommandKind::Logged),
            Event::Revised(_) => (join(["Revised change template ", object]), CommandKind::Corrected),
            Event::Asked(_) => (join(["Put change template ", object, " to its change authority"]), CommandKind::Work),
            Event::Answered { approves: true, .. } => (join(["Approved change template ", object]), CommandKind::Work),
            Event::Answered { approves: false, .. } => (join(["Refused change template ", object]), CommandKind::Work),
            Event::Retired { .. } => (join(["Retired change template ", object]), CommandKind::Ended),
        }
    }
}

/// What somebody wrote.
pub(in crate::say) fn said_in(event: &Event) -> Option<&Arc<str>> {
    let text = match event {
        Event::Created(body) | Event::Revised(body) => &body.name,
        Event::Answered { because, .. } | Event::Retired { because } => because,
        Event::Asked(_) => return None,
    };
    (!text.trim().is_empty()).then_some(text)
}
