//! How an open run is played: the stored acts are done again in the worker, then each act is done there, saved, and only
//! then shown. One tab plays a run at a time: whoever holds its lock.

use std::sync::Arc;

use journal::AppendError;
use leptos::prelude::*;
use simulation::shift::{Act, Beginning, Stopped};
use workspace::stored::shift::{self, Line};

use super::engine::{Engine, NoTurn, Turn};
use super::library::{self, Texts};
use super::runs::{self, Stored};
use super::{Play, PlayState};
use crate::browser::locks::{self, Held};
use crate::browser::worker::ShiftOrder;
use crate::browser::{clock, events, tasks};
use crate::session::Session;

/// What an open run holds beside what the page sees.
pub(super) struct Playing {
    session: Session,
    id: String,
    pub engine: Engine,
    stored: Option<Stored>,
    texts: Option<Texts>,
    lock: Option<Held>,
    /// An act that is done in the worker and not saved.
    pub pending: Option<Pending>,
    /// Whether other tabs are listened to, to follow what they play.
    follows: bool,
    /// Counts what was begun in the worker, so that whatever an older one answers is not shown.
    round: u32,
}

/// Whom to tell what came of an act.
pub(super) type Done = Box<dyn FnOnce(Result<Stopped, String>)>;

/// An act that is done in the worker and is to be saved.
pub(super) struct Pending {
    turn: Turn,
    act: Act,
    pub done: Done,
}

/// How often a lock is asked for that a page which is just being left may still hold, and how long between, in
/// milliseconds.
const ASKED: u32 = 4;
const BETWEEN_MILLIS: u32 = 120;
/// What another tab has written shows here after at most so long, in milliseconds.
const SETTLE_MILLIS: u32 = 60;
/// From so many commands with keys of their own on, they are packed when the run is opened.
const PACK_AFTER: usize = 60;

const FAILED_AT_IT: &str = "The simulation failed at this. Nothing has changed: do something else instead.";
const TAKEN_OVER: &str = "Another tab has taken this shift over. What you did last was not done.";

impl Playing {
    pub fn new(session: Session, run: &str) -> Self {
        Self {
            session,
            id: run.to_owned(),
            engine: Engine::default(),
            stored: None,
            texts: None,
            lock: None,
            pending: None,
            follows: false,
            round: 0,
        }
    }

    /// Ends the worker and gives the run back.
    pub fn close(&mut self) {
        self.engine.end();
        self.lock = None;
        self.stored = None;
    }
}

impl Play {
    /// Asks what is held; `None` once the page is gone.
    pub(super) fn with<T>(self, ask: impl FnOnce(&mut Playing) -> T) -> Option<T> {
        self.playing.try_update_value(ask)
    }

    pub(super) fn put(self, state: PlayState) {
        let _ = self.state.try_set(state);
    }

    /// From what is stored to a shift that can be played or, where another tab plays it, read.
    pub(super) async fn start(self, from_others: bool) {
        if let Err(sentence) = self.try_start(from_others).await {
            self.put(PlayState::Failed(sentence));
        }
    }

    async fn try_start(self, from_others: bool) -> Result<(), String> {
        let Some((session, id)) = self.with(|playing| (playing.session, playing.id.clone())) else { return Ok(()) };
        self.put(PlayState::Fetching);
        let stored = session.open_run(&id)?;
        let _ = self.info.try_set(Some(stored.info()));
        let texts = library::texts(&stored.run.begin.scenario).await?;
        self.with(|playing| playing.texts = Some(texts));
        // Nobody writes to a run that is over.
        if !stored.run.is_over() {
            self.take_lock(&id, from_others).await;
        }
        if from_others {
            clock::pause(SETTLE_MILLIS).await;
        }
        self.read_stored(session, &id).await?;
        self.put(PlayState::Replaying);
        self.play_again().await;
        Ok(())
    }

    /// Reads the run anew, with what the disk has of it and the storage has lost.
    async fn read_stored(self, session: Session, id: &str) -> Result<(), String> {
        let kept = session.kept_beside(id).await;
        let mut stored = session.open_run(id)?;
        if self.with(|playing| playing.lock.is_some()) == Some(true) {
            let back = stored.journal.recover_kept(&kept).unwrap_or_default();
            if !back.is_empty() {
                stored.run = runs::read(&stored.journal)?;
            }
            if stored.journal.unpacked() >= PACK_AFTER {
                // A failure changes nothing and is tried again the next time.
                let _ = stored.journal.compact();
            }
        }
        let _ = self.info.try_set(Some(stored.info()));
        self.with(|playing| playing.stored = Some(stored));
        Ok(())
    }

    async fn take_lock(self, id: &str, from_others: bool) {
        let name = "service-dojo/shift/".to_owned() + id;
        for _ in 0..ASKED {
            let (teller, answer) = tasks::answer();
            locks::hold(&name, from_others, move |held| teller.tell(held), move || self.lose_lock());
            if let Some(held) = answer.await {
                // The page may have gone meanwhile; then the lock goes with what is dropped here.
                self.with(|playing| playing.lock = Some(held));
                return;
            }
            clock::pause(BETWEEN_MILLIS).await;
        }
    }

    /// Another tab has taken the run over.
    fn lose_lock(self) {
        self.with(|playing| playing.lock = None);
        let plays = |state: &PlayState| matches!(state, PlayState::Ready | PlayState::NotSaved(_));
        if self.state.try_with_untracked(plays) == Some(true) {
            let pending = self.with(|playing| playing.pending.take()).flatten();
            self.follow();
            self.put(PlayState::ElsewhereOpen);
            if let Some(pending) = pending {
                (pending.done)(Err(TAKEN_OVER.to_owned()));
                tasks::spawn(async move { self.look_again().await });
            }
        }
    }

    /// Does again what is stored, in a worker of its own, and says how it stands then.
    pub(super) async fn play_again(self) {
        let state = match self.done_again().await {
            None => return,
            Some(Err(NoTurn::Dead(sentence))) => PlayState::Failed(sentence),
            Some(Err(NoTurn::Refused(because, _))) if self.count() == 0 => {
                PlayState::Failed("This shift cannot be begun. ".to_owned() + &because)
            }
            Some(Err(NoTurn::Refused(because, at))) => PlayState::Changed(changed(self.count(), Some((at, &because)))),
            Some(Ok(turn)) => {
                let state = self.state_after(&turn);
                self.show(turn);
                state
            }
        };
        if state == PlayState::ElsewhereOpen {
            self.follow();
        }
        self.put(state);
    }

    /// How it stands after everything was done again.
    fn state_after(self, turn: &Turn) -> PlayState {
        let (last, over, held) = self
            .with(|playing| {
                let run = playing.stored.as_ref().map(|stored| &stored.run);
                let last = run.and_then(|run| run.acts.last()).map(|act| act.hash.clone());
                (last, run.is_some_and(shift::Run::is_over), playing.lock.is_some())
            })
            .unwrap_or_default();
        match last {
            Some(last) if last != turn.hash => PlayState::Changed(changed(self.count(), None)),
            _ if held || over => PlayState::Ready,
            _ => PlayState::ElsewhereOpen,
        }
    }

    /// Begins in the worker; once more if that one is gone. `None` if the page went on meanwhile.
    pub(super) async fn done_again(self) -> Option<Result<Turn, NoTurn>> {
        let (engine, order, round) = self.with(|playing| {
            playing.round = playing.round.wrapping_add(1);
            (playing.engine.clone(), playing.order(), playing.round)
        })?;
        let Some(order) = order else {
            let because = "This version of the app does not know an act of this shift".to_owned();
            return Some(Err(NoTurn::Refused(because, self.count())));
        };
        let mut turn = engine.begin(order.clone()).await;
        let is_still = || self.with(|playing| playing.round == round) == Some(true);
        if matches!(turn, Err(NoTurn::Dead(_))) && is_still() {
            turn = engine.begin(order).await;
        }
        is_still().then_some(turn)
    }

    /// Does an act, saves it, shows what came of it.
    pub(super) async fn carry_out(self, act: Act, done: Done) {
        let Some(engine) = self.with(|playing| playing.engine.clone()) else { return };
        let mut turn = engine.act(&act).await;
        if matches!(turn, Err(NoTurn::Dead(_))) {
            turn = match self.done_again().await {
                Some(Ok(_)) => engine.act(&act).await,
                Some(Err(lost)) => Err(lost),
                None => return,
            };
        }
        match turn {
            Ok(turn) => self.save(Pending { turn, act, done }),
            Err(NoTurn::Refused(because, _)) => {
                self.put_ready();
                done(Err(because));
            }
            Err(NoTurn::Dead(_)) => {
                self.play_again().await;
                done(Err(FAILED_AT_IT.to_owned()));
            }
        }
    }

    /// Saves what was done in the worker. What cannot be saved is not shown as done.
    pub(super) fn save(self, pending: Pending) {
        enum Saved {
            Yes(bool),
            Lost,
            No(String),
        }
        let Pending { turn, act, done } = pending;
        let saved = self.with(|playing| {
            if playing.lock.is_none() {
                return Saved::Lost;
            }
            let Some(stored) = &mut playing.stored else { return Saved::Lost };
            let over = turn.stopped == Stopped::Over;
            let line = shift::Act {
                before: stored.run.acts.len(),
                act: serde_json::to_value(&act).unwrap_or_default(),
                hash: turn.hash.clone(),
                over,
            };
            let payload = shift::write(&turn.entries, &Line::Act(line.clone()));
            let now = clock::wall_millis();
            let mut appended = stored.journal.append(&payload, now);
            if appended == Err(AppendError::Cleared) {
                let again = stored.journal.resave(now);
                appended = again.and_then(|()| stored.journal.append(&payload, now));
            }
            match appended {
                Ok(appended) => {
                    stored.run.acts.push(line);
                    playing.session.keep_beside(&stored.journal, &[appended.entry]);
                    if over {
                        // Twice: what a packing replaces goes with the next one.
                        let _ = stored.journal.compact().and_then(|_| stored.journal.compact());
                    }
                    Saved::Yes(over)
                }
                Err(error) => Saved::No(error.to_string()),
            }
        });
        match saved {
            Some(Saved::Yes(over)) => {
                let stopped = turn.stopped;
                let info = self.with(|playing| playing.stored.as_ref().map(Stored::info)).flatten();
                let _ = self.info.try_set(info);
                self.show(turn);
                self.put_ready();
                if over && let Some(session) = self.with(|playing| playing.session) {
                    session.shelf_changed();
                }
                done(Ok(stopped));
            }
            Some(Saved::No(sentence)) => {
                self.with(|playing| playing.pending = Some(Pending { turn, act, done }));
                self.put(PlayState::NotSaved(sentence));
            }
            Some(Saved::Lost) => {
                self.follow();
                self.put(PlayState::ElsewhereOpen);
                tasks::spawn(async move { self.look_again().await });
                done(Err(TAKEN_OVER.to_owned()));
            }
            None => {}
        }
    }

    fn show(self, turn: Turn) {
        let _ = self.view.try_set(turn.view.map(Arc::new));
    }

    /// One may act again, unless another tab has taken the run over meanwhile.
    fn put_ready(self) {
        let may_act = self.with(|playing| {
            let over = playing.stored.as_ref().is_some_and(|stored| stored.run.is_over());
            playing.lock.is_some() || over
        });
        if may_act == Some(true) {
            self.put(PlayState::Ready);
        } else {
            self.follow();
            self.put(PlayState::ElsewhereOpen);
        }
    }

    fn count(self) -> usize {
        self.with(|playing| playing.stored.as_ref().map_or(0, |stored| stored.run.acts.len())).unwrap_or(0)
    }

    /// Follows what another tab does, for as long as it plays.
    fn follow(self) {
        let id = self.with(|playing| (!std::mem::replace(&mut playing.follows, true)).then(|| playing.id.clone()));
        let Some(id) = id.flatten() else { return };
        let commands = [journal::PREFIX, &id, "/e/"].concat();
        events::on_foreign_write(move |key, _| {
            if key.is_none_or(|key| key.starts_with(&commands)) {
                tasks::spawn(async move { self.look_again().await });
            }
        });
    }

    /// Reads what another tab has done meanwhile, and shows it.
    async fn look_again(self) {
        let elsewhere = || self.state.try_with_untracked(|state| *state == PlayState::ElsewhereOpen) == Some(true);
        let Some((session, id)) = self.with(|playing| (playing.session, playing.id.clone())) else { return };
        if elsewhere() && self.read_stored(session, &id).await.is_ok() && elsewhere() {
            self.play_again().await;
        }
    }
}

impl Playing {
    /// What the worker needs to come to where the run stands; `None` where this version does not know an act of it.
    fn order(&self) -> Option<ShiftOrder> {
        let (texts, stored) = (self.texts.as_ref()?, self.stored.as_ref()?);
        let beginning = Beginning { seed: stored.run.begin.seed, help: stored.help() };
        Some(order(texts, &beginning, &stored.acts()?, false))
    }
}

/// What the worker needs to come from a beginning to where these acts lead.
pub(super) fn order(texts: &Texts, beginning: &Beginning, acts: &[Act], wants_lines: bool) -> ShiftOrder {
    ShiftOrder {
        world: texts.world.clone(),
        pool: texts.pool.clone(),
        scenario: texts.scenario.clone(),
        beginning: serde_json::to_string(beginning).unwrap_or_default(),
        acts: serde_json::to_string(acts).unwrap_or_default(),
        wants_lines,
    }
}

/// What to tell of a run that cannot be done again as it was.
fn changed(acts: usize, refused: Option<(usize, &str)>) -> String {
    let what = if acts == 1 { "the act".to_owned() } else { ["the ", &acts.to_string(), " acts"].concat() };
    let how = match refused {
        Some((at, because)) => {
            [" act ", &(at + 1).to_string(), " is refused now: ", because.trim_end_matches('.')].concat()
        }
        None => " it comes out differently now".to_owned(),
    };
    [
        "The scenario or the app has changed since this shift was played. Of ",
        &what,
        " that you did,",
        &how,
        ". All of it is kept and can be saved as a file, but it cannot be gone on with. Begin the scenario anew to play it.",
    ]
    .concat()
}
