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
            below=|| view! { <Proposals /><ParetoPanel /> }.into_any() />
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
