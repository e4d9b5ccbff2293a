//! The form as customers will see it, to be filled in and checked.

use itsm::catalogue::form::{Answers, fill, shown, surcharge};
use leptos::prelude::*;

use super::state::Builder;
use crate::ui::{Button, Kind, Panel};
use crate::views::catalogue::form::{OrderForm, words, wrong};
use crate::views::words::count;

/// The preview.
#[component]
pub fn Preview(
    /// The form.
    builder: Builder,
) -> impl IntoView {
    let answers = RwSignal::new(builder.form.with_untracked(fill));
    let errors = RwSignal::new(Vec::new());
    let verdict = RwSignal::new(String::new());
    let currency = Signal::derive(move || builder.currency());
    // What was wrong with another form says nothing of this one.
    Effect::new(move |_| {
        builder.form.track();
        if errors.with_untracked(|errors: &Vec<_>| !errors.is_empty()) {
            errors.set(Vec::new());
        }
        verdict.set(String::new());
    });
    let check = move |()| {
        let found =
            builder.form.with_untracked(|form| answers.with_untracked(|answers| wrong(builder.session, form, answers)));
        verdict.set(match found.len() {
            0 => "Everything is answered: this could be ordered.".to_owned(),
            wrong => count(wrong, "answer needs another look.", "answers need another look."),
        });
        errors.set(found);
    };
    let again = move |()| {
        errors.set(Vec::new());
        verdict.set(String::new());
        answers.set(builder.form.with_untracked(fill));
    };
    let hidden = move || {
        builder.form.with(|form| {
            let asked: usize =
                answers.with(|answers| shown(form, answers).iter().map(|section| section.fields.len()).sum());
            let hidden = form.fields().count().saturating_sub(asked);
            (hidden > 0).then(|| {
                count(
                    hidden,
                    "question is not asked with these answers.",
                    "questions are not asked with these answers.",
                )
            })
        })
    };
    let price = move || {
        let amount = builder.form.with(|form| answers.with(|answers: &Answers| surcharge(form, answers)));
        (amount != 0).then(|| ["These answers change the price: ", &words::surcharge(amount, &currency.get())].concat())
    };
    let is_empty = move || builder.form.with(|form| form.fields().next().is_none());
    view! {
        <Panel title="As your customers see it" class="builder-preview">
            {move || is_empty().then(|| view! { <p class="hint">"What you ask shows here, to be tried out."</p> })}
            <OrderForm form=builder.form answers errors currency />
            <p class="builder-price" role="status">{price}</p>
            <p class="hint builder-hidden">{hidden}</p>
            {move || (!is_empty()).then(|| view! {
                <div class="form-actions">
                    <Button label="Check these answers" on_press=check />
                    <Button label="Start over" kind=Kind::Quiet on_press=again />
                </div>
            })}
            <p class="builder-verdict" role="status">{move || verdict.get()}</p>
        </Panel>
    }
    .into_any()
}
