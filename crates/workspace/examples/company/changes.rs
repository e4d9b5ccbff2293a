//! The changes of the story, and the templates of the standard ones: each step decided by the desk.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use itsm::calendar::Zone;
use itsm::change::template::{Body, Command as Template};
use itsm::change::{
    Amendment, Answers, Board, ChangeType, CloseCode, Command as Change, Findings, OrderId, OrderPlan, OrderState,
    Plans, Span, Statement,
};
use itsm::link::{Command as Links, Link, Relation};
use itsm::{ChangeId, ChangeTemplateId, Command, Happening, Key, RecordId};

use crate::play::{Player, find, optional};
use crate::script::{ChangeOpening, Step, YEAR, ZONE};

/// What the story's labels stand for.
#[derive(Default)]
pub struct Changes {
    pub changes: BTreeMap<String, ChangeId>,
    pub templates: BTreeMap<String, ChangeTemplateId>,
}

impl Player {
    /// Raises a change, or writes a template.
    pub(crate) fn open_change(&mut self, opening: &ChangeOpening, step: &Step) -> Result<(), String> {
        if opening.kind == "template" { self.write_template(opening, step) } else { self.raise_change(opening, step) }
    }

    fn raise_change(&mut self, opening: &ChangeOpening, step: &Step) -> Result<(), String> {
        let (cast, by) = (&self.cast, self.person(&step.who)?);
        let (kind, template) = match opening.kind.as_str() {
            "normal" => (ChangeType::Normal, None),
            "emergency" => (ChangeType::Emergency, None),
            label => (ChangeType::Standard, Some(find(&self.changed.templates, label)?)),
        };
        let statement = Statement {
            summary: opening.summary.as_str().into(),
            description: opening.description.as_str().into(),
            kind,
            template,
            requested_by: optional(&cast.people, &opening.requester)?,
            services: all(&cast.services, &opening.services)?,
            items: all(&cast.items, &opening.items)?,
            category: optional(&cast.categories, &opening.category)?,
            group: Some(self.team(by)?),
            assignee: Some(by),
            planned: None,
            plans: Plans::default(),
            answers: None,
        };
        let command = Change::Raise { statement: Box::new(statement), from: None };
        let events = self.give(Command::Change(command), step.at, by)?;
        let Some(Happening::Change(id, _)) = events.first().map(|event| &event.what) else {
            return Err("nothing was raised".to_owned());
        };
        match self.changed.changes.insert(step.record.clone(), *id) {
            None => Ok(()),
            Some(_) => Err(format!("“{}” is used twice", step.record)),
        }
    }

    /// The description holds what a template says: a line each that begins with `Plan:`, `Test:`, `Back-out:`, `Risk:`.
    fn write_template(&mut self, opening: &ChangeOpening, step: &Step) -> Result<(), String> {
        let (cast, by) = (&self.cast, self.person(&step.who)?);
        let part =
            |name: &str| opening.description.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default();
        let when: Vec<&str> = opening.description.lines().filter(|line| !line.contains(':')).collect();
        let body = Body {
            name: opening.summary.as_str().into(),
            description: when.join("\n").into(),
            category: optional(&cast.categories, &opening.category)?,
            group: Some(self.team(by)?),
            services: all(&cast.services, &opening.services)?,
            answers: Some(answers(part("Risk:"))?),
            plans: Plans {
                implementation: part("Plan:").into(),
                test: part("Test:").into(),
                back_out: part("Back-out:").into(),
            },
        };
        let command = Change::Template(Template::Create(Box::new(body)));
        let events = self.give(Command::Change(command), step.at, by)?;
        let Some(Happening::ChangeTemplate(id, _)) = events.first().map(|event| &event.what) else {
            return Err("nothing was written".to_owned());
        };
        match self.changed.templates.insert(step.record.clone(), *id) {
            None => Ok(()),
            Some(_) => Err(format!("“{}” is used twice", step.record)),
        }
    }

    /// Whether a label stands for a change or a template.
    pub(crate) fn is_change(&self, label: &str) -> bool {
        self.changed.changes.contains_key(label) || self.changed.templates.contains_key(label)
    }

    /// What somebody does about a change or a template.
    pub(crate) fn change_verb(&mut self, verb: &str, text: &str, step: &Step) -> Result<(), String> {
        let by = self.person(&step.who)?;
        let command = match self.changed.templates.get(&step.record) {
            Some(template) => Change::Template(self.template_command(*template, verb, text)?),
            None => {
                let change = find(&self.changed.changes, &step.record)?;
                if let "caused" | "removes" | "from" = verb {
                    return self.link_change(change, verb, text, step);
                }
                self.change_command(change, verb, text)?
            }
        };
        self.give(Command::Change(command), step.at, by).map(drop)
    }

    fn template_command(&self, template: ChangeTemplateId, verb: &str, text: &str) -> Result<Template, String> {
        let because: Arc<str> = text.into();
        Ok(match verb {
            "ask" => Template::Ask { template, boards: self.boards(text)? },
            "approve" => Template::Answer { template, approves: true, because },
            "refuse" => Template::Answer { template, approves: false, because },
            "retire" => Template::Retire { template, because },
            _ => return Err(format!("“{verb}” is nothing one can do about a template")),
        })
    }

    fn change_command(&self, change: ChangeId, verb: &str, text: &str) -> Result<Change, String> {
        let words = || Arc::<str>::from(text);
        let amend = |amendment| Change::Amend { change, changes: vec![amendment] };
        Ok(match verb {
            "risk" => amend(Amendment::Answers(answers(text)?)),
            "plan" => amend(Amendment::Implementation(words())),
            "test" => amend(Amendment::Test(words())),
            "backout" => amend(Amendment::BackOut(words())),
            "assess" => Change::Assess(change),
            "ask" => Change::Ask { change, boards: self.boards(text)? },
            "approve" => Change::Answer { change, approves: true, because: words() },
            "refuse" => Change::Answer { change, approves: false, because: words() },
            "withdraw" => Change::Withdraw { change, because: words() },
            "at" => Change::Schedule { change, planned: span(text)? },
            "begin" => Change::Implement(change),
            "done" => Change::BeginReview(change),
            "review" => Change::Review { change, findings: findings(text)? },
            "close" => {
                let (code, notes) = text.split_once(' ').ok_or("a close code and notes are needed")?;
                Change::Close { change, code: close_code(code)?, notes: notes.into() }
            }
            "cancel" => Change::Cancel { change, because: words() },
            "note" => Change::Note { change, text: words() },
            "order" => Change::AddOrder { change, plan: self.order(text)? },
            "accept" => advance(change, text, OrderState::Accepted)?,
            "ready" => advance(change, text, OrderState::Ready)?,
            "start" => advance(change, text, OrderState::InProgress)?,
            "did" => advance(change, text, OrderState::Closed)?,
            "drop" => advance(change, text, OrderState::Cancelled)?,
            _ => return Err(format!("“{verb}” is nothing one can do about a change")),
        })
    }

    fn link_change(&mut self, change: ChangeId, verb: &str, text: &str, step: &Step) -> Result<(), String> {
        let by = self.person(&step.who)?;
        for label in text.split_whitespace() {
            let (from, relation) = match verb {
                "caused" => (RecordId::Incident(self.incident(label)?), Relation::CausedBy),
                "removes" => (RecordId::Problem(find(&self.problems, label)?), Relation::RemovedBy),
                _ => (RecordId::Incident(self.incident(label)?), Relation::LedTo),
            };
            let link = Link { relation, to: RecordId::Change(change) };
            self.give(Command::Link(Links::Link(from, link)), step.at, by)?;
        }
        Ok(())
    }

    /// `wiebke kofi>nadia / claire`: rounds parted by a slash, a delegate behind `>`.
    fn boards(&self, text: &str) -> Result<Vec<Board>, String> {
        let board = |names: &str| {
            let mut board = Board::default();
            for name in names.split_whitespace() {
                let (seat, delegate) = name.split_once('>').map_or((name, None), |(seat, by)| (seat, Some(by)));
                let seat = self.person(seat)?;
                board.approvers.push(seat);
                if let Some(delegate) = delegate {
                    board.delegates.insert(seat, self.person(delegate)?);
                }
            }
            Ok(board)
        };
        text.split('/').map(board).collect()
    }

    /// `emre 1 2 | Title`: who does it, what comes before it, what.
    fn order(&self, text: &str) -> Result<OrderPlan, String> {
        let (head, title) = text.split_once('|').ok_or("a person, a bar and a title are needed")?;
        let mut words = head.split_whitespace();
        let person = self.person(words.next().ok_or("a person is needed")?)?;
        let after = words.map(order_id).collect::<Result<_, String>>()?;
        let group = Some(self.team(person)?);
        Ok(OrderPlan { title: title.trim().into(), group, assignee: Some(person), planned: None, after })
    }
}

fn order_id(text: &str) -> Result<OrderId, String> {
    text.parse().map(|number| OrderId(Key::imported(number))).map_err(|_| format!("“{text}” is no work order"))
}

fn advance(change: ChangeId, text: &str, to: OrderState) -> Result<Change, String> {
    let (order, note) = text.split_once(' ').unwrap_or((text, ""));
    Ok(Change::MoveOrder { change, order: order_id(order)?, to, note: note.into() })
}

/// Keys of the cast with spaces between them; `-` for none.
fn all<T: Copy>(known: &BTreeMap<String, T>, text: &str) -> Result<Vec<T>, String> {
    text.split_whitespace().filter(|key| *key != "-").map(|key| find(known, key)).collect()
}

fn answers(text: &str) -> Result<Answers, String> {
    let places: Option<Vec<u8>> = text.split_whitespace().map(|word| word.parse().ok()).collect();
    places.and_then(|places| Answers::of(&places)).ok_or_else(|| format!("“{text}” are no six answers"))
}

/// `02-05 19:00 02-05 20:00`, in the firm's time.
fn span(text: &str) -> Result<Span, String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let [from, at, to, until] = words.as_slice() else { return Err("two dates with times are needed".to_owned()) };
    Ok(Span { start: moment(from, at)?, end: moment(to, until)? })
}

fn moment(date: &str, time: &str) -> Result<DateTime<Utc>, String> {
    let wrong = || format!("“{date} {time}” is no moment");
    let date = NaiveDate::parse_from_str(&format!("{YEAR}-{date}"), "%Y-%m-%d").map_err(|_| wrong())?;
    let time = NaiveTime::parse_from_str(time, "%H:%M").map_err(|_| wrong())?;
    Zone::named(ZONE).and_then(|zone| zone.resolve(date.and_time(time))).ok_or_else(wrong)
}

/// `met - - ontime | lessons`: objectives met, `incidents`, `backedout`, `ontime`, in any order.
fn findings(text: &str) -> Result<Findings, String> {
    let (head, lessons) = text.split_once('|').unwrap_or((text, ""));
    let has = |word: &str| head.split_whitespace().any(|found| found == word);
    Ok(Findings {
        objectives_met: has("met"),
        caused_incidents: has("incidents"),
        backed_out: has("backedout"),
        on_time: has("ontime"),
        lessons: lessons.trim().into(),
    })
}

fn close_code(word: &str) -> Result<CloseCode, String> {
    Ok(match word {
        "successful" => CloseCode::Successful,
        "issues" => CloseCode::SuccessfulWithIssues,
        "failed" => CloseCode::Failed,
        "backedout" => CloseCode::BackedOut,
        _ => return Err(format!("“{word}” is no close code")),
    })
}
