//! One question: what is asked, why, and what may be answered. Nothing has to be.

use learning::advisor::{Answers, Question};
use leptos::prelude::*;

use super::Desk;
use crate::ui::{Button, Choice, Field, Kind, RadioGroup};

/// The id of the question's heading.
pub const QUESTION: &str = "advisor-question";

/// The question with this id.
pub fn question(desk: Desk, id: &str) -> AnyView {
    let found = desk.advisor.with_value(|advisor| {
        let question = advisor.question(id)?.clone();
        let asked: Vec<String> = desk
            .answers
            .with_untracked(|answers| advisor.asked(answers).into_iter().map(|one| one.id.clone()).collect());
        let place = asked.iter().position(|one| one == id).unwrap_or_default() + 1;
        let consideration = advisor.considerations.iter().find(|one| one.id == question.consideration);
        let consideration = consideration.map(|one| one.name.clone()).unwrap_or_default();
        Some((question, place, asked.len(), consideration))
    });
    let Some((question, place, of, consideration)) = found else { return ().into_any() };
    let id = StoredValue::new(question.id.clone());
    let skip = move |()| {
        desk.answers.update(|answers| id.with_value(|id| answers.skip(id)));
        id.with_value(|id| desk.go_on(id));
    };
    let next = move |()| {
        let answered = desk.answers.with_untracked(|answers| id.with_value(|id| answers.is_answered(id)));
        if answered { id.with_value(|id| desk.go_on(id)) } else { skip(()) }
    };
    let field = if question.several { several(desk, &question) } else { single(desk, &question) };
    view! {
        <section class="learn-question" aria-labelledby=QUESTION>
            <p class="learn-what">{consideration}" · question "{place}" of about "{of}</p>
            <h2 id=QUESTION tabindex="-1">{question.text.clone()}</h2>
            <p class="learn-other"><strong>"Why this is asked: "</strong>{question.why.clone()}</p>
            {field}
            <div class="form-actions">
                <Button label="Next" kind=Kind::Primary on_press=next />
                <Button label="I do not know" on_press=skip />
                <Button label="Back" kind=Kind::Quiet on_press=move |()| id.with_value(|id| desk.go_back(id)) />
            </div>
        </section>
    }
    .into_any()
}

fn first_of(answers: &Answers, question: &str) -> String {
    answers.of(question).next().unwrap_or_default().to_owned()
}

fn single(desk: Desk, question: &Question) -> AnyView {
    let id = question.id.clone();
    let value = RwSignal::new(desk.answers.with_untracked(|answers| first_of(answers, &id)));
    Effect::new(move |_| {
        let chosen = value.get();
        if !chosen.is_empty() {
            desk.answers.update(|answers| answers.give(&id, [chosen.as_str()]));
        }
    });
    let choices: Vec<Choice> =
        question.answers.iter().map(|one| Choice::new(one.id.clone(), one.text.clone())).collect();
    view! { <Field label="Your answer" group=true><RadioGroup choices=Signal::stored(choices) value /></Field> }
        .into_any()
}

/// Several may hold. One that stands alone takes the others away.
fn several(desk: Desk, question: &Question) -> AnyView {
    let question = StoredValue::new(question.clone());
    let toggle = move |answer: String, on: bool| {
        question.with_value(|question| {
            desk.answers.update(|answers| {
                let alone = |id: &str| question.answer(id).is_some_and(|one| one.alone);
                let mut given: Vec<String> = answers.of(&question.id).map(str::to_owned).collect();
                given.retain(|one| *one != answer && !(on && (alone(&answer) || alone(one))));
                if on {
                    given.push(answer.clone());
                }
                match given.is_empty() {
                    true => answers.forget(&question.id),
                    false => answers.give(&question.id, given.iter().map(String::as_str)),
                }
            });
        });
    };
    let line = move |id: String, text: String| {
        let (own, changed) = (id.clone(), id);
        let checked =
            move || question.with_value(|question| desk.answers.with(|answers| answers.says(&question.id, &own)));
        view! {
            <label class="choice">
                <input type="checkbox" prop:checked=checked on:change:target=move |event| toggle(changed.clone(), event.target().checked()) />
                <span>{text}</span>
            </label>
        }
    };
    let lines = question.with_value(|question| {
        question.answers.iter().map(|one| line(one.id.clone(), one.text.clone())).collect::<Vec<_>>()
    });
    view! { <fieldset class="choices"><legend class="field-label">"All that hold"</legend>{lines}</fieldset> }
        .into_any()
}
