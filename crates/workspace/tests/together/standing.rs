//! Breached, due soon and the rest: kept for all incidents, and moved by time alone.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::sync::Arc;

use crate::common::tab::{DESK, Tab, at};
use chrono::{DateTime, TimeDelta, Utc};
use itsm::incident::{Amendment, Command as Incident, HoldReason, ResolutionCode, Side};
use itsm::service_level::{Agreement, Reading, Standing as Showing};
use itsm::{Command, IncidentId, Level};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use workspace::query::{Query, answer};
use workspace::{Breach, Workspace};

/// The class of one clock, read from scratch.
fn class(reading: &Reading) -> Breach {
    match (reading.verdict, reading.standing) {
        (None, _) => Breach::NoTarget,
        _ if reading.is_breached() => Breach::Breached,
        (_, Showing::Paused(_)) => Breach::Paused,
        (_, Showing::Stopped) => Breach::Met,
        _ if reading.is_warning() => Breach::DueSoon,
        _ => Breach::Within,
    }
}

fn from_scratch(workspace: &Workspace, id: IncidentId, now: DateTime<Utc>) -> Breach {
    let desk = workspace.desk();
    let clocks = desk.clocks(desk.incident(id).unwrap(), now);
    class(&clocks.response).max(class(&clocks.resolution))
}

fn start(tab: &mut Tab, incident: IncidentId) {
    tab.act(Incident::Assign { incident, group: Some(DESK), assignee: None });
    tab.act(Incident::Start(incident));
}

#[test]
fn time_alone_makes_an_incident_due_soon_and_then_breached() {
    // Monday morning; priority 3: 4 hours to respond, 30 business hours (three days) to resolve.
    let mut tab = Tab::blank();
    let incident = tab.log("Calls drop");
    let opened = tab.now;
    start(&mut tab, incident);
    let workspace = &mut tab.workspace;
    assert_eq!(workspace.advance(tab.now), [incident]);
    assert_eq!(workspace.standing(incident).at(tab.now), Breach::Within);

    let breaches_at = workspace.standing(incident).breaches_at().unwrap();
    assert_eq!(breaches_at, opened + TimeDelta::days(3));
    assert_eq!(workspace.advance(at("2026-03-04T12:00:00Z")), []);
    assert_eq!(workspace.advance(at("2026-03-04T14:00:00Z")), [incident], "24 of 30 hours are used at 13:01");
    assert_eq!(workspace.standing(incident).at(at("2026-03-04T14:00:00Z")), Breach::DueSoon);
    assert_eq!(workspace.advance(breaches_at), [incident]);
    assert_eq!(workspace.standing(incident).at(breaches_at), Breach::Breached);
    assert_eq!(workspace.advance(at("2026-04-04T14:00:00Z")), []);
}

#[test]
fn an_incident_that_waits_for_its_caller_does_not_breach() {
    let mut tab = Tab::blank();
    let incident = tab.log("Calls drop");
    start(&mut tab, incident);
    tab.act(Incident::Hold { incident, reason: HoldReason::Caller, note: Arc::from("") });
    tab.workspace.advance(tab.now);
    assert_eq!(tab.workspace.advance(at("2027-03-02T09:00:00Z")), []);
    assert_eq!(tab.workspace.standing(incident).at(tab.now), Breach::Paused);
}

#[test]
fn what_is_done_to_an_incident_shows_at_once() {
    let mut tab = Tab::blank();
    let incident = tab.log("Calls drop");
    tab.workspace.advance(tab.now);
    tab.resolve(incident, "Restarted the access point");
    assert_eq!(tab.workspace.standing(incident).at(tab.now), Breach::Met);
    tab.act(Incident::Close(incident));
    let other = tab.log("Opened by mistake");
    assert_eq!(tab.workspace.standing(other).at(tab.now), Breach::Within);
    tab.act(Incident::Cancel { incident: other, because: Arc::from("Opened by mistake") });
    assert_eq!(
        tab.workspace.standing(other).at(tab.now),
        Breach::NoTarget,
        "nothing is measured of what was taken back"
    );
}

#[test]
fn another_agreement_moves_every_clock() {
    let mut tab = Tab::blank();
    let incident = tab.log("Calls drop");
    tab.workspace.advance(tab.now);
    let mut agreement = Agreement { name: Arc::from("Quick"), ..Agreement::default() };
    agreement.targets[2].response = Some(TimeDelta::minutes(2));
    tab.try_do(Command::SetAgreement(Box::new(agreement))).unwrap();
    let now = tab.now + TimeDelta::minutes(2);
    assert_eq!(tab.workspace.advance(now), [incident]);
    assert_eq!(tab.workspace.standing(incident).at(now), Breach::Breached);
    let breached = Query { breaches: [Breach::Breached].into(), ..Query::default() };
    assert_eq!(answer(&tab.workspace, &breached, now).ids, [incident]);
}

#[derive(Clone, Copy, Debug)]
enum Step {
    Log(u8),
    Start,
    Hold(HoldReason),
    Weigh(u8),
    Resolve,
    Reopen,
    Close,
    Cancel,
    Reply(Side),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        (1..=3_u8).prop_map(Step::Log),
        Just(Step::Start),
        select(HoldReason::ALL.to_vec()).prop_map(Step::Hold),
        (1..=3_u8).prop_map(Step::Weigh),
        select(vec![Step::Resolve, Step::Reopen, Step::Close, Step::Cancel]),
        select(vec![Step::Reply(Side::Desk), Step::Reply(Side::Caller)]),
    ]
}

fn take(tab: &mut Tab, step: Step, incident: IncidentId) {
    let command = match step {
        Step::Log(impact) => {
            let report = itsm::incident::Report {
                impact: Level(impact),
                group: Some(DESK),
                ..crate::common::tab::report("Calls drop")
            };
            Incident::Log(Box::new(report))
        }
        Step::Start => Incident::Start(incident),
        Step::Hold(reason) => Incident::Hold { incident, reason, note: Arc::from("") },
        Step::Weigh(level) => Incident::Amend { incident, changes: vec![Amendment::Urgency(Level(level))] },
        Step::Resolve => Incident::Resolve {
            incident,
            code: ResolutionCode::SolutionProvided,
            solution: Arc::from("Restarted"),
            cascade: false,
        },
        Step::Reopen => Incident::Reopen { incident, because: Arc::from("Again") },
        Step::Close => Incident::Close(incident),
        Step::Cancel => Incident::Cancel { incident, because: Arc::from("By mistake") },
        Step::Reply(side) => Incident::Reply { incident, side, text: Arc::from("Well?") },
    };
    // A refusal is as good a step as any.
    let _ = tab.try_do(Command::Incident(command));
}

proptest! {
    #[test]
    fn what_is_kept_is_what_the_clocks_show_at_every_instant(
        steps in proptest::collection::vec((step(), any::<Index>(), 0..4_000_i64), 1..25),
        waits in proptest::collection::vec(0..4_000_i64, 1..8),
    ) {
        let mut tab = Tab::blank();
        tab.workspace.advance(tab.now);
        for (step, index, minutes) in steps {
            let ids: Vec<IncidentId> = tab.workspace.desk().incidents().map(|incident| incident.id).collect();
            let incident = if ids.is_empty() { IncidentId::default() } else { ids[index.index(ids.len())] };
            tab.now += TimeDelta::minutes(minutes);
            tab.workspace.advance(tab.now);
            take(&mut tab, step, incident);
        }
        let ids: Vec<IncidentId> = tab.workspace.desk().incidents().map(|incident| incident.id).collect();
        let mut now = tab.now;
        tab.workspace.advance(now);
        for wait in waits {
            let before: Vec<Breach> = ids.iter().map(|id| tab.workspace.standing(*id).at(now)).collect();
            let earlier = now;
            now += TimeDelta::minutes(wait);
            let changed = tab.workspace.advance(now);
            for (id, before) in ids.iter().zip(before) {
                prop_assert_eq!(before, from_scratch(&tab.workspace, *id, earlier));
                let after = tab.workspace.standing(*id).at(now);
                prop_assert_eq!(after, from_scratch(&tab.workspace, *id, now));
                prop_assert_eq!(changed.contains(id), before != after);
            }
        }
    }
}
