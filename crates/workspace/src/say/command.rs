//! A whole command in one line, for the history of the workspace: "Resolved 37 incidents".

use std::sync::Arc;

use itsm::incident::{Event as IncidentEvent, Side};
use itsm::{Event, Happening, IncidentId, RecordId};

use super::{Names, join, problem_command, shared};
use crate::{Done, Workspace};

/// What kind of command it is, for a filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CommandKind {
    /// An incident was logged.
    Logged,
    /// Fields were corrected.
    Corrected,
    /// It went to a team or a person.
    Assigned,
    /// Work began or waits.
    Work,
    /// Resolved, reopened, closed or cancelled.
    Ended,
    /// A reply or a note.
    Said,
    /// Linked to a parent or an original.
    Linked,
    /// Names, priority matrix, agreement.
    Settings,
    /// Taken back, or brought back.
    Undone,
}

impl CommandKind {
    /// Every kind, in the order in which they are offered.
    pub const ALL: [CommandKind; 9] = [
        CommandKind::Logged,
        CommandKind::Corrected,
        CommandKind::Assigned,
        CommandKind::Work,
        CommandKind::Ended,
        CommandKind::Said,
        CommandKind::Linked,
        CommandKind::Settings,
        CommandKind::Undone,
    ];

    /// What the kind is called.
    pub fn word(self) -> &'static str {
        match self {
            CommandKind::Logged => "Logged",
            CommandKind::Corrected => "Corrected",
            CommandKind::Assigned => "Assigned",
            CommandKind::Work => "Work begun or on hold",
            CommandKind::Ended => "Resolved, reopened, closed, cancelled",
            CommandKind::Said => "Replies and notes",
            CommandKind::Linked => "Links",
            CommandKind::Settings => "Names and rules",
            CommandKind::Undone => "Undo and redo",
        }
    }
}

/// A command in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaidCommand {
    /// What was done, in one line.
    pub heading: String,
    /// Its kind.
    pub kind: CommandKind,
    /// Why, or what was written: the solution, the reason, the note; for a new incident its summary.
    pub why: Option<Arc<str>>,
    /// The incidents it is about; for an undo, those of what it takes back.
    pub incidents: Vec<IncidentId>,
    /// The record of another practice that it is about; for an undo, that of what it takes back.
    pub record: Option<RecordId>,
    /// Whether the caller could have read it: a public reply.
    pub is_public: bool,
    /// Whether it brings back what was taken back.
    pub is_redo: bool,
}

/// What a command says.
pub fn command(workspace: &Workspace, done: &Done<'_>) -> SaidCommand {
    match done.undo {
        Some(undo) => undone(workspace, undo.of),
        None => given(workspace, done),
    }
}

/// An undo, by what it takes back. One that takes back an undo brings the command back.
fn undone(workspace: &Workspace, of: journal::Stamp) -> SaidCommand {
    let kind = CommandKind::Undone;
    let Some(target) = workspace.root_of(of).and_then(|root| workspace.command(root)) else {
        let heading = "Undo of something that is not here".to_owned();
        return SaidCommand {
            heading,
            kind,
            why: None,
            incidents: vec![],
            record: None,
            is_public: false,
            is_redo: false,
        };
    };
    let said = given(workspace, &target);
    let mut brings_back = false;
    let mut at = of;
    while let Some(undo) = workspace.command(at).and_then(|done| done.undo.copied()) {
        brings_back = !brings_back;
        at = undo.of;
    }
    let heading = join([if brings_back { "Redone: " } else { "Undone: " }, &said.heading]);
    SaidCommand { heading, kind, why: None, is_redo: brings_back, ..said }
}

fn given(workspace: &Workspace, done: &Done<'_>) -> SaidCommand {
    let incidents = done.incidents();
    let names = Names(workspace.desk());
    let object = match incidents.as_slice() {
        [one] => names.number(*one),
        many => [&super::number(many.len() as u64), " incidents"].concat(),
    };
    let happenings: Vec<&Happening> = done.events.iter().map(|event| &event.what).collect();
    let about = happenings.iter().find_map(|what| names.of_practice(what, &happenings));
    let record = happenings.iter().filter_map(|what| what.record()).find(|id| !matches!(id, RecordId::Incident(_)));
    let written = || done.events.iter().find_map(|event| said_in(event));
    let (heading, kind, why) = match (about, lead(&done.events).map(|event| &event.what)) {
        // What a practice does to incidents is told by the practice.
        (Some((heading, kind)), _) => (heading, kind, written()),
        (None, Some(Happening::Incident(_, event))) => {
            let (heading, kind) = names.verb(event, &object, &incidents, &done.events);
            (heading, kind, written())
        }
        _ => {
            let (heading, why) = shared::command(workspace, done);
            (heading, CommandKind::Settings, why)
        }
    };
    let is_public = done
        .events
        .iter()
        .any(|event| matches!(event.what, Happening::Incident(_, IncidentEvent::Replied { side: Side::Desk, .. })))
        || super::request::is_told(&happenings);
    SaidCommand { heading, kind, why, incidents, record, is_public, is_redo: false }
}

/// The event that a command was given for: letting go of a closed parent is only a part of reopening.
fn lead<'a>(events: &[&'a Event]) -> Option<&'a Event> {
    let reopened = |event: &&&Event| matches!(event.what, Happening::Incident(_, IncidentEvent::Reopened { .. }));
    events.iter().find(reopened).or(events.first()).copied()
}

impl Names<'_> {
    /// A command in one line, if the event is of a practice beside incidents. Links are told only by themselves.
    fn of_practice(&self, what: &Happening, all: &[&Happening]) -> Option<(String, CommandKind)> {
        Some(match what {
            Happening::Problem(id, event) => self.problem_verb(*id, event, all),
            Happening::Change(id, event) => self.change_verb(*id, event, all),
            Happening::ChangeTemplate(id, event) => self.change_template_verb(*id, event),
            Happening::Request(id, event) => self.request_verb(*id, event, all),
            Happening::Article(id, event) => self.knowledge_verb(*id, event, all),
            Happening::Improvement(id, event) => self.improvement_verb(*id, event, all),
            Happening::Alert(id, event) => self.monitoring_verb(*id, event, all),
            Happening::Promise(id, event) => self.promise_verb(*id, event, all),
            Happening::Supplier(id, event) => self.supplier_verb(*id, event, all),
            Happening::Item(id, event) => self.configuration_verb(*id, event, all),
            Happening::Needs(of, needs) => self.needs_verb(*of, needs),
            Happening::Service(id, event) => self.availability_verb(*id, event, all),
            Happening::Catalogue(id, event) => self.catalogue_verb(*id, event, all),
            Happening::CatalogueShared(event) => self.catalogue_shared_verb(event, all),
            Happening::Major(id, event) => self.major_verb(*id, event, all),
            Happening::Link(from, event) if all.iter().all(|other| matches!(other, Happening::Link(..))) => {
                self.link_verb(*from, *event)
            }
            _ => return None,
        })
    }

    fn verb(
        &self,
        event: &IncidentEvent,
        object: &str,
        incidents: &[IncidentId],
        events: &[&Event],
    ) -> (String, CommandKind) {
        let directory = self.0.directory();
        match event {
            IncidentEvent::Logged(report) => {
                let follows = report.follows.map(|id| [", which follows ", &self.number(id)].concat());
                (join(["Logged ", object, &follows.unwrap_or_default()]), CommandKind::Logged)
            }
            IncidentEvent::Amended(_) => (join([self.corrected(events), " of ", object]), CommandKind::Corrected),
            IncidentEvent::Assigned { group, assignee } => {
                let person = assignee.map(|id| directory.person(id));
                let same = events.iter().all(|other| matches!(&other.what, Happening::Incident(_, IncidentEvent::Assigned { group: of, .. }) if of == group));
                // A person alone keeps each incident's own team.
                let group = group.filter(|_| same).map(|id| directory.group(id));
                let heading = match (group, person) {
                    (Some(group), Some(person)) => join(["Handed ", object, " to ", group, ", ", person]),
                    (Some(one), None) | (None, Some(one)) => join(["Handed ", object, " to ", one]),
                    (None, None) => join(["Took ", object, " from every team"]),
                };
                (heading, CommandKind::Assigned)
            }
            IncidentEvent::Started => (join(["Began work on ", object]), CommandKind::Work),
            IncidentEvent::Held(reason) => (join(["Put ", object, " on hold, ", reason.word()]), CommandKind::Work),
            IncidentEvent::Resolved { .. } => (self.resolved_all(object, incidents, events), CommandKind::Ended),
            IncidentEvent::Reopened { .. } => (join(["Reopened ", object]), CommandKind::Ended),
            IncidentEvent::Closed => (join(["Closed ", object]), CommandKind::Ended),
            IncidentEvent::Cancelled { .. } => (join(["Cancelled ", object]), CommandKind::Ended),
            IncidentEvent::Replied { side: Side::Desk, .. } => {
                (join(["Replied to the caller of ", object]), CommandKind::Said)
            }
            IncidentEvent::Replied { side: Side::Caller, .. } => {
                (join(["Noted what the caller of ", object, " said"]), CommandKind::Said)
            }
            IncidentEvent::Noted { .. } => (join(["Wrote a note on ", object]), CommandKind::Said),
            IncidentEvent::ParentLinked(Some(parent)) => {
                (join(["Linked ", object, " as a consequence of ", &self.number(*parent)]), CommandKind::Linked)
            }
            IncidentEvent::ParentLinked(None) => (join(["Took ", object, " from its parent"]), CommandKind::Linked),
            IncidentEvent::DuplicateMarked(Some(of)) => {
                (join(["Marked ", object, " as a duplicate of ", &self.number(*of)]), CommandKind::Linked)
            }
            IncidentEvent::DuplicateMarked(None) => {
                (join(["Took the mark of a duplicate from ", object]), CommandKind::Linked)
            }
            IncidentEvent::ProblemLinked(Some(problem)) => {
                (join(["Linked ", object, " to ", &self.0.problem_number(*problem)]), CommandKind::Linked)
            }
            IncidentEvent::ProblemLinked(None) => (join(["Took ", object, " from its problem"]), CommandKind::Linked),
            IncidentEvent::Rated { score, .. } => (super::rating::heading(*score, "caller", object), CommandKind::Said),
            IncidentEvent::Observed(_) => (join(["Took in ", object]), CommandKind::Logged),
        }
    }

    /// A cascade is told by the incident it began with.
    fn resolved_all(&self, object: &str, incidents: &[IncidentId], events: &[&Event]) -> String {
        let cascade = events
            .iter()
            .any(|event| matches!(event.what, Happening::Incident(_, IncidentEvent::Resolved { with: Some(_), .. })));
        match (cascade, incidents) {
            (true, [root, rest @ ..]) => {
                join(["Resolved ", &self.number(*root), " and ", &super::number(rest.len() as u64), " linked to it"])
            }
            _ => join(["Resolved ", object]),
        }
    }

    /// "Corrected impact", or how many fields.
    fn corrected(&self, events: &[&Event]) -> &'static str {
        use itsm::incident::Amendment::{
            Caller, Category, Channel, Description, Impact, Item, Service, Summary, Urgency,
        };
        let mut fields = events.iter().filter_map(|event| match &event.what {
            Happening::Incident(_, IncidentEvent::Amended(amendment)) => Some(match amendment {
                Summary(_) => "Corrected summary",
                Description(_) => "Corrected description",
                Channel(_) => "Corrected channel",
                Caller(_) => "Corrected caller",
                Service(_) => "Corrected service",
                Item(_) => "Corrected configuration item",
                Category(_) => "Corrected category",
                Impact(_) => "Corrected impact",
                Urgency(_) => "Corrected urgency",
            }),
            _ => None,
        });
        let first = fields.next().unwrap_or("Corrected details");
        if fields.all(|field| field == first) { first } else { "Corrected details" }
    }
}

/// What somebody wrote.
fn said_in(event: &Event) -> Option<Arc<str>> {
    let event = match &event.what {
        Happening::Incident(_, event) => event,
        Happening::Problem(_, event) => return problem_command::said_in(event).cloned(),
        Happening::Change(_, event) => return super::change::said_in(event).cloned(),
        Happening::ChangeTemplate(_, event) => return super::change::said_in_template(event).cloned(),
        Happening::Request(_, event) => return super::request::said_in(event).cloned(),
        Happening::Article(_, event) => return super::knowledge::said_in(event).cloned(),
        Happening::Improvement(_, event) => return super::improvement::said_in(event).cloned(),
        Happening::Alert(_, event) => return super::monitoring::said_in(event).cloned(),
        Happening::Promise(_, event) => return super::promise::said_in(event).cloned(),
        Happening::Supplier(_, event) => return super::supplier::said_in(event).cloned(),
        Happening::Item(_, event) => return super::configuration::said_in(event).cloned(),
        Happening::Service(_, event) => return super::availability::said_in(event).cloned(),
        Happening::Catalogue(_, event) => return super::catalogue::said_in(event).cloned(),
        Happening::Major(_, event) => return super::major::said_in(event).cloned(),
        _ => return None,
    };
    let text = match event {
        IncidentEvent::Logged(report) => &report.summary,
        IncidentEvent::Resolved { solution, .. } => solution,
        IncidentEvent::Reopened { because } | IncidentEvent::Cancelled { because } => because,
        IncidentEvent::Replied { text, .. } | IncidentEvent::Noted { text } => text,
        IncidentEvent::Rated { words, .. } => words,
        _ => return None,
    };
    (!text.trim().is_empty()).then(|| text.clone())
}
