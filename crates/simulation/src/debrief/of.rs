//! From a shift that is over to what one looks back at.

use super::{Debrief, afterwards, lanes, matrix, measures, next, told};
use crate::grading::{self, Rules};
use crate::scenario::Key;
use crate::shift::{Happened, Shift, WorldEvent};

const CENTS: f64 = 100.0;

impl Debrief {
    /// Looks back at a shift. Nothing of it is changed; what it tells is whole once the shift is over.
    pub fn of(shift: &Shift, rules: &Rules) -> Self {
        let truth = shift.truth();
        let (files, entries) = (truth.files.clone(), shift.entries());
        let scenario = &files.scenario;
        let settled = grading::grade(entries, &truth, rules);
        let tell = |finding| told::told(shift, &truth, rules, finding);
        let weighed: Vec<_> =
            settled.iter().filter_map(|finding| Some((grading::band(finding), tell(finding)?))).collect();
        let measured = grading::measures(entries, &truth);
        let confusion = grading::confusion(entries, &truth);
        let costs: i64 = entries.iter().map(|entry| cents(&entry.what)).sum();
        let key = &scenario.key;
        Self {
            scenario: scenario.id.clone(),
            title: scenario.title.clone(),
            hours: (scenario.clock.from, scenario.clock.to),
            lost_minutes: measured.lost_minutes,
            money: (
                measured.lost_minutes * files.world.user_minute + costs as f64 / CENTS,
                files.world.currency.clone(),
            ),
            contacts: contacts(shift),
            three: grading::three(&settled, rules).into_iter().filter_map(tell).collect(),
            measures: measures::six(&measured),
            afterwards: afterwards::afterwards(shift, &files.world.currency),
            lanes: lanes::lanes(shift, &truth),
            kinds: matrix::kinds(&confusion),
            priorities: matrix::priorities(&confusion),
            next: next::next(&weighed, scenario),
            all: weighed.into_iter().map(|(_, told)| told).collect(),
            in_short: key.in_short.clone(),
            steps: key.steps.iter().map(|step| (step.at, step.what.clone(), step.because.clone())).collect(),
            questions: key.questions.clone(),
            words: key.words.iter().map(|(edition, words)| (edition.clone(), words.clone())).collect(),
        }
    }
}

fn cents(what: &Happened) -> i64 {
    match what {
        Happened::World(WorldEvent::Cost { cents, .. }) => *cents,
        _ => 0,
    }
}

/// Who came, in order, with their first words.
fn contacts(shift: &Shift) -> Vec<(Key, String)> {
    let came = shift.entries().iter().filter_map(|entry| match &entry.what {
        Happened::World(WorldEvent::Arrived { case }) => Some(case),
        _ => None,
    });
    came.filter_map(|case| Some((case.clone(), shift.title_of(case)?))).collect()
}
