//! What rings: the button that answers, the sheet on a phone, and what to do with an act that a ring interrupts.

use leptos::prelude::*;
use simulation::scenario::Key;
use simulation::shift::Act;
use simulation::shift::view::{Case, Interrupted, Offer, Pile};

use super::desk::Desk;
use super::{top, words};
use crate::browser::dom;
use crate::ui::{Icon, Picture};

const CARRY_ON: &str = "shift-interrupted";

/// The button that answers a call, or turns to who stands there.
pub fn answer(desk: Desk, key: Key) -> AnyView {
    let of = key.clone();
    let offer = desk.part(move |view| {
        let case = view.cases.iter().find(|case| case.key == of)?;
        case.acts.iter().find(|offer| offer.act == *"answer").cloned()
    });
    let button = move || {
        let offer = offer.get()?;
        let (label, cost) = (offer.label.clone(), offer.minutes.map(words::cost));
        let refused = offer.refused.is_some();
        let of = key.clone();
        Some(view! {
            <button
                type="button"
                class="button button-primary shift-answer"
                aria-disabled=refused.then_some("true")
                title=offer.refused.clone()
                on:click=move |_| top::press(desk, &offer, Some(of.clone()))
            >
                <span>{label}</span>
                {cost.map(|cost| view! { <span class="button-cost">{cost}</span> })}
            </button>
        })
    };
    button.into_any()
}

/// Both sheets. Neither keeps anybody from the page behind it.
pub fn sheets(desk: Desk) -> AnyView {
    let interrupted = desk.part(|view| {
        let interrupted = view.interrupted.clone()?;
        let by = view.cases.iter().find(|case| case.key == interrupted.by).map(who).unwrap_or_default();
        let offers =
            view.acts.iter().filter(|offer| matches!(&*offer.act, "carry-on" | "leave")).cloned().collect::<Vec<_>>();
        Some((interrupted, by, offers))
    });
    let ringing = desk.part(|view| {
        view.cases
            .iter()
            .find(|case| case.pile == Pile::Ringing)
            .map(|case| (case.key.clone(), who(case), case.title.clone(), case.rings_until))
    });
    let hushed = RwSignal::new(None::<Key>);
    let shown = move || match (interrupted.get(), ringing.get()) {
        (Some((interrupted, by, offers)), _) => Some(break_in(desk, interrupted, &by, &offers)),
        (None, Some((key, who, title, until))) if hushed.with(|hushed| hushed.as_ref() != Some(&key)) => {
            let quiet = key.clone();
            let until = until.map(|until| [", until ", &words::clock(until)].concat()).unwrap_or_default();
            Some(view! {
                <section class="shift-sheet shift-call" aria-label="Ringing">
                    <p class="shift-sheet-title"><Icon picture=Picture::Phone /><strong>{who}</strong><span>" waits for an answer"{until}</span></p>
                    <p class="shift-sheet-text">{title}</p>
                    <div class="shift-sheet-ways">
                        {answer(desk, key)}
                        <button type="button" class="button" on:click=move |_| hushed.set(Some(quiet.clone()))>"Not now"</button>
                    </div>
                </section>
            }
            .into_any())
        }
        _ => None,
    };
    shown.into_any()
}

fn who(case: &Case) -> String {
    case.caller.as_ref().map_or_else(|| words::channel(case.channel).0.to_owned(), |caller| caller.name.clone())
}

fn break_in(desk: Desk, interrupted: Interrupted, by: &str, offers: &[Offer]) -> AnyView {
    let Interrupted { label, minutes_left, by: contact, .. } = interrupted;
    let left = words::cost(minutes_left);
    let cost = |act: &str| offers.iter().find(|offer| offer.act == *act).and_then(|offer| offer.minutes);
    let carries = cost("carry-on").map_or_else(|| left.clone(), words::cost);
    dom::soon(|| dom::focus_within(CARRY_ON));
    view! {
        <section class="shift-sheet" id=CARRY_ON aria-label="Interrupted">
            <p class="shift-sheet-title"><Icon picture=Picture::Phone /><strong>{by.to_owned()}</strong><span>" rings."</span></p>
            <p class="shift-sheet-text">"“"{label}"” is interrupted; "{words::minutes(minutes_left)}" of it are left."</p>
            <div class="shift-sheet-ways">
                {answer(desk, contact)}
                <button type="button" class="button" on:click=move |_| desk.act(Act::CarryOn)>
                    <span>"Carry on"</span><span class="button-cost">{carries}</span>
                </button>
                <button type="button" class="button button-quiet" on:click=move |_| desk.act(Act::Leave)>"Leave it"</button>
            </div>
        </section>
    }
    .into_any()
}
