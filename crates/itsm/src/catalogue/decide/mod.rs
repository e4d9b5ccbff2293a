//! Turns a command into events, or into a refusal that says why not. Changes nothing.

mod content;
mod join;
mod lines;
mod order;
mod publish;
mod report;
mod shared;
mod take_in;
mod travel;
mod write;

pub use content::LONGEST_TEXT;
pub(crate) use content::names_of;
pub use travel::needs_a_reason;

use super::command::Command;
use super::event::{Event, Shared};
use super::portfolio::Status;
use super::record::Listing;
use crate::desk::{Context, Desk, Happening};
use crate::ids::{PersonId, ServiceId};
use crate::refusal::Refusal;

/// Something that can be done with one service of the portfolio, without the words and values that a form asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Change the draft.
    Edit,
    /// Note what a gate asks for.
    Tick,
    /// Let it stand somewhere else.
    Move(Status),
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

impl Action {
    /// Every action.
    pub fn all() -> impl Iterator<Item = Action> {
        let others = [
            Action::Edit,
            Action::Tick,
            Action::Submit,
            Action::Review,
            Action::Publish,
            Action::Unschedule,
            Action::Restore,
            Action::Comment,
            Action::Order,
        ];
        others.into_iter().chain(Status::ALL.into_iter().map(Action::Move))
    }
}

/// Why `action` cannot be done with this service now, or `None` where a form may open.
pub fn why_not(desk: &Desk, service: ServiceId, action: Action, now: chrono::DateTime<chrono::Utc>) -> Option<Refusal> {
    check(desk, service, action, now).err()
}

/// Why `actor` may not say what came of looking at a draft, or `None` where they may.
pub fn why_not_review(
    desk: &Desk,
    service: ServiceId,
    actor: PersonId,
    now: chrono::DateTime<chrono::Utc>,
) -> Option<Refusal> {
    let fits = || publish::reviewer_fits(listing(desk, service)?, actor);
    check(desk, service, Action::Review, now).and_then(|()| fits()).err()
}

/// Why the tick of something cannot be taken back, or `None` where it can.
pub fn why_not_untick(desk: &Desk, service: ServiceId, what: super::Check) -> Option<Refusal> {
    listing(desk, service).and_then(|listing| travel::may_untick(listing, what)).err()
}

/// Decides one command.
pub(crate) fn decide(desk: &Desk, command: Command, context: &Context) -> Result<Vec<Happening>, Refusal> {
    match lines::command(command) {
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
        Command::TakeIn(catalogue) => sound(desk, take_in::take_in(desk, *catalogue, context)?),
        Command::Join(catalogue) => sound(desk, join::join(desk, &catalogue, context)?),
        command @ (Command::Set(_)
        | Command::SaveCategory(..)
        | Command::DropCategory(_)
        | Command::SaveAudience(..)
        | Command::DropAudience(_)) => shared::decide(desk, command, context),
    }
}

/// What comes from a file is looked at like what was typed.
fn sound(desk: &Desk, happenings: Vec<Happening>) -> Result<Vec<Happening>, Refusal> {
    content::all_sound(desk, &happenings).map(|()| happenings)
}

/// Whether an event that was decided elsewhere may still be applied: the rules of [`decide`] that follow from the
/// service's own history. What other records, names and settings allow was settled where it was decided.
pub(crate) fn legal(
    desk: &Desk,
    id: ServiceId,
    event: &Event,
    at: chrono::DateTime<chrono::Utc>,
    by: PersonId,
) -> Result<(), Refusal> {
    if let Event::Drafted(_) = event {
        return write::is_free(desk, id);
    }
    let listing = listing(desk, id)?;
    let may = |action| allowed(listing, action, at);
    match event {
        Event::Drafted(_) => Ok(()),
        Event::Edited(_) => may(Action::Edit),
        Event::Ticked(check, words) => may(Action::Tick).and_then(|()| match words {
            Some(_) => Ok(()),
            None => travel::may_untick(listing, *check),
        }),
        Event::Moved { to, .. } => may(Action::Move(*to)),
        Event::Submitted => may(Action::Submit),
        Event::Reviewed { .. } => may(Action::Review).and_then(|()| publish::reviewer_fits(listing, by)),
        Event::Published { .. } => may(Action::Publish),
        Event::Unscheduled => may(Action::Unschedule),
        Event::Restored { version } => {
            may(Action::Restore).and_then(|()| publish::version(listing, *version)).map(drop)
        }
        Event::Commented(_) => may(Action::Comment),
        Event::Settled { comment, .. } => write::remark(listing, *comment).map(drop),
    }
}

/// A service that somebody wrote of, or the refusal that says that nobody did.
fn listing(desk: &Desk, id: ServiceId) -> Result<&Listing, Refusal> {
    desk.portfolio.listing(id).ok_or(Refusal::NoSuch { what: "service of the portfolio" })
}

/// Whether an action may be done with a service now.
fn check(desk: &Desk, id: ServiceId, action: Action, now: chrono::DateTime<chrono::Utc>) -> Result<(), Refusal> {
    let listing = listing(desk, id)?;
    allowed(listing, action, now)?;
    match action {
        Action::Move(to) => travel::others_allow(desk, listing, to),
        Action::Publish => publish::settings_allow(desk, listing),
        Action::Order => order::may(desk, listing, now),
        _ => Ok(()),
    }
}

/// Whether the service itself allows an action.
fn allowed(listing: &Listing, action: Action, now: chrono::DateTime<chrono::Utc>) -> Result<(), Refusal> {
    match action {
        Action::Edit | Action::Comment => write::may(listing, action),
        Action::Tick | Action::Move(_) => travel::may(listing, action, now),
        Action::Submit | Action::Review | Action::Publish | Action::Unschedule | Action::Restore => {
            publish::may(listing, action, now)
        }
        Action::Order => Ok(()),
    }
}

fn one(id: ServiceId, event: Event) -> Vec<Happening> {
    vec![Happening::Catalogue(id, event)]
}

fn all(event: Shared) -> Vec<Happening> {
    vec![Happening::CatalogueShared(event)]
}
