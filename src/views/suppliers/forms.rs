//! The forms of a supplier: who it is, a contract, how well it delivers, its end.

use itsm::promise::{Health, Party};
use itsm::supplier::{Command as Ask, Contact, Contract, Profile};
use itsm::{Command, ItemId, PromiseId, ServiceId, SupplierId};
use leptos::prelude::*;
use workspace::query::{key_of, key_text};
use workspace::rules::promises::{date_of, end_of, first_instant, last_day};

use crate::session::Session;
use crate::ui::{Choice, ComboBox, DateInput, Field, RadioGroup, Select, TextArea, TextInput};
use crate::views::asking::{Asking, FormFrame};
use crate::views::desk::choices;
use crate::views::levels::several::Several;

/// What needs a dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Correct who it is.
    Correct,
    /// Note a contract.
    Sign,
    /// Write a contract anew.
    Contract(u16),
    /// Note how well it delivers.
    Rate,
    /// It delivers no more.
    End,
}

impl Wanted {
    /// The dialog's heading.
    pub fn title(self) -> &'static str {
        match self {
            Wanted::Correct => "Edit details",
            Wanted::Sign => "Note a contract",
            Wanted::Contract(_) => "Change the contract",
            Wanted::Rate => "How well does it deliver?",
            Wanted::End => "It delivers no more",
        }
    }
}

/// The form of what is wanted.
pub fn dialog(id: SupplierId, wanted: Wanted, asking: Asking) -> AnyView {
    match wanted {
        Wanted::Correct => view! { <CorrectForm id asking /> }.into_any(),
        Wanted::Sign => view! { <ContractForm id asking place=None /> }.into_any(),
        Wanted::Contract(place) => view! { <ContractForm id asking place=Some(place) /> }.into_any(),
        Wanted::Rate => view! { <RateForm id asking /> }.into_any(),
        Wanted::End => view! { <EndForm id asking /> }.into_any(),
    }
}

/// The fields that say who a supplier is.
#[derive(Clone, Copy)]
pub struct Fields {
    /// Its name.
    pub name: RwSignal<String>,
    /// Contacts, one a line: a name, a comma, how to reach them.
    pub contacts: RwSignal<String>,
    /// Services.
    pub services: RwSignal<String>,
    /// One item.
    pub item: RwSignal<String>,
}

impl Fields {
    /// Fields that hold a profile.
    pub fn of(profile: &Profile) -> Self {
        let contact = |contact: &Contact| [&*contact.name, &*contact.reach].join(", ");
        let services: Vec<String> = profile.services.iter().map(|id| key_text(id.0)).collect();
        Self {
            name: RwSignal::new(profile.name.to_string()),
            contacts: RwSignal::new(profile.contacts.iter().map(contact).collect::<Vec<_>>().join("\n")),
            services: RwSignal::new(services.join(",")),
            item: RwSignal::new(profile.items.first().map(|id| key_text(id.0)).unwrap_or_default()),
        }
    }

    /// The profile that was typed; items beyond the first stay as they were.
    pub fn profile(self, before: &Profile) -> Profile {
        let contact = |line: &str| {
            let (name, reach) = line.split_once(',').unwrap_or((line, ""));
            Contact { name: name.trim().into(), reach: reach.trim().into() }
        };
        let first = self.item.with_untracked(|text| key_of(text)).map(ItemId);
        let rest = before.items.iter().skip(1).copied();
        Profile {
            name: self.name.get_untracked().into(),
            contacts: self.contacts.with_untracked(|text| text.lines().map(contact).collect()),
            services: self.services.with_untracked(|text| text.split(',').filter_map(key_of).map(ServiceId).collect()),
            items: first.into_iter().chain(rest).collect(),
        }
    }
}

/// The fields, shown.
#[component]
pub fn ProfileFields(fields: Fields, name_error: Signal<Option<String>>) -> impl IntoView {
    let session = expect_context::<Session>();
    view! {
        <Field label="Name" required=true error=name_error><TextInput value=fields.name /></Field>
        <Field label="Contacts" hint="One a line: name, how to reach them.">
            <TextArea value=fields.contacts rows=3 />
        </Field>
        <Field label="Services that rest on it" group=true>
            <Several choices=choices::services(session, RwSignal::new(String::new())) value=fields.services />
        </Field>
        <Field label="Configuration item that it looks after">
            <ComboBox choices=choices::items(session, fields.item) list_label="Configuration items" value=fields.item />
        </Field>
    }
    .into_any()
}

#[component]
fn CorrectForm(id: SupplierId, asking: Asking) -> impl IntoView {
    let session = expect_context::<Session>();
    let before = session.peek(|workspace| workspace.desk().suppliers().get(id).map(|one| one.profile.clone()).ok());
    let before = StoredValue::new(before.flatten().unwrap_or_default());
    let fields = before.with_value(Fields::of);
    let submit = move || {
        let profile = Box::new(before.with_value(|before| fields.profile(before)));
        asking.give(Command::Supplier(Ask::Correct { supplier: id, profile }), "Corrected");
    };
    view! {
        <FormFrame form=asking label="Save" error=asking.error_beside(&["name"]) submit>
            <ProfileFields fields name_error=asking.error_of("name") />
        </FormFrame>
    }
    .into_any()
}

#[component]
fn ContractForm(id: SupplierId, asking: Asking, place: Option<u16>) -> impl IntoView {
    let session = expect_context::<Session>();
    let zone = session.peek(|workspace| workspace.desk().agreement().agreement().calendar.zone.to_string());
    let zone = zone.unwrap_or_default();
    let known = place.and_then(|place| {
        let read = session.peek(|workspace| {
            let supplier = workspace.desk().suppliers().get(id).ok()?;
            supplier.contracts.get(usize::from(place)).cloned()
        });
        read.flatten()
    });
    let text = |text: Option<String>| RwSignal::new(text.unwrap_or_default());
    let title = text(known.as_ref().map(|one| one.title.to_string()));
    let begins = known.as_ref().map_or_else(|| session.now.get_untracked(), |one| one.valid_from);
    let from = RwSignal::new(date_of(begins, &zone));
    let until = text(known.as_ref().and_then(|one| one.valid_until).map(|at| last_day(at, &zone)));
    let notice = text(known.as_ref().and_then(|one| one.notice_by).map(|at| date_of(at, &zone)));
    let cost = text(known.as_ref().map(|one| one.cost.to_string()));
    let promise = text(known.as_ref().and_then(|one| one.promise).map(|id| key_text(id.0)));
    let agreements = session.peek(|workspace| {
        let with = workspace.desk().promises().all().filter(|one| one.party() == Some(&Party::Supplier(id)));
        let choice = |one: &itsm::promise::Promise| {
            let number = workspace.desk().promises().number(one.id);
            Choice::new(key_text(one.id.0), [&number, " ", one.title()].concat())
        };
        with.map(choice).collect::<Vec<Choice>>()
    });
    let agreements = agreements.unwrap_or_default();
    let error = RwSignal::new(None::<String>);
    let zone = StoredValue::new(zone);
    let submit = move || {
        let zone = zone.get_value();
        let dates = (
            first_instant(&from.get_untracked(), &zone),
            end_of(&until.get_untracked(), &zone),
            first_instant(&notice.get_untracked(), &zone),
        );
        let (valid_from, valid_until, notice_by) = match dates {
            (Ok(from), Ok(until), Ok(notice)) => (from.unwrap_or(begins), until, notice),
            (Err(sentence), ..) | (_, Err(sentence), _) | (.., Err(sentence)) => return error.set(Some(sentence)),
        };
        error.set(None);
        let contract = Box::new(Contract {
            title: title.get_untracked().into(),
            valid_from,
            valid_until,
            notice_by,
            cost: cost.get_untracked().into(),
            promise: promise.with_untracked(|text| key_of(text)).map(PromiseId),
        });
        let ask = match place {
            Some(place) => Ask::ChangeContract { supplier: id, place, contract },
            None => Ask::Sign { supplier: id, contract },
        };
        asking.give(Command::Supplier(ask), "The contract is noted");
    };
    let general =
        Signal::derive(move || error.get().or_else(|| asking.error_beside(&["title", "valid until", "notice"]).get()));
    view! {
        <FormFrame form=asking label="Save" error=general submit>
            <Field label="Title" required=true error=asking.error_of("title")><TextInput value=title /></Field>
            <div class="form-row">
                <Field label="First day" required=true><DateInput value=from /></Field>
                <Field label="Last day" error=asking.error_of("valid until")><DateInput value=until /></Field>
            </div>
            <Field label="Notice by" hint="The last day on which it can be ended." error=asking.error_of("notice")>
                <DateInput value=notice />
            </Field>
            <Field label="Cost" hint="In words: how much, and for what."><TextInput value=cost /></Field>
            <Field label="Agreement bound to it" hint="Its targets: draft it under Service levels, with this supplier.">
                <Select choices=agreements value=promise placeholder="None" />
            </Field>
        </FormFrame>
    }
    .into_any()
}

#[component]
fn RateForm(id: SupplierId, asking: Asking) -> impl IntoView {
    let health = RwSignal::new(Health::Green.word().to_owned());
    let text = RwSignal::new(String::new());
    let submit = move || {
        let health = health.with_untracked(|word| Health::ALL.into_iter().find(|one| one.word() == word));
        let rate =
            Ask::Rate { supplier: id, health: health.unwrap_or(Health::Green), text: text.get_untracked().into() };
        asking.give(Command::Supplier(rate), "Noted");
    };
    let healths: Vec<Choice> = Health::ALL.into_iter().map(|one| Choice::new(one.word(), one.word())).collect();
    view! {
        <FormFrame form=asking label="Note it" error=asking.error_beside(&["text"]) submit>
            <Field label="How well" group=true required=true><RadioGroup choices=healths value=health beside=true /></Field>
            <Field label="In which way" hint="Dates kept or missed, quality, how they talk." required=true error=asking.error_of("text")>
                <TextArea value=text rows=3 />
            </Field>
        </FormFrame>
    }
    .into_any()
}

#[component]
fn EndForm(id: SupplierId, asking: Asking) -> impl IntoView {
    let reason = RwSignal::new(String::new());
    let submit = move || {
        let because = reason.get_untracked().into();
        asking.give(Command::Supplier(Ask::End { supplier: id, because }), "It delivers no more");
    };
    view! {
        <FormFrame form=asking label="End it" error=asking.error_beside(&["reason"]) submit>
            <Field label="Reason" required=true error=asking.error_of("reason")><TextArea value=reason rows=3 /></Field>
        </FormFrame>
    }
    .into_any()
}
