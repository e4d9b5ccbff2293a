//! Records that belong together: links, problems, and teams that look together.

use leptos::prelude::*;
use simulation::scenario::{Key, LinkKind};
use simulation::shift::Act;
use simulation::shift::view::{Case, RecordKind};

use super::super::desk::Desk;
use super::super::words;
use super::{Form, frame};
use crate::ui::choice::Choice;
use crate::ui::{Checkbox, Field, RadioGroup};

const LINKS: [(LinkKind, &str); 5] = [
    (LinkKind::Parent, "A consequence of it"),
    (LinkKind::Duplicate, "The same, told twice"),
    (LinkKind::Problem, "The problem behind this"),
    (LinkKind::CausedBy, "The change that caused this"),
    (LinkKind::LedTo, "This led to it"),
];

/// How a case is told in a list.
fn told(case: &Case) -> (String, String) {
    let who = case.caller.as_ref().map(|caller| caller.name.clone()).unwrap_or_default();
    let number = case.record.as_ref().map(|record| record.number.clone()).unwrap_or_default();
    let detail = [number, who, words::clock(case.at)].into_iter().filter(|word| !word.is_empty());
    (case.title.clone(), detail.collect::<Vec<_>>().join(" · "))
}

/// Links a case to another one, or to a change.
pub fn link(desk: Desk, form: Form, case: Key) -> AnyView {
    let to = RwSignal::new(String::new());
    let kind = RwSignal::new(words::key_of(&LinkKind::Parent));
    let mut others: Vec<Choice> = desk.now(|view| {
        let cases = view.cases.iter().rev().filter(|other| other.key != case);
        cases
            .map(|other| {
                let (label, detail) = told(other);
                Choice::new(other.key.as_str(), label).with_detail(detail)
            })
            .collect()
    });
    others.extend(desk.now(|view| {
        let changes = view.changes.iter();
        changes
            .map(|change| Choice::new(change.key.as_str(), change.summary.clone()).with_detail(change.number.clone()))
            .collect::<Vec<_>>()
    }));
    let kinds: Vec<Choice> = LINKS.iter().map(|(kind, label)| Choice::new(words::key_of(kind), *label)).collect();
    let body = view! {
        <Field label="To which?" required=true group=true><RadioGroup choices=others value=to /></Field>
        <Field label="What is the other one?" required=true group=true><RadioGroup choices=kinds value=kind /></Field>
    };
    frame(desk, form, body.into_any(), move || {
        let to = super::named(to).ok_or("Choose the record that it belongs to.")?;
        let kind = kind.with_untracked(|kind| words::of_key(kind)).ok_or("Say what the other one is.")?;
        Ok(Act::Link { case: case.clone(), kind, to })
    })
}

/// Something that may be ticked.
type Tick = (Key, RwSignal<bool>);

/// The keys that are ticked.
pub fn ticked(ticks: &[Tick]) -> Vec<Key> {
    ticks.iter().filter(|(_, tick)| tick.get_untracked()).map(|(key, _)| key.clone()).collect()
}

/// A list to tick.
pub fn ticks(of: Vec<(Key, String, String, bool)>) -> (Vec<Tick>, AnyView) {
    let ticks: Vec<Tick> = of.iter().map(|(key, .., on)| (key.clone(), RwSignal::new(*on))).collect();
    let boxes = of
        .into_iter()
        .zip(ticks.clone())
        .map(|((_, label, detail, _), (_, value))| view! { <Checkbox label detail value /> })
        .collect_view();
    (ticks, boxes.into_any())
}

/// Several teams look together.
pub fn swarm(desk: Desk, form: Form, case: Key) -> AnyView {
    let teams = desk.now(|view| view.board.teams.clone());
    let (ticks, boxes) = ticks(teams.into_iter().map(|team| (team.key, team.name, team.hours, false)).collect());
    let body = view! {
        <p class="shift-form-note">"All of them are taken from their queues for as long as they look."</p>
        {boxes}
    };
    frame(desk, form, body.into_any(), move || {
        let teams = ticked(&ticks);
        if teams.len() < 2 {
            return Err("Choose at least two teams; to give it to one, assign it.".to_owned());
        }
        Ok(Act::Swarm { case: case.clone(), teams })
    })
}

/// Raises a problem from incidents.
pub fn problem(desk: Desk, form: Form, of: Option<Key>) -> AnyView {
    let incidents = desk.now(|view| {
        let is_incident = |case: &&Case| case.record.as_ref().is_some_and(|record| record.kind == RecordKind::Incident);
        let told = |case: &Case| {
            let (label, detail) = told(case);
            (case.key.clone(), label, detail, of.as_ref() == Some(&case.key))
        };
        view.cases.iter().filter(is_incident).map(told).collect::<Vec<_>>()
    });
    let (ticks, boxes) = ticks(incidents);
    let body = view! {
        <p class="shift-form-note">"The cause behind one or several incidents. They go on by themselves."</p>
        {boxes}
    };
    frame(desk, form, body.into_any(), move || {
        let from = ticked(&ticks);
        if from.is_empty() {
            Err("Choose the incidents that it is behind.".to_owned())
        } else {
            Ok(Act::Problem { from })
        }
    })
}
