//! What each tool's clock did, as aligned strips over one axis of time.

use chrono::{DateTime, Utc};
use itsm::service_level::policies::{Outcome, What};
use leptos::prelude::*;

use crate::session::Zone;
use crate::views::words;

/// One tool's strip.
#[derive(Clone, Debug, PartialEq)]
pub struct Strip {
    /// The tool's name.
    pub name: &'static str,
    /// What its clock did, as shares of the whole time (0 to 1).
    pub parts: Vec<(f64, f64, What)>,
    /// Where it is due, if within the picture.
    pub due: Option<f64>,
    /// How it ends.
    pub outcome: Outcome,
}

/// Everything in the picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// From when.
    pub from: DateTime<Utc>,
    /// Until when.
    pub to: DateTime<Utc>,
    /// The strips, one below the other.
    pub strips: Vec<Strip>,
    /// What happened, and where.
    pub marks: Vec<(f64, &'static str)>,
}

const LABEL: f64 = 168.0;
const WIDTH: f64 = 880.0;
const TOP: f64 = 44.0;
const ROW: f64 = 26.0;
const BAR: f64 = 14.0;

fn px(number: f64) -> String {
    ((number * 10.0).round() / 10.0).to_string()
}

fn at(share: f64) -> f64 {
    LABEL + share.clamp(0.0, 1.0) * (WIDTH - LABEL - 12.0)
}

/// Words further right than this share end at their mark instead of beginning there.
const END_AT: f64 = 0.85;
/// How wide a letter of such a word is, at most.
const LETTER: f64 = 6.5;

/// On which of two lines each word stands; `None` where it would cover another one.
fn placed(marks: &[(f64, &'static str)]) -> Vec<(f64, &'static str, Option<u8>)> {
    let mut taken: [f64; 2] = [0.0; 2];
    let mut place = |(share, word): &(f64, &'static str)| {
        let width = word.len() as f64 * LETTER;
        let begins = if *share > END_AT { at(*share) - width } else { at(*share) };
        let level = (0_u8..).zip(&mut taken).find(|(_, until)| **until <= begins).map(|(level, until)| {
            *until = begins + width;
            level
        });
        (*share, *word, level)
    };
    marks.iter().map(&mut place).collect()
}

fn class(what: What) -> &'static str {
    match what {
        What::Running => "run-running",
        What::OutsideHours => "run-outside",
        What::Paused => "run-paused",
        What::Stopped => "run-stopped",
    }
}

/// The drawing; the page has a table that says the same.
pub fn drawn(picture: Picture, zone: Zone) -> AnyView {
    let rows = picture.strips.len() as f64;
    let height = TOP + rows * ROW + 8.0;
    let strip = |(place, strip): (usize, Strip)| {
        let y = TOP + place as f64 * ROW;
        let part = |(from, to, what): (f64, f64, What)| {
            let (x, end) = (at(from), at(to));
            let (height, top) = if what == What::Stopped { (2.0, y + BAR / 2.0 - 1.0) } else { (BAR, y) };
            view! { <rect class=class(what) x=px(x) y=px(top) width=px((end - x).max(0.6)) height=px(height) /> }
        };
        let due = strip.due.map(|due| {
            let (x, middle) = (at(due), y + BAR / 2.0);
            let missed = if strip.outcome == Outcome::Missed { "run-due run-due-missed" } else { "run-due" };
            let points = [[x, middle - 8.0], [x + 5.0, middle], [x, middle + 8.0], [x - 5.0, middle]];
            let points: Vec<String> = points.iter().map(|[x, y]| px(*x) + "," + &px(*y)).collect();
            view! { <polygon class=missed points=points.join(" ") /> }
        });
        view! {
            <text class="run-name" x="0" y=px(y + BAR - 3.0)>{strip.name}</text>
            {strip.parts.into_iter().map(part).collect_view()}
            {due}
        }
    };
    let mark = |(share, word, level): (f64, &'static str, Option<u8>)| {
        let x = at(share);
        let y = if level == Some(1) { 14.0 } else { 28.0 };
        let anchor = if share > END_AT { "end" } else { "start" };
        view! {
            <line class="run-mark" x1=px(x) x2=px(x) y1=px(y + 2.0) y2=px(height - 4.0) />
            {level.map(|_| view! { <text class="run-word" text-anchor=anchor x=px(x) y=px(y)>{word}</text> })}
        }
    };
    let time = |at| words::date_time(zone.local(at));
    let label = [
        "Timelines of ",
        &picture.strips.len().to_string(),
        " clocks from ",
        &time(picture.from),
        " to ",
        &time(picture.to),
        ". The table below says the same.",
    ]
    .concat();
    let view_box = ["0 0 ", &px(WIDTH), " ", &px(height)].concat();
    view! {
        <div class="run-picture" tabindex="0" role="region" aria-label="Timelines">
            <svg class="run-drawing" viewBox=view_box role="img" aria-label=label>
                <defs>
                    <pattern id="run-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                        <line class="run-hatch" x1="0" y1="0" x2="0" y2="6" />
                    </pattern>
                </defs>
                {placed(&picture.marks).into_iter().map(mark).collect_view()}
                {picture.strips.into_iter().enumerate().map(strip).collect_view()}
            </svg>
        </div>
        <p class="run-from-to hint"><span>{time(picture.from)}</span><span>{time(picture.to)}</span></p>
        <ul class="run-legend" aria-label="What the strips mean">
            {[What::Running, What::Paused, What::OutsideHours, What::Stopped].map(|what| view! {
                <li>
                    <svg class="run-swatch" viewBox="0 0 20 12" aria-hidden="true">
                        <rect class=class(what) x="0" y=if what == What::Stopped { "5" } else { "0" } width="20" height=if what == What::Stopped { "2" } else { "12" } />
                    </svg>
                    {what.word()}
                </li>
            }).collect_view()}
            <li>
                <svg class="run-swatch" viewBox="0 0 20 12" aria-hidden="true"><polygon class="run-due" points="10,0 14,6 10,12 6,6" /></svg>
                "Due"
            </li>
        </ul>
    }
    .into_any()
}
