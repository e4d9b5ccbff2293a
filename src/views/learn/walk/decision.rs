//! One decision: what is asked and why, the answer, and whether it holds.

use learning::Edition;
use learning::walk::{Answer, Decision, Finding, Kind, Standing, Weight};
use leptos::prelude::*;

use super::{Desk, input, records};
use crate::browser::dom;
use crate::ui::{Badge, Button, Field, Kind as Look, TextArea, Tone};
use crate::views::learn::concept;

/// A card with the decision.
pub fn card(desk: &Desk, decision: &Decision, edition: Edition) -> AnyView {
    let id = heading_id(&decision.id);
    let labelled_by = id.clone();
    view! {
        <section class="learn-decision" aria-labelledby=labelled_by>
            <h3 id=id tabindex="-1">{decision.question.clone()}</h3>
            <details class="learn-why-it">
                <summary>"Why this is asked"</summary>
                <p>{decision.why.clone()}</p>
                {concepts(desk, decision, edition)}
            </details>
            {body(desk, decision)}
            {standing(desk, decision)}
        </section>
    }
    .into_any()
}

fn heading_id(decision: &str) -> String {
    ["decision-", decision].concat()
}

/// Goes to the heading of a decision, if what was pressed there is gone.
pub fn keep_focus(decision: &str) {
    dom::catch_focus(heading_id(decision));
}

fn concepts(desk: &Desk, decision: &Decision, edition: Edition) -> Option<AnyView> {
    let ids = decision.concepts.get(&edition)?;
    let link = |id: &learning::knowledge::ConceptId| {
        desk.knowledge.concept(id.as_str()).map(|one| view! { <span class="learn-each">{concept::link(one)}</span> })
    };
    let links: Vec<_> = ids.iter().filter_map(link).collect();
    (!links.is_empty()).then(|| view! { <p class="learn-what">"Read on: "{links}</p> }.into_any())
}

/// The answer's field or records, unless it is set aside.
fn body(desk: &Desk, decision: &Decision) -> AnyView {
    let is_aside = {
        let (desk, decision) = (desk.clone(), decision.clone());
        Memo::new(move |_| input::aside(&desk, &decision).is_some())
    };
    // Only opened for a reason: it is stored once there is one.
    let wanted = RwSignal::new(false);
    let (desk, decision) = (desk.clone(), decision.clone());
    (move || {
        if is_aside.get() || wanted.get() {
            return set_aside(&desk, &decision, wanted);
        }
        let own = match &decision.kind {
            Kind::Record(_) => records::records(&desk, &decision),
            _ => view! {
                {input::field(&desk, &decision)}
                {sample(&desk, &decision)}
            }
            .into_any(),
        };
        let may = desk.plan.set_aside.allows(&decision.id);
        let id = decision.id.clone();
        let open = move |()| {
            wanted.set(true);
            keep_focus(&id);
        };
        let way = may.then(|| view! { <Button label="This service has no supplier" kind=Look::Quiet on_press=open /> });
        view! { {own}{way} }.into_any()
    })
    .into_any()
}

fn set_aside(desk: &Desk, decision: &Decision, wanted: RwSignal<bool>) -> AnyView {
    let before = untrack(|| input::aside(desk, decision)).unwrap_or_default();
    let reason = RwSignal::new(before.clone());
    let (keeper, id) = (desk.clone(), decision.id.clone());
    let leave = move |()| {
        let text = reason.get_untracked();
        if text.trim() != before.trim() && !text.trim().is_empty() {
            keeper.decide(&id, Answer::Aside(text.trim().to_owned()));
        }
    };
    let (keeper, id) = (desk.clone(), decision.id.clone());
    let take_up = move |()| {
        wanted.set(false);
        keeper.decide(&id, Answer::Text(String::new()));
        keep_focus(&id);
    };
    view! {
        <Field label="Who does the work instead" hint=desk.plan.set_aside.says.clone()>
            <TextArea value=reason rows=2 on_leave=leave />
        </Field>
        <Button label="Answer it after all" kind=Look::Quiet on_press=take_up />
    }
    .into_any()
}

/// Takes the sample's answer, in the guided walk.
fn sample(desk: &Desk, decision: &Decision) -> Option<AnyView> {
    if !desk.is_guided() {
        return None;
    }
    let begun = desk.walk.with_untracked(|walk| walk.as_ref().map(|walk| walk.on))?;
    let answer = desk.plan.answer_of_sample(decision, begun)?;
    let (keeper, id) = (desk.clone(), decision.id.clone());
    let open = {
        let (walk, id) = (desk.walk, decision.id.clone());
        move || walk.with(|walk| walk.as_ref().is_some_and(|walk| walk.answer(&id).is_none()))
    };
    let take = move |()| {
        keeper.decide(&id, answer.clone());
        keep_focus(&id);
    };
    let button = move || {
        let take = take.clone();
        open().then(|| view! { <Button label="Answer as the sample does" on_press=take /> })
    };
    Some(button.into_any())
}

/// Where it stands, said as soon as it changes.
fn standing(desk: &Desk, decision: &Decision) -> AnyView {
    let (desk, decision) = (desk.clone(), decision.clone());
    let now = Memo::new(move |_| desk.standing(&decision));
    let told = move || match now.get() {
        Standing::Open => view! { <Badge label="To be decided" tone=Tone::Neutral /> }.into_any(),
        Standing::Aside => view! { <Badge label="Set aside" tone=Tone::Neutral /> }.into_any(),
        Standing::Sound => view! { <Badge label="It holds" tone=Tone::Ok /> }.into_any(),
        Standing::Wanting(findings) => {
            let must = findings.iter().any(|finding| finding.weight == Weight::Must);
            let (label, tone) =
                if must { ("It does not hold yet", Tone::Bad) } else { ("It could be better", Tone::Warn) };
            let one = |finding: Finding| view! { <li>{finding.says}</li> };
            view! {
                <Badge label tone />
                <ul class="learn-findings">{findings.into_iter().map(one).collect_view()}</ul>
            }
            .into_any()
        }
    };
    view! { <div class="learn-standing" aria-live="polite">{told}</div> }.into_any()
}
