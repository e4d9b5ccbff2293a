//! Giving commands, and taking in what other tabs did.

use chrono::{DateTime, Utc};
use itsm::incident::Action;
use itsm::{Command, Context, Event, IncidentId, RecordId};
use journal::{AppendError, Stamp};
use leptos::prelude::*;
use workspace::{Admitted, Workspace};

use super::inner::{Inner, Open};
use super::{Declined, Saved, Session};
use crate::browser::{clock, locks};

/// After so many commands with keys of their own, they are packed into a segment.
const PACK_AFTER: usize = 200;
/// What another tab has written shows here after at most so long, in milliseconds; packing waits for it.
const SETTLE_MILLIS: u32 = 60;

impl Session {
    /// Why an action cannot be done with an incident now, in words; `None` where it can.
    pub fn why_not(self, id: IncidentId, action: Action) -> Option<String> {
        self.refuses(id, action).map(|refusal| refusal.sentence())
    }

    /// Whether a command would be carried out, without giving it.
    pub fn would(self, command: Command) -> Result<(), Declined> {
        self.decide(command).map(drop)
    }

    fn decide(self, command: Command) -> Result<Vec<Event>, Declined> {
        let decided = self.in_context(|workspace, context| workspace.decide(command, context));
        match decided {
            Some(decided) => decided.map_err(Declined::from),
            None => Err(Declined::none_open()),
        }
    }

    /// Asks the open workspace something that depends on who acts and when. `None` while none is open.
    pub(super) fn in_context<T>(self, ask: impl FnOnce(&Workspace, &Context) -> T) -> Option<T> {
        let role = self.part.get_untracked().role;
        let asked = self.inner.try_with_value(|inner| {
            let open = inner.open()?;
            let now = open.workspace.clock().desk_now(clock::wall_now());
            Some(ask(&open.workspace, &Context { now, actor: open.me(), role, tag: inner.tag }))
        });
        asked.flatten()
    }

    /// Gives a command: decided, saved, applied, in this order. What cannot be saved is not applied, so that
    /// the page never shows what a reload would take away.
    pub fn give(self, command: Command) -> Result<Vec<Event>, Declined> {
        let events = self.decide(command)?;
        self.give_decided(&events)?;
        Ok(events)
    }

    /// Saves and applies what was just decided, as one command of this tab, which Undo takes back.
    pub(super) fn give_decided(self, events: &[Event]) -> Result<(), Declined> {
        let (stamp, _) = self.append(&Workspace::payload(events))?;
        self.did(stamp);
        Ok(())
    }

    /// Saves and applies events that were decided (or that a new workspace begins with).
    pub(super) fn record(self, events: &[Event]) -> Result<(), Declined> {
        self.append(&Workspace::payload(events)).map(drop)
    }

    /// Saves and applies one command in its stored form.
    pub(super) fn append(self, payload: &str) -> Result<(Stamp, Admitted), Declined> {
        let saved = self.inner.try_update_value(|inner| {
            let open = inner.open_mut()?;
            Some(open.journal.append(payload, clock::wall_millis()).map(|appended| {
                let admitted = open.workspace.admit(&appended.entry);
                (appended.entry, appended.notices, admitted)
            }))
        });
        match saved.flatten() {
            Some(Ok((entry, notices, admitted))) => {
                self.keep(std::slice::from_ref(&entry));
                // The word in the header does not change for the moment that the disk takes.
                if self.saved.get_untracked() != Saved::Safe {
                    self.saved_state();
                }
                // How full the storage is stands in a banner of its own.
                let notices = notices.into_iter().filter(|notice| !matches!(notice, journal::Notice::Filling { .. }));
                self.tell(notices.map(journal::Notice::sentence));
                self.measure_if_filling();
                // With other rules every incident stands differently to its service level; what is published now is
                // offered from this instant on, not from the clock's next step.
                let is_service = |record: &RecordId| matches!(record, RecordId::Service(_));
                if admitted.rules_changed || admitted.touched.iter().any(is_service) {
                    self.tick();
                }
                self.changed();
                self.pack();
                Ok((entry.stamp, admitted))
            }
            Some(Err(error)) => {
                let sentence = error.to_string();
                if !matches!(error, AppendError::ReadOnly(_)) {
                    self.saved.set(Saved::Failed(sentence.clone()));
                }
                Err(Declined::NotSaved(sentence))
            }
            None => Err(Declined::none_open()),
        }
    }

    /// Saves again what the storage has lost, or looks whether there is room now.
    pub fn try_again(self) {
        let result = self.inner.try_update_value(|inner| {
            let open = inner.open_mut()?;
            Some(if open.journal.is_cleared() { open.journal.resave(clock::wall_millis()) } else { Ok(()) })
        });
        match result.flatten() {
            Some(Err(error)) => self.saved.set(Saved::Failed(error.to_string())),
            _ => self.saved_state(),
        }
    }

    /// Adds to what the user should know.
    pub(super) fn tell(self, sentences: impl IntoIterator<Item = String>) {
        let mut sentences = sentences.into_iter().peekable();
        if sentences.peek().is_some() {
            self.notices.update(|notices| notices.extend(sentences));
        }
    }

    /// Says how safe the work is, as the journal sees it.
    pub(super) fn saved_state(self) {
        let saved = self.inner.try_with_value(|inner| match inner.open().map(|open| open.journal.mode()) {
            Some(mode @ journal::Mode::Memory(_)) => {
                mode.sentence().map(|sentence| Saved::MemoryOnly(sentence.to_owned()))
            }
            Some(_) if inner.to_keep > 0 && inner.kept == inner.to_keep => Some(Saved::Safe),
            _ => None,
        });
        let saved = saved.flatten().unwrap_or(Saved::Saved);
        if self.saved.try_get_untracked().is_some_and(|before| before != saved) {
            self.saved.set(saved);
        }
    }

    /// Takes in a write of another tab.
    pub(super) fn heard(self, key: Option<&str>, value: Option<&str>) {
        let arrived = self.inner.try_update_value(|inner| {
            let open = inner.open_mut()?;
            let entries = match (key, value) {
                (Some(key), Some(value)) => open.journal.absorb(key, value),
                // Packing removes keys one by one: nothing new in that.
                (Some(_), None) => vec![],
                // Everything was cleared, or we have slept: what there is now is in the store.
                (None, _) => open.journal.poll(),
            };
            entries.iter().for_each(|entry| drop(open.workspace.admit(entry)));
            Some(!entries.is_empty())
        });
        if arrived.flatten() == Some(true) {
            self.changed();
        }
        self.mode_state();
        self.heard_of_shelf(key, value);
    }

    /// Looks for what was missed while the page slept.
    pub(super) fn catch_up(self) {
        self.heard(None, None);
        self.tick();
    }

    /// Packs commands when there are many. A failure changes nothing and is tried again after the next command.
    fn pack(self) {
        let many =
            self.inner.try_with_value(|inner| inner.open().is_some_and(|open| open.journal.unpacked() >= PACK_AFTER));
        if many == Some(true)
            && let Some(id) = self.workspace_id()
        {
            let name = "service-dojo/pack/".to_owned() + &id;
            locks::alone(&name, async move {
                clock::pause(SETTLE_MILLIS).await;
                self.pack_now(&id);
            });
        }
    }

    fn pack_now(self, id: &str) {
        let arrived = self.inner.try_update_value(|inner| {
            let open = inner.open_mut().filter(|open| open.journal.workspace() == id)?;
            // A burst of commands asks for it more than once.
            if open.journal.unpacked() < PACK_AFTER {
                return None;
            }
            let packed = open.journal.compact().ok()?;
            packed.arrived.iter().for_each(|entry| drop(open.workspace.admit(entry)));
            Some(!packed.arrived.is_empty())
        });
        if arrived.flatten() == Some(true) {
            self.changed();
        }
    }

    /// Moves the desk's clock.
    pub(super) fn tick(self) {
        let moved = self.inner.try_update_value(|inner: &mut Inner| {
            let open: &mut Open = inner.open_mut()?;
            let now: DateTime<Utc> = open.workspace.clock().desk_now(clock::wall_now());
            Some((now, !open.workspace.advance(now).is_empty()))
        });
        if let Some((now, turned)) = moved.flatten() {
            let _ = self.now.try_set(now);
            if turned {
                let _ = self.turned.try_set(now);
            }
        }
    }
}
