//! Raising a change, alone, from a template, or from another record.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Steps, on};
use crate::change::command::Statement;
use crate::change::event::Event;
use crate::change::record::{Plans, Span};
use crate::change::state::ChangeType;
use crate::desk::{Context, Desk, Happening, RecordId};
use crate::directory::EntryId;
use crate::fields::{summary, trimmed};
use crate::ids::ChangeTemplateId;
use crate::link::{self, Kind, Link, Relation};
use crate::refusal::Refusal;
use crate::retire::offered;

pub(super) fn raise(
    desk: &Desk,
    mut statement: Statement,
    from: Option<RecordId>,
    context: &Context,
) -> Result<Steps, Refusal> {
    statement.summary = summary(statement.summary)?;
    statement.description = trimmed(statement.description);
    statement.plans = plans_trimmed(statement.plans);
    statement.requested_by = statement.requested_by.or(Some(context.actor));
    from_template(desk, &mut statement)?;
    let directory = desk.directory();
    offered(desk, &directory.people, statement.requested_by, Some(context.actor), EntryId::Person, "requester")?;
    offered(desk, &directory.categories, statement.category, None, EntryId::Category, "category")?;
    offered(desk, &directory.groups, statement.group, None, EntryId::Group, "group")?;
    offered(desk, &directory.people, statement.assignee, None, EntryId::Person, "person")?;
    statement.services = all_offered(desk, &directory.services, statement.services, &[], EntryId::Service, "service")?;
    statement.items = all_offered(desk, &directory.items, statement.items, &[], EntryId::Item, "configuration item")?;
    statement.planned.map_or(Ok(()), ordered)?;
    let id = desk.changes.next(context.tag);
    desk.changes.is_free(id)?;
    let mut steps = vec![on(id, Event::Raised(Box::new(statement)))];
    if let Some(from) = from {
        steps.push(linked(desk, from, RecordId::Change(id))?);
    }
    Ok(steps)
}

/// A standard change is what its template says; another one has none.
fn from_template(desk: &Desk, statement: &mut Statement) -> Result<(), Refusal> {
    if statement.kind != ChangeType::Standard {
        statement.template = None;
        return Ok(());
    }
    let Some(template) = statement.template else {
        return Err(Refusal::Missing {
            field: "template",
            because: "a standard change is authorised by its template; without one it is a normal change",
        });
    };
    template_is_in_force(desk, template)?;
    let body = &desk.change_templates.get(template)?.body;
    statement.plans = body.plans.clone();
    statement.answers = body.answers;
    statement.category = statement.category.or(body.category);
    statement.group = statement.group.or(body.group);
    if statement.services.is_empty() {
        statement.services = body.services.clone();
    }
    Ok(())
}

fn template_is_in_force(desk: &Desk, id: ChangeTemplateId) -> Result<(), Refusal> {
    if desk.change_templates.get(id)?.is_in_force() {
        return Ok(());
    }
    Err(Refusal::Invalid { field: "template", because: "it is not authorised now; choose one that is" })
}

/// The link that tells where a change came from.
fn linked(desk: &Desk, from: RecordId, to: RecordId) -> Result<Happening, Refusal> {
    desk.card(from).ok_or(Refusal::NoSuch { what: from.kind().word() })?;
    let relation = if from.kind() == Kind::Problem { Relation::RemovedBy } else { Relation::LedTo };
    if !relation.fits(from.kind(), Kind::Change) {
        return Err(Refusal::Invalid { field: "from", because: "no change comes of such a record; raise it alone" });
    }
    Ok(Happening::Link(from, link::Event::Linked(Link { relation, to })))
}

/// The ids, each once, if all may be chosen. What stands in the record already (`now`) may stay.
pub(crate) fn all_offered<K: Copy + Ord>(
    desk: &Desk,
    register: &BTreeMap<K, Arc<str>>,
    chosen: Vec<K>,
    now: &[K],
    entry: fn(K) -> EntryId,
    field: &'static str,
) -> Result<Vec<K>, Refusal> {
    let mut ids: Vec<K> = Vec::with_capacity(chosen.len());
    for id in chosen {
        let before = now.iter().copied().find(|one| *one == id);
        offered(desk, register, Some(id), before, entry, field)?;
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    Ok(ids)
}

pub(crate) fn plans_trimmed(plans: Plans) -> Plans {
    Plans {
        implementation: trimmed(plans.implementation),
        test: trimmed(plans.test),
        back_out: trimmed(plans.back_out),
    }
}

/// Whether all plans are written.
pub(crate) fn written(plans: &Plans) -> Result<(), Refusal> {
    let needed = [
        (&plans.implementation, "implementation plan", "nobody can authorise what nobody has described"),
        (&plans.test, "test plan", "without one, nobody knows whether it worked"),
        (&plans.back_out, "back-out plan", "it may go wrong; if it cannot be undone, say why"),
    ];
    match needed.into_iter().find(|(text, ..)| text.trim().is_empty()) {
        Some((_, field, because)) => Err(Refusal::Missing { field, because }),
        None => Ok(()),
    }
}

pub(super) fn ordered(span: Span) -> Result<(), Refusal> {
    if span.start < span.end {
        return Ok(());
    }
    Err(Refusal::Invalid { field: "planned end", because: "it has to be after the start" })
}
