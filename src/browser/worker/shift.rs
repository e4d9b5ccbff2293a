//! The worker's side of a shift that is played: it holds the shift, acts in it, and says what one sees then.

use std::sync::Arc;

use serde::de::DeserializeOwned;
use simulation::scenario::{Files, Key};
use simulation::shift::{Act, Beginning, Done, Happened, Refused, Shift, Stopped};
use workspace::Workspace;

use super::look::Back;
use super::protocol::{Answer, Came, ShiftOrder};

/// A shift, and what of it the page has been told.
pub(super) struct Playing {
    shift: Shift,
    /// What happened at the desk before the shift, until it is told.
    before: Vec<itsm::Event>,
    /// How many entries are told.
    told: usize,
    /// What was done in it.
    acts: Vec<Act>,
    /// What looks back at it.
    back: Back,
}

const OTHER_VERSION: &str = "The page and its worker are of different versions. Reload the page.";
pub(super) const NO_SHIFT: &str = "The shift is no longer at hand. Reload the page; what you have done is kept.";

/// Begins a shift and does again what was done before. What cannot be done leaves no shift.
pub(super) fn begin(held: &mut Option<Playing>, order: &ShiftOrder, serial: u32) -> Answer {
    *held = None;
    let (Some(beginning), Some(acts)) = (read::<Beginning>(&order.beginning), read::<Vec<Act>>(&order.acts)) else {
        return Answer::ShiftRefused { serial, because: OTHER_VERSION.to_owned(), at: 0 };
    };
    let mut playing = match Playing::begin(order, &beginning) {
        Ok(playing) => playing,
        Err(because) => return Answer::ShiftRefused { serial, because, at: 0 },
    };
    let (mut stopped, mut lines) = (Stopped::Done, Vec::new());
    for (at, act) in (0..).zip(acts) {
        match playing.act(act) {
            Ok(done) => stopped = done.stopped,
            Err(Refused(because)) => return Answer::ShiftRefused { serial, because, at },
        }
        if order.wants_lines {
            lines.push((playing.entries(), playing.hash(), stopped));
        } else {
            playing.is_stored();
        }
    }
    let lines = serde_json::to_string(&lines).unwrap_or_default();
    // What stands in the entries at the beginning is told with the first act, which is when it is stored.
    let answer = Answer::Shift(serial, playing.came(stopped, String::new(), lines));
    *held = Some(playing);
    answer
}

/// Does something in it.
pub(super) fn act(held: &mut Option<Playing>, act: &str, serial: u32) -> Answer {
    let (Some(playing), Some(act)) = (held, read::<Act>(act)) else {
        return Answer::Fault(NO_SHIFT.to_owned());
    };
    match playing.act(act) {
        Ok(done) => {
            let entries = playing.entries();
            Answer::Shift(serial, playing.came(done.stopped, entries, String::new()))
        }
        Err(Refused(because)) => Answer::ShiftRefused { serial, because, at: 0 },
    }
}

/// Asks the coach.
pub(super) fn coach(held: Option<&Playing>, case: &str, serial: u32) -> Answer {
    let Some(playing) = held else { return Answer::Fault(NO_SHIFT.to_owned()) };
    let case = read::<Option<Key>>(case).flatten();
    let coaching = playing.shift.coach(case.as_ref());
    Answer::Coached { serial, coaching: serde_json::to_string(&coaching).unwrap_or_default() }
}

fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_str(text).ok()
}

impl Playing {
    fn begin(order: &ShiftOrder, beginning: &Beginning) -> Result<Self, String> {
        let files = Arc::new(Files::read(&order.world, &order.pool, &order.scenario)?);
        let (records, before) = Shift::opening(&files)?;
        let shift = Shift::begin_with(files, &records, beginning)?;
        let back = Back::new(&shift, beginning);
        Ok(Self { shift, before, told: 0, acts: vec![], back })
    }

    fn act(&mut self, act: Act) -> Result<Done, Refused> {
        let done = self.shift.act(act.clone())?;
        self.acts.push(act);
        Ok(done)
    }

    /// What looks back, at which shift, and what was done in it.
    pub fn back(&mut self) -> (&mut Back, &Shift, &[Act]) {
        (&mut self.back, &self.shift, &self.acts)
    }

    /// The desk's events since this was last asked, as they are stored.
    fn entries(&mut self) -> String {
        let mut events = std::mem::take(&mut self.before);
        let new = self.shift.entries().iter().skip(self.told);
        events.extend(new.filter_map(|entry| match &entry.what {
            Happened::Desk(event) => Some((**event).clone()),
            _ => None,
        }));
        self.told = self.shift.entries().len();
        Workspace::payload(&events)
    }

    /// All that has happened is stored already: none of it is told again.
    fn is_stored(&mut self) {
        self.before = vec![];
        self.told = self.shift.entries().len();
    }

    /// The hash as it is stored: 16 hexadecimal digits.
    fn hash(&self) -> String {
        format!("{:016x}", self.shift.hash())
    }

    fn came(&self, stopped: Stopped, entries: String, lines: String) -> Came {
        Came {
            view: serde_json::to_string(&self.shift.view()).unwrap_or_default(),
            stopped: serde_json::to_string(&stopped).unwrap_or_default(),
            entries,
            hash: self.hash(),
            lines,
        }
    }
}
