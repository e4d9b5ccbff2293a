//! Joining two copies of a catalogue that were edited apart.
//!
//! Each cell (a field of a service, a question of a form, a step of a workflow, …) is looked at in three copies: the
//! older one that both come from, mine, and theirs. What only one side changed is taken; what both changed in different
//! ways is a conflict, which people decide. The copies must name things alike: [`align`] sees to that.

mod align;
mod cell;
mod content;
mod form;
mod order;
mod value;
mod workflow;

use std::collections::BTreeSet;

use super::document::{Catalogue, Comment, Listed, Settings};
use super::workflow::Workflow;
use crate::desk::Desk;
use crate::directory::Directory;
use crate::ids::ServiceId;

pub use align::align;
pub use cell::{Cell, Setting};
pub use value::{Value, value};

/// Whose word counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Side {
    /// That of this copy.
    Mine,
    /// That of the other copy.
    Theirs,
}

/// What two copies differ in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merge {
    /// What only they changed: it is taken, unless somebody says otherwise.
    pub changes: Vec<Cell>,
    /// What both changed in different ways.
    pub conflicts: Vec<Cell>,
    /// What only this copy changed: it stays.
    pub kept: Vec<Cell>,
}

/// How a cell differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Change,
    Conflict,
    Kept,
}

/// What is asked for each cell in which the copies differ.
type Ask<'a> = &'a mut dyn FnMut(Cell, Sort) -> Side;

/// Finds out what two copies of `base` differ in.
pub fn merge(base: &Catalogue, mine: &Catalogue, theirs: &Catalogue) -> Merge {
    let mut found = Merge::default();
    walk(base, mine, theirs, &mut |cell, sort| {
        let (list, side) = match sort {
            Sort::Change => (&mut found.changes, Side::Theirs),
            Sort::Conflict => (&mut found.conflicts, Side::Mine),
            Sort::Kept => (&mut found.kept, Side::Mine),
        };
        list.push(cell);
        side
    });
    found
}

/// Both copies in one: changes of either side, and of what `choose` names the side that it says. For conflicts it is
/// asked always; `None` there leaves mine, elsewhere what was changed.
pub fn joined(
    base: &Catalogue,
    mine: &Catalogue,
    theirs: &Catalogue,
    choose: impl Fn(Cell) -> Option<Side>,
) -> Catalogue {
    walk(base, mine, theirs, &mut |cell, sort| match sort {
        Sort::Change => choose(cell).unwrap_or(Side::Theirs),
        Sort::Conflict => choose(cell).unwrap_or(Side::Mine),
        Sort::Kept => Side::Mine,
    })
}

fn walk(base: &Catalogue, mine: &Catalogue, theirs: &Catalogue, ask: Ask) -> Catalogue {
    let settings = settings(&base.settings, &mine.settings, &theirs.settings, ask);
    let mut merged =
        Catalogue { settings, directory: united(&mine.directory, &theirs.directory), ..Catalogue::default() };
    for id in keys(&base.categories, &mine.categories, &theirs.categories) {
        let (b, m, t) = (base.categories.get(&id), mine.categories.get(&id), theirs.categories.get(&id));
        merged.categories.extend(pick(b, m, t, Cell::Category(id), ask).map(|category| (id, category)));
    }
    for id in keys(&base.audiences, &mine.audiences, &theirs.audiences) {
        let (b, m, t) = (base.audiences.get(&id), mine.audiences.get(&id), theirs.audiences.get(&id));
        merged.audiences.extend(pick(b, m, t, Cell::Audience(id), ask).map(|name| (id, name)));
    }
    for id in keys(&base.services, &mine.services, &theirs.services) {
        let (b, m, t) = (base.services.get(&id), mine.services.get(&id), theirs.services.get(&id));
        merged.services.extend(service(id, b, m, t, ask).map(|listed| (id, listed)));
    }
    merged
}

/// One value of three: what one side changed; what both changed differently is asked for.
fn pick<T: Clone + PartialEq>(
    base: Option<&T>,
    mine: Option<&T>,
    theirs: Option<&T>,
    cell: Cell,
    ask: Ask,
) -> Option<T> {
    if mine == theirs {
        return mine.cloned();
    }
    let sort = if theirs == base {
        Sort::Kept
    } else if mine == base {
        Sort::Change
    } else {
        Sort::Conflict
    };
    match ask(cell, sort) {
        Side::Mine => mine.cloned(),
        Side::Theirs => theirs.cloned(),
    }
}

fn keys<K: Copy + Ord, V>(
    base: &std::collections::BTreeMap<K, V>,
    mine: &std::collections::BTreeMap<K, V>,
    theirs: &std::collections::BTreeMap<K, V>,
) -> BTreeSet<K> {
    base.keys().chain(mine.keys()).chain(theirs.keys()).copied().collect()
}

fn settings(base: &Settings, mine: &Settings, theirs: &Settings, ask: Ask) -> Settings {
    let mut settings = mine.clone();
    for setting in Setting::ALL {
        let (b, m, t) = (setting.of(base), setting.of(mine), setting.of(theirs));
        if let Some(text) = pick(Some(b), Some(m), Some(t), Cell::Setting(setting), ask) {
            *setting.of_mut(&mut settings) = text;
        }
    }
    settings
}

/// A service that both have is joined field by field; one that a side added or took away is there as a whole or not.
fn service(
    id: ServiceId,
    base: Option<&Listed>,
    mine: Option<&Listed>,
    theirs: Option<&Listed>,
    ask: Ask,
) -> Option<Listed> {
    if let (Some(mine), Some(theirs)) = (mine, theirs) {
        let content = content::joined(id, base.map(|listed| &listed.content), &mine.content, &theirs.content, ask);
        let comments = comments(base, mine, theirs);
        return Some(Listed { content, comments, ..mine.clone() });
    }
    // Where it stands, what was said of it and its versions do not count as a change of what it is.
    let content = |listed: Option<&Listed>| listed.map(|listed| listed.content.clone());
    let (b, m, t) = (content(base), content(mine), content(theirs));
    pick(b.as_ref(), m.as_ref(), t.as_ref(), Cell::Service(id), ask)?;
    mine.or(theirs).cloned()
}

/// What was said on both sides, in the order of time. What one side settled or opened again is so.
fn comments(base: Option<&Listed>, mine: &Listed, theirs: &Listed) -> Vec<Comment> {
    let is_same = |one: &Comment, other: &Comment| one.by == other.by && one.at == other.at && one.text == other.text;
    let find = |listed: &'_ Listed, one: &Comment| {
        listed.comments.iter().find(|other| is_same(one, other)).map(|comment| comment.settled)
    };
    let mut united: Vec<Comment> = mine.comments.clone();
    for comment in &mut united {
        let before = base.and_then(|base| find(base, comment));
        if before.is_none_or(|before| before == comment.settled) {
            comment.settled = match (before, find(theirs, comment)) {
                (_, None) => comment.settled,
                (Some(_), Some(theirs)) => theirs,
                (None, Some(theirs)) => theirs || comment.settled,
            };
        }
    }
    united.extend(theirs.comments.iter().filter(|comment| find(mine, comment).is_none()).cloned());
    united.sort_by_key(|comment| comment.at);
    united
}

/// Every name of both; where both have one, mine.
fn united(mine: &Directory, theirs: &Directory) -> Directory {
    fn add<K: Ord + Copy, V: Clone>(
        mine: &mut std::collections::BTreeMap<K, V>,
        theirs: &std::collections::BTreeMap<K, V>,
    ) {
        for (id, name) in theirs {
            mine.entry(*id).or_insert_with(|| name.clone());
        }
    }
    let mut all = mine.clone();
    add(&mut all.people, &theirs.people);
    add(&mut all.groups, &theirs.groups);
    add(&mut all.categories, &theirs.categories);
    add(&mut all.services, &theirs.services);
    add(&mut all.items, &theirs.items);
    all
}

/// What customers were last shown, or will be: the older copy that two drafts probably both come from, where nobody has
/// a better one. Services that were never published are not in it, and neither are settings, categories and audiences:
/// these have no versions, so what one side does not have may be what the other added.
pub fn last_published(desk: &Desk) -> Catalogue {
    let drafts = super::lint::of_desk(desk);
    let mut base = Catalogue { directory: drafts.directory, services: drafts.services, ..Catalogue::default() };
    base.services.retain(|id, listed| {
        let versions = desk.portfolio().listing(*id).map(|listing| listing.versions.as_slice()).unwrap_or_default();
        let latest = versions.iter().rev().find(|version| !version.withdrawn);
        if let Some(version) = latest {
            listed.content = (*version.content).clone();
        }
        latest.is_some()
    });
    base
}

impl Merge {
    /// Whether there is nothing to take in and nothing to decide.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty() && self.conflicts.is_empty()
    }
}

/// A workflow's steps, by which they are compared.
fn steps(workflow: &Workflow) -> Vec<super::ids::StepKey> {
    workflow.steps.iter().map(|step| step.key).collect()
}
