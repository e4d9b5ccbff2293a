//! A catalogue in which nothing is to be found: two services, a form with conditions, a bundle, an approval.

use chrono::{NaiveDate, TimeDelta};
use itsm::approval::Rule;
use itsm::catalogue::form::{Answer, Choice, Condition, Field, FieldKind, Form, Section, TextCheck};
use itsm::catalogue::workflow::{Approver, Step, StepKind, Task, When, Workflow};
use itsm::catalogue::{
    AudienceId, Catalogue, ChoiceKey, Content, Document, FieldKey, Kind, Listed, LogLine, Offering, OfferingKey, Opens,
    OrderBy, Price, SectionKey, ServiceCategory, ServiceCategoryId, Settings, Status, StepKey, Target, TargetLevel,
};
use itsm::{Directory, GroupId, ItemId, Key, PersonId, ServiceId};

pub const LAPTOP: ServiceId = ServiceId::imported(1);
pub const WIFI: ServiceId = ServiceId::imported(2);
pub const ANNA: PersonId = PersonId::imported(1);
pub const BEN: PersonId = PersonId::imported(2);
pub const WORKPLACE: GroupId = GroupId::imported(1);
pub const ITEM: ItemId = ItemId::imported(1);
pub const SHELF: ServiceCategoryId = ServiceCategoryId(Key::imported(1));
pub const EMPLOYEES: AudienceId = AudienceId(Key::imported(1));
pub const STANDARD: OfferingKey = OfferingKey(Key::imported(1));
pub const GUEST: OfferingKey = OfferingKey(Key::imported(1));
pub const MODEL: FieldKey = FieldKey(Key::imported(1));
pub const DOCK: FieldKey = FieldKey(Key::imported(2));
pub const MANY: FieldKey = FieldKey(Key::imported(3));
pub const WHY: FieldKey = FieldKey(Key::imported(4));
pub const SMALL: ChoiceKey = ChoiceKey(Key::imported(1));
pub const LARGE: ChoiceKey = ChoiceKey(Key::imported(2));

pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2030, 3, 1).unwrap()
}

pub fn day(month: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2030, month, 1).unwrap()
}

pub fn field(key: FieldKey, label: &str, kind: FieldKind) -> Field {
    Field { key, label: label.into(), help: "".into(), kind, required: true, show_if: None, default: None }
}

pub fn choice(key: ChoiceKey, label: &str, price: i64) -> Choice {
    Choice { key, label: label.into(), price, show_if: None }
}

fn form() -> Form {
    let text = FieldKind::Text { long: true, check: TextCheck::Any, most: 0 };
    let choices = vec![choice(SMALL, "Light, 13 inches", 0), choice(LARGE, "Large, 16 inches", 20_000)];
    let number = FieldKind::Number { least: Some(1), most: Some(5), unit: "screens".into(), each: 0 };
    let model =
        Field { default: Some(Answer::Choice(SMALL)), ..field(MODEL, "Which model?", FieldKind::Choice { choices }) };
    let dock = FieldKind::Choices {
        choices: vec![choice(ChoiceKey(Key::imported(3)), "Mouse", 0), choice(ChoiceKey(Key::imported(4)), "Bag", 0)],
        most: 0,
    };
    Form {
        sections: vec![
            Section {
                key: SectionKey(Key::imported(1)),
                title: "Your laptop".into(),
                fields: vec![model, field(DOCK, "What else do you need?", dock)],
                ..Section::default()
            },
            Section {
                key: SectionKey(Key::imported(2)),
                title: "Your desk".into(),
                show_if: Some(Condition::Chosen(MODEL, LARGE)),
                fields: vec![
                    field(MANY, "How many screens?", number),
                    Field {
                        show_if: Some(Condition::AtLeast(MANY, 3)),
                        ..field(WHY, "What are so many screens for?", text)
                    },
                ],
                ..Section::default()
            },
        ],
    }
}

fn workflow() -> Workflow {
    Workflow {
        steps: vec![
            Step {
                key: StepKey(Key::imported(1)),
                name: "Your manager approves".into(),
                when: When::CostsMoreThan(100_000),
                what: StepKind::Approval {
                    by: vec![Approver::Manager, Approver::Owner],
                    rule: Rule::All,
                    takes: TimeDelta::hours(8),
                },
            },
            Step {
                key: StepKey(Key::imported(2)),
                name: "Set up".into(),
                when: When::Always,
                what: StepKind::Tasks(vec![
                    Task { name: "Prepare the laptop".into(), group: Some(WORKPLACE), takes: TimeDelta::hours(4) },
                    Task { name: "Create the account".into(), group: None, takes: TimeDelta::hours(1) },
                ]),
            },
        ],
    }
}

fn content(name: &str, summary: &str) -> Content {
    Content {
        name: name.into(),
        summary: summary.into(),
        for_whom: "Everybody who works here".into(),
        how_to_ask: "Order it here, in the catalogue.".into(),
        outcomes: vec!["Work from any place from the first day on".into()],
        owner: Some(ANNA),
        audiences: vec![EMPLOYEES],
        hours: "Monday to Friday, 8:00 to 18:00".into(),
        channels: vec!["Portal".into()],
        categories: vec![SHELF],
        review_on: Some(day(9)),
        support: Some(WORKPLACE),
        targets: vec![Target {
            what: "Broken devices are replaced".into(),
            level: TargetLevel::Time(TimeDelta::hours(8)),
            within: "Monday to Friday, 8:00 to 18:00".into(),
        }],
        ..Content::default()
    }
}

fn laptop() -> Content {
    Content {
        utility: "A computer with all programs that your work needs.".into(),
        warranty: "It is replaced within a day, keeps your files safe and runs ten hours on battery.".into(),
        documents: vec![Document { title: "First steps".into(), link: "https://example.org/laptop".into() }],
        items: vec![ITEM],
        supporting: vec![WIFI],
        offerings: vec![Offering {
            key: STANDARD,
            name: "Standard laptop".into(),
            summary: "A laptop with a bag, ready to use.".into(),
            kind: Kind::Access,
            opens: Opens::Request,
            price: Price::Fixed(90_000),
            target: Some(TimeDelta::hours(24)),
            form: form(),
            workflow: workflow(),
            order_by: OrderBy::Information,
            includes: vec![(WIFI, GUEST)],
        }],
        ..content("Laptop", "A computer that is ready on your first day, and help when it is not.")
    }
}

fn wifi() -> Content {
    Content {
        utility: "Visitors reach the internet from every meeting room.".into(),
        warranty: "It holds two hundred devices at once and is apart from our own network.".into(),
        offerings: vec![Offering {
            key: GUEST,
            name: "Guest ticket".into(),
            summary: "A code for one visitor and one day.".into(),
            price: Price::Free,
            target: Some(TimeDelta::hours(1)),
            order_by: OrderBy::Email("desk@example.org".into()),
            ..Offering::default()
        }],
        ..content("Guest internet", "Your visitors are online within a minute, and you have nothing to set up.")
    }
}

fn listed(content: Content, status: Status) -> Listed {
    let from = day(1).and_hms_opt(8, 0, 0).unwrap().and_utc();
    let log = vec![LogLine { version: 1, from, note: "First version".into() }];
    Listed { content, status, log, comments: Vec::new() }
}

pub fn good() -> Catalogue {
    let mut directory = Directory::default();
    directory.people.extend([(ANNA, "Anna Berg".into()), (BEN, "Ben Cole".into())]);
    directory.groups.insert(WORKPLACE, "Workplace services".into());
    directory.items.insert(ITEM, "LT-0001".into());
    directory.services.extend([(LAPTOP, "Laptop".into()), (WIFI, "Guest internet".into())]);
    let category =
        ServiceCategory { name: "Your workplace".into(), summary: "Devices and access.".into(), ..Default::default() };
    Catalogue {
        settings: Settings {
            organisation: "Example Ltd".into(),
            contact: "Service desk, telephone 4711".into(),
            email: "desk@example.org".into(),
            ..Settings::default()
        },
        categories: [(SHELF, category)].into(),
        audiences: [(EMPLOYEES, "Employees".into())].into(),
        directory,
        services: [(LAPTOP, listed(laptop(), Status::Active)), (WIFI, listed(wifi(), Status::Launched))].into(),
    }
}
