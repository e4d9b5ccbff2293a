//! Charts of each kind: usual, long, almost nothing, on their way.

use leptos::prelude::*;

use super::{example, family, wide};
use crate::ui::chart::{
    BarRow, Bars, Chart, Datum, DotRow, Dots, HeatCell, HeatMap, HeatRow, Line, RangeRow, Ranges, Series, SeriesStep,
};
use crate::ui::{Plot, Sheet, Skeleton};

fn chart(label: &'static str, plot: Plot) -> AnyView {
    let spots = plot.draw(600.0).spots;
    let rows = spots
        .iter()
        .enumerate()
        .map(|(place, spot)| vec![Datum::word(spot.text.clone()), Datum::number(place.to_string(), place)]);
    let sheet = Sheet { headings: vec!["Point".to_owned(), "Place".to_owned()], rows: rows.collect() };
    view! { <Chart label summary="An example with made-up numbers." plot=Signal::stored(plot) sheet=Signal::stored(sheet) on_save=|_| {} /> }
        .into_any()
}

fn series(steps: usize, area: bool) -> Plot {
    let wave = |place: usize, by: usize| ((place * 37 + by) % 23 * 5 + 20) as f64;
    let line = |name: &str, by: usize| Line {
        name: name.to_owned(),
        values: (0..steps).map(|place| wave(place, by)).collect(),
    };
    let lines = if area { vec![line("open", 3)] } else { vec![line("opened", 0), line("resolved", 9)] };
    let step = |place: usize| SeriesStep {
        label: (place + 1).to_string() + " May",
        text: (place + 1).to_string() + " May 2016: some opened",
        href: None,
    };
    Plot::Series(Series { lines, steps: (0..steps).map(step).collect(), area })
}

fn heat() -> Plot {
    let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    let row = |(day, name): (usize, &&str)| {
        let cell = |hour: usize| {
            let count = if (8..18).contains(&hour) && day < 5 { (hour * 7 + day * 3) % 60 } else { 0 };
            HeatCell { count, text: [name, ", ", &hour.to_string(), ":00: ", &count.to_string()].concat(), href: None }
        };
        HeatRow { name: [(*name).to_owned(), name.chars().take(3).collect()], cells: (0..24).map(cell).collect() }
    };
    let columns =
        (0..24_usize).map(|hour| if hour.is_multiple_of(6) { hour.to_string() } else { String::new() }).collect();
    Plot::Heat(HeatMap { rows: days.iter().enumerate().map(row).collect(), columns, unit: "opened".to_owned() })
}

fn bars(beside: bool) -> Plot {
    let row = |(label, value): (&str, f64)| BarRow {
        label: label.to_owned(),
        value: Some(value),
        text: (value * 100.0).round().to_string() + " %",
        beside: beside.then(|| (value / 2.0, "source ".to_owned() + &(value * 50.0).round().to_string() + " %")),
        spot: label.to_owned(),
        href: None,
    };
    let rows =
        [("P1", 0.42), ("P2", 0.71), ("P3", 0.88), ("A name that is longer than it should be", 1.0), ("P5", 0.0)];
    Plot::Bars(Bars { rows: rows.map(row).to_vec(), most: Some(1.0) })
}

fn ranges() -> Plot {
    let row = |(label, hours): (&str, [f64; 3])| RangeRow {
        label: label.to_owned(),
        values: hours,
        texts: hours.map(|hours| hours.to_string() + " h"),
        spot: label.to_owned(),
        href: None,
    };
    let rows = [("Calendar time", [18.0, 60.0, 90.0]), ("Business time, pending taken out", [4.0, 11.0, 30.0])];
    let ticks = [0.0, 24.0, 48.0, 72.0, 96.0].map(|at: f64| (at, at.to_string() + " h")).to_vec();
    Plot::Ranges(Ranges { rows: rows.map(row).to_vec(), ticks })
}

fn dots() -> Plot {
    let row = |label: &str, dot: f64, range: Option<[f64; 3]>| DotRow {
        label: label.to_owned(),
        dot,
        range,
        text: dot.to_string(),
        spot: label.to_owned(),
        own: range.is_none(),
    };
    let rows = vec![
        row("You", 640.0, None),
        row("Expert", 341.0, Some([310.0, 338.0, 380.0])),
        row("First come, first served", 812.0, Some([720.0, 830.0, 980.0])),
    ];
    Plot::Dots(Dots { rows, unit: "Minutes lost".to_owned() })
}

/// The family of charts.
pub fn section() -> AnyView {
    family(
        "Charts",
        "Scales begin at 0. Names stand where the lines end. Arrow keys read out point by point, and each chart is a table as well.",
        view! {
            {wide("Lines over time", chart("Opened and resolved", series(31, false)))}
            {wide("Many steps", chart("Opened and resolved, long", series(365, false)))}
            {example("What adds up", chart("Backlog", series(14, true)))}
            {example("A single step", chart("Backlog of one day", series(1, true)))}
            {wide("A map of counts", chart("Opened by hour", heat()))}
            {example("Bars", chart("Share by priority", bars(false)))}
            {example("Bars beside each other", chart("Ours beside the source", bars(true)))}
            {example("Spans of time", chart("Time to resolve", ranges()))}
            {wide("One number among others", chart("Minutes lost", dots()))}
            {example("On its way", view! { <Skeleton lines=7 label="Working it out" /> })}
        },
    )
}
