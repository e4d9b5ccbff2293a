//! Small desks whose measures one can work out by hand. The standard agreement is open Monday to Friday 08:00 to
//! 18:00 UTC, and holds for the caller stop its clock.

use chrono::{TimeDelta, Weekday};
use itsm::Priority;
use itsm::incident::{Event as Incident, Side};
use workspace::figures::Share;
use workspace::measures::{self, Spread, Step, ask};

use super::made::{at, day, days, desk, held, logged, resolved, to_group};

const MARCH: [&str; 2] = ["2026-03-02", "2026-03-08"];

#[test]
fn backlog_is_what_came_in_and_did_not_go_out() {
    let workspace = desk(
        vec![
            (at("2026-02-27T09:00:00Z"), 1, logged(2)),
            (at("2026-03-02T09:00:00Z"), 2, logged(2)),
            (at("2026-03-02T10:00:00Z"), 2, resolved()),
            (at("2026-03-03T09:00:00Z"), 2, Incident::Reopened { because: "Still drops.".into() }),
            (at("2026-03-04T09:00:00Z"), 2, resolved()),
            (at("2026-03-05T09:00:00Z"), 2, Incident::Closed),
            (at("2026-03-05T10:00:00Z"), 3, logged(2)),
            (at("2026-03-05T11:00:00Z"), 3, Incident::Cancelled { because: "By mistake.".into() }),
        ],
        at("2026-03-09T00:00:00Z"),
    );
    let flow = measures::flow(&workspace, &days(MARCH[0], MARCH[1]), Step::Day);
    assert_eq!(flow.backlog_before, 1);
    let told: Vec<[usize; 6]> = flow
        .steps
        .iter()
        .map(|step| [step.opened, step.resolved, step.cancelled, step.reopened, step.closed, step.backlog])
        .collect();
    let quiet = [0, 0, 0, 0, 0, 1];
    assert_eq!(
        told,
        [[1, 1, 0, 0, 0, 1], [0, 0, 0, 1, 0, 2], [0, 1, 0, 0, 0, 1], [1, 0, 1, 0, 1, 1], quiet, quiet, quiet]
    );
}

#[test]
fn weeks_begin_on_monday_and_say_where_the_period_cuts_them() {
    let buckets = days("2026-03-04", "2026-03-17").buckets(Step::Week);
    let told: Vec<_> = buckets.iter().map(|one| (one.days.first(), one.days.last(), one.partial)).collect();
    assert_eq!(
        told,
        [
            (day("2026-03-04"), day("2026-03-08"), true),
            (day("2026-03-09"), day("2026-03-15"), false),
            (day("2026-03-16"), day("2026-03-17"), true),
        ]
    );
}

#[test]
fn a_period_of_centuries_is_counted_in_a_number_of_steps_that_can_be_drawn() {
    let buckets = days("1900-01-01", "2199-12-31").buckets(Step::Day);
    assert!(buckets.len() <= 800 && buckets.len() > 400);
    assert_eq!(buckets.last().unwrap().days.last(), day("2199-12-31"));
}

#[test]
fn time_to_resolve_counts_nights_and_pending_only_where_it_says_so() {
    // Friday 17:00 to Monday 11:00 is 66 hours, of which the desk is open 4. On hold for the caller from Friday 17:30
    // to Monday 08:30: 63 hours, of which 1 is in business hours.
    let workspace = desk(
        vec![
            (at("2026-03-06T17:00:00Z"), 1, logged(2)),
            (at("2026-03-06T17:30:00Z"), 1, held()),
            (at("2026-03-09T08:30:00Z"), 1, Incident::Started),
            (at("2026-03-09T11:00:00Z"), 1, resolved()),
        ],
        at("2026-03-09T12:00:00Z"),
    );
    let resolve = measures::resolve(&workspace, &days("2026-03-09", "2026-03-09"));
    let median = |spread: Option<Spread>| spread.unwrap().median;
    assert_eq!(median(resolve.calendar), TimeDelta::hours(66));
    assert_eq!(median(resolve.calendar_active), TimeDelta::hours(3));
    assert_eq!(median(resolve.business), TimeDelta::hours(4));
    assert_eq!(median(resolve.business_active), TimeDelta::hours(3));
    assert_eq!(resolve.bands.iter().map(|band| band.count).collect::<Vec<_>>(), [0, 0, 0, 0, 1, 0, 0, 0, 0]);
    assert_eq!(measures::resolve(&workspace, &days("2026-03-06", "2026-03-08")).calendar, None);
}

#[test]
fn the_ninetieth_percentile_is_a_span_that_did_occur_and_the_median_of_two_is_their_mean() {
    let hours = |hours| TimeDelta::hours(hours);
    let of = |spans: &[i64]| Spread::of(&mut spans.iter().map(|hour| hour * 3600).collect::<Vec<_>>()).unwrap();
    let ten = of(&[10, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    assert_eq!(
        (ten.mean, ten.median, ten.p90, ten.longest),
        (hours(5) + hours(1) / 2, hours(5) + hours(1) / 2, hours(9), hours(10))
    );
    let skewed = of(&[1, 1, 1, 1, 96]);
    assert_eq!((skewed.mean, skewed.median, skewed.p90), (hours(20), hours(1), hours(96)));
    let one = of(&[7]);
    assert_eq!((one.mean, one.median, one.p90, one.longest), (hours(7), hours(7), hours(7), hours(7)));
    assert_eq!(Spread::of(&mut []), None);
}

#[test]
fn attainment_counts_only_what_is_due() {
    // Priority 1 has four business hours. One met it, one missed it, one is open beyond it, one is open in time, one
    // waits for its caller.
    let workspace = desk(
        vec![
            (at("2026-03-02T08:00:00Z"), 1, logged(1)),
            (at("2026-03-02T10:00:00Z"), 1, resolved()),
            (at("2026-03-02T10:00:00Z"), 2, logged(1)),
            (at("2026-03-02T10:00:00Z"), 4, logged(1)),
            (at("2026-03-02T10:01:00Z"), 4, held()),
            (at("2026-03-02T15:00:00Z"), 2, resolved()),
            (at("2026-03-03T08:00:00Z"), 3, logged(1)),
            (at("2026-03-03T15:00:00Z"), 5, logged(1)),
        ],
        at("2026-03-03T16:00:00Z"),
    );
    let attainment = measures::attainment(&workspace, &days("2026-03-02", "2026-03-03"), at("2026-03-03T16:00:00Z"));
    let kept = attainment.by_priority[&Priority(1)];
    assert_eq!(kept.incidents, 5);
    assert_eq!(kept.resolution, Share { part: 1, whole: 3 });
    assert_eq!(kept.source, Share::default());
    assert_eq!(attainment.all, kept);
}

#[test]
fn a_note_is_no_reply_and_work_begun_is_a_reaction_but_nothing_the_caller_sees() {
    let say = |side| Incident::Replied { side, text: "We look into it.".into() };
    let workspace = desk(
        vec![
            (at("2026-03-02T09:00:00Z"), 1, logged(2)),
            (at("2026-03-02T09:05:00Z"), 1, Incident::Noted { text: "Seen before.".into() }),
            (at("2026-03-02T09:10:00Z"), 1, Incident::Started),
            (at("2026-03-02T09:15:00Z"), 1, say(Side::Caller)),
            (at("2026-03-02T09:30:00Z"), 1, say(Side::Desk)),
            (at("2026-03-02T09:40:00Z"), 1, say(Side::Desk)),
            (at("2026-03-02T10:00:00Z"), 2, logged(2)),
        ],
        at("2026-03-02T12:00:00Z"),
    );
    let reply = measures::reply(&workspace, &days(MARCH[0], MARCH[1]));
    assert_eq!(reply.reaction.unwrap().mean, TimeDelta::minutes(10));
    assert_eq!(reply.public.unwrap().mean, TimeDelta::minutes(30));
    assert_eq!((reply.opened, reply.waiting, reply.public.unwrap().n), (2, 1, 1));
}

#[test]
fn who_is_open_again_still_counts_as_reopened() {
    let workspace = desk(
        vec![
            (at("2026-03-02T09:00:00Z"), 1, logged(2)),
            (at("2026-03-02T09:10:00Z"), 1, to_group(1)),
            (at("2026-03-02T09:20:00Z"), 1, to_group(2)),
            (at("2026-03-02T10:00:00Z"), 1, resolved()),
            (at("2026-03-02T11:00:00Z"), 1, Incident::Reopened { because: "Still drops.".into() }),
            (at("2026-03-02T12:00:00Z"), 2, logged(2)),
            (at("2026-03-02T13:00:00Z"), 2, resolved()),
            (at("2026-03-02T14:00:00Z"), 3, logged(2)),
        ],
        at("2026-03-02T15:00:00Z"),
    );
    let rework = measures::rework(&workspace, &days(MARCH[0], MARCH[1]));
    assert_eq!(rework.reopened, Share { part: 1, whole: 2 });
    assert_eq!(rework.reassigned, Share { part: 1, whole: 2 });
    assert_eq!(rework.straight, Share { part: 1, whole: 2 });
    assert_eq!(rework.by_reassignments, [1, 1, 0, 0, 0, 0]);
    assert_eq!(rework.mean_reassignments(), Some(0.5));
}

#[test]
fn age_goes_by_local_days_so_that_a_band_is_a_query() {
    let workspace = desk(
        vec![
            (at("2026-01-01T09:00:00Z"), 1, logged(2)),
            (at("2026-03-04T23:59:00Z"), 2, logged(2)),
            (at("2026-03-05T00:00:00Z"), 3, logged(2)),
            (at("2026-03-05T01:00:00Z"), 4, logged(2)),
            (at("2026-03-05T02:00:00Z"), 4, resolved()),
        ],
        at("2026-03-05T12:00:00Z"),
    );
    let ageing = measures::ageing(&workspace, at("2026-03-05T12:00:00Z"));
    assert_eq!(ageing.age.unwrap().median, TimeDelta::hours(12) + TimeDelta::minutes(1));
    let told: Vec<_> = ageing
        .bands
        .iter()
        .filter(|band| band.count > 0)
        .map(|band| (ask::days(band.first, band.last), band.count))
        .collect();
    let told: Vec<(&str, usize)> = told.iter().map(|(days, count)| (&**days, *count)).collect();
    assert_eq!(told, [("2026-03-05..2026-03-05", 1), ("2026-03-03..2026-03-04", 1), ("2025-12-06..2026-02-03", 1)]);
}

#[test]
fn what_a_number_counts_is_written_as_a_query_for_the_queue() {
    let march = days("2026-03-01", "2026-03-31");
    let typed = ask::and(&ask::opened(&march), &ask::priority(Priority(1)));
    assert_eq!(typed, "opened:2026-03-01..2026-03-31 priority:1");
    assert_eq!(ask::resolved(&march), "resolved:2026-03-01..2026-03-31");
    assert_eq!(ask::hour(Weekday::Mon, 9), "weekday:mon hour:9");
    assert_eq!(ask::parameters(&typed), "q=opened:2026-03-01..2026-03-31+priority:1");
    // The queue understands each of them, whole: it writes down what was asked.
    for asked in [typed, ask::resolved(&march), ask::hour(Weekday::Mon, 9)] {
        let understood = workspace::query::parse(&asked);
        assert_eq!(understood.faults, []);
        assert_eq!(workspace::query::Query::from_params(&ask::parameters(&asked)), understood.query);
        assert!(understood.query.is_filtered() && understood.query.words.is_empty(), "{asked}");
    }
}

#[test]
fn an_empty_desk_measures_nothing() {
    let workspace = desk(vec![], at("2026-03-05T12:00:00Z"));
    let week = days(MARCH[0], MARCH[1]);
    assert_eq!(measures::Period::whole(&workspace), None);
    assert_eq!(measures::flow(&workspace, &week, Step::Day).sum(|step| step.opened), 0);
    assert_eq!(measures::heat(&workspace, &week).peak(), None);
    assert_eq!(measures::rework(&workspace, &week).mean_reassignments(), None);
    assert_eq!(measures::reply(&workspace, &week), measures::Reply::default());
    assert_eq!(measures::ageing(&workspace, at("2026-03-05T12:00:00Z")).age, None);
}
