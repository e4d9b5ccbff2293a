//! Until when it was promised.

use chrono::{DateTime, TimeDelta, Utc};
use itsm::incident::Side;
use itsm::request::{Command as Ask, Form, PendingReason, Standing};
use itsm::{Command, RequestId};

use crate::bench::{Bench, FIRST, MANAGER, OWNER, finish, form, plan, wanted, words};

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn promised(bench: &mut Bench) -> RequestId {
    let target = Some(TimeDelta::hours(8));
    bench.logged(Form { target, approvals: vec![], items: vec![wanted(vec![plan("Order", &[])])], ..form() })
}

fn standing(bench: &Bench, id: RequestId) -> Option<Standing> {
    bench.desk.promise_of(bench.see(id), bench.now)
}

/// Every day around the clock, so that hours can be counted by hand.
fn around_the_clock(bench: &mut Bench) {
    use itsm::calendar::{CalendarSpec, TimeOfDay, Window};
    let day = || vec![Window { opens: TimeOfDay::from_seconds(0).unwrap(), closes: TimeOfDay::MIDNIGHT }];
    let calendar = CalendarSpec {
        zone: "UTC".into(),
        hours: std::array::from_fn(|_| day()),
        holidays: vec![],
        yearly: vec![],
        breaks: vec![],
    };
    let now = bench.desk.agreement().agreement().clone();
    let wanted = itsm::service_level::Agreement { calendar, name: "Around the clock".into(), ..now };
    bench.ask(Command::SetAgreement(Box::new(wanted))).unwrap();
}

#[test]
fn the_promise_counts_working_time_of_the_desk_from_the_approval_on() {
    let mut bench = Bench::begin();
    let id = bench.logged(Form { target: Some(TimeDelta::hours(8)), ..form() });
    assert_eq!(standing(&bench, id), None, "nothing is promised before the approval");
    bench.answers(MANAGER, id, true).unwrap();
    bench.answers(OWNER, id, true).unwrap();
    let by = bench.desk.agreement().calendar().add(bench.now, TimeDelta::hours(8)).unwrap();
    assert_eq!(standing(&bench, id), Some(Standing { by, is_late: false }));
    bench.now = by + TimeDelta::seconds(1);
    assert_eq!(standing(&bench, id), Some(Standing { by, is_late: true }));
}

#[test]
fn what_the_desk_waits_for_the_requester_is_added_to_the_promise_and_other_waits_are_not() {
    let mut bench = Bench::begin();
    around_the_clock(&mut bench);
    let request = promised(&mut bench);
    let by = bench.see(request).opened_at + TimeDelta::hours(8);
    bench.starts(request, FIRST);
    let hold = |reason| Ask::Hold { request, item: 0, reason, note: words("") };
    bench.does(hold(PendingReason::Supplier));
    bench.now += TimeDelta::hours(1);
    bench.does(Ask::Resume { request, item: 0 });
    assert_eq!(standing(&bench, request).unwrap().by, by);
    bench.does(hold(PendingReason::Requester));
    bench.now += TimeDelta::hours(3);
    assert_eq!(standing(&bench, request).unwrap().by, by + TimeDelta::hours(3), "also while it lasts");
    bench.does(Ask::Reply { request, side: Side::Caller, text: words("Here I am") });
    assert_eq!(standing(&bench, request).unwrap().by, by + TimeDelta::hours(3) + TimeDelta::minutes(1));
}

#[test]
fn a_wait_that_begins_after_the_promise_was_broken_mends_nothing() {
    let mut bench = Bench::begin();
    around_the_clock(&mut bench);
    let request = promised(&mut bench);
    bench.starts(request, FIRST);
    bench.now += TimeDelta::hours(9);
    let before = standing(&bench, request);
    bench.does(Ask::Hold { request, item: 0, reason: PendingReason::Requester, note: words("") });
    bench.now += TimeDelta::hours(9);
    assert_eq!(standing(&bench, request), before);
    assert!(before.unwrap().is_late);
}

#[test]
fn the_verdict_is_frozen_at_the_end() {
    let mut bench = Bench::begin();
    around_the_clock(&mut bench);
    let request = promised(&mut bench);
    bench.starts(request, FIRST);
    bench.does(finish(request, FIRST));
    let verdict = standing(&bench, request);
    bench.now = at("2027-01-01T00:00:00Z");
    assert_eq!(standing(&bench, request), verdict);
    assert!(!verdict.unwrap().is_late);
}
