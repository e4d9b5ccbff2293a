//! The questions about a risk, and what follows from the answers.

use itsm::change::risk::{COUNT, QUESTIONS};
use itsm::change::{Answers, Factor, Question, Raised, Risk};
use leptos::prelude::*;

use crate::session::Fields;
use crate::ui::{Choice, DerivedValue, Field, RadioGroup};

/// The place of each choice as text; empty where nothing is chosen.
pub type AnswerFields = [RwSignal<String>; COUNT];

const NAMES: [&str; COUNT] = ["answer-1", "answer-2", "answer-3", "answer-4", "answer-5", "answer-6"];

/// Fields for the answers, as they are now.
pub fn empty_answers(now: Option<Answers>) -> AnswerFields {
    let places = now.map(Answers::places);
    std::array::from_fn(|place| {
        let text = places.and_then(|places| places.get(place).map(u8::to_string));
        RwSignal::new(text.unwrap_or_default())
    })
}

/// The same, to be kept as a draft.
pub fn fields(answers: AnswerFields) -> Fields {
    NAMES.into_iter().zip(answers).collect()
}

/// The answers, once every question has one.
pub fn answers(fields: AnswerFields) -> Option<Answers> {
    let places: Option<Vec<u8>> = fields.iter().map(|field| field.with(|text| text.parse().ok())).collect();
    Answers::of(&places?)
}

/// "Likelihood 3 × impact 4 = 12, medium".
pub fn derived(answers: Option<Answers>) -> Option<String> {
    let none = None::<Raised>;
    let weighed = Risk { answers, likelihood: none.clone(), impact: none }.weighed()?;
    let number = |number: u8| number.to_string();
    Some(
        [
            "Likelihood ",
            &number(weighed.likelihood),
            " × impact ",
            &number(weighed.impact),
            " = ",
            &number(weighed.score()),
            ", ",
            &weighed.band().word().to_lowercase(),
        ]
        .concat(),
    )
}

/// The questions, and below them what follows.
#[component]
pub fn Questions(answers: AnswerFields) -> impl IntoView {
    let ask = |(question, value): (&'static Question, RwSignal<String>)| {
        let choice = |(place, (word, _)): (usize, &(&'static str, u8))| Choice::new(place.to_string(), *word);
        let choices: Vec<Choice> = question.choices.iter().enumerate().map(choice).collect();
        view! { <Field label=question.text group=true required=true><RadioGroup choices value beside=true /></Field> }
    };
    let known = Memo::new(move |_| self::answers(answers));
    let of = |factor: Factor| {
        QUESTIONS.iter().filter(move |question| question.factor == factor).map(|question| question.short.to_lowercase())
    };
    let why = ["likelihood from ", &of(Factor::Likelihood).collect::<Vec<_>>().join(" and ")].concat()
        + "; impact from "
        + &of(Factor::Impact).collect::<Vec<_>>().join(", ");
    view! {
        {QUESTIONS.iter().zip(answers).map(ask).collect_view()}
        <Field label="Risk" derived=why>
            <DerivedValue>{move || derived(known.get()).unwrap_or_else(|| "Answer all six".to_owned())}</DerivedValue>
        </Field>
    }
    .into_any()
}
