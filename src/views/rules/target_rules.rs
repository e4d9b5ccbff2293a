//! The rules of the clocks: what stops them, what becomes of them, when they warn. Each says what it means.

use itsm::incident::HoldReason;
use itsm::service_level::{Agreement, PriorityChange, ReopenRule};
use leptos::prelude::*;
use workspace::rules::targets::{
    CHANGE, ENFORCED, PAUSES, REOPEN, RESPONSE_TOO, WARNING, YES, change_word, reopen_word,
};

use super::targets::Form;
use crate::ui::{Choice, DateTimeInput, Field, Panel, RadioGroup, TextInput};

fn reason(reason: HoldReason) -> (&'static str, &'static str) {
    match reason {
        HoldReason::Caller => ("The caller", "Only they can answer or test."),
        HoldReason::Problem => ("A problem", "Your own search for the cause; most desks let the clock run."),
        HoldReason::Supplier => ("A supplier", "Somebody outside has to deliver or repair."),
        HoldReason::Change => ("A change", "Your own change has to be carried out; most desks let the clock run."),
        HoldReason::Evidence => ("Evidence", "It has to happen again before anybody can see why."),
    }
}

fn reopen() -> Vec<Choice> {
    let choice = |rule, label: &str, detail: &str| Choice::new(reopen_word(rule), label).with_detail(detail);
    vec![
        choice(ReopenRule::Continue, "Go on where it stopped", "The time while it was resolved does not count."),
        choice(ReopenRule::CountGap, "Count the time between", "As if it had never been resolved: it was not."),
        choice(ReopenRule::Reset, "Start again", "A new promise; an earlier breach is forgotten."),
    ]
}

fn change() -> Vec<Choice> {
    let choice = |rule, label: &str, detail: &str| Choice::new(change_word(rule), label).with_detail(detail);
    vec![
        choice(
            PriorityChange::Forward,
            "Keep the time so far",
            "It counts against the new target; an old breach stays.",
        ),
        choice(
            PriorityChange::Recompute,
            "As if always so",
            "The new target holds from the logging on; an old breach may vanish.",
        ),
        choice(PriorityChange::Reset, "Start again", "A new clock with the new target; the time so far is forgotten."),
    ]
}

/// Yes or no, kept as a text.
fn tick(value: RwSignal<String>, label: &'static str, detail: &'static str) -> AnyView {
    let change = move |ticked: bool| value.set(if ticked { YES.to_owned() } else { String::new() });
    view! {
        <label class="choice">
            <input
                type="checkbox"
                prop:checked=move || value.with(|text| text == YES)
                on:change:target=move |event| change(event.target().checked())
            />
            <span>{label}<span class="choice-detail">{detail}</span></span>
        </label>
    }
    .into_any()
}

/// The panel.
#[component]
pub fn ClockRules(form: Form) -> impl IntoView {
    let pause = move |(place, one): (usize, HoldReason)| {
        let (label, detail) = reason(one);
        tick(form.field(place), label, detail)
    };
    let pauses = (PAUSES..).zip(HoldReason::ALL).map(pause).collect_view();
    let usual = Agreement::USUAL_WARNING_PERCENT.to_string();
    let warning = ["In percent of the target, 1 to 99. Usual is ", &usual, "."].concat();
    view! {
        <Panel title="Rules of the clocks">
            <fieldset class="rules-set">
                <legend>"The clock stops while waiting for"</legend>
                {pauses}
                {tick(form.field(RESPONSE_TOO), "The response clock stops, too", "If not, putting it on hold is the first reaction and ends that clock.")}
            </fieldset>
            <Field label="When a resolved incident comes back" group=true required=true>
                <RadioGroup choices=reopen() value=form.field(REOPEN) />
            </Field>
            <Field label="When the priority changes" group=true required=true>
                <RadioGroup choices=change() value=form.field(CHANGE) />
            </Field>
            <div class="form-row">
                <Field label="Warn at" hint=warning required=true error=form.fault(WARNING)>
                    <TextInput value=form.field(WARNING) />
                </Field>
                <Field label="In force from" hint="Incidents logged earlier have no targets. Empty: all have." error=form.fault(ENFORCED)>
                    <DateTimeInput value=form.field(ENFORCED) />
                </Field>
            </div>
        </Panel>
    }
    .into_any()
}
