//! Asking the change authority, and its answers.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::allowed::{Action, check};
use super::{Steps, on};
use crate::approval::{self, Round};
use crate::change::authority::Asked;
use crate::change::command::Board;
use crate::change::event::Event;
use crate::change::record::Change;
use crate::change::state::State;
use crate::desk::Desk;
use crate::directory::EntryId;
use crate::fields::{filled, trimmed};
use crate::ids::{ChangeId, PersonId};
use crate::refusal::Refusal;
use crate::retire::offered;

pub(super) fn ask(desk: &Desk, id: ChangeId, boards: Vec<Board>) -> Result<Steps, Refusal> {
    let change = check(desk, id, Action::Ask)?;
    let rounds = boards_fit(desk, change.authority(), boards, |person| change.is_own(person))?;
    Ok(vec![on(id, Event::Asked(rounds))])
}

/// The rounds that ask these boards, if each may be asked. `is_own` says whose own it is: they never approve it.
pub(crate) fn boards_fit(
    desk: &Desk,
    asked: &[Asked],
    boards: Vec<Board>,
    is_own: impl Fn(PersonId) -> bool,
) -> Result<Vec<Round>, Refusal> {
    if boards.len() != asked.len() || boards.iter().any(|board| board.approvers.is_empty()) {
        return Err(Refusal::Missing {
            field: "approvers",
            because: "each round of its change authority needs somebody who can answer",
        });
    }
    let directory = desk.directory();
    let mut rounds = Vec::with_capacity(boards.len());
    for (asked, board) in asked.iter().zip(boards) {
        let mut approvers: Vec<PersonId> = Vec::with_capacity(board.approvers.len());
        for person in board.approvers {
            offered(desk, &directory.people, Some(person), None, EntryId::Person, "approvers")?;
            if !approvers.contains(&person) {
                approvers.push(person);
            }
        }
        let mut round = Round::new(Arc::from(asked.body.word()), asked.rule, approvers);
        for (seat, delegate) in board.delegates {
            offered(desk, &directory.people, Some(delegate), None, EntryId::Person, "delegates")?;
            if !round.approvers.contains(&seat) || round.approvers.contains(&delegate) {
                return Err(Refusal::Invalid {
                    field: "delegates",
                    because: "a delegate stands in for an approver, and is none themselves",
                });
            }
            round.delegates.insert(seat, delegate);
        }
        let people: BTreeSet<PersonId> = round.approvers.iter().chain(round.delegates.values()).copied().collect();
        if people.into_iter().any(&is_own) {
            return Err(OWN);
        }
        if round.needed() < usize::from(quorum(asked)) {
            return Err(Refusal::Invalid {
                field: "approvers",
                because: "fewer are asked than have to agree; add another",
            });
        }
        rounds.push(round);
    }
    Ok(rounds)
}

fn quorum(asked: &Asked) -> u8 {
    match asked.rule {
        approval::Rule::Quorum(many) => many,
        _ => 1,
    }
}

pub(super) fn answer(
    desk: &Desk,
    id: ChangeId,
    approves: bool,
    because: Arc<str>,
    actor: PersonId,
) -> Result<Steps, Refusal> {
    let change = desk.changes.get(id)?;
    let seat = may_answer(change, actor)?;
    let because = reasoned(approves, because)?;
    Ok(vec![on(id, Event::Answered { seat, approves, because })])
}

/// The reason, trimmed; a refusal cannot do without.
pub(crate) fn reasoned(approves: bool, because: Arc<str>) -> Result<Arc<str>, Refusal> {
    if approves {
        return Ok(trimmed(because));
    }
    filled(because, "reason", "a refusal without one says nothing about what would have to be different")
}

/// Why a person cannot answer about this change now, or `None` where they can.
pub fn why_not_answer(desk: &Desk, change: ChangeId, person: PersonId) -> Option<Refusal> {
    match desk.changes.get(change) {
        Ok(change) => may_answer(change, person).err(),
        Err(refusal) => Some(refusal),
    }
}

/// The seat for which a person may answer.
fn may_answer(change: &Change, person: PersonId) -> Result<PersonId, Refusal> {
    is_asked(change)?;
    // The round knows one owner; a change has two, and either way it is theirs.
    let owner = if change.is_own(person) { person } else { change.requested_by };
    seat(&change.rounds, person, owner)
}

/// The seat for which a person may answer in the round that is asked.
pub(crate) fn seat(rounds: &[Round], person: PersonId, owner: PersonId) -> Result<PersonId, Refusal> {
    match approval::asked(rounds) {
        Some((_, round)) => round.may_answer(person, owner),
        None => Err(DECIDED),
    }
}

/// Whether an answer for this seat, given by the approver or their delegate, still counts.
pub(crate) fn may_vote(rounds: &[Round], seat: PersonId, by: PersonId, is_own: bool) -> Result<(), Refusal> {
    if is_own {
        return Err(OWN);
    }
    let Some((_, round)) = approval::asked(rounds) else { return Err(DECIDED) };
    let stands_in = by == seat || round.delegates.get(&seat) == Some(&by);
    let is_waiting = round.waiting().any(|person| person == seat);
    if is_waiting && stands_in { Ok(()) } else { Err(DECIDED) }
}

pub(super) fn is_asked(change: &Change) -> Result<(), Refusal> {
    if change.state == State::Authorize {
        return Ok(());
    }
    Err(Refusal::NotFrom {
        state: change.state.word(),
        because: "no change authority is asked",
        instead: "Answer once it is put to you",
    })
}

const DECIDED: Refusal = Refusal::Rule {
    rule: "this approval is decided",
    because: "one more answer would change nothing; it would have to be asked for anew",
};

/// Whether rounds that were asked elsewhere ask nobody whose own the change is by now. Who had to be asked was settled
/// where it was decided: a later table says nothing about an earlier question.
pub(super) fn still_fit(change: &Change, rounds: &[Round]) -> Result<(), Refusal> {
    let people = rounds.iter().flat_map(|round| round.approvers.iter().chain(round.delegates.values()));
    if people.copied().any(|person| change.is_own(person)) {
        return Err(OWN);
    }
    Ok(())
}

const OWN: Refusal = Refusal::Invalid {
    field: "approvers",
    because: "nobody approves their own; leave out who wants it or sees it through",
};
