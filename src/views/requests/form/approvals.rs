//! Who is asked before fulfilment, one step after the other.

use itsm::PersonId;
use itsm::approval::Rule;
use itsm::request::Step;
use leptos::prelude::*;
use serde_json::{Value, json};
use workspace::query::key_of;

use crate::ui::{Button, Choice, Field, Kind, Picture, Select, TextInput};
use crate::views::person::PersonBox;

const RULES: [(&str, &str, Rule); 3] =
    [("all", "All of them", Rule::All), ("majority", "More than half", Rule::Majority), ("any", "Any one", Rule::Any)];

/// What the first steps are usually called.
const NAMES: [&str; 2] = ["Line manager", "Budget owner"];

/// A step while it is typed.
#[derive(Clone, Copy)]
pub struct StepDraft {
    /// Tells the rows of the form apart.
    place: u32,
    name: RwSignal<String>,
    rule: RwSignal<String>,
    people: RwSignal<Vec<RwSignal<String>>>,
}

impl StepDraft {
    fn of(place: u32, name: &str, rule: &str, people: &[String]) -> Self {
        let people = people.iter().map(|person| RwSignal::new(person.clone())).collect();
        Self {
            place,
            name: RwSignal::new(name.to_owned()),
            rule: RwSignal::new(rule.to_owned()),
            people: RwSignal::new(people),
        }
    }

    /// The steps that were kept.
    pub fn read(text: &str) -> Vec<Self> {
        let kept: Vec<(String, String, Vec<String>)> = serde_json::from_str(text).unwrap_or_default();
        (0..).zip(&kept).map(|(place, (name, rule, people))| Self::of(place, name, rule, people)).collect()
    }

    /// The steps as one text. Follows what is typed.
    pub fn write(steps: &[Self]) -> String {
        let row = |step: &Self| {
            let people: Vec<String> = step.people.with(|people| people.iter().map(|person| person.get()).collect());
            json!([step.name.get(), step.rule.get(), people])
        };
        let rows: Vec<Value> = steps.iter().map(row).collect();
        if rows.is_empty() { String::new() } else { Value::Array(rows).to_string() }
    }

    /// The step as it is asked for.
    pub fn step(&self) -> Step {
        let rule = self.rule.with_untracked(|word| RULES.into_iter().find(|(name, ..)| name == word));
        let person = |text: &RwSignal<String>| text.with_untracked(|text| key_of(text)).map(PersonId);
        Step {
            name: self.name.get_untracked().into(),
            rule: rule.map_or(Rule::All, |(.., rule)| rule),
            approvers: self.people.with_untracked(|people| people.iter().filter_map(person).collect()),
        }
    }
}

/// The rows of the form.
#[component]
pub fn Approvals(steps: RwSignal<Vec<StepDraft>>) -> impl IntoView {
    let add = move |()| {
        steps.update(|steps| {
            let next = steps.iter().map(|step| step.place).max().map_or(0, |last| last + 1);
            let name = NAMES.get(steps.len()).copied().unwrap_or_default();
            steps.push(StepDraft::of(next, name, "all", &[String::new()]));
        });
    };
    let row = move |step: StepDraft| view! { <StepRow step steps /> };
    let none = move || {
        steps.with(Vec::is_empty).then(|| {
            view! { <p class="hint">"Pre-authorised: nobody is asked, and fulfilment may begin at once. That is best for what is asked often and risks little."</p> }
        })
    };
    view! {
        <fieldset class="request-part">
            <legend>"Approval"</legend>
            {none}
            <For each=move || steps.get() key=|step| step.place children=row />
            <Button label="Ask for an approval" kind=Kind::Quiet picture=Picture::Plus on_press=add />
        </fieldset>
    }
    .into_any()
}

#[component]
fn StepRow(step: StepDraft, steps: RwSignal<Vec<StepDraft>>) -> impl IntoView {
    let number =
        move || steps.with(|steps| steps.iter().position(|one| one.place == step.place).map_or(1, |at| at + 1));
    let label = move || "Approval step ".to_owned() + &number().to_string();
    let take_out = move |()| steps.update(|steps| steps.retain(|one| one.place != step.place));
    let people = move || {
        let row = |(place, person): (usize, RwSignal<String>)| {
            let label =
                if place == 0 { "Approver".to_owned() } else { ["Approver ", &(place + 1).to_string()].concat() };
            view! { <Field label required=place == 0><PersonBox value=person /></Field> }
        };
        step.people.get().into_iter().enumerate().map(row).collect_view()
    };
    let rules: Vec<Choice> = RULES.into_iter().map(|(value, label, _)| Choice::new(value, label)).collect();
    let rule = move || {
        let rules = rules.clone();
        step.people.with(|people| people.len() > 1).then(move || {
            view! { <Field label="How many must approve?" required=true><Select choices=rules value=step.rule /></Field> }
        })
    };
    let one_more = move |()| step.people.update(|people| people.push(RwSignal::new(String::new())));
    view! {
        <div class="request-item-draft" role="group" aria-label=label>
            <div class="request-item-head">
                <h2>{label}</h2>
                <Button label=Signal::derive(move || label() + ": take out") kind=Kind::Quiet picture=Picture::Close icon_only=true on_press=take_out />
            </div>
            <div class="form-row">
                <Field label="Whose approval" required=true><TextInput value=step.name /></Field>
                {people}
                {rule}
            </div>
            <Button label="Ask one more person in this step" kind=Kind::Quiet on_press=one_more />
        </div>
    }
    .into_any()
}
