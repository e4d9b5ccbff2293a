//! The front page of a first visit: where to begin.

use leptos::prelude::*;

use crate::route::{Counter, Lesson, Route, Shelf, Stand};
use crate::session::Session;
use crate::ui::{Kind, LinkButton};
use crate::views::company_door::CompanyDoor;
use crate::views::landing;
use crate::views::page;

/// The page of who has no workspace yet.
#[component]
pub fn FirstVisit() -> impl IntoView {
    page::title(|| "Learn service management by doing it".to_owned());
    page::announce();
    let session = expect_context::<Session>();
    let broken = landing::look(session, expect_context());
    let gone = move || session.gone.with(|gone| !gone.is_empty());
    view! {
        <div class="page page-narrow home">
            <h1>"Learn service management by running a service desk."</h1>
            <Show when=gone>
                <div class="banner" data-tone="warn" role="alert">
                    <p>"Work that was in this browser is gone from its storage."</p>
                    <LinkButton label="See what can be done" href=Route::Workspace.href() />
                </div>
            </Show>
            {move || broken.get().map(|sentence| view! {
                <div class="banner" data-tone="warn" role="status">
                    <p>{sentence}</p>
                    <LinkButton label="See what is wrong" href=Counter::front().href() />
                </div>
            })}
            <section class="panel home-door" aria-labelledby="door-shift">
                <h2 id="door-shift">"First morning"</h2>
                <p>"Twelve contacts, ninety minutes on the desk's clock. It stands while you think, and a colleague works the first call with you."</p>
                <LinkButton label="Start First morning · 15 min" kind=Kind::Primary href=Route::Shift(Stand::first()).href() />
            </section>
            <section class="panel home-door" aria-labelledby="door-catalogue">
                <h2 id="door-catalogue">"Build a catalogue"</h2>
                <p>"Say what your team offers, see it as your customers will, and publish it as plain files on any host."</p>
                <LinkButton label="Build a catalogue" href=Route::Catalogue(Shelf::List).href() />
            </section>
            <div class="home-look">
                <CompanyDoor kind=Kind::Quiet />
                <p class="hint">"A made-up firm of 30 people: an office, a warehouse, 60 days of incidents, and a desk that waits for you."</p>
            </div>
            <p class="home-note">"Would you rather read first? "<a href=Route::Learn(Lesson::index()).href()>"See what there is to learn"</a>"."</p>
            <p class="home-note">"Everything stays in this browser. No account, no server."</p>
        </div>
    }
    .into_any()
}
