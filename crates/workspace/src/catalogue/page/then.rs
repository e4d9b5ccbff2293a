//! "What happens then": a workflow in plain words.

use chrono::TimeDelta;
use itsm::approval::Rule;
use itsm::catalogue::form::condition_words;
use itsm::catalogue::workflow::{Approver, Step, StepKind, Task, When};
use itsm::catalogue::{Catalogue, Content, Offering, Price};

use super::words::{money, working_time};

/// What happens with an order, a sentence or two for each step.
pub fn happens(catalogue: &Catalogue, content: &Content, offering: &Offering) -> Vec<String> {
    let team = support(catalogue, content);
    if offering.workflow.steps.is_empty() {
        let does =
            if offering.opens_incident() { " looks into it and restores the service." } else { " fulfils the order." };
        return vec![[&capital(&team), does].concat()];
    }
    // As they are asked: work on what may be refused is wasted.
    let approvals = offering.workflow.steps.iter().filter(|step| step.is_approval());
    let rest = offering.workflow.steps.iter().filter(|step| !step.is_approval());
    approvals.chain(rest).map(|step| sentence(catalogue, content, offering, step, &team)).collect()
}

/// Within how long an order is fulfilled.
pub fn promise(offering: &Offering) -> Option<String> {
    let time = offering.target?;
    let from = if offering.workflow.steps.iter().any(|step| matches!(step.what, StepKind::Approval { .. })) {
        ", counted from its approval"
    } else {
        ""
    };
    Some(["Within ", &working_time(time), from].concat())
}

fn support(catalogue: &Catalogue, content: &Content) -> String {
    content
        .support
        .and_then(|group| catalogue.directory.groups.get(&group))
        .map_or_else(|| "the team that supports this service".to_owned(), ToString::to_string)
}

fn sentence(catalogue: &Catalogue, content: &Content, offering: &Offering, step: &Step, team: &str) -> String {
    let only = match &step.when {
        When::Always => String::new(),
        When::Answers(condition) => ["Only if ", &condition_words(&offering.form, condition), ": "].concat(),
        When::CostsMoreThan(limit) => {
            let year = if matches!(offering.price, Price::Subscription { .. }) { " in its first year" } else { "" };
            ["Only if the order costs more than ", &money(*limit, &catalogue.settings.currency), year, ": "].concat()
        }
    };
    let what = match &step.what {
        StepKind::Approval { by, rule, takes } => approval(catalogue, content, by, *rule, *takes),
        StepKind::Tasks(tasks) => done(catalogue, tasks, team),
        StepKind::Automatic => "This happens by itself.".to_owned(),
    };
    let name =
        if step.name.trim().is_empty() { String::new() } else { [step.name.trim_end_matches('.'), ". "].concat() };
    [&*name, &only, &if only.is_empty() { capital(&what) } else { what }].concat()
}

fn approval(catalogue: &Catalogue, content: &Content, by: &[Approver], rule: Rule, takes: TimeDelta) -> String {
    let name = |approver: &Approver| match approver {
        Approver::Manager => "your manager".to_owned(),
        Approver::Owner => content.owner.and_then(|owner| catalogue.directory.people.get(&owner)).map_or_else(
            || "the owner of the service".to_owned(),
            |name| [name, ", the owner of the service,"].concat(),
        ),
        Approver::Person(person) => catalogue.directory.person(*person).to_owned(),
    };
    let names: Vec<String> = by.iter().map(name).collect();
    let who = match (names.as_slice(), rule) {
        ([], _) => "somebody who is not named yet must approve".to_owned(),
        ([one], _) => [one.trim_end_matches(','), " must approve"].concat(),
        (all, Rule::All) => [&listed(all, " and "), " must all approve"].concat(),
        (all, Rule::Any) => ["one of these must approve: ", &listed(all, " or ")].concat(),
        (all, Rule::Majority) => ["more than half of these must approve: ", &listed(all, " and ")].concat(),
        (all, Rule::Quorum(least)) => {
            ["at least ", &least.to_string(), " of these must approve: ", &listed(all, " and ")].concat()
        }
    };
    [&who, ".", &usually(takes)].concat()
}

fn done(catalogue: &Catalogue, tasks: &[Task], team: &str) -> String {
    let one = |task: &Task| {
        let group = task.group.and_then(|group| catalogue.directory.groups.get(&group)).map_or(team, |name| name);
        let takes =
            if task.takes > TimeDelta::zero() { format!(" ({})", working_time(task.takes)) } else { String::new() };
        [group, ": ", &task.name, &takes].concat()
    };
    match tasks {
        [] => "nothing is to be done here yet.".to_owned(),
        [task] => [&one(task), "."].concat(),
        all => ["at the same time, ", &all.iter().map(one).collect::<Vec<_>>().join("; "), "."].concat(),
    }
}

fn usually(takes: TimeDelta) -> String {
    if takes > TimeDelta::zero() { [" This usually takes ", &working_time(takes), "."].concat() } else { String::new() }
}

/// "Ana, Ben and Cy".
fn listed(names: &[String], last: &str) -> String {
    let names: Vec<&str> = names.iter().map(|name| name.trim_end_matches(',')).collect();
    match names.split_last() {
        Some((end, [])) => (*end).to_owned(),
        Some((end, before)) => [&before.join(", "), last, *end].concat(),
        None => String::new(),
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
