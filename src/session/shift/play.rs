//! A run that is open: what the page sees of it and can do. How it is done stands in `playing`.

use std::sync::Arc;

use leptos::prelude::*;
use simulation::scenario::{Begins, Key};
use simulation::shift::view::{Coaching, View};
use simulation::shift::{Act, Code, Stopped};

use super::playing::Playing;
use super::{RunInfo, carry, runs};
use crate::browser::tasks;
use crate::session::Session;

/// How it stands with an open run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlayState {
    /// Scenario and worker are on their way.
    Fetching,
    /// What was done so far is done again.
    Replaying,
    /// One may act.
    Ready,
    /// An act is under way.
    Acting,
    /// The act was not saved, so it is not shown; the sentence says why. [`Play::try_again`] saves it,
    /// [`Play::give_up`] goes on without it.
    NotSaved(String),
    /// Scenario or app have changed since: what was done cannot be done again as it was; the sentence says so. What can
    /// be shown is in the view, to be read; the run cannot be gone on with.
    Changed(String),
    /// Another tab plays it. It can be read here, and [taken over](Play::take_over).
    ElsewhereOpen,
    /// It cannot be shown; the sentence says why and what to do.
    Failed(String),
}

/// A run that is open. Copies are the same run.
#[derive(Clone, Copy)]
pub struct Play {
    /// What one sees; `None` until it is there.
    pub view: RwSignal<Option<Arc<View>>>,
    /// How it stands.
    pub state: RwSignal<PlayState>,
    /// Which run it is; `None` until that is known.
    pub info: RwSignal<Option<RunInfo>>,
    pub(super) playing: StoredValue<Playing, LocalStorage>,
}

impl Play {
    /// Makes a run and stores how it begins; by a seed of its own if none is given. `on` gets the id of the run (go to
    /// `Stand::Run`), or a sentence.
    pub fn begin(
        session: Session,
        scenario: &str,
        seed: Option<u64>,
        help: Option<Begins>,
        on: impl FnOnce(Result<String, String>) + 'static,
    ) {
        let scenario = scenario.to_owned();
        tasks::spawn(async move { on(runs::make(session, scenario, seed, help).await) });
    }

    /// Makes a run of what a code names ("first-morning-7F3K2-worked"). `on` gets the id of the run, or a sentence.
    pub fn begin_code(session: Session, code: &str, on: impl FnOnce(Result<String, String>) + 'static) {
        match code.parse::<Code>() {
            Ok(code) => Self::begin(session, &code.scenario, Some(code.seed), code.help, on),
            Err(fault) => on(Err(fault.to_string())),
        }
    }

    /// Opens a run. It belongs to the page that calls this, and is closed when that page goes.
    pub fn open(session: Session, run: &str) -> Self {
        let play = Self {
            view: RwSignal::new(None),
            state: RwSignal::new(PlayState::Fetching),
            info: RwSignal::new(None),
            playing: StoredValue::new_local(Playing::new(session, run)),
        };
        on_cleanup(move || {
            play.with(Playing::close);
        });
        tasks::spawn(async move { play.start(false).await });
        play
    }

    /// Does something. `done` gets how it ended, or why it cannot be done, in words; then nothing has changed. An act
    /// that cannot be saved is neither: the [state](PlayState::NotSaved) says so, and `done` is called once
    /// [trying again](Self::try_again) has saved it or it was [given up](Self::give_up).
    pub fn act(self, act: Act, done: impl FnOnce(Result<Stopped, String>) + 'static) {
        let refusal = match self.state.try_get_untracked() {
            Some(PlayState::Ready) if self.is_over() => "This shift is over: look back at it, or play another one.",
            Some(PlayState::Ready) => {
                self.put(PlayState::Acting);
                return tasks::spawn(async move { self.carry_out(act, Box::new(done)).await });
            }
            Some(PlayState::Acting) => "Something is being done just now. Do this when it has ended.",
            Some(PlayState::NotSaved(_)) => "What you did last is not saved yet. Save it first.",
            Some(PlayState::ElsewhereOpen) => {
                "This shift is being played in another tab. Take it over to play it here."
            }
            Some(PlayState::Changed(_)) => "This shift can only be read, because its scenario has changed since.",
            _ => "The shift is not here yet.",
        };
        done(Err(refusal.to_owned()));
    }

    /// Asks the coach about a case, or about the whole desk. Costs nothing and is not written down.
    pub fn coach(self, case: Option<Key>, then: impl FnOnce(Option<Coaching>) + 'static) {
        let engine = self.with(|playing| playing.engine.clone());
        tasks::spawn(async move {
            match engine {
                Some(engine) if self.is_ready_untracked() => then(engine.coach(case.as_ref()).await),
                _ => then(None),
            }
        });
    }

    /// Whether one may act now.
    pub fn is_ready(self) -> bool {
        self.state.with(|state| *state == PlayState::Ready)
    }

    fn is_ready_untracked(self) -> bool {
        self.state.try_with_untracked(|state| *state == PlayState::Ready) == Some(true)
    }

    fn is_over(self) -> bool {
        self.info.with_untracked(|info| info.as_ref().is_some_and(|info| info.finished))
    }

    /// Saves again what could not be saved.
    pub fn try_again(self) {
        if let Some(pending) = self.with(|playing| playing.pending.take()).flatten() {
            self.save(pending);
        }
    }

    /// Gives up an act that could not be saved: the run goes on from before it.
    pub fn give_up(self) {
        if let Some(pending) = self.with(|playing| playing.pending.take()).flatten() {
            tasks::spawn(async move {
                self.play_again().await;
                (pending.done)(Err("This was given up: it was not done.".to_owned()));
            });
        }
    }

    /// Plays on here what another tab has open; it then may only be read there.
    pub fn take_over(self) {
        if self.state.get_untracked() == PlayState::ElsewhereOpen {
            tasks::spawn(async move { self.start(true).await });
        }
    }

    /// Hands out a run as a file that anybody can replay; `Err` with a sentence.
    pub fn export(session: Session, run: &str) -> Result<(), String> {
        carry::export(session, run)
    }

    /// A run as such a file's text; `Err` with a sentence.
    pub fn replay_file(session: Session, run: &str) -> Result<String, String> {
        carry::replay_file(session, run)
    }

    /// Reads such a file as a new run. `on` gets its id, or a sentence.
    pub fn import(session: Session, text: &str, on: impl FnOnce(Result<String, String>) + 'static) {
        let text = text.to_owned();
        tasks::spawn(async move { on(carry::import(session, &text).await) });
    }

    /// Deletes a run; it can be restored for 30 days, on the workspace page.
    pub fn delete(session: Session, run: &str) -> Result<(), String> {
        session.bin(run)
    }
}
