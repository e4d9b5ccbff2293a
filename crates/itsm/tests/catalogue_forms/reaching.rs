//! Whether a condition can hold at all.

use itsm::catalogue::form::{Choice, Condition, Field, FieldKind, TextCheck, satisfiable};

use crate::bench::{c, choice, f, field, form, laptop, not, text};

#[test]
fn a_condition_that_contradicts_itself_or_the_form_never_holds() {
    let form = laptop();
    let both = |one, other| Condition::All(vec![Condition::Chosen(f(1), c(one)), Condition::Chosen(f(2), c(other))]);
    assert_eq!(satisfiable(&form, &both(1, 3)), Some(true));
    assert_eq!(satisfiable(&form, &both(1, 4)), Some(false), "the model is of the other brand");
    let without_dock = Condition::All(vec![not(Condition::Chosen(f(3), c(6))), Condition::Answered(f(4))]);
    assert_eq!(satisfiable(&form, &without_dock), Some(false), "the room is asked only with a dock");
    assert_eq!(satisfiable(&form, &Condition::AtLeast(f(5), 4)), Some(true));
    assert_eq!(satisfiable(&form, &Condition::AtLeast(f(5), 5)), Some(false), "four are the most");
    assert_eq!(satisfiable(&form, &Condition::Answered(f(99))), Some(false));
}

#[test]
fn words_that_the_field_refuses_are_never_said() {
    let kind = FieldKind::Text { long: false, check: TextCheck::Digits, most: 0 };
    let form = form(vec![field(1, "Room", kind)]);
    assert_eq!(satisfiable(&form, &Condition::Says(f(1), "12".into())), Some(true));
    assert_eq!(satisfiable(&form, &Condition::Says(f(1), "hall".into())), Some(false));
    let other = Condition::All(vec![Condition::Answered(f(1)), not(Condition::Says(f(1), "12".into()))]);
    assert_eq!(satisfiable(&form, &other), Some(true));
}

#[test]
fn what_hangs_on_too_much_is_not_judged() {
    let many: Vec<Choice> = (1..=9).map(|number| choice(number, "x", 0)).collect();
    let fields: Vec<Field> =
        (1..=9).map(|number| field(number, "x", FieldKind::Choice { choices: many.clone() })).collect();
    let all = Condition::All((1..=9).map(|number| Condition::Answered(f(number))).collect());
    assert_eq!(satisfiable(&form(fields), &all), None);
    assert_eq!(satisfiable(&form(vec![field(1, "x", text())]), &Condition::All(vec![])), Some(true));
}
