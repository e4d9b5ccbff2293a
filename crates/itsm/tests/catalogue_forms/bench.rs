//! Forms to try things out with.

use std::sync::Arc;

use itsm::Key;
use itsm::catalogue::form::{Answer, Answers, Choice, Condition, Field, FieldKind, Form, Section, TextCheck, shown};
use itsm::catalogue::{ChoiceKey, FieldKey, SectionKey, Surcharge};

pub fn f(number: u32) -> FieldKey {
    FieldKey(Key { number, tag: 1 })
}

pub fn c(number: u32) -> ChoiceKey {
    ChoiceKey(Key { number, tag: 1 })
}

pub fn s(number: u32) -> SectionKey {
    SectionKey(Key { number, tag: 1 })
}

pub fn field(number: u32, label: &str, kind: FieldKind) -> Field {
    Field { key: f(number), label: label.into(), help: "".into(), kind, required: false, show_if: None, default: None }
}

pub fn text() -> FieldKind {
    FieldKind::Text { long: false, check: TextCheck::Any, most: 0 }
}

pub fn number() -> FieldKind {
    FieldKind::Number { least: None, most: None, unit: "".into(), each: 0 }
}

pub fn choice(number: u32, label: &str, price: Surcharge) -> Choice {
    Choice { key: c(number), label: label.into(), price, show_if: None }
}

pub fn form(fields: Vec<Field>) -> Form {
    Form { sections: vec![Section { key: s(1), title: "Your order".into(), fields, ..Section::default() }] }
}

pub fn not(condition: Condition) -> Condition {
    Condition::Not(Box::new(condition))
}

pub fn answers(list: impl IntoIterator<Item = (u32, Answer)>) -> Answers {
    list.into_iter().map(|(number, answer)| (f(number), answer)).collect()
}

pub fn says(words: &str) -> Answer {
    Answer::Text(Arc::from(words))
}

/// The numbers of the fields that are asked.
pub fn asked(form: &Form, answers: &Answers) -> Vec<u32> {
    shown(form, answers).iter().flat_map(|section| &section.fields).map(|shown| shown.field.key.0.number).collect()
}

/// A laptop: brand (1), model that hangs on the brand (2), extras (3), a dock's place that is asked only with a dock (4),
/// in a section of its own; quantity of adapters (5).
pub fn laptop() -> Form {
    let brand = FieldKind::Choice { choices: vec![choice(1, "Acme", 0), choice(2, "Blue", 5_000)] };
    let models = vec![
        Choice { show_if: Some(Condition::Chosen(f(1), c(1))), ..choice(3, "Acme 13", 0) },
        Choice { show_if: Some(Condition::Chosen(f(1), c(2))), ..choice(4, "Blue 14", 20_000) },
        Choice { show_if: Some(Condition::Chosen(f(1), c(2))), ..choice(5, "Blue 16", 40_000) },
    ];
    let extras = FieldKind::Choices { choices: vec![choice(6, "Dock", 12_000), choice(7, "Mouse", 1_500)], most: 0 };
    let adapters = FieldKind::Number { least: Some(0), most: Some(4), unit: "adapters".into(), each: 1_000 };
    let with_dock = Condition::Chosen(f(3), c(6));
    Form {
        sections: vec![
            Section {
                key: s(1),
                title: "Device".into(),
                fields: vec![
                    Field { required: true, ..field(1, "Brand", brand) },
                    Field { required: true, ..field(2, "Model", FieldKind::Choice { choices: models }) },
                    field(3, "Extras", extras),
                ],
                ..Section::default()
            },
            Section {
                key: s(2),
                title: "Desk".into(),
                show_if: Some(with_dock),
                fields: vec![Field { required: true, ..field(4, "Room", text()) }, field(5, "Adapters", adapters)],
                ..Section::default()
            },
        ],
    }
}
