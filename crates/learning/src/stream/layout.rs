//! Where everything of a drawing stands: boxes in rows, triangles for waits, lines, a time ladder and a bar to scale.
//!
//! The marks are those of Lean value stream maps: a triangle where work waits, a ladder below the steps with waits on the
//! upper level and work on the lower. Coordinates are pixels, x to the right, y downwards, from the upper left corner.

use super::fit::{STRONG, fit};
use super::measures::Measures;
use super::quantity::StepId;
use super::returns::{LANE, ReturnLine, route};
use super::steps::{Placed, Stream};

/// The widest drawing, in pixels: five steps beside each other.
pub const WIDEST: f64 = 1200.0;

pub(super) const LEFT: f64 = 44.0;
const RIGHT: f64 = 28.0;
/// Room before a box for the triangle and the arrow.
pub(super) const GAP: f64 = 76.0;
pub(super) const BOX_WIDTH: f64 = 148.0;
const CELL: f64 = GAP + BOX_WIDTH;
/// Between a box's edge and its text.
pub(super) const PADDING: f64 = 8.0;
/// The size and the line height of a step's name.
const NAME_SIZE: f64 = 13.0;
pub(super) const NAME_LINE: f64 = 16.0;
const NAME_LINES: usize = 4;
const OWNER_SIZE: f64 = 12.0;
/// A box's height without its name: activity above it, owner and time below.
const BOX_REST: f64 = 66.0;
const LADDER_BELOW: f64 = 40.0;
const LADDER_STEP: f64 = 20.0;
const ROW_GAP: f64 = 40.0;
const BAR_HEIGHT: f64 = 18.0;

/// A point.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

/// A rectangle by its upper left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Area {
    /// Its left edge.
    pub x: f64,
    /// Its upper edge.
    pub y: f64,
    /// To the right.
    pub width: f64,
    /// Downwards.
    pub height: f64,
}

/// The box of a step.
#[derive(Clone, Debug, PartialEq)]
pub struct StepBox {
    /// Which step.
    pub step: StepId,
    /// Where.
    pub area: Area,
    /// Its name in lines that fit; cut if it is very long.
    pub name: Vec<String>,
    /// Its owner on one line that fits.
    pub owner: String,
}

/// The triangle of a wait before a step.
#[derive(Clone, Debug, PartialEq)]
pub struct Triangle {
    /// The step that is waited for.
    pub step: StepId,
    /// Its corners: top, right, left.
    pub corners: [Point; 3],
    /// The middle of a label's base line.
    pub label: Point,
}

/// The arrow that leads to a step.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// To this step.
    pub step: StepId,
    /// Where it begins.
    pub from: Point,
    /// Where it ends, at the box; an arrowhead belongs here.
    pub to: Point,
    /// Where the owner changes, the place for a mark.
    pub hand_off: Option<Point>,
    /// Whether the row before goes on here: the previous step stands at the end of another row.
    pub goes_on: bool,
}

/// A step's part of the time ladder.
#[derive(Clone, Debug, PartialEq)]
pub struct Rung {
    /// Which step.
    pub step: StepId,
    /// The row it is in, from 0: rungs of a row make one line.
    pub row: usize,
    /// The left end, on the upper level: here waiting begins.
    pub wait_from: Point,
    /// Where waiting ends; the ladder goes down to the lower level here.
    pub touch_from: Point,
    /// The right end, on the lower level.
    pub touch_to: Point,
    /// Expected waiting, in minutes an item.
    pub wait: f64,
    /// Expected work, in minutes an item.
    pub touch: f64,
}

/// A part of the bar that shows the lead time to scale.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// Of which step.
    pub step: StepId,
    /// Work if true, waiting if not.
    pub is_touch: bool,
    /// Where.
    pub area: Area,
}

/// A drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// Its width, at most what was asked for unless that is less than one step needs (296).
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// Steps beside each other.
    pub columns: usize,
    /// Steps.
    pub boxes: Vec<StepBox>,
    /// Waits; only where there is one.
    pub triangles: Vec<Triangle>,
    /// Arrows to each step.
    pub links: Vec<Link>,
    /// Rework.
    pub returns: Vec<ReturnLine>,
    /// The time ladder.
    pub ladder: Vec<Rung>,
    /// The lead time to scale, in the order of the steps; empty if nothing takes time.
    pub bar: Vec<Segment>,
    /// The frame of the bar.
    pub bar_frame: Area,
}

impl Point {
    pub(super) fn at(x: f64, y: f64) -> Self {
        Self { x, y }
    }
}

/// The left edge of a step's box.
pub(super) fn box_x(place: usize, columns: usize) -> f64 {
    LEFT + CELL * (place % columns.max(1)) as f64 + GAP
}

/// Lays a stream out in at most `width` pixels. What is no sensible width is taken as [`WIDEST`].
pub fn layout(stream: &Stream, width: f64) -> Layout {
    let width = if width.is_finite() { width.clamp(LEFT + CELL + RIGHT, WIDEST) } else { WIDEST };
    // 1 to 5 by the limits above.
    let columns = (((width - LEFT - RIGHT) / CELL) as usize).clamp(1, stream.steps().len().max(1));
    let width = LEFT + CELL * columns as f64 + RIGHT;
    let measures = Measures::of(stream);
    let routes = route(stream, columns);
    let names: Vec<_> = stream.steps().iter().map(name_lines).collect();
    let mut drawing = Layout {
        width,
        height: 0.0,
        columns,
        boxes: Vec::new(),
        triangles: Vec::new(),
        links: Vec::new(),
        returns: Vec::new(),
        ladder: Vec::new(),
        bar: Vec::new(),
        bar_frame: Area::default(),
    };
    let mut y = 0.0;
    for (row, (steps, names)) in stream.steps().chunks(columns).zip(names.chunks(columns)).enumerate() {
        y += LANE * routes.lanes.get(row).copied().unwrap_or(0) as f64 + 8.0;
        let lines = names.iter().map(Vec::len).max().unwrap_or(1);
        let height = BOX_REST + NAME_LINE * lines as f64;
        for (column, (placed, name)) in steps.iter().zip(names).enumerate() {
            let place = row * columns + column;
            let area = Area { x: box_x(place, columns), y, width: BOX_WIDTH, height };
            drawing.place(stream, placed, name.clone(), area, place);
            drawing.rung(&measures, placed.id, row, Point::at(area.x, y + height + LADDER_BELOW));
        }
        y += height + LADDER_BELOW + LADDER_STEP + ROW_GAP;
    }
    drawing.bar_frame = Area { x: LEFT, y: y + 8.0, width: width - LEFT - RIGHT, height: BAR_HEIGHT };
    drawing.height = y + 8.0 + BAR_HEIGHT + 8.0;
    drawing.bar(&measures);
    let top = |place: usize| drawing.boxes.get(place).map_or(0.0, |drawn| drawn.area.y);
    drawing.returns = routes.lines(stream, top);
    drawing
}

fn name_lines(placed: &Placed) -> Vec<String> {
    fit(placed.step.name.as_str(), BOX_WIDTH - 2.0 * PADDING, NAME_SIZE * STRONG, NAME_LINES)
}

impl Layout {
    /// A step's box, the arrow to it, and the wait on the arrow.
    fn place(&mut self, stream: &Stream, placed: &Placed, name: Vec<String>, area: Area, place: usize) {
        let step = &placed.step;
        let owner = fit(step.owner.as_str(), BOX_WIDTH - 2.0 * PADDING, OWNER_SIZE, 1).concat();
        self.boxes.push(StepBox { step: placed.id, area, name, owner });
        let middle = area.y + area.height / 2.0;
        let before = place.checked_sub(1).and_then(|before| stream.steps().get(before));
        let changes_hands = before.is_some_and(|before| before.step.owner != step.owner);
        self.links.push(Link {
            step: placed.id,
            from: Point::at(area.x - GAP, middle),
            to: Point::at(area.x, middle),
            hand_off: changes_hands.then(|| Point::at(area.x - 14.0, middle)),
            goes_on: place > 0 && place.is_multiple_of(self.columns),
        });
        if step.wait.get() > 0.0 {
            let x = area.x - GAP / 2.0 - 2.0;
            self.triangles.push(Triangle {
                step: placed.id,
                corners: [
                    Point::at(x, middle - 14.0),
                    Point::at(x + 13.0, middle + 9.0),
                    Point::at(x - 13.0, middle + 9.0),
                ],
                label: Point::at(area.x - GAP / 2.0, middle + 24.0),
            });
        }
    }

    fn rung(&mut self, measures: &Measures, step: StepId, row: usize, below: Point) {
        let figures = measures.step(step);
        self.ladder.push(Rung {
            step,
            row,
            wait_from: Point::at(below.x - GAP, below.y),
            touch_from: below,
            touch_to: Point::at(below.x + BOX_WIDTH, below.y + LADDER_STEP),
            wait: figures.map_or(0.0, |figures| figures.wait),
            touch: figures.map_or(0.0, |figures| figures.touch),
        });
    }

    fn bar(&mut self, measures: &Measures) {
        if measures.lead <= 0.0 {
            return;
        }
        let frame = self.bar_frame;
        let mut x = frame.x;
        for figures in &measures.steps {
            for (is_touch, minutes) in [(false, figures.wait), (true, figures.touch)] {
                if minutes > 0.0 {
                    let width = frame.width * (minutes / measures.lead);
                    self.bar.push(Segment { step: figures.id, is_touch, area: Area { x, width, ..frame } });
                    x += width;
                }
            }
        }
    }
}
