//! What is made of events.

use chrono::TimeDelta;
use itsm::incident::{Channel, Event as IncidentEvent};
use itsm::monitoring::{Command as Ask, Held, Outcome, Repeats, Rules, Severity, Signal, State, rehearse};
use itsm::{Command, Happening, link};

use crate::bench::{Bench, NETWORK, SWITCH, down, incident, rules, signal, up};

fn with_rules() -> Bench {
    let mut bench = Bench::begin();
    bench.does(Ask::SetRules(Box::new(rules())));
    bench
}

#[test]
fn an_exception_raises_one_incident_and_its_repeats_none() {
    let mut bench = with_rules();
    assert_eq!(bench.hears(down()), Outcome::Raised);
    for _ in 0..99 {
        assert_eq!(bench.hears(down()), Outcome::Held(Held::OpenIncident));
    }
    assert_eq!(bench.desk.incidents().len(), 1);
    assert_eq!(bench.see(1).count, 100);
    let raised = bench.desk.incident(incident(1)).unwrap();
    assert_eq!((raised.channel, raised.group, raised.item), (Channel::Monitoring, Some(NETWORK), Some(SWITCH)));
}

#[test]
fn a_hundred_at_once_raise_one_incident_too() {
    let mut bench = with_rules();
    bench.does(Ask::TakeIn(vec![down(); 100]));
    assert_eq!(bench.desk.incidents().len(), 1);
    assert_eq!(bench.desk.incidents_of_alert(bench.see(1).id).count(), 1);
}

#[test]
fn without_a_rule_that_fits_an_event_is_noted() {
    let mut bench = with_rules();
    let other = Signal { item: None, ..signal(Severity::Exception, "Paper is low") };
    assert_eq!(bench.hears(other), Outcome::Noted);
    assert_eq!(bench.see(1).state, State::Open, "an exception is looked at all the same");
}

#[test]
fn the_first_rule_that_fits_counts_and_says_so() {
    let mut bench = with_rules();
    assert_eq!(bench.hears(signal(Severity::Exception, "SW-1 on the TEST bench is down")), Outcome::Noted);
    assert_eq!(&*bench.see(1).verdict.rule, "Test bench");
    let backup = Signal { source: "Backup".into(), item: None, ..signal(Severity::Exception, "finished") };
    assert_eq!(bench.hears(backup), Outcome::Ignored);
    assert_eq!(bench.see(2).state, State::Noted);
}

#[test]
fn information_is_kept_and_opens_nothing() {
    let mut bench = with_rules();
    assert_eq!(bench.hears(signal(Severity::Informational, "Backup finished")), Outcome::Noted);
    assert_eq!(bench.see(1).state, State::Noted);
}

#[test]
fn figures_in_a_message_do_not_make_another_cause() {
    let mut bench = with_rules();
    bench.hears(signal(Severity::Warning, "Disk 91 % full"));
    bench.hears(signal(Severity::Warning, "Disk 93 % full"));
    assert_eq!((bench.desk.alerts().all().len(), bench.see(1).count), (1, 2));
    assert_eq!(&*bench.see(1).message, "Disk 93 % full");
}

#[test]
fn warnings_repeated_often_enough_count_as_an_exception() {
    let mut bench = with_rules();
    assert_eq!(bench.hears(signal(Severity::Warning, "Disk 91 % full")), Outcome::Noted);
    assert_eq!(bench.hears(signal(Severity::Warning, "Disk 92 % full")), Outcome::Noted);
    assert_eq!(bench.hears(signal(Severity::Warning, "Disk 93 % full")), Outcome::Raised);
    assert_eq!(bench.see(1).severity, Severity::Exception);
}

#[test]
fn warnings_far_apart_stay_warnings() {
    let mut bench = with_rules();
    for _ in 0..6 {
        bench.wait(6);
        assert_eq!(bench.hears(signal(Severity::Warning, "Disk 91 % full")), Outcome::Noted);
    }
}

#[test]
fn a_recovery_clears_the_alert_and_is_noted_on_its_incident() {
    let mut bench = with_rules();
    bench.hears(down());
    assert_eq!(bench.hears(up()), Outcome::Cleared);
    assert_eq!(bench.see(1).state, State::Cleared);
    let last = bench.journal.last().unwrap();
    assert!(
        matches!(&last.what, Happening::Incident(id, IncidentEvent::Noted { text }) if *id == incident(1) && text.contains("answers again")),
        "{last:?}"
    );
    assert!(bench.desk.incident(incident(1)).unwrap().state.is_open(), "a person says that it is over");
}

#[test]
fn a_recovery_from_before_the_latest_fault_clears_nothing() {
    let mut bench = with_rules();
    bench.hears(down());
    let late = Signal { at: Some(bench.now - TimeDelta::hours(1)), ..up() };
    assert_eq!(bench.hears(late), Outcome::LateRecovery);
    assert_eq!(bench.see(1).state, State::Open);
}

#[test]
fn a_recovery_of_what_nobody_heard_of_is_kept_as_cleared() {
    let mut bench = with_rules();
    assert_eq!(bench.hears(up()), Outcome::Cleared);
    assert_eq!(bench.see(1).state, State::Cleared);
}

#[test]
fn within_the_quiet_time_after_an_incident_no_new_one_is_raised_and_after_it_one_is() {
    let mut bench = with_rules();
    bench.hears(down());
    bench.resolve(incident(1));
    assert_eq!(bench.hears(down()), Outcome::Held(Held::Quiet));
    bench.wait(30);
    assert_eq!(bench.hears(down()), Outcome::Raised);
    assert_eq!(bench.desk.incidents().len(), 2);
}

#[test]
fn what_comes_and_goes_raises_no_new_incident() {
    let mut bench = Bench::begin();
    bench.does(Ask::SetRules(Box::new(Rules { quiet_minutes: 0, ..rules() })));
    let mut outcomes = vec![];
    for number in 1..4 {
        outcomes.push(bench.hears(down()));
        if bench.desk.incident(incident(number)).is_ok() {
            bench.resolve(incident(number));
        }
        bench.hears(up());
    }
    assert_eq!(outcomes, [Outcome::Raised, Outcome::Raised, Outcome::Held(Held::Flapping)]);
}

#[test]
fn events_of_the_future_are_refused_and_change_nothing() {
    let mut bench = with_rules();
    let ahead = Signal { at: Some(bench.now + TimeDelta::minutes(10)), ..down() };
    let refusal = bench.refuses(Ask::TakeIn(vec![down(), ahead]));
    assert!(refusal.contains("time"), "{refusal}");
    assert!(bench.desk.alerts().is_empty());
}

#[test]
fn many_at_once_are_looked_at_in_the_order_in_which_they_happened() {
    let mut bench = with_rules();
    let now = bench.now;
    let later = Signal { at: Some(now), ..up() };
    let earlier = Signal { at: Some(now - TimeDelta::minutes(9)), ..down() };
    bench.does(Ask::TakeIn(vec![later, earlier]));
    assert_eq!(bench.see(1).state, State::Cleared);
    assert_eq!((bench.see(1).first_at, bench.see(1).last_at), (now - TimeDelta::minutes(9), now));
}

#[test]
fn none_and_too_many_are_refused_and_so_is_one_without_words() {
    let mut bench = with_rules();
    bench.refuses(Ask::TakeIn(vec![]));
    bench.refuses(Ask::TakeIn(vec![down(); 201]));
    let refusal = bench.refuses(Ask::TakeIn(vec![signal(Severity::Warning, " ")]));
    assert!(refusal.contains("message"), "{refusal}");
}

#[test]
fn an_event_is_linked_to_the_incident_that_it_led_to() {
    let mut bench = with_rules();
    let events = bench.ask(Command::Alert(Ask::TakeIn(vec![down()]))).unwrap();
    let whats: Vec<_> = events.iter().map(|event| &event.what).collect();
    assert!(matches!(
        whats.as_slice(),
        [
            Happening::Alert(..),
            Happening::Incident(_, IncidentEvent::Logged(_)),
            Happening::Link(_, link::Event::Linked(_)),
        ]
    ));
}

#[test]
fn a_rehearsal_says_what_rules_would_have_done() {
    let quick = Rules { escalate: Some(Repeats { times: 2, minutes: 5 }), ..rules() };
    let warn = signal(Severity::Warning, "Disk 91 % full");
    let now = Bench::begin().now;
    let outcomes: Vec<_> = rehearse(&quick, &[warn.clone(), warn.clone(), warn], now)
        .into_iter()
        .map(|rehearsed| rehearsed.verdict.outcome)
        .collect();
    assert_eq!(outcomes, [Outcome::Noted, Outcome::Raised, Outcome::Held(Held::OpenIncident)]);
}
