//! Random work in two tabs, for what has to hold whatever happens.
#![allow(dead_code, reason = "each test binary uses its own part")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use itsm::incident::{Amendment, Channel, Command as Incident, HoldReason, Report, ResolutionCode, Side};
use itsm::problem::{Amendment as Found, Command as Problem, Message, Statement};
use itsm::service_level::Agreement;
use itsm::{Command, Context, Entry as Name, EntryId, GroupId, IncidentId, Level, PersonId, ProblemId};
use journal::{Entry, Stamp, TabId};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use workspace::{Workspace, seed};

use super::request_steps;

/// One step of somebody in one of two tabs: a command about the n-th incident, or hearing what the other did.
#[derive(Clone, Debug)]
pub enum Step {
    Command {
        tab: u64,
        make: Make,
        incident: Index,
        other: Index,
    },
    /// The tabs hear of each other: from now on both know everything.
    Meet,
}

#[derive(Clone, Copy, Debug)]
pub enum Make {
    Log,
    Amend,
    Assign,
    Start,
    Hold,
    Resolve,
    Reopen,
    Close,
    Cancel,
    Reply(Side),
    Note,
    Link,
    Unlink,
    Duplicate,
    Raise,
    LinkProblem,
    Problem(usize),
    Request(usize),
    Rename,
    Retire,
    BringBack,
    Matrix,
    Agreement,
    /// Takes back, or brings back, some command that the tab knows.
    Undo,
}

pub fn step() -> impl Strategy<Value = Step> {
    use Make::*;
    let make = select(vec![
        Log,
        Log,
        Amend,
        Assign,
        Assign,
        Start,
        Hold,
        Resolve,
        Resolve,
        Reopen,
        Close,
        Close,
        Cancel,
        Reply(Side::Desk),
        Reply(Side::Caller),
        Note,
        Link,
        Link,
        Unlink,
        Duplicate,
        Raise,
        LinkProblem,
        Rename,
        Retire,
        BringBack,
        Matrix,
        Agreement,
        Undo,
        Undo,
    ]);
    let make = prop_oneof![8 => make, 2 => (0..PROBLEM_STEPS).prop_map(Problem), 3 => (0..request_steps::COUNT).prop_map(Request)];
    let command = (0..2_u64, make, any::<Index>(), any::<Index>())
        .prop_map(|(tab, make, incident, other)| Step::Command { tab, make, incident, other });
    prop_oneof![9 => command, 1 => Just(Step::Meet)]
}

pub fn command(make: Make, id: IncidentId, other: IncidentId, text: &str) -> Option<Command> {
    let words: Arc<str> = Arc::from(text);
    let incident = match make {
        Make::Log => Incident::Log(Box::new(report(words))),
        Make::Amend => Incident::Amend { incident: id, changes: vec![Amendment::Summary(words)] },
        Make::Assign => Incident::Assign { incident: id, group: Some(GroupId::imported(2)), assignee: Some(seed::YOU) },
        Make::Start => Incident::Start(id),
        Make::Hold => Incident::Hold { incident: id, reason: HoldReason::Caller, note: words },
        Make::Resolve => {
            Incident::Resolve { incident: id, code: ResolutionCode::SolutionProvided, solution: words, cascade: true }
        }
        Make::Reopen => Incident::Reopen { incident: id, because: words },
        Make::Close => Incident::Close(id),
        Make::Cancel => Incident::Cancel { incident: id, because: words },
        Make::Reply(side) => Incident::Reply { incident: id, side, text: words },
        Make::Note => Incident::Note { incident: id, text: words },
        Make::Link => Incident::LinkParent { incident: id, parent: Some(other) },
        Make::Unlink => Incident::LinkParent { incident: id, parent: None },
        Make::Duplicate => Incident::MarkDuplicate { incident: id, of: Some(other) },
        Make::Raise => return Some(Command::Problem(raise(words, id))),
        Make::LinkProblem => Incident::LinkProblem { incident: id, problem: Some(ProblemId(other.0)) },
        Make::Problem(step) => {
            return Some(Command::Problem(problem_step(step, ProblemId(id.0), ProblemId(other.0), words)));
        }
        Make::Request(step) => return Some(Command::Request(request_steps::step(step, id.0, other, words))),
        Make::Rename => return Some(Command::Enter(Name::Person(PersonId::imported(9), words))),
        Make::Retire => return Some(Command::Retire(EntryId::Group(GroupId::imported(1 + retirable(text))))),
        Make::BringBack => return Some(Command::BringBack(EntryId::Group(GroupId::imported(1 + retirable(text))))),
        Make::Matrix => {
            let last = 3 + u8::try_from(text.len() % 3).unwrap();
            return Some(Command::SetMatrix(vec![vec![1, 2, 3], vec![2, 3, 3], vec![3, 3, last]]));
        }
        Make::Agreement => {
            return Some(Command::SetAgreement(Box::new(Agreement { name: words, ..Agreement::default() })));
        }
        Make::Undo => return None,
    };
    Some(Command::Incident(incident))
}

/// One of the groups of a blank workspace.
fn retirable(text: &str) -> u32 {
    u32::try_from(text.len() % 3).unwrap()
}

fn raise(summary: Arc<str>, from: IncidentId) -> Problem {
    let statement = Statement {
        summary,
        description: Arc::from(""),
        service: None,
        item: None,
        category: None,
        impact: Level(2),
        urgency: Level(2),
        group: Some(GroupId::imported(1)),
        assignee: Some(seed::YOU),
    };
    Problem::Raise { statement: Box::new(statement), from: vec![from] }
}

/// How many steps [`problem_step`] knows.
const PROBLEM_STEPS: usize = 12;

/// What can be asked of a problem; its keys are those of incidents, as the numbers of both count up.
fn problem_step(step: usize, problem: ProblemId, of: ProblemId, words: Arc<str>) -> Problem {
    match step {
        0 => Problem::Assess(problem),
        1 => Problem::Analyse(problem),
        2 => Problem::Amend { problem, changes: vec![Found::Cause(words)] },
        3 => Problem::BeginFix(problem),
        4 => Problem::Resolve { problem, fix: words, resolve_awaiting: true },
        5 => Problem::Close(problem),
        6 => Problem::Reanalyse { problem, because: words },
        7 => Problem::MarkDuplicate { problem, of },
        8 => Problem::Cancel { problem, because: words },
        9 => Problem::DeclareKnownError(problem),
        10 => Problem::Communicate { problem, what: Message::Workaround, text: words },
        _ => Problem::AcceptRisk { problem, because: words },
    }
}

fn report(summary: Arc<str>) -> Report {
    Report {
        summary,
        description: Arc::from(""),
        channel: Channel::Phone,
        caller: Some(seed::YOU),
        service: None,
        item: None,
        category: None,
        impact: Level(2),
        urgency: Level(2),
        group: Some(GroupId::imported(1)),
        assignee: None,
        follows: None,
    }
}

pub fn start() -> DateTime<Utc> {
    "2026-03-02T09:00:00Z".parse().unwrap()
}

/// Plays the steps in two tabs and gives every entry that they stored.
pub fn play(steps: &[Step]) -> Vec<Entry> {
    let first = Entry { stamp: Stamp::default(), sequence: 0, payload: Workspace::payload(&seed::blank(start())) };
    let mut all = vec![first.clone()];
    let mut tabs = [Workspace::open(None, &all).0, Workspace::open(None, &all).0];
    let mut heard = [1, 1];
    let mut own: Vec<Vec<usize>> = vec![vec![], vec![]];
    for (millis, step) in (2_u32..).zip(steps) {
        match step {
            Step::Meet => {
                for (tab, workspace) in tabs.iter_mut().enumerate() {
                    all[heard[tab]..].iter().for_each(|entry| drop(workspace.admit(entry)));
                    heard[tab] = all.len();
                }
            }
            Step::Command { tab, make, incident, other } => {
                let number = usize::try_from(*tab).unwrap();
                let ids: Vec<IncidentId> = tabs[number].desk().incidents().map(|incident| incident.id).collect();
                let pick =
                    |index: &Index| if ids.is_empty() { IncidentId::default() } else { ids[index.index(ids.len())] };
                let context = Context {
                    now: start() + TimeDelta::minutes(i64::from(millis)),
                    actor: seed::YOU,
                    role: itsm::Role::default(),
                    tag: 70 + u32::try_from(*tab).unwrap(),
                };
                let tab_now = &tabs[number];
                let payload = match command(*make, pick(incident), pick(other), &format!("step {millis}")) {
                    Some(command) => tab_now.decide(command, &context).map(|events| Workspace::payload(&events)),
                    None => {
                        let known = tab_now.commands();
                        let of = known[incident.index(known.len())];
                        tab_now.undo(of, &context).map(|undone| Workspace::payload_of_undo(&undone))
                    }
                };
                let Ok(payload) = payload else { continue };
                let entry = Entry {
                    // Ties between the tabs are broken by the tab.
                    stamp: Stamp { millis: u64::from(millis / 2), count: millis % 2, tab: TabId(*tab + 1) },
                    sequence: millis,
                    payload,
                };
                tabs[number].admit(&entry);
                own[number].push(all.len());
                all.push(entry);
            }
        }
    }
    all
}
