//! The choices of a question: what they are called, what they add to the price, when they are offered.

use std::sync::Arc;

use itsm::catalogue::form::{Choice, FieldKind, Form, next_choice, remove_choice};
use itsm::catalogue::{ChoiceKey, FieldKey, Surcharge};
use leptos::{ev, prelude::*};
use preferences::format::cents;

use super::condition::When;
use super::inputs::{Line, Parsed, Step};
use super::state::{Builder, element};
use crate::browser::dom;
use crate::ui::{Button, Kind, Picture};
use crate::views::catalogue::money;

/// An amount as it is typed: `12.50`; nothing for none.
pub fn amount(amount: Surcharge) -> String {
    if amount == 0 {
        return String::new();
    }
    let sign = if amount < 0 { "−" } else { "" };
    [sign, &money::amount(amount.unsigned_abs(), "")].concat().replace('\u{a0}', " ")
}

/// One choice of one question.
#[derive(Clone, Copy)]
struct One {
    builder: Builder,
    field: FieldKey,
    key: ChoiceKey,
}

/// The list of the choices.
#[component]
pub fn Choices(
    /// The form.
    builder: Builder,
    /// The question.
    field: FieldKey,
) -> impl IntoView {
    let keys = move || {
        let keys = builder.of(field, |field| field.kind.choices().iter().map(|choice| choice.key).collect::<Vec<_>>());
        keys.unwrap_or_default()
    };
    let add = move || {
        let tag = builder.session.tag();
        let key = builder.step(|form| {
            let key = next_choice(form, tag);
            if let Some(choices) = form.field_mut(field).and_then(|field| field.kind.choices_mut()) {
                choices.push(Choice { key, ..Choice::default() });
            }
            key
        });
        if let Some(key) = key {
            dom::soon(move || {
                dom::focus_at(&label_of(key));
            });
        }
    };
    let pressed = move |event: ev::KeyboardEvent| {
        if event.key() == "Enter" && dom::is_inside(&event, ".choice-label") {
            event.prevent_default();
            add();
        }
    };
    let empty = move || keys().is_empty();
    view! {
        <fieldset class="builder-choices" on:keydown=pressed>
            <legend>"Choices"</legend>
            {move || empty().then(|| view! { <p class="hint">"Add a choice: a question that offers none is not asked."</p> })}
            <ol class="plain">
                <For each=keys key=|key| *key children=move |key| row(One { builder, field, key }) />
            </ol>
            <Button label="Add a choice" kind=Kind::Quiet picture=Picture::Plus on_press=move |()| add() />
        </fieldset>
    }
    .into_any()
}

fn label_of(key: ChoiceKey) -> String {
    ["#", &element("choice", key), " .choice-label input"].concat()
}

impl One {
    fn get<T>(self, read: impl FnOnce(&Choice) -> T) -> Option<T> {
        let find =
            |form: &Form| form.field(self.field)?.kind.choices().iter().find(|one| one.key == self.key).map(read);
        self.builder.form.with(find)
    }

    fn change(self, change: impl FnOnce(&mut Choice)) -> impl FnOnce(&mut Form) {
        move |form| {
            let choices = form.field_mut(self.field).and_then(|field| field.kind.choices_mut());
            if let Some(choice) = choices.and_then(|choices| choices.iter_mut().find(|one| one.key == self.key)) {
                change(choice);
            }
        }
    }

    fn place(self) -> (usize, usize) {
        let place = self.builder.of(self.field, |field| {
            let choices = field.kind.choices();
            (choices.iter().position(|one| one.key == self.key).unwrap_or_default(), choices.len())
        });
        place.unwrap_or_default()
    }

    fn go(self, down: bool) {
        self.builder.step(|form| {
            let Some(choices) = form.field_mut(self.field).and_then(|field| field.kind.choices_mut()) else { return };
            let Some(at) = choices.iter().position(|one| one.key == self.key) else { return };
            let to = if down { at.saturating_add(1) } else { at.saturating_sub(1) };
            if to < choices.len() {
                choices.swap(at, to);
            }
        });
        let (at, count) = self.place();
        self.builder.said.set(format!("Now choice {} of {count}", at.saturating_add(1)));
        let button = element(if down { "choice-down" } else { "choice-up" }, self.key);
        dom::soon(move || {
            dom::focus_id(&button);
        });
    }

    fn remove(self) {
        let changed = self.builder.step(|form| remove_choice(form, self.field, self.key)).unwrap_or_default();
        let places = self.builder.places(&changed);
        let done = if places.is_empty() {
            "The choice is removed".to_owned()
        } else {
            ["The choice is removed, also from the conditions of ", &places].concat()
        };
        crate::views::undo::confirm(self.builder.session, self.builder.toaster, done);
    }
}

fn row(one: One) -> AnyView {
    let builder = one.builder;
    let label = Signal::derive(move || one.get(|choice| choice.label.clone()).unwrap_or_default());
    let name = move || {
        let label = label.get();
        if label.trim().is_empty() { "this choice".to_owned() } else { ["“", label.trim(), "”"].concat() }
    };
    let take_label = move |typed: Arc<str>| builder.typed(one.change(|choice| choice.label = typed));
    let price = Signal::derive(move || amount(one.get(|choice| choice.price).unwrap_or_default()));
    let take_price = move |typed: String| {
        let amount = if typed.trim().is_empty() { Some(0) } else { cents(&typed) };
        let amount = amount.ok_or("Write an amount, such as 12.50.")?;
        builder.typed(one.change(|choice| choice.price = amount));
        Ok(())
    };
    let condition = Signal::derive(move || one.get(|choice| choice.show_if.clone()).flatten());
    let take_condition = move |condition| {
        builder.step(one.change(|choice| choice.show_if = condition));
    };
    let first = Signal::derive(move || (one.place().0 == 0).then(|| "It is the first".to_owned()));
    let last = Signal::derive(move || {
        let (at, count) = one.place();
        (at.saturating_add(1) >= count).then(|| "It is the last".to_owned())
    });
    let words =
        move |before: &'static str, after: &'static str| Signal::derive(move || [before, &name(), after].concat());
    let hangs = move || builder.form.with(|form| form.fields().count() > 1);
    let price_label = Signal::derive(move || ["Adds (", &builder.currency(), ")"].concat());
    view! {
        <li class="builder-choice" id=element("choice", one.key)>
            <div class="builder-choice-line">
                <div class="choice-label"><Line label="Choice" required=true value=label take=take_label /></div>
                <div class="choice-price"><Parsed label=price_label value=price take=take_price /></div>
                <div class="builder-steps">
                    <Step label=words("Move ", " up") sign=Picture::Down turned=true id=element("choice-up", one.key) refusal=first on_press=move |()| one.go(false) />
                    <Step label=words("Move ", " down") sign=Picture::Down id=element("choice-down", one.key) refusal=last on_press=move |()| one.go(true) />
                    <Step label=words("Remove ", "") sign=Picture::Close on_press=move |()| one.remove() />
                </div>
            </div>
            {move || hangs().then(|| {
                let open = condition.with_untracked(Option::is_some);
                view! {
                    <details class="builder-more" open=open>
                        <summary>"When it is offered"</summary>
                        <When builder what="Offered" value=condition take=take_condition own=Some(one.field) />
                    </details>
                }
            })}
        </li>
    }
    .into_any()
}

/// How many choices a kind has, in words; nothing for one that has none.
pub fn counted(kind: &FieldKind) -> Option<String> {
    let is_choice = matches!(kind, FieldKind::Choice { .. } | FieldKind::Choices { .. });
    is_choice.then(|| crate::views::words::count(kind.choices().len(), "choice", "choices"))
}
