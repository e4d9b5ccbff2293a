//! Taking commands back: the rules at the time of asking, and what follows when an undo is taken in.

use std::collections::BTreeSet;

use itsm::catalogue::Event as CatalogueEvent;
use itsm::incident::Event as IncidentEvent;
use itsm::link::Link;
use itsm::problem::Event as ProblemEvent;
use itsm::{Context, Entry, Event, Happening, IncidentId, PersonId, RecordId, Refusal};
use journal::Stamp;

use super::{Admitted, Workspace};
use crate::log::Place;
use crate::stored;
use crate::undo::Undone;

impl Workspace {
    /// Takes a command back, or, if `of` is an undo, brings back what it took. Nothing changes until it is admitted.
    pub fn undo(&self, of: Stamp, context: &Context) -> Result<Undone, Refusal> {
        match self.why_not_undo_as(of, context) {
            Some(refusal) => Err(refusal),
            None => Ok(Undone { at: context.now, by: context.actor, of }),
        }
    }

    /// Why the one who acts cannot take a command back now: their role, or what [`Self::why_not_undo`] says.
    pub fn why_not_undo_as(&self, of: Stamp, context: &Context) -> Option<Refusal> {
        let root = self.undos.root(of).unwrap_or(of);
        let events = self.log.at(root).iter().filter_map(|place| self.log.event(*place));
        let mut by_role = events.map(|event| itsm::role::may_take_back(event, context));
        self.why_not_undo(of).or_else(|| by_role.find_map(Result::err))
    }

    /// What the journal appends for an undo.
    pub fn payload_of_undo(undone: &Undone) -> String {
        stored::write_undone(undone)
    }

    /// Why a command cannot be taken back now, or `None` where it can. A public reply can: nothing has left this
    /// browser. What later commands built on it is never a reason, unless it would go out of sight: they are kept
    /// and flagged.
    pub fn why_not_undo(&self, of: Stamp) -> Option<Refusal> {
        self.check_undo(of).err()
    }

    /// The command that an undo is about; a command itself. `None` for what is not of this workspace.
    pub fn root_of(&self, of: Stamp) -> Option<Stamp> {
        self.undos.root(of).filter(|root| self.is_command(*root))
    }

    /// Whether a command is taken back now.
    pub fn is_undone(&self, command: Stamp) -> bool {
        self.undos.is_off(command)
    }

    /// The incident that people call `number`, even if its logging is taken back.
    pub fn find_incident(&self, number: &str) -> Option<IncidentId> {
        self.desk.find_incident(number).or_else(|| {
            let mut gone =
                self.undos.off().flat_map(|stamp| self.log.at(stamp)).filter_map(|place| self.log.event(*place));
            gone.find_map(|event| match event.what {
                Happening::Incident(id, IncidentEvent::Logged(_)) => {
                    self.desk.incident_number(id).eq_ignore_ascii_case(number.trim()).then_some(id)
                }
                _ => None,
            })
        })
    }

    /// Whether an incident was logged here and its logging is taken back.
    pub fn is_withdrawn(&self, id: IncidentId) -> bool {
        self.desk.incident(id).is_err() && self.log.of_incident(id).iter().any(|place| self.is_off(*place))
    }

    pub(super) fn is_command(&self, stamp: Stamp) -> bool {
        !self.log.at(stamp).is_empty()
    }

    fn is_off(&self, place: Place) -> bool {
        self.log.stamp(place).is_some_and(|stamp| self.undos.is_off(stamp))
    }

    fn check_undo(&self, of: Stamp) -> Result<(), Refusal> {
        let latest = Stamp { millis: u64::MAX, ..Stamp::default() };
        let root = self.undos.legal(latest, of, |stamp| self.is_command(stamp))?;
        if self.undos.is_off(root) {
            return Ok(());
        }
        let places = self.log.at(root);
        if places.iter().all(|place| self.flags.contains_key(place)) {
            return Err(Refusal::NotFrom {
                state: "not applied",
                because: "it has changed nothing, so there is nothing to take back",
                instead: "What stood in its way may be undone",
            });
        }
        places
            .iter()
            .filter_map(|place| self.log.event(*place))
            .try_for_each(|event| self.nothing_hangs_on(root, event))
    }

    /// Whether an event can be taken back without hiding what others did, or leaving what nobody has a name for.
    fn nothing_hangs_on(&self, command: Stamp, event: &Event) -> Result<(), Refusal> {
        match &event.what {
            Happening::Incident(id, IncidentEvent::Logged(_)) => {
                let linked = self.is_linked_later(command, RecordId::Incident(*id))
                    || self.desk.dependants(*id).next().is_some()
                    || self.desk.incidents().any(|other| other.follows == Some(*id));
                if linked || self.is_worked_on(command, RecordId::Incident(*id)) { Err(WORKED_ON) } else { Ok(()) }
            }
            Happening::Problem(id, ProblemEvent::Raised(_)) => {
                let duplicated = self.is_linked_later(command, RecordId::Problem(*id))
                    || self.desk.problems().any(|other| other.duplicate_of == Some(*id));
                let linked_later =
                    self.desk.incidents_of_problem(*id).any(|incident| !self.links(command, incident.id));
                let worked_on = self.is_worked_on(command, RecordId::Problem(*id));
                if duplicated || linked_later || worked_on { Err(PROBLEM_WORKED_ON) } else { Ok(()) }
            }
            Happening::Catalogue(id, CatalogueEvent::Drafted(_)) => {
                let is_written = |what: &Happening| matches!(what, Happening::Catalogue(..));
                if self.others_did(command, RecordId::Service(*id), is_written) {
                    Err(RECORD_WORKED_ON)
                } else {
                    Ok(())
                }
            }
            what if what.begins_record() => match what.record() {
                Some(id) if self.is_worked_on(command, id) || self.is_linked_later(command, id) => {
                    Err(RECORD_WORKED_ON)
                }
                _ => Ok(()),
            },
            Happening::Entered(entry)
                if self.is_first_name(command, entry)
                    && (self.is_named(entry) || self.is_described_later(command, entry)) =>
            {
                Err(NAMED)
            }
            _ => Ok(()),
        }
    }

    /// Whether others than the command that began it have happened to a record.
    fn is_worked_on(&self, command: Stamp, id: RecordId) -> bool {
        self.others_did(command, id, |_| true)
    }

    /// Whether others than this command did something like that to a record.
    fn others_did(&self, command: Stamp, id: RecordId, like: impl Fn(&Happening) -> bool) -> bool {
        self.log.of_record(id).iter().any(|place| {
            self.log.stamp(*place) != Some(command)
                && !self.is_off(*place)
                && !self.flags.contains_key(place)
                && self.log.event(*place).is_some_and(|event| like(&event.what))
        })
    }

    /// Whether others than this command linked to a record.
    fn is_linked_later(&self, command: Stamp, id: RecordId) -> bool {
        let own = |from: RecordId, link: Link| {
            let made = |place: &Place| {
                let what = self.log.event(*place).map(|event| &event.what);
                matches!(what, Some(Happening::Link(of, itsm::link::Event::Linked(to))) if (*of, *to) == (from, link))
            };
            self.log.at(command).iter().any(made)
        };
        self.desk.links().to(id).any(|back| !own(back.to, Link { relation: back.relation, to: id }))
    }

    /// Whether a command itself linked an incident to a problem.
    fn links(&self, command: Stamp, id: IncidentId) -> bool {
        let linked = |place: &Place| matches!(self.log.event(*place).map(|event| &event.what), Some(Happening::Incident(of, IncidentEvent::ProblemLinked(Some(_)))) if *of == id);
        self.log.at(command).iter().any(linked)
    }

    /// Whether others than the command that entered an item or a service have said what it is.
    fn is_described_later(&self, command: Stamp, entry: &Entry) -> bool {
        match entry {
            Entry::Item(id, _) => self.is_worked_on(command, RecordId::Item(*id)),
            Entry::Service(id, _) => self.is_worked_on(command, RecordId::Service(*id)),
            Entry::Person(..) | Entry::Group(..) | Entry::Category(..) => false,
        }
    }

    /// Whether a command gave an entry its first name; any other name is a correction.
    fn is_first_name(&self, command: Stamp, entry: &Entry) -> bool {
        let earlier = self.log.shared().iter().filter(|place| self.log.stamp(**place) < Some(command));
        let is_it = |event: &Event| matches!(&event.what, Happening::Entered(earlier) if earlier.id() == entry.id());
        let mut named = earlier.filter(|place| !self.is_off(**place)).filter_map(|place| self.log.event(*place));
        self.base_names.name(entry.id()).is_none() && !named.any(is_it)
    }

    /// Whether a record or the history names an entry of the directory.
    fn is_named(&self, entry: &Entry) -> bool {
        if self.desk.practices_mention(entry.id()) {
            return true;
        }
        let mut incidents = self.desk.incidents();
        let mut problems = self.desk.problems();
        match entry {
            Entry::Group(id, _) => {
                incidents.any(|incident| incident.group == Some(*id))
                    || problems.any(|problem| problem.group == Some(*id))
            }
            Entry::Category(id, _) => {
                incidents.any(|incident| incident.category == Some(*id))
                    || problems.any(|problem| problem.category == Some(*id))
            }
            Entry::Service(id, _) => {
                incidents.any(|incident| incident.service == Some(*id))
                    || problems.any(|problem| problem.service == Some(*id))
            }
            Entry::Item(id, _) => {
                incidents.any(|incident| incident.item == Some(*id))
                    || problems.any(|problem| problem.item == Some(*id))
            }
            Entry::Person(id, _) => {
                self.acted(*id)
                    || problems.any(|problem| problem.assignee == Some(*id))
                    || incidents
                        .any(|incident| [incident.caller, incident.assignee, incident.opened_by].contains(&Some(*id)))
            }
        }
    }

    fn acted(&self, person: PersonId) -> bool {
        self.log.events().iter().any(|event| event.by == person)
    }

    /// Takes in an undo: what it switches is folded again, with what came later.
    pub(super) fn take_in_undo(&mut self, stamp: Stamp, undone: Undone, admitted: &mut Admitted) {
        self.undos.add(stamp, undone);
        let before: BTreeSet<Place> = self.flags.keys().copied().collect();
        if let Some(first) = self.switch(admitted) {
            admitted.touched = self.fold_again_since(first);
        }
        admitted.flagged = self.flags.keys().filter(|place| !before.contains(place)).count();
    }

    /// Judges all undos anew and notes what they switch. Gives the first command that is switched.
    pub(super) fn switch(&mut self, admitted: &mut Admitted) -> Option<Stamp> {
        if self.undos.is_empty() {
            return None;
        }
        let log = &self.log;
        let switched = self.undos.judge(|stamp| !log.at(stamp).is_empty());
        for event in switched.iter().flat_map(|stamp| log.at(*stamp)).filter_map(|place| log.event(*place)) {
            match &event.what {
                Happening::Promise(..) => admitted.rules_changed = true,
                what if what.record().is_some() => {}
                Happening::Entered(_) | Happening::Retired(..) => admitted.directory_changed = true,
                _ => admitted.rules_changed = true,
            }
        }
        switched.first().copied()
    }
}

const WORKED_ON: Refusal = Refusal::Rule {
    rule: "others built on it",
    because: "without the incident their work would go out of sight; undo that first, or cancel the incident",
};

const PROBLEM_WORKED_ON: Refusal = Refusal::Rule {
    rule: "others built on it",
    because: "without the problem their work would go out of sight; undo that first, or cancel the problem",
};

const RECORD_WORKED_ON: Refusal = Refusal::Rule {
    rule: "others built on it",
    because: "without the record their work would go out of sight; undo that first, or end it in its own way",
};

const NAMED: Refusal = Refusal::Rule {
    rule: "records or the history name it",
    because: "they would point to somebody or something without a name; change those first",
};
