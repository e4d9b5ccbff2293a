//! Which records of the open workspace belong to an element.

use itsm::Desk;
use leptos::prelude::*;

use crate::route::{Practice, Route};
use crate::session::{Session, queue_query};
use crate::views::words;

/// How many there are, and where they stand.
struct Count {
    number: usize,
    one: &'static str,
    many: &'static str,
    place: Route,
}

/// In a line; nothing while no workspace is open, or where none belongs to it.
pub fn line(id: &str, session: Session) -> Option<AnyView> {
    let counts = session.read(|workspace| counts(id, workspace.desk()))?;
    let parts: Vec<_> = counts
        .into_iter()
        .map(|count| view! { <li><a href=count.place.href()>{words::count(count.number, count.one, count.many)}</a></li> })
        .collect();
    (!parts.is_empty()).then(|| view! { <h3>"Your own records"</h3><ul class="learn-records">{parts}</ul> }.into_any())
}

fn counts(id: &str, desk: &Desk) -> Vec<Count> {
    let incidents = || Count {
        number: desk.incidents().filter(|one| one.state.is_open()).count(),
        one: "open incident",
        many: "open incidents",
        place: Route::Desk(queue_query::open().to_params()),
    };
    let problems = || Count {
        number: desk.problems().filter(|one| one.state.is_open()).count(),
        one: "open problem",
        many: "open problems",
        place: Route::Problems,
    };
    let changes = || Count {
        number: desk.changes().all().filter(|one| one.state.is_open()).count(),
        one: "open change",
        many: "open changes",
        place: Practice::Changes.list(),
    };
    let requests = || Count {
        number: desk.requests().all().filter(|one| one.state().is_open()).count(),
        one: "open request",
        many: "open requests",
        place: Practice::Requests.list(),
    };
    let articles = || Count {
        number: desk.articles().all().len(),
        one: "article",
        many: "articles",
        place: Practice::Knowledge.list(),
    };
    let improvements = || Count {
        number: desk.improvements().all().filter(|one| one.state.is_open()).count(),
        one: "improvement under way",
        many: "improvements under way",
        place: Practice::Improvement.list(),
    };
    let suppliers = || Count {
        number: desk.suppliers().all().len(),
        one: "supplier",
        many: "suppliers",
        place: Practice::Suppliers.list(),
    };
    let agreements = || Count {
        number: desk.promises().all().len(),
        one: "agreement",
        many: "agreements",
        place: Practice::Levels.list(),
    };
    match id {
        "v3-service-operation" | "deliver-and-support" | "v5-support" | "v5-operate" => {
            vec![incidents(), requests(), problems()]
        }
        "v3-service-transition" | "design-and-transition" | "v5-transition" => vec![changes(), articles()],
        "v3-service-design" | "v5-design" => vec![agreements(), suppliers()],
        "v3-continual-service-improvement" | "improve" | "continual-improvement-model" => vec![improvements()],
        "obtain-build" | "v5-acquire" => vec![suppliers(), changes()],
        "v5-deliver" => vec![requests()],
        "v3-incident-management" => vec![incidents()],
        "v3-problem-management" => vec![problems()],
        "v3-change-management" | "v3-change-evaluation" | "v3-release-and-deployment-management" => vec![changes()],
        "v3-request-fulfilment" => vec![requests()],
        "v3-knowledge-management" => vec![articles()],
        "v3-seven-step-improvement" => vec![improvements()],
        "v3-supplier-management" => vec![suppliers()],
        "v3-service-level-management" => vec![agreements()],
        _ => vec![],
    }
}
