//! Whether an event decided elsewhere, against an older record, may still be applied to the record as it is.

use chrono::{DateTime, Utc};

use super::allowed::{Action, check};
use super::publish::reviewer_fits;
use crate::desk::Desk;
use crate::ids::ArticleId;
use crate::knowledge::event::Event;
use crate::refusal::Refusal;

/// The rules of `decide` that depend on the article, at the instant of the event. What a form's values must be was
/// checked where it was decided.
pub(crate) fn legal(desk: &Desk, id: ArticleId, event: &Event, at: DateTime<Utc>) -> Result<(), Refusal> {
    let article = |action| check(desk, id, action, at);
    let may = |action| article(action).map(drop);
    match event {
        Event::Begun { .. } => desk.articles.is_free(id),
        Event::Drafted => may(Action::Amend).and_then(|()| match &desk.articles.get(id)?.draft {
            None => Ok(()),
            Some(_) => Err(Refusal::Rule {
                rule: "its next version is being written already",
                because: "two drafts of one version would mix",
            }),
        }),
        Event::Amended(_) => has_a_draft(desk, id).and_then(|()| may(Action::Amend)),
        Event::Submitted { reviewer } => reviewer_fits(article(Action::Submit)?, *reviewer),
        Event::SentBack { .. } => may(Action::SendBack),
        Event::Approved { .. } => may(Action::Approve),
        Event::Unscheduled => may(Action::Unschedule),
        Event::Discarded => may(Action::Discard),
        Event::RetirementProposed { .. } => may(Action::ProposeRetirement),
        Event::Retired { .. } => may(Action::Retire),
        Event::Kept => may(Action::Keep),
        Event::HandedOver { .. } => may(Action::HandOver),
        Event::Confirmed { .. } => may(Action::Confirm),
        Event::Rated { .. } => may(Action::Rate),
        Event::Flagged { .. } => may(Action::Flag),
        Event::FlagAnswered { flag, .. } => {
            match article(Action::AnswerFlag)?.open_flags().any(|(open, _)| open == *flag) {
                true => Ok(()),
                false => Err(Refusal::NoSuch { what: "flag" }),
            }
        }
    }
}

/// A change of a draft that another tab has published or dropped would go into another version than was meant.
fn has_a_draft(desk: &Desk, id: ArticleId) -> Result<(), Refusal> {
    if desk.articles.get(id)?.draft.is_some() {
        return Ok(());
    }
    Err(Refusal::Rule {
        rule: "the version that this changes is no longer a draft",
        because: "it was published or dropped meanwhile; write it into the next one",
    })
}
