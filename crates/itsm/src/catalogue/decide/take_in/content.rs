//! Contents of a file in the desk's ids, and joined with what the desk has written.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::names::{Names, folded};
use crate::catalogue::content::{Content, Rank};
use crate::catalogue::document::Catalogue;
use crate::catalogue::ids::{self, OfferingKey};
use crate::catalogue::money::{Cost, Price};
use crate::catalogue::offering::{Offering, Opens, OrderBy};
use crate::catalogue::workflow::{Approver, StepKind, Workflow};
use crate::desk::{Context, Desk};
use crate::ids::ServiceId;

/// Gives the offerings of a file the keys by which the desk knows them. Keys from one tab are the same everywhere; keys
/// of files and templates are not, so there the name says which offering it is. Of two with one key or one name in a
/// service, the first is kept.
pub(super) fn give_keys(desk: &Desk, names: &Names, catalogue: &mut Catalogue, context: &Context) {
    let mut becomes: BTreeMap<(ServiceId, OfferingKey), OfferingKey> = BTreeMap::new();
    for (theirs, listed) in &mut catalogue.services {
        let known = names.service(*theirs).and_then(|id| desk.portfolio.listing(id));
        let known: &[Offering] = known.map_or(&[], |listing| &listing.draft.offerings);
        let there: Vec<OfferingKey> = listed.content.offerings.iter().map(|offering| offering.key).collect();
        let mut used: Vec<OfferingKey> = known.iter().map(|offering| offering.key).chain(there).collect();
        let mut given: BTreeSet<OfferingKey> = BTreeSet::new();
        let mut called: BTreeMap<String, OfferingKey> = BTreeMap::new();
        listed.content.offerings.retain_mut(|offering| {
            let (own, name) = (offering.key, folded(&offering.name));
            if becomes.contains_key(&(*theirs, own)) {
                return false;
            }
            let key = called.get(&name).copied().unwrap_or_else(|| match same(known, own, &name) {
                Some(key) => key,
                None if known.iter().all(|one| one.key != own) => own,
                None => ids::next(used.iter().copied(), context.tag),
            });
            becomes.insert((*theirs, own), key);
            if !name.is_empty() {
                called.insert(name, key);
            }
            used.push(key);
            offering.key = key;
            given.insert(key)
        });
    }
    for listed in catalogue.services.values_mut() {
        for offering in &mut listed.content.offerings {
            for (service, key) in &mut offering.includes {
                *key = becomes.get(&(*service, *key)).copied().unwrap_or(*key);
            }
        }
    }
}

/// Which of the known offerings is meant.
fn same(known: &[Offering], key: OfferingKey, name: &str) -> Option<OfferingKey> {
    let is_called_so = |one: &&Offering| folded(&one.name) == name;
    let by_key = known.iter().find(|one| one.key == key).filter(|one| key.0.tag != 0 || is_called_so(one));
    let by_name = || known.iter().find(|one| !name.is_empty() && is_called_so(one));
    by_key.or_else(by_name).map(|one| one.key)
}

/// The content of the service `id` in the desk's ids. What has no name is left out, and so is what refers to itself.
pub(super) fn translated(content: Content, id: ServiceId, names: &Names) -> Content {
    Content {
        name: Arc::from(content.name.trim()),
        owner: content.owner.and_then(|id| names.person(id)),
        support: content.support.and_then(|id| names.group(id)),
        audiences: each(content.audiences, |id| names.audience(id)),
        categories: each(content.categories, |id| names.category(id)),
        supporting: each(content.supporting, |one| names.service(one).filter(|one| *one != id)),
        items: each(content.items, |id| names.item(id)),
        offerings: content.offerings.into_iter().map(|offering| offered(offering, id, names)).collect(),
        ..content
    }
}

fn offered(offering: Offering, id: ServiceId, names: &Names) -> Offering {
    let includes = each(offering.includes, |(service, key)| names.service(service).map(|service| (service, key)));
    let includes = includes.into_iter().filter(|one| *one != (id, offering.key)).collect();
    Offering { includes, workflow: planned(offering.workflow, names), ..offering }
}

fn planned(mut workflow: Workflow, names: &Names) -> Workflow {
    for step in &mut workflow.steps {
        match &mut step.what {
            StepKind::Approval { by, .. } => {
                *by = by
                    .iter()
                    .filter_map(|one| match one {
                        Approver::Person(id) => names.person(*id).map(Approver::Person),
                        other => Some(*other),
                    })
                    .collect();
            }
            StepKind::Tasks(tasks) => {
                tasks.iter_mut().for_each(|task| task.group = task.group.and_then(|id| names.group(id)));
            }
            StepKind::Automatic => {}
        }
    }
    workflow
}

/// Each one that means something here, once.
fn each<T: Copy + PartialEq, U: Copy + PartialEq>(all: Vec<T>, means: impl Fn(T) -> Option<U>) -> Vec<U> {
    let mut kept = Vec::with_capacity(all.len());
    for one in all.into_iter().filter_map(means) {
        if !kept.contains(&one) {
            kept.push(one);
        }
    }
    kept
}

/// What is known, where the file says nothing; what the file says, everywhere else. Offerings that it does not name stay.
pub(super) fn filled_in(known: &Content, theirs: Content) -> Content {
    // A service that was renamed here keeps the name it has here.
    let is_called_so = folded(&known.name) == folded(&theirs.name);
    let mut offerings = known.offerings.clone();
    for new in theirs.offerings {
        match offerings.iter_mut().find(|one| one.key == new.key) {
            Some(one) => *one = completed(one, new),
            None => offerings.push(new),
        }
    }
    Content {
        name: if is_called_so { theirs.name } else { known.name.clone() },
        summary: text(theirs.summary, &known.summary),
        for_whom: text(theirs.for_whom, &known.for_whom),
        how_to_ask: text(theirs.how_to_ask, &known.how_to_ask),
        description: text(theirs.description, &known.description),
        purpose: text(theirs.purpose, &known.purpose),
        outcomes: list(theirs.outcomes, &known.outcomes),
        utility: text(theirs.utility, &known.utility),
        warranty: text(theirs.warranty, &known.warranty),
        owner: theirs.owner.or(known.owner),
        audiences: list(theirs.audiences, &known.audiences),
        entitlement: text(theirs.entitlement, &known.entitlement),
        hours: text(theirs.hours, &known.hours),
        channels: list(theirs.channels, &known.channels),
        targets: list(theirs.targets, &known.targets),
        cost: if theirs.cost == Cost::default() { known.cost } else { theirs.cost },
        categories: list(theirs.categories, &known.categories),
        keywords: list(theirs.keywords, &known.keywords),
        pinned: theirs.pinned || known.pinned,
        documents: list(theirs.documents, &known.documents),
        review_on: theirs.review_on.or(known.review_on),
        valid_from: theirs.valid_from.or(known.valid_from),
        valid_to: theirs.valid_to.or(known.valid_to),
        rank: Rank {
            value: theirs.rank.value.or(known.rank.value),
            cost: theirs.rank.cost.or(known.rank.cost),
            demand: theirs.rank.demand.or(known.rank.demand),
            risk: theirs.rank.risk.or(known.rank.risk),
        },
        supporting: list(theirs.supporting, &known.supporting),
        items: list(theirs.items, &known.items),
        support: theirs.support.or(known.support),
        technical: text(theirs.technical, &known.technical),
        offerings,
    }
}

fn completed(known: &Offering, theirs: Offering) -> Offering {
    Offering {
        key: known.key,
        name: text(theirs.name, &known.name),
        summary: text(theirs.summary, &known.summary),
        kind: theirs.kind,
        opens: if theirs.opens == Opens::Request { known.opens } else { theirs.opens },
        price: if theirs.price == Price::Unsaid { known.price.clone() } else { theirs.price },
        target: theirs.target.or(known.target),
        form: if theirs.form.sections.is_empty() { known.form.clone() } else { theirs.form },
        workflow: if theirs.workflow.steps.is_empty() { known.workflow.clone() } else { theirs.workflow },
        order_by: if theirs.order_by == OrderBy::Information { known.order_by.clone() } else { theirs.order_by },
        includes: list(theirs.includes, &known.includes),
    }
}

fn text(theirs: Arc<str>, known: &Arc<str>) -> Arc<str> {
    if theirs.trim().is_empty() { known.clone() } else { theirs }
}

fn list<T: Clone>(theirs: Vec<T>, known: &[T]) -> Vec<T> {
    if theirs.is_empty() { known.to_vec() } else { theirs }
}
