//! The articles of the story: written, reviewed by somebody else, published, rated, kept right.

use itsm::knowledge::{Amendment, Audience, Command as Article, Content};
use itsm::{ArticleId, Command, Event, PersonId};

use crate::play::{Player, find};
use crate::script::{Beginning, Step, instant};

impl Player {
    pub(crate) fn begin_article(&mut self, told: &Beginning, step: &Step, by: PersonId) -> Result<Vec<Event>, String> {
        let some = |key: &str| (!told.get(key).is_empty()).then(|| told.get(key));
        let content = Content {
            title: told.summary.as_str().into(),
            body: told.text.as_str().into(),
            keywords: told.get("keywords").into(),
            service: some("service").map(|key| find(&self.cast.services, key)).transpose()?,
            category: some("category").map(|key| find(&self.cast.categories, key)).transpose()?,
            items: self.items(told.get("items"))?,
            audience: if told.get("audience") == "desk" { Audience::Desk } else { Audience::Everyone },
        };
        let from = some("from").map(|label| self.record(label)).transpose()?;
        let begin = Article::Begin { content: Box::new(content), from };
        self.give(Command::Article(begin), step.at, by)
    }

    pub(crate) fn article_verb(
        &mut self,
        article: ArticleId,
        verb: &str,
        text: &str,
        step: &Step,
        by: PersonId,
    ) -> Result<(), String> {
        let command = match verb {
            "submit" => Article::Submit { article, reviewer: self.person(text)? },
            "back" => Article::SendBack { article, because: text.into() },
            // `approve 2026-09-01`: the day on which somebody looks again.
            "approve" => Article::Approve { article, from: None, review_by: noon(text)? },
            "confirm" => Article::Confirm { article, review_by: noon(text)? },
            "title" => Article::Amend { article, changes: vec![Amendment::Title(text.into())] },
            "body" => Article::Amend { article, changes: vec![Amendment::Body(text.into())] },
            "helped" => Article::Rate { article, helpful: true, words: text.into() },
            "didnot" => Article::Rate { article, helpful: false, words: text.into() },
            "flag" => Article::Flag { article, text: text.into() },
            "answer" => {
                let (flag, answer) = text.split_once(' ').ok_or("a flag and an answer are needed")?;
                let flag = flag.parse().map_err(|_| "a flag is a number")?;
                Article::AnswerFlag { article, flag, answer: answer.into() }
            }
            "owner" => Article::HandOver { article, owner: self.person(text)? },
            "unneeded" => Article::ProposeRetirement { article, because: text.into() },
            "retire" => Article::Retire { article, because: text.into() },
            _ => return Err(format!("“{verb}” is nothing one can do about an article")),
        };
        self.give(Command::Article(command), step.at, by).map(drop)
    }
}

fn noon(day: &str) -> Result<chrono::DateTime<chrono::Utc>, String> {
    instant(&format!("{day} 12:00"))
//! The articles of the story and what monitoring sends, each step decided by the desk.

use std::sync::Arc;

use chrono::TimeDelta;
use itsm::knowledge::{Amendment, Audience, Command as Ask, Content};
use itsm::link::{Command as AskLink, Link, Relation};
use itsm::monitoring::{Command as Watch, Match, Raise, Rule, Rules, Severity, Signal, Then, key_of};
use itsm::{ArticleId, Command, Happening, Level, PersonId, RecordId};

use crate::play::{Player, find, optional};
use crate::script::Step;

/// What stands where an article is begun from no record, and the label of what monitoring sends.
const NONE: &str = "-";
pub const EVENTS: &str = "events";

impl Player {
    /// Whether a verb begins an article.
    pub(crate) fn begins_article(verb: &str) -> bool {
        verb == "article"
    }

    /// `label of a record or - | Title`, then the text.
    pub(crate) fn begin_article(&mut self, text: &str, step: &Step) -> Result<(), String> {
        let by = self.person(&step.who)?;
        let (head, body) = text.split_once('\n').ok_or("an article has a text")?;
        let (from, title) = head.split_once('|').ok_or("an article has a title")?;
        let from = match from.trim() {
            NONE => None,
            label => Some(self.record(label)?),
        };
        let content = Content { title: title.trim().into(), body: body.into(), ..Content::default() };
        let events = self.give(Command::Article(Ask::Begin { content: Box::new(content), from }), step.at, by)?;
        let Some(Happening::Article(id, _)) = events.first().map(|event| &event.what) else {
            return Err("nothing was begun".to_owned());
        };
        match self.articles.insert(step.record.clone(), *id) {
            None => Ok(()),
            Some(_) => Err(format!("“{}” is used twice", step.record)),
        }
    }

    fn record(&self, label: &str) -> Result<RecordId, String> {
        match self.problems.get(label) {
            Some(id) => Ok(RecordId::Problem(*id)),
            None => self.incident(label).map(RecordId::Incident),
        }
    }

    /// What somebody does with an article.
    pub(crate) fn article_verb(&mut self, verb: &str, text: &str, step: &Step) -> Result<(), String> {
        let (article, by) = (find(&self.articles, &step.record)?, self.person(&step.who)?);
        let words = || Arc::<str>::from(text);
        let in_days = || -> Result<_, String> {
            let days = text.parse::<i64>().map_err(|_| "a number of days is needed")?;
            Ok(step.at + TimeDelta::days(days))
        };
        let command = match verb {
            "about" => Ask::Amend { article, changes: self.about(text)? },
            "keywords" => Ask::Amend { article, changes: vec![Amendment::Keywords(words())] },
            // It is for everyone until somebody says otherwise.
            "audience" if text == "everyone" => return Ok(()),
            "audience" => Ask::Amend { article, changes: vec![Amendment::Audience(Audience::Desk)] },
            "review" => Ask::Submit { article, reviewer: self.person(text)? },
            "publish" => Ask::Approve { article, from: None, review_by: in_days()? },
            "right" => Ask::Confirm { article, review_by: in_days()? },
            "helpful" | "unhelpful" => Ask::Rate { article, helpful: verb == "helpful", words: words() },
            "flag" => Ask::Flag { article, text: words() },
            "propose" => Ask::ProposeRetirement { article, because: words() },
            "retire" => Ask::Retire { article, because: words() },
            "solved" => return self.solved(article, text, step, by),
            _ => return Err(format!("“{verb}” is nothing one can do with an article")),
        };
        self.give(Command::Article(command), step.at, by).map(drop)
    }

    /// `service, item item, category`
    fn about(&self, text: &str) -> Result<Vec<Amendment>, String> {
        let columns: Vec<&str> = text.split(',').map(str::trim).collect();
        let [service, items, category] = columns.as_slice() else { return Err("three columns are needed".to_owned()) };
        let item = |key: &str| find(&self.cast.items, key);
        Ok(vec![
            Amendment::Service(optional(&self.cast.services, service)?),
            Amendment::Items(items.split_whitespace().map(item).collect::<Result<_, String>>()?),
            Amendment::Category(optional(&self.cast.categories, category)?),
        ])
    }

    fn solved(&mut self, article: ArticleId, labels: &str, step: &Step, by: PersonId) -> Result<(), String> {
        let link = Link { relation: Relation::SolvedWith, to: RecordId::Article(article) };
        for label in labels.split_whitespace() {
            let from = RecordId::Incident(self.incident(label)?);
            self.give(Command::Link(AskLink::Link(from, link)), step.at, by)?;
        }
        Ok(())
    }

    /// What monitoring sends, and the rules for it.
    pub(crate) fn event_verb(&mut self, verb: &str, text: &str, step: &Step) -> Result<(), String> {
        let by = self.person(&step.who)?;
        match verb {
            "rules" => {
                let rules = self.event_rules(text)?;
                self.give(Command::Alert(Watch::SetRules(Box::new(rules))), step.at, by).map(drop)
            }
            "signal" => self.signal(text, step, by),
            _ => Err(format!("“{verb}” is nothing that happens to events")),
        }
    }

    /// `severity | source | message | item | key`, then perhaps the label of the incident that it led to.
    fn signal(&mut self, text: &str, step: &Step, by: PersonId) -> Result<(), String> {
        let (line, led) = text.split_once('\n').map_or((text, None), |(line, led)| (line, Some(led.trim())));
        let columns: Vec<&str> = line.split('|').map(str::trim).collect();
        let [severity, source, message, item, key] = columns.as_slice() else {
            return Err("five columns are needed".to_owned());
        };
        let signal = Signal {
            source: (*source).into(),
            item: optional(&self.cast.items, item)?,
            key: (*key).into(),
            severity: match *severity {
                "exception" => Severity::Exception,
                "warning" => Severity::Warning,
                "info" | "ok" => Severity::Informational,
                other => return Err(format!("“{other}” is no severity")),
            },
            message: (*message).into(),
            at: None,
            recovers: *severity == "ok",
        };
        let key = key_of(&signal);
        self.give(Command::Alert(Watch::TakeIn(vec![signal])), step.at, by)?;
        let Some(label) = led else { return Ok(()) };
        let desk = self.workspace.desk();
        let alert = desk.alerts().all().find(|alert| alert.key == key).map(|alert| RecordId::Alert(alert.id));
        let to = RecordId::Incident(self.incident(label)?);
        let link = Link { relation: Relation::LedTo, to };
        let from = alert.ok_or("it did not come in")?;
        self.give(Command::Link(AskLink::Link(from, link)), step.at, by).map(drop)
    }

    /// `note` while the desk still logs by hand; `incident` from then on.
    fn event_rules(&self, which: &str) -> Result<Rules, String> {
        let rule = |name: &str, when: Match, then: Then| Rule { name: name.into(), when, then };
        let finished = Match { source: "Backup".into(), words: "finished".into(), ..Match::default() };
        let mut rules = vec![rule("Backups that finished", finished, Then::Ignore)];
        let exceptions = Match { severity: Some(Severity::Exception), ..Match::default() };
        match which {
            "note" => rules.push(rule("The desk logs by hand", Match::default(), Then::Note)),
            "incident" => {
                let raise = |group: &str, service: &str, impact, urgency| -> Result<Then, String> {
                    let group = optional(&self.cast.groups, group)?;
                    let service = optional(&self.cast.services, service)?;
                    Ok(Then::Incident(Raise {
                        group,
                        service,
                        category: None,
                        impact: Level(impact),
                        urgency: Level(urgency),
                    }))
                };
                let probe = Match { source: "Probe".into(), ..exceptions.clone() };
                let database = Match { source: "Database watch".into(), ..exceptions.clone() };
                rules.push(rule("Lines and network", probe, raise("net", "network", 1, 1)?));
                rules.push(rule("Order database", database, raise("apps", "erp", 1, 1)?));
                rules.push(rule("Other exceptions", exceptions, raise("desk", NONE, 2, 2)?));
            }
            other => return Err(format!("there are no rules “{other}”")),
        }
        Ok(Rules { rules, ..Rules::standard().clone() })
    }
}
