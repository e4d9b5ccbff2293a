//! Catalogues for the tests: any that is sound, and the same without what formats of names and lines cannot tell apart.

use std::collections::BTreeMap;
use std::sync::Arc;

use itsm::catalogue::form::{Choice, FieldKind};
use itsm::catalogue::{Catalogue, Content, Document, Listed, Offering, Status};
use itsm::{Entry, EntryId, ServiceId};
use proptest::prelude::*;

pub use crate::common::catalogue::catalogue;

fn plain(text: &str) -> Arc<str> {
    Arc::from(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn named(text: &str, number: usize) -> Arc<str> {
    Arc::from(format!("{} no {number}", plain(text)).trim())
}

/// A sound catalogue whose names differ from each other, whose texts begin and end with a letter, and which is built on
/// its own services only.
pub fn tame() -> impl Strategy<Value = Catalogue> {
    catalogue().prop_map(tamed)
}

fn tamed(mut catalogue: Catalogue) -> Catalogue {
    for (place, category) in catalogue.categories.values_mut().enumerate() {
        category.name = named(&category.name, place);
    }
    for (place, name) in catalogue.audiences.values_mut().enumerate() {
        *name = named(name, place);
    }
    let own: Vec<ServiceId> = catalogue.services.keys().copied().collect();
    let directory = catalogue.directory.clone();
    let people = directory.people.iter().enumerate().map(|(at, (id, name))| (EntryId::Person(*id), named(name, at)));
    let groups = directory.groups.iter().enumerate().map(|(at, (id, name))| (EntryId::Group(*id), named(name, at)));
    let items = directory.items.iter().enumerate().map(|(at, (id, name))| (EntryId::Item(*id), named(name, at)));
    for (id, name) in people.chain(groups).chain(items) {
        catalogue.directory.enter(&Entry::new(id, name));
    }
    catalogue.directory.services = BTreeMap::new();
    for (place, (id, listed)) in catalogue.services.iter_mut().enumerate() {
        content(&mut listed.content, place, &own);
        catalogue.directory.services.insert(*id, listed.content.name.clone());
    }
    catalogue
}

fn content(content: &mut Content, place: usize, own: &[ServiceId]) {
    use itsm::catalogue::{Edit, Text, Texts};
    for which in Text::ALL {
        let text: Arc<str> = Arc::from(which.of(content).trim());
        content.take(&Edit::Text(which, text));
    }
    for which in Texts::ALL {
        let lines: Vec<Arc<str>> =
            which.of(content).iter().map(|line| plain(line)).filter(|line| !line.is_empty()).collect();
        content.take(&Edit::Texts(which, lines));
    }
    content.name = named(&content.name, place);
    content.supporting.retain(|id| own.contains(id));
    content.documents.retain(|document| !document.link.is_empty());
    for document in &mut content.documents {
        *document = Document { title: plain(&document.title), link: document.link.clone() };
    }
    for (place, target) in content.targets.iter_mut().enumerate() {
        target.what = named(&target.what, place);
    }
    for (place, offering) in content.offerings.iter_mut().enumerate() {
        self::offering(offering, place);
    }
}

fn offering(offering: &mut Offering, place: usize) {
    use itsm::catalogue::{OrderBy, Price};
    if matches!(&offering.order_by, OrderBy::Link(link) if link.is_empty()) {
        offering.order_by = OrderBy::Information;
    }
    offering.name = named(&offering.name, place);
    offering.summary = Arc::from(offering.summary.trim());
    match &mut offering.price {
        Price::PerUnit { unit, .. } | Price::ChargeBack { basis: unit, .. } => *unit = plain(unit),
        _ => {}
    }
    let mut number = 0;
    for (place, section) in offering.form.sections.iter_mut().enumerate() {
        section.title = named(&section.title, place);
        section.help = Arc::from(section.help.trim());
        for field in &mut section.fields {
            number += 1;
            field.label = named(&field.label, number);
            field.help = Arc::from(field.help.trim());
            if let FieldKind::Choice { choices } | FieldKind::Choices { choices, .. } = &mut field.kind {
                for (place, choice) in choices.iter_mut().enumerate() {
                    *choice = Choice { label: named(&choice.label, place), ..choice.clone() };
                }
            }
        }
    }
}

/// A catalogue of one launched service that offers one thing.
pub fn small(name: &str, summary: &str) -> Catalogue {
    let id = ServiceId::imported(1);
    let content = Content {
        name: Arc::from(name),
        summary: Arc::from(summary),
        offerings: vec![Offering { name: Arc::from("Standard"), ..Offering::default() }],
        ..Content::default()
    };
    let mut catalogue = Catalogue::default();
    catalogue.directory.services.insert(id, Arc::from(name));
    catalogue.services.insert(id, Listed { content, status: Status::Launched, ..Listed::default() });
    catalogue
}
