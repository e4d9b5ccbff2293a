//! What stands in a page's place until a workspace is open.

use leptos::prelude::*;

use super::empty::EmptyDesk;
use crate::browser::location::Location;
use crate::session::{Session, Status};
use crate::ui::Skeleton;
use crate::views::page::Page;
use crate::views::part::NotYours;
use crate::views::workspace::rescue::Rescue;

/// Shows its children once a workspace is open; before that, what is going on and what to do.
#[component]
pub fn WithDesk(children: ChildrenFn) -> impl IntoView {
    let session = expect_context::<Session>();
    let location = expect_context::<Location>();
    let place = Memo::new(move |_| match session.status.get() {
        Status::Opening => Place::Opening,
        Status::Empty => Place::Empty,
        Status::Open { .. } if !session.sees(&location.route()) => Place::Hidden,
        // Another workspace is another page, even under the same address.
        Status::Open { id, .. } => Place::Open(id),
        Status::Damaged { id, sentence } => Place::Damaged { id, sentence },
    });
    move || match place.get() {
        Place::Opening => {
            view! { <Page title="Opening the desk"><Skeleton lines=12 label="Reading the workspace" /></Page> }
                .into_any()
        }
        Place::Empty => view! { <EmptyDesk /> }.into_any(),
        Place::Hidden => view! { <NotYours what="The desk at work" /> }.into_any(),
        Place::Open(_) => children().into_any(),
        Place::Damaged { id, sentence } => view! { <Rescue id sentence /> }.into_any(),
    }
}

#[derive(Clone, PartialEq)]
enum Place {
    Opening,
    Empty,
    /// Not for the role that is played.
    Hidden,
    Open(String),
    Damaged {
        id: String,
        sentence: String,
    },
}
