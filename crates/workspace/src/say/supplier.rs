//! What `itsm::supplier` tells, in plain words: event by event, and a whole command in one line.

use std::sync::Arc;

use itsm::supplier::{Contract, Event, Profile};
use itsm::{Happening, SupplierId};

use super::command::CommandKind;
use super::{Names, Said, detail, join};

impl Names<'_> {
    /// An event, for the history of its record.
    pub(super) fn of_supplier(&self, event: &Event) -> Said {
        match event {
            Event::Added(profile) => Said::system("Added as a candidate").with_details(self.profile(profile)),
            Event::Corrected(profile) => Said::system("Details corrected").with_details(self.profile(profile)),
            Event::Signed(contract) => Said::system("Contract noted").with_details(self.contract(contract)),
            Event::ContractChanged { contract, .. } => {
                Said::system("Contract changed").with_details(self.contract(contract))
            }
            Event::Activated => Said::system("Delivers from now on"),
            Event::Ended { because } => Said::system("Delivers no more").with_text(because),
            Event::Rated { health, text } => {
                Said::system(join(["Performance noted: ", &health.word().to_lowercase()])).with_text(text)
            }
        }
    }

    fn profile(&self, profile: &Profile) -> Vec<(String, String)> {
        let directory = self.0.directory();
        let services: Vec<&str> = profile.services.iter().map(|id| directory.service(*id)).collect();
        let items: Vec<&str> = profile.items.iter().map(|id| directory.item(*id)).collect();
        let contacts: Vec<String> =
            profile.contacts.iter().map(|contact| join([&contact.name, " ", &contact.reach])).collect();
        let details = [
            ("Name", profile.name.to_string()),
            ("Services", services.join(", ")),
            ("Configuration items", items.join(", ")),
            ("Contacts", contacts.join(", ")),
        ];
        let said = details.into_iter().filter(|(_, value)| !value.is_empty());
        said.map(|(name, value)| (name.to_owned(), value)).collect()
    }

    fn contract(&self, contract: &Contract) -> Vec<(String, String)> {
        let mut details =
            vec![detail("Title", &contract.title), detail("Valid from", &self.local(contract.valid_from))];
        details.extend(contract.valid_until.map(|until| detail("Until", &self.local(until))));
        details.extend(contract.notice_by.map(|notice| detail("Notice by", &self.local(notice))));
        details.extend(contract.promise.map(|id| detail("Agreement", &self.0.promises().number(id))));
        if !contract.cost.is_empty() {
            details.push(detail("Cost", &contract.cost));
        }
        details
    }

    /// A command that begins with this event, in one line; `_happenings` are all it led to.
    pub(super) fn supplier_verb(
        &self,
        id: SupplierId,
        event: &Event,
        _happenings: &[&Happening],
    ) -> (String, CommandKind) {
        let object = self.0.suppliers().number(id);
        match event {
            Event::Added(profile) => (join(["Added ", &object, " ", &profile.name]), CommandKind::Logged),
            Event::Corrected(_) => (join(["Corrected ", &object]), CommandKind::Corrected),
            Event::Signed(_) => (join(["Noted a contract of ", &object]), CommandKind::Work),
            Event::ContractChanged { .. } => (join(["Changed a contract of ", &object]), CommandKind::Corrected),
            Event::Activated => (join(["Activated ", &object]), CommandKind::Work),
            Event::Ended { .. } => (join(["Ended ", &object]), CommandKind::Ended),
            Event::Rated { .. } => (join(["Noted the performance of ", &object]), CommandKind::Said),
        }
    }
}

/// What somebody wrote.
pub(super) fn said_in(event: &Event) -> Option<&Arc<str>> {
    match event {
        Event::Added(profile) => Some(&profile.name),
        Event::Signed(contract) | Event::ContractChanged { contract, .. } => Some(&contract.title),
        Event::Ended { because } => Some(because),
        Event::Rated { text, .. } => Some(text),
        Event::Corrected(_) | Event::Activated => None,
    }
}
