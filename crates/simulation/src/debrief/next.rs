//! One thing to do next: the costliest finding again, or another scenario, or something to read.

use super::{NextStep, Told};
use crate::scenario::{Key, Scenario};

/// Minutes from which a finding is worth playing again.
const MINUTES: f64 = 10.0;
/// The ordinal from which it is, whatever the minutes.
const LEVEL: u8 = 3;

/// The scenarios that can be played, from the easiest on, as the app's list has them.
const IN_ORDER: [(&str, &str); 6] = [
    ("first-morning", "First morning"),
    ("incident-or-request", "Incident or request"),
    ("password-storm", "Monday password storm"),
    ("recurring-printer", "The recurring printer"),
    ("patch-tuesday", "Patch Tuesday"),
    ("data-centre-cooling", "Data centre cooling"),
];

/// What to do after a shift in which this was found, each with its band.
pub(super) fn next(all: &[(u8, Told)], scenario: &Scenario) -> NextStep {
    let faults = || all.iter().filter(|(_, told)| !told.strength);
    let minutes = |told: &Told| told.minutes.unwrap_or_default();
    let weighty = |(_, told): &&(u8, Told)| minutes(told) >= MINUTES || told.level.is_some_and(|level| level >= LEVEL);
    // As the three findings are chosen: by band; of equals the one with more minutes, then the earlier one.
    let costlier = |(one_band, one): &&(u8, Told), (other_band, other): &&(u8, Told)| {
        one_band.cmp(other_band).then(minutes(one).total_cmp(&minutes(other))).then(other.at.cmp(&one.at))
    };
    if let Some((_, told)) = faults().filter(weighty).max_by(costlier) {
        return NextStep::Replay { at: told.at, act: told.act, because: told.followed.clone() };
    }
    let here = IN_ORDER.iter().position(|(key, _)| scenario.id == *key);
    if let Some((key, title)) = here.and_then(|here| IN_ORDER.get(here + 1)) {
        let because = format!("Little was lost here that could have been spared. {title} comes next.");
        return NextStep::Scenario { scenario: Key::new(key), because };
    }
    let concept = faults().find_map(|(_, told)| told.concept.clone()).or_else(|| scenario.concepts.first().cloned());
    NextStep::Learn {
        concept: concept.unwrap_or_else(|| Key::new("service-desk")),
        because: "Little was lost here that could have been spared. This is the idea behind most of it.".to_owned(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_next_is_in_the_order_of_the_list_of_scenarios() {
        let index = include_str!("../../../../public/content/scenarios/index.json");
        let index: serde_json::Value = serde_json::from_str(index).unwrap();
        let playable = index["scenarios"].as_array().unwrap().iter().filter(|line| line["status"] == "playable");
        let listed: Vec<_> =
            playable.map(|line| (line["id"].as_str().unwrap(), line["title"].as_str().unwrap())).collect();
        assert_eq!(listed, IN_ORDER);
    }
}
