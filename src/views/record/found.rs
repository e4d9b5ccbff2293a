//! From the number in an address to the record's page, for as long as the record is on the desk.

use itsm::Desk;
use leptos::prelude::*;

use crate::route::Route;
use crate::session::Session;
use crate::ui::{EmptyState, LinkButton};
use crate::views::desk::gate::WithDesk;
use crate::views::page;
use crate::views::part::{NotYours, OTHERS};

/// The page of the record of that number, or what to do if it is not here.
#[component]
pub fn RecordAt<I>(
    /// The number, as it stands in the address.
    number: String,
    /// What it is ("change").
    what: &'static str,
    /// Where all of them are.
    list: Route,
    /// Finds it.
    find: fn(&Desk, &str) -> Option<I>,
    /// Its page.
    page: fn(I) -> AnyView,
) -> impl IntoView
where
    I: Copy + PartialEq + Send + Sync + 'static,
{
    let number = StoredValue::new(number);
    let list = StoredValue::new(list);
    let shown = move || {
        let session = expect_context::<Session>();
        // Undoing what began it takes it off the desk, redoing brings it back.
        let found = Memo::new(move |_| {
            session.read(|workspace| number.with_value(|number| find(workspace.desk(), number))).flatten()
        });
        // A requester sees their own; a page that is no record's (a number that only its practice knows) is seen.
        let seen = Memo::new(move |_| {
            let record = session.read(|workspace| number.with_value(|number| workspace.desk().find_record(number)));
            record.flatten().is_none_or(|record| session.sees_record(record))
        });
        move || match found.get() {
            Some(_) if !seen.get() => view! { <NotYours what="Not your own" text=OTHERS /> }.into_any(),
            Some(id) => page(id),
            None => view! { <NotHere number=number.get_value() what list=list.get_value() /> }.into_any(),
        }
    };
    view! { <WithDesk>{shown()}</WithDesk> }.into_any()
}

#[component]
fn NotHere(number: String, what: &'static str, list: Route) -> impl IntoView {
    let title = "No such ".to_owned() + what;
    let title = StoredValue::new(title);
    page::title(move || title.get_value());
    page::announce();
    let text = "It may be of another workspace, or its beginning was undone: then the history brings it back.";
    view! {
        <div class="page page-narrow">
            <header class="page-head"><h1>{number}" is not in this workspace"</h1></header>
            <EmptyState title=title.get_value() text>
                <LinkButton label="See all" href=list.href() />
                <LinkButton label="Go to the history" href=Route::History.href() />
            </EmptyState>
        </div>
    }
    .into_any()
}
