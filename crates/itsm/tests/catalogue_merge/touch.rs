//! Changes of a catalogue, each of a cell of its own.

use chrono::TimeDelta;
use itsm::catalogue::form::{Field, FieldKind, Form};
use itsm::catalogue::workflow::{Step, StepKind, When};
use itsm::catalogue::{
    Catalogue, Content, FieldKey, Listed, Offering, OfferingKey, Price, ServiceCategory, ServiceCategoryId, StepKey,
    Target, TargetLevel,
};
use itsm::{Key, ServiceId};

use super::good::{BEN, DOCK, EMPLOYEES, LAPTOP, MODEL, SHELF, WHY, WIFI, field};

/// A change, whose outcome hangs on a number.
pub type Touch = fn(&mut Catalogue, u32);

pub fn laptop(catalogue: &mut Catalogue) -> &mut Content {
    &mut catalogue.services.get_mut(&LAPTOP).unwrap().content
}

pub fn form(catalogue: &mut Catalogue) -> &mut Form {
    &mut laptop(catalogue).offerings[0].form
}

pub fn asked(catalogue: &mut Catalogue, key: FieldKey) -> &mut Field {
    form(catalogue).sections.iter_mut().flat_map(|one| &mut one.fields).find(|one| one.key == key).unwrap()
}

fn called(number: u32) -> String {
    format!("Changed {number}")
}

/// No two of them touch the same cell.
pub const TOUCHES: &[Touch] = &[
    |c, n| laptop(c).name = called(n).into(),
    |c, n| laptop(c).summary = called(n).into(),
    |c, n| laptop(c).outcomes.push(called(n).into()),
    |c, n| laptop(c).owner = (n % 2 == 0).then_some(BEN),
    |c, n| {
        let level = TargetLevel::Time(TimeDelta::hours(i64::from(n)));
        laptop(c).targets.push(Target { what: "Repair".into(), level, within: "A day".into() });
    },
    |c, n| c.settings.organisation = called(n).into(),
    |c, n| c.settings.contact = called(n).into(),
    |c, n| drop(c.audiences.insert(EMPLOYEES, called(n).into())),
    |c, n| c.categories.get_mut(&SHELF).unwrap().summary = called(n).into(),
    |c, n| {
        let name = called(n).into();
        c.categories.insert(ServiceCategoryId(Key::imported(2)), ServiceCategory { name, ..Default::default() });
    },
    |c, n| laptop(c).offerings[0].price = Price::Fixed(u64::from(n) + 1),
    |c, n| {
        let name = called(n).into();
        laptop(c).offerings.push(Offering { key: OfferingKey(Key::imported(9)), name, ..Default::default() });
    },
    |c, n| asked(c, MODEL).label = called(n).into(),
    |c, n| asked(c, DOCK).help = called(n).into(),
    |c, _| form(c).sections.iter_mut().for_each(|section| section.fields.retain(|field| field.key != WHY)),
    |c, n| {
        let new = field(FieldKey(Key::imported(9)), &called(n), FieldKind::Person);
        form(c).sections[0].fields.push(new);
    },
    |c, n| form(c).sections[1].title = called(n).into(),
    |c, _| form(c).sections[0].fields.reverse(),
    |c, n| laptop(c).offerings[0].workflow.steps[0].name = called(n).into(),
    |c, n| {
        let (key, name) = (StepKey(Key::imported(9)), called(n).into());
        let new = Step { key, name, when: When::Always, what: StepKind::Automatic };
        laptop(c).offerings[0].workflow.steps.push(new);
    },
    |c, n| {
        let content = Content { name: called(n).into(), ..Content::default() };
        c.services.insert(ServiceId::imported(9), Listed { content, ..Listed::default() });
    },
    |c, _| drop(c.services.remove(&WIFI)),
];
