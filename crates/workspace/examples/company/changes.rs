//! The changes of the story and the templates of standard ones: assessed, authorised, carried out, reviewed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use itsm::change::template::{Body, Command as Template};
use itsm::change::{
    Amendment, Answers, Board, ChangeType, CloseCode, Command as Change, Findings, OrderId, OrderPlan, OrderState,
    Plans, Span, Statement,
};
use itsm::{ChangeId, ChangeTemplateId, Command, Event, GroupId, Happening, ItemId, PersonId, RecordId, ServiceId};

use crate::play::{Player, find, optional};
use crate::script::{Beginning, Step, instant};

impl Player {
    pub(crate) fn raise_change(&mut self, told: &Beginning, step: &Step, by: PersonId) -> Result<Vec<Event>, String> {
        let template = match told.get("from-template") {
            "" => None,
            label => match self.record(label)? {
                RecordId::ChangeTemplate(id) => Some(id),
                _ => return Err(format!("“{label}” is no template")),
            },
        };
        let from = if told.get("from").is_empty() { None } else { Some(self.record(told.get("from"))?) };
        let person = |key: &str| if key.is_empty() { Ok(None) } else { self.person(key).map(Some) };
        let assignee = person(told.get("lead"))?.unwrap_or(by);
        let statement = Statement {
            summary: told.summary.as_str().into(),
            description: told.text.as_str().into(),
            kind: kind(told.get("type"), template)?,
            template,
            requested_by: person(told.get("by"))?,
            services: self.services_of(told.get("services"))?,
            items: self.items_of(told.get("items"))?,
            category: self.category(told)?,
            group: self.team_of(assignee),
            assignee: Some(assignee),
            planned: if told.get("when").is_empty() { None } else { Some(span(told.get("when"))?) },
            plans: plans(told),
            answers: answers(told.get("risk"))?,
        };
        let raise = Change::Raise { statement: Box::new(statement), from };
        self.give(Command::Change(raise), step.at, by)
    }

    pub(crate) fn write_template(&mut self, told: &Beginning, step: &Step, by: PersonId) -> Result<Vec<Event>, String> {
        let body = Body {
            name: told.summary.as_str().into(),
            description: told.text.as_str().into(),
            category: self.category(told)?,
            group: self.team_of(by),
            services: self.services_of(told.get("services"))?,
            answers: answers(told.get("risk"))?,
            plans: plans(told),
        };
        self.give(Command::Change(Change::Template(Template::Create(Box::new(body)))), step.at, by)
    }

    pub(crate) fn template_verb(
        &mut self,
        template: ChangeTemplateId,
        verb: &str,
        text: &str,
        step: &Step,
        by: PersonId,
    ) -> Result<(), String> {
        let command = match verb {
            "ask" => Template::Ask { template, boards: self.boards(text)? },
            "approve" => Template::Answer { template, approves: true, because: text.into() },
            "refuse" => Template::Answer { template, approves: false, because: text.into() },
            "retire" => Template::Retire { template, because: text.into() },
            _ => return Err(format!("“{verb}” is nothing one can do about a template")),
        };
        self.give(Command::Change(Change::Template(command)), step.at, by).map(drop)
    }

    /// What somebody does about a change.
    pub(crate) fn change_verb(
        &mut self,
        change: ChangeId,
        verb: &str,
        text: &str,
        step: &Step,
        by: PersonId,
    ) -> Result<(), String> {
        let words = || Arc::<str>::from(text);
        let amend = |amendment| Change::Amend { change, changes: vec![amendment] };
        let command = match verb {
            "lead" => {
                let lead = self.person(text)?;
                Change::Assign { change, group: self.team_of(lead), assignee: Some(lead) }
            }
            "assess" => Change::Assess(change),
            "do" => amend(Amendment::Implementation(words())),
            "test" => amend(Amendment::Test(words())),
            "undo" => amend(Amendment::BackOut(words())),
            "planned" => amend(Amendment::Planned(Some(span(text)?))),
            "risk" => amend(Amendment::Answers(answers(text)?.ok_or("six answers are needed")?)),
            "items" => amend(Amendment::Items(self.items_of(text)?)),
            "ask" => Change::Ask { change, boards: self.boards(text)? },
            "approve" => Change::Answer { change, approves: true, because: words() },
            "refuse" => Change::Answer { change, approves: false, because: words() },
            "withdraw" => Change::Withdraw { change, because: words() },
            "schedule" => Change::Schedule { change, planned: span(text)? },
            "begin" => Change::Implement(change),
            "end" => Change::BeginReview(change),
            "review" => Change::Review { change, findings: findings(text) },
            "cancel" => Change::Cancel { change, because: words() },
            "note" => Change::Note { change, text: words() },
            "order" => return self.add_order(change, text, step, by),
            "did" => return self.carry_out(change, text, step, by),
            "drop" => {
                let (order, note) = text.split_once(' ').ok_or("an order and a reason are needed")?;
                Change::MoveOrder {
                    change,
                    order: self.order(step, order)?,
                    to: OrderState::Cancelled,
                    note: note.into(),
                }
            }
            _ => Change::Close { change, code: code(verb)?, notes: words() },
        };
        self.give(Command::Change(command), step.at, by).map(drop)
    }

    /// `a net emre 03-19 18:00 to 18:20 after b c: Title`
    fn add_order(&mut self, change: ChangeId, text: &str, step: &Step, by: PersonId) -> Result<(), String> {
        let (head, title) = text.split_once(": ").ok_or("an order has a colon before its title")?;
        let (head, after) = head.split_once(" after ").unwrap_or((head, ""));
        let mut words = head.splitn(4, ' ');
        let mut next = || words.next().ok_or("an order has a letter, a team and a person");
        let (letter, group, person) = (next()?, next()?, next()?);
        let planned = words.next().map(span).transpose()?;
        let after =
            after.split_whitespace().map(|letter| self.order(step, letter)).collect::<Result<BTreeSet<_>, _>>()?;
        let plan = OrderPlan {
            title: title.trim().into(),
            group: optional(&self.cast.groups, group)?,
            assignee: optional(&self.cast.people, person)?,
            planned,
            after,
        };
        let events = self.give(Command::Change(Change::AddOrder { change, plan }), step.at, by)?;
        for event in &events {
            if let Happening::Change(_, itsm::change::Event::OrderAdded { order, .. }) = &event.what {
                self.orders.insert(format!("{}/{letter}", step.record), *order);
            }
        }
        Ok(())
    }

    /// Takes a work order from wherever it is to its end.
    fn carry_out(&mut self, change: ChangeId, text: &str, step: &Step, by: PersonId) -> Result<(), String> {
        let (letter, note) = text.split_once(' ').ok_or("an order and what was done are needed")?;
        let order = self.order(step, letter)?;
        let desk = self.workspace.desk();
        let found = desk.changes().get(change).map_err(|refusal| refusal.sentence())?;
        let mut state = found.orders.get(&order).ok_or("no such order")?.state;
        while let Some(to) = state.next() {
            let note = if to == OrderState::Closed { note } else { "" };
            self.give(Command::Change(Change::MoveOrder { change, order, to, note: note.into() }), step.at, by)?;
            state = to;
        }
        Ok(())
    }

    fn order(&self, step: &Step, letter: &str) -> Result<OrderId, String> {
        find(&self.orders, &format!("{}/{letter}", step.record))
    }

    /// `wiebke kofi; claire (birgit)`: round after round; a delegate stands in brackets behind whom they stand in for.
    fn boards(&self, text: &str) -> Result<Vec<Board>, String> {
        text.split(';').map(|round| self.board(round)).collect()
    }

    fn board(&self, text: &str) -> Result<Board, String> {
        let (mut approvers, mut delegates) = (vec![], BTreeMap::new());
        for word in text.split_whitespace() {
            match word.strip_prefix('(') {
                Some(delegate) => {
                    let seat = *approvers.last().ok_or("a delegate stands behind an approver")?;
                    delegates.insert(seat, self.person(delegate.trim_end_matches(')'))?);
                }
                None => approvers.push(self.person(word)?),
            }
        }
        Ok(Board { approvers, delegates })
    }

    pub(crate) fn services_of(&self, keys: &str) -> Result<Vec<ServiceId>, String> {
        keys.split_whitespace().map(|key| find(&self.cast.services, key)).collect()
    }

    pub(crate) fn items_of(&self, keys: &str) -> Result<Vec<ItemId>, String> {
        keys.split_whitespace().map(|key| find(&self.cast.items, key)).collect()
    }

    fn category(&self, told: &Beginning) -> Result<Option<itsm::CategoryId>, String> {
        let key = told.get("category");
        if key.is_empty() { Ok(None) } else { find(&self.cast.categories, key).map(Some) }
    }

    pub(crate) fn team_of(&self, person: PersonId) -> Option<GroupId> {
        self.cast.team.get(&person).copied()
    }
}

fn kind(word: &str, template: Option<ChangeTemplateId>) -> Result<ChangeType, String> {
    Ok(match word {
        "" | "standard" if template.is_some() => ChangeType::Standard,
        "" | "normal" => ChangeType::Normal,
        "emergency" => ChangeType::Emergency,
        _ => return Err(format!("“{word}” is no type of change")),
    })
}

fn plans(told: &Beginning) -> Plans {
    Plans { implementation: told.get("do").into(), test: told.get("test").into(), back_out: told.get("undo").into() }
}

/// `0 1 2 0 1 0`: the place of the answer to each question about risk.
fn answers(text: &str) -> Result<Option<Answers>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    let places: Option<Vec<u8>> = text.split_whitespace().map(|word| word.parse().ok()).collect();
    places.as_deref().and_then(Answers::of).map(Some).ok_or_else(|| format!("“{text}” are not the six answers"))
}

/// `03-19 18:00 to 19:00`, or `03-19 18:00 to 03-20 06:00`
pub(crate) fn span(text: &str) -> Result<Span, String> {
    let (start, end) = text.split_once(" to ").ok_or("a span is from and to")?;
    let day = start.split_whitespace().next().unwrap_or_default();
    let whole = if end.trim().contains(' ') { end.trim().to_owned() } else { format!("{day} {}", end.trim()) };
    Ok(Span { start: instant(start)?, end: instant(&whole)? })
}

/// Marks and lessons: `met late incidents backedout | What to do otherwise`.
fn findings(text: &str) -> Findings {
    let (marks, lessons) = text.split_once('|').unwrap_or((text, ""));
    let has = |mark: &str| marks.split_whitespace().any(|word| word == mark);
    Findings {
        objectives_met: has("met"),
        caused_incidents: has("incidents"),
        backed_out: has("backedout"),
        on_time: !has("late"),
        lessons: lessons.trim().into(),
    }
}

fn code(verb: &str) -> Result<CloseCode, String> {
    Ok(match verb {
        "successful" => CloseCode::Successful,
        "issues" => CloseCode::SuccessfulWithIssues,
        "failed" => CloseCode::Failed,
        "backedout" => CloseCode::BackedOut,
        _ => return Err(format!("“{verb}” is nothing one can do about a change")),
    })
}
