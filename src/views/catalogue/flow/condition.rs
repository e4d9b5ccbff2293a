//! When a step is taken: always, above a limit, or by what was answered. Answers are compared line by line; a condition
//! that is nested deeper, as an import may bring, is shown in words and kept as it is.

use itsm::catalogue::form::{Condition, Field as Question, FieldKind, Form, Line, Row, Rows, condition_words, quoted};
use itsm::catalogue::workflow::When;
use itsm::catalogue::{ChoiceKey, FieldKey};
use leptos::prelude::*;
use workspace::catalogue::typed;
use workspace::query::{key_of, key_text};

use crate::ui::{Button, Choice, Field, Kind, Picture, RadioGroup, Select, TextInput};

const ALWAYS: &str = "always";
const ANSWERS: &str = "answers";
const COSTS: &str = "costs";

/// What is typed.
#[derive(Clone, Copy)]
pub struct WhenDraft {
    sort: RwSignal<String>,
    limit: RwSignal<String>,
    any: RwSignal<String>,
    lines: RwSignal<Vec<LineDraft>>,
    /// A condition that cannot be taken apart into lines.
    kept: StoredValue<Option<Condition>>,
    form: StoredValue<Form>,
}

#[derive(Clone, Copy, PartialEq)]
struct LineDraft {
    place: usize,
    field: RwSignal<String>,
    compares: RwSignal<String>,
    value: RwSignal<String>,
}

impl WhenDraft {
    /// What a step says now.
    pub fn of(when: &When, form: &Form) -> Self {
        let (sort, limit, condition) = match when {
            When::Always => (ALWAYS, String::new(), None),
            When::Answers(condition) => (ANSWERS, String::new(), Some(condition)),
            When::CostsMoreThan(limit) => (COSTS, typed::amount(*limit), None),
        };
        let rows = condition.and_then(Rows::of);
        let simple = rows.as_ref().and_then(|rows| {
            let line = |row: &Row| match row {
                Row::One(line) => Some(line.clone()),
                Row::Group { .. } => None,
            };
            Some((rows.any, rows.rows.iter().map(line).collect::<Option<Vec<Line>>>()?))
        });
        let kept = condition.filter(|_| simple.is_none()).cloned();
        let (any, lines) = simple.unwrap_or_default();
        let lines = lines.iter().enumerate().map(|(place, line)| LineDraft::of(place, line)).collect();
        Self {
            sort: RwSignal::new(sort.to_owned()),
            limit: RwSignal::new(limit),
            any: RwSignal::new(if any { "any" } else { "all" }.to_owned()),
            lines: RwSignal::new(lines),
            kept: StoredValue::new(kept),
            form: StoredValue::new(form.clone()),
        }
    }

    /// What was typed, or what is wrong with it.
    pub fn when(self) -> Result<When, &'static str> {
        match self.sort.get_untracked().as_str() {
            COSTS if self.limit.with_untracked(|text| text.trim().is_empty()) => {
                Err("Write the amount above which the step is taken.")
            }
            COSTS => typed::cents(&self.limit.get_untracked()).map(When::CostsMoreThan),
            ANSWERS => {
                if let Some(kept) = self.kept.get_value() {
                    return Ok(When::Answers(kept));
                }
                let line = |line: &LineDraft| self.form.with_value(|form| line.row(form));
                let rows = self.lines.with_untracked(|lines| lines.iter().map(line).collect::<Result<Vec<_>, _>>())?;
                let any = self.any.with_untracked(|word| word == "any");
                let condition = Rows { any, rows }.condition();
                condition.map(When::Answers).ok_or("Say which answer it depends on, or take it with every order.")
            }
            _ => Ok(When::Always),
        }
    }
}

impl LineDraft {
    fn blank(place: usize) -> Self {
        let empty = || RwSignal::new(String::new());
        Self { place, field: empty(), compares: RwSignal::new("is".to_owned()), value: empty() }
    }

    fn of(place: usize, line: &Line) -> Self {
        let (field, compares, value) = match &line.compares {
            Condition::Answered(field) => (*field, "answered", String::new()),
            Condition::Chosen(field, choice) => (*field, "is", key_text(choice.0)),
            Condition::AtLeast(field, number) => (*field, "least", number.to_string()),
            Condition::AtMost(field, number) => (*field, "most", number.to_string()),
            Condition::Says(field, words) => (*field, "says", words.to_string()),
            Condition::Not(_) | Condition::All(_) | Condition::Any(_) => (FieldKey::default(), "is", String::new()),
        };
        let compares = if line.not { "not-".to_owned() + compares } else { compares.to_owned() };
        Self {
            place,
            field: RwSignal::new(key_text(field.0)),
            compares: RwSignal::new(compares),
            value: RwSignal::new(value),
        }
    }

    fn row(&self, form: &Form) -> Result<Row, &'static str> {
        let key = self.field.with_untracked(|text| key_of(text)).map(FieldKey);
        let question = key.and_then(|key| form.field(key)).ok_or("Choose the question that it depends on.")?;
        let word = self.compares.get_untracked();
        let offered = comparisons(question);
        // Another question may have been chosen since: its first comparison stands there then.
        let word = offered.iter().find(|choice| choice.value == word).or(offered.first());
        let word = word.map(|choice| choice.value.clone()).unwrap_or_default();
        let value = self.value.get_untracked();
        let number = || value.trim().parse::<i64>().map_err(|_| "Write a whole number to compare with.");
        let (not, word) = word.strip_prefix("not-").map_or((false, word.as_str()), |word| (true, word));
        let compares = match word {
            "answered" => Condition::Answered(question.key),
            "least" => Condition::AtLeast(question.key, number()?),
            "most" => Condition::AtMost(question.key, number()?),
            "says" if value.trim().is_empty() => return Err("Write the words to compare with."),
            "says" => Condition::Says(question.key, value.trim().into()),
            _ => {
                let choice = key_of(&value).map(ChoiceKey);
                let choices = question.kind.choices();
                let choice = choices.iter().find(|one| Some(one.key) == choice).or(choices.first());
                Condition::Chosen(question.key, choice.ok_or("The question has no choices yet.")?.key)
            }
        };
        Ok(Row::One(Line { not, compares }))
    }
}

/// How an answer to a question can be compared.
fn comparisons(question: &Question) -> Vec<Choice> {
    let choice = |(value, label): &(&str, &str)| Choice::new(*value, *label);
    let all: &[(&str, &str)] = match &question.kind {
        FieldKind::Choice { .. } => &[("is", "is"), ("not-is", "is not"), ("answered", "is answered")],
        FieldKind::Choices { .. } => &[("is", "includes"), ("not-is", "does not include"), ("answered", "is answered")],
        FieldKind::Number { .. } => &[("least", "is at least"), ("most", "is at most"), ("answered", "is answered")],
        FieldKind::Date { .. } => &[("answered", "is answered"), ("not-answered", "is not answered")],
        _ => &[
            ("answered", "is answered"),
            ("not-answered", "is not answered"),
            ("says", "is exactly"),
            ("not-says", "is not exactly"),
        ],
    };
    all.iter().map(choice).collect()
}

/// The fields.
#[component]
pub fn WhenField(draft: WhenDraft, error: Signal<Option<String>>, currency: String) -> impl IntoView {
    let has_questions = draft.form.with_value(|form| form.fields().next().is_some());
    let mut choices = vec![Choice::new(ALWAYS, "With every order")];
    if has_questions || draft.kept.with_value(Option::is_some) {
        choices.push(Choice::new(ANSWERS, "If the answers say so"));
    }
    choices.push(
        Choice::new(COSTS, "If it costs more than a limit").with_detail(
            "Of a subscription, a year counts: otherwise one could stay below any limit by paying monthly.",
        ),
    );
    let answers = move || {
        (draft.sort.with(|sort| sort == ANSWERS)).then(|| match draft.kept.get_value() {
            Some(kept) => {
                let words = draft.form.with_value(|form| condition_words(form, &kept));
                view! { <p class="hint">"If "{words}". It is nested too deep to be edited here and stays as it is."</p> }
                    .into_any()
            }
            None => view! { <Lines draft /> }.into_any(),
        })
    };
    let limit_label = "More than, in ".to_owned() + &currency;
    let limit = move || {
        let label = limit_label.clone();
        draft
            .sort
            .with(|sort| sort == COSTS)
            .then(|| view! { <Field label required=true><TextInput value=draft.limit /></Field> })
    };
    view! {
        <Field label="When is it taken?" group=true required=true error>
            <RadioGroup choices value=draft.sort />
        </Field>
        {answers}
        {limit}
    }
    .into_any()
}

#[component]
fn Lines(draft: WhenDraft) -> impl IntoView {
    let questions = draft.form.with_value(|form| {
        form.fields().map(|field| Choice::new(key_text(field.key.0), quoted(&field.label))).collect::<Vec<_>>()
    });
    let first = questions.first().map(|choice| choice.value.clone()).unwrap_or_default();
    let add = move |()| {
        draft.lines.update(|lines| {
            let line = LineDraft::blank(lines.iter().map(|line| line.place + 1).max().unwrap_or_default());
            line.field.set(first.clone());
            lines.push(line);
        });
    };
    if draft.lines.with_untracked(Vec::is_empty) {
        add(());
    }
    let questions = StoredValue::new(questions);
    let row = move |line: LineDraft| {
        let question = Memo::new(move |_| {
            let key = line.field.with(|text| key_of(text)).map(FieldKey)?;
            draft.form.with_value(|form| form.field(key).cloned())
        });
        let compares = Signal::derive(move || question.with(|one| one.as_ref().map(comparisons)).unwrap_or_default());
        let has_choices = move || {
            let kind = |one: &Option<Question>| one.as_ref().is_some_and(|one| !one.kind.choices().is_empty());
            question.with(kind)
        };
        let value = move || {
            if line.compares.with(|word| word.ends_with("answered")) {
                return None;
            }
            Some(if has_choices() {
                let choices = question.with(|one| {
                    let choices = one.as_ref().map(|one| one.kind.choices()).unwrap_or_default();
                    choices
                        .iter()
                        .map(|one| Choice::new(key_text(one.key.0), one.label.to_string()))
                        .collect::<Vec<_>>()
                });
                view! { <Field label="Choice" required=true><Select choices value=line.value /></Field> }.into_any()
            } else {
                view! { <Field label="What" required=true><TextInput value=line.value /></Field> }.into_any()
            })
        };
        let take_out = move |()| draft.lines.update(|lines| lines.retain(|one| one.place != line.place));
        let several = move || draft.lines.with(|lines| lines.len() > 1);
        view! {
            <div class="flow-line-form" role="group" aria-label="Comparison">
                <Field label="Question" required=true><Select choices=questions.get_value() value=line.field /></Field>
                <Field label="Compares" required=true><Select choices=compares value=line.compares /></Field>
                {value}
                {move || several().then(|| view! { <Button label="Take this comparison out" kind=Kind::Quiet picture=Picture::Close icon_only=true on_press=take_out /> })}
            </div>
        }
    };
    let joined = move || {
        let choices = vec![Choice::new("all", "All of these hold"), Choice::new("any", "Any of these holds")];
        draft.lines.with(|lines| lines.len() > 1).then(|| {
            view! { <Field label="How many must hold?" required=true><Select choices value=draft.any /></Field> }
        })
    };
    view! {
        {joined}
        <For each=move || draft.lines.get() key=|line| line.place children=row />
        <Button label="Compare one more answer" kind=Kind::Quiet picture=Picture::Plus on_press=add />
    }
    .into_any()
}
