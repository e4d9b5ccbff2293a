//! The audiences: who there is to see and order things.

use std::sync::Arc;

use itsm::Command;
use itsm::catalogue::{AudienceId, Command as Ask};
use leptos::prelude::*;

use crate::session::Session;
use crate::ui::{Button, Field, Kind, Picture, TextInput, Toaster};
use crate::views::asking::{Asking, FormFrame};
use crate::views::record::FormDialog;
use crate::views::undo;
use crate::views::words;

/// Which audience a dialog is about; `None` for a new one.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Wanted(Option<AudienceId>);

/// The panel.
#[component]
pub fn Audiences() -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let open = RwSignal::new(None::<Wanted>);
    let rows = Memo::new(move |_| {
        let read = session.read(|workspace| {
            let portfolio = workspace.desk().portfolio();
            let offered = |id: &AudienceId| portfolio.listings().filter(|one| one.draft.audiences.contains(id)).count();
            portfolio.audiences().iter().map(|(id, name)| (*id, name.clone(), offered(id))).collect::<Vec<_>>()
        });
        read.unwrap_or_default()
    });
    let remove = move |id: AudienceId| match session.give(Command::Catalogue(Ask::DropAudience(id))) {
        Ok(_) => undo::confirm(session, toaster, "The audience is gone"),
        Err(why) => toaster.bad(why.sentence()),
    };
    let line = move |(id, name, offered): (AudienceId, Arc<str>, usize)| {
        view! {
            <li>
                <button type="button" class="row-text" on:click=move |_| open.set(Some(Wanted(Some(id))))>
                    <span>{name.to_string()}</span>
                    <span class="visually-hidden">", change it"</span>
                    <span class="hint">{words::count(offered, "service is for them alone", "services are for them alone")}</span>
                </button>
                <Button label="Take away ".to_owned() + &name picture=Picture::Close icon_only=true kind=Kind::Quiet on_press=move |()| remove(id) />
            </li>
        }
    };
    let list = move || {
        if rows.with(Vec::is_empty) {
            view! { <p class="hint">"Everybody sees everything. Name an audience only if something is not for all: “Managers”, “Students”."</p> }.into_any()
        } else {
            view! { <ul class="rows" aria-label="Audiences">{rows.get().into_iter().map(line).collect_view()}</ul> }
                .into_any()
        }
    };
    view! {
        <section class="panel" aria-labelledby="audiences">
            <h2 id="audiences">"Audiences"</h2>
            {list}
            <div class="form-actions"><Button label="Add an audience" on_press=move |()| open.set(Some(Wanted(None))) /></div>
            <FormDialog open
                title=|wanted| if wanted.0.is_some() { "Change the audience" } else { "Add an audience" }
                form=move |wanted: Wanted, asking| view! { <AudienceForm id=wanted.0 asking /> }.into_any() />
        </section>
    }
    .into_any()
}

#[component]
fn AudienceForm(#[prop(optional_no_strip)] id: Option<AudienceId>, asking: Asking) -> impl IntoView {
    let session = expect_context::<Session>();
    let known = session
        .peek(|workspace| id.and_then(|id| workspace.desk().portfolio().audiences().get(&id).map(ToString::to_string)));
    let name = RwSignal::new(known.flatten().unwrap_or_default());
    let submit = move || {
        asking.give(Command::Catalogue(Ask::SaveAudience(id, name.get_untracked().into())), "The audience is saved");
    };
    view! {
        <FormFrame form=asking label="Save" error=asking.error_beside(&["name"]) submit>
            <Field label="Name" hint="A group of people as they call themselves." required=true error=asking.error_of("name")>
                <TextInput value=name />
            </Field>
        </FormFrame>
    }
    .into_any()
}
