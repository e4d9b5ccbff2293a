//! Rules that can be gone by.

use itsm::monitoring::{Command as Ask, Repeats, Rule, Rules};
use itsm::{Command, EntryId, GroupId, Level};

use crate::bench::{Bench, NETWORK, down, incident, raise, rules};

fn set(rules: Rules) -> Ask {
    Ask::SetRules(Box::new(rules))
}

#[test]
fn rules_have_names_that_tell_them_apart() {
    let mut bench = Bench::begin();
    let nameless = Rule { name: " ".into(), ..rules().rules[0].clone() };
    bench.refuses(set(Rules { rules: vec![nameless], ..rules() }));
    let twice = Rule { name: "CORE network".into(), ..rules().rules[2].clone() };
    let refusal = bench.refuses(set(Rules { rules: vec![rules().rules[2].clone(), twice], ..rules() }));
    assert!(refusal.contains("name"), "{refusal}");
}

#[test]
fn repeats_and_minutes_are_of_a_size_that_can_be_counted() {
    let mut bench = Bench::begin();
    for (times, minutes) in [(1, 10), (51, 10), (5, 0), (5, 20_000)] {
        bench.refuses(set(Rules { escalate: Some(Repeats { times, minutes }), ..rules() }));
        bench.refuses(set(Rules { flapping: Some(Repeats { times, minutes }), ..rules() }));
    }
    bench.refuses(set(Rules { quiet_minutes: 20_000, ..rules() }));
}

#[test]
fn the_same_rules_again_are_refused() {
    let mut bench = Bench::begin();
    bench.refuses(set(Rules::standard().clone()));
    bench.does(set(rules()));
    bench.refuses(set(rules()));
}

#[test]
fn what_a_rule_names_is_known_and_keeps_its_name() {
    let mut bench = Bench::begin();
    let mut unknown = rules();
    unknown.rules[2].then =
        itsm::monitoring::Then::Incident(itsm::monitoring::Raise { group: Some(GroupId::imported(99)), ..raise() });
    bench.refuses(set(unknown));
    bench.does(set(rules()));
    assert!(bench.desk.practices_mention(EntryId::Group(NETWORK)));
}

#[test]
fn a_rule_whose_team_was_retired_still_raises_its_incident_and_may_be_saved() {
    let mut bench = Bench::begin();
    bench.does(set(rules()));
    bench.ask(Command::Retire(EntryId::Group(NETWORK))).unwrap();
    bench.hears(down());
    assert_eq!(bench.desk.incident(incident(1)).unwrap().group, None);
    bench.does(set(Rules { quiet_minutes: 3, ..rules() }));
}

#[test]
fn an_incident_is_raised_on_the_scale_that_there_is() {
    let mut bench = Bench::begin();
    let mut high = rules();
    high.rules[2].then = itsm::monitoring::Then::Incident(itsm::monitoring::Raise { impact: Level(3), ..raise() });
    bench.does(set(high));
    bench.ask(Command::SetMatrix(vec![vec![1, 2], vec![2, 3]])).unwrap();
    bench.hears(down());
    assert_eq!(bench.desk.incident(incident(1)).unwrap().impact, Level(2));
}
