//! A run at its address: fetched, done again up to where one was, and then played.

use std::rc::Rc;

use leptos::prelude::*;
use simulation::scenario::Key;

use super::desk::{Desk, Hands, OPEN};
use super::handover::RunId;
use super::screen;
use crate::browser::dom;
use crate::browser::location::Location;
use crate::route::{Route, Stand};
use crate::session::Session;
use crate::session::shift::{Play, PlayState};
use crate::ui::{Button, ErrorState, Kind, LinkButton, Skeleton};
use crate::views::frame::WhySheet;
use crate::views::page::{self, Page};

/// The page.
pub fn page(run: String) -> AnyView {
    let session = expect_context::<Session>();
    let location = expect_context::<Location>();
    let play = Play::open(session, &run);
    provide_context(RunId(run));
    let seen = Memo::new(move |_| play.view.with(Option::is_some));
    let failed = Memo::new(move |_| match play.state.get() {
        PlayState::Failed(why) => Some(why),
        _ => None,
    });
    let shown = move || match (failed.get(), seen.get()) {
        (Some(why), _) => failure(why),
        (None, false) => coming(play),
        (None, true) => playing(play, location),
    };
    shown.into_any()
}

fn library() -> String {
    Route::Shift(Stand::Library(String::new())).href()
}

fn failure(why: String) -> AnyView {
    view! {
        <Page title="This shift cannot be shown" class="page-narrow">
            <ErrorState title="This shift cannot be shown" text=why.clone() safe="Your own workspaces are not touched by this.">
                <LinkButton label="All shifts" kind=Kind::Primary href=library() />
            </ErrorState>
        </Page>
    }
    .into_any()
}

fn coming(play: Play) -> AnyView {
    let label = Signal::derive(move || {
        let replays = play.state.with(|state| *state == PlayState::Replaying);
        if replays { "Doing again what you did so far" } else { "Opening the desk" }.to_owned()
    });
    view! {
        <div class="shift-coming">
            <h1>{label}</h1>
            <Skeleton label lines=6 />
        </div>
    }
    .into_any()
}

fn playing(play: Play, location: Location) -> AnyView {
    page::title(move || {
        play.view.with(|view| {
            view.as_deref().map_or_else(
                || "Practice".to_owned(),
                |view| [&super::words::clock(view.now), " · Practice · ", &view.title].concat(),
            )
        })
    });
    let hands = Hands {
        act: Rc::new(move |act, then| play.act(act, then)),
        coach: Rc::new(move |case: Option<Key>, said| play.coach(case, said)),
        leave: Rc::new(move || location.go(&Route::Shift(Stand::Library(String::new())))),
    };
    let desk = Desk::new(play.view, hands);
    dom::catch_focus(OPEN);
    view! {
        {screen::screen(desk)}
        <WhySheet />
        {move || trouble(play, desk)}
    }
    .into_any()
}

/// What keeps one from playing on, over the foot of the desk.
fn trouble(play: Play, desk: Desk) -> Option<AnyView> {
    let band = |words: String, ways: AnyView| {
        view! {
            <section class="shift-sheet shift-trouble" role="alert" aria-label="The run">
                <p class="shift-sheet-text">{words}</p>
                <div class="shift-sheet-ways">{ways}</div>
            </section>
        }
        .into_any()
    };
    let leave = move || view! { <Button label="All shifts" kind=Kind::Quiet on_press=move |()| desk.leave() /> };
    match play.state.get() {
        PlayState::NotSaved(why) => Some(band(
            why,
            view! {
                <Button label="Try again" kind=Kind::Primary on_press=move |()| play.try_again() />
                <Button label="Go on without this act" on_press=move |()| { play.give_up(); desk.busy.set(false); } />
            }
            .into_any(),
        )),
        PlayState::Changed(why) => Some(band(why, leave().into_any())),
        PlayState::ElsewhereOpen => Some(band(
            "This shift is open in another tab. Here it can be read.".to_owned(),
            view! {
                <Button label="Play on here" kind=Kind::Primary on_press=move |()| play.take_over() />
                {leave()}
            }
            .into_any(),
        )),
        PlayState::Fetching | PlayState::Replaying | PlayState::Ready | PlayState::Acting | PlayState::Failed(_) => {
            None
        }
    }
}
