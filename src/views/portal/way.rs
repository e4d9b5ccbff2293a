//! What will happen with an order, before anybody orders: who is asked, what is done, by when it is promised.

use std::sync::Arc;

use itsm::approval::Rule;
use itsm::catalogue::form::{Answers, fill};
use itsm::catalogue::workflow::{Approver, Step, StepKind, path};
use itsm::catalogue::{Catalogue, Content, Offering};
use itsm::{EntryId, PersonId};
use leptos::prelude::*;
use workspace::Workspace;
use workspace::catalogue::decider;
use workspace::query::key_text;

use super::Shown;
use crate::session::Session;
use crate::views::words;

/// Who orders, and whom they name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct People {
    /// Who decides for them, by the order.
    pub manager: Option<PersonId>,
}

/// Whether one has to say who one's manager is: for the offering itself, or for something that comes with it.
pub fn needs_manager(catalogue: &Catalogue, offering: &Offering, answers: &Answers, quantity: u16) -> bool {
    let asks = |offering: &Offering, answers: &Answers| {
        path(offering, answers, quantity).taken().any(|step| match &step.what {
            StepKind::Approval { by, .. } => by.contains(&Approver::Manager),
            StepKind::Tasks(_) | StepKind::Automatic => false,
        })
    };
    let included = offering.includes.iter().filter_map(|(service, key)| catalogue.offering(*service, *key));
    asks(offering, answers) || included.into_iter().any(|other| asks(other, &fill(&other.form)))
}

/// Fills in the manager whom the answers name, until somebody else is chosen by hand: nobody says the same twice.
pub fn follow_manager(session: Session, offering: &Offering, answers: RwSignal<Answers>, manager: RwSignal<String>) {
    let (offering, filled) = (StoredValue::new(offering.clone()), StoredValue::new(String::new()));
    Effect::new(move |_| {
        let named = answers.with(|answers| {
            let of = |workspace: &Workspace| {
                offering.with_value(|offering| decider::manager(offering, answers, workspace.desk().directory()))
            };
            session.peek(of).flatten().map(|id| key_text(id.0)).unwrap_or_default()
        });
        let now = manager.get_untracked();
        let is_ours = now.is_empty() || filled.with_value(|filled| *filled == now);
        if is_ours && now != named {
            filled.set_value(named.clone());
            manager.set(named);
        }
    });
}

/// The way of an order as a list of steps, and what is promised.
pub fn way(
    shown: &Shown,
    content: &Content,
    offering: &Offering,
    answers: &Answers,
    quantity: u16,
    people: People,
) -> AnyView {
    let path = path(offering, answers, quantity);
    let mut lines: Vec<(String, String)> = path.taken().map(|step| line(shown, content, step, people)).collect();
    if lines.is_empty() {
        lines.push(("It is fulfilled".to_owned(), support(shown, content)));
    }
    let line = |(what, who): (String, String)| {
        view! {
            <li><span class="portal-step">{what}</span>{(!who.is_empty()).then(|| view! { <span class="portal-step-who">{who}</span> })}</li>
        }
    };
    let promise = match offering.target {
        Some(target) => {
            "Promised within ".to_owned()
                + &words::business_span(target)
                + " of working time, counted from the last approval."
        }
        None => "No time is promised.".to_owned(),
    };
    view! {
        <ol class="portal-way">{lines.into_iter().map(line).collect_view()}</ol>
        <p class="portal-promise">{promise}</p>
    }
    .into_any()
}

/// What will happen with a report of a fault.
pub fn reported(shown: &Shown, content: &Content) -> AnyView {
    let team = support(shown, content);
    view! {
        <ol class="portal-way">
            <li><span class="portal-step">"The service desk logs an incident and sets its priority"</span></li>
            <li>
                <span class="portal-step">"The service is restored, if need be by a detour"</span>
                {(!team.is_empty()).then(|| view! { <span class="portal-step-who">{team}</span> })}
            </li>
            <li><span class="portal-step">"You say whether it works again"</span></li>
        </ol>
        <p class="portal-promise">"Its priority says by when."</p>
    }
    .into_any()
}

fn line(shown: &Shown, content: &Content, step: &Step, people: People) -> (String, String) {
    let name = step.name.to_string();
    match &step.what {
        StepKind::Approval { by, rule, .. } => {
            let who: Vec<String> = by.iter().map(|one| approver(shown, content, *one, people)).collect();
            let all = who.len() > 1;
            let how = match rule {
                Rule::Any if all => "Any one approves: ",
                Rule::Majority if all => "Most approve: ",
                Rule::Quorum(_) if all => "Some of them approve: ",
                _ if all => "All approve: ",
                _ => "Approves: ",
            };
            (name, how.to_owned() + &who.join(", "))
        }
        StepKind::Tasks(tasks) => {
            let mut teams: Vec<Arc<str>> = Vec::new();
            for group in tasks.iter().filter_map(|task| task.group.or(content.support)) {
                let team = shown.offered.catalogue.directory.name(EntryId::Group(group)).map(Arc::from);
                teams.extend(team.filter(|team| !teams.contains(team)));
            }
            (name, teams.join(", "))
        }
        StepKind::Automatic => (name, "By itself".to_owned()),
    }
}

fn approver(shown: &Shown, content: &Content, approver: Approver, people: People) -> String {
    let directory = &shown.offered.catalogue.directory;
    let named = |person: PersonId| directory.people.get(&person).map(|name| name.to_string());
    match approver {
        Approver::Manager => match people.manager {
            Some(_) => "the manager you named".to_owned(),
            None => "your manager".to_owned(),
        },
        Approver::Owner => content.owner.and_then(named).unwrap_or_else(|| "the owner of the service".to_owned()),
        Approver::Person(person) => named(person).unwrap_or_else(|| "a person of the organisation".to_owned()),
    }
}

fn support(shown: &Shown, content: &Content) -> String {
    let team = content.support.and_then(|team| shown.offered.catalogue.directory.groups.get(&team));
    team.map(|team| team.to_string()).unwrap_or_default()
}
