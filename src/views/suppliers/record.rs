//! One supplier: its contracts, how well it delivers, who waits for it.

use itsm::promise::Health;
use itsm::supplier::{Action, Command as Ask, State, awaiting, supports};
use itsm::{Command, RecordId, SupplierId};
use leptos::prelude::*;
use workspace::Workspace;

use super::forms::{Wanted, dialog};
use super::list::state_mark;
use crate::route::{Practice, Route};
use crate::session::{Session, Zone};
use crate::ui::{Badge, Button, Kind, Panel, Picture, Tone};
use crate::views::desk::ticket::history::History;
use crate::views::record::{Act, ActionRow, FactsPanel, FormDialog, RecordAt, RecordFrame, Related};
use crate::views::words;

/// The page of the supplier of that number.
#[component]
pub fn SupplierPage(number: String) -> impl IntoView {
    let page = |id: SupplierId| view! { <Record id /> }.into_any();
    view! { <RecordAt number what="supplier" list=Practice::Suppliers.list() find=|desk, number| desk.suppliers().find(number) page /> }
        .into_any()
}

#[component]
fn Record(id: SupplierId) -> impl IntoView {
    let session = expect_context::<Session>();
    let number = Memo::new(move |_| session.read(|w| w.desk().suppliers().number(id)).unwrap_or_default());
    let title = Memo::new(move |_| {
        let name = session.read(|w| w.desk().suppliers().get(id).map(|one| one.profile.name.to_string()).ok());
        name.flatten().unwrap_or_default()
    });
    let state = Memo::new(move |_| session.read(|w| w.desk().suppliers().get(id).map(|one| one.state).ok()).flatten());
    let line = move || {
        state.get().map(|state| {
            let (tone, picture) = state_mark(state);
            view! { <Badge tone picture=Some(picture) label=state.word() /> }
        })
    };
    let open = RwSignal::new(None::<Wanted>);
    let side = move || view! { <Waiting id /><About id /><Related record=RecordId::Supplier(id) /> }.into_any();
    let title_of = |wanted: Wanted| wanted.title();
    view! {
        <RecordFrame practice="Suppliers" list=Practice::Suppliers.list() number title line=move || view! { {line} }.into_any() side about="About this supplier">
            <ActionRow acts=move || acts(session, id, state.get(), open) />
            <FormDialog open title=title_of form=move |wanted, asking| dialog(id, wanted, asking) />
            <Contracts id open />
            <Delivers id />
            <History record=RecordId::Supplier(id) />
        </RecordFrame>
    }
    .into_any()
}

fn acts(session: Session, id: SupplierId, state: Option<State>, open: RwSignal<Option<Wanted>>) -> Vec<Act> {
    let refusal = |action: Action| session.refuses(id, action);
    let sign = || Act::asks("Note a contract", refusal(Action::Sign), open, Wanted::Sign);
    let rate = || Act::asks("Note how it delivers", refusal(Action::Rate), open, Wanted::Rate);
    let activate = || {
        let activate = Command::Supplier(Ask::Activate(id));
        Act::now("Activate", refusal(Action::Activate), activate, "It delivers from now on")
    };
    let edit = || Act::asks("Edit", refusal(Action::Correct), open, Wanted::Correct).quiet();
    let end = || Act::asks("End", refusal(Action::End), open, Wanted::End).quiet();
    match state {
        Some(State::Candidate) => vec![activate().primary(), sign(), edit(), end()],
        _ => vec![rate(), sign(), edit(), end()],
    }
}

/// A contract in words.
#[derive(Clone, PartialEq)]
struct Said {
    place: u16,
    title: String,
    text: String,
    agreement: Option<(String, String)>,
}

fn contracts(workspace: &Workspace, id: SupplierId, zone: Zone) -> Vec<Said> {
    let desk = workspace.desk();
    let Ok(supplier) = desk.suppliers().get(id) else { return vec![] };
    let date = |at| words::date(zone.local(at));
    let one = |(place, contract): (usize, &itsm::supplier::Contract)| {
        let mut parts = vec!["From ".to_owned() + &date(contract.valid_from)];
        parts.extend(contract.valid_until.map(|at| "to ".to_owned() + &date(at - chrono::TimeDelta::seconds(1))));
        let mut text = parts.join(" ");
        if let Some(notice) = contract.notice_by {
            text = [&text, ", notice by ", &date(notice)].concat();
        }
        if !contract.cost.is_empty() {
            text = [&text, ". ", &contract.cost].concat();
        }
        let agreement = contract.promise.map(|id| {
            let number = desk.promises().number(id);
            (number.clone(), Practice::Levels.at(number).href())
        });
        Said { place: u16::try_from(place).unwrap_or(u16::MAX), title: contract.title.to_string(), text, agreement }
    };
    supplier.contracts.iter().enumerate().map(one).collect()
}

#[component]
fn Contracts(id: SupplierId, open: RwSignal<Option<Wanted>>) -> impl IntoView {
    let session = expect_context::<Session>();
    let zone = session.zone();
    let all = Memo::new(move |_| session.read(|workspace| contracts(workspace, id, zone)).unwrap_or_default());
    let one = move |said: Said| {
        let label = "Change ".to_owned() + &said.title;
        let place = said.place;
        view! {
            <li class="levels-action">
                <div class="levels-outage">
                    <strong>{said.title}</strong>
                    <span>{said.text}</span>
                    {said.agreement.map(|(number, href)| view! { <span>"Targets: "<a href=href>{number}</a></span> })}
                </div>
                <Button label kind=Kind::Quiet on_press=move |()| open.set(Some(Wanted::Contract(place))) />
            </li>
        }
    };
    let body = move || {
        let all = all.get();
        if all.is_empty() {
            let text = "No contract yet. Without one nobody has promised anything.";
            return view! { <p class="hint">{text}</p> }.into_any();
        }
        view! { <ul class="plain">{all.into_iter().map(one).collect_view()}</ul> }.into_any()
    };
    view! { <Panel title="Contracts">{body}</Panel> }.into_any()
}

#[component]
fn Delivers(id: SupplierId) -> impl IntoView {
    let session = expect_context::<Session>();
    let zone = session.zone();
    let all = Memo::new(move |_| {
        let read = session.read(|workspace| {
            let desk = workspace.desk();
            let Ok(supplier) = desk.suppliers().get(id) else { return vec![] };
            let noted = supplier.performance.iter().rev().map(|noted| {
                let by = desk.directory().person(noted.by);
                let when = [&words::date(zone.local(noted.at)), ", ", by].concat();
                (noted.health, noted.text.to_string(), when)
            });
            noted.collect::<Vec<(Health, String, String)>>()
        });
        read.unwrap_or_default()
    });
    let one = |(health, text, when): (Health, String, String)| {
        let (tone, picture) = match health {
            Health::Green => (Tone::Ok, Picture::Met),
            Health::Amber => (Tone::Warn, Picture::DueSoon),
            Health::Red => (Tone::Bad, Picture::Breached),
        };
        view! {
            <li><Badge tone picture=Some(picture) label=health.word() />" "{text}" "<span class="hint">{when}</span></li>
        }
    };
    let body = move || {
        let all = all.get();
        if all.is_empty() {
            return view! { <p class="hint">"Nothing noted yet."</p> }.into_any();
        }
        view! { <ul class="plain">{all.into_iter().map(one).collect_view()}</ul> }.into_any()
    };
    view! { <Panel title="How it delivers">{body}</Panel> }.into_any()
}

#[component]
fn Waiting(id: SupplierId) -> impl IntoView {
    let session = expect_context::<Session>();
    let all = Memo::new(move |_| {
        let read = session.read(|workspace| {
            let desk = workspace.desk();
            let Ok(supplier) = desk.suppliers().get(id) else { return vec![] };
            let waits = awaiting(desk).filter(|incident| supports(supplier, incident));
            waits.map(|one| (desk.incident_number(one.id), workspace::title(workspace, one.id))).collect::<Vec<_>>()
        });
        read.unwrap_or_default()
    });
    let one = |(number, title): (String, String)| {
        let href = Route::Incident(number.clone()).href();
        view! { <li><a href=href>{number}</a>" "{title}</li> }
    };
    let body = move || {
        let all = all.get();
        if all.is_empty() {
            return view! { <p class="hint">"No incident about what it supports is on hold for a supplier."</p> }
                .into_any();
        }
        view! { <ul class="plain">{all.into_iter().map(one).collect_view()}</ul> }.into_any()
    };
    view! { <Panel title="Waits for it">{body}</Panel> }.into_any()
}

#[component]
fn About(id: SupplierId) -> impl IntoView {
    view! {
        <FactsPanel lines=move |workspace| {
            let desk = workspace.desk();
            let Ok(supplier) = desk.suppliers().get(id) else { return vec![] };
            let directory = desk.directory();
            let services: Vec<&str> = supplier.profile.services.iter().map(|id| directory.service(*id)).collect();
            let items: Vec<&str> = supplier.profile.items.iter().map(|id| directory.item(*id)).collect();
            let contact = |one: &itsm::supplier::Contact| [&*one.name, &*one.reach].join(", ");
            let contacts: Vec<String> = supplier.profile.contacts.iter().map(contact).collect();
            vec![
                ("Contacts", contacts.join("; ")),
                ("Services", services.join(", ")),
                ("Items", items.join(", ")),
            ]
        } />
    }
    .into_any()
}
