//! How complete each service is, as bars; the least complete first.

use leptos::prelude::*;

use super::Board;
use super::found::Score;
use crate::route::Shelf;
use crate::ui::Panel;

/// The panel; nothing where there is no service.
#[component]
pub fn Scores(board: Board) -> impl IntoView {
    let scores = Memo::new(move |_| board.found.with(|found| found.scores.clone()));
    move || {
        let scores = scores.get();
        (!scores.is_empty()).then(|| {
            view! {
                <Panel title="How complete each service is" class="check-scores">
                    <p class="hint">"Nine parts that customers and colleagues need of each service; the least complete first."</p>
                    <ul class="check-bars">{scores.into_iter().map(bar).collect_view()}</ul>
                </Panel>
            }
        })
    }
}

fn bar(score: Score) -> impl IntoView {
    let share = (score.done * 100 / score.of.max(1)).to_string();
    let next = match score.next {
        Some((word, href)) => view! { <span class="hint">"Next: "<a href=href>{word}</a></span> }.into_any(),
        None => view! { <span class="hint">"Complete"</span> }.into_any(),
    };
    view! {
        <li>
            <a class="check-bar-name" href=Shelf::service(score.id).href()>{score.name.to_string()}</a>
            <svg viewBox="0 0 100 8" width="100%" height="8" aria-hidden="true" preserveAspectRatio="none">
                <rect class="bar-ground" width="100" height="8" rx="2" />
                <rect class="bar-done" width=share height="8" rx="2" />
            </svg>
            <span class="check-bar-count">{format!("{} of {}", score.done, score.of)}</span>
            {next}
        </li>
    }
}
