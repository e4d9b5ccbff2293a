use itsm::approval::Outcome;
use itsm::change::authority::{self, Body, TABLE};
use itsm::change::{Amendment, Answers, Band, Board, ChangeType, Command as Ask, Return, State, why_not_answer};

use crate::bench::*;

#[test]
fn the_change_authority_grows_with_what_is_at_risk() {
    let bodies = |kind, band| authority::rounds(kind, band).iter().map(|asked| asked.body).collect::<Vec<_>>();
    assert_eq!(bodies(ChangeType::Normal, Band::Low), [Body::ChangeManager]);
    assert_eq!(bodies(ChangeType::Normal, Band::Medium), [Body::Cab]);
    assert_eq!(bodies(ChangeType::Normal, Band::High), [Body::Cab, Body::ServiceOwner]);
    assert_eq!(bodies(ChangeType::Normal, Band::VeryHigh), [Body::Cab, Body::ServiceOwner]);
    assert_eq!(bodies(ChangeType::Emergency, Band::VeryHigh), [Body::Ecab]);
    for kind in ChangeType::ALL {
        assert!(TABLE.iter().any(|line| line.of == kind && line.from == Band::VeryLow), "{kind:?} has no first line");
        for band in Band::ALL {
            assert!(!authority::rounds(kind, band).is_empty());
        }
    }
}

#[test]
fn an_authority_is_asked_only_with_a_risk_and_all_three_plans() {
    for kind in [ChangeType::Normal, ChangeType::Emergency] {
        let mut bench = Bench::begin();
        let id = bench.raised(itsm::change::Statement { kind, ..statement() });
        assert!(bench.refuses(put(id, &[&[ANA]])).starts_with("Not while New"));
        bench.does(Ask::Assess(id));
        assert!(bench.refuses(put(id, &[&[ANA]])).starts_with("Needs an assessment of its risk"));
        bench.does(amend(id, Amendment::Answers(Answers::of(&HARMLESS).unwrap())));
        for (plan, field) in [
            (Amendment::Implementation("Swap it".into()), "implementation plan"),
            (Amendment::Test("Ping".into()), "test plan"),
            (Amendment::BackOut("None is possible: the old one is broken".into()), "back-out plan"),
        ] {
            assert!(bench.refuses(put(id, &[&[ANA]])).starts_with(&format!("Needs {field}")));
            bench.does(amend(id, plan));
        }
        bench.does(put(id, &[&[ANA]]));
        assert_eq!(bench.see(id).state, State::Authorize);
    }
}

#[test]
fn each_round_needs_people_and_an_emergency_of_high_risk_two_who_agree() {
    let mut bench = Bench::begin();
    let id = bench.assessed(ChangeType::Normal, WORST);
    assert!(bench.refuses(put(id, &[&[ANA]])).starts_with("Needs approvers"));
    assert!(bench.refuses(put(id, &[&[ANA], &[]])).starts_with("Needs approvers"));
    bench.does(put(id, &[&[ANA, BEN], &[CAT]]));
    let emergency = bench.assessed(ChangeType::Emergency, WORST);
    assert!(bench.refuses(put(emergency, &[&[ANA]])).contains("fewer are asked"));
    bench.does(put(emergency, &[&[ANA, BEN, CAT]]));
    bench.does_as(BEN, yes(emergency));
    assert_eq!(bench.see(emergency).authorisation(), Some(Outcome::Asked));
    bench.does_as(CAT, yes(emergency));
    assert_eq!(bench.see(emergency).authorisation(), Some(Outcome::Approved));
}

#[test]
fn nobody_approves_their_own_change_whether_they_want_it_or_see_it_through() {
    let mut bench = Bench::begin();
    let id = bench.assessed(ChangeType::Normal, HARMLESS);
    for own in [LEAD, REQUESTER] {
        assert!(bench.refuses(put(id, &[&[ANA, own]])).contains("nobody approves their own"));
    }
    let board = Board { approvers: vec![ANA], delegates: [(ANA, LEAD)].into() };
    assert!(bench.refuses(Ask::Ask { change: id, boards: vec![board] }).contains("nobody approves their own"));
    bench.does(put(id, &[&[ANA]]));
    for own in [LEAD, REQUESTER] {
        assert!(bench.refuses_as(own, yes(id)).contains("nobody approves their own"));
    }
    assert!(bench.refuses_as(BEN, yes(id)).contains("only those who are asked"));
    let hand = Ask::Assign { change: id, group: None, assignee: Some(ANA) };
    assert!(bench.refuses(hand).contains("they are asked to approve it"));
    assert_eq!(why_not_answer(&bench.desk, id, ANA), None);
}

#[test]
fn a_delegate_answers_in_the_approvers_place() {
    let mut bench = Bench::begin();
    let id = bench.assessed(ChangeType::Normal, HARMLESS);
    let board = Board { approvers: vec![ANA], delegates: [(ANA, BEN)].into() };
    bench.does(Ask::Ask { change: id, boards: vec![board] });
    bench.does_as(BEN, yes(id));
    let vote = &bench.see(id).rounds[0].votes[&ANA];
    assert_eq!((vote.by, vote.approves), (BEN, true));
}

#[test]
fn the_last_approval_that_is_needed_clears_the_queue() {
    let mut bench = Bench::begin();
    let id = bench.asked(MEDIUM, &[&[ANA, BEN, CAT]]);
    bench.does_as(ANA, yes(id));
    bench.does_as(BEN, yes(id));
    assert!(!bench.see(id).awaits_approval());
    assert_eq!(bench.see(id).rounds[0].waiting().count(), 0);
    assert!(bench.refuses_as(CAT, yes(id)).contains("this approval is decided"));
}

#[test]
fn a_refusal_takes_the_change_back_at_once_with_its_reason_and_it_can_be_asked_again() {
    let mut bench = Bench::begin();
    let id = bench.asked(MEDIUM, &[&[ANA, BEN, CAT]]);
    assert!(bench.refuses_as(ANA, no(id, " ")).starts_with("Needs reason"));
    bench.does_as(ANA, no(id, "Not before pay day"));
    let change = bench.see(id);
    assert_eq!(change.state, State::Assess);
    assert_eq!(change.returned, Some(Return::Refused { by: ANA, because: "Not before pay day".into() }));
    assert!(bench.refuses_as(BEN, yes(id)).starts_with("Not while Assess"));
    bench.does(amend(id, Amendment::Implementation("Swap it after pay day".into())));
    bench.does(put(id, &[&[ANA, BEN, CAT]]));
    assert_eq!((bench.see(id).asked, &bench.see(id).returned), (2, &None));
}

#[test]
fn a_refused_change_can_be_cancelled() {
    let mut bench = Bench::begin();
    let id = bench.asked(HARMLESS, &[&[ANA]]);
    bench.does_as(ANA, no(id, "Not worth it"));
    bench.does(Ask::Cancel { change: id, because: "Refused".into() });
    assert_eq!(bench.see(id).state, State::Cancelled);
}

#[test]
fn what_was_authorised_is_what_is_done_so_amending_it_sends_it_back() {
    let material = [
        Amendment::Implementation("Other".into()),
        Amendment::Test("Other".into()),
        Amendment::BackOut("Other".into()),
        Amendment::Answers(Answers::of(&WORST).unwrap()),
        Amendment::Items(vec![]),
        Amendment::Services(vec![]),
    ];
    for amendment in material {
        for scheduled in [false, true] {
            let mut bench = Bench::begin();
            let id = if scheduled { bench.scheduled() } else { bench.asked(HARMLESS, &[&[ANA]]) };
            bench.does(amend(id, amendment.clone()));
            assert_eq!((bench.see(id).state, &bench.see(id).returned), (State::Assess, &Some(Return::Amended)));
        }
    }
}

#[test]
fn a_note_or_a_better_description_leaves_it_authorised() {
    let mut bench = Bench::begin();
    let id = bench.scheduled();
    bench.does(Ask::Note { change: id, text: "The new one has arrived".into() });
    bench.does(amend(id, Amendment::Description("It drops one packet in ten".into())));
    assert_eq!(bench.see(id).state, State::Scheduled);
}

#[test]
fn type_and_requester_are_settled_before_anybody_is_asked() {
    let mut bench = Bench::begin();
    let id = bench.asked(HARMLESS, &[&[ANA]]);
    for amendment in [Amendment::Kind(ChangeType::Emergency), Amendment::RequestedBy(BEN)] {
        assert!(bench.refuses(amend(id, amendment)).starts_with("Not while Authorize"));
    }
    bench.does(Ask::Withdraw { change: id, because: "It cannot wait".into() });
    bench.does(amend(id, Amendment::Kind(ChangeType::Emergency)));
    assert!(bench.refuses(amend(id, Amendment::Kind(ChangeType::Standard))).starts_with("Check type"));
}

#[test]
fn withdrawing_needs_a_reason_and_somebody_who_was_asked() {
    let mut bench = Bench::begin();
    let id = bench.new_one();
    let withdraw = |id, because: &str| Ask::Withdraw { change: id, because: because.into() };
    assert!(bench.refuses(withdraw(id, "Wrong people")).starts_with("Not while New"));
    let id = bench.asked(HARMLESS, &[&[ANA]]);
    assert!(bench.refuses(withdraw(id, "")).starts_with("Needs reason"));
    bench.does(withdraw(id, "Wrong people"));
    assert_eq!(bench.see(id).returned, Some(Return::Withdrawn { because: "Wrong people".into() }));
}

#[test]
fn an_emergency_change_is_assessed_too() {
    let mut bench = Bench::begin();
    let id = bench.raised(itsm::change::Statement { kind: ChangeType::Emergency, ..statement() });
    let planned = bench.later(1, 2);
    assert!(bench.refuses(Ask::Schedule { change: id, planned }).contains("nobody has authorised it"));
    bench.does(Ask::Assess(id));
    assert!(bench.refuses(Ask::Schedule { change: id, planned }).contains("nobody has authorised it"));
}
