//! Taking the catalogue to customers and to other tools: sites, files, links and paper. It comes with the catalogue's
//! part of the program.

mod exchange;
mod orders;
mod print;
mod publish_page;
mod ready;
mod steps;
mod take;

use std::sync::Arc;

use chrono::{DateTime, Utc};
use itsm::catalogue::{Catalogue, Which, catalogue};
use leptos::prelude::*;

use crate::route::{Route, Shelf};
use crate::session::Session;
use crate::views::missing::Missing;

/// The page at an address.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::Catalogue(Shelf::Publish) => view! { <publish_page::PublishPage /> }.into_any(),
        Route::Catalogue(Shelf::Exchange) => view! { <exchange::ExchangePage /> }.into_any(),
        Route::Catalogue(Shelf::Print) => view! { <print::PrintPage /> }.into_any(),
        _ => view! { <Missing /> }.into_any(),
    }
}

/// The catalogue as customers see it now, followed.
fn published(session: Session) -> Memo<Arc<Catalogue>> {
    Memo::new(move |_| {
        let read = session.read(|workspace| {
            let now = workspace.now().unwrap_or_default();
            catalogue(workspace.desk(), Which::Published(now))
        });
        Arc::new(read.unwrap_or_default())
    })
}

/// The catalogue as it is being written, followed.
fn drafts(session: Session) -> Memo<Arc<Catalogue>> {
    Memo::new(move |_| {
        Arc::new(session.read(|workspace| catalogue(workspace.desk(), Which::Drafts)).unwrap_or_default())
    })
}

/// The desk's instant, for what is written.
fn now(session: Session) -> DateTime<Utc> {
    session.peek(|workspace| workspace.now()).flatten().unwrap_or_default()
}
