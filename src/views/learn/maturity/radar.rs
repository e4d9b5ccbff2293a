//! The radar: one axis a practice, from the lowest level in the middle to the highest outside.

use learning::maturity::{Axis, Level};
use leptos::prelude::*;

const MIDDLE: f64 = 160.0;
const OUTER: f64 = 110.0;
/// Where the highest level lies, and where what it is called stands: a little farther out.
const HIGHEST: f64 = 5.0;
const LABELS: f64 = 5.6;
/// From one line of a label to the next.
const LINE: f64 = 14.0;
/// Letters of a line that fit beside the shape.
const LETTERS: usize = 13;
/// Fewer axes make no shape.
const FEWEST: usize = 3;

/// The chart, with what it shows in a sentence; nothing where a table says it as well.
pub fn chart(axes: &[Axis]) -> Option<AnyView> {
    if axes.len() < FEWEST {
        return None;
    }
    let rings = Level::all().map(|level| {
        let points = shape(axes, |_| f64::from(level.number()));
        view! { <polygon class="ring" points=points></polygon> }
    });
    let spokes = axes.iter().enumerate().map(|(place, _)| {
        let (x, y) = point(place, axes.len(), HIGHEST);
        view! { <line class="ring" x1=MIDDLE y1=MIDDLE x2=number(x) y2=number(y)></line> }
    });
    let now = shape(axes, |axis| axis.with_credit);
    let before = axes.iter().any(|axis| axis.before.is_some()).then(|| {
        let points = shape(axes, |axis| f64::from(axis.before.unwrap_or(axis.level).number()));
        view! { <polygon class="before" points=points></polygon> }
    });
    let labels = axes.iter().enumerate().map(|(place, axis)| {
        let (x, y) = point(place, axes.len(), LABELS);
        let anchor = match x - MIDDLE {
            off if off > 8.0 => "start",
            off if off < -8.0 => "end",
            _ => "middle",
        };
        // Where it stands above the middle, the last line is the one by the axis.
        let lines = lines(&axis.name);
        let up = (MIDDLE - y) / (2.0 * OUTER) + 0.5;
        let first = y - up * LINE * (lines.len() - 1) as f64;
        let lines = lines.into_iter().enumerate().map(|(place, line)| {
            view! { <tspan x=number(x) y=number(first + LINE * place as f64)>{line}</tspan> }
        });
        view! { <text text-anchor=anchor>{lines.collect_view()}</text> }
    });
    let told: Vec<String> = axes.iter().map(|axis| format!("{} {}", axis.name, axis.level.number())).collect();
    Some(
        view! {
            <svg class="learn-radar" viewBox="-60 20 440 280" role="img" aria-label=["Levels: ", &told.join(", ")].concat()>
                {rings.collect_view()}
                {spokes.collect_view()}
                {before}
                <polygon class="now" points=now></polygon>
                {labels.collect_view()}
            </svg>
        }
        .into_any(),
    )
}

fn shape(axes: &[Axis], value: impl Fn(&Axis) -> f64) -> String {
    let points = axes.iter().enumerate().map(|(place, axis)| {
        let (x, y) = point(place, axes.len(), value(axis));
        [number(x), number(y)].join(",")
    });
    points.collect::<Vec<_>>().join(" ")
}

/// Where a value lies on an axis; the first axis points up.
fn point(place: usize, of: usize, value: f64) -> (f64, f64) {
    let turn = place as f64 / of as f64 * std::f64::consts::TAU;
    let length = value / HIGHEST * OUTER;
    (MIDDLE + length * turn.sin(), MIDDLE - length * turn.cos())
}

fn number(value: f64) -> String {
    format!("{value:.1}")
}

/// The name without what all have in common, in lines.
fn lines(name: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in name.trim_end_matches(" management").split(' ') {
        match lines.last_mut() {
            Some(line) if line.len() + word.len() < LETTERS => *line = [line.as_str(), word].join(" "),
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
