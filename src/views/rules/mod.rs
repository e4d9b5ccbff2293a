//! What the desk goes by: working time, targets, priorities and names. Pages show and collect; what is right is decided
//! in the crates.

mod check;
mod editing;
mod lines;
mod name_dialog;
mod names;
mod priorities;
mod save_bar;
mod target_rules;
mod targets;
mod time;
mod week;

use leptos::prelude::*;
use workspace::rules::names::Kind;

use super::desk::gate::WithDesk;
use super::missing::Missing;
use super::page;
use crate::browser::dom;
use crate::route::{Route, Rules};

/// The page at an address.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::Rules(place) => {
            // A fresh page inside of the gate: another workspace has other rules.
            view! { <WithDesk>{move || at(place)}</WithDesk> }.into_any()
        }
        _ => view! { <Missing /> }.into_any(),
    }
}

fn at(place: Rules) -> AnyView {
    match place {
        Rules::Time => view! { <time::WorkingTime /> }.into_any(),
        Rules::Targets => view! { <targets::TargetsPage /> }.into_any(),
        Rules::Priorities => view! { <priorities::Priorities /> }.into_any(),
        Rules::Groups => view! { <names::NamesPage place kind=Kind::Groups /> }.into_any(),
        Rules::People => view! { <names::NamesPage place kind=Kind::People /> }.into_any(),
        Rules::Categories => view! { <names::NamesPage place kind=Kind::Categories /> }.into_any(),
        Rules::Services => view! { <names::NamesPage place kind=Kind::Services /> }.into_any(),
        Rules::Items => view! { <names::NamesPage place kind=Kind::Items /> }.into_any(),
    }
}

/// The id of the link to the page at hand.
const HERE: &str = "rules-here";

/// What a page is called.
fn title(place: Rules) -> &'static str {
    match place {
        Rules::Time => "Working time",
        Rules::Targets => "Targets",
        Rules::Priorities => "Priorities",
        Rules::Groups => "Groups",
        Rules::People => "People",
        Rules::Categories => "Categories",
        Rules::Services => "Services",
        Rules::Items => "Configuration items",
    }
}

/// The frame of every page here: where one is, the other pages, one sentence.
#[component]
fn RulesPage(
    place: Rules,
    /// One sentence under the heading.
    note: &'static str,
    /// Extra class of the page.
    #[prop(optional)]
    class: &'static str,
    children: Children,
) -> impl IntoView {
    page::title(move || title(place).to_owned());
    page::announce();
    let link = move |other: Rules| {
        let current = (other == place).then_some("page");
        let id = current.map(|_| HERE);
        view! { <a class="rules-link" id=id href=Route::Rules(other).href() aria-current=current>{title(other)}</a> }
    };
    // On a phone the row of pages is longer than the window.
    dom::soon(|| dom::show_id(HERE));
    view! {
        <div class="page rules-page ".to_owned() + class>
            <nav class="crumbs" aria-label="Where you are">
                <a href=Route::Workspace.href()>"Workspace"</a><span aria-hidden="true">"/"</span><span>"Rules and names"</span>
            </nav>
            <nav class="rules-nav" aria-label="Rules and names">{Rules::ALL.map(link).collect_view()}</nav>
            <header class="page-head"><h1>{title(place)}</h1></header>
            <p class="page-note">{note}</p>
            {children()}
        </div>
    }
    .into_any()
}
