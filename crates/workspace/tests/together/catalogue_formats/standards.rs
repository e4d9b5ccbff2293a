//! What files say in the terms of their formats.

use serde_json::Value;
use workspace::catalogue::exchange::{Format, read};

use super::made::small;

fn tmf633() -> Value {
    let mut catalogue = small("Laptop", "A laptop");
    catalogue.categories.insert(
        itsm::Key::imported(1).into(),
        itsm::catalogue::ServiceCategory { name: "Workplace".into(), ..Default::default() },
    );
    let content = &mut catalogue.services.values_mut().next().unwrap().content;
    content.categories = vec![itsm::Key::imported(1).into()];
    serde_json::from_str(&Format::Tmf633.write(&catalogue)[0].text).unwrap()
}

fn has(value: &Value, fields: &[&str]) {
    for field in fields {
        assert!(value.get(field).is_some(), "{field} is missing in {value}");
    }
}

#[test]
fn a_tmf633_file_has_the_fields_of_the_standard() {
    let file = tmf633();
    has(
        &file["serviceCatalog"][0],
        &["id", "href", "name", "description", "version", "lifecycleStatus", "category", "relatedParty"],
    );
    has(
        &file["serviceCategory"][0],
        &["id", "href", "name", "version", "lifecycleStatus", "isRoot", "serviceCandidate"],
    );
    has(
        &file["serviceCandidate"][0],
        &["id", "href", "name", "version", "lifecycleStatus", "category", "serviceSpecification"],
    );
    let specification = &file["serviceSpecification"][0];
    has(
        specification,
        &[
            "id",
            "href",
            "name",
            "description",
            "version",
            "lifecycleStatus",
            "isBundle",
            "specCharacteristic",
            "serviceSpecRelationship",
            "serviceLevelSpecification",
            "resourceSpecification",
            "featureSpecification",
            "attachment",
            "constraint",
            "relatedParty",
        ],
    );
    assert_eq!(specification["lifecycleStatus"], "Launched");
    for characteristic in specification["specCharacteristic"].as_array().unwrap() {
        has(
            characteristic,
            &[
                "name",
                "valueType",
                "minCardinality",
                "maxCardinality",
                "configurable",
                "characteristicValueSpecification",
            ],
        );
    }
}

#[test]
fn a_tmf633_file_of_another_tool_is_read_by_the_fields_of_the_standard() {
    let file = r#"{"serviceSpecification":[{"id":"7","name":"Mailbox","description":"A mailbox","lifecycleStatus":"active",
        "relatedParty":[{"name":"Ana","role":"owner"}],
        "specCharacteristic":[{"name":"Size","valueType":"string","configurable":true,"minCardinality":1,"maxCardinality":1,
            "characteristicValueSpecification":[{"value":"Small"},{"value":"Large"}]}]}]}"#;
    let imported = read(file.as_bytes()).unwrap();
    let listed = imported.catalogue.services.values().next().unwrap();
    assert_eq!(listed.status, itsm::catalogue::Status::Active);
    assert_eq!(&*listed.content.summary, "A mailbox");
    let field = listed.content.offerings[0].form.fields().next().unwrap();
    assert_eq!((&*field.label, field.required, field.kind.choices().len()), ("Size", true, 2));
}

#[test]
fn a_name_that_another_tool_changed_in_a_tmf633_file_counts() {
    let mut file = tmf633();
    file["serviceSpecification"][0]["name"] = "Notebook".into();
    let imported = read(file.to_string().as_bytes()).unwrap();
    assert_eq!(&*imported.catalogue.services.values().next().unwrap().content.name, "Notebook");
    assert!(imported.notes[0].contains("name was changed"));
}

#[test]
fn backstage_entities_have_what_backstage_asks_for() {
    let text = Format::Backstage.write(&small("Wi-Fi für Gäste", "Guests \"online\": at once")).remove(0).text;
    for line in [
        "apiVersion: \"backstage.io/v1alpha1\"",
        "kind: \"Component\"",
        "  name: \"wi-fi-fuer-gaeste\"",
        "  lifecycle: \"production\"",
        "  owner: \"unknown\"",
    ] {
        assert!(text.lines().any(|one| one == line), "{line} is missing in\n{text}");
    }
}

#[test]
fn itop_gets_foreign_keys_by_name() {
    let files = Format::Itop.write(&small("Laptop", "A laptop"));
    assert!(files[0].text.contains("name,org_id->name,servicefamily_id->name,description,status"));
    assert!(files[1].text.contains("Standard,Laptop,service_request,production"));
}

#[test]
fn a_glpi_question_of_an_unknown_type_becomes_a_text_and_that_is_said() {
    let file = r#"{"version":1,"forms":[{"name":"Laptop","header":"<p>A <b>laptop</b></p>","sections":[{"name":"S","questions":[
        {"name":"Colour","type":"Glpi\\Form\\QuestionType\\QuestionTypeColour","is_mandatory":true,"extra_data":null}]}]}]}"#;
    let imported = read(file.as_bytes()).unwrap();
    let offering = &imported.catalogue.services.values().next().unwrap().content.offerings[0];
    assert_eq!(&*offering.summary, "A laptop");
    assert!(offering.form.fields().next().unwrap().required);
    assert!(imported.notes[0].contains("forms[0].sections[0].questions[0]"), "{:?}", imported.notes);
}
