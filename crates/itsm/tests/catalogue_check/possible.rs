//! What is called impossible is: no answers that people can give make such a condition true.

use std::collections::BTreeSet;

use itsm::Key;
use itsm::catalogue::form::{Condition, Field, FieldKind, TextCheck};
use itsm::catalogue::lint::check;
use itsm::catalogue::{Catalogue, ChoiceKey, FieldKey};
use proptest::prelude::*;

use super::good::{LAPTOP, choice, field, good, today};

const TEXT: FieldKey = FieldKey(Key::imported(70));
const NUMBER: FieldKey = FieldKey(Key::imported(71));
const ONE: FieldKey = FieldKey(Key::imported(72));
const SOME: FieldKey = FieldKey(Key::imported(73));
const ASKED: FieldKey = FieldKey(Key::imported(74));

fn key(number: u32) -> ChoiceKey {
    ChoiceKey(Key::imported(number))
}

/// What the four fields are answered with.
#[derive(Clone, Debug)]
struct Given {
    text: Option<&'static str>,
    number: Option<i64>,
    one: Option<ChoiceKey>,
    some: BTreeSet<ChoiceKey>,
}

fn every() -> Vec<Given> {
    let mut all = Vec::new();
    for text in [None, Some("red"), Some("blue"), Some("other")] {
        for number in [None, Some(1), Some(2), Some(3), Some(4)] {
            for one in [None, Some(key(1)), Some(key(2)), Some(key(3))] {
                for bits in 0..4_u32 {
                    let some = (0..2).filter(|bit| bits & (1 << bit) > 0).map(|bit| key(11 + bit)).collect();
                    all.push(Given { text, number, one, some });
                }
            }
        }
    }
    all
}

fn holds(condition: &Condition, given: &Given) -> bool {
    match condition {
        Condition::Answered(TEXT) => given.text.is_some(),
        Condition::Answered(NUMBER) => given.number.is_some(),
        Condition::Answered(ONE) => given.one.is_some(),
        Condition::Answered(_) => !given.some.is_empty(),
        Condition::Chosen(ONE, key) => given.one == Some(*key),
        Condition::Chosen(_, key) => given.some.contains(key),
        Condition::AtLeast(_, bound) => given.number.is_some_and(|number| number >= *bound),
        Condition::AtMost(_, bound) => given.number.is_some_and(|number| number <= *bound),
        Condition::Says(_, words) => given.text == Some(&**words),
        Condition::Not(inner) => !holds(inner, given),
        Condition::All(all) => all.iter().all(|one| holds(one, given)),
        Condition::Any(all) => all.iter().any(|one| holds(one, given)),
    }
}

fn conditions() -> impl Strategy<Value = Condition> {
    let leaf = prop_oneof![
        prop::sample::select(vec![TEXT, NUMBER, ONE, SOME]).prop_map(Condition::Answered),
        (1..4_u32).prop_map(|number| Condition::Chosen(ONE, key(number))),
        (11..13_u32).prop_map(|number| Condition::Chosen(SOME, key(number))),
        (0..6_i64).prop_map(|bound| Condition::AtLeast(NUMBER, bound)),
        (0..6_i64).prop_map(|bound| Condition::AtMost(NUMBER, bound)),
        prop::sample::select(vec!["red", "blue"]).prop_map(|words| Condition::Says(TEXT, words.into())),
    ];
    leaf.prop_recursive(4, 24, 3, |inner| {
        prop_oneof![
            inner.clone().prop_map(|condition| Condition::Not(Box::new(condition))),
            prop::collection::vec(inner.clone(), 1..4).prop_map(Condition::All),
            prop::collection::vec(inner, 1..4).prop_map(Condition::Any),
        ]
    })
}

fn catalogue(condition: Condition) -> Catalogue {
    let mut catalogue = good();
    let form = &mut catalogue.services.get_mut(&LAPTOP).unwrap().content.offerings[0].form;
    let text = FieldKind::Text { long: false, check: TextCheck::Any, most: 0 };
    let number = FieldKind::Number { least: Some(1), most: Some(4), unit: "".into(), each: 0 };
    let one =
        FieldKind::Choice { choices: (1..4).map(|number| choice(key(number), &format!("One {number}"), 0)).collect() };
    let some = FieldKind::Choices { choices: vec![choice(key(11), "This", 0), choice(key(12), "That", 0)], most: 0 };
    let asked = field(ASKED, "And what for?", text.clone());
    form.sections.truncate(1);
    form.sections[0].fields = vec![
        field(TEXT, "Which colour?", text),
        field(NUMBER, "How many?", number),
        field(ONE, "Which one?", one),
        field(SOME, "Which of these?", some),
        Field { show_if: Some(condition), ..asked },
    ];
    catalogue
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]
    #[test]
    fn a_condition_is_called_impossible_or_certain_exactly_if_it_is(condition in conditions()) {
        let all = every();
        let can_hold = all.iter().any(|given| holds(&condition, given));
        let can_fail = all.iter().any(|given| !holds(&condition, given));
        let found: BTreeSet<&str> =
            check(&catalogue(condition), today()).iter().map(|finding| finding.rule.code).collect();
        prop_assert_eq!(found.contains("condition-never"), !can_hold);
        prop_assert_eq!(found.contains("condition-always"), !can_fail);
    }
}

#[test]
fn a_condition_nested_two_thousand_deep_is_looked_at_all_the_same() {
    let large = Condition::Chosen(ONE, key(1));
    let deep = (0..2000).fold(large, |inner, _| Condition::All(vec![inner]));
    assert!(check(&catalogue(deep), today()).is_empty());
}
