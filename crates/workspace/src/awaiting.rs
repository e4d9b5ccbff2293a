//! What waits for one person: approvals that they are asked for, and what they reported or asked for themselves.

use itsm::approval::{Round, asked};
use itsm::request::State as Asked;
use itsm::{Card, Desk, IncidentId, PersonId, RecordId};

/// A record with approvals: whoever has rounds is asked here, so that every page finds it.
pub struct Asking<'a> {
    /// Which one.
    pub record: RecordId,
    /// Whose own it is: nobody approves their own.
    pub owners: Vec<PersonId>,
    /// Its rounds, in order.
    pub rounds: &'a [Round],
}

/// An answer that somebody owes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owed {
    /// What it is about.
    pub card: Card,
    /// Whose word is asked for ("Line manager").
    pub round: String,
    /// Whom the person stands in for, if not for themselves.
    pub seat: Option<PersonId>,
}

/// Every record that asks approvers. The one place to name the practices that do: changes and requests.
fn asking(desk: &Desk) -> impl Iterator<Item = Asking<'_>> {
    let changes = desk.changes().all().filter(|change| change.awaits_approval());
    let requests = desk.requests().all().filter(|request| request.state() == Asked::AwaitingApproval);
    changes
        .map(|change| Asking {
            record: RecordId::Change(change.id),
            owners: std::iter::once(change.requested_by).chain(change.assignee).collect(),
            rounds: &change.rounds,
        })
        .chain(requests.map(|request| Asking {
            record: RecordId::Request(request.id),
            owners: std::iter::once(request.requester).chain(request.beneficiary).collect(),
            rounds: &request.rounds,
        }))
}

/// Every request, with who asked for it.
fn requests(desk: &Desk) -> impl Iterator<Item = (RecordId, PersonId)> {
    desk.requests().all().map(|request| (RecordId::Request(request.id), request.requester))
}

/// Who reported or asked for a record; `None` for what is nobody's.
pub fn owner(desk: &Desk, id: RecordId) -> Option<PersonId> {
    match id {
        RecordId::Incident(id) => desk.incident(id).ok()?.caller,
        id => requests(desk).find(|(request, _)| *request == id).map(|(_, by)| by),
    }
}

/// The answers that a person owes, in the order of the records.
pub fn answers(desk: &Desk, person: PersonId) -> Vec<Owed> {
    asking(desk).filter_map(|one| owed(desk, &one, person)).collect()
}

/// Whether a person is to answer now, and as whom.
pub fn seat_in(asking: &Asking, person: PersonId) -> Option<(String, PersonId)> {
    let (_, round) = asked(asking.rounds)?;
    let seat = round.seat(person).filter(|_| !asking.owners.contains(&person))?;
    Some((round.name.to_string(), seat))
}

fn owed(desk: &Desk, asking: &Asking, person: PersonId) -> Option<Owed> {
    let (round, seat) = seat_in(asking, person)?;
    Some(Owed { card: desk.card(asking.record)?, round, seat: (seat != person).then_some(seat) })
}

/// What a person reported or asked for, the latest first: what waits for their word, then what is open, then the rest.
pub fn own(desk: &Desk, person: PersonId) -> Vec<Card> {
    let incidents = desk.incidents().filter(|incident| incident.caller == Some(person));
    let mut own: Vec<(u8, std::cmp::Reverse<RecordId>)> = incidents
        .map(|incident| (rank(desk, incident.id), std::cmp::Reverse(RecordId::Incident(incident.id))))
        .chain(requests(desk).filter(|(_, by)| *by == person).map(|(id, _)| (1, std::cmp::Reverse(id))))
        .collect();
    own.sort_unstable();
    own.into_iter().filter_map(|(_, id)| desk.card(id.0)).collect()
}

fn rank(desk: &Desk, id: IncidentId) -> u8 {
    use itsm::incident::{HoldReason, State};
    match desk.incident(id).map(|incident| incident.state) {
        Ok(State::Resolved | State::OnHold(HoldReason::Caller)) => 0,
        Ok(state) if state.is_open() => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;
    use itsm::approval::{Rule, Vote};

    fn person(number: u32) -> PersonId {
        PersonId::imported(number)
    }

    fn round(name: &str, approvers: &[u32]) -> Round {
        Round::new(name.into(), Rule::All, approvers.iter().copied().map(person).collect())
    }

    fn asks<'a>(rounds: &'a [Round], requester: u32) -> Asking<'a> {
        let record = RecordId::Change(itsm::ChangeId::imported(1));
        Asking { record, owners: vec![person(requester)], rounds }
    }

    #[test]
    fn only_the_round_that_is_asked_now_waits_for_somebody() {
        let mut rounds = [round("Line manager", &[1]), round("Owner", &[2])];
        assert_eq!(seat_in(&asks(&rounds, 9), person(1)), Some(("Line manager".to_owned(), person(1))));
        assert_eq!(seat_in(&asks(&rounds, 9), person(2)), None);
        let vote = Vote { approves: true, because: "".into(), by: person(1), at: DateTime::UNIX_EPOCH };
        rounds.first_mut().into_iter().for_each(|round| drop(round.votes.insert(person(1), vote.clone())));
        assert_eq!(seat_in(&asks(&rounds, 9), person(1)), None);
        assert_eq!(seat_in(&asks(&rounds, 9), person(2)), Some(("Owner".to_owned(), person(2))));
    }

    #[test]
    fn a_delegate_is_asked_for_whom_they_stand_in_and_nobody_for_their_own() {
        let mut rounds = [round("Board", &[1])];
        for round in &mut rounds {
            round.delegates.insert(person(1), person(3));
        }
        assert_eq!(seat_in(&asks(&rounds, 9), person(3)), Some(("Board".to_owned(), person(1))));
        assert_eq!(seat_in(&asks(&rounds, 1), person(1)), None);
    }
}
