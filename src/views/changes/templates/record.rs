//! One template: what it says, who authorised it, and what can be done with it.

use itsm::change::template::{Action, ChangeTemplate, Command as AskTemplate, State, why_not_answer};
use itsm::change::{Asked, Command as Ask, Return};
use itsm::{ChangeTemplateId, Command, Desk, RecordId};
use leptos::prelude::*;
use workspace::Workspace;

use super::super::approvals::{Approval, Approvals};
use super::super::parts::{Boards, Seats, derived};
use super::super::raise::template_route;
use super::super::{badges, revise_route, templates_route};
use super::list::state;
use crate::browser::location::Location;
use crate::session::Session;
use crate::ui::{Fact, Facts, Field, Panel, TextArea};
use crate::views::asking::{Asking, FormFrame};
use crate::views::desk::ticket::history::History;
use crate::views::record::{Act, ActionRow, FactsPanel, FormDialog, Mark, RecordFrame, Related};
use crate::views::words;

/// An action that needs more than a press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wanted {
    Ask,
    Retire,
}

#[derive(Clone, PartialEq)]
struct Shown {
    number: String,
    name: String,
    marks: Vec<Mark>,
    state: State,
    next: String,
    lines: Vec<(&'static str, String)>,
}

fn next(desk: &Desk, template: &ChangeTemplate) -> String {
    match (template.state, &template.returned) {
        (State::Draft, Some(Return::Refused { by, because })) => {
            let who = desk.directory().person(*by);
            [who, " refused: “", because, "” Revise it and ask again, or retire it."].concat()
        }
        (State::Draft, _) => {
            "It is not in force: put it to its change authority. Once authorised, its changes ask nobody.".to_owned()
        }
        (State::Authorize, _) => "Its change authority is asked.".to_owned(),
        (State::InForce, _) => "It is in force: changes made from it are authorised.".to_owned(),
        (State::Retired, _) => ["Retired: “", &template.retired_because, "”"].concat(),
    }
}

fn shown(session: Session, id: ChangeTemplateId) -> Option<Shown> {
    let read = session.read(|workspace| {
        let desk = workspace.desk();
        let template = desk.change_templates().get(id).ok()?;
        let mut marks = vec![state(template)];
        marks.extend(template.body.weighed().map(badges::risk));
        let body = &template.body;
        Some(Shown {
            number: desk.change_templates().number(id),
            name: body.name.to_string(),
            marks,
            state: template.state,
            next: next(desk, template),
            lines: vec![
                ("When it fits", body.description.to_string()),
                ("Risk", derived(body.answers).unwrap_or_else(|| "Not assessed".to_owned())),
                ("Implementation plan", body.plans.implementation.to_string()),
                ("Test plan", body.plans.test.to_string()),
                ("Back-out plan", body.plans.back_out.to_string()),
            ],
        })
    });
    read.flatten()
}

fn approval(session: Session, id: ChangeTemplateId) -> Option<Approval> {
    let me = session.me();
    let read = session.read(|workspace| {
        let desk = workspace.desk();
        let template = desk.change_templates().get(id).ok()?;
        let note = if template.rounds.is_empty() { "Nobody is asked yet." } else { "" }.to_owned();
        let why_not = why_not_answer(desk, id, me).map(|refusal| refusal.sentence());
        Some(Approval { is_asked: template.state == State::Authorize, rounds: template.rounds.clone(), note, why_not })
    });
    read.flatten()
}

fn facts(workspace: &Workspace, id: ChangeTemplateId) -> Vec<(&'static str, String)> {
    let desk = workspace.desk();
    let Ok(template) = desk.change_templates().get(id) else { return vec![] };
    let directory = desk.directory();
    let zone = crate::session::Zone::of(desk);
    let moment = |at| words::date_time(zone.local(at));
    let services: Vec<&str> = template.body.services.iter().map(|id| directory.service(*id)).collect();
    let used = desk.changes().all().filter(|change| change.template == Some(id)).count();
    vec![
        ("Used for", words::count(used, "change", "changes")),
        ("Services", services.join(", ")),
        ("Group", template.body.group.map(|id| directory.group(id).to_owned()).unwrap_or_default()),
        ("Category", template.body.category.map(|id| directory.category(id).to_owned()).unwrap_or_default()),
        ("Version", template.version.to_string()),
        ("Written by", directory.person(template.written_by).to_owned()),
        ("Last authorised", template.authorised_at.map(moment).unwrap_or_default()),
    ]
}

/// The page.
#[component]
pub fn TemplatePage(id: ChangeTemplateId) -> impl IntoView {
    let session = expect_context::<Session>();
    let location = expect_context::<Location>();
    let shown = Memo::new(move |_| shown(session, id));
    let open = RwSignal::new(None::<Wanted>);
    let number = move || shown.with(|shown| shown.as_ref().map(|one| one.number.clone())).unwrap_or_default();
    let line = move || move || shown.get().map(|shown| shown.marks.into_iter().map(Mark::show).collect_view());
    let acts = move || {
        let Some(Shown { number, state, .. }) = shown.get() else { return vec![] };
        let refusal = |action: Action| session.refuses(id, action);
        let (raise, revise) = (template_route(&number), revise_route(&number));
        let revise = Act::new("Revise", refusal(Action::Revise), move || location.go(&revise));
        let ask = Act::asks("Ask for authorisation", refusal(Action::Ask), open, Wanted::Ask);
        let retire = Act::asks("Retire", refusal(Action::Retire), open, Wanted::Retire).quiet();
        match state {
            State::Draft => vec![ask.primary(), revise, retire],
            State::Authorize => vec![revise, retire],
            State::InForce => {
                vec![Act::new("Raise a change from it", None, move || location.go(&raise)).primary(), revise, retire]
            }
            State::Retired => vec![],
        }
    };
    let approval = Memo::new(move |_| approval(session, id));
    let answer = move |approves, because| {
        Command::Change(Ask::Template(AskTemplate::Answer { template: id, approves, because }))
    };
    let form = move |wanted: Wanted, asking: Asking| match wanted {
        Wanted::Ask => view! { <AskForm id asking /> }.into_any(),
        Wanted::Retire => view! { <RetireForm id asking /> }.into_any(),
    };
    let title = |wanted: Wanted| match wanted {
        Wanted::Ask => "Ask for authorisation",
        Wanted::Retire => "Retire this template",
    };
    let fact = |(label, value): (&'static str, String)| view! { <Fact label><span class="prose">{value}</span></Fact> };
    let lines = move || {
        let lines = shown.get().map(|shown| shown.lines).unwrap_or_default();
        lines.into_iter().filter(|(_, value)| !value.is_empty()).map(fact).collect_view()
    };
    view! {
        <RecordFrame
            practice="Change templates"
            list=templates_route()
            number=Signal::derive(number)
            title=Signal::derive(move || shown.get().map(|shown| shown.name).unwrap_or_default())
            line
            side=move || view! {
                <FactsPanel lines=move |workspace: &Workspace| facts(workspace, id) />
                <Related record=RecordId::ChangeTemplate(id) />
            }
            about="About this template"
        >
            <section class="next-step" aria-label="Next step"><p>{move || shown.get().map(|shown| shown.next)}</p></section>
            <ActionRow acts />
            <FormDialog open title form />
            <Panel title="What it says">{move || view! { <Facts>{lines()}</Facts> }.into_any()}</Panel>
            <Approvals approval make=answer />
            <History record=RecordId::ChangeTemplate(id) />
        </RecordFrame>
    }
    .into_any()
}

#[component]
fn AskForm(id: ChangeTemplateId, asking: Asking) -> impl IntoView {
    let session = expect_context::<Session>();
    let read = |w: &Workspace| w.desk().change_templates().get(id).ok().map(|template| template.body.authority());
    let asked: &'static [Asked] = session.peek(read).flatten().unwrap_or_default();
    let seats: Vec<Seats> = asked.iter().map(|_| Seats::empty()).collect();
    let chosen = seats.clone();
    let submit = move || {
        let boards = chosen.iter().map(|seats| seats.board()).collect();
        asking.give(Command::Change(Ask::Template(AskTemplate::Ask { template: id, boards })), "They are asked");
    };
    let error =
        Signal::derive(move || asking.error_of("approvers").get().or_else(|| asking.error_of("delegates").get()));
    view! {
        <FormFrame form=asking label="Ask them" error=asking.error_beside(&["approvers", "delegates"]) submit>
            <p class="form-note">"A yes holds for every change that is made from it. Its author does not authorise it."</p>
            <Boards asked seats error />
        </FormFrame>
    }
    .into_any()
}

#[component]
fn RetireForm(id: ChangeTemplateId, asking: Asking) -> impl IntoView {
    let reason = RwSignal::new(String::new());
    let submit = move || {
        let retire = AskTemplate::Retire { template: id, because: reason.get_untracked().into() };
        asking.give(Command::Change(Ask::Template(retire)), "Retired");
    };
    view! {
        <FormFrame form=asking label="Retire" error=asking.error_beside(&["reason"]) submit>
            <Field label="Reason" hint="What to do instead? Changes that were made from it go on." required=true error=asking.error_of("reason")>
                <TextArea value=reason rows=3 />
            </Field>
        </FormFrame>
    }
    .into_any()
}
