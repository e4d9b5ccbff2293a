//! The commands that write what was wished for: as one, so that one undo takes it back.

use std::collections::BTreeSet;
use std::sync::Arc;

use itsm::catalogue::{self, Check, Content, Edit, Offering, Status, Text, Texts, next};
use itsm::configuration::{LifeState, Need, Node};
use itsm::supplier::{Contract, Profile};
use itsm::{
    Command, Event, Happening, ItemId, PromiseId, RecordId, Refusal, ServiceId, SupplierId, change, configuration,
    improvement, knowledge, promise, supplier,
};

use super::reference::Reference;
use super::wish::Wish;
use crate::in_turn::InTurn;

const NOT_WRITTEN: Refusal = Refusal::NoSuch { what: "record" };

/// Writes it, under the tag of this browser's tab, and says which record it became.
///
/// # Errors
/// What the desk refuses; nothing is to be kept then.
pub fn carry_out(wish: Wish, tag: u32, turn: &mut InTurn<'_>) -> Result<Reference, Refusal> {
    match wish {
        Wish::Entry { service: Some(service), content, business_case } => {
            edit(turn, service, edits_to(&content))?;
            tick(turn, service, Check::BusinessCase, business_case)
        }
        Wish::Entry { service: None, content, business_case } => {
            let events = turn.decide(Command::Catalogue(catalogue::Command::Draft { service: None, content }))?;
            let service = events.iter().find_map(service_of).ok_or(NOT_WRITTEN)?;
            tick(turn, service, Check::BusinessCase, business_case)
        }
        Wish::Listing { service, edits } => {
            edit(turn, service, edits)?;
            Ok(Reference::Service(service))
        }
        Wish::Ending { service, edits, plan } => {
            edit(turn, service, edits)?;
            tick(turn, service, Check::RetirementPlan, plan)
        }
        Wish::Offering { service, offering } => offer(turn, service, *offering, tag),
        Wish::Supplier { profile, contract } => sign(turn, profile, contract),
        Wish::Agreement(terms) => {
            let events = turn.decide(Command::Promise(promise::Command::Draft(terms)))?;
            begun(&events, |id| Some(Reference::Agreement(agreement_of(id)?)))
        }
        Wish::Review { agreement, review } => {
            turn.decide(Command::Promise(promise::Command::Review { promise: agreement, review }))?;
            let held = turn.desk().promises().get(agreement)?.reviews.len();
            Ok(Reference::Review(agreement, u16::try_from(held.saturating_sub(1)).unwrap_or(u16::MAX)))
        }
        Wish::Item { service, name, changes } => register(turn, service, name, changes),
        Wish::Change(statement) => {
            let command = change::Command::Raise { statement, from: None };
            let events = turn.decide(Command::Change(command))?;
            begun(&events, |id| if let RecordId::Change(id) = id { Some(Reference::Change(id)) } else { None })
        }
        Wish::Article(content) => {
            let command = knowledge::Command::Begin { content, from: None };
            let events = turn.decide(Command::Article(command))?;
            begun(&events, |id| if let RecordId::Article(id) = id { Some(Reference::Article(id)) } else { None })
        }
        Wish::Improvement(statement) => {
            let command = improvement::Command::Register { statement, from: None };
            let events = turn.decide(Command::Improvement(command))?;
            begun(
                &events,
                |id| if let RecordId::Improvement(id) = id { Some(Reference::Improvement(id)) } else { None },
            )
        }
    }
}

/// Notes at a gate of the portfolio what was decided, and lets the service stand behind it. Where the service ends there,
/// `because` says why; elsewhere nobody has to give a reason, and none is kept.
///
/// # Errors
/// What the desk refuses: another gate comes first, or something is not done.
pub fn pass(
    service: ServiceId,
    gates: &[(Check, Arc<str>)],
    to: Status,
    because: Arc<str>,
    turn: &mut InTurn<'_>,
) -> Result<(), Refusal> {
    for (check, words) in gates {
        tick(turn, service, *check, words.clone())?;
    }
    let from = turn.desk().portfolio().listing(service).map(|listing| listing.status);
    let is_asked = from.is_some_and(|from| catalogue::needs_a_reason(from, to));
    let because = if is_asked { because } else { Arc::from("") };
    turn.decide(Command::Catalogue(catalogue::Command::Move { service, to, because }))?;
    Ok(())
}

fn begun(events: &[Event], of: impl Fn(RecordId) -> Option<Reference>) -> Result<Reference, Refusal> {
    events.iter().find_map(|event| event.what.record().and_then(&of)).ok_or(NOT_WRITTEN)
}

fn service_of(event: &Event) -> Option<ServiceId> {
    match event.what.record() {
        Some(RecordId::Service(id)) => Some(id),
        _ => None,
    }
}

fn agreement_of(id: RecordId) -> Option<PromiseId> {
    if let RecordId::Promise(id) = id { Some(id) } else { None }
}

/// The texts that say something, and the owner.
fn edits_to(content: &Content) -> Vec<Edit> {
    let texts = Text::ALL.into_iter().filter(|text| !text.of(content).is_empty());
    let mut edits: Vec<Edit> = texts.map(|text| Edit::Text(text, text.of(content).clone())).collect();
    if !content.outcomes.is_empty() {
        edits.push(Edit::Texts(Texts::Outcomes, content.outcomes.clone()));
    }
    edits.extend(content.owner.map(|owner| Edit::Owner(Some(owner))));
    edits
}

/// Changes the draft, where that changes anything.
fn edit(turn: &mut InTurn<'_>, service: ServiceId, edits: Vec<Edit>) -> Result<(), Refusal> {
    let Some(listing) = turn.desk().portfolio().listing(service) else {
        return Err(Refusal::NoSuch { what: "service of the portfolio" });
    };
    let draft = &listing.draft;
    let changes = |edit: &Edit| {
        let mut trial = draft.clone();
        trial.take(edit);
        trial != *draft
    };
    let edits: Vec<Edit> = edits.into_iter().filter(changes).collect();
    if !edits.is_empty() {
        turn.decide(Command::Catalogue(catalogue::Command::Edit { service, edits }))?;
    }
    Ok(())
}

/// Notes that something a gate asks for is done; what was noted before is written anew.
fn tick(turn: &mut InTurn<'_>, service: ServiceId, check: Check, words: Arc<str>) -> Result<Reference, Refusal> {
    let before = turn.desk().portfolio().listing(service).and_then(|listing| listing.done.get(&check));
    if before.is_none_or(|done| done.words.trim() != words.trim()) {
        turn.decide(Command::Catalogue(catalogue::Command::Tick { service, check, words: Some(words) }))?;
    }
    Ok(Reference::Service(service))
}

fn offer(turn: &mut InTurn<'_>, service: ServiceId, offering: Offering, tag: u32) -> Result<Reference, Refusal> {
    let used: Vec<_> = turn
        .desk()
        .portfolio()
        .listing(service)
        .into_iter()
        .flat_map(|listing| listing.contents().flat_map(|content| content.offerings.iter().map(|one| one.key)))
        .collect();
    let key = next(used, tag);
    edit(turn, service, vec![Edit::Offering(Box::new(Offering { key, ..offering }))])?;
    Ok(Reference::Offering(service, key))
}

/// Adds a supplier, notes the contract, and lets it deliver.
fn sign(turn: &mut InTurn<'_>, profile: Box<Profile>, contract: Box<Contract>) -> Result<Reference, Refusal> {
    let events = turn.decide(Command::Supplier(supplier::Command::Add(profile)))?;
    let of = |event: &Event| if let Happening::Supplier(id, _) = event.what { Some(id) } else { None };
    let supplier: SupplierId = events.iter().find_map(of).ok_or(NOT_WRITTEN)?;
    turn.decide(Command::Supplier(supplier::Command::Sign { supplier, contract }))?;
    turn.decide(Command::Supplier(supplier::Command::Activate(supplier)))?;
    Ok(Reference::Supplier(supplier))
}

/// Registers an item, and that the service cannot do without it.
fn register(
    turn: &mut InTurn<'_>,
    service: ServiceId,
    name: Arc<str>,
    changes: Vec<configuration::Amendment>,
) -> Result<Reference, Refusal> {
    let command = configuration::Command::Register { name, state: LifeState::InBuild, changes };
    let events = turn.decide(Command::Item(command))?;
    let of = |event: &Event| if let Some(RecordId::Item(id)) = event.what.record() { Some(id) } else { None };
    let item: ItemId = events.iter().find_map(of).ok_or(NOT_WRITTEN)?;
    let of = Node::Service(service);
    let mut needs = turn.desk().configuration().needs(of).to_vec();
    let named: BTreeSet<Node> = needs.iter().flat_map(|need| need.of().iter().copied()).collect();
    if !named.contains(&Node::Item(item)) {
        needs.push(Need::on(Node::Item(item)));
    }
    turn.decide(Command::Item(configuration::Command::SetNeeds { of, needs }))?;
    Ok(Reference::Item(item))
}
