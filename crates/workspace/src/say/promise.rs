//! What `itsm::promise` tells, in plain words: event by event, and a whole command in one line. What the kinds of
//! agreements are called hangs on the edition, so it is said here with whom they are.

use std::sync::Arc;

use itsm::promise::{Event, Party, Review, Terms};
use itsm::{Happening, PromiseId};

use super::command::CommandKind;
use super::{Audience, Names, Said, detail, join, number};

impl Names<'_> {
    /// An event, for the history of its record.
    pub(super) fn of_promise(&self, event: &Event) -> Said {
        match event {
            Event::Drafted(terms) => Said::system("Drafted").with_details(self.terms(terms)),
            Event::Redrafted(terms) => Said::system("Draft written anew").with_details(self.terms(terms)),
            Event::Agreed => Said::system("Both sides agreed"),
            Event::Revised { terms, because } => {
                Said::system("A new version was agreed on").with_details(self.terms(terms)).with_text(because)
            }
            Event::Ended { from, because } => {
                Said::system("Ended").with_details(vec![detail("From", &self.local(*from))]).with_text(because)
            }
            Event::Reviewed(review) => {
                Said::system("Review meeting").with_details(self.meeting(review)).with_text(&review.minutes)
            }
            Event::ActionDone { .. } => Said::system("An action of a review is done"),
            Event::Noted { text } => Said::system("Work note").with_text(text).to(Audience::Internal),
        }
    }

    fn terms(&self, terms: &Terms) -> Vec<(String, String)> {
        let directory = self.0.directory();
        let services: Vec<&str> = terms.services.iter().map(|id| directory.service(*id)).collect();
        let mut details = vec![
            detail("Name", terms.title()),
            detail("With", &self.party(&terms.party)),
            detail("Services", &services.join(", ")),
            detail("Valid from", &self.local(terms.valid_from)),
        ];
        details.extend(terms.valid_until.map(|until| detail("Until", &self.local(until))));
        details
    }

    /// "Sales (customer)".
    fn party(&self, party: &Party) -> String {
        match party {
            Party::Customer(name) => join([name, " (customer)"]),
            Party::Group(id) => join([self.0.directory().group(*id), " (group)"]),
            Party::Supplier(id) => match self.0.suppliers().get(*id) {
                Ok(supplier) => join([&supplier.profile.name, " (supplier)"]),
                Err(_) => "a supplier".to_owned(),
            },
        }
    }

    fn meeting(&self, review: &Review) -> Vec<(String, String)> {
        let mut details = vec![detail("Held", &self.local(review.held_at)), detail("Attendees", &review.attendees)];
        details.extend(review.outcome.map(|outcome| detail("Business outcome", outcome.word())));
        if !review.actions.is_empty() {
            details.push(detail("Actions", &number(review.actions.len() as u64)));
        }
        details
    }

    /// A command that begins with this event, in one line; `_happenings` are all it led to.
    pub(super) fn promise_verb(
        &self,
        id: PromiseId,
        event: &Event,
        _happenings: &[&Happening],
    ) -> (String, CommandKind) {
        let object = self.0.promises().number(id);
        match event {
            Event::Drafted(terms) => {
                (join(["Drafted ", &object, " with ", &self.party(&terms.party)]), CommandKind::Logged)
            }
            Event::Redrafted(_) => (join(["Wrote the draft of ", &object, " anew"]), CommandKind::Corrected),
            Event::Agreed => (join(["Agreed on ", &object]), CommandKind::Work),
            Event::Revised { .. } => (join(["Agreed on a new version of ", &object]), CommandKind::Corrected),
            Event::Ended { .. } => (join(["Ended ", &object]), CommandKind::Ended),
            Event::Reviewed(_) => (join(["Noted a review of ", &object]), CommandKind::Said),
            Event::ActionDone { .. } => (join(["Finished an action of ", &object]), CommandKind::Work),
            Event::Noted { .. } => (join(["Wrote a note on ", &object]), CommandKind::Said),
        }
    }
}

/// What somebody wrote.
pub(super) fn said_in(event: &Event) -> Option<&Arc<str>> {
    match event {
        Event::Drafted(terms) => Some(&terms.clocks.name),
        Event::Revised { because, .. } | Event::Ended { because, .. } => Some(because),
        Event::Reviewed(review) => Some(&review.minutes),
        Event::Noted { text } => Some(text),
        Event::Redrafted(_) | Event::Agreed | Event::ActionDone { .. } => None,
    }
}
