//! The rules: which events are noted, which become incidents, and when repeats count for more. What is typed is tried
//! on the latest events before it is saved.

mod editor;
mod rehearsal;

use itsm::Command;
use itsm::monitoring::Command as Ask;
use leptos::prelude::*;

use crate::route::Practice;
use crate::session::{Declined, Session};
use crate::ui::{Button, Field, Kind, LinkButton, Panel, TextInput, Toaster};
use crate::views::desk::gate::WithDesk;
use crate::views::page::Page;
use crate::views::undo;

use editor::{RuleCard, Typed};
use rehearsal::Rehearsal;

/// The page.
#[component]
pub fn RulesPage() -> impl IntoView {
    view! { <WithDesk><Rules /></WithDesk> }.into_any()
}

#[component]
fn Rules() -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let known = session.peek(|workspace| workspace.desk().event_rules().clone());
    let typed = Typed::of(&known.unwrap_or_else(|| itsm::monitoring::Rules::standard().clone()));
    let refusal = RwSignal::new(None::<Declined>);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match typed
            .rules()
            .map_err(Declined::from)
            .and_then(|rules| session.give(Command::Alert(Ask::SetRules(Box::new(rules)))))
        {
            Ok(_) => {
                refusal.set(None);
                undo::confirm(session, toaster, "The rules are saved");
            }
            Err(why) => refusal.set(Some(why)),
        }
    };
    let error = move || refusal.get().map(|why| why.sentence());
    let cards = move || {
        let ids = typed.rules.with(|rules| rules.iter().map(|rule| rule.id).collect::<Vec<u32>>());
        let last = ids.len().saturating_sub(1);
        ids.into_iter()
            .enumerate()
            .map(|(place, id)| view! { <RuleCard typed id is_first={place == 0} is_last={place == last} /> })
            .collect_view()
    };
    let empty = move || {
        typed.rules.with(Vec::is_empty).then(
            || view! { <p class="hint">"No rules: every event is noted, and none becomes an incident by itself."</p> },
        )
    };
    view! {
        <Page title="Rules for events" note="The first rule that fits counts. What no rule fits is noted. Only exceptions become incidents: one for each cause." class="page-beside">
            <nav class="crumbs" aria-label="Where you are">
                <a href=Practice::Events.list().href()>"Events"</a><span aria-hidden="true">"/"</span><span>"Rules"</span>
            </nav>
            <div class="beside events-rules">
                <form class="form" novalidate on:submit=save>
                    <ol class="event-rules" aria-label="Rules, in their order">{cards}</ol>
                    {empty}
                    <div class="form-actions"><Button label="Add a rule" on_press=move |()| typed.add() /></div>
                    <Panel title="Repeats">
                        <div class="form-row">
                            <Field label="Quiet minutes" hint="So long after an incident has ended, its cause raises no new one." required=true><TextInput value=typed.quiet kind="number" /></Field>
                            <Field label="Warnings become an exception after" hint="Times; left empty: never."><TextInput value=typed.escalate_times kind="number" /></Field>
                            <Field label="within minutes"><TextInput value=typed.escalate_minutes kind="number" /></Field>
                            <Field label="Flapping: comes and goes" hint="Times; then no new incident. Left empty: never."><TextInput value=typed.flapping_times kind="number" /></Field>
                            <Field label="within so many minutes"><TextInput value=typed.flapping_minutes kind="number" /></Field>
                        </div>
                    </Panel>
                    <div class="form-error" role="alert">{move || error().map(|text| view! { <p class="error">{text}</p> })}</div>
                    <div class="form-actions">
                        <button type="submit" class="button button-primary">"Save rules"</button>
                        <LinkButton label="Back to the events" kind=Kind::Quiet href=Practice::Events.list().href() />
                    </div>
                </form>
                <aside class="beside-panels" aria-label="What these rules would do"><Rehearsal typed /></aside>
            </div>
        </Page>
    }
    .into_any()
}
