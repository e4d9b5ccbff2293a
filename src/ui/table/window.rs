//! Which rows of a long table are worth having: arithmetic only.

/// Rows beyond the visible ones, above and below, so that a quick scroll does not show gaps. Each costs about as much
/// as a visible one when the list is sorted or filtered anew, so there are few.
const MARGIN: usize = 4;

/// The window moves by this many rows at once: fewer, cheaper changes while scrolling.
const STEP: usize = 2;

/// The measures of a table, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Measures {
    /// One row; the sheet decides (density, phone).
    pub row: f64,
    /// The header, which covers the top of the view.
    pub header: f64,
    /// What can be seen at once, the header included.
    pub view: f64,
}

impl Measures {
    /// The rows to have in the page, as first and end (exclusive), for `count` rows scrolled to `top`.
    pub fn window(self, top: f64, count: usize) -> (usize, usize) {
        if self.row < 1.0 {
            return (0, 0);
        }
        let first_seen = (top.max(0.0) / self.row) as usize;
        // A step more at the end, because the start is rounded down to a step.
        let seen = (self.view / self.row) as usize + 1 + STEP;
        let first = first_seen.min(count).saturating_sub(MARGIN) / STEP * STEP;
        (first, (first_seen + seen + MARGIN).min(count))
    }

    /// How many whole rows fit, at least one: a page for PageUp and PageDown.
    pub fn page(self) -> usize {
        if self.row < 1.0 {
            return 1;
        }
        (((self.view - self.header) / self.row) as usize).max(1)
    }

    /// Where to scroll to so that the row is in view, if it is not.
    pub fn reveal(self, index: usize, top: f64) -> Option<f64> {
        let above = index as f64 * self.row;
        let below = above + self.row - (self.view - self.header);
        if above < top {
            Some(above)
        } else if below > top {
            Some(below)
        } else {
            None
        }
    }
}
