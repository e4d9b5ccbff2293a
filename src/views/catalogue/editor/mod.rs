//! The page of one service: what is written of it, how far it is, and how customers will see it.

mod business;
mod comments;
mod documents;
mod keys;
mod list;
mod offering;
mod offerings;
mod promise;
mod section;
mod standing;
mod technical;

use itsm::ServiceId;
use itsm::catalogue::{Stage, Which, catalogue};
use leptos::prelude::*;
use workspace::query::key_of;

use super::anchor::anchor;
use super::check::LintHints;
use super::gate::WithCatalogue;
use super::list::ServiceList;
use super::nav::CatalogueNav;
use super::preview::Preview;
use super::progress;
use crate::browser::dom;
use crate::browser::location::Location;
use crate::route::{Counter, Route, Shelf};
use crate::session::Session;
use crate::ui::{Badge, Button, EmptyState, Kind, LinkButton, Tone};
use crate::views::page;

/// The page at an address.
#[component]
pub fn ServicePage(
    /// The key in the address.
    key: String,
) -> impl IntoView {
    let key = StoredValue::new(key);
    let shown = move || {
        let session = expect_context::<Session>();
        // Undoing the draft takes it off the shelf, redoing brings it back.
        let found = Memo::new(move |_| {
            let id = key.with_value(|key| key_of(key)).map(ServiceId)?;
            let is_here = session.read(|workspace| workspace.desk().portfolio().listing(id).is_some());
            is_here.unwrap_or(false).then_some(id)
        });
        move || match found.get() {
            Some(service) => view! { <Editor service /> }.into_any(),
            None => view! { <NotHere /> }.into_any(),
        }
    };
    view! { <WithCatalogue>{shown()}</WithCatalogue> }.into_any()
}

#[component]
fn NotHere() -> impl IntoView {
    page::title(|| "No such service".to_owned());
    page::announce();
    view! {
        <div class="page page-narrow">
            <CatalogueNav />
            <header class="page-head"><h1>"This service is not in the catalogue"</h1></header>
            <EmptyState title="No such service" text="It may be of another workspace, or its beginning was undone: then the history brings it back.">
                <LinkButton label="See all services" href=Route::Catalogue(Shelf::List).href() />
                <LinkButton label="Go to the history" href=Route::History.href() />
            </EmptyState>
        </div>
    }
    .into_any()
}

#[component]
fn Editor(service: ServiceId) -> impl IntoView {
    let session = expect_context::<Session>();
    let name = Memo::new(move |_| {
        let read =
            session.read(|workspace| Some(workspace.desk().portfolio().listing(service)?.draft.name.to_string()));
        read.flatten().unwrap_or_default()
    });
    page::title(move || name.get());
    page::announce();
    let progress = Memo::new(move |_| {
        let read = session.read(|workspace| Some(progress::of(&workspace.desk().portfolio().listing(service)?.draft)));
        read.flatten().unwrap_or_default()
    });
    // Which sections are open at first is settled when the page opens: none may close under somebody's hands.
    let next = progress.with_untracked(|progress| progress.next.map(|(_, slot)| progress::section(slot)));
    let first = move |section: &str| next == Some(section);
    show_field(session, service);
    let drafts =
        Memo::new(move |_| session.read(|workspace| catalogue(workspace.desk(), Which::Drafts)).unwrap_or_default());
    let pane = RwSignal::new("edit");
    let tab = move |id: &'static str, label: &'static str| {
        view! {
            <button type="button" class="button" aria-pressed=move || (pane.get() == id).to_string() on:click=move |_| pane.set(id)>{label}</button>
        }
    };
    view! {
        <div class="page page-shelf">
            <CatalogueNav />
            <div class="shelf-columns shelf-editing" data-pane=pane>
                <nav class="shelf-side" aria-label="Services of the catalogue"><ServiceList here=Some(service) /></nav>
                <article class="shelf-editor">
                    <nav class="crumbs" aria-label="Where you are">
                        <a href=Route::Catalogue(Shelf::List).href()>"Services"</a>
                        <span aria-hidden="true">"/"</span>
                        <span>{name}</span>
                    </nav>
                    <Head service name progress />
                    <div class="shelf-panes" role="group" aria-label="What to look at">{tab("edit", "Write")}{tab("preview", "Preview")}</div>
                    <div class="shelf-sections">
                        <p class="shelf-view">"Business view"<span>"what customers read"</span></p>
                        <business::FirstFields service />
                        <business::ValueFields service first=first("section-value") />
                        <business::PeopleFields service first=first("section-people") />
                        <promise::PromiseFields service first=first("section-promise") />
                        <offerings::OfferingFields service first=first("section-offerings") />
                        <business::PlaceFields service first=first("section-place")><documents::Documents service /></business::PlaceFields>
                        <standing::StandingFields service />
                        <p class="shelf-view">"Technical view"<span>"what colleagues need"</span></p>
                        <technical::TechnicalFields service first=first("section-technical") />
                        <comments::Comments service />
                    </div>
                </article>
                <aside class="shelf-preview" aria-labelledby="preview" tabindex="0">
                    <h2 id="preview">"As your customers see it"</h2>
                    <Preview catalogue=drafts service />
                </aside>
            </div>
        </div>
    }
    .into_any()
}

/// The head: how it is called, where it stands, how far it is, and one thing to do next.
#[component]
fn Head(service: ServiceId, name: Memo<String>, progress: Memo<progress::Progress>) -> impl IntoView {
    let session = expect_context::<Session>();
    let state = Memo::new(move |_| {
        let read = session.read(|workspace| {
            let listing = workspace.desk().portfolio().listing(service)?;
            let version =
                listing.versions.iter().rev().find(|version| !version.withdrawn).map(|version| version.number);
            Some((listing.status, version, listing.differs()))
        });
        read.flatten()
    });
    let badges = move || {
        state.get().map(|(status, version, differs)| {
            let tone = if status.stage() == Stage::Catalogue { Tone::Ok } else { Tone::Slate };
            let said = match (version, differs) {
                (None, _) => "Not published yet".to_owned(),
                (Some(number), false) => "Version ".to_owned() + &number.to_string() + " is published",
                (Some(number), true) => "Edited since version ".to_owned() + &number.to_string(),
            };
            view! { <Badge tone label=status.word() /><span>{said}</span> }
        })
    };
    let hint = move || {
        progress.get().next.map(|(word, slot)| {
            let go = move |()| go_to(session, service, &anchor(slot));
            view! {
                <div class="shelf-hint">
                    <p><strong>"Next: "</strong>{word}"."</p>
                    <Button label="Write it" kind=Kind::Primary on_press=go />
                </div>
            }
        })
    };
    let clean = move || {
        view! {
            <div class="shelf-hint">
                <p>"Everything that customers need is there. Check it, then publish it."</p>
                <LinkButton label="Versions and publishing" kind=Kind::Primary href=Shelf::versions(service).href() />
            </div>
        }
    };
    // Everything is there: then what a colleague with experience would point at, one thing at a time.
    let hints =
        move || progress.with(|progress| progress.next.is_none()).then(|| view! { <LintHints service clean /> });
    view! {
        <header class="ticket-head">
            <h1>{name}</h1>
            <div class="ticket-line">
                {badges}
                <span class="count" role="status">{move || progress.with(progress::Progress::words)}</span>
            </div>
            <ul class="shelf-links">
                <li><a href=Counter::service(service).href()>"Open in the portal"</a></li>
                <li><a href=Shelf::versions(service).href()>"Versions"</a></li>
                <li><a href=Route::Catalogue(Shelf::Portfolio).href()>"Portfolio"</a></li>
                <li><a href=Route::Catalogue(Shelf::Check).href()>"Check"</a></li>
            </ul>
            {hint}
            {hints}
        </header>
    }
    .into_any()
}

/// Goes to the field that the address names, if it names one.
fn show_field(session: Session, service: ServiceId) {
    let location = expect_context::<Location>();
    Effect::new(move |_| {
        let named = location.fragment();
        if !named.is_empty() {
            dom::soon(move || go_to(session, service, &named));
        }
    });
}

/// Opens the section of a field and puts the focus into it.
fn go_to(session: Session, service: ServiceId, named: &str) {
    let slot = session.peek(|workspace| {
        let draft = &workspace.desk().portfolio().listing(service)?.draft;
        progress::slots(draft).into_iter().find(|slot| anchor(*slot) == named)
    });
    if let Some(slot) = slot.flatten() {
        section::open(progress::section(slot));
        let named = named.to_owned();
        dom::soon(move || dom::focus_within(&named));
    }
}
