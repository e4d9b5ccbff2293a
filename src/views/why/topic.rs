//! Which practice a place belongs to. Every place has one: a new one must decide.

use learning::Topic;

use crate::route::{Practice, Route, Rules, Shelf, Spot};

/// What a place is about; `None` for what is no place of ours.
pub fn topic(route: &Route) -> Option<Topic> {
    Some(match route {
        Route::Home | Route::NewIncident => Topic::ServiceDesk,
        Route::Desk(_) | Route::Incident(_) => Topic::Incident,
        Route::Reports => Topic::Measures,
        Route::Problems | Route::NewProblem(_) | Route::Problem(_) => Topic::Problem,
        Route::Practice(practice, spot) => of_practice(*practice, spot),
        Route::Catalogue(Shelf::Portfolio | Shelf::WhatIf) => Topic::Portfolio,
        Route::Catalogue(_) | Route::Portal(_) => Topic::Catalogue,
        Route::Workspace | Route::History | Route::Import => Topic::Journal,
        Route::Rules(Rules::Items) => Topic::Configuration,
        Route::Rules(Rules::Groups | Rules::People) => Topic::ServiceDesk,
        Route::Rules(Rules::Services) => Topic::Level,
        Route::Rules(Rules::Categories) => Topic::Incident,
        Route::Rules(Rules::Time | Rules::Targets | Rules::Priorities) => Topic::Rules,
        Route::Settings | Route::Keys | Route::About | Route::Help => Topic::ServiceManagement,
        Route::Components | Route::Missing(_) => return None,
    })
}

fn of_practice(practice: Practice, spot: &Spot) -> Topic {
    match practice {
        Practice::Requests => Topic::Request,
        Practice::Changes => Topic::Change,
        Practice::Knowledge => Topic::Knowledge,
        Practice::Levels if is_of_services(spot) => Topic::Availability,
        Practice::Levels => Topic::Level,
        Practice::Configuration => Topic::Configuration,
        Practice::Events => Topic::Event,
        Practice::Improvement => Topic::Improvement,
        Practice::Suppliers => Topic::Supplier,
        Practice::Major => Topic::Major,
    }
}

/// Whether a page of the service levels is about how available services were.
fn is_of_services(spot: &Spot) -> bool {
    matches!(spot, Spot::At(place) if place.starts_with("services") || place.starts_with("availability"))
}
