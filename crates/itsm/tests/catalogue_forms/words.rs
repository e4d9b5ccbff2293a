//! Forms and conditions in words.

use itsm::catalogue::form::{Answer, Condition, FieldKind, answered, condition_words, describe, kind_words};

use crate::bench::{answers, c, f, field, form, laptop, not, number, says, text};

#[test]
fn a_form_is_described_with_its_prices_and_conditions() {
    let sections = describe(&laptop());
    assert_eq!(sections[1].only_if.as_deref(), Some("Asked only if “Extras” includes “Dock”."));
    let model = &sections[0].questions[1];
    assert_eq!((model.required, model.kind.as_str()), (true, "One of these"));
    assert_eq!(model.choices[1].only_if.as_deref(), Some("Offered only if “Brand” is “Blue”."));
    assert_eq!(model.choices[1].price, 20_000);
    let adapters = &sections[1].questions[1];
    assert_eq!((adapters.kind.as_str(), adapters.each), ("A whole number from 0 to 4, in adapters", 1_000));
}

#[test]
fn kinds_say_what_is_taken() {
    assert_eq!(kind_words(&FieldKind::Date { future: false, notice_days: 5 }), "A day, at least 5 days ahead");
    assert_eq!(kind_words(&FieldKind::Date { future: true, notice_days: 0 }), "A day, from today on");
    assert_eq!(kind_words(&FieldKind::Choices { choices: vec![], most: 2 }), "At most 2 of these");
    assert_eq!(kind_words(&number()), "A whole number");
}

#[test]
fn conditions_read_as_sentences() {
    let form = laptop();
    let read = |condition: &Condition| condition_words(&form, condition);
    assert_eq!(read(&not(Condition::Chosen(f(1), c(1)))), "“Brand” is not “Acme”");
    assert_eq!(read(&Condition::AtLeast(f(5), 2)), "“Adapters” is at least 2 adapters");
    assert_eq!(read(&not(not(Condition::Answered(f(4))))), "“Room” is answered");
    let any = Condition::Any(vec![Condition::Says(f(4), "12".into()), Condition::Answered(f(3))]);
    let all = Condition::All(vec![Condition::Chosen(f(1), c(2)), any.clone()]);
    assert_eq!(read(&all), "“Brand” is “Blue” and (“Room” is “12” or “Extras” is answered)");
    assert_eq!(read(&not(any)), "“Room” is not “12” and “Extras” is not answered");
    assert_eq!(read(&Condition::Any(vec![])), "never");
    assert_eq!(read(&not(Condition::Any(vec![]))), "nothing more is needed");
}

#[test]
fn a_condition_on_what_is_gone_says_so() {
    assert_eq!(condition_words(&laptop(), &Condition::Answered(f(99))), "a question that is gone is answered");
    assert_eq!(condition_words(&laptop(), &Condition::Chosen(f(1), c(99))), "“Brand” is a choice that is gone");
}

#[test]
fn an_order_lists_what_was_asked_and_counts_in_words() {
    let given =
        [(1, Answer::Choice(c(2))), (3, Answer::Choices(vec![c(7), c(6)])), (4, says(" 12 ")), (5, Answer::Number(2))];
    let listed = answered(&laptop(), &answers(given));
    let listed: Vec<(&str, &str)> = listed.iter().map(|(label, words)| (&**label, words.as_str())).collect();
    assert_eq!(listed, [("Brand", "Blue"), ("Extras", "Dock, Mouse"), ("Room", "12"), ("Adapters", "2 adapters")]);
    assert!(answered(&form(vec![field(1, "Note", text())]), &answers([])).is_empty());
}
