//! From wish to fact: a command becomes events, or a refusal that says why not.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::TimeDelta;

use crate::desk::{Command, Context, Desk, Event, Happening};
use crate::directory::Entry;
use crate::priority::{Matrix, MatrixFault};
use crate::refusal::Refusal;
use crate::retire;
use crate::service_level::{Agreement, Compiled};
use crate::template;
use crate::view;
use crate::{
    availability, catalogue, change, configuration, improvement, incident, knowledge, link, major, monitoring, problem,
    promise, request, role, schedule, supplier,
};

/// What a command leads to, in order; nothing has changed until the events are applied.
pub fn decide(desk: &Desk, command: Command, context: &Context) -> Result<Vec<Event>, Refusal> {
    role::may_give(desk, &command, context)?;
    let event = |what| Event { at: context.now, by: context.actor, what };
    let all = |steps: Vec<Happening>| Ok(steps.into_iter().map(event).collect());
    match command {
        Command::Incident(command) => {
            let steps = incident::decide(desk, command, context)?;
            Ok(steps.into_iter().map(|(id, what)| event(Happening::Incident(id, what))).collect())
        }
        Command::Problem(command) => all(problem::decide(desk, command, context)?),
        Command::Change(command) => all(change::decide(desk, command, context)?),
        Command::Request(command) => all(request::decide(desk, command, context)?),
        Command::Article(command) => all(knowledge::decide(desk, command, context)?),
        Command::Improvement(command) => all(improvement::decide(desk, command, context)?),
        Command::Alert(command) => all(monitoring::decide(desk, command, context)?),
        Command::Promise(command) => all(promise::decide(desk, command, context)?),
        Command::Supplier(command) => all(supplier::decide(desk, command, context)?),
        Command::Item(command) => all(configuration::decide(desk, command, context)?),
        Command::Schedule(command) => all(schedule::decide(desk, command, context)?),
        Command::Service(command) => all(availability::decide(desk, command, context)?),
        Command::Major(command) => all(major::decide(desk, command, context)?),
        Command::Link(command) => all(link::decide(desk, command)?),
        Command::Catalogue(command) => all(catalogue::decide(desk, command, context)?),
        Command::Enter(entry) => Ok(vec![event(Happening::Entered(enter(desk, entry)?))]),
        Command::Retire(id) => {
            retire::why_not_retire(desk, id, context.actor).map_or(Ok(()), Err)?;
            Ok(vec![event(Happening::Retired(id, true))])
        }
        Command::BringBack(id) => {
            retire::may_come_back(desk, id)?;
            Ok(vec![event(Happening::Retired(id, false))])
        }
        Command::SetMatrix(rows) => Ok(vec![event(Happening::MatrixSet(matrix(desk, &rows)?))]),
        Command::SetAgreement(wanted) => Ok(vec![event(Happening::AgreementSet(agreement(desk, wanted)?))]),
        Command::SaveView(id, wanted) => {
            let (id, view) = view::save(desk, id, wanted, context.tag)?;
            Ok(vec![event(Happening::ViewSaved(id, view))])
        }
        Command::DropView(id) => Ok(vec![event(Happening::ViewDropped(view::drop_view(desk, id)?))]),
        Command::SaveTemplate(id, wanted) => {
            let (id, template) = template::save(desk, id, wanted, context.tag)?;
            Ok(vec![event(Happening::TemplateSaved(id, template))])
        }
        Command::DropTemplate(id) => Ok(vec![event(Happening::TemplateDropped(template::drop_template(desk, id)?))]),
        Command::MoveClock(shift) => Ok(vec![event(Happening::ClockMoved(shifted(desk, shift)?))]),
    }
}

impl Desk {
    /// Whether an event that was decided elsewhere may still be applied to the desk as it is now. What an
    /// import saw is always taken as it was, and names, matrices, agreements, views and templates are simply the latest.
    pub fn legal(&self, event: &Event) -> Result<(), Refusal> {
        match &event.what {
            Happening::Incident(id, what) => incident::legal(self, *id, what),
            Happening::Problem(id, what) => problem::legal(self, *id, what),
            Happening::Change(id, what) => change::legal(self, *id, what, event.by),
            Happening::ChangeTemplate(id, what) => change::template::legal(self, *id, what, event.by),
            Happening::Request(id, what) => request::legal(self, *id, what),
            Happening::Article(id, what) => knowledge::legal(self, *id, what, event.at),
            Happening::Improvement(id, what) => improvement::legal(self, *id, what),
            Happening::Alert(id, what) => monitoring::legal(self, *id, what),
            Happening::Promise(id, what) => promise::legal(self, *id, what),
            Happening::Supplier(id, what) => supplier::legal(self, *id, what),
            Happening::Item(id, what) => configuration::legal(self, *id, what),
            Happening::Needs(of, needs) => configuration::legal_needs(self, *of, needs),
            Happening::Service(id, what) => availability::legal(self, *id, what),
            Happening::Catalogue(id, what) => catalogue::legal(self, *id, what, event.at, event.by),
            Happening::Major(id, what) => major::legal(self, *id, what),
            Happening::Link(id, what) => link::legal(self, *id, *what),
            Happening::Entered(_)
            | Happening::Baseline(..)
            | Happening::Schedule(_)
            | Happening::CatalogueShared(_)
            | Happening::Retired(..)
            | Happening::MatrixSet(_)
            | Happening::AgreementSet(_)
            | Happening::EventRulesSet(_)
            | Happening::ViewSaved(..)
            | Happening::ViewDropped(_)
            | Happening::TemplateSaved(..)
            | Happening::TemplateDropped(_)
            | Happening::ClockMoved(_) => Ok(()),
        }
    }
}

pub(crate) fn enter(desk: &Desk, entry: Entry) -> Result<Entry, Refusal> {
    let directory = desk.directory();
    Ok(match entry {
        Entry::Person(id, name) => Entry::Person(id, free_name(&directory.people, id, &name)?),
        Entry::Group(id, name) => Entry::Group(id, free_name(&directory.groups, id, &name)?),
        Entry::Category(id, name) => Entry::Category(id, free_name(&directory.categories, id, &name)?),
        Entry::Service(id, name) => Entry::Service(id, free_name(&directory.services, id, &name)?),
        Entry::Item(id, name) => Entry::Item(id, free_name(&directory.items, id, &name)?),
    })
}

/// The trimmed name, if it may stand in the register beside the others.
fn free_name<K: Ord + Copy>(register: &BTreeMap<K, Arc<str>>, id: K, name: &str) -> Result<Arc<str>, Refusal> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Refusal::Missing { field: "name", because: "nobody can choose what has no name" });
    }
    if register.get(&id).is_some_and(|now| **now == *name) {
        return Err(Refusal::Invalid { field: "name", because: "it is called that already; nothing would change" });
    }
    if register.iter().any(|(other, taken)| *other != id && same_letters(taken, name)) {
        return Err(Refusal::Invalid {
            field: "name",
            because: "another entry has it, and nobody could tell them apart",
        });
    }
    Ok(Arc::from(name))
}

/// Equal but for upper and lower case.
fn same_letters(one: &str, other: &str) -> bool {
    one.chars().flat_map(char::to_lowercase).eq(other.chars().flat_map(char::to_lowercase))
}

fn matrix(desk: &Desk, rows: &[Vec<u8>]) -> Result<Matrix, Refusal> {
    let field = "priority matrix";
    let matrix = Matrix::new(rows).map_err(|fault| Refusal::Invalid { field, because: in_words(fault) })?;
    if matrix == *desk.matrix() {
        return Err(Refusal::Invalid { field, because: "it is as now; nothing would change" });
    }
    Ok(matrix)
}

/// The agreement, with its name trimmed, if clocks can go by it.
fn agreement(desk: &Desk, mut wanted: Box<Agreement>) -> Result<Box<Agreement>, Refusal> {
    wanted.name = Arc::from(wanted.name.trim());
    if *wanted == *desk.agreement().agreement() {
        return Err(Refusal::Invalid { field: "agreement", because: "it is as now; nothing would change" });
    }
    Compiled::new(Agreement::clone(&wanted)).map_err(|fault| fault.refusal())?;
    Ok(wanted)
}

/// The shift in whole seconds, if desk and wall clock may lie that far apart.
fn shifted(desk: &Desk, shift: TimeDelta) -> Result<TimeDelta, Refusal> {
    const FURTHEST_DAYS: i64 = 366 * 200;
    let field = "desk clock";
    let shift = TimeDelta::seconds(shift.num_seconds());
    if shift.num_days().abs() > FURTHEST_DAYS {
        return Err(Refusal::Invalid {
            field,
            because: "it would be more than two centuries off, and no log is that old",
        });
    }
    if desk.clock_shift().unwrap_or_default() == shift {
        return Err(Refusal::Invalid { field, because: "it is as now; nothing would change" });
    }
    Ok(shift)
}

fn in_words(fault: MatrixFault) -> &'static str {
    match fault {
        MatrixFault::Shape => "it needs as many rows as columns, from two to five",
        MatrixFault::PriorityOutOfRange { .. } => "every cell holds a priority from 1, most pressing, to 5",
        MatrixFault::NotMonotonic { .. } => {
            "more impact or urgency must never give a lower priority; nobody could explain that"
        }
    }
}
