//! What may be done with an article as it stands.

use chrono::{DateTime, Utc};

use crate::desk::Desk;
use crate::ids::ArticleId;
use crate::knowledge::record::{Article, Retirement};
use crate::knowledge::state::{Stage, State};
use crate::refusal::Refusal;

/// Something that can be done with one article, without the words and values that a form asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Write in its draft, or begin its next version.
    Amend,
    /// Give the draft to a reviewer.
    Submit,
    /// Send it back from review.
    SendBack,
    /// Approve it.
    Approve,
    /// Take an approved version back before its instant.
    Unschedule,
    /// Drop the draft of the next version.
    Discard,
    /// Say that it is no longer needed.
    ProposeRetirement,
    /// Take it out of view.
    Retire,
    /// Bring it back.
    Keep,
    /// Give it to another owner.
    HandOver,
    /// Say that it is still right.
    Confirm,
    /// Say whether it helped.
    Rate,
    /// Say what is wrong with it.
    Flag,
    /// Say what was done about a flag.
    AnswerFlag,
    /// Solve an incident with it.
    Use,
}

impl Action {
    /// Every action.
    pub const ALL: [Action; 15] = [
        Action::Amend,
        Action::Submit,
        Action::SendBack,
        Action::Approve,
        Action::Unschedule,
        Action::Discard,
        Action::ProposeRetirement,
        Action::Retire,
        Action::Keep,
        Action::HandOver,
        Action::Confirm,
        Action::Rate,
        Action::Flag,
        Action::AnswerFlag,
        Action::Use,
    ];
}

/// Why `action` cannot be done with this article at `now`, or `None` where a form may open.
pub fn why_not(desk: &Desk, article: ArticleId, action: Action, now: DateTime<Utc>) -> Option<Refusal> {
    check(desk, article, action, now).err()
}

/// The article, if `action` may be done with it.
pub(super) fn check(desk: &Desk, id: ArticleId, action: Action, now: DateTime<Utc>) -> Result<&Article, Refusal> {
    let article = desk.articles.get(id)?;
    match action {
        Action::HandOver => {}
        Action::Keep => is_on_its_way_out(article)?,
        Action::Retire => may_retire(article, now)?,
        _ if matches!(article.retirement, Some(Retirement::Retired { .. })) => return Err(RETIRED),
        Action::Amend => may_be_written(article, now)?,
        Action::Submit | Action::SendBack | Action::Approve => has_draft(article, action, now)?,
        Action::Unschedule => is_scheduled(article, now)?,
        Action::Discard => may_discard(article, now)?,
        Action::ProposeRetirement => may_propose(article, now)?,
        Action::Confirm | Action::Rate | Action::Use => is_in_view(article, now)?,
        Action::Flag => {}
        Action::AnswerFlag => has_open_flag(article)?,
    }
    Ok(article)
}

const RETIRED: Refusal = Refusal::NotFrom {
    state: "Retired",
    because: "nobody is shown it any more, so nothing about it changes",
    instead: "Bring it back first if it is needed",
};

fn not_from(article: &Article, now: DateTime<Utc>, because: &'static str, instead: &'static str) -> Refusal {
    Refusal::NotFrom { state: article.state(now).word(), because, instead }
}

fn is_on_its_way_out(article: &Article) -> Result<(), Refusal> {
    if article.retirement.is_some() {
        return Ok(());
    }
    Err(Refusal::Rule {
        rule: "it is not on its way out",
        because: "only what is retired or about to be is brought back",
    })
}

fn may_retire(article: &Article, now: DateTime<Utc>) -> Result<(), Refusal> {
    match (&article.retirement, article.state(now)) {
        (Some(Retirement::Proposed { .. }), _) => Ok(()),
        (Some(Retirement::Retired { .. }), _) => {
            Err(not_from(article, now, "it is out of view already", "Bring it back if it is needed"))
        }
        // What nobody has seen needs no second pair of eyes to go.
        (None, State::Draft) => Ok(()),
        (None, State::Review) => Err(not_from(article, now, "somebody is reading it", "Send it back first")),
        (None, State::Scheduled) => {
            Err(not_from(article, now, "it was approved a moment ago", "Take it back from the schedule first"))
        }
        (None, _) => Err(not_from(
            article,
            now,
            "people may rely on it, so its retirement is proposed before it is done",
            "Propose it first, with the reason",
        )),
    }
}

fn may_be_written(article: &Article, now: DateTime<Utc>) -> Result<(), Refusal> {
    if article.retirement.is_some() {
        let because = "a text on its way out needs no next version";
        return Err(not_from(article, now, because, "Keep it first, then write"));
    }
    match &article.draft {
        Some(draft) if draft.stage != Stage::Writing => Err(Refusal::NotFrom {
            state: "in review",
            because: "the reviewer must read what will be published",
            instead: "Send it back first, then write",
        }),
        Some(_) => Ok(()),
        None if article.scheduled(now).is_some() => Err(Refusal::NotFrom {
            state: "Scheduled",
            because: "what was approved must be what appears",
            instead: "Take it back from the schedule first",
        }),
        None => Ok(()),
    }
}

fn has_draft(article: &Article, action: Action, now: DateTime<Utc>) -> Result<(), Refusal> {
    let Some(draft) = &article.draft else {
        return Err(not_from(article, now, "no version is being written", "Edit it: that begins the next version"));
    };
    match (action, draft.stage) {
        (Action::Submit, Stage::InReview { .. }) => Err(Refusal::NotFrom {
            state: "in review",
            because: "somebody is reading it already",
            instead: "Send it back to choose another reviewer",
        }),
        (Action::Submit, Stage::Writing) if draft.content.body.is_empty() => {
            Err(Refusal::Missing { field: "text", because: "a reviewer can only judge what is written" })
        }
        (Action::Approve | Action::SendBack, Stage::Writing) => Err(Refusal::NotFrom {
            state: "Draft",
            because: "nobody but its writer has read it",
            instead: "Give it to a reviewer first",
        }),
        _ => Ok(()),
    }
}

fn is_scheduled(article: &Article, now: DateTime<Utc>) -> Result<(), Refusal> {
    if article.scheduled(now).is_some() {
        return Ok(());
    }
    let because = "no approved version waits for its instant";
    Err(not_from(article, now, because, "What is in view is changed by its next version"))
}

fn may_discard(article: &Article, now: DateTime<Utc>) -> Result<(), Refusal> {
    match &article.draft {
        None => Err(not_from(article, now, "no version is being written", "There is nothing to drop")),
        Some(_) if article.versions.is_empty() => {
            Err(not_from(article, now, "without its only version nothing would be left", "Retire it, with a reason"))
        }
        Some(_) => Ok(()),
    }
}

fn may_propose(article: &Article, now: DateTime<Utc>) -> Result<(), Refusal> {
    if article.retirement.is_some() {
        return Err(not_from(article, now, "its retirement is proposed already", "Retire it, or keep it"));
    }
    is_in_view(article, now)?;
    if article.draft.is_some() || article.scheduled(now).is_some() {
        return Err(Refusal::Rule {
            rule: "its next version comes first",
            because: "somebody still works on it; discard or publish that version",
        });
    }
    Ok(())
}

fn is_in_view(article: &Article, now: DateTime<Utc>) -> Result<(), Refusal> {
    if article.is_in_view(now) {
        return Ok(());
    }
    Err(not_from(article, now, "nobody but its writers has seen it", "Publish it first"))
}

fn has_open_flag(article: &Article) -> Result<(), Refusal> {
    if article.open_flags().next().is_some() {
        return Ok(());
    }
    Err(Refusal::Missing { field: "an open flag", because: "nobody has said that something is wrong with it" })
}
