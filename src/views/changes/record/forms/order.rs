//! Work orders: writing one, and ending one.

use itsm::change::{Command as Ask, OrderId, OrderPlan, OrderState};
use itsm::{ChangeId, Command, GroupId, PersonId};
use leptos::prelude::*;
use workspace::query::{key_of, key_text};

use crate::session::Session;
use crate::ui::{Choice, ComboBox, Field, TextArea, TextInput};
use crate::views::asking::{Asking, FormFrame};
use crate::views::changes::parts::{Several, Times, TimesFields, ids, joined};
use crate::views::desk::choices;

/// A new work order, or one that is to be corrected.
#[component]
pub fn OrderForm(id: ChangeId, asking: Asking, #[prop(optional)] order: Option<OrderId>) -> impl IntoView {
    let session = expect_context::<Session>();
    let known = session.peek(|workspace| {
        let change = workspace.desk().changes().get(id).ok()?;
        let now = order.and_then(|order| change.orders.get(&order)).map(|order| order.plan.clone());
        let others = change.orders.values().filter(|other| Some(other.id) != order);
        let choice = |other: &itsm::change::WorkOrder| {
            let label = [&other.id.0.number.to_string(), " ", &*other.plan.title].concat();
            Choice::new(key_text(other.id.0), label)
        };
        Some((now, others.map(choice).collect::<Vec<Choice>>()))
    });
    let (now, others) = known.flatten().unwrap_or_default();
    let now: OrderPlan = now.unwrap_or_default();
    let text = |key: Option<itsm::Key>| RwSignal::new(key.map(key_text).unwrap_or_default());
    let title = RwSignal::new(now.title.to_string());
    let (group, person) = (text(now.group.map(|id| id.0)), text(now.assignee.map(|id| id.0)));
    let after = RwSignal::new(joined(now.after.iter().map(|id| id.0)));
    let times = Times::of(session, now.planned);
    let untimely = RwSignal::new(None::<String>);
    let submit = move || {
        let planned = match times.span(session) {
            Ok(planned) => planned,
            Err(why) => return untimely.set(Some(why)),
        };
        untimely.set(None);
        let plan = OrderPlan {
            title: title.get_untracked().into(),
            group: group.with_untracked(|text| key_of(text)).map(GroupId),
            assignee: person.with_untracked(|text| key_of(text)).map(PersonId),
            planned,
            after: after.with_untracked(|text| ids(text, OrderId)).into_iter().collect(),
        };
        match order {
            None => asking.give(Command::Change(Ask::AddOrder { change: id, plan }), "Added"),
            Some(order) => asking.give(Command::Change(Ask::AmendOrder { change: id, order, plan }), "Saved"),
        }
    };
    let beside = asking.error_beside(&["title", "planned", "after"]);
    let error = Signal::derive(move || untimely.get().or_else(|| beside.get()));
    let has_others = !others.is_empty();
    let others = Signal::stored(others);
    view! {
        <FormFrame form=asking label=if order.is_some() { "Save" } else { "Add" } error submit>
            <Field label="Title" hint="In one line, what is to be done?" required=true error=asking.error_of("title")>
                <TextInput value=title />
            </Field>
            <Field label="Group">
                <ComboBox choices=choices::groups(session, group) list_label="Groups" value=group />
            </Field>
            <Field label="Person">
                <ComboBox choices=choices::people(session, person) list_label="People" value=person />
            </Field>
            {has_others.then(|| view! {
                <Field label="After" hint="What has to be done before it. Without one it runs in parallel." error=asking.error_of("after")>
                    <Several choices=others value=after list_label="Work orders" />
                </Field>
            })}
            <TimesFields times end_error=asking.error_of("planned") />
        </FormFrame>
    }
    .into_any()
}

/// The end of a work order.
#[component]
pub fn EndOrderForm(id: ChangeId, asking: Asking, order: OrderId, to: OrderState) -> impl IntoView {
    let note = RwSignal::new(String::new());
    let is_done = to == OrderState::Closed;
    let submit = move || {
        let advance = Ask::MoveOrder { change: id, order, to, note: note.get_untracked().into() };
        asking.give(Command::Change(advance), if is_done { "Closed" } else { "Cancelled" });
    };
    let (label, hint) = if is_done {
        ("Close the work order", "What was really done? The review asks for it.")
    } else {
        ("Cancel the work order", "Why is it not needed?")
    };
    view! {
        <FormFrame form=asking label error=asking.error_beside(&["note"]) submit>
            <Field label="Note" hint required=true error=asking.error_of("note")><TextArea value=note rows=3 /></Field>
        </FormFrame>
    }
    .into_any()
}
