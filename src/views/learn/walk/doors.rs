//! The walks there are, and three ways to begin one.

use std::sync::Arc;

use itsm::ServiceId;
use learning::study::{Did, Study, WalkStep};
use learning::walk::{Answer, PORTFOLIO_ENTRY, Plan, Walk};
use leptos::prelude::*;
use workspace::query::{key_of, key_text};
use workspace::walking::Reference;

use super::{TITLE, today, workspace_id};
use crate::browser::location::Location;
use crate::route::{Lesson, Route};
use crate::session::Session;
use crate::ui::{Button, Choice, Field, Kind, LinkButton, Select, TextInput, Toaster, Tone};
use crate::views::page::Page;

#[derive(Clone, Copy)]
struct Hall {
    session: Session,
    toaster: Toaster,
    location: Location,
}

/// The page.
pub fn doors(plan: Arc<Plan>) -> AnyView {
    let hall = Hall { session: expect_context(), toaster: expect_context(), location: expect_context() };
    hall.session.catch_up_study();
    view! {
        <Page
            title=TITLE
            note="From the first idea to the last day: each decision is explained and checked, and its records are written into your workspace."
            class="learn"
        >
            {own(hall, plan.clone())}
            <div class="learn-doors">
                {sample(hall, &plan)}
                {new(hall)}
                {known(hall)}
            </div>
            <p class="learn-what">{plan.note.clone()}</p>
        </Page>
    }
    .into_any()
}

impl Hall {
    /// Begins a walk and goes there.
    fn begin(self, name: &str, service: Option<ServiceId>) {
        let walk = self.session.study(Study::fresh_walk).unwrap_or(1);
        let on = today(self.session);
        let began = WalkStep::Began { name: name.to_owned(), on, workspace: workspace_id(self.session) };
        let mut done = self.session.learned(Did::Walked { walk, step: began });
        if let Some(service) = service {
            let answer = Answer::Records(vec![Reference::Service(service).text()]);
            let step = WalkStep::Answered { decision: PORTFOLIO_ENTRY.to_owned(), on, answer };
            done = done.and_then(|()| self.session.learned(Did::Walked { walk, step }));
        }
        match done {
            Ok(()) => self.location.go(&Route::Learn(Lesson::Walk(walk, String::new()))),
            Err(why) => self.toaster.bad(why),
        }
    }
}

/// Walks that were begun in the workspace that is open.
fn own(hall: Hall, plan: Arc<Plan>) -> impl Fn() -> Option<AnyView> + Send + Sync {
    move || {
        let here = workspace_id(hall.session);
        let walks: Vec<(u32, Walk)> = hall
            .session
            .study(|study: &Study| study.walks().map(|(number, walk)| (number, walk.clone())).collect())
            .unwrap_or_default();
        let elsewhere = walks.iter().filter(|(_, walk)| walk.workspace != here).count();
        let all = plan.decisions().count();
        let lines: Vec<_> = walks
            .into_iter()
            .filter(|(_, walk)| walk.workspace == here)
            .map(|(number, walk)| line(hall, number, walk, all))
            .collect();
        let others = (elsewhere > 0).then(|| {
            view! { <p class="learn-what">{elsewhere}" more in other workspaces of this browser"</p> }
        });
        (!lines.is_empty() || elsewhere > 0)
            .then(|| view! { <section><h2>"Your walks"</h2><ul>{lines}</ul>{others}</section> }.into_any())
    }
}

fn line(hall: Hall, number: u32, walk: Walk, all: usize) -> AnyView {
    let made = walk.answers().count();
    let kept = walk.clone();
    let remove = move |()| {
        let kept = kept.clone();
        match hall.session.learned(Did::Walked { walk: number, step: WalkStep::Dropped }) {
            Ok(()) => {
                let back = move || bring_back(hall, number, &kept);
                let said = "The walk is removed. Its records stay in the workspace.";
                hall.toaster.push_with(said, Tone::Ok, "Undo", "", back);
            }
            Err(why) => hall.toaster.bad(why),
        }
    };
    let href = Route::Learn(Lesson::Walk(number, String::new())).href();
    let removes = ["Remove the walk of ", &walk.name].concat();
    view! {
        <li class="learn-earlier">
            <a href=href>{walk.name}</a>
            <span class="learn-what">{made}" of "{all}" decisions"</span>
            <LinkButton label="Dossier" kind=Kind::Quiet href=Route::Learn(Lesson::Dossier(number)).href() />
            <Button label=removes kind=Kind::Quiet on_press=remove />
        </li>
    }
    .into_any()
}

/// Begins it again with all that it held.
fn bring_back(hall: Hall, number: u32, walk: &Walk) {
    let began = WalkStep::Began { name: walk.name.clone(), on: walk.on, workspace: walk.workspace.clone() };
    let again = walk.answers().map(|(decision, answer, on)| WalkStep::Answered {
        decision: decision.to_owned(),
        on,
        answer: answer.clone(),
    });
    for step in std::iter::once(began).chain(again) {
        if let Err(why) = hall.session.learned(Did::Walked { walk: number, step }) {
            return hall.toaster.bad(why);
        }
    }
}

fn sample(hall: Hall, plan: &Plan) -> AnyView {
    let name = plan.sample.service.clone();
    let begin = move |()| hall.begin(&name, None);
    view! {
        <section class="learn-door">
            <h2>"Guided"</h2>
            <p>{plan.sample.about.clone()}</p>
            <div class="form-actions"><Button label="Walk the guided sample" kind=Kind::Primary on_press=begin /></div>
        </section>
    }
    .into_any()
}

fn new(hall: Hall) -> AnyView {
    let name = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let begin = move || {
        let typed = name.get_untracked();
        if typed.trim().is_empty() {
            return error.set(Some("Say what the service is to be called.".to_owned()));
        }
        hall.begin(typed.trim(), None);
    };
    view! {
        <section class="learn-door">
            <h2>"A new service"</h2>
            <p>"One that you have in mind. It enters the portfolio at the end of the first stage."</p>
            <form
                class="form"
                novalidate
                on:submit=move |event| {
                    event.prevent_default();
                    begin();
                }
            >
                <Field label="Name of the service" required=true error=error><TextInput value=name /></Field>
                <div class="form-actions"><button type="submit" class="button">"Walk a new service"</button></div>
            </form>
        </section>
    }
    .into_any()
}

fn known(hall: Hall) -> Option<AnyView> {
    let services = Memo::new(move |_| {
        let read = hall.session.read(|workspace| {
            let listings = workspace.desk().portfolio().listings().filter(|one| one.status.is_open());
            let mut all: Vec<Choice> =
                listings.map(|one| Choice::new(key_text(one.id.0), one.draft.name.to_string())).collect();
            all.sort_by(|a, b| a.label.cmp(&b.label));
            all
        });
        read.unwrap_or_default()
    });
    if services.with_untracked(Vec::is_empty) {
        return None;
    }
    let chosen = RwSignal::new(String::new());
    let error = RwSignal::new(None::<String>);
    let begin = move |()| {
        let key = chosen.get_untracked();
        let name = services.with_untracked(|all| all.iter().find(|one| one.value == key).map(|one| one.label.clone()));
        match (key_of(&key).map(ServiceId), name) {
            (Some(service), Some(name)) => hall.begin(&name, Some(service)),
            _ => error.set(Some("Choose a service.".to_owned())),
        }
    };
    Some(
        view! {
            <section class="learn-door">
                <h2>"A service of your portfolio"</h2>
                <p>"See what was decided about it, and what nobody has decided yet."</p>
                <Field label="Service" required=true error=error>
                    <Select choices=services value=chosen placeholder="Choose a service" />
                </Field>
                <div class="form-actions"><Button label="Walk this service" on_press=begin /></div>
            </section>
        }
        .into_any(),
    )
}
