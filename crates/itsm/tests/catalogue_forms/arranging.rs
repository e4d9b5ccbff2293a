//! Changing a form keeps its conditions right.

use std::sync::Arc;

use itsm::catalogue::form::{
    Answer, Condition, Field, FieldKind, Line, Place, Row, Rows, TextCheck, condition_words, duplicate_field,
    mend_workflow, move_field, move_section, next_field, remove_choice, remove_field, remove_section, set_kind, step,
    steps_naming,
};
use itsm::catalogue::workflow::{Step, StepKind, When, Workflow};

use crate::bench::{answers, asked, c, f, field, form, laptop, not, number, s, says, text};

#[test]
fn removing_a_field_says_which_conditions_named_it_and_takes_it_out_of_them() {
    let mut form = laptop();
    assert_eq!(form.named_by(f(3)), [Place::Section(s(2))]);
    assert_eq!(remove_field(&mut form, f(3)), [Place::Section(s(2))]);
    assert!(form.field(f(3)).is_none());
    assert_eq!(form.sections[1].show_if, None, "without its condition it is always asked, never lost");
}

#[test]
fn of_several_comparisons_those_of_other_fields_stay() {
    let both = Condition::All(vec![Condition::Answered(f(1)), not(Condition::Answered(f(2)))]);
    let mut form = form(vec![
        field(1, "A", text()),
        field(2, "B", text()),
        Field { show_if: Some(both), ..field(3, "C", text()) },
    ]);
    assert_eq!(remove_field(&mut form, f(2)), [Place::Field(f(3))]);
    assert_eq!(form.field(f(3)).unwrap().show_if, Some(Condition::All(vec![Condition::Answered(f(1))])));
}

#[test]
fn removing_a_choice_takes_it_out_of_conditions_and_defaults() {
    let mut form = laptop();
    form.field_mut(f(3)).unwrap().default = Some(Answer::Choices(vec![c(6), c(7)]));
    assert_eq!(remove_choice(&mut form, f(3), c(6)), [Place::Section(s(2))]);
    assert_eq!(form.field(f(3)).unwrap().default, Some(Answer::Choices(vec![c(7)])));
}

#[test]
fn removing_a_section_takes_its_fields_out_of_conditions() {
    let mut form = laptop();
    assert_eq!(remove_section(&mut form, s(1)), [Place::Section(s(2))]);
    assert_eq!(asked(&form, &answers([])), [4, 5]);
}

#[test]
fn one_choice_may_become_several_and_its_conditions_stay() {
    let mut form = laptop();
    form.field_mut(f(1)).unwrap().default = Some(Answer::Choice(c(2)));
    let none = FieldKind::Choices { choices: vec![], most: 0 };
    assert_eq!(set_kind(&mut form, f(1), none), []);
    let brand = form.field(f(1)).unwrap();
    assert_eq!(brand.kind.choices().len(), 2);
    assert_eq!(brand.default, Some(Answer::Choices(vec![c(2)])));
}

#[test]
fn a_field_of_another_kind_lets_go_of_conditions_that_can_no_longer_hold() {
    let mut form = laptop();
    let gone = set_kind(&mut form, f(1), text());
    assert_eq!(gone, [Place::Choice(f(2), c(3)), Place::Choice(f(2), c(4)), Place::Choice(f(2), c(5))]);
    assert!(form.conditions().all(|(_, condition)| condition.fits(&form)));
}

#[test]
fn moving_a_field_behind_what_hangs_on_it_is_said() {
    let mut form = laptop();
    let ahead = move_field(&mut form, f(1), s(2), 9);
    assert_eq!(ahead.len(), 3, "the three models hang on the brand");
    assert_eq!(form.place_of(f(1)), Some((1, 2)));
    assert_eq!(move_field(&mut form, f(1), s(1), 0), []);
    assert_eq!(form, laptop());
}

#[test]
fn moving_a_section_before_what_it_hangs_on_is_said() {
    let mut form = laptop();
    assert_eq!(move_section(&mut form, s(2), 0), [Place::Section(s(2))]);
    assert_eq!(asked(&form, &answers([(3, Answer::Choices(vec![c(6)]))])), [4, 5, 1, 3]);
}

#[test]
fn a_field_steps_over_the_edges_of_sections_and_not_over_those_of_the_form() {
    let form = laptop();
    assert_eq!(step(&form, f(1), false), None);
    assert_eq!(step(&form, f(1), true), Some((s(1), 1)));
    assert_eq!(step(&form, f(3), true), Some((s(2), 0)));
    assert_eq!(step(&form, f(4), false), Some((s(1), 3)));
    assert_eq!(step(&form, f(5), true), None);
}

#[test]
fn a_copy_of_a_field_has_keys_of_its_own_and_the_same_default() {
    let mut form = laptop();
    form.field_mut(f(3)).unwrap().default = Some(Answer::Choices(vec![c(7)]));
    let copy = duplicate_field(&mut form, f(3), 4).unwrap();
    let copied = form.field(copy).unwrap();
    assert_eq!(form.place_of(copy), Some((0, 3)));
    assert_eq!(&*copied.label, "Extras (copy)");
    assert!(copied.kind.choices().iter().all(|choice| choice.key.0.tag == 4));
    assert_eq!(copied.default, Some(Answer::Choices(vec![copied.kind.choices()[1].key])));
    assert_eq!(next_field(&form, 4).0.number, 7);
}

#[test]
fn renaming_everything_leaves_conditions_as_they_are() {
    let mut form = laptop();
    let condition = form.sections[1].show_if.clone().unwrap();
    form.field_mut(f(3)).unwrap().label = "Accessories".into();
    assert_eq!(condition_words(&form, &condition), "“Accessories” includes “Dock”");
    assert_eq!(asked(&form, &answers([(3, Answer::Choices(vec![c(6)]))])), [1, 3, 4, 5]);
}

fn workflow(when: When) -> Workflow {
    Workflow {
        steps: vec![Step { key: Default::default(), name: "Fit the dock".into(), when, what: StepKind::Automatic }],
    }
}

#[test]
fn a_step_whose_question_is_gone_is_taken_with_every_order_and_is_named() {
    let mut form = laptop();
    let mut steps = workflow(When::Answers(Condition::Chosen(f(3), c(6))));
    assert_eq!(steps_naming(&steps, f(3)), [Arc::from("Fit the dock")]);
    remove_field(&mut form, f(3));
    assert_eq!(mend_workflow(&form, &mut steps), [Arc::from("Fit the dock")]);
    assert_eq!(steps, workflow(When::Always));
    assert!(mend_workflow(&form, &mut steps).is_empty());
}

#[test]
fn an_editor_shows_conditions_as_lines_and_gets_the_same_condition_back() {
    let group = Condition::Any(vec![Condition::AtLeast(f(5), 2), not(Condition::Says(f(4), "12".into()))]);
    let whole = Condition::All(vec![Condition::Answered(f(1)), group]);
    let rows = Rows::of(&whole).unwrap();
    assert_eq!((rows.any, rows.rows.len()), (false, 2));
    assert_eq!(rows.condition(), Some(whole.clone()));
    let deeper = Condition::All(vec![Condition::Any(vec![whole])]);
    assert_eq!(Rows::of(&deeper), None, "it is shown in words");
    assert_eq!(Rows::of(&Condition::Any(vec![])), None, "never is not always");
    assert_eq!(Rows::default().condition(), None);
    let line = Line { not: true, compares: Condition::Answered(f(1)) };
    let one = Rows { any: true, rows: vec![Row::One(line)] };
    assert_eq!(one.condition(), Some(not(Condition::Answered(f(1)))));
}

#[test]
fn a_default_that_no_longer_fits_is_dropped() {
    let mut form = form(vec![Field { default: Some(says("many")), ..field(1, "Size", text()) }]);
    set_kind(&mut form, f(1), number());
    assert_eq!(form.field(f(1)).unwrap().default, None);
    let check = FieldKind::Text { long: true, check: TextCheck::Any, most: 5 };
    set_kind(&mut form, f(1), check);
    assert_eq!(form.field(f(1)).unwrap().kind.word(), "Long text");
}
