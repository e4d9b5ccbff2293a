//! What is known before the shift: articles, and known errors.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use itsm::knowledge::{Audience, Command, Content};
use itsm::{ArticleId, Command as Any, Context, PersonId, RecordId, Refusal};

use super::super::NewProblem;
use super::{Build, told};
use crate::scenario::{Article, ArticleState, Fault, Key, StartState};

const OUTDATED: &str = "outdated";

pub(super) fn publish(build: &mut Build<'_>) -> Result<(), String> {
    let files = build.files;
    let context = build.founding(TimeDelta::hours(2))?;
    for (key, article) in &files.pool.articles {
        let content = content(build, article);
        write(build, &context, key, content, article.state).map_err(told("article", key))?;
    }
    let known = files.pool.faults.iter().filter(|(_, fault)| fault.problem.as_ref().is_some_and(|one| one.known));
    for (key, fault) in known {
        if !is_there(build, key) {
            declare(build, key, fault).map_err(told("fault", key))?;
        }
    }
    Ok(())
}

/// What an article says: what to look at, and what to do.
fn content(build: &Build<'_>, article: &Article) -> Content {
    let pool = &build.files.pool;
    let look = article.diagnostics.iter().filter_map(|key| pool.diagnostics.get(key)).map(|one| one.label.as_str());
    let act = article.fix.iter().filter_map(|key| pool.fixes.get(key)).map(|one| one.label.as_str());
    let lines: Vec<String> = look.chain(act).map(|label| format!("- {label}")).collect();
    let body = if lines.is_empty() { article.title.clone() } else { lines.join("\n") };
    let fault = article.faults.iter().find_map(|key| pool.faults.get(key));
    let cast = &build.records.cast;
    Content {
        title: Arc::from(article.title.as_str()),
        body: Arc::from(body),
        keywords: Arc::from(if article.state == ArticleState::Outdated { OUTDATED } else { "" }),
        service: fault.and_then(|fault| cast.services.id(&fault.service).ok()),
        category: fault.and_then(|fault| cast.categories.id(&fault.category).ok()),
        items: Vec::new(),
        audience: if article.audience == "desk" { Audience::Desk } else { Audience::Everyone },
    }
}

/// Writes an article and, unless it is a draft, has it read and published.
pub(super) fn write(
    build: &mut Build<'_>,
    context: &Context,
    key: &Key,
    content: Content,
    state: ArticleState,
) -> Result<(), Refusal> {
    let begin = Command::Begin { content: Box::new(content), from: None };
    let record = build.records.begin_record(context, Any::Article(begin))?;
    build.records.name(key, record);
    match (record, state) {
        (RecordId::Article(article), ArticleState::Published) => {
            approve(build, context, article, build.start + TimeDelta::days(180))
        }
        (RecordId::Article(article), ArticleState::Outdated) => {
            approve(build, context, article, context.now + TimeDelta::days(30))
        }
        _ => Ok(()),
    }
}

/// Somebody else reads it and finds it right until a day.
fn approve(build: &mut Build<'_>, context: &Context, article: ArticleId, until: DateTime<Utc>) -> Result<(), Refusal> {
    let Some(reviewer) = other_than(build, context.actor) else { return Ok(()) };
    build.records.give(context, Any::Article(Command::Submit { article, reviewer }))?;
    let context = Context { actor: reviewer, now: context.now + TimeDelta::hours(1), ..*context };
    let review_by = until.max(context.now + TimeDelta::days(1));
    build.records.give(&context, Any::Article(Command::Approve { article, from: None, review_by })).map(drop)
}

/// A colleague, else somebody who decides.
fn other_than(build: &Build<'_>, writer: PersonId) -> Option<PersonId> {
    let cast = &build.records.cast;
    let team = cast.teams.id(&build.files.scenario.you.team).ok();
    let colleagues = team.and_then(|team| cast.members.get(&team)).into_iter().flatten().copied();
    let others = cast.deciders.iter().map(|decider| decider.person);
    colleagues.chain(others).find(|person| *person != writer)
}

/// Whether the known error of a fault is among the records that are there.
fn is_there(build: &Build<'_>, fault: &Key) -> bool {
    let scenario = &build.files.scenario;
    let behind = |key: &Key| scenario.hidden.faults.iter().any(|one| one.key == *key && one.fault == *fault);
    let mut known = scenario.start.iter().filter(|record| record.state == StartState::KnownError);
    known.any(|record| record.fault.as_ref().is_some_and(behind))
}

fn declare(build: &mut Build<'_>, fault_key: &Key, fault: &Fault) -> Result<(), Refusal> {
    const BEFORE: TimeDelta = TimeDelta::days(60);
    let key = Key::new(&format!("known-{fault_key}"));
    let (now, by) = (build.start - BEFORE, build.by.clone());
    let problem = NewProblem {
        key: key.clone(),
        summary: fault.name.clone(),
        text: String::new(),
        from: Vec::new(),
        service: Some(fault.service.clone()),
        item: fault.at.first().cloned(),
        category: Some(fault.category.clone()),
        impact: fault.impact,
        urgency: fault.urgency,
    };
    build.records.raise_problem(now, &by, problem)?;
    build.records.assign(now + TimeDelta::hours(1), &by, &key, Some(&fault.team), Some(&by))?;
    let behind = fault.problem.as_ref();
    let way = behind.and_then(|one| one.workaround.as_ref()).and_then(|fix| build.files.pool.fixes.get(fix));
    let way = way.map_or("", |fix| fix.label.as_str());
    let cause = behind.map_or("", |one| one.cause.as_str());
    build.records.known_error(now + TimeDelta::days(2), &by, &key, cause, way)?;
    Arc::make_mut(&mut build.records.cast).known.insert(fault_key.clone(), key);
    Ok(())
}
