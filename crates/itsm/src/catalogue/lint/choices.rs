//! Choices of a field.

use super::fields::each;
use super::possible::can_hold;
use super::refers::missing;
use super::words::is_blank;
use super::{Found, Here, Level, Part, Rule};
use crate::catalogue::form::{Choice, Field, FieldKind};
use crate::catalogue::offering::Offering;

pub(super) const RULES: &[Rule] = &[
    Rule::offering(
        "choices-none",
        Level::Must,
        "A question has nothing to choose from",
        "It asks to choose and offers nothing. If it must be answered, nobody can order.",
        |_, offering| {
            each(offering, |field| {
                let asks = matches!(field.kind, FieldKind::Choice { .. } | FieldKind::Choices { .. });
                (asks && field.kind.choices().is_empty()).then(|| Found::new(Part::Whole))
            })
        },
    ),
    Rule::offering(
        "choices-one",
        Level::Should,
        "A question has only one choice",
        "Where there is nothing to decide, nothing should be asked: say it in the description.",
        |_, offering| {
            each(offering, |field| {
                let asks = matches!(field.kind, FieldKind::Choice { .. });
                (asks && field.kind.choices().len() == 1).then(|| Found::new(Part::Whole))
            })
        },
    ),
    Rule::offering(
        "choice-no-label",
        Level::Must,
        "A choice has no name",
        "Nobody can choose what they cannot read.",
        |_, offering| at_choices(offering, |_, choice| is_blank(&choice.label)),
    ),
    Rule::offering(
        "choice-same-label",
        Level::Should,
        "Two choices read the same",
        "Both cannot be meant, and the answer does not say which one was.",
        |_, offering| {
            at_choices(offering, |field, choice| {
                let label = choice.label.trim().to_lowercase();
                let before = field.kind.choices().iter().take_while(|one| one.key != choice.key);
                let is_twin = |one: &Choice| one.label.trim().to_lowercase() == label && one.show_if == choice.show_if;
                !label.is_empty() && before.into_iter().any(is_twin)
            })
        },
    ),
    Rule::offering(
        "choice-never",
        Level::Must,
        "A choice is never offered",
        "Its condition and that of its question cannot hold together, so nobody will ever see it.",
        never_offered,
    ),
    Rule::offering(
        "choices-most",
        Level::Could,
        "The limit of choices limits nothing",
        "As many may be chosen as there are, or more. A limit that is never met only makes people count.",
        |here, offering| {
            each(offering, |field| {
                let FieldKind::Choices { choices, most } = &field.kind else { return None };
                let fix = here.field("Take the limit away", offering, field.key, |field| {
                    if let FieldKind::Choices { most, .. } = &mut field.kind {
                        *most = 0;
                    }
                });
                (*most > 0 && usize::from(*most) >= choices.len()).then(|| Found::new(Part::Whole).fix(fix))
            })
        },
    ),
];

fn at_choices(offering: &Offering, is_wrong: impl Fn(&Field, &Choice) -> bool) -> Vec<Found> {
    let all = offering.form.fields().flat_map(|field| field.kind.choices().iter().map(move |choice| (field, choice)));
    let wrong = all.filter(|(field, choice)| is_wrong(field, choice));
    wrong.map(|(field, choice)| Found::new(Part::Choice(offering.key, field.key, choice.key))).collect()
}

/// Choices whose condition could hold by itself, but never while their question is asked.
fn never_offered(here: &Here, offering: &Offering) -> Vec<Found> {
    let form = &offering.form;
    let mut found = Vec::new();
    for section in &form.sections {
        for field in &section.fields {
            let asked: Vec<_> = section.show_if.iter().chain(&field.show_if).collect();
            for choice in field.kind.choices() {
                let Some(own) = &choice.show_if else { continue };
                let together: Vec<_> = asked.iter().copied().chain([own]).collect();
                let is_whole = together.iter().all(|condition| missing(form, condition).is_none());
                if is_whole && can_hold(form, &[own]) && can_hold(form, &asked) && !can_hold(form, &together) {
                    let key = choice.key;
                    let fix = here.field("Offer it always", offering, field.key, |field| {
                        if let FieldKind::Choice { choices } | FieldKind::Choices { choices, .. } = &mut field.kind {
                            choices.iter_mut().filter(|one| one.key == key).for_each(|one| one.show_if = None);
                        }
                    });
                    found.push(Found::new(Part::Choice(offering.key, field.key, key)).fix(fix));
                }
            }
        }
    }
    found
}
