//! What an import saw in another tool, however untidy.

use chrono::{DateTime, TimeDelta, Utc};
use itsm::incident::{
    Channel, Command as Ask, Event as What, Foreign, Incident, MilestoneKind as Kind, Observed, ResolutionCode, Seen,
    State,
};
use itsm::{Event, Happening, IncidentId, Level, PersonId, Priority};

use crate::shift::*;

const FOREIGN: IncidentId = IncidentId::imported(45);

fn minute(minute: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::minutes(minute)
}

/// One row of the other tool's log, seen at that minute.
fn row(shift: &mut Shift, at: i64, fields: Vec<Seen>) {
    let what = What::Observed(Box::new(Observed { fields, source_verdict: None }));
    let event = Event { at: minute(at), by: STRANGER, what: Happening::Incident(FOREIGN, what) };
    assert_eq!(shift.desk.legal(&event), Ok(()));
    shift.take(event);
}

fn rows(rows: Vec<(i64, Vec<Seen>)>) -> Shift {
    let mut shift = Shift::begin();
    for (at, fields) in rows {
        row(&mut shift, at, fields);
    }
    shift
}

fn seen(shift: &Shift) -> &Incident {
    shift.see(FOREIGN)
}

fn foreign(shift: &Shift) -> &Foreign {
    seen(shift).foreign.as_ref().unwrap()
}

#[test]
fn the_first_row_begins_the_record_at_the_opening_it_tells() {
    let shift = rows(vec![(
        30,
        vec![
            Seen::State(State::New),
            Seen::Impact(Level(2)),
            Seen::Urgency(Level(1)),
            Seen::OpenedAt(minute(10)),
            Seen::Channel(Channel::Phone),
            Seen::Caller(Some(CALLER)),
            Seen::OpenedBy(Some(COLLEAGUE)),
        ],
    )]);
    let incident = seen(&shift);
    assert_eq!((incident.opened_at, incident.changed_at, incident.state), (minute(10), minute(30), State::New));
    assert_eq!((incident.channel, incident.caller), (Channel::Phone, Some(CALLER)));
    assert_eq!(incident.opened_by, Some(COLLEAGUE));
    let weighed = Kind::Weighed { impact: Level(2), urgency: Level(1) };
    let milestones: Vec<_> = incident.milestones.iter().map(|milestone| (milestone.at, milestone.what)).collect();
    assert_eq!(milestones, [(minute(10), Kind::Opened), (minute(10), weighed)]);
    assert!(incident.foreign.is_some());
}

#[test]
fn without_a_told_opening_it_was_opened_when_first_seen() {
    assert_eq!(seen(&rows(vec![(30, vec![])])).opened_at, minute(30));
}

#[test]
fn an_incident_first_seen_in_another_state_than_new_counts_as_responded() {
    let shift = rows(vec![(30, vec![Seen::State(State::InProgress), Seen::OpenedAt(minute(10))])]);
    let last: Vec<_> = seen(&shift).milestones[2..].iter().map(|milestone| (milestone.at, milestone.what)).collect();
    assert_eq!(last, [(minute(30), Kind::Responded), (minute(30), Kind::Became(State::InProgress))]);
}

#[test]
fn a_later_correction_of_the_opening_moves_its_milestones() {
    for corrected in [5, 20, 60] {
        let mut shift = rows(vec![(30, vec![Seen::OpenedAt(minute(10))]), (40, vec![Seen::State(State::InProgress)])]);
        row(&mut shift, 50, vec![Seen::OpenedAt(minute(corrected))]);
        let incident = seen(&shift);
        assert_eq!((incident.opened_at, incident.milestones[0].at), (minute(corrected), minute(corrected)));
        assert!(incident.milestones.is_sorted_by_key(|milestone| milestone.at));
    }
}

#[test]
fn moves_that_our_life_cycle_forbids_are_recorded_as_they_were() {
    let shift = rows(vec![
        (10, vec![Seen::State(State::Closed)]),
        (20, vec![Seen::State(State::InProgress)]),
        (30, vec![Seen::State(State::New)]),
    ]);
    let incident = seen(&shift);
    assert_eq!((incident.state, incident.reopened, incident.closed_at), (State::New, 1, None));
    assert_eq!(incident.resolution, None);
}

#[test]
fn the_end_told_in_every_row_holds_only_while_resolved_or_closed() {
    let end = vec![
        Seen::State(State::New),
        Seen::ResolutionCode("code 6".into()),
        Seen::ResolvedBy(Some(COLLEAGUE)),
        Seen::ResolvedAt(Some(minute(90))),
        Seen::ClosedAt(Some(minute(200))),
    ];
    let mut shift = rows(vec![(10, end)]);
    assert_eq!((&seen(&shift).resolution, seen(&shift).closed_at), (&None, None));

    row(&mut shift, 91, vec![Seen::State(State::Resolved)]);
    let resolution = seen(&shift).resolution.clone().unwrap();
    assert_eq!(resolution.code, ResolutionCode::Foreign("code 6".into()));
    assert_eq!((&*resolution.solution, resolution.by, resolution.at), ("", COLLEAGUE, minute(90)));
    assert_eq!(seen(&shift).closed_at, None);

    row(&mut shift, 201, vec![Seen::State(State::Closed)]);
    assert_eq!(seen(&shift).closed_at, Some(minute(200)));

    row(&mut shift, 300, vec![Seen::State(State::InProgress)]);
    assert_eq!((&seen(&shift).resolution, seen(&shift).closed_at), (&None, None));
}

#[test]
fn an_end_without_particulars_takes_them_from_the_row() {
    let mut shift = rows(vec![(10, vec![Seen::State(State::Resolved)]), (20, vec![Seen::State(State::Closed)])]);
    row(&mut shift, 30, vec![Seen::Summary("late words".into())]);
    let resolution = seen(&shift).resolution.clone().unwrap();
    assert_eq!((resolution.by, resolution.at, seen(&shift).closed_at), (STRANGER, minute(10), Some(minute(20))));
    assert_eq!(resolution.code, ResolutionCode::Foreign("".into()));
}

#[test]
fn a_resolution_is_corrected_by_a_later_row() {
    let mut shift = rows(vec![(10, vec![Seen::State(State::Resolved), Seen::ResolutionCode("code 1".into())])]);
    row(&mut shift, 20, vec![Seen::ResolutionCode("code 7".into()), Seen::ResolvedAt(Some(minute(8)))]);
    let resolution = seen(&shift).resolution.clone().unwrap();
    assert_eq!((resolution.code, resolution.at), (ResolutionCode::Foreign("code 7".into()), minute(8)));
}

#[test]
fn the_other_tools_counts_are_kept_and_ours_are_never_below_them() {
    let mut shift = rows(vec![(10, vec![Seen::Reassigned(4), Seen::Reopened(2), Seen::Group(Some(NETWORK))])]);
    assert_eq!((seen(&shift).reassigned, seen(&shift).reopened), (4, 2));
    row(&mut shift, 20, vec![Seen::Group(Some(MAIL)), Seen::Reassigned(5)]);
    assert_eq!((seen(&shift).reassigned, foreign(&shift).reassigned), (5, Some(5)));
    row(&mut shift, 30, vec![Seen::Group(Some(NETWORK))]);
    assert_eq!((seen(&shift).reassigned, foreign(&shift).reassigned), (6, Some(5)));
    assert_eq!(foreign(&shift).reopened, Some(2));
}

#[test]
fn group_and_person_changed_in_one_row_are_one_reassignment() {
    let shift = rows(vec![
        (10, vec![Seen::Group(Some(NETWORK)), Seen::Assignee(Some(ANALYST))]),
        (20, vec![Seen::Group(Some(MAIL)), Seen::Assignee(Some(COLLEAGUE))]),
    ]);
    assert_eq!(seen(&shift).reassigned, 1);
}

#[test]
fn impact_and_urgency_changed_in_one_row_weigh_once() {
    let shift = rows(vec![
        (10, vec![Seen::Impact(Level(2)), Seen::Urgency(Level(2))]),
        (20, vec![Seen::Impact(Level(1)), Seen::Urgency(Level(1)), Seen::Priority(Priority(2))]),
    ]);
    let weighed = Kind::Weighed { impact: Level(1), urgency: Level(1) };
    assert_eq!(seen(&shift).milestones.len(), 3);
    assert_eq!(seen(&shift).milestones[2].what, weighed);
    assert_eq!(foreign(&shift).priority, Some(Priority(2)));
    assert_eq!(seen(&shift).priority(shift.desk.matrix()), Priority(1), "ours comes from the matrix");
}

#[test]
fn columns_without_a_field_of_ours_are_kept_updated_and_cleared() {
    let other = |column: &str, value: &str| Seen::Other { column: column.into(), value: value.into() };
    let mut shift = rows(vec![(10, vec![other("location", "Rome"), other("cmdb", "x"), other("vendor", "")])]);
    row(&mut shift, 20, vec![other("location", "Oslo"), other("cmdb", "")]);
    assert_eq!(foreign(&shift).fields, [("location".into(), "Oslo".into())]);
}

#[test]
fn the_sources_verdict_is_kept_until_a_row_says_otherwise() {
    let mut shift = Shift::begin();
    for (at, source_verdict, kept) in [(1, Some(true), true), (2, None, true), (3, Some(false), false)] {
        let what = What::Observed(Box::new(Observed { fields: vec![], source_verdict }));
        shift.take(Event { at: minute(at), by: STRANGER, what: Happening::Incident(FOREIGN, what) });
        assert_eq!(foreign(&shift).verdict, Some(kept));
    }
}

#[test]
fn an_observed_incident_can_be_worked_on_here() {
    let mut shift = rows(vec![(0, vec![Seen::State(State::InProgress), Seen::Assignee(Some(PersonId::imported(77)))])]);
    shift.does(resolve(FOREIGN));
    shift.does(Ask::Close(FOREIGN));
    let resolution = seen(&shift).resolution.clone().unwrap();
    assert_eq!((resolution.code, &*resolution.solution), (ResolutionCode::SolutionProvided, "Router restarted"));
    assert_eq!(seen(&shift).closed_at, Some(shift.now));
}

#[test]
fn what_an_import_saw_come_back_under_a_closed_parent_is_recorded_as_it_was() {
    let mut shift = rows(vec![(0, vec![Seen::State(State::Resolved)])]);
    let parent = shift.resolved();
    shift.does(Ask::LinkParent { incident: FOREIGN, parent: Some(parent) });
    shift.does(Ask::Close(parent));
    row(&mut shift, 60, vec![Seen::State(State::InProgress)]);
    assert_eq!((seen(&shift).state, seen(&shift).parent), (State::InProgress, Some(parent)));
}
