use itsm::change::{
    Amendment, ChangeType, CloseCode, Command as Ask, Findings, OrderState, Span, State, Statement, caused,
};
use itsm::link::{Command as AskLink, Link, Relation};
use itsm::{Command, EntryId, RecordId, why_not_retire};

use crate::bench::*;
use crate::raising::incident;

#[test]
fn a_change_is_not_assessed_without_somebody_who_sees_it_through() {
    let mut bench = Bench::begin();
    let id = bench.raised(Statement { assignee: None, ..statement() });
    assert!(bench.refuses(Ask::Assess(id)).starts_with("Needs a person who sees it through"));
    bench.does(Ask::Assign { change: id, group: None, assignee: Some(LEAD) });
    assert_eq!(bench.see(id).group, Some(NETWORK));
    bench.does(Ask::Assess(id));
    assert!(
        bench.refuses(Ask::Assign { change: id, group: Some(NETWORK), assignee: None }).starts_with("Needs a person")
    );
}

#[test]
fn a_change_is_not_scheduled_before_it_is_approved() {
    let mut bench = Bench::begin();
    let id = bench.asked(HARMLESS, &[&[ANA]]);
    let planned = bench.later(1, 2);
    assert!(bench.refuses(Ask::Schedule { change: id, planned }).contains("its approval comes first"));
}

#[test]
fn a_schedule_lies_ahead_and_ends_after_it_starts() {
    let mut bench = Bench::begin();
    let id = bench.authorised();
    let past = bench.later(-1, 2);
    assert!(bench.refuses(Ask::Schedule { change: id, planned: past }).starts_with("Check planned start"));
    let backwards = bench.later(2, 1);
    assert!(bench.refuses(Ask::Schedule { change: id, planned: backwards }).starts_with("Check planned end"));
    let planned = bench.later(1, 2);
    bench.does(Ask::Schedule { change: id, planned });
    assert!(bench.refuses(Ask::Schedule { change: id, planned }).contains("nothing would change"));
    let planned = bench.later(5, 6);
    bench.does(Ask::Schedule { change: id, planned });
    assert_eq!((bench.see(id).state, bench.see(id).planned), (State::Scheduled, Some(planned)));
}

#[test]
fn an_emergency_change_may_have_begun_when_it_is_scheduled_but_not_be_over() {
    let mut bench = Bench::begin();
    let id = bench.assessed(ChangeType::Emergency, HARMLESS);
    bench.does(put(id, &[&[ANA]]));
    bench.does_as(ANA, yes(id));
    let over = bench.later(-2, -1);
    assert!(bench.refuses(Ask::Schedule { change: id, planned: over }).starts_with("Check planned end"));
    let planned = bench.later(-1, 1);
    bench.does(Ask::Schedule { change: id, planned });
}

#[test]
fn a_change_is_not_carried_out_before_it_is_scheduled_and_its_real_times_are_kept() {
    let mut bench = Bench::begin();
    let id = bench.authorised();
    assert!(bench.refuses(Ask::Implement(id)).contains("Schedule it first"));
    let id = bench.scheduled();
    bench.does(Ask::Implement(id));
    let began = bench.now;
    bench.does(Ask::BeginReview(id));
    assert_eq!((bench.see(id).began_at, bench.see(id).ended_at), (Some(began), Some(bench.now)));
}

#[test]
fn plans_stand_still_while_a_change_is_carried_out_and_reviewed() {
    let mut bench = Bench::begin();
    for id in [bench.begun(), bench.in_review()] {
        let refused = bench.refuses(amend(id, Amendment::Implementation("Other".into())));
        assert!(refused.contains("what was authorised is what is done"), "{refused}");
    }
}

#[test]
fn a_change_in_review_cannot_be_cancelled_and_one_that_is_over_cannot_be_touched() {
    let mut bench = Bench::begin();
    let id = bench.in_review();
    let cancel = |id| Ask::Cancel { change: id, because: "Not wanted".into() };
    assert!(bench.refuses(cancel(id)).starts_with("Not while Review"));
    let id = bench.closed();
    assert!(bench.refuses(cancel(id)).starts_with("Not while Closed"));
    assert!(bench.refuses(amend(id, Amendment::Summary("Other".into()))).starts_with("Not while Closed"));
    bench.does(Ask::Note { change: id, text: "Seen in the audit".into() });
}

#[test]
fn cancelling_needs_a_reason_and_takes_the_open_work_orders_with_it() {
    let mut bench = Bench::begin();
    let id = bench.begun();
    let order = bench.order(id, &[]);
    assert!(bench.refuses(Ask::Cancel { change: id, because: "".into() }).starts_with("Needs reason"));
    bench.does(Ask::Cancel { change: id, because: "The part is broken".into() });
    assert_eq!(bench.see(id).orders[&order].state, OrderState::Cancelled);
    assert_eq!(bench.see(id).close_code(), None);
}

#[test]
fn closing_needs_a_review_a_code_and_notes() {
    let mut bench = Bench::begin();
    let id = bench.in_review();
    let close = |notes: &str| Ask::Close { change: id, code: CloseCode::Successful, notes: notes.into() };
    assert!(bench.refuses(close("As planned")).starts_with("Needs a review"));
    bench.does(Ask::Review { change: id, findings: fine() });
    assert!(bench.refuses(close(" ")).starts_with("Needs close notes"));
    bench.does(close("As planned"));
    assert_eq!(bench.see(id).close_code(), Some(CloseCode::Successful));
}

#[test]
fn the_close_code_says_what_the_review_says() {
    let fits = |findings: Findings, code| {
        let mut bench = Bench::begin();
        let id = bench.in_review();
        bench.does(Ask::Review { change: id, findings });
        bench.ask(Command::Change(Ask::Close { change: id, code, notes: "So it was".into() })).is_ok()
    };
    let backed_out = Findings { objectives_met: false, backed_out: true, ..fine() };
    let failed = Findings { objectives_met: false, ..fine() };
    let noisy = Findings { caused_incidents: true, ..fine() };
    use CloseCode::*;
    for (findings, codes) in [
        (fine(), vec![Successful, SuccessfulWithIssues]),
        (noisy, vec![SuccessfulWithIssues]),
        (failed, vec![Failed]),
        (backed_out, vec![BackedOut]),
    ] {
        for code in CloseCode::ALL {
            assert_eq!(fits(findings.clone(), code), codes.contains(&code), "{findings:?} {code:?}");
        }
    }
}

#[test]
fn incidents_that_a_change_caused_are_counted_and_its_review_cannot_deny_them() {
    let mut bench = Bench::begin();
    let (id, incident) = (bench.in_review(), incident(&mut bench));
    let link = Link { relation: Relation::CausedBy, to: RecordId::Change(id) };
    bench.ask(Command::Link(AskLink::Link(RecordId::Incident(incident), link))).unwrap();
    assert_eq!(caused(&bench.desk, id).collect::<Vec<_>>(), [incident]);
    assert!(bench.refuses(Ask::Review { change: id, findings: fine() }).starts_with("Check incidents caused"));
    bench.does(Ask::Review { change: id, findings: Findings { caused_incidents: true, ..fine() } });
}

#[test]
fn who_sees_an_open_change_through_or_is_asked_cannot_be_retired() {
    let mut bench = Bench::begin();
    bench.asked(HARMLESS, &[&[ANA]]);
    for entry in [EntryId::Person(ANA), EntryId::Group(NETWORK)] {
        let refused = why_not_retire(&bench.desk, entry, BEN).unwrap().sentence();
        assert!(refused.contains("open changes are with it"), "{refused}");
    }
    assert!(bench.desk.practices_mention(EntryId::Person(REQUESTER)));
}

#[test]
fn a_wished_time_runs_forward() {
    let mut bench = Bench::begin();
    let id = bench.new_one();
    let span = Span { start: bench.now, end: bench.now };
    assert!(bench.refuses(amend(id, Amendment::Planned(Some(span)))).starts_with("Check planned end"));
}
