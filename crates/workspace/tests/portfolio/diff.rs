//! Differences for people to read.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::TimeDelta;
use itsm::approval::Rule;
use itsm::catalogue::form::{Choice, Condition, Field, FieldKind, Form, Section};
use itsm::catalogue::workflow::{Approver, Step, StepKind, Task, When, Workflow};
use itsm::catalogue::{
    Catalogue, ChoiceKey, Content, FieldKey, Listed, Offering, OfferingKey, Price, Rank, SectionKey, StepKey, Target,
    TargetLevel,
};
use itsm::{Directory, GroupId, Key, PersonId, ServiceId};
use proptest::prelude::*;
use workspace::catalogue::diff::{Difference, Fate, Kept, What, catalogues, contents, pieces};
use workspace::catalogue::told::Told;

fn key(number: u32) -> Key {
    Key { number, tag: 0 }
}

fn told(before: &Content, after: &Content) -> Vec<Difference> {
    let mut directory = Directory::default();
    directory.people.insert(PersonId::imported(1), Arc::from("Ada"));
    directory.groups.insert(GroupId::imported(1), Arc::from("Workplace"));
    let (categories, audiences) = (BTreeMap::new(), BTreeMap::new());
    let told = Told { directory: &directory, categories: &categories, audiences: &audiences, currency: "EUR" };
    contents(told, before, after)
}

fn sentences(found: &[Difference], label: &str) -> Vec<String> {
    match &found.iter().find(|one| one.label == label).unwrap_or_else(|| panic!("no {label} in {found:?}")).what {
        What::Told(sentences) => sentences.clone(),
        What::Instead { before, after } => vec![before.clone(), after.clone()],
        What::Text(pieces) => pieces.iter().map(|piece| format!("{:?} {}", piece.kept, piece.text)).collect(),
    }
}

fn field(number: u32, label: &str, kind: FieldKind) -> Field {
    Field {
        key: FieldKey(key(number)),
        label: label.into(),
        help: "".into(),
        kind,
        required: false,
        show_if: None,
        default: None,
    }
}

fn choice(number: u32, label: &str, price: i64) -> Choice {
    Choice { key: ChoiceKey(key(number)), label: label.into(), price, show_if: None }
}

fn form() -> Form {
    let size = FieldKind::Choice { choices: vec![choice(1, "14 inch", 0), choice(2, "16 inch", 12_000)] };
    let fields = vec![field(1, "Size", size), field(2, "Model", FieldKind::Person)];
    Form { sections: vec![Section { key: SectionKey(key(1)), fields, ..Section::default() }] }
}

fn laptop() -> Content {
    let approval = StepKind::Approval { by: vec![Approver::Owner], rule: Rule::All, takes: TimeDelta::hours(4) };
    let step = Step { key: StepKey(key(1)), name: "Owner approves".into(), when: When::Always, what: approval };
    let standard = Offering {
        key: OfferingKey(key(1)),
        name: "Standard".into(),
        price: Price::Fixed(120_000),
        form: form(),
        workflow: Workflow { steps: vec![step] },
        ..Offering::default()
    };
    Content {
        name: "Laptop".into(),
        summary: "A fast machine to work with".into(),
        offerings: vec![standard],
        ..Content::default()
    }
}

fn changed(change: impl FnOnce(&mut Content)) -> Vec<Difference> {
    let before = laptop();
    let mut after = before.clone();
    change(&mut after);
    told(&before, &after)
}

#[test]
fn words_that_changed_inside_a_text_are_marked() {
    let found = changed(|after| after.summary = "A light machine to work with anywhere".into());
    let expected = ["Same A ", "Gone fast ", "New light ", "Same machine to work ", "Gone with", "New with anywhere"];
    assert_eq!(sentences(&found, "What you get"), expected);
    assert_eq!(found.len(), 1);
}

#[test]
fn values_are_told_as_they_were_and_as_they_are() {
    let found = changed(|after| {
        after.owner = Some(PersonId::imported(1));
        after.rank = Rank { value: Some(4), ..Rank::default() };
        after.offerings[0].price = Price::Subscription { amount: 4_550, period: itsm::catalogue::Period::Month };
        after.offerings[0].target = Some(TimeDelta::minutes(990));
    });
    assert_eq!(sentences(&found, "Owner"), ["", "Ada"]);
    assert_eq!(sentences(&found, "Value, cost, demand and risk"), ["nothing", "value 4 of 5"]);
    assert_eq!(sentences(&found, "Price"), ["EUR\u{a0}1,200.00 an order", "EUR\u{a0}45.50 a month"]);
    assert_eq!(sentences(&found, "Fulfilled within"), ["", "16 hours 30 minutes"]);
    assert_eq!(found[2].offering.as_deref(), Some("Standard"));
}

#[test]
fn what_came_to_a_list_and_what_left_it_is_said() {
    let target =
        |share| Target { what: "Availability".into(), level: TargetLevel::Share(share), within: "Mo to Fr".into() };
    let mut before = laptop();
    before.targets = vec![target(99_000)];
    let mut after = before.clone();
    after.targets = vec![target(99_500)];
    let found = told(&before, &after);
    assert_eq!(
        sentences(&found, "Targets"),
        ["New: Availability: 99.5 %, Mo to Fr", "Gone: Availability: 99 %, Mo to Fr"]
    );
}

#[test]
fn a_form_is_told_in_sentences_that_name_its_questions() {
    let found = changed(|after| {
        let fields = &mut after.offerings[0].form.sections[0].fields;
        fields[1].show_if = Some(Condition::Chosen(FieldKey(key(1)), ChoiceKey(key(2))));
        fields[0].required = true;
        fields[0].label = "Screen size".into();
        let FieldKind::Choice { choices } = &mut fields[0].kind else { panic!("a choice") };
        choices[1].price = 15_000;
        choices.push(choice(3, "17 inch", 0));
        fields.push(field(3, "Needed on", FieldKind::Date { future: true, notice_days: 5 }));
    });
    assert_eq!(
        sentences(&found, "Form"),
        [
            "Question “Size” is now called “Screen size”.",
            "Question “Screen size” must be answered.",
            "Question “Screen size”: choice “16 inch” adds +\u{a0}EUR\u{a0}150.00 to the price, no longer +\u{a0}EUR\u{a0}120.00.",
            "Question “Screen size”: choice “17 inch” was added.",
            "Question “Model” is asked only if “Screen size” is “16 inch”.",
            "Question “Needed on” was added (a date at least 5 days ahead).",
        ]
    );
}

#[test]
fn a_workflow_is_told_in_sentences_that_name_its_steps() {
    let found = changed(|after| {
        let steps = &mut after.offerings[0].workflow.steps;
        steps[0].when = When::CostsMoreThan(50_000);
        let task = Task { name: "Hand it out".into(), group: Some(GroupId::imported(1)), takes: TimeDelta::hours(2) };
        let what = StepKind::Tasks(vec![task]);
        steps.push(Step { key: StepKey(key(2)), name: "Delivery".into(), when: When::Always, what });
    });
    assert_eq!(
        sentences(&found, "Workflow"),
        [
            "Step “Owner approves” is taken only if the order costs more than EUR\u{a0}500.00.",
            "Step “Delivery” was added: it has the work done: Hand it out (Workplace), usually 2 hours, with every order.",
        ]
    );
}

#[test]
fn offerings_come_go_and_change_places() {
    let other =
        |number: u32, name: &str| Offering { key: OfferingKey(key(number)), name: name.into(), ..Offering::default() };
    let mut before = laptop();
    before.offerings.push(other(2, "Light"));
    let mut after = before.clone();
    after.offerings.reverse();
    let found = told(&before, &after);
    assert_eq!(sentences(&found, "Order of the offerings"), ["The order is now: “Light” and “Standard”."]);
    after.offerings.remove(0);
    after.offerings.push(other(3, "Heavy"));
    let found = told(&before, &after);
    let of: Vec<_> = found.iter().map(|one| (one.offering.clone().unwrap(), one.label)).collect();
    assert_eq!(of, [("Light".to_owned(), "Offering"), ("Heavy".to_owned(), "Offering")]);
}

#[test]
fn two_catalogues_differ_by_what_became_of_each_service() {
    let with = |services: Vec<(u32, Content)>| Catalogue {
        services: services
            .into_iter()
            .map(|(number, content)| (ServiceId(key(number)), Listed { content, ..Listed::default() }))
            .collect(),
        ..Catalogue::default()
    };
    let mut renamed = laptop();
    renamed.name = "Notebook".into();
    let phone = Content { name: "Phone".into(), ..Content::default() };
    let found = catalogues(
        &with(vec![(1, laptop()), (2, phone.clone()), (4, phone.clone())]),
        &with(vec![(1, renamed), (3, phone.clone()), (4, phone)]),
    );
    let fates: Vec<_> = found
        .iter()
        .map(|(id, name, fate)| (id.0.number, name.as_str(), matches!(fate, Fate::New), matches!(fate, Fate::Gone)))
        .collect();
    assert_eq!(fates, [(1, "Notebook", false, false), (2, "Phone", false, true), (3, "Phone", true, false)]);
}

fn some_words() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(vec!["a", "laptop ", "\n", "fast  ", "é", " "]), 0..30)
        .prop_map(|all| all.concat())
}

proptest! {
    #[test]
    fn the_pieces_make_both_texts_to_the_letter(before in some_words(), after in some_words()) {
        let pieces = pieces(&before, &after);
        let join = |without| pieces.iter().filter(|one| one.kept != without).map(|one| one.text.as_str()).collect::<String>();
        prop_assert_eq!(join(Kept::New), before);
        prop_assert_eq!(join(Kept::Gone), after);
    }

    #[test]
    fn a_text_that_did_not_change_is_one_piece(text in some_words()) {
        prop_assert!(pieces(&text, &text).iter().all(|piece| piece.kept == Kept::Same));
    }
}

#[test]
fn nothing_is_said_of_contents_that_say_the_same() {
    assert_eq!(told(&laptop(), &laptop()), []);
}
