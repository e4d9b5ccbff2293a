//! What stands in a catalogue page's place until there is a catalogue: where one begins.

use leptos::prelude::*;

use super::start::Start;
use crate::session::{Session, Status};
use crate::views::desk::gate::WithDesk;

/// Shows its children once there is a catalogue. Without a workspace, or with one in which nobody has begun, it asks whose
/// catalogue it is to be.
#[component]
pub fn WithCatalogue(children: ChildrenFn) -> impl IntoView {
    let session = expect_context::<Session>();
    let is_empty = Memo::new(move |_| session.status.with(|status| matches!(status, Status::Empty)));
    let children = StoredValue::new(children);
    let begun = move || {
        // What was begun stays shown: undoing the last of it must not close the page.
        let is_begun = Memo::new(move |before: Option<&bool>| {
            let now = session.read(|workspace| {
                let portfolio = workspace.desk().portfolio();
                portfolio.listings().len() > 0 || !portfolio.settings().organisation.is_empty()
            });
            before.copied().unwrap_or(false) || now.unwrap_or(false)
        });
        move || {
            if is_begun.get() {
                children.with_value(|children| children()).into_any()
            } else {
                view! { <Start /> }.into_any()
            }
        }
    };
    move || {
        if is_empty.get() {
            view! { <Start /> }.into_any()
        } else {
            view! { <WithDesk>{begun()}</WithDesk> }.into_any()
        }
    }
}
