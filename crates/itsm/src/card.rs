//! What any page says of a record of another practice: its number, what it is about, where it stands.

use crate::desk::{Desk, RecordId};
use crate::directory::EntryId;
use crate::{change, improvement, knowledge, monitoring, promise, request, supplier};

/// See the module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Which record.
    pub id: RecordId,
    /// How people call it ("CHG0000012"; the name of a configuration item or service).
    pub number: String,
    /// What it is about, in one line.
    pub title: String,
    /// Where it stands, as its page says it ("Scheduled").
    pub state: &'static str,
    /// Whether somebody still has to do something about it.
    pub is_open: bool,
}

impl Desk {
    /// What other pages say of a record; `None` if it is not here.
    pub fn card(&self, id: RecordId) -> Option<Card> {
        match id {
            RecordId::Incident(incident) => {
                let record = self.incident(incident).ok()?;
                let title = record.summary.to_string();
                let (state, is_open) = (record.state.word(), record.state.is_open());
                Some(Card { id, number: self.incident_number(incident), title, state, is_open })
            }
            RecordId::Problem(problem) => {
                let record = self.problem(problem).ok()?;
                let title = record.summary.to_string();
                let state = if record.is_known_error() { "Known error" } else { record.state.word() };
                Some(Card { id, number: self.problem_number(problem), title, state, is_open: record.state.is_open() })
            }
            RecordId::Change(change) => change::card(self, change),
            RecordId::ChangeTemplate(template) => change::template::card(self, template),
            RecordId::Request(request) => request::card(self, request),
            RecordId::Article(article) => knowledge::card(self, article),
            RecordId::Improvement(improvement) => improvement::card(self, improvement),
            RecordId::Alert(alert) => monitoring::card(self, alert),
            RecordId::Promise(promise) => promise::card(self, promise),
            RecordId::Supplier(supplier) => supplier::card(self, supplier),
            RecordId::Item(item) => {
                let known = self.configuration.item(item);
                let title = known.and_then(|item| item.kind).map_or("", |kind| kind.word()).to_owned();
                let state = known.map_or("Configuration item", |item| item.state.word());
                self.named(id, EntryId::Item(item), state).map(|card| Card { title, ..card })
            }
            RecordId::Service(service) => {
                let listing = self.portfolio.listing(service);
                let title = listing.map_or("", |listing| &listing.draft.summary).to_owned();
                let state = listing.map_or("Service", |listing| listing.status.word());
                let is_open = listing.is_some_and(|listing| listing.status.is_open());
                self.named(id, EntryId::Service(service), state).map(|card| Card { title, is_open, ..card })
            }
        }
    }

    fn named(&self, id: RecordId, entry: EntryId, state: &'static str) -> Option<Card> {
        let name = self.directory().name(entry)?;
        Some(Card { id, number: name.to_owned(), title: String::new(), state, is_open: false })
    }

    /// What other pages say of every record of the practices beside incidents and problems.
    pub fn practice_cards(&self) -> impl Iterator<Item = Card> {
        let ids = self.changes.all().map(|record| RecordId::Change(record.id));
        let ids = ids.chain(self.change_templates.all().map(|record| RecordId::ChangeTemplate(record.id)));
        let ids = ids.chain(self.requests.all().map(|record| RecordId::Request(record.id)));
        let ids = ids.chain(self.articles.all().map(|record| RecordId::Article(record.id)));
        let ids = ids.chain(self.improvements.all().map(|record| RecordId::Improvement(record.id)));
        let ids = ids.chain(self.alerts.all().map(|record| RecordId::Alert(record.id)));
        let ids = ids.chain(self.promises.all().map(|record| RecordId::Promise(record.id)));
        let ids = ids.chain(self.suppliers.all().map(|record| RecordId::Supplier(record.id)));
        let ids = ids.chain(self.portfolio.listings().map(|listing| RecordId::Service(listing.id)));
        ids.filter_map(|id| self.card(id))
    }

    /// The record that people call `number`, of whatever practice ("inc12" is not one, "INC0000012" is).
    pub fn find_record(&self, number: &str) -> Option<RecordId> {
        None.or_else(|| self.find_incident(number).map(RecordId::Incident))
            .or_else(|| self.find_problem(number).map(RecordId::Problem))
            .or_else(|| self.changes.find(number).map(RecordId::Change))
            .or_else(|| self.change_templates.find(number).map(RecordId::ChangeTemplate))
            .or_else(|| self.requests.find(number).map(RecordId::Request))
            .or_else(|| self.articles.find(number).map(RecordId::Article))
            .or_else(|| self.improvements.find(number).map(RecordId::Improvement))
            .or_else(|| self.alerts.find(number).map(RecordId::Alert))
            .or_else(|| self.promises.find(number).map(RecordId::Promise))
            .or_else(|| self.suppliers.find(number).map(RecordId::Supplier))
    }

    /// Whether a practice beside incidents and problems names an entry of the directory, which then must keep its name.
    pub fn practices_mention(&self, entry: EntryId) -> bool {
        change::mentions(self, entry)
            || request::mentions(self, entry)
            || knowledge::mentions(self, entry)
            || improvement::mentions(self, entry)
            || monitoring::mentions(self, entry)
            || promise::mentions(self, entry)
            || supplier::mentions(self, entry)
            || crate::configuration::mentions(self, entry)
            || crate::schedule::mentions(self, entry)
            || crate::availability::mentions(self, entry)
            || crate::major::mentions(self, entry)
            || crate::catalogue::mentions(self, entry)
    }
}
