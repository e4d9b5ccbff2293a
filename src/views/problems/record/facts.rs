//! The fields of a problem.

use itsm::problem::Problem;
use workspace::Workspace;

use crate::session::Zone;
use crate::views::words;

/// Names and values.
pub fn lines(workspace: &Workspace, problem: &Problem, zone: Zone) -> Vec<(&'static str, String)> {
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
