//! The details of one question: its words, what it is answered with, when it is asked.

use std::sync::Arc;

use itsm::catalogue::FieldKey;
use itsm::catalogue::form::{Answer, Answers, Field, FieldKind, Form, Section, TextCheck, set_kind};
use leptos::prelude::*;
use preferences::format::cents;

use super::choices::Choices;
use super::condition::When;
use super::inputs::{Line, Parsed, Pick, Tick};
use super::state::Builder;
use crate::ui::Choice;
use crate::views::catalogue::form::{OrderForm, wrong};

/// The most days of notice that a form can ask for: who needs more does not order, but plans.
const NOTICE_MOST: u16 = 730;

/// The details of a question, for as long as it is there.
pub fn editor(builder: Builder, key: FieldKey) -> AnyView {
    let text = move |read: fn(&Field) -> &Arc<str>| {
        Signal::derive(move || builder.of(key, |field| read(field).clone()).unwrap_or_default())
    };
    let take_label = move |label: Arc<str>| builder.typed_in(key, |field| field.label = label);
    let take_help = move |help: Arc<str>| builder.typed_in(key, |field| field.help = help);
    let required = Signal::derive(move || builder.of(key, |field| field.required).unwrap_or_default());
    let take_required = move |on: bool| {
        builder.step(|form| form.field_mut(key).map(|field| field.required = on));
    };
    let kind = Signal::derive(move || builder.of(key, |field| field.kind.word().to_owned()).unwrap_or_default());
    let kinds = kinds().iter().map(|kind| Choice::new(kind.word(), kind.word())).collect();
    let take_kind = move |word: String| change_kind(builder, key, &word);
    let shape = Memo::new(move |_| builder.of(key, |field| std::mem::discriminant(&field.kind)));
    let condition = Signal::derive(move || builder.of(key, |field| field.show_if.clone()).flatten());
    let take_condition = move |condition| {
        builder.step(|form| form.field_mut(key).map(|field| field.show_if = condition));
    };
    view! {
        <div class="builder-editor">
            <div class="question-label"><Line label="Question" required=true value=text(|field| &field.label) take=take_label /></div>
            <Line label="What helps to answer" value=text(|field| &field.help) take=take_help />
            <Pick label="Answered with" shown=true choices=Signal::stored(kinds) value=kind take=take_kind />
            <Tick label="An order needs an answer" value=required take=take_required />
            {move || { let _ = shape.get(); of_kind(builder, key) }}
            {move || { let _ = shape.get(); default(builder, key) }}
            <When builder what="Asked" value=condition take=take_condition own=Some(key) />
        </div>
    }
    .into_any()
}

/// Every kind, as it is at first.
fn kinds() -> [FieldKind; 9] {
    [
        FieldKind::Text { long: false, check: TextCheck::Any, most: 0 },
        FieldKind::Text { long: true, check: TextCheck::Any, most: 0 },
        FieldKind::Number { least: None, most: None, unit: Arc::from(""), each: 0 },
        FieldKind::Choice { choices: Vec::new() },
        FieldKind::Choices { choices: Vec::new(), most: 0 },
        FieldKind::Date { future: true, notice_days: 0 },
        FieldKind::Person,
        FieldKind::Item,
        FieldKind::FileName,
    ]
}

fn change_kind(builder: Builder, key: FieldKey, word: &str) {
    let Some(kind) = kinds().into_iter().find(|kind| kind.word() == word) else { return };
    let tag = builder.session.tag();
    let changed = builder.step(|form| {
        let changed = set_kind(form, key, kind);
        // Two empty choices show at once what is to be written.
        for _ in 0..2 {
            let next = itsm::catalogue::form::next_choice(form, tag);
            if let Some(choices) = form.field_mut(key).and_then(|field| field.kind.choices_mut())
                && choices.len() < 2
            {
                choices.push(itsm::catalogue::form::Choice { key: next, ..Default::default() });
            }
        }
        changed
    });
    let changed = changed.unwrap_or_default();
    if !changed.is_empty() {
        let places = builder.places(&changed);
        builder.toaster.push(
            ["Conditions that could no longer hold were taken out of ", &places, ". Undo brings them back."].concat(),
            crate::ui::Tone::Warn,
        );
    }
}

fn of_kind(builder: Builder, key: FieldKey) -> AnyView {
    let kind = builder.form.with_untracked(|form| form.field(key).map(|field| field.kind.clone()));
    match kind {
        Some(FieldKind::Text { .. }) => text(builder, key),
        Some(FieldKind::Number { .. }) => number(builder, key),
        Some(FieldKind::Choice { .. }) => view! { <Choices builder field=key /> }.into_any(),
        Some(FieldKind::Choices { .. }) => {
            let most = whole(builder, key, |kind| match kind {
                FieldKind::Choices { most, .. } => Some(i64::from(*most)).filter(|most| *most > 0),
                _ => None,
            });
            let take = move |typed: String| {
                let number = optional(&typed, 1, 255)?.unwrap_or_default();
                builder.typed_in(key, |field| {
                    if let FieldKind::Choices { most, .. } = &mut field.kind {
                        *most = u8::try_from(number).unwrap_or_default();
                    }
                });
                Ok(())
            };
            view! {
                <Choices builder field=key />
                <Parsed label="At most so many" hint="Empty for any number." value=most take />
            }
            .into_any()
        }
        Some(FieldKind::Date { .. }) => date(builder, key),
        _ => ().into_any(),
    }
}

fn text(builder: Builder, key: FieldKey) -> AnyView {
    let check = Signal::derive(move || {
        let word = builder.of(key, |field| match field.kind {
            FieldKind::Text { check, .. } => check.word(),
            _ => "",
        });
        word.unwrap_or_default().to_owned()
    });
    let checks = TextCheck::ALL.iter().map(|check| Choice::new(check.word(), check.word())).collect();
    let take_check = move |word: String| {
        builder.step(|form| {
            if let Some(FieldKind::Text { check, .. }) = form.field_mut(key).map(|field| &mut field.kind) {
                *check = TextCheck::ALL.into_iter().find(|one| one.word() == word).unwrap_or_default();
            }
        });
    };
    let most = whole(builder, key, |kind| match kind {
        FieldKind::Text { most, .. } => Some(i64::from(*most)).filter(|most| *most > 0),
        _ => None,
    });
    let take_most = move |typed: String| {
        let number = optional(&typed, 1, 4000)?.unwrap_or_default();
        builder.typed_in(key, |field| {
            if let FieldKind::Text { most, .. } = &mut field.kind {
                *most = u16::try_from(number).unwrap_or_default();
            }
        });
        Ok(())
    };
    view! {
        <div class="builder-beside">
            <Pick label="What the words must be" shown=true choices=Signal::stored(checks) value=check take=take_check />
            <Parsed label="At most so many characters" hint="Empty for 4,000." value=most take=take_most />
        </div>
    }
    .into_any()
}

fn number(builder: Builder, key: FieldKey) -> AnyView {
    let least = whole(builder, key, |kind| if let FieldKind::Number { least, .. } = kind { *least } else { None });
    let most = whole(builder, key, |kind| if let FieldKind::Number { most, .. } = kind { *most } else { None });
    let put = move |typed: String, change: fn(&mut FieldKind, Option<i64>)| {
        let number = optional(&typed, i64::MIN, i64::MAX)?;
        builder.typed_in(key, |field| change(&mut field.kind, number));
        Ok(())
    };
    let take_least = move |typed: String| {
        put(typed, |kind, number| {
            if let FieldKind::Number { least, .. } = kind {
                *least = number;
            }
        })
    };
    let take_most = move |typed: String| {
        put(typed, |kind, number| {
            if let FieldKind::Number { most, .. } = kind {
                *most = number;
            }
        })
    };
    let unit = Signal::derive(move || {
        let unit = builder
            .of(key, |field| if let FieldKind::Number { unit, .. } = &field.kind { unit.clone() } else { "".into() });
        unit.unwrap_or_default()
    });
    let take_unit = move |typed: Arc<str>| {
        builder.typed_in(key, |field| {
            if let FieldKind::Number { unit, .. } = &mut field.kind {
                *unit = typed;
            }
        });
    };
    let each = Signal::derive(move || {
        let each = builder.of(key, |field| if let FieldKind::Number { each, .. } = field.kind { each } else { 0 });
        super::choices::amount(each.unwrap_or_default())
    });
    let take_each = move |typed: String| {
        let amount = if typed.trim().is_empty() { Some(0) } else { cents(&typed) };
        let amount = amount.ok_or("Write an amount, such as 12.50.")?;
        builder.typed_in(key, |field| {
            if let FieldKind::Number { each, .. } = &mut field.kind {
                *each = amount;
            }
        });
        Ok(())
    };
    let price = Signal::derive(move || ["Each adds to the price (", &builder.currency(), ")"].concat());
    view! {
        <div class="builder-beside">
            <Parsed label="At least" hint="Empty for no limit." value=least take=take_least />
            <Parsed label="At most" hint="Empty for no limit." value=most take=take_most />
            <Line label="Unit" hint="GB, metres, licences." value=unit take=take_unit />
            <Parsed label=price hint="Empty for nothing." value=each take=take_each />
        </div>
    }
    .into_any()
}

fn date(builder: Builder, key: FieldKey) -> AnyView {
    let future = Signal::derive(move || {
        builder.of(key, |field| matches!(field.kind, FieldKind::Date { future: true, .. })).unwrap_or_default()
    });
    let take_future = move |on: bool| {
        builder.step(|form| {
            if let Some(FieldKind::Date { future, .. }) = form.field_mut(key).map(|field| &mut field.kind) {
                *future = on;
            }
        });
    };
    let days = whole(builder, key, |kind| match kind {
        FieldKind::Date { notice_days, .. } => Some(i64::from(*notice_days)).filter(|days| *days > 0),
        _ => None,
    });
    let take_days = move |typed: String| {
        let number = optional(&typed, 0, i64::from(NOTICE_MOST))?.unwrap_or_default();
        builder.typed_in(key, |field| {
            if let FieldKind::Date { notice_days, .. } = &mut field.kind {
                *notice_days = u16::try_from(number).unwrap_or_default();
            }
        });
        Ok(())
    };
    view! {
        <Tick label="Days that are over are refused" value=future take=take_future />
        <Parsed label="Days of notice" hint="So many days ahead at least; empty for none." value=days take=take_days />
    }
    .into_any()
}

/// A number of a kind as it is typed; empty where there is none.
fn whole(builder: Builder, key: FieldKey, read: fn(&FieldKind) -> Option<i64>) -> Signal<String> {
    Signal::derive(move || {
        builder.of(key, |field| read(&field.kind)).flatten().map(|number| number.to_string()).unwrap_or_default()
    })
}

/// A whole number that may be left out.
fn optional(typed: &str, least: i64, most: i64) -> Result<Option<i64>, &'static str> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let number: i64 = typed.parse().map_err(|_| "Write a whole number, or leave this empty.")?;
    if number < least || number > most {
        return Err("This number is out of the range that a form can hold.");
    }
    Ok(Some(number))
}

/// What the question is filled with at first: answered in the same way as it will be asked.
fn default(builder: Builder, key: FieldKey) -> AnyView {
    let form = Signal::derive(move || {
        let field = builder.of(key, Field::clone);
        let plain = field.map(|field| {
            let mut plain = Field {
                label: "Filled in at first".into(),
                help: "".into(),
                required: false,
                show_if: None,
                default: None,
                ..field
            };
            plain.kind.choices_mut().into_iter().flatten().for_each(|choice| choice.show_if = None);
            if let FieldKind::Number { each, .. } = &mut plain.kind {
                *each = 0;
            }
            plain
        });
        let section = Section { fields: plain.into_iter().collect(), ..Section::default() };
        Form { sections: vec![section] }
    });
    let default = Memo::new(move |_| builder.of(key, |field| field.default.clone()).flatten());
    let answers = RwSignal::new(of_default(key, default.get_untracked()));
    let stored = move || of_default(key, default.get());
    Effect::new(move |_| {
        let stored = stored();
        if answers.with_untracked(|answers| itsm::catalogue::form::prune(&form.get_untracked(), answers) != stored) {
            answers.set(stored);
        }
    });
    let errors = RwSignal::new(Vec::new());
    Effect::new(move |before: Option<Answers>| {
        let given = answers.get();
        if before.as_ref().is_some_and(|before| *before != given) {
            errors.set(form.with_untracked(|form| wrong(builder.session, form, &given)));
        }
        if before.is_some_and(|before| before != given) {
            let counting = form.with_untracked(|form| itsm::catalogue::form::prune(form, &given));
            let new = counting.get(&key).cloned();
            if default.with_untracked(|default| *default != new) {
                builder.typed_in(key, |field| field.default = new);
            }
        }
        given
    });
    view! {
        <div class="builder-default">
            <OrderForm form answers errors currency=Signal::derive(move || builder.currency()) />
        </div>
    }
    .into_any()
}

fn of_default(key: FieldKey, default: Option<Answer>) -> Answers {
    default.map(|default| (key, default)).into_iter().collect()
}
