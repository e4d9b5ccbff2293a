//! "Make my own copy": a workspace that holds the catalogue that is looked at.

use leptos::prelude::*;

use super::Portal;
use crate::route::{Counter, Route, Shelf};
use crate::session::offered::{Finding, Source};
use crate::ui::{Button, Kind, Toaster};

/// Makes the copy and goes to where it can be used: the portal, where orders are taken now, or where it is written.
#[component]
pub fn CopyButton(
    /// How much it asks to be pressed.
    #[prop(optional)]
    kind: Kind,
) -> impl IntoView {
    let portal = Portal::of_context();
    let toaster = expect_context::<Toaster>();
    let make = move |()| {
        let catalogue = portal.finding.with_untracked(|finding| match finding {
            Finding::Here(offered) => Some(offered.catalogue.clone()),
            _ => None,
        });
        let Some(catalogue) = catalogue else { return };
        let session = portal.session;
        match session.copy_catalogue(&catalogue) {
            Ok(()) => {
                let published = matches!(session.offered(), Finding::Here(offered)
                    if offered.from == Source::Workspace && !offered.catalogue.services.is_empty());
                toaster.ok("This copy is yours: change it as you like, order from it, fulfil the orders.");
                portal.location.go(&if published { Counter::front() } else { Route::Catalogue(Shelf::List) });
            }
            Err(sentence) => toaster.bad(sentence),
        }
    };
    view! { <Button label="Make my own copy" kind on_press=make /> }.into_any()
}
