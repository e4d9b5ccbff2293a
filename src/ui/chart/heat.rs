//! Counts in rows and columns, the darker the more, with the sum of each row beside it.

use super::drawing::{Anchor, Drawing, Paint, Spot, text_width};
use super::scale::count_text;

/// A map of counts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HeatMap {
    /// The rows, top first.
    pub rows: Vec<HeatRow>,
    /// The names of the columns, left first; an empty one is not written.
    pub columns: Vec<String>,
    /// What the cells count ("opened").
    pub unit: String,
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HeatRow {
    /// Its name, in full and short.
    pub name: [String; 2],
    /// Its cells.
    pub cells: Vec<HeatCell>,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HeatCell {
    /// How many.
    pub count: usize,
    /// What is read out ("Monday, 09:00 to 10:00: 812 opened").
    pub text: String,
    /// Where what it counts can be seen.
    pub href: Option<String>,
}

const ROW: f64 = 24.0;
const STEPS: usize = 5;
/// Below this the short names have to do.
const WIDE_ENOUGH: f64 = 480.0;

impl HeatMap {
    pub(super) fn draw(&self, width: f64) -> Drawing {
        let names = usize::from(width < WIDE_ENOUGH);
        let name = |row: &HeatRow| row.name.get(names).cloned().unwrap_or_default();
        let sums: Vec<usize> = self.rows.iter().map(|row| row.cells.iter().map(|cell| cell.count).sum()).collect();
        let left = self.rows.iter().map(|row| text_width(&name(row))).fold(0.0, f64::max) + 8.0;
        let right = width - sums.iter().map(|sum| text_width(&count_text(*sum as f64))).fold(0.0, f64::max) - 8.0;
        let columns = self.columns.len().max(1) as f64;
        let cell = (right - left) / columns;
        let top = 20.0;
        let below = top + ROW * self.rows.len() as f64;
        let mut drawing = Drawing::new(width, below + 40.0);
        let most = self.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.count).max().unwrap_or(0);

        for (place, column) in self.columns.iter().enumerate().filter(|(_, column)| !column.is_empty()) {
            drawing.text((left + place as f64 * cell, 12.0), column.clone(), Anchor::Start, Paint::Note);
        }
        for ((place, row), sum) in self.rows.iter().enumerate().zip(&sums) {
            let y = top + ROW * place as f64;
            drawing.text((left - 8.0, y + 16.0), name(row), Anchor::End, Paint::Word);
            drawing.text((width, y + 16.0), count_text(*sum as f64), Anchor::End, Paint::Strong);
            for (column, one) in row.cells.iter().enumerate() {
                let x = left + column as f64 * cell;
                drawing.rect((x, y), cell - 1.5, ROW - 1.5, Paint::Heat(step(one.count, most)));
                drawing.spots.push(Spot {
                    x,
                    y,
                    width: cell - 1.5,
                    height: ROW - 1.5,
                    text: one.text.clone(),
                    href: one.href.clone(),
                });
            }
        }
        self.key(&mut drawing, left, below + 16.0, most);
        drawing
    }

    /// What the shades mean: from 0 to the most.
    fn key(&self, drawing: &mut Drawing, left: f64, y: f64, most: usize) {
        drawing.text((left, y + 11.0), "0", Anchor::Start, Paint::Note);
        let mut x = left + 12.0;
        for shade in 0..=STEPS {
            drawing.rect((x, y), 20.0, 12.0, Paint::Heat(u8::try_from(shade).unwrap_or(u8::MAX)));
            x += 21.5;
        }
        let words = [&count_text(most as f64), " ", &self.unit].concat();
        drawing.text((x + 4.0, y + 11.0), words, Anchor::Start, Paint::Note);
    }
}

/// The shade of a count: none, or a fifth of the most.
fn step(count: usize, most: usize) -> u8 {
    u8::try_from((count * STEPS).div_ceil(most.max(1))).unwrap_or(u8::MAX)
}
