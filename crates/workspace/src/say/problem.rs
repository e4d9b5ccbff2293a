//! What has happened to a problem, in plain words.

use itsm::problem::{Amendment, Event, Message, ResolutionCode, Statement};

use super::{Audience, Names, Said, detail, join, or_none};

impl Names<'_> {
    pub(super) fn of_problem(&self, event: &Event) -> Said {
        match event {
            Event::Raised(statement) => self.raised(statement),
            Event::Amended(amendment) => self.amended_problem(amendment),
            Event::Assigned { group, assignee } => Said::system(self.handed(*group, *assignee)),
            Event::Assessed => Said::system("Assessment began"),
            Event::Analysed => Said::system("Root cause analysis began"),
            Event::FixBegun => Said::system("Work on the fix began"),
            Event::Resolved { fix } => Said::system("Resolved: its cause is gone").with_text(fix),
            Event::Ended { code, notes, duplicate_of } => match (code, duplicate_of) {
                (ResolutionCode::Duplicate, Some(of)) => {
                    Said::system(join(["Closed as a duplicate of ", &self.0.problem_number(*of)]))
                }
                _ => Said::system(join(["Closed: ", &code.word().to_lowercase()])).with_text(notes),
            },
            Event::Reanalysed { because } => Said::system("Analysed again").with_text(because),
            Event::Closed => Said::system("Closed: the fix holds"),
            Event::KnownErrorDeclared => Said::system("Declared a known error"),
            Event::Communicated { what, text, incidents } => {
                let told = match what {
                    Message::Workaround => "Workaround told to the callers of ",
                    Message::Fix => "Fix told to the callers of ",
                };
                let plural = if *incidents == 1 { " incident" } else { " incidents" };
                Said::system(join([told, &incidents.to_string(), plural])).with_text(text).to(Audience::Public)
            }
            Event::Noted { text } => Said::system("Work note").with_text(text).to(Audience::Internal),
            Event::WhysDrawn(whys) => {
                Said::system("5 Whys drawn").with_details(vec![detail("Answers", &whys.len().to_string())])
            }
            Event::BonesDrawn(bones) => {
                let causes: usize = bones.iter().map(|bone| bone.causes.len()).sum();
                Said::system("Ishikawa diagram drawn").with_details(vec![detail("Causes", &causes.to_string())])
            }
        }
    }

    fn raised(&self, statement: &Statement) -> Said {
        let directory = self.0.directory();
        let priority = self.0.matrix().priority(statement.impact, statement.urgency);
        let mut details = vec![
            detail("Impact", &statement.impact.0.to_string()),
            detail("Urgency", &statement.urgency.0.to_string()),
            detail("Priority", &priority.0.to_string()),
        ];
        details.extend(statement.service.map(|id| detail("Service", directory.service(id))));
        details.extend(statement.item.map(|id| detail("Configuration item", directory.item(id))));
        details.extend(statement.category.map(|id| detail("Category", directory.category(id))));
        details.extend(statement.group.map(|id| detail("Group", directory.group(id))));
        details.extend(statement.assignee.map(|id| detail("Led by", directory.person(id))));
        Said::system("Raised").with_details(details).with_text(&statement.description)
    }

    fn amended_problem(&self, amendment: &Amendment) -> Said {
        let directory = self.0.directory();
        let (field, value) = match amendment {
            Amendment::Description(text) => return Said::system("Description corrected").with_text(text),
            Amendment::Symptom(text) => return Said::system("Symptom written down").with_text(text),
            Amendment::Cause(text) => return Said::system("Root cause written down").with_text(text),
            Amendment::Workaround(text) => return Said::system("Workaround written down").with_text(text),
            Amendment::Summary(text) => ("Summary", text.to_string()),
            Amendment::ErrorCode(text) => ("Error code", text.to_string()),
            Amendment::Service(id) => ("Service", or_none(id.map(|id| directory.service(id)))),
            Amendment::Item(id) => ("Configuration item", or_none(id.map(|id| directory.item(id)))),
            Amendment::Category(id) => ("Category", or_none(id.map(|id| directory.category(id)))),
            Amendment::Impact(level) => ("Impact", level.0.to_string()),
            Amendment::Urgency(level) => ("Urgency", level.0.to_string()),
        };
        Said::system(join([field, " corrected"])).with_details(vec![(field.to_owned(), value)])
    }
}
