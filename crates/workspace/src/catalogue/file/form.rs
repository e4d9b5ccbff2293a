//! Forms, their conditions, and what they are answered with.

use itsm::catalogue::form::{
    Answer, Answers, CONDITION_DEPTH, Choice, Condition, Field, FieldKind, Form, Section, TextCheck,
};
use itsm::catalogue::{ChoiceKey, FieldKey};
use serde_json::Value;

use super::cursor::{Cursor, Notes, Source};
use super::limits::{CHOICES, FEW, FIELDS, JOURNAL_DEPTH, SECTIONS};
use super::values::{Fields, count, day, from_day, from_key, key, line, list, number, surcharge, text, yes};
use super::words::{Word, meaning, one_of};

/// The kinds of fields, by their words.
pub(super) const KINDS: [&str; 8] = ["text", "number", "choice", "choices", "date", "person", "item", "fileName"];

pub(crate) fn write_form(form: &Form) -> Value {
    Fields::default().some("sections", list(&form.sections, write_section)).done()
}

fn write_section(section: &Section) -> Value {
    Fields::default()
        .put("key", from_key(section.key))
        .text("title", &section.title)
        .text("help", &section.help)
        .some("showIf", write_optional(section.show_if.as_ref()))
        .some("fields", list(&section.fields, write_field))
        .done()
}

fn write_field(field: &Field) -> Value {
    let fields = Fields::default()
        .put("key", from_key(field.key))
        .text("label", &field.label)
        .text("help", &field.help)
        .some("required", field.required)
        .some("showIf", write_optional(field.show_if.as_ref()))
        .some("default", field.default.as_ref().map_or(Value::Null, |answer| write_answer(answer).done()));
    let kind = |word: &str| fields.put("type", word);
    match &field.kind {
        FieldKind::Text { long, check, most } => {
            let checked = if *check == TextCheck::Any { "" } else { Word::word(*check) };
            kind("text").some("long", *long).text("check", checked).some("most", *most)
        }
        FieldKind::Number { least, most, unit, each } => {
            kind("number").text("unit", unit).some("each", *each).optional("least", *least).optional("most", *most)
        }
        FieldKind::Choice { choices } => kind("choice").some("choices", list(choices, write_choice)),
        FieldKind::Choices { choices, most } => {
            kind("choices").some("choices", list(choices, write_choice)).some("most", *most)
        }
        FieldKind::Date { future, notice_days } => {
            kind("date").some("future", *future).some("noticeDays", *notice_days)
        }
        FieldKind::Person => kind("person"),
        FieldKind::Item => kind("item"),
        FieldKind::FileName => kind("fileName"),
    }
    .done()
}

fn write_choice(choice: &Choice) -> Value {
    Fields::default()
        .put("key", from_key(choice.key))
        .text("label", &choice.label)
        .some("price", choice.price)
        .some("showIf", write_optional(choice.show_if.as_ref()))
        .done()
}

fn write_optional(condition: Option<&Condition>) -> Value {
    condition.map_or(Value::Null, write_condition)
}

pub(crate) fn write_condition(condition: &Condition) -> Value {
    let of = |field: &FieldKey| Fields::default().put("field", from_key(*field));
    match condition {
        Condition::Answered(field) => of(field).put("answered", true),
        Condition::Chosen(field, choice) => of(field).put("choice", from_key(*choice)),
        Condition::AtLeast(field, number) => of(field).put("atLeast", *number),
        Condition::AtMost(field, number) => of(field).put("atMost", *number),
        Condition::Says(field, words) => of(field).put("says", &**words),
        Condition::Not(condition) => Fields::default().put("not", write_condition(condition)),
        Condition::All(conditions) => Fields::default().put("all", list(conditions, write_condition)),
        Condition::Any(conditions) => Fields::default().put("any", list(conditions, write_condition)),
    }
    .done()
}

fn write_answer(answer: &Answer) -> Fields {
    let fields = Fields::default();
    match answer {
        Answer::Text(text) => fields.put("text", &**text),
        Answer::Number(number) => fields.put("number", *number),
        Answer::Choice(choice) => fields.put("choice", from_key(*choice)),
        Answer::Choices(choices) => fields.put("choices", list(choices, |choice| from_key(*choice))),
        Answer::Date(date) => fields.put("date", from_day(*date)),
        Answer::Person(name) => fields.put("person", &**name),
        Answer::Item(name) => fields.put("item", &**name),
    }
}

/// What a form was answered with, in the order of its keys.
pub(crate) fn write_answers(answers: &Answers) -> Value {
    let one = |(field, answer): (&FieldKey, &Answer)| write_answer(answer).put("field", from_key(*field)).done();
    Value::Array(answers.iter().map(one).collect())
}

/// See [`write_answers`]. For our own journal: anything that is wrong spoils all.
pub(crate) fn read_answers(value: &Value) -> Option<Answers> {
    let notes = Notes::new(Source::Journal);
    let one = |at: &Cursor<'_>| Some((at.take("field", key::<FieldKey>), answer(at)?));
    let answers = Cursor::top(value, &notes).each(FIELDS, one).into_iter().collect::<Option<Answers>>()?;
    notes.is_sound().then_some(answers)
}

pub(crate) fn form(at: &Cursor<'_>) -> Form {
    at.expect(&["sections"]);
    let form = Form { sections: at.list("sections", SECTIONS, section) };
    if at.is_strict() && form.fields().count() > FIELDS {
        at.fail(format!("has more than {FIELDS} fields"));
    }
    form
}

fn section(at: &Cursor<'_>) -> Section {
    at.expect(&["key", "title", "help", "showIf", "fields"]);
    Section {
        key: at.take("key", key),
        title: at.maybe("title", line).unwrap_or_default(),
        help: at.maybe("help", text).unwrap_or_default(),
        show_if: at.maybe("showIf", condition),
        fields: at.list("fields", FIELDS, field),
    }
}

fn field(at: &Cursor<'_>) -> Field {
    at.expect(&[
        "key",
        "label",
        "help",
        "required",
        "showIf",
        "default",
        "type",
        "long",
        "check",
        "most",
        "least",
        "unit",
        "each",
        "choices",
        "future",
        "noticeDays",
    ]);
    Field {
        key: at.take("key", key),
        label: at.maybe("label", line).unwrap_or_default(),
        help: at.maybe("help", text).unwrap_or_default(),
        kind: kind(at),
        required: at.maybe("required", yes).unwrap_or(false),
        show_if: at.maybe("showIf", condition),
        default: at.field("default").and_then(|at| answer(&at)),
    }
}

fn kind(at: &Cursor<'_>) -> FieldKind {
    let nothing = FieldKind::Person;
    let Some(word) = at.needed("type") else { return nothing };
    let choices = || at.list("choices", CHOICES, choice);
    match word.value.as_str().unwrap_or_default() {
        "text" => FieldKind::Text {
            long: at.maybe("long", yes).unwrap_or(false),
            check: at.maybe("check", meaning).unwrap_or_default(),
            most: at.maybe("most", count).unwrap_or(0),
        },
        "number" => FieldKind::Number {
            least: at.maybe("least", number),
            most: at.maybe("most", number),
            unit: at.maybe("unit", line).unwrap_or_default(),
            each: at.maybe("each", surcharge).unwrap_or(0),
        },
        "choice" => FieldKind::Choice { choices: choices() },
        "choices" => FieldKind::Choices { choices: choices(), most: at.maybe("most", count).unwrap_or(0) },
        "date" => FieldKind::Date {
            future: at.maybe("future", yes).unwrap_or(false),
            notice_days: at.maybe("noticeDays", count).unwrap_or(0),
        },
        "person" => FieldKind::Person,
        "item" => FieldKind::Item,
        "fileName" => FieldKind::FileName,
        _ => {
            word.fail(one_of(KINDS));
            nothing
        }
    }
}

fn choice(at: &Cursor<'_>) -> Choice {
    at.expect(&["key", "label", "price", "showIf"]);
    Choice {
        key: at.take("key", key),
        label: at.maybe("label", line).unwrap_or_default(),
        price: at.maybe("price", surcharge).unwrap_or(0),
        show_if: at.maybe("showIf", condition),
    }
}

pub(crate) fn condition(at: &Cursor<'_>) -> Condition {
    let deepest = if at.is_strict() { CONDITION_DEPTH } else { JOURNAL_DEPTH };
    nested(at, deepest)
}

/// Reads a condition of at most so many levels; what stands deeper is not even looked at.
fn nested(at: &Cursor<'_>, levels: usize) -> Condition {
    const KNOWN: [&str; 9] = ["field", "answered", "choice", "atLeast", "atMost", "says", "not", "all", "any"];
    let never = Condition::Any(Vec::new());
    let Some(deeper) = levels.checked_sub(1) else {
        at.fail(format!("is nested deeper than {CONDITION_DEPTH} levels"));
        return never;
    };
    if !at.expect(&KNOWN) {
        return never;
    }
    let within = |at: &Cursor<'_>| at.each(FEW, |one| nested(one, deeper));
    let groups = [
        at.maybe("not", |one| Condition::Not(Box::new(nested(one, deeper)))),
        at.maybe("all", |list| Condition::All(within(list))),
        at.maybe("any", |list| Condition::Any(within(list))),
    ];
    let said: Vec<Condition> = groups.into_iter().flatten().chain(about_a_field(at)).collect();
    match <[Condition; 1]>::try_from(said) {
        Ok([one]) => one,
        Err(_) => {
            at.fail("must say exactly one of answered, choice, atLeast, atMost or says of a field, or not, all or any");
            never
        }
    }
}

/// What a condition says of a field: normally one thing.
fn about_a_field(at: &Cursor<'_>) -> Vec<Condition> {
    let of = || at.take("field", key::<FieldKey>);
    let mut said = Vec::new();
    said.extend(at.maybe("answered", |yes_or_no| match yes(yes_or_no) {
        true => Condition::Answered(of()),
        false => Condition::Not(Box::new(Condition::Answered(of()))),
    }));
    said.extend(at.maybe("choice", |choice| Condition::Chosen(of(), key(choice))));
    said.extend(at.maybe("atLeast", |least| Condition::AtLeast(of(), number(least))));
    said.extend(at.maybe("atMost", |most| Condition::AtMost(of(), number(most))));
    said.extend(at.maybe("says", |words| Condition::Says(of(), line(words))));
    said
}

fn answer(at: &Cursor<'_>) -> Option<Answer> {
    at.expect(&["text", "number", "choice", "choices", "date", "person", "item"]);
    let said = [
        at.maybe("text", |words| Answer::Text(text(words))),
        at.maybe("number", |one| Answer::Number(number(one))),
        at.maybe("choice", |one| Answer::Choice(key(one))),
        at.maybe("choices", |some| Answer::Choices(some.each(CHOICES, key::<ChoiceKey>))),
        at.maybe("date", |date| Answer::Date(day(date))),
        at.maybe("person", |name| Answer::Person(line(name))),
        at.maybe("item", |name| Answer::Item(line(name))),
    ];
    let said: Vec<Answer> = said.into_iter().flatten().collect();
    match <[Answer; 1]>::try_from(said) {
        Ok([one]) => Some(one),
        Err(_) => {
            at.fail("must say exactly one of text, number, choice, choices, date, person or item");
            None
        }
    }
}

/// Whether an answer is one that a field of this kind can have.
pub(super) fn fits(kind: &FieldKind, answer: &Answer) -> bool {
    let is_choice = |key: &ChoiceKey| kind.choices().iter().any(|choice| choice.key == *key);
    match (kind, answer) {
        (FieldKind::Text { .. } | FieldKind::FileName, Answer::Text(_))
        | (FieldKind::Number { .. }, Answer::Number(_))
        | (FieldKind::Date { .. }, Answer::Date(_))
        | (FieldKind::Person, Answer::Person(_))
        | (FieldKind::Item, Answer::Item(_)) => true,
        (FieldKind::Choice { .. }, Answer::Choice(one)) => is_choice(one),
        (FieldKind::Choices { .. }, Answer::Choices(some)) => some.iter().all(is_choice),
        _ => false,
    }
}

/// Whether a condition names only what the form has. Of groups, whether all in them do.
pub(super) fn names_only(form: &Form, condition: &Condition) -> bool {
    match condition {
        Condition::Not(one) => names_only(form, one),
        Condition::All(some) | Condition::Any(some) => some.iter().all(|one| names_only(form, one)),
        leaf => is_known(form, leaf),
    }
}

/// Whether what a condition about one field names is in the form.
pub(super) fn is_known(form: &Form, leaf: &Condition) -> bool {
    match leaf {
        Condition::Chosen(field, choice) => {
            form.field(*field).is_some_and(|field| field.kind.choices().iter().any(|one| one.key == *choice))
        }
        Condition::Answered(field)
        | Condition::AtLeast(field, _)
        | Condition::AtMost(field, _)
        | Condition::Says(field, _) => form.field(*field).is_some(),
        Condition::Not(_) | Condition::All(_) | Condition::Any(_) => true,
    }
}
