//! A dot strip: one number among others. Each row has a dot, a range around which such dots lie, or both, on one scale
//! from 0; a line goes down from the row that the others are compared with.

use super::drawing::{Anchor, Drawing, Mark, Paint, Spot, text_width};
use super::scale;

/// Rows of dots.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dots {
    /// The rows, top first.
    pub rows: Vec<DotRow>,
    /// What the scale counts ("minutes lost").
    pub unit: String,
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DotRow {
    /// Its name.
    pub label: String,
    /// Where the dot is.
    pub dot: f64,
    /// Low end, middle and high end of the range.
    pub range: Option<[f64; 3]>,
    /// The numbers as people read them.
    pub text: String,
    /// What is read out.
    pub spot: String,
    /// Whether the others are compared with it.
    pub own: bool,
}

const ROW: f64 = 34.0;
/// The same where the words stand above the strip.
const TALL: f64 = 52.0;
const THICK: f64 = 12.0;
const RADIUS: f64 = 5.0;
/// Between the line at zero and a name, where names stand over the strip.
const PAD: f64 = 6.0;
/// From this width on, in pixels, words stand beside the strip.
const WIDE: f64 = 620.0;

impl Dots {
    pub(super) fn draw(&self, width: f64) -> Drawing {
        let wide = width >= WIDE;
        let row_height = if wide { ROW } else { TALL };
        let gap = 20.0;
        let widest =
            |text: fn(&DotRow) -> &String| self.rows.iter().map(|row| text_width(text(row))).fold(0.0, f64::max);
        let (left, right) = if wide {
            (widest(|row| &row.label) + gap, width - widest(|row| &row.text) - gap)
        } else {
            (RADIUS + 1.0, width - RADIUS - 1.0)
        };
        let floor = row_height * self.rows.len() as f64;
        let mut drawing = Drawing::new(width, floor + 28.0);
        let most = self.rows.iter().map(|row| row.range.map_or(row.dot, |[.., high]| high.max(row.dot)));
        let ticks = scale::ticks(most.fold(1.0, f64::max));
        let end = ticks.last().copied().unwrap_or(1.0).max(f64::MIN_POSITIVE);
        let x = |value: f64| left + (value / end).clamp(0.0, 1.0) * (right - left);
        let middle = |place: usize| row_height * place as f64 + if wide { ROW / 2.0 } else { TALL - 18.0 };
        for tick in &ticks {
            let paint = if *tick == 0.0 { Paint::Zero } else { Paint::Grid };
            drawing.line((x(*tick), 4.0), (x(*tick), floor + 4.0), paint);
            let (text, anchor) = if *tick == end && !wide {
                (scale::count_text(*tick), Anchor::End)
            } else if *tick == 0.0 && !wide {
                (scale::count_text(*tick), Anchor::Start)
            } else {
                (scale::count_text(*tick), Anchor::Middle)
            };
            drawing.text((x(*tick), floor + 20.0), text, anchor, Paint::Note);
        }
        if wide {
            drawing.text((0.0, floor + 20.0), self.unit.clone(), Anchor::Start, Paint::Note);
        }
        for (place, own) in self.rows.iter().enumerate().filter(|(_, row)| row.own) {
            drawing.line((x(own.dot), middle(place)), (x(own.dot), floor + 4.0), Paint::Second);
        }
        for (place, row) in self.rows.iter().enumerate() {
            let (y, name) = (middle(place), if row.own { Paint::Strong } else { Paint::Word });
            if wide {
                drawing.text((0.0, y + 4.0), row.label.clone(), Anchor::Start, name);
                drawing.text((width, y + 4.0), row.text.clone(), Anchor::End, name);
            } else {
                drawing.text((left + PAD, y - 18.0), row.label.clone(), Anchor::Start, name);
                drawing.text((width, y - 18.0), row.text.clone(), Anchor::End, name);
            }
            if let Some([low, half, high]) = row.range {
                drawing.rect((x(low), y - THICK / 2.0), (x(high) - x(low)).max(2.0), THICK, Paint::Soft);
                drawing.line((x(half), y - THICK / 2.0), (x(half), y + THICK / 2.0), Paint::First);
            }
            let paint = if row.own { Paint::Solid } else { Paint::Point };
            let radius = if row.own { RADIUS + 1.0 } else { RADIUS };
            drawing.marks.push(Mark::Dot { x: x(row.dot), y, radius, paint });
            drawing.spots.push(Spot {
                x: 0.0,
                y: row_height * place as f64,
                width,
                height: row_height,
                text: row.spot.clone(),
                href: None,
            });
        }
        drawing
    }
}
