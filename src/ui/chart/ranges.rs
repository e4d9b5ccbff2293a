//! Spans of time in three numbers each: the median, the mean and the ninetieth percentile, on one scale from 0.

use super::drawing::{Anchor, Drawing, Mark, Paint, Spot, text_width};

/// Rows of spans.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ranges {
    /// The rows, top first.
    pub rows: Vec<RangeRow>,
    /// Where the scale has its ticks, and how they read; the last is its end.
    pub ticks: Vec<(f64, String)>,
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RangeRow {
    /// Its name.
    pub label: String,
    /// Median, mean and ninetieth percentile.
    pub values: [f64; 3],
    /// The same as people read them.
    pub texts: [String; 3],
    /// What is read out.
    pub spot: String,
    /// Where what it counts can be seen.
    pub href: Option<String>,
}

const LINE: f64 = 16.0;
const THICK: f64 = 12.0;

impl Ranges {
    pub(super) fn draw(&self, width: f64) -> Drawing {
        let rows: Vec<(&RangeRow, String)> = self.rows.iter().map(|row| (row, words(row))).collect();
        // The numbers stand beside all names or under all of them.
        let needed = |(row, words): &(&RangeRow, String)| text_width(&row.label) + text_width(words) + 24.0;
        let beside = rows.iter().all(|row| needed(row) < width);
        let lines = if beside { LINE } else { 2.0 * LINE };
        let height = lines + THICK + 18.0;
        let mut drawing = Drawing::new(width, height * rows.len() as f64 + 24.0);
        let end = self.ticks.last().map_or(1.0, |(end, _)| *end).max(f64::MIN_POSITIVE);
        let right = width - 2.0;
        let x = |value: f64| 1.0 + (value / end).clamp(0.0, 1.0) * (right - 1.0);
        let floor = height * rows.len() as f64;
        let mut taken = f64::NEG_INFINITY;
        for (tick, text) in &self.ticks {
            let at = x(*tick);
            let (anchor, begins) = match *tick {
                0.0 => (Anchor::Start, at),
                tick if tick == end => (Anchor::End, at - text_width(text)),
                _ => (Anchor::Middle, at - text_width(text) / 2.0),
            };
            drawing.line((at, 22.0), (at, floor + 4.0), if *tick == 0.0 { Paint::Zero } else { Paint::Grid });
            if begins > taken {
                drawing.text((at, floor + 18.0), text.clone(), anchor, Paint::Note);
                taken = begins + text_width(text) + 8.0;
            }
        }
        for (place, (row, words)) in rows.into_iter().enumerate() {
            let top = height * place as f64;
            let [median, mean, p90] = row.values.map(x);
            drawing.text((0.0, top + 13.0), row.label.clone(), Anchor::Start, Paint::Strong);
            let (at, anchor) =
                if beside { ((right, top + 13.0), Anchor::End) } else { ((0.0, top + 13.0 + LINE), Anchor::Start) };
            drawing.text(at, words, anchor, Paint::Word);
            let y = top + lines + 6.0;
            drawing.rect((x(0.0), y), p90 - x(0.0), THICK, Paint::Soft);
            drawing.rect((p90 - 3.0, y), 3.0, THICK, Paint::Bar);
            drawing.line((median, y - 2.0), (median, y + THICK + 2.0), Paint::First);
            drawing.marks.push(Mark::Dot { x: mean, y: y + THICK / 2.0, radius: 4.0, paint: Paint::Point });
            drawing.spots.push(Spot {
                x: 0.0,
                y: top,
                width,
                height: height - 4.0,
                text: row.spot.clone(),
                href: row.href.clone(),
            });
        }
        drawing
    }
}

/// The numbers of a row, each behind the sign that marks it in the picture.
fn words(row: &RangeRow) -> String {
    let [median, mean, p90] = &row.texts;
    ["┃ median ", median, "  ○ mean ", mean, "  ▐ 90 % ", p90].concat()
}
