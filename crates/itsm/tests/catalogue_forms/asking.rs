//! What is asked, what counts, and what it costs.

use itsm::catalogue::form::{Answer, Condition, Field, FieldKind, Form, Section, fill, prune, shown, surcharge};

use crate::bench::{answers, asked, c, choice, f, field, form, laptop, not, number, s, says, text};

#[test]
fn a_section_is_asked_only_while_its_condition_holds() {
    let form = laptop();
    assert_eq!(asked(&form, &answers([])), [1, 3]);
    let with_dock = answers([(3, Answer::Choices(vec![c(6)]))]);
    assert_eq!(asked(&form, &with_dock), [1, 3, 4, 5]);
}

#[test]
fn a_cascade_offers_the_models_of_the_chosen_brand_alone() {
    let form = laptop();
    let models = |brand| {
        let shown = shown(&form, &answers([(1, Answer::Choice(c(brand)))]));
        shown[0].fields[1].choices.iter().map(|choice| choice.label.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(models(1), ["Acme 13"]);
    assert_eq!(models(2), ["Blue 14", "Blue 16"]);
}

#[test]
fn a_question_without_a_choice_to_offer_is_not_asked() {
    let form = form(vec![field(1, "Which?", FieldKind::Choice { choices: vec![] })]);
    assert!(shown(&form, &answers([])).is_empty());
}

#[test]
fn a_choice_that_is_no_longer_offered_does_not_count() {
    let form = laptop();
    let before = answers([(1, Answer::Choice(c(2))), (2, Answer::Choice(c(5)))]);
    assert_eq!(surcharge(&form, &before), 45_000);
    let after = answers([(1, Answer::Choice(c(1))), (2, Answer::Choice(c(5)))]);
    assert_eq!(prune(&form, &after), answers([(1, Answer::Choice(c(1)))]));
    assert_eq!(surcharge(&form, &after), 0);
}

#[test]
fn an_answer_to_a_hidden_question_counts_for_nothing_and_shows_nothing() {
    let deeper = Field { show_if: Some(Condition::Answered(f(2))), ..field(3, "Why?", text()) };
    let middle = Field { show_if: Some(Condition::Says(f(1), "yes".into())), ..field(2, "Which?", text()) };
    let form = form(vec![field(1, "More?", text()), middle, deeper]);
    let given = [(1, says("no")), (2, says("this")), (3, says("because"))];
    assert_eq!(asked(&form, &answers(given.clone())), [1]);
    assert_eq!(prune(&form, &answers(given.clone())), answers([(1, says("no"))]));
    assert!(!Condition::Answered(f(2)).holds(&form, &answers(given)));
}

#[test]
fn a_condition_may_look_ahead() {
    let first = Field { show_if: Some(Condition::Answered(f(3))), ..field(1, "First", text()) };
    let second = Field { show_if: Some(Condition::Answered(f(1))), ..field(2, "Second", text()) };
    let form = form(vec![second, first, field(3, "Third", text())]);
    assert_eq!(asked(&form, &answers([])), [3]);
    assert_eq!(asked(&form, &answers([(3, says("x")), (1, says("y"))])), [2, 1, 3]);
}

#[test]
fn questions_that_hide_each_other_in_a_circle_end_and_are_never_both_wrong() {
    let first = Field { show_if: Some(not(Condition::Answered(f(2)))), ..field(1, "First", text()) };
    let second = Field { show_if: Some(Condition::Answered(f(1))), ..field(2, "Second", text()) };
    let form = form(vec![first, second]);
    let all = answers([(1, says("x")), (2, says("y"))]);
    let counting = prune(&form, &all);
    for shown in shown(&form, &all).iter().flat_map(|section| &section.fields) {
        let condition = shown.field.show_if.as_ref().unwrap();
        assert!(
            condition.holds(&form, &counting),
            "{} is asked although its condition does not hold",
            shown.field.label
        );
    }
}

#[test]
fn a_question_that_hides_itself_is_not_asked_once_it_is_answered() {
    let form = form(vec![Field { show_if: Some(not(Condition::Answered(f(1)))), ..field(1, "Only", text()) }]);
    assert_eq!(asked(&form, &answers([])), [1]);
    assert_eq!(asked(&form, &answers([(1, says("x"))])), Vec::<u32>::new());
}

#[test]
fn words_are_compared_whatever_their_case_and_the_spaces_around_them() {
    let form = form(vec![field(1, "Site", text())]);
    let berlin = Condition::Says(f(1), "Berlin ".into());
    assert!(berlin.holds(&form, &answers([(1, says(" BERLIN"))])));
    assert!(!berlin.holds(&form, &answers([(1, says("Bern"))])));
}

#[test]
fn numbers_are_compared_with_both_ends_included() {
    let form = form(vec![field(1, "Size", number())]);
    let at = |number| answers([(1, Answer::Number(number))]);
    assert!(Condition::AtLeast(f(1), 3).holds(&form, &at(3)));
    assert!(!Condition::AtLeast(f(1), 3).holds(&form, &at(2)));
    assert!(Condition::AtMost(f(1), 3).holds(&form, &at(3)));
    assert!(!Condition::AtMost(f(1), 3).holds(&form, &at(4)));
    assert!(!Condition::AtMost(f(1), 3).holds(&form, &answers([])), "no number is no small number");
}

#[test]
fn all_of_nothing_holds_and_any_of_nothing_does_not() {
    let form = Form::default();
    assert!(Condition::All(vec![]).holds(&form, &answers([])));
    assert!(!Condition::Any(vec![]).holds(&form, &answers([])));
}

#[test]
fn conditions_that_are_nested_too_deep_do_not_hold_and_do_not_harm() {
    let deep = (0..500).fold(Condition::All(vec![]), |inner, _| Condition::All(vec![inner]));
    let form = form(vec![Field { show_if: Some(deep), ..field(1, "Deep", text()) }]);
    assert!(asked(&form, &answers([])).is_empty());
}

#[test]
fn several_choices_count_once_and_in_the_order_of_the_form() {
    let form = laptop();
    let twice = answers([(3, Answer::Choices(vec![c(7), c(6), c(7), c(99)]))]);
    assert_eq!(prune(&form, &twice)[&f(3)], Answer::Choices(vec![c(6), c(7)]));
    assert_eq!(surcharge(&form, &twice), 13_500);
}

#[test]
fn each_of_a_number_adds_to_the_price_and_what_is_hidden_adds_nothing() {
    let form = laptop();
    let with_dock = answers([(3, Answer::Choices(vec![c(6)])), (5, Answer::Number(3))]);
    assert_eq!(surcharge(&form, &with_dock), 15_000);
    let without = answers([(5, Answer::Number(3))]);
    assert_eq!(surcharge(&form, &without), 0);
}

#[test]
fn a_surcharge_never_overflows() {
    let kind = FieldKind::Number { least: None, most: None, unit: "".into(), each: i64::MAX };
    let dear = FieldKind::Choice { choices: vec![choice(1, "Dear", i64::MAX)] };
    let form = form(vec![field(1, "How many", kind), field(2, "Which", dear)]);
    let all = answers([(1, Answer::Number(i64::MAX)), (2, Answer::Choice(c(1)))]);
    assert_eq!(surcharge(&form, &all), i64::MAX);
}

#[test]
fn fields_are_filled_with_their_defaults_where_these_fit() {
    let mut fields = vec![field(1, "Site", text()), field(2, "Size", number()), field(3, "Note", text())];
    fields[0].default = Some(says("Berlin"));
    fields[1].default = Some(says("many"));
    fields[2].default = Some(says("  "));
    assert_eq!(fill(&form(fields)), answers([(1, says("Berlin"))]));
}

#[test]
fn a_section_that_only_explains_is_shown() {
    let note =
        Section { key: s(1), title: "Before you order".into(), help: "Ask your manager.".into(), ..Section::default() };
    assert_eq!(shown(&Form { sections: vec![note] }, &answers([])).len(), 1);
}
