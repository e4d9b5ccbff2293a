//! The small navigation of the desk: its practices. What has no records yet stays under "More" until it does.

use leptos::prelude::*;
use workspace::Workspace;

use crate::browser::location::Location;
use crate::route::{Practice, Route};
use crate::session::Session;
use crate::ui::{Menu, MenuItem};

/// Practices that stand in the row from the beginning.
const ALWAYS: [Practice; 3] = [Practice::Requests, Practice::Changes, Practice::Knowledge];

/// Whether a practice has records.
fn is_used(workspace: &Workspace, practice: Practice) -> bool {
    let desk = workspace.desk();
    match practice {
        Practice::Requests => !desk.requests().is_empty(),
        Practice::Changes => !desk.changes().is_empty(),
        Practice::Knowledge => !desk.articles().is_empty(),
        Practice::Levels => !desk.promises().is_empty(),
        Practice::Events => !desk.alerts().is_empty(),
        Practice::Improvement => !desk.improvements().is_empty(),
        Practice::Suppliers => !desk.suppliers().is_empty(),
        // Major incidents are few and configuration is a map: under "More" they are found as fast.
        Practice::Configuration | Practice::Major => false,
    }
}

/// The navigation.
#[component]
pub fn DeskNav() -> impl IntoView {
    let session = expect_context::<Session>();
    let location = expect_context::<Location>();
    let in_row = Memo::new(move |_| {
        let used = |practice: &Practice| session.read(|workspace| is_used(workspace, *practice)).unwrap_or(false);
        let seen = |practice: &Practice| session.sees(&practice.list());
        let shown = Practice::ALL.into_iter().filter(|one| ALWAYS.contains(one) || used(one));
        shown.filter(seen).collect::<Vec<Practice>>()
    });
    let here = Memo::new(move |_| Route::parse(&location.path()));
    let is_at = move |practice: Practice| here.with(|here| matches!(here, Route::Practice(at, _) if *at == practice));
    let link = move |practice: Practice| {
        view! {
            <li>
                <a href=practice.list().href() aria-current=move || is_at(practice).then_some("page")>{practice.label()}</a>
            </li>
        }
    };
    let item = |label: &str, route: Route| MenuItem {
        label: label.to_owned(),
        href: Some(route.href()),
        ..MenuItem::default()
    };
    let more = move |()| {
        let in_row = in_row.get_untracked();
        let rest = Practice::ALL.into_iter().filter(|one| !in_row.contains(one) && session.sees(&one.list()));
        rest.map(|practice| item(practice.label(), practice.list()))
            .chain([item("Reports", Route::Reports)])
            .collect::<Vec<MenuItem>>()
    };
    let at_desk = move || here.with(|here| matches!(here, Route::Desk(_))).then_some("page");
    let at_problems = move || here.with(|here| matches!(here, Route::Problems)).then_some("page");
    view! {
        <nav class="desk-nav" aria-label="Practices">
            <ul>
                {move || session.sees(&Route::Problems).then(|| view! {
                    <li><a href=move || session.queue_link() aria-current=at_desk>"Incidents"</a></li>
                    <li><a href=Route::Problems.href() aria-current=at_problems>"Problems"</a></li>
                })}
                {move || in_row.get().into_iter().map(link).collect_view()}
            </ul>
            <Menu label="More" class="desk-nav-more" items=more at_end=true />
        </nav>
    }
    .into_any()
}
