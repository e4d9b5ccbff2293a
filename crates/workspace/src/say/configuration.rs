//! What `itsm::configuration` tells, in plain words: event by event, and a whole command in one line.

use std::sync::Arc;

use chrono::{NaiveDate, NaiveTime};
use itsm::configuration::{Amendment, Baseline, Event, Need, Node, Owner, need_words};
use itsm::{Happening, ItemId};

use super::command::CommandKind;
use super::{Audience, Names, Said, detail, join, or_none};

impl Names<'_> {
    /// An event, for the history of its record.
    pub(super) fn of_configuration(&self, event: &Event) -> Said {
        match event {
            Event::Amended(Amendment::Description(text)) => Said::system("Description corrected").with_text(text),
            Event::Amended(amendment) => {
                let (field, value) = self.amended_item(amendment);
                Said::system(join([field, " written down"])).with_details(vec![(field.to_owned(), value)])
            }
            Event::Became(state) => Said::system(join(["Became ", &state.word().to_lowercase()])),
            Event::PutInto(Some(whole)) => Said::system(join(["Put into ", self.0.directory().item(*whole)])),
            Event::PutInto(None) => Said::system("Taken out of what it was part of"),
            Event::Noted { text } => Said::system("Note").with_text(text).to(Audience::Internal),
        }
    }

    fn amended_item(&self, amendment: &Amendment) -> (&'static str, String) {
        match amendment {
            Amendment::Kind(kind) => ("Type", or_none(kind.map(|kind| kind.word()))),
            Amendment::Owner(owner) => ("Owner", owner.map_or_else(|| or_none(None), |owner| self.owner(owner))),
            Amendment::Supplier(id) => (
                "Supplier",
                match id {
                    Some(id) => self.0.suppliers().number(*id),
                    None => or_none(None),
                },
            ),
            Amendment::Serial(text) => ("Serial number", text.to_string()),
            Amendment::Version(text) => ("Version", text.to_string()),
            Amendment::Description(text) => ("Description", text.to_string()),
            Amendment::Cost(cost) => ("Cost", cost.map_or_else(|| or_none(None), money)),
            Amendment::BoughtOn(on) => ("Bought on", on.map_or_else(|| or_none(None), date)),
            Amendment::WarrantyUntil(until) => ("Warranty until", until.map_or_else(|| or_none(None), date)),
        }
    }

    /// Who answers for something.
    pub(super) fn owner(&self, owner: Owner) -> String {
        match owner {
            Owner::Person(id) => self.0.directory().person(id).to_owned(),
            Owner::Group(id) => self.0.directory().group(id).to_owned(),
        }
    }

    /// What is needed from now on.
    pub(super) fn of_needs(&self, needs: &[Need]) -> Said {
        let details = needs.iter().map(|need| detail("Needs", &need_words(self.0, need))).collect();
        Said::system(if needs.is_empty() { "Needs nothing any more" } else { "Needs written down" })
            .with_details(details)
    }

    pub(super) fn of_baseline(&self, baseline: Option<&Baseline>) -> Said {
        Said::system(match baseline {
            Some(baseline) => join(["Baseline named: ", &baseline.name]),
            None => "Name of a baseline taken away".to_owned(),
        })
    }

    /// A command that begins with this event, in one line.
    pub(super) fn configuration_verb(
        &self,
        id: ItemId,
        event: &Event,
        happenings: &[&Happening],
    ) -> (String, CommandKind) {
        let object = self.0.directory().item(id);
        if happenings.iter().any(|what| matches!(what, Happening::Entered(_))) {
            return (join(["Registered configuration item ", object]), CommandKind::Settings);
        }
        match event {
            Event::Amended(_) => (join(["Wrote down what ", object, " is"]), CommandKind::Corrected),
            Event::Became(state) => {
                (join(["Said that ", object, " is ", &state.word().to_lowercase()]), CommandKind::Work)
            }
            Event::PutInto(Some(whole)) => {
                (join(["Put ", object, " into ", self.0.directory().item(*whole)]), CommandKind::Linked)
            }
            Event::PutInto(None) => (join(["Took ", object, " out of what it was part of"]), CommandKind::Linked),
            Event::Noted { .. } => (join(["Wrote a note on ", object]), CommandKind::Said),
        }
    }

    /// The same for needs.
    pub(super) fn needs_verb(&self, of: Node, needs: &[Need]) -> (String, CommandKind) {
        let object = self.0.directory().name(of.entry()).unwrap_or("something without a name");
        let heading = if needs.is_empty() {
            join(["Said that ", object, " needs nothing"])
        } else {
            join(["Wrote down what ", object, " needs"])
        };
        (heading, CommandKind::Linked)
    }
}

/// "1,299.00", in the form in force.
pub fn money(hundredths: u64) -> String {
    crate::catalogue::price::money(hundredths, "")
}

fn date(date: NaiveDate) -> String {
    preferences::format::current().date(date.and_time(NaiveTime::MIN))
}

/// What somebody wrote.
pub(super) fn said_in(event: &Event) -> Option<&Arc<str>> {
    match event {
        Event::Noted { text } => Some(text),
        _ => None,
    }
}
