//! Looking back at shifts: whole and true for every scenario and every way to play, and the same when it is played again.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

#[path = "../examples/common/app.rs"]
mod app;

use std::sync::Arc;

use app::{PLAYABLE, content, files};
use simulation::debrief::{Debrief, NextStep, Ranges, Ranging};
use simulation::grading::Rules;
use simulation::scenario::{Files, Key, LocalTime};
use simulation::shift::{Act, Beginning, Policy, Records, Shift};

fn rules() -> Rules {
    Rules::read(&content("grading/rules.json")).unwrap()
}

/// A shift that is over, with what was done in it as a page stores it, and when each act was begun.
struct Over {
    shift: Shift,
    acts: Vec<Act>,
    begun: Vec<LocalTime>,
}

fn over(files: &Arc<Files>, records: &Records, policy: Policy) -> Over {
    let mut shift = Shift::begin_with(files.clone(), records, &Beginning { seed: 7, help: None }).unwrap().quietly();
    let (mut acts, mut begun) = (vec![], vec![]);
    while !shift.is_over() {
        let wanted = [policy.next(&shift), Act::Wait { until: None }, Act::Finish];
        let now = shift.now();
        let from = if acts.len() > 600 { 2 } else { 0 };
        let done = wanted.into_iter().skip(from).find(|act| shift.act(act.clone()).is_ok());
        acts.push(done.expect("one may always end a shift"));
        begun.push(now);
    }
    begun.push(shift.now());
    Over { shift, acts, begun }
}

fn each(mut look: impl FnMut(&str, &Over, &Debrief)) {
    let rules = rules();
    for scenario in PLAYABLE {
        let files = files(scenario);
        let records = Shift::records_of(&files).unwrap();
        for policy in Policy::LADDER.into_iter().chain(Policy::GAMES) {
            let played = over(&files, &records, policy);
            let debrief = Debrief::of(&played.shift, &rules);
            look(&format!("{scenario}, {policy:?}"), &played, &debrief);
        }
    }
}

#[test]
fn a_debrief_is_whole_whatever_was_played_and_however() {
    each(|name, played, debrief| {
        assert_eq!(played.shift.acts_taken(), played.acts.len(), "{name}: acts are counted as they are stored");
        assert!(debrief.three.len() <= 3, "{name}");
        let strengths = debrief.all.iter().any(|told| told.strength);
        assert_eq!(
            debrief.three.first().is_some_and(|told| told.strength),
            strengths,
            "{name}: a strength comes first"
        );
        assert!(debrief.three.iter().all(|told| debrief.all.contains(told)), "{name}");
        let explained: f64 = debrief.all.iter().filter(|told| !told.strength).filter_map(|told| told.minutes).sum();
        assert!(explained <= debrief.lost_minutes + 0.01, "{name}: {explained} of {}", debrief.lost_minutes);
        assert_eq!(debrief.measures.len(), 6, "{name}");
        assert!(!debrief.contacts.is_empty() && debrief.contacts.iter().all(|(_, words)| !words.is_empty()), "{name}");
        assert_eq!(debrief.words.len(), 3, "{name}");
        for matrix in [&debrief.kinds, &debrief.priorities] {
            assert_eq!(matrix.counts.len(), matrix.rows.len(), "{name}");
            assert!(matrix.counts.iter().all(|row| row.len() == matrix.columns.len()), "{name}");
        }
        let text = serde_json::to_string(debrief).unwrap();
        assert_eq!(&serde_json::from_str::<Debrief>(&text).unwrap().three, &debrief.three, "{name}");
    });
}

#[test]
fn every_finding_is_told_in_full_and_leads_to_the_instant_before_it() {
    each(|name, played, debrief| {
        for told in &debrief.all {
            let name = format!("{name}, {} at {}", told.rule, String::from(told.at));
            assert!(told.act <= played.acts.len() && played.begun[told.act] <= told.at, "{name}: act {}", told.act);
            assert!(told.followed.ends_with('.') && !told.title.is_empty() && !told.good.is_empty(), "{name}");
            assert!(!told.case_title.is_empty() && told.concept.is_some(), "{name}");
            let editions: Vec<&str> = told.explains.iter().map(|(edition, ..)| edition.as_str()).collect();
            assert_eq!(editions, ["v3", "4", "5"], "{name}");
            assert!(told.explains.iter().all(|(_, text, sure)| !text.is_empty() && !sure.is_empty()), "{name}");
            assert!(!told.evidence.is_empty(), "{name}");
        }
        if let NextStep::Replay { act, at, .. } = debrief.next {
            assert!(debrief.all.iter().any(|told| (told.act, told.at) == (act, at) && !told.strength), "{name}");
        }
    });
}

#[test]
fn the_lanes_lie_inside_the_shift() {
    each(|name, played, debrief| {
        let (from, to) = debrief.hours;
        let length = f64::from(to.0 - from.0);
        let keys: Vec<&str> = debrief.lanes.iter().map(|lane| lane.key.as_str()).collect();
        assert_eq!(keys, ["contacts", "you", "teams", "waiting"], "{name}");
        for lane in &debrief.lanes {
            assert!(lane.bars.is_sorted_by(|one, other| one.from <= other.from), "{name}: {}", lane.key);
            for bar in &lane.bars {
                assert!(0.0 <= bar.from && bar.from <= bar.to && bar.to <= length, "{name}: {bar:?}");
                assert!(!bar.label.is_empty() && bar.act < played.acts.len(), "{name}: {bar:?}");
            }
        }
        // One does one thing at a time.
        let you = &debrief.lanes[1].bars;
        assert!(you.is_sorted_by(|one, other| one.to <= other.from + 0.02), "{name}: {you:#?}");
    });
}

#[test]
fn what_was_done_before_a_finding_leads_there_again() {
    let rules = rules();
    let files = files("first-morning");
    let records = Shift::records_of(&files).unwrap();
    let played = over(&files, &records, Policy::FirstCome);
    let debrief = Debrief::of(&played.shift, &rules);
    assert!(!debrief.all.is_empty());
    for told in &debrief.all {
        let mut again = Shift::begin_with(files.clone(), &records, &Beginning { seed: 7, help: None }).unwrap();
        for act in &played.acts[..told.act] {
            again.act(act.clone()).unwrap();
        }
        let decisive = *told.evidence.last().unwrap();
        assert!(again.now() <= told.at && again.entries().len() <= decisive.0 as usize, "{}", told.rule);
    }
}

#[test]
fn a_shift_that_is_played_again_is_looked_back_at_alike() {
    let rules = rules();
    for (scenario, policy) in PLAYABLE.into_iter().zip(Policy::LADDER.into_iter().cycle().skip(1)) {
        let files = files(scenario);
        let records = Shift::records_of(&files).unwrap();
        let played = over(&files, &records, policy);
        // Not quietly, and by way of what is stored.
        let stored = serde_json::to_string(&played.acts).unwrap();
        let mut again = Shift::begin(files, &Beginning { seed: 7, help: None }).unwrap();
        for act in serde_json::from_str::<Vec<Act>>(&stored).unwrap() {
            again.act(act).unwrap();
        }
        assert_eq!(Debrief::of(&again, &rules), Debrief::of(&played.shift, &rules), "{scenario}");
    }
}

#[test]
fn ranges_are_the_same_each_time_and_in_order() {
    for scenario in PLAYABLE {
        let files = files(scenario);
        let beginning = Beginning { seed: 11, help: None };
        let mut heard = vec![];
        let ranges = Ranges::of(files.clone(), &beginning, 3, |done, of| heard.push((done, of))).unwrap();
        assert_eq!(heard, (1..=15).map(|done| (done, 15)).collect::<Vec<_>>(), "{scenario}");
        assert_eq!(ranges.policies.iter().map(|range| range.policy).collect::<Vec<_>>(), Policy::LADDER, "{scenario}");
        assert!(ranges.policies.iter().all(|range| range.low <= range.middle && range.middle <= range.high));
        assert!(ranges.expert.iter().all(|(_, low, high)| low <= high), "{scenario}");
        assert!(ranges.expert.iter().any(|(key, ..)| *key == Key::new("lost-minutes")), "{scenario}");
        if scenario == "first-morning" {
            assert_eq!(Ranges::of(files.clone(), &beginning, 3, |_, _| ()).unwrap(), ranges);
        }
        let mut alone = Ranging::new(files.clone(), &beginning, 1).unwrap();
        assert_eq!(alone.ranges(), None, "nothing is told before all is played");
        while alone.ranges().is_none() {
            alone.step().unwrap();
        }
        let same = |ranges: &Ranges| ranges.policies.iter().map(|range| range.same_seed).collect::<Vec<_>>();
        assert_eq!(same(&alone.ranges().unwrap()), same(&ranges), "{scenario}: the seed that was played comes first");
        let mut shift = Shift::begin(files, &beginning).unwrap().quietly();
        Policy::Expert.play(&mut shift);
        let debrief = Debrief::of(&shift, &rules());
        assert!((debrief.lost_minutes - ranges.policies[4].same_seed).abs() < 1e-9, "{scenario}");
    }
}
