//! How long the real log takes: `cargo run -q --release -p workspace --features import --example measure`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, reason = "a tool for developers")]

use std::hint::black_box;
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use workspace::Workspace;
use workspace::base::{self, Scope};
use workspace::figures::figures;
use workspace::import::{Options, import};
use workspace::query::{Query, answer};

/// Shipped with the app; CC BY 4.0, see the README beside it.
const LOG: &[u8] = include_bytes!("../../../public/samples/servicenow_incident_event_log.csv.gz");
/// How often a query is asked; the median counts.
const TIMES: usize = 21;
/// From one word to the dearest sorting.
const QUERIES: [&str; 8] = [
    "",
    "sort=caller",
    "sort=left",
    "state=new,progress,hold&priority=2&clock=breached",
    "q=a",
    "q=caller+24",
    "q=location+symptom",
    "q=nowhere",
];

fn main() {
    let options = Options {
        scope: Scope::AsItWas,
        file_name: "log.csv.gz".to_owned(),
        imported_at: "2026-03-02T09:00:00Z".parse().expect("an instant"),
    };
    let (imported, took) = timed(|| import(LOG, &options, &mut |_| ControlFlow::Continue(())).expect("a log"));
    println!("import           {took:?}, {} bytes", imported.segment.bytes.len());
    let (content, took) = timed(|| base::open(&imported.segment).expect("a base"));
    println!("unpack the base  {took:?}");
    let ((mut workspace, _), took) = timed(|| Workspace::open(Some(content), &[]));
    println!("open             {took:?}");
    let now = "2016-05-16T09:00:00Z".parse().expect("an instant");
    println!("clocks           {:?}", timed(|| workspace.advance(now)).1);
    println!("texts            {:?}", timed(|| workspace.prepare_search()).1);
    println!("figures          {:?}", timed(|| figures(&workspace)).1);
    for params in QUERIES {
        let query = Query::from_params(params);
        let mut times: Vec<Duration> = (0..TIMES).map(|_| timed(|| answer(&workspace, &query, now)).1).collect();
        times.sort_unstable();
        let found = answer(&workspace, &query, now).ids.len();
        println!("{:>9.2?}  {found:>6}  {params}", times.get(TIMES / 2).copied().unwrap_or_default());
    }
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let done = black_box(work());
    (done, start.elapsed())
}
