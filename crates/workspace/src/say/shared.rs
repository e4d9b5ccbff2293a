//! Changes of names and rules in words: what was and what is, as far as it can be said in a line.

use std::sync::Arc;

use itsm::service_level::Agreement;
use itsm::{Entry, EntryId, Event, Happening, Level, Matrix};

use super::{join, number, sentence};
use crate::{Done, Workspace, rules};

/// The most single changes that are written out; the rest is counted.
const WRITTEN_OUT: usize = 8;

/// "Group Network retired".
pub(super) fn retired(workspace: &Workspace, id: EntryId, retired: bool) -> String {
    let name = workspace.desk().directory().name(id).unwrap_or("without a name");
    let done = if retired { " retired: no longer offered" } else { " brought back: offered again" };
    join([capital(id.kind()), " ", name, done])
}

fn capital(kind: &'static str) -> &'static str {
    match kind {
        "person" => "Person",
        "group" => "Group",
        "category" => "Category",
        "service" => "Service",
        _ => "Configuration item",
    }
}

/// A command about names or rules: its heading, and what exactly has changed.
pub(super) fn command(workspace: &Workspace, done: &Done<'_>) -> (String, Option<Arc<str>>) {
    let [event] = done.events.as_slice() else {
        let count = number(done.events.len() as u64);
        return (["Entered ", &count, " names in the directory"].concat(), None);
    };
    match &event.what {
        Happening::Entered(entry) => (entered(workspace, done, event, entry), None),
        Happening::MatrixSet(now) => {
            let before = workspace.shared_before(done.stamp, |event| match &event.what {
                Happening::MatrixSet(matrix) => Some(matrix),
                _ => None,
            });
            (heading(workspace, event), Some(matrix(before.unwrap_or(Matrix::standard()), now)))
        }
        Happening::AgreementSet(now) => {
            let before = workspace.shared_before(done.stamp, |event| match &event.what {
                Happening::AgreementSet(agreement) => Some(agreement.as_ref()),
                _ => None,
            });
            agreement(&before.cloned().unwrap_or_default(), now)
        }
        _ => (heading(workspace, event), None),
    }
}

fn heading(workspace: &Workspace, event: &Event) -> String {
    sentence(workspace, event).heading
}

/// "Renamed group Network to Networks".
fn entered(workspace: &Workspace, done: &Done<'_>, event: &Event, entry: &Entry) -> String {
    let before = workspace.shared_before(done.stamp, |event| match &event.what {
        Happening::Entered(earlier) if earlier.id() == entry.id() => Some(&**earlier.name()),
        _ => None,
    });
    match before.or_else(|| workspace.base_name(entry.id())) {
        Some(before) => join(["Renamed ", entry.id().kind(), " ", before, " to ", entry.name()]),
        None => heading(workspace, event),
    }
}

fn matrix(before: &Matrix, now: &Matrix) -> Arc<str> {
    let (from, to) = (before.size().to_string(), now.size().to_string());
    if from != to {
        return join(["From ", &from, " × ", &from, " to ", &to, " × ", &to, " levels."]).into();
    }
    let mut changes = vec![];
    for impact in (1..=now.size()).map(Level) {
        for urgency in (1..=now.size()).map(Level) {
            let (was, is) = (before.priority(impact, urgency).0, now.priority(impact, urgency).0);
            if was != is {
                let cell = [impact, urgency].map(|level| rules::level_word(level, now.size()).to_lowercase());
                let [impact, urgency] = cell;
                let step = ["P", &was.to_string(), " → P", &is.to_string()].concat();
                changes.push([&impact, " impact, ", &urgency, " urgency: ", &step].concat());
            }
        }
    }
    list(changes)
}

/// "Targets and working time changed", and what exactly.
fn agreement(before: &Agreement, now: &Agreement) -> (String, Option<Arc<str>>) {
    let mut parts: Vec<&str> = vec![];
    let changes = rules::differences(before, now);
    if before.calendar != now.calendar {
        parts.push("working time");
    }
    if before.targets != now.targets {
        parts.push("targets");
    }
    let rest =
        Agreement { calendar: now.calendar.clone(), targets: now.targets, name: now.name.clone(), ..before.clone() };
    if rest != *now {
        parts.push("rules of the clocks");
    }
    if before.name != now.name {
        parts.push("name");
    }
    let what = match parts.as_slice() {
        [] => return (join(["Service level agreement set: ", &now.name]), None),
        [rest @ .., last] if !rest.is_empty() => [&rest.join(", "), " and ", last].concat(),
        [one, ..] => (*one).to_owned(),
    };
    (join(["Service level agreement changed: ", &what]), Some(list(changes)))
}

fn list(mut changes: Vec<String>) -> Arc<str> {
    let more = changes.len().saturating_sub(WRITTEN_OUT);
    changes.truncate(WRITTEN_OUT);
    if more > 0 {
        changes.push(["and ", &more.to_string(), " more"].concat());
    }
    changes.join("; ").into()
}
