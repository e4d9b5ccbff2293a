//! What would mend a finding.

use std::sync::Arc;

use crate::catalogue::command::Command;
use crate::catalogue::document::{Catalogue, ServiceCategory};
use crate::catalogue::edit::Edit;
use crate::catalogue::ids::{AudienceId, ServiceCategoryId};
use crate::ids::ServiceId;

/// A mend that can be made at once.
#[derive(Clone, Debug, PartialEq)]
pub struct Fix {
    /// What it does, as a button says it ("Take the condition away").
    pub label: Arc<str>,
    /// What changes.
    pub change: Change,
}

/// What a mend changes.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// What is written of a service.
    Edits(ServiceId, Vec<Edit>),
    /// A category.
    Category(ServiceCategoryId, ServiceCategory),
    /// A category is taken away.
    DropCategory(ServiceCategoryId),
    /// An audience is taken away.
    DropAudience(AudienceId),
}

impl Fix {
    /// A mend of one edit.
    pub(super) fn edit(label: impl Into<Arc<str>>, service: ServiceId, edit: Edit) -> Self {
        Self { label: label.into(), change: Change::Edits(service, vec![edit]) }
    }

    /// What it asks of the desk.
    pub fn command(&self) -> Command {
        match &self.change {
            Change::Edits(service, edits) => Command::Edit { service: *service, edits: edits.clone() },
            Change::Category(id, category) => Command::SaveCategory(Some(*id), category.clone()),
            Change::DropCategory(id) => Command::DropCategory(*id),
            Change::DropAudience(id) => Command::DropAudience(*id),
        }
    }

    /// Makes the change in a catalogue that stands alone.
    pub fn take(&self, catalogue: &mut Catalogue) {
        match &self.change {
            Change::Edits(id, edits) => {
                if let Some(listed) = catalogue.services.get_mut(id) {
                    edits.iter().for_each(|edit| listed.content.take(edit));
                }
            }
            Change::Category(id, category) => drop(catalogue.categories.insert(*id, category.clone())),
            Change::DropCategory(id) => drop(catalogue.categories.remove(id)),
            Change::DropAudience(id) => drop(catalogue.audiences.remove(id)),
        }
    }
}
