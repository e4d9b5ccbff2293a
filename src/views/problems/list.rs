//! All problems, open ones first, and what might become one.

use itsm::RecordId;
use itsm::problem::{Problem, State};
use leptos::prelude::*;
use workspace::Workspace;

use super::badges;
use super::pareto::ParetoPanel;
use super::proposals::Proposals;
use crate::route::Route;
use crate::views::record::{Line, RecordList};
use crate::views::words;

/// Which problems the chips show.
const CHIPS: [&str; 3] = ["Open", "Known errors", "All"];

/// The page.
#[component]
pub fn ProblemsPage() -> impl IntoView {
    let empty = (
        "No problems yet",
        "A problem is what causes incidents. Raise one when incidents come again, or before they do.",
    );
    view! {
        <RecordList title="Problems" lines chips=&CHIPS empty
            actions=|| Line::begin("Raise a problem", Route::NewProblem(String::new()))
            below=|| view! { <Proposals /> }.into_any() />
    }
    .into_any()
}

fn lines(workspace: &Workspace) -> Vec<Line> {
    let desk = workspace.desk();
    let mut problems: Vec<&Problem> = desk.problems().collect();
    // What is open first, then by what presses most, then the latest.
    problems.sort_by_key(|problem| {
        (problem.state == State::Closed, problem.priority(desk.matrix()).0, std::cmp::Reverse(problem.id))
    });
    problems.into_iter().map(|problem| line(workspace, problem)).collect()
}

fn line(workspace: &Workspace, problem: &Problem) -> Line {
    let desk = workspace.desk();
    let linked = || desk.incidents_of_problem(problem.id);
    let incidents = match (linked().count(), linked().filter(|incident| incident.state.is_open()).count()) {
    Line {
        id: problem.id,
        number: desk.problem_number(problem.id),
        summary: problem.summary.to_string(),
        state: problem.state,
        label: badges::label(problem),
        known_error: problem.is_known_error(),
        priority: problem.priority(desk.matrix()).0,
        incidents: linked().count(),
        waiting: linked().filter(|incident| incident.state.is_open()).count(),
        lead: problem.assignee.map(|id| desk.directory().person(id).to_owned()).unwrap_or_default(),
    }
}

fn lines(workspace: &Workspace) -> Vec<Line> {
    let mut lines: Vec<Line> = workspace.desk().problems().map(|problem| line(workspace, problem)).collect();
    // What is open first, then by what presses most, then the latest.
    lines.sort_by_key(|line| (line.state == State::Closed, line.priority, std::cmp::Reverse(line.id)));
    lines
}

#[component]
fn Problems() -> impl IntoView {
    let session = expect_context::<Session>();
    page::title(|| "Problems".to_owned());
    page::announce();
    let all = Memo::new(move |_| session.read(lines).unwrap_or_default());
    let shown = RwSignal::new(Shown::Open);
    let list = Signal::derive(move || {
        let shown = shown.get();
        all.with(|all| all.iter().filter(|line| shown.has(line)).cloned().collect::<Vec<Line>>())
    });
    let chip = move |of: Shown| {
        let count =
            Signal::derive(move || all.with(|all| words::number(all.iter().filter(|line| of.has(line)).count())));
        view! {
            <FilterChip label=of.label() count=count pressed=Signal::derive(move || shown.get() == of)
                on_toggle=move |()| shown.set(of) />
        }
    };
    let body = move || {
        let list = list.get();
        if all.with(Vec::is_empty) {
            view! {
                <EmptyState title="No problems yet"
                    text="A problem is what causes incidents. Raise one when incidents come again, or before they do." />
            }
            .into_any()
        } else if list.is_empty() {
            view! { <p class="hint">"None of the problems is of this kind."</p> }.into_any()
        } else {
            view! { <ul class="records" aria-label="Problems">{list.into_iter().map(row).collect_view()}</ul> }
                .into_any()
        }
    };
    view! {
        <div class="page">
            <header class="page-head">
                <h1>"Problems "<span class="count" role="status">{move || words::number(list.with(Vec::len))}</span></h1>
                <div class="page-actions">
                    <LinkButton label="Raise a problem" kind=Kind::Primary href=Route::NewProblem(String::new()).href() />
                </div>
            </header>
            <div class="records-chips" role="group" aria-label="Which problems">{Shown::ALL.map(chip).collect_view()}</div>
            {body}
            <Proposals />
            <ParetoPanel />
        </div>
    }
    .into_any()
}

fn row(line: Line) -> AnyView {
    let incidents = match (line.incidents, line.waiting) {
        (0, _) => "No incidents".to_owned(),
        (all, 0) => words::count(all, "incident", "incidents"),
        (all, open) => words::count(all, "incident", "incidents") + ", " + &words::number(open) + " open",
    };
    let lead = problem.assignee.map_or("Nobody leads it", |id| desk.directory().person(id)).to_owned();
    let number = desk.problem_number(problem.id);
    let known = problem.is_known_error();
    Line {
        id: RecordId::Problem(problem.id),
        href: Route::Problem(number.clone()).href(),
        number,
        title: problem.summary.to_string(),
        priority: Some(problem.priority(desk.matrix()).0),
        marks: badges::marks(problem),
        texts: vec![incidents, lead],
        shown_by: vec![problem.state != State::Closed, known, true],
    }
}
