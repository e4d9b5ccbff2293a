//! What `itsm::knowledge` tells, in plain words: event by event, and a whole command in one line.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use itsm::knowledge::{Amendment, Content, Event};
use itsm::{ArticleId, Happening};

use super::command::CommandKind;
use super::{Audience, Names, Said, detail, join, or_none};

impl Names<'_> {
    /// An event, for the history of its record.
    pub(super) fn of_knowledge(&self, event: &Event) -> Said {
        let directory = self.0.directory();
        match event {
            Event::Begun { content } => self.article_begun(content),
            Event::Drafted => Said::system("Next version begun"),
            Event::Amended(amendment) => self.article_amended(amendment),
            Event::Submitted { reviewer } => {
                Said::system(join(["Given to ", directory.person(*reviewer), " to review"]))
            }
            Event::SentBack { because } => Said::system("Sent back from review").with_text(because).to(INTERNAL),
            Event::Approved { from, review_by } => Said::system(match from {
                Some(from) => join(["Approved, in view from ", &super::instant(*from)]),
                None => "Approved and published".to_owned(),
            })
            .with_details(vec![detail("Next review", &day(*review_by))]),
            Event::Unscheduled => Said::system("Taken back from the schedule"),
            Event::Discarded => Said::system("Draft of the next version dropped"),
            Event::RetirementProposed { because } => {
                Said::system("Retirement proposed").with_text(because).to(INTERNAL)
            }
            Event::Retired { because } => Said::system("Retired: no longer in view").with_text(because).to(INTERNAL),
            Event::Kept => Said::system("Kept: in use as before"),
            Event::HandedOver { owner } => Said::system(join(["Owned by ", directory.person(*owner), " from now on"])),
            Event::Confirmed { review_by } => {
                Said::system("Looked at, and still right").with_details(vec![detail("Next review", &day(*review_by))])
            }
            Event::Rated { helpful: true, words } => Said::system("Found helpful").with_text(words).to(INTERNAL),
            Event::Rated { helpful: false, words } => Said::system("Found not helpful").with_text(words).to(INTERNAL),
            Event::Flagged { text } => Said::system("Flagged for correction").with_text(text).to(INTERNAL),
            Event::FlagAnswered { answer, .. } => Said::system("Flag answered").with_text(answer).to(INTERNAL),
        }
    }

    fn article_begun(&self, content: &Content) -> Said {
        let directory = self.0.directory();
        let mut details = vec![detail("For", content.audience.word())];
        details.extend(content.service.map(|id| detail("Service", directory.service(id))));
        details.extend(content.category.map(|id| detail("Category", directory.category(id))));
        details.extend(content.items.iter().map(|id| detail("Configuration item", directory.item(*id))));
        Said::system("Draft begun").with_details(details)
    }

    fn article_amended(&self, amendment: &Amendment) -> Said {
        let directory = self.0.directory();
        let (field, value) = match amendment {
            // The whole text is a version: it is read there, and compared there.
            Amendment::Body(_) => return Said::system("Text written"),
            Amendment::Title(text) => ("Title", text.to_string()),
            Amendment::Keywords(text) => ("Keywords", text.to_string()),
            Amendment::Service(id) => ("Service", or_none(id.map(|id| directory.service(id)))),
            Amendment::Category(id) => ("Category", or_none(id.map(|id| directory.category(id)))),
            Amendment::Items(items) => {
                let names: Vec<&str> = items.iter().map(|id| directory.item(*id)).collect();
                ("Configuration items", if names.is_empty() { or_none(None) } else { names.join(", ") })
            }
            Amendment::Audience(audience) => ("Audience", audience.word().to_owned()),
        };
        Said::system(join([field, " changed"])).with_details(vec![(field.to_owned(), value)])
    }

    /// A command that begins with this event, in one line.
    pub(super) fn knowledge_verb(
        &self,
        id: ArticleId,
        event: &Event,
        happenings: &[&Happening],
    ) -> (String, CommandKind) {
        let object = self.0.articles().number(id);
        let person = |id| self.0.directory().person(id);
        let from = happenings.iter().find_map(|what| match what {
            Happening::Link(from, _) => self.0.card(*from).map(|card| card.number),
            _ => None,
        });
        match event {
            Event::Begun { .. } => {
                let from = from.map(|number| join([" from ", &number])).unwrap_or_default();
                (join(["Began ", &object, &from]), CommandKind::Logged)
            }
            Event::Drafted => (join(["Began the next version of ", &object]), CommandKind::Corrected),
            Event::Amended(_) => (join(["Wrote on ", &object]), CommandKind::Corrected),
            Event::Submitted { reviewer } => {
                (join(["Gave ", &object, " to ", person(*reviewer), " to review"]), CommandKind::Assigned)
            }
            Event::SentBack { .. } => (join(["Sent ", &object, " back from review"]), CommandKind::Work),
            Event::Approved { from: None, .. } => (join(["Published ", &object]), CommandKind::Ended),
            Event::Approved { from: Some(_), .. } => {
                (join(["Approved ", &object, " to be published later"]), CommandKind::Ended)
            }
            Event::Unscheduled => (join(["Took ", &object, " back from the schedule"]), CommandKind::Work),
            Event::Discarded => (join(["Dropped the next version of ", &object]), CommandKind::Corrected),
            Event::RetirementProposed { .. } => (join(["Proposed to retire ", &object]), CommandKind::Ended),
            Event::Retired { .. } => (join(["Retired ", &object]), CommandKind::Ended),
            Event::Kept => (join(["Kept ", &object]), CommandKind::Ended),
            Event::HandedOver { owner } => (join(["Handed ", &object, " to ", person(*owner)]), CommandKind::Assigned),
            Event::Confirmed { .. } => (join(["Looked at ", &object, ": still right"]), CommandKind::Work),
            Event::Rated { helpful: true, .. } => (join(["Found ", &object, " helpful"]), CommandKind::Said),
            Event::Rated { helpful: false, .. } => (join(["Found ", &object, " not helpful"]), CommandKind::Said),
            Event::Flagged { .. } => (join(["Flagged ", &object, " for correction"]), CommandKind::Said),
            Event::FlagAnswered { .. } => (join(["Answered a flag on ", &object]), CommandKind::Said),
        }
    }
}

const INTERNAL: Audience = Audience::Internal;

fn day(at: DateTime<Utc>) -> String {
    super::instant(at).get(..10).unwrap_or_default().to_owned()
}

/// What somebody wrote.
pub(super) fn said_in(event: &Event) -> Option<&Arc<str>> {
    match event {
        Event::Begun { content } => Some(&content.title),
        Event::SentBack { because } | Event::RetirementProposed { because } | Event::Retired { because } => {
            Some(because)
        }
        Event::Rated { words, .. } if !words.is_empty() => Some(words),
        Event::Flagged { text } => Some(text),
        Event::FlagAnswered { answer, .. } => Some(answer),
        _ => None,
    }
}
