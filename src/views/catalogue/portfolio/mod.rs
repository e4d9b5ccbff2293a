//! The portfolio: pipeline, catalogue and retired, with the states of the TM Forum as lanes beneath.

mod board;
mod card;
mod gates;
mod moving;
mod rank;

use itsm::ServiceId;
use itsm::catalogue::Status;
use leptos::prelude::*;

use crate::route::{Route, Shelf};
use crate::session::Session;
use crate::ui::{EmptyState, Kind, LinkButton};
use crate::views::asking::Asking;
use crate::views::catalogue::gate::WithCatalogue;
use crate::views::catalogue::nav::CatalogueNav;
use crate::views::page;
use crate::views::record::FormDialog;

/// What needs a dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wanted {
    /// Move a service where something is still to be said.
    Move(ServiceId, Status),
    /// What its gates ask for.
    Gates(ServiceId),
    /// How it stands among the others.
    Rank(ServiceId),
}

fn title(wanted: Wanted) -> &'static str {
    match wanted {
        Wanted::Move(_, to) => match to {
            Status::InStudy => "Move to “In study”",
            Status::InDesign => "Move to “In design”",
            Status::InTest => "Move to “In test”",
            Status::Rejected => "Reject it",
            Status::Active => "Move to “Active”",
            Status::Launched => "Launch it",
            Status::Retired => "Retire it",
            Status::Obsolete => "Declare it obsolete",
        },
        Wanted::Gates(_) => "What its gates ask for",
        Wanted::Rank(_) => "Value, cost, demand and risk",
    }
}

fn dialog(wanted: Wanted, asking: Asking) -> AnyView {
    match wanted {
        Wanted::Move(id, to) => view! { <moving::MoveForm id to asking /> }.into_any(),
        Wanted::Gates(id) => view! { <gates::Gates id asking /> }.into_any(),
        Wanted::Rank(id) => view! { <rank::RankForm id asking /> }.into_any(),
    }
}

/// The page.
#[component]
pub fn PortfolioPage() -> impl IntoView {
    view! { <WithCatalogue><Portfolio /></WithCatalogue> }.into_any()
}

#[component]
fn Portfolio() -> impl IntoView {
    let session = expect_context::<Session>();
    let open = RwSignal::new(None::<Wanted>);
    let is_empty = Memo::new(move |_| {
        session.read(|workspace| workspace.desk().portfolio().listings().len() == 0).unwrap_or(true)
    });
    let body = move || {
        if is_empty.get() {
            let text =
                "The portfolio holds what may come, what is offered and what was. Draft a service: it begins in study.";
            return view! {
                <EmptyState title="No services yet" text>
                    <LinkButton label="Draft the first service" kind=Kind::Primary href=Route::Catalogue(Shelf::List).href() />
                </EmptyState>
            }
            .into_any();
        }
        view! { <board::Board open /> }.into_any()
    };
    let note = "The catalogue is the part of the portfolio that customers see. Gates keep what is not ready out of it.";
    page::title(|| "Portfolio".to_owned());
    page::announce();
    view! {
        <div class="page portfolio">
            <CatalogueNav />
            <header class="page-head"><h1>"Portfolio"</h1></header>
            <p class="page-note">{note}</p>
            {body}
            <FormDialog open title form=dialog />
        </div>
    }
    .into_any()
}
