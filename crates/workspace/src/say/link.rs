//! Links between records in plain words.

use itsm::RecordId;
use itsm::link::Event;

use super::command::CommandKind;
use super::{Names, Said, join};

impl Names<'_> {
    pub(super) fn of_link(&self, event: Event) -> Said {
        Said::system(match event {
            Event::Linked(link) => join([link.relation.word(), " ", &self.record(link.to)]),
            Event::Unlinked(link) => {
                join(["No longer: ", &link.relation.word().to_lowercase(), " ", &self.record(link.to)])
            }
        })
    }

    pub(super) fn link_verb(&self, from: RecordId, event: Event) -> (String, CommandKind) {
        let from = self.record(from);
        let heading = match event {
            Event::Linked(link) => {
                join(["Linked ", &from, ": ", &link.relation.word().to_lowercase(), " ", &self.record(link.to)])
            }
            Event::Unlinked(link) => join(["Took the link to ", &self.record(link.to), " from ", &from]),
        };
        (heading, CommandKind::Linked)
    }

    /// How people call a record, also one that is not here any more.
    pub(super) fn record(&self, id: RecordId) -> String {
        self.0.card(id).map_or_else(|| join(["a ", id.kind().word(), " that is not here"]), |card| card.number)
    }
}
