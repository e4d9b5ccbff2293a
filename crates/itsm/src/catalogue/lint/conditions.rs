//! Conditions of forms.

use super::fields::asks_itself;
use super::possible::{can_fail, can_hold};
use super::refers::{missing, names};
use super::{Fix, Found, Here, Level, Part, Rule};
use crate::catalogue::form::{Condition, Field, FieldKind, Form, Section};
use crate::catalogue::ids::{ChoiceKey, FieldKey, SectionKey};
use crate::catalogue::offering::Offering;

pub(super) const RULES: &[Rule] = &[
    Rule::offering(
        "condition-gone",
        Level::Must,
        "A condition names what is gone",
        "No answer can be what the form no longer asks, so the condition decides nothing: what depends on it never shows, or always.",
        |here, offering| here.each_condition(offering, |form, condition, _| Some(missing(form, condition)?.to_owned())),
    ),
    Rule::offering(
        "condition-never",
        Level::Must,
        "A condition can never be true",
        "No answers make it true, so what depends on it is never shown. Parts of it exclude each other, or what the form takes.",
        |here, offering| {
            here.each_condition(offering, |form, condition, _| {
                let is_never = missing(form, condition).is_none() && !can_hold(form, &[condition]);
                is_never.then(String::new)
            })
        },
    ),
    Rule::offering(
        "condition-always",
        Level::Could,
        "A condition is always true",
        "Whatever is answered, it holds. Whoever reads it later will look for the case that it leaves out.",
        |here, offering| {
            here.each_condition(offering, |form, condition, _| {
                (missing(form, condition).is_none() && !can_fail(form, condition)).then(String::new)
            })
        },
    ),
    Rule::offering(
        "condition-itself",
        Level::Must,
        "A question waits for its own answer",
        "It is only shown once it is answered, and can only be answered once it is shown.",
        |here, offering| {
            let own = offering.form.fields().filter(|field| asks_itself(field));
            own.map(|field| {
                let key = field.key;
                let fix = here.field("Ask it always", offering, key, |field| free(field, key));
                Found::new(Part::Field(offering.key, key)).fix(fix)
            })
            .collect()
        },
    ),
    Rule::offering(
        "condition-ahead",
        Level::Could,
        "A question depends on a later one",
        "It appears above what was just answered, where nobody looks any more. Ask what decides first.",
        |_, offering| {
            let order: Vec<FieldKey> = offering.form.fields().map(|field| field.key).collect();
            let place = |key: FieldKey| order.iter().position(|one| *one == key);
            let ahead = offering.form.fields().filter(|field| {
                let named = field.show_if.iter().flat_map(names);
                named.into_iter().any(|(key, _)| place(key) > place(field.key))
            });
            ahead.map(|field| Found::new(Part::Field(offering.key, field.key))).collect()
        },
    ),
    Rule::offering(
        "field-never",
        Level::Must,
        "A question is never asked",
        "Its condition and that of its section cannot hold together, so nobody sees it or gives the answer, needed or not.",
        |here, offering| {
            let form = &offering.form;
            let fields =
                form.sections.iter().flat_map(|section| section.fields.iter().map(move |field| (section, field)));
            let never = fields.filter(|(section, field)| {
                let (Some(outer), Some(inner)) = (&section.show_if, &field.show_if) else { return false };
                let is_whole = missing(form, outer).is_none() && missing(form, inner).is_none();
                is_whole && can_hold(form, &[outer]) && can_hold(form, &[inner]) && !can_hold(form, &[outer, inner])
            });
            never
                .map(|(_, field)| {
                    let about = if field.required { "It is marked as needed" } else { "" };
                    let fix = here.field("Ask it whenever its section is", offering, field.key, |field| {
                        field.show_if = None;
                    });
                    Found::new(Part::Field(offering.key, field.key)).about(about).fix(fix)
                })
                .collect()
        },
    ),
];

/// Takes the conditions that name `key` from a field and its choices.
fn free(field: &mut Field, key: FieldKey) {
    let is_own = |condition: &Condition| names(condition).iter().any(|(named, _)| *named == key);
    field.show_if.take_if(|condition| is_own(condition));
    if let FieldKind::Choice { choices } | FieldKind::Choices { choices, .. } = &mut field.kind {
        choices.iter_mut().for_each(|choice| drop(choice.show_if.take_if(|condition| is_own(condition))));
    }
}

/// Whose condition it is.
#[derive(Clone, Copy)]
enum Whose {
    Section(SectionKey),
    Field(FieldKey),
    Choice(FieldKey, ChoiceKey),
}

impl Whose {
    fn take_away(self, form: &mut Form) {
        match self {
            Whose::Section(key) => {
                form.sections.iter_mut().filter(|one| one.key == key).for_each(|one| one.show_if = None);
            }
            Whose::Field(key) => fields(form).filter(|one| one.key == key).for_each(|one| one.show_if = None),
            Whose::Choice(field, key) => fields(form).filter(|one| one.key == field).for_each(|field| {
                if let FieldKind::Choice { choices } | FieldKind::Choices { choices, .. } = &mut field.kind {
                    choices.iter_mut().filter(|one| one.key == key).for_each(|one| one.show_if = None);
                }
            }),
        }
    }

    fn label(self) -> &'static str {
        match self {
            Whose::Section(_) | Whose::Field(_) => "Ask it always",
            Whose::Choice(..) => "Offer it always",
        }
    }
}

fn fields(form: &mut Form) -> impl Iterator<Item = &mut Field> {
    form.sections.iter_mut().flat_map(|section| &mut section.fields)
}

impl Here<'_> {
    /// What is wrong with each condition of an offering's form, mended by taking the condition away.
    fn each_condition(
        &self,
        offering: &Offering,
        is_wrong: impl Fn(&Form, &Condition, Whose) -> Option<String>,
    ) -> Vec<Found> {
        let mut found = Vec::new();
        let mut look = |condition: &Option<Condition>, whose: Whose, part: Part| {
            let about = condition.as_ref().and_then(|condition| is_wrong(&offering.form, condition, whose));
            if let Some(about) = about {
                let fix: Fix = self.form(whose.label(), offering, |form| whose.take_away(form));
                found.push(Found::new(part).about(about).fix(fix));
            }
        };
        for Section { key, show_if, fields, .. } in &offering.form.sections {
            look(show_if, Whose::Section(*key), Part::Section(offering.key, *key));
            for field in fields {
                look(&field.show_if, Whose::Field(field.key), Part::Field(offering.key, field.key));
                for choice in field.kind.choices() {
                    let part = Part::Choice(offering.key, field.key, choice.key);
                    look(&choice.show_if, Whose::Choice(field.key, choice.key), part);
                }
            }
        }
        found
    }
}
