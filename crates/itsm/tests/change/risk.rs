use itsm::change::risk::{COUNT, HIGHEST, QUESTIONS};
use itsm::change::{Amendment, Answers, Band, ChangeType, Factor, Risk, Weighed};

use crate::bench::*;

fn weighed(answers: [u8; COUNT]) -> Weighed {
    Risk { answers: Answers::of(&answers), ..Risk::default() }.weighed().unwrap()
}

#[test]
fn risk_is_likelihood_times_impact_in_five_bands() {
    let band = |likelihood, impact| Weighed { likelihood, impact }.band();
    let bands = [(1, 4), (1, 5), (3, 3), (2, 5), (3, 5), (4, 4), (4, 5), (5, 5)].map(|(one, two)| band(one, two));
    use Band::*;
    assert_eq!(bands, [VeryLow, Low, Low, Medium, Medium, High, High, VeryHigh]);
}

#[test]
fn numbers_follow_from_the_answers_and_each_point_has_its_reason() {
    assert_eq!(weighed(HARMLESS), Weighed { likelihood: 1, impact: 1 });
    assert_eq!(weighed(MEDIUM), Weighed { likelihood: 3, impact: 4 });
    assert_eq!(weighed(WORST), Weighed { likelihood: HIGHEST, impact: HIGHEST });
    let answers = Answers::of(&MEDIUM).unwrap();
    for factor in Factor::ALL {
        let points: u8 = answers.why(factor).map(|(.., points)| points).sum();
        assert_eq!(answers.level(factor), 1 + points);
    }
}

#[test]
fn an_answer_is_one_of_the_choices_of_each_question() {
    assert_eq!(Answers::of(&[0; COUNT - 1]), None);
    assert_eq!(Answers::of(&[9; COUNT]), None);
    for (place, question) in QUESTIONS.iter().enumerate() {
        let mut answers = HARMLESS;
        answers[place] = u8::try_from(question.choices.len()).unwrap();
        assert_eq!(Answers::of(&answers), None, "{}", question.text);
    }
}

#[test]
fn a_worse_answer_never_makes_a_risk_smaller() {
    for (place, question) in QUESTIONS.iter().enumerate() {
        for choice in 1..question.choices.len() {
            let (mut one, mut other) = (MEDIUM, MEDIUM);
            one[place] = u8::try_from(choice - 1).unwrap();
            other[place] = u8::try_from(choice).unwrap();
            assert!(weighed(one).score() <= weighed(other).score(), "{}", question.text);
        }
    }
}

#[test]
fn a_person_may_raise_a_number_with_a_reason_and_never_lower_it() {
    let mut bench = Bench::begin();
    let id = bench.assessed(ChangeType::Normal, MEDIUM);
    let raise =
        |to, because: &str| amend(id, Amendment::Raise { factor: Factor::Likelihood, to, because: because.into() });
    assert!(bench.refuses(raise(Some(3), "Same")).starts_with("Check level"));
    assert!(bench.refuses(raise(Some(2), "Less")).starts_with("Check level"));
    assert!(bench.refuses(raise(Some(6), "More")).starts_with("Check level"));
    assert!(bench.refuses(raise(Some(5), " ")).starts_with("Needs reason"));
    bench.does(raise(Some(5), "The maker withdrew this version"));
    let risk = &bench.see(id).risk;
    assert_eq!(risk.weighed(), Some(Weighed { likelihood: 5, impact: 4 }));
    assert_eq!(risk.raised(Factor::Likelihood).unwrap().by, LEAD);
    bench.does(raise(None, "They brought it back"));
    assert_eq!(bench.see(id).risk.weighed(), Some(Weighed { likelihood: 3, impact: 4 }));
}

#[test]
fn worse_answers_outgrow_what_was_raised() {
    let mut bench = Bench::begin();
    let id = bench.assessed(ChangeType::Normal, HARMLESS);
    bench.does(amend(id, Amendment::Raise { factor: Factor::Impact, to: Some(2), because: "Pay day".into() }));
    bench.does(amend(id, Amendment::Answers(Answers::of(&WORST).unwrap())));
    assert_eq!(bench.see(id).risk.weighed().unwrap().impact, 5);
}

#[test]
fn nothing_can_be_raised_before_the_questions_are_answered() {
    let mut bench = Bench::begin();
    let id = bench.new_one();
    let raise = Amendment::Raise { factor: Factor::Impact, to: Some(5), because: "Pay day".into() };
    assert!(bench.refuses(amend(id, raise)).starts_with("Needs the answers"));
}
