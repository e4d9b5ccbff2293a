//! What the note of a review meeting must hold.

use crate::desk::{Context, Desk};
use crate::directory::EntryId;
use crate::fields::filled;
use crate::promise::record::Promise;
use crate::promise::terms::{Review, ReviewAction};
use crate::refusal::Refusal;
use crate::retire::offered;

/// More than anybody will do before the next one.
const MOST_ACTIONS: usize = 50;

/// The review with its texts trimmed, if it can be noted.
pub(super) fn checked(desk: &Desk, mut review: Review, context: &Context) -> Result<Review, Refusal> {
    if review.held_at > context.now {
        return Err(Refusal::Invalid { field: "date", because: "minutes tell of a meeting that has been held" });
    }
    review.attendees =
        filled(review.attendees, "attendees", "who was there decides what was agreed, and a review needs both sides")?;
    review.minutes = filled(review.minutes, "minutes", "what nobody wrote down was never said")?;
    if review.actions.len() > MOST_ACTIONS {
        return Err(Refusal::Invalid {
            field: "actions",
            because: "nobody does more than fifty until the next meeting",
        });
    }
    let action = |action: ReviewAction| {
        let people = &desk.directory().people;
        offered(desk, people, Some(action.owner), None, EntryId::Person, "owner")?;
        let what = filled(action.what, "action", "nobody can do what is not said")?;
        Ok(ReviewAction { what, ..action })
    };
    review.actions = review.actions.into_iter().map(action).collect::<Result<_, Refusal>>()?;
    Ok(review)
}

/// Whether an action is there and not done.
pub(super) fn is_undone(promise: &Promise, review: u16, action: u16) -> Result<(), Refusal> {
    let held = promise.reviews.get(usize::from(review));
    match held.and_then(|held| held.done.get(usize::from(action))) {
        Some(None) => Ok(()),
        Some(Some(_)) => {
            Err(Refusal::Rule { rule: "it is done already", because: "doing it twice would change nothing" })
        }
        None => Err(Refusal::NoSuch { what: "action" }),
    }
}
