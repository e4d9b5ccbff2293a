//! Walking a service through its lifecycle: decisions that are asked, explained and checked, records that are really
//! written, and a dossier in the end. The same walk can be seen as five stages, as a value stream, or as eight
//! activities.

mod decision;
mod doors;
mod dossier;
mod gate;
mod input;
mod parts;
mod records;
mod start;
mod typed;
mod writing;

use std::sync::Arc;

use chrono::NaiveDate;
use learning::knowledge::Knowledge;
use learning::study::{Did, Study, WalkStep};
use learning::walk::{Answer, Decision, Facts, Plan, Standing, WALK_FILE, Walk};
use leptos::prelude::*;
use workspace::Workspace;
use workspace::rules::{calendar, promises};
use workspace::walking::{Reference, known};

use super::library;
use crate::route::{Lesson, Route};
use crate::session::{Session, Status};
use crate::ui::{EmptyState, LinkButton, Toaster};
use crate::views::desk::gate::WithDesk;
use crate::views::page::Page;

const TITLE: &str = "Walk a service through its lifecycle";

/// What all of a walk's page shares.
#[derive(Clone)]
struct Desk {
    session: Session,
    toaster: Toaster,
    knowledge: Arc<Knowledge>,
    plan: Arc<Plan>,
    number: u32,
    /// The walk as it is stored.
    walk: Memo<Option<Walk>>,
}

/// The walks there are, and doors to new ones.
pub fn walks() -> AnyView {
    with_plan(|_, plan| doors::doors(plan))
}

/// One walk.
pub fn walk(number: u32) -> AnyView {
    with_plan(move |knowledge, plan| Desk::at(knowledge, plan, number).or_missing(parts::page))
}

/// What a walk decided.
pub fn dossier(number: u32) -> AnyView {
    with_plan(move |knowledge, plan| Desk::at(knowledge, plan, number).or_missing(dossier::page))
}

fn with_plan(show: impl Fn(Arc<Knowledge>, Arc<Plan>) -> AnyView + Clone + Send + Sync + 'static) -> AnyView {
    let page = move || {
        let show = show.clone();
        library::with_knowledge(TITLE, move |knowledge| {
            let show = show.clone();
            let read = |text: &str| Plan::read(text).map_err(|unreadable| unreadable.to_string());
            library::with_file(WALK_FILE, read, move |plan| show(knowledge.clone(), plan))
        })
    };
    view! { <WithDesk>{page()}</WithDesk> }.into_any()
}

impl Desk {
    fn at(knowledge: Arc<Knowledge>, plan: Arc<Plan>, number: u32) -> Self {
        let session = expect_context::<Session>();
        session.catch_up_study();
        let walk = Memo::new(move |_| session.study(|study: &Study| study.walk(number).cloned()).ok().flatten());
        Self { session, toaster: expect_context(), knowledge, plan, number, walk }
    }

    /// Shows the walk, or that there is none here: another browser has it, or its records are in another workspace.
    fn or_missing(self, show: impl FnOnce(Desk) -> AnyView) -> AnyView {
        let elsewhere = self.walk.with_untracked(|walk| {
            walk.as_ref().map(|walk| (walk.workspace != workspace_id(self.session)).then(|| walk.name.clone()))
        });
        let (title, text) = match elsewhere {
            Some(None) => return show(self),
            Some(Some(name)) => (
                "Its records are in another workspace",
                [&name, " was walked in another workspace of this browser. Open that one to go on."].concat(),
            ),
            None => ("There is no such walk", "Walks are kept in the browser in which they were begun.".to_owned()),
        };
        view! {
            <Page title=TITLE class="learn">
                <EmptyState title=title text=text>
                    <LinkButton label="All walks" href=Route::Learn(Lesson::Walks).href() />
                </EmptyState>
            </Page>
        }
        .into_any()
    }

    /// The day, by the desk's clock.
    fn today(&self) -> NaiveDate {
        today(self.session)
    }

    /// Stores an answer; an empty one takes it away. What stands in the way is told.
    fn decide(&self, decision: &str, answer: Answer) -> bool {
        let step = WalkStep::Answered { decision: decision.to_owned(), on: self.today(), answer };
        match self.session.learned(Did::Walked { walk: self.number, step }) {
            Ok(()) => true,
            Err(why) => {
                self.toaster.bad(why);
                false
            }
        }
    }

    /// Where a decision stands, now and whenever the walk or the workspace changes.
    fn standing(&self, decision: &Decision) -> Standing {
        let now = self.session.now.get();
        let of = |workspace: &Workspace, walk: &Walk| {
            self.plan.standing(walk, decision, &|text| facts(workspace, text, now))
        };
        let read = self.session.read(|workspace| self.walk.with(|walk| walk.as_ref().map(|walk| of(workspace, walk))));
        read.flatten().unwrap_or(Standing::Open)
    }

    /// What the walk is called.
    fn name(&self) -> String {
        self.walk.with_untracked(|walk| walk.as_ref().map(|walk| walk.name.clone())).unwrap_or_default()
    }

    /// The references of a decision's records.
    fn records(&self, decision: &str) -> Vec<String> {
        self.walk.with(|walk| walk.as_ref().map(|walk| walk.records(decision).to_vec())).unwrap_or_default()
    }

    /// Records with their titles, now and whenever the workspace changes; `None` in the place of one that is gone.
    fn found(&self, references: &[String]) -> Vec<Option<(String, itsm::Card)>> {
        let now = self.session.now.get();
        let read = self.session.read(|workspace| {
            let desk = workspace.desk();
            let one = |text: &String| {
                let reference = Reference::read(text)?;
                Some((known(desk, reference, now)?.title, desk.card(reference.record())?))
            };
            references.iter().map(one).collect()
        });
        read.unwrap_or_default()
    }

    /// The service, once it has its entry.
    fn service(&self) -> Option<itsm::ServiceId> {
        self.walk.with(|walk| match Reference::read(walk.as_ref()?.service()?)? {
            Reference::Service(id) => Some(id),
            _ => None,
        })
    }

    /// Whether it is the guided sample, whose answers are shown.
    fn is_guided(&self) -> bool {
        self.walk.with_untracked(|walk| walk.as_ref().is_some_and(|walk| walk.name == self.plan.sample.service))
    }
}

/// The day of the desk.
fn today(session: Session) -> NaiveDate {
    let now = session.now.get_untracked();
    let zone = session.peek(|workspace| workspace.desk().agreement().agreement().calendar.zone.to_string());
    calendar::date(&promises::date_of(now, &zone.unwrap_or_default())).unwrap_or_else(|_| now.date_naive())
}

/// The workspace that is open; empty while none is.
fn workspace_id(session: Session) -> String {
    session.status.with_untracked(|status| match status {
        Status::Open { id, .. } => id.clone(),
        _ => String::new(),
    })
}

/// What the open workspace shows of a record.
fn facts(workspace: &Workspace, text: &str, now: chrono::DateTime<chrono::Utc>) -> Option<Facts> {
    let known = known(workspace.desk(), Reference::read(text)?, now)?;
    Some(Facts {
        title: known.title,
        state: known.state.to_owned(),
        fields: known.fields.into_iter().map(str::to_owned).collect(),
        has_owner: known.has_owner,
        target: known.target,
        is_covered: known.is_covered,
    })
}
