//! A desk to try rules on, with a problem at whatever point of its life.

use chrono::{DateTime, TimeDelta, Utc};
use itsm::incident::{Channel, Command as AskIncident, Event as IncidentEvent, HoldReason, Report};
use itsm::problem::{Amendment, Command as Ask, Problem, Statement};
use itsm::{
    Command, Context, Desk, Entry, Event, GroupId, Happening, IncidentId, Level, PersonId, ProblemId, Refusal, apply,
    decide,
};

pub const LEAD: PersonId = PersonId::imported(1);
pub const CALLER: PersonId = PersonId::imported(2);
pub const NETWORK: GroupId = GroupId::imported(1);
pub const TAG: u32 = 7;

pub struct Bench {
    pub desk: Desk,
    pub journal: Vec<Event>,
    pub now: DateTime<Utc>,
}

impl Bench {
    pub fn begin() -> Self {
        let mut bench = Self { desk: Desk::default(), journal: Vec::new(), now: DateTime::UNIX_EPOCH };
        for entry in [
            Entry::Person(LEAD, "Ada".into()),
            Entry::Person(CALLER, "Tom".into()),
            Entry::Group(NETWORK, "Network".into()),
        ] {
            bench.ask(Command::Enter(entry)).unwrap();
        }
        bench
    }

    pub fn context(&self) -> Context {
        Context { now: self.now, actor: LEAD, role: itsm::Role::default(), tag: TAG }
    }

    /// Asks, and applies what is decided; every event must be legal at its turn, and every refusal short.
    pub fn ask(&mut self, command: Command) -> Result<Vec<Event>, Refusal> {
        self.now += TimeDelta::minutes(1);
        let before = self.desk.clone();
        let decided = decide(&self.desk, command, &self.context());
        assert_eq!(self.desk, before, "deciding changes nothing");
        let events = decided.inspect_err(teaches_briefly)?;
        for event in &events {
            assert_eq!(self.desk.legal(event), Ok(()), "decided just now: {event:?}");
            self.take(event.clone());
        }
        Ok(events)
    }

    pub fn take(&mut self, event: Event) {
        apply(&mut self.desk, &event);
        self.journal.push(event);
    }

    pub fn does(&mut self, ask: Ask) -> Vec<Happening> {
        self.ask(Command::Problem(ask)).unwrap().into_iter().map(|event| event.what).collect()
    }

    pub fn refuses(&mut self, ask: Ask) -> String {
        self.ask(Command::Problem(ask)).unwrap_err().sentence()
    }

    pub fn of(&mut self, ask: AskIncident) {
        self.ask(Command::Incident(ask)).unwrap();
    }

    pub fn see(&self, id: ProblemId) -> &Problem {
        self.desk.problem(id).unwrap()
    }

    pub fn incident(&mut self) -> IncidentId {
        let id = self.desk.next_incident(TAG);
        self.of(AskIncident::Log(Box::new(report())));
        id
    }

    pub fn awaiting(&mut self, problem: ProblemId) -> IncidentId {
        let id = self.incident();
        self.of(AskIncident::LinkProblem { incident: id, problem: Some(problem) });
        self.of(AskIncident::Hold { incident: id, reason: HoldReason::Problem, note: "".into() });
        id
    }

    pub fn raised(&mut self) -> ProblemId {
        let id = self.desk.next_problem(TAG);
        self.does(raise(vec![]));
        id
    }

    pub fn assessed(&mut self) -> ProblemId {
        let id = self.raised();
        self.does(Ask::Assess(id));
        id
    }

    pub fn analysed(&mut self) -> ProblemId {
        let id = self.assessed();
        self.does(Ask::Analyse(id));
        id
    }

    pub fn with_cause(&mut self) -> ProblemId {
        let id = self.analysed();
        self.does(amend(id, Amendment::Cause("The lease time is longer than the pool is large".into())));
        id
    }

    pub fn being_fixed(&mut self) -> ProblemId {
        let id = self.with_cause();
        self.does(Ask::BeginFix(id));
        id
    }

    pub fn resolved(&mut self) -> ProblemId {
        let id = self.being_fixed();
        self.does(resolve(id));
        id
    }

    pub fn closed(&mut self) -> ProblemId {
        let id = self.resolved();
        self.does(Ask::Close(id));
        id
    }

    pub fn accepted(&mut self) -> ProblemId {
        let id = self.with_cause();
        self.does(Ask::DeclareKnownError(id));
        self.does(Ask::AcceptRisk { problem: id, because: "The site moves in May".into() });
        id
    }

    pub fn cancelled(&mut self) -> ProblemId {
        let id = self.raised();
        self.does(Ask::Cancel { problem: id, because: "Two unrelated faults".into() });
        id
    }
}

pub fn teaches_briefly(refusal: &Refusal) {
    let sentence = refusal.sentence();
    assert!(sentence.split_whitespace().count() <= 25, "{sentence}");
}

pub fn statement() -> Statement {
    Statement {
        summary: "Calls drop on floor 2".into(),
        description: "Five incidents in a week".into(),
        service: None,
        item: None,
        category: None,
        impact: Level(2),
        urgency: Level(2),
        group: Some(NETWORK),
        assignee: Some(LEAD),
    }
}

pub fn report() -> Report {
    Report {
        summary: "Calls drop".into(),
        description: "".into(),
        channel: Channel::Phone,
        caller: Some(CALLER),
        service: None,
        item: None,
        category: None,
        impact: Level(2),
        urgency: Level(2),
        group: Some(NETWORK),
        assignee: None,
        follows: None,
    }
}

pub fn raise(from: Vec<IncidentId>) -> Ask {
    Ask::Raise { statement: Box::new(statement()), from }
}

pub fn resolve(problem: ProblemId) -> Ask {
    Ask::Resolve { problem, fix: "Halved the lease time".into(), resolve_awaiting: true }
}

pub fn amend(problem: ProblemId, change: Amendment) -> Ask {
    Ask::Amend { problem, changes: vec![change] }
}

pub fn incident_events(happenings: &[Happening]) -> Vec<(IncidentId, &IncidentEvent)> {
    let of_incident = |what: &'_ Happening| matches!(what, Happening::Incident(..));
    happenings
        .iter()
        .filter(|what| of_incident(what))
        .map(|what| match what {
            Happening::Incident(id, event) => (*id, event),
            _ => unreachable!(),
        })
        .collect()
}
