//! How an order is fulfilled.

use itsm::approval::Rule;
use itsm::catalogue::workflow::{Approver, Step, StepKind, Task, When, Workflow};
use serde_json::Value;

use super::cursor::Cursor;
use super::form::{condition, write_condition};
use super::limits::{FEW, STEPS};
use super::values::{Fields, amount, count, duration, from_duration, from_key, key, line, list};
use super::words::one_of;

/// The kinds of steps, by their words.
pub(super) const KINDS: [&str; 3] = ["approval", "tasks", "automatic"];

pub(crate) fn write_workflow(workflow: &Workflow) -> Value {
    Fields::default().some("steps", list(&workflow.steps, write_step)).done()
}

fn write_step(step: &Step) -> Value {
    let fields = Fields::default().put("key", from_key(step.key)).text("name", &step.name);
    let fields = match &step.when {
        When::Always => fields,
        When::Answers(condition) => fields.put("onlyIf", write_condition(condition)),
        When::CostsMoreThan(amount) => fields.put("ifCostsMoreThan", *amount),
    };
    match &step.what {
        StepKind::Approval { by, rule, takes } => fields
            .put("type", "approval")
            .some("by", list(by, |one| write_approver(*one)))
            .put("needs", write_rule(*rule))
            .some("takesMinutes", from_duration(*takes)),
        StepKind::Tasks(tasks) => fields.put("type", "tasks").some("tasks", list(tasks, write_task)),
        StepKind::Automatic => fields.put("type", "automatic"),
    }
    .done()
}

fn write_approver(approver: Approver) -> Value {
    match approver {
        Approver::Manager => "manager".into(),
        Approver::Owner => "owner".into(),
        Approver::Person(person) => Fields::default().put("person", from_key(person)).done(),
    }
}

fn write_rule(rule: Rule) -> Value {
    match rule {
        Rule::All => "all".into(),
        Rule::Majority => "majority".into(),
        Rule::Any => "any".into(),
        Rule::Quorum(many) => Fields::default().put("quorum", many).done(),
    }
}

fn write_task(task: &Task) -> Value {
    Fields::default()
        .text("name", &task.name)
        .some("group", task.group.map_or(Value::Null, from_key))
        .some("takesMinutes", from_duration(task.takes))
        .done()
}

pub(crate) fn workflow(at: &Cursor<'_>) -> Workflow {
    at.expect(&["steps"]);
    Workflow { steps: at.list("steps", STEPS, step) }
}

fn step(at: &Cursor<'_>) -> Step {
    at.expect(&["key", "name", "onlyIf", "ifCostsMoreThan", "type", "by", "needs", "takesMinutes", "tasks"]);
    Step { key: at.take("key", key), name: at.maybe("name", line).unwrap_or_default(), when: when(at), what: what(at) }
}

fn when(at: &Cursor<'_>) -> When {
    let answers = at.maybe("onlyIf", |at| When::Answers(condition(at)));
    let costs = at.maybe("ifCostsMoreThan", |at| When::CostsMoreThan(amount(at)));
    if answers.is_some() && costs.is_some() {
        at.fail("has both onlyIf and ifCostsMoreThan; a step has one of them");
    }
    answers.or(costs).unwrap_or_default()
}

fn what(at: &Cursor<'_>) -> StepKind {
    let Some(word) = at.needed("type") else { return StepKind::Automatic };
    match word.value.as_str().unwrap_or_default() {
        "approval" => StepKind::Approval {
            by: at.list("by", FEW, approver),
            rule: at.maybe("needs", rule).unwrap_or(Rule::All),
            takes: at.maybe("takesMinutes", duration).unwrap_or_default(),
        },
        "tasks" => StepKind::Tasks(at.list("tasks", FEW, task)),
        "automatic" => StepKind::Automatic,
        _ => {
            word.fail(one_of(KINDS));
            StepKind::Automatic
        }
    }
}

fn approver(at: &Cursor<'_>) -> Approver {
    if at.value.is_object() {
        at.expect(&["person"]);
        return Approver::Person(at.take("person", key));
    }
    match at.value.as_str().unwrap_or_default() {
        "manager" => Approver::Manager,
        "owner" => Approver::Owner,
        _ => {
            at.fail("must be \"manager\", \"owner\" or {\"person\": id}");
            Approver::Owner
        }
    }
}

fn rule(at: &Cursor<'_>) -> Rule {
    if at.value.is_object() {
        at.expect(&["quorum"]);
        return Rule::Quorum(at.take("quorum", count));
    }
    match at.value.as_str().unwrap_or_default() {
        "all" => Rule::All,
        "majority" => Rule::Majority,
        "any" => Rule::Any,
        _ => {
            at.fail("must be \"all\", \"majority\", \"any\" or {\"quorum\": number}");
            Rule::All
        }
    }
}

fn task(at: &Cursor<'_>) -> Task {
    at.expect(&["name", "group", "takesMinutes"]);
    Task {
        name: at.maybe("name", line).unwrap_or_default(),
        group: at.maybe("group", key),
        takes: at.maybe("takesMinutes", duration).unwrap_or_default(),
    }
}
