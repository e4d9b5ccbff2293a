//! Renaming, duplicating and deleting any workspace; each can be undone.

use leptos::prelude::*;

use crate::session::Session;
use crate::ui::{Button, Dialog, Field, Kind, TextInput, Toaster, Tone, open_while};

/// Which workspace (its id and name) is to be renamed or deleted: what the page's dialogs are about.
#[derive(Clone, Copy)]
pub struct Wanted {
    /// To be renamed.
    pub rename: RwSignal<Option<(String, String)>>,
    /// To be deleted.
    pub delete: RwSignal<Option<(String, String)>>,
}

impl Wanted {
    /// Puts it into the context. Once a page.
    pub fn provide() {
        provide_context(Self { rename: RwSignal::new(None), delete: RwSignal::new(None) });
    }
}

fn quoted(name: &str) -> String {
    "“".to_owned() + name + "”"
}

/// Duplicates a workspace and offers to open the copy.
pub fn duplicate(session: Session, toaster: Toaster, id: &str) {
    match session.duplicate(id) {
        Ok((id, name)) => {
            toaster.push_with(quoted(&name) + " is made", Tone::Ok, "Open it", "", move || session.open(id.clone()));
        }
        Err(sentence) => toaster.bad("It was not duplicated. ".to_owned() + &sentence),
    }
}

/// Asks for another name.
#[component]
pub fn RenameDialog() -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let wanted = expect_context::<Wanted>().rename;
    let open = open_while(wanted);
    let name = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    Effect::new(move |_| {
        if let Some((_, now)) = wanted.get() {
            name.set(now);
            error.set(None);
        }
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some((id, _)) = wanted.get_untracked() else { return };
        let new = name.get_untracked();
        match session.rename_any(&id, &new) {
            Ok(before) => {
                open.set(false);
                let undo = move || {
                    if let Err(sentence) = session.rename_any(&id, &before) {
                        toaster.bad(sentence);
                    }
                };
                toaster.push_with(
                    "It is called ".to_owned() + &quoted(new.trim()) + " now",
                    Tone::Ok,
                    "Undo",
                    "",
                    undo,
                );
            }
            Err(sentence) => error.set(Some(sentence)),
        }
    };
    let title = Signal::derive(move || {
        "Rename ".to_owned() + &quoted(&wanted.with(|wanted| wanted.as_ref().map(|w| w.1.clone()).unwrap_or_default()))
    });
    view! {
        <Dialog title open>
            <form class="form" novalidate on:submit=submit>
                <Field label="Name" required=true error><TextInput value=name /></Field>
                <div class="form-actions">
                    <button type="submit" class="button button-primary">"Rename it"</button>
                    <Button label="Keep the name" kind=Kind::Quiet on_press=move |()| open.set(false) />
                </div>
            </form>
        </Dialog>
    }
    .into_any()
}

/// Asks before deleting; the way back is offered afterwards, too.
#[component]
pub fn DeleteDialog() -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let wanted = expect_context::<Wanted>().delete;
    let open = open_while(wanted);
    let title = Signal::derive(move || {
        let name = wanted.with(|wanted| wanted.as_ref().map(|wanted| quoted(&wanted.1)).unwrap_or_default());
        "Delete ".to_owned() + &name + "?"
    });
    let export = move |()| {
        if let Some((id, _)) = wanted.get_untracked() {
            session.export(&id);
        }
    };
    let delete = move |()| {
        let Some((id, name)) = wanted.get_untracked() else { return };
        match session.bin(&id) {
            Ok(()) => {
                // What was offered to be undone in it is out of reach.
                toaster.dismiss_actions();
                let restore = move || match session.restore(&id) {
                    Ok(()) => {}
                    Err(sentence) => toaster.bad(sentence),
                };
                toaster.push_with(quoted(&name) + " is deleted", Tone::Ok, "Undo", "", restore);
            }
            Err(sentence) => toaster.bad(sentence),
        }
        open.set(false);
    };
    let for_good = move |()| {
        let Some((id, name)) = wanted.get_untracked() else { return };
        match session.delete(&id) {
            Ok(()) => toaster.ok(quoted(&name) + " is deleted for good"),
            Err(sentence) => toaster.bad(sentence),
        }
        open.set(false);
    };
    view! {
        <Dialog title open>
            <p>"It disappears from every tab at once and can be restored for 30 days, under “Recently deleted” on this page. Until then it keeps its room in the storage."</p>
            <p>"If you need the room now, delete it for good: then only an export brings it back."</p>
            <div class="form-actions">
                <Button label="Delete it" kind=Kind::Danger on_press=delete />
                <Button label="Delete for good" on_press=for_good />
                <Button label="Export first" on_press=export />
                <Button label="Keep it" kind=Kind::Quiet on_press=move |()| open.set(false) />
            </div>
        </Dialog>
    }
    .into_any()
}
