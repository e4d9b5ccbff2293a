//! Which practice a place belongs to. Every place has one: a new one must decide.

use learning::{Edition, Topic};

use crate::route::{Practice, Route, Rules, Shelf, Spot};

/// What a place is about; `None` for what is no place of ours.
pub fn topic(route: &Route) -> Option<Topic> {
    Some(match route {
        Route::Home | Route::NewIncident | Route::Shift(_) => Topic::ServiceDesk,
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
        Route::Learn(_) | Route::Settings | Route::Keys | Route::About | Route::Help => Topic::ServiceManagement,
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

/// The concept that says more about a topic, by its id in the body of knowledge; `None` of what is no concept.
pub fn concept(topic: Topic, edition: Edition) -> Option<&'static str> {
    let (third, later) = match topic {
        Topic::ServiceDesk => ("v3-service-desk", "service-desk"),
        Topic::Incident | Topic::Major => ("v3-incident-management", "incident-management"),
        Topic::Problem => ("v3-problem-management", "problem-management"),
        Topic::Change => ("v3-change-management", "change-enablement"),
        Topic::Request => ("v3-request-fulfilment", "service-request-management"),
        Topic::Level | Topic::Rules => ("v3-service-level-management", "service-level-management"),
        Topic::Configuration => ("v3-service-asset-and-configuration-management", "service-configuration-management"),
        Topic::Event => ("v3-event-management", "monitoring-and-event-management"),
        Topic::Knowledge => ("v3-knowledge-management", "knowledge-management"),
        Topic::Improvement => ("v3-seven-step-improvement", "continual-improvement"),
        Topic::Supplier => ("v3-supplier-management", "supplier-management"),
        Topic::Availability => ("v3-availability-management", "availability-management"),
        Topic::Catalogue => ("v3-service-catalogue-management", "service-catalogue-management"),
        Topic::Portfolio => ("v3-service-portfolio-management", "portfolio-management"),
        Topic::Measures => ("v3-seven-steps", "measurement-and-reporting"),
        Topic::ServiceManagement => ("itsm", "itsm"),
        Topic::Journal => return None,
    };
    Some(if edition == Edition::V3 { third } else { later })
}
