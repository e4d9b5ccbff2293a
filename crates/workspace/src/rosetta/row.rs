//! What a record says, field by field, in our words and in theirs; and rows of it.

use chrono::{DateTime, Utc};
use itsm::incident::{Incident, State};
use itsm::link::Kind;
use itsm::problem::Problem;
use itsm::{Desk, Level, RecordId};

use super::book::{Book, Field, Fit, Step, Tool, Word};
use super::other::{ChangeStep, RequestStep};
use crate::{Workspace, say, table, title};

/// One field of a record in both vocabularies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which one.
    pub field: Field,
    /// What ours says.
    pub ours: String,
    /// What they call the field; empty if they have none.
    pub name: &'static str,
    /// What stands in it; empty if nothing can.
    pub theirs: String,
    /// How well it fits.
    pub fit: Fit,
    /// Why it differs; may be empty.
    pub why: &'static str,
}

/// A whole record in another tool's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// What it is with us.
    pub kind: Kind,
    /// What they call such a record.
    pub called: Word,
    /// Every field that the record has a value for.
    pub lines: Vec<Line>,
    /// What a row cannot carry.
    pub lost: &'static [&'static str],
}

/// A value of ours, and what they put in its place.
struct Told {
    ours: String,
    theirs: Theirs,
}

enum Theirs {
    /// The same text.
    Text(String),
    /// A word of theirs.
    Word(Word),
}

/// A record in a tool's words; `None` if it is not here, or of a kind that no other tool is told of.
pub fn sheet(workspace: &Workspace, tool: Tool, id: RecordId) -> Option<Sheet> {
    let book = tool.book();
    let kind = told_kind(id)?;
    workspace.desk().card(id)?;
    let line = |field: Field| {
        let told = told(workspace, book, id, field)?;
        let name = name_of(book, kind, field);
        let about = (book.about)(kind, field);
        let (theirs, fit, why) = match told.theirs {
            // Where the state says it, a row has no column for it.
            Theirs::Text(_) if name.is_empty() => (String::new(), Fit::Missing, about),
            Theirs::Word(word) if name.is_empty() && field != Field::Kind => {
                (String::new(), Fit::Missing, if about.is_empty() { word.why } else { about })
            }
            Theirs::Text(text) => (text, Fit::Same, about),
            Theirs::Word(word) => (word.text.to_owned(), word.fit, if word.why.is_empty() { about } else { word.why }),
        };
        Some(Line { field, ours: told.ours, name, theirs, fit, why })
    };
    Some(Sheet {
        kind,
        called: called(workspace.desk(), book, id, kind),
        lines: Field::ALL.into_iter().filter_map(line).collect(),
        lost: book.lost,
    })
}

/// Records of one kind as rows that a tool can import: a CSV file. Records of other kinds are left out, as each kind
/// has columns of its own.
pub fn csv(workspace: &Workspace, tool: Tool, kind: Kind, ids: impl Iterator<Item = RecordId>) -> String {
    let book = tool.book();
    let fields = (book.fields)(kind);
    let headings: Vec<&str> = fields.iter().map(|(_, name)| *name).collect();
    let cell = |id: RecordId, field: Field| match told(workspace, book, id, field).map(|told| told.theirs) {
        Some(Theirs::Text(text)) => text,
        Some(Theirs::Word(word)) => word.text.to_owned(),
        None => String::new(),
    };
    let rows = ids.filter(|id| id.kind() == kind && workspace.desk().card(*id).is_some());
    table::csv(&headings, rows.map(|id| fields.iter().map(|(field, _)| cell(id, *field)).collect()))
}

/// A name for such a file: `servicenow-incidents-2026-01-05t0930.csv`.
pub fn file_name(tool: Tool, kind: Kind, at: &str) -> String {
    table::file_name(&[tool.name(), " ", kind.word(), "s"].concat(), at)
}

fn told_kind(id: RecordId) -> Option<Kind> {
    Some(id.kind()).filter(|kind| super::KINDS.contains(kind))
}

fn name_of(book: &Book, kind: Kind, field: Field) -> &'static str {
    let found = (book.fields)(kind).iter().find(|(known, _)| *known == field);
    found.map_or("", |(_, name)| name)
}

fn called(desk: &Desk, book: &Book, id: RecordId, kind: Kind) -> Word {
    let known_error = match id {
        RecordId::Problem(id) => desk.problem(id).is_ok_and(Problem::is_known_error),
        _ => false,
    };
    (book.kind)(kind, known_error)
}

fn told(workspace: &Workspace, book: &Book, id: RecordId, field: Field) -> Option<Told> {
    let desk = workspace.desk();
    if field == Field::Kind {
        let kind = told_kind(id)?;
        let ours = kind.word().to_owned();
        return Some(Told { ours, theirs: Theirs::Word(called(desk, book, id, kind)) });
    }
    match id {
        RecordId::Incident(id) => of_incident(workspace, book, desk.incident(id).ok()?, field),
        RecordId::Problem(id) => of_problem(desk, book, desk.problem(id).ok()?, field),
        // Of these the card says enough: the number, what it is about, where it stands.
        _ => of_card(desk, book, id, field),
    }
}

fn text(text: impl Into<String>) -> Option<Told> {
    let text = text.into();
    (!text.trim().is_empty()).then(|| Told { ours: text.clone(), theirs: Theirs::Text(text) })
}

fn word(ours: impl Into<String>, word: Word) -> Option<Told> {
    Some(Told { ours: ours.into(), theirs: Theirs::Word(word) })
}

/// An instant as rows have it, in UTC.
fn time(at: Option<DateTime<Utc>>) -> Option<Told> {
    let at = at?;
    let seconds = at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true).get(..19)?.replace('T', " ");
    Some(Told { ours: say::instant(at) + " UTC", theirs: Theirs::Text(seconds) })
}

fn of_incident(workspace: &Workspace, book: &Book, incident: &Incident, field: Field) -> Option<Told> {
    let desk = workspace.desk();
    let names = desk.directory();
    let resolution = incident.resolution.as_ref();
    match field {
        Field::Number => text(desk.incident_number(incident.id)),
        Field::Summary => text(title(workspace, incident.id)),
        Field::Description => text(&*incident.description),
        Field::State => word(say::state(incident.state), (book.state)(incident.state)),
        Field::HoldReason => match incident.state {
            State::OnHold(reason) => word(reason.word(), (book.hold)(reason)),
            _ => None,
        },
        Field::Impact => word(incident.impact.0.to_string(), (book.impact)(step(desk, incident.impact))),
        Field::Urgency => word(incident.urgency.0.to_string(), (book.urgency)(step(desk, incident.urgency))),
        Field::Priority => {
            let priority = incident.priority(desk.matrix()).0;
            word(["P", &priority.to_string()].concat(), (book.priority)(priority))
        }
        Field::Caller => text(names.person(incident.caller?)),
        Field::Channel => word(incident.channel.word(), (book.channel)(incident.channel)),
        Field::Service => text(names.service(incident.service?)),
        Field::Item => text(names.item(incident.item?)),
        Field::Category => text(names.category(incident.category?)),
        Field::Group => text(names.group(incident.group?)),
        Field::Assignee => text(names.person(incident.assignee?)),
        Field::ResolutionCode => word(resolution?.code.word(), (book.code)(&resolution?.code)),
        Field::Solution => text(&*resolution?.solution),
        Field::Parent => text(desk.incident_number(incident.parent?)),
        Field::Problem => text(desk.problem_number(incident.problem?)),
        Field::Opened => time(Some(incident.opened_at)),
        Field::Updated => time(Some(incident.changed_at)),
        Field::Resolved => time(resolution.map(|resolution| resolution.at)),
        Field::Closed => time(incident.closed_at),
        Field::Kind | Field::KnownError | Field::Cause | Field::Workaround => None,
    }
}

fn of_problem(desk: &Desk, book: &Book, problem: &Problem, field: Field) -> Option<Told> {
    let names = desk.directory();
    let resolution = problem.resolution.as_ref();
    let known_error = problem.is_known_error();
    match field {
        Field::Number => text(desk.problem_number(problem.id)),
        Field::Summary => text(&*problem.summary),
        Field::Description => text(&*problem.description),
        Field::State => word(problem.state.word(), (book.problem_state)(problem.state, known_error)),
        Field::Impact => word(problem.impact.0.to_string(), (book.impact)(step(desk, problem.impact))),
        Field::Urgency => word(problem.urgency.0.to_string(), (book.urgency)(step(desk, problem.urgency))),
        Field::Priority => {
            let priority = problem.priority(desk.matrix()).0;
            word(["P", &priority.to_string()].concat(), (book.priority)(priority))
        }
        Field::Service => text(names.service(problem.service?)),
        Field::Item => text(names.item(problem.item?)),
        Field::Category => text(names.category(problem.category?)),
        Field::Group => text(names.group(problem.group?)),
        Field::Assignee => text(names.person(problem.assignee?)),
        Field::KnownError => known_error.then(|| Told { ours: "yes".into(), theirs: Theirs::Text("true".into()) }),
        Field::Cause => text(&*problem.analysis.cause),
        Field::Workaround => text(&*problem.analysis.workaround),
        Field::ResolutionCode => word(resolution?.code.word(), (book.problem_code)(resolution?.code)),
        Field::Solution => text(&*resolution?.notes),
        Field::Opened => time(Some(problem.opened_at)),
        Field::Updated => time(Some(problem.changed_at)),
        Field::Resolved => time(resolution.map(|resolution| resolution.at)),
        Field::Closed => time(problem.closed_at),
        Field::Kind | Field::HoldReason | Field::Caller | Field::Channel | Field::Parent | Field::Problem => None,
    }
}

fn of_card(desk: &Desk, book: &Book, id: RecordId, field: Field) -> Option<Told> {
    let card = desk.card(id)?;
    let unknown = super::book::none("", "This state is not in the table yet");
    match field {
        Field::Number => text(card.number),
        Field::Summary => text(card.title),
        Field::State => {
            let theirs = match id {
                RecordId::Change(_) => ChangeStep::of(card.state).map(book.change_state),
                _ => RequestStep::of(card.state).map(book.request_state),
            };
            word(card.state, theirs.unwrap_or(unknown))
        }
        _ => None,
    }
}

/// Where a level stands on a scale of five: ours has two to five steps.
fn step(desk: &Desk, level: Level) -> Step {
    match (desk.matrix().size(), level.0) {
        (5, 1) | (4, 1) => Step::VeryHigh,
        (5, 2) | (4, 2) | (2 | 3, 1) => Step::High,
        (5, 3) | (4, 3) | (3, 2) => Step::Medium,
        (5, 5) => Step::VeryLow,
        (_, 0) => Step::VeryHigh,
        _ => Step::Low,
    }
}
