//! The statements of one practice. What nobody has answered yet is filled in from the open workspace where its records
//! can tell; whoever assesses decides.

use learning::maturity::{Answer, Level, Maturity, PracticeStatements, Statement, Suggestion};
use leptos::prelude::*;

use super::{Desk, Stage, told};
use crate::ui::{Button, Choice, Field, Kind, RadioGroup, TextInput};
use crate::views::words;

const WORDS: [(&str, Answer, &str); 4] = [
    ("met", Answer::Met, "Yes, and we could show it"),
    ("partly", Answer::Partly, "In part"),
    ("not", Answer::NotMet, "No"),
    ("", Answer::Unknown, "I do not know"),
];

const NONE_OPEN: &str = "No workspace is open, so nothing can be filled in from records. Every answer is yours.";
const NOTHING_TOLD: &str =
    "The records of your workspace tell nothing of this practice, or too little. Every answer is yours.";
const ALL_ANSWERED: &str =
    "What your workspace says stands beside the statements. Your own answers are as you left them.";

/// A practice, by its id.
pub fn practice(desk: Desk, id: &str) -> AnyView {
    let before = StoredValue::new(desk.assessment.get_untracked());
    let id = StoredValue::new(id.to_owned());
    // What somebody has left unknown in this visit stays so when they come back to it.
    let is_first = id.with_value(|id| desk.opened.try_update_value(|opened| opened.insert(id.clone())));
    let is_first = is_first.unwrap_or_default();
    let shown = desk.maturity.with_value(|maturity| {
        id.with_value(|id| maturity.practice(id).map(|practice| statements(desk, maturity, practice, is_first)))
    });
    let done = move |()| {
        if desk.save() {
            desk.toaster.ok("The assessment is saved.");
            desk.stage.set(Stage::Result);
        }
    };
    // Otherwise what was filled in would be saved with the next practice.
    let back = move |()| {
        desk.assessment.set(before.get_value());
        if is_first {
            desk.opened.update_value(|opened| id.with_value(|id| opened.retain(|one| one != id)));
        }
        desk.stage.set(Stage::Door);
    };
    view! {
        {shown}
        <div class="form-actions">
            <Button label="Save" kind=Kind::Primary on_press=done />
            <Button label="Back without saving" kind=Kind::Quiet on_press=back />
        </div>
    }
    .into_any()
}

fn statements(desk: Desk, maturity: &Maturity, practice: &PracticeStatements, is_first: bool) -> AnyView {
    let suggestions = told::suggestions(desk.session, maturity, practice);
    let of = |id: &str| suggestions.iter().flatten().find(|one| one.statement == id);
    let is_filled = |id: &str| is_first && of(id).is_some() && desk.is_unanswered(id);
    let filled = practice.statements.iter().filter(|one| is_filled(&one.id)).count();
    let note = note(suggestions.as_deref(), filled);
    let level = |level: Level| {
        let of_level = practice.statements.iter().filter(|one| one.level == level);
        let lines: Vec<_> = of_level.map(|one| statement(desk, one, of(&one.id), is_filled(&one.id))).collect();
        let words = maturity.level(level)?;
        (!lines.is_empty()).then(|| {
            view! {
                <section>
                    <h3>{words.level.number()}" "{words.name.clone()}</h3>
                    <p class="learn-what">{words.text.clone()}</p>
                    <ul class="learn-statements">{lines}</ul>
                </section>
            }
        })
    };
    view! {
        <h2>{practice.name.clone()}</h2>
        <p class="learn-what">{note}</p>
        {Level::all().map(level).collect_view()}
    }
    .into_any()
}

/// What the workspace could tell, in a sentence or two.
fn note(suggestions: Option<&[Suggestion]>, filled: usize) -> String {
    match (suggestions, filled) {
        (None, _) => NONE_OPEN.to_owned(),
        (Some([]), _) => NOTHING_TOLD.to_owned(),
        (Some(_), 0) => ALL_ANSWERED.to_owned(),
        (Some(_), filled) => {
            let answers = words::count(filled, "answer is", "answers are");
            [
                &answers,
                " filled in from what your workspace tells of the last twelve months. Change whatever is not so.",
            ]
            .concat()
        }
    }
}

fn word_of(answer: Answer) -> &'static str {
    WORDS.iter().find(|(_, one, _)| *one == answer).map_or("", |(word, ..)| word)
}

fn statement(desk: Desk, statement: &Statement, suggestion: Option<&Suggestion>, is_filled: bool) -> AnyView {
    let id = statement.id.clone();
    let (now, shown) = match suggestion.filter(|_| is_filled) {
        Some(suggestion) => (suggestion.answer, suggestion.as_evidence()),
        None => desk.assessment.with_untracked(|assessment| (assessment.of(&id), assessment.evidence(&id).to_owned())),
    };
    let (value, evidence) = (RwSignal::new(word_of(now).to_owned()), RwSignal::new(shown));
    Effect::new(move |_| {
        let (word, evidence) = (value.get(), evidence.get());
        let answer = WORDS.iter().find(|(one, ..)| *one == word).map_or(Answer::Unknown, |(_, answer, _)| *answer);
        desk.assessment.update(|assessment| assessment.answer(&id, answer, evidence.trim()));
    });
    let choices: Vec<Choice> = WORDS.iter().map(|(word, _, label)| Choice::new(*word, *label)).collect();
    let ask = ["What to show: ", &statement.evidence].concat();
    view! {
        <li>
            <Field label=statement.says.clone() group=true><RadioGroup choices=Signal::stored(choices) value beside=true /></Field>
            {suggestion.map(|suggestion| origin(suggestion, value))}
            <Field label="Evidence" hint=ask><TextInput value=evidence /></Field>
        </li>
    }
    .into_any()
}

/// What the records say beside an answer. It stays there once somebody has chosen another one, as what it now is: a
/// second voice.
fn origin(suggestion: &Suggestion, value: RwSignal<String>) -> AnyView {
    let suggested = word_of(suggestion.answer);
    let whose = move || {
        let is_followed = value.with(|value| value == suggested);
        if is_followed { "From your workspace: " } else { "Your workspace says: " }
    };
    let counted = [" · ", suggestion.code.counted(), ", over the last twelve months"].concat();
    view! { <p class="field-origin"><strong>{whose}{suggestion.words.clone()}</strong>{counted}</p> }.into_any()
}
