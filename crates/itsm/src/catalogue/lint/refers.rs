//! What conditions name.

use std::collections::BTreeSet;

use crate::catalogue::form::{Condition, Form};
use crate::catalogue::ids::{ChoiceKey, FieldKey};
use crate::catalogue::workflow::{When, Workflow};

/// Every field that a condition names, with the choice, where it names one. Without recursion: a condition may come
/// from a file that somebody else made.
pub(super) fn names(condition: &Condition) -> Vec<(FieldKey, Option<ChoiceKey>)> {
    let (mut todo, mut named) = (vec![condition], Vec::new());
    while let Some(condition) = todo.pop() {
        match condition {
            Condition::Answered(field)
            | Condition::AtLeast(field, _)
            | Condition::AtMost(field, _)
            | Condition::Says(field, _) => named.push((*field, None)),
            Condition::Chosen(field, choice) => named.push((*field, Some(*choice))),
            Condition::Not(inner) => todo.push(inner),
            Condition::All(all) | Condition::Any(all) => todo.extend(all),
        }
    }
    named
}

/// What a condition names and the form does not have.
pub(super) fn missing(form: &Form, condition: &Condition) -> Option<&'static str> {
    names(condition).into_iter().find_map(|(key, choice)| match form.field(key) {
        None => Some("a question that is gone"),
        Some(field) => choice
            .filter(|choice| !field.kind.choices().iter().any(|one| one.key == *choice))
            .map(|_| "a choice that is gone"),
    })
}

/// Every condition of a form, with the fields whose showing it decides on left out.
pub(super) fn conditions(form: &Form) -> impl Iterator<Item = &Condition> {
    form.sections.iter().flat_map(|section| {
        let fields = section.fields.iter().flat_map(|field| {
            let choices = field.kind.choices().iter().filter_map(|choice| choice.show_if.as_ref());
            field.show_if.iter().chain(choices)
        });
        section.show_if.iter().chain(fields)
    })
}

/// Every field that a condition of the form names.
pub(super) fn named_by_form(form: &Form) -> BTreeSet<FieldKey> {
    conditions(form).flat_map(names).map(|(key, _)| key).collect()
}

/// Every field that a condition of the workflow names.
pub(super) fn named_by_workflow(workflow: &Workflow) -> BTreeSet<FieldKey> {
    let conditions = workflow.steps.iter().filter_map(|step| match &step.when {
        When::Answers(condition) => Some(condition),
        When::Always | When::CostsMoreThan(_) => None,
    });
    conditions.flat_map(names).map(|(key, _)| key).collect()
}
