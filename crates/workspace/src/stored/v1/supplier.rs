//! Stored events of `itsm::supplier`: kinds that begin with `supplier.`.

use std::sync::Arc;

use itsm::supplier::{Contact, Contract, Event, Profile};
use itsm::{ItemId, PromiseId, ServiceId};

use super::agreement::{all, list};
use super::incident::optional_value;
use super::promise::{from_health, from_texts, health, texts};
use crate::stored::Unreadable;
use crate::stored::row::{Row, from_instant, from_key, instant, key, small, text};

/// What the kind of every such event begins with, before a point.
pub(super) const PREFIX: &str = "supplier";

pub(super) fn write(event: &Event) -> Row {
    match event {
        Event::Added(profile) => write_profile(of("added"), profile),
        Event::Corrected(profile) => write_profile(of("corrected"), profile),
        Event::Signed(contract) => write_contract(of("signed"), contract),
        Event::ContractChanged { place, contract } => write_contract(of("contract"), contract).with("place", *place),
        Event::Activated => of("activated"),
        Event::Ended { because } => of("ended").with("text", &**because),
        Event::Rated { health, text } => of("rated").with("health", from_health(*health)).with("text", &**text),
    }
}

/// The event whose kind is `supplier.` and `kind`.
pub(super) fn read(row: &Row, kind: &str) -> Result<Event, Unreadable> {
    Ok(match kind {
        "added" => Event::Added(Box::new(read_profile(row)?)),
        "corrected" => Event::Corrected(Box::new(read_profile(row)?)),
        "signed" => Event::Signed(Box::new(read_contract(row)?)),
        "contract" => {
            Event::ContractChanged { place: row.take("place", small)?, contract: Box::new(read_contract(row)?) }
        }
        "activated" => Event::Activated,
        "ended" => Event::Ended { because: row.take("text", text)? },
        "rated" => Event::Rated { health: row.take("health", health)?, text: row.take("text", text)? },
        _ => return Err(Unreadable::UnknownKind(row.kind().to_owned())),
    })
}

fn of(kind: &str) -> Row {
    Row::new(&[PREFIX, ".", kind].concat())
}

fn write_profile(row: Row, profile: &Profile) -> Row {
    row.with("name", &*profile.name)
        .with("contacts", list(&profile.contacts, |contact| from_texts(&contact.name, &contact.reach)))
        .with("services", list(&profile.services, |id| from_key(id.0)))
        .with("items", list(&profile.items, |id| from_key(id.0)))
}

fn read_profile(row: &Row) -> Result<Profile, Unreadable> {
    Ok(Profile {
        name: row.take("name", text)?,
        contacts: row.take("contacts", |contacts| {
            all(contacts, |contact| texts(contact).map(|(name, reach)| Contact { name, reach }))
        })?,
        services: row.take("services", |ids| all(ids, |id| key(id).map(ServiceId)))?,
        items: row.take("items", |ids| all(ids, |id| key(id).map(ItemId)))?,
    })
}

fn write_contract(row: Row, contract: &Contract) -> Row {
    row.with("title", &*contract.title)
        .with("since", from_instant(contract.valid_from))
        .with_some("until", optional_value(contract.valid_until, from_instant))
        .with_some("notice", optional_value(contract.notice_by, from_instant))
        .with_some("cost", &*contract.cost)
        .with_some("promise", optional_value(contract.promise, |id| from_key(id.0)))
}

fn read_contract(row: &Row) -> Result<Contract, Unreadable> {
    Ok(Contract {
        title: row.take("title", text)?,
        valid_from: row.take("since", instant)?,
        valid_until: row.maybe("until", instant)?,
        notice_by: row.maybe("notice", instant)?,
        cost: row.maybe("cost", text)?.unwrap_or_else(|| Arc::from("")),
        promise: row.maybe("promise", key)?.map(PromiseId),
    })
}
