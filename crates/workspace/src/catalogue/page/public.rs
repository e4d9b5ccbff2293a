//! What of a catalogue customers may see: launched services, without what is written for colleagues.

use std::collections::BTreeSet;
use std::sync::Arc;

use itsm::catalogue::workflow::{Approver, StepKind};
use itsm::catalogue::{Catalogue, Content, Cost, Listed, Rank, Status};
use itsm::{Directory, Entry, EntryId};

/// The catalogue as it may leave the house. Colleagues' notes, costs, ranks, supporting services and configuration items
/// stay behind, and so do names that nothing refers to any more.
pub fn for_customers(catalogue: &Catalogue) -> Catalogue {
    let services: std::collections::BTreeMap<_, _> = catalogue
        .services
        .iter()
        .filter(|(_, listed)| listed.status == Status::Launched)
        .map(|(id, listed)| {
            let content = Content {
                technical: Arc::from(""),
                cost: Cost::default(),
                rank: Rank::default(),
                supporting: vec![],
                items: vec![],
                review_on: None,
                ..listed.content.clone()
            };
            (*id, Listed { content, status: listed.status, log: listed.log.clone(), comments: vec![] })
        })
        .collect();
    let mut used = BTreeSet::new();
    for (id, listed) in &services {
        used.insert(EntryId::Service(*id));
        refers(&listed.content, &mut used);
    }
    let mut directory = Directory::default();
    for id in used {
        if let Some(name) = catalogue.directory.name(id) {
            directory.enter(&Entry::new(id, Arc::from(name)));
        }
    }
    Catalogue {
        settings: catalogue.settings.clone(),
        categories: catalogue.categories.clone(),
        audiences: catalogue.audiences.clone(),
        directory,
        services,
    }
}

fn refers(content: &Content, used: &mut BTreeSet<EntryId>) {
    used.extend(content.owner.map(EntryId::Person));
    used.extend(content.support.map(EntryId::Group));
    for step in content.offerings.iter().flat_map(|offering| &offering.workflow.steps) {
        match &step.what {
            StepKind::Approval { by, .. } => used.extend(by.iter().filter_map(|one| match one {
                Approver::Person(person) => Some(EntryId::Person(*person)),
                Approver::Manager | Approver::Owner => None,
            })),
            StepKind::Tasks(tasks) => used.extend(tasks.iter().filter_map(|task| task.group).map(EntryId::Group)),
            StepKind::Automatic => {}
        }
    }
}
