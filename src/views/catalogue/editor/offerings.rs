//! What can be ordered from a service: its offerings, in order, each with its form and its workflow.

use itsm::catalogue::{Command as Ask, Edit, Offering, OfferingKey, Slot};
use itsm::{Command, ServiceId};
use leptos::prelude::*;

use super::super::anchor::anchor;
use super::super::money;
use super::list::Moves;
use super::offering::OfferingForm;
use super::section::Section;
use crate::browser::dom;
use crate::route::Shelf;
use crate::session::Session;
use crate::ui::{Badge, Button, Kind, Picture, Toaster, Tone};
use crate::views::record::FormDialog;
use crate::views::undo;
use crate::views::words;

/// Which offering a dialog is about; `None` for a new one.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Wanted(Option<OfferingKey>);

/// The offerings of the draft as it is now.
pub fn offerings(session: Session, service: ServiceId) -> Vec<Offering> {
    let read = session
        .peek(|workspace| workspace.desk().portfolio().listing(service).map(|listing| listing.draft.offerings.clone()));
    read.flatten().unwrap_or_default()
}

/// The section.
#[component]
pub fn OfferingFields(service: ServiceId, first: bool) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let open = RwSignal::new(None::<Wanted>);
    let all = Memo::new(move |_| {
        session.revision.track();
        offerings(session, service)
    });
    let currency = Memo::new(move |_| {
        session.read(|workspace| workspace.desk().portfolio().settings().currency.to_string()).unwrap_or_default()
    });
    let dragged = RwSignal::new(None::<OfferingKey>);
    let give = move |edit: Edit, done: &'static str| match session
        .give(Command::Catalogue(Ask::Edit { service, edits: vec![edit] }))
    {
        Ok(_) => undo::confirm(session, toaster, done),
        Err(why) => toaster.bad(why.sentence()),
    };
    let go = move |key: OfferingKey, how: Moves| {
        let mut keys: Vec<OfferingKey> = offerings(session, service).iter().map(|one| one.key).collect();
        let Some(place) = keys.iter().position(|one| *one == key) else { return };
        match how {
            Moves::Out => give(Edit::OfferingGone(key), "The offering is taken out"),
            Moves::Up | Moves::Down => {
                if how.apply(&mut keys, place) {
                    give(Edit::OfferingOrder(keys), "Moved");
                    let id = anchor(Slot::Offering(key));
                    dom::soon(move || {
                        dom::focus_id(&id);
                    });
                }
            }
        }
    };
    let drop_on = move |key: OfferingKey| {
        let Some(moved) = dragged.get_untracked().filter(|moved| *moved != key) else { return };
        dragged.set(None);
        let mut keys: Vec<OfferingKey> = offerings(session, service).iter().map(|one| one.key).collect();
        let to = keys.iter().position(|one| *one == key);
        keys.retain(|one| *one != moved);
        if let Some(to) = to {
            keys.insert(to.min(keys.len()), moved);
            give(Edit::OfferingOrder(keys), "Moved");
        }
    };
    let one = move |(place, offering): (usize, Offering), last: usize| {
        let key = offering.key;
        let name = if offering.name.is_empty() { "Unnamed".to_owned() } else { offering.name.to_string() };
        let label = |verb: &str| [verb, " ", &name].concat();
        let questions = offering.form.fields().count();
        let steps = offering.workflow.steps.len();
        let target =
            offering.target.map(|time| "within ".to_owned() + &words::business_span(time) + " of working time");
        let bundle = (!offering.includes.is_empty()).then(|| {
            words::count(offering.includes.len(), "other offering comes with it", "other offerings come with it")
        });
        view! {
            <li
                class="offering"
                draggable="true"
                on:dragstart=move |_| dragged.set(Some(key))
                on:dragend=move |_| dragged.set(None)
                on:dragover=move |event| if dragged.get_untracked().is_some() { event.prevent_default() }
                on:drop=move |event| { event.prevent_default(); drop_on(key); }
            >
                <div class="offering-head">
                    <h3 id=anchor(Slot::Offering(key)) tabindex="-1">{name.clone()}</h3>
                    <Badge tone=Tone::Slate label=offering.kind.word() />
                    {offering.opens_incident().then(|| view! { <Badge tone=Tone::Slate label="Opens an incident" /> })}
                </div>
                {(!offering.summary.is_empty()).then(|| view! { <p>{offering.summary.to_string()}</p> })}
                <p class="offering-facts">
                    <span>{move || currency.with(|currency| money::price(&offering.price, currency))}</span>
                    {target.map(|target| view! { <span>{target}</span> })}
                    {bundle.map(|bundle| view! { <span>{bundle}</span> })}
                </p>
                <div class="offering-acts">
                    <Button label=label("Change") kind=Kind::Quiet on_press=move |()| open.set(Some(Wanted(Some(key)))) />
                    <a class=Kind::Quiet.class() href=Shelf::form(service, key).href()>
                        <span>"Form: "{words::count(questions, "question", "questions")}</span>
                        <span class="visually-hidden">" of "{name.clone()}</span>
                    </a>
                    <a class=Kind::Quiet.class() href=Shelf::workflow(service, key).href()>
                        <span>"Workflow: "{words::count(steps, "step", "steps")}</span>
                        <span class="visually-hidden">" of "{name.clone()}</span>
                    </a>
                    {(place > 0).then(|| view! { <Button label=label("Move up") picture=Picture::Ascending icon_only=true kind=Kind::Quiet on_press=move |()| go(key, Moves::Up) /> })}
                    {(place < last).then(|| view! { <Button label=label("Move down") picture=Picture::Descending icon_only=true kind=Kind::Quiet on_press=move |()| go(key, Moves::Down) /> })}
                    <Button label=label("Take out") picture=Picture::Close icon_only=true kind=Kind::Quiet on_press=move |()| go(key, Moves::Out) />
                </div>
            </li>
        }
    };
    let list = move || {
        let all = all.get();
        if all.is_empty() {
            return view! { <p class="hint">"Nothing can be ordered yet. One service may have several offerings: a standard laptop, a powerful one, a repair."</p> }.into_any();
        }
        let last = all.len().saturating_sub(1);
        view! { <ul class="offerings">{all.into_iter().enumerate().map(|row| one(row, last)).collect_view()}</ul> }
            .into_any()
    };
    view! {
        <Section id="section-offerings" title="Offerings: what can be ordered" first
            note="A service helps customers to an outcome. An offering is what a group of them can ask for, with its price and its terms.">
            <div id=anchor(Slot::OfferingOrder) class="slot">
                {list}
                <div class="form-actions"><Button label="Add an offering" on_press=move |()| open.set(Some(Wanted(None))) /></div>
            </div>
            <FormDialog open
                title=|wanted| if wanted.0.is_some() { "Change the offering" } else { "Add an offering" }
                form=move |wanted: Wanted, asking| view! { <OfferingForm service key=wanted.0 asking /> }.into_any() />
        </Section>
    }
    .into_any()
}
