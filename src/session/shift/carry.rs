//! Runs as files: what was done, for anybody to play again.

use simulation::scenario::Key;
use simulation::shift::{Beginning, Replay, Stopped};
use workspace::stored::shift::{self, Begin};

use super::engine::{Engine, NoTurn, Turn};
use super::library;
use super::playing::order;
use super::runs::Stored;
use crate::browser::files;
use crate::session::Session;

const MIME: &str = "application/json";

pub(super) fn replay_file(session: Session, run: &str) -> Result<String, String> {
    replay(&session.open_run(run)?)?.write()
}

fn replay(stored: &Stored) -> Result<Replay, String> {
    let unknown = || "This version of the app does not know an act of this shift. Reload the page.".to_owned();
    Ok(Replay {
        scenario: Key::new(&stored.run.begin.scenario),
        seed: stored.run.begin.seed,
        help: stored.help(),
        acts: stored.acts().ok_or_else(unknown)?,
        hash: stored.run.acts.last().map(|act| act.hash.clone()).unwrap_or_default(),
    })
}

pub(super) fn export(session: Session, run: &str) -> Result<(), String> {
    let text = replay_file(session, run)?;
    let code = session.open_run(run)?.info().code;
    let name = ["service-dojo-shift-", &code, ".json"].concat();
    let handed_out = files::download(&name, MIME, &text);
    if handed_out { Ok(()) } else { Err("The browser does not allow this page to hand out files.".to_owned()) }
}

/// Plays a file from its beginning and keeps it as a run, if it comes to what the file says.
pub(super) async fn import(session: Session, text: &str) -> Result<String, String> {
    let replay = Replay::read(text)?;
    let (title, turn) = play(&replay).await.map_err(|no| no.words("This file", "read in"))?;
    keep(session, &title, replay, turn)
}

/// Makes a run of the first acts of another one, if it still comes to what is stored of that.
pub(super) async fn fork(session: Session, run: &str, acts: usize) -> Result<String, String> {
    let stored = session.open_run(run)?;
    let mut replay = replay(&stored)?;
    if acts > replay.acts.len() || acts == replay.acts.len() && stored.run.is_over() {
        return Err("This shift is over there. Choose an earlier instant to play on from.".to_owned());
    }
    replay.acts.truncate(acts);
    let last = acts.checked_sub(1).and_then(|last| stored.run.acts.get(last));
    replay.hash = last.map(|act| act.hash.clone()).unwrap_or_default();
    let (title, turn) = play(&replay).await.map_err(|no| no.words("This shift", "copied"))?;
    let now = turn.view.as_ref().map(|view| String::from(view.now)).unwrap_or_default();
    // The day does not matter here: "+1 06:13" is "06:13".
    let clock = now.rsplit(' ').next().unwrap_or_default();
    keep(session, &[&title, " from ", clock].concat(), replay, turn)
}

/// Why a replay does not come to its end.
enum NoPlay {
    Sentence(String),
    Refused { number: usize, because: String },
    Differs,
}

impl NoPlay {
    fn words(self, what: &str, done: &str) -> String {
        match self {
            Self::Sentence(sentence) => sentence,
            Self::Refused { number, because } => {
                [what, " cannot be played again here: act ", &number.to_string(), " is refused. ", &because].concat()
            }
            Self::Differs => [
                what,
                " was played with another version of the scenario or the app: here it comes out differently, so it was not ",
                done,
                ".",
            ]
            .concat(),
        }
    }
}

/// Plays it in a worker of its own; gives the scenario's title, and what came of it.
async fn play(replay: &Replay) -> Result<(String, Turn), NoPlay> {
    let texts = library::texts(&replay.scenario).await.map_err(NoPlay::Sentence)?;
    let beginning = Beginning { seed: replay.seed, help: replay.help };
    let engine = Engine::default();
    let turn = engine.begin(order(&texts, &beginning, &replay.acts, true)).await;
    engine.end();
    let turn = turn.map_err(|no| match no {
        NoTurn::Dead(sentence) => NoPlay::Sentence(sentence),
        NoTurn::Refused(because, at) => NoPlay::Refused { number: at + 1, because },
    })?;
    if !replay.acts.is_empty() && turn.hash != replay.hash {
        return Err(NoPlay::Differs);
    }
    Ok((texts.title, turn))
}

fn keep(session: Session, title: &str, replay: Replay, turn: Turn) -> Result<String, String> {
    let acts = replay.acts.iter().zip(turn.lines).enumerate().map(|(before, (act, (entries, hash, stopped)))| {
        let act = serde_json::to_value(act).unwrap_or_default();
        (entries, shift::Act { before, act, hash, over: stopped == Stopped::Over })
    });
    let help = replay.help.map(|help| help.word().to_owned());
    let begin = Begin { scenario: replay.scenario.to_string(), seed: replay.seed, help };
    session.make_run(title, begin, acts.collect())
}
