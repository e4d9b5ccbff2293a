//! How an order of an offering is fulfilled: its steps, drawn and listed, and a dry run with sample answers.

mod condition;
mod diagram;
mod run;
mod step_form;
mod steps;
mod tasks;
mod told;

use std::sync::Arc;

use itsm::ServiceId;
use itsm::catalogue::form::{Answers, fill};
use itsm::catalogue::workflow::{Workflow, dry_run};
use itsm::catalogue::{Action, Command as Ask, Content, Edit, Offering, OfferingKey, StepKey, next};
use itsm::{Command, Directory};
use leptos::prelude::*;
use workspace::Workspace;
use workspace::query::key_of;

use crate::browser::dom;
use crate::route::{Route, Shelf};
use crate::session::Session;
use crate::ui::{EmptyState, LinkButton, Toaster};
use crate::views::catalogue::gate::WithCatalogue;
use crate::views::catalogue::nav::CatalogueNav;
use crate::views::missing::Missing;
use crate::views::page;
use crate::views::record::FormDialog;
use crate::views::undo;
use crate::views::words;

use diagram::Diagram;
use run::RunPanel;
use step_form::StepForm;
use steps::Steps;
use told::Told;

/// The page of an offering, by the keys of its service and itself.
pub fn page(service: &str, offering: &str) -> AnyView {
    let keys = key_of(service).map(ServiceId).zip(key_of(offering).map(OfferingKey));
    match keys {
        Some((service, offering)) => view! { <WithCatalogue><FlowPage service offering /></WithCatalogue> }.into_any(),
        None => view! { <Missing /> }.into_any(),
    }
}

/// What a step is, without what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Approval,
    Tasks,
    Automatic,
}

/// A form that is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wanted {
    Add(Sort),
    Edit(StepKey),
}

/// Changes the workflow.
#[derive(Clone, Copy)]
struct Editor {
    session: Session,
    toaster: Toaster,
    service: ServiceId,
    offering: OfferingKey,
}

impl Editor {
    /// The offering as it is being written.
    fn now(self) -> Option<Offering> {
        let read = |workspace: &Workspace| draft(workspace, self.service)?.offering(self.offering).cloned();
        self.session.peek(read).flatten()
    }

    /// The workflow as another one.
    fn command(self, workflow: Workflow) -> Command {
        let edits = vec![Edit::Workflow(self.offering, Box::new(workflow))];
        Command::Catalogue(Ask::Edit { service: self.service, edits })
    }

    /// What comes of a change.
    fn changed(self, change: impl FnOnce(&mut Workflow)) -> Option<Command> {
        let mut workflow = self.now()?.workflow;
        change(&mut workflow);
        Some(self.command(workflow))
    }

    /// Changes it, and says so, or why not.
    fn change(self, done: String, change: impl FnOnce(&mut Workflow)) {
        let Some(command) = self.changed(change) else { return };
        match self.session.give(command) {
            Ok(_) => undo::confirm(self.session, self.toaster, done),
            Err(refusal) => self.toaster.bad(refusal.sentence()),
        }
    }

    /// Moves a step before or after its neighbour of the same part.
    fn shift(self, key: StepKey, down: bool, name: &str) {
        let done = [name, if down { " comes later" } else { " comes earlier" }].concat();
        self.change(done, |workflow| told::shift(workflow, key, down));
        // The list is made anew: the keys stay where the step went.
        let id = told::button_id(key, down);
        dom::soon(move || {
            dom::focus_id(&id);
        });
    }

    fn remove(self, key: StepKey, name: &str) {
        self.change([name, " is taken out"].concat(), |workflow| workflow.steps.retain(|step| step.key != key));
    }

    /// Puts a step in the place of another one of the same part.
    fn put(self, key: StepKey, at: StepKey) {
        if key != at {
            self.change("Moved".to_owned(), |workflow| told::put(workflow, key, at));
        }
    }

    fn next_key(self) -> StepKey {
        let used = self.now().map(|offering| offering.workflow.steps.iter().map(|step| step.key).collect::<Vec<_>>());
        next(used.unwrap_or_default(), self.session.tag())
    }
}

fn draft(workspace: &Workspace, service: ServiceId) -> Option<&Content> {
    Some(&workspace.desk().portfolio().listing(service)?.draft)
}

/// What the page shows.
#[derive(Clone, PartialEq)]
struct Shown {
    content: Content,
    offering: Offering,
    directory: Arc<Directory>,
    currency: Arc<str>,
    why_not: Option<String>,
}

fn shown(session: Session, service: ServiceId, offering: OfferingKey) -> Option<Shown> {
    let why_not = session.refuses(service, Action::Edit).map(|refusal| refusal.sentence());
    let read = |workspace: &Workspace| {
        let content = draft(workspace, service)?.clone();
        let desk = workspace.desk();
        Some(Shown {
            offering: content.offering(offering)?.clone(),
            content,
            directory: Arc::new(desk.directory().clone()),
            currency: desk.portfolio().settings().currency.clone(),
            why_not,
        })
    };
    session.read(read).flatten()
}

/// What a dry run is tried with.
#[derive(Clone, Copy)]
struct Trial {
    answers: RwSignal<Answers>,
    quantity: RwSignal<String>,
    start: RwSignal<String>,
}

impl Trial {
    fn quantity(self) -> u16 {
        self.quantity.with(|text| text.trim().parse().ok()).filter(|many| *many > 0).unwrap_or(1)
    }
}

#[component]
fn FlowPage(service: ServiceId, offering: OfferingKey) -> impl IntoView {
    let session = expect_context::<Session>();
    let shown = Memo::new(move |_| shown(session, service, offering));
    let is_here = Memo::new(move |_| shown.with(Option::is_some));
    move || match is_here.get() {
        true => view! { <Flow service offering shown /> }.into_any(),
        false => gone(service),
    }
}

fn gone(service: ServiceId) -> AnyView {
    page::title(|| "No such offering".to_owned());
    page::announce();
    view! {
        <div class="page page-narrow">
            <CatalogueNav />
            <header class="page-head"><h1>"No such offering"</h1></header>
            <EmptyState title="It is not in this workspace" text="It may have been taken out of its service, or belongs to another workspace.">
                <LinkButton label="Go to the service" href=Shelf::service(service).href() />
                <LinkButton label="All services" href=Route::Catalogue(Shelf::List).href() />
            </EmptyState>
        </div>
    }
    .into_any()
}

#[component]
fn Flow(service: ServiceId, offering: OfferingKey, shown: Memo<Option<Shown>>) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let editor = Editor { session, toaster, service, offering };
    let open = RwSignal::new(None::<Wanted>);
    let zone = session.zone();
    let form_of = |shown: &Option<Shown>| shown.as_ref().map(|shown| fill(&shown.offering.form)).unwrap_or_default();
    let trial = Trial {
        answers: RwSignal::new(shown.with_untracked(form_of)),
        quantity: RwSignal::new("1".to_owned()),
        start: RwSignal::new(words::machine(zone.local(session.now.get_untracked()))),
    };
    let told = Memo::new(move |_| {
        let start = trial.start.with(|text| words::from_machine(text));
        let start =
            start.and_then(|local| zone.instant(local.naive_utc())).unwrap_or_else(|| session.now.get_untracked());
        let (answers, quantity) = (trial.answers.get(), trial.quantity());
        shown.with(|shown| {
            let shown = shown.as_ref()?;
            let run = |workspace: &Workspace| {
                let calendar = workspace.desk().agreement().calendar();
                told::told(shown, &dry_run(&shown.content, &shown.offering, &answers, quantity, calendar, start), zone)
            };
            session.read(run)
        })
    });
    let name = move || {
        shown.with(|shown| shown.as_ref().map(|shown| shown.offering.name.to_string())).filter(|name| !name.is_empty())
    };
    let title = move || "Workflow: ".to_owned() + &name().unwrap_or_else(|| "an offering without a name".to_owned());
    let of = move || shown.with(|shown| shown.as_ref().map(|shown| shown.content.name.to_string())).unwrap_or_default();
    page::title(title);
    page::announce();
    let dialog_title = |wanted: Wanted| match wanted {
        Wanted::Add(Sort::Approval) => "Add an approval",
        Wanted::Add(Sort::Tasks) => "Add tasks",
        Wanted::Add(Sort::Automatic) => "Add an automatic step",
        Wanted::Edit(_) => "Edit the step",
    };
    let told: Signal<Option<Told>> = told.into();
    view! {
        <div class="page flow-page">
            <CatalogueNav />
            <header class="page-head">
                <h1>{title}</h1>
                <div class="page-actions">
                    <LinkButton label="Edit the form" href=Shelf::form(service, offering).href() />
                    <LinkButton label="Go to the service" href=Shelf::service(service).href() />
                </div>
            </header>
            <p class="page-note">"How an order of "{of}" is fulfilled. Approvals come first, because work on what may be refused is wasted. The tasks of one step are done at the same time."</p>
            <Show when=move || shown.with(|shown| shown.as_ref().is_some_and(|shown| shown.offering.opens_incident()))>
                <p class="page-note">"An order of it opens an incident: the desk takes none of these steps. They only tell readers of a published page what happens."</p>
            </Show>
            <div class="flow-columns">
                <div class="flow-main"><Steps editor shown told open /></div>
                <div class="flow-side">
                    <Diagram told />
                    <RunPanel shown told trial />
                </div>
            </div>
            <FormDialog open title=dialog_title form=move |wanted, asking| view! { <StepForm editor wanted asking shown /> }.into_any() />
        </div>
    }
    .into_any()
}
