//! Changes: asking for one, advising on one, looking back at one.

use leptos::prelude::*;
use simulation::scenario::{ChangeType, Key, LocalTime, Plan, Reason, Verdict};
use simulation::shift::{Act, Outcome};

use super::super::desk::Desk;
use super::super::words;
use super::join::{ticked, ticks};
use super::{Form, frame, items, named};
use crate::ui::choice::Choice;
use crate::ui::{Checkbox, Field, RadioGroup, Select, TextArea, TextInput};

const TYPES: [ChangeType; 3] = [ChangeType::Standard, ChangeType::Normal, ChangeType::Emergency];
const VERDICTS: [(Verdict, &str); 4] =
    [(Verdict::Go, "Go"), (Verdict::GoIf, "Go, if"), (Verdict::NotYet, "Not yet"), (Verdict::No, "No")];
const REASONS: [(Reason, &str); 9] = [
    (Reason::Conflict, "It collides with another change"),
    (Reason::Freeze, "Nothing is changed at that time"),
    (Reason::Window, "The window is the wrong one"),
    (Reason::NoTest, "There is no test"),
    (Reason::NoBackOut, "There is no way back"),
    (Reason::WrongType, "It is of another type"),
    (Reason::UnreadyPeople, "People are not ready for it"),
    (Reason::Depends, "Something else has to come first"),
    (Reason::Benefit, "What it brings is worth the risk"),
];

/// Asks for a change.
pub fn raise(desk: Desk, form: Form, case: Key) -> AnyView {
    let text = || RwSignal::new(String::new());
    let (kind, fix, from, to) = (text(), text(), text(), text());
    let (how, test, back_out) = (text(), text(), text());
    let choices = desk.now(|view| view.choices.clone());
    let types: Vec<Choice> = TYPES
        .iter()
        .map(|kind| {
            let (label, detail) = words::change_type(*kind);
            Choice::new(words::key_of(kind), label).with_detail(detail)
        })
        .collect();
    let fixes: Vec<Choice> =
        choices.fixes.iter().map(|(choice, _)| Choice::new(choice.key.as_str(), choice.label.clone())).collect();
    let item = RwSignal::new(
        desk.case_now(&case).and_then(|case| case.record?.item).map(|item| item.to_string()).unwrap_or_default(),
    );
    let body = view! {
        <Field label="Which way does it go?" required=true group=true><RadioGroup choices=types value=kind /></Field>
        <Field label="What is done" required=true><Select choices=fixes value=fix placeholder="Choose" /></Field>
        <Field label="To which item" required=true><Select choices=items(&choices.items) value=item placeholder="Choose" /></Field>
        <div class="shift-beside">
            <Field label="From" required=true><TextInput value=from kind="time" /></Field>
            <Field label="To" required=true><TextInput value=to kind="time" /></Field>
        </div>
        <Field label="How it is done"><TextArea value=how rows=2 /></Field>
        <Field label="How it is tested"><TextArea value=test rows=2 /></Field>
        <Field label="How it is undone"><TextArea value=back_out rows=2 /></Field>
    };
    frame(desk, form, body.into_any(), move || {
        let kind = kind.with_untracked(|kind| words::of_key(kind)).ok_or("Choose which way it goes.")?;
        let fix = named(fix).ok_or("Choose what is done.")?;
        let items = named(item).map(|item| vec![item]).ok_or("Choose the item that it touches.")?;
        let time = |value: RwSignal<String>| value.with_untracked(|value| value.get(..5).and_then(LocalTime::read));
        let window = time(from).zip(time(to)).filter(|(from, to)| from < to);
        let window = window.ok_or("Give a window: a beginning, and an end after it.")?;
        let plan = Plan { how: how.get_untracked(), test: test.get_untracked(), back_out: back_out.get_untracked() };
        Ok(Act::Change { case: case.clone(), kind, fix, items, window, plan })
    })
}

/// Advises on a change.
pub fn assess(desk: Desk, form: Form, change: Key) -> AnyView {
    let verdict = RwSignal::new(String::new());
    let verdicts: Vec<Choice> =
        VERDICTS.iter().map(|(verdict, label)| Choice::new(words::key_of(verdict), *label)).collect();
    let reasons =
        REASONS.map(|(reason, label)| (Key::new(&words::key_of(&reason)), label.to_owned(), String::new(), false));
    let (ticks, boxes) = ticks(reasons.into());
    let body = view! {
        <Field label="Your advice" required=true group=true><RadioGroup choices=verdicts value=verdict beside=true /></Field>
        <Field label="Because" group=true>{boxes}</Field>
    };
    frame(desk, form, body.into_any(), move || {
        let verdict: Verdict =
            verdict.with_untracked(|verdict| words::of_key(verdict)).ok_or("Say what you advise.")?;
        let reasons: Vec<Reason> = ticked(&ticks).iter().filter_map(|key| words::of_key(key)).collect();
        if verdict != Verdict::Go && reasons.is_empty() {
            return Err("Say why: advice without a reason helps nobody to do better.".to_owned());
        }
        Ok(Act::Assess { change: change.clone(), verdict, reasons })
    })
}

/// Looks back at a change.
pub fn review(desk: Desk, form: Form, change: Key) -> AnyView {
    let tick = || RwSignal::new(false);
    let (met, incidents, backed_out, on_time) = (tick(), tick(), tick(), tick());
    let body = view! {
        <Checkbox label="It did what it was for" value=met />
        <Checkbox label="It kept its time" value=on_time />
        <Checkbox label="Incidents came of it" value=incidents />
        <Checkbox label="It was undone" value=backed_out />
    };
    frame(desk, form, body.into_any(), move || {
        let outcome = Outcome {
            met: met.get_untracked(),
            incidents: incidents.get_untracked(),
            backed_out: backed_out.get_untracked(),
            on_time: on_time.get_untracked(),
        };
        Ok(Act::Review { change: change.clone(), outcome })
    })
}
