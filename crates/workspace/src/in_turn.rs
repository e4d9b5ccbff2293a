//! Several commands that are kept as one: each is decided on what those before it lead to, and one undo takes them all
//! back.

use std::borrow::Cow;

use itsm::{Command, Context, Desk, Event, Refusal};

use crate::Workspace;
use crate::bulk::MOST_CHARACTERS;

/// Commands that are decided one after the other; the workspace stays as it is until their events are admitted.
pub struct InTurn<'a> {
    desk: Cow<'a, Desk>,
    context: &'a Context,
    events: Vec<Event>,
    characters: usize,
}

impl<'a> InTurn<'a> {
    /// None of them is decided yet.
    pub fn new(workspace: &'a Workspace, context: &'a Context) -> Self {
        Self { desk: Cow::Borrowed(workspace.desk()), context, events: Vec::new(), characters: 0 }
    }

    /// The desk as it will be after what is decided so far.
    pub fn desk(&self) -> &Desk {
        &self.desk
    }

    /// Decides the next one: its events, or why it is refused. What is refused is left out, and others may follow.
    pub fn decide(&mut self, command: Command) -> Result<Vec<Event>, Refusal> {
        let events = itsm::decide(&self.desk, command, self.context)?;
        let desk = self.desk.to_mut();
        for event in &events {
            if let Some(id) = event.what.record().filter(|_| event.what.begins_record()) {
                desk.reserve(id);
            }
            itsm::apply(desk, event);
        }
        // Storage counts UTF-16 units.
        self.characters += Workspace::payload(&events).encode_utf16().count();
        self.events.extend(events.iter().cloned());
        Ok(events)
    }

    /// Whether it is as much as is stored at once: what is left is for another time.
    pub fn is_full(&self) -> bool {
        self.characters >= MOST_CHARACTERS
    }

    /// The events of them all, in their order.
    pub fn into_events(self) -> Vec<Event> {
        self.events
    }
}
