//! The desk: everything that commands are decided against.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};

use crate::directory::{Directory, Entry, EntryId};
use crate::ids::{IncidentId, Key, PersonId, TemplateId, ViewId};
use crate::incident::{self, Incident, MilestoneKind, State};
use crate::priority::Matrix;
use crate::refusal::Refusal;
use crate::service_level::{self, Agreement, Clocks, Compiled, InForce};
use crate::template::Template;
use crate::view::View;

/// What a decision may depend on besides the state: handed in, so that a replay decides the same.
#[derive(Clone, Copy, Debug)]
pub struct Context {
    /// The desk's present instant.
    pub now: DateTime<Utc>,
    /// Who acts.
    pub actor: PersonId,
    /// The tag of ids given here (see [`Key`]).
    pub tag: u32,
}

/// Anything that can be asked of the desk.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Of the incident practice.
    Incident(incident::Command),
    /// Enter (or rename) somebody or something in the directory.
    Enter(Entry),
    /// Offer an entry of the directory no more; it keeps its name.
    Retire(EntryId),
    /// Offer a retired entry again.
    BringBack(EntryId),
    /// Use another priority matrix, given by its rows (impact 1 first).
    SetMatrix(Vec<Vec<u8>>),
    /// Use another service level agreement.
    SetAgreement(Box<Agreement>),
    /// Save a view: a new one (no id), or one that is to change.
    SaveView(Option<ViewId>, View),
    /// Take a saved view away.
    DropView(ViewId),
    /// Save a template for logging: a new one (no id), or one that is to change.
    SaveTemplate(Option<TemplateId>, Template),
    /// Take a template away.
    DropTemplate(TemplateId),
    /// Let the desk's time be the wall clock's plus this much, to the second; negative for a desk in the past.
    MoveClock(TimeDelta),
}

/// Something that has happened at the desk.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// When, by the desk's clock.
    pub at: DateTime<Utc>,
    /// Who did it.
    pub by: PersonId,
    /// What.
    pub what: Happening,
}

/// See [`Event`].
#[derive(Clone, Debug, PartialEq)]
pub enum Happening {
    /// To one incident.
    Incident(IncidentId, incident::Event),
    /// To the directory.
    Entered(Entry),
    /// To an entry of the directory: retired (`true`) or brought back.
    Retired(EntryId, bool),
    /// To the priority matrix.
    MatrixSet(Matrix),
    /// To the service level agreement.
    AgreementSet(Box<Agreement>),
    /// A view of the queue was saved.
    ViewSaved(ViewId, View),
    /// A view of the queue was taken away.
    ViewDropped(ViewId),
    /// A template for logging was saved.
    TemplateSaved(TemplateId, Template),
    /// A template for logging was taken away.
    TemplateDropped(TemplateId),
    /// To the desk's clock: desk time is wall time plus this much from now on.
    ClockMoved(TimeDelta),
}

/// The desk's state: what its events leave behind.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Desk {
    /// Incidents by id.
    pub(crate) incidents: BTreeMap<IncidentId, Incident>,
    /// Which incidents name this one as parent or as original: for cascades.
    pub(crate) dependants: BTreeMap<IncidentId, BTreeSet<IncidentId>>,
    /// The highest number that was ever given, whether or not its incident is still here.
    pub(crate) numbered: u32,
    /// Who and what is known by name.
    pub(crate) directory: Directory,
    /// Impact × urgency.
    pub(crate) matrices: InForce<Matrix>,
    /// What is agreed about time.
    pub(crate) agreements: InForce<Arc<Compiled>>,
    /// Saved views of the queue.
    pub(crate) views: BTreeMap<ViewId, View>,
    /// Templates for logging.
    pub(crate) templates: BTreeMap<TemplateId, Template>,
    /// Desk time − wall time, where somebody has said so.
    pub(crate) clock_shift: Option<TimeDelta>,
}

impl Desk {
    /// An incident, or the refusal that says it is not here.
    pub fn incident(&self, id: IncidentId) -> Result<&Incident, Refusal> {
        self.incidents.get(&id).ok_or(Refusal::NoSuch { what: "incident" })
    }

    /// All incidents, in the order of their ids.
    pub fn incidents(&self) -> impl ExactSizeIterator<Item = &Incident> {
        self.incidents.values()
    }

    /// Incidents that name `id` as their parent or original.
    pub fn dependants(&self, id: IncidentId) -> impl Iterator<Item = &Incident> {
        self.dependants.get(&id).into_iter().flatten().filter_map(|child| self.incidents.get(child))
    }

    /// Who and what is known by name.
    pub fn directory(&self) -> &Directory {
        &self.directory
    }

    /// The priority matrix.
    pub fn matrix(&self) -> &Matrix {
        self.matrices.latest().unwrap_or(Matrix::standard())
    }

    /// The service level agreement.
    pub fn agreement(&self) -> &Compiled {
        self.agreements.latest().map_or(Compiled::standard(), |agreement| agreement)
    }

    /// Desk time − wall time, if the desk's clock was ever moved.
    pub fn clock_shift(&self) -> Option<TimeDelta> {
        self.clock_shift
    }

    /// Both service level clocks of an incident. One that is closed is judged by the agreement and the matrix that
    /// held when it was closed, so that no later change of them changes its verdict.
    pub fn clocks(&self, incident: &Incident, now: DateTime<Utc>) -> Clocks {
        let closed = MilestoneKind::Became(State::Closed);
        match incident.milestones.iter().find(|milestone| milestone.what == closed) {
            None => service_level::clocks(incident, self.matrix(), self.agreement(), now),
            Some(closed) => {
                let matrix = self.matrices.at(closed.at).unwrap_or(Matrix::standard());
                let agreement = self.agreements.at(closed.at).map_or(Compiled::standard(), |agreement| agreement);
                service_level::clocks(incident, matrix, agreement, now)
            }
        }
    }

    /// Saved views of the queue, in the order in which they were first saved.
    pub fn views(&self) -> &BTreeMap<ViewId, View> {
        &self.views
    }

    /// Templates for logging, in the order in which they were first saved.
    pub fn templates(&self) -> &BTreeMap<TemplateId, Template> {
        &self.templates
    }

    /// Takes out every priority matrix, agreement, view and template and the clock's shift, and puts the directory back to `directory`, so that names
    /// and rules can be applied again in their order.
    pub fn forget_shared(&mut self, directory: Directory) {
        self.views.clear();
        self.templates.clear();
        self.matrices = InForce::default();
        self.agreements = InForce::default();
        self.clock_shift = None;
        self.directory = directory;
    }

    /// Notes that an incident's number was given, so that no other incident ever gets it: not even while its logging
    /// is taken back.
    pub fn reserve(&mut self, id: IncidentId) {
        self.numbered = self.numbered.max(id.0.number);
    }

    /// The id of the next incident logged under `tag`.
    pub fn next_incident(&self, tag: u32) -> IncidentId {
        let highest = self.incidents.keys().next_back().map_or(0, |id| id.0.number).max(self.numbered);
        IncidentId(Key { number: highest.saturating_add(1), tag })
    }

    /// How people call an incident: `INC0031207`, with the tag behind it only where two share the number.
    pub fn incident_number(&self, id: IncidentId) -> String {
        let number = id.0.number;
        let first = IncidentId(Key { number, tag: 0 });
        let last = IncidentId(Key { number, tag: u32::MAX });
        if self.incidents.range(first..=last).count() > 1 {
            format!("INC{number:07}-{:x}", id.0.tag)
        } else {
            format!("INC{number:07}")
        }
    }

    /// The incident that people call `number` (as [`Self::incident_number`] writes it; upper or lower case).
    pub fn find_incident(&self, number: &str) -> Option<IncidentId> {
        let rest = number.trim().to_ascii_uppercase();
        let (digits, tag) = match rest.strip_prefix("INC")?.split_once('-') {
            Some((digits, tag)) => (digits.to_owned(), Some(u32::from_str_radix(tag, 16).ok()?)),
            None => (rest.strip_prefix("INC")?.to_owned(), None),
        };
        let number = digits.parse().ok()?;
        let first = IncidentId(Key { number, tag: tag.unwrap_or(0) });
        let last = IncidentId(Key { number, tag: tag.unwrap_or(u32::MAX) });
        self.incidents.range(first..=last).next().map(|(id, _)| *id)
    }
}
