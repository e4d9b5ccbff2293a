use itsm::change::template::{Body, Command as AskTemplate, State as TemplateState};
use itsm::change::{Amendment, Answers, ChangeType, CloseCode, Command as Ask, State, Statement};

use crate::bench::*;

fn standard(template: itsm::ChangeTemplateId) -> Statement {
    Statement { kind: ChangeType::Standard, template: Some(template), services: vec![], group: None, ..statement() }
}

fn of(ask: AskTemplate) -> Ask {
    Ask::Template(ask)
}

#[test]
fn a_standard_change_takes_risk_and_plans_from_its_template_and_asks_nobody() {
    let mut bench = Bench::begin();
    let template = bench.template_in_force();
    let id = bench.raised(standard(template));
    let change = bench.see(id).clone();
    assert_eq!((change.plans, change.risk.answers), (plans(), Answers::of(&HARMLESS)));
    assert_eq!((change.services, change.group), (vec![MAIL], Some(NETWORK)));
    assert!(change.rounds.is_empty());
    assert!(bench.refuses(Ask::Assess(id)).contains("it is a standard change"));
    assert!(bench.refuses(put(id, &[&[ANA]])).contains("it is a standard change"));
    let planned = bench.later(1, 2);
    bench.does(Ask::Schedule { change: id, planned });
    bench.does(Ask::Implement(id));
    bench.does(Ask::BeginReview(id));
    bench.does(Ask::Close { change: id, code: CloseCode::Successful, notes: "As the template says".into() });
    assert_eq!(bench.see(id).state, State::Closed);
}

#[test]
fn a_standard_change_does_what_its_template_says() {
    let mut bench = Bench::begin();
    let template = bench.template_in_force();
    let id = bench.raised(standard(template));
    let other = bench.refuses(amend(id, Amendment::Implementation("Otherwise".into())));
    assert!(other.contains("a standard change follows its template"));
    bench.does(amend(id, Amendment::Items(vec![])));
    assert_eq!(bench.see(id).state, State::New);
}

#[test]
fn a_template_is_authorised_once_and_anew_when_it_is_revised() {
    let mut bench = Bench::begin();
    let id = bench.template_in_force();
    let see = |bench: &Bench| bench.desk.change_templates().get(id).unwrap().clone();
    assert_eq!(see(&bench).state, TemplateState::InForce);
    let made = bench.raised(standard(id));
    let body = Body { name: "Restart any server".into(), ..body() };
    bench.does(of(AskTemplate::Revise { template: id, body: Box::new(body) }));
    assert_eq!((see(&bench).state, see(&bench).version), (TemplateState::Draft, 2));
    let raise = Ask::Raise { statement: Box::new(standard(id)), from: None };
    assert!(bench.refuses(raise).starts_with("Check template"));
    // What was made from it before is still authorised.
    let planned = bench.later(1, 2);
    bench.does(Ask::Schedule { change: made, planned });
}

#[test]
fn the_author_of_a_template_does_not_authorise_it() {
    let mut bench = Bench::begin();
    let id = bench.template();
    let own = AskTemplate::Ask { template: id, boards: boards(&[&[LEAD]]) };
    assert!(bench.refuses(of(own)).contains("nobody approves their own"));
    bench.does(of(AskTemplate::Ask { template: id, boards: boards(&[&[ANA]]) }));
    let answer = || of(AskTemplate::Answer { template: id, approves: true, because: "".into() });
    assert!(bench.refuses(answer()).contains("nobody approves their own"));
    assert!(bench.refuses_as(BEN, answer()).contains("only those who are asked"));
    bench.does_as(ANA, answer());
    assert!(bench.refuses_as(ANA, answer()).starts_with("Not while In force"));
}

#[test]
fn a_template_that_is_refused_goes_back_to_its_author() {
    let mut bench = Bench::begin();
    let id = bench.template();
    bench.does(of(AskTemplate::Ask { template: id, boards: boards(&[&[ANA]]) }));
    let no = |because: &str| of(AskTemplate::Answer { template: id, approves: false, because: because.into() });
    assert!(bench.refuses_as(ANA, no("")).starts_with("Needs reason"));
    bench.does_as(ANA, no("Say what happens at month end"));
    let template = bench.desk.change_templates().get(id).unwrap();
    assert_eq!(template.state, TemplateState::Draft);
    assert!(template.returned.is_some());
}

#[test]
fn only_a_low_risk_can_be_authorised_once_for_every_use() {
    let mut bench = Bench::begin();
    let id = bench.desk.change_templates().next(TAG);
    let risky = Body { answers: Answers::of(&MEDIUM), ..body() };
    bench.does(of(AskTemplate::Create(Box::new(risky.clone()))));
    let ask = || of(AskTemplate::Ask { template: id, boards: boards(&[&[ANA]]) });
    assert!(bench.refuses(ask()).contains("its risk is more than low"));
    let revise = |body| of(AskTemplate::Revise { template: id, body: Box::new(body) });
    bench.does(revise(Body { answers: None, ..body() }));
    assert!(bench.refuses(ask()).starts_with("Needs an assessment"));
    bench.does(revise(Body { plans: Default::default(), ..body() }));
    assert!(bench.refuses(ask()).starts_with("Needs implementation plan"));
}

#[test]
fn two_templates_in_use_cannot_have_one_name_and_a_retired_one_stays_so() {
    let mut bench = Bench::begin();
    let id = bench.template();
    assert!(bench.refuses(of(AskTemplate::Create(Box::new(body())))).starts_with("Check name"));
    let blank = Body { name: " ".into(), ..body() };
    assert!(bench.refuses(of(AskTemplate::Create(Box::new(blank)))).starts_with("Needs name"));
    let retire = |because: &str| of(AskTemplate::Retire { template: id, because: because.into() });
    assert!(bench.refuses(retire("")).starts_with("Needs reason"));
    bench.does(retire("The server is gone"));
    assert!(bench.refuses(retire("Again")).starts_with("Not while Retired"));
    bench.does(of(AskTemplate::Create(Box::new(body()))));
}
