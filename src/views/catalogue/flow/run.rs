//! A dry run: an order with sample answers, the way it takes, how long that is, what it costs and what is missing.

use leptos::prelude::*;

use super::told::Told;
use super::{Shown, Trial};
use crate::ui::{DateTimeInput, Fact, Facts, Field, Icon, Panel, Picture, TextInput};
use crate::views::catalogue::form::OrderForm;

/// The panel.
#[component]
pub fn RunPanel(shown: Memo<Option<Shown>>, told: Signal<Option<Told>>, trial: Trial) -> impl IntoView {
    let of = move |read: fn(&Told) -> String| move || told.with(|told| told.as_ref().map(read).unwrap_or_default());
    let is_kept = move || told.with(|told| told.as_ref().and_then(|told| told.is_kept));
    let verdict = move || {
        let (tone, picture) = match is_kept() {
            Some(true) => ("ok", Picture::Met),
            Some(false) => ("bad", Picture::Breached),
            None => ("slate", Picture::Info),
        };
        view! { <p class="flow-verdict" data-tone=tone><Icon picture /><span>{of(|told| told.verdict.clone())()}</span></p> }
    };
    let times = move || {
        let times = told.with(|told| told.as_ref().map(|told| told.times.clone()).unwrap_or_default());
        let line = |(label, value): (&'static str, String)| view! { <Fact label>{value}" of working time"</Fact> };
        times.into_iter().map(line).collect_view()
    };
    let missing = move || {
        let missing = told.with(|told| told.as_ref().map(|told| told.missing.clone()).unwrap_or_default());
        let line = |(blocks, text): (bool, String)| {
            let (tone, picture) = if blocks { ("bad", Picture::Problem) } else { ("warn", Picture::DueSoon) };
            view! { <li data-tone=tone><Icon picture /><span>{text}{blocks.then_some(" An order would be refused.")}</span></li> }
        };
        (!missing.is_empty()).then(|| {
            view! {
                <h3>"What is missing"</h3>
                <ul class="flow-missing">{missing.into_iter().map(line).collect_view()}</ul>
            }
        })
    };
    let form = Signal::derive(move || {
        shown.with(|shown| shown.as_ref().map(|shown| shown.offering.form.clone())).unwrap_or_default()
    });
    let currency = Signal::derive(move || {
        shown.with(|shown| shown.as_ref().map(|shown| shown.currency.clone())).unwrap_or_default()
    });
    // A trial is not checked: what is open simply does not count.
    let errors = RwSignal::new(Vec::new());
    view! {
        <Panel title="Dry run" class="flow-run">
            <p class="hint">"Try an order: the way it takes is marked in the drawing and in the list. Nothing is ordered."</p>
            <OrderForm form answers=trial.answers errors currency />
            <div class="flow-trial">
                <Field label="Quantity" required=true><TextInput value=trial.quantity /></Field>
                <Field label="Ordered at" required=true><DateTimeInput value=trial.start /></Field>
            </div>
            <div class="flow-result" aria-live="polite">
                {verdict}
                <Facts>
                    <Fact label="Cost">{of(|told| told.cost.clone())}</Fact>
                    {times}
                </Facts>
                {missing}
            </div>
        </Panel>
    }
    .into_any()
}
