//! Choices in all their states.

use leptos::prelude::*;

use super::{example, family};
use crate::ui::{Checkbox, Choice, ComboBox, Field, RadioGroup, Select};

const FIRST: [&str; 12] =
    ["Ines", "Tom", "Priya", "Jo", "Luis", "Marta", "Anders", "Wei", "Fatima", "Noah", "Zofia", "Kwame"];
const LAST: [&str; 10] =
    ["Falk", "Okafor", "Nguyen", "Lindqvist", "Moreau", "Castillo", "Haddad", "Novak", "Rossi", "Tanaka"];

fn people() -> Vec<Choice> {
    (0..3000_usize)
        .map(|number| {
            let first = FIRST.get(number % FIRST.len()).copied().unwrap_or_default();
            let last = LAST.get(number / FIRST.len() % LAST.len()).copied().unwrap_or_default();
            let code = number.to_string();
            Choice::new(code.clone(), [first, " ", last, " ", &code].concat())
                .with_detail(["Floor ", &(number % 5 + 1).to_string()].concat())
        })
        .collect()
}

/// The family of choices.
pub fn section() -> AnyView {
    let value = |value: &str| RwSignal::new(value.to_owned());
    let impact = || vec![Choice::new("1", "High"), Choice::new("2", "Medium"), Choice::new("3", "Low")];
    let holds = || {
        vec![
            Choice::new("caller", "The caller").with_detail("The clock pauses until they answer."),
            Choice::new("problem", "A problem").with_detail("A cause is looked for elsewhere."),
            Choice::new("supplier", "A supplier"),
        ]
    };
    let people = RwSignal::new(people());
    let caller = value("7");
    let group = value("");
    let add = move |words: String| {
        people.update(|people| people.push(Choice::new(words.clone(), words.clone()).with_detail("Added")));
        caller.set(words);
    };
    family(
        "Choices",
        "A few: radio buttons. Up to some twenty: a select. Thousands: type and choose.",
        view! {
            {example("Select", view! {
                <Field label="Impact" required=true><Select choices=impact() value=value("2") /></Field>
            })}
            {example("Select, nothing chosen, invalid", view! {
                <Field label="Assignment group" required=true error="Choose who works on it.">
                    <Select choices=vec![Choice::new("net", "Network"), Choice::new("desk", "Service desk")] value=group placeholder="Choose a group" />
                </Field>
            })}
            {example("Radio buttons", view! {
                <Field label="Whom do we wait for?" required=true group=true><RadioGroup choices=holds() value=value("caller") /></Field>
            })}
            {example("Beside each other", view! {
                <Field label="Urgency" required=true group=true><RadioGroup choices=impact() value=value("") beside=true /></Field>
            })}
            {example("Checkboxes", view! {
                <div>
                    <Checkbox label="Close child incidents too" detail="Four incidents are linked to this one." value=RwSignal::new(true) />
                    <Checkbox label="Tell the caller" value=RwSignal::new(false) />
                </div>
            })}
            {example("One of 3,000, or a new one", view! {
                <Field label="Caller" hint="Type a name, a number or a floor." required=true>
                    <ComboBox choices=people value=caller list_label="People" on_add=add />
                </Field>
            })}
        },
    )
}
