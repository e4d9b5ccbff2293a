//! How the world of a shift stands: cases, faults, people, teams, suppliers, changes.

use std::collections::{BTreeMap, BTreeSet};

use super::plan::{Planned, PlannedFault, PlannedTeam};
use super::view::Utterance;
use super::{Act, Logged, RefuseReason};
use crate::scenario::{ChangeIs, ChangeType, Does, FaultIs, Key, LinkKind, Plan, PromiseIs, Stake, Verdict};
use crate::{Scheduled, SimTime};

/// Where somebody is who came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    /// They have not come.
    Coming,
    /// They ring, or stand at the desk, until then.
    Ringing { until: SimTime },
    /// A mail, a form, a chat, an event: nobody has looked at it.
    Unread,
    /// Somebody has turned to it.
    Taken,
}

/// Whether somebody is held up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Need {
    /// There is nothing to be held up by.
    None,
    /// Since then.
    Unmet { since: SimTime },
    /// They can work.
    Met,
}

/// A promise to a caller.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Given {
    pub until: SimTime,
    pub is: PromiseIs,
}

/// Who was asked for approval.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Asked {
    pub person: Key,
    /// Their answer, once it is there.
    pub answer: Option<bool>,
}

/// What a team does with a record.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Work {
    /// It lies in its queue, and is taken up then at the earliest.
    Queued { from: SimTime },
    /// Somebody works on it until then.
    Doing { until: SimTime },
}

/// What somebody of a team does with a record that they have taken up.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum TeamAct {
    /// It is not theirs, or cannot be done: back, with the reason.
    HandBack(String),
    /// The steps of a request.
    Fulfil,
    /// A fix.
    Fix(Key),
    /// They call the supplier.
    Call(Key),
    /// They refuse what would be unsafe, or take up what was reported.
    See,
}

/// A case: a contact that came, or a record that was there.
#[derive(Clone, Debug)]
pub(super) struct CaseState {
    pub planned: Planned,
    pub order: usize,
    pub phase: Phase,
    pub arrived: SimTime,
    pub lost: bool,
    pub title: String,
    pub conversation: Vec<Utterance>,
    pub asked: BTreeMap<Key, u32>,
    pub verified: Option<bool>,
    /// What searching has found.
    pub found: Option<Vec<Key>>,
    pub looked_at: BTreeSet<Key>,
    /// Fixes that were done, in order, and whether they helped.
    pub tried: Vec<(Key, bool)>,
    pub facts: BTreeSet<Key>,
    pub logged: Option<Logged>,
    /// What a request was logged for.
    pub ordered: Option<Key>,
    pub need: Need,
    pub met: Vec<SimTime>,
    pub stake: Stake,
    /// Whether a fix that helps one caller alone has helped this one.
    pub cured: bool,
    pub promise: Option<Given>,
    pub refused: Option<RefuseReason>,
    pub reported: bool,
    pub acknowledged: bool,
    pub confirmed: bool,
    pub approval: Option<Asked>,
    pub tasks: BTreeSet<Key>,
    /// With which team it is, and how far.
    pub with: Option<Key>,
    pub work: Option<Work>,
    pub team_act: Option<TeamAct>,
    /// What a team was asked to do.
    pub ordered_fix: Option<Key>,
    pub team_says: Option<String>,
    /// Which chaser, pick-up and promise counts: earlier ones that are still scheduled do not.
    pub chase: u32,
    pub turn: u32,
    /// Whether something new is to be read.
    pub calls: bool,
    /// Whether nothing more is to be done about it.
    pub over: bool,
    pub handed: bool,
    /// Links that the desk has no record for: of a contact that belongs to a request.
    pub belongs_to: Vec<(LinkKind, Key)>,
    pub chased: u32,
    pub returned: u32,
}

impl CaseState {
    pub fn new(planned: Planned, order: usize, at: SimTime, stake: Stake) -> Self {
        Self {
            planned,
            order,
            phase: Phase::Coming,
            arrived: at,
            lost: false,
            title: String::new(),
            conversation: vec![],
            asked: BTreeMap::new(),
            verified: None,
            found: None,
            looked_at: BTreeSet::new(),
            tried: vec![],
            facts: BTreeSet::new(),
            logged: None,
            ordered: None,
            need: Need::None,
            met: vec![],
            stake,
            cured: false,
            promise: None,
            refused: None,
            reported: false,
            acknowledged: false,
            confirmed: false,
            approval: None,
            tasks: BTreeSet::new(),
            with: None,
            work: None,
            team_act: None,
            ordered_fix: None,
            team_says: None,
            chase: 0,
            turn: 0,
            calls: false,
            over: false,
            handed: false,
            belongs_to: vec![],
            chased: 0,
            returned: 0,
        }
    }

    pub fn is_unmet(&self) -> bool {
        matches!(self.need, Need::Unmet { .. })
    }

    pub fn has_come(&self) -> bool {
        self.phase != Phase::Coming
    }
}

/// A fault.
#[derive(Clone, Debug)]
pub(super) struct FaultState {
    pub planned: PlannedFault,
    pub is: FaultIs,
    pub began: Vec<SimTime>,
    pub ended: Vec<SimTime>,
    /// Which end of a workaround counts.
    pub nth: u32,
    /// What makes it go slower, for one that heats.
    pub slowed: Option<f64>,
    /// How warm its room is, and since when.
    pub warmth: Option<(f64, SimTime)>,
    /// The item that was last stopped by heat.
    pub stopped: usize,
}

/// A person.
#[derive(Clone, Debug)]
pub(super) struct PersonState {
    pub mood: i32,
}

/// A team.
#[derive(Clone, Debug)]
pub(super) struct TeamState {
    pub planned: PlannedTeam,
    /// Until when each of its people is busy.
    pub busy: Vec<SimTime>,
    pub queue: Vec<Key>,
}

/// A supplier that was called.
#[derive(Clone, Debug)]
pub(super) struct SupplierState {
    pub called: SimTime,
    pub case: Key,
    /// When they promised to have begun, and to be done.
    pub repair_by: SimTime,
    pub done_at: Option<SimTime>,
    /// Whether they wait for evidence.
    pub asks: bool,
    pub pressed: bool,
    pub fix: Option<Key>,
    pub nth: u32,
    pub over: bool,
}

/// A change.
#[derive(Clone, Debug)]
pub(super) struct ChangeState {
    pub key: Key,
    pub summary: String,
    pub kind: ChangeType,
    pub items: Vec<Key>,
    pub window: (SimTime, SimTime),
    pub by: Option<Key>,
    pub who: Option<Key>,
    pub plan: Plan,
    pub does: Does,
    pub is: ChangeIs,
    /// Whether it was authorised before it was carried out.
    pub was_authorised: bool,
    pub advice: Option<Verdict>,
    pub running: Option<(SimTime, SimTime)>,
    pub late: bool,
    pub starts_done: bool,
    pub conversation: Vec<Utterance>,
    /// From which case it was raised.
    pub from: Option<Key>,
    pub order: usize,
}

/// An act that takes its time.
#[derive(Clone, Debug)]
pub(super) struct Busy {
    pub act: Act,
    pub label: String,
    pub left: chrono::TimeDelta,
    /// Who rings.
    pub by: Key,
}

/// A problem that was raised in the shift, or was known before.
#[derive(Clone, Debug)]
pub(super) struct ProblemState {
    pub faults: BTreeSet<Key>,
    pub cases: BTreeSet<Key>,
    /// The fix that was written down as a workaround.
    pub workaround: Option<Key>,
}

/// An article that was written in the shift.
#[derive(Clone, Debug)]
pub(super) struct Written {
    pub key: Key,
    pub title: String,
    pub fault: Option<Key>,
    pub fix: Option<Key>,
}

/// All of it.
#[derive(Clone, Debug, Default)]
pub(super) struct State {
    pub cases: BTreeMap<Key, CaseState>,
    pub faults: BTreeMap<Key, FaultState>,
    pub people: BTreeMap<Key, PersonState>,
    pub teams: BTreeMap<Key, TeamState>,
    pub suppliers: BTreeMap<Key, SupplierState>,
    pub changes: BTreeMap<Key, ChangeState>,
    pub problems: BTreeMap<Key, ProblemState>,
    pub written: Vec<Written>,
    pub improvements: u32,
    pub known: BTreeSet<Key>,
    pub down: BTreeSet<Key>,
    pub said: BTreeSet<String>,
    /// By what demand is scaled.
    pub scale: BTreeMap<Key, f64>,
    /// Contacts that come when a fault holds people up again.
    pub held_back: BTreeMap<Key, Vec<Key>>,
    /// Whose effect is already scheduled or done.
    pub sprung: BTreeSet<Key>,
    /// What happens at handover: the trap or turn, and which effect.
    pub at_handover: Vec<(Source, usize)>,
    pub talking_to: Option<Key>,
    /// Whose call is being picked up.
    pub answering: Option<Key>,
    pub major: Option<Key>,
    pub hold_chasers_until: Option<SimTime>,
    pub handed_items: Option<(BTreeSet<Key>, BTreeSet<Key>)>,
    /// When the player is kept busy until.
    pub kept_until: Option<SimTime>,
    pub acts: Vec<(SimTime, Act)>,
    pub over: bool,
    /// The hint that stands, and how many were given.
    pub hint: Option<String>,
    pub hints: u8,
    pub cents: i64,
}

/// Where an effect comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// The trap at this place of the file.
    Trap(usize),
    /// The turn at this place of the file.
    Turn(usize),
}

/// A place in the kernel's queue.
pub(super) type Place = Scheduled<SimTime>;
