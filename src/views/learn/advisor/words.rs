//! The advisor's answers and results in words.

use learning::advisor::{Advisor, Formality, Given, Main, Reason};
use leptos::prelude::*;

/// The main recommendation in one line.
pub fn main(advisor: &Advisor, main: Main) -> String {
    let extent = advisor.extent(main.extent).map(|one| one.name.clone()).unwrap_or_default();
    let emphasis = advisor.emphasis(main.emphasis).map(|one| one.name.clone()).unwrap_or_default();
    [&extent, " · ", &emphasis].concat()
}

/// An answer as it was read.
pub fn answer(advisor: &Advisor, question: &str, answer: &str) -> String {
    let found = advisor.question(question).and_then(|question| question.answer(answer));
    found.map_or_else(|| answer.to_owned(), |answer| answer.text.clone())
}

/// Several answers; "no answer" for none.
pub fn answers<'a>(advisor: &Advisor, question: &str, answers: impl IntoIterator<Item = &'a String>) -> String {
    let all: Vec<String> = answers.into_iter().map(|one| answer(advisor, question, one)).collect();
    if all.is_empty() { "no answer".to_owned() } else { all.join("; ") }
}

/// How formally, in a word.
pub fn formality(formality: Formality) -> &'static str {
    match formality {
        Formality::Light => "light",
        Formality::Standard => "standard",
        Formality::Strict => "strict",
    }
}

/// The id of a part of the advice, by its title.
pub fn anchor(title: &str) -> String {
    let letters =
        title.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '-' });
    ["advice-", &letters.collect::<String>()].concat()
}

/// The heading of a part of the advice, to which one can jump.
pub fn heading(title: &'static str) -> AnyView {
    view! { <h3 id=anchor(title) tabindex="-1">{title}</h3> }.into_any()
}

/// Reasons, each with the answers that it rests on.
pub fn reasons(advisor: &Advisor, reasons: &[Reason]) -> AnyView {
    let given = |given: &Given| {
        let text = answer(advisor, &given.question, &given.answer);
        view! { <li>{text}</li> }
    };
    let reason = |reason: &Reason| {
        view! {
            <li>
                <p>{reason.because.clone()}</p>
                <ul class="learn-led" aria-label="Because you answered">{reason.led_by.iter().map(given).collect_view()}</ul>
            </li>
        }
    };
    view! { <ul class="learn-reasons">{reasons.iter().map(reason).collect_view()}</ul> }.into_any()
}
