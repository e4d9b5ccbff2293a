//! Entering teams and items into the directory while a service is written.

use itsm::{Command, Entry, GroupId, ItemId, Key};
use workspace::query::key_text;

use crate::session::Session;
use crate::ui::Toaster;
use crate::views::undo;

/// What can be entered on the way.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A team.
    Group,
    /// A configuration item.
    Item,
}

/// Enters a name and gives its key; says why where that is refused.
pub fn enter(session: Session, toaster: Toaster, kind: Kind, name: String) -> Option<String> {
    let highest = session.peek(|workspace| {
        let directory = workspace.desk().directory();
        let last = match kind {
            Kind::Group => directory.groups.keys().next_back().map(|id| id.0),
            Kind::Item => directory.items.keys().next_back().map(|id| id.0),
        };
        last.map_or(0, |key| key.number)
    });
    let key = Key { number: highest.unwrap_or_default().saturating_add(1), tag: session.tag() };
    let entry = match kind {
        Kind::Group => Entry::Group(GroupId(key), name.as_str().into()),
        Kind::Item => Entry::Item(ItemId(key), name.as_str().into()),
    };
    match session.give(Command::Enter(entry)) {
        Ok(_) => {
            undo::confirm(session, toaster, name + " is in the directory");
            Some(key_text(key))
        }
        Err(refusal) => {
            toaster.bad(refusal.sentence());
            None
        }
    }
}
