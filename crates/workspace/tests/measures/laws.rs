//! Laws that hold whatever happened at a desk.

use chrono::{DateTime, TimeDelta, Utc};
use itsm::calendar::Zone;
use itsm::incident::{Event as Incident, Observed, Seen, State};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use workspace::Workspace;
use workspace::measures::{self, Period, Spread, Step};

use super::made::{any_desk, at, held, logged, resolved, to_group};

const NOW: &str = "2026-04-10T12:00:00Z";

/// What may happen, legal or not; another tool's rows may go from any state to any other.
fn happening() -> impl Strategy<Value = Incident> {
    use State::{Cancelled, Closed, InProgress, New, Resolved};
    let state = select(vec![New, InProgress, Resolved, Closed, Cancelled]);
    let row = |state| Incident::Observed(Box::new(Observed { fields: vec![Seen::State(state)], source_verdict: None }));
    prop_oneof![
        2 => Just(resolved()),
        1 => Just(held()),
        1 => Just(Incident::Started),
        1 => Just(Incident::Reopened { because: "Still.".into() }),
        1 => Just(Incident::Closed),
        1 => Just(Incident::Cancelled { because: "Not needed.".into() }),
        1 => (1..4_u32).prop_map(to_group),
        2 => state.prop_map(row),
    ]
}

type Happened = (DateTime<Utc>, u32, Incident);

fn lives() -> impl Strategy<Value = Vec<Happened>> {
    let begun = at("2026-03-01T00:00:00Z");
    let life = (0..40 * 1440_i64, 1..4_u8, vec((1..5000_i64, happening()), 0..8));
    vec(life, 0..25).prop_map(move |lives| {
        let mut events: Vec<Happened> = vec![];
        for (number, (opened, level, after)) in (1..).zip(lives) {
            let mut when = begun + TimeDelta::minutes(opened);
            events.push((when, number, logged(level)));
            for (later, what) in after {
                when += TimeDelta::minutes(later);
                events.push((when, number, what));
            }
        }
        events.retain(|(when, ..)| *when <= at(NOW));
        events.sort_by_key(|(when, number, _)| (*when, *number));
        events
    })
}

fn period() -> impl Strategy<Value = Period> {
    let zone = select(vec!["Etc/UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata"]);
    (0..45_i64, 0..45_i64, zone).prop_map(|(one, other, zone)| {
        let day = |days| (at("2026-02-27T00:00:00Z") + TimeDelta::days(days)).date_naive();
        Period::of(day(one), day(other), Zone::named(zone).unwrap())
    })
}

fn opened_in(workspace: &Workspace, period: &Period) -> usize {
    workspace.desk().incidents().filter(|incident| period.has(incident.opened_at)).count()
}

proptest! {
    #[test]
    fn steps_follow_each_other_without_a_gap_from_the_first_day_to_the_last(period in period(), weeks in any::<bool>()) {
        let buckets = period.buckets(if weeks { Step::Week } else { Step::Day });
        prop_assert_eq!(buckets[0].days.from(), period.from());
        prop_assert_eq!(buckets[buckets.len() - 1].days.until(), period.until());
        for pair in buckets.windows(2) {
            prop_assert_eq!(pair[0].days.until(), pair[1].days.from());
        }
    }

    #[test]
    fn the_steps_of_a_flow_sum_up_and_the_backlog_is_carried_on(
        lives in lives(), period in period(), weeks in any::<bool>()
    ) {
        let workspace = any_desk(lives, at(NOW));
        let flow = measures::flow(&workspace, &period, if weeks { Step::Week } else { Step::Day });
        prop_assert_eq!(flow.sum(|step| step.opened), opened_in(&workspace, &period));
        let mut backlog = flow.backlog_before;
        for step in &flow.steps {
            backlog = backlog + step.opened + step.reopened - step.resolved - step.cancelled;
            prop_assert_eq!(step.backlog, backlog);
        }
    }

    #[test]
    fn the_backlog_at_the_end_of_everything_is_what_is_open(lives in lives()) {
        let workspace = any_desk(lives, at(NOW));
        let open = workspace.desk().incidents().filter(|incident| incident.state.is_open()).count();
        if let Some(whole) = Period::whole(&workspace) {
            let flow = measures::flow(&workspace, &whole, Step::Day);
            prop_assert_eq!(flow.backlog_before, 0);
            prop_assert_eq!(flow.steps.last().unwrap().backlog, open);
        }
        let ageing = measures::ageing(&workspace, at(NOW));
        prop_assert_eq!(ageing.bands.iter().map(|band| band.count).sum::<usize>(), open);
        prop_assert_eq!(ageing.age.map_or(0, |age| age.n), open);
    }

    #[test]
    fn the_heat_map_sums_to_what_was_opened(lives in lives(), period in period()) {
        let workspace = any_desk(lives, at(NOW));
        let heat = measures::heat(&workspace, &period);
        prop_assert_eq!(heat.total(), opened_in(&workspace, &period));
        prop_assert_eq!(heat.peak().is_some(), heat.total() > 0);
    }

    #[test]
    fn no_time_is_shorter_than_nothing_and_taking_time_out_makes_none_longer(
        lives in lives(), period in period()
    ) {
        let workspace = any_desk(lives, at(NOW));
        let resolve = measures::resolve(&workspace, &period);
        if let Some(calendar) = resolve.calendar {
            let [calendar_active, business, business_active] =
                [resolve.calendar_active, resolve.business, resolve.business_active].map(Option::unwrap);
            for less in [calendar_active, business, business_active] {
                prop_assert_eq!(less.n, calendar.n);
                prop_assert!(less.mean <= calendar.mean && less.median <= calendar.median && less.p90 <= calendar.p90);
                prop_assert!(less.p90 >= less.median && less.mean >= TimeDelta::zero());
            }
            prop_assert!(business_active.mean <= business.mean);
            prop_assert_eq!(resolve.bands.iter().map(|band| band.count).sum::<usize>(), calendar.n);
        }
    }

    #[test]
    fn shares_are_parts_of_their_wholes(lives in lives(), period in period()) {
        let workspace = any_desk(lives, at(NOW));
        let attainment = measures::attainment(&workspace, &period, at(NOW));
        prop_assert_eq!(attainment.all.incidents, opened_in(&workspace, &period));
        prop_assert_eq!(attainment.by_priority.values().map(|kept| kept.incidents).sum::<usize>(), attainment.all.incidents);
        prop_assert_eq!(
            attainment.by_priority.values().map(|kept| kept.resolution.whole).sum::<usize>(),
            attainment.all.resolution.whole
        );
        let rework = measures::rework(&workspace, &period);
        prop_assert_eq!(rework.by_reassignments.iter().sum::<usize>(), rework.reassigned.whole);
        prop_assert_eq!(rework.by_reassignments[0], rework.reassigned.whole - rework.reassigned.part);
        prop_assert!(rework.straight.part <= rework.by_reassignments[0]);
        let reply = measures::reply(&workspace, &period);
        prop_assert_eq!(reply.opened, attainment.all.incidents);
        prop_assert!(reply.reaction.map_or(0, |reaction| reaction.n) + reply.waiting <= reply.opened);
    }

    #[test]
    fn a_spread_lies_in_its_order(mut spans in vec(0..10_000_000_i64, 1..200)) {
        let spread = Spread::of(&mut spans).unwrap();
        prop_assert!(spread.median <= spread.p90 && spread.p90 <= spread.longest && spread.mean <= spread.longest);
        let within = spans.iter().filter(|span| **span <= spread.p90.num_seconds()).count();
        prop_assert!(within * 10 >= spans.len() * 9);
    }
}
