//! What a format cannot hold of a catalogue: told before anything is saved.

use std::sync::Arc;

use itsm::catalogue::form::Form;
use itsm::catalogue::{Catalogue, Content, Edit, Offering, Status};

use super::Format;
use super::holds::Shape;
use super::joining::lay;

/// Something that is lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// What ("Workflow").
    pub what: &'static str,
    /// Of which services, by name; none where it concerns the catalogue as a whole.
    pub of: Vec<Arc<str>>,
}

/// Everything that is lost when a catalogue is saved in a format. Empty where all of it comes back.
pub fn losses(format: Format, catalogue: &Catalogue) -> Vec<Loss> {
    let shapes: &[Shape] = match format {
        Format::Own | Format::Tmf633 => return vec![],
        Format::Backstage => &[Shape::Backstage],
        Format::Csv => &[Shape::Csv],
        Format::Glpi => &[Shape::Glpi],
        Format::Itop => &[Shape::ItopServices, Shape::ItopSubcategories, Shape::ItopTargets],
    };
    let mut losses: Vec<Loss> = vec![];
    let mut note = |what: &'static str, of: Option<&Arc<str>>| match losses.iter_mut().find(|loss| loss.what == what) {
        Some(loss) => loss.of.extend(of.filter(|name| loss.of.last() != Some(*name)).cloned()),
        None => losses.push(Loss { what, of: of.cloned().into_iter().collect() }),
    };
    for listed in catalogue.services.values() {
        let name = &listed.content.name;
        if format == Format::Glpi && listed.content.offerings.iter().all(|offering| offering.form.sections.is_empty()) {
            note("Services that ask nothing: they have no form", Some(name));
        }
        for what in lost(shapes, &listed.content) {
            note(what, Some(name));
        }
        if !listed.log.is_empty() {
            note("Change log", Some(name));
        }
        if !listed.comments.is_empty() {
            note("Comments of colleagues", Some(name));
        }
        let rough = matches!(format, Format::Backstage | Format::Itop);
        if rough && !matches!(listed.status, Status::InStudy | Status::Launched | Status::Retired) {
            note("The exact state in the portfolio: only coming, there or gone is kept", Some(name));
        }
        if format == Format::Glpi {
            note("State in the portfolio", Some(name));
        }
    }
    let has_tree =
        catalogue.categories.values().any(|category| !category.summary.is_empty() || category.parent.is_some());
    if has_tree && format != Format::Glpi {
        note("Summaries and order of the categories", None);
    }
    let settings = &catalogue.settings;
    if [&settings.organisation, &settings.contact, &settings.email, &settings.site, &settings.logo]
        .iter()
        .any(|text| !text.is_empty())
    {
        note("Organisation, contact, address and logo", None);
    }
    losses
}

/// What none of the shapes holds of a content.
fn lost(shapes: &[Shape], content: &Content) -> Vec<&'static str> {
    let mut left = Content::default();
    shapes.iter().for_each(|shape| lay(*shape, &mut left, content));
    let mut lost = vec![];
    for edit in left.edits_to(content) {
        match &edit {
            Edit::Offering(offering) => match left.offering(offering.key) {
                None => lost.push("Offerings"),
                Some(known) => lost.extend(of_offering(known, offering)),
            },
            Edit::Form(key, form) => lost.push(of_form(left.offering(*key).map(|offering| &offering.form), form)),
            Edit::OfferingOrder(_) => {}
            other => lost.push(other.slot().label()),
        }
    }
    lost
}

fn of_offering(left: &Offering, all: &Offering) -> Vec<&'static str> {
    let parts = [
        (left.summary != all.summary, "What one gets of an offering"),
        (left.kind != all.kind, "Kind of an offering"),
        (left.opens != all.opens, "That an order opens an incident"),
        (left.price != all.price, "Prices"),
        (left.target != all.target, "Fulfilment times"),
        (left.order_by != all.order_by, "Where orders go"),
        (left.includes != all.includes, "Bundles"),
    ];
    parts.into_iter().filter(|(is_lost, _)| *is_lost).map(|(_, what)| what).collect()
}

fn of_form(left: Option<&Form>, _all: &Form) -> &'static str {
    if left.is_none_or(|form| form.sections.is_empty()) {
        "Forms"
    } else {
        "Of forms: conditions, extra prices, limits, checks and first answers"
    }
}
