//! What may be done with what is open, each with its minutes, in groups; and the details that some ask for.

use leptos::prelude::*;
use simulation::scenario::Key;
use simulation::shift::view::{Group, Offer};

use super::desk::Desk;
use super::{forms, helps, top, words};
use crate::browser::dom;
use crate::ui::id;

const GROUPS: [Group; 6] = [Group::Talk, Group::Know, Group::Mend, Group::Route, Group::Record, Group::More];

/// What is offered, and of which case.
type Offered = Signal<Option<(Key, Vec<Offer>)>>;

/// The acts, below what is open.
pub fn dock(desk: Desk, offered: Offered) -> AnyView {
    let acts = Memo::new(move |_| offered.get());
    let inside = move || match desk.form.get() {
        Some(form) => forms::form(desk, form),
        None => groups(desk, acts),
    };
    view! {
        <div class="shift-dock">
            {helps::helps(desk)}
            {why(desk)}
            {inside}
        </div>
    }
    .into_any()
}

/// Why the last press did nothing.
fn why(desk: Desk) -> AnyView {
    view! {
        <div role="status">
            {move || desk.why.get().map(|why| view! { <p class="shift-why">{why}</p> })}
        </div>
    }
    .into_any()
}

fn in_group(acts: &[Offer], group: Group) -> impl Iterator<Item = &Offer> {
    // What is done by turning to a case has no button of its own.
    acts.iter().filter(move |offer| offer.group == group && offer.act != *"open")
}

fn groups(desk: Desk, acts: Memo<Option<(Key, Vec<Offer>)>>) -> AnyView {
    let counts = Memo::new(move |_| {
        acts.with(|acts| {
            let acts = acts.as_ref().map(|(_, acts)| acts.as_slice()).unwrap_or_default();
            GROUPS.map(|group| {
                (in_group(acts, group).count(), in_group(acts, group).any(|offer| offer.refused.is_none()))
            })
        })
    });
    // The group that one chose, or the first one with something that can be done.
    let shown = Memo::new(move |_| {
        let counts = counts.get();
        let has = |group: Group| GROUPS.iter().zip(counts).any(|(one, (count, _))| *one == group && count > 0);
        let chosen = desk.group.get()?;
        if has(chosen) {
            return Some(chosen);
        }
        GROUPS.into_iter().zip(counts).find(|(_, (_, free))| *free).map(|(group, _)| group)
    });
    let base = StoredValue::new(id::fresh("acts"));
    let tab = move |(index, group): (usize, Group)| {
        let count = Memo::new(move |_| counts.with(|counts| counts.get(index).map_or(0, |(count, _)| *count)));
        let is_shown = move || shown.get() == Some(group);
        let press = move |_| {
            let fold = is_shown() && dom::window_width() < NARROW_PIXELS;
            desk.group.set((!fold).then_some(group));
        };
        move || {
            (count.get() > 0).then(|| {
                view! {
                    <button
                        type="button"
                        class="shift-group"
                        aria-expanded=move || is_shown().to_string()
                        aria-controls=base.get_value()
                        on:click=press
                    >
                        {words::group(group)}
                    </button>
                }
            })
        }
    };
    let buttons = move || {
        let group = shown.get()?;
        let (key, acts) = acts.get()?;
        let of = key.clone();
        let each: Vec<(String, Offer)> =
            in_group(&acts, group).map(|offer| ([&*offer.act, " ", &offer.label].concat(), offer.clone())).collect();
        Some(each.into_iter().map(move |(name, offer)| button(desk, of.clone(), &name, offer)).collect_view())
    };
    let heading = move || shown.get().map(words::group).unwrap_or_default();
    view! {
        <div class="shift-groups" role="group" aria-label="Kinds of acts">{GROUPS.into_iter().enumerate().map(tab).collect_view()}</div>
        <div class="shift-acts" id=base.get_value() role="group" aria-label=heading hidden=move || shown.get().is_none()>{buttons}</div>
    }
    .into_any()
}

/// Narrower than this, a group is folded away by pressing it again.
const NARROW_PIXELS: f64 = 700.0;

/// The id of an act's button, so that the focus finds it again after the act.
pub fn button_id(name: &str) -> String {
    ["act-", &name.replace(' ', "-")].concat()
}

/// One act: what it does and what it costs. Refused, it stays in reach and says why.
pub fn button(desk: Desk, of: Key, name: &str, offer: Offer) -> AnyView {
    let id = button_id(name);
    let why_id = id::with_suffix(&id, "why");
    let refused = offer.refused.is_some();
    let why = offer.refused.clone().map(|why| {
        let id = why_id.clone();
        view! { <span class="visually-hidden" id=id>{why}</span> }
    });
    let (label, cost) = (offer.label.clone(), offer.minutes.map(words::cost));
    let reason = offer.refused.clone();
    let more = offer.does.is_none();
    let act = offer.act.to_string();
    let press = move |_| top::press(desk, &offer, Some(of.clone()));
    view! {
        <button
            type="button"
            class="button shift-act"
            id=id
            data-act=act
            aria-disabled=refused.then_some("true")
            aria-describedby=refused.then_some(why_id)
            title=reason
            on:click=press
        >
            <span>{label}{more.then_some("…")}</span>
            {cost.map(|cost| view! { <span class="button-cost">{cost}</span> })}
            {why}
        </button>
    }
    .into_any()
}
