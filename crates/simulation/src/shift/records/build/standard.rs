//! Templates of standard changes: one for each fix of the pool that is one, and for each standard change of the
//! scenario.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::TimeDelta;
use itsm::change::template::{self, Body};
use itsm::change::{Answers, Board, Command, Plans};
use itsm::{ChangeTemplateId, Command as Any, Context, RecordId, Refusal};

use super::super::changes::plans;
use super::{Build, told};
use crate::scenario::{Change, ChangeType, Fix, Key};

const WORKS: &str = "Look whether it works.";
const PUT_BACK: &str = "Put back what was there before.";

pub(super) fn authorise(build: &mut Build<'_>) -> Result<(), String> {
    let files = build.files;
    let context = build.founding(TimeDelta::hours(1))?;
    let mut templates = BTreeMap::new();
    for (key, fix) in files.pool.fixes.iter().filter(|(_, fix)| fix.change == Some(ChangeType::Standard)) {
        let body = of_fix(build, fix);
        templates.insert(key.clone(), in_force(build, &context, body).map_err(told("fix", key))?);
    }
    for change in files.scenario.changes.iter().filter(|change| change.kind == ChangeType::Standard) {
        let body = of_change(build, change);
        templates.insert(change.key.clone(), in_force(build, &context, body).map_err(told("change", &change.key))?);
    }
    Arc::make_mut(&mut build.records.cast).templates = templates;
    Ok(())
}

/// Done often, tested, undone easily: nothing is at risk.
fn body(name: &str, plans: Plans) -> Body {
    Body { name: Arc::from(name), plans, answers: Answers::of(&[0; 6]), ..Body::default() }
}

fn of_fix(build: &Build<'_>, fix: &Fix) -> Body {
    let plans =
        Plans { implementation: Arc::from(fix.label.as_str()), test: Arc::from(WORKS), back_out: Arc::from(PUT_BACK) };
    let group = fix.by.first().and_then(|team| build.records.cast.teams.id(team).ok());
    Body { group, services: services_of(build, &fix.items), ..body(&fix.label, plans) }
}

fn of_change(build: &Build<'_>, change: &Change) -> Body {
    let mut plans = plans(&change.plan);
    let silent =
        [(&mut plans.implementation, &*change.summary), (&mut plans.test, WORKS), (&mut plans.back_out, PUT_BACK)];
    for (text, words) in silent {
        if text.trim().is_empty() {
            *text = Arc::from(words);
        }
    }
    let group = change.by.as_ref().and_then(|team| build.records.cast.teams.id(team).ok());
    Body { group, services: services_of(build, &change.items), ..body(&change.summary, plans) }
}

fn services_of(build: &Build<'_>, items: &[Key]) -> Vec<itsm::ServiceId> {
    let services = items.iter().filter_map(|key| build.files.world.items.get(key)).map(|item| &item.service);
    services.filter_map(|key| build.records.cast.services.id(key).ok()).collect()
}

/// Written, put to who looks after changes, and authorised.
fn in_force(build: &mut Build<'_>, context: &Context, body: Body) -> Result<ChangeTemplateId, Refusal> {
    let records = &mut build.records;
    let create = Command::Template(template::Command::Create(Box::new(body)));
    let RecordId::ChangeTemplate(template) = records.begin_record(context, Any::Change(create))? else {
        return Err(Refusal::NoSuch { what: "change template" });
    };
    let manager = records.cast.deciders.iter().map(|decider| decider.person).find(|one| *one != context.actor);
    let Some(actor) = manager else { return Ok(template) };
    let boards = vec![Board { approvers: vec![actor], ..Board::default() }];
    records.give(context, Any::Change(Command::Template(template::Command::Ask { template, boards })))?;
    let answer = template::Command::Answer { template, approves: true, because: Arc::from("") };
    let context = Context { actor, now: context.now + TimeDelta::minutes(1), ..*context };
    records.give(&context, Any::Change(Command::Template(answer)))?;
    Ok(template)
}
