//! How an article comes into view, stays right, and goes out of view.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::allowed::{Action, check};
use super::{Steps, on};
use crate::desk::Desk;
use crate::directory::EntryId;
use crate::fields::{filled, trimmed};
use crate::ids::{ArticleId, PersonId};
use crate::knowledge::event::Event;
use crate::knowledge::record::{Article, Retirement};
use crate::refusal::Refusal;
use crate::retire::offered;

pub(super) fn submit(desk: &Desk, id: ArticleId, reviewer: PersonId, now: DateTime<Utc>) -> Result<Steps, Refusal> {
    let article = check(desk, id, Action::Submit, now)?;
    offered(desk, &desk.directory().people, Some(reviewer), None, EntryId::Person, "reviewer")?;
    reviewer_fits(article, reviewer)?;
    Ok(vec![on(id, Event::Submitted { reviewer })])
}

/// Whoever has written in it reads what they meant, not what stands there.
pub(super) fn reviewer_fits(article: &Article, reviewer: PersonId) -> Result<(), Refusal> {
    if article.draft.as_ref().is_some_and(|draft| draft.writers.contains(&reviewer)) {
        return Err(Refusal::Invalid {
            field: "reviewer",
            because: "they have written in it, and nobody finds their own mistakes; choose somebody else",
        });
    }
    Ok(())
}

pub(super) fn send_back(desk: &Desk, id: ArticleId, because: Arc<str>, now: DateTime<Utc>) -> Result<Steps, Refusal> {
    check(desk, id, Action::SendBack, now)?;
    let because = filled(because, "reason", "its writer has to know what to change")?;
    Ok(vec![on(id, Event::SentBack { because })])
}

pub(super) fn approve(
    desk: &Desk,
    id: ArticleId,
    from: Option<DateTime<Utc>>,
    review_by: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<Steps, Refusal> {
    check(desk, id, Action::Approve, now)?;
    if from.is_some_and(|from| from <= now) {
        return Err(Refusal::Invalid {
            field: "publication",
            because: "that instant is past; choose one to come, or publish it at once",
        });
    }
    after(review_by, from.unwrap_or(now))?;
    Ok(vec![on(id, Event::Approved { from, review_by })])
}

fn after(review_by: DateTime<Utc>, start: DateTime<Utc>) -> Result<(), Refusal> {
    if review_by <= start {
        return Err(Refusal::Invalid {
            field: "review date",
            because: "it would be outdated before anybody reads it; choose a later day",
        });
    }
    Ok(())
}

pub(super) fn propose_retirement(
    desk: &Desk,
    id: ArticleId,
    because: Arc<str>,
    now: DateTime<Utc>,
) -> Result<Steps, Refusal> {
    check(desk, id, Action::ProposeRetirement, now)?;
    let because = filled(because, "reason", "whoever still needs it can then object")?;
    Ok(vec![on(id, Event::RetirementProposed { because })])
}

pub(super) fn retire(desk: &Desk, id: ArticleId, because: Arc<str>, now: DateTime<Utc>) -> Result<Steps, Refusal> {
    let article = check(desk, id, Action::Retire, now)?;
    let because = match (&article.retirement, trimmed(because)) {
        (Some(Retirement::Proposed { because, .. }), own) if own.is_empty() => because.clone(),
        (_, own) => filled(own, "reason", "somebody will ask where it went")?,
    };
    Ok(vec![on(id, Event::Retired { because })])
}

pub(super) fn hand_over(desk: &Desk, id: ArticleId, owner: PersonId, now: DateTime<Utc>) -> Result<Steps, Refusal> {
    let article = check(desk, id, Action::HandOver, now)?;
    offered(desk, &desk.directory().people, Some(owner), Some(article.owner), EntryId::Person, "owner")?;
    if article.owner == owner {
        return Err(Refusal::Invalid { field: "owner", because: "it is theirs already; nothing would change" });
    }
    Ok(vec![on(id, Event::HandedOver { owner })])
}

pub(super) fn confirm(
    desk: &Desk,
    id: ArticleId,
    review_by: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<Steps, Refusal> {
    let article = check(desk, id, Action::Confirm, now)?;
    after(review_by, now)?;
    if article.review_by == Some(review_by) {
        return Err(Refusal::Invalid { field: "review date", because: "it is as now; nothing would change" });
    }
    Ok(vec![on(id, Event::Confirmed { review_by })])
}
