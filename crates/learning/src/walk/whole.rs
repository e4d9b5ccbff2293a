//! Whether the parts of the file fit together: names stand for something, once, and checks can look at what they name.

use std::collections::BTreeSet;

use super::check::Code;
use super::decision::{Decision, Kind, SampleAnswer};
use super::plan::Plan;
use crate::knowledge::Unreadable;
use crate::knowledge::stored::unlike;

/// That a plan is whole; an error names the first thing that is not.
pub(super) fn check(plan: &Plan) -> Result<(), Unreadable> {
    ids(plan)?;
    for decision in plan.decisions() {
        decided(plan, decision)?;
    }
    around(plan)
}

/// That nothing has the id of another of its sort.
fn ids(plan: &Plan) -> Result<(), Unreadable> {
    unlike(plan.record_kinds.iter().map(|kind| kind.id.as_str()))?;
    unlike(plan.stages.iter().map(|stage| stage.id.as_str()))?;
    unlike(plan.decisions().map(|decision| decision.id.as_str()))?;
    unlike(plan.stream.steps.iter().map(|step| step.id.as_str()))?;
    unlike(plan.activities.list.iter().map(|activity| activity.id.as_str()))?;
    unlike(plan.dossier.iter().map(|artefact| artefact.artefact.as_str()))?;
    for decision in plan.decisions() {
        if let Kind::Choice(ways) = &decision.kind {
            unlike(ways.iter().map(|way| way.id.as_str()))?;
        }
    }
    Ok(())
}

/// That a decision has its document, its kind of record, checks that can look at it, and a sample that fits.
fn decided(plan: &Plan, decision: &Decision) -> Result<(), Unreadable> {
    let item = decision.id.as_str();
    if !plan.dossier.iter().any(|artefact| artefact.artefact == decision.artefact) {
        return Err(unknown(item, "artefact", &decision.artefact));
    }
    if let Kind::Record(record) = &decision.kind {
        let kind = plan.record_kind(record).ok_or_else(|| unknown(item, "record", record))?;
        if let SampleAnswer::Records(records) = &decision.sample {
            for record in records {
                each_of(item, "state of its sample", &record.state, &kind.states)?;
                each_of(item, "field of its sample", record.fields.keys(), &kind.fields)?;
            }
        }
        for check in &decision.checks {
            match &check.code {
                Code::RecordInState(state) => each_of(item, "state of a check", [state], &kind.states)?,
                Code::HasField(field) => each_of(item, "field of a check", [field], &kind.fields)?,
                _ => {}
            }
        }
    }
    decision.checks.iter().try_for_each(|check| looked_at(plan, decision, &check.code))
}

fn looked_at(plan: &Plan, decision: &Decision, code: &Code) -> Result<(), Unreadable> {
    let amiss = |because| Unreadable::Amiss { item: decision.id.clone(), because };
    if !code.looks_at(&decision.kind) {
        return Err(amiss(format!("the check {} cannot look at a {}", code.name(), decision.kind.code())));
    }
    let Some(other) = code.other() else { return Ok(()) };
    let named = plan.decision(other).ok_or_else(|| unknown(&decision.id, "decision of a check", other))?;
    match code.compares_with(&named.kind) {
        true => Ok(()),
        false => {
            Err(amiss(format!("the check {} cannot compare with the {} “{other}”", code.name(), named.kind.code())))
        }
    }
}

/// That what stands around the decisions names such as there are.
fn around(plan: &Plan) -> Result<(), Unreadable> {
    let decisions: Vec<String> = plan.decisions().map(|decision| decision.id.clone()).collect();
    each_of("setAside", "decision", &plan.set_aside.decisions, &decisions)?;
    for step in &plan.stream.steps {
        each_of(&step.id, "decision", &step.decisions, &decisions)?;
    }
    for activity in &plan.activities.list {
        each_of(activity.id.as_str(), "decision", &activity.decisions, &decisions)?;
    }
    for stage in &plan.stages {
        each_of(&stage.id, "decision that the move waits for", &stage.moves_when, &decisions)?;
        let waits_for = stage.moves_when.as_deref().and_then(|id| plan.decision(id));
        if let Some(decision) = waits_for.filter(|decision| decision.kind != Kind::Date) {
            let because = format!("its move waits for “{}”, which is no date", decision.id);
            return Err(Unreadable::Amiss { item: stage.id.clone(), because });
        }
    }
    let stages: Vec<String> = plan.stages.iter().map(|stage| stage.id.clone()).collect();
    let gates: Vec<String> = plan.stages.iter().flat_map(|stage| stage.ticks.clone()).collect();
    for artefact in &plan.dossier {
        each_of(&artefact.artefact, "stage", [&artefact.stage], &stages)?;
        each_of(&artefact.artefact, "gate", &artefact.gates, &gates)?;
    }
    Ok(())
}

fn each_of<'a>(
    item: &str,
    field: &'static str,
    words: impl IntoIterator<Item = &'a String>,
    known: &[String],
) -> Result<(), Unreadable> {
    let known: BTreeSet<&str> = known.iter().map(String::as_str).collect();
    match words.into_iter().find(|word| !known.contains(word.as_str())) {
        Some(word) => Err(unknown(item, field, word)),
        None => Ok(()),
    }
}

fn unknown(item: &str, field: &'static str, value: &str) -> Unreadable {
    Unreadable::Unknown { item: item.to_owned(), field, value: value.to_owned() }
}
