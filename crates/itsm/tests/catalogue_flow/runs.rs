//! Dry runs: how long an order takes in working time, and what stands in its way.

use chrono::TimeDelta;
use itsm::catalogue::workflow::{Approver, DryRun, Missing, Step, dry_run};
use itsm::catalogue::{Content, Price};
use itsm::service_level::Compiled;

use crate::bench::{SMALL, approval, automatic, chose, content, hours, monday, task, tasks, usual};

fn run(content: &Content) -> DryRun<'_> {
    let calendar = Compiled::standard().calendar();
    dry_run(content, &content.offerings[0], &chose(SMALL), 1, calendar, monday())
}

fn missing(steps: Vec<Step>, change: impl FnOnce(&mut Content)) -> Vec<Missing> {
    let mut content = content(steps);
    change(&mut content);
    run(&content).missing
}

#[test]
fn tasks_that_are_done_at_once_take_as_long_as_the_longest_of_them() {
    let content = content(usual());
    let run = run(&content);
    assert_eq!((run.approval, run.fulfilment, run.total()), (hours(4), hours(4), hours(8)));
    assert_eq!(run.missing, []);
}

#[test]
fn time_passes_only_while_the_desk_is_open() {
    let content = content(vec![tasks(1, "Long", vec![task("Build it", 30)])]);
    let run = run(&content);
    let calendar = Compiled::standard().calendar();
    let done = run.done_at.unwrap();
    assert_eq!(calendar.between(monday(), done), hours(30));
    assert!(done - monday() > hours(48), "nights are not worked: {done}");
}

#[test]
fn the_promise_counts_from_the_last_approval_and_not_from_the_order() {
    let mut content = content(usual());
    content.offerings[0].target = Some(hours(4));
    let kept = run(&content);
    assert_eq!((kept.is_kept(), kept.promised_by), (Some(true), kept.done_at));
    content.offerings[0].target = Some(hours(4) - TimeDelta::seconds(1));
    assert_eq!(run(&content).is_kept(), Some(false));
}

#[test]
fn an_approval_nobody_can_give_is_named() {
    let steps = || vec![approval(1, "Owner approves", &[Approver::Owner])];
    let found = missing(steps(), |content| content.owner = None);
    assert_eq!(found, [Missing::NoOwner("Owner approves".into())]);
    assert!(found[0].blocks());
    assert_eq!(found[0].sentence(), "“Owner approves”: nobody can give this approval, as the service has no owner.");
    assert_eq!(missing(vec![approval(1, "Board", &[])], |_| {}), [Missing::NobodyAsked("Board".into())]);
}

#[test]
fn what_has_no_team_no_time_no_target_or_no_price_is_named() {
    let mut idle = task("Set it up", 0);
    idle.group = None;
    let found = missing(vec![tasks(1, "Prepare", vec![idle]), tasks(2, "Empty", vec![])], |content| {
        content.support = None;
        content.offerings[0].target = None;
    });
    let expected = [
        Missing::NoTeam("Set it up".into()),
        Missing::NoTime("Set it up".into()),
        Missing::NoTasks("Empty".into()),
        Missing::NoTarget,
    ];
    assert_eq!(found, expected);
}

#[test]
fn automatic_steps_take_no_time() {
    let content = content(vec![automatic(1, "Mail"), automatic(2, "Directory")]);
    let run = run(&content);
    assert_eq!((run.total(), run.done_at), (TimeDelta::zero(), Some(monday())));
}

#[test]
fn times_beyond_all_measure_neither_panic_nor_count_backwards() {
    for takes in [TimeDelta::MAX, TimeDelta::MIN] {
        let mut endless = task("Wait", 0);
        endless.takes = takes;
        let mut content = content(vec![tasks(1, "Wait", vec![endless.clone()]); 50]);
        content.offerings[0].price = Price::Fixed(u64::MAX);
        let run = run(&content);
        assert!(run.total() >= TimeDelta::zero());
        assert_eq!(run.cost.first, u64::MAX);
    }
}
