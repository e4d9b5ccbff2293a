//! What `itsm::request` tells, in plain words: event by event, and a whole command in one line.

use std::sync::Arc;

use chrono::TimeDelta;
use itsm::incident::Side;
use itsm::request::{Amendment, Event, Form, Item, TaskId};
use itsm::{Happening, PersonId, RequestId};

use super::command::CommandKind;
use super::{Audience, Names, Said, detail, join, or_none, rating};

impl Names<'_> {
    /// An event, for the history of its record. Items and tasks are named as the record has them now.
    pub(super) fn of_request(&self, id: RequestId, event: &Event) -> Said {
        let directory = self.0.directory();
        match event {
            Event::Logged(form) => self.asked(form),
            Event::Amended(amendment) => self.amended_request(amendment),
            Event::Answered { round, seat, approves, because } => {
                let seat = self.seat(id, *round, *seat);
                let heading = match approves {
                    true => join(["Approved: ", &seat]),
                    false => join(["Refused: ", &seat, ", told to the requester"]),
                };
                let audience = if *approves { Audience::System } else { Audience::Public };
                Said::system(heading).with_text(because).to(audience)
            }
            Event::Delegated { seat, to } => Said::system(self.delegated(*seat, *to)),
            Event::TaskAdded { item, plan, .. } => {
                let item = self.item(id, *item);
                let mut details = vec![detail("Task", &plan.name)];
                details.extend(plan.group.map(|id| detail("Group", directory.group(id))));
                details.extend(plan.assignee.map(|id| detail("Assigned to", directory.person(id))));
                Said::system(join(["Task added", &item])).with_details(details)
            }
            Event::TaskAssigned { item, task, group, assignee } => {
                Said::system(join([&self.handed(*group, *assignee), ": ", &self.task(id, *item, *task)]))
            }
            Event::TaskStarted { item, task } => Said::system(join(["Task began: ", &self.task(id, *item, *task)])),
            Event::TaskDone { item, task, .. } if self.is_automatic(id, *item, *task) => {
                Said::system(join(["Happened by itself: ", &self.task(id, *item, *task)]))
            }
            Event::TaskDone { item, task, words } => {
                Said::system(join(["Task done: ", &self.task(id, *item, *task)])).with_text(words)
            }
            Event::TaskImpossible { item, task, because } => {
                Said::system(join(["Task not possible: ", &self.task(id, *item, *task)])).with_text(because)
            }
            Event::Held { item, reason } => Said::system(join(["Pending, ", reason.word(), &self.item(id, *item)])),
            Event::Resumed { item } => Said::system(join(["Taken up again", &self.item(id, *item)])),
            Event::Replied { side, text } => Said::system(match side {
                Side::Desk => "Reply to the requester",
                Side::Caller => "Reply from the requester",
            })
            .with_text(text)
            .to(Audience::Public),
            Event::Noted { text } => Said::system("Work note").with_text(text).to(Audience::Internal),
            Event::Cancelled { because } => Said::system("Cancelled by the requester").with_text(because),
            Event::Rerouted { to, because } => {
                Said::system(join(["Re-routed: really ", with_article(to.word())])).with_text(because)
            }
            Event::Rated { score, words } => rating::said(*score, words, "requester"),
        }
    }

    fn asked(&self, form: &Form) -> Said {
        let directory = self.0.directory();
        let items: Vec<String> =
            form.items.iter().map(|item| [&item.quantity.to_string(), " × ", &item.name].concat()).collect();
        let mut details = vec![
            detail("Requester", form.requester.map_or("nobody", |id| directory.person(id))),
            detail("Kind", form.kind.word()),
        ];
        details.extend(form.beneficiary.map(|id| detail("For", directory.person(id))));
        details.extend(form.service.map(|id| detail("Service", directory.service(id))));
        details.push(detail("Items", &items.join(", ")));
        details.extend(form.target.map(|target| detail("Promised within", &working(target))));
        let steps: Vec<&str> = form.approvals.iter().map(|step| &*step.name).collect();
        let approval = if steps.is_empty() { "pre-authorised".to_owned() } else { steps.join(", then ") };
        details.push(detail("Approval", &approval));
        let heading = match form.order {
            Some(_) => "Ordered from the service catalogue".to_owned(),
            None => join(["Logged, came in by ", &form.channel.word().to_lowercase()]),
        };
        Said::system(heading).with_details(details).with_text(&form.description)
    }

    fn amended_request(&self, amendment: &Amendment) -> Said {
        let directory = self.0.directory();
        let (field, value) = match amendment {
            Amendment::Description(text) => return Said::system("Description corrected").with_text(text),
            Amendment::Summary(text) => ("Summary", text.to_string()),
            Amendment::Kind(kind) => ("Kind", kind.word().to_owned()),
            Amendment::Service(id) => ("Service", or_none(id.map(|id| directory.service(id)))),
            Amendment::Target(target) => ("Promise", target.map_or_else(|| "none".to_owned(), working)),
        };
        Said::system(join([field, " corrected"])).with_details(vec![(field.to_owned(), value)])
    }

    /// "Line manager (Falk)".
    fn seat(&self, id: RequestId, round: u8, seat: PersonId) -> String {
        let request = self.0.requests().get(id).ok();
        let round = request.and_then(|request| request.rounds.get(usize::from(round))).map(|round| &*round.name);
        join([round.unwrap_or("an approver"), " (", self.0.directory().person(seat), ")"])
    }

    fn delegated(&self, seat: PersonId, to: Option<PersonId>) -> String {
        let directory = self.0.directory();
        match to {
            Some(to) => join([directory.person(to), " may answer for ", directory.person(seat)]),
            None => join(["Nobody stands in for ", directory.person(seat), " any more"]),
        }
    }

    fn item_of(&self, id: RequestId, place: u16) -> Option<&Item> {
        self.0.requests().get(id).ok()?.item(place)
    }

    /// ", Second monitor", where the request has several items.
    fn item(&self, id: RequestId, place: u16) -> String {
        let several = self.0.requests().get(id).is_ok_and(|request| request.items.len() > 1);
        let item = self.item_of(id, place).filter(|_| several);
        item.map_or_else(String::new, |item| join([", ", &item.name]))
    }

    fn task(&self, id: RequestId, place: u16, task: TaskId) -> String {
        let name = self.item_of(id, place).and_then(|item| item.task(task)).map(|task| &*task.name);
        join([name.unwrap_or("one that is not here any more"), &self.item(id, place)])
    }

    fn is_automatic(&self, id: RequestId, place: u16, task: TaskId) -> bool {
        self.item_of(id, place).and_then(|item| item.task(task)).is_some_and(|task| task.automatic)
    }

    /// A command that begins with this event, in one line; `happenings` are all it led to.
    pub(super) fn request_verb(
        &self,
        id: RequestId,
        event: &Event,
        happenings: &[&Happening],
    ) -> (String, CommandKind) {
        let object = self.0.requests().number(id);
        let directory = self.0.directory();
        let incident = happenings.iter().find_map(|what| match what {
            Happening::Incident(id, _) => Some(self.number(*id)),
            _ => None,
        });
        match event {
            Event::Logged(form) if form.order.is_some() && orders(happenings) > 1 => {
                (join(["Ordered ", &super::number(orders(happenings)), " things"]), CommandKind::Logged)
            }
            Event::Logged(form) if form.order.is_some() => {
                (join(["Ordered ", &form.summary, ": ", &object]), CommandKind::Logged)
            }
            Event::Logged(_) => {
                let from = incident.map(|number| [" out of ", &number, ", which was no incident"].concat());
                (join(["Logged ", &object, &from.unwrap_or_default()]), CommandKind::Logged)
            }
            Event::Amended(_) => (join(["Corrected ", &object]), CommandKind::Corrected),
            Event::Answered { approves, .. } => {
                (join([if *approves { "Approved " } else { "Refused " }, &object]), CommandKind::Work)
            }
            Event::Delegated { seat, to } => {
                (join([&self.delegated(*seat, *to), " on ", &object]), CommandKind::Assigned)
            }
            Event::TaskAdded { plan, .. } => {
                (join(["Added a task to ", &object, ": ", &plan.name]), CommandKind::Assigned)
            }
            Event::TaskAssigned { item, task, group, assignee } => {
                let names = [group.map(|id| directory.group(id)), assignee.map(|id| directory.person(id))];
                let names: Vec<&str> = names.into_iter().flatten().collect();
                let to = if names.is_empty() { "nobody".to_owned() } else { names.join(", ") };
                let task = self.task(id, *item, *task);
                (join(["Handed a task of ", &object, " to ", &to, ": ", &task]), CommandKind::Assigned)
            }
            Event::TaskStarted { item, task } => {
                (join(["Began a task of ", &object, ": ", &self.task(id, *item, *task)]), CommandKind::Work)
            }
            Event::TaskDone { item, task, .. } => {
                (join(["Finished a task of ", &object, ": ", &self.task(id, *item, *task)]), CommandKind::Work)
            }
            Event::TaskImpossible { item, task, .. } => {
                (join(["Gave up a task of ", &object, ": ", &self.task(id, *item, *task)]), CommandKind::Work)
            }
            Event::Held { item, reason } => {
                let item = self.item(id, *item);
                (join(["Let ", &object, " wait, ", reason.word(), &item]), CommandKind::Work)
            }
            Event::Resumed { .. } => (join(["Took up ", &object, " again"]), CommandKind::Work),
            Event::Replied { side: Side::Desk, .. } => {
                (join(["Replied to the requester of ", &object]), CommandKind::Said)
            }
            Event::Replied { side: Side::Caller, .. } => {
                (join(["Noted what the requester of ", &object, " said"]), CommandKind::Said)
            }
            Event::Noted { .. } => (join(["Wrote a note on ", &object]), CommandKind::Said),
            Event::Cancelled { .. } => (join(["Cancelled ", &object]), CommandKind::Ended),
            Event::Rerouted { to, .. } => {
                let to = incident.unwrap_or_else(|| with_article(to.word()).to_owned());
                (join(["Re-routed ", &object, " to ", &to]), CommandKind::Ended)
            }
            Event::Rated { score, .. } => (rating::heading(*score, "requester", &object), CommandKind::Said),
        }
    }
}

fn with_article(word: &'static str) -> &'static str {
    if word == "incident" { "an incident" } else { "a change" }
}

/// "8 working hours", "45 working minutes".
fn working(span: TimeDelta) -> String {
    let (number, unit) = match (span.num_minutes(), span.num_hours()) {
        (minutes, hours) if minutes == hours * 60 => (hours, if hours == 1 { "hour" } else { "hours" }),
        (minutes, _) => (minutes, if minutes == 1 { "minute" } else { "minutes" }),
    };
    join([&super::number(number.unsigned_abs()), " working ", unit])
}

/// What somebody wrote.
pub(super) fn said_in(event: &Event) -> Option<&Arc<str>> {
    let text = match event {
        Event::Logged(form) => &form.summary,
        Event::Answered { because, .. }
        | Event::TaskImpossible { because, .. }
        | Event::Cancelled { because }
        | Event::Rerouted { because, .. } => because,
        Event::TaskDone { words, .. } | Event::Rated { words, .. } => words,
        Event::Replied { text, .. } | Event::Noted { text } => text,
        _ => return None,
    };
    (!text.trim().is_empty()).then_some(text)
}

/// How many things are ordered by one command.
fn orders(happenings: &[&Happening]) -> u64 {
    let is_order =
        |what: &&&Happening| matches!(what, Happening::Request(_, Event::Logged(form)) if form.order.is_some());
    happenings.iter().filter(is_order).count() as u64
}

/// Whether the requester could have read something of it: a reply, or why it was refused.
pub(super) fn is_told(happenings: &[&Happening]) -> bool {
    let is_told = |event: &Event| {
        matches!(event, Event::Replied { side: Side::Desk, .. } | Event::Answered { approves: false, .. })
    };
    happenings.iter().any(|what| matches!(what, Happening::Request(_, event) if is_told(event)))
}
