//! The work orders of a change: what is to be done, by whom, after what, and how far it is.

use itsm::change::{Action, Change, Command as Ask, OrderId, OrderState, WorkOrder, why_not, why_not_order};
use itsm::{ChangeId, Command, Desk};
use leptos::prelude::*;

use super::super::badges;
use super::super::list::span;
use super::forms::Wanted;
use crate::session::{Session, Zone};
use crate::ui::{Badge, Button, CommandButton, Kind, Panel, Toaster};
use crate::views::record::Mark;
use crate::views::undo;

/// A work order, ready to be shown.
#[derive(Clone, PartialEq)]
struct Shown {
    id: OrderId,
    number: String,
    title: String,
    mark: Mark,
    texts: Vec<String>,
    note: String,
    state: OrderState,
    why_not: Option<String>,
    may_edit: bool,
}

fn shown(desk: &Desk, change: &Change, order: &WorkOrder, zone: Zone) -> Shown {
    let directory = desk.directory();
    let number = |id: &OrderId| id.0.number.to_string();
    let mut texts: Vec<String> = vec![];
    let people = [order.plan.group.map(|id| directory.group(id)), order.plan.assignee.map(|id| directory.person(id))];
    let people: Vec<&str> = people.into_iter().flatten().collect();
    texts.push(if people.is_empty() { "With nobody".to_owned() } else { people.join(", ") });
    texts.extend(order.plan.planned.map(|planned| span(planned, zone)));
    let after: Vec<String> = order.plan.after.iter().map(number).collect();
    if !after.is_empty() {
        texts.push("After ".to_owned() + &after.join(", "));
    }
    let step = order.state.next().and_then(|to| why_not_order(desk, change.id, order.id, to));
    Shown {
        id: order.id,
        number: number(&order.id),
        title: order.plan.title.to_string(),
        mark: badges::order(order.state),
        texts,
        note: order.note.to_string(),
        state: order.state,
        why_not: step.map(|refusal| refusal.sentence()),
        may_edit: order.state.is_open() && why_not(desk, change.id, Action::AddOrder).is_none(),
    }
}

fn all(session: Session, id: ChangeId) -> Vec<Shown> {
    let zone = session.zone();
    let read = session.read(|workspace| {
        let desk = workspace.desk();
        let change = desk.changes().get(id).ok()?;
        Some(change.orders.values().map(|order| shown(desk, change, order, zone)).collect())
    });
    read.flatten().unwrap_or_default()
}

/// What the next step is called.
fn verb(to: OrderState) -> &'static str {
    match to {
        OrderState::Accepted => "Accept",
        OrderState::Ready => "Make ready",
        OrderState::InProgress => "Begin",
        _ => "Close",
    }
}

/// The panel.
#[component]
pub fn Orders(id: ChangeId, open: RwSignal<Option<Wanted>>) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let orders = Memo::new(move |_| all(session, id));
    let may_add = Memo::new(move |_| session.refuses(id, Action::AddOrder).is_none());
    let step = move |order: OrderId, to: OrderState| {
        if to == OrderState::Closed {
            return open.set(Some(Wanted::EndOrder(order, to)));
        }
        let advance = Ask::MoveOrder { change: id, order, to, note: "".into() };
        match session.give(Command::Change(advance)) {
            Ok(_) => undo::confirm(session, toaster, to.word()),
            Err(refusal) => toaster.bad(refusal.sentence()),
        }
    };
    let row = move |shown: Shown| {
        let order = shown.id;
        let named = |verb: &str| [verb, " work order ", &shown.number].concat();
        let next = shown.state.next().filter(|_| shown.may_edit).map(|to| {
            let refusal = Signal::stored(shown.why_not.clone());
            view! { <CommandButton label=named(verb(to)) refusal on_press=move |()| step(order, to) /> }
        });
        let edit = shown.may_edit.then(|| {
            view! {
                <Button label=named("Edit") kind=Kind::Quiet on_press=move |()| open.set(Some(Wanted::EditOrder(order))) />
                <Button label=named("Cancel") kind=Kind::Quiet
                    on_press=move |()| open.set(Some(Wanted::EndOrder(order, OrderState::Cancelled))) />
            }
        });
        let text = |text: String| view! { <span>{text}</span> };
        view! {
            <li class="record">
                <span class="record-title"><span class="record-number">{shown.number.clone()}</span>" "{shown.title}</span>
                <div class="record-line">
                    <Badge tone=shown.mark.tone picture=shown.mark.picture label=shown.mark.label />
                    {shown.texts.into_iter().map(text).collect_view()}
                </div>
                {(!shown.note.is_empty()).then(|| view! { <p class="prose">{shown.note}</p> })}
                <div class="order-actions">{next}{edit}</div>
            </li>
        }
    };
    let list = move || {
        if orders.with(Vec::is_empty) {
            view! { <p class="hint">"None. Split the work where several people do it, or where one part waits for another."</p> }
                .into_any()
        } else {
            view! { <ol class="records orders" aria-label="Work orders">{orders.get().into_iter().map(row).collect_view()}</ol> }
                .into_any()
        }
    };
    view! {
        <Show when=move || may_add.get() || !orders.with(Vec::is_empty)>
            <Panel title="Work orders">
                {list}
                <Show when=move || may_add.get()>
                    <Button label="Add a work order" on_press=move |()| open.set(Some(Wanted::AddOrder)) />
                </Show>
            </Panel>
        </Show>
    }
    .into_any()
}
