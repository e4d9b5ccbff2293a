//! The lines of a drawing along which work goes back: each in a lane of its own above the boxes, so that none hides
//! another; between rows they run down the margin.

use super::layout::{BOX_WIDTH, Point, box_x};
use super::quantity::StepId;
use super::steps::Stream;

/// The height of a lane: one line of small text.
pub(super) const LANE: f64 = 16.0;
/// Between two lanes in the margin.
const MARGIN_LANE: f64 = 6.0;
/// Where the lane next to the boxes runs in the margin.
const MARGIN: f64 = 36.0;
/// How many lanes the margin has. With more returns than that, lines share one.
const MARGIN_LANES: usize = 5;

/// Work that goes back.
#[derive(Clone, Debug, PartialEq)]
pub struct ReturnLine {
    /// From this step.
    pub from: StepId,
    /// To this earlier one.
    pub to: StepId,
    /// The share of what leaves the step.
    pub share: f64,
    /// The corners, from the step that sends back to the one that gets it; an arrowhead belongs at the last.
    pub points: Vec<Point>,
    /// The right end of a label's base line.
    pub label: Point,
}

/// Where a line runs, before heights are known.
pub(super) struct Route {
    from: usize,
    to: usize,
    share: f64,
    leaves_x: f64,
    arrives_x: f64,
    leaves_lane: usize,
    /// The same lane, if it stays in its row.
    arrives_lane: usize,
    margin_x: Option<f64>,
}

/// Lines, and how many lanes each row of boxes needs.
pub(super) struct Routes {
    routes: Vec<Route>,
    pub(super) lanes: Vec<usize>,
}

/// Which stretches of each lane are taken.
#[derive(Default)]
struct Lanes(Vec<Vec<(f64, f64)>>);

impl Lanes {
    /// The lowest lane that is free from `from` to `to`.
    fn take(&mut self, from: f64, to: f64) -> usize {
        let (from, to) = (from.min(to) - 4.0, from.max(to) + 4.0);
        let free = self.0.iter().position(|lane| lane.iter().all(|&(start, end)| to <= start || end <= from));
        let lane = free.unwrap_or(self.0.len());
        if free.is_none() {
            self.0.push(Vec::new());
        }
        if let Some(taken) = self.0.get_mut(lane) {
            taken.push((from, to));
        }
        lane
    }
}

/// Finds a way for each return of a stream in rows of so many columns.
pub(super) fn route(stream: &Stream, columns: usize) -> Routes {
    let rows = stream.steps().len().div_ceil(columns);
    let mut returns: Vec<_> = stream
        .steps()
        .iter()
        .enumerate()
        .filter_map(|(from, placed)| {
            let rework = placed.step.rework.filter(|rework| rework.share.get() > 0.0)?;
            Some((from, stream.place(rework.to)?, rework.share.get()))
        })
        .collect();
    // The short ones first: they lie below the long ones instead of crossing them.
    returns.sort_by_key(|(from, to, _)| from - to);
    let mut lanes: Vec<Lanes> = (0..rows).map(|_| Lanes::default()).collect();
    let mut margin = Lanes::default();
    let mut arrivals = vec![0_usize; stream.steps().len()];
    let mut take = |row: usize, from: f64, to: f64| lanes.get_mut(row).map_or(0, |lanes| lanes.take(from, to));
    let mut routes = Vec::with_capacity(returns.len());
    for (from, to, share) in returns {
        let nth = arrivals.get_mut(to).map_or(0, |count| std::mem::replace(count, *count + 1));
        let leaves_x = box_x(from, columns) + 16.0;
        let arrives_x = box_x(to, columns) + BOX_WIDTH - 14.0 - 10.0 * (nth % 11) as f64;
        let (row, other) = (from / columns, to / columns);
        let margin_x = (row != other).then(|| {
            let lane = margin.take(other as f64 * 100.0, row as f64 * 100.0) % MARGIN_LANES;
            MARGIN - MARGIN_LANE * lane as f64
        });
        let leaves_lane = take(row, leaves_x, margin_x.unwrap_or(arrives_x));
        let arrives_lane = margin_x.map_or(leaves_lane, |x| take(other, x, arrives_x));
        routes.push(Route { from, to, share, leaves_x, arrives_x, leaves_lane, arrives_lane, margin_x });
    }
    Routes { routes, lanes: lanes.iter().map(|lanes| lanes.0.len()).collect() }
}

impl Routes {
    /// The lines, once the upper edge of each step's box is known.
    pub(super) fn lines(&self, stream: &Stream, top: impl Fn(usize) -> f64) -> Vec<ReturnLine> {
        let id = |place: usize| stream.steps().get(place).map_or(StepId(0), |placed| placed.id);
        let height = |place, lane: usize| top(place) - LANE * (lane + 1) as f64 + 4.0;
        let lines = self.routes.iter().map(|route| {
            let leaves_y = height(route.from, route.leaves_lane);
            let arrives_y = height(route.to, route.arrives_lane);
            let mut points = vec![Point::at(route.leaves_x, top(route.from)), Point::at(route.leaves_x, leaves_y)];
            if let Some(x) = route.margin_x {
                points.extend([Point::at(x, leaves_y), Point::at(x, arrives_y)]);
            }
            points.extend([Point::at(route.arrives_x, arrives_y), Point::at(route.arrives_x, top(route.to))]);
            ReturnLine {
                from: id(route.from),
                to: id(route.to),
                share: route.share,
                points,
                label: Point::at(route.leaves_x - 4.0, leaves_y - 3.0),
            }
        });
        lines.collect()
    }
}
