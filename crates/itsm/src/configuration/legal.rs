//! What may be done with an item as it stands, and whether what was decided elsewhere may still be applied.

use super::event::Event;
use super::map::Configuration;
use super::need::{Need, Node};
use super::state::LifeState;
use crate::desk::Desk;
use crate::directory::EntryId;
use crate::ids::ItemId;
use crate::refusal::Refusal;

/// Something that can be done with one item, without the values that a form asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Correct what is known of it.
    Amend,
    /// Let it be at another point of its life.
    Become(LifeState),
    /// Put it into another item.
    PutInto,
    /// Say what it needs.
    Need,
    /// Write a note.
    Note,
}

/// Why `action` cannot be done with this item now, or `None` where a form may open.
pub fn why_not(desk: &Desk, id: ItemId, action: Action) -> Option<Refusal> {
    check(desk, id, action).err()
}

pub(super) fn check(desk: &Desk, id: ItemId, action: Action) -> Result<(), Refusal> {
    if desk.directory().name(EntryId::Item(id)).is_none() {
        return Err(Refusal::NoSuch { what: "configuration item" });
    }
    let map = desk.configuration();
    match action {
        Action::Amend | Action::Note => Ok(()),
        Action::Become(next) => becomes(map, id, next),
        Action::PutInto | Action::Need => in_use(map, id),
    }
}

fn state_of(map: &Configuration, id: ItemId) -> LifeState {
    map.item(id).map(|item| item.state).unwrap_or_default()
}

fn in_use(map: &Configuration, id: ItemId) -> Result<(), Refusal> {
    if state_of(map, id) == LifeState::Retired {
        return Err(Refusal::NotFrom {
            state: LifeState::Retired.word(),
            because: "nothing hangs on what is no longer in use",
            instead: "Put it back into build first",
        });
    }
    Ok(())
}

fn becomes(map: &Configuration, id: ItemId, next: LifeState) -> Result<(), Refusal> {
    // What nobody has described has no state yet: the first one is said, not moved to.
    let is_known = map.item(id).is_some();
    let now = state_of(map, id);
    if is_known && !now.may_become(next) {
        let (because, instead) = if now == next {
            ("it is that already", "Choose another state")
        } else if now == LifeState::Retired {
            ("what comes back is tested before anybody relies on it", "Put it back into build first")
        } else if next == LifeState::UnderMaintenance {
            ("maintenance is of what is in use", "Let it go live first")
        } else {
            ("a life goes forward, so that its history can be read", "Choose a later state, or retire it")
        };
        return Err(Refusal::NotFrom { state: now.word(), because, instead });
    }
    if next == LifeState::Retired {
        nothing_hangs_on(map, id)?;
    }
    Ok(())
}

fn nothing_hangs_on(map: &Configuration, id: ItemId) -> Result<(), Refusal> {
    if map.needed_by(Node::Item(id)).next().is_some() {
        return Err(Refusal::Rule {
            rule: "others need it",
            because: "they would count on what is gone; take it from their needs first",
        });
    }
    if map.parts(id).next().is_some() {
        return Err(Refusal::Rule {
            rule: "its parts come first",
            because: "they would be part of what is gone; take them out or retire them",
        });
    }
    Ok(())
}

/// Whether an item may be put into another.
pub(super) fn fits_into(map: &Configuration, id: ItemId, whole: ItemId) -> Result<(), Refusal> {
    if whole == id {
        return Err(Refusal::Invalid { field: "part of", because: "nothing is a part of itself" });
    }
    if map.all_parts(id).contains(&whole) {
        return Err(Refusal::Invalid {
            field: "part of",
            because: "that is inside this item already, and a ring of parts has no outside",
        });
    }
    if state_of(map, whole) == LifeState::Retired {
        return Err(Refusal::Invalid { field: "part of", because: "that item is retired; choose one that is in use" });
    }
    Ok(())
}

/// Whether these needs may be written down. What was needed before may stay.
pub(super) fn may_need(map: &Configuration, of: Node, needs: &[Need]) -> Result<(), Refusal> {
    if let Node::Item(id) = of {
        in_use(map, id)?;
    }
    if needs.iter().any(|need| need.of().contains(&of)) {
        return Err(Refusal::Invalid { field: "needs", because: "nothing can stand in for itself" });
    }
    let had = |node: Node| map.needs(of).iter().any(|need| need.of().contains(&node));
    let retired = |node: Node| node.item().is_some_and(|id| state_of(map, id) == LifeState::Retired);
    if needs.iter().flat_map(|need| need.of()).any(|node| retired(*node) && !had(*node)) {
        return Err(Refusal::Invalid { field: "needs", because: "one of them is retired and can carry nothing" });
    }
    Ok(())
}

/// The rules of `decide` that depend on what is known, for events that arrive late.
pub(crate) fn legal(desk: &Desk, id: ItemId, event: &Event) -> Result<(), Refusal> {
    let map = desk.configuration();
    match event {
        Event::Amended(_) | Event::Noted { .. } => Ok(()),
        Event::Became(next) => becomes(map, id, *next),
        Event::PutInto(Some(whole)) => in_use(map, id).and_then(|()| fits_into(map, id, *whole)),
        Event::PutInto(None) => Ok(()),
    }
}

/// The same for needs.
pub(crate) fn legal_needs(desk: &Desk, of: Node, needs: &[Need]) -> Result<(), Refusal> {
    may_need(desk.configuration(), of, needs)
}
