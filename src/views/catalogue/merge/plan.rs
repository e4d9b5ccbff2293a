//! What two copies come to.

use std::collections::BTreeMap;

use itsm::catalogue::merge::{Cell, Merge, Side, align, joined, last_published, merge, value};
use itsm::catalogue::{Catalogue, Command as Ask, lint};
use itsm::{Command, Desk};
use workspace::catalogue::merged::{Lines, is_for_customers, lines, with_internal};

use super::copies::Older;
use crate::views::words;

/// Three copies in the ids of the desk, and what they differ in.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    base: Catalogue,
    mine: Catalogue,
    theirs: Catalogue,
    /// What only they changed, ready to be shown.
    pub changes: Vec<(Cell, Lines)>,
    /// What both changed in different ways.
    pub conflicts: Vec<(Cell, Lines)>,
    /// How much only this copy changed.
    pub kept: usize,
    /// Services that their copy does not have any more, by name.
    pub gone: Vec<String>,
    /// Whether their copy is a published one, which says nothing of what is meant for colleagues.
    pub is_published: bool,
    /// What they said to colleagues: the service, who, and what.
    pub comments: Vec<(String, String, String)>,
}

impl Plan {
    /// What the desk's drafts and another copy differ in. `None` while the older copy is to come from a file that is not
    /// given yet.
    pub fn of(desk: &Desk, older: Older, file: Option<&Catalogue>, theirs: &Catalogue) -> Option<Self> {
        let mine = lint::of_desk(desk);
        let base = match older {
            Older::Published => last_published(desk),
            Older::File => align(file?, &mine),
            Older::Nothing => Catalogue::default(),
        };
        let theirs = align(theirs, &mine);
        let is_published = is_for_customers(&theirs) && !is_for_customers(&mine);
        let known = if base.services.is_empty() { &mine } else { &base };
        let theirs = with_internal(theirs, known);
        let Merge { changes, conflicts, kept } = merge(&base, &mine, &theirs);
        // A service is retired, never taken away by joining.
        let is_gone = |cell: &Cell| matches!(cell, Cell::Service(_)) && value(&theirs, *cell).is_none();
        let gone: Vec<String> = changes
            .iter()
            .chain(&conflicts)
            // What is not launched is in no published copy.
            .filter(|cell| is_gone(cell) && !is_published)
            .filter_map(|cell| Some(mine.content(cell.service()?)?.name.to_string()))
            .collect();
        let told = |cells: Vec<Cell>| -> Vec<(Cell, Lines)> {
            let cells = cells.into_iter().filter(|cell| !is_gone(cell));
            cells.map(|cell| (cell, lines(&base, &mine, &theirs, cell))).collect()
        };
        let (changes, conflicts) = (told(changes), told(conflicts));
        let comments = comments(&mine, &theirs);
        Some(Self { changes, conflicts, kept: kept.len(), gone, comments, is_published, base, mine, theirs })
    }

    /// Whether nothing could be taken in.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty() && self.conflicts.is_empty() && self.comments.is_empty() && self.gone.is_empty()
    }

    /// How much there is of everything, in a sentence.
    pub fn summary(&self) -> String {
        [
            &words::count(self.conflicts.len(), "conflict", "conflicts"),
            ", ",
            &words::count(self.changes.len(), "change of theirs", "changes of theirs"),
            ", ",
            &words::count(self.comments.len(), "new comment", "new comments"),
            "; ",
            &words::count(self.kept, "change of yours stays", "changes of yours stay"),
            ".",
        ]
        .concat()
    }

    /// How many conflicts nobody has decided.
    pub fn undecided(&self, chosen: &BTreeMap<Cell, Side>) -> usize {
        self.conflicts.iter().filter(|(cell, _)| !chosen.contains_key(cell)).count()
    }

    /// Why there is nothing to take in, if all of it was declined.
    pub fn nothing_left(&self, chosen: &BTreeMap<Cell, Side>) -> Option<String> {
        let side = |cell: &Cell, usual| chosen.get(cell).copied().unwrap_or(usual);
        let takes = self.changes.iter().any(|(cell, _)| side(cell, Side::Theirs) == Side::Theirs)
            || self.conflicts.iter().any(|(cell, _)| side(cell, Side::Mine) == Side::Theirs)
            || !self.comments.is_empty();
        (!takes).then(|| "Needs something to take in: everything stays as it is here.".to_owned())
    }

    /// What the last press asks for.
    pub fn command(&self, chosen: &BTreeMap<Cell, Side>) -> Command {
        let all = joined(&self.base, &self.mine, &self.theirs, |cell| chosen.get(&cell).copied());
        Command::Catalogue(Ask::Join(Box::new(all)))
    }
}

fn comments(mine: &Catalogue, theirs: &Catalogue) -> Vec<(String, String, String)> {
    let mut found = Vec::new();
    for (id, listed) in &theirs.services {
        let known = mine.services.get(id).map(|listed| listed.comments.as_slice()).unwrap_or_default();
        // A comment that was taken in before begins with the name of who said it.
        let is_known =
            |text: &str| known.iter().any(|one| *one.text == *text || one.text.ends_with(&[": ", text].concat()));
        for comment in listed.comments.iter().filter(|comment| !is_known(&comment.text)) {
            found.push((listed.content.name.to_string(), comment.by.to_string(), comment.text.to_string()));
        }
    }
    found
}
