//! Conflicts and scopes as sentences.

use super::conflict::Conflict;
use super::kin::Kin;
use super::planned::Planned;
use super::scope::Scope;
use crate::configuration::{Node, Owner};
use crate::desk::{Desk, RecordId};

fn name(desk: &Desk, node: Node) -> &str {
    desk.directory().name(node.entry()).unwrap_or("something without a name")
}

/// What a scope is for: "everything", "Online shop and Payment".
pub fn scope_words(desk: &Desk, scope: &Scope) -> String {
    let names: Vec<&str> = scope.nodes().into_iter().map(|node| name(desk, node)).collect();
    match names.as_slice() {
        [] => "everything".to_owned(),
        [one] => (*one).to_owned(),
        [rest @ .., last] => [&rest.join(", "), " and ", last].concat(),
    }
}

fn change(others: &[Planned], id: RecordId) -> String {
    match others.iter().find(|other| other.id == id) {
        Some(other) => [other.number.as_str(), " ", &other.title].concat().trim().to_owned(),
        None => "another change".to_owned(),
    }
}

fn hangs(desk: &Desk, node: Node, how: Kin, kin: Node) -> String {
    let (own, other) = (name(desk, node), name(desk, kin));
    match how {
        Kin::Whole => [other, ", which ", own, " is part of,"].concat(),
        Kin::Part => [other, ", a part of ", own, ","].concat(),
        Kin::Needed => [other, ", which ", own, " needs,"].concat(),
        Kin::Needs => [other, ", which needs ", own, ","].concat(),
        Kin::Fails => [other, ", which fails with ", own, ","].concat(),
    }
}

/// A conflict as a sentence; `others` are what it was found among.
pub fn sentence(desk: &Desk, conflict: &Conflict, others: &[Planned]) -> String {
    let schedule = desk.schedule();
    let window = |id| schedule.windows().get(&id).map_or("a window that is gone", |window| &*window.name);
    let frozen = |id| {
        let freeze = schedule.freezes().get(&id);
        let name = freeze.map_or("a freeze that is gone", |freeze| &*freeze.name);
        let reason = freeze.map_or("", |freeze| &*freeze.reason);
        let by = freeze.and_then(|freeze| freeze.may_override).map(|owner| match owner {
            Owner::Person(id) => desk.directory().person(id),
            Owner::Group(id) => desk.directory().group(id),
        });
        let by = by.map_or_else(|| "Nobody may override it.".to_owned(), |by| [by, " may override it."].concat());
        [name, " (", reason, "). ", &by].concat()
    };
    match conflict {
        Conflict::Taken { node, by } => {
            [name(desk, *node), " is in ", &change(others, *by), " at the same time."].concat()
        }
        Conflict::OutsideWindow { node: Some(node), window: id } => {
            [name(desk, *node), " has a maintenance window, ", window(*id), ", and the span leaves it."].concat()
        }
        Conflict::OutsideWindow { node: None, window: id } => {
            ["The span leaves the maintenance window ", window(*id), "."].concat()
        }
        Conflict::Frozen { node: Some(node), freeze } => [name(desk, *node), " is frozen: ", &frozen(*freeze)].concat(),
        Conflict::Frozen { node: None, freeze } => ["Everything is frozen: ", &frozen(*freeze)].concat(),
        Conflict::KinTaken { node, how, kin, by } => {
            [&hangs(desk, *node, *how, *kin), " is in ", &change(others, *by), " at the same time."].concat()
        }
        Conflict::KinOutsideWindow { node, how, kin, window: id } => {
            [&hangs(desk, *node, *how, *kin), " has a maintenance window, ", window(*id), ", and the span leaves it."]
                .concat()
        }
        Conflict::KinFrozen { node, how, kin, freeze } => {
            [&hangs(desk, *node, *how, *kin), " is frozen: ", &frozen(*freeze)].concat()
        }
        Conflict::Busy { by } => ["Who does it is in ", &change(others, *by), " at the same time."].concat(),
        Conflict::Together { service, by } => {
            let service = desk.directory().service(*service);
            [service, " survives this alone, and not together with ", &change(others, *by), "."].concat()
        }
    }
}
