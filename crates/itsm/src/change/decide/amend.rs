//! Correcting a change. What its change authority looks at is theirs once they were asked: it goes back to Assess.

use std::sync::Arc;

use super::allowed::{Action, check, state_allows};
use super::raise::{all_offered, ordered};
use super::{Steps, on};
use crate::change::command::Amendment;
use crate::change::event::Event;
use crate::change::record::Change;
use crate::change::risk::{Factor, HIGHEST};
use crate::change::state::{ChangeType, State};
use crate::desk::Desk;
use crate::directory::EntryId;
use crate::fields::{filled, summary, trimmed};
use crate::ids::ChangeId;
use crate::refusal::Refusal;
use crate::retire::offered;

pub(super) fn amend(desk: &Desk, id: ChangeId, changes: Vec<Amendment>) -> Result<Steps, Refusal> {
    let change = check(desk, id, Action::Amend)?;
    let mut last: Vec<Amendment> = Vec::with_capacity(changes.len());
    for amendment in changes {
        let amendment = checked(desk, change, amendment)?;
        last.retain(|earlier| !is_same_field(earlier, &amendment));
        last.push(amendment);
    }
    last.retain(|amendment| !says_nothing_new(change, amendment));
    if last.is_empty() {
        return Err(Refusal::Missing { field: "a change", because: "everything is already as you wrote it" });
    }
    for amendment in &last {
        may_stand(change, amendment)?;
    }
    let sent_back = last.iter().any(|amendment| is_authorised(change, amendment));
    let back = sent_back.then(|| on(id, Event::SentBack { because: None }));
    Ok(back.into_iter().chain(last.into_iter().map(|amendment| on(id, Event::Amended(amendment)))).collect())
}

/// Whether an amendment that comes late may be applied as it is. One that sends the change back comes after that.
pub(super) fn legal(change: &Change, amendment: &Amendment) -> Result<(), Refusal> {
    state_allows(change, Action::Amend)?;
    may_stand(change, amendment)?;
    if is_authorised(change, amendment) {
        return Err(Refusal::Rule {
            rule: "it is with its change authority",
            because: "what is authorised is what is done; it would have to be asked anew",
        });
    }
    Ok(())
}

/// Whether it is about what the change authority looks at.
fn is_material(amendment: &Amendment) -> bool {
    match amendment {
        Amendment::Summary(_)
        | Amendment::Description(_)
        | Amendment::Category(_)
        | Amendment::Kind(_)
        | Amendment::RequestedBy(_)
        | Amendment::Planned(_) => false,
        Amendment::Services(_)
        | Amendment::Items(_)
        | Amendment::Implementation(_)
        | Amendment::Test(_)
        | Amendment::BackOut(_)
        | Amendment::Answers(_)
        | Amendment::Raise { .. } => true,
    }
}

/// Whether it would alter what was put to a change authority.
fn is_authorised(change: &Change, amendment: &Amendment) -> bool {
    let is_asked = matches!(change.state, State::Authorize | State::Scheduled);
    is_asked && change.kind != ChangeType::Standard && is_material(amendment)
}

/// Whether the field may be corrected in this state of the change.
fn may_stand(change: &Change, amendment: &Amendment) -> Result<(), Refusal> {
    if is_material(amendment) {
        state_allows(change, Action::Plan)?;
    }
    let is_standard = change.kind == ChangeType::Standard;
    match amendment {
        Amendment::Implementation(_)
        | Amendment::Test(_)
        | Amendment::BackOut(_)
        | Amendment::Answers(_)
        | Amendment::Raise { .. }
            if is_standard =>
        {
            Err(Refusal::Rule {
                rule: "a standard change follows its template",
                because: "only what the template says is authorised; raise a normal change instead",
            })
        }
        Amendment::Kind(kind) if is_standard || *kind == ChangeType::Standard => Err(Refusal::Invalid {
            field: "type",
            because: "a standard change begins from its template, so raise it anew",
        }),
        Amendment::Raise { to: Some(_), .. } if change.risk.answers.is_none() => Err(Refusal::Missing {
            field: "the answers about its risk",
            because: "only what was worked out can be raised",
        }),
        Amendment::Kind(_) | Amendment::RequestedBy(_) | Amendment::Planned(_)
            if !matches!(change.state, State::New | State::Assess) =>
        {
            Err(Refusal::NotFrom {
                state: change.state.word(),
                because: "type, requester and wished time settle who is asked, and for what",
                instead: "Withdraw it first, or schedule it",
            })
        }
        _ => Ok(()),
    }
}

/// The amendment with its texts trimmed, if its value may stand in the record.
fn checked(desk: &Desk, now: &Change, amendment: Amendment) -> Result<Amendment, Refusal> {
    let directory = desk.directory();
    Ok(match amendment {
        Amendment::Summary(text) => Amendment::Summary(summary(text)?),
        Amendment::Description(text) => Amendment::Description(trimmed(text)),
        Amendment::Implementation(text) => Amendment::Implementation(trimmed(text)),
        Amendment::Test(text) => Amendment::Test(trimmed(text)),
        Amendment::BackOut(text) => Amendment::BackOut(trimmed(text)),
        Amendment::Category(id) => {
            offered(desk, &directory.categories, id, now.category, EntryId::Category, "category")?;
            amendment
        }
        Amendment::RequestedBy(id) => {
            let before = Some(now.requested_by);
            offered(desk, &directory.people, Some(id), before, EntryId::Person, "requester")?;
            amendment
        }
        Amendment::Services(ids) => {
            let (register, field) = (&directory.services, "service");
            Amendment::Services(all_offered(desk, register, ids, &now.services, EntryId::Service, field)?)
        }
        Amendment::Items(ids) => {
            let (register, field) = (&directory.items, "configuration item");
            Amendment::Items(all_offered(desk, register, ids, &now.items, EntryId::Item, field)?)
        }
        Amendment::Planned(Some(span)) => ordered(span).map(|()| amendment)?,
        Amendment::Raise { factor, to, because } => raised(now, factor, to, because)?,
        Amendment::Planned(None) | Amendment::Kind(_) | Amendment::Answers(_) => amendment,
    })
}

/// A number goes up, never down, and with a reason.
fn raised(now: &Change, factor: Factor, to: Option<u8>, because: Arc<str>) -> Result<Amendment, Refusal> {
    let because = filled(because, "reason", "whoever reads the number asks what the answers did not say")?;
    if let (Some(to), Some(answers)) = (to, now.risk.answers)
        && (to <= answers.level(factor) || to > HIGHEST)
    {
        return Err(Refusal::Invalid {
            field: "level",
            because: "it can only be raised above what the answers say, up to 5",
        });
    }
    Ok(Amendment::Raise { factor, to, because })
}

fn is_same_field(one: &Amendment, other: &Amendment) -> bool {
    match (one, other) {
        (Amendment::Raise { factor: one, .. }, Amendment::Raise { factor: other, .. }) => one == other,
        _ => std::mem::discriminant(one) == std::mem::discriminant(other),
    }
}

fn says_nothing_new(change: &Change, amendment: &Amendment) -> bool {
    match amendment {
        Amendment::Summary(text) => change.summary == *text,
        Amendment::Description(text) => change.description == *text,
        Amendment::Category(id) => change.category == *id,
        Amendment::Kind(kind) => change.kind == *kind,
        Amendment::RequestedBy(id) => change.requested_by == *id,
        Amendment::Planned(span) => change.planned == *span,
        Amendment::Services(ids) => change.services == *ids,
        Amendment::Items(ids) => change.items == *ids,
        Amendment::Implementation(text) => change.plans.implementation == *text,
        Amendment::Test(text) => change.plans.test == *text,
        Amendment::BackOut(text) => change.plans.back_out == *text,
        Amendment::Answers(answers) => change.risk.answers == Some(*answers),
        Amendment::Raise { factor, to, .. } => change.risk.raised(*factor).map(|raised| raised.level) == *to,
    }
}
