//! The requests of the story: asked for, approved, fulfilled task by task, each step decided by the desk.

use chrono::TimeDelta;
use itsm::approval::Rule;
use itsm::incident::Side;
use itsm::request::{
    Command as Ask, Form, Kind, Origin, PendingReason, Plan, Step as Approval, Target, TaskId, Wanted,
};
use itsm::{Command, Event, Level, PersonId, RequestId};

use crate::play::{Player, channel, find, optional};
use crate::script::{Beginning, Step};

impl Player {
    /// Logs a request; what was an incident before is cancelled with it.
    pub(crate) fn ask_for(&mut self, told: &Beginning, step: &Step, by: PersonId) -> Result<Vec<Event>, String> {
        let some = |text: &str| if text.is_empty() { "-".to_owned() } else { text.to_owned() };
        let requester = if told.get("by").is_empty() { by } else { self.person(told.get("by"))? };
        let form = Form {
            summary: told.summary.as_str().into(),
            description: told.text.as_str().into(),
            kind: kind(told.get("kind"))?,
            channel: if told.get("via").is_empty() { channel("portal")? } else { channel(told.get("via"))? },
            requester: Some(requester),
            beneficiary: optional(&self.cast.people, &some(told.get("for")))?,
            service: optional(&self.cast.services, &some(told.get("service")))?,
            target: within(told.get("within"))?,
            approvals: told.all("asks").map(|line| self.approval(line)).collect::<Result<_, _>>()?,
            items: self.wanted(told)?,
            order: None,
        };
        let from = match told.get("was").split_once(' ') {
            Some((label, because)) => Some(Origin { incident: self.incident(label)?, because: because.into() }),
            None => None,
        };
        self.give(Command::Request(Ask::Log { form: Box::new(form), from }), step.at, by)
    }

    /// `Line manager: ben` or `Data owners, all: claire birgit`
    fn approval(&self, line: &str) -> Result<Approval, String> {
        let (name, people) = line.split_once(':').ok_or("an approval is a name, a colon and people")?;
        let (name, rule) = name.split_once(',').unwrap_or((name, "all"));
        let rule = match rule.trim() {
            "all" => Rule::All,
            "any" => Rule::Any,
            "majority" => Rule::Majority,
            other => return Err(format!("“{other}” is no rule")),
        };
        let approvers = people.split_whitespace().map(|key| self.person(key)).collect::<Result<_, _>>()?;
        Ok(Approval { name: name.trim().into(), rule, approvers })
    }

    /// `item Monitor, 27 inches, x2, 219.00` lines, each with the `task` lines that stand below it.
    fn wanted(&self, told: &Beginning) -> Result<Vec<Wanted>, String> {
        let mut items: Vec<Wanted> = vec![];
        for (key, value) in &told.fields {
            match key.as_str() {
                "item" => items.push(item(value)?),
                "task" => {
                    let plan = self.plan(value)?;
                    items.last_mut().ok_or("a task stands below its item")?.tasks.push(plan);
                }
                _ => {}
            }
        }
        Ok(items)
    }

    /// `work pawel after 1 2: Set it up`; a dash for nobody in particular.
    fn plan(&self, line: &str) -> Result<Plan, String> {
        let (who, name) = line.split_once(':').ok_or("a task has a colon before its name")?;
        let mut words = who.split_whitespace();
        let (group, person) = (words.next().unwrap_or("-"), words.next().unwrap_or("-"));
        let after = words.filter_map(|word| word.parse::<usize>().ok());
        Ok(Plan {
            name: name.trim().into(),
            group: optional(&self.cast.groups, group)?,
            assignee: optional(&self.cast.people, person)?,
            depends_on: after.map(|place| TaskId::planned(place.saturating_sub(1))).collect(),
            automatic: false,
        })
    }

    /// What somebody does about a request.
    pub(crate) fn request_verb(
        &mut self,
        request: RequestId,
        verb: &str,
        text: &str,
        step: &Step,
        by: PersonId,
    ) -> Result<(), String> {
        let command = match verb {
            "approve" => Ask::Answer { request, approves: true, because: text.into() },
            "refuse" => Ask::Answer { request, approves: false, because: text.into() },
            "delegate" => {
                let (approver, to) = text.split_once(' ').ok_or("an approver and a delegate are needed")?;
                Ask::Delegate { request, approver: self.person(approver)?, to: Some(self.person(to)?) }
            }
            "begin" | "done" | "cannot" => return self.task_verb(request, verb, text, step, by),
            "fulfil" => return self.fulfil(request, text, step, by),
            "wait" => {
                let (reason, note) = text.split_once(' ').unwrap_or((text, ""));
                Ask::Hold { request, item: 0, reason: pending(reason)?, note: note.into() }
            }
            "resume" => Ask::Resume { request, item: 0 },
            "reply" => Ask::Reply { request, side: Side::Desk, text: text.into() },
            "says" => Ask::Reply { request, side: Side::Caller, text: text.into() },
            "note" => Ask::Note { request, text: text.into() },
            "cancel" => Ask::Cancel { request, because: text.into() },
            "change" => Ask::Reroute { request, to: Target::Change, because: text.into() },
            "incident" => {
                let mut words = text.splitn(4, ' ');
                let mut next = || words.next().ok_or("impact/urgency, category, team and a reason are needed");
                let (weight, category, group, because) = (next()?, next()?, next()?, next()?);
                let (impact, urgency) = weight.split_once('/').ok_or("impact/urgency is needed")?;
                let level = |text: &str| text.parse().map(Level).map_err(|_| "a level is a number".to_owned());
                let to = Target::Incident {
                    impact: level(impact)?,
                    urgency: level(urgency)?,
                    category: optional(&self.cast.categories, category)?,
                    group: Some(find(&self.cast.groups, group)?),
                };
                let reroute = Ask::Reroute { request, to, because: because.into() };
                let events = self.give(Command::Request(reroute), step.at, by)?;
                return self.remember_within(&format!("{}-incident", step.record), &events);
            }
            _ => return Err(format!("“{verb}” is nothing one can do about a request")),
        };
        self.give(Command::Request(command), step.at, by).map(drop)
    }

    /// `begin 2`, `done 1.3 Words`, `cannot 2 Why`: a task of the first item, or of another one before the point.
    fn task_verb(
        &mut self,
        request: RequestId,
        verb: &str,
        text: &str,
        step: &Step,
        by: PersonId,
    ) -> Result<(), String> {
        let (place, words) = text.split_once(' ').unwrap_or((text, ""));
        let (item, task) = place.split_once('.').unwrap_or(("1", place));
        let number = |text: &str| text.parse::<u16>().map_err(|_| format!("“{text}” is no number"));
        let (item, task) =
            (number(item)?.saturating_sub(1), TaskId::planned(usize::from(number(task)?.saturating_sub(1))));
        match verb {
            "begin" => self.start_task(request, item, task, step, by),
            "done" => self.finish_task(request, item, task, words, step, by),
            _ => {
                let command = Ask::GiveUpTask { request, item, task, because: words.into() };
                self.give(Command::Request(command), step.at, by).map(drop)
            }
        }
    }

    /// Begins a task, for the actor's own team if it has none.
    fn start_task(
        &mut self,
        request: RequestId,
        item: u16,
        task: TaskId,
        step: &Step,
        by: PersonId,
    ) -> Result<(), String> {
        let desk = self.workspace.desk();
        let found = desk.requests().get(request).map_err(|refusal| refusal.sentence())?;
        let planned = found.items.get(usize::from(item)).and_then(|item| item.tasks.iter().find(|one| one.id == task));
        let owned = planned.is_some_and(|task| task.group.is_some() || task.assignee.is_some());
        if !owned {
            let group = Some(self.team(by)?);
            let command = Ask::AssignTask { request, item, task, group, assignee: Some(by) };
            self.give(Command::Request(command), step.at, by)?;
        }
        self.give(Command::Request(Ask::StartTask { request, item, task }), step.at, by).map(drop)
    }

    fn finish_task(
        &mut self,
        request: RequestId,
        item: u16,
        task: TaskId,
        words: &str,
        step: &Step,
        by: PersonId,
    ) -> Result<(), String> {
        let desk = self.workspace.desk();
        let found = desk.requests().get(request).map_err(|refusal| refusal.sentence())?;
        let state = found
            .items
            .get(usize::from(item))
            .and_then(|item| item.tasks.iter().find(|one| one.id == task).map(|task| found.task_state(item, task)));
        if state != Some(itsm::request::TaskState::InProgress) {
            self.start_task(request, item, task, step, by)?;
        }
        let command = Ask::FinishTask { request, item, task, words: words.into() };
        self.give(Command::Request(command), step.at, by).map(drop)
    }

    /// Does every task that is not over, in their order; the words stand at the last one.
    fn fulfil(&mut self, request: RequestId, text: &str, step: &Step, by: PersonId) -> Result<(), String> {
        let desk = self.workspace.desk();
        let found = desk.requests().get(request).map_err(|refusal| refusal.sentence())?;
        let mut open: Vec<(u16, TaskId)> = vec![];
        for (place, item) in (0..).zip(&found.items) {
            open.extend(
                item.tasks.iter().filter(|task| !found.task_state(item, task).is_over()).map(|task| (place, task.id)),
            );
        }
        let last = open.len().saturating_sub(1);
        for (at, (item, task)) in open.into_iter().enumerate() {
            self.finish_task(request, item, task, if at == last { text } else { "" }, step, by)?;
        }
        Ok(())
    }
}

fn item(line: &str) -> Result<Wanted, String> {
    let mut wanted = Wanted { name: "".into(), quantity: 1, price: None, tasks: vec![] };
    let (mut name, mut rest) = (line, None);
    if let Some((before, after)) = line.split_once(" x") {
        (name, rest) = (before, Some(after));
    }
    wanted.name = name.trim().into();
    if let Some((quantity, price)) = rest.and_then(|rest| rest.split_once(' ')) {
        wanted.quantity = quantity.parse().map_err(|_| "a quantity is a number")?;
        let (whole, part) = price.split_once('.').ok_or("a price has two digits behind its point")?;
        let number = |text: &str| text.parse::<u64>().map_err(|_| "a price is a number");
        wanted.price = Some(number(whole)? * 100 + number(part)?);
    }
    Ok(wanted)
}

/// `3d` of eleven working hours each, or `4h`.
fn within(text: &str) -> Result<Option<TimeDelta>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    let number = |text: &str| text.parse::<i64>().map_err(|_| format!("“{text}” is no time"));
    match text.strip_suffix('d') {
        Some(days) => Ok(Some(TimeDelta::hours(number(days)? * 11))),
        None => Ok(Some(TimeDelta::hours(number(text.trim_end_matches('h'))?))),
    }
}

fn kind(word: &str) -> Result<Kind, String> {
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
        _ => return Err(format!("“{word}” is nothing a request waits for")),
    })
}
