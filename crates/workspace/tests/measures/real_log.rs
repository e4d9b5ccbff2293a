//! The real log, whole and as of an instant: the reports show what its publishers and our own counting know.

use std::ops::ControlFlow;
use std::sync::OnceLock;

use itsm::Priority;
use workspace::Workspace;
use workspace::base::{self, Scope};
use workspace::figures::Share;
use workspace::import::{Options, import};
use workspace::measures::{self, Period, Step};

use super::made::at;

const LOG: &[u8] = include_bytes!("../../../../public/samples/servicenow_incident_event_log.csv.gz");
const NOW: &str = "2026-03-02T09:00:00Z";

fn open(scope: Scope, now: &str) -> Workspace {
    let options = Options { scope, file_name: "log.csv.gz".to_owned(), imported_at: at(NOW) };
    let imported = import(LOG, &options, &mut |_| ControlFlow::Continue(())).unwrap();
    let (mut workspace, _) = Workspace::open(Some(base::open(&imported.segment).unwrap()), &[]);
    workspace.advance(at(now));
    workspace
}

// A workspace keeps its texts in a cell that is not to be shared between threads: one test asks for everything.
struct Known {
    flow: measures::Flow,
    heat: measures::Heat,
    resolve: measures::Resolve,
    attainment: measures::Attainment,
    rework: measures::Rework,
    reply: measures::Reply,
    ageing: measures::Ageing,
    whole: Period,
    /// What the figures of the workspace say: reopened, reassigned, reassignments.
    figures: (Share, Share, u64),
}

fn known() -> &'static Known {
    static KNOWN: OnceLock<Known> = OnceLock::new();
    KNOWN.get_or_init(|| {
        let workspace = open(Scope::AsItWas, NOW);
        let whole = Period::whole(&workspace).unwrap();
        let figures = workspace::figures::figures(&workspace);
        Known {
            figures: (figures.reopened, figures.reassigned, figures.reassignments),
            flow: measures::flow(&workspace, &whole, Step::Week),
            heat: measures::heat(&workspace, &whole),
            resolve: measures::resolve(&workspace, &whole),
            attainment: measures::attainment(&workspace, &whole, at(NOW)),
            rework: measures::rework(&workspace, &whole),
            reply: measures::reply(&workspace, &whole),
            ageing: measures::ageing(&workspace, at(NOW)),
            whole,
        }
    })
}

fn percent(share: Share) -> String {
    format!("{:.2}", share.ratio().unwrap() * 100.0)
}

#[test]
fn openings_fall_on_the_weekdays_that_the_log_is_known_for() {
    assert_eq!(known().heat.by_day(), [5_947, 4_951, 4_884, 4_105, 3_829, 639, 563]);
    assert_eq!(known().heat.total(), 24_918);
}

#[test]
fn what_was_opened_is_resolved_in_the_end_and_nothing_is_left() {
    let flow = &known().flow;
    assert_eq!((flow.backlog_before, flow.sum(|step| step.opened)), (0, 24_918));
    assert_eq!(flow.steps.last().unwrap().backlog, 0);
    assert_eq!(flow.sum(|step| step.resolved), 24_918 + flow.sum(|step| step.reopened));
    assert_eq!(known().ageing.age, None);
}

#[test]
fn the_other_tools_verdict_stands_beside_ours_and_is_not_mixed_with_it() {
    let all = known().attainment.all;
    assert_eq!((percent(all.source), all.source.whole), ("63.42".to_owned(), 24_918));
    assert_eq!((all.resolution.whole, all.incidents), (24_918, 24_918));
    assert!(known().attainment.by_priority.contains_key(&Priority(1)));
}

#[test]
fn rework_is_what_the_log_is_known_for() {
    let rework = &known().rework;
    assert_eq!((percent(rework.reopened), rework.reopened.whole), ("1.10".to_owned(), 24_918));
    assert_eq!(format!("{:.1}", rework.reassigned.ratio().unwrap() * 100.0), "45.6");
    assert_eq!(format!("{:.2}", rework.mean_reassignments().unwrap()), "0.94");
    assert_eq!((rework.reopened, rework.reassigned, rework.reassignments), known().figures);
    assert_eq!(format!("{:.1}", rework.straight.ratio().unwrap() * 100.0), "54.1");
}

#[test]
fn the_times_of_the_log_are_skewed_as_times_are() {
    let resolve = &known().resolve;
    let calendar = resolve.calendar.unwrap();
    assert_eq!(calendar.n, 24_918);
    assert!(calendar.mean > calendar.median * 2 && calendar.p90 > calendar.mean);
    assert!(resolve.business_active.unwrap().median <= resolve.business.unwrap().median);
    assert_eq!(known().reply.public, None);
    assert!(known().reply.reaction.unwrap().n > 20_000);
}

#[test]
fn a_day_has_its_own_numbers_and_the_whole_is_all_days() {
    let workspace = open(Scope::AsOf(at("2016-05-16T09:00:00Z")), "2016-05-16T09:00:00Z");
    let now = at("2016-05-16T09:00:00Z");
    let whole = Period::whole(&workspace).unwrap();
    let flow = measures::flow(&workspace, &whole, Step::Day);
    assert_eq!(flow.steps.last().unwrap().backlog, 1_250);
    let ageing = measures::ageing(&workspace, now);
    assert_eq!(ageing.age.unwrap().n, 1_250);
    let week = Period::last_days(7, now, Period::zone_of(&workspace));
    let of_week = measures::flow(&workspace, &week, Step::Day);
    let tail: Vec<_> = flow.steps.iter().rev().take(7).rev().map(|step| (step.opened, step.backlog)).collect();
    assert_eq!(of_week.steps.iter().map(|step| (step.opened, step.backlog)).collect::<Vec<_>>(), tail);
    assert!(whole.last() <= known().whole.last());
}
