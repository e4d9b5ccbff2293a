//! Whose part is played: the choice of a role in the menu, the window in which one acts as another person, the badge
//! that says so, and what stands where a place is not for the role.

mod dialog;

use std::rc::Rc;

use itsm::Role;
use leptos::prelude::*;

use crate::commands::Commands;
use crate::route::Route;
use crate::session::Session;
use crate::ui::{Button, EmptyState, Icon, Kind, LinkButton, MenuItem, Picture};
use crate::views::page;

pub use dialog::PartDialog;

/// Why a place is not for a requester.
pub const HIDDEN: &str = "Only those who work at the desk see this: a requester sees what concerns them.";

/// Why a record is not for a requester.
pub const OTHERS: &str =
    "A requester sees what they reported or asked for themselves. Only those who work at the desk see what others did.";

const GROUP: &str = "Your role";

/// The roles, and the way to act as somebody else.
pub fn roles(session: Session, commands: Commands) -> Vec<MenuItem> {
    let played = session.part.get_untracked().role;
    let role = |role: Role| MenuItem {
        detail: role.meaning().to_owned(),
        ..MenuItem::radio(role.word(), role == played, move || session.play_role(role)).under(GROUP)
    };
    let other = MenuItem::action("Act as another person", move || commands.part.set(true)).under(GROUP);
    Role::ALL.into_iter().map(role).chain([other]).collect()
}

/// What the search offers: playing each role that is not played, and going back.
pub fn entries(session: Session) -> Vec<(String, Rc<dyn Fn()>)> {
    let part = session.part.get_untracked();
    let play = |role: Role| {
        let act: Rc<dyn Fn()> = Rc::new(move || session.play_role(role));
        ("Play the role: ".to_owned() + role.word(), act)
    };
    let mut entries: Vec<(String, Rc<dyn Fn()>)> =
        Role::ALL.into_iter().filter(|role| *role != part.role).map(play).collect();
    if !part.is_plain() {
        entries.push(("Back to yourself, with all roles".to_owned(), Rc::new(move || session.be_yourself())));
    }
    entries
}

/// "Acting as Priya · Approver"; `None` for oneself with all roles.
fn said(session: Session) -> Option<String> {
    let part = session.part.get();
    let role = (part.role != Role::Everyone).then(|| part.role.word());
    match (part.person.map(|_| session.actor_name()), role) {
        (None, None) => None,
        (Some(name), None) => Some("Acting as ".to_owned() + &name),
        (None, Some(role)) => Some("Your role: ".to_owned() + role),
        (Some(name), Some(role)) => Some("Acting as ".to_owned() + &name + " · " + role),
    }
}

/// Beside the person menu, on wide screens.
pub fn badge(session: Session) -> AnyView {
    let shown = Memo::new(move |_| said(session));
    let badge = move |said: String| {
        view! {
            <div class="part-badge">
                <Icon picture=Picture::Person />
                <span class="part-said">{said}</span>
                <button type="button" class="part-back" on:click=move |_| session.be_yourself()>
                    "Back"<span class="visually-hidden">" to yourself, with all roles"</span>
                </button>
            </div>
        }
    };
    view! { <div role="status">{move || shown.get().map(badge)}</div> }.into_any()
}

/// Over the page, on narrow screens.
pub fn band(session: Session) -> AnyView {
    let shown = Memo::new(move |_| said(session));
    let band = move |said: String| {
        view! {
            <div class="banner part-band">
                <Icon picture=Picture::Person />
                <p>{said}</p>
                <button type="button" class="button button-quiet" on:click=move |_| session.be_yourself()>
                    "Back"<span class="visually-hidden">" to yourself, with all roles"</span>
                </button>
            </div>
        }
    };
    (move || shown.get().map(band)).into_any()
}

/// What stands where a page is not for the role that is played.
#[component]
pub fn NotYours(
    /// What is not shown ("The desk's queue").
    what: &'static str,
    /// Why.
    #[prop(default = HIDDEN)]
    text: &'static str,
) -> impl IntoView {
    let session = expect_context::<Session>();
    page::title(|| "Not for your role".to_owned());
    page::announce();
    view! {
        <div class="page page-narrow">
            <header class="page-head"><h1>{what}</h1></header>
            <EmptyState title="Not for your role" text>
                <Button label="Play the agent" kind=Kind::Primary on_press=move |()| session.play_role(Role::Agent) />
                <LinkButton label="Go to the front page" href=Route::Home.href() />
            </EmptyState>
        </div>
    }
    .into_any()
}
