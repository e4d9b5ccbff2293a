//! The map of what fails as a picture: causes on the left, services on the right. The same question gives the same
//! picture, in whatever order it was asked.

use std::collections::{BTreeMap, BTreeSet};

use itsm::Desk;
use itsm::configuration::{Fate, Impact, Node};
use leptos::prelude::*;
use workspace::layers::layers;

use super::nodes;

const WIDTH: usize = 176;
const HEIGHT: usize = 44;
const ACROSS: usize = 64;
const DOWN: usize = 16;
const EDGE: usize = 8;
/// Letters that fit into a box.
const LETTERS: usize = 22;

/// A box.
#[derive(Clone, PartialEq)]
struct Boxed {
    x: usize,
    y: usize,
    name: String,
    word: &'static str,
    class: &'static str,
    is_service: bool,
}

/// A line from what is needed to who needs it.
#[derive(Clone, PartialEq)]
struct Line {
    d: String,
    is_out: bool,
}

/// Everything that is drawn.
#[derive(Clone, Default, PartialEq)]
pub struct Map {
    boxes: Vec<Boxed>,
    lines: Vec<Line>,
    width: usize,
    height: usize,
}

fn clipped(name: &str) -> String {
    if name.chars().count() <= LETTERS {
        return name.to_owned();
    }
    name.chars().take(LETTERS - 1).chain(['…']).collect()
}

/// Draws what is touched, with the others of the groups that are hurt: they show what is left.
pub fn draw(desk: &Desk, found: &Impact) -> Map {
    let map = desk.configuration();
    let mut drawn: BTreeSet<Node> = found.touched().map(|(node, _)| node).collect();
    let mut edges: BTreeSet<(Node, Node)> = BTreeSet::new();
    for (node, fate) in found.touched() {
        if matches!(fate, Fate::Down) {
            continue;
        }
        for need in map.needs(node).iter().filter(|need| need.of().iter().any(|other| found.fate(*other).is_out())) {
            drawn.extend(need.of().iter().copied());
            edges.extend(need.of().iter().map(|other| (*other, node)));
        }
    }
    let layers = layers(&drawn, &edges);
    let rows = layers.iter().map(Vec::len).max().unwrap_or(0);
    let mut at: BTreeMap<Node, (usize, usize)> = BTreeMap::new();
    let mut boxes = vec![];
    for (column, layer) in layers.iter().enumerate() {
        // Shorter layers stand in the middle.
        let above = (rows - layer.len().min(rows)) * (HEIGHT + DOWN) / 2;
        for (row, node) in layer.iter().enumerate() {
            let (x, y) = (EDGE + column * (WIDTH + ACROSS), EDGE + above + row * (HEIGHT + DOWN));
            at.insert(*node, (x, y));
            let (word, class) = look(found.fate(*node));
            let name = clipped(&nodes::name(desk, *node));
            boxes.push(Boxed { x, y, name, word, class, is_service: node.service().is_some() });
        }
    }
    let line = |(from, to): &(Node, Node)| {
        let ((x1, y1), (x2, y2)) = (at.get(from)?, at.get(to)?);
        let (x1, y1, x2, y2) = (x1 + WIDTH, y1 + HEIGHT / 2, *x2, y2 + HEIGHT / 2);
        let bend = if x2 > x1 { (x2 - x1) / 2 } else { ACROSS };
        let numbers = |x: usize, y: usize| [x.to_string(), y.to_string()].join(",");
        let d = [
            "M",
            &numbers(x1, y1),
            "C",
            &numbers(x1 + bend, y1),
            " ",
            &numbers(x2.saturating_sub(bend), y2),
            " ",
            &numbers(x2, y2),
        ]
        .concat();
        Some(Line { d, is_out: found.fate(*from).is_out() })
    };
    let lines = edges.iter().filter_map(line).collect();
    let width = layers.len() * (WIDTH + ACROSS) + 2 * EDGE;
    Map {
        boxes,
        lines,
        width: width.saturating_sub(ACROSS),
        height: rows * (HEIGHT + DOWN) + 2 * EDGE - DOWN.min(rows * DOWN),
    }
}

fn look(fate: &Fate) -> (&'static str, &'static str) {
    match fate {
        Fate::Down => ("Marked down", "map-box map-down"),
        Fate::Fails(_) => ("Fails", "map-box map-fails"),
        Fate::Degraded(_) => ("Less to spare", "map-box map-degraded"),
        Fate::KeptUp => ("Said to go on", "map-box map-kept"),
        Fate::NotImpacted => ("Works", "map-box map-works"),
    }
}

/// The picture; the list beside it says the same in words.
#[component]
pub fn Picture(
    /// What is drawn.
    map: Map,
) -> impl IntoView {
    let (width, height) = (map.width.to_string(), map.height.to_string());
    let view_box = ["0 0 ", &width, " ", &height].concat();
    let line = |line: Line| {
        view! { <path class=if line.is_out { "map-line map-line-out" } else { "map-line" } d=line.d /> }
    };
    let boxed = |one: Boxed| {
        let (x, y) = (one.x.to_string(), one.y.to_string());
        let radius = if one.is_service { "22" } else { "4" };
        let text = (one.x + WIDTH / 2).to_string();
        view! {
            <g class=one.class>
                <rect x=x y=y width=WIDTH.to_string() height=HEIGHT.to_string() rx=radius />
                <text class="map-name" x=text.clone() y=(one.y + 19).to_string()>{one.name}</text>
                <text class="map-word" x=text y=(one.y + 35).to_string()>{one.word}</text>
            </g>
        }
    };
    let label = "What fails with what is marked down. Causes are on the left, services are the round boxes. The list below says the same in words.";
    view! {
        <div class="map-scroll" tabindex="0" role="group" aria-label="The picture, to scroll">
            <svg class="map" width=width height=height viewBox=view_box role="img" aria-label=label>
                {map.lines.into_iter().map(line).collect_view()}
                {map.boxes.into_iter().map(boxed).collect_view()}
            </svg>
        </div>
    }
    .into_any()
}
