//! The desk at an instant of the shift: the clock, what had just been done, and who was in which pile, in which mood.

use leptos::prelude::*;
use simulation::shift::view::{Case, Pile, View};

use super::look::{INSTANT, Instant, Look};
use super::words;
use crate::ui::{Button, Icon, Kind, Picture, Skeleton};
use crate::views::shift::words as plain;

/// The piles in their order.
const PILES: [Pile; 5] = [Pile::Ringing, Pile::New, Pile::Mine, Pile::Waiting, Pile::Done];

/// The desk where one looks.
pub fn instant(look: Look) -> AnyView {
    let shown = move || {
        match look.instant.get() {
        Instant::Unasked => view! {
            <p class="debrief-hint">"Choose an instant on the timeline, or “Show me” at a finding, to see the desk as it was then."</p>
        }
        .into_any(),
        Instant::Coming => view! { <Skeleton lines=4 label="Going back to that instant" /> }.into_any(),
        Instant::Nothing => view! { <p class="debrief-hint" role="status">"This instant cannot be shown. Choose another one."</p> }.into_any(),
        Instant::Here(_, view) => desk(&view),
    }
    };
    let asked = Memo::new(move |_| look.act.with(Option::is_some));
    view! {
        <section class="debrief-instant" id=INSTANT tabindex="-1" aria-label="The desk at that instant">
            {move || asked.get().then(|| head(look))}
            {shown}
        </section>
    }
    .into_any()
}

fn head(look: Look) -> AnyView {
    let act = move || look.act.get().unwrap_or_default();
    let clock = move || look.clock_after(act());
    let debrief = look.debrief();
    let done = move || {
        let before = words::acts(&debrief).iter().filter(|bar| bar.act < act()).max_by_key(|bar| bar.act);
        let Some(bar) = before else { return "Nothing was done yet.".to_owned() };
        let case = bar.case.as_ref().and_then(|case| debrief.contacts.iter().find(|(key, _)| key == case));
        let about = case.map(|(_, words)| [" · ", words].concat()).unwrap_or_default();
        ["Last done, ", &words::at(&debrief, bar.from), ": ", &bar.label, &about].concat()
    };
    let play_on = move || {
        let act = act();
        (act < look.acts).then(|| {
            let press = move |()| look.play_on.set(Some((act, untrack(|| look.clock_after(act)))));
            view! { <Button label="Play on from here" on_press=press /> }
        })
    };
    let step = move |back: bool| {
        let now = look.act.get_untracked().unwrap_or_default();
        look.show(if back { now.saturating_sub(1) } else { now + 1 });
    };
    view! {
        <header class="debrief-instant-head">
            <p class="debrief-clock"><span class="visually-hidden">"The clock says "</span>{clock}</p>
            <p class="debrief-done" aria-live="polite">{done}</p>
            <div class="debrief-ways">
                <Button label="One act back" kind=Kind::Quiet picture=Picture::Back icon_only=true on_press=move |()| step(true) />
                <Button label="One act on" kind=Kind::Quiet picture=Picture::Next icon_only=true on_press=move |()| step(false) />
                {play_on}
            </div>
        </header>
    }
    .into_any()
}

fn desk(view: &View) -> AnyView {
    let piles = PILES.into_iter().filter_map(|pile| {
        let cases: Vec<&Case> = view.cases.iter().filter(|case| case.pile == pile).collect();
        if cases.is_empty() {
            return None;
        }
        // What is done needs no more than its number.
        let rows = (pile != Pile::Done).then(|| cases.iter().map(|case| row(case)).collect_view());
        Some(view! {
            <section class="debrief-pile">
                <h3>{plain::pile(pile)}<span class="debrief-pile-count">{cases.len()}</span></h3>
                {rows.map(|rows| view! { <ul class="debrief-cases">{rows}</ul> })}
            </section>
        })
    });
    let piles: Vec<_> = piles.collect();
    if piles.is_empty() {
        return view! { <p class="debrief-hint">"Nobody had come yet."</p> }.into_any();
    }
    view! { <div class="debrief-piles">{piles}</div> }.into_any()
}

fn row(case: &Case) -> AnyView {
    let (channel, picture) = plain::channel(case.channel);
    let record = case.record.as_ref();
    let words = [
        record.map(|record| record.number.clone()),
        record.map(|record| plain::state(&record.state)),
        record.and_then(|record| record.priority).map(|level| ["P", &level.to_string()].concat()),
        case.lost.then(|| "Call lost".to_owned()),
    ];
    let words = words.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let caller = case.caller.as_ref().map(|caller| {
        view! {
            <p class="debrief-mood">
                <span>{caller.name.clone()}</span>
                {plain::mood_bars(caller.mood_level)}
                <span>{caller.mood.clone()}</span>
            </p>
        }
    });
    view! {
        <li>
            <Icon picture />
            <div>
                <p><span class="visually-hidden">{channel}": "</span>{case.title.clone()}</p>
                {caller}
                {(!words.is_empty()).then(|| view! { <p class="debrief-meta">{words}</p> })}
            </div>
        </li>
    }
    .into_any()
}
