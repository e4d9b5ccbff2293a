//! The fields of a problem.

use itsm::ProblemId;
use itsm::problem::Problem;
use leptos::prelude::*;
use workspace::Workspace;

use crate::session::{Session, Zone};
use crate::ui;
use crate::views::words;

fn lines(workspace: &Workspace, problem: &Problem, zone: Zone) -> Vec<(&'static str, String)> {
    let directory = workspace.desk().directory();
    let mut lines = vec![];
    let mut line =
        |name, value: Option<String>| lines.extend(value.filter(|value| !value.is_empty()).map(|value| (name, value)));
    line("Description", Some(problem.description.to_string()));
    line("Group", Some(problem.group.map_or("None", |id| directory.group(id)).to_owned()));
    line("Lead", Some(problem.assignee.map_or("Nobody", |id| directory.person(id)).to_owned()));
    line("Service", problem.service.map(|id| directory.service(id).to_owned()));
    line("Category", problem.category.map(|id| directory.category(id).to_owned()));
    line("Configuration item", problem.item.map(|id| directory.item(id).to_owned()));
    line("Raised by", Some(directory.person(problem.opened_by).to_owned()));
    line("Last change", Some(words::date_time(zone.local(problem.changed_at))));
    line(
        "Analysed again",
        (problem.reanalysed > 0).then(|| words::count(problem.reanalysed as usize, "time", "times")),
    );
    line("Known error since", problem.known_error_since.map(|at| words::date_time(zone.local(at))));
    if let Some(end) = &problem.resolution {
        line("Resolution", Some(end.code.word().to_owned()));
        line(if problem.duplicate_of.is_some() { "Original" } else { "Notes" }, Some(end.notes.to_string()));
        line("By", Some(directory.person(end.by).to_owned()));
        line("On", Some(words::date_time(zone.local(end.at))));
    }
    lines
}

/// The panel.
#[component]
pub fn Facts(id: ProblemId) -> impl IntoView {
    let session = expect_context::<Session>();
    let zone = session.zone();
    let lines = Memo::new(move |_| {
        let of = |workspace: &Workspace| Some(lines(workspace, workspace.desk().problem(id).ok()?, zone));
        session.read(of).flatten().unwrap_or_default()
    });
    let fact = |(name, value): (&'static str, String)| view! { <ui::Fact label=name>{value}</ui::Fact> };
    view! {
        <section class="panel" aria-labelledby="facts">
            <h2 id="facts">"Details"</h2>
            {move || view! { <ui::Facts>{lines.get().into_iter().map(fact).collect_view()}</ui::Facts> }.into_any()}
        </section>
    }
    .into_any()
}
