//! The catalogue's own file: nothing sound is lost on the way there and back, and whatever else comes in is refused with
//! its place.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use itsm::catalogue::form::{Condition, Field, FieldKind, Form, Section};
use itsm::catalogue::workflow::{Approver, Step, StepKind, When};
use itsm::catalogue::{Catalogue, ChoiceKey, Content, FieldKey, Listed, Offering, OfferingKey, Opens};
use itsm::{Key, PersonId, ServiceId};
use proptest::prelude::*;
use serde_json::{Value, json};
use workspace::catalogue::file::{self, Fault};
use workspace::catalogue::share;

/// A file around a catalogue.
pub fn around(catalogue: Value) -> String {
    json!({"format": "service-dojo-catalogue", "version": 1, "catalogue": catalogue}).to_string()
}

/// A file with one service, which has what every service needs, and these fields.
pub fn with_service(fields: Value) -> Value {
    let mut service = json!({"id": 1, "name": "Laptop"});
    service.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    json!({"services": [service]})
}

pub fn with_form(sections: Value) -> Value {
    with_service(json!({"offerings": [{"key": 1, "form": {"sections": sections}}]}))
}

/// The faults of a catalogue, each as it is told.
fn faults(catalogue: Value) -> Vec<String> {
    match file::read(&around(catalogue)) {
        Ok(read) => panic!("{read:?}"),
        Err(faults) => faults.iter().map(Fault::to_string).collect(),
    }
}

pub fn fault(catalogue: Value) -> String {
    let faults = faults(catalogue);
    assert_eq!(faults.len(), 1, "{faults:?}");
    faults[0].clone()
}

pub fn sound(catalogue: Value) -> Catalogue {
    file::read(&around(catalogue)).unwrap_or_else(|faults| panic!("{faults:?}"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_catalogue_comes_back_from_its_file_as_it_was(catalogue in crate::common::catalogue::catalogue()) {
        prop_assert_eq!(file::read(&file::to_text(&catalogue)).unwrap(), catalogue);
    }

    #[test]
    fn a_catalogue_comes_back_from_its_link_as_it_was(catalogue in crate::common::catalogue::catalogue()) {
        prop_assert_eq!(share::from_fragment(&share::to_fragment(&catalogue)).unwrap(), catalogue);
    }

    #[test]
    fn a_file_is_laid_out_the_same_whenever_it_is_written(catalogue in crate::common::catalogue::catalogue()) {
        let text = file::to_text(&catalogue);
        prop_assert_eq!(file::to_text(&file::read(&text).unwrap()), text);
    }

    #[test]
    fn no_json_makes_the_reader_panic(value in any_json()) {
        let _ = file::open(&value.to_string());
        let _ = file::open(&around(value));
    }

    #[test]
    fn a_file_in_which_something_is_changed_is_refused_or_read_but_never_panics(
        catalogue in crate::common::catalogue::catalogue(),
        at in any::<prop::sample::Index>(),
        with in any_json(),
    ) {
        let mut value = file::write(&catalogue);
        change(&mut value, at, with);
        if let Ok(read) = file::read(&value.to_string()) {
            // What is read is sound: it can be written, and is read again.
            prop_assert_eq!(file::read(&file::to_text(&read)).unwrap(), read);
        }
    }

    #[test]
    fn a_file_that_is_cut_is_refused(catalogue in crate::common::catalogue::catalogue(), at in any::<prop::sample::Index>()) {
        let text = file::to_text(&catalogue);
        let end = at.index(text.trim_end().len());
        if let Some(cut) = text.get(..end) {
            prop_assert!(file::open(cut).is_err());
        }
    }

    #[test]
    fn whatever_a_desk_left_dangling_the_file_can_be_read(
        catalogue in crate::common::catalogue::catalogue(),
        lost in 0..6,
    ) {
        let mut broken = catalogue;
        match lost {
            0 => broken.categories.clear(),
            1 => broken.audiences.clear(),
            2 => broken.directory = Default::default(),
            3 => broken.services.values_mut().flat_map(|one| &mut one.content.offerings).for_each(|offering| {
                offering.form.sections.truncate(1);
            }),
            4 => broken.services.values_mut().for_each(|one| one.content.offerings.truncate(1)),
            _ => for (id, category) in &mut broken.categories { category.parent = Some(*id) },
        }
        let read = file::read(&file::to_text(&broken));
        prop_assert_eq!(read.unwrap(), file::mended(&broken));
    }
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        prop::sample::select(vec!["1-2", "-1", "4294967296", "javascript:alert(1)", "2027-02-30", "free", "text"])
            .prop_map(Value::from),
    ];
    let names = prop::sample::select(vec![
        "services",
        "id",
        "key",
        "name",
        "offerings",
        "form",
        "sections",
        "fields",
        "type",
        "choices",
        "showIf",
        "not",
        "all",
        "any",
        "field",
        "price",
        "model",
        "amount",
        "directory",
        "people",
        "workflow",
        "steps",
        "odd",
    ]);
    leaf.prop_recursive(6, 40, 5, move |within| {
        prop_oneof![
            prop::collection::vec(within.clone(), 0..5).prop_map(Value::from),
            prop::collection::btree_map(names.clone(), within, 0..5)
                .prop_map(|fields| fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()),
        ]
    })
}

/// Puts something else in one place of a value.
fn change(value: &mut Value, at: prop::sample::Index, with: Value) {
    fn count(value: &Value) -> usize {
        1 + match value {
            Value::Array(list) => list.iter().map(count).sum(),
            Value::Object(fields) => fields.values().map(count).sum(),
            _ => 0,
        }
    }
    fn put(value: &mut Value, left: &mut usize, with: &Value) {
        if *left == 0 {
            *value = with.clone();
        }
        *left = left.wrapping_sub(1);
        match value {
            Value::Array(list) => list.iter_mut().for_each(|one| put(one, left, with)),
            Value::Object(fields) => fields.values_mut().for_each(|one| put(one, left, with)),
            _ => {}
        }
    }
    let mut left = at.index(count(value));
    put(value, &mut left, &with);
}

#[test]
fn a_service_by_hand_needs_little_more_than_a_name() {
    let read = sound(json!({
        "organisation": "Example",
        "services": [{"id": 1, "name": "Laptop", "status": "launched", "offerings": [{
            "key": 1, "name": "Standard laptop", "kind": "goods",
            "price": {"model": "subscription", "amount": 1250, "per": "month"}, "targetMinutes": 2400
        }]}],
    }));
    let content = read.content(ServiceId::imported(1)).unwrap();
    assert_eq!(&*content.offerings[0].name, "Standard laptop");
    assert_eq!(read.directory.service(ServiceId::imported(1)), "Laptop", "a service's own name stands for itself");
    assert_eq!(&*read.settings.currency, "EUR");
}

#[test]
fn an_order_opens_a_request_unless_the_file_says_an_incident() {
    let opens = |offering: Value| {
        let catalogue = sound(with_service(json!({"offerings": [offering]})));
        catalogue.services.values().next().unwrap().content.offerings[0].opens
    };
    assert_eq!(opens(json!({"key": 1, "name": "Repair"})), Opens::Request, "as every file before said it");
    assert_eq!(opens(json!({"key": 1, "name": "Repair", "opens": "request"})), Opens::Request);
    assert_eq!(opens(json!({"key": 1, "name": "Repair", "opens": "incident"})), Opens::Incident);
    let wrong = fault(with_service(json!({"offerings": [{"key": 1, "opens": "problem"}]})));
    assert!(wrong.contains("opens") && wrong.contains("request, incident"), "{wrong}");
    let written = |opens| {
        let mut catalogue = sound(with_service(json!({"offerings": [{"key": 1, "name": "Repair"}]})));
        catalogue.services.values_mut().next().unwrap().content.offerings[0].opens = opens;
        file::to_text(&catalogue).contains("opens")
    };
    assert_eq!([written(Opens::Request), written(Opens::Incident)], [false, true]);
}

#[test]
fn a_file_may_say_that_there_is_no_catalogue() {
    assert_eq!(file::open(&file::none()).unwrap().catalogue, None);
    assert_eq!(file::read(&file::none()).unwrap_err()[0].path, "catalogue");
}

#[test]
fn a_fault_names_its_place_down_to_the_field() {
    let choice = |price: Value| {
        with_form(json!([{"key": 1}, {"key": 2, "fields": [
            {"key": 1, "type": "person"},
            {"key": 2, "type": "choice", "choices": [{"key": 1, "price": price}]},
        ]}]))
    };
    let path = "services[0].offerings[0].form.sections[1].fields[1].choices[0].price";
    assert_eq!(fault(choice(json!("12.50"))), format!("{path}: must be a whole number of hundredths"));
    assert_eq!(fault(choice(json!(12.5))), format!("{path}: must be a whole number of hundredths"));
    assert!(fault(choice(json!(i64::MAX))).starts_with(path));
}

#[test]
fn what_is_not_ours_is_told_apart_from_what_is_damaged_or_newer() {
    let only = |text: &str| {
        let faults = file::open(text).unwrap_err();
        assert_eq!(faults.len(), 1, "{faults:?}");
        faults[0].to_string()
    };
    assert_eq!(only("{\"format\": \"x"), "ends too early: a part of it is missing");
    assert_eq!(only("{\n  format"), "is not JSON from line 2, character 3 on");
    assert_eq!(only("[]"), "must be an object in braces");
    assert_eq!(only("{}"), "format: is missing");
    assert!(only(r#"{"format": "openapi"}"#).starts_with("format: is not"));
    assert!(only(r#"{"format": "service-dojo-catalogue", "version": 2, "catalogue": {}}"#).contains("newer"));
    assert_eq!(only(r#"{"format": "service-dojo-catalogue", "version": 1}"#), "catalogue: is missing");
    assert_eq!(only(&format!("\u{feff}{}", around(json!([])))), "must be an object in braces");
}

#[test]
fn ids_that_are_given_twice_are_told_where_they_stand_again() {
    let twice = json!([{"id": 1, "name": "A"}, {"id": "1-2", "name": "B"}, {"id": 1, "name": "C"}]);
    let places = [
        (json!({"categories": twice.clone()}), "categories[2]"),
        (json!({"audiences": twice.clone()}), "audiences[2]"),
        (json!({"services": twice.clone()}), "services[2]"),
        (json!({"directory": {"people": twice}}), "directory.people[2]"),
    ];
    for (catalogue, place) in places {
        assert_eq!(fault(catalogue), format!("{place}: has the same id as another one before it (1)"));
    }
    let fields =
        json!([{"key": 1, "fields": [{"key": 5, "type": "item"}]}, {"key": 2, "fields": [{"key": 5, "type": "item"}]}]);
    assert!(
        fault(with_form(fields)).starts_with("services[0].offerings[0].form.sections[1].fields[0]: has the same id")
    );
    let steps = json!({"steps": [{"key": 1, "type": "automatic"}, {"key": 1, "type": "automatic"}]});
    let workflow = with_service(json!({"offerings": [{"key": 1, "workflow": steps}]}));
    assert!(fault(workflow).starts_with("services[0].offerings[0].workflow.steps[1]"));
}

#[test]
fn references_that_lead_nowhere_are_told_with_their_place() {
    let cases = [
        (with_service(json!({"categories": [7]})), "services[0].categories[0]: is the id of no category in this file"),
        (with_service(json!({"audiences": [7]})), "services[0].audiences[0]: is the id of no audience in this file"),
        (with_service(json!({"owner": 7})), "services[0].owner: is the id of no person in this file's directory"),
        (with_service(json!({"support": 7})), "services[0].support: is the id of no group in this file's directory"),
        (
            with_service(json!({"supporting": [1, 7]})),
            "services[0].supporting[1]: is the id of no service in this file, nor in its directory",
        ),
        (
            with_service(json!({"offerings": [{"key": 1, "includes": [{"service": 1, "offering": 9}]}]})),
            "services[0].offerings[0].includes[0].offering: is the key of no offering of that service",
        ),
        (
            with_form(json!([{"key": 1, "showIf": {"all": [{"not": {"field": 3, "answered": true}}]}}])),
            "services[0].offerings[0].form.sections[0].showIf.all[0].not.field: is the key of no field of this form",
        ),
        (
            with_form(
                json!([{"key": 1, "fields": [{"key": 1, "type": "choice", "showIf": {"field": 1, "choice": 4}}]}]),
            ),
            "services[0].offerings[0].form.sections[0].fields[0].showIf.choice: is the key of no choice of that field",
        ),
        (
            with_form(json!([{"key": 1, "fields": [{"key": 1, "type": "person", "default": {"number": 4}}]}])),
            "services[0].offerings[0].form.sections[0].fields[0].default: is no answer that a field of this type can have",
        ),
        (
            json!({"categories": [{"id": 1, "name": "A", "parent": 2}]}),
            "categories[0].parent: is the id of no category in this file",
        ),
    ];
    for (catalogue, said) in cases {
        assert_eq!(fault(catalogue), said);
    }
}

#[test]
fn categories_and_bundles_that_hold_themselves_are_refused() {
    let ring = json!([
        {"id": 1, "name": "A", "parent": 2}, {"id": 2, "name": "B", "parent": 1}, {"id": 3, "name": "C", "parent": 1},
    ]);
    let said = faults(json!({"categories": ring}));
    let both = [
        "categories[0].parent: makes the category a part of itself",
        "categories[1].parent: makes the category a part of itself",
    ];
    assert_eq!(said, both);
    let offering = |key: u32, other: u32| json!({"key": key, "includes": [{"service": 1, "offering": other}]});
    let said = faults(with_service(json!({"offerings": [offering(1, 2), offering(2, 1)]})));
    assert_eq!(said[0], "services[0].offerings[0].includes: makes the bundle a part of itself");
}

#[test]
fn fields_that_nobody_knows_are_ignored_and_told() {
    let mut catalogue = with_service(json!({"sumary": "misspelt"}));
    catalogue["services"][0]["offerings"] = json!([{"key": 1, "later": {"of": 2}}]);
    let reading = file::open(&around(catalogue)).unwrap();
    assert_eq!(reading.ignored, ["services[0].sumary", "services[0].offerings[0].later"]);
}

#[test]
fn words_ids_days_and_amounts_that_cannot_be_are_told_with_what_could() {
    let cases = [
        (json!({"status": "live"}), "services[0].status: must be one of these: inStudy, inDesign"),
        (json!({"owner": "1-"}), "services[0].owner: must be an id"),
        (json!({"owner": "+1"}), "services[0].owner: must be an id"),
        (json!({"owner": -1}), "services[0].owner: must be an id"),
        (json!({"owner": 4_294_967_296_u64}), "services[0].owner: must be an id"),
        (json!({"reviewOn": "2027-02-30"}), "services[0].reviewOn: must be a day such as"),
        (json!({"reviewOn": "27-02-03"}), "services[0].reviewOn: must be a day such as"),
        (json!({"rank": {"value": 6}}), "services[0].rank.value: must be a whole number from 1 to 5"),
        (json!({"cost": {"monthly": -1}}), "services[0].cost.monthly: must be a whole number of hundredths"),
        (json!({"cost": {"monthly": u64::MAX}}), "services[0].cost.monthly: is more than anybody pays"),
        (json!({"targets": [{"share": 100.1}]}), "services[0].targets[0].share: must be a number of per cent"),
        (json!({"targets": [{"minutes": -1}]}), "services[0].targets[0].minutes: must be a number of working minutes"),
        (json!({"targets": [{"minutes": 1e300}]}), "services[0].targets[0].minutes: must be a number of working"),
        (json!({"targets": [{"minutes": 5, "share": 9}]}), "services[0].targets[0]: must say exactly one of"),
        (json!({"outcomes": "one"}), "services[0].outcomes: must be a list in brackets"),
        (json!({"name": " "}), "services[0].name: is empty"),
        (json!({"log": [{"version": 1, "from": "today"}]}), "services[0].log[0].from: must be an instant"),
        (
            json!({"offerings": [{"key": 1, "price": {"model": "gift"}}]}),
            "services[0].offerings[0].price.model: must be one of",
        ),
        (
            json!({"offerings": [{"key": 1, "price": {"model": "fixed"}}]}),
            "services[0].offerings[0].price.amount: is missing",
        ),
    ];
    for (fields, said) in cases {
        let told = fault(with_service(fields));
        assert!(told.starts_with(said), "{told}");
    }
}

#[test]
fn working_time_is_told_in_minutes_to_the_second() {
    let read = sound(with_service(json!({"offerings": [{"key": 1, "targetMinutes": 90.5}]})));
    let target = read.offering(ServiceId::imported(1), OfferingKey(Key::imported(1))).unwrap().target.unwrap();
    assert_eq!(target.num_seconds(), 5_430);
}

#[test]
fn every_fault_up_to_twenty_is_told_at_once() {
    let services: Value = (0..30).map(|at| json!({"id": at, "name": "A", "status": "odd"})).collect();
    assert_eq!(faults(json!({"services": services})).len(), 20);
}

#[test]
fn a_condition_about_what_is_gone_is_written_as_one_that_never_holds() {
    let gone = FieldKey(Key::imported(9));
    let field = Field {
        key: FieldKey(Key::imported(1)),
        label: "Model".into(),
        help: "".into(),
        kind: FieldKind::Choice { choices: Vec::new() },
        required: true,
        show_if: Some(Condition::Not(Box::new(Condition::Chosen(FieldKey(Key::imported(1)), ChoiceKey::default())))),
        default: None,
    };
    let section = Section { show_if: Some(Condition::Answered(gone)), fields: vec![field], ..Section::default() };
    let step = Step {
        key: Default::default(),
        name: "Somebody approves".into(),
        when: When::Answers(Condition::Answered(gone)),
        what: StepKind::Approval {
            by: vec![Approver::Person(PersonId::imported(3)), Approver::Owner],
            rule: itsm::approval::Rule::All,
            takes: Default::default(),
        },
    };
    let offering = Offering {
        form: Form { sections: vec![section] },
        workflow: itsm::catalogue::workflow::Workflow { steps: vec![step] },
        ..Offering::default()
    };
    let content = Content { name: "Laptop".into(), offerings: vec![offering], ..Content::default() };
    let mut catalogue = Catalogue::default();
    catalogue.services.insert(ServiceId::imported(1), Listed { content, ..Listed::default() });
    let read = file::read(&file::to_text(&catalogue)).unwrap();
    let offering = &read.services[&ServiceId::imported(1)].content.offerings[0];
    let never = Condition::Any(Vec::new());
    assert_eq!(offering.form.sections[0].show_if, Some(never.clone()));
    assert_eq!(offering.form.sections[0].fields[0].show_if, Some(Condition::Not(Box::new(never.clone()))));
    assert_eq!(offering.workflow.steps[0].when, When::Answers(never));
    assert!(matches!(&offering.workflow.steps[0].what, StepKind::Approval { by, .. } if by == &[Approver::Owner]));
}
