//! Undo in words: the message that confirms a command and offers to take it back, and what taking it back has led to.

use journal::Stamp;

use crate::session::{Declined, Session, Turned};
use crate::ui::{Toaster, Tone};
use crate::views::words;

const UNDO_KEYS: &str = "Ctrl Z";
const REDO_KEYS: &str = "Ctrl Shift Z";

/// Confirms what this tab has just done, and offers to take it back.
pub fn confirm(session: Session, toaster: Toaster, done: impl Into<String>) {
    // Only the latest offer stands: the keys go to that one, too.
    toaster.dismiss_actions();
    match session.last_done() {
        None => toaster.ok(done),
        Some(stamp) => toaster.push_with(done, Tone::Ok, "Undo", UNDO_KEYS, move || undo(session, toaster, stamp)),
    }
}

/// Takes a command back, or brings one back, and says so.
pub fn undo(session: Session, toaster: Toaster, of: Stamp) {
    tell(session, toaster, session.undo(of));
}

/// What Ctrl Z does.
pub fn undo_last(session: Session, toaster: Toaster) {
    match session.undo_last() {
        Some(turned) => tell(session, toaster, turned),
        None => toaster
            .push("There is nothing of this tab to undo. The history of the workspace has the rest.", Tone::Neutral),
    }
}

/// What Ctrl Shift Z does.
pub fn redo_last(session: Session, toaster: Toaster) {
    match session.redo_last() {
        Some(turned) => tell(session, toaster, turned),
        None => toaster.push("There is nothing to redo.", Tone::Neutral),
    }
}

fn tell(session: Session, toaster: Toaster, turned: Result<Turned, Declined>) {
    toaster.dismiss_actions();
    match turned {
        Err(declined) => toaster.bad(declined.sentence()),
        Ok(turned) => {
            let (label, keys) = if turned.is_back { ("Undo", UNDO_KEYS) } else { ("Redo", REDO_KEYS) };
            let again = turned.stamp;
            toaster.push_with(sentence(&turned), Tone::Ok, label, keys, move || undo(session, toaster, again));
        }
    }
}

/// "Resolved INC0000012 is taken back", and what else is to be known.
fn sentence(turned: &Turned) -> String {
    let mut text = turned.what.clone();
    text.push_str(if turned.is_back { " is done again." } else { " is taken back." });
    if turned.is_public && !turned.is_back {
        text.push_str(" Nothing had left this browser.");
    }
    if turned.flagged > 0 {
        text.push(' ');
        text.push_str(&words::count(turned.flagged, "later change no longer holds", "later changes no longer hold"));
        text.push_str(if turned.flagged == 1 {
            ": it stays in the history, marked."
        } else {
            ": they stay in the history, marked."
        });
    }
    text
}
