//! From what is explained to where one does it.

use learning::knowledge::DoIt;
use leptos::prelude::*;

use crate::route::{Counter, Lesson, Practice, Route, Rules, Shelf, Stand};

/// Where it is done, and what the link says; `None` for a place that this app does not have.
pub fn place(code: DoIt) -> Option<(String, Route)> {
    if let Some(scenario) = code.scenario() {
        let title = title_of(scenario);
        return Some((
            ["Play the shift: ", &title].concat(),
            Route::Shift(Stand::Scenario(scenario.to_owned(), String::new())),
        ));
    }
    let (label, route) = match code {
        DoIt::Home => ("The front page", Route::Home),
        DoIt::Desk => ("The queue of the desk", Route::Desk(String::new())),
        DoIt::NewIncident => ("Log an incident", Route::NewIncident),
        DoIt::Reports => ("The figures of the desk", Route::Reports),
        DoIt::Problems => ("The problems", Route::Problems),
        DoIt::NewProblem => ("Raise a problem", Route::NewProblem(String::new())),
        DoIt::Requests => ("The requests", Practice::Requests.list()),
        DoIt::NewRequest => ("Log a request", Practice::Requests.form()),
        DoIt::Changes => ("The changes", Practice::Changes.list()),
        DoIt::NewChange => ("Raise a change", Practice::Changes.form()),
        DoIt::Articles => ("The knowledge base", Practice::Knowledge.list()),
        DoIt::NewArticle => ("Write an article", Practice::Knowledge.form()),
        DoIt::Levels => ("Service levels and agreements", Practice::Levels.list()),
        DoIt::Configuration => ("The configuration items", Practice::Configuration.list()),
        DoIt::Events => ("The events", Practice::Events.list()),
        DoIt::NewEvent => ("Record an event", Practice::Events.form()),
        DoIt::Improvement => ("The improvement register", Practice::Improvement.list()),
        DoIt::NewImprovement => ("Register an improvement", Practice::Improvement.form()),
        DoIt::Suppliers => ("The suppliers", Practice::Suppliers.list()),
        DoIt::NewSupplier => ("Add a supplier", Practice::Suppliers.form()),
        DoIt::Major => ("Major incidents", Practice::Major.list()),
        DoIt::Catalogue => ("The service catalogue", Route::Catalogue(Shelf::List)),
        DoIt::Portfolio => ("The service portfolio", Route::Catalogue(Shelf::Portfolio)),
        DoIt::CatalogueCheck => ("Check the catalogue", Route::Catalogue(Shelf::Check)),
        DoIt::Publish => ("Publish the catalogue", Route::Catalogue(Shelf::Publish)),
        DoIt::Portal => ("The portal, as users see it", Counter::front()),
        DoIt::History => ("What was done, and by whom", Route::History),
        DoIt::Import => ("Bring in another tool's log", Route::Import),
        DoIt::Rules => ("Working time, targets and priorities", Route::Rules(Rules::Time)),
        DoIt::Settings => ("The settings", Route::Settings),
        DoIt::Practise => ("All shifts", Route::Shift(Stand::Library(String::new()))),
        DoIt::LearnLifecycle => ("The lifecycle in one picture", Route::Learn(Lesson::Lifecycle(String::new()))),
        DoIt::LearnWalk => ("Walk a service through its lifecycle", Route::Learn(Lesson::Walks)),
        DoIt::LearnStreams => ("Build a value stream", Route::Learn(Lesson::Streams)),
        DoIt::LearnPrinciples => ("Decide by the principles", Route::Learn(Lesson::Principles)),
        DoIt::LearnCompare => ("ITSM beside ITIL", Route::Learn(Lesson::Compare)),
        DoIt::LearnAdvisor => ("Ask which of the two to use", Route::Learn(Lesson::Advisor)),
        DoIt::LearnMaturity => ("Assess how mature practices are", Route::Learn(Lesson::Maturity)),
        DoIt::LearnGlossary => ("The glossary", Route::Learn(Lesson::Glossary(String::new()))),
        _ => return None,
    };
    Some((label.to_owned(), route))
}

/// The links of a concept.
pub fn links(codes: &[DoIt]) -> AnyView {
    let link = |(label, route): (String, Route)| view! { <li><a href=route.href()>{label}</a></li> };
    let links: Vec<_> = codes.iter().filter_map(|code| place(*code)).map(link).collect();
    if links.is_empty() {
        return ().into_any();
    }
    view! {
        <section class="panel learn-do" aria-labelledby="learn-do">
            <h2 id="learn-do">"Do it"</h2>
            <ul>{links}</ul>
        </section>
    }
    .into_any()
}

/// A scenario's key in words ("first-morning").
fn title_of(scenario: &str) -> String {
    let words = scenario.replace('-', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
