//! What is written of one service, on both sides.

use std::collections::BTreeMap;

use super::{Ask, Cell, Side, Sort, form, order, pick, workflow};
use crate::catalogue::content::Content;
use crate::catalogue::edit::{Edit, Slot};
use crate::catalogue::form::Form;
use crate::catalogue::ids::OfferingKey;
use crate::catalogue::offering::Offering;
use crate::catalogue::workflow::Workflow;
use crate::ids::ServiceId;

pub(super) fn joined(id: ServiceId, base: Option<&Content>, mine: &Content, theirs: &Content, ask: Ask) -> Content {
    let nothing = Content::default();
    let base = base.unwrap_or(&nothing);
    let mut merged = mine.clone();
    let (ours, others) = (edits(base, mine), edits(base, theirs));
    for (slot, edit) in &others {
        let sort = match ours.get(slot) {
            Some(own) if own == edit => continue,
            Some(_) => Sort::Conflict,
            None => Sort::Change,
        };
        if ask(Cell::Slot(id, *slot), sort) == Side::Theirs {
            merged.take(edit);
        }
    }
    for slot in ours.keys().filter(|slot| !others.contains_key(slot)) {
        ask(Cell::Slot(id, *slot), Sort::Kept);
    }
    merged.offerings = offerings(id, base, mine, theirs, ask);
    merged
}

/// What a side changed, by field, without the offerings.
fn edits(base: &Content, side: &Content) -> BTreeMap<Slot, Edit> {
    let facts = |content: &Content| Content { offerings: Vec::new(), ..content.clone() };
    facts(base).edits_to(&facts(side)).into_iter().map(|edit| (edit.slot(), edit)).collect()
}

fn offerings(id: ServiceId, base: &Content, mine: &Content, theirs: &Content, ask: Ask) -> Vec<Offering> {
    let keys = |content: &Content| content.offerings.iter().map(|offering| offering.key).collect::<Vec<_>>();
    let (b, m, t) = (keys(base), keys(mine), keys(theirs));
    let order = order::joined(&b, &m, &t, Cell::Slot(id, Slot::OfferingOrder), ask);
    let each = order.into_iter().filter_map(|key| {
        let (b, m, t) = (base.offering(key), mine.offering(key), theirs.offering(key));
        match (m, t) {
            (Some(m), Some(t)) => Some(offering(id, key, b, m, t, ask)),
            _ => pick(b, m, t, Cell::Slot(id, Slot::Offering(key)), ask),
        }
    });
    each.collect()
}

fn offering(
    id: ServiceId,
    key: OfferingKey,
    base: Option<&Offering>,
    mine: &Offering,
    theirs: &Offering,
    ask: Ask,
) -> Offering {
    let facts = |one: &Offering| Offering { form: Form::default(), workflow: Workflow::default(), ..one.clone() };
    let cell = Cell::Slot(id, Slot::Offering(key));
    let picked = pick(base.map(facts).as_ref(), Some(&facts(mine)), Some(&facts(theirs)), cell, ask);
    let (no_form, no_workflow) = (Form::default(), Workflow::default());
    let form_before = base.map_or(&no_form, |one| &one.form);
    let workflow_before = base.map_or(&no_workflow, |one| &one.workflow);
    Offering {
        form: form::joined((id, key), form_before, &mine.form, &theirs.form, ask),
        workflow: workflow::joined((id, key), workflow_before, &mine.workflow, &theirs.workflow, ask),
        ..picked.unwrap_or_else(|| mine.clone())
    }
}
