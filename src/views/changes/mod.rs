//! Change enablement: changes, their templates, their reviews.

mod approvals;
mod badges;
mod list;
mod parts;
mod raise;
mod record;
mod templates;

pub mod calendar;

use leptos::prelude::*;

use crate::route::{Practice, Route, Spot};
use crate::views::missing::Missing;
use crate::views::record::RecordAt;

pub use raise::RaiseChange;

/// What stands before the pages of templates.
const TEMPLATES: &str = "templates";

/// The page at an address.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::Practice(Practice::Changes, spot) => own(spot),
        _ => view! { <Missing /> }.into_any(),
    }
}

fn own(spot: Spot) -> AnyView {
    match spot {
        Spot::List(_) => view! { <list::ChangesPage /> }.into_any(),
        Spot::At(place) if place == calendar::CALENDAR => view! { <calendar::CalendarPage /> }.into_any(),
        Spot::At(place) if place == calendar::WINDOWS => view! { <calendar::WindowsPage /> }.into_any(),
        Spot::New(_) => view! { <raise::RaisePage /> }.into_any(),
        Spot::At(place) => at(place),
    }
}

fn at(place: String) -> AnyView {
    let list = Practice::Changes.list();
    match place.split_once('/') {
        None if place == TEMPLATES => view! { <templates::TemplatesPage /> }.into_any(),
        Some((TEMPLATES, "new")) => view! { <templates::WritePage /> }.into_any(),
        Some((TEMPLATES, number)) => {
            let number = number.to_owned();
            let find = |desk: &itsm::Desk, number: &str| desk.change_templates().find(number);
            view! { <RecordAt number what="change template" list=templates_route() find page=templates::revise /> }
                .into_any()
        }
        None if place.to_uppercase().starts_with("STD") => {
            let find = |desk: &itsm::Desk, number: &str| desk.change_templates().find(number);
            view! { <RecordAt number=place what="change template" list=templates_route() find page=templates::record /> }
                .into_any()
        }
        _ => {
            let find = |desk: &itsm::Desk, number: &str| desk.changes().find(number);
            view! { <RecordAt number=place what="change" list find page=record::page /> }.into_any()
        }
    }
}

/// All templates.
fn templates_route() -> Route {
    Practice::Changes.at(TEMPLATES)
}

/// The form that writes a template.
fn new_template_route() -> Route {
    Practice::Changes.at("templates/new")
}

/// The form that revises a template.
fn revise_route(number: &str) -> Route {
    Practice::Changes.at("templates/".to_owned() + number)
}
