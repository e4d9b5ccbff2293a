//! The six measures of a debrief. None of them asks a rule.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::reading::Reading;
use crate::scenario::{Channel, ContactKind, Key};
use crate::shift::{Act, Entry, Loss, Truth, WorldEvent};

/// From which mood at the end on a survey says 5, 4, 3, 2; below all of them it says 1. As `pool.rules.survey` tells.
const SCORES: [(i32, u8); 4] = [(80, 5), (60, 4), (40, 3), (20, 2)];

/// What a shift measures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Measures {
    /// Users' working minutes that were lost: by all needs from the contact (or the onset) to the need met, after the
    /// shift as well, and by people who stood idle beyond them.
    pub lost_minutes: f64,
    /// Contacts of people who wanted something done, and how many of them were settled at once: the need met by the desk,
    /// without another team, a second call or a reopening.
    pub first_contact: Share,
    /// The median of the minutes from an incident's contact to its need met. What was not restored counts as longer than
    /// everything else; `None` if that is more than half, or if there was none.
    pub restored_minutes: Option<f64>,
    /// Promises that were kept, of all whose time came.
    pub promises: Share,
    /// Calls that had to be made twice: somebody asked where it stands, or came back as it did not work.
    pub second_calls: u32,
    /// The mean of what those who came would answer in a survey at the end, 1 to 5; `None` if nobody came.
    pub satisfaction: Option<f64>,
}

/// So many of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// Which hold.
    pub yes: u32,
    /// Of how many.
    pub of: u32,
}

impl Share {
    /// As a part of 1; `None` of nothing.
    pub fn part(self) -> Option<f64> {
        (self.of > 0).then(|| f64::from(self.yes) / f64::from(self.of))
    }

    fn count(all: impl Iterator<Item = bool>) -> Self {
        all.fold(Self::default(), |share, yes| Self { yes: share.yes + u32::from(yes), of: share.of + 1 })
    }
}

/// Measures a shift.
pub fn measures(entries: &[Entry], truth: &Truth) -> Measures {
    let reading = Reading::of(entries, truth);
    Measures {
        lost_minutes: truth.losses.iter().map(Loss::minutes).sum(),
        first_contact: Share::count(contacts(&reading).into_iter().map(|case| at_once(&reading, case))),
        restored_minutes: restored(&reading),
        promises: promises(&reading),
        second_calls: reading.events().filter(|(_, event)| is_second_call(event)).count() as u32,
        satisfaction: satisfaction(&reading),
    }
}

fn is_second_call(event: &WorldEvent) -> bool {
    matches!(event, WorldEvent::Chased { .. } | WorldEvent::Returned { .. })
}

fn is_person(channel: Channel) -> bool {
    !matches!(channel, Channel::Monitoring | Channel::Team)
}

/// Contacts of people who wanted something done.
fn contacts<'a>(reading: &Reading<'a>) -> Vec<&'a Key> {
    let wanted = |key: &&Key| {
        reading.arrival(key).is_some()
            && reading.case(key).is_some_and(|case| {
                is_person(case.channel)
                    && !case.noise
                    && matches!(case.truth.kind, ContactKind::Incident | ContactKind::Request)
                    && case.truth.refuse.is_none()
            })
    };
    reading.truth.cases.keys().filter(wanted).collect()
}

fn at_once(reading: &Reading, case: &Key) -> bool {
    let own = &reading.scenario().you.team;
    let passed_on = reading.about(case).any(|did| match did.act {
        Act::Assign { team, .. } => team != own,
        Act::Reopen { .. } | Act::Swarm { .. } | Act::Supplier { .. } => true,
        _ => false,
    });
    let again = reading.events().any(|(_, event)| match event {
        WorldEvent::Chased { case: key } | WorldEvent::Returned { case: key } => key == case,
        _ => false,
    });
    reading.is_met(case, reading.end()) && !passed_on && !again
}

fn restored(reading: &Reading) -> Option<f64> {
    let incidents = reading.truth.cases.iter().filter(|(key, case)| {
        reading.arrival(key).is_some() && is_person(case.channel) && case.truth.kind == ContactKind::Incident
    });
    let mut minutes: Vec<f64> = incidents
        .map(|(key, case)| {
            let met = reading.met_after(key, case.at);
            let open = !reading.is_met(key, met);
            if open { f64::INFINITY } else { (met - case.at).num_seconds() as f64 / 60.0 }
        })
        .collect();
    minutes.sort_by(f64::total_cmp);
    let upper = *minutes.get(minutes.len() / 2)?;
    let lower = *minutes.get(minutes.len().saturating_sub(1) / 2)?;
    Some((lower + upper) / 2.0).filter(|median| median.is_finite())
}

fn promises(reading: &Reading) -> Share {
    Share::count(reading.events().filter_map(|(_, event)| match event {
        WorldEvent::PromiseKept { .. } => Some(true),
        WorldEvent::PromiseBroken { .. } => Some(false),
        _ => None,
    }))
}

fn satisfaction(reading: &Reading) -> Option<f64> {
    let came =
        reading.truth.cases.iter().filter(|(key, case)| reading.arrival(key).is_some() && is_person(case.channel));
    let people: BTreeSet<&Key> = came.map(|(_, case)| &case.who).collect();
    let mut moods: BTreeMap<&Key, i32> = BTreeMap::new();
    for (_, event) in reading.events() {
        if let WorldEvent::Mood { who, to, .. } = event {
            moods.insert(who, *to);
        }
    }
    let start = reading.pool().rules.mood.start;
    let known = |who: &Key| reading.pool().people.get(who).filter(|person| !person.account && !person.stranger);
    let scores = people.into_iter().filter_map(|who| {
        let person = known(who)?;
        Some(score(moods.get(who).copied().unwrap_or(if person.mood > 0 { person.mood } else { start })))
    });
    let scores: Vec<f64> = scores.collect();
    (!scores.is_empty()).then(|| scores.iter().sum::<f64>() / scores.len() as f64)
}

fn score(mood: i32) -> f64 {
    f64::from(SCORES.iter().find(|(from, _)| mood >= *from).map_or(1, |(_, score)| *score))
}
