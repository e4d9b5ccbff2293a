//! Looking back at a run that was played: its debrief, what others get out of it, any instant of it, and playing on
//! from there. The stored run stays as it is.

use leptos::prelude::GetUntracked;
use serde::de::DeserializeOwned;
use simulation::debrief::{Debrief, Ranges};
use simulation::shift::view::View;

use super::engine::NoTurn;
use super::{Play, PlayState, carry, library};
use crate::browser::tasks;
use crate::browser::worker::{Look, Looked};
use crate::session::Session;

const NOT_HERE: &str = "The shift is not here yet.";
const INTERRUPTED: &str = "The simulation was interrupted at this. Ask for it again; nothing was changed.";
const BROKEN: &str = "The answer of the worker could not be understood. Reload the page; what you have done is kept.";

/// Why there is nothing to look at.
enum NoLook {
    /// In words.
    Because(String),
    /// Nobody is there any more to tell.
    Gone,
}

impl Play {
    /// Looks back at a run that is over. `then` gets the debrief, or a sentence. Nobody is told once the page is gone.
    pub fn debrief(self, then: impl FnOnce(Result<Debrief, String>) + 'static) {
        tasks::spawn(async move { tell(self.look_at_all().await, then) });
    }

    /// Lets the built-in policies play the same scenario over so many seeds, the one that was played among them.
    /// `progress` hears how many of how many shifts are played; the run can be asked for other things meanwhile,
    /// but not for other ranges.
    pub fn ranges(
        self,
        seeds: u32,
        progress: impl Fn(u32, u32) + 'static,
        then: impl FnOnce(Result<Ranges, String>) + 'static,
    ) {
        tasks::spawn(async move { tell(self.range(seeds, progress).await, then) });
    }

    /// What one saw after the first acts of the run. Changes nothing, neither what is stored nor what [`Play::view`]
    /// shows. `None` if there is nothing to be seen.
    pub fn seek(self, acts: usize, then: impl FnOnce(Option<View>) + 'static) {
        tasks::spawn(async move {
            match self.see_after(acts).await {
                Ok(view) => then(view),
                Err(NoLook::Because(_)) => then(None),
                Err(NoLook::Gone) => {}
            }
        });
    }

    /// Makes a run of the first acts of another, to be played on from there; its name says from which time. `on` gets
    /// its id, or a sentence.
    pub fn fork(session: Session, run: &str, acts: usize, on: impl FnOnce(Result<String, String>) + 'static) {
        let run = run.to_owned();
        tasks::spawn(async move { on(carry::fork(session, &run, acts).await) });
    }

    async fn look_at_all(self) -> Result<Debrief, NoLook> {
        let rules = library::rules().await.map_err(NoLook::Because)?;
        match self.look(Look::Debrief { rules }).await? {
            Looked::Debriefed { json } => read(&json),
            _ => Err(NoLook::Because(BROKEN.to_owned())),
        }
    }

    async fn range(self, seeds: u32, progress: impl Fn(u32, u32)) -> Result<Ranges, NoLook> {
        let mut played = 0;
        loop {
            match self.look(Look::Ranges { seeds }).await? {
                Looked::Ranging { done, of } if done > played => {
                    played = done;
                    progress(done, of);
                }
                // A worker was lost on the way, or is asked for other ranges: it would go round in circles.
                Looked::Ranging { .. } => return Err(NoLook::Because(INTERRUPTED.to_owned())),
                Looked::Ranged { json } => return read(&json),
                _ => return Err(NoLook::Because(BROKEN.to_owned())),
            }
        }
    }

    async fn see_after(self, acts: usize) -> Result<Option<View>, NoLook> {
        match self.look(Look::Seek { acts: u32::try_from(acts).unwrap_or(u32::MAX) }).await? {
            Looked::Sought { json } => read(&json),
            _ => Err(NoLook::Because(BROKEN.to_owned())),
        }
    }

    /// Looks in the worker; once more if that one is gone.
    async fn look(self, look: Look) -> Result<Looked, NoLook> {
        self.may_be_looked_at()?;
        let engine = self.with(|playing| playing.engine.clone()).ok_or(NoLook::Gone)?;
        let mut looked = engine.look(look.clone()).await;
        if matches!(looked, Err(NoTurn::Dead(_))) {
            self.may_be_looked_at()?;
            looked = match self.done_again().await {
                Some(Ok(_)) => engine.look(look).await,
                Some(Err(lost)) => Err(lost),
                None => Err(NoTurn::Dead(NOT_HERE.to_owned())),
            };
        }
        self.with(|_| ()).ok_or(NoLook::Gone)?;
        looked.map_err(|(NoTurn::Refused(because, _) | NoTurn::Dead(because))| NoLook::Because(because))
    }

    fn may_be_looked_at(self) -> Result<(), NoLook> {
        match self.state.try_get_untracked() {
            Some(PlayState::Ready | PlayState::ElsewhereOpen) => Ok(()),
            Some(PlayState::Changed(sentence) | PlayState::Failed(sentence)) => Err(NoLook::Because(sentence)),
            Some(_) => Err(NoLook::Because(NOT_HERE.to_owned())),
            None => Err(NoLook::Gone),
        }
    }
}

fn read<T: DeserializeOwned>(json: &str) -> Result<T, NoLook> {
    serde_json::from_str(json).map_err(|_| NoLook::Because(BROKEN.to_owned()))
}

fn tell<T>(looked: Result<T, NoLook>, then: impl FnOnce(Result<T, String>)) {
    match looked {
        Ok(looked) => then(Ok(looked)),
        Err(NoLook::Because(sentence)) => then(Err(sentence)),
        Err(NoLook::Gone) => {}
    }
}
