//! Charts: small drawings in SVG with direct labels, a line that reads out the point one looks at, a table of the same
//! numbers, and both to save. A chart is data (`Plot`), drawn anew for the width at hand; the drawing is a list of
//! marks, so that the page and the saved file show the same.

mod bars;
mod dots;
mod drawing;
mod frame;
mod heat;
mod pareto;
mod ranges;
mod scale;
mod series;
mod sheet;

pub use bars::{BarRow, Bars};
pub use dots::{DotRow, Dots};
pub use drawing::{Anchor, Drawing, Mark, Paint};
pub use frame::{Chart, Saved, width_of};
pub use heat::{HeatCell, HeatMap, HeatRow};
pub use pareto::{Pareto, ParetoRow};
pub use ranges::{RangeRow, Ranges};
pub use series::{Line, Series, SeriesStep};
pub use sheet::{Datum, Sheet};

/// What a chart shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Plot {
    /// Lines over time.
    Series(Series),
    /// Counts in rows and columns.
    Heat(HeatMap),
    /// Bars below each other.
    Bars(Bars),
    /// Spans of time in three numbers each.
    Ranges(Ranges),
    /// One number among others.
    Dots(Dots),
    /// Bars by weight with what they come to together.
    Pareto(Pareto),
}

impl Plot {
    /// The drawing, `width` pixels wide.
    pub fn draw(&self, width: f64) -> Drawing {
        match self {
            Plot::Series(series) => series.draw(width),
            Plot::Heat(heat) => heat.draw(width),
            Plot::Bars(bars) => bars.draw(width),
            Plot::Ranges(ranges) => ranges.draw(width),
            Plot::Dots(dots) => dots.draw(width),
            Plot::Pareto(pareto) => pareto.draw(width),
        }
    }
}
