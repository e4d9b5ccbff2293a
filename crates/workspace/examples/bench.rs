//! Measures natively what a user waits for on the real log: import, opening, the queue's questions, a command.
//! A measurement, not a check: `scripts/bench` runs it.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a tool for people at a desk")]

use std::ops::ControlFlow;
use std::time::Instant;

use chrono::{DateTime, Utc};
use workspace::Workspace;
use workspace::base::{self, Scope};
use workspace::import::{Options, import};
use workspace::measures::{self, Period, Step};
use workspace::query::{self, Query};

const SAMPLE: &[u8] = include_bytes!("../../../public/samples/servicenow_incident_event_log.csv.gz");
const TIMES: usize = 20;

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// Prints median and 95th percentile of some runs, in milliseconds.
fn figures<T>(name: &str, times: usize, mut run: impl FnMut() -> T) {
    let mut millis: Vec<f64> = (0..times)
        .map(|_| {
            let began = Instant::now();
            std::hint::black_box(run());
            began.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    millis.sort_by(f64::total_cmp);
    let share =
        |share: f64| millis.get(((millis.len() as f64 * share) as usize).min(millis.len() - 1)).copied().unwrap_or(0.0);
    println!("{name:<40} median {:8.1} ms   p95 {:8.1} ms   of {times}", share(0.5), share(0.95));
}

fn main() {
    let options =
        Options { scope: Scope::AsItWas, file_name: "sample".to_owned(), imported_at: at("2026-01-01T00:00:00Z") };
    let imported = import(SAMPLE, &options, &mut |_| ControlFlow::Continue(())).unwrap();
    figures("import the whole log", 3, || import(SAMPLE, &options, &mut |_| ControlFlow::Continue(())));
    let units = journal::text::to_text(&imported.segment.bytes).encode_utf16().count();
    println!("stored size: {units} UTF-16 units, {:.1} % of local storage", units as f64 / 52_428.8);

    let now = at("2017-03-01T00:00:00Z");
    let open = || {
        let (mut workspace, _) = Workspace::open(Some(base::open(&imported.segment).unwrap()), &[]);
        workspace.advance(now);
        workspace
    };
    figures("open the workspace, clocks included", 5, open);
    let workspace = open();
    figures("make the texts to search", 1, || workspace.prepare_search());
    figures("everything, by opening", TIMES, || query::answer(&workspace, &Query::default(), now));
    let words = Query::of_words("symptom 491 group 70");
    figures("four words", TIMES, || query::answer(&workspace, &words, now));
    for typed in [
        "state:open sort:priority,-opened,group",
        "-caller:\"Caller 2403\" group:\"Group 70\",\"Group 24\" sort:caller",
        "weekday:mon hour:9..11",
        "opened:2016-03-01..2016-03-31 reopened:no -channel:email",
    ] {
        let query = query::understand(typed, &workspace).query;
        figures(typed, TIMES, || query::answer(&workspace, &query, now));
    }
    figures("understand a typed name", TIMES, || query::understand("caller:\"Caller 24O3\"", &workspace));
    figures("figures of the workspace", TIMES, || workspace::figures::figures(&workspace));
    measures_of(&workspace, now);
}

/// What a page of reports works out over the whole log, each chart by itself.
fn measures_of(workspace: &Workspace, now: DateTime<Utc>) {
    let whole = Period::whole(workspace).unwrap();
    figures("report: flow by day", TIMES, || measures::flow(workspace, &whole, Step::Day));
    figures("report: heat map", TIMES, || measures::heat(workspace, &whole));
    figures("report: time to resolve", TIMES, || measures::resolve(workspace, &whole));
    figures("report: attainment", TIMES, || measures::attainment(workspace, &whole, now));
    figures("report: first reply", TIMES, || measures::reply(workspace, &whole));
    figures("report: rework", TIMES, || measures::rework(workspace, &whole));
    figures("report: ageing", TIMES, || measures::ageing(workspace, now));
}
