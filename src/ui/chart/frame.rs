//! What every chart has around it: its words, the point that is looked at, the table, and saving.

use leptos::{ev, html, prelude::*};

use super::{Drawing, Plot, Sheet};
use crate::browser::dom;
use crate::ui::id;
use crate::ui::{Button, Kind};

/// What is to be saved.
#[derive(Clone, Debug, PartialEq)]
pub enum Saved {
    /// A drawing of its own, as text.
    Svg(String),
    /// The table, row by row, with its headings.
    Table(Vec<Vec<String>>),
}

/// A width to draw for until the place is measured.
const FIRST_WIDTH: f64 = 560.0;

/// How wide a place is within, for whoever draws for it: `first` until it is measured, then followed for as long as it
/// is there.
pub fn width_of(place: NodeRef<html::Div>, first: f64) -> RwSignal<f64> {
    let width = RwSignal::new(first);
    let watch = StoredValue::new_local(None::<dom::SizeWatch>);
    Effect::new(move |_| {
        let Some(element) = place.get() else { return };
        let measured = element.clone();
        let look = move || {
            let now = dom::inner_width(&measured);
            if now > 0.0 && width.try_get_untracked().is_some_and(|before| before != now) {
                let _ = width.try_set(now);
            }
        };
        watch.set_value(dom::watch_sizes(&[&element], look));
    });
    width
}

/// A chart.
#[component]
pub fn Chart(
    /// What it shows ("Opened and resolved by week").
    #[prop(into)]
    label: Signal<String>,
    /// What there is to see in it, in a sentence, for those who do not.
    #[prop(into)]
    summary: Signal<String>,
    /// What is drawn.
    #[prop(into)]
    plot: Signal<Plot>,
    /// The same numbers as a table.
    #[prop(into)]
    sheet: Signal<Sheet>,
    /// Called with what is to be saved.
    #[prop(into)]
    on_save: UnsyncCallback<Saved>,
) -> impl IntoView {
    let as_table = RwSignal::new(false);
    let place = NodeRef::<html::Div>::new();
    let width = width_of(place, FIRST_WIDTH);
    let drawing = Memo::new(move |_| plot.with(|plot| plot.draw(width.get())));
    let save_svg = move |()| {
        on_save.run(Saved::Svg(
            drawing.with_untracked(|drawing| drawing.to_svg(&label.get_untracked(), &summary.get_untracked())),
        ));
    };
    let save_table = move |()| on_save.run(Saved::Table(sheet.with_untracked(Sheet::raw)));
    let switch = Signal::derive(move || if as_table.get() { "As a chart" } else { "As a table" }.to_owned());
    let body = move || {
        if as_table.get() {
            sheet.get().view(label.get())
        } else {
            view! { <Points label summary drawing /> }.into_any()
        }
    };
    view! {
        <figure class="chart" aria-label=label>
            <div class="chart-place" node_ref=place>{body}</div>
            <div class="chart-actions">
                <Button kind=Kind::Quiet label=switch on_press=move |()| as_table.update(|shown| *shown = !*shown) />
                <Button kind=Kind::Quiet label="Save SVG" on_press=save_svg />
                <Button kind=Kind::Quiet label="Save CSV" on_press=save_table />
            </div>
        </figure>
    }
    .into_any()
}

/// The drawing, and the line that reads out one of its points. The line takes the arrow keys; pointing does as well.
#[component]
fn Points(label: Signal<String>, summary: Signal<String>, drawing: Memo<Drawing>) -> impl IntoView {
    let at = RwSignal::new(None::<usize>);
    let last = move || drawing.with(|drawing| drawing.spots.len().saturating_sub(1));
    let here = move || at.get().map(|at| at.min(last()));
    let spot = move |read: usize| drawing.with(|drawing| drawing.spots.get(read).cloned()).unwrap_or_default();
    let move_on = move |event: ev::KeyboardEvent| {
        let now = at.get_untracked();
        let last = drawing.with_untracked(|drawing| drawing.spots.len().saturating_sub(1));
        let next = match (event.key().as_str(), now) {
            ("ArrowRight" | "ArrowDown", None) | ("Home", _) => 0,
            ("ArrowLeft" | "ArrowUp", None) | ("End", _) => last,
            ("ArrowRight" | "ArrowDown", Some(at)) => (at + 1).min(last),
            ("ArrowLeft" | "ArrowUp", Some(at)) => at.saturating_sub(1),
            ("PageDown", at) => (at.unwrap_or(0) + 10).min(last),
            ("PageUp", at) => at.unwrap_or(last).saturating_sub(10),
            _ => return,
        };
        event.prevent_default();
        at.set(Some(next));
    };
    // A chart that changes under a resting pointer must not take the reading from the keyboard: only a pointer that
    // moved does, and some browsers report one as moved that is where it was.
    let seen = StoredValue::new(None::<(i32, i32)>);
    let follow = move |event: ev::PointerEvent, place: usize| {
        let now = Some((event.client_x(), event.client_y()));
        if seen.try_get_value().is_some_and(|before| before != now) {
            seen.set_value(now);
            if at.get_untracked() != Some(place) {
                at.set(Some(place));
            }
        }
    };
    let picture = move || {
        let Drawing { width, height, marks, spots } = drawing.get();
        let [width, height] = [width, height].map(super::drawing::short);
        let touch = |(place, spot): (usize, super::drawing::Spot)| {
            let [x, y, width, height] = [spot.x, spot.y, spot.width, spot.height].map(super::drawing::short);
            view! {
                <rect class="chart-spot" x=x y=y width=width height=height on:pointermove=move |event| follow(event, place) on:click=move |_| at.set(Some(place)) />
            }
            .into_any()
        };
        let shown = move || {
            here().map(|place| {
                let spot = spot(place);
                let [x, y, width, height] = [spot.x, spot.y, spot.width, spot.height].map(super::drawing::short);
                view! { <rect class="chart-here" x=x y=y width=width height=height /> }
            })
        };
        view! {
            <svg class="chart-picture" role="img" aria-label=summary width=width.clone() height=height.clone() viewBox=["0 0 ", &width, " ", &height].concat()>
                {marks.into_iter().map(super::drawing::Mark::view).collect_view()}
                {shown}
                {spots.into_iter().enumerate().map(touch).collect_view()}
            </svg>
        }
    };
    let said =
        move || here().map_or_else(|| "Point at the chart, or press an arrow key here.".to_owned(), |at| spot(at).text);
    let link = move || {
        let href = here().and_then(|at| spot(at).href)?;
        Some(view! { <a href=href>"Show these"</a> })
    };
    let readout = id::fresh("readout");
    view! {
        {picture}
        <div class="chart-readout">
            <div
                class="chart-said"
                id=readout
                role="slider"
                tabindex="0"
                aria-label=move || "Points of: ".to_owned() + &label.get()
                aria-valuemin="0"
                aria-valuemax=move || last().to_string()
                aria-valuenow=move || here().unwrap_or(0).to_string()
                aria-valuetext=said
                on:keydown=move_on
            >
                {said}
            </div>
            {link}
        </div>
    }
    .into_any()
}
