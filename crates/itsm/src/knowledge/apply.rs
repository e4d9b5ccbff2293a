//! Turns events into state. Checks nothing and cannot fail: what may happen was decided before.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use super::command::Amendment;
use super::event::Event;
use super::record::{Article, Content, Draft, Flag, Rating, Retirement, Version};
use super::state::Stage;
use crate::desk::Desk;
use crate::ids::{ArticleId, PersonId};

/// Applies one event.
pub(crate) fn apply(desk: &mut Desk, id: ArticleId, event: &Event, at: DateTime<Utc>, by: PersonId) {
    if let Event::Begun { content } = event {
        desk.articles.begin(id, || begun(id, content, at, by));
    } else if let Some(article) = desk.articles.get_mut(id) {
        // An event that arrives late does not make the record older.
        article.changed_at = article.changed_at.max(at);
        article.change(event, at, by);
    }
}

fn begun(id: ArticleId, content: &Content, at: DateTime<Utc>, by: PersonId) -> Article {
    Article {
        id,
        owner: by,
        draft: Some(draft(1, content.clone(), at, by)),
        versions: vec![],
        retirement: None,
        review_by: None,
        ratings: BTreeMap::new(),
        flags: vec![],
        opened_at: at,
        opened_by: by,
        changed_at: at,
    }
}

fn draft(number: u32, content: Content, at: DateTime<Utc>, by: PersonId) -> Draft {
    let writers = BTreeSet::from([by]);
    Draft { number, content, writers, stage: Stage::Writing, sent_back: None, begun_at: at }
}

impl Article {
    fn change(&mut self, event: &Event, at: DateTime<Utc>, by: PersonId) {
        match event {
            Event::Begun { .. } => {}
            Event::Drafted => {
                if let Some(latest) = self.versions.last() {
                    self.draft = Some(draft(latest.number.saturating_add(1), latest.content.clone(), at, by));
                }
            }
            Event::Amended(amendment) => {
                if let Some(draft) = &mut self.draft {
                    draft.writers.insert(by);
                    draft.content.amend(amendment);
                }
            }
            Event::Submitted { reviewer } => self.stage(Stage::InReview { reviewer: *reviewer, since: at }),
            Event::SentBack { because } => {
                self.stage(Stage::Writing);
                if let Some(draft) = &mut self.draft {
                    draft.sent_back = Some(because.clone());
                }
            }
            Event::Approved { from, review_by } => self.approve(from.unwrap_or(at), *review_by, at),
            Event::Unscheduled => self.unschedule(at),
            Event::Discarded => self.draft = None,
            Event::RetirementProposed { because } => {
                self.retirement = Some(Retirement::Proposed { because: because.clone(), by, at });
            }
            Event::Retired { because } => {
                self.retirement = Some(Retirement::Retired { because: because.clone(), at });
            }
            Event::Kept => self.retirement = None,
            Event::HandedOver { owner } => self.owner = *owner,
            Event::Confirmed { review_by } => self.review_by = Some(*review_by),
            Event::Rated { helpful, words } => {
                self.ratings.insert(by, Rating { helpful: *helpful, words: words.clone(), at });
            }
            Event::Flagged { text } => self.flags.push(Flag { text: text.clone(), by, at, answer: None }),
            Event::FlagAnswered { flag, answer } => {
                let place = usize::try_from(*flag).unwrap_or(usize::MAX);
                if let Some(flag) = self.flags.get_mut(place) {
                    flag.answer = Some(answer.clone());
                }
            }
        }
    }

    fn stage(&mut self, stage: Stage) {
        if let Some(draft) = &mut self.draft {
            draft.stage = stage;
        }
    }

    fn approve(&mut self, from: DateTime<Utc>, review_by: DateTime<Utc>, at: DateTime<Utc>) {
        if let Some(Draft { number, content, writers, stage: Stage::InReview { reviewer, .. }, .. }) = self.draft.take()
        {
            self.versions.push(Version { number, content, writers, reviewer, approved_at: at, from });
            self.review_by = Some(review_by);
        }
    }

    fn unschedule(&mut self, at: DateTime<Utc>) {
        if let Some(Version { number, content, writers, .. }) = self.versions.pop() {
            let stage = Stage::Writing;
            self.draft = Some(Draft { number, content, writers, stage, sent_back: None, begun_at: at });
        }
    }
}

impl Content {
    fn amend(&mut self, amendment: &Amendment) {
        match amendment {
            Amendment::Title(text) => self.title = text.clone(),
            Amendment::Body(text) => self.body = text.clone(),
            Amendment::Keywords(text) => self.keywords = text.clone(),
            Amendment::Service(id) => self.service = *id,
            Amendment::Category(id) => self.category = *id,
            Amendment::Items(items) => self.items = items.clone(),
            Amendment::Audience(audience) => self.audience = *audience,
        }
    }
}
