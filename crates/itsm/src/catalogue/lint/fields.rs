//! Fields of a form.

use super::money::costs;
use super::refers::{named_by_form, named_by_workflow, names};
use super::words::is_blank;
use super::{Found, Here, Level, Part, Rule};
use crate::catalogue::form::{Answer, Field, FieldKind, TextCheck};
use crate::catalogue::ids::FieldKey;
use crate::catalogue::offering::Offering;

/// Labels that do not say what is meant.
const UNCLEAR: [&str; 18] = [
    "additional information",
    "class",
    "code",
    "comment",
    "data",
    "details",
    "description",
    "id",
    "info",
    "kind",
    "name",
    "notes",
    "number",
    "option",
    "other",
    "text",
    "type",
    "value",
];

pub(super) const RULES: &[Rule] = &[
    Rule::offering(
        "field-no-label",
        Level::Must,
        "A question asks nothing",
        "A field without a label cannot be answered, least of all by those who have it read to them.",
        |_, offering| each(offering, |field| is_blank(&field.label).then(nothing)),
    ),
    Rule::offering(
        "field-same-label",
        Level::Should,
        "Two questions read the same",
        "Whoever answers the first leaves out the second, and whoever fulfils does not know which is which.",
        |_, offering| {
            let label = |field: &Field| field.label.trim().to_lowercase();
            each(offering, |field| {
                let before = offering.form.fields().take_while(|one| one.key != field.key);
                (!is_blank(&field.label) && before.into_iter().any(|one| label(one) == label(field))).then(nothing)
            })
        },
    ),
    Rule::offering(
        "field-no-help",
        Level::Could,
        "A question is not clear without help",
        "The label could mean several things. A line of help, or a longer label, saves a question and its answer.",
        |_, offering| {
            each(offering, |field| {
                let lower = field.label.trim().trim_end_matches(['?', ':', '.']).to_lowercase();
                let is_code = matches!(field.kind, FieldKind::Text { check: TextCheck::Code, .. });
                (is_blank(&field.help) && (is_code || UNCLEAR.contains(&&*lower))).then(nothing)
            })
        },
    ),
    Rule::offering(
        "field-unused",
        Level::Could,
        "A question changes nothing",
        "It may be left out, and no price, question or step depends on it. Each question costs everybody who orders a minute.",
        unused,
    ),
    Rule::offering(
        "field-range",
        Level::Must,
        "No number fits a question",
        "The least is above the most, so whoever has to answer cannot order.",
        |here, offering| {
            each(offering, |field| {
                let FieldKind::Number { least: Some(least), most: Some(most), .. } = field.kind else { return None };
                let swapped = here.field("Swap the two limits", offering, field.key, |field| {
                    if let FieldKind::Number { least, most, .. } = &mut field.kind {
                        std::mem::swap(least, most);
                    }
                });
                (least > most).then(|| nothing().fix(swapped))
            })
        },
    ),
    Rule::offering(
        "field-default",
        Level::Must,
        "A question begins with a wrong answer",
        "The form opens with an answer that it then refuses. Who orders has to repair what they did not write.",
        |here, offering| {
            each(offering, |field| {
                let is_wrong = field.default.as_ref().is_some_and(|default| !fits(&field.kind, default));
                let fix = here.field("Let it begin empty", offering, field.key, |field| field.default = None);
                is_wrong.then(|| nothing().fix(fix))
            })
        },
    ),
    Rule::offering(
        "section-empty",
        Level::Could,
        "A section has no questions",
        "A heading with nothing beneath it makes people look for what they have missed.",
        |here, offering| {
            let empty =
                offering.form.sections.iter().filter(|section| section.fields.is_empty() && is_blank(&section.help));
            let found = empty.map(|section| {
                let fix = here.form("Take the section out", offering, |form| {
                    form.sections.retain(|one| one.key != section.key);
                });
                Found::new(Part::Section(offering.key, section.key)).fix(fix)
            });
            found.collect()
        },
    ),
];

fn nothing() -> Found {
    Found::new(Part::Whole)
}

/// What is found at each field of an offering.
pub(super) fn each(offering: &Offering, find: impl Fn(&Field) -> Option<Found>) -> Vec<Found> {
    let found = offering
        .form
        .fields()
        .filter_map(|field| Some(Found { part: Part::Field(offering.key, field.key), ..find(field)? }));
    found.collect()
}

/// A question counts as used if it must be answered, if the price, another question or a step depends on it, or if it
/// is there to be read: long text, the name of a file, who or which item it is about, and the only question of a form.
fn unused(here: &Here, offering: &Offering) -> Vec<Found> {
    let form = named_by_form(&offering.form);
    let workflow = named_by_workflow(&offering.workflow);
    let is_named = |key: FieldKey| form.contains(&key) || workflow.contains(&key);
    let is_only = offering.form.fields().count() == 1;
    each(offering, |field| {
        let is_read = matches!(
            field.kind,
            FieldKind::Text { long: true, .. } | FieldKind::FileName | FieldKind::Person | FieldKind::Item
        );
        if field.required || is_read || is_only || costs(field) || is_named(field.key) {
            return None;
        }
        let fix = here.form("Take the question out", offering, |form| {
            for section in &mut form.sections {
                section.fields.retain(|one| one.key != field.key);
            }
        });
        Some(nothing().fix(fix))
    })
}

/// Whether an answer is one that the field takes.
fn fits(kind: &FieldKind, answer: &Answer) -> bool {
    let has = |key| kind.choices().iter().any(|choice| choice.key == key);
    match (kind, answer) {
        (FieldKind::Text { .. } | FieldKind::FileName, Answer::Text(_)) => true,
        (FieldKind::Number { least, most, .. }, Answer::Number(number)) => {
            least.is_none_or(|least| least <= *number) && most.is_none_or(|most| *number <= most)
        }
        (FieldKind::Choice { .. }, Answer::Choice(key)) => has(*key),
        (FieldKind::Choices { most, .. }, Answer::Choices(keys)) => {
            keys.iter().all(|key| has(*key)) && (*most == 0 || keys.len() <= usize::from(*most))
        }
        (FieldKind::Date { .. }, Answer::Date(_)) => true,
        (FieldKind::Person, Answer::Person(_)) | (FieldKind::Item, Answer::Item(_)) => true,
        _ => false,
    }
}

/// Whether a condition of this field names the field itself.
pub(super) fn asks_itself(field: &Field) -> bool {
    let own = field.show_if.iter().chain(field.kind.choices().iter().filter_map(|choice| choice.show_if.as_ref()));
    own.into_iter().any(|condition| names(condition).iter().any(|(key, _)| *key == field.key))
}
