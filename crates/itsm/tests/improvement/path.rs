use itsm::improvement::{Command as Ask, Model, Step};

use crate::bench::*;

#[test]
fn both_paths_have_seven_steps_in_the_order_of_the_field() {
    let words = |model| Step::all(model).map(Step::word).collect::<Vec<_>>();
    assert_eq!(
        words(Model::Questions),
        [
            "What is the vision?",
            "Where are we now?",
            "Where do we want to be?",
            "How do we get there?",
            "Take action",
            "Did we get there?",
            "How do we keep the momentum going?"
        ]
    );
    let phases: Vec<_> = Step::all(Model::SevenSteps).map(|step| step.phase().unwrap()).collect();
    assert_eq!(phases, ["Plan", "Plan", "Do", "Do", "Check", "Check", "Act"]);
    assert_eq!(words(Model::SevenSteps)[0], "Identify the strategy for improvement");
    assert!(Step::new(Model::Questions, 0).is_none() && Step::new(Model::Questions, 8).is_none());
}

#[test]
fn a_step_comes_before_an_earlier_one_only_with_a_reason() {
    let mut bench = Bench::begin();
    let id = bench.registered(idea());
    let take =
        |place, because: &str| Ask::Take { improvement: id, step: step(place), answer: answer("Found", because) };
    assert!(bench.refuses(take(2, " ")).starts_with("Needs a reason for the order"));
    bench.does(take(2, "The figures were at hand"));
    bench.does(take(1, ""));
    bench.does(take(3, ""));
    assert_eq!(bench.see(id).next_step(Model::Questions), Some(step(4)));
    assert_eq!(bench.see(id).next_step(Model::SevenSteps), Step::new(Model::SevenSteps, 1));
}

#[test]
fn a_step_needs_an_answer_and_can_be_written_anew() {
    let mut bench = Bench::begin();
    let id = bench.registered(idea());
    let take = |text: &str| Ask::Take { improvement: id, step: step(1), answer: answer(text, "") };
    assert!(bench.refuses(take("")).starts_with("Needs what was found"));
    bench.does(take("Callers trust us"));
    assert!(bench.refuses(take("Callers trust us ")).starts_with("Needs a change"));
    bench.does(take("Callers trust what we say"));
    assert_eq!(&*bench.see(id).path[&step(1)].answer.text, "Callers trust what we say");
}
