//! Any order of what two tabs do ends in the same journal in both, with everything in it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod fakes;

use std::rc::Rc;

use fakes::*;
use journal::{Journal, TabId};
use proptest::prelude::*;

#[derive(Clone, Debug)]
enum Step {
    Append {
        tab: usize,
        wall: u64,
    },
    Compact {
        tab: usize,
    },
    Settle {
        tab: usize,
    },
    Poll {
        tab: usize,
    },
    /// The tab is closed and another page loads.
    Reload {
        tab: usize,
    },
    /// All storage events that wait for the tab reach it, in the order of their keys.
    Hear {
        tab: usize,
    },
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = (0usize..2, 0u64..5, 0usize..12).prop_map(|(tab, wall, kind)| match kind {
        0..=5 => Step::Append { tab, wall: NOON + wall * 1000 },
        6 => Step::Compact { tab },
        7 | 8 => Step::Settle { tab },
        9 => Step::Poll { tab },
        10 => Step::Hear { tab },
        _ => Step::Reload { tab },
    });
    prop::collection::vec(step, 1..60)
}

struct Tab {
    store: Rc<Lagging>,
    journal: Journal<Rc<Lagging>>,
    /// What the app was given, so what it shows.
    shown: Vec<String>,
}

impl Tab {
    fn load(disk: &Disk, id: u64) -> Self {
        let store = Lagging::new(disk);
        let (journal, opened) = open(Rc::clone(&store), TabId(id)).unwrap();
        assert_eq!(opened.findings, []);
        let shown = opened.entries.into_iter().map(|e| e.payload).collect();
        Self { store, journal, shown }
    }

    fn show(&mut self, arrived: Vec<journal::Entry>) {
        self.shown.extend(arrived.into_iter().map(|e| e.payload));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_interleaving_of_two_tabs_keeps_every_command_in_one_order(steps in steps()) {
        let disk = Disk::default();
        create(disk.clone(), C);
        let mut tabs = [Tab::load(&disk, 1), Tab::load(&disk, 2)];
        let mut loaded = 2;
        let mut saved = Vec::new();
        for step in steps {
            match step {
                Step::Append { tab, wall } => {
                    let payload = format!("{}", saved.len());
                    tabs[tab].journal.append(&payload, wall).unwrap();
                    tabs[tab].shown.push(payload.clone());
                    saved.push(payload);
                }
                Step::Compact { tab } => {
                    // Who takes over packing waits until it sees what the one before wrote.
                    tabs[tab].store.settle();
                    let compacted = tabs[tab].journal.compact().unwrap();
                    tabs[tab].show(compacted.arrived);
                }
                Step::Settle { tab } => tabs[tab].store.settle(),
                Step::Poll { tab } => {
                    let arrived = tabs[tab].journal.poll();
                    tabs[tab].show(arrived);
                }
                Step::Hear { tab } => {
                    for at in disk.keys_under("") {
                        let value = disk.value(&at).unwrap();
                        let arrived = tabs[tab].journal.absorb(&at, &value);
                        tabs[tab].show(arrived);
                    }
                }
                Step::Reload { tab } => {
                    loaded += 1;
                    tabs[tab] = Tab::load(&disk, loaded);
                }
            }
        }
        for tab in &mut tabs {
            tab.store.settle();
            let arrived = tab.journal.poll();
            tab.show(arrived);
            prop_assert_eq!(tab.journal.take_findings(), []);
        }
        let stored = reopen(&disk);
        prop_assert_eq!(&stored.findings, &[]);
        for tab in &mut tabs {
            prop_assert_eq!(tab.journal.entries(), stored.entries.iter().collect::<Vec<_>>());
            tab.shown.sort();
            prop_assert!(tab.shown.windows(2).all(|pair| pair[0] != pair[1]), "each is handed over once");
            prop_assert_eq!(tab.shown.len(), saved.len());
        }
        let mut all: Vec<_> = stored.entries.iter().map(|e| e.payload.clone()).collect();
        all.sort();
        saved.sort();
        prop_assert_eq!(all, saved);
        prop_assert!(stored.entries.windows(2).all(|pair| pair[0].stamp < pair[1].stamp));
    }
}
