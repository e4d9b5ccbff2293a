//! Which steps an order takes.

use itsm::catalogue::form::{Answer, Condition};
use itsm::catalogue::workflow::{Approver, StepKind, When, Why, cost, path};
use itsm::catalogue::{Period, Price};

use crate::bench::{LARGE, MODEL, SMALL, USERS, approval, automatic, chose, offering, step, task, tasks};

fn money(cents: u64) -> String {
    format!("{}.{:02}", cents / 100, cents % 100)
}

#[test]
fn a_step_with_a_condition_is_taken_if_the_answers_say_so_and_says_why_in_the_words_of_the_form() {
    let when = When::Answers(Condition::Chosen(MODEL, LARGE));
    let offering = offering(vec![step(1, "Order the large one", when, StepKind::Tasks(vec![task("Order", 1)]))]);
    let taken = path(&offering, &chose(LARGE), 1);
    assert_eq!(taken.visits[0].sentence(money), "Taken because “Model” is “Large”");
    let skipped = path(&offering, &chose(SMALL), 1);
    assert_eq!(skipped.visits[0].sentence(money), "Skipped, as it is taken only if “Model” is “Large”");
    assert_eq!((taken.taken().count(), skipped.taken().count()), (1, 0));
}

#[test]
fn an_answer_to_a_question_that_is_not_asked_decides_nothing_and_costs_nothing() {
    let when = When::Answers(Condition::AtLeast(USERS, 5));
    let offering = offering(vec![step(1, "Many", when, StepKind::Automatic)]);
    let mut answers = chose(SMALL);
    answers.insert(USERS, Answer::Number(9));
    assert_eq!(path(&offering, &answers, 1).taken().count(), 0);
    assert_eq!(path(&offering, &answers, 1).cost.each, 100_000);
    answers.extend(chose(LARGE));
    assert_eq!(path(&offering, &answers, 1).taken().count(), 1);
    assert_eq!(path(&offering, &answers, 1).cost.each, 100_000 + 30_000 + 9 * 100);
}

#[test]
fn what_an_answer_adds_is_paid_for_each_one_that_is_ordered() {
    assert_eq!(cost(&offering(vec![]), &chose(LARGE), 3).first, 3 * 130_000);
}

#[test]
fn a_limit_looks_at_the_first_year_of_a_subscription_so_that_paying_monthly_is_no_way_around_it() {
    let limit = step(1, "Owner", When::CostsMoreThan(100_000), StepKind::Automatic);
    let mut offering = offering(vec![limit]);
    offering.price = Price::Subscription { amount: 10_000, period: Period::Month };
    let found = path(&offering, &chose(SMALL), 1);
    assert_eq!((found.cost.first, found.cost.yearly()), (10_000, Some(120_000)));
    assert_eq!(found.visits[0].why, Why::Cost { costs: 120_000, limit: 100_000, is_a_year: true });
    let sentence = found.visits[0].sentence(|cents| (cents / 100).to_string());
    assert_eq!(sentence, "Taken because a year of it costs 1200, more than 1000");
    assert!(found.visits[0].is_taken);
}

#[test]
fn an_order_of_exactly_the_limit_is_below_it() {
    let offering = offering(vec![step(1, "Owner", When::CostsMoreThan(100_000), StepKind::Automatic)]);
    assert_eq!(path(&offering, &chose(SMALL), 1).taken().count(), 0);
    assert_eq!(path(&offering, &chose(SMALL), 2).taken().count(), 1);
}

#[test]
fn a_rebate_never_makes_a_price_less_than_nothing() {
    let mut offering = offering(vec![]);
    offering.price = Price::Free;
    if let itsm::catalogue::form::FieldKind::Choice { choices } = &mut offering.form.sections[0].fields[0].kind {
        choices[0].price = -500;
    }
    assert_eq!(cost(&offering, &chose(SMALL), 4).first, 0);
}

#[test]
fn approvals_come_first_wherever_they_stand() {
    let steps = vec![
        tasks(1, "Do", vec![task("Do it", 1)]),
        automatic(2, "Mail"),
        approval(3, "Manager", &[Approver::Manager]),
        approval(4, "Owner", &[Approver::Owner]),
    ];
    let offering = offering(steps);
    let names: Vec<String> = path(&offering, &chose(SMALL), 1).taken().map(|step| step.name.to_string()).collect();
    assert_eq!(names, ["Manager", "Owner", "Do", "Mail"]);
}

#[test]
fn a_condition_nested_deeper_than_any_editor_writes_is_never_met_and_breaks_nothing() {
    let mut condition = Condition::Answered(MODEL);
    for _ in 0..2_000 {
        condition = Condition::All(vec![condition]);
    }
    let offering = offering(vec![step(1, "Deep", When::Answers(condition), StepKind::Automatic)]);
    let found = path(&offering, &chose(SMALL), 1);
    assert!(!found.visits[0].is_taken);
    assert!(found.visits[0].sentence(money).len() < 200);
}
