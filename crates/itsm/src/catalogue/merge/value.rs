//! What a copy says at a cell.

use std::sync::Arc;

use super::form::section;
use super::workflow::step;
use super::{Cell, steps};
use crate::catalogue::content::Content;
use crate::catalogue::document::{Catalogue, ServiceCategory};
use crate::catalogue::edit::{Edit, Slot};
use crate::catalogue::form::{Field, Section};
use crate::catalogue::ids::{OfferingKey, StepKey};
use crate::catalogue::offering::Offering;
use crate::catalogue::workflow::Step;

/// What stands at a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A text that holds for the catalogue, or an audience's name.
    Text(Arc<str>),
    /// A category.
    Category(ServiceCategory),
    /// A service as a whole.
    Service(Box<Content>),
    /// A field of a service, as the edit that would write it; `None` where it says nothing.
    Slot(Option<Box<Edit>>),
    /// An offering.
    Offering(Box<Offering>),
    /// The order of the offerings.
    OfferingOrder(Vec<OfferingKey>),
    /// A section, without its fields.
    Section(Section),
    /// A field of a form.
    Field(Box<Field>),
    /// A form, of which the order is meant.
    FormOrder(Box<crate::catalogue::form::Form>),
    /// A step.
    Step(Step),
    /// The order of the steps.
    StepOrder(Vec<StepKey>),
}

/// What a copy says at a cell; `None` where it has no such thing.
pub fn value(catalogue: &Catalogue, cell: Cell) -> Option<Value> {
    let offering = |id, key| catalogue.offering(id, key);
    Some(match cell {
        Cell::Setting(setting) => Value::Text(setting.of(&catalogue.settings).clone()),
        Cell::Category(id) => Value::Category(catalogue.categories.get(&id)?.clone()),
        Cell::Audience(id) => Value::Text(catalogue.audiences.get(&id)?.clone()),
        Cell::Service(id) => Value::Service(Box::new(catalogue.content(id)?.clone())),
        Cell::Slot(id, Slot::Offering(key)) => Value::Offering(Box::new(offering(id, key)?.clone())),
        Cell::Slot(id, Slot::OfferingOrder) => {
            Value::OfferingOrder(catalogue.content(id)?.offerings.iter().map(|offering| offering.key).collect())
        }
        Cell::Slot(id, slot) => {
            let said = Content { offerings: Vec::new(), ..catalogue.content(id)?.clone() };
            let edits = Content::default().edits_to(&said);
            Value::Slot(edits.into_iter().find(|edit| edit.slot() == slot).map(Box::new))
        }
        Cell::Section(id, key, part) => Value::Section(section(&offering(id, key)?.form, part)?),
        Cell::Field(id, key, part) => Value::Field(Box::new(offering(id, key)?.form.field(part)?.clone())),
        Cell::FormOrder(id, key) => Value::FormOrder(Box::new(offering(id, key)?.form.clone())),
        Cell::Step(id, key, part) => Value::Step(step(&offering(id, key)?.workflow, part)?.clone()),
        Cell::StepOrder(id, key) => Value::StepOrder(steps(&offering(id, key)?.workflow)),
    })
}
