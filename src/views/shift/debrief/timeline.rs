//! How the shift went: lanes over one clock, pins where findings are, and a scrubber that shows the desk as it was.

use leptos::{ev, html, prelude::*};

use super::lanes::{self, Lanes, Pin, Placed, short};
use super::look::Look;
use super::{instant, moments, words};
use crate::browser::dom;
use crate::ui::chart::width_of;
use crate::ui::{Button, Kind};
use crate::views::words as plain;

/// In a narrower window the lanes are a list.
const WIDE_PIXELS: f64 = 700.0;
/// A width to draw for until the place is measured.
const FIRST_WIDTH: f64 = 1000.0;
/// So many acts are passed by Page up and Page down.
const PAGE: usize = 10;

/// The timeline with the desk at the chosen instant.
pub fn timeline(look: Look) -> AnyView {
    let as_list = RwSignal::new(dom::window_width() < WIDE_PIXELS);
    let label = Signal::derive(move || if as_list.get() { "As lanes" } else { "As a list" }.to_owned());
    let body = move || if as_list.get() { moments::list(look) } else { picture(look) };
    view! {
        <section class="debrief-part debrief-timeline" aria-labelledby="debrief-timeline">
            <header class="debrief-part-head">
                <h2 id="debrief-timeline">"How it went"</h2>
                <Button label kind=Kind::Quiet on_press=move |()| as_list.update(|list| *list = !*list) />
            </header>
            {body}
            {instant::instant(look)}
        </section>
    }
    .into_any()
}

/// The lanes. They take the arrow keys, act by act; pointing and dragging do as well.
fn picture(look: Look) -> AnyView {
    let debrief = look.debrief();
    let place = NodeRef::<html::Div>::new();
    let width = width_of(place, FIRST_WIDTH);
    let length = words::length(&debrief);
    let said = move || match look.act.get() {
        None => "No instant is chosen. An arrow key goes from act to act.".to_owned(),
        Some(act) => [&look.clock_after(act), ", after ", &plain::count(act, "act", "acts")].concat(),
    };
    let svg = move || drawing(look, &Lanes::draw(&debrief, width.get()), length);
    let pointed = move |event: &ev::PointerEvent| {
        if let Some(x) = dom::x_within(event, ".debrief-lanes").filter(|x| *x >= lanes::GUTTER) {
            look.show(look.act_at(lanes::minutes_of(width.get_untracked(), length, x)));
        }
    };
    view! {
        <div
            class="debrief-lanes"
            node_ref=place
            role="slider"
            tabindex="0"
            aria-label="Instant of the shift"
            aria-valuemin="0"
            aria-valuemax=look.acts.to_string()
            aria-valuenow=move || look.act.get().unwrap_or(0).to_string()
            aria-valuetext=said
            on:keydown=move |event| moved(look, &event)
            on:pointerdown=move |event: ev::PointerEvent| {
                dom::capture(&event);
                pointed(&event);
            }
            on:pointermove=move |event: ev::PointerEvent| if event.buttons() & 1 == 1 { pointed(&event) }
        >
            {svg}
        </div>
    }
    .into_any()
}

fn moved(look: Look, event: &ev::KeyboardEvent) {
    let now = look.act.get_untracked();
    let act = match (event.key().as_str(), now) {
        ("Home", _) | ("ArrowRight" | "ArrowUp" | "PageUp", None) => 0,
        ("End", _) | ("ArrowLeft" | "ArrowDown" | "PageDown", None) => look.acts,
        ("ArrowRight" | "ArrowUp", Some(act)) => act + 1,
        ("ArrowLeft" | "ArrowDown", Some(act)) => act.saturating_sub(1),
        ("PageUp", Some(act)) => act + PAGE,
        ("PageDown", Some(act)) => act.saturating_sub(PAGE),
        _ => return,
    };
    event.prevent_default();
    look.show(act);
}

fn drawing(look: Look, lanes: &Lanes, length: f64) -> AnyView {
    let (pixels, width, height) = (lanes.width, short(lanes.width), short(lanes.height));
    let (floor, right) = (height.clone(), width.clone());
    let hand = move || {
        look.act.get().map(|act| {
            let x = short(lanes::x_of(pixels, length, look.minutes_after(act)));
            view! {
                <g class="debrief-hand">
                    <path d=["M", &x, ",48V", &floor].concat() />
                    <circle cx=x cy="48" r="5" />
                </g>
            }
        })
    };
    let tick = |(text, x): &(String, f64)| {
        view! {
            <path class="mark-grid" d=["M", &short(*x), ",48V", &height].concat() />
            <text class="mark-note" x=short(*x) y="8" text-anchor="middle">{text.clone()}</text>
        }
    };
    let rule = |y: &f64| view! { <path class="mark-grid" d=["M0,", &short(*y), "H", &right].concat() /> };
    let name = |(text, y): &(String, f64)| view! { <text class="mark-strong" x="0" y=short(*y)>{text.clone()}</text> };
    let people = lanes.people.as_ref().map(|people| {
        let (x, anchor) = if people.at_end { (people.x - 4.0, "end") } else { (people.x + 4.0, "start") };
        view! {
            <path class="debrief-people" d=people.path.clone() />
            <text class="mark-word" x=short(x) y=short(people.y - 1.0) text-anchor=anchor>{["at most ", &people.most].concat()}</text>
        }
    });
    view! {
        <svg aria-hidden="true" width=width.clone() height=height.clone() viewBox=["0 0 ", &width, " ", &height].concat()>
            {lanes.ticks.iter().map(tick).collect_view()}
            {lanes.rules.iter().map(rule).collect_view()}
            {lanes.names.iter().map(name).collect_view()}
            {people}
            {lanes.bars.iter().map(bar).collect_view()}
            {hand}
            {lanes.pins.iter().map(|pin| self::pin(look, pin)).collect_view()}
        </svg>
    }
    .into_any()
}

fn bar(bar: &Placed) -> AnyView {
    let text = (!bar.text.is_empty()).then(|| {
        view! { <text x=short(bar.x + 4.0) y=short(bar.y + 11.0)>{bar.text.clone()}</text> }
    });
    view! {
        <g class="debrief-bar" data-lane=bar.lane.clone()>
            <title>{bar.title.clone()}</title>
            <rect x=short(bar.x) y=short(bar.y) width=short(bar.width) height=short(bar.height) rx="2" />
            {text}
        </g>
    }
    .into_any()
}

/// Found by pointing alone: the same is reached from each finding.
fn pin(look: Look, pin: &Pin) -> AnyView {
    let act = pin.act;
    let place = ["translate(", &short(pin.x - 8.0), " ", &short(pin.y - 8.0), ")"].concat();
    let shape = if pin.strength {
        "M14.25 8A6.25 6.25 0 1 1 1.75 8a6.25 6.25 0 0 1 12.5 0M5 8.25l2.1 2.1L11 6.25"
    } else {
        "M14.25 8A6.25 6.25 0 1 1 1.75 8a6.25 6.25 0 0 1 12.5 0M6.75 5l3 3-3 3"
    };
    view! {
        <g
            class="debrief-pin"
            data-strength=pin.strength.then_some("true")
            transform=place
            on:pointerdown=move |event: ev::PointerEvent| {
                event.stop_propagation();
                look.show(act);
            }
        >
            <title>{pin.title.clone()}</title>
            <path d=shape />
        </g>
    }
    .into_any()
}
