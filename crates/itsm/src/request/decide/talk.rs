//! What is said: replies, work notes, and how content the requester is.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::allowed::{Action, check};
use super::{Steps, on};
use crate::desk::{Context, Desk};
use crate::fields::filled;
use crate::ids::RequestId;
use crate::incident::Side;
use crate::refusal::Refusal;
use crate::request::event::Event;
use crate::request::record::Request;
use crate::satisfaction::{self, Score};

pub(super) fn reply(desk: &Desk, id: RequestId, side: Side, text: Arc<str>) -> Result<Steps, Refusal> {
    let request = check(desk, id, Action::Reply(side))?;
    let text = filled(text, "text", "an empty message tells the other side nothing")?;
    let mut steps = vec![on(id, Event::Replied { side, text })];
    if side == Side::Caller && request.state().is_open() {
        let waiting = request.items.iter().zip(0..).filter(|(item, _)| item.awaits_requester());
        steps.extend(waiting.map(|(_, item)| on(id, Event::Resumed { item })));
    }
    Ok(steps)
}

pub(super) fn note(desk: &Desk, id: RequestId, text: Arc<str>) -> Result<Steps, Refusal> {
    check(desk, id, Action::Note)?;
    let text = filled(text, "text", "an empty note tells your colleagues nothing")?;
    Ok(vec![on(id, Event::Noted { text })])
}

/// Why the requester may not say now how content they are, or `None` where they may.
pub fn why_not_rate(desk: &Desk, request: RequestId, now: DateTime<Utc>) -> Option<Refusal> {
    may_rate(desk, request, now).err()
}

fn may_rate(desk: &Desk, id: RequestId, now: DateTime<Utc>) -> Result<&Request, Refusal> {
    let request = check(desk, id, Action::Rate)?;
    satisfaction::may_answer(request.rating.as_ref(), request.ended_at, now)?;
    Ok(request)
}

pub(super) fn rate(
    desk: &Desk,
    id: RequestId,
    score: Score,
    words: Arc<str>,
    context: &Context,
) -> Result<Steps, Refusal> {
    let request = may_rate(desk, id, context.now)?;
    let (score, words) = satisfaction::checked(request.rating.as_ref(), score, words)?;
    Ok(vec![on(id, Event::Rated { score, words })])
}
