//! The form builder: what an offering asks of who orders it. Questions on the left, the form as customers see it on the
//! right; both at once where there is room, one after the other on a phone.

mod choices;
mod condition;
mod editor;
mod inputs;
mod preview;
mod question;
mod sections;
mod state;
mod verbs;

use itsm::ServiceId;
use itsm::catalogue::OfferingKey;
use leptos::prelude::*;
use workspace::query::key_of;

use crate::route::{Route, Shelf};
use crate::session::Session;
use crate::ui::{EmptyState, LinkButton, Toaster};
use crate::views::desk::gate::WithDesk;
use crate::views::page::{self, Page};
use preview::Preview;
use sections::Sections;
use state::Builder;

/// The page of the form of an offering, by the keys in its address.
pub fn page(service: &str, offering: &str) -> AnyView {
    let ids = key_of(service).map(ServiceId).zip(key_of(offering).map(OfferingKey));
    view! { <WithDesk><Found ids /></WithDesk> }.into_any()
}

#[component]
fn Found(ids: Option<(ServiceId, OfferingKey)>) -> impl IntoView {
    let session = expect_context::<Session>();
    // Undoing what began it takes it off the desk, redoing brings it back.
    let is_here = Memo::new(move |_| {
        let offering = |workspace: &workspace::Workspace| {
            let (service, offering) = ids?;
            workspace.desk().portfolio().listing(service)?.draft.offering(offering).map(drop)
        };
        session.read(offering).flatten().is_some()
    });
    move || match ids {
        Some((service, offering)) if is_here.get() => view! { <Form service offering /> }.into_any(),
        _ => view! { <NotHere /> }.into_any(),
    }
}

#[component]
fn NotHere() -> impl IntoView {
    let text = "The service or its offering may be of another workspace, or its beginning was undone: then the history brings it back.";
    view! {
        <Page title="This form is not in this workspace" class="page-narrow">
            <EmptyState title="No such offering" text>
                <LinkButton label="Go to the catalogue" href=Route::Catalogue(Shelf::List).href() />
                <LinkButton label="Go to the history" href=Route::History.href() />
            </EmptyState>
        </Page>
    }
    .into_any()
}

#[component]
fn Form(service: ServiceId, offering: OfferingKey) -> impl IntoView {
    let session = expect_context::<Session>();
    let builder = Builder::new(session, expect_context::<Toaster>(), service, offering);
    let names = Memo::new(move |_| {
        let names = builder.offered(|content, offering| (content.name.to_string(), offering.name.to_string()));
        names.unwrap_or_default()
    });
    let title = move || {
        let offering = names.with(|(_, offering)| offering.clone());
        if offering.trim().is_empty() { "Form".to_owned() } else { ["Form of ", &offering].concat() }
    };
    page::title(title);
    page::announce();
    let on_preview = RwSignal::new(false);
    let count = move || builder.form.with(|form| form.fields().count()).to_string();
    let view = move |preview: bool| {
        let label = move || if preview { "Preview".to_owned() } else { ["Questions (", &count(), ")"].concat() };
        view! {
            <button
                type="button"
                class="tab"
                aria-pressed=move || if on_preview.get() == preview { "true" } else { "false" }
                on:click=move |_| on_preview.set(preview)
            >
                {label}
            </button>
        }
    };
    view! {
        <article class="page builder" data-view=move || if on_preview.get() { "preview" } else { "questions" }>
            <nav class="crumbs" aria-label="Where you are">
                <a href=Route::Catalogue(Shelf::List).href()>"Catalogue"</a>
                <span aria-hidden="true">"/"</span>
                <a href=Shelf::service(service).href()>{move || names.with(|(service, _)| service.clone())}</a>
                <span aria-hidden="true">"/"</span>
                <span>"Form"</span>
            </nav>
            <header class="page-head"><h1>{title}</h1></header>
            <p class="page-note">
                "What an order of it has to say. Every change is saved at once and can be undone; move questions by dragging, by the arrows beside them, or with Alt and an arrow key."
            </p>
            {move || builder.trouble.get().map(|why| view! { <p class="error" role="alert">{why}</p> })}
            <div class="builder-switch" role="group" aria-label="What is shown">{view(false)}{view(true)}</div>
            <div class="builder-body">
                <div class="builder-left" on:focusout=move |_| builder.save()>
                    <h2 class="visually-hidden">"Questions"</h2>
                    <Sections builder />
                </div>
                <aside class="builder-right" aria-label="Preview"><Preview builder /></aside>
            </div>
            <p class="visually-hidden" role="status">{move || builder.said.get()}</p>
        </article>
    }
    .into_any()
}
