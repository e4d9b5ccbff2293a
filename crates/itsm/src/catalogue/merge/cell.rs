//! What two copies are compared by.

use std::sync::Arc;

use crate::catalogue::document::Settings;
use crate::catalogue::edit::Slot;
use crate::catalogue::ids::{AudienceId, FieldKey, OfferingKey, SectionKey, ServiceCategoryId, StepKey};
use crate::ids::ServiceId;

/// A place at which copies can differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Cell {
    /// What holds for the whole catalogue.
    Setting(Setting),
    /// A category.
    Category(ServiceCategoryId),
    /// An audience.
    Audience(AudienceId),
    /// A service as a whole: it is on one side only.
    Service(ServiceId),
    /// A field of a service. That of an offering is what it is apart from its form and workflow, or whether it is there;
    /// those of forms and workflows are never used, as these are compared more closely.
    Slot(ServiceId, Slot),
    /// A section of a form, apart from its fields.
    Section(ServiceId, OfferingKey, SectionKey),
    /// A field of a form.
    Field(ServiceId, OfferingKey, FieldKey),
    /// The order of a form's sections and fields.
    FormOrder(ServiceId, OfferingKey),
    /// A step of a workflow.
    Step(ServiceId, OfferingKey, StepKey),
    /// The order of a workflow's steps.
    StepOrder(ServiceId, OfferingKey),
}

/// A text that holds for the whole catalogue. Whether a review is needed is a matter of each desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Setting {
    /// Whose catalogue it is.
    Organisation,
    /// Whom to ask.
    Contact,
    /// Where questions and orders go.
    Email,
    /// Where it is published.
    Site,
    /// The logo.
    Logo,
    /// The currency.
    Currency,
}

impl Setting {
    /// Every one.
    pub const ALL: [Setting; 6] =
        [Setting::Organisation, Setting::Contact, Setting::Email, Setting::Site, Setting::Logo, Setting::Currency];

    /// The text in settings.
    pub fn of(self, settings: &Settings) -> &Arc<str> {
        match self {
            Setting::Organisation => &settings.organisation,
            Setting::Contact => &settings.contact,
            Setting::Email => &settings.email,
            Setting::Site => &settings.site,
            Setting::Logo => &settings.logo,
            Setting::Currency => &settings.currency,
        }
    }

    pub(super) fn of_mut(self, settings: &mut Settings) -> &mut Arc<str> {
        match self {
            Setting::Organisation => &mut settings.organisation,
            Setting::Contact => &mut settings.contact,
            Setting::Email => &mut settings.email,
            Setting::Site => &mut settings.site,
            Setting::Logo => &mut settings.logo,
            Setting::Currency => &mut settings.currency,
        }
    }

    /// What it is called on its form.
    pub fn label(self) -> &'static str {
        match self {
            Setting::Organisation => "Organisation",
            Setting::Contact => "Contact",
            Setting::Email => "E-mail address",
            Setting::Site => "Published at",
            Setting::Logo => "Logo",
            Setting::Currency => "Currency",
        }
    }
}

impl Cell {
    /// The service it belongs to, if it does to one.
    pub fn service(self) -> Option<ServiceId> {
        match self {
            Cell::Setting(_) | Cell::Category(_) | Cell::Audience(_) => None,
            Cell::Service(id)
            | Cell::Slot(id, _)
            | Cell::Section(id, ..)
            | Cell::Field(id, ..)
            | Cell::FormOrder(id, _)
            | Cell::Step(id, ..)
            | Cell::StepOrder(id, _) => Some(id),
        }
    }
}
