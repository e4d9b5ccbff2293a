//! What people do with alerts.

use itsm::monitoring::{Command as Ask, Severity, State};

use crate::bench::{Bench, alert, down, incident, raise, signal, up};

#[test]
fn who_acknowledges_is_named_until_it_gets_worse() {
    let mut bench = Bench::begin();
    bench.hears(signal(Severity::Warning, "Disk 91 % full"));
    bench.does(Ask::Acknowledge(alert(1)));
    bench.refuses(Ask::Acknowledge(alert(1)));
    bench.hears(signal(Severity::Warning, "Disk 92 % full"));
    assert_eq!(bench.see(1).state, State::Acknowledged);
    bench.hears(signal(Severity::Exception, "Disk 100 % full"));
    assert_eq!((bench.see(1).state, bench.see(1).acknowledged_by), (State::Open, None));
}

#[test]
fn closing_needs_a_reason_and_more_of_it_opens_it_again() {
    let mut bench = Bench::begin();
    bench.hears(signal(Severity::Warning, "Disk 91 % full"));
    bench.refuses(Ask::Close { alert: alert(1), because: " ".into() });
    bench.does(Ask::Close { alert: alert(1), because: "Cleaned up".into() });
    bench.refuses(Ask::Close { alert: alert(1), because: "Again".into() });
    bench.hears(up_of_disk());
    assert_eq!(bench.see(1).state, State::Closed, "a recovery is no reason to look again");
    bench.hears(signal(Severity::Warning, "Disk 95 % full"));
    assert_eq!(bench.see(1).state, State::Open);
}

fn up_of_disk() -> itsm::monitoring::Signal {
    itsm::monitoring::Signal { recovers: true, ..signal(Severity::Informational, "Disk 40 % full") }
}

#[test]
fn what_is_noted_needs_nobody() {
    let mut bench = Bench::begin();
    bench.hears(signal(Severity::Informational, "Backup finished"));
    bench.refuses(Ask::Acknowledge(alert(1)));
    bench.refuses(Ask::Close { alert: alert(1), because: "Fine".into() });
}

#[test]
fn an_incident_is_raised_by_hand_once_while_it_is_not_closed() {
    let mut bench = Bench::begin();
    bench.hears(signal(Severity::Warning, "Disk 91 % full"));
    bench.does(Ask::Raise { alert: alert(1), like: raise() });
    assert_eq!(bench.desk.incidents_of_alert(alert(1)).collect::<Vec<_>>(), [incident(1)]);
    let refusal = bench.refuses(Ask::Raise { alert: alert(1), like: raise() });
    assert!(refusal.contains("still open"), "{refusal}");
    bench.resolve(incident(1));
    let refusal = bench.refuses(Ask::Raise { alert: alert(1), like: raise() });
    assert!(refusal.contains("reopening"), "{refusal}");
}

#[test]
fn what_was_raised_by_hand_holds_back_the_rules_too() {
    let mut bench = Bench::begin();
    bench.hears(up());
    bench.does(Ask::Raise { alert: alert(1), like: raise() });
    bench.hears(down());
    assert_eq!(bench.desk.incidents().len(), 1);
}

#[test]
fn a_note_is_not_empty() {
    let mut bench = Bench::begin();
    bench.hears(down());
    bench.refuses(Ask::Note { alert: alert(1), text: "".into() });
    bench.does(Ask::Note { alert: alert(1), text: "Called the site".into() });
}
