//! What is different between the workflows of two states of an offering, in sentences.

use itsm::catalogue::Offering;
use itsm::catalogue::workflow::{Step, Workflow};

use super::super::told::{Told, listed, quoted};

/// Sentences; none only where the workflows are the same.
pub(super) fn differences(told: Told<'_>, before: &Offering, after: &Offering) -> Vec<String> {
    let mut said = Vec::new();
    let (was, is) = (&before.workflow, &after.workflow);
    let find = |workflow: &Workflow, step: &Step| workflow.steps.iter().find(|one| one.key == step.key).cloned();
    let name = |step: &Step| ["Step ", &quoted(&step.name)].concat();
    for gone in was.steps.iter().filter(|step| find(is, step).is_none()) {
        said.push(name(gone) + " was taken away.");
    }
    for step in &is.steps {
        let taken = || told.when(&step.when, &after.form);
        let Some(known) = find(was, step) else {
            said.push([&name(step), " was added: it ", &told.step(&step.what), ", ", &taken(), "."].concat());
            continue;
        };
        if known.name != step.name {
            said.push([&name(&known), " is now called ", &quoted(&step.name), "."].concat());
        }
        if known.when != step.when {
            said.push([&name(step), " is taken ", &taken(), "."].concat());
        }
        if known.what != step.what {
            let (old, new) = (told.step(&known.what), told.step(&step.what));
            said.push(match old == new {
                true => name(step) + " has other tasks.",
                false => [&name(step), " ", &new, "; before, it ", &old, "."].concat(),
            });
        }
    }
    let order = |workflow: &Workflow, other: &Workflow| -> Vec<_> {
        workflow.steps.iter().filter(|step| find(other, step).is_some()).map(|step| step.key).collect()
    };
    if order(was, is) != order(is, was) || (said.is_empty() && was != is) {
        let steps: Vec<String> = is.steps.iter().map(|step| quoted(&step.name)).collect();
        said.push(["The steps come in another order: ", &listed(&steps), "."].concat());
    }
    said
}
