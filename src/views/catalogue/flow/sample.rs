//! Sample answers: the questions of the order form, as short as a trial needs them.

use itsm::catalogue::form::{Answer, Answers, FieldKind, ShownField, shown as asked};
use itsm::catalogue::{ChoiceKey, FieldKey};
use leptos::prelude::*;
use workspace::query::{key_of, key_text};

use super::Shown;
use crate::ui::{Checkbox, Choice, DateInput, Field, Select, TextInput};

/// A question, as it is asked here.
#[derive(Clone, PartialEq)]
struct Question {
    key: FieldKey,
    label: String,
    kind: FieldKind,
    choices: Vec<(ChoiceKey, String)>,
}

/// The questions that are asked, given the answers so far.
#[component]
pub fn SampleForm(shown: Memo<Option<Shown>>, answers: RwSignal<Answers>) -> impl IntoView {
    let questions = Memo::new(move |_| {
        let questions = |shown: &Shown| {
            let question = |one: &ShownField<'_>| Question {
                key: one.field.key,
                label: one.field.label.to_string(),
                kind: one.field.kind.clone(),
                choices: one.choices.iter().map(|choice| (choice.key, choice.label.to_string())).collect(),
            };
            let sections = answers.with(|answers| asked(&shown.offering.form, answers));
            sections.iter().flat_map(|section| &section.fields).map(question).collect::<Vec<_>>()
        };
        shown.with(|shown| shown.as_ref().map(questions).unwrap_or_default())
    });
    let row = move |question: Question| view! { <Row question answers /> };
    let none =
        move || questions.with(Vec::is_empty).then(|| view! { <p class="hint">"The order form asks nothing yet."</p> });
    view! {
        {none}
        <For each=move || questions.get() key=|question| (question.key, question.label.clone(), question.choices.clone()) children=row />
    }
    .into_any()
}

#[component]
fn Row(question: Question, answers: RwSignal<Answers>) -> impl IntoView {
    let key = question.key;
    let now = answers.with_untracked(|answers| answers.get(&key).cloned());
    let label = question.label;
    let give = move |answer: Option<Answer>| {
        answers.update(|answers| match answer {
            Some(answer) => drop(answers.insert(key, answer)),
            None => drop(answers.remove(&key)),
        });
    };
    match question.kind {
        FieldKind::Choices { .. } => {
            let chosen = match now {
                Some(Answer::Choices(chosen)) => chosen,
                _ => vec![],
            };
            let boxes: Vec<(ChoiceKey, String, RwSignal<bool>)> = question
                .choices
                .into_iter()
                .map(|(choice, label)| (choice, label, RwSignal::new(chosen.contains(&choice))))
                .collect();
            let signals: Vec<(ChoiceKey, RwSignal<bool>)> =
                boxes.iter().map(|(choice, _, on)| (*choice, *on)).collect();
            Effect::new(move |before: Option<()>| {
                let chosen: Vec<ChoiceKey> =
                    signals.iter().filter(|(_, on)| on.get()).map(|(choice, _)| *choice).collect();
                if before.is_some() {
                    give((!chosen.is_empty()).then_some(Answer::Choices(chosen)));
                }
            });
            let one = |(_, label, value): (ChoiceKey, String, RwSignal<bool>)| view! { <Checkbox label value /> };
            view! { <Field label group=true>{boxes.into_iter().map(one).collect_view()}</Field> }.into_any()
        }
        kind => {
            let value = RwSignal::new(text_of(now.as_ref()));
            let made = kind.clone();
            Effect::new(move |before: Option<()>| {
                let text = value.get();
                if before.is_some() {
                    give(answer_of(&made, text.trim()));
                }
            });
            let input = match kind {
                FieldKind::Choice { .. } => {
                    let choice = |(key, label): (ChoiceKey, String)| Choice::new(key_text(key.0), label);
                    let choices: Vec<Choice> = question.choices.into_iter().map(choice).collect();
                    view! { <Select choices value placeholder="Nothing chosen" /> }.into_any()
                }
                FieldKind::Date { .. } => view! { <DateInput value /> }.into_any(),
                _ => view! { <TextInput value /> }.into_any(),
            };
            view! { <Field label>{input}</Field> }.into_any()
        }
    }
}

fn text_of(answer: Option<&Answer>) -> String {
    match answer {
        Some(Answer::Text(text) | Answer::Person(text) | Answer::Item(text)) => text.to_string(),
        Some(Answer::Number(number)) => number.to_string(),
        Some(Answer::Choice(choice)) => key_text(choice.0),
        Some(Answer::Date(day)) => day.to_string(),
        Some(Answer::Choices(_)) | None => String::new(),
    }
}

fn answer_of(kind: &FieldKind, text: &str) -> Option<Answer> {
    if text.is_empty() {
        return None;
    }
    match kind {
        FieldKind::Text { .. } | FieldKind::FileName => Some(Answer::Text(text.into())),
        FieldKind::Number { .. } => text.parse().ok().map(Answer::Number),
        FieldKind::Choice { .. } => key_of(text).map(ChoiceKey).map(Answer::Choice),
        FieldKind::Choices { .. } => None,
        FieldKind::Date { .. } => text.parse().ok().map(Answer::Date),
        FieldKind::Person => Some(Answer::Person(text.into())),
        FieldKind::Item => Some(Answer::Item(text.into())),
    }
}
