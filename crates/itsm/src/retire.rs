//! Retiring entries of the directory: they keep their names, for the history and for what refers to them, and are
//! offered no more. What somebody still has to work on must not hang on an entry that nobody can choose.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::desk::Desk;
use crate::directory::EntryId;
use crate::ids::PersonId;
use crate::incident::Incident;
use crate::problem::Problem;
use crate::refusal::Refusal;

/// Why `actor` may not retire an entry now, or `None` where they may.
pub fn why_not_retire(desk: &Desk, id: EntryId, actor: PersonId) -> Option<Refusal> {
    let directory = desk.directory();
    if directory.name(id).is_none() {
        return Some(Refusal::NoSuch { what: id.kind() });
    }
    if directory.is_retired(id) {
        return Some(Refusal::Invalid { field: "entry", because: "it is retired already; nothing would change" });
    }
    if id == EntryId::Person(actor) {
        return Some(Refusal::Rule {
            rule: "you work here as this person",
            because: "what you do is noted under this name, and it has to stay",
        });
    }
    let is_led = |problem: &Problem| match id {
        EntryId::Group(id) => problem.group == Some(id),
        EntryId::Person(id) => problem.assignee == Some(id),
        EntryId::Category(_) | EntryId::Service(_) | EntryId::Item(_) => false,
    };
    if desk.problems().any(|problem| problem.state.is_open() && is_led(problem)) {
        return Some(Refusal::Rule {
            rule: "open problems are with it",
            because: "nobody would look for their causes any more; hand them over first",
        });
    }
    if crate::change::waits_for(desk, id) {
        return Some(Refusal::Rule {
            rule: "open changes are with it",
            because: "they would wait for nobody; hand them over first",
        });
    }
    if crate::request::waits_for(desk, id) {
        return Some(Refusal::Rule {
            rule: "open requests wait for it",
            because: "nobody would fulfil or approve them any more; hand them over or end them first",
        });
    }
    if crate::catalogue::waits_for(desk, id) {
        return Some(Refusal::Rule {
            rule: "services of the catalogue name it",
            because: "nobody would answer for them or provide them; name another there first",
        });
    }
    let open = desk.incidents().filter(|incident| incident.state.is_open() && is_with(incident, id)).count();
    let instead = match id {
        EntryId::Group(_) => "Hand them to another group, or end them, first",
        EntryId::Person(_) => "Hand over those they work on, end the others",
        // What kind an incident is of does not say who works on it: nothing goes out of sight.
        EntryId::Category(_) | EntryId::Service(_) | EntryId::Item(_) => return None,
    };
    (open > 0).then_some(Refusal::InUse { what: id.kind(), open, instead })
}

/// Whether an entry can be offered again.
pub(crate) fn may_come_back(desk: &Desk, id: EntryId) -> Result<(), Refusal> {
    if desk.directory().name(id).is_none() {
        return Err(Refusal::NoSuch { what: id.kind() });
    }
    if !desk.directory().is_retired(id) {
        return Err(Refusal::Invalid { field: "entry", because: "it is not retired; nothing would change" });
    }
    Ok(())
}

/// Whether an incident waits for the group or the person.
fn is_with(incident: &Incident, id: EntryId) -> bool {
    match id {
        EntryId::Group(id) => incident.group == Some(id),
        EntryId::Person(id) => incident.assignee == Some(id) || incident.caller == Some(id),
        EntryId::Category(_) | EntryId::Service(_) | EntryId::Item(_) => false,
    }
}

/// Whether an id, where one is given, has a name in its register and may still be chosen. What stands in the record
/// already (`now`) may stay.
pub(crate) fn offered<K: Copy + Ord>(
    desk: &Desk,
    register: &BTreeMap<K, Arc<str>>,
    chosen: Option<K>,
    now: Option<K>,
    entry: fn(K) -> EntryId,
    field: &'static str,
) -> Result<(), Refusal> {
    match chosen {
        Some(id) if !register.contains_key(&id) => Err(Refusal::NoSuch { what: field }),
        Some(id) if chosen != now && desk.directory().is_retired(entry(id)) => {
            Err(Refusal::Invalid { field, because: "it is retired; choose another, or bring it back first" })
        }
        _ => Ok(()),
    }
}
