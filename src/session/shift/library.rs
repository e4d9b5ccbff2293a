//! Which scenarios can be played: what stands beside the app, fetched when somebody asks.

use serde::Deserialize;
use simulation::scenario::Begins;

use crate::browser::{files, tasks};
use crate::route::Route;

/// A scenario that can be played, without what is hidden in it.
#[derive(Clone, Debug, PartialEq)]
pub struct ScenarioInfo {
    /// Its key.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// 1 to 5.
    pub level: u8,
    /// Real minutes.
    pub minutes: u32,
    /// What somebody can do afterwards.
    pub purpose: String,
    /// What is told at the beginning.
    pub briefing: String,
    /// Three.
    pub goals: Vec<String>,
    /// What it teaches: topics of `why`.
    pub concepts: Vec<String>,
    /// With how much help it begins, unless somebody chooses otherwise.
    pub help: Begins,
    /// The date of the shift ("2026-03-17").
    pub date: String,
    /// When it begins ("08:00").
    pub from: String,
    /// When it ends.
    pub to: String,
}

/// The files of a scenario, as they stand beside the app.
#[derive(Clone, Debug)]
pub(super) struct Texts {
    pub title: String,
    pub world: String,
    pub pool: String,
    pub scenario: String,
}

const FOLDER: &str = "content/scenarios/";
const RULES: &str = "content/grading/rules.json";
const NO_RULES: &str =
    "The rules of the debrief could not be fetched. Check the connection and try again; nothing was changed.";
const NOT_FETCHED: &str = "The scenario could not be fetched. Check the connection and try again; nothing was changed.";
const DAMAGED: &str =
    "The list of scenarios could not be read. Reload the page to get the newest one; nothing was changed.";
const NOT_HERE: &str = "This version of the app has no scenario of that name that can be played.";

/// What the list of scenarios says.
#[derive(Deserialize)]
struct Index {
    world: String,
    pool: String,
    scenarios: Vec<Line>,
}

#[derive(Deserialize)]
struct Line {
    id: String,
    file: String,
    title: String,
    status: String,
    level: u8,
    minutes: u32,
}

/// What a scenario says that may be told beforehand. What else it holds is passed over.
#[derive(Deserialize)]
struct Cover {
    purpose: String,
    briefing: String,
    #[serde(default)]
    goals: Vec<String>,
    #[serde(default)]
    concepts: Vec<String>,
    #[serde(default)]
    help: Help,
    clock: Clock,
}

#[derive(Default, Deserialize)]
struct Help {
    #[serde(default)]
    begins: Begins,
}

#[derive(Deserialize)]
struct Clock {
    date: String,
    from: String,
    to: String,
}

impl Index {
    async fn fetch() -> Result<Self, String> {
        serde_json::from_str(&fetch("index.json").await?).map_err(|_| DAMAGED.to_owned())
    }
}

impl Line {
    fn is_playable(&self) -> bool {
        self.status == "playable"
    }
}

/// The scenarios that can be played, in their order; `Err` with a sentence for the user.
pub async fn library() -> Result<Vec<ScenarioInfo>, String> {
    let lines: Vec<Line> = Index::fetch().await?.scenarios.into_iter().filter(Line::is_playable).collect();
    // All are on their way at once.
    let texts: Vec<_> = lines.iter().map(|line| fetch_now(&line.file)).collect();
    let mut scenarios = Vec::with_capacity(lines.len());
    for (line, text) in lines.into_iter().zip(texts) {
        let cover: Cover = serde_json::from_str(&text.await?).map_err(|_| DAMAGED.to_owned())?;
        scenarios.push(ScenarioInfo {
            id: line.id,
            title: line.title,
            level: line.level,
            minutes: line.minutes,
            purpose: cover.purpose,
            briefing: cover.briefing,
            goals: cover.goals,
            concepts: cover.concepts,
            help: cover.help.begins,
            date: cover.clock.date,
            from: cover.clock.from,
            to: cover.clock.to,
        });
    }
    Ok(scenarios)
}

/// What a scenario that can be played is called.
pub(super) async fn title(scenario: &str) -> Result<String, String> {
    let index = Index::fetch().await?;
    let line = index.scenarios.into_iter().find(|line| line.id == scenario && line.is_playable());
    line.map(|line| line.title).ok_or_else(|| NOT_HERE.to_owned())
}

/// The files of a scenario that can be played.
pub(super) async fn texts(scenario: &str) -> Result<Texts, String> {
    let index = Index::fetch().await?;
    let line = index.scenarios.into_iter().find(|line| line.id == scenario && line.is_playable());
    let line = line.ok_or_else(|| NOT_HERE.to_owned())?;
    let (world, pool, scenario) = (fetch_now(&index.world), fetch_now(&index.pool), fetch_now(&line.file));
    Ok(Texts { title: line.title, world: world.await?, pool: pool.await?, scenario: scenario.await? })
}

/// The rules that a shift is graded by.
pub(super) async fn rules() -> Result<String, String> {
    files::fetch_text(Route::file(RULES)).await.map_err(|_| NO_RULES.to_owned())
}

/// Fetches a file from now on, whoever waits for it first.
fn fetch_now(file: &str) -> impl Future<Output = Result<String, String>> + use<> {
    let (teller, waiting) = tasks::answer();
    let file = file.to_owned();
    tasks::spawn(async move { teller.tell(fetch(&file).await) });
    waiting
}

async fn fetch(file: &str) -> Result<String, String> {
    files::fetch_text(Route::file(&[FOLDER, file].concat())).await.map_err(|_| NOT_FETCHED.to_owned())
}
