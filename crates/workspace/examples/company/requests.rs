//! The requests of the story: asked for, approved in order, fulfilled task by task; and how content people were.

use std::sync::Arc;

use chrono::TimeDelta;
use itsm::approval::Rule;
use itsm::incident::{Command as Incident, Side};
use itsm::link::{Command as AskLink, Link, Relation};
use itsm::request::{Command as Ask, Form, Kind, PendingReason, Plan, Step as Asked, Target, TaskId, Wanted};
use itsm::satisfaction::Score;
use itsm::{Command, Happening, IncidentId, Level, PersonId, RecordId, RequestId};

use crate::play::{Player, channel, find, optional};
use crate::script::Step;

impl Player {
    /// Whether a step is about a request, or about how content somebody is.
    pub(crate) fn is_of_requests(&self, verb: &str, step: &Step) -> bool {
        matches!(verb, "request" | "rate") || self.requests.contains_key(&step.record)
    }

    /// What somebody does about a request.
    pub(crate) fn request_verb(&mut self, verb: &str, text: &str, step: &Step) -> Result<(), String> {
        let by = self.person(&step.who)?;
        if verb == "request" {
            return self.request(text, step, by);
        }
        let Some(request) = self.requests.get(&step.record).copied() else {
            let (score, words) = rating(text)?;
            let incident = self.incident(&step.record).or_else(|_| self.incident_called(&step.record))?;
            let rate = Incident::Rate { incident, score, words };
            return self.give(Command::Incident(rate), step.at, by).map(drop);
        };
        let words = || Arc::<str>::from(text);
        let command = match verb {
            "approve" => Ask::Answer { request, approves: true, because: words() },
            "refuse" => Ask::Answer { request, approves: false, because: words() },
            "delegate" => {
                let (approver, to) = text.split_once(' ').ok_or("an approver and a delegate are needed")?;
                Ask::Delegate { request, approver: self.person(approver)?, to: Some(self.person(to)?) }
            }
            "begin" => return self.begin_task(request, text, step, by),
            "done" => {
                let (item, task, words) = task(text)?;
                Ask::FinishTask { request, item, task, words }
            }
            "does" => {
                self.begin_task(request, text.split(' ').next().unwrap_or(text), step, by)?;
                let (item, task, words) = task(text)?;
                Ask::FinishTask { request, item, task, words }
            }
            "impossible" => {
                let (item, task, because) = task(text)?;
                Ask::GiveUpTask { request, item, task, because }
            }
            "wait" => {
                let (reason, note) = text.split_once(' ').unwrap_or((text, ""));
                Ask::Hold { request, item: 0, reason: pending(reason)?, note: note.into() }
            }
            "ask" => {
                let reply = Ask::Reply { request, side: Side::Desk, text: words() };
                self.give(Command::Request(reply), step.at, by)?;
                Ask::Hold { request, item: 0, reason: PendingReason::Requester, note: "".into() }
            }
            "resume" => Ask::Resume { request, item: 0 },
            "reply" => Ask::Reply { request, side: Side::Desk, text: words() },
            "says" => Ask::Reply { request, side: Side::Caller, text: words() },
            "note" => Ask::Note { request, text: words() },
            "cancel" => Ask::Cancel { request, because: words() },
            "incident" => Ask::Reroute { request, to: self.to_incident(text)?, because: because(text)? },
            "change" => Ask::Reroute { request, to: Target::Change, because: words() },
            "rate" => {
                let (score, words) = rating(text)?;
                Ask::Rate { request, score, words }
            }
            "outof" => {
                let from = RecordId::Incident(self.incident_called(text)?);
                let link = Link { relation: Relation::LedTo, to: RecordId::Request(request) };
                return self.give(Command::Link(AskLink::Link(from, link)), step.at, by).map(drop);
            }
            _ => return Err(format!("“{verb}” is nothing one can do about a request")),
        };
        self.give(Command::Request(command), step.at, by).map(drop)
    }

    /// The summary; then `: channel, requester, kind, hours, service, for`, `+` an item and `?` a step of approval on
    /// lines of their own, and what the requester told on the others.
    fn request(&mut self, text: &str, step: &Step, by: PersonId) -> Result<(), String> {
        let mut lines = text.lines();
        let summary = lines.next().unwrap_or_default();
        let mut form = Form {
            summary: summary.into(),
            description: "".into(),
            kind: Kind::Resource,
            channel: itsm::incident::Channel::Portal,
            requester: None,
            beneficiary: None,
            service: None,
            target: None,
            approvals: vec![],
            items: vec![],
        };
        let mut description = vec![];
        for line in lines {
            if let Some(facts) = line.strip_prefix(": ") {
                let columns: Vec<&str> = facts.split(',').map(str::trim).collect();
                let [way, requester, kind, hours, service, whom] = columns.as_slice() else {
                    return Err("channel, requester, kind, hours, service and for whom are needed".to_owned());
                };
                form.channel = channel(way)?;
                form.requester = Some(self.person(requester)?);
                form.kind = kind_of(kind)?;
                form.target = hours.parse().ok().map(TimeDelta::hours);
                form.service = optional(&self.cast.services, service)?;
                form.beneficiary = optional(&self.cast.people, whom)?;
            } else if let Some(item) = line.strip_prefix("+ ") {
                form.items.push(self.wanted(item)?);
            } else if let Some(asked) = line.strip_prefix("? ") {
                form.approvals.push(self.asked(asked)?);
            } else {
                description.push(line);
            }
        }
        form.description = description.join("\n").into();
        let events = self.give(Command::Request(Ask::Log { form: Box::new(form), from: None }), step.at, by)?;
        let Some(Happening::Request(id, _)) = events.first().map(|event| &event.what) else {
            return Err("nothing was asked for".to_owned());
        };
        match self.requests.insert(step.record.clone(), *id) {
            None => Ok(()),
            Some(_) => Err(format!("“{}” is used twice", step.record)),
        }
    }

    /// `2 Monitor @ 219 / work / Order it > Set it up & Register it`: stages after each other, `&` at once.
    fn wanted(&self, line: &str) -> Result<Wanted, String> {
        let columns: Vec<&str> = line.split(" / ").map(str::trim).collect();
        let [what, group, plan] = columns.as_slice() else { return Err("what, group and tasks are needed".to_owned()) };
        let (quantity, name) = what.split_once(' ').ok_or("a quantity is needed")?;
        let (name, price) = name.split_once(" @ ").map_or((name, None), |(name, price)| (name, Some(price)));
        let price = price.map(|price| price.parse::<u64>().map(|euros| euros * 100)).transpose();
        let group = Some(find(&self.cast.groups, group)?);
        let mut tasks: Vec<Plan> = vec![];
        let mut before: Vec<TaskId> = vec![];
        for stage in plan.split(" > ") {
            let first = tasks.len();
            for name in stage.split(" & ") {
                tasks.push(Plan { name: name.trim().into(), group, assignee: None, depends_on: before.clone() });
            }
            before = (first..tasks.len()).map(TaskId::planned).collect();
        }
        Ok(Wanted {
            name: name.into(),
            quantity: quantity.parse().map_err(|_| "a quantity is a number".to_owned())?,
            price: price.map_err(|_| "a price is in whole euros".to_owned())?,
            tasks,
        })
    }

    /// `Line manager: falk`; with `any` before the names, one of them is enough.
    fn asked(&self, line: &str) -> Result<Asked, String> {
        let (name, who) = line.split_once(':').ok_or("whose approval, and who")?;
        let names: Vec<&str> = who.split_whitespace().collect();
        let (rule, names) = match names.as_slice() {
            ["any", rest @ ..] => (Rule::Any, rest),
            all => (Rule::All, all),
        };
        let approvers = names.iter().map(|key| self.person(key)).collect::<Result<_, _>>()?;
        Ok(Asked { name: name.trim().into(), rule, approvers })
    }

    /// Takes a task and begins it.
    fn begin_task(&mut self, request: RequestId, text: &str, step: &Step, by: PersonId) -> Result<(), String> {
        let (item, task, _) = task(text)?;
        let now = self.workspace.desk().requests().get(request).map_err(|refusal| refusal.sentence())?;
        let owner = now.item(item).and_then(|item| item.task(task)).and_then(|task| task.assignee);
        if owner != Some(by) {
            let assign = Ask::AssignTask { request, item, task, group: None, assignee: Some(by) };
            self.give(Command::Request(assign), step.at, by)?;
        }
        self.give(Command::Request(Ask::StartTask { request, item, task }), step.at, by).map(drop)
    }

    /// `2/2 network net Why`
    fn to_incident(&self, text: &str) -> Result<Target, String> {
        let mut words = text.split(' ');
        let mut next = || words.next().ok_or("impact/urgency, category and group are needed");
        let (weight, category, group) = (next()?, next()?, next()?);
        let (impact, urgency) = weight.split_once('/').ok_or("impact/urgency is needed")?;
        let level = |text: &str| text.parse().map(Level).map_err(|_| "a level is a number".to_owned());
        Ok(Target::Incident {
            impact: level(impact)?,
            urgency: level(urgency)?,
            category: optional(&self.cast.categories, category)?,
            group: optional(&self.cast.groups, group)?,
        })
    }

    /// The one incident with this summary.
    fn incident_called(&self, summary: &str) -> Result<IncidentId, String> {
        let mut found = self.workspace.desk().incidents().filter(|incident| *incident.summary == *summary);
        match (found.next(), found.next()) {
            (Some(one), None) => Ok(one.id),
            (None, _) => Err(format!("no incident is called “{summary}”")),
            _ => Err(format!("several incidents are called “{summary}”")),
        }
    }
}

fn because(text: &str) -> Result<Arc<str>, String> {
    text.splitn(4, ' ').nth(3).map(Arc::from).ok_or_else(|| "a reason is needed".to_owned())
}

/// `2 Words` is the second task of the first item, `3.2 Words` that of the third.
fn task(text: &str) -> Result<(u16, TaskId, Arc<str>), String> {
    let (place, words) = text.split_once(' ').unwrap_or((text, ""));
    let (item, task) = place.split_once('.').unwrap_or(("1", place));
    let number = |text: &str| text.parse::<u16>().ok().filter(|number| *number > 0);
    let (item, task) = number(item).zip(number(task)).ok_or("a task is named by its number")?;
    Ok((item - 1, TaskId::planned(usize::from(task - 1)), words.into()))
}

fn rating(text: &str) -> Result<(Score, Arc<str>), String> {
    let (score, words) = text.split_once(' ').unwrap_or((text, ""));
    let score = score.parse().ok().and_then(Score::new).ok_or("a score is from 1 to 5")?;
    Ok((score, words.into()))
}

fn kind_of(word: &str) -> Result<Kind, String> {
    Ok(match word {
        "action" => Kind::Action,
        "information" => Kind::Information,
        "resource" => Kind::Resource,
        "access" => Kind::Access,
        "feedback" => Kind::Feedback,
        _ => return Err(format!("“{word}” is no kind of request")),
    })
}

fn pending(word: &str) -> Result<PendingReason, String> {
    Ok(match word {
        "requester" => PendingReason::Requester,
        "supplier" => PendingReason::Supplier,
        "change" => PendingReason::Change,
        "date" => PendingReason::AgreedDate,
        _ => return Err(format!("“{word}” is nothing to wait for")),
    })
}
