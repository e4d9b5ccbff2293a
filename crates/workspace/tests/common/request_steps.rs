//! What can be asked of requests in a random history.
#![allow(dead_code, reason = "each test binary uses its own part")]

use std::sync::Arc;

use itsm::approval::Rule;
use itsm::incident::{Channel, Side};
use itsm::request::{Command, Form, Kind, Origin, PendingReason, Plan, Step, Target, TaskId, Wanted};
use itsm::satisfaction::Score;
use itsm::{GroupId, IncidentId, Key, Level, PersonId};
use workspace::seed;

/// How many steps [`step`] knows.
pub const COUNT: usize = 16;

/// One of them; its keys are those of incidents, as the numbers of both count up.
pub fn step(step: usize, key: Key, incident: IncidentId, words: Arc<str>) -> Command {
    let request = key.into();
    let (item, first, second) = (0, TaskId::planned(0), TaskId::planned(1));
    match step {
        0 => Command::Log { form: form(words, vec![]), from: None },
        1 => Command::Log { form: form(words.clone(), asked()), from: Some(Origin { incident, because: words }) },
        2 => Command::Answer { request, approves: true, because: words },
        3 => Command::Answer { request, approves: false, because: words },
        4 | 5 => Command::StartTask { request, item, task: first },
        6 => Command::FinishTask { request, item, task: first, words },
        7 => Command::StartTask { request, item, task: second },
        8 => Command::FinishTask { request, item, task: second, words },
        9 => Command::GiveUpTask { request, item, task: second, because: words },
        10 => Command::AddTask { request, item, task: Plan { depends_on: vec![first], ..plan(words) } },
        11 => Command::Hold { request, item, reason: PendingReason::Requester, note: words },
        12 => Command::Reply { request, side: Side::Caller, text: words },
        13 => Command::Cancel { request, because: words },
        14 => {
            let to = Target::Incident { impact: Level(2), urgency: Level(2), category: None, group: None };
            Command::Reroute { request, to, because: words }
        }
        _ => Command::Rate { request, score: Score::new(4).unwrap_or_else(|| unreachable!()), words },
    }
}

fn plan(name: Arc<str>) -> Plan {
    Plan { name, group: Some(GroupId::imported(1)), ..Plan::default() }
}

/// Whoever plays is asked about what another asks for.
fn asked() -> Vec<Step> {
    vec![Step { name: Arc::from("Line manager"), rule: Rule::All, approvers: vec![seed::YOU] }]
}

/// Asked for by the one who plays, or, where they are to approve it, by somebody else.
fn form(summary: Arc<str>, approvals: Vec<Step>) -> Box<Form> {
    let requester = if approvals.is_empty() { seed::YOU } else { PersonId::imported(9) };
    let tasks = vec![plan(summary.clone()), Plan { depends_on: vec![TaskId::planned(0)], ..plan(summary.clone()) }];
    Box::new(Form {
        summary: summary.clone(),
        description: Arc::from(""),
        kind: Kind::Resource,
        channel: Channel::Portal,
        requester: Some(requester),
        beneficiary: None,
        service: None,
        target: None,
        approvals,
        items: vec![Wanted { name: summary, quantity: 1, price: None, tasks }],
    })
}
