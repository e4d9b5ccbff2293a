//! What is folded away: for whoever wants to know more.

use leptos::prelude::*;
use simulation::debrief::Told;

use super::look::Look;
use super::{afterwards, earlier, export, finding, matrix, tutor, words};
use crate::session::shift::RunInfo;
use crate::views::shift::words::clock;

/// All of it.
pub fn closed(look: Look, before: &[RunInfo]) -> AnyView {
    let debrief = look.debrief();
    let count = |name: &str, count: usize| [name, " (", &count.to_string(), ")"].concat();
    let all = debrief.all.iter().map(|told| line(look, told)).collect_view();
    // Earlier shifts are worked out once somebody opens anything here.
    let asked = RwSignal::new(false);
    let none = debrief.all.is_empty();
    view! {
        <section class="debrief-part debrief-closed" aria-labelledby="debrief-more" on:click=move |_| asked.set(true)>
            <h2 id="debrief-more">"More about this shift"</h2>
            {fold(look, count("All findings", debrief.all.len()), view! {
                {none.then(|| view! { <p class="debrief-hint">"No rule found anything."</p> })}
                <ol class="debrief-all">{all}</ol>
            }.into_any())}
            {fold(look, "What it was, and what was made of it".to_owned(), matrix::matrices(&debrief))}
            {fold(look, count("What was said afterwards", debrief.afterwards.len()), afterwards::afterwards(&debrief))}
            {fold(look, "The tutor’s key".to_owned(), tutor::key(look))}
            {fold(look, count("Earlier shifts", before.len()), earlier::earlier(look, before, asked))}
            {fold(look, "Take it along".to_owned(), export::export(look))}
        </section>
    }
    .into_any()
}

fn fold(look: Look, title: String, body: AnyView) -> AnyView {
    view! {
        <details class="debrief-fold" open=move || look.unfolded.get()>
            <summary><h3>{title}</h3></summary>
            <div class="debrief-fold-body">{body}</div>
        </details>
    }
    .into_any()
}

fn line(look: Look, told: &Told) -> AnyView {
    view! {
        <li class="debrief-line">
            <span class="debrief-moment-at">{clock(told.at)}</span>
            <div>
                <p class="debrief-line-title"><strong>{told.title.clone()}</strong>{finding::mark(told)}</p>
                <p class="debrief-case">{[told.practice.as_str(), " · ", &told.case_title].concat()}</p>
                <p>{told.followed.clone()}</p>
                <p class="debrief-meta">{words::weight(told)}</p>
            </div>
            {finding::ways(look, told)}
        </li>
    }
    .into_any()
}
