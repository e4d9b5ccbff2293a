//! Turns a command into events, or into a refusal that says why not. Changes nothing.

mod order;
mod publish;
mod shared;
mod take_in;
mod travel;
mod write;

use super::command::Command;
use super::event::{Event, Shared};
use super::record::Listing;
use crate::desk::{Context, Desk, Happening};
use crate::ids::ServiceId;
use crate::refusal::Refusal;

/// Something that can be done with one service of the portfolio, without the words and values that a form asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Change the draft.
    Edit,
    /// Note what a gate asks for.
    Tick,
    /// Let it stand somewhere else.
    Move(super::Status),
    /// Ask somebody else to look at the draft.
    Submit,
    /// Say what came of looking at it.
    Review,
    /// Publish the draft.
    Publish,
    /// Do not publish a scheduled version after all.
    Unschedule,
    /// Make the draft say what a version said.
    Restore,
    /// Say something of it.
    Comment,
    /// Order from it.
    Order,
}

/// Why `action` cannot be done with this service now, or `None` where a form may open.
pub fn why_not(desk: &Desk, service: ServiceId, action: Action, now: chrono::DateTime<chrono::Utc>) -> Option<Refusal> {
    check(desk, service, action, now).err()
}

/// Decides one command.
pub(crate) fn decide(desk: &Desk, command: Command, context: &Context) -> Result<Vec<Happening>, Refusal> {
    match command {
        Command::Draft { service, content } => write::draft(desk, service, *content, context),
        Command::Edit { service, edits } => write::edit(desk, service, edits, context),
        Command::Comment { service, text } => write::comment(desk, service, text, context),
        Command::Settle { service, comment, settled } => write::settle(desk, service, comment, settled),
        Command::Tick { service, check, words } => travel::tick(desk, service, check, words, context),
        Command::Move { service, to, because } => travel::go(desk, service, to, because, context),
        Command::Submit(service) => publish::submit(desk, service, context),
        Command::Review { service, approves, words } => publish::review(desk, service, approves, words, context),
        Command::Publish { service, from, note } => publish::publish(desk, service, from, note, context),
        Command::Unschedule(service) => publish::unschedule(desk, service, context),
        Command::Restore { service, version } => publish::restore(desk, service, version, context),
        Command::Order(order) => order::order(desk, *order, context),
        Command::TakeIn(catalogue) => take_in::take_in(desk, *catalogue, context),
        Command::Set(_)
        | Command::SaveCategory(..)
        | Command::DropCategory(_)
        | Command::SaveAudience(..)
        | Command::DropAudience(_) => shared::decide(desk, command, context),
    }
}

/// Whether an event that was decided elsewhere may still be applied.
pub(crate) fn legal(
    desk: &Desk,
    id: ServiceId,
    event: &Event,
    at: chrono::DateTime<chrono::Utc>,
) -> Result<(), Refusal> {
    let action = match event {
        Event::Drafted(_) => return write::is_free(desk, id),
        Event::Edited(_) => Action::Edit,
        Event::Ticked(..) => Action::Tick,
        Event::Moved { to, .. } => Action::Move(*to),
        Event::Submitted => Action::Submit,
        Event::Reviewed { .. } => Action::Review,
        Event::Published { .. } => Action::Publish,
        Event::Unscheduled => Action::Unschedule,
        Event::Restored { version } => {
            check(desk, id, Action::Restore, at)?;
            return publish::version(listing(desk, id)?, *version).map(drop);
        }
        Event::Commented(_) => Action::Comment,
        Event::Settled { comment, .. } => return write::remark(listing(desk, id)?, *comment).map(drop),
    };
    check(desk, id, action, at)
}

/// A service that somebody wrote of, or the refusal that says that nobody did.
fn listing(desk: &Desk, id: ServiceId) -> Result<&Listing, Refusal> {
    desk.portfolio.listing(id).ok_or(Refusal::NoSuch { what: "service of the portfolio" })
}

/// Whether an action may be done with a service now.
fn check(desk: &Desk, id: ServiceId, action: Action, now: chrono::DateTime<chrono::Utc>) -> Result<(), Refusal> {
    let listing = listing(desk, id)?;
    match action {
        Action::Edit | Action::Comment => write::may(listing, action),
        Action::Tick | Action::Move(_) => travel::may(listing, action),
        Action::Submit | Action::Review | Action::Publish | Action::Unschedule | Action::Restore => {
            publish::may(desk, listing, action, now)
        }
        Action::Order => order::may(desk, listing, now),
    }
}

fn one(id: ServiceId, event: Event) -> Vec<Happening> {
    vec![Happening::Catalogue(id, event)]
}

fn all(event: Shared) -> Vec<Happening> {
    vec![Happening::CatalogueShared(event)]
}
