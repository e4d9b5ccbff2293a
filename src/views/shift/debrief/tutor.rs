//! The tutor's key: the shift in short, step by step, in the words of the reader's edition, and questions to talk about.

use leptos::prelude::*;
use simulation::scenario::LocalTime;

use super::look::Look;
use crate::views::shift::words::clock;

/// The key.
pub fn key(look: Look) -> AnyView {
    let debrief = look.debrief();
    let step = |(at, what, why): &(LocalTime, String, String)| {
        view! {
            <li>
                <span class="debrief-moment-at">{clock(*at)}</span>
                <div><p>{what.clone()}</p><p class="debrief-meta">{why.clone()}</p></div>
            </li>
        }
    };
    let questions = debrief.questions.iter().map(|question| view! { <li>{question.clone()}</li> }).collect_view();
    let words = debrief.words.clone();
    let words = move || {
        let edition = look.edition.get();
        words.iter().find(|(code, _)| code == edition.code()).map(|(_, text)| {
            view! { <h3>"In the words of "{edition.name()}</h3><p class="debrief-lead">{text.clone()}</p> }
        })
    };
    view! {
        <p class="debrief-lead">{debrief.in_short.clone()}</p>
        <h3>"Step by step"</h3>
        <ol class="debrief-list">{debrief.steps.iter().map(step).collect_view()}</ol>
        {words}
        <h3>"To talk about"</h3>
        <ul class="debrief-questions">{questions}</ul>
    }
    .into_any()
}
