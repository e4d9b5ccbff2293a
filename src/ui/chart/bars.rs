//! Bars below each other on one scale that begins at 0, each with its name and number; a second, hollow one may stand
//! beside each, for what is compared and not mixed.

use super::drawing::{Anchor, Drawing, Paint, Spot, text_width};

/// Bars.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bars {
    /// The rows, top first.
    pub rows: Vec<BarRow>,
    /// The end of the scale; `None`: the largest value.
    pub most: Option<f64>,
}

/// A row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BarRow {
    /// Its name.
    pub label: String,
    /// How much; `None` where there is nothing to say.
    pub value: Option<f64>,
    /// How much, as people read it.
    pub text: String,
    /// The bar beside it, with its words.
    pub beside: Option<(f64, String)>,
    /// What is read out.
    pub spot: String,
    /// Where what it counts can be seen.
    pub href: Option<String>,
}

const THICK: f64 = 14.0;
const GAP: f64 = 10.0;

impl Bars {
    pub(super) fn draw(&self, width: f64) -> Drawing {
        let most = self.most.unwrap_or_else(|| self.rows.iter().filter_map(|row| row.value).fold(0.0, f64::max));
        let left = self.rows.iter().map(|row| text_width(&row.label)).fold(0.0, f64::max).min(width * 0.4) + 8.0;
        let texts = self.rows.iter().flat_map(|row| [Some(&row.text), row.beside.as_ref().map(|(_, text)| text)]);
        let room = texts.flatten().map(|text| text_width(text)).fold(0.0, f64::max) + 8.0;
        let full = (width - left - room).max(40.0);
        let long = |value: f64| if most > 0.0 { (value / most).clamp(0.0, 1.0) * full } else { 0.0 };
        let mut drawing = Drawing::new(width, 0.0);
        let mut y = 4.0;
        for row in &self.rows {
            let top = y;
            drawing.text((left - 8.0, y + 11.0), row.label.clone(), Anchor::End, Paint::Word);
            let length = row.value.map_or(0.0, long);
            drawing.rect((left, y), length, THICK, Paint::Bar);
            drawing.text((left + length + 6.0, y + 11.0), row.text.clone(), Anchor::Start, Paint::Strong);
            if let Some((value, text)) = &row.beside {
                y += THICK + 3.0;
                let length = long(*value);
                drawing.rect((left + 0.75, y + 0.75), length - 1.5, THICK - 1.5, Paint::Hollow);
                drawing.text((left + length + 6.0, y + 11.0), text.clone(), Anchor::Start, Paint::Word);
            }
            y += THICK;
            drawing.spots.push(Spot {
                x: 0.0,
                y: top - 3.0,
                width,
                height: y - top + 6.0,
                text: row.spot.clone(),
                href: row.href.clone(),
            });
            y += GAP;
        }
        drawing.height = y;
        drawing.line((left, 0.0), (left, y - GAP + 4.0), Paint::Zero);
        drawing
    }
}
