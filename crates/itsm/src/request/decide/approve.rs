//! Approvals of a request: who is asked, what they say, who may say it for them.

use std::sync::Arc;

use super::allowed::{Action, check};
use super::{Steps, on};
use crate::approval::Round;
use crate::desk::{Context, Desk};
use crate::directory::EntryId;
use crate::fields::{filled, trimmed};
use crate::ids::{PersonId, RequestId};
use crate::refusal::Refusal;
use crate::request::event::Event;
use crate::request::record::Request;
use crate::retire::offered;

const OWN: Refusal = Refusal::Rule {
    rule: "nobody approves their own",
    because: "an approval is a second pair of eyes, and this person asks or gets what is asked for",
};

/// Why `actor` may not answer this request now, or `None` where they may.
pub fn why_not_answer(desk: &Desk, request: RequestId, actor: PersonId) -> Option<Refusal> {
    seat(desk, request, actor).err()
}

/// The round that is asked, and the seat that `actor` may answer for.
fn seat(desk: &Desk, id: RequestId, actor: PersonId) -> Result<(u8, PersonId), Refusal> {
    let request = check(desk, id, Action::Answer)?;
    not_their_own(request.requester, request.beneficiary, actor)?;
    let (place, round) = asked(request)?;
    Ok((place, round.may_answer(actor, request.requester)?))
}

/// Whether a person may have a say, given who asks and for whom.
pub(super) fn not_their_own(
    requester: PersonId,
    beneficiary: Option<PersonId>,
    person: PersonId,
) -> Result<(), Refusal> {
    if person == requester || beneficiary == Some(person) { Err(OWN) } else { Ok(()) }
}

fn asked(request: &Request) -> Result<(u8, &Round), Refusal> {
    let asked = request.asked().and_then(|(place, round, _)| Some((u8::try_from(place).ok()?, round)));
    asked.ok_or(Refusal::Rule { rule: "nobody is asked now", because: "one more answer would change nothing" })
}

pub(super) fn answer(
    desk: &Desk,
    id: RequestId,
    approves: bool,
    because: Arc<str>,
    context: &Context,
) -> Result<Steps, Refusal> {
    let (round, seat) = seat(desk, id, context.actor)?;
    let because = if approves {
        trimmed(because)
    } else {
        filled(because, "reason", "the requester is told it, and cannot ask better without it")?
    };
    Ok(vec![on(id, Event::Answered { round, seat, approves, because })])
}

/// Whether an answer that was given elsewhere still counts: its round is asked, and its seat is empty.
pub(super) fn still_asked(desk: &Desk, id: RequestId, place: u8, seat: PersonId) -> Result<(), Refusal> {
    let (now, round) = asked(check(desk, id, Action::Answer)?)?;
    if now == place && round.waiting().any(|waiting| waiting == seat) {
        return Ok(());
    }
    Err(Refusal::Rule {
        rule: "this approval is decided",
        because: "somebody has answered before; one more answer would change nothing",
    })
}

pub(super) fn delegate(desk: &Desk, id: RequestId, approver: PersonId, to: Option<PersonId>) -> Result<Steps, Refusal> {
    let request = check(desk, id, Action::Delegate)?;
    offered(desk, &desk.directory().people, to, None, EntryId::Person, "delegate")?;
    may_delegate(request, approver, to)?;
    Ok(vec![on(id, Event::Delegated { seat: approver, to })])
}

/// Whether an approver, who has yet to answer in some round, may be stood in for by `to`.
pub(super) fn may_delegate(request: &Request, approver: PersonId, to: Option<PersonId>) -> Result<(), Refusal> {
    let mut rounds = request.rounds.iter().filter(|round| round.waiting().any(|seat| seat == approver)).peekable();
    if rounds.peek().is_none() {
        return Err(Refusal::Invalid {
            field: "approver",
            because: "only those who have yet to answer can be stood in for",
        });
    }
    if rounds.all(|round| round.delegates.get(&approver).copied() == to) {
        return Err(Refusal::Invalid { field: "delegate", because: "it is as now; nothing would change" });
    }
    match to {
        Some(to) if to == approver => Err(Refusal::Invalid {
            field: "delegate",
            because: "nobody stands in for themselves; choose another person",
        }),
        Some(to) => not_their_own(request.requester, request.beneficiary, to),
        None => Ok(()),
    }
}
