//! Places of the catalogue and of its portal.

use itsm::ServiceId;
use itsm::catalogue::{OfferingKey, ServiceCategoryId};
use workspace::query::key_text;

use super::Route;

/// A place of the catalogue, where services are written of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// All services, and where one begins.
    List,
    /// What holds for the whole catalogue: organisation, categories, audiences.
    Settings,
    /// Pipeline, catalogue, retired.
    Portfolio,
    /// What is missing or wrong.
    Check,
    /// Joining two edited copies.
    Merge,
    /// Taking it to customers.
    Publish,
    /// Taking it to other tools, and back.
    Exchange,
    /// All of it on paper.
    Print,
    /// What a change of price, target or demand would do.
    WhatIf,
    /// A service, by its key; a link may name a field behind `#`.
    Service(String),
    /// The versions of a service, by its key; the parameters of the address say which two are compared.
    Versions(String, String),
    /// The form of an offering, by the keys of service and offering.
    Form(String, String),
    /// The workflow of an offering, by the keys of service and offering.
    Workflow(String, String),
}

/// A place of the portal, where customers look and order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Counter {
    /// Its front page, with the parameters of the address: what is looked for, as whom, drafts or not.
    Front(String),
    /// A category, by its key.
    Category(String),
    /// A service, by its key.
    Service(String),
    /// The form that orders an offering: the keys of service and offering, and the parameters of the address.
    Order(String, String, String),
    /// What is to be ordered together.
    Basket,
    /// Offerings side by side, named by the parameters of the address.
    Compare(String),
    /// What the person at this browser ordered.
    Requests,
    /// One of these, by the number people call it.
    Request(String),
}

impl Shelf {
    /// A service.
    pub fn service(id: ServiceId) -> Route {
        Route::Catalogue(Shelf::Service(key_text(id.0)))
    }

    /// The versions of a service.
    pub fn versions(id: ServiceId) -> Route {
        Route::Catalogue(Shelf::Versions(key_text(id.0), String::new()))
    }

    /// The form of an offering.
    pub fn form(id: ServiceId, offering: OfferingKey) -> Route {
        Route::Catalogue(Shelf::Form(key_text(id.0), key_text(offering.0)))
    }

    /// The workflow of an offering.
    pub fn workflow(id: ServiceId, offering: OfferingKey) -> Route {
        Route::Catalogue(Shelf::Workflow(key_text(id.0), key_text(offering.0)))
    }

    pub(super) fn path(&self) -> String {
        let of = |parts: &[&str]| ["/catalogue", &parts.concat()].concat();
        match self {
            Shelf::List => of(&[]),
            Shelf::Settings => of(&["/settings"]),
            Shelf::Portfolio => of(&["/portfolio"]),
            Shelf::Check => of(&["/check"]),
            Shelf::Merge => of(&["/merge"]),
            Shelf::Publish => of(&["/publish"]),
            Shelf::Exchange => of(&["/exchange"]),
            Shelf::Print => of(&["/print"]),
            Shelf::WhatIf => of(&["/what-if"]),
            Shelf::Service(service) => of(&["/", service]),
            Shelf::Versions(service, parameters) => with(of(&["/", service, "/versions"]), parameters),
            Shelf::Form(service, offering) => of(&["/", service, "/form/", offering]),
            Shelf::Workflow(service, offering) => of(&["/", service, "/workflow/", offering]),
        }
    }

    /// The place at a path below `/catalogue`.
    pub(super) fn parse(rest: &str, parameters: &str) -> Option<Self> {
        let parts: Vec<&str> = rest.split('/').filter(|part| !part.is_empty()).collect();
        Some(match parts.as_slice() {
            [] => Shelf::List,
            ["settings"] => Shelf::Settings,
            ["portfolio"] => Shelf::Portfolio,
            ["check"] => Shelf::Check,
            ["merge"] => Shelf::Merge,
            ["publish"] => Shelf::Publish,
            ["exchange"] => Shelf::Exchange,
            ["print"] => Shelf::Print,
            ["what-if"] => Shelf::WhatIf,
            [service] => Shelf::Service((*service).to_owned()),
            [service, "versions"] => Shelf::Versions((*service).to_owned(), parameters.to_owned()),
            [service, "form", offering] => Shelf::Form((*service).to_owned(), (*offering).to_owned()),
            [service, "workflow", offering] => Shelf::Workflow((*service).to_owned(), (*offering).to_owned()),
            _ => return None,
        })
    }
}

impl Counter {
    /// Its front page.
    pub fn front() -> Route {
        Route::Portal(Counter::Front(String::new()))
    }

    /// A category.
    pub fn category(id: ServiceCategoryId) -> Route {
        Route::Portal(Counter::Category(key_text(id.0)))
    }

    /// A service.
    pub fn service(id: ServiceId) -> Route {
        Route::Portal(Counter::Service(key_text(id.0)))
    }

    /// The form that orders an offering.
    pub fn order(id: ServiceId, offering: OfferingKey) -> Route {
        Route::Portal(Counter::Order(key_text(id.0), key_text(offering.0), String::new()))
    }

    /// What makes it another page than before: everything in its address but the words that are looked for, which
    /// change while somebody types.
    pub fn identity(&self) -> String {
        let Counter::Front(parameters) = self else { return self.path() };
        let others = parameters.split('&').filter(|pair| !pair.starts_with("q="));
        Counter::Front(others.collect::<Vec<_>>().join("&")).path()
    }

    pub(super) fn path(&self) -> String {
        let of = |parts: &[&str]| ["/portal", &parts.concat()].concat();
        match self {
            Counter::Front(parameters) => with(of(&[]), parameters),
            Counter::Category(category) => of(&["/category/", category]),
            Counter::Service(service) => of(&["/service/", service]),
            Counter::Order(service, offering, parameters) => {
                with(of(&["/service/", service, "/order/", offering]), parameters)
            }
            Counter::Basket => of(&["/basket"]),
            Counter::Compare(parameters) => with(of(&["/compare"]), parameters),
            Counter::Requests => of(&["/requests"]),
            Counter::Request(number) => of(&["/requests/", number]),
        }
    }

    /// The place at a path below `/portal`.
    pub(super) fn parse(rest: &str, parameters: &str) -> Option<Self> {
        let parts: Vec<&str> = rest.split('/').filter(|part| !part.is_empty()).collect();
        Some(match parts.as_slice() {
            [] => Counter::Front(parameters.to_owned()),
            ["category", category] => Counter::Category((*category).to_owned()),
            ["service", service] => Counter::Service((*service).to_owned()),
            ["service", service, "order", offering] => {
                Counter::Order((*service).to_owned(), (*offering).to_owned(), parameters.to_owned())
            }
            ["basket"] => Counter::Basket,
            ["compare"] => Counter::Compare(parameters.to_owned()),
            ["requests"] => Counter::Requests,
            ["requests", number] => Counter::Request((*number).to_owned()),
            _ => return None,
        })
    }
}

fn with(mut path: String, parameters: &str) -> String {
    if !parameters.is_empty() {
        path.push('?');
        path.push_str(parameters);
    }
    path
}
