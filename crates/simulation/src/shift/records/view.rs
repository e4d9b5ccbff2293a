//! A record as the page shows it.

use chrono::{DateTime, Utc};
use itsm::approval::{Outcome, Round};
use itsm::link::Relation;
use itsm::request::TaskState;
use itsm::{RecordId, RequestId};

use super::Records;
use super::requests::ITEM;
use crate::scenario::{Key, LocalTime};
use crate::shift::view::{Link, Record, TaskView};

impl Records {
    /// A case's record for the page; `None` if it has none, and for changes. What a team says and whether it is of
    /// security is not known here.
    pub fn view(&self, case: &Key, now: DateTime<Utc>) -> Option<Record> {
        let (kind, record) = (self.kind_of(case)?, self.record(case)?);
        let card = self.desk.card(record)?;
        let (due, breached) = self.due(record, now);
        let request = match record {
            RecordId::Request(id) => Some(id),
            _ => None,
        };
        Some(Record {
            kind,
            security: false,
            number: card.number,
            summary: card.title,
            state: self.state_word(case)?.to_owned(),
            hold: self.hold_of(case),
            impact: self.impact(case),
            urgency: self.urgency(case),
            priority: self.priority(case),
            service: self.service(case).cloned(),
            item: self.item(case).cloned(),
            category: self.category(case).cloned(),
            offer: request.and_then(|id| self.offer_of(id)).cloned(),
            team: self.team(case).cloned(),
            team_says: None,
            links: self.link_words(case, record),
            major: self.is_major(case),
            due,
            breached,
            tasks: request.map(|id| self.task_views(case, id)).unwrap_or_default(),
            approval: request.and_then(|id| self.approval_words(id)),
        })
    }

    /// How people call a change.
    pub fn change_number(&self, change: &Key) -> Option<String> {
        self.change_of(change).ok().map(|id| self.desk.changes().number(id))
    }

    /// By when it is to be resolved or there, while it is open; and whether that is, or was, later than agreed.
    fn due(&self, record: RecordId, now: DateTime<Utc>) -> (Option<LocalTime>, bool) {
        let read = match record {
            RecordId::Incident(id) => self.desk.incident(id).ok().map(|incident| {
                let resolution = self.desk.clocks(incident, now).resolution;
                (resolution.breach_at.filter(|_| incident.state.is_open()), resolution.is_breached())
            }),
            RecordId::Request(id) => self.desk.requests().get(id).ok().and_then(|request| {
                let standing = self.desk.promise_of(request, now)?;
                Some((Some(standing.by).filter(|_| request.state().is_open()), standing.is_late))
            }),
            _ => None,
        };
        let (due, breached) = read.unwrap_or_default();
        (due.and_then(|at| self.cast.times.local(at)), breached)
    }

    fn offer_of(&self, id: RequestId) -> Option<&Key> {
        let request = self.desk.requests().get(id).ok()?;
        self.cast.offers.get(&request.item(ITEM)?.name)
    }

    fn task_views(&self, case: &Key, id: RequestId) -> Vec<TaskView> {
        let Ok(request) = self.desk.requests().get(id) else { return Vec::new() };
        let (Some(item), Some(keys)) = (request.item(ITEM), self.tasks.get(case)) else { return Vec::new() };
        let views = keys.iter().zip(&item.tasks).filter_map(|(key, task)| {
            Some(TaskView {
                key: key.clone(),
                label: task.name.to_string(),
                team: self.cast.teams.key(task.group?)?.clone(),
                done: request.task_state(item, task) == TaskState::Done,
            })
        });
        views.collect()
    }

    fn approval_words(&self, id: RequestId) -> Option<String> {
        let round: &Round = self.desk.requests().get(id).ok()?.rounds.first()?;
        let name = self.desk.directory().person(*round.approvers.first()?);
        let because = round.votes.values().map(|vote| &*vote.because).find(|words| !words.is_empty());
        let said = because.map(|words| format!(": {words}")).unwrap_or_default();
        Some(match round.outcome() {
            Outcome::Asked => format!("{name} is asked"),
            Outcome::Approved => format!("Approved by {name}{said}"),
            Outcome::Refused => format!("Refused by {name}{said}"),
        })
    }

    /// Every link, from both ends, in words.
    fn link_words(&self, case: &Key, record: RecordId) -> Vec<Link> {
        let mut links = self.incident_links(case);
        if let RecordId::Problem(id) = record {
            let behind = self.desk.incidents_of_problem(id).map(|one| RecordId::Incident(one.id));
            links.extend(behind.filter_map(|one| self.link_to("behind", one)));
        }
        let own = self.desk.links().from(record).map(|link| (says(link.relation), link.to));
        let others = self.desk.links().to(record).map(|link| (says_back(link.relation), link.to));
        links.extend(own.chain(others).filter_map(|(words, to)| self.link_to(words, to)));
        links.retain(|link| link.to != *case);
        links
    }

    fn incident_links(&self, case: &Key) -> Vec<Link> {
        let Some(incident) = self.incident_of(case) else { return Vec::new() };
        let up = [
            ("child of", incident.parent.map(RecordId::Incident)),
            ("same as", incident.duplicate_of.map(RecordId::Incident)),
            ("takes up", incident.follows.map(RecordId::Incident)),
            ("caused by the problem", incident.problem.map(RecordId::Problem)),
        ];
        let up = up.into_iter().filter_map(|(words, to)| self.link_to(words, to?));
        let down = self.desk.dependants(incident.id).filter_map(|one| {
            let words = if one.parent == Some(incident.id) { "parent of" } else { "told again by" };
            self.link_to(words, RecordId::Incident(one.id))
        });
        up.chain(down).collect()
    }

    fn link_to(&self, says: &str, to: RecordId) -> Option<Link> {
        Some(Link { says: says.to_owned(), to: self.case_of(to)?.clone() })
    }
}

fn says(relation: Relation) -> &'static str {
    match relation {
        Relation::CausedBy => "caused by",
        Relation::RemovedBy => "removed by",
        Relation::LedTo => "led to",
        Relation::SolvedWith => "solved with",
        Relation::DescribedBy => "described by",
    }
}

fn says_back(relation: Relation) -> &'static str {
    match relation {
        Relation::CausedBy => "caused",
        Relation::RemovedBy => "removes",
        Relation::LedTo => "came from",
        Relation::SolvedWith => "helped to solve",
        Relation::DescribedBy => "describes",
    }
}
