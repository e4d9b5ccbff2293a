//! Ordered: the numbers of the requests, and where they can be followed.

use leptos::prelude::*;

use super::{Portal, shell};
use crate::route::{Counter, Route};
use crate::ui::{Icon, Kind, LinkButton, Picture};
use crate::views::page;
use crate::views::words;

/// The page after an order in the workspace.
pub fn page(portal: Portal, numbers: Vec<String>) -> AnyView {
    page::title(|| "Ordered".to_owned());
    page::announce();
    let request = |number: &String| {
        let summary = portal.session.peek(|workspace| {
            let requests = workspace.desk().requests();
            requests.find(number).and_then(|id| requests.get(id).ok()).map(|request| request.summary.to_string())
        });
        view! {
            <li>
                <a href=Route::Portal(Counter::Request(number.clone())).href()>{number.clone()}</a>
                <span>{summary.flatten()}</span>
            </li>
        }
    };
    let what = words::count(numbers.len(), "order is", "orders are");
    view! {
        <div class="page portal-page page-narrow portal-placed">
            <span class="portal-done"><Icon picture=Picture::Met /></span>
            <h1>"Ordered"</h1>
            <p class="portal-lead">{what}" on the way. You can follow it, and cancel it while nobody has begun."</p>
            <ul class="portal-numbers">{numbers.iter().map(request).collect_view()}</ul>
            <div class="form-actions">
                <LinkButton label="My requests" kind=Kind::Primary href=Route::Portal(Counter::Requests).href() />
                <LinkButton label="Order something else" href=shell::front() />
            </div>
        </div>
    }
    .into_any()
}
