//! From fact to state: an event changes the desk. Cannot fail.

use std::sync::Arc;

use crate::desk::{Desk, Event, Happening};
use crate::service_level::{Agreement, Compiled};
use crate::{
    availability, catalogue, change, configuration, improvement, incident, knowledge, link, major, monitoring, problem,
    promise, request, schedule, supplier,
};

/// Applies one event. The same events in the same order always leave the same desk.
pub fn apply(desk: &mut Desk, event: &Event) {
    match &event.what {
        Happening::Incident(id, what) => incident::apply(desk, *id, what, event.at, event.by),
        Happening::Problem(id, what) => problem::apply(desk, *id, what, event.at, event.by),
        Happening::Change(id, what) => change::apply(desk, *id, what, event.at, event.by),
        Happening::ChangeTemplate(id, what) => change::template::apply(desk, *id, what, event.at, event.by),
        Happening::Request(id, what) => request::apply(desk, *id, what, event.at, event.by),
        Happening::Article(id, what) => knowledge::apply(desk, *id, what, event.at, event.by),
        Happening::Improvement(id, what) => improvement::apply(desk, *id, what, event.at, event.by),
        Happening::Alert(id, what) => monitoring::apply(desk, *id, what, event.at, event.by),
        Happening::Promise(id, what) => promise::apply(desk, *id, what, event.at, event.by),
        Happening::Supplier(id, what) => supplier::apply(desk, *id, what, event.at, event.by),
        Happening::Item(id, what) => configuration::apply(desk, *id, what, event.at, event.by),
        Happening::Needs(of, needs) => configuration::apply_needs(desk, *of, needs, event.at),
        Happening::Baseline(id, baseline) => configuration::apply_baseline(desk, *id, baseline.as_ref()),
        Happening::Schedule(what) => schedule::apply(desk, what),
        Happening::Service(id, what) => availability::apply(desk, *id, what, event.at, event.by),
        Happening::Catalogue(id, what) => catalogue::apply(desk, *id, what, event.at, event.by),
        Happening::CatalogueShared(what) => catalogue::apply_shared(desk, what),
        Happening::Major(id, what) => major::apply(desk, *id, what, event.at, event.by),
        Happening::Link(id, what) => link::apply(desk, *id, *what),
        Happening::Entered(entry) => desk.directory.enter(entry),
        Happening::Retired(id, retired) => desk.directory.retire(*id, *retired),
        Happening::MatrixSet(matrix) => desk.matrices.set(event.at, matrix.clone()),
        Happening::ClockMoved(shift) => desk.clock_shift = Some(*shift),
        Happening::AgreementSet(agreement) => {
            // One that another build could compile and this one cannot (a zone it does not know) leaves the
            // agreement as it is.
            if let Ok(compiled) = Compiled::new(Agreement::clone(agreement)) {
                desk.agreements.set(event.at, Arc::new(compiled));
            }
        }
        Happening::EventRulesSet(rules) => desk.event_rules = Some(rules.clone()),
        Happening::ViewSaved(id, view) => drop(desk.views.insert(*id, view.clone())),
        Happening::ViewDropped(id) => drop(desk.views.remove(id)),
        Happening::TemplateSaved(id, template) => drop(desk.templates.insert(*id, template.clone())),
        Happening::TemplateDropped(id) => drop(desk.templates.remove(id)),
    }
}
