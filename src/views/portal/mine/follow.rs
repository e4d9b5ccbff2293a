//! An order as a list of what was done, is done and is still to come.

use chrono::{DateTime, Utc};
use itsm::Desk;
use itsm::approval::{Outcome, Round};
use itsm::request::{Ending, Item, ItemState, PendingReason, Progress, Request, State, Task, TaskState};

use super::when;
use crate::session::Zone;

/// How far a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Far {
    /// It is over, as it should.
    Done,
    /// Everybody waits for it.
    Now,
    /// It is still to come.
    Later,
    /// It will not come, or came out otherwise.
    Stopped,
}

impl Far {
    /// The attribute of the sheet.
    pub fn attribute(self) -> &'static str {
        match self {
            Far::Done => "done",
            Far::Now => "now",
            Far::Later => "later",
            Far::Stopped => "stopped",
        }
    }

    /// The word for those who do not see it.
    pub fn word(self) -> &'static str {
        match self {
            Far::Done => "Done",
            Far::Now => "Now",
            Far::Later => "Later",
            Far::Stopped => "Not done",
        }
    }
}

/// A step of an order.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// How far it is.
    pub far: Far,
    /// What.
    pub title: String,
    /// Who, when, why.
    pub detail: String,
}

/// Everything that was done, is done and is still to come.
pub fn steps(desk: &Desk, request: &Request, now: DateTime<Utc>, zone: Zone) -> Vec<Step> {
    let mut steps = vec![Step { far: Far::Done, title: "Ordered".to_owned(), detail: when(zone, request.opened_at) }];
    let asked = request.asked().map(|(place, ..)| place);
    for (place, round) in request.rounds.iter().enumerate() {
        steps.push(approval(desk, request, round, asked == Some(place), zone));
    }
    let several = request.items.len() > 1;
    for item in &request.items {
        for task in &item.tasks {
            steps.push(work(desk, request, item, task, several, zone));
        }
    }
    steps.push(end(desk, request, now, zone));
    steps
}

fn approval(desk: &Desk, request: &Request, round: &Round, is_asked: bool, zone: Zone) -> Step {
    let directory = desk.directory();
    let title = round.name.to_string();
    let names = |people: &[itsm::PersonId]| {
        people.iter().map(|person| directory.person(*person).to_owned()).collect::<Vec<_>>().join(", ")
    };
    match round.outcome() {
        Outcome::Approved => {
            let votes: Vec<String> = round
                .votes
                .values()
                .map(|vote| [directory.person(vote.by), ", ", &when(zone, vote.at)].concat())
                .collect();
            Step { far: Far::Done, title, detail: "Approved by ".to_owned() + &votes.join("; ") }
        }
        Outcome::Refused => {
            let refused = round.votes.values().find(|vote| !vote.approves);
            let told = refused.map(|vote| {
                ["Refused by ", directory.person(vote.by), ", ", &when(zone, vote.at), ": ", &vote.because].concat()
            });
            Step { far: Far::Stopped, title, detail: told.unwrap_or_default() }
        }
        Outcome::Asked if is_asked => {
            let waiting: Vec<itsm::PersonId> = round.waiting().collect();
            Step { far: Far::Now, title, detail: "Asked: ".to_owned() + &names(&waiting) }
        }
        Outcome::Asked => {
            let far = if request.state().is_open() { Far::Later } else { Far::Stopped };
            let word = if far == Far::Later { "Will be asked: " } else { "Not asked: " };
            Step { far, title, detail: word.to_owned() + &names(&round.approvers) }
        }
    }
}

fn work(desk: &Desk, request: &Request, item: &Item, task: &Task, several: bool, zone: Zone) -> Step {
    let title = if several { [&*item.name, ": ", &task.name].concat() } else { task.name.to_string() };
    let by = task.group.map(|group| desk.directory().group(group)).unwrap_or("The desk");
    let (far, detail) = match (request.task_state(item, task), &task.progress) {
        (TaskState::Done, Progress::Done { at, .. }) if task.automatic => {
            (Far::Done, "By itself, ".to_owned() + &when(zone, *at))
        }
        (TaskState::Done, Progress::Done { at, words, .. }) => {
            let words = if words.is_empty() { String::new() } else { ". ".to_owned() + words };
            (Far::Done, [by, ", ", &when(zone, *at), &words].concat())
        }
        (TaskState::NotPossible, Progress::NotPossible { because, .. }) => {
            (Far::Stopped, "Not possible: ".to_owned() + because)
        }
        (TaskState::InProgress, _) => match request.item_state(item) {
            ItemState::Pending(PendingReason::Requester) => (Far::Now, by.to_owned() + " waits for your answer"),
            ItemState::Pending(reason) => (Far::Now, [by, ", ", reason.word()].concat()),
            _ => (Far::Now, by.to_owned() + " works on it"),
        },
        (TaskState::Ready, _) => (Far::Now, by.to_owned() + " will begin"),
        (TaskState::Created, _) if task.automatic => (Far::Later, "By itself".to_owned()),
        (TaskState::Created, _) => (Far::Later, by.to_owned()),
        (TaskState::Dropped, _) => (Far::Stopped, "Will not be done".to_owned()),
        (TaskState::Done | TaskState::NotPossible, _) => (Far::Done, String::new()),
    };
    Step { far, title, detail }
}

fn end(desk: &Desk, request: &Request, now: DateTime<Utc>, zone: Zone) -> Step {
    let ended = request.ended_at.map(|at| when(zone, at)).unwrap_or_default();
    let (far, title, detail) = match request.state() {
        State::Done => {
            let all = request.items.iter().all(|item| request.item_state(item) == ItemState::ClosedComplete);
            let late = desk.promise_of(request, now).is_some_and(|standing| standing.is_late);
            let late = if late { ", later than promised" } else { "" };
            let far = if all { Far::Done } else { Far::Stopped };
            (far, if all { "Fulfilled" } else { "Ended, and not all of it was done" }, ended + late)
        }
        State::Rejected => {
            (Far::Stopped, "Refused", "Nothing is done. Order again if you can answer the reason.".into())
        }
        State::Cancelled | State::Rerouted => {
            let because = match &request.ending {
                Some(Ending::Cancelled { because } | Ending::Rerouted { because, .. }) => because.to_string(),
                None => String::new(),
            };
            let title = if request.state() == State::Cancelled { "Cancelled" } else { "Goes on elsewhere" };
            (Far::Stopped, title, [&ended, ": ", &because].concat())
        }
        State::AwaitingApproval | State::InFulfilment => (Far::Later, "Fulfilled", promise(desk, request, now, zone)),
    };
    Step { far, title: title.to_owned(), detail }
}

/// What is promised: an instant once it is approved, and before that how it will count.
pub fn promise(desk: &Desk, request: &Request, now: DateTime<Utc>, zone: Zone) -> String {
    match (desk.promise_of(request, now), request.target) {
        (Some(standing), _) => {
            let late = if standing.is_late { ", which has passed" } else { "" };
            ["Promised by ", &when(zone, standing.by), late].concat()
        }
        (None, Some(target)) => {
            let span = crate::views::words::business_span(target);
            ["Promised within ", &span, " of working time, counted from the last approval"].concat()
        }
        (None, None) => "No time is promised".to_owned(),
    }
}

/// What comes next, in a line; empty once nothing does.
pub fn next(desk: &Desk, request: &Request, now: DateTime<Utc>, zone: Zone) -> String {
    let Some(step) = steps(desk, request, now, zone).into_iter().find(|step| step.far == Far::Now) else {
        return String::new();
    };
    let promise = if request.state() == State::InFulfilment && request.target.is_some() {
        ". ".to_owned() + &promise(desk, request, now, zone)
    } else {
        String::new()
    };
    [&step.title, ": ", &step.detail, &promise].concat()
}
