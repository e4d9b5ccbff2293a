//! The six measures, with what they count.

use super::Measure;
use crate::grading::Measures;
use crate::scenario::Key;

/// All six, in the order in which they are shown.
pub(super) fn six(of: &Measures) -> Vec<Measure> {
    let measure = |key: &str, name: &str, unit: &str, more_is_better, yours, definition: &str| Measure {
        key: Key::new(key),
        name: name.to_owned(),
        definition: definition.to_owned(),
        yours,
        unit: Key::new(unit),
        more_is_better,
    };
    vec![
        measure(
            "lost-minutes",
            "Working minutes lost",
            "minutes",
            false,
            Some(of.lost_minutes),
            "Users' working minutes that were lost: how long people were held up, times how many they were and how much \
             of their work they could not do; with what was left open at the end, until somebody sees to it.",
        ),
        measure(
            "first-contact",
            "Settled at first contact",
            "share",
            true,
            of.first_contact.part(),
            "Of the people who wanted something done: the share that got it from the desk itself, without another team, \
             a second call or a reopening.",
        ),
        measure(
            "restored",
            "Time to restore",
            "minutes",
            false,
            of.restored_minutes,
            "The median of the minutes from an incident's contact until the user could work. One that was not restored \
             counts as longer than all others; if that is more than half of them, there is no median.",
        ),
        measure(
            "promises",
            "Promises kept",
            "share",
            true,
            of.promises.part(),
            "Of the promises whose time came: the share that was kept. One that was moved before its time counts with \
             its last time.",
        ),
        measure(
            "second-calls",
            "Second calls",
            "count",
            false,
            Some(f64::from(of.second_calls)),
            "How often somebody asked where it stands, or came back because it did not work.",
        ),
        measure(
            "satisfaction",
            "Satisfaction",
            "score",
            true,
            of.satisfaction,
            "What those who came would say at the end, from 1 to 5: the mean over all of them, also of those who would \
             not answer.",
        ),
    ]
}
