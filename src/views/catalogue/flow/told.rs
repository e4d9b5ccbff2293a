//! A workflow and its dry run in words, for the list, the drawing and the panel alike.

use chrono::TimeDelta;
use itsm::approval::Rule;
use itsm::catalogue::form::condition_words;
use itsm::catalogue::workflow::{Approver, DryRun, StepKind, Stop, Task, When, Workflow};
use itsm::catalogue::{Content, Price, StepKey};
use itsm::{Directory, Key};
use workspace::query::key_text;

use super::{Shown, Sort};
use crate::session::Zone;
use crate::views::catalogue::money::amount;
use crate::views::words;

/// What is said of a workflow and of one order that goes through it.
#[derive(Clone, PartialEq)]
pub struct Told {
    /// Approvals, then what is done.
    pub steps: Vec<StepTold>,
    /// What one order costs.
    pub cost: String,
    /// Approval, fulfilment, altogether.
    pub times: Vec<(&'static str, String)>,
    /// Whether the promise would be kept.
    pub is_kept: Option<bool>,
    /// The verdict in a sentence.
    pub verdict: String,
    /// What is missing, and whether nobody could order because of it.
    pub missing: Vec<(bool, String)>,
}

/// What is said of a step.
#[derive(Clone, PartialEq)]
pub struct StepTold {
    /// Which one.
    pub key: StepKey,
    /// What it is.
    pub sort: Sort,
    /// What it is called.
    pub name: String,
    /// When it is taken, if not always.
    pub when: Option<String>,
    /// Who is asked, or that it happens by itself.
    pub who: String,
    /// Its tasks: what, and by whom, how long.
    pub tasks: Vec<(String, String)>,
    /// How long it usually takes.
    pub takes: String,
    /// Whether the order takes it.
    pub is_taken: bool,
    /// Why, or why not.
    pub why: String,
    /// From when until when.
    pub span: String,
}

/// A kind of step.
pub fn sort_of(what: &StepKind) -> Sort {
    match what {
        StepKind::Approval { .. } => Sort::Approval,
        StepKind::Tasks(_) => Sort::Tasks,
        StepKind::Automatic => Sort::Automatic,
    }
}

impl Sort {
    /// What it is called.
    pub fn word(self) -> &'static str {
        match self {
            Sort::Approval => "Approval",
            Sort::Tasks => "Tasks",
            Sort::Automatic => "Automatic",
        }
    }
}

/// Everything in words.
pub fn told(shown: &Shown, run: &DryRun<'_>, zone: Zone) -> Told {
    let currency = &*shown.currency;
    let times = vec![
        ("Approval", words::business_span(run.approval)),
        ("Fulfilment", words::business_span(run.fulfilment)),
        ("Altogether", words::business_span(run.total())),
    ];
    let when = |at| words::date_time(zone.local(at));
    let done = run.done_at.map(when).unwrap_or_default();
    let verdict = match (run.is_kept(), run.target, run.promised_by) {
        (Some(kept), Some(target), by) => {
            let by = by.map(when).unwrap_or_default();
            let start = if kept { "Done " } else { "Done only " };
            let rest = if kept { ", in time for the promise: " } else { ", too late for the promise: " };
            [start, &done, rest, &words::business_span(target), " from the approval on, by ", &by, "."].concat()
        }
        _ => ["Done ", &done, ". Nothing is promised."].concat(),
    };
    Told {
        steps: run.stops.iter().map(|stop| step(shown, stop, zone)).collect(),
        cost: cost(run, currency),
        times,
        is_kept: run.is_kept(),
        verdict,
        missing: run.missing.iter().map(|missing| (missing.blocks(), missing.sentence())).collect(),
    }
}

fn cost(run: &DryRun<'_>, currency: &str) -> String {
    let cost = run.cost;
    if !cost.is_said && cost.first == 0 {
        return "The offering says no price".to_owned();
    }
    let first = amount(cost.first, currency);
    match (cost.period, cost.yearly()) {
        (Some(period), Some(yearly)) => {
            [&first, " a ", period.word(), ", ", &amount(yearly, currency), " a year"].concat()
        }
        _ if cost.is_estimate => ["About ", &first, ", charged at cost"].concat(),
        _ if cost.first == 0 => "Free".to_owned(),
        _ => first,
    }
}

fn step(shown: &Shown, stop: &Stop<'_>, zone: Zone) -> StepTold {
    let (step, currency) = (stop.visit.step, &*shown.currency);
    let when = match &step.when {
        When::Always => None,
        When::Answers(condition) => Some("Only if ".to_owned() + &condition_words(&shown.offering.form, condition)),
        When::CostsMoreThan(limit) => {
            let year =
                if matches!(shown.offering.price, Price::Subscription { .. }) { " in its first year" } else { "" };
            Some(["Only if it costs more than ", &amount(*limit, currency), year].concat())
        }
    };
    let at = |at| words::date_time(zone.local(at));
    let (who, tasks) = match &step.what {
        StepKind::Approval { by, rule, .. } => (asked(by, *rule, &shown.content, &shown.directory), vec![]),
        StepKind::Tasks(tasks) => {
            let told = |task: &Task| task_told(task, &shown.content, &shown.directory);
            (String::new(), tasks.iter().map(told).collect())
        }
        StepKind::Automatic => ("Happens by itself".to_owned(), vec![]),
    };
    let sort = sort_of(&step.what);
    let takes = step.what.takes();
    StepTold {
        key: step.key,
        sort,
        name: if step.name.trim().is_empty() { "A step without a name".to_owned() } else { step.name.to_string() },
        when,
        who,
        tasks,
        takes: if sort == Sort::Automatic { "no time".to_owned() } else { words::business_span(takes) },
        is_taken: stop.visit.is_taken,
        why: stop.visit.sentence(|cents| amount(cents, currency)),
        span: match stop.span {
            Some((from, until)) if from == until => at(from),
            Some((from, until)) => [&at(from), " – ", &at(until)].concat(),
            None => String::new(),
        },
    }
}

/// Who is asked: "Priya (owner) and the manager of who orders".
fn asked(by: &[Approver], rule: Rule, content: &Content, directory: &Directory) -> String {
    let one = |approver: &Approver| match approver {
        Approver::Manager => "the manager of who orders".to_owned(),
        Approver::Owner => match content.owner {
            Some(owner) => directory.person(owner).to_owned() + " (owner)",
            None => "the owner, who is not named yet".to_owned(),
        },
        Approver::Person(person) => directory.person(*person).to_owned(),
    };
    let names: Vec<String> = by.iter().map(one).collect();
    match (names.len(), rule) {
        (0, _) => "Nobody is asked yet".to_owned(),
        (1, _) => names.concat(),
        (_, Rule::All) => "All of: ".to_owned() + &names.join(", "),
        (_, Rule::Majority) => "More than half of: ".to_owned() + &names.join(", "),
        (_, Rule::Any) => "Any one of: ".to_owned() + &names.join(", "),
        (_, Rule::Quorum(many)) => ["At least ", &many.to_string(), " of: ", &names.join(", ")].concat(),
    }
}

fn task_told(task: &Task, content: &Content, directory: &Directory) -> (String, String) {
    let team = task.group.or(content.support).map_or("no team yet", |group| directory.group(group));
    let takes = if task.takes > TimeDelta::zero() { words::business_span(task.takes) } else { "time not said".into() };
    let name = if task.name.trim().is_empty() { "A task without a name".to_owned() } else { task.name.to_string() };
    (name, [team, ", ", &takes].concat())
}

/// The place of a step's neighbour of the same part (approvals, or what is done).
fn neighbour(workflow: &Workflow, key: StepKey, down: bool) -> Option<(usize, usize)> {
    let place = workflow.steps.iter().position(|step| step.key == key)?;
    let is_approval = workflow.steps.get(place)?.is_approval();
    let same = |(_, step): &(usize, &itsm::catalogue::workflow::Step)| step.is_approval() == is_approval;
    let other = match down {
        true => workflow.steps.iter().enumerate().skip(place + 1).find(same),
        false => workflow.steps.iter().enumerate().take(place).rev().find(same),
    };
    Some((place, other?.0))
}

/// Moves a step past its neighbour of the same part, if there is one.
pub fn shift(workflow: &mut Workflow, key: StepKey, down: bool) {
    if let Some((place, other)) = neighbour(workflow, key, down) {
        workflow.steps.swap(place, other);
    }
}

/// Puts a step where another one of the same part stands.
pub fn put(workflow: &mut Workflow, key: StepKey, at: StepKey) {
    let place = |workflow: &Workflow, key| workflow.steps.iter().position(|step| step.key == key);
    let (Some(from), Some(to)) = (place(workflow, key), place(workflow, at)) else { return };
    let same = workflow.steps.get(from).zip(workflow.steps.get(to));
    if same.is_some_and(|(one, other)| one.is_approval() == other.is_approval()) {
        let step = workflow.steps.remove(from);
        workflow.steps.insert(to.min(workflow.steps.len()), step);
    }
}

/// The id of the button that moves a step.
pub fn button_id(key: StepKey, down: bool) -> String {
    [if down { "later-" } else { "earlier-" }, &key_text(Key::from(key))].concat()
}

/// Working hours as they are typed ("1.5"); empty for none.
pub fn hours_text(takes: TimeDelta) -> String {
    let minutes = takes.num_minutes();
    if minutes <= 0 { String::new() } else { words::decimal(&trimmed(minutes)) }
}

fn trimmed(minutes: i64) -> String {
    let hundredths = (minutes * 100 + 30) / 60;
    let text = [
        &*(hundredths / 100).to_string(),
        if hundredths % 100 < 10 { ".0" } else { "." },
        &(hundredths % 100).to_string(),
    ]
    .concat();
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// The working time that was typed: hours ("1.5"), or minutes with their unit ("30 min"); nothing for an empty field.
pub fn hours_of(text: &str) -> Result<TimeDelta, &'static str> {
    const WRONG: &str = "Write working hours as a number (1.5), or minutes (30 min).";
    let text = text.trim().to_lowercase();
    if text.is_empty() {
        return Ok(TimeDelta::zero());
    }
    let (number, minutes) = match text.strip_suffix("min").or_else(|| text.strip_suffix('m')) {
        Some(number) => (number, 1.0),
        None => (text.strip_suffix("hours").or_else(|| text.strip_suffix('h')).unwrap_or(&text), 60.0),
    };
    let number = number.trim().replace(',', ".").parse::<f64>().map_err(|_| WRONG)?;
    let minutes = number * minutes;
    // A year of working time is a project's.
    if !(0.0..=150_000.0).contains(&minutes) {
        return Err("Write at most 2,500 working hours; more is a project.");
    }
    Ok(TimeDelta::minutes(minutes.round() as i64))
}
