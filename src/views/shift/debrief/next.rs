//! One thing to do next, and playing on from an instant.

use learning::Topic;
use leptos::prelude::*;
use simulation::debrief::NextStep;

use super::look::Look;
use crate::route::{Route, Stand};
use crate::ui::{Button, CommandButton, Dialog, Kind, LinkButton, open_while};
use crate::views::shift::words::clock;

/// The next step.
pub fn next(look: Look) -> AnyView {
    let (because, way) = match look.debrief().next.clone() {
        NextStep::Replay { at, act, because } => {
            let at = clock(at);
            let label = ["Replay from ", &at].concat();
            let press = move |()| look.play_on.set(Some((act, at.clone())));
            (because, view! { <Button label kind=Kind::Primary on_press=press /> }.into_any())
        }
        NextStep::Scenario { scenario, because } => {
            let href = Route::Shift(Stand::Scenario(scenario.to_string(), String::new())).href();
            (because, view! { <LinkButton label="Open the next shift" kind=Kind::Primary href /> }.into_any())
        }
        NextStep::Learn { concept, because } => {
            let press = move |()| {
                if let Some(topic) = Topic::of_code(&concept) {
                    look.learn(topic);
                }
            };
            (because, view! { <Button label="Read about it" kind=Kind::Primary on_press=press /> }.into_any())
        }
    };
    view! {
        <section class="debrief-next" aria-labelledby="debrief-next">
            <h2 id="debrief-next">"One next step"</h2>
            <p class="debrief-lead">{because}</p>
            {way}
        </section>
    }
    .into_any()
}

/// Asks before a run of its own is made.
pub fn play_on(look: Look) -> AnyView {
    let open = open_while(look.play_on);
    let trouble = RwSignal::new(None::<String>);
    let running = RwSignal::new(false);
    let clock = move || look.play_on.get().map(|(_, clock)| clock).unwrap_or_default();
    let title = Signal::derive(move || ["Play on from ", &clock(), "?"].concat());
    let label = Signal::derive(move || ["Play on from ", &clock()].concat());
    let words = move || match look.play_on.get().map_or(0, |(act, _)| act) {
        0 => "A new run of the same day begins, with the same people, faults and chances.".to_owned(),
        1 => "A new run of the same day begins with your first act done again, and stands where you were then."
            .to_owned(),
        acts => {
            let acts = acts.to_string();
            [
                "A new run of the same day begins with your first ",
                &acts,
                " acts done again, and stands where you were then.",
            ]
            .concat()
        }
    };
    let press = move |()| {
        let Some((act, _)) = look.play_on.get_untracked() else { return };
        trouble.set(None);
        running.set(true);
        look.fork(act, move |why| {
            running.try_set(false);
            trouble.try_set(Some(why));
        });
    };
    view! {
        <Dialog title open actions=move || view! {
            <CommandButton label kind=Kind::Primary running on_press=press />
            <Button label="Stay here" kind=Kind::Quiet on_press=move |()| open.set(false) />
        }>
            <p>{words}</p>
            <p>"The shift you look back at stays as it is."</p>
            <div role="alert">{move || trouble.get().map(|why| view! { <p class="debrief-trouble">{why}</p> })}</div>
        </Dialog>
    }
    .into_any()
}
