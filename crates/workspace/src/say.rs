//! Events in plain words, for the timeline of an incident; `command` puts a whole command into one line.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use itsm::incident::{Amendment, Event as IncidentEvent, Observed, Report, ResolutionCode, Side, State};
use itsm::{Desk, Entry, Event, GroupId, Happening, IncidentId, PersonId};

use crate::Workspace;

pub mod availability;
mod catalogue;
mod change;
mod command;
mod configuration;
pub mod improvement;
mod knowledge;
mod link;
mod major;
mod monitoring;
mod problem;
mod problem_command;
mod promise;
mod rating;
mod request;
mod schedule;
mod seen;
mod shared;
mod supplier;

pub use command::{CommandKind, SaidCommand, command};
pub use configuration::money;

/// Who may read it, or that nobody wrote it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Said to the caller, or by the caller.
    Public,
    /// A work note: for colleagues only.
    Internal,
    /// What the desk recorded.
    System,
}

/// An event in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// What happened, in one line.
    pub heading: String,
    /// Fields and their values, as far as they add something.
    pub details: Vec<(String, String)>,
    /// What somebody wrote, in their words.
    pub text: Option<Arc<str>>,
    /// For whom.
    pub audience: Audience,
    /// Whether it was seen in another tool, not decided here.
    pub foreign: bool,
}

impl Said {
    fn system(heading: impl Into<String>) -> Self {
        let heading = heading.into();
        Self { heading, details: vec![], text: None, audience: Audience::System, foreign: false }
    }

    fn with_text(self, text: &Arc<str>) -> Self {
        Self { text: Some(text.clone()).filter(|text| !text.trim().is_empty()), ..self }
    }

    fn to(self, audience: Audience) -> Self {
        Self { audience, ..self }
    }

    fn with_details(self, details: Vec<(String, String)>) -> Self {
        Self { details, ..self }
    }
}

/// What an event says.
pub fn sentence(workspace: &Workspace, event: &Event) -> Said {
    let names = Names(workspace.desk());
    match &event.what {
        Happening::Incident(_, what) => names.of_incident(what),
        Happening::Problem(_, what) => names.of_problem(what),
        Happening::Request(id, what) => names.of_request(*id, what),
        Happening::Change(_, what) => names.of_change(what, event.by),
        Happening::ChangeTemplate(_, what) => names.of_change_template(what, event.by),
        Happening::Article(_, what) => names.of_knowledge(what),
        Happening::Improvement(_, what) => names.of_improvement(what),
        Happening::Alert(_, what) => names.of_monitoring(what),
        Happening::Promise(_, what) => names.of_promise(what),
        Happening::Supplier(_, what) => names.of_supplier(what),
        Happening::Item(_, what) => names.of_configuration(what),
        Happening::Needs(_, needs) => names.of_needs(needs),
        Happening::Baseline(_, baseline) => names.of_baseline(baseline.as_ref()),
        Happening::Schedule(what) => names.of_schedule(what),
        Happening::Service(_, what) => names.of_availability(what),
        Happening::Catalogue(_, what) => names.of_catalogue(what),
        Happening::CatalogueShared(what) => names.of_catalogue_shared(what),
        Happening::Major(_, what) => names.of_major(what),
        Happening::Link(_, what) => names.of_link(*what),
        Happening::Entered(entry) => Said::system(entered(entry)),
        Happening::Retired(id, retired) => Said::system(shared::retired(workspace, *id, *retired)),
        Happening::MatrixSet(_) => Said::system("Priority matrix changed"),
        Happening::EventRulesSet(rules) => {
            Said::system(join(["Rules for events set: ", &rules.rules.len().to_string()]))
        }
        Happening::ViewSaved(_, view) => Said::system(join(["View saved: ", &view.name])),
        Happening::ViewDropped(_) => Said::system("View taken away"),
        Happening::TemplateSaved(_, template) => Said::system(join(["Template saved: ", &template.name])),
        Happening::TemplateDropped(_) => Said::system("Template taken away"),
        Happening::AgreementSet(agreement) => Said::system(join(["Service level agreement set: ", &agreement.name])),
        Happening::ClockMoved(shift) => Said::system(clock_moved(*shift)),
    }
}

/// An instant for a person to read, in UTC: "2016-05-16 09:00". Screens that know the person's zone do better.
pub fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true).get(..16).unwrap_or_default().replace('T', " ")
}

/// Ids as people know them.
struct Names<'a>(&'a Desk);

impl Names<'_> {
    fn of_incident(&self, event: &IncidentEvent) -> Said {
        match event {
            IncidentEvent::Logged(report) => self.logged(report),
            IncidentEvent::Amended(amendment) => self.amended(amendment),
            IncidentEvent::Assigned { group, assignee } => Said::system(self.handed(*group, *assignee)),
            IncidentEvent::Started => Said::system("Work began"),
            IncidentEvent::Held(reason) => Said::system(join(["On hold, ", reason.word()])),
            IncidentEvent::Resolved { code, solution, with } => self.resolved(code, *with).with_text(solution),
            IncidentEvent::Reopened { because } => Said::system("Reopened").with_text(because),
            IncidentEvent::Closed => Said::system("Closed"),
            IncidentEvent::Cancelled { because } => Said::system("Cancelled").with_text(because),
            IncidentEvent::Replied { side, text } => Said::system(match side {
                Side::Desk => "Reply to the caller",
                Side::Caller => "Reply from the caller",
            })
            .with_text(text)
            .to(Audience::Public),
            IncidentEvent::Noted { text } => Said::system("Work note").with_text(text).to(Audience::Internal),
            IncidentEvent::ParentLinked(parent) => Said::system(match parent {
                Some(parent) => join(["Linked as a consequence of ", &self.number(*parent)]),
                None => "No longer linked to a parent".to_owned(),
            }),
            IncidentEvent::DuplicateMarked(of) => Said::system(match of {
                Some(of) => join(["Marked as a duplicate of ", &self.number(*of)]),
                None => "No longer a duplicate".to_owned(),
            }),
            IncidentEvent::ProblemLinked(problem) => Said::system(match problem {
                Some(problem) => join(["Linked to ", &self.0.problem_number(*problem), " as its cause"]),
                None => "No longer linked to a problem".to_owned(),
            }),
            IncidentEvent::Rated { score, words } => rating::said(*score, words, "caller"),
            IncidentEvent::Observed(observed) => self.observed(observed),
        }
    }

    fn logged(&self, report: &Report) -> Said {
        let directory = self.0.directory();
        let priority = self.0.matrix().priority(report.impact, report.urgency);
        let mut details = vec![
            detail("Caller", report.caller.map_or("nobody", |id| directory.person(id))),
            detail("Impact", &report.impact.0.to_string()),
            detail("Urgency", &report.urgency.0.to_string()),
            detail("Priority", &priority.0.to_string()),
        ];
        details.extend(report.service.map(|id| detail("Service", directory.service(id))));
        details.extend(report.item.map(|id| detail("Configuration item", directory.item(id))));
        details.extend(report.category.map(|id| detail("Category", directory.category(id))));
        details.extend(report.group.map(|id| detail("Group", directory.group(id))));
        details.extend(report.assignee.map(|id| detail("Assigned to", directory.person(id))));
        details.extend(report.follows.map(|id| detail("Takes up", &self.number(id))));
        Said::system(join(["Logged, came in by ", &report.channel.word().to_lowercase()]))
            .with_details(details)
            .with_text(&report.description)
    }

    fn amended(&self, amendment: &Amendment) -> Said {
        let directory = self.0.directory();
        let (field, value) = match amendment {
            Amendment::Summary(text) => ("Summary", text.to_string()),
            Amendment::Description(text) => return Said::system("Description corrected").with_text(text),
            Amendment::Channel(channel) => ("Channel", channel.word().to_owned()),
            Amendment::Caller(id) => ("Caller", or_none(id.map(|id| directory.person(id)))),
            Amendment::Service(id) => ("Service", or_none(id.map(|id| directory.service(id)))),
            Amendment::Item(id) => ("Configuration item", or_none(id.map(|id| directory.item(id)))),
            Amendment::Category(id) => ("Category", or_none(id.map(|id| directory.category(id)))),
            Amendment::Impact(level) => ("Impact", level.0.to_string()),
            Amendment::Urgency(level) => ("Urgency", level.0.to_string()),
        };
        Said::system(join([field, " corrected"])).with_details(vec![(field.to_owned(), value)])
    }

    /// "Handed to Network, Ana".
    fn handed(&self, group: Option<GroupId>, assignee: Option<PersonId>) -> String {
        let directory = self.0.directory();
        match (group.map(|id| directory.group(id)), assignee.map(|id| directory.person(id))) {
            (Some(group), Some(person)) => join(["Handed to ", group, ", ", person]),
            (Some(one), None) | (None, Some(one)) => join(["Handed to ", one]),
            (None, None) => "Taken from every team".to_owned(),
        }
    }

    fn resolved(&self, code: &ResolutionCode, with: Option<IncidentId>) -> Said {
        let how = match code {
            ResolutionCode::SolutionProvided => "Resolved with a lasting solution",
            ResolutionCode::WorkaroundProvided => "Resolved with a workaround",
            ResolutionCode::ResolvedByCaller => "Resolved by the caller",
            ResolutionCode::ResolvedByChange => "Resolved by a change",
            ResolutionCode::ResolvedByProblem => "Resolved by solving the problem",
            ResolutionCode::Duplicate => "Resolved as a duplicate",
            ResolutionCode::NoFaultFound => "Resolved, no fault found",
            ResolutionCode::Foreign(_) => "Resolved",
        };
        let mut details = vec![];
        if let ResolutionCode::Foreign(word) = code {
            details.push(detail("Code", word));
        }
        Said::system(match with {
            Some(with) => join([how, ", together with ", &self.number(with)]),
            None => how.to_owned(),
        })
        .with_details(details)
    }

    fn observed(&self, observed: &Observed) -> Said {
        let details = observed.fields.iter().filter_map(|seen| self.seen(seen));
        let verdict = observed
            .source_verdict
            .map(|met| detail("Service level, by the other tool", if met { "met" } else { "missed" }));
        let details = details.chain(verdict).collect();
        Said { foreign: true, ..Said::system(seen::heading(observed)).with_details(details) }
    }

    fn number(&self, id: IncidentId) -> String {
        self.0.incident_number(id)
    }
}

/// "24,918", in the form in force.
pub fn number(number: u64) -> String {
    preferences::format::current().number(number)
}

/// "On Hold, awaiting caller".
pub fn state(state: State) -> String {
    match state {
        State::OnHold(reason) => join([state.word(), ", ", reason.word()]),
        _ => state.word().to_owned(),
    }
}

/// "Desk clock set back by 254 days": to the day, as what matters is that it is not today.
fn clock_moved(shift: TimeDelta) -> String {
    let (way, days) = (if shift < TimeDelta::zero() { "back" } else { "forward" }, shift.num_days().unsigned_abs());
    match days {
        0 => join(["Desk clock set ", way, " by less than a day"]),
        1 => join(["Desk clock set ", way, " by 1 day"]),
        days => join(["Desk clock set ", way, " by ", &days.to_string(), " days"]),
    }
}

fn entered(entry: &Entry) -> String {
    join(["Entered in the directory: ", entry.id().kind(), " ", entry.name()])
}

fn detail(field: &str, value: &str) -> (String, String) {
    (field.to_owned(), value.to_owned())
}

fn or_none(name: Option<&str>) -> String {
    name.unwrap_or("none").to_owned()
}

fn join<const N: usize>(parts: [&str; N]) -> String {
    parts.concat()
}
