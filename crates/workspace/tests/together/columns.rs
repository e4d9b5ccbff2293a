//! Columns of the queue, and incidents in groups.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};

use crate::common::steps::{play, step};
use crate::common::tab::{DESK, NETWORK, Tab};
use itsm::incident::Command as Incident;
use itsm::incident::HoldReason;
use proptest::prelude::*;
use proptest::sample::select;
use workspace::Workspace;
use workspace::columns::{Column, Layout};
use workspace::query::{Grouping, Query, answer, parse, run};
use workspace::seed;

fn text_of(text: &str) -> Option<String> {
    Layout::parse(text).map(|layout| layout.to_text())
}

#[test]
fn the_number_stays_first_and_the_summary_stays() {
    assert_eq!(text_of("age summary number"), Some("number age summary".into()));
    assert_eq!(text_of("target"), Some("number summary target".into()));
    let mut layout = Layout::parse("number summary target").unwrap();
    for column in [Column::Number, Column::Summary] {
        layout.toggle(column);
        layout.shift(Column::Number, true);
        layout.shift(column, false);
    }
    assert_eq!(layout.to_text(), "number summary target");
    layout.shift(Column::Target, false);
    assert_eq!(layout.to_text(), "number target summary");
    layout.toggle(Column::Target);
    layout.toggle(Column::Age);
    assert_eq!(layout.to_text(), "number summary age");
}

#[test]
fn what_a_later_version_wrote_is_passed_over() {
    assert_eq!(text_of("number mood:90 summary summary target:wide"), Some("number summary target".into()));
    assert_eq!(text_of("mood"), None);
    assert_eq!(text_of(""), None);
}

#[test]
fn widths_stay_sensible_and_the_usual_one_is_not_written() {
    let mut layout = Layout::parse("number summary target:9 group:9000").unwrap();
    assert_eq!(layout.width(Column::Target), Some(Layout::NARROWEST));
    assert_eq!(layout.width(Column::Group), Some(Layout::WIDEST));
    layout.resize(Column::Target, Some(Column::Target.usual()));
    layout.resize(Column::Group, None);
    layout.resize(Column::Summary, Some(300));
    assert_eq!(layout.to_text(), "number summary target group");
    assert_eq!(layout.width(Column::Age), None);
}

#[test]
fn the_usual_columns_are_those_that_fit() {
    assert_eq!(Layout::usual(1920.0).columns().count(), 9);
    assert_eq!(Layout::usual(1440.0).columns().count(), 8);
    assert_eq!(Layout::usual(1280.0).columns().count(), 7);
    assert_eq!(Layout::usual(800.0).to_text(), "number priority summary target");
    assert_eq!(Layout::usual(390.0).columns().count(), 9);
}

/// With you, with Network and on hold, with nobody, and resolved.
fn four() -> Tab {
    let mut tab = Tab::blank();
    let ids = ["VPN drops", "Phone silent", "Mail slow", "VPN refused"].map(|said| tab.log(said));
    tab.act(Incident::Assign { incident: ids[0], group: Some(DESK), assignee: Some(seed::YOU) });
    tab.act(Incident::Assign { incident: ids[1], group: Some(NETWORK), assignee: None });
    tab.act(Incident::Hold { incident: ids[1], reason: HoldReason::Supplier, note: "Ticket 4711 there".into() });
    tab.resolve(ids[3], "Renewed the certificate");
    tab
}

fn told(tab: &Tab, text: &str) -> Vec<String> {
    let typed = parse(text);
    assert_eq!(typed.faults, [], "{text}");
    let answer = answer(&tab.workspace, &typed.query, tab.now);
    answer.sections.into_iter().map(|section| format!("{} {}", section.label, section.len)).collect()
}

#[test]
fn groups_stand_in_a_sensible_order_and_what_has_none_comes_last() {
    let tab = four();
    assert_eq!(told(&tab, "groupby:state"), ["New 2", "On Hold 1", "Resolved 1"]);
    assert_eq!(told(&tab, "groupby:group"), ["Network 1", "Service desk 2", "No group 1"]);
    assert_eq!(told(&tab, "groupby:group sort:-group"), ["Service desk 2", "Network 1", "No group 1"]);
    assert_eq!(told(&tab, "groupby:hold"), ["Awaiting supplier 1", "Not on hold 3"]);
    assert_eq!(told(&tab, "groupby:group vpn"), ["Service desk 2"]);
    assert_eq!(told(&tab, "sort:group"), Vec::<String>::new());
}

#[test]
fn one_cannot_group_by_two_things_or_by_nothing() {
    let said = |text: &str| parse(text).faults.into_iter().map(|fault| fault.sentence).collect::<Vec<_>>();
    assert_eq!(said("groupby:stat"), ["groupby has no “stat”: state?"]);
    assert_eq!(said("groupby:state,group"), ["It is grouped by one thing already: take one away."]);
    assert_eq!(parse("GroupBy:Assignee vpn sort:left").query.to_text(), "vpn groupby:person sort:left");
}

proptest! {
    #[test]
    fn a_choice_is_read_back_the_same(words in proptest::collection::vec((select(Column::ALL.to_vec()), any::<Option<u16>>()), 0..30)) {
        let text: Vec<String> = words.iter().map(|(column, width)| match width {
            Some(width) => format!("{}:{width}", column.word()),
            None => column.word().to_owned(),
        }).collect();
        if let Some(layout) = Layout::parse(&text.join(" ")) {
            prop_assert_eq!(Layout::parse(&layout.to_text()), Some(layout.clone()));
            prop_assert_eq!(layout.columns().next(), Some(Column::Number));
            prop_assert_eq!(layout.columns().collect::<BTreeSet<_>>().len(), layout.columns().count());
            prop_assert!(layout.width(Column::Summary).is_some());
        }
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in any::<String>()) {
        Layout::parse(&text);
    }

    #[test]
    fn every_incident_is_in_one_group_and_the_order_is_kept_inside(
        steps in proptest::collection::vec(step(), 1..60),
        by in select(Grouping::ALL.to_vec()),
        sort in select(vec!["", "sort:-priority", "sort:state,-number", "sort:-caller", "sort:left,group,opened"]),
    ) {
        let (workspace, _) = Workspace::open(None, &play(&steps));
        let now = "2026-03-04T09:00:00Z".parse().unwrap();
        let ungrouped = parse(sort).query;
        let plain = run(&workspace, &ungrouped, now);
        let grouped = answer(&workspace, &Query { grouping: Some(by), ..ungrouped }, now);
        let mut next = 0;
        let place: BTreeMap<_, _> = plain.iter().enumerate().map(|(place, id)| (*id, place)).collect();
        for section in &grouped.sections {
            prop_assert_eq!(section.start, next);
            prop_assert!(section.len > 0);
            next += section.len;
            let inside: Vec<_> = grouped.ids[section.start..next].iter().map(|id| place[id]).collect();
            prop_assert!(inside.is_sorted(), "{}", section.label);
        }
        prop_assert_eq!(next, grouped.ids.len());
        let labels: BTreeSet<&str> = grouped.sections.iter().map(|section| &*section.label).collect();
        prop_assert_eq!(labels.len(), grouped.sections.len());
        prop_assert_eq!(grouped.ids.into_iter().collect::<BTreeSet<_>>(), plain.into_iter().collect());
    }
}
