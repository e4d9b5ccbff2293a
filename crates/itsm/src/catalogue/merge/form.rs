//! Forms, on both sides: section by section, field by field, and their order.

use super::{Ask, Cell, order, pick};
use crate::catalogue::form::{Field, Form, Section};
use crate::catalogue::ids::{FieldKey, OfferingKey, SectionKey};
use crate::ids::ServiceId;

/// A line of a form. Fields stand in the section whose line is the last above them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Line {
    Section(SectionKey),
    Field(FieldKey),
}

pub(super) fn joined(at: (ServiceId, OfferingKey), base: &Form, mine: &Form, theirs: &Form, ask: Ask) -> Form {
    if mine == theirs {
        return mine.clone();
    }
    let (id, offering) = at;
    let order = order::joined(&lines(base), &lines(mine), &lines(theirs), Cell::FormOrder(id, offering), ask);
    let mut form = Form::default();
    for line in order {
        match line {
            Line::Section(key) => {
                let (b, m, t) = (section(base, key), section(mine, key), section(theirs, key));
                let cell = Cell::Section(id, offering, key);
                form.sections.extend(pick(b.as_ref(), m.as_ref(), t.as_ref(), cell, ask));
            }
            Line::Field(key) => {
                let (b, m, t) = (base.field(key), mine.field(key), theirs.field(key));
                let field = pick(b, m, t, Cell::Field(id, offering, key), ask);
                field.into_iter().for_each(|field| put(&mut form, mine, theirs, field));
            }
        }
    }
    form
}

/// Puts a field into the last section. Where a side took away the section of a field that the other kept, and no other
/// is before it, that section comes back, so that nothing that was kept is lost.
fn put(form: &mut Form, mine: &Form, theirs: &Form, field: Field) {
    if form.sections.is_empty() {
        let holds = |section: &&Section| section.fields.iter().any(|one| one.key == field.key);
        let known = mine.sections.iter().chain(&theirs.sections).find(holds).map(facts);
        form.sections.push(known.unwrap_or_default());
    }
    if let Some(section) = form.sections.last_mut() {
        section.fields.push(field);
    }
}

/// The lines of a form, from top to bottom.
pub(super) fn lines(form: &Form) -> Vec<Line> {
    let lines = form.sections.iter().flat_map(|section| {
        let fields = section.fields.iter().map(|field| Line::Field(field.key));
        [Line::Section(section.key)].into_iter().chain(fields)
    });
    lines.collect()
}

/// A section without its fields.
pub(super) fn section(form: &Form, key: SectionKey) -> Option<Section> {
    form.sections.iter().find(|section| section.key == key).map(facts)
}

fn facts(section: &Section) -> Section {
    Section { fields: Vec::new(), ..section.clone() }
}
