//! The board: a column for each part of the portfolio, a lane for each state, a card for each service. Cards move by
//! dragging, and by a menu.

use itsm::ServiceId;
use itsm::catalogue::{Stage, Status};
use leptos::prelude::*;

use super::Wanted;
use super::card::{Card, Facts, cards};
use super::moving::Mover;
use crate::session::Session;
use crate::views::words;

/// The board.
#[component]
pub fn Board(open: RwSignal<Option<Wanted>>) -> impl IntoView {
    let mover = Mover::new(open);
    let column = move |stage: Stage| {
        let heading = ["portfolio-", stage.word()].concat().to_lowercase();
        let labelled = heading.clone();
        let lanes: Vec<Status> = Status::ALL.into_iter().filter(|status| status.stage() == stage).collect();
        view! {
            <section class="portfolio-column" aria-labelledby=labelled>
                <header class="portfolio-column-head">
                    <h2 id=heading>{stage.word()}</h2>
                    <p class="hint">{meaning(stage)}</p>
                </header>
                {lanes.into_iter().map(|status| view! { <Lane status mover open /> }).collect_view()}
            </section>
        }
    };
    view! { <div class="portfolio-board">{Stage::ALL.map(column)}</div> }.into_any()
}

fn meaning(stage: Stage) -> &'static str {
    match stage {
        Stage::Pipeline => "What may come. Customers do not see it.",
        Stage::Catalogue => "What is there. Customers see what is launched.",
        Stage::Retired => "What was. Nobody orders it any more.",
    }
}

#[component]
fn Lane(status: Status, mover: Mover, open: RwSignal<Option<Wanted>>) -> impl IntoView {
    let session = expect_context::<Session>();
    let all = Memo::new(move |_| {
        let now = session.now.get();
        session.read(|workspace| cards(workspace.desk(), status, now)).unwrap_or_default()
    });
    let over = RwSignal::new(false);
    let may_land = move || mover.dragged.get().is_some_and(|(_, from): (ServiceId, Status)| from.may_become(status));
    let heading = ["lane-", &status.word().replace(' ', "-").to_lowercase()].concat();
    let labelled = heading.clone();
    let count = move || words::number(all.with(Vec::len));
    view! {
        <section
            class="portfolio-lane"
            class:is-target=may_land
            class:is-over=move || over.get()
            class:is-empty=move || all.with(Vec::is_empty)
            aria-labelledby=labelled
            on:dragover=move |event| {
                // Also where it cannot land: only then it can be said why.
                if mover.dragged.get_untracked().is_some() {
                    event.prevent_default();
                    over.set(true);
                }
            }
            on:dragleave=move |_| over.set(false)
            on:drop=move |event| {
                over.set(false);
                if let Some((id, _)) = mover.dragged.get_untracked() {
                    event.prevent_default();
                    mover.dragged.set(None);
                    mover.ask(id, status);
                }
            }
        >
            <h3 id=heading>{status.word()}" "<span class="count">{count}</span></h3>
            <ul class="plain">
                <For each=move || all.get() key=|facts: &Facts| facts.clone() let:facts>
                    <Card facts mover open />
                </For>
            </ul>
        </section>
    }
    .into_any()
}
