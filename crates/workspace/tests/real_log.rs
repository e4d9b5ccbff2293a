//! The figures of the real log, as its publishers and our own counting know them, and what a desk made of it
//! can be asked.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::ops::ControlFlow;
use std::sync::OnceLock;

use chrono::{DateTime, Utc};
use itsm::Priority;
use itsm::incident::Stage;
use workspace::base::{self, Scope};
use workspace::figures::{Figures, figures};
use workspace::import::{Options, import};
use workspace::query::{Query, counts, run};
use workspace::say::sentence;
use workspace::title::title;
use workspace::{Workspace, query};

/// Shipped with the app; CC BY 4.0, see the README beside it.
const LOG: &[u8] = include_bytes!("../../../public/samples/servicenow_incident_event_log.csv.gz");

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn open(scope: Scope) -> Workspace {
    let options = Options { scope, file_name: "log.csv.gz".to_owned(), imported_at: at("2026-03-02T09:00:00Z") };
    let imported = import(LOG, &options, &mut |_| ControlFlow::Continue(())).unwrap();
    let (workspace, findings) = Workspace::open(Some(base::open(&imported.segment).unwrap()), &[]);
    assert_eq!(findings, vec![]);
    workspace
}

fn whole() -> &'static Figures {
    static FIGURES: OnceLock<Figures> = OnceLock::new();
    FIGURES.get_or_init(|| figures(&open(Scope::AsItWas)))
}

fn percent(ratio: Option<f64>) -> String {
    format!("{:.2}", ratio.unwrap() * 100.0)
}

#[test]
fn the_whole_log_has_the_figures_that_its_publishers_know() {
    let figures = whole();
    assert_eq!((figures.incidents, figures.events), (24_918, 141_712));
    assert_eq!(percent(figures.source_verdict.ratio()), "63.42");
    assert_eq!(percent(figures.reopened.ratio()), "1.10");
    assert_eq!(figures.opened_by_weekday, [5_947, 4_951, 4_884, 4_105, 3_829, 639, 563]);
}

#[test]
fn reassignments_are_counted_as_the_other_tool_counts_them() {
    assert_eq!(format!("{:.1}", whole().reassigned.ratio().unwrap() * 100.0), "45.6");
    assert_eq!(format!("{:.2}", whole().mean_reassignments().unwrap()), "0.94");
}

#[test]
fn every_incident_of_the_whole_log_ends_closed() {
    assert_eq!(whole().stages.keys().collect::<Vec<_>>(), [&Stage::Closed]);
}

#[test]
fn as_of_an_instant_the_log_makes_a_living_desk() {
    let now = at("2016-05-16T09:00:00Z");
    let mut workspace = open(Scope::AsOf(now));
    workspace.advance(now);
    let counts = counts(&workspace, &Query::default(), now);
    let of = |stages: &[Stage]| stages.iter().map(|stage| counts.stages.get(stage).unwrap_or(&0)).sum::<usize>();
    assert_eq!(of(&[Stage::New, Stage::InProgress, Stage::OnHold]), 1_250);
    assert_eq!((of(&[Stage::Resolved]), of(&[Stage::Closed])), (1_349, 18_494));

    let pressing = Query::from_params("state=new,progress,hold&priority=1,2&sort=priority");
    let found = run(&workspace, &pressing, now);
    assert!(!found.is_empty());
    for id in found {
        let incident = workspace.desk().incident(id).unwrap();
        assert!(incident.state.is_open() && incident.priority(workspace.desk().matrix()) <= Priority(2));
        assert!(!title(&workspace, id).is_empty());
        assert!(
            workspace
                .timeline(id)
                .iter()
                .all(|recorded| { recorded.foreign && !sentence(&workspace, recorded.event).heading.is_empty() })
        );
    }
    let somebody = query::Query::of_words("caller 2403");
    assert!(!run(&workspace, &somebody, now).is_empty());
}
