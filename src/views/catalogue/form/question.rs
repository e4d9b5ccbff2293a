//! One question: its label, what helps, what is wrong, and the control of its kind.

use itsm::catalogue::FieldKey;
use itsm::catalogue::form::{Field as Asking, FieldKind, TextCheck, Wrong};
use leptos::prelude::*;

use super::known::Kind;
use super::{Asked, controls, words};
use crate::ui::Field;

/// With more choices than this, a list that opens takes less room.
const RADIOS: usize = 6;

/// What a question is answered with.
#[derive(Clone, Copy, PartialEq)]
pub enum Control {
    Line(TextCheck),
    Area,
    Number,
    Radios,
    List,
    Checks,
    Day,
    Known(Kind),
}

impl Control {
    fn of(kind: &FieldKind) -> Self {
        match kind {
            FieldKind::Text { long: true, .. } => Control::Area,
            FieldKind::Text { check, .. } => Control::Line(*check),
            FieldKind::Number { .. } => Control::Number,
            FieldKind::Choice { choices } if choices.len() > RADIOS => Control::List,
            FieldKind::Choice { .. } => Control::Radios,
            FieldKind::Choices { .. } => Control::Checks,
            FieldKind::Date { .. } => Control::Day,
            FieldKind::Person => Control::Known(Kind::People),
            FieldKind::Item => Control::Known(Kind::Items),
            FieldKind::FileName => Control::Line(TextCheck::Any),
        }
    }
}

/// The question of a field, for as long as it is asked.
pub fn question(asked: Asked, key: FieldKey) -> AnyView {
    let field = Memo::new(move |_| asked.form.with(|form| form.field(key).cloned()));
    let control = Memo::new(move |_| field.with(|field| field.as_ref().map(|field| Control::of(&field.kind))));
    let of_field =
        move |of: fn(&Asking) -> bool| Signal::derive(move || field.with(|field| field.as_ref().is_some_and(of)));
    let label = Signal::derive(move || {
        let label = field.with(|field| field.as_ref().map(|field| field.label.trim().to_owned())).unwrap_or_default();
        if label.is_empty() { "A question without words".to_owned() } else { label }
    });
    let hint = Signal::derive(move || {
        asked
            .currency
            .with(|currency| field.with(|field| field.as_ref().and_then(|field| words::hint(field, currency))))
    });
    let error = Signal::derive(move || {
        asked.errors.with(|errors| errors.iter().find(|(one, _)| *one == key).map(|(_, wrong)| Wrong::sentence(wrong)))
    });
    let required = of_field(|field| field.required);
    let one = move |control: Control| {
        let group = matches!(control, Control::Radios | Control::Checks);
        view! {
            <Field label hint error required group>{controls::control(asked, key, field, control)}</Field>
        }
        .into_any()
    };
    view! { <div class="order-question">{move || control.get().map(one)}</div> }.into_any()
}
