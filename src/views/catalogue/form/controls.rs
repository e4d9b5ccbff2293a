//! What questions are answered with. Each takes its label and what is wrong from the field around it.

use itsm::catalogue::form::{Answer, Field, FieldKind, TextCheck, first_day};
use itsm::catalogue::{ChoiceKey, FieldKey};
use leptos::prelude::*;

use super::known::{self, Kind};
use super::question::Control;
use super::{Asked, today, words};
use crate::ui::field::FieldLink;
use crate::ui::id;

/// The control of one question.
#[derive(Clone, Copy)]
struct One {
    asked: Asked,
    key: FieldKey,
    field: Memo<Option<Field>>,
}

/// A choice as it is offered.
#[derive(Clone, PartialEq)]
struct Offered {
    key: ChoiceKey,
    label: String,
    price: String,
}

/// The control of a kind. The field around it is in the context.
pub fn control(asked: Asked, key: FieldKey, field: Memo<Option<Field>>, control: Control) -> AnyView {
    let link = FieldLink::of_context();
    asked.controls.update_value(|controls| drop(controls.insert(key, link.id.clone())));
    let one = One { asked, key, field };
    match control {
        Control::Line(check) => one.line(link, check),
        Control::Area => one.area(link),
        Control::Number => one.number(link),
        Control::Radios => one.radios(link),
        Control::List => one.list(link),
        Control::Checks => one.checks(link),
        Control::Day => one.day(link),
        Control::Known(kind) => one.known(link, kind),
    }
}

impl One {
    fn answer(self) -> Option<Answer> {
        self.asked.answers.with(|answers| answers.get(&self.key).cloned())
    }

    /// What stands in a field for text.
    fn text(self) -> Memo<String> {
        Memo::new(move |_| match self.answer() {
            Some(Answer::Text(words) | Answer::Person(words) | Answer::Item(words)) => words.to_string(),
            Some(Answer::Number(number)) => number.to_string(),
            Some(Answer::Date(day)) => day.to_string(),
            _ => String::new(),
        })
    }

    fn say(self, typed: &str, make: fn(std::sync::Arc<str>) -> Answer) {
        self.asked.answer(self.key, (!typed.is_empty()).then(|| make(typed.into())));
    }

    fn offered(self) -> Memo<Vec<Offered>> {
        Memo::new(move |_| {
            let keys = self.asked.outline.with(|outline| outline.offered.get(&self.key).cloned()).unwrap_or_default();
            self.asked.currency.with(|currency| {
                self.field.with(|field| {
                    let choices = field.as_ref().map(|field| field.kind.choices()).unwrap_or_default();
                    let offered = choices.iter().filter(|choice| keys.contains(&choice.key));
                    let one = |choice: &itsm::catalogue::form::Choice| Offered {
                        key: choice.key,
                        label: choice.label.to_string(),
                        price: words::surcharge(choice.price, currency),
                    };
                    offered.map(one).collect()
                })
            })
        })
    }

    /// Whether none of what is offered is chosen.
    fn is_unanswered(self, offered: Memo<Vec<Offered>>) -> bool {
        let answer = self.answer();
        offered.with(|all| !all.iter().any(|choice| answer.as_ref().is_some_and(|answer| answer.names(choice.key))))
    }

    fn is_required(self) -> bool {
        self.field.with(|field| field.as_ref().is_some_and(|field| field.required))
    }

    fn line(self, link: FieldLink, check: TextCheck) -> AnyView {
        let (invalid, required, text) = (link.aria_invalid(), link.aria_required(), self.text());
        let kind = match check {
            TextCheck::Email => "email",
            TextCheck::Phone => "tel",
            TextCheck::Web => "url",
            TextCheck::Any | TextCheck::Digits | TextCheck::Code => "text",
        };
        view! {
            <input
                class="input"
                type=kind
                id=link.id
                autocomplete="off"
                inputmode=(check == TextCheck::Digits).then_some("numeric")
                aria-describedby=link.described_by
                aria-invalid=invalid
                aria-required=required
                prop:value=text
                on:input:target=move |event| self.say(&event.target().value(), Answer::Text)
            />
        }
        .into_any()
    }

    fn area(self, link: FieldLink) -> AnyView {
        let (invalid, required, text) = (link.aria_invalid(), link.aria_required(), self.text());
        view! {
            <textarea
                class="input input-area"
                id=link.id
                rows="4"
                aria-describedby=link.described_by
                aria-invalid=invalid
                aria-required=required
                prop:value=text
                on:input:target=move |event| self.say(&event.target().value(), Answer::Text)
            ></textarea>
        }
        .into_any()
    }

    fn number(self, link: FieldLink) -> AnyView {
        let (invalid, required, text) = (link.aria_invalid(), link.aria_required(), self.text());
        let unit = move || {
            self.field.with(|field| match field.as_ref().map(|field| &field.kind) {
                Some(FieldKind::Number { unit, .. }) => unit.to_string(),
                _ => String::new(),
            })
        };
        let typed = move |typed: String| {
            let typed = typed.trim();
            // Words are kept: they are said to be wrong, and never lost in silence.
            let answer = typed.parse().map_or_else(|_| Answer::Text(typed.into()), Answer::Number);
            self.asked.answer(self.key, (!typed.is_empty()).then_some(answer));
        };
        view! {
            <div class="order-number">
                <input
                    class="input"
                    type="text"
                    inputmode="numeric"
                    id=link.id
                    autocomplete="off"
                    aria-describedby=link.described_by
                    aria-invalid=invalid
                    aria-required=required
                    prop:value=text
                    on:input:target=move |event| typed(event.target().value())
                />
                <span class="order-unit">{unit}</span>
            </div>
        }
        .into_any()
    }

    fn radios(self, link: FieldLink) -> AnyView {
        let (invalid, required) = (link.aria_invalid(), link.aria_required());
        let name = StoredValue::new(id::with_suffix(&link.id, "choice"));
        let first = StoredValue::new(link.id.clone());
        let offered = self.offered();
        let is_first = move |key: ChoiceKey| offered.with(|all| all.first().is_some_and(|one| one.key == key));
        let radio = move |choice: Offered| {
            let key = choice.key;
            view! {
                <label class="choice">
                    <input
                        type="radio"
                        name=name.get_value()
                        id=is_first(key).then(|| first.get_value())
                        prop:checked=move || self.answer().is_some_and(|answer| answer.names(key))
                        on:change=move |_| self.asked.answer(self.key, Some(Answer::Choice(key)))
                    />
                    {priced(choice)}
                </label>
            }
            .into_any()
        };
        let none = move || {
            (!self.is_required()).then(|| {
                view! {
                    <label class="choice">
                        <input
                            type="radio"
                            name=name.get_value()
                            prop:checked=move || self.is_unanswered(offered)
                            on:change=move |_| self.asked.answer(self.key, None)
                        />
                        <span class="order-none">"No answer"</span>
                    </label>
                }
            })
        };
        view! {
            <div
                class="choices"
                role="radiogroup"
                aria-labelledby=link.label_id
                aria-describedby=link.described_by
                aria-invalid=invalid
                aria-required=required
            >
                {move || offered.get().into_iter().map(radio).collect_view()}
                {none}
            </div>
        }
        .into_any()
    }

    fn list(self, link: FieldLink) -> AnyView {
        let (invalid, required) = (link.aria_invalid(), link.aria_required());
        let offered = self.offered();
        let option = move |(at, choice): (usize, Offered)| {
            let key = choice.key;
            let price = if choice.price.is_empty() { String::new() } else { [" (", &choice.price, ")"].concat() };
            view! {
                <option value=at.to_string() prop:selected=move || self.answer().is_some_and(|answer| answer.names(key))>
                    {choice.label + &price}
                </option>
            }
        };
        let chosen = move |at: String| {
            let at: Option<usize> = at.parse().ok();
            let key = at.and_then(|at| offered.with_untracked(|all| all.get(at).map(|choice| choice.key)));
            self.asked.answer(self.key, key.map(Answer::Choice));
        };
        view! {
            <select
                class="input input-select"
                id=link.id
                aria-describedby=link.described_by
                aria-invalid=invalid
                aria-required=required
                on:change:target=move |event| chosen(event.target().value())
            >
                <option value="" prop:selected=move || self.is_unanswered(offered)>
                    {move || if self.is_required() { "Choose one" } else { "No answer" }}
                </option>
                {move || offered.get().into_iter().enumerate().map(option).collect_view()}
            </select>
        }
        .into_any()
    }

    fn checks(self, link: FieldLink) -> AnyView {
        let first = StoredValue::new(link.id.clone());
        let offered = self.offered();
        let is_first = move |key: ChoiceKey| offered.with(|all| all.first().is_some_and(|one| one.key == key));
        let turn = move |key: ChoiceKey, on: bool| {
            let mut chosen = match self.asked.answers.with_untracked(|answers| answers.get(&self.key).cloned()) {
                Some(Answer::Choices(chosen)) => chosen,
                _ => Vec::new(),
            };
            chosen.retain(|one| *one != key);
            if on {
                chosen.push(key);
            }
            self.asked.answer(self.key, (!chosen.is_empty()).then_some(Answer::Choices(chosen)));
        };
        let check = move |choice: Offered| {
            let key = choice.key;
            view! {
                <label class="choice">
                    <input
                        type="checkbox"
                        id=is_first(key).then(|| first.get_value())
                        prop:checked=move || self.answer().is_some_and(|answer| answer.names(key))
                        on:change:target=move |event| turn(key, event.target().checked())
                    />
                    {priced(choice)}
                </label>
            }
            .into_any()
        };
        view! {
            <div class="choices" role="group" aria-labelledby=link.label_id aria-describedby=link.described_by>
                {move || offered.get().into_iter().map(check).collect_view()}
            </div>
        }
        .into_any()
    }

    fn day(self, link: FieldLink) -> AnyView {
        let (invalid, required, text) = (link.aria_invalid(), link.aria_required(), self.text());
        let session = self.asked.session;
        let least = move || {
            let first = self.field.with(|field| first_day(&field.as_ref()?.kind, today(session)));
            first.map(|day| day.to_string())
        };
        let chosen = move |typed: String| {
            let answer = typed.parse().map_or_else(|_| Answer::Text(typed.as_str().into()), Answer::Date);
            self.asked.answer(self.key, (!typed.is_empty()).then_some(answer));
        };
        view! {
            <input
                class="input input-moment"
                type="date"
                id=link.id
                min=least
                aria-describedby=link.described_by
                aria-invalid=invalid
                aria-required=required
                prop:value=text
                on:change:target=move |event| chosen(event.target().value())
            />
        }
        .into_any()
    }

    fn known(self, link: FieldLink, kind: Kind) -> AnyView {
        let (invalid, required, text) = (link.aria_invalid(), link.aria_required(), self.text());
        let list = id::with_suffix(&link.id, "known");
        let session = self.asked.session;
        let names = Memo::new(move |_| text.with(|typed| known::like(session, kind, typed)));
        let make = match kind {
            Kind::People => Answer::Person,
            Kind::Items => Answer::Item,
        };
        view! {
            <input
                class="input"
                type="text"
                id=link.id
                list=list.clone()
                autocomplete="off"
                aria-describedby=link.described_by
                aria-invalid=invalid
                aria-required=required
                prop:value=text
                on:input:target=move |event| self.say(&event.target().value(), make)
            />
            <datalist id=list>
                {move || names.get().into_iter().map(|name| view! { <option value=name.to_string()></option> }).collect_view()}
            </datalist>
        }
        .into_any()
    }
}

fn priced(choice: Offered) -> AnyView {
    let Offered { label, price, .. } = choice;
    view! {
        <span class="order-choice">
            <span>{label}</span>
            {(!price.is_empty()).then(|| view! { <span class="order-price">{price}</span> })}
        </span>
    }
    .into_any()
}
