//! A desk to try rules on, with an improvement at whatever point of its life.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use itsm::improvement::{
    Amendment, Amount, Answer, Command as Ask, DeskMeasure, Improvement, Measure, Model, Reading, Scale, Scope,
    Statement, Step,
};
use itsm::{Command, Context, Desk, Entry, Event, GroupId, Happening, ImprovementId, PersonId, Refusal, apply, decide};

pub const OWNER: PersonId = PersonId::imported(1);
pub const NETWORK: GroupId = GroupId::imported(1);
pub const TAG: u32 = 7;

pub struct Bench {
    pub desk: Desk,
    pub journal: Vec<Event>,
    pub now: DateTime<Utc>,
}

impl Bench {
    pub fn begin() -> Self {
        let mut bench =
            Self { desk: Desk::default(), journal: Vec::new(), now: DateTime::UNIX_EPOCH + TimeDelta::days(90) };
        for entry in [Entry::Person(OWNER, "Ada".into()), Entry::Group(NETWORK, "Network".into())] {
            bench.ask(Command::Enter(entry)).unwrap();
        }
        bench
    }

    pub fn context(&self) -> Context {
        Context { now: self.now, actor: OWNER, role: itsm::Role::default(), tag: TAG }
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
            apply(&mut self.desk, event);
            self.journal.push(event.clone());
        }
        Ok(events)
    }

    pub fn does(&mut self, ask: Ask) -> Vec<Happening> {
        self.ask(Command::Improvement(ask)).unwrap().into_iter().map(|event| event.what).collect()
    }

    pub fn refuses(&mut self, ask: Ask) -> String {
        self.ask(Command::Improvement(ask)).unwrap_err().sentence()
    }

    pub fn see(&self, id: ImprovementId) -> &Improvement {
        self.desk.improvements().get(id).unwrap()
    }

    pub fn registered(&mut self, statement: Statement) -> ImprovementId {
        let id = self.desk.improvements().next(TAG);
        self.does(Ask::Register { statement: Box::new(statement), from: None });
        id
    }

    pub fn assessed(&mut self, statement: Statement) -> ImprovementId {
        let id = self.registered(statement);
        self.does(Ask::Accept(id));
        self.does(Ask::Assess(id));
        id
    }

    pub fn under_way(&mut self) -> ImprovementId {
        let id = self.assessed(complete());
        self.does(Ask::Approve(id));
        self.does(Ask::Start(id));
        id
    }

    pub fn in_review(&mut self) -> ImprovementId {
        let id = self.under_way();
        self.does(Ask::Measure { improvement: id, reading: days(60, 87) });
        self.does(Ask::Review(id));
        id
    }
}

pub fn teaches_briefly(refusal: &Refusal) {
    let sentence = refusal.sentence();
    assert!(sentence.split_whitespace().count() <= 25, "{sentence}");
}

/// A day, counted from the beginning of 1970.
pub fn day(number: i64) -> NaiveDate {
    (DateTime::UNIX_EPOCH + TimeDelta::days(number)).date_naive()
}

pub fn days(first: i64, last: i64) -> Reading {
    Reading::Days { first: day(first), last: day(last) }
}

pub fn reopened() -> Measure {
    Measure::Desk(DeskMeasure::Reopened, Scope::Group(NETWORK))
}

/// What is known when somebody has an idea and no more.
pub fn idea() -> Statement {
    Statement {
        summary: "Fewer incidents come back".into(),
        why: "Callers lose trust".into(),
        effort: Scale::new(2).unwrap(),
        benefit: Scale::new(4).unwrap(),
        owner: Some(OWNER),
        measure: None,
        baseline: None,
        target: None,
        due: None,
    }
}

/// What is known when everything is.
pub fn complete() -> Statement {
    Statement {
        measure: Some(reopened()),
        baseline: Some(days(1, 28)),
        target: Some(Amount::whole(2)),
        due: Some(day(120)),
        ..idea()
    }
}

pub fn amend(improvement: ImprovementId, change: Amendment) -> Ask {
    Ask::Amend { improvement, changes: vec![change] }
}

pub fn step(place: u8) -> Step {
    Step::new(Model::Questions, place).unwrap()
}

pub fn answer(text: &str, because: &str) -> Answer {
    Answer { text: text.into(), evidence: "".into(), because: because.into() }
}
