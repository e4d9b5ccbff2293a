//! The order in which entries arrive changes nothing: two tabs that have heard the same show the same.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use itsm::incident::{Amendment, Channel, Command as Incident, HoldReason, Report, ResolutionCode, Side};
use itsm::service_level::Agreement;
use itsm::{Command, Context, Entry as Name, GroupId, IncidentId, Level, PersonId};
use journal::{Entry, Stamp, TabId};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use workspace::{Finding, Workspace, seed};

/// One step of somebody in one of two tabs: a command about the n-th incident, or hearing what the other did.
#[derive(Clone, Debug)]
enum Step {
    Command {
        tab: u64,
        make: Make,
        incident: Index,
        other: Index,
    },
    /// The tabs hear of each other: from now on both know everything.
    Meet,
}

#[derive(Clone, Copy, Debug)]
enum Make {
    Log,
    Amend,
    Assign,
    Start,
    Hold,
    Resolve,
    Reopen,
    Close,
    Cancel,
    Reply(Side),
    Note,
    Link,
    Unlink,
    Duplicate,
    Rename,
    Matrix,
    Agreement,
}

fn step() -> impl Strategy<Value = Step> {
    use Make::*;
    let make = select(vec![
        Log,
        Log,
        Amend,
        Assign,
        Assign,
        Start,
        Hold,
        Resolve,
        Resolve,
        Reopen,
        Close,
        Close,
        Cancel,
        Reply(Side::Desk),
        Reply(Side::Caller),
        Note,
        Link,
        Link,
        Unlink,
        Duplicate,
        Rename,
        Matrix,
        Agreement,
    ]);
    let command = (0..2_u64, make, any::<Index>(), any::<Index>())
        .prop_map(|(tab, make, incident, other)| Step::Command { tab, make, incident, other });
    prop_oneof![9 => command, 1 => Just(Step::Meet)]
}

fn command(make: Make, id: IncidentId, other: IncidentId, text: &str) -> Command {
    let words: Arc<str> = Arc::from(text);
    let incident = match make {
        Make::Log => Incident::Log(Box::new(report(words))),
        Make::Amend => Incident::Amend { incident: id, changes: vec![Amendment::Summary(words)] },
        Make::Assign => Incident::Assign { incident: id, group: Some(GroupId::imported(2)), assignee: Some(seed::YOU) },
        Make::Start => Incident::Start(id),
        Make::Hold => Incident::Hold { incident: id, reason: HoldReason::Caller, note: words },
        Make::Resolve => {
            Incident::Resolve { incident: id, code: ResolutionCode::SolutionProvided, solution: words, cascade: true }
        }
        Make::Reopen => Incident::Reopen { incident: id, because: words },
        Make::Close => Incident::Close(id),
        Make::Cancel => Incident::Cancel { incident: id, because: words },
        Make::Reply(side) => Incident::Reply { incident: id, side, text: words },
        Make::Note => Incident::Note { incident: id, text: words },
        Make::Link => Incident::LinkParent { incident: id, parent: Some(other) },
        Make::Unlink => Incident::LinkParent { incident: id, parent: None },
        Make::Duplicate => Incident::MarkDuplicate { incident: id, of: Some(other) },
        Make::Rename => return Command::Enter(Name::Person(PersonId::imported(9), words)),
        Make::Matrix => {
            let last = 3 + u8::try_from(text.len() % 3).unwrap();
            return Command::SetMatrix(vec![vec![1, 2, 3], vec![2, 3, 3], vec![3, 3, last]]);
        }
        Make::Agreement => return Command::SetAgreement(Box::new(Agreement { name: words, ..Agreement::default() })),
    };
    Command::Incident(incident)
}

fn report(summary: Arc<str>) -> Report {
    Report {
        summary,
        description: Arc::from(""),
        channel: Channel::Phone,
        caller: Some(seed::YOU),
        service: None,
        item: None,
        category: None,
        impact: Level(2),
        urgency: Level(2),
        group: Some(GroupId::imported(1)),
        assignee: None,
        follows: None,
    }
}

fn start() -> DateTime<Utc> {
    "2026-03-02T09:00:00Z".parse().unwrap()
}

/// Plays the steps in two tabs and gives every entry that they stored.
fn play(steps: &[Step]) -> Vec<Entry> {
    let first = Entry { stamp: Stamp::default(), sequence: 0, payload: Workspace::payload(&seed::blank(start())) };
    let mut all = vec![first.clone()];
    let mut tabs = [Workspace::open(None, &all).0, Workspace::open(None, &all).0];
    let mut heard = [1, 1];
    let mut own: Vec<Vec<usize>> = vec![vec![], vec![]];
    for (millis, step) in (2_u32..).zip(steps) {
        match step {
            Step::Meet => {
                for (tab, workspace) in tabs.iter_mut().enumerate() {
                    all[heard[tab]..].iter().for_each(|entry| drop(workspace.admit(entry)));
                    heard[tab] = all.len();
                }
            }
            Step::Command { tab, make, incident, other } => {
                let number = usize::try_from(*tab).unwrap();
                let ids: Vec<IncidentId> = tabs[number].desk().incidents().map(|incident| incident.id).collect();
                let pick =
                    |index: &Index| if ids.is_empty() { IncidentId::default() } else { ids[index.index(ids.len())] };
                let context = Context {
                    now: start() + TimeDelta::minutes(i64::from(millis)),
                    actor: seed::YOU,
                    tag: 70 + u32::try_from(*tab).unwrap(),
                };
                let command = command(*make, pick(incident), pick(other), &format!("step {millis}"));
                let Ok(events) = tabs[number].decide(command, &context) else { continue };
                let entry = Entry {
                    // Ties between the tabs are broken by the tab.
                    stamp: Stamp { millis: u64::from(millis / 2), count: millis % 2, tab: TabId(*tab + 1) },
                    sequence: millis,
                    payload: Workspace::payload(&events),
                };
                tabs[number].admit(&entry);
                own[number].push(all.len());
                all.push(entry);
            }
        }
    }
    all
}

/// What a user can see of a workspace, put into words.
fn view(workspace: &Workspace) -> (Vec<Finding>, Vec<String>) {
    let histories = workspace.desk().incidents().map(|incident| {
        let lines = workspace.timeline(incident.id).into_iter().map(|recorded| format!("{recorded:?}"));
        lines.collect::<Vec<_>>().join("\n")
    });
    (workspace.findings(), histories.collect())
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
            for id in shuffled.desk().incidents().map(|incident| incident.id) {
                if !admitted.touched.contains(&id) {
                    prop_assert_eq!(before.incident(id), shuffled.desk().incident(id));
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
        let alone: Vec<Step> = steps.into_iter().map(|step| match step {
            Step::Command { make, incident, other, .. } => Step::Command { tab: 0, make, incident, other },
            Step::Meet => Step::Meet,
        }).collect();
        let (workspace, findings) = Workspace::open(None, &play(&alone));
        prop_assert_eq!(findings, vec![]);
        prop_assert!(workspace.incident_count() <= alone.len());
    }
}
