//! Lines over time, each named where it ends; the scale begins at 0.

use super::drawing::{Anchor, Drawing, Mark, Paint, Spot, point, text_width};
use super::scale::{count_text, ticks};

/// Lines over the same steps of time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Series {
    /// One or two lines.
    pub lines: Vec<Line>,
    /// The steps, oldest first.
    pub steps: Vec<SeriesStep>,
    /// Whether the ground under the first line is shaded: for what adds up, like a backlog.
    pub area: bool,
}

/// A line.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    /// Its name.
    pub name: String,
    /// A value for each step; not below 0.
    pub values: Vec<f64>,
}

/// A step of time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SeriesStep {
    /// As it stands on the axis ("4 Jan").
    pub label: String,
    /// What is read out ("Week from 4 Jan 2016: 120 opened, 98 resolved").
    pub text: String,
    /// Where what it counts can be seen.
    pub href: Option<String>,
}

const HEIGHT: f64 = 220.0;
const TOP: f64 = 12.0;
const BOTTOM: f64 = 24.0;
const PIXELS_BETWEEN_LABELS: f64 = 14.0;

impl Series {
    pub(super) fn draw(&self, width: f64) -> Drawing {
        let mut drawing = Drawing::new(width, HEIGHT);
        let most = self.lines.iter().flat_map(|line| &line.values).copied().fold(0.0, f64::max);
        let ticks = ticks(most);
        let top = ticks.last().copied().unwrap_or(1.0);
        let left = ticks.iter().map(|tick| text_width(&count_text(*tick))).fold(0.0, f64::max) + 8.0;
        let right = width - self.lines.iter().map(|line| text_width(&line.name)).fold(0.0, f64::max) - 10.0;
        let floor = HEIGHT - BOTTOM;
        let y = |value: f64| floor - value / top * (floor - TOP);
        let last = self.steps.len().saturating_sub(1).max(1) as f64;
        let x = |place: usize| left + place as f64 / last * (right - left);

        for tick in &ticks {
            let paint = if *tick == 0.0 { Paint::Zero } else { Paint::Grid };
            drawing.line((left, y(*tick)), (right, y(*tick)), paint);
            drawing.text((left - 6.0, y(*tick) + 4.0), count_text(*tick), Anchor::End, Paint::Note);
        }
        self.label_steps(&mut drawing, x, right);
        let mut names: Vec<(f64, String, bool)> = vec![];
        for (place, line) in self.lines.iter().enumerate() {
            let points: Vec<(f64, f64)> =
                line.values.iter().enumerate().map(|(at, value)| (x(at), y(*value))).collect();
            let Some(end) = points.last().copied() else { continue };
            let path = ["M", &points.iter().map(|at| point(*at)).collect::<Vec<_>>().join("L")].concat();
            if self.area && place == 0 {
                let ground = [&path, "L", &point((end.0, floor)), "L", &point((left, floor)), "Z"].concat();
                drawing.marks.push(Mark::Path { d: ground, paint: Paint::Area });
            }
            let first = place == 0;
            drawing.marks.push(Mark::Path { d: path, paint: if first { Paint::First } else { Paint::Second } });
            names.push((end.1 + 4.0, line.name.clone(), first));
        }
        for (y, name, first) in apart(names) {
            let paint = if first { Paint::Strong } else { Paint::Word };
            drawing.text((right + 6.0, y), name, Anchor::Start, paint);
        }
        let wide = (right - left) / last;
        let spots = self.steps.iter().enumerate().map(|(place, step)| {
            let (from, until) = ((x(place) - wide / 2.0).max(left), (x(place) + wide / 2.0).min(right));
            Spot {
                x: from,
                y: TOP,
                width: (until - from).max(1.0),
                height: floor - TOP,
                text: step.text.clone(),
                href: step.href.clone(),
            }
        });
        drawing.spots = spots.collect();
        drawing
    }
}

impl Series {
    /// Writes under the axis what fits, and no label twice in a row.
    fn label_steps(&self, drawing: &mut Drawing, x: impl Fn(usize) -> f64, right: f64) {
        let mut taken = f64::NEG_INFINITY;
        let mut before = "";
        for (place, step) in self.steps.iter().enumerate() {
            let half = text_width(&step.label) / 2.0;
            let at = x(place);
            if step.label != before && at - half > taken && at <= right {
                drawing.text((at, HEIGHT - 6.0), step.label.clone(), Anchor::Middle, Paint::Note);
                taken = at + half + PIXELS_BETWEEN_LABELS;
                before = &step.label;
            }
        }
    }
}

/// Names at the ends of lines, moved so that none covers another.
fn apart(mut names: Vec<(f64, String, bool)>) -> Vec<(f64, String, bool)> {
    const LINE: f64 = 15.0;
    names.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut lowest = f64::NEG_INFINITY;
    for name in &mut names {
        name.0 = name.0.max(lowest + LINE);
        lowest = name.0;
    }
    // What was pushed out below goes back up.
    let over = (lowest - (HEIGHT - BOTTOM + 4.0)).max(0.0);
    names.iter_mut().for_each(|name| name.0 -= over);
    names
}
