//! A shift that is played: begun, acted in, looked at.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};

use super::due::Due;
use super::plan::{Plan, minutes};
use super::records::Records;
use super::state::{Busy, Place, State};
use super::view::News;
use super::{Act, CommandId, Done, Entry, EntryId, Happened, Loss, Stopped, WorldEvent, chance};
use crate::scenario::{Begins, Files, Key, LocalTime};
use crate::{Kernel, SimTime};

/// Why something cannot be done, in the desk's words. The world refuses nothing else: it lets poor judgement cost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused(pub String);

impl fmt::Display for Refused {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl std::error::Error for Refused {}

impl From<itsm::Refusal> for Refused {
    fn from(refusal: itsm::Refusal) -> Self {
        Self(refusal.sentence())
    }
}

pub(super) fn refuse<T>(because: impl Into<String>) -> Result<T, Refused> {
    Err(Refused(because.into()))
}

/// With what a shift begins: the same, with the same acts, gives the same shift.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Beginning {
    /// Which chances.
    pub seed: u64,
    /// How much help; as the scenario says if nothing is said.
    #[serde(default)]
    pub help: Option<Begins>,
}

/// A shift. A clone goes on by itself: that is how one looks ahead, forks and replays.
#[derive(Clone)]
pub struct Shift {
    pub(super) plan: Arc<Plan>,
    pub(super) kernel: Kernel<Due>,
    pub(super) records: Records,
    pub(super) state: State,
    pub(super) entries: Vec<Entry>,
    pub(super) command: u32,
    /// For each act that was taken, waits among them, the place of the first entry that came after it was begun.
    pub(super) taken: Vec<EntryId>,
    pub(super) busy: Option<Busy>,
    pub(super) news: Vec<News>,
    pub(super) losses: Vec<Loss>,
    pub(super) help: Begins,
    /// Whether something happened that ends a wait.
    pub(super) woken: bool,
    /// Who began to ring during an act.
    pub(super) rang: Option<Key>,
    /// Whether what an act shows is announced; policies need no news.
    pub(super) quiet: bool,
    /// What a policy has tried in vain.
    pub(super) in_vain: BTreeSet<String>,
}

impl Shift {
    /// Opens the desk.
    ///
    /// # Errors
    /// What in the files does not fit together, in words.
    pub fn begin(files: Arc<Files>, beginning: &Beginning) -> Result<Self, String> {
        let records = Self::records_of(&files)?;
        Self::begin_with(files, &records, beginning)
    }

    /// The desk as it is when any shift of these files begins: the same for every seed.
    ///
    /// # Errors
    /// What in the files does not fit together, in words.
    pub fn records_of(files: &Arc<Files>) -> Result<Records, String> {
        Self::opening(files).map(|(records, _)| records)
    }

    /// The same, with what happened at the desk before.
    ///
    /// # Errors
    /// What in the files does not fit together, in words.
    pub fn opening(files: &Arc<Files>) -> Result<(Records, Vec<itsm::Event>), String> {
        let mut records = Records::begin(files, Plan::start(files)?.utc())?;
        let before = records.take();
        Ok((records, before))
    }

    /// Opens the desk over records that were made before: for many seeds.
    ///
    /// # Errors
    /// What in the files does not fit together, in words.
    pub fn begin_with(files: Arc<Files>, records: &Records, beginning: &Beginning) -> Result<Self, String> {
        let plan = Plan::new(files, beginning.seed)?;
        let seed = chance::seed_of(&plan.files.scenario.id, beginning.seed);
        let help = beginning.help.unwrap_or(plan.files.scenario.help.begins);
        let mut shift = Self {
            kernel: Kernel::new(plan.from, seed),
            plan: Arc::new(plan),
            records: records.clone(),
            state: State::default(),
            entries: vec![],
            command: 0,
            taken: vec![],
            busy: None,
            news: vec![],
            losses: vec![],
            help,
            woken: false,
            rang: None,
            quiet: false,
            in_vain: BTreeSet::new(),
        };
        shift.open();
        Ok(shift)
    }

    /// The same shift, when nobody looks: nothing is prepared to be shown.
    pub fn quietly(mut self) -> Self {
        self.quiet = true;
        self
    }

    /// A copy to try something out on: without what was written down, which nothing that happens looks at.
    pub(super) fn sketch(&self) -> Self {
        Self {
            plan: self.plan.clone(),
            kernel: self.kernel.clone(),
            records: self.records.clone(),
            state: self.state.clone(),
            entries: vec![],
            command: self.command,
            taken: vec![],
            busy: None,
            news: vec![],
            losses: vec![],
            help: self.help,
            woken: false,
            rang: None,
            quiet: true,
            in_vain: BTreeSet::new(),
        }
    }

    /// The files it is made of.
    pub fn files(&self) -> &Arc<Files> {
        &self.plan.files
    }

    /// The desk behind it.
    pub fn records(&self) -> &Records {
        &self.records
    }

    /// All that was written down.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// All that was done by the player, in order.
    pub fn acts(&self) -> impl Iterator<Item = &Act> {
        self.state.acts.iter().map(|(_, act)| act)
    }

    /// Whether it is over.
    pub fn is_over(&self) -> bool {
        self.state.over
    }

    /// The same for the same shift.
    pub fn hash(&self) -> u64 {
        self.kernel.hash()
    }

    /// The clock.
    pub fn instant(&self) -> DateTime<Utc> {
        self.kernel.now().utc()
    }

    /// The clock, local, to the minute.
    pub fn now(&self) -> LocalTime {
        self.plan.local(self.kernel.now())
    }

    /// Lets something happen after a while.
    pub(super) fn later(&mut self, span: TimeDelta, due: Due) -> Option<Place> {
        self.kernel.schedule_in(span.max(TimeDelta::zero()), due).ok()
    }

    /// Lets something happen after so many minutes.
    pub(super) fn in_minutes(&mut self, number: f64, due: Due) -> Option<Place> {
        self.later(minutes(number), due)
    }

    /// Lets something happen at an instant, or now if that is over.
    pub(super) fn at(&mut self, at: SimTime, due: Due) -> Option<Place> {
        let at = at.max(self.kernel.now());
        self.kernel.schedule(at, due).ok()
    }

    /// Writes down what happened.
    pub(super) fn write(&mut self, what: Happened) {
        let id = EntryId(u32::try_from(self.entries.len()).unwrap_or(u32::MAX));
        let at = self.kernel.now().utc();
        self.entries.push(Entry { id, command: CommandId(self.command), at, what });
    }

    /// Writes down what happened in the world.
    pub(super) fn world(&mut self, event: WorldEvent) {
        self.write(Happened::World(event));
    }

    /// Writes down what the desk recorded.
    pub(super) fn keep_desk(&mut self) {
        for event in self.records.take() {
            self.write(Happened::Desk(Box::new(event)));
        }
    }

    /// What the next thing that is written down belongs to.
    pub(super) fn next_command(&mut self) {
        self.command += 1;
    }

    /// The place of the next entry.
    pub(super) fn next_entry(&self) -> EntryId {
        EntryId(u32::try_from(self.entries.len()).unwrap_or(u32::MAX))
    }

    /// What came of the act that has just been done.
    pub(super) fn done(&self, first: EntryId) -> Done {
        let stopped = match (self.state.over, &self.busy) {
            (true, _) => Stopped::Over,
            (false, Some(_)) => Stopped::Interrupted,
            (false, None) => Stopped::Done,
        };
        Done { stopped, first }
    }

    /// Says that something new is to be seen.
    pub(super) fn announce(&mut self, case: Option<&Key>, text: impl FnOnce() -> String, rings: bool) {
        self.woken = true;
        if !self.quiet {
            let news = News { at: self.now(), case: case.cloned(), text: text(), rings };
            self.news.push(news);
        }
    }

    /// Numbers of things made in the shift, by what they are called.
    pub(super) fn numbered(&self, name: &str, taken: usize) -> Key {
        Key::new(&format!("{name}-{}", taken + 1))
    }
}
