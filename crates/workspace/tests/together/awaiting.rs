//! What waits for one person: the answers that they owe, and what they reported or asked for.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use crate::common::tab::{NETWORK, Tab, report};
use itsm::approval::Rule;
use itsm::incident::{Channel, Command as AskIncident, HoldReason};
use itsm::request::{Command as Ask, Form, Kind, Plan, Step, Wanted};
use itsm::{Command, Entry, PersonId, RecordId};
use workspace::awaiting::{answers, own, owners};

const MANAGER: PersonId = PersonId::imported(21);
const OWNER: PersonId = PersonId::imported(22);
const INES: PersonId = PersonId::imported(23);

fn desk() -> Tab {
    let mut tab = Tab::blank();
    for (person, name) in [(MANAGER, "Noor"), (OWNER, "Falk"), (INES, "Ines")] {
        tab.try_do(Command::Enter(Entry::Person(person, name.into()))).unwrap();
    }
    tab
}

fn step(name: &str, approver: PersonId) -> Step {
    Step { name: name.into(), rule: Rule::All, approvers: vec![approver] }
}

fn ask(tab: &mut Tab, approvals: Vec<Step>) -> RecordId {
    let task = Plan { name: "Order it".into(), group: Some(NETWORK), ..Plan::default() };
    let form = Form {
        summary: "Second monitor".into(),
        description: "".into(),
        kind: Kind::Resource,
        channel: Channel::Portal,
        requester: Some(INES),
        beneficiary: None,
        service: None,
        target: None,
        approvals,
        items: vec![Wanted { name: "Monitor".into(), quantity: 1, price: None, tasks: vec![task] }],
        order: None,
    };
    let (events, _) = tab.try_do(Command::Request(Ask::Log { form: Box::new(form), from: None })).unwrap();
    events[0].what.record().unwrap()
}

#[test]
fn only_those_who_are_asked_now_owe_an_answer() {
    let mut tab = desk();
    let request = ask(&mut tab, vec![step("Line manager", MANAGER), step("Budget owner", OWNER)]);
    let desk = tab.workspace.desk();
    let owed = answers(desk, MANAGER);
    assert_eq!(owed.len(), 1);
    assert_eq!((owed[0].card.id, owed[0].round.as_str(), owed[0].seat), (request, "Line manager", None));
    assert!(answers(desk, OWNER).is_empty(), "the owner is asked once the manager has approved");
    assert!(answers(desk, INES).is_empty(), "nobody approves their own");
}

#[test]
fn what_waits_for_ones_word_comes_first_and_others_records_are_not_among_it() {
    let mut tab = desk();
    let request = ask(&mut tab, vec![step("Line manager", MANAGER)]);
    let mut other = report("The network is down");
    other.caller = Some(MANAGER);
    tab.act(AskIncident::Log(Box::new(other)));
    let mut mine = report("The scanner is dead");
    mine.caller = Some(INES);
    let waiting = tab.act(AskIncident::Log(Box::new(mine)));
    tab.act(AskIncident::Hold { incident: waiting, reason: HoldReason::Caller, note: "Which gate?".into() });
    let desk = tab.workspace.desk();
    let ids: Vec<RecordId> = own(desk, INES).into_iter().map(|card| card.id).collect();
    assert_eq!(ids, [RecordId::Incident(waiting), request]);
    assert_eq!(owners(desk, request), [INES]);
}
