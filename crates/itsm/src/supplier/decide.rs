//! Turns a command into events, or into a refusal that says why not. Changes nothing.

use super::command::Command;
use super::event::Event;
use super::record::{Contact, Contract, Profile, State, Supplier};
use crate::desk::{Context, Desk, Happening};
use crate::directory::EntryId;
use crate::fields::{filled, trimmed};
use crate::ids::SupplierId;
use crate::promise::Party;
use crate::refusal::Refusal;
use crate::retire::offered;

/// Something that can be done with one supplier, without the words and values that a form asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Write anew who it is.
    Correct,
    /// Note a contract, or write one anew.
    Sign,
    /// Let it deliver.
    Activate,
    /// Let it deliver no more.
    End,
    /// Note how well it delivers.
    Rate,
}

impl Action {
    /// Every action.
    pub const ALL: [Action; 5] = [Action::Correct, Action::Sign, Action::Activate, Action::End, Action::Rate];
}

/// Why `action` cannot be done with this supplier now, or `None` where a form may open.
pub fn why_not(desk: &Desk, supplier: SupplierId, action: Action) -> Option<Refusal> {
    check(desk, supplier, action).err()
}

/// Decides one command.
pub(crate) fn decide(desk: &Desk, command: Command, context: &Context) -> Result<Vec<Happening>, Refusal> {
    let (id, event) = match command {
        Command::Add(profile) => {
            let id = desk.suppliers().next(context.tag);
            desk.suppliers().is_free(id)?;
            (id, Event::Added(Box::new(profile_checked(desk, None, *profile)?)))
        }
        Command::Correct { supplier, profile } => {
            let now = check(desk, supplier, Action::Correct)?;
            let profile = profile_checked(desk, Some(now), *profile)?;
            if profile == now.profile {
                return Err(UNCHANGED);
            }
            (supplier, Event::Corrected(Box::new(profile)))
        }
        Command::Sign { supplier, contract } => {
            check(desk, supplier, Action::Sign)?;
            (supplier, Event::Signed(Box::new(contract_checked(desk, supplier, *contract)?)))
        }
        Command::ChangeContract { supplier, place, contract } => {
            let now = check(desk, supplier, Action::Sign)?;
            let known = contract_at(now, place)?;
            let contract = contract_checked(desk, supplier, *contract)?;
            if contract == *known {
                return Err(UNCHANGED);
            }
            (supplier, Event::ContractChanged { place, contract: Box::new(contract) })
        }
        Command::Activate(id) => {
            check(desk, id, Action::Activate)?;
            (id, Event::Activated)
        }
        Command::End { supplier, because } => {
            check(desk, supplier, Action::End)?;
            let because =
                filled(because, "reason", "whoever looks for a supplier again should know how this one went")?;
            (supplier, Event::Ended { because })
        }
        Command::Rate { supplier, health, text } => {
            check(desk, supplier, Action::Rate)?;
            let text = filled(text, "text", "a colour alone tells nobody what to talk about")?;
            (supplier, Event::Rated { health, text })
        }
    };
    Ok(vec![Happening::Supplier(id, event)])
}

/// Whether an event that was decided elsewhere may still be applied.
pub(crate) fn legal(desk: &Desk, id: SupplierId, event: &Event) -> Result<(), Refusal> {
    let action = match event {
        Event::Added(_) => return desk.suppliers().is_free(id),
        Event::ContractChanged { place, .. } => {
            return contract_at(check(desk, id, Action::Sign)?, *place).map(drop);
        }
        Event::Corrected(_) => Action::Correct,
        Event::Signed(_) => Action::Sign,
        Event::Activated => Action::Activate,
        Event::Ended { .. } => Action::End,
        Event::Rated { .. } => Action::Rate,
    };
    check(desk, id, action).map(drop)
}

const UNCHANGED: Refusal = Refusal::Missing { field: "a change", because: "everything is already as you wrote it" };

fn check(desk: &Desk, id: SupplierId, action: Action) -> Result<&Supplier, Refusal> {
    let supplier = desk.suppliers().get(id)?;
    let (because, instead) = match (action, supplier.state) {
        (Action::Activate, State::Candidate) if supplier.contracts.is_empty() => {
            return Err(Refusal::Missing {
                field: "a contract",
                because: "without one nobody has promised anything, and nobody can be held to it",
            });
        }
        (Action::Activate, State::Active) => ("it delivers already", "End it when it delivers no more"),
        (Action::Rate, State::Candidate) => ("it has delivered nothing yet", "Activate it once a contract is signed"),
        (_, State::Ended) => {
            ("it delivers no more, and its history should stay as it was", "Add it anew as a candidate")
        }
        _ => return Ok(supplier),
    };
    Err(Refusal::NotFrom { state: supplier.state.word(), because, instead })
}

fn contract_at(supplier: &Supplier, place: u16) -> Result<&Contract, Refusal> {
    supplier.contracts.get(usize::from(place)).ok_or(Refusal::NoSuch { what: "contract" })
}

fn profile_checked(desk: &Desk, now: Option<&Supplier>, mut profile: Profile) -> Result<Profile, Refusal> {
    profile.name = filled(profile.name, "name", "nobody can call a supplier that has none")?;
    let lower = profile.name.to_lowercase();
    let taken = |one: &Supplier| {
        Some(one.id) != now.map(|now| now.id) && one.state != State::Ended && one.profile.name.to_lowercase() == lower
    };
    if desk.suppliers().all().any(taken) {
        return Err(Refusal::Invalid {
            field: "name",
            because: "another supplier has it; nobody could tell them apart",
        });
    }
    profile.contacts = profile
        .contacts
        .into_iter()
        .map(|contact| Contact { name: trimmed(contact.name), reach: trimmed(contact.reach) })
        .filter(|contact| !contact.name.is_empty() || !contact.reach.is_empty())
        .collect();
    profile.services.sort_unstable();
    profile.services.dedup();
    profile.items.sort_unstable();
    profile.items.dedup();
    let before = now.map(|now| &now.profile);
    for id in &profile.services {
        let known = before.filter(|before| before.services.contains(id)).map(|_| *id);
        offered(desk, &desk.directory().services, Some(*id), known, EntryId::Service, "service")?;
    }
    for id in &profile.items {
        let known = before.filter(|before| before.items.contains(id)).map(|_| *id);
        offered(desk, &desk.directory().items, Some(*id), known, EntryId::Item, "configuration item")?;
    }
    Ok(profile)
}

fn contract_checked(desk: &Desk, supplier: SupplierId, mut contract: Contract) -> Result<Contract, Refusal> {
    contract.title = filled(contract.title, "title", "people have to be able to say which contract they mean")?;
    contract.cost = trimmed(contract.cost);
    if contract.valid_until.is_some_and(|until| until <= contract.valid_from) {
        return Err(Refusal::Invalid { field: "valid until", because: "it ends before it begins; swap the dates" });
    }
    if contract.notice_by.zip(contract.valid_until).is_some_and(|(notice, until)| notice > until) {
        return Err(Refusal::Invalid {
            field: "notice",
            because: "after the end there is nothing left to give notice of",
        });
    }
    if let Some(id) = contract.promise {
        let promise = desk.promises().get(id)?;
        if promise.party() != Some(&Party::Supplier(supplier)) {
            return Err(Refusal::Invalid {
                field: "agreement",
                because: "it is with somebody else; a contract is bound to an agreement with the same supplier",
            });
        }
    }
    Ok(contract)
}
