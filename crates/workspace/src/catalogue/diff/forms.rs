//! What is different between two forms, in sentences. Questions are known by their keys, so a renamed one is not taken
//! for another.

use itsm::catalogue::form::{Choice, Condition, Field, Form, Section};

use super::super::told::{Told, listed, question, quoted};

/// Sentences; none only where the forms are the same.
pub(super) fn differences(told: Told<'_>, before: &Form, after: &Form) -> Vec<String> {
    let mut said = Vec::new();
    sections(told, before, after, &mut said);
    for gone in before.fields().filter(|field| after.field(field.key).is_none()) {
        said.push(["Question ", &quoted(&gone.label), " was taken away."].concat());
    }
    for field in after.fields() {
        match before.field(field.key) {
            None => said.push(new_question(told, field, after)),
            Some(known) => field_differences(told, (known, before), (field, after), &mut said),
        }
    }
    let known_order = |form: &Form, other: &Form| -> Vec<_> {
        form.fields().map(|field| field.key).filter(|key| other.field(*key).is_some()).collect()
    };
    if known_order(before, after) != known_order(after, before) {
        let order: Vec<String> = after.fields().map(|field| quoted(&field.label)).collect();
        said.push(["The questions are asked in another order: ", &listed(&order), "."].concat());
    }
    if said.is_empty() && before != after {
        said.push("Questions stand in other sections.".to_owned());
    }
    said
}

fn sections(told: Told<'_>, before: &Form, after: &Form, said: &mut Vec<String>) {
    let find = |form: &Form, key| form.sections.iter().find(|section| section.key == key).cloned();
    let name = |section: &Section| {
        if section.title.trim().is_empty() {
            "Section without a heading".to_owned()
        } else {
            ["Section ", &quoted(&section.title)].concat()
        }
    };
    for gone in before.sections.iter().filter(|section| find(after, section.key).is_none()) {
        if !gone.title.trim().is_empty() {
            said.push(name(gone) + " was taken away.");
        }
    }
    for section in &after.sections {
        let Some(known) = find(before, section.key) else {
            if !section.title.trim().is_empty() {
                said.push(name(section) + " was added.");
            }
            if section.show_if.is_some() {
                said.push([&name(section), " is asked ", &when(told, section.show_if.as_ref(), after), "."].concat());
            }
            continue;
        };
        if known.title != section.title {
            said.push([&name(&known), " is now called ", &quoted(&section.title), "."].concat());
        }
        if known.help != section.help {
            said.push(name(section) + " has another explanation.");
        }
        if condition_differs(known.show_if.as_ref(), section.show_if.as_ref()) {
            said.push([&name(section), " is asked ", &when(told, section.show_if.as_ref(), after), "."].concat());
        }
    }
}

fn condition_differs(before: Option<&Condition>, after: Option<&Condition>) -> bool {
    before != after
}

/// "only if …", or "always".
fn when(told: Told<'_>, condition: Option<&Condition>, form: &Form) -> String {
    condition.map_or_else(|| "always".to_owned(), |one| "only if ".to_owned() + &told.condition(one, form))
}

fn new_question(told: Told<'_>, field: &Field, form: &Form) -> String {
    let only = field.show_if.as_ref().map(|one| ", and is asked ".to_owned() + &when(told, Some(one), form));
    let kind = [" (", &told.kind(&field.kind), if field.required { ", needed" } else { "" }, ")"].concat();
    ["Question ", &quoted(&field.label), " was added", &kind, &only.unwrap_or_default(), "."].concat()
}

fn field_differences(
    told: Told<'_>,
    (before, old): (&Field, &Form),
    (after, new): (&Field, &Form),
    said: &mut Vec<String>,
) {
    let name = "Question ".to_owned() + &question(new, after.key);
    if before.label != after.label {
        said.push(["Question ", &quoted(&before.label), " is now called ", &quoted(&after.label), "."].concat());
    }
    if before.help != after.help {
        said.push(name.clone() + " has another explanation.");
    }
    if before.required != after.required {
        said.push(name.clone() + if after.required { " must be answered." } else { " may be left empty." });
    }
    if before.show_if != after.show_if {
        said.push([&name, " is asked ", &when(told, after.show_if.as_ref(), new), "."].concat());
    }
    if before.default != after.default {
        said.push(match &after.default {
            Some(answer) => [&name, " begins with ", &told.answer(answer, new), "."].concat(),
            None => name.clone() + " begins empty.",
        });
    }
    let (kind_before, kind_after) = (told.kind(&before.kind), told.kind(&after.kind));
    let choices_before = said.len();
    choices(told, (before, old), (after, new), &name, said);
    if kind_before != kind_after {
        said.push([&name, " is answered with ", &kind_after, ", no longer with ", &kind_before, "."].concat());
    } else if before.kind != after.kind && said.len() == choices_before {
        said.push(name + " takes other answers.");
    }
}

fn choices(
    told: Told<'_>,
    (before, _old): (&Field, &Form),
    (after, new): (&Field, &Form),
    name: &str,
    said: &mut Vec<String>,
) {
    let (was, is) = (before.kind.choices(), after.kind.choices());
    let find = |all: &[Choice], one: &Choice| all.iter().find(|choice| choice.key == one.key).cloned();
    for gone in was.iter().filter(|choice| find(is, choice).is_none()) {
        said.push([name, ": choice ", &quoted(&gone.label), " was taken away."].concat());
    }
    for choice in is {
        let label = quoted(&choice.label);
        let Some(known) = find(was, choice) else {
            let price = told.surcharge(choice.price);
            let price = if price.is_empty() { price } else { [" (", &price, ")"].concat() };
            said.push([name, ": choice ", &label, &price, " was added."].concat());
            continue;
        };
        if known.label != choice.label {
            said.push([name, ": choice ", &quoted(&known.label), " is now called ", &label, "."].concat());
        }
        if known.price != choice.price {
            let price = |cents| match told.surcharge(cents) {
                none if none.is_empty() => "nothing".to_owned(),
                price => price,
            };
            let (was, is) = (price(known.price), price(choice.price));
            said.push([name, ": choice ", &label, " adds ", &is, " to the price, no longer ", &was, "."].concat());
        }
        if known.show_if != choice.show_if {
            let when = when(told, choice.show_if.as_ref(), new);
            said.push([name, ": choice ", &label, " is offered ", &when, "."].concat());
        }
    }
    let order = |all: &[Choice], other: &[Choice]| -> Vec<_> {
        all.iter().filter(|one| find(other, one).is_some()).map(|one| one.key).collect()
    };
    if order(was, is) != order(is, was) {
        said.push([name, ": the choices stand in another order."].concat());
    }
}
