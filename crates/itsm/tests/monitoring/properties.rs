//! Random streams of events: incidents once and not a hundred times, and nothing that goes unseen.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::TimeDelta;
use itsm::incident::{Command as AskIncident, ResolutionCode};
use itsm::monitoring::{Action, Command as Ask, Event as AlertEvent, Outcome, Severity, Signal, State, why_not};
use itsm::{Command, Desk, Event, Happening, RecordId, apply};
use proptest::prelude::*;
use proptest::sample::select;

use crate::bench::{Bench, NETWORK, SWITCH, alert, incident, raise, rules};

fn signal() -> impl Strategy<Value = (Signal, i64)> {
    let words = select(vec!["SW-1 down", "disk 9 full", "test bench down", "finished", " "]);
    let source = select(vec!["Prometheus", "Backup"]);
    let severity = select(Severity::ALL.to_vec());
    (words, source, severity, any::<bool>(), select(vec!["", "a", "b", "c"]), proptest::bool::weighted(0.2), -90..4i64)
        .prop_map(|(words, source, severity, item, key, recovers, minutes)| {
            let signal = Signal {
                source: source.into(),
                item: item.then_some(SWITCH),
                key: key.into(),
                severity,
                message: words.into(),
                at: None,
                recovers,
            };
            (signal, minutes)
        })
}

#[derive(Clone, Debug)]
enum Step {
    Take(Vec<(Signal, i64)>),
    Ask(Ask),
    Incident(AskIncident),
    Wait(i64),
}

fn step() -> impl Strategy<Value = Step> {
    let number = 1..6u32;
    let text = select(vec!["Done", ""]).prop_map(Arc::<str>::from);
    let ask = prop_oneof![
        2 => number.clone().prop_map(|number| Ask::Acknowledge(alert(number))),
        2 => (number.clone(), text).prop_map(|(number, because)| Ask::Close { alert: alert(number), because }),
        1 => number.clone().prop_map(|number| Ask::Raise { alert: alert(number), like: raise() }),
    ];
    let of_incident = prop_oneof![
        number.clone().prop_map(|number| AskIncident::Assign {
            incident: incident(number),
            group: Some(NETWORK),
            assignee: None
        }),
        number.clone().prop_map(|number| AskIncident::Resolve {
            incident: incident(number),
            code: ResolutionCode::SolutionProvided,
            solution: "Replaced".into(),
            cascade: false,
        }),
        number.clone().prop_map(|number| AskIncident::Close(incident(number))),
        number.prop_map(|number| AskIncident::Cancel { incident: incident(number), because: "Noise".into() }),
    ];
    prop_oneof![
        6 => prop::collection::vec(signal(), 1..12).prop_map(Step::Take),
        2 => ask.prop_map(Step::Ask),
        3 => of_incident.prop_map(Step::Incident),
        1 => (0..60i64).prop_map(Step::Wait),
    ]
}

fn play(steps: Vec<Step>) -> Bench {
    let mut bench = Bench::begin();
    bench.does(Ask::SetRules(Box::new(rules())));
    for step in steps {
        let now = bench.now;
        let command = match step {
            Step::Take(signals) => {
                let told = |(signal, minutes)| Signal { at: Some(now + TimeDelta::minutes(minutes)), ..signal };
                Command::Alert(Ask::TakeIn(signals.into_iter().map(told).collect()))
            }
            Step::Ask(ask) => Command::Alert(ask),
            Step::Incident(ask) => Command::Incident(ask),
            Step::Wait(minutes) => {
                bench.wait(minutes);
                continue;
            }
        };
        let before = bench.desk.clone();
        let acknowledged = match &command {
            Command::Alert(Ask::Acknowledge(id)) => Some(*id),
            _ => None,
        };
        let asked = bench.ask(command);
        if let Some(id) = acknowledged {
            assert_eq!(why_not(&before, id, Action::Acknowledge), asked.clone().err());
        }
        only_allowed_moves(&before, &bench.desk, asked.is_ok_and(|events| events.len() == 1));
        never_two_open_incidents_for_one_key(&bench.desk);
    }
    bench
}

/// The life of an alert as a table, written apart from the rules in the source. Many events at once may take it
/// further than one step.
fn only_allowed_moves(before: &Desk, after: &Desk, one_event: bool) {
    use State::*;
    for alert in after.alerts().all() {
        let Ok(earlier) = before.alerts().get(alert.id) else { continue };
        assert!(alert.count >= earlier.count && alert.first_at <= earlier.first_at && alert.last_at >= earlier.last_at);
        assert_ne!((earlier.state != Noted, alert.state), (true, Noted), "it never becomes a mere note");
        let allowed = match (earlier.state, alert.state) {
            (one, other) if one == other => true,
            (Noted | Cleared | Closed, Open) | (Open, Acknowledged | Cleared | Closed) => true,
            (Acknowledged, Open | Cleared | Closed) | (Noted, Cleared) | (Cleared, Closed) => true,
            _ => false,
        };
        assert!(allowed || !one_event, "{:?} became {:?}", earlier.state, alert.state);
    }
}

fn never_two_open_incidents_for_one_key(desk: &Desk) {
    let mut open: BTreeMap<&str, usize> = BTreeMap::new();
    for alert in desk.alerts().all() {
        let is_open = |id: &itsm::IncidentId| desk.incident(*id).unwrap().state.is_open();
        *open.entry(&*alert.key).or_default() += desk.incidents_of_alert(alert.id).filter(is_open).count();
    }
    assert!(open.values().all(|open| *open <= 1), "{open:?}");
}

/// Fewer cases than usual, for the inner loop; `PROPTEST_CASES` asks for more.
fn config() -> ProptestConfig {
    let usual = ProptestConfig::default();
    if std::env::var_os("PROPTEST_CASES").is_some() { usual } else { ProptestConfig { cases: 96, ..usual } }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn counts_add_up_and_every_exception_is_an_incident_or_names_what_held_it_back(
        steps in prop::collection::vec(step(), 1..40),
    ) {
        let bench = play(steps);
        let mut seen: BTreeMap<_, u32> = BTreeMap::new();
        let mut raised = 0;
        for event in &bench.journal {
            let Happening::Alert(id, AlertEvent::Begun(sighting) | AlertEvent::Repeated(sighting)) = &event.what else {
                if let Happening::Alert(_, AlertEvent::RaisedByHand) = &event.what {
                    raised += 1;
                }
                continue;
            };
            *seen.entry(*id).or_default() += 1;
            raised += usize::from(sighting.verdict.outcome == Outcome::Raised);
            let is_exception = sighting.counts_as == Severity::Exception && !sighting.recovers;
            let explained = match sighting.verdict.outcome {
                Outcome::Raised | Outcome::Held(_) | Outcome::Ignored => !sighting.verdict.rule.is_empty(),
                // No rule fits, or one says to note it: then it stands open in the feed.
                Outcome::Noted => true,
                Outcome::Cleared | Outcome::LateRecovery => !is_exception,
            };
            prop_assert!(explained, "{:?}", sighting);
        }
        for alert in bench.desk.alerts().all() {
            prop_assert_eq!(seen.get(&alert.id), Some(&alert.count));
        }
        prop_assert_eq!(bench.desk.incidents().len(), raised);
        let keys: BTreeSet<_> = bench.desk.alerts().all().map(|alert| &alert.key).collect();
        prop_assert_eq!(keys.len(), bench.desk.alerts().all().len(), "one alert for each cause");
    }

    #[test]
    fn the_events_applied_equal_the_decided_state_also_record_by_record(
        steps in prop::collection::vec(step(), 1..30),
    ) {
        let bench = play(steps);
        let fold = |events: &[Event]| {
            let mut desk = Desk::default();
            events.iter().for_each(|event| apply(&mut desk, event));
            desk
        };
        prop_assert_eq!(&fold(&bench.journal), &bench.desk);
        let mut again = bench.desk.clone();
        let records: BTreeSet<RecordId> = bench.journal.iter().filter_map(|event| event.what.record()).collect();
        for record in records {
            again.forget(record);
            let own = bench.journal.iter().filter(|event| event.what.record() == Some(record));
            own.for_each(|event| apply(&mut again, event));
        }
        prop_assert_eq!(&again, &bench.desk);
    }

    #[test]
    fn what_was_raised_once_is_not_raised_again_while_it_is_open(
        signals in prop::collection::vec(signal(), 1..60),
    ) {
        let mut bench = Bench::begin();
        bench.does(Ask::SetRules(Box::new(rules())));
        for (signal, _) in signals {
            let _ = bench.ask(Command::Alert(Ask::TakeIn(vec![signal])));
        }
        let incidents = bench.desk.incidents().len();
        prop_assert!(incidents <= bench.desk.alerts().all().len());
    }

    #[test]
    fn what_comes_from_another_tab_is_applied_only_where_it_is_legal(
        one in prop::collection::vec(step(), 1..20),
        other in prop::collection::vec(step(), 1..20),
    ) {
        let mut both: Vec<Event> = play(one).journal.into_iter().chain(play(other).journal).collect();
        both.sort_by_key(|event| event.at);
        let mut desk = Desk::default();
        for event in both {
            if desk.legal(&event).is_ok() {
                apply(&mut desk, &event);
            }
        }
        for alert in desk.alerts().all() {
            let reasons = Action::ALL.into_iter().filter_map(|action| why_not(&desk, alert.id, action));
            reasons.for_each(|refusal| crate::bench::teaches_briefly(&refusal));
            prop_assert!(alert.count > 0 && alert.first_at <= alert.last_at);
        }
    }
}
