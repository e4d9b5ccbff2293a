//! One change of many incidents: decided for each before anything is done, so that one can see what would be refused.
//!
//! The incidents of one change are decided against the desk as it is. That is right because none of these changes
//! depends on what it does to another incident: no cascade, no link, and closing asks only whether children are open,
//! which closing never changes.

use std::sync::Arc;

use itsm::incident::{Amendment, Command as Incident, HoldReason, ResolutionCode};
use itsm::{Command, Context, Event, GroupId, IncidentId, PersonId, Refusal};

use crate::Workspace;

/// The most incidents that one change may be asked of: what is seen and understood in one preview.
pub const MOST_INCIDENTS: usize = 2_000;

/// The most characters that one change may take in the browser's storage, which holds some five million: five in a
/// hundred. A command stands there alone until it is packed.
pub const MOST_CHARACTERS: usize = 262_144;

/// What is to be done with each of them.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Hand them to a team, a person, or both; a person alone keeps each one's team.
    Assign {
        /// The team.
        group: Option<GroupId>,
        /// The person.
        assignee: Option<PersonId>,
    },
    /// Begin work.
    Start,
    /// Wait.
    Hold {
        /// For whom or what.
        reason: HoldReason,
        /// What exactly; may be blank.
        note: Arc<str>,
    },
    /// Restored. What is linked to them stays as it is.
    Resolve {
        /// In which way.
        code: ResolutionCode,
        /// What was done.
        solution: Arc<str>,
    },
    /// Finished for good.
    Close,
    /// Taken back.
    Cancel {
        /// Why.
        because: Arc<str>,
    },
    /// Correct fields.
    Amend(Vec<Amendment>),
    /// A work note on each.
    Note {
        /// The words.
        text: Arc<str>,
    },
}

impl Change {
    /// The command that does it with one incident.
    pub fn command(&self, incident: IncidentId) -> Command {
        Command::Incident(match self.clone() {
            Change::Assign { group, assignee } => Incident::Assign { incident, group, assignee },
            Change::Start => Incident::Start(incident),
            Change::Hold { reason, note } => Incident::Hold { incident, reason, note },
            Change::Resolve { code, solution } => Incident::Resolve { incident, code, solution, cascade: false },
            Change::Close => Incident::Close(incident),
            Change::Cancel { because } => Incident::Cancel { incident, because },
            Change::Amend(changes) => Incident::Amend { incident, changes },
            Change::Note { text } => Incident::Note { incident, text },
        })
    }
}

/// What a change would do.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Preview {
    /// The events of all that would be changed: one command.
    pub events: Vec<Event>,
    /// Which would be changed, in the order asked.
    pub changed: Vec<IncidentId>,
    /// Each reason for a refusal with the incidents it holds for, the most frequent first.
    pub refused: Vec<(Refusal, Vec<IncidentId>)>,
    /// Why the whole change is too much at once, if it is.
    pub too_much: Option<TooMuch>,
}

/// Why a change is too much at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TooMuch {
    /// More than [`MOST_INCIDENTS`].
    Incidents(usize),
    /// More than [`MOST_CHARACTERS`].
    Characters(usize),
}

impl Preview {
    /// How many would be refused.
    pub fn refused_count(&self) -> usize {
        self.refused.iter().map(|(_, ids)| ids.len()).sum()
    }
}

/// What a change would do, without doing it.
pub fn preview(workspace: &Workspace, ids: &[IncidentId], change: &Change, context: &Context) -> Preview {
    let mut preview = Preview::default();
    if ids.len() > MOST_INCIDENTS {
        preview.too_much = Some(TooMuch::Incidents(ids.len()));
        return preview;
    }
    for id in ids {
        match workspace.decide(change.command(*id), context) {
            Ok(events) => {
                preview.events.extend(events);
                preview.changed.push(*id);
            }
            Err(refusal) => match preview.refused.iter_mut().find(|(known, _)| *known == refusal) {
                Some((_, ids)) => ids.push(*id),
                None => preview.refused.push((refusal, vec![*id])),
            },
        }
    }
    preview.refused.sort_by_key(|(_, ids)| std::cmp::Reverse(ids.len()));
    // Storage counts UTF-16 units.
    let characters = Workspace::payload(&preview.events).encode_utf16().count();
    preview.too_much = (characters > MOST_CHARACTERS).then_some(TooMuch::Characters(characters));
    preview
}
