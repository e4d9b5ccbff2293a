//! The budget for opening a desk of the size of a real log.

use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta};
use itsm::incident::{Event as What, HoldReason, Observed, Seen, State};
use itsm::{Desk, Event, GroupId, Happening, IncidentId, Level, PersonId, apply};

const INCIDENTS: u32 = 24_918;
const EVENTS: u32 = 141_712;
const BUDGET: Duration = Duration::from_millis(300);

/// A first row with everything a real one has, then rows with a few changes each.
fn row(count: u32) -> Vec<Seen> {
    let turn = count / INCIDENTS;
    let states = [State::New, State::InProgress, State::OnHold(HoldReason::Caller), State::InProgress, State::Resolved];
    let state = states.get(turn as usize).copied().unwrap_or(State::Closed);
    let mut fields = vec![Seen::State(state), Seen::Group(Some(GroupId::imported(count % 70)))];
    if turn == 0 {
        fields.extend([
            Seen::OpenedAt(DateTime::UNIX_EPOCH),
            Seen::Impact(Level(2)),
            Seen::Urgency(Level(2)),
            Seen::Caller(Some(PersonId::imported(count % 5_000))),
            Seen::ResolutionCode("code 6".into()),
        ]);
        let columns = ["location", "subcategory", "symptom", "cmdb_ci", "knowledge", "notify"];
        fields.extend(columns.map(|column| Seen::Other { column: column.into(), value: "value 7".into() }));
    } else {
        fields.push(Seen::Other { column: "sys_mod_count".into(), value: "12".into() });
    }
    fields
}

#[test]
#[cfg_attr(debug_assertions, ignore = "a budget for release builds")]
fn a_desk_of_25_000_incidents_opens_within_its_budget() {
    let event = |count| Event {
        at: DateTime::UNIX_EPOCH + TimeDelta::seconds(i64::from(count)),
        by: PersonId::imported(1),
        what: Happening::Incident(
            IncidentId::imported(count % INCIDENTS),
            What::Observed(Box::new(Observed { fields: row(count), source_verdict: Some(true) })),
        ),
    };
    let events: Vec<Event> = (0..EVENTS).map(event).collect();
    let begin = Instant::now();
    let mut desk = Desk::default();
    for event in &events {
        apply(&mut desk, event);
    }
    let took = begin.elapsed();
    assert_eq!(desk.incidents().len(), INCIDENTS as usize);
    println!("{EVENTS} events over {INCIDENTS} incidents in {took:?}");
    assert!(took < BUDGET, "took {took:?}");
}
