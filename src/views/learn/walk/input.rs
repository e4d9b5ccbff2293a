//! What an answer is typed into. It is stored when the field is left; nobody has to think of saving.

use learning::walk::{Answer, Decision, Kind, Way};
use leptos::prelude::*;

use super::{Desk, typed};
use crate::ui::{Choice, DateInput, Field, RadioGroup, TextArea, TextInput};

/// The field of a decision.
pub fn field(desk: &Desk, decision: &Decision) -> AnyView {
    let stored = stored(desk, &decision.id);
    let value = RwSignal::new(stored.get_untracked());
    let error = RwSignal::new(None::<String>);
    // The sample's answer, or another tab's, stands here, unless somebody is writing.
    Effect::new(move |before: Option<String>| {
        let now = stored.get();
        if before.is_some_and(|before| before != now && value.with_untracked(|value| *value == before)) {
            value.set(now.clone());
        }
        now
    });
    let (keeper, id, kind) = (desk.clone(), decision.id.clone(), decision.kind.clone());
    let save = move || {
        let text = value.get_untracked();
        if text.trim() == stored.get_untracked().trim() {
            return error.set(None);
        }
        match typed::read(&kind, &text) {
            Ok(answer) => {
                error.set(None);
                keeper.decide(&id, answer);
            }
            Err(why) => error.set(Some(why)),
        }
    };
    let label = label(decision);
    let hint = hint(decision);
    let leave = {
        let save = save.clone();
        move |()| save()
    };
    match &decision.kind {
        Kind::Number | Kind::Money => view! {
            <Field label=label hint=hint required=true error=error><TextInput value on_leave=leave /></Field>
        }
        .into_any(),
        Kind::Date => {
            when_chosen(value, save);
            view! { <Field label=label hint=hint required=true error=error><DateInput value /></Field> }.into_any()
        }
        Kind::Choice(ways) => {
            when_chosen(value, save);
            let choice = |way: &Way| Choice::new(&way.id, &way.label).with_detail(&way.consequence);
            let choices: Vec<Choice> = ways.iter().map(choice).collect();
            view! { <Field label=label hint=hint group=true required=true error=error><RadioGroup choices=Signal::stored(choices) value /></Field> }
                .into_any()
        }
        _ => view! {
            <Field label=label hint=hint required=true error=error><TextArea value rows=3 on_leave=leave /></Field>
        }
        .into_any(),
    }
}

/// The stored answer as text, whenever it changes.
fn stored(desk: &Desk, decision: &str) -> Memo<String> {
    let (walk, id) = (desk.walk, decision.to_owned());
    Memo::new(move |_| {
        walk.with(|walk| walk.as_ref().and_then(|walk| walk.answer(&id).map(typed::text_of)).unwrap_or_default())
    })
}

/// Stores what is chosen at once: there is no leaving of a list of choices.
fn when_chosen(value: RwSignal<String>, save: impl Fn() + 'static) {
    Effect::new(move |before: Option<()>| {
        value.track();
        if before.is_some() {
            save();
        }
    });
}

fn label(decision: &Decision) -> String {
    let what = match &decision.kind {
        Kind::Number | Kind::Money => decision.unit.clone().map(|unit| ["Answer, in ", &unit].concat()),
        Kind::People => Some("Answer: one a line, with a comma before the role".to_owned()),
        Kind::List => Some("Answer: one a line".to_owned()),
        _ => None,
    };
    match (what, &decision.kind) {
        (_, Kind::Money) => {
            ["Answer, in the catalogue's currency, ", decision.unit.as_deref().unwrap_or_default()].concat()
        }
        (Some(what), _) => what,
        (None, _) => "Answer".to_owned(),
    }
}

fn hint(decision: &Decision) -> String {
    decision.hint.clone()
}

/// Whether a decision is set aside, and why.
pub fn aside(desk: &Desk, decision: &Decision) -> Option<String> {
    desk.walk.with(|walk| match walk.as_ref()?.answer(&decision.id)? {
        Answer::Aside(why) => Some(why.clone()),
        _ => None,
    })
}
