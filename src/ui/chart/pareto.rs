//! Bars by weight, the heaviest first, with a line of what they come to together and a mark on its way: a Pareto chart.
//! It lies on its side, so that names have room and a phone shows it, too. Bars and line share one scale: all is 100 %.

use super::drawing::{Anchor, Drawing, Mark, Paint, Spot, point, text_width};

/// The chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pareto {
    /// The rows, heaviest first.
    pub rows: Vec<ParetoRow>,
    /// All that is counted.
    pub whole: f64,
    /// Where the mark stands, as a share of all.
    pub mark: f64,
    /// What the mark says ("80 %").
    pub mark_text: String,
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ParetoRow {
    /// Its name.
    pub label: String,
    /// How much.
    pub value: f64,
    /// How much, with all before it.
    pub cumulative: f64,
    /// Both as people read them.
    pub text: String,
    /// What is read out.
    pub spot: String,
    /// Where what it counts can be seen.
    pub href: Option<String>,
}

const TOP: f64 = 20.0;
const THICK: f64 = 14.0;
const GAP: f64 = 14.0;
/// Names take no more of the width than this.
const NAMES: f64 = 0.42;

impl Pareto {
    pub(super) fn draw(&self, width: f64) -> Drawing {
        let step = THICK + GAP;
        let floor = TOP + step * self.rows.len() as f64;
        let mut drawing = Drawing::new(width, floor + 4.0);
        let widest =
            |text: fn(&ParetoRow) -> &str| self.rows.iter().map(|row| text_width(text(row))).fold(0.0, f64::max);
        // Names on the left, numbers on the right: the line crosses neither.
        let names = widest(|row| &row.label).min(width * NAMES);
        let left = names + 8.0;
        let right = (width - widest(|row| &row.text) - 12.0).max(left + 40.0);
        let x = |value: f64| {
            let share = if self.whole > 0.0 { (value / self.whole).clamp(0.0, 1.0) } else { 0.0 };
            left + share * (right - left)
        };
        let mark = left + self.mark * (right - left);
        drawing.line((mark, TOP - 4.0), (mark, floor - GAP + 4.0), Paint::Second);
        drawing.text((mark, 12.0), self.mark_text.clone(), Anchor::Middle, Paint::Note);
        let mut line = String::new();
        let mut dots = vec![];
        for (place, row) in self.rows.iter().enumerate() {
            let top = TOP + step * place as f64;
            drawing.text((names, top + 11.0), cut(&row.label, names), Anchor::End, Paint::Word);
            drawing.text((width, top + 11.0), row.text.clone(), Anchor::End, Paint::Strong);
            drawing.rect((left, top), x(row.value) - left, THICK, Paint::Bar);
            let at = (x(row.cumulative), top + THICK / 2.0);
            line.push(if place == 0 { 'M' } else { 'L' });
            line.push_str(&point(at));
            dots.push(at);
            drawing.spots.push(Spot {
                x: 0.0,
                y: top - 4.0,
                width,
                height: THICK + 8.0,
                text: row.spot.clone(),
                href: row.href.clone(),
            });
        }
        drawing.line((left, TOP - 4.0), (left, floor - GAP + 4.0), Paint::Zero);
        if !line.is_empty() {
            drawing.marks.push(Mark::Path { d: line, paint: Paint::First });
        }
        drawing.marks.extend(dots.into_iter().map(|(x, y)| Mark::Dot { x, y, radius: 4.0, paint: Paint::Point }));
        drawing
    }
}

/// The text, with dots where there is no room for more of it.
fn cut(text: &str, room: f64) -> String {
    if text_width(text) <= room {
        return text.to_owned();
    }
    let mut short = String::new();
    for letter in text.chars() {
        if text_width(&short) + 2.0 * text_width("x") > room {
            break;
        }
        short.push(letter);
    }
    short + "\u{2026}"
}
