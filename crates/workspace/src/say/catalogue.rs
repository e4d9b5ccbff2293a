//! What happens to the catalogue, in plain words: event by event, and a whole command in one line.

use std::sync::Arc;

use itsm::catalogue::{Event, Shared};
use itsm::{Happening, ServiceId};

use super::command::CommandKind;
use super::{Names, Said, join};

impl Names<'_> {
    /// An event, for the history of its service.
    pub(super) fn of_catalogue(&self, event: &Event) -> Said {
        match event {
            Event::Drafted(_) => Said::system("Drafted"),
            Event::Edited(edit) => Said::system(join([edit.slot().label(), " changed"])),
            Event::Ticked(check, Some(words)) => Said::system(join([check.word(), ": done"])).with_text(words),
            Event::Ticked(check, None) => Said::system(join([check.word(), ": not done after all"])),
            Event::Moved { to, because } => Said::system(join(["Now ", to.word()])).with_text(because),
            Event::Submitted => Said::system("Review asked for"),
            Event::Reviewed { approves: true, words } => Said::system("May be published").with_text(words),
            Event::Reviewed { approves: false, words } => Said::system("Returned to the writer").with_text(words),
            Event::Published { note, .. } => Said::system("Published").with_text(note),
            Event::Unscheduled => Said::system("Scheduled version taken back"),
            Event::Restored { version } => Said::system(join(["Draft set back to version ", &version.to_string()])),
            Event::Commented(text) => Said::system("Comment").with_text(text),
            Event::Settled { settled: true, .. } => Said::system("Comment settled"),
            Event::Settled { settled: false, .. } => Said::system("Comment opened again"),
        }
    }

    /// An event of the whole catalogue.
    pub(super) fn of_catalogue_shared(&self, event: &Shared) -> Said {
        Said::system(shared(event))
    }

    /// A command in one line.
    pub(super) fn catalogue_verb(&self, id: ServiceId, event: &Event, _all: &[&Happening]) -> (String, CommandKind) {
        let name = self.0.directory().service(id);
        match event {
            Event::Drafted(_) => (join(["Drafted the service ", name]), CommandKind::Logged),
            event => (join([&self.of_catalogue(event).heading, ": ", name]), CommandKind::Corrected),
        }
    }

    /// A command about the whole catalogue in one line.
    pub(super) fn catalogue_shared_verb(&self, event: &Shared) -> (String, CommandKind) {
        (shared(event), CommandKind::Corrected)
    }
}

fn shared(event: &Shared) -> String {
    match event {
        Shared::Set(_) => "Catalogue settings changed".to_owned(),
        Shared::Category(_, Some(category)) => join(["Service category saved: ", &category.name]),
        Shared::Category(_, None) => "Service category taken away".to_owned(),
        Shared::Audience(_, Some(name)) => join(["Audience saved: ", name]),
        Shared::Audience(_, None) => "Audience taken away".to_owned(),
    }
}

/// What somebody wrote.
pub(super) fn said_in(event: &Event) -> Option<&Arc<str>> {
    match event {
        Event::Commented(text) => Some(text),
        Event::Moved { because, .. } => Some(because),
        Event::Reviewed { words, .. } => Some(words),
        Event::Published { note, .. } => Some(note),
        _ => None,
    }
}
