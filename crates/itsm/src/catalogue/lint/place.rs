//! Where something was found.

use crate::catalogue::document::Catalogue;
use crate::catalogue::edit::Slot;
use crate::catalogue::ids::{AudienceId, ChoiceKey, FieldKey, OfferingKey, SectionKey, ServiceCategoryId, StepKey};
use crate::ids::ServiceId;

/// A place in a catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Place {
    /// What holds for the whole catalogue.
    Settings,
    /// A category.
    Category(ServiceCategoryId),
    /// An audience.
    Audience(AudienceId),
    /// A part of a service.
    Service(ServiceId, Part),
}

/// A part of a service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// The service as a whole: where it stands, what it offers.
    Whole,
    /// What an edit is about.
    Slot(Slot),
    /// A section of a form.
    Section(OfferingKey, SectionKey),
    /// A field of a form.
    Field(OfferingKey, FieldKey),
    /// A choice of a field.
    Choice(OfferingKey, FieldKey, ChoiceKey),
    /// A step of a workflow.
    Step(OfferingKey, StepKey),
}

impl Place {
    /// The service it is in, if it is in one.
    pub fn service(self) -> Option<ServiceId> {
        match self {
            Place::Service(id, _) => Some(id),
            Place::Settings | Place::Category(_) | Place::Audience(_) => None,
        }
    }

    /// What it is called, without the service: "Owner", "Standard laptop: form, Which model?".
    pub fn words(self, catalogue: &Catalogue) -> String {
        match self {
            Place::Settings => String::from("Settings"),
            Place::Category(id) => {
                let name = catalogue.categories.get(&id).map_or("Unknown", |category| &*category.name);
                format!("Category {name}")
            }
            Place::Audience(id) => {
                format!("Audience {}", catalogue.audiences.get(&id).map_or("Unknown", |name| &**name))
            }
            Place::Service(id, part) => part.words(catalogue, id),
        }
    }
}

impl Part {
    /// The slot whose edit would change it; `None` for the service as a whole.
    pub fn slot(self) -> Option<Slot> {
        match self {
            Part::Whole => None,
            Part::Slot(slot) => Some(slot),
            Part::Section(offering, _) | Part::Field(offering, _) | Part::Choice(offering, ..) => {
                Some(Slot::Form(offering))
            }
            Part::Step(offering, _) => Some(Slot::Workflow(offering)),
        }
    }

    /// The offering it belongs to, if it does to one.
    pub fn offering(self) -> Option<OfferingKey> {
        match self {
            Part::Whole => None,
            Part::Slot(Slot::Offering(key) | Slot::Form(key) | Slot::Workflow(key)) => Some(key),
            Part::Slot(_) => None,
            Part::Section(key, _) | Part::Field(key, _) | Part::Choice(key, ..) | Part::Step(key, _) => Some(key),
        }
    }

    fn words(self, catalogue: &Catalogue, id: ServiceId) -> String {
        let offering = self.offering().and_then(|key| catalogue.offering(id, key));
        let name = offering.map_or("", |offering| &*offering.name);
        let of = if name.trim().is_empty() { "Offering without a name" } else { name };
        let label = |key| offering.and_then(|one| one.form.field(key)).map_or("field", |field| &*field.label);
        match self {
            Part::Whole => String::from("The service as a whole"),
            Part::Slot(Slot::Offering(_)) => of.to_owned(),
            Part::Slot(Slot::Form(_)) => format!("{of}: form"),
            Part::Slot(Slot::Workflow(_)) => format!("{of}: workflow"),
            Part::Slot(slot) => slot.label().to_owned(),
            Part::Section(_, key) => {
                let sections = offering.into_iter().flat_map(|one| &one.form.sections);
                let title = sections.into_iter().find(|section| section.key == key).map_or("", |one| &*one.title);
                format!("{of}: section {title}").trim_end().to_owned()
            }
            Part::Field(_, field) => format!("{of}: {}", label(field)),
            Part::Choice(_, field, key) => {
                let choice = offering
                    .and_then(|one| one.form.field(field))
                    .and_then(|field| field.kind.choices().iter().find(|choice| choice.key == key));
                format!("{of}: {}, {}", label(field), choice.map_or("choice", |choice| &*choice.label))
            }
            Part::Step(_, key) => {
                let step = offering.and_then(|one| one.workflow.steps.iter().find(|step| step.key == key));
                format!("{of}: step {}", step.map_or("", |step| &*step.name)).trim_end().to_owned()
            }
        }
    }
}
