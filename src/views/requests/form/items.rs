//! What is asked for: items, each with the tasks that lead to it.

use std::sync::Arc;

use itsm::GroupId;
use itsm::request::{Plan, TaskId, Wanted};
use leptos::prelude::*;
use serde_json::{Value, json};
use workspace::query::key_of;

use crate::session::Session;
use crate::ui::{Button, Choice, ComboBox, Field, Kind, Picture, RadioGroup, Select, TextArea, TextInput};
use crate::views::desk::choices;

const SEQUENCE: &str = "sequence";
const PARALLEL: &str = "parallel";

/// Plans that fit much of what people ask for: name, order, tasks.
const PLANS: [(&str, &str, &str); 5] = [
    ("Buy and set up", SEQUENCE, "Order it\nBook it into the asset register\nSet it up with the user"),
    ("From stock", SEQUENCE, "Take it from stock\nHand it over"),
    ("Grant access", SEQUENCE, "Check that the role may have it\nGrant it\nTell the requester how to use it"),
    ("Somebody joins", PARALLEL, "Create the account\nPrepare the laptop\nOrder the badge\nPrepare the desk"),
    ("Answer a question", SEQUENCE, "Find the answer and write it back"),
];

/// An item while it is typed.
#[derive(Clone, Copy)]
pub struct ItemDraft {
    /// Tells the rows of the form apart.
    place: u32,
    name: RwSignal<String>,
    quantity: RwSignal<String>,
    price: RwSignal<String>,
    tasks: RwSignal<String>,
    order: RwSignal<String>,
    group: RwSignal<String>,
}

impl ItemDraft {
    fn of(place: u32, texts: [&str; 6]) -> Self {
        let [name, quantity, price, tasks, order, group] = texts.map(|text| RwSignal::new(text.to_owned()));
        Self { place, name, quantity, price, tasks, order, group }
    }

    fn blank(place: u32) -> Self {
        Self::of(place, ["", "1", "", "", SEQUENCE, ""])
    }

    fn fields(&self) -> [RwSignal<String>; 6] {
        [self.name, self.quantity, self.price, self.tasks, self.order, self.group]
    }

    /// The items that were kept; one empty one where there were none.
    pub fn read(text: &str) -> Vec<Self> {
        let kept: Vec<[String; 6]> = serde_json::from_str(text).unwrap_or_default();
        let draft = |(place, texts): (u32, &[String; 6])| Self::of(place, texts.each_ref().map(String::as_str));
        let drafts: Vec<Self> = (0..).zip(&kept).map(draft).collect();
        if drafts.is_empty() { vec![Self::blank(0)] } else { drafts }
    }

    /// The items as one text; empty for one untouched item. Follows what is typed.
    pub fn write(items: &[Self]) -> String {
        let texts: Vec<[String; 6]> = items.iter().map(|item| item.fields().map(|field| field.get())).collect();
        let blank = ["", "1", "", "", SEQUENCE, ""];
        if texts.len() == 1 && texts.iter().all(|one| *one == blank) {
            return String::new();
        }
        let rows: Vec<Value> = texts.into_iter().map(|one| json!(one)).collect();
        Value::Array(rows).to_string()
    }

    /// What is asked for; `None` for a row that is empty beside others. What is no number is refused as none at all.
    pub fn wanted(&self) -> Option<Wanted> {
        let [name, quantity, price, tasks, order, group] = self.fields().map(|field| field.get_untracked());
        if [&name, &price, &tasks].iter().all(|text| text.trim().is_empty()) {
            return None;
        }
        let group = key_of(&group).map(GroupId);
        let lines = tasks.lines().map(str::trim).filter(|line| !line.is_empty());
        let plan = |(place, line): (usize, &str)| {
            let before = place.checked_sub(1).filter(|_| order == SEQUENCE).map(TaskId::planned);
            Plan {
                name: line.into(),
                group,
                assignee: None,
                depends_on: before.into_iter().collect(),
                automatic: false,
            }
        };
        let mut tasks: Vec<Plan> = lines.enumerate().map(plan).collect();
        if tasks.is_empty() {
            tasks.push(Plan { name: Arc::from("Fulfil it"), group, ..Plan::default() });
        }
        Some(Wanted {
            name: name.into(),
            quantity: quantity.trim().parse().unwrap_or(0),
            price: hundredths(&price),
            tasks,
        })
    }
}

/// `199`, `199.5` or `199,50` in hundredths; nothing where there is no price.
fn hundredths(text: &str) -> Option<u64> {
    let price = text.trim().replace(',', ".").parse::<f64>().ok().filter(|price| (0.0..1.0e12).contains(price))?;
    Some((price * 100.0).round() as u64)
}

/// The rows of the form.
#[component]
pub fn Items(items: RwSignal<Vec<ItemDraft>>) -> impl IntoView {
    let add = move |()| {
        items.update(|items| {
            let next = items.iter().map(|item| item.place).max().map_or(0, |last| last + 1);
            items.push(ItemDraft::blank(next));
        });
    };
    let row = move |item: ItemDraft| view! { <Item item items /> };
    view! {
        <fieldset class="request-part">
            <legend>"Items"</legend>
            <p class="hint">"Each item has its own state and its own tasks. A joiner’s bundle is one request with several items."</p>
            <For each=move || items.get() key=|item| item.place children=row />
            <Button label="Add an item" kind=Kind::Quiet picture=Picture::Plus on_press=add />
        </fieldset>
    }
    .into_any()
}

#[component]
fn Item(item: ItemDraft, items: RwSignal<Vec<ItemDraft>>) -> impl IntoView {
    let session = expect_context::<Session>();
    let number =
        move || items.with(|items| items.iter().position(|one| one.place == item.place).map_or(1, |at| at + 1));
    let label = move || "Item ".to_owned() + &number().to_string();
    let several = move || items.with(|items| items.len() > 1);
    let take_out = move |()| items.update(|items| items.retain(|one| one.place != item.place));
    let plan = RwSignal::new(String::new());
    Effect::new(move |_| {
        let chosen = plan.with(|plan| PLANS.into_iter().find(|(name, ..)| name == plan));
        if let Some((_, order, tasks)) = chosen {
            item.tasks.set(tasks.to_owned());
            item.order.set(order.to_owned());
        }
    });
    let plans: Vec<Choice> = PLANS.into_iter().map(|(name, ..)| Choice::new(name, name)).collect();
    let orders = vec![Choice::new(SEQUENCE, "One after the other"), Choice::new(PARALLEL, "All at once")];
    view! {
        <div class="request-item-draft" role="group" aria-label=label>
            <div class="request-item-head">
                <h2>{label}</h2>
                {move || several().then(|| view! {
                    <Button label=label() + ": take out" kind=Kind::Quiet picture=Picture::Close icon_only=true on_press=take_out />
                })}
            </div>
            <div class="request-item-line">
                <Field label="What" required=true><TextInput value=item.name /></Field>
                <Field label="Quantity" required=true><TextInput value=item.quantity /></Field>
                <Field label="Price of one"><TextInput value=item.price /></Field>
            </div>
            <div class="form-row">
                <Field label="Fill in tasks from a plan"><Select choices=plans.clone() value=plan placeholder="Choose a plan" /></Field>
                <Field label="Tasks go to"><ComboBox choices=choices::groups(session, item.group) list_label="Groups" value=item.group /></Field>
            </div>
            <Field label="Tasks" hint="One a line. Without any, there is one: fulfil it."><TextArea value=item.tasks rows=3 /></Field>
            <Field label="In which order?" group=true required=true>
                <RadioGroup choices=orders.clone() value=item.order beside=true />
            </Field>
        </div>
    }
    .into_any()
}
