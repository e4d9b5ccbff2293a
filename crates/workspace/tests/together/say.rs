//! The timeline in plain words, titles, and the first figures.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::sync::Arc;

use crate::common::tab::{DESK, NETWORK, Tab, at, report};
use itsm::incident::{
    Amendment, Channel, Command as Incident, Event as Happened, HoldReason, Observed, Report, ResolutionCode, Seen,
    Side, State,
};
use itsm::{CategoryId, Event, Happening, IncidentId, Level, PersonId};
use journal::{Entry, Stamp, TabId};
use proptest::prelude::*;
use workspace::figures::{Share, figures};
use workspace::say::{Audience, Said, sentence};
use workspace::title::title;
use workspace::{Workspace, seed};

fn said(tab: &Tab, id: IncidentId) -> Vec<Said> {
    tab.workspace.timeline(id).iter().map(|recorded| sentence(&tab.workspace, recorded.event)).collect()
}

fn headings(tab: &Tab, id: IncidentId) -> Vec<String> {
    said(tab, id).into_iter().map(|said| said.heading).collect()
}

#[test]
fn a_life_reads_like_a_story() {
    let mut tab = Tab::blank();
    let earlier = tab.log("Floor 2 is offline");
    let incident = tab.log("Calls drop");
    tab.act(Incident::Amend { incident, changes: vec![Amendment::Urgency(Level(1))] });
    tab.act(Incident::Assign { incident, group: Some(NETWORK), assignee: Some(seed::YOU) });
    tab.act(Incident::Start(incident));
    tab.act(Incident::Hold { incident, reason: HoldReason::Caller, note: Arc::from("Which floor?") });
    tab.act(Incident::Reply { incident, side: Side::Caller, text: Arc::from("Floor 2") });
    tab.act(Incident::LinkParent { incident, parent: Some(earlier) });
    let (code, solution) = (ResolutionCode::WorkaroundProvided, Arc::from("Restarted the access point"));
    tab.act(Incident::Resolve { incident, code, solution, cascade: false });
    tab.act(Incident::Reopen { incident, because: Arc::from("Dropping again") });
    tab.act(Incident::Cancel { incident, because: Arc::from("Logged twice") });
    let expected = [
        "Logged, came in by phone",
        "Urgency corrected",
        "Handed to Network, You",
        "Work began",
        "On hold, awaiting caller",
        "Work note",
        "Reply from the caller",
        "Work began",
        "Linked as a consequence of INC0000001",
        "Resolved with a workaround",
        "Reopened",
        "Cancelled",
    ];
    assert_eq!(headings(&tab, incident), expected);
}

#[test]
fn words_to_the_caller_are_told_from_words_among_colleagues() {
    let mut tab = Tab::blank();
    let incident = tab.log("Calls drop");
    tab.act(Incident::Reply { incident, side: Side::Desk, text: Arc::from("We are on it") });
    tab.act(Incident::Note { incident, text: Arc::from("Third time this week") });
    let said = said(&tab, incident);
    let audiences: Vec<_> = said.iter().map(|said| said.audience).collect();
    assert_eq!(audiences, [Audience::System, Audience::Public, Audience::Internal]);
    assert_eq!(said[2].text.as_deref(), Some("Third time this week"));
}

#[test]
fn a_logging_tells_what_was_known_and_nothing_else() {
    let mut tab = Tab::blank();
    let category = Some(CategoryId::imported(1));
    let report = Report { category, channel: Channel::WalkIn, group: Some(DESK), ..report("Calls drop") };
    let incident = tab.act(Incident::Log(Box::new(report)));
    let logged = &said(&tab, incident)[0];
    let details: Vec<_> = logged.details.iter().map(|(field, value)| format!("{field}: {value}")).collect();
    assert_eq!(
        details,
        ["Caller: You", "Impact: 2", "Urgency: 2", "Priority: 3", "Category: Access", "Group: Service desk"]
    );
    assert_eq!((logged.heading.as_str(), &logged.text), ("Logged, came in by walk-in", &None));
}

fn row(id: u32, at: &str, fields: Vec<Seen>, source_verdict: Option<bool>) -> Event {
    let what = Happened::Observed(Box::new(Observed { fields, source_verdict }));
    Event {
        at: crate::common::tab::at(at),
        by: PersonId::imported(3),
        what: Happening::Incident(IncidentId::imported(id), what),
    }
}

fn other(column: &str, value: &str) -> Seen {
    Seen::Other { column: Arc::from(column), value: Arc::from(value) }
}

/// Two incidents that another tool logged.
fn seen_elsewhere() -> Workspace {
    let first = vec![
        Seen::State(State::New),
        Seen::OpenedAt(at("2016-02-29T01:16:00Z")),
        Seen::Channel(Channel::Phone),
        other("u_symptom", "Symptom 72"),
        other("location", "Location 143"),
        other("subcategory", "Subcategory 170"),
    ];
    let events = [
        row(45, "2016-02-29T01:23:00Z", first, Some(true)),
        row(
            45,
            "2016-02-29T08:53:00Z",
            vec![Seen::State(State::OnHold(HoldReason::Caller)), Seen::Reassigned(2)],
            None,
        ),
        row(45, "2016-03-05T12:00:00Z", vec![Seen::State(State::Closed), Seen::Reopened(1)], Some(false)),
        row(46, "2016-03-06T12:00:00Z", vec![Seen::OpenedAt(at("2016-03-06T11:00:00Z"))], Some(true)),
    ];
    let entry = Entry {
        stamp: Stamp { millis: 1, count: 0, tab: TabId(1) },
        sequence: 1,
        payload: Workspace::payload(&events),
    };
    Workspace::open(None, &[entry]).0
}

#[test]
fn what_another_tool_did_is_told_as_such() {
    let workspace = seen_elsewhere();
    let history = workspace.timeline(IncidentId::imported(45));
    let said: Vec<_> = history.iter().map(|recorded| sentence(&workspace, recorded.event)).collect();
    assert_eq!(said[0].heading, "First seen, New (in the other tool)");
    assert_eq!(said[1].heading, "State became On Hold, awaiting caller (as seen in the other tool)");
    assert_eq!(said[1].details, [("Times reassigned".to_owned(), "2".to_owned())]);
    assert!(said[2].details.contains(&("Service level, by the other tool".to_owned(), "missed".to_owned())));
    assert!(history.iter().all(|recorded| recorded.foreign && recorded.flag.is_none()));
}

#[test]
fn an_import_without_summaries_gets_titles_from_what_it_did_say() {
    let workspace = seen_elsewhere();
    assert_eq!(title(&workspace, IncidentId::imported(45)), "Subcategory 170 · Symptom 72");
    assert_eq!(title(&workspace, IncidentId::imported(46)), "No summary");
    let mut tab = Tab::blank();
    let incident = tab.log("Calls drop");
    assert_eq!(title(&tab.workspace, incident), "Calls drop");
}

#[test]
fn figures_keep_the_other_tools_counts_and_verdicts() {
    let figures = figures(&seen_elsewhere());
    assert_eq!((figures.incidents, figures.events), (2, 4));
    assert_eq!(figures.source_verdict, Share { part: 1, whole: 2 });
    assert_eq!(figures.reopened, Share { part: 1, whole: 2 });
    assert_eq!((figures.reassigned, figures.mean_reassignments()), (Share { part: 1, whole: 2 }, Some(1.0)));
    assert_eq!(figures.opened_by_weekday, [1, 0, 0, 0, 0, 0, 1], "29 February 2016 was a Monday");
    assert_eq!(figures.span, Some((at("2016-02-29T01:23:00Z"), at("2016-03-06T12:00:00Z"))));
}

#[test]
fn a_blank_workspace_has_figures_too() {
    let figures = figures(&Workspace::open(None, &[]).0);
    assert_eq!((figures.incidents, figures.span, figures.source_verdict.ratio()), (0, None, None));
}

proptest! {
    #[test]
    fn every_event_can_be_told(event in crate::common::event()) {
        let workspace = Workspace::open(None, &[]).0;
        prop_assert!(!sentence(&workspace, &event).heading.is_empty());
    }
}
