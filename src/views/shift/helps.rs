//! Help beside the work: what a colleague has prepared, the one hint, and the coach, who asks before he tells.

use learning::Topic;
use leptos::prelude::*;
use simulation::shift::view::{Coaching, Prepared};

use super::desk::Desk;
use super::forms::{self, Form};
use super::words;
use crate::browser::dom;
use crate::commands::Commands;
use crate::ui::{Icon, Picture};

/// All of it, above the acts.
pub fn helps(desk: Desk) -> AnyView {
    let prepared = Memo::new(move |_| {
        let open = desk.open.get()?;
        desk.view.with(|view| view.as_deref()?.cases.iter().find(|case| case.key == open)?.prepared.clone())
    });
    let hint = desk.part(|view| view.help.hint.clone());
    let shown = move || {
        let coaching = desk.coaching.get();
        let prepared = prepared.get().filter(|_| coaching.is_none() && desk.form.with(Option::is_none));
        view! {
            {prepared.map(|prepared| self::prepared(desk, prepared))}
            {coaching.map(|coaching| coach(desk, coaching))}
        }
    };
    view! {
        {move || hint.get().filter(|_| desk.coaching.with(Option::is_none)).map(|hint| view! { <p class="shift-hint"><Icon picture=Picture::Info /><span><strong>"A hint: "</strong>{hint}</span></p> })}
        {shown}
    }
    .into_any()
}

/// A step that is prepared: its reason, and one button. Where the decision is left open, the button leads to it.
fn prepared(desk: Desk, Prepared { by, says, next, label }: Prepared) -> AnyView {
    let way = match (next, label.is_empty()) {
        (Some(act), false) => {
            let cost = forms::minutes_of(desk, &act).map(words::cost);
            view! {
                <button type="button" class="button button-primary" id="shift-prepared" on:click=move |_| desk.act(act.clone())>
                    <span>{label}</span>
                    {cost.map(|cost| view! { <span class="button-cost">{cost}</span> })}
                </button>
            }
            .into_any()
        }
        (act, _) => {
            let open = move |_| {
                let of = desk.open.get_untracked();
                desk.form.set(Some(Form { filled: act.clone(), ..Form::named("log", of) }));
                dom::soon(|| dom::focus_within(forms::FORM));
            };
            let label = if label.is_empty() { "Decide what it is".to_owned() } else { label };
            view! { <button type="button" class="button button-primary" id="shift-prepared" on:click=open>{label}</button> }
                .into_any()
        }
    };
    view! {
        <section class="shift-prepared" aria-label="Prepared">
            <p><Icon picture=Picture::Group /><span><strong>{by}</strong>": "{says}</span></p>
            {way}
        </section>
    }
    .into_any()
}

fn coach(desk: Desk, Coaching { question, idea, concept, show, .. }: Coaching) -> AnyView {
    let commands = use_context::<Commands>();
    let topic = concept.as_deref().and_then(Topic::of_code);
    let depth = RwSignal::new(0_u8);
    let act = show.map(|act| (forms::label_of(desk, &act), act));
    let shows = act.is_some();
    let deeper = move || match depth.get() {
        0 => Some("What is behind it"),
        1 if shows => Some("Show me"),
        _ => None,
    };
    view! {
        <section class="shift-coach" aria-label="Coach">
            <p class="shift-coach-question"><Icon picture=Picture::Learn /><strong>{question}</strong></p>
            {move || (depth.get() > 0).then(|| view! { <p>{idea.clone()}</p> })}
            {move || act.clone().filter(|_| depth.get() > 1).map(|(label, act)| view! {
                <p>"Somebody experienced would do this next:"</p>
                <button type="button" class="button" on:click=move |_| { desk.coaching.set(None); desk.act(act.clone()); }>{label}</button>
            })}
            <div class="shift-sheet-ways">
                {move || deeper().map(|label| view! {
                    <button type="button" class="button" on:click=move |_| depth.update(|depth| *depth += 1)>{label}</button>
                })}
                {move || topic.filter(|_| depth.get() > 0).zip(commands).map(|(topic, commands)| view! {
                    <button type="button" class="button button-quiet" on:click=move |_| commands.learn(topic)>"Learn"</button>
                })}
                <button type="button" class="button button-quiet" on:click=move |_| { desk.coaching.set(None); dom::focus_id(super::desk::OPEN); }>"Close"</button>
            </div>
        </section>
    }
    .into_any()
}
