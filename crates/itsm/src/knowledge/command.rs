//! What can be asked of knowledge management.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::record::{Audience, Content};
use crate::desk::RecordId;
use crate::ids::{ArticleId, CategoryId, IncidentId, ItemId, PersonId, ServiceId};
use crate::incident::ResolutionCode;

/// A change of one field of the version that is being written.
#[derive(Clone, Debug, PartialEq)]
pub enum Amendment {
    /// A new title; never blank.
    Title(Arc<str>),
    /// A new text.
    Body(Arc<str>),
    /// Other words to be found by.
    Keywords(Arc<str>),
    /// Another service, or none.
    Service(Option<ServiceId>),
    /// Another category, or none.
    Category(Option<CategoryId>),
    /// Other configuration items.
    Items(Vec<ItemId>),
    /// For others.
    Audience(Audience),
}

/// A wish to change an article, which may be refused.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Begin an article. Its id comes from the desk's numbering and the context's tag.
    Begin {
        /// What it says so far.
        content: Box<Content>,
        /// The record it tells what was learnt from; it is linked.
        from: Option<RecordId>,
    },
    /// Write on: in the draft, or, for a published article, in a draft of its next version.
    Amend {
        /// Which one.
        article: ArticleId,
        /// What to change.
        changes: Vec<Amendment>,
    },
    /// Give the draft to somebody to read.
    Submit {
        /// Which one.
        article: ArticleId,
        /// Who reads it; none of its writers.
        reviewer: PersonId,
    },
    /// The reviewer wants something changed, or the writer takes it back.
    SendBack {
        /// Which one.
        article: ArticleId,
        /// What.
        because: Arc<str>,
    },
    /// The reviewer finds it right: it is in view from now on, or from an instant to come.
    Approve {
        /// Which one.
        article: ArticleId,
        /// From when; `None` for at once.
        from: Option<DateTime<Utc>>,
        /// When somebody has to look whether it is still right.
        review_by: DateTime<Utc>,
    },
    /// Take an approved version back before its instant comes; it is a draft again.
    Unschedule(ArticleId),
    /// Drop the draft of the next version.
    Discard(ArticleId),
    /// Say that it is no longer needed.
    ProposeRetirement {
        /// Which one.
        article: ArticleId,
        /// Why.
        because: Arc<str>,
    },
    /// Take it out of view. A draft that was never published can be retired at once, with a reason.
    Retire {
        /// Which one.
        article: ArticleId,
        /// Why; the reason that was proposed, if left blank.
        because: Arc<str>,
    },
    /// It is needed after all: back to what it was before its retirement.
    Keep(ArticleId),
    /// Somebody else sees to it from now on.
    HandOver {
        /// Which one.
        article: ArticleId,
        /// Who.
        owner: PersonId,
    },
    /// Somebody has looked, and it is still right.
    Confirm {
        /// Which one.
        article: ArticleId,
        /// When to look again.
        review_by: DateTime<Utc>,
    },
    /// Say whether it helped. The latest of each person counts.
    Rate {
        /// Which one.
        article: ArticleId,
        /// Whether it did.
        helpful: bool,
        /// In their words; needed if it did not help.
        words: Arc<str>,
    },
    /// Say what is wrong with it.
    Flag {
        /// Which one.
        article: ArticleId,
        /// What.
        text: Arc<str>,
    },
    /// Say what was done about a flag.
    AnswerFlag {
        /// Which one.
        article: ArticleId,
        /// Which flag, counted from 0.
        flag: u32,
        /// What was done.
        answer: Arc<str>,
    },
    /// Resolve an incident with what an article says, and link the two.
    ResolveWith {
        /// Which one helped.
        article: ArticleId,
        /// What it solved.
        incident: IncidentId,
        /// In which way.
        code: ResolutionCode,
        /// What was done.
        solution: Arc<str>,
        /// Whether open children and duplicates are resolved with it.
        cascade: bool,
    },
}
