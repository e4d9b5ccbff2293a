//! What waits for one person: approvals that they are asked for, and what they reported or asked for themselves.

use itsm::approval::{Round, asked};
use itsm::{Card, Desk, IncidentId, PersonId, RecordId, change, request};

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

/// The answers that a person owes: of requests, of changes, of templates for changes, in the order of the records.
pub fn answers(desk: &Desk, person: PersonId) -> Vec<Owed> {
    let requests = desk.requests().all().filter_map(|request| {
        let may = request::why_not_answer(desk, request.id, person).is_none();
        may.then_some((RecordId::Request(request.id), &request.rounds))
    });
    let changes = desk.changes().all().filter_map(|change| {
        let may = change::why_not_answer(desk, change.id, person).is_none();
        may.then_some((RecordId::Change(change.id), &change.rounds))
    });
    let templates = desk.change_templates().all().filter_map(|template| {
        let may = change::template::why_not_answer(desk, template.id, person).is_none();
        may.then_some((RecordId::ChangeTemplate(template.id), &template.rounds))
    });
    let asking = requests.chain(changes).chain(templates);
    asking.filter_map(|(record, rounds)| owed(desk, record, rounds, person)).collect()
}

fn owed(desk: &Desk, record: RecordId, rounds: &[Round], person: PersonId) -> Option<Owed> {
    let (_, round) = asked(rounds)?;
    let seat = round.seat(person)?;
    let seat = (seat != person).then_some(seat);
    Some(Owed { card: desk.card(record)?, round: round.name.to_string(), seat })
}

/// Who reported or asked for a record, or for whom it is asked; empty for what is nobody's own.
pub fn owners(desk: &Desk, id: RecordId) -> Vec<PersonId> {
    match id {
        RecordId::Incident(id) => desk.incident(id).ok().and_then(|incident| incident.caller).into_iter().collect(),
        RecordId::Request(id) => {
            let request = desk.requests().get(id).ok();
            request.into_iter().flat_map(|request| [Some(request.requester), request.beneficiary]).flatten().collect()
        }
        _ => vec![],
    }
}

/// What a person reported or asked for, the latest first: what waits for their word, then what is open, then the rest.
pub fn own(desk: &Desk, person: PersonId) -> Vec<Card> {
    let incidents = desk.incidents().filter(|incident| incident.caller == Some(person));
    let requests = desk.requests().all().map(|request| RecordId::Request(request.id));
    let requests = requests.filter(|id| owners(desk, *id).contains(&person)).filter_map(|id| desk.card(id));
    let mut own: Vec<(u8, std::cmp::Reverse<chrono::DateTime<chrono::Utc>>, RecordId)> = incidents
        .map(|incident| {
            let latest = std::cmp::Reverse(incident.opened_at);
            (rank(desk, incident.id), latest, RecordId::Incident(incident.id))
        })
        .collect();
    own.extend(requests.map(|card| {
        let opened = match card.id {
            RecordId::Request(id) => desk.requests().get(id).map(|request| request.opened_at).unwrap_or_default(),
            _ => Default::default(),
        };
        (if card.is_open { 1 } else { 2 }, std::cmp::Reverse(opened), card.id)
    }));
    own.sort_unstable();
    own.into_iter().filter_map(|(.., id)| desk.card(id)).collect()
}

fn rank(desk: &Desk, id: IncidentId) -> u8 {
    use itsm::incident::{HoldReason, State};
    match desk.incident(id).map(|incident| incident.state) {
        Ok(State::Resolved | State::OnHold(HoldReason::Caller)) => 0,
        Ok(state) if state.is_open() => 1,
        _ => 2,
    }
}
