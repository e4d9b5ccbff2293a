//! The portal: what customers of a catalogue see. It has no product navigation, only a header of its own with the
//! organisation's name. Where its catalogue comes from says `session::offered`.

mod articles;
mod basket;
mod card;
mod category;
mod compare;
mod copy;
mod front;
mod greet;
mod mine;
mod order;
mod parameters;
mod placed;
mod quantity;
mod seen;
mod service;
mod shell;
mod states;
mod way;

use std::sync::Arc;

use chrono::NaiveDate;
use itsm::ServiceId;
use itsm::catalogue::{Catalogue, Content};
use leptos::prelude::*;
use workspace::catalogue::find::Index;
use workspace::catalogue::offer::{self, Standing};

use crate::browser::location::Location;
use crate::route::{Counter, Route};
use crate::session::Session;
use crate::session::offered::{self, Finding, Offered, Source};
use crate::views::missing::Missing;
use crate::views::service_page;

pub use greet::{Greeting, greet};

/// The page at an address.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::Portal(place) => view! { <shell::Shell>{own(place)}</shell::Shell> }.into_any(),
        _ => view! { <Missing /> }.into_any(),
    }
}

fn own(place: Counter) -> AnyView {
    match place {
        // portal
        Counter::Front(parameters) => front::page(&parameters),
        Counter::Category(category) => category::page(&category),
        Counter::Service(service) => service::page(&service),
        Counter::Order(service, offering, parameters) => order::page(&service, &offering, &parameters),
        Counter::Basket => basket::page(),
        Counter::Compare(parameters) => compare::page(&parameters),
        // flow
        Counter::Requests => mine::list(),
        Counter::Request(number) => mine::one(number),
    }
}

/// What every page of the portal works with.
#[derive(Clone, Copy)]
struct Portal {
    session: Session,
    location: Location,
    /// What came of looking for a catalogue.
    finding: Memo<Finding>,
    /// The catalogue as it is shown, while there is one.
    shown: Memo<Option<Arc<Shown>>>,
}

/// A catalogue, ready to be looked through.
struct Shown {
    offered: Offered,
    /// Only what is offered, whoever looks.
    listed: Catalogue,
    index: Index,
    today: NaiveDate,
}

impl Portal {
    fn begin() -> Self {
        let session = expect_context::<Session>();
        let finding = Memo::new(move |_| session.offered());
        let today = Memo::new(move |_| session.zone().local(session.now.get()).date());
        let orders = Memo::new(move |_| session.orders());
        let shown = Memo::new_with_compare(
            move |_| {
                let Finding::Here(offered) = finding.get() else { return None };
                let today = today.get();
                let listed = offer::offered(&offered.catalogue, offered.from.looked_at(), today);
                let index = Index::new(&listed);
                let index =
                    if offered.from.takes_orders() { orders.with(|orders| index.with_orders(orders)) } else { index };
                Some(Arc::new(Shown { offered, listed, index, today }))
            },
            // Made anew only if something of it changed.
            |_, _| true,
        );
        Self { session, location: expect_context(), finding, shown }
    }

    fn of_context() -> Self {
        expect_context()
    }

    /// Where the catalogue comes from, while there is one.
    fn source(self) -> Option<Source> {
        self.finding.with(|finding| match finding {
            Finding::Here(offered) => Some(offered.from),
            _ => None,
        })
    }
}

impl Shown {
    fn currency(&self) -> &str {
        &self.listed.settings.currency
    }

    fn standing(&self, id: ServiceId) -> Standing {
        let Offered { catalogue, from } = &self.offered;
        offer::standing(catalogue, id, from.looked_at(), offered::seen_as(), self.today)
    }

    /// A service that is offered.
    fn content(&self, id: ServiceId) -> Option<&Content> {
        self.listed.content(id)
    }

    /// What a service is called, also one that the portal does not show.
    fn name(&self, id: ServiceId) -> String {
        service_page::name(&self.offered.catalogue, id)
    }
}
