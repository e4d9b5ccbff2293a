//! Who may do what: for each role what it may, and what a refusal says.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::sync::Arc;

use chrono::{DateTime, Utc};
use itsm::incident::{Channel, Command as Ask, HoldReason, Report, ResolutionCode, Side, State};
use itsm::problem::{Command as AskProblem, Message, Statement};
use itsm::role::{self, allowed, may_take_back};
use itsm::{
    Command, Context, Desk, Entry, Event, GroupId, IncidentId, Level, PersonId, ProblemId, Refusal, Role, ServiceId,
    apply, decide, may,
};
use proptest::prelude::*;

const INES: PersonId = PersonId::imported(1);
const PRIYA: PersonId = PersonId::imported(2);
const NETWORK: GroupId = GroupId::imported(1);
const INC: IncidentId = IncidentId::imported(1);
const PRB: ProblemId = ProblemId::imported(1);

use Role::{Agent, Approver, ChangeManager, Everyone, Requester, ServiceOwner};

fn report(caller: PersonId, group: Option<GroupId>) -> Report {
    Report {
        summary: "The scanner is dead".into(),
        description: "".into(),
        channel: Channel::Portal,
        caller: Some(caller),
        service: None,
        item: None,
        category: None,
        impact: Level(2),
        urgency: Level(1),
        group,
        assignee: None,
        follows: None,
    }
}

fn statement() -> Statement {
    Statement {
        summary: "Scanners die".into(),
        description: "".into(),
        service: None,
        item: None,
        category: None,
        impact: Level(2),
        urgency: Level(2),
        group: None,
        assignee: None,
    }
}

fn text() -> Arc<str> {
    "So it is".into()
}

/// Every kind of command, and who may give it beside "all roles".
fn table() -> Vec<(Command, &'static [Role])> {
    const ALL: &[Role] = &[Requester, Agent, Approver, ChangeManager, ServiceOwner];
    const COLLEAGUES: &[Role] = &[Agent, ChangeManager, ServiceOwner];
    let incident = |ask: Ask, may: &'static [Role]| (Command::Incident(ask), may);
    let problem = |ask: AskProblem, may: &'static [Role]| (Command::Problem(ask), may);
    vec![
        incident(Ask::Log(Box::new(report(INES, None))), ALL),
        incident(Ask::Amend { incident: INC, changes: vec![] }, &[Agent]),
        incident(Ask::Assign { incident: INC, group: Some(NETWORK), assignee: None }, &[Agent]),
        incident(Ask::Start(INC), &[Agent]),
        incident(Ask::Hold { incident: INC, reason: HoldReason::Caller, note: text() }, &[Agent]),
        incident(
            Ask::Resolve { incident: INC, code: ResolutionCode::SolutionProvided, solution: text(), cascade: false },
            &[Agent],
        ),
        incident(Ask::Reopen { incident: INC, because: text() }, ALL),
        incident(Ask::Close(INC), ALL),
        incident(Ask::Cancel { incident: INC, because: text() }, ALL),
        incident(Ask::Reply { incident: INC, side: Side::Caller, text: text() }, ALL),
        incident(Ask::Reply { incident: INC, side: Side::Desk, text: text() }, &[Agent]),
        incident(Ask::Note { incident: INC, text: text() }, COLLEAGUES),
        incident(Ask::LinkParent { incident: INC, parent: None }, &[Agent]),
        incident(Ask::MarkDuplicate { incident: INC, of: None }, &[Agent]),
        incident(Ask::LinkProblem { incident: INC, problem: None }, &[Agent]),
        problem(AskProblem::Raise { statement: Box::new(statement()), from: vec![] }, COLLEAGUES),
        problem(AskProblem::Amend { problem: PRB, changes: vec![] }, &[Agent]),
        problem(AskProblem::Assign { problem: PRB, group: None, assignee: None }, &[Agent]),
        problem(AskProblem::Assess(PRB), &[Agent]),
        problem(AskProblem::Analyse(PRB), &[Agent]),
        problem(AskProblem::BeginFix(PRB), &[Agent]),
        problem(AskProblem::Resolve { problem: PRB, fix: text(), resolve_awaiting: true }, &[Agent]),
        problem(AskProblem::AcceptRisk { problem: PRB, because: text() }, &[ServiceOwner]),
        problem(AskProblem::MarkDuplicate { problem: PRB, of: PRB }, &[Agent]),
        problem(AskProblem::Cancel { problem: PRB, because: text() }, &[Agent]),
        problem(AskProblem::Reanalyse { problem: PRB, because: text() }, &[Agent]),
        problem(AskProblem::Close(PRB), &[Agent]),
        problem(AskProblem::DeclareKnownError(PRB), &[Agent]),
        problem(AskProblem::Communicate { problem: PRB, what: Message::Fix, text: text() }, &[Agent]),
        problem(AskProblem::Note { problem: PRB, text: text() }, COLLEAGUES),
        problem(AskProblem::DrawWhys { problem: PRB, whys: vec![] }, &[Agent]),
        problem(AskProblem::DrawBones { problem: PRB, bones: vec![] }, &[Agent]),
        (Command::Enter(Entry::Person(INES, text())), COLLEAGUES),
        (Command::Enter(Entry::Service(ServiceId::imported(1), text())), &[ServiceOwner]),
        (Command::Retire(itsm::EntryId::Group(NETWORK)), COLLEAGUES),
        (Command::SetMatrix(vec![]), &[ServiceOwner]),
        (Command::SetAgreement(Box::default()), &[ServiceOwner]),
        (Command::DropView(itsm::ViewId::imported(1)), &[Agent, Approver, ChangeManager, ServiceOwner]),
        (Command::DropTemplate(itsm::TemplateId::imported(1)), COLLEAGUES),
        (Command::MoveClock(chrono::TimeDelta::zero()), ALL),
    ]
}

#[test]
fn each_role_may_what_the_table_says_and_all_roles_together_may_everything() {
    for (command, who) in table() {
        assert_eq!(may(Everyone, &command), Ok(()), "{command:?}");
        for role in Role::ALL.into_iter().filter(|role| *role != Everyone) {
            assert_eq!(may(role, &command).is_ok(), who.contains(&role), "{role:?}: {command:?}");
        }
    }
}

#[test]
fn a_refusal_names_the_role_that_may_and_gives_a_reason_in_at_most_25_words() {
    for (command, _) in table() {
        let rule = allowed(&command);
        let refusal = Refusal::Role { may: rule.may, what: rule.what, because: rule.because };
        let sentence = refusal.sentence();
        let words = sentence.split_whitespace().count();
        if !rule.may.is_empty() {
            assert!(words <= 25, "{words} words: {sentence}");
            assert!(rule.may.iter().all(|role| sentence.contains(role.phrase())), "{sentence}");
            assert!(!rule.what.is_empty() && !rule.because.is_empty());
        }
    }
    let refused = may(Approver, &Command::Incident(Ask::Start(INC))).unwrap_err();
    assert_eq!(refused.sentence(), "Only an agent may begin work: whoever begins answers for going on.");
}

#[test]
fn codes_of_roles_lead_back_to_them() {
    for role in Role::ALL {
        assert_eq!(Role::from_code(role.code()), Some(role));
    }
    assert_eq!(Role::from_code("boss"), None);
}

struct Bench {
    desk: Desk,
    minute: i64,
}

impl Bench {
    fn begin() -> Self {
        let mut bench = Self { desk: Desk::default(), minute: 0 };
        for entry in [
            Entry::Person(INES, "Ines".into()),
            Entry::Person(PRIYA, "Priya".into()),
            Entry::Group(NETWORK, "Network".into()),
        ] {
            bench.ask(Everyone, PRIYA, Command::Enter(entry)).unwrap();
        }
        bench
    }

    fn context(&self, role: Role, actor: PersonId) -> Context {
        let now: DateTime<Utc> = DateTime::UNIX_EPOCH + chrono::TimeDelta::minutes(self.minute);
        Context { now, actor, role, tag: 0 }
    }

    fn ask(&mut self, role: Role, actor: PersonId, command: Command) -> Result<Vec<Event>, Refusal> {
        self.minute += 1;
        let events = decide(&self.desk, command, &self.context(role, actor))?;
        events.iter().for_each(|event| apply(&mut self.desk, event));
        Ok(events)
    }

    fn log(&mut self, role: Role, actor: PersonId, report: Report) -> Result<IncidentId, Refusal> {
        let id = self.desk.next_incident(0);
        self.ask(role, actor, Command::Incident(Ask::Log(Box::new(report)))).map(|_| id)
    }
}

#[test]
fn a_requester_reports_for_themselves_and_leaves_the_team_to_the_desk() {
    let mut bench = Bench::begin();
    let for_priya = bench.log(Requester, INES, report(PRIYA, None)).unwrap_err();
    assert!(matches!(for_priya, Refusal::Role { may: &[Agent], what: "log an incident for somebody else", .. }));
    let with_team = bench.log(Requester, INES, report(INES, Some(NETWORK))).unwrap_err();
    assert!(matches!(with_team, Refusal::Role { may: &[Agent], what: "choose who works on it", .. }));
    bench.log(Requester, INES, report(INES, None)).unwrap();
    bench.log(Agent, PRIYA, report(INES, Some(NETWORK))).unwrap();
}

#[test]
fn a_requester_answers_reopens_closes_and_cancels_only_their_own() {
    let mut bench = Bench::begin();
    let own = bench.log(Agent, PRIYA, report(INES, Some(NETWORK))).unwrap();
    let other = bench.log(Agent, PRIYA, report(PRIYA, Some(NETWORK))).unwrap();
    let reply = |incident| Command::Incident(Ask::Reply { incident, side: Side::Caller, text: text() });
    assert!(matches!(bench.ask(Requester, INES, reply(other)), Err(Refusal::Role { may: &[Agent], .. })));
    bench.ask(Requester, INES, reply(own)).unwrap();
    for incident in [own, other] {
        let resolve =
            Ask::Resolve { incident, code: ResolutionCode::SolutionProvided, solution: text(), cascade: false };
        bench.ask(Agent, PRIYA, Command::Incident(resolve)).unwrap();
    }
    let reopen = |incident| Command::Incident(Ask::Reopen { incident, because: text() });
    assert!(bench.ask(Approver, INES, reopen(other)).is_err());
    bench.ask(Approver, INES, reopen(own)).unwrap();
    assert!(bench.ask(Requester, INES, Command::Incident(Ask::Close(other))).is_err());
    bench.ask(Requester, INES, Command::Incident(Ask::Cancel { incident: own, because: text() })).unwrap();
    assert_eq!(bench.desk.incident(own).unwrap().state, State::Cancelled);
}

#[test]
fn events_carry_who_acted_whatever_part_they_play() {
    let mut bench = Bench::begin();
    let events = bench.ask(Requester, INES, Command::Incident(Ask::Log(Box::new(report(INES, None))))).unwrap();
    assert!(events.iter().all(|event| event.by == INES));
}

#[test]
fn one_takes_back_what_one_did_and_of_others_what_ones_role_does() {
    let mut bench = Bench::begin();
    let logged = bench.ask(Requester, INES, Command::Incident(Ask::Log(Box::new(report(INES, None))))).unwrap();
    let event = &logged[0];
    assert_eq!(may_take_back(event, &bench.context(Requester, INES)), Ok(()));
    assert_eq!(may_take_back(event, &bench.context(Agent, PRIYA)), Ok(()));
    assert_eq!(may_take_back(event, &bench.context(Everyone, PRIYA)), Ok(()));
    assert!(matches!(may_take_back(event, &bench.context(Requester, PRIYA)), Err(Refusal::Role { may: &[Agent], .. })));
}

proptest! {
    #[test]
    fn what_was_decided_is_legal_whatever_the_role_of_who_hears_of_it(place in 0usize..40, role in 0usize..6) {
        let mut bench = Bench::begin();
        bench.log(Agent, PRIYA, report(INES, Some(NETWORK))).unwrap();
        let (command, _) = table().swap_remove(place % table().len());
        let context = bench.context(Role::ALL[role], INES);
        match decide(&bench.desk, command.clone(), &context) {
            // A role refuses before anything is looked at, and only where the table does.
            Err(Refusal::Role { .. }) => prop_assert!(!role::allowed(&command).always(context.role)),
            Err(_) => {}
            Ok(events) => {
                for event in events {
                    prop_assert_eq!(bench.desk.legal(&event), Ok(()));
                    apply(&mut bench.desk, &event);
                }
            }
        }
    }
}
