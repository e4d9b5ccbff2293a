//! A desk to try rules on, with an article at whatever point of its life.

use chrono::{DateTime, TimeDelta, Utc};
use itsm::incident::{Channel, Command as AskIncident, Report};
use itsm::knowledge::{Amendment, Article, Command as Ask, Content, State};
use itsm::{
    ArticleId, Command, Context, Desk, Entry, Event, IncidentId, ItemId, Level, PersonId, Refusal, ServiceId, apply,
    decide,
};

pub const WRITER: PersonId = PersonId::imported(1);
pub const READER: PersonId = PersonId::imported(2);
pub const MAIL: ServiceId = ServiceId::imported(1);
pub const PRINTER: ItemId = ItemId::imported(1);
pub const TAG: u32 = 7;

pub struct Bench {
    pub desk: Desk,
    pub journal: Vec<Event>,
    pub now: DateTime<Utc>,
    pub actor: PersonId,
}

impl Bench {
    pub fn begin() -> Self {
        let now = DateTime::UNIX_EPOCH;
        let mut bench = Self { desk: Desk::default(), journal: Vec::new(), now, actor: WRITER };
        for entry in [
            Entry::Person(WRITER, "Ada".into()),
            Entry::Person(READER, "Tom".into()),
            Entry::Service(MAIL, "E-mail".into()),
            Entry::Item(PRINTER, "PRN-7".into()),
        ] {
            bench.ask(Command::Enter(entry)).unwrap();
        }
        bench
    }

    /// Asks, and applies what is decided; every event must be legal at its turn, and every refusal short.
    pub fn ask(&mut self, command: Command) -> Result<Vec<Event>, Refusal> {
        self.now += TimeDelta::minutes(1);
        let before = self.desk.clone();
        let context = Context { now: self.now, actor: self.actor, role: itsm::Role::default(), tag: TAG };
        let decided = decide(&self.desk, command, &context);
        assert_eq!(self.desk, before, "deciding changes nothing");
        let events = decided.inspect_err(teaches_briefly)?;
        for event in &events {
            assert_eq!(self.desk.legal(event), Ok(()), "decided just now: {event:?}");
            apply(&mut self.desk, event);
            self.journal.push(event.clone());
        }
        Ok(events)
    }

    pub fn does(&mut self, ask: Ask) {
        self.ask(Command::Article(ask)).unwrap();
    }

    pub fn refuses(&mut self, ask: Ask) -> String {
        self.ask(Command::Article(ask)).unwrap_err().sentence()
    }

    pub fn see(&self, id: ArticleId) -> &Article {
        self.desk.articles().get(id).unwrap()
    }

    pub fn state(&self, id: ArticleId) -> State {
        self.see(id).state(self.now)
    }

    pub fn days(&self, days: i64) -> DateTime<Utc> {
        self.now + TimeDelta::days(days)
    }

    pub fn draft(&mut self) -> ArticleId {
        let id = self.desk.articles().next(TAG);
        self.does(Ask::Begin { content: Box::new(content()), from: None });
        id
    }

    pub fn in_review(&mut self) -> ArticleId {
        let id = self.draft();
        self.does(Ask::Submit { article: id, reviewer: READER });
        id
    }

    pub fn published(&mut self) -> ArticleId {
        let id = self.in_review();
        self.does(Ask::Approve { article: id, from: None, review_by: self.days(90) });
        id
    }

    pub fn scheduled(&mut self) -> ArticleId {
        let id = self.in_review();
        self.does(Ask::Approve { article: id, from: Some(self.days(2)), review_by: self.days(90) });
        id
    }

    pub fn pending(&mut self) -> ArticleId {
        let id = self.published();
        self.does(Ask::ProposeRetirement { article: id, because: "The printer is gone".into() });
        id
    }

    pub fn retired(&mut self) -> ArticleId {
        let id = self.pending();
        self.does(Ask::Retire { article: id, because: "".into() });
        id
    }

    pub fn incident(&mut self) -> IncidentId {
        let id = self.desk.next_incident(TAG);
        let report = Report {
            summary: "Labels smear".into(),
            description: "".into(),
            channel: Channel::Phone,
            caller: Some(READER),
            service: None,
            item: None,
            category: None,
            impact: Level(2),
            urgency: Level(2),
            group: None,
            assignee: Some(WRITER),
            follows: None,
        };
        self.ask(Command::Incident(AskIncident::Log(Box::new(report)))).unwrap();
        id
    }
}

pub fn teaches_briefly(refusal: &Refusal) {
    let sentence = refusal.sentence();
    assert!(sentence.split_whitespace().count() <= 25, "{sentence}");
}

pub fn content() -> Content {
    Content {
        title: "Labels smear".into(),
        body: "Clean the **print head**.".into(),
        keywords: "label ribbon".into(),
        ..Content::default()
    }
}

pub fn body(article: ArticleId, text: &str) -> Ask {
    Ask::Amend { article, changes: vec![Amendment::Body(text.into())] }
}
