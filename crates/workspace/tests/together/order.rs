//! The order in which entries arrive changes nothing: two tabs that have heard the same show the same.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use crate::common::steps::{Make, Step, play, step};
use itsm::RecordId;
use proptest::prelude::*;
use proptest::sample::Index;
use workspace::{Finding, Workspace};

/// What a user can see of a workspace, put into words.
fn view(workspace: &Workspace) -> (Vec<Finding>, Vec<String>) {
    let histories = workspace.desk().incidents().map(|incident| {
        let lines = workspace.timeline(incident.id).into_iter().map(|recorded| format!("{recorded:?}"));
        lines.collect::<Vec<_>>().join("\n")
    });
    let problems = workspace.desk().problems().map(|problem| {
        let history = workspace.history(RecordId::Problem(problem.id));
        history.iter().map(|recorded| format!("{recorded:?}")).collect::<Vec<_>>().join("\n")
    });
    (workspace.findings(), histories.chain(problems).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn entries_leave_the_same_desk_and_the_same_flags_in_whatever_order_they_arrive(
        steps in proptest::collection::vec(step(), 1..60),
        shuffle in proptest::collection::vec(any::<Index>(), 60),
    ) {
        let mut entries = play(&steps);
        let (sorted, _) = Workspace::open(None, &entries);
        for (place, index) in shuffle.iter().enumerate().take(entries.len()) {
            let other = index.index(entries.len());
            entries.swap(place, other);
        }
        let (mut shuffled, _) = Workspace::open(None, &[]);
        let mut searched = shuffled.desk().clone();
        for entry in &entries {
            let before = shuffled.desk().clone();
            let admitted = shuffled.admit(entry);
            // Whoever keeps a copy of the records and takes in what was touched sees all that has changed.
            let both = before.incidents().chain(shuffled.desk().incidents());
            for id in both.map(|incident| incident.id) {
                if !admitted.touched.contains(&RecordId::Incident(id)) {
                    prop_assert_eq!(before.incident(id), shuffled.desk().incident(id));
                }
            }
            let both = before.problems().chain(shuffled.desk().problems());
            for id in both.map(|problem| problem.id) {
                if !admitted.touched.contains(&RecordId::Problem(id)) {
                    prop_assert_eq!(before.problem(id), shuffled.desk().problem(id));
                }
            }
            searched = shuffled.desk().clone();
        }
        prop_assert_eq!(&searched, sorted.desk());
        prop_assert_eq!(view(&shuffled), view(&sorted));
    }

    #[test]
    fn an_entry_that_comes_twice_counts_once(steps in proptest::collection::vec(step(), 1..40)) {
        let entries = play(&steps);
        let (once, _) = Workspace::open(None, &entries);
        let (mut twice, _) = Workspace::open(None, &entries);
        for entry in &entries {
            prop_assert_eq!(twice.admit(entry), workspace::Admitted::default());
        }
        prop_assert_eq!(view(&once), view(&twice));
        prop_assert_eq!(once.desk(), twice.desk());
    }

    #[test]
    fn one_tab_alone_never_makes_an_illegal_event(steps in proptest::collection::vec(step(), 1..60)) {
        // What is taken back in the middle leaves what built on it without ground.
        let alone: Vec<Step> = steps.into_iter().filter_map(|step| match step {
            Step::Command { make: Make::Undo, .. } => None,
            Step::Command { make, incident, other, .. } => Some(Step::Command { tab: 0, make, incident, other }),
            Step::Meet => Some(Step::Meet),
        }).collect();
        let (workspace, findings) = Workspace::open(None, &play(&alone));
        prop_assert_eq!(findings, vec![]);
        prop_assert!(workspace.incident_count() <= alone.len());
    }
}
