//! The desk: everything that commands are decided against.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};

use crate::availability::{self, Availability};
use crate::catalogue::{self, Portfolio};
use crate::change::{self, Change};
use crate::configuration::{self, Configuration};
use crate::directory::Directory;
use crate::ids::{
    AlertId, ArticleId, ChangeId, ChangeTemplateId, ImprovementId, IncidentId, Key, PersonId, ProblemId, PromiseId,
    RequestId, ServiceId, SupplierId, TemplateId, ViewId,
};
use crate::improvement::Improvement;
use crate::incident::{Incident, MilestoneKind, State};
use crate::knowledge::Article;
use crate::link::Links;
use crate::major::{self, Major};
use crate::monitoring::{self, Alert};
use crate::numbering;
use crate::priority::Matrix;
use crate::problem::Problem;
use crate::promise::{self, Promise};
use crate::refusal::Refusal;
use crate::register::Register;
use crate::request::Request;
use crate::role::Role;
use crate::schedule::Schedule;
use crate::service_level::{self, Clocks, Compiled, InForce};
use crate::supplier::Supplier;
use crate::template::Template;
use crate::view::View;

pub use crate::happening::{Command, Event, Happening, RecordId};

/// What a decision may depend on besides the state: handed in, so that a replay decides the same.
#[derive(Clone, Copy, Debug)]
pub struct Context {
    /// The desk's present instant.
    pub now: DateTime<Utc>,
    /// Who acts.
    pub actor: PersonId,
    /// Whose part they play.
    pub role: Role,
    /// The tag of ids given here (see [`Key`]).
    pub tag: u32,
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
    /// Problems by id.
    pub(crate) problems: BTreeMap<ProblemId, Problem>,
    /// Which incidents name this problem as their cause.
    pub(crate) caused: BTreeMap<ProblemId, BTreeSet<IncidentId>>,
    /// The highest number that was ever given to a problem.
    pub(crate) problems_numbered: u32,
    /// Every change.
    pub(crate) changes: Register<ChangeId, Change>,
    /// Every template of standard changes.
    pub(crate) change_templates: Register<ChangeTemplateId, change::template::ChangeTemplate>,
    /// Every request.
    pub(crate) requests: Register<RequestId, Request>,
    /// Every article.
    pub(crate) articles: Register<ArticleId, Article>,
    /// Every improvement.
    pub(crate) improvements: Register<ImprovementId, Improvement>,
    /// Every event, with what repeated it.
    pub(crate) alerts: Register<AlertId, Alert>,
    /// Every agreement.
    pub(crate) promises: Register<PromiseId, Promise>,
    /// What is known of services' outages.
    pub(crate) services: BTreeMap<ServiceId, Availability>,
    /// Services in the portfolio, and what holds for the whole catalogue.
    pub(crate) portfolio: Portfolio,
    /// Every supplier.
    pub(crate) suppliers: Register<SupplierId, Supplier>,
    /// What is known of incidents that are, or may be, major ones.
    pub(crate) majors: BTreeMap<IncidentId, Major>,
    /// What services are made of.
    pub(crate) configuration: Configuration,
    /// Maintenance windows and freezes.
    pub(crate) schedule: Schedule,
    /// Links between records of different practices.
    pub(crate) links: Links,
    /// Who and what is known by name.
    pub(crate) directory: Directory,
    /// Impact × urgency.
    pub(crate) matrices: InForce<Matrix>,
    /// What is agreed about time.
    pub(crate) agreements: InForce<Arc<Compiled>>,
    /// What is done with events, where somebody has said so.
    pub(crate) event_rules: Option<Box<monitoring::Rules>>,
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

    /// A problem, or the refusal that says it is not here.
    pub fn problem(&self, id: ProblemId) -> Result<&Problem, Refusal> {
        self.problems.get(&id).ok_or(Refusal::NoSuch { what: "problem" })
    }

    /// All problems, in the order of their ids.
    pub fn problems(&self) -> impl ExactSizeIterator<Item = &Problem> {
        self.problems.values()
    }

    /// Incidents that name this problem as their cause.
    pub fn incidents_of_problem(&self, id: ProblemId) -> impl Iterator<Item = &Incident> {
        self.caused.get(&id).into_iter().flatten().filter_map(|incident| self.incidents.get(incident))
    }

    /// Every change.
    pub fn changes(&self) -> &Register<ChangeId, Change> {
        &self.changes
    }

    /// Every template of standard changes.
    pub fn change_templates(&self) -> &Register<ChangeTemplateId, change::template::ChangeTemplate> {
        &self.change_templates
    }

    /// Every request.
    pub fn requests(&self) -> &Register<RequestId, Request> {
        &self.requests
    }

    /// Every article.
    pub fn articles(&self) -> &Register<ArticleId, Article> {
        &self.articles
    }

    /// Every improvement.
    pub fn improvements(&self) -> &Register<ImprovementId, Improvement> {
        &self.improvements
    }

    /// Every event, with what repeated it.
    pub fn alerts(&self) -> &Register<AlertId, Alert> {
        &self.alerts
    }

    /// Every agreement.
    pub fn promises(&self) -> &Register<PromiseId, Promise> {
        &self.promises
    }

    /// Every supplier.
    pub fn suppliers(&self) -> &Register<SupplierId, Supplier> {
        &self.suppliers
    }

    /// Services in the portfolio, and what holds for the whole catalogue.
    pub fn portfolio(&self) -> &Portfolio {
        &self.portfolio
    }

    /// What is known of incidents that are, or may be, major ones, in the order of their ids.
    pub fn majors(&self) -> &BTreeMap<IncidentId, Major> {
        &self.majors
    }

    /// Links between records of different practices.
    pub fn links(&self) -> &Links {
        &self.links
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
    /// held when it was closed, so that no later change of them changes its verdict. Where agreements with customers
    /// applied at its opening, the shortest target wins.
    pub fn clocks(&self, incident: &Incident, now: DateTime<Utc>) -> Clocks {
        let closed = MilestoneKind::Became(State::Closed);
        let closed = incident.milestones.iter().find(|milestone| milestone.what == closed);
        let (matrix, agreement) = match closed {
            None => (self.matrix(), self.agreement()),
            Some(closed) => {
                let agreement = self.agreements.at(closed.at).map_or(Compiled::standard(), |agreement| agreement);
                (self.matrices.at(closed.at).unwrap_or(Matrix::standard()), agreement)
            }
        };
        let own = service_level::clocks(incident, matrix, agreement, now);
        promise::shortest(self, incident, matrix, own, now)
    }

    /// Saved views of the queue, in the order in which they were first saved.
    pub fn views(&self) -> &BTreeMap<ViewId, View> {
        &self.views
    }

    /// Templates for logging, in the order in which they were first saved.
    pub fn templates(&self) -> &BTreeMap<TemplateId, Template> {
        &self.templates
    }

    /// Takes out every priority matrix, agreement, view, template, window, freeze and baseline and the clock's shift, and puts the directory back to `directory`, so that names
    /// and rules can be applied again in their order.
    pub fn forget_shared(&mut self, directory: Directory) {
        self.views.clear();
        self.templates.clear();
        self.matrices = InForce::default();
        self.agreements = InForce::default();
        self.event_rules = None;
        self.clock_shift = None;
        self.schedule = Schedule::default();
        configuration::forget_baselines(self);
        catalogue::forget_shared(self);
        self.directory = directory;
    }

    /// Notes that a record's number was given, so that no other of its kind ever gets it: not even while its logging
    /// is taken back.
    pub fn reserve(&mut self, id: RecordId) {
        match id {
            RecordId::Incident(id) => self.numbered = self.numbered.max(id.0.number),
            RecordId::Problem(id) => self.problems_numbered = self.problems_numbered.max(id.0.number),
            RecordId::Change(id) => self.changes.reserve(id),
            RecordId::ChangeTemplate(id) => self.change_templates.reserve(id),
            RecordId::Request(id) => self.requests.reserve(id),
            RecordId::Article(id) => self.articles.reserve(id),
            RecordId::Improvement(id) => self.improvements.reserve(id),
            RecordId::Alert(id) => self.alerts.reserve(id),
            RecordId::Promise(id) => self.promises.reserve(id),
            RecordId::Supplier(id) => self.suppliers.reserve(id),
            RecordId::Item(_) | RecordId::Service(_) => {}
        }
    }

    /// Takes a record out, so that it can be folded again from its own events (after an undo). Others' links to it
    /// stay.
    pub fn forget(&mut self, id: RecordId) {
        self.links.forget(id);
        match id {
            RecordId::Incident(id) => {
                self.forget_incident(id);
                major::forget(self, id);
            }
            RecordId::Problem(id) => drop(self.problems.remove(&id)),
            RecordId::Change(id) => self.changes.forget(id),
            RecordId::ChangeTemplate(id) => self.change_templates.forget(id),
            RecordId::Request(id) => self.requests.forget(id),
            RecordId::Article(id) => self.articles.forget(id),
            RecordId::Improvement(id) => self.improvements.forget(id),
            RecordId::Alert(id) => self.alerts.forget(id),
            RecordId::Promise(id) => self.promises.forget(id),
            RecordId::Supplier(id) => self.suppliers.forget(id),
            RecordId::Item(id) => configuration::forget(self, id),
            RecordId::Service(id) => {
                availability::forget(self, id);
                catalogue::forget(self, id);
                configuration::forget_needs(self, id);
            }
        }
    }

    /// The id of the next problem raised under `tag`.
    pub fn next_problem(&self, tag: u32) -> ProblemId {
        let highest = self.problems.keys().next_back().map_or(0, |id| id.0.number).max(self.problems_numbered);
        ProblemId(Key { number: highest.saturating_add(1), tag })
    }

    /// How people call a problem: `PRB0000012`, with the tag behind it only where two share the number.
    pub fn problem_number(&self, id: ProblemId) -> String {
        let (first, last) = numbering::same_number(id.0);
        let is_shared = self.problems.range(ProblemId(first)..=ProblemId(last)).count() > 1;
        numbering::written("PRB", id.0, is_shared)
    }

    /// The problem that people call `number` (as [`Self::problem_number`] writes it; upper or lower case).
    pub fn find_problem(&self, number: &str) -> Option<ProblemId> {
        let (first, last) = numbering::read("PRB", number)?;
        self.problems.range(ProblemId(first)..=ProblemId(last)).next().map(|(id, _)| *id)
    }

    /// The id of the next incident logged under `tag`.
    pub fn next_incident(&self, tag: u32) -> IncidentId {
        let highest = self.incidents.keys().next_back().map_or(0, |id| id.0.number).max(self.numbered);
        IncidentId(Key { number: highest.saturating_add(1), tag })
    }

    /// How people call an incident: `INC0031207`, with the tag behind it only where two share the number.
    pub fn incident_number(&self, id: IncidentId) -> String {
        let (first, last) = numbering::same_number(id.0);
        let is_shared = self.incidents.range(IncidentId(first)..=IncidentId(last)).count() > 1;
        numbering::written("INC", id.0, is_shared)
    }

    /// The incident that people call `number` (as [`Self::incident_number`] writes it; upper or lower case).
    pub fn find_incident(&self, number: &str) -> Option<IncidentId> {
        let (first, last) = numbering::read("INC", number)?;
        self.incidents.range(IncidentId(first)..=IncidentId(last)).next().map(|(id, _)| *id)
    }
}
