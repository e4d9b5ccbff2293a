//! Some contents, small enough that two of them often share a part.

use std::sync::Arc;

use chrono::{NaiveDate, TimeDelta};
use itsm::approval::Rule;
use itsm::catalogue::form::{Choice, Condition, Field, FieldKind, Form, Section};
use itsm::catalogue::workflow::{Approver, Step, StepKind, Task, When, Workflow};
use itsm::catalogue::{
    ChoiceKey, Content, Cost, Day, Document, Edit, FieldKey, Kind, Offering, OfferingKey, Opens, OrderBy, Period,
    Price, Rank, SectionKey, StepKey, Target, TargetLevel, Text, Texts,
};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use crate::bench::{LAPTOP, MAIL, READER, TEAM, WRITER, key};

fn words() -> impl Strategy<Value = Arc<str>> {
    select(vec!["", "A laptop", "A laptop to work with", "Fast", "Slow but sure"]).prop_map(Arc::from)
}

pub fn name() -> impl Strategy<Value = Arc<str>> {
    select(vec!["Laptop", "Phone", "Mailbox", "laptop "]).prop_map(Arc::from)
}

fn day() -> impl Strategy<Value = Option<NaiveDate>> {
    prop_oneof![Just(None), (1..28u32).prop_map(|day| NaiveDate::from_ymd_opt(2026, 2, day))]
}

fn dots() -> impl Strategy<Value = Option<u8>> {
    prop_oneof![Just(None), (1..=5u8).prop_map(Some)]
}

pub fn rank() -> impl Strategy<Value = Rank> {
    (dots(), dots(), dots(), dots()).prop_map(|(value, cost, demand, risk)| Rank { value, cost, demand, risk })
}

fn price() -> impl Strategy<Value = Price> {
    let amount = || select(vec![0u64, 500, 120_000]);
    prop_oneof![
        Just(Price::Unsaid),
        Just(Price::Free),
        amount().prop_map(Price::Fixed),
        (amount(), words()).prop_map(|(amount, unit)| Price::PerUnit { amount, unit }),
        (amount(), select(Period::ALL.to_vec())).prop_map(|(amount, period)| Price::Subscription { amount, period }),
        (amount(), words()).prop_map(|(estimate, basis)| Price::ChargeBack { estimate, basis }),
    ]
}

fn condition() -> impl Strategy<Value = Option<Condition>> {
    let leaf = prop_oneof![
        Just(Condition::Answered(FieldKey(key(1)))),
        Just(Condition::Chosen(FieldKey(key(2)), ChoiceKey(key(1)))),
        (0..9i64).prop_map(|least| Condition::AtLeast(FieldKey(key(3)), least)),
    ];
    let nested = leaf.prop_recursive(3, 8, 3, |inner| {
        prop_oneof![
            inner.clone().prop_map(|one| Condition::Not(Box::new(one))),
            prop::collection::vec(inner.clone(), 0..3).prop_map(Condition::All),
            prop::collection::vec(inner, 0..3).prop_map(Condition::Any),
        ]
    });
    prop::option::of(nested)
}

fn field(number: u32) -> impl Strategy<Value = Field> {
    let kind = match number {
        1 => FieldKind::Person,
        2 => FieldKind::Choice {
            choices: vec![Choice { key: ChoiceKey(key(1)), label: Arc::from("Blue"), ..Choice::default() }],
        },
        _ => FieldKind::Number { least: Some(1), most: None, unit: Arc::from("GB"), each: 100 },
    };
    (select(vec!["Who?", "Which?"]), any::<bool>(), condition()).prop_map(move |(label, required, show_if)| Field {
        key: FieldKey(key(number)),
        label: Arc::from(label),
        help: Arc::from(""),
        kind: kind.clone(),
        required,
        show_if,
        default: None,
    })
}

pub fn form() -> impl Strategy<Value = Form> {
    let fields = (field(1), field(2), field(3)).prop_map(|(one, two, three)| vec![one, two, three]);
    fields
        .prop_flat_map(|all| subsequence(all, 0..=3))
        .prop_map(|fields| Form { sections: vec![Section { key: SectionKey(key(1)), fields, ..Section::default() }] })
}

pub fn workflow() -> impl Strategy<Value = Workflow> {
    let approval = select(vec![Approver::Manager, Approver::Owner, Approver::Person(READER)])
        .prop_map(|by| StepKind::Approval { by: vec![by], rule: Rule::Any, takes: TimeDelta::hours(4) });
    let tasks = select(vec![1i64, 8]).prop_map(|hours| {
        StepKind::Tasks(vec![Task { name: Arc::from("Do"), group: Some(TEAM), takes: TimeDelta::hours(hours) }])
    });
    let what = prop_oneof![approval, tasks, Just(StepKind::Automatic)];
    let when = prop_oneof![Just(When::Always), Just(When::CostsMoreThan(50_000))];
    prop::collection::vec((what, when), 0..4).prop_map(|steps| {
        let step = |(number, (what, when))| Step { key: StepKey(key(number)), name: Arc::from("A step"), when, what };
        Workflow { steps: (1..).zip(steps).map(step).collect() }
    })
}

fn offering(number: u32) -> impl Strategy<Value = Offering> {
    let names = vec![format!("Standard {number}"), format!("Light {number}")];
    let target = prop_oneof![Just(None), Just(Some(TimeDelta::hours(8)))];
    let facts = (select(names), words(), select(Kind::ALL.to_vec()), price(), target, select(Opens::ALL.to_vec()));
    (facts, form(), workflow(), any::<bool>()).prop_map(
        move |((name, summary, kind, price, target, opens), form, workflow, is_bundle)| Offering {
            key: OfferingKey(key(number)),
            name: Arc::from(name),
            summary,
            kind,
            opens,
            price,
            target,
            form,
            workflow,
            order_by: OrderBy::Information,
            includes: if is_bundle { vec![(MAIL, OfferingKey(key(1)))] } else { vec![] },
        },
    )
}

fn offerings() -> impl Strategy<Value = Vec<Offering>> {
    let all = (offering(1), offering(2), offering(3)).prop_map(|(one, two, three)| vec![one, two, three]);
    all.prop_flat_map(|all| subsequence(all, 0..=3)).prop_shuffle()
}

fn target() -> impl Strategy<Value = Target> {
    let level = prop_oneof![
        (0..=100_000u32).prop_map(TargetLevel::Share),
        (1..99i64).prop_map(|hours| TargetLevel::Time(TimeDelta::hours(hours))),
        words().prop_map(TargetLevel::Words),
    ];
    (words(), level, words()).prop_map(|(what, level, within)| Target { what, level, within })
}

/// A content that the bench's desk may hold.
pub fn content() -> impl Strategy<Value = Content> {
    let texts = (name(), words(), words(), words(), prop::collection::vec(words(), 0..3));
    let people = (prop::option::of(select(vec![WRITER, READER])), prop::option::of(Just(TEAM)));
    let rest = (day(), rank(), any::<bool>(), prop::collection::vec(target(), 0..3), (0..9u64, 0..9u64));
    (texts, people, rest, offerings(), any::<(bool, bool, bool)>()).prop_map(
        |((name, summary, purpose, technical, outcomes), (owner, support), rest, offerings, (built, made, reads))| {
            let (review_on, rank, pinned, targets, (monthly, per_order)) = rest;
            let document = Document { title: Arc::from("Terms"), link: Arc::from("https://example.org") };
            Content {
                name,
                summary,
                purpose,
                technical,
                outcomes,
                owner,
                support,
                review_on,
                rank,
                pinned,
                targets,
                cost: Cost { monthly, per_order },
                offerings,
                supporting: if built { vec![MAIL] } else { vec![] },
                items: if made { vec![LAPTOP] } else { vec![] },
                documents: if reads { vec![document] } else { vec![] },
                ..Content::default()
            }
        },
    )
}

/// An edit, mostly one that may be made.
pub fn edit() -> impl Strategy<Value = Edit> {
    let offering_key = || (1..4u32).prop_map(|number| OfferingKey(key(number)));
    prop_oneof![
        (select(Text::ALL.to_vec()), words()).prop_map(|(which, words)| Edit::Text(which, words)),
        (select(Texts::ALL.to_vec()), prop::collection::vec(words(), 0..3))
            .prop_map(|(which, all)| Edit::Texts(which, all)),
        (select(Day::ALL.to_vec()), day()).prop_map(|(which, day)| Edit::Day(which, day)),
        rank().prop_map(Edit::Rank),
        any::<bool>().prop_map(Edit::Pinned),
        name().prop_map(|name| Edit::Text(Text::Name, name)),
        prop::option::of(select(vec![WRITER, READER])).prop_map(Edit::Owner),
        (1..4u32).prop_flat_map(offering).prop_map(|new| Edit::Offering(Box::new(new))),
        offering_key().prop_map(Edit::OfferingGone),
        prop::collection::vec(offering_key(), 0..3).prop_map(Edit::OfferingOrder),
        (offering_key(), form()).prop_map(|(key, form)| Edit::Form(key, Box::new(form))),
        (offering_key(), workflow()).prop_map(|(key, workflow)| Edit::Workflow(key, Box::new(workflow))),
    ]
}
