//! What `itsm::major` tells, in plain words: event by event, and a whole command in one line.

use std::sync::Arc;

use itsm::major::{Event, What};
use itsm::{Happening, IncidentId};

use super::command::CommandKind;
use super::{Audience, Names, Said, detail, instant, join, number, or_none};

impl Names<'_> {
    /// An event, for the history of its record.
    pub(super) fn of_major(&self, event: &Event) -> Said {
        let directory = self.0.directory();
        match event {
            Event::Proposed { because } => Said::system("Proposed as a major incident").with_text(because),
            Event::Accepted { manager } => Said::system("Accepted as a major incident")
                .with_details(vec![detail("Major incident manager", directory.person(*manager))]),
            Event::Rejected { because } => Said::system("Rejected as a major incident").with_text(because),
            Event::Demoted { because } => Said::system("No longer a major incident").with_text(because),
            Event::PartGiven { part, person } => Said::system(join([part.word(), " named"]))
                .with_details(vec![detail(part.word(), &or_none(person.map(|id| directory.person(id))))]),
            Event::Planned(plan) => Said::system("Communication planned").with_details(vec![
                detail("Audience", &plan.audience),
                detail("Channel", &plan.channel),
                detail("Business minutes between updates", &plan.every_minutes.to_string()),
            ]),
            Event::Updated { text, incidents } => {
                let plural = if *incidents == 1 { " incident" } else { " incidents" };
                let heading = join(["Update told to the callers of ", &incidents.to_string(), plural]);
                Said::system(heading).with_text(text).to(Audience::Public)
            }
            Event::Logged { what, text, when } => {
                let mut details = vec![detail("Happened at", &join([&instant(*when), " UTC"]))];
                if let What::Swarmed(people) = what {
                    let names: Vec<&str> = people.iter().map(|id| directory.person(*id)).collect();
                    details.push(detail("Who", &names.join(", ")));
                }
                Said::system(what.word()).with_text(text).with_details(details)
            }
            Event::LookedBack(review) => Said::system("Looked back: what was learned").with_text(&review.learned),
            Event::Waived { because } => Said::system("Looking back waived").with_text(because),
        }
    }

    /// A command that begins with this event, in one line.
    pub(super) fn major_verb(
        &self,
        id: IncidentId,
        event: &Event,
        _happenings: &[&Happening],
    ) -> (String, CommandKind) {
        let object = self.0.incident_number(id);
        let did = |verb: &str, rest: &str, kind| (join([verb, " ", &object, rest]), kind);
        match event {
            Event::Proposed { .. } => did("Proposed", " as a major incident", CommandKind::Work),
            Event::Accepted { .. } => did("Accepted", " as a major incident", CommandKind::Work),
            Event::Rejected { .. } => did("Rejected", " as a major incident", CommandKind::Work),
            Event::Demoted { .. } => did("Demoted", ": no major incident", CommandKind::Work),
            Event::PartGiven { part, .. } => {
                (join(["Named the ", &part.word().to_lowercase(), " of ", &object]), CommandKind::Assigned)
            }
            Event::Planned(_) => did("Planned the communication of", "", CommandKind::Work),
            Event::Updated { incidents, .. } => {
                let callers = if *incidents == 1 { " caller" } else { " callers" };
                let rest = join([" to ", &number(u64::from(*incidents)), callers]);
                did("Told an update of", &rest, CommandKind::Said)
            }
            Event::Logged { .. } => did("Wrote the timeline of", "", CommandKind::Said),
            Event::LookedBack(_) => did("Looked back at", "", CommandKind::Said),
            Event::Waived { .. } => did("Waived looking back at", "", CommandKind::Said),
        }
    }
}

/// What somebody wrote.
pub(super) fn said_in(event: &Event) -> Option<&Arc<str>> {
    match event {
        Event::Proposed { because }
        | Event::Rejected { because }
        | Event::Demoted { because }
        | Event::Waived { because } => Some(because),
        Event::Updated { text, .. } | Event::Logged { text, .. } => Some(text),
        Event::LookedBack(review) => Some(&review.learned),
        Event::Accepted { .. } | Event::PartGiven { .. } | Event::Planned(_) => None,
    }
}
