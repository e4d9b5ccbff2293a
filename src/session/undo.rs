//! Undo and redo of what this tab did, the latest first; and changes of many incidents, which are undone as one.

use itsm::{IncidentId, Refusal};
use journal::Stamp;
use leptos::prelude::*;
use workspace::bulk::{self, Change, Preview};
use workspace::in_turn::InTurn;
use workspace::say;
use workspace::{Undone, Workspace};

use super::{Declined, Session};

/// The commands of this tab that Undo and Redo go through. A new command ends what could be redone.
#[derive(Default)]
pub(super) struct Turns {
    done: Vec<Stamp>,
    /// The undos of this tab that nothing came after.
    undone: Vec<Stamp>,
}

/// What taking back, or bringing back, has led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turned {
    /// What was taken back or brought back, in words ("Resolved INC0000012").
    pub what: String,
    /// Whether it counts again.
    pub is_back: bool,
    /// The undo itself: undoing it turns things round again.
    pub stamp: Stamp,
    /// How many later events no longer hold.
    pub flagged: usize,
    /// Whether it was a public reply.
    pub is_public: bool,
}

/// What a change of many incidents has led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bulk {
    /// How many were changed.
    pub changed: usize,
    /// How many were refused.
    pub refused: usize,
}

impl Session {
    /// Notes a command of this tab.
    pub(super) fn did(self, stamp: Stamp) {
        self.turns(|turns| {
            turns.done.push(stamp);
            turns.undone.clear();
        });
    }

    fn turns<T>(self, change: impl FnOnce(&mut Turns) -> T) -> Option<T> {
        self.inner.try_update_value(|inner| inner.open_mut().map(|open| change(&mut open.turns))).flatten()
    }

    /// The last command of this tab that is not taken back.
    pub fn last_done(self) -> Option<Stamp> {
        let done = self.turns(|turns| turns.done.clone())?;
        self.peek(|workspace| done.into_iter().rev().find(|stamp| !workspace.is_undone(*stamp))).flatten()
    }

    /// Takes the last command of this tab back. `None` if there is none.
    pub fn undo_last(self) -> Option<Result<Turned, Declined>> {
        self.last_done().map(|stamp| self.undo(stamp))
    }

    /// Brings back what was taken back last, unless another command came after. `None` if there is nothing.
    pub fn redo_last(self) -> Option<Result<Turned, Declined>> {
        let last = self.turns(|turns| turns.undone.last().copied()).flatten()?;
        let turned = self.undo(last);
        if turned.is_err() {
            self.turns(|turns| turns.undone.pop());
        }
        Some(turned)
    }

    /// Takes a command back, or, where it is an undo, brings back what that took.
    pub fn undo(self, of: Stamp) -> Result<Turned, Declined> {
        let undone: Result<Undone, Refusal> =
            self.in_context(|workspace, context| workspace.undo(of, context)).ok_or_else(Declined::none_open)?;
        let (stamp, admitted) = self.append(&Workspace::payload_of_undo(&undone?))?;
        let said = self.peek(|workspace| {
            let root = workspace.root_of(of)?;
            let said = say::command(workspace, &workspace.command(root)?);
            Some((root, said, !workspace.is_undone(root)))
        });
        let Some((root, said, is_back)) = said.flatten() else { return Err(Declined::none_open()) };
        self.turns(|turns| {
            turns.undone.retain(|undo| *undo != of);
            turns.done.retain(|command| *command != root);
            if is_back { turns.done.push(root) } else { turns.undone.push(stamp) }
        });
        Ok(Turned { what: said.heading, is_back, stamp, flagged: admitted.flagged, is_public: said.is_public })
    }

    /// What a change of many incidents would do.
    pub fn preview(self, ids: &[IncidentId], change: &Change) -> Preview {
        self.in_context(|workspace, context| bulk::preview(workspace, ids, change, context)).unwrap_or_default()
    }

    /// Changes many incidents by one command. It is decided anew: what has become illegal since the preview is
    /// refused. `None` where nothing would be changed, or too much at once.
    pub fn give_to_many(self, ids: &[IncidentId], change: &Change) -> Result<Option<Bulk>, Declined> {
        let preview = self.preview(ids, change);
        if preview.changed.is_empty() || preview.too_much.is_some() {
            return Ok(None);
        }
        self.give_decided(&preview.events)?;
        Ok(Some(Bulk { changed: preview.changed.len(), refused: preview.refused_count() }))
    }

    /// Gives the commands that `steps` decides as one, which one undo takes back. Where `steps` refuses, or what it
    /// decided cannot be saved, none of them is given. It must not ask the session: the desk is in its hands.
    pub fn give_in_turn<T>(self, steps: impl FnOnce(&mut InTurn<'_>) -> Result<T, Refusal>) -> Result<T, Declined> {
        let decided = self.in_context(|workspace, context| {
            let mut turn = InTurn::new(workspace, context);
            steps(&mut turn).map(|value| (value, turn.into_events()))
        });
        let (value, events) = decided.ok_or_else(Declined::none_open)??;
        if !events.is_empty() {
            self.give_decided(&events)?;
        }
        Ok(value)
    }
}
