//! One case at least for every rule: what is done to a good catalogue, and the rule that must then find it.

use chrono::TimeDelta;
use itsm::EntryId;
use itsm::approval::Rule;
use itsm::catalogue::form::{Answer, Condition, Field, FieldKind, Section, TextCheck};
use itsm::catalogue::workflow::{Approver, Step, StepKind, Task, When};
use itsm::catalogue::{
    Catalogue, ChoiceKey, Content, Document, FieldKey, Listed, Offering, OfferingKey, Opens, OrderBy, Price,
    SectionKey, ServiceCategory, ServiceCategoryId, Status, StepKey, Target, TargetLevel, next,
};
use itsm::{GroupId, ItemId, Key, PersonId, ServiceId};

use super::good::{
    ANNA, BEN, DOCK, GUEST, ITEM, LAPTOP, LARGE, MANY, MODEL, SHELF, SMALL, STANDARD, WHY, WIFI, WORKPLACE, choice,
    day, field,
};

pub type Case = (&'static str, fn(&mut Catalogue));

const NOBODY: PersonId = PersonId::imported(99);
const GONE: FieldKey = FieldKey(Key::imported(99));
const NEW: FieldKey = FieldKey(Key::imported(50));

fn content(catalogue: &mut Catalogue) -> &mut Content {
    &mut catalogue.services.get_mut(&LAPTOP).unwrap().content
}

fn wifi(catalogue: &mut Catalogue) -> &mut Listed {
    catalogue.services.get_mut(&WIFI).unwrap()
}

fn offering(catalogue: &mut Catalogue) -> &mut Offering {
    &mut content(catalogue).offerings[0]
}

fn of(catalogue: &mut Catalogue, key: FieldKey) -> &mut Field {
    let sections = &mut offering(catalogue).form.sections;
    sections.iter_mut().flat_map(|section| &mut section.fields).find(|field| field.key == key).unwrap()
}

fn step(catalogue: &mut Catalogue, place: usize) -> &mut Step {
    &mut offering(catalogue).workflow.steps[place]
}

/// Asks one more question, under a key of its own.
fn ask(catalogue: &mut Catalogue, field: Field) {
    let form = &mut offering(catalogue).form;
    let key = next(form.fields().map(|field| field.key), 0);
    form.sections[0].fields.push(Field { key, ..field });
}

fn approvers(catalogue: &mut Catalogue, people: Vec<Approver>, how: Rule) {
    step(catalogue, 0).what = StepKind::Approval { by: people, rule: how, takes: TimeDelta::hours(1) };
}

fn tasks(catalogue: &mut Catalogue, tasks: Vec<Task>) {
    step(catalogue, 1).what = StepKind::Tasks(tasks);
}

fn shelf(catalogue: &mut Catalogue, number: u32, parent: Option<ServiceCategoryId>) -> ServiceCategoryId {
    let id = ServiceCategoryId(Key::imported(number));
    let name = format!("Shelf {number}").into();
    catalogue.categories.insert(id, ServiceCategory { name, summary: "What else there is.".into(), parent, place: 0 });
    id
}

fn text(catalogue: &mut Catalogue, text: &str) {
    content(catalogue).description = text.into();
}

fn target(what: &str, level: TargetLevel, within: &str) -> Vec<Target> {
    vec![Target { what: what.into(), level, within: within.into() }]
}

fn yes_or_no(key: FieldKey) -> Field {
    let choices = vec![choice(ChoiceKey(Key::imported(60)), "Yes", 0), choice(ChoiceKey(Key::imported(61)), "No", 0)];
    Field { required: false, ..field(key, "Do you travel?", FieldKind::Choice { choices }) }
}

/// Two alternatives that exclude each other.
fn both() -> Condition {
    Condition::All(vec![Condition::Chosen(MODEL, SMALL), Condition::Chosen(MODEL, LARGE)])
}

pub const CASES: &[Case] = &[
    ("no-organisation", |c| c.settings.organisation = " ".into()),
    ("no-contact", |c| {
        c.settings.contact = "".into();
        c.settings.email = "".into();
    }),
    ("no-summary", |c| content(c).summary = "".into()),
    ("no-summary", |c| {
        content(c).summary = "".into();
        text(c, "A computer for your work. It is yours as long as you stay.");
    }),
    ("no-for-whom", |c| content(c).for_whom = "".into()),
    ("no-for-whom", |c| {
        content(c).for_whom = "".into();
        content(c).audiences.clear();
    }),
    ("no-how-to-ask", |c| content(c).how_to_ask = "\n".into()),
    ("no-owner", |c| content(c).owner = None),
    ("no-outcome", |c| content(c).outcomes.clear()),
    ("no-utility", |c| content(c).utility = "".into()),
    ("no-warranty", |c| content(c).warranty = "".into()),
    ("no-hours", |c| content(c).hours = "".into()),
    ("no-channel", |c| content(c).channels = vec!["".into()]),
    ("no-support", |c| {
        wifi(c).content.support = None;
    }),
    ("no-category", |c| content(c).categories.clear()),
    ("name-long", |c| content(c).name = "A laptop for everybody who works here and has no other computer".into()),
    ("name-empty", |c| content(c).name = "New service".into()),
    ("same-name", |c| content(c).name = "guest internet ".into()),
    ("like-name", |c| content(c).name = "Internet for guests".into()),
    ("like-summary", |c| {
        content(c).summary = "Your visitors are online within a minute, and you've nothing to set up.".into();
    }),
    ("output-as-outcome", |c| content(c).outcomes.push("Delivery of a laptop".into())),
    ("warranty-repeats", |c| content(c).warranty = "A computer with all the programs your work needs".into()),
    ("no-target", |c| content(c).targets.clear()),
    ("target-hours", |c| content(c).targets = target("Repair", TargetLevel::Time(TimeDelta::hours(8)), "")),
    ("target-empty", |c| content(c).targets = target("", TargetLevel::Share(99_000), "A month")),
    ("target-all", |c| content(c).targets = target("Available", TargetLevel::Share(100_000), "A month")),
    ("target-above-all", |c| content(c).targets = target("Available", TargetLevel::Share(995_000), "A month")),
    ("jargon", |c| text(c, "We take care of the provisioning for you.")),
    ("item-name", |c| text(c, "It is registered as lt-0001 with us.")),
    ("team-name", |c| text(c, "Ask workplace services if it breaks.")),
    ("abbreviation", |c| text(c, "You can use the VPN at home.")),
    ("abbreviation", |c| text(c, "It comes with a QRX.")),
    ("reading", |c| {
        text(
            c,
            "Notwithstanding organisational responsibilities, comprehensive infrastructure provisioning necessitates \
             considerable preparatory coordination, particularly regarding departmental authorisations, procurement \
             procedures, configuration requirements, accessibility considerations, environmental certifications, \
             contractual obligations, maintenance arrangements, documentation standards and individual preferences.",
        );
    }),
    ("owner-gone", |c| content(c).owner = Some(NOBODY)),
    ("owner-gone", |c| c.directory.retire(EntryId::Person(ANNA), true)),
    ("support-gone", |c| wifi(c).content.support = Some(GroupId::imported(99))),
    ("supporting-gone", |c| content(c).supporting.push(ServiceId::imported(99))),
    ("supporting-gone", |c| {
        wifi(c).status = Status::Retired;
        offering(c).includes.clear();
    }),
    ("supporting-itself", |c| wifi(c).content.supporting.push(LAPTOP)),
    ("item-gone", |c| content(c).items.push(ItemId::imported(99))),
    ("item-gone", |c| c.directory.retire(EntryId::Item(ITEM), true)),
    ("audience-gone", |c| content(c).audiences.push(itsm::catalogue::AudienceId(Key::imported(99)))),
    ("category-gone", |c| content(c).categories.push(ServiceCategoryId(Key::imported(99)))),
    ("no-review", |c| content(c).review_on = None),
    ("review-overdue", |c| content(c).review_on = Some(day(2))),
    ("valid-reversed", |c| {
        content(c).valid_from = Some(day(9));
        content(c).valid_to = Some(day(5));
    }),
    ("valid-over", |c| content(c).valid_to = Some(day(1))),
    ("link-not-https", |c| content(c).documents[0].link = "http://example.org/laptop".into()),
    ("link-not-https", |c| content(c).documents[0].link = "javascript:alert(1)".into()),
    ("document-no-title", |c| content(c).documents[0].title = "".into()),
    ("document-no-link", |c| content(c).documents.push(Document { title: "Rules".into(), link: "".into() })),
    ("category-orphan", |c| c.categories.get_mut(&SHELF).unwrap().parent = Some(ServiceCategoryId(Key::imported(99)))),
    ("category-orphan", |c| c.categories.get_mut(&SHELF).unwrap().parent = Some(SHELF)),
    ("category-empty", |c| {
        shelf(c, 5, None);
    }),
    ("category-one-child", |c| {
        let top = shelf(c, 5, None);
        c.categories.get_mut(&SHELF).unwrap().parent = Some(top);
    }),
    ("category-no-summary", |c| c.categories.get_mut(&SHELF).unwrap().summary = "".into()),
    ("category-same-name", |c| {
        let twin = shelf(c, 5, None);
        c.categories.get_mut(&twin).unwrap().name = "Your Workplace".into();
        content(c).categories.push(twin);
    }),
    ("audience-unused", |c| drop(c.audiences.insert(itsm::catalogue::AudienceId(Key::imported(7)), "Guests".into()))),
    ("no-version", |c| wifi(c).log.clear()),
    ("no-offering", |c| content(c).offerings.clear()),
    ("offering-no-name", |c| offering(c).name = "".into()),
    ("offering-no-summary", |c| offering(c).summary = "".into()),
    ("offering-same-name", |c| {
        let twin = Offering { key: OfferingKey(Key::imported(2)), ..offering(c).clone() };
        content(c).offerings.push(twin);
    }),
    ("order-nowhere", |c| wifi(c).content.offerings[0].order_by = OrderBy::Information),
    ("order-address", |c| offering(c).order_by = OrderBy::Link("http://example.org".into())),
    ("order-address", |c| offering(c).order_by = OrderBy::Email("desk".into())),
    ("price-unsaid", |c| offering(c).price = Price::Unsaid),
    ("price-no-unit", |c| offering(c).price = Price::PerUnit { amount: 100, unit: "".into() }),
    ("charge-no-basis", |c| offering(c).price = Price::ChargeBack { estimate: 50_000, basis: " ".into() }),
    ("price-zero", |c| wifi(c).content.offerings[0].price = Price::Fixed(0)),
    ("free-priced", |c| {
        offering(c).price = Price::Free;
    }),
    ("free-priced", |c| {
        offering(c).price = Price::Free;
        step(c, 0).when = When::Always;
    }),
    ("price-below-zero", |c| {
        offering(c).price = Price::Fixed(10);
        of(c, MODEL).kind = FieldKind::Choice { choices: vec![choice(SMALL, "Old", -20), choice(LARGE, "New", 0)] };
    }),
    ("bundle-gone", |c| offering(c).includes.push((WIFI, OfferingKey(Key::imported(99))))),
    ("bundle-gone", |c| {
        wifi(c).status = Status::Retired;
    }),
    ("bundle-early", |c| {
        c.services.get_mut(&LAPTOP).unwrap().status = Status::Launched;
        wifi(c).status = Status::InDesign;
    }),
    ("bundle-ring", |c| offering(c).includes.push((LAPTOP, STANDARD))),
    ("bundle-ring", |c| wifi(c).content.offerings[0].includes.push((LAPTOP, STANDARD))),
    ("bundle-twice", |c| offering(c).includes.push((WIFI, GUEST))),
    ("report-priced", |c| {
        let free = &mut wifi(c).content.offerings[0];
        (free.opens, free.price) = (Opens::Incident, Price::Fixed(500));
    }),
    ("report-priced", |c| {
        offering(c).opens = Opens::Incident;
        offering(c).price = Price::Unsaid;
    }),
    ("report-bundle", |c| offering(c).opens = Opens::Incident),
    ("report-approval", |c| offering(c).opens = Opens::Incident),
    ("bundle-report", |c| wifi(c).content.offerings[0].opens = Opens::Incident),
    ("field-no-label", |c| of(c, DOCK).label = "".into()),
    ("field-same-label", |c| of(c, DOCK).label = "which MODEL?".into()),
    ("field-no-help", |c| of(c, DOCK).label = "Details".into()),
    ("field-no-help", |c| {
        of(c, WHY).kind = FieldKind::Text { long: false, check: TextCheck::Code, most: 0 };
    }),
    ("field-unused", |c| ask(c, yes_or_no(NEW))),
    ("field-range", |c| {
        of(c, MANY).kind = FieldKind::Number { least: Some(5), most: Some(1), unit: "".into(), each: 0 };
    }),
    ("field-default", |c| of(c, MODEL).default = Some(Answer::Choice(ChoiceKey(Key::imported(99))))),
    ("field-default", |c| of(c, MANY).default = Some(Answer::Number(6))),
    ("section-empty", |c| {
        let key = SectionKey(Key::imported(9));
        offering(c).form.sections.push(Section { key, title: "More".into(), ..Section::default() });
    }),
    ("choices-none", |c| ask(c, field(NEW, "Which colour?", FieldKind::Choice { choices: Vec::new() }))),
    ("choices-one", |c| {
        let choices = vec![choice(ChoiceKey(Key::imported(60)), "Grey", 0)];
        ask(c, field(NEW, "Which colour?", FieldKind::Choice { choices }));
    }),
    ("choice-no-label", |c| {
        of(c, MODEL).kind = FieldKind::Choice { choices: vec![choice(SMALL, "", 0), choice(LARGE, "Large", 5)] };
    }),
    ("choice-same-label", |c| {
        of(c, MODEL).kind = FieldKind::Choice { choices: vec![choice(SMALL, "Large", 0), choice(LARGE, "large", 5)] };
    }),
    ("choice-never", |c| {
        let mut field = yes_or_no(NEW);
        field.show_if = Some(Condition::Chosen(MODEL, LARGE));
        field.required = true;
        if let FieldKind::Choice { choices } = &mut field.kind {
            choices[0].show_if = Some(Condition::Chosen(MODEL, SMALL));
        }
        ask(c, field);
    }),
    ("choices-most", |c| {
        if let FieldKind::Choices { most, .. } = &mut of(c, DOCK).kind {
            *most = 2;
        }
    }),
    ("condition-gone", |c| of(c, DOCK).show_if = Some(Condition::Answered(GONE))),
    ("condition-gone", |c| {
        offering(c).form.sections[1].show_if = Some(Condition::Chosen(MODEL, ChoiceKey(Key::imported(99))));
    }),
    ("condition-never", |c| of(c, DOCK).show_if = Some(both())),
    ("condition-never", |c| of(c, WHY).show_if = Some(Condition::AtLeast(MANY, 6))),
    ("condition-never", |c| {
        if let FieldKind::Choices { choices, .. } = &mut of(c, DOCK).kind {
            choices[0].show_if = Some(both());
        }
    }),
    ("condition-always", |c| {
        let large = Condition::Chosen(MODEL, LARGE);
        of(c, DOCK).show_if = Some(Condition::Any(vec![Condition::Not(Box::new(large.clone())), large]));
    }),
    ("condition-itself", |c| of(c, DOCK).show_if = Some(Condition::Answered(DOCK))),
    ("condition-ahead", |c| of(c, DOCK).show_if = Some(Condition::Answered(MANY))),
    ("field-never", |c| of(c, WHY).show_if = Some(Condition::Chosen(MODEL, SMALL))),
    ("approval-nobody", |c| approvers(c, Vec::new(), Rule::All)),
    ("approval-nobody", |c| approvers(c, vec![Approver::Person(NOBODY)], Rule::Any)),
    ("approval-nobody", |c| {
        approvers(c, vec![Approver::Owner], Rule::All);
        content(c).owner = None;
    }),
    ("approver-gone", |c| {
        approvers(c, vec![Approver::Person(BEN), Approver::Owner], Rule::All);
        c.directory.retire(EntryId::Person(BEN), true);
    }),
    ("approval-quorum", |c| approvers(c, vec![Approver::Person(BEN), Approver::Owner], Rule::Quorum(3))),
    ("approver-twice", |c| approvers(c, vec![Approver::Person(BEN), Approver::Person(BEN)], Rule::All)),
    ("manager-unknown", |c| offering(c).order_by = OrderBy::Email("desk@example.org".into())),
    ("step-no-name", |c| step(c, 0).name = "".into()),
    ("step-no-task", |c| tasks(c, Vec::new())),
    ("task-no-name", |c| tasks(c, vec![Task { group: Some(WORKPLACE), ..Task::default() }])),
    ("task-team-gone", |c| {
        tasks(c, vec![Task { name: "Pack".into(), group: Some(GroupId::imported(99)), ..Task::default() }]);
    }),
    ("task-no-team", |c| content(c).support = None),
    ("step-condition-gone", |c| step(c, 0).when = When::Answers(Condition::Answered(GONE))),
    ("step-never", |c| step(c, 0).when = When::Answers(both())),
    ("step-never", |c| {
        let approval = step(c, 0).clone();
        let free = &mut wifi(c).content.offerings[0];
        free.workflow.steps.push(Step { key: StepKey(Key::imported(1)), ..approval });
    }),
    ("target-too-short", |c| offering(c).target = Some(TimeDelta::hours(2))),
    ("offering-no-target", |c| offering(c).target = None),
    ("offering-no-target", |c| wifi(c).content.offerings[0].target = None),
];
