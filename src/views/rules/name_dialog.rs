//! One name: adding it, renaming it, retiring it or bringing it back, and the way to what refers to it.

use itsm::{Command, Entry, Key};
use leptos::prelude::*;
use workspace::query::{Name, Names, Query};
use workspace::rules::names::{self, Kind as Register, Named};

use super::names::called;
use crate::route::Route;
use crate::session::{Declined, Session, queue_query};
use crate::ui::{Button, CommandButton, Dialog, Field, Kind, TextInput, Toaster, open_while};
use crate::views::{undo, words};

/// What the dialog is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A new entry.
    New,
    /// The entry with this key.
    Known(Key),
}

/// The dialog; open while something is wanted.
#[component]
pub fn NameDialog(
    kind: Register,
    all: Memo<Vec<Named>>,
    wanted: RwSignal<Option<Wanted>>,
    /// The row that is to be active afterwards.
    active: RwSignal<Option<Key>>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let open = open_while(wanted);
    let one = called(kind).0;
    let name = RwSignal::new(String::new());
    let declined = RwSignal::new(None::<Declined>);
    let shown = Memo::new(move |_| match wanted.get()? {
        Wanted::New => None,
        Wanted::Known(key) => all.with(|all| all.iter().find(|named| named.id.key() == key).cloned()),
    });
    Effect::new(move |_| {
        wanted.track();
        name.set(shown.with_untracked(|named| named.as_ref().map(|named| named.name.to_string()).unwrap_or_default()));
        declined.set(None);
    });
    let title = Signal::derive(move || match shown.get() {
        Some(named) => named.name.to_string(),
        None => "Add a ".to_owned() + one,
    });
    let done = move |result: Result<(), Declined>, says: String| match result {
        Ok(()) => {
            open.set(false);
            undo::confirm(session, toaster, says);
        }
        Err(why) => declined.set(Some(why)),
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let new = || session.peek(|workspace| names::next(workspace, kind, session.tag()));
        let Some(id) = shown.with_untracked(|named| named.as_ref().map(|named| named.id)).or_else(new) else { return };
        let typed = name.with_untracked(|name| name.trim().to_owned());
        let is_new = shown.with_untracked(Option::is_none);
        let says = typed.clone() + if is_new { " is added" } else { " is the name now" };
        let result = session.give(Command::Enter(Entry::new(id, typed.as_str().into()))).map(drop);
        if result.is_ok() {
            active.set(Some(id.key()));
        }
        done(result, says);
    };
    let error = Signal::derive(move || {
        declined.get().filter(|declined| declined.is_about(&["name"])).map(|declined| declined.sentence())
    });
    let other =
        move || declined.get().filter(|declined| !declined.is_about(&["name"])).map(|declined| declined.sentence());
    let standing = move || shown.get().map(|named| standing(session, kind, named, done));
    view! {
        <Dialog title open>
            <form class="form" novalidate on:submit=submit>
                <Field label="Name" required=true error><TextInput value=name /></Field>
                <div class="form-error" role="alert">{move || other().map(|text| view! { <p class="error">{text}</p> })}</div>
                <div class="form-actions">
                    <button type="submit" class="button button-primary">{move || if shown.with(Option::is_some) { "Rename" } else { "Add" }}</button>
                    <Button label="Cancel" kind=Kind::Quiet on_press=move |()| open.set(false) />
                </div>
            </form>
            {standing}
        </Dialog>
    }
    .into_any()
}

/// What refers to an entry, and whether it is offered.
fn standing(
    session: Session,
    kind: Register,
    named: Named,
    done: impl Fn(Result<(), Declined>, String) + Copy + 'static,
) -> AnyView {
    let id = named.id;
    let retire = move || Command::Retire(id);
    // Asked of the rule itself, so that the reason stands there before anybody tries.
    let refusal = Signal::derive(move || {
        session.revision.track();
        session.would(retire()).err().map(|declined| declined.sentence())
    });
    let name = StoredValue::new(named.name.to_string());
    let button = if named.retired {
        let back = move |()| {
            done(session.give(Command::BringBack(id)).map(drop), name.get_value() + " is offered again");
        };
        view! { <Button label="Bring back" on_press=back /> }.into_any()
    } else {
        let press = move |()| {
            done(session.give(retire()).map(drop), name.get_value() + " is retired");
        };
        view! { <CommandButton label="Retire" refusal on_press=press /> }.into_any()
    };
    let says = if named.retired {
        "Retired: no list offers it. It keeps its name in records and in the history, and can be asked for."
    } else {
        "A retired name is offered no more. Records and the history keep it, and it can be brought back."
    };
    view! {
        <section class="name-standing">
            <h3>"Incidents"</h3>
            <p class="name-links">{links(kind, &named)}</p>
            <h3>{if named.retired { "Retired" } else { "No longer needed?" }}</h3>
            <p class="hint">{says}</p>
            {button}
        </section>
    }
    .into_any()
}

/// Every number opens what it counts.
fn links(kind: Register, named: &Named) -> AnyView {
    let key = named.id.key();
    let link =
        |query: Query, text: String| view! { <a href=Route::Desk(query.to_params()).href()>{text}</a> }.into_any();
    let incidents = |count: usize| words::count(count, "incident", "incidents");
    let all = kind.query(key);
    let second = if kind == Register::People {
        Query { callers: Names::only(Name::Key(key)), ..Query::default() }
    } else {
        Query { stages: queue_query::open_stages(), ..all.clone() }
    };
    if kind == Register::People {
        let assigned = link(all, incidents(named.used) + " assigned");
        view! { {assigned}{link(second, incidents(named.second) + " called about")} }.into_any()
    } else {
        let all = link(all, incidents(named.used));
        view! { {all}{link(second, words::number(named.second) + " open")} }.into_any()
    }
}
