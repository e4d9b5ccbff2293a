//! Knowledge: articles, and (in the same part of the program) the register of improvements.

mod article;
mod badges;
mod dates;
mod list;
mod text;
mod write;

use leptos::prelude::*;

use crate::route::{Practice, Route, Spot};
use crate::views::improvement;
use crate::views::missing::Missing;

pub use text::ArticleText;

/// The page at an address.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::Practice(Practice::Knowledge, spot) => own(spot),
        Route::Practice(Practice::Improvement, spot) => improvement::page(spot),
        _ => view! { <Missing /> }.into_any(),
    }
}

/// What stands behind an article's number in the address of its editor.
const EDIT: &str = "/edit";

fn own(spot: Spot) -> AnyView {
    match spot {
        Spot::List(_) => view! { <list::KnowledgePage /> }.into_any(),
        Spot::New(_) => view! { <write::NewPage /> }.into_any(),
        Spot::At(place) => match place.strip_suffix(EDIT) {
            Some(number) => view! { <write::EditPage number=number.to_owned() /> }.into_any(),
            None => view! { <article::ArticlePage number=place /> }.into_any(),
        },
    }
}

/// Where an article is edited.
fn editor(number: &str) -> Route {
    Practice::Knowledge.at(number.to_owned() + EDIT)
}
