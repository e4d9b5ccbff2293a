//! Logging and amending.

use itsm::incident::{Amendment, Channel, Command as Ask, Event as What, Report, State};
use itsm::{CategoryId, Command, GroupId, IncidentId, ItemId, Level, Priority, Refusal, ServiceId};

use crate::shift::*;

fn refused(report: Report) -> Refusal {
    Shift::begin().refuses(Ask::Log(Box::new(report)))
}

fn amended(shift: &mut Shift, id: IncidentId, change: Amendment) -> Result<Vec<What>, Refusal> {
    shift.try_to(Ask::Amend { incident: id, changes: vec![change] })
}

#[test]
fn a_logged_incident_is_new_open_and_carries_what_the_caller_told() {
    let mut shift = Shift::begin();
    let id = shift.logged();
    let incident = shift.see(id);
    assert_eq!((incident.state, incident.opened_by), (State::New, Some(ANALYST)));
    assert_eq!((&*incident.summary, &*incident.description), ("Mail does not arrive", "Since this morning"));
    assert_eq!((incident.caller, incident.service, incident.item), (Some(CALLER), Some(MAILBOXES), Some(ROUTER)));
    assert_eq!((incident.category, incident.group, incident.assignee), (Some(HARDWARE), Some(NETWORK), None));
    assert_eq!((incident.opened_at, incident.changed_at), (shift.now, shift.now));
    assert_eq!(incident.priority(shift.desk.matrix()), Priority(3));
}

#[test]
fn numbers_count_up_and_carry_the_tag_of_the_context() {
    let mut shift = Shift::begin();
    let (first, second) = (shift.logged(), shift.logged());
    assert_eq!((first.0.number, second.0.number, second.0.tag), (1, 2, TAG));
}

#[test]
fn texts_are_trimmed() {
    let mut shift = Shift::begin();
    let id = shift.log(Report { summary: "  Mail is slow \n".into(), description: "\tvery ".into(), ..report() });
    assert_eq!((&*shift.see(id).summary, &*shift.see(id).description), ("Mail is slow", "very"));
}

#[test]
fn logging_without_a_summary_is_refused() {
    assert_eq!(field(&refused(Report { summary: " \t".into(), ..report() })), "summary");
}

#[test]
fn logging_needs_a_caller_unless_monitoring_raised_it() {
    assert_eq!(field(&refused(Report { caller: None, ..report() })), "caller");
    Shift::begin().log(Report { caller: None, channel: Channel::Monitoring, ..report() });
}

#[test]
fn impact_and_urgency_are_on_the_scale_of_the_matrix() {
    for beyond in [Level(0), Level(4)] {
        assert_eq!(field(&refused(Report { impact: beyond, ..report() })), "impact");
        assert_eq!(field(&refused(Report { urgency: beyond, ..report() })), "urgency");
    }
}

#[test]
fn whoever_and_whatever_a_report_names_must_be_in_the_directory() {
    for (report, missing) in [
        (Report { caller: Some(STRANGER), ..report() }, "caller"),
        (Report { assignee: Some(STRANGER), ..report() }, "person"),
        (Report { group: Some(GroupId::imported(99)), ..report() }, "group"),
        (Report { category: Some(CategoryId::imported(99)), ..report() }, "category"),
        (Report { service: Some(ServiceId::imported(99)), ..report() }, "service"),
        (Report { item: Some(ItemId::imported(99)), ..report() }, "configuration item"),
        (Report { follows: Some(IncidentId::imported(99)), ..report() }, "incident"),
    ] {
        assert_eq!(refused(report), Refusal::NoSuch { what: missing });
    }
}

#[test]
fn a_new_incident_may_follow_only_one_that_has_ended() {
    let mut shift = Shift::begin();
    let (open, closed) = (shift.in_progress(), shift.closed());
    let refusal = shift.refuses(Ask::Log(Box::new(Report { follows: Some(open), ..report() })));
    assert_eq!(state(&refusal), "In Progress");
    let next = shift.log(Report { follows: Some(closed), ..report() });
    assert_eq!(shift.see(next).follows, Some(closed));
}

#[test]
fn amending_changes_the_field_and_tells_each_change_apart() {
    let mut shift = Shift::begin();
    let id = shift.logged();
    let changes = vec![Amendment::Summary(" Mail is late ".into()), Amendment::Impact(Level(1)), Amendment::Item(None)];
    let events = shift.does(Ask::Amend { incident: id, changes });
    assert_eq!(
        events,
        [
            What::Amended(Amendment::Summary("Mail is late".into())),
            What::Amended(Amendment::Impact(Level(1))),
            What::Amended(Amendment::Item(None)),
        ]
    );
    let incident = shift.see(id);
    assert_eq!((&*incident.summary, incident.impact, incident.item), ("Mail is late", Level(1), None));
    assert_eq!(incident.priority(shift.desk.matrix()), Priority(2));
}

#[test]
fn every_descriptive_field_can_be_amended() {
    let mut shift = Shift::begin();
    let id = shift.logged();
    for change in [
        Amendment::Description("Since noon".into()),
        Amendment::Channel(Channel::Chat),
        Amendment::Caller(Some(COLLEAGUE)),
        Amendment::Service(None),
        Amendment::Category(None),
        Amendment::Urgency(Level(3)),
    ] {
        assert_eq!(amended(&mut shift, id, change.clone()).unwrap(), [What::Amended(change)]);
    }
    let incident = shift.see(id);
    assert_eq!(
        (&*incident.description, incident.channel, incident.caller),
        ("Since noon", Channel::Chat, Some(COLLEAGUE))
    );
    assert_eq!((incident.service, incident.category, incident.urgency), (None, None, Level(3)));
}

#[test]
fn what_is_already_so_makes_no_event() {
    let mut shift = Shift::begin();
    let id = shift.logged();
    let changes = vec![Amendment::Impact(Level(2)), Amendment::Urgency(Level(1))];
    assert_eq!(shift.does(Ask::Amend { incident: id, changes }), [What::Amended(Amendment::Urgency(Level(1)))]);
}

#[test]
fn amending_nothing_is_refused() {
    let mut shift = Shift::begin();
    let id = shift.logged();
    assert_eq!(field(&amended(&mut shift, id, Amendment::Impact(Level(2))).unwrap_err()), "a change");
    assert_eq!(field(&shift.refuses(Ask::Amend { incident: id, changes: vec![] })), "a change");
}

#[test]
fn where_a_field_is_amended_twice_at_once_the_last_value_counts() {
    let mut shift = Shift::begin();
    let id = shift.logged();
    let changes = vec![Amendment::Impact(Level(1)), Amendment::Impact(Level(2))];
    assert_eq!(field(&shift.refuses(Ask::Amend { incident: id, changes })), "a change");
}

#[test]
fn amending_cannot_blank_the_summary_leave_the_scale_or_name_a_stranger() {
    let mut shift = Shift::begin();
    let id = shift.logged();
    let mut refusal = |change| amended(&mut shift, id, change).unwrap_err();
    assert_eq!(field(&refusal(Amendment::Summary(" ".into()))), "summary");
    assert_eq!(field(&refusal(Amendment::Impact(Level(9)))), "impact");
    assert_eq!(field(&refusal(Amendment::Urgency(Level(0)))), "urgency");
    assert_eq!(refusal(Amendment::Caller(Some(STRANGER))), Refusal::NoSuch { what: "person" });
    assert_eq!(refusal(Amendment::Service(Some(ServiceId::imported(9)))), Refusal::NoSuch { what: "service" });
    assert_eq!(refusal(Amendment::Item(Some(ItemId::imported(9)))), Refusal::NoSuch { what: "configuration item" });
    assert_eq!(refusal(Amendment::Category(Some(CategoryId::imported(9)))), Refusal::NoSuch { what: "category" });
}

#[test]
fn amending_cannot_lose_the_caller_unless_monitoring_raised_it() {
    let mut shift = Shift::begin();
    let id = shift.logged();
    assert_eq!(field(&amended(&mut shift, id, Amendment::Caller(None)).unwrap_err()), "caller");
    let changes = vec![Amendment::Caller(None), Amendment::Channel(Channel::Monitoring)];
    shift.does(Ask::Amend { incident: id, changes });
    assert_eq!(field(&amended(&mut shift, id, Amendment::Channel(Channel::Phone)).unwrap_err()), "caller");
}

#[test]
fn a_resolved_incident_can_be_amended_but_an_ended_one_cannot() {
    let mut shift = Shift::begin();
    let (resolved, closed, cancelled) = (shift.resolved(), shift.closed(), shift.cancelled());
    amended(&mut shift, resolved, Amendment::Impact(Level(1))).unwrap();
    assert_eq!(state(&amended(&mut shift, closed, Amendment::Impact(Level(1))).unwrap_err()), "Closed");
    assert_eq!(state(&amended(&mut shift, cancelled, Amendment::Impact(Level(1))).unwrap_err()), "Cancelled");
}

#[test]
fn a_command_for_an_unknown_incident_is_refused() {
    let refusal = Shift::begin().refuses(Ask::Start(IncidentId::imported(5)));
    assert_eq!(refusal, Refusal::NoSuch { what: "incident" });
}

#[test]
fn what_changed_is_shown_at_the_latest_instant() {
    let mut shift = Shift::begin();
    let id = shift.logged();
    shift.does(Ask::Note { incident: id, text: "asked the network team".into() });
    assert_eq!(shift.see(id).changed_at, shift.now);
}

#[test]
fn when_the_numbers_are_used_up_logging_is_refused_instead_of_mixing_two_histories() {
    let mut shift = Shift::begin();
    let last = IncidentId(itsm::Key { number: u32::MAX, tag: TAG });
    let row = itsm::incident::Observed::default();
    shift.take(itsm::Event {
        at: shift.now,
        by: ANALYST,
        what: itsm::Happening::Incident(last, What::Observed(Box::new(row))),
    });
    assert!(matches!(shift.ask(Command::Incident(Ask::Log(Box::new(report())))), Err(Refusal::Rule { .. })));
}
