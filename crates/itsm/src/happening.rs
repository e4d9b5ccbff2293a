//! What can be asked of the desk, what can happen at it, and to which record.

use chrono::{DateTime, TimeDelta, Utc};

use crate::configuration::{Baseline, Need, Node};
use crate::directory::{Entry, EntryId};
use crate::ids::{
    AlertId, ArticleId, BaselineId, ChangeId, ChangeTemplateId, ImprovementId, IncidentId, ItemId, PersonId, ProblemId,
    PromiseId, RequestId, ServiceId, SupplierId, TemplateId, ViewId,
};
use crate::priority::Matrix;
use crate::service_level::Agreement;
use crate::template::Template;
use crate::view::View;
use crate::{
    availability, catalogue, change, configuration, improvement, incident, knowledge, link, major, monitoring, problem,
    promise, request, schedule, supplier,
};

/// Anything that can be asked of the desk.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Of the incident practice.
    Incident(incident::Command),
    /// Of problem management.
    Problem(problem::Command),
    /// Of change enablement.
    Change(change::Command),
    /// Of service request management.
    Request(request::Command),
    /// Of knowledge management.
    Article(knowledge::Command),
    /// Of continual improvement.
    Improvement(improvement::Command),
    /// Of monitoring and event management.
    Alert(monitoring::Command),
    /// Of service level management.
    Promise(promise::Command),
    /// Of supplier management.
    Supplier(supplier::Command),
    /// Of service configuration management.
    Item(configuration::Command),
    /// Of maintenance windows and freezes.
    Schedule(schedule::Command),
    /// Of availability management.
    Service(availability::Command),
    /// Of major incidents.
    Major(major::Command),
    /// Of links between records.
    Link(link::Command),
    /// Of service catalogue and portfolio management.
    Catalogue(catalogue::Command),
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
    /// To one problem.
    Problem(ProblemId, problem::Event),
    /// To one change.
    Change(ChangeId, change::Event),
    /// To one template of standard changes.
    ChangeTemplate(ChangeTemplateId, change::template::Event),
    /// To one request.
    Request(RequestId, request::Event),
    /// To one article.
    Article(ArticleId, knowledge::Event),
    /// To one improvement.
    Improvement(ImprovementId, improvement::Event),
    /// To one event and what repeated it.
    Alert(AlertId, monitoring::Event),
    /// To one agreement.
    Promise(PromiseId, promise::Event),
    /// To one supplier.
    Supplier(SupplierId, supplier::Event),
    /// To one configuration item.
    Item(ItemId, configuration::Event),
    /// To what one item or service needs: all of it from now on.
    Needs(Node, Vec<Need>),
    /// To one service.
    Service(ServiceId, availability::Event),
    /// To one service, in the portfolio.
    Catalogue(ServiceId, catalogue::Event),
    /// To what holds for the whole catalogue.
    CatalogueShared(catalogue::Shared),
    /// To one incident that is, or may be, a major one.
    Major(IncidentId, major::Event),
    /// To the links of one record.
    Link(RecordId, link::Event),
    /// A baseline of the configuration was named, or its name was taken away.
    Baseline(BaselineId, Option<Baseline>),
    /// To maintenance windows or freezes.
    Schedule(schedule::Event),
    /// To the directory.
    Entered(Entry),
    /// To an entry of the directory: retired (`true`) or brought back.
    Retired(EntryId, bool),
    /// To the priority matrix.
    MatrixSet(Matrix),
    /// To the service level agreement.
    AgreementSet(Box<Agreement>),
    /// To what is done with events.
    EventRulesSet(Box<monitoring::Rules>),
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

/// What has a history of its own: its events leave its record, whatever happened to others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RecordId {
    /// An incident.
    Incident(IncidentId),
    /// A problem.
    Problem(ProblemId),
    /// A change.
    Change(ChangeId),
    /// A template of standard changes.
    ChangeTemplate(ChangeTemplateId),
    /// A request.
    Request(RequestId),
    /// A knowledge article.
    Article(ArticleId),
    /// An improvement.
    Improvement(ImprovementId),
    /// An event, with what repeated it.
    Alert(AlertId),
    /// An agreement: with a customer, inside the house, or with a supplier.
    Promise(PromiseId),
    /// A supplier.
    Supplier(SupplierId),
    /// A configuration item.
    Item(ItemId),
    /// A service.
    Service(ServiceId),
}

impl Happening {
    /// The record that it happened to; `None` for names and rules, which are the same for all.
    pub fn record(&self) -> Option<RecordId> {
        match self {
            Happening::Incident(id, _) => Some(RecordId::Incident(*id)),
            Happening::Problem(id, _) => Some(RecordId::Problem(*id)),
            Happening::Change(id, _) => Some(RecordId::Change(*id)),
            Happening::ChangeTemplate(id, _) => Some(RecordId::ChangeTemplate(*id)),
            Happening::Request(id, _) => Some(RecordId::Request(*id)),
            Happening::Article(id, _) => Some(RecordId::Article(*id)),
            Happening::Improvement(id, _) => Some(RecordId::Improvement(*id)),
            Happening::Alert(id, _) => Some(RecordId::Alert(*id)),
            Happening::Promise(id, _) => Some(RecordId::Promise(*id)),
            Happening::Supplier(id, _) => Some(RecordId::Supplier(*id)),
            Happening::Item(id, _) => Some(RecordId::Item(*id)),
            Happening::Service(id, _) | Happening::Catalogue(id, _) => Some(RecordId::Service(*id)),
            Happening::Needs(of, _) => Some(of.record()),
            Happening::Major(id, _) => Some(RecordId::Incident(*id)),
            Happening::Link(id, _) => Some(*id),
            _ => None,
        }
    }

    /// Whether a record begins with it, so that a number was given.
    pub fn begins_record(&self) -> bool {
        match self {
            Happening::Incident(_, incident::Event::Logged(_)) | Happening::Problem(_, problem::Event::Raised(_)) => {
                true
            }
            Happening::Change(_, what) => what.begins(),
            Happening::ChangeTemplate(_, what) => what.begins(),
            Happening::Request(_, what) => what.begins(),
            Happening::Article(_, what) => what.begins(),
            Happening::Improvement(_, what) => what.begins(),
            Happening::Alert(_, what) => what.begins(),
            Happening::Promise(_, what) => what.begins(),
            Happening::Supplier(_, what) => what.begins(),
            _ => false,
        }
    }
}
