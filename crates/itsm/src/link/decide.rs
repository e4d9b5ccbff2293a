//! Whether two records may be linked.

use super::{Command, Event, Link};
use crate::desk::{Desk, Happening, RecordId};
use crate::refusal::Refusal;

/// Decides one command.
pub(crate) fn decide(desk: &Desk, command: Command) -> Result<Vec<Happening>, Refusal> {
    let (from, event) = match command {
        Command::Link(from, link) => (from, Event::Linked(link)),
        Command::Unlink(from, link) => (from, Event::Unlinked(link)),
    };
    legal(desk, from, event)?;
    Ok(vec![Happening::Link(from, event)])
}

/// Whether a link may be made or taken away, also one that was decided elsewhere.
pub(crate) fn legal(desk: &Desk, from: RecordId, event: Event) -> Result<(), Refusal> {
    is_here(desk, from)?;
    match event {
        Event::Linked(link) => why_not_link(desk, from, link).map_or(Ok(()), Err),
        Event::Unlinked(link) if desk.links.has(from, link) => Ok(()),
        Event::Unlinked(_) => Err(Refusal::Missing {
            field: "the link",
            because: "it is not there any more, so there is nothing to take away",
        }),
    }
}

/// Why a record cannot be linked so, or `None` where it can.
pub fn why_not_link(desk: &Desk, from: RecordId, link: Link) -> Option<Refusal> {
    may(desk, from, link).err()
}

fn may(desk: &Desk, from: RecordId, link: Link) -> Result<(), Refusal> {
    is_here(desk, link.to)?;
    if from == link.to {
        return Err(Refusal::Invalid { field: "number", because: "a record cannot be linked to itself" });
    }
    if !link.relation.fits(from.kind(), link.to.kind()) {
        return Err(Refusal::Invalid {
            field: "number",
            because: "these two kinds of records have no such link; choose another record or another meaning",
        });
    }
    if desk.links.has(from, link) {
        return Err(Refusal::Rule { rule: "they are linked already", because: "a second link would say nothing new" });
    }
    Ok(())
}

fn is_here(desk: &Desk, id: RecordId) -> Result<(), Refusal> {
    desk.card(id).map(drop).ok_or(Refusal::NoSuch { what: id.kind().word() })
}
