//! A run at the address of its debrief: fetched, done again, looked back at, or not over yet.

use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use simulation::debrief::Debrief;

use super::earlier;
use super::look::{Compared, Hands, Look, Lost};
use super::results;
use crate::browser::location::Location;
use crate::commands::Commands;
use crate::route::{Route, Stand};
use crate::session::Session;
use crate::session::shift::{Play, PlayState};
use crate::ui::{ErrorState, Kind, LinkButton, Skeleton};
use crate::views::page::Page;
use crate::views::shift::words::clock;

/// On so many other days the policies play: enough for a steady tenth and ninetieth percentile, few enough to wait for.
const SEEDS: u32 = 30;

/// How far the page is.
#[derive(Clone)]
enum Told {
    Coming,
    NotOver,
    Failed(String),
    Here(Arc<Debrief>),
}

/// The page.
pub fn page(run: String) -> AnyView {
    let session = expect_context::<Session>();
    let play = Play::open(session, &run);
    let told = RwSignal::new(Told::Coming);
    let ready = Memo::new(move |_| match play.state.get() {
        PlayState::Fetching | PlayState::Replaying => None,
        PlayState::Failed(why) => Some(Err(why)),
        _ => Some(Ok(play.info.with(|info| info.as_ref().is_some_and(|info| info.finished)))),
    });
    Effect::new(move |before: Option<bool>| {
        let asked = before.unwrap_or(false);
        match ready.get() {
            None => {}
            Some(Err(why)) => told.set(Told::Failed(why)),
            Some(Ok(false)) => told.set(Told::NotOver),
            Some(Ok(true)) if asked => {}
            Some(Ok(true)) => {
                play.debrief(move |debrief| {
                    let _ = told.try_set(debrief.map_or_else(Told::Failed, |debrief| Told::Here(Arc::new(debrief))));
                });
                return true;
            }
        }
        asked
    });
    let shown = move || {
        match told.get() {
        Told::Coming => {
            view! { <Page title="Looking back" class="debrief-page"><Skeleton lines=8 label="Looking back at what was done" /></Page> }.into_any()
        }
        Told::NotOver => not_over(&run),
        Told::Failed(why) => failed(why),
        Told::Here(debrief) => here(session, play, &run, debrief),
    }
    };
    shown.into_any()
}

fn library() -> String {
    Route::Shift(Stand::Library(String::new())).href()
}

fn not_over(run: &str) -> AnyView {
    let back = Route::Shift(Stand::Run(run.to_owned())).href();
    view! {
        <Page title="This shift is not over yet" class="page-narrow">
            <p class="page-note">"One looks back at a shift that has ended and was handed over. The clock has stood still since you left."</p>
            <div class="form-actions">
                <LinkButton label="Back to the desk" kind=Kind::Primary href=back />
                <LinkButton label="All shifts" kind=Kind::Quiet href=library() />
            </div>
        </Page>
    }
    .into_any()
}

fn failed(why: String) -> AnyView {
    view! {
        <Page title="This shift cannot be looked back at" class="page-narrow">
            <ErrorState title="This shift cannot be looked back at" text=why safe="What was played is kept, and your own workspaces are not touched by this.">
                <LinkButton label="All shifts" kind=Kind::Primary href=library() />
            </ErrorState>
        </Page>
    }
    .into_any()
}

fn here(session: Session, play: Play, run: &str, debrief: Arc<Debrief>) -> AnyView {
    let location = expect_context::<Location>();
    let commands = expect_context::<Commands>();
    let (of_fork, of_file) = (run.to_owned(), run.to_owned());
    let hands = Hands {
        seek: Rc::new(move |acts, seen| play.seek(acts, seen)),
        fork: Rc::new(move |acts, because| {
            Play::fork(session, &of_fork, acts, move |made| match made {
                Ok(run) => location.go(&Route::Shift(Stand::Run(run))),
                Err(why) => because(why),
            });
        }),
        replay_file: Rc::new(move || Play::export(session, &of_file)),
        lost: Rc::new(move |run, then| lost_in(session, &run, then)),
        learn: Rc::new(move |topic| commands.learn(topic)),
    };
    let edition = Signal::derive(move || session.settings.with(|settings| settings.edition));
    let acts = play.info.with_untracked(|info| info.as_ref().map_or(0, |info| info.acts));
    let look = Look::new(debrief.clone(), acts, edition, hands);
    compare(play, look);
    let earlier = earlier::of(&debrief, run, untrack(|| session.runs()));
    let (from, to) = debrief.hours;
    let note = [clock(from), clock(to)].join(" to ");
    let title = ["Looking back: ", &debrief.title].concat();
    view! {
        <Page title=title note=note class="debrief-page">{results::results(look, earlier)}</Page>
    }
    .into_any()
}

/// Lets others play the same shift meanwhile.
fn compare(play: Play, look: Look) {
    let progress = move |done, of| {
        let _ = look.compared.try_set(Compared::Playing(done, of));
    };
    play.ranges(SEEDS, progress, move |ranges| {
        let compared = ranges.map_or_else(Compared::Failed, |ranges| Compared::Here(Arc::new(ranges)));
        let _ = look.compared.try_set(compared);
    });
}

/// Plays another run again, beside the page, for what it lost.
fn lost_in(session: Session, run: &str, then: Lost) {
    let owner = Owner::new();
    let play = owner.with(|| Play::open(session, run));
    let hears = StoredValue::new_local(Some((owner.clone(), then)));
    let tell = move |minutes: Option<f64>| {
        if let Some((owner, then)) = hears.try_update_value(Option::take).flatten() {
            owner.cleanup();
            then(minutes);
        }
    };
    owner.with(|| {
        Effect::new(move |_| match play.state.get() {
            PlayState::Fetching | PlayState::Replaying => {}
            PlayState::Ready => play.debrief(move |debrief| tell(debrief.ok().map(|debrief| debrief.lost_minutes))),
            _ => crate::browser::dom::soon(move || tell(None)),
        });
    });
}
