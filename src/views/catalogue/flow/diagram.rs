//! The workflow as a drawing: from the order at the top to what is fulfilled at the bottom, with tasks that are done at the
//! same time side by side. The list beside it says the same in words.

use leptos::prelude::*;

use super::Sort;
use super::told::{StepTold, Told};
use crate::ui::Panel;

/// The drawing is this wide, in its own units.
const WIDTH: u32 = 400;
/// The margin that the way past skipped steps runs in.
const MARGIN: u32 = 44;
/// The widest that a box gets.
const WIDEST: u32 = 260;
const GAP: u32 = 12;
/// Between a step and the next.
const APART: u32 = 30;
/// About so wide is a letter of the larger and of the smaller text.
const LETTER: u32 = 7;
const SMALL_LETTER: u32 = 6;
const LINE: u32 = 17;

/// Something to draw.
enum Mark {
    /// A box: how it looks, and where.
    Box { class: &'static str, x: u32, y: u32, width: u32, height: u32, round: u32 },
    /// A line of text in the middle of something.
    Text { class: &'static str, x: u32, y: u32, text: String },
    /// Lines from point to point.
    Line { class: &'static str, d: String },
}

/// A step with its place.
struct Placed {
    top: u32,
    bottom: u32,
    is_taken: bool,
}

/// The panel with the drawing.
#[component]
pub fn Diagram(told: Signal<Option<Told>>) -> impl IntoView {
    let picture = move || {
        let steps = told.with(|told| told.as_ref().map(|told| told.steps.clone())).unwrap_or_default();
        let (marks, height) = draw(&steps);
        let view_box = ["0 0 ", &WIDTH.to_string(), " ", &height.to_string()].concat();
        let label = summary(&steps);
        view! {
            <svg class="flow-picture" role="img" aria-label=label viewBox=view_box>
                {marks.into_iter().map(show).collect_view()}
            </svg>
        }
    };
    view! { <Panel title="Drawn" class="flow-drawing">{picture}</Panel> }.into_any()
}

fn summary(steps: &[StepTold]) -> String {
    let taken: Vec<&str> = steps.iter().filter(|step| step.is_taken).map(|step| &*step.name).collect();
    let skipped = steps.len() - taken.len();
    let way = if taken.is_empty() { "one task of the team that supports it".to_owned() } else { taken.join(", then ") };
    let rest = match skipped {
        0 => String::new(),
        1 => "; one step is skipped".to_owned(),
        many => ["; ", &many.to_string(), " steps are skipped"].concat(),
    };
    ["The way of the order that is tried: ", &way, &rest, ". The list has every step in words."].concat()
}

fn show(mark: Mark) -> AnyView {
    let text = |number: u32| number.to_string();
    match mark {
        Mark::Box { class, x, y, width, height, round } => {
            view! { <rect class=class x=text(x) y=text(y) width=text(width) height=text(height) rx=text(round) /> }
                .into_any()
        }
        Mark::Text { class, x, y, text: words } => {
            view! { <text class=class x=text(x) y=text(y) text-anchor="middle">{words}</text> }.into_any()
        }
        Mark::Line { class, d } => view! { <path class=class d=d /> }.into_any(),
    }
}

fn middle() -> u32 {
    MARGIN + (WIDTH - MARGIN) / 2
}

/// All marks, and how high the drawing is.
fn draw(steps: &[StepTold]) -> (Vec<Mark>, u32) {
    let mut marks = Vec::new();
    let mut y = 4;
    let mut ends = vec![end(&mut marks, &mut y, "Ordered")];
    if steps.is_empty() {
        y += APART;
        ends.push(boxes(
            &mut marks,
            &mut y,
            Sort::Tasks,
            true,
            &[("Fulfil it".to_owned(), "The team that supports it".to_owned())],
        ));
    }
    for step in steps {
        y += APART;
        let class = if step.is_taken { "flow-label" } else { "flow-label flow-label-off" };
        // What is done at the same time has the name of its step above it.
        let name = (step.sort == Sort::Tasks && step.tasks.len() > 1).then_some(&step.name);
        for text in step.when.iter().chain(name) {
            for line in wrap(text, (WIDTH - MARGIN) / SMALL_LETTER, 2) {
                marks.push(Mark::Text { class, x: middle(), y: y + 10, text: line });
                y += 16;
            }
        }
        if step.when.is_some() || name.is_some() {
            y += 6;
        }
        let under = match (&step.sort, step.is_taken) {
            (_, false) => "Skipped".to_owned(),
            (Sort::Automatic, true) => "By itself".to_owned(),
            (_, true) => step.takes.clone(),
        };
        let cells: Vec<(String, String)> = match step.sort {
            Sort::Tasks if step.tasks.len() > 1 => step.tasks.clone(),
            Sort::Tasks => match step.tasks.first() {
                Some((task, by)) => vec![(task.clone(), if step.is_taken { by.clone() } else { under })],
                None => vec![(step.name.clone(), under)],
            },
            Sort::Approval | Sort::Automatic => vec![(step.name.clone(), under)],
        };
        ends.push(boxes(&mut marks, &mut y, step.sort, step.is_taken, &cells));
    }
    y += APART;
    ends.push(end(&mut marks, &mut y, "Fulfilled"));
    let mut lines = joins(&ends);
    lines.extend(marks);
    (lines, y + 4)
}

/// A round end of the way.
fn end(marks: &mut Vec<Mark>, y: &mut u32, word: &str) -> Placed {
    let (width, height) = (124, 34);
    let top = *y;
    let class = "flow-box flow-end";
    marks.push(Mark::Box { class, x: middle() - width / 2, y: top, width, height, round: height / 2 });
    marks.push(Mark::Text { class: "flow-text", x: middle(), y: top + 22, text: word.to_owned() });
    *y += height;
    Placed { top, bottom: *y, is_taken: true }
}

/// The boxes of a step, at most three beside each other; more go below.
fn boxes(marks: &mut Vec<Mark>, y: &mut u32, sort: Sort, is_taken: bool, cells: &[(String, String)]) -> Placed {
    let top = *y;
    let class = match (is_taken, sort) {
        (true, Sort::Automatic) => "flow-box flow-taken flow-auto",
        (true, _) => "flow-box flow-taken",
        (false, Sort::Automatic) => "flow-box flow-off flow-auto",
        (false, _) => "flow-box flow-off",
    };
    let (large, small) = if is_taken { ("flow-text", "flow-text-small") } else { ("flow-text-off", "flow-text-off") };
    let rows: Vec<&[(String, String)]> = cells.chunks(3).collect();
    let at_once = cells.len() > 1;
    if at_once {
        marks.push(bar(*y, is_taken));
        *y += 10;
    }
    for (place, row) in rows.iter().enumerate() {
        if place > 0 {
            *y += GAP;
        }
        let many = u32::try_from(row.len()).unwrap_or(1).max(1);
        let room = WIDTH - MARGIN - 2;
        let width = ((room - GAP * (many - 1)) / many).min(WIDEST);
        let whole = width * many + GAP * (many - 1);
        let texts: Vec<(Vec<String>, Vec<String>)> = row
            .iter()
            .map(|(name, by)| (wrap(name, (width - 16) / LETTER, 2), wrap(by, (width - 12) / SMALL_LETTER, 2)))
            .collect();
        let lines = texts.iter().map(|(name, by)| name.len() + by.len()).max().unwrap_or(1);
        let height = 18 + LINE * u32::try_from(lines).unwrap_or(1);
        let mut x = middle() - whole / 2;
        for (name, by) in texts {
            let round = if sort == Sort::Approval { 22 } else { 6 };
            marks.push(Mark::Box { class, x, y: *y, width, height, round });
            let mut line = *y + 8 + LINE - 4;
            for text in name {
                marks.push(Mark::Text { class: large, x: x + width / 2, y: line, text });
                line += LINE;
            }
            for text in by {
                marks.push(Mark::Text { class: small, x: x + width / 2, y: line, text });
                line += LINE;
            }
            x += width + GAP;
        }
        *y += height;
    }
    if at_once {
        *y += 10;
        marks.push(bar(*y, is_taken));
    }
    Placed { top, bottom: *y, is_taken }
}

/// Where the way forks into what is done at the same time, and where it joins again.
fn bar(y: u32, is_taken: bool) -> Mark {
    let class = if is_taken { "flow-bar" } else { "flow-bar flow-line-off" };
    let d = ["M", &(MARGIN + 24).to_string(), " ", &y.to_string(), "H", &(WIDTH - 26).to_string()].concat();
    Mark::Line { class, d }
}

/// The lines between the steps. The way of the order passes skipped steps on their left.
fn joins(places: &[Placed]) -> Vec<Mark> {
    let mut lines = Vec::new();
    let x = middle().to_string();
    for pair in places.windows(2) {
        let [one, other] = pair else { continue };
        if !(one.is_taken && other.is_taken) {
            let d = ["M", &x, " ", &one.bottom.to_string(), "V", &other.top.to_string()].concat();
            lines.push(Mark::Line { class: "flow-line flow-line-off", d });
        }
    }
    let taken: Vec<(usize, &Placed)> = places.iter().enumerate().filter(|(_, place)| place.is_taken).collect();
    for pair in taken.windows(2) {
        let [(at, one), (to, other)] = pair else { continue };
        let (from, until) = (one.bottom, other.top);
        let d = if at + 1 == *to {
            ["M", &x, " ", &from.to_string(), "V", &until.to_string()].concat()
        } else {
            let (out, back) = ((from + 8).to_string(), until.saturating_sub(14).to_string());
            let (from, until) = (from.to_string(), until.to_string());
            ["M", &x, " ", &from, "V", &out, "H14V", &back, "H", &x, "V", &until].concat()
        };
        lines.push(Mark::Line { class: "flow-line", d });
        // Its head.
        let (tip, wing) = (until.to_string(), until.saturating_sub(7).to_string());
        let (left, right) = ((middle() - 4).to_string(), (middle() + 4).to_string());
        let d = ["M", &left, " ", &wing, "L", &x, " ", &tip, "L", &right, " ", &wing].concat();
        lines.push(Mark::Line { class: "flow-line", d });
    }
    lines
}

/// A text in lines of at most so many letters; what does not fit ends in "…".
fn wrap(text: &str, letters: u32, most: usize) -> Vec<String> {
    let letters = usize::try_from(letters).unwrap_or(20).max(4);
    let mut lines: Vec<String> = Vec::new();
    let mut is_cut = false;
    for word in text.split_whitespace() {
        let room = lines.last().map_or(0, |line| letters.saturating_sub(line.chars().count() + 1));
        if word.chars().count() <= room {
            if let Some(line) = lines.last_mut() {
                line.push(' ');
                line.push_str(word);
            }
        } else if lines.len() == most {
            is_cut = true;
            break;
        } else {
            lines.push(word.to_owned());
        }
    }
    let last = lines.len().saturating_sub(1);
    for (place, line) in lines.iter_mut().enumerate() {
        if line.chars().count() > letters || (is_cut && place == last) {
            *line = line.chars().take(letters - 1).collect::<String>() + "…";
        }
    }
    lines
}
