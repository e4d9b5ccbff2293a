//! What customers are to read.

use itsm::catalogue::{Command as Ask, Document, Edit, Slot};
use itsm::{Command, ServiceId};
use leptos::prelude::*;

use super::super::anchor::anchor;
use super::list::{ListOf, Moves};
use crate::session::Session;
use crate::ui::{Button, Field, TextInput, Toaster};
use crate::views::asking::{Asking, FormFrame};
use crate::views::record::FormDialog;
use crate::views::undo;

#[derive(Clone, Copy, PartialEq, Eq)]
struct Wanted(Option<usize>);

fn documents(session: Session, service: ServiceId) -> Vec<Document> {
    let read = session
        .peek(|workspace| workspace.desk().portfolio().listing(service).map(|listing| listing.draft.documents.clone()));
    read.flatten().unwrap_or_default()
}

fn ask(service: ServiceId, documents: Vec<Document>) -> Command {
    Command::Catalogue(Ask::Edit { service, edits: vec![Edit::Documents(documents)] })
}

/// The list and its form.
#[component]
pub fn Documents(service: ServiceId) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let open = RwSignal::new(None::<Wanted>);
    let rows = Memo::new(move |_| {
        session.revision.track();
        let all = documents(session, service).into_iter();
        all.map(|document| (document.title.to_string(), document.link.to_string())).collect::<Vec<_>>()
    });
    let change = move |place: usize, how: Moves| {
        let mut all = documents(session, service);
        if how.apply(&mut all, place) {
            match session.give(ask(service, all)) {
                Ok(_) => undo::confirm(session, toaster, how.done()),
                Err(why) => toaster.bad(why.sentence()),
            }
        }
    };
    view! {
        <div class="slot" id=anchor(Slot::Documents)>
            <p class="slot-group">"Documents"</p>
            <ListOf what="document" rows on_edit=move |place| open.set(Some(Wanted(Some(place)))) on_move=move |(place, how)| change(place, how)
                empty="Nothing to read further." />
            <div class="form-actions"><Button label="Add a document" on_press=move |()| open.set(Some(Wanted(None))) /></div>
            <FormDialog open
                title=|wanted| if wanted.0.is_some() { "Change the document" } else { "Add a document" }
                form=move |wanted: Wanted, asking| view! { <DocumentForm service place=wanted.0 asking /> }.into_any() />
        </div>
    }
    .into_any()
}

#[component]
fn DocumentForm(service: ServiceId, place: Option<usize>, asking: Asking) -> impl IntoView {
    let session = expect_context::<Session>();
    let known = place.and_then(|place| documents(session, service).into_iter().nth(place)).unwrap_or_default();
    let title = RwSignal::new(known.title.to_string());
    let link = RwSignal::new(known.link.to_string());
    let wrong = RwSignal::new(None::<(&'static str, &'static str)>);
    let error = move |of: &'static str| {
        Signal::derive(move || wrong.get().filter(|(field, _)| *field == of).map(|(_, text)| text.to_owned()))
    };
    let submit = move || {
        let address = link.get_untracked().trim().to_owned();
        if title.with_untracked(|title| title.trim().is_empty()) {
            return wrong.set(Some(("title", "Say what it is called; nobody follows a bare address.")));
        }
        if !["https://", "http://", "mailto:"].iter().any(|scheme| address.to_lowercase().starts_with(scheme)) {
            return wrong.set(Some(("link", "Begin with https://, http:// or mailto:.")));
        }
        wrong.set(None);
        let document = Document { title: title.get_untracked().trim().into(), link: address.into() };
        let mut all = documents(session, service);
        match place.and_then(|place| all.get_mut(place)) {
            Some(known) => *known = document,
            None => all.push(document),
        }
        asking.give(ask(service, all), "The document stands in the draft");
    };
    view! {
        <FormFrame form=asking label="Save" error=asking.error_beside(&[]) submit>
            <Field label="Title" required=true error=error("title")><TextInput value=title /></Field>
            <Field label="Address" required=true error=error("link")><TextInput value=link kind="url" /></Field>
        </FormFrame>
    }
    .into_any()
}
