//! Laws of forms, over forms and answers that nobody would think of: with conditions that look ahead, run in circles and
//! name what is not there.

use itsm::catalogue::form::{
    Answer, Answers, Choice, Condition, Field, FieldKind, Form, Place, Rows, Section, check, condition_words, describe,
    duplicate_field, move_field, prune, remove_field, satisfiable, shown, surcharge,
};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

use crate::bench::{asked, c, f, field, s, text};

const FIELDS: u32 = 6;

fn conditions() -> impl Strategy<Value = Condition> {
    let key = 1..=FIELDS + 1;
    let leaf = prop_oneof![
        key.clone().prop_map(|key| Condition::Answered(f(key))),
        (key.clone(), 1..5_u32).prop_map(|(key, choice)| Condition::Chosen(f(key), c(choice))),
        (key.clone(), -2..3_i64).prop_map(|(key, number)| Condition::AtLeast(f(key), number)),
        (key.clone(), -2..3_i64).prop_map(|(key, number)| Condition::AtMost(f(key), number)),
        (key, "[ab]?").prop_map(|(key, words)| Condition::Says(f(key), words.into())),
    ];
    leaf.prop_recursive(3, 8, 3, |inner| {
        prop_oneof![
            inner.clone().prop_map(|inner| Condition::Not(Box::new(inner))),
            vec(inner.clone(), 0..3).prop_map(Condition::All),
            vec(inner, 0..3).prop_map(Condition::Any),
        ]
    })
}

fn choices() -> impl Strategy<Value = Vec<Choice>> {
    vec((1..5_u32, -500..500_i64, of(conditions())), 0..4).prop_map(|list| {
        let choices =
            list.into_iter().map(|(key, price, show_if)| Choice { key: c(key), label: "x".into(), price, show_if });
        choices.collect()
    })
}

fn kinds() -> impl Strategy<Value = FieldKind> {
    prop_oneof![
        Just(text()),
        (of(-2..3_i64), of(-2..3_i64), -9..9_i64).prop_map(|(least, most, each)| FieldKind::Number {
            least,
            most,
            unit: "".into(),
            each
        }),
        choices().prop_map(|choices| FieldKind::Choice { choices }),
        (choices(), 0..3_u8).prop_map(|(choices, most)| FieldKind::Choices { choices, most }),
        Just(FieldKind::Person),
    ]
}

fn forms() -> impl Strategy<Value = Form> {
    let fields = vec((kinds(), any::<bool>(), of(conditions())), FIELDS as usize);
    (fields, vec(of(conditions()), 2), 0..=FIELDS as usize).prop_map(|(fields, sections, cut)| {
        let mut fields: Vec<Field> = fields
            .into_iter()
            .zip(1..)
            .map(|((kind, required, show_if), key)| Field { required, show_if, ..field(key, "x", kind) })
            .collect();
        let second = fields.split_off(cut);
        let sections = sections.into_iter().zip([fields, second]).zip(1..);
        let section =
            |((show_if, fields), key)| Section { key: s(key), title: "x".into(), help: "".into(), show_if, fields };
        Form { sections: sections.map(section).collect() }
    })
}

fn given() -> impl Strategy<Value = Answers> {
    let answer = prop_oneof![
        "[ab ]?".prop_map(|words| Answer::Text(words.into())),
        (-3..4_i64).prop_map(Answer::Number),
        (1..6_u32).prop_map(|choice| Answer::Choice(c(choice))),
        vec(1..6_u32, 0..3).prop_map(|list| Answer::Choices(list.into_iter().map(c).collect())),
        Just(Answer::Person("Ines".into())),
    ];
    vec((1..=FIELDS + 1, answer), 0..9)
        .prop_map(|list| list.into_iter().map(|(key, answer)| (f(key), answer)).collect())
}

/// The form without conditions that look ahead, so without a circle.
fn straight(mut form: Form) -> Form {
    let ahead = form.looking_ahead();
    for section in &mut form.sections {
        section.show_if = section.show_if.take().filter(|_| !ahead.contains(&Place::Section(section.key)));
        for field in &mut section.fields {
            let key = field.key;
            field.show_if = field.show_if.take().filter(|_| !ahead.contains(&Place::Field(key)));
            for choice in field.kind.choices_mut().into_iter().flatten() {
                let place = Place::Choice(key, choice.key);
                choice.show_if = choice.show_if.take().filter(|_| !ahead.contains(&place));
            }
        }
    }
    form
}

proptest! {
    #[test]
    fn what_is_asked_has_a_condition_that_holds(form in forms(), answers in given()) {
        let counting = prune(&form, &answers);
        for section in shown(&form, &answers) {
            let conditions = section.section.show_if.iter().chain(section.fields.iter().filter_map(|one| one.field.show_if.as_ref()));
            for condition in conditions {
                // Straight from the answers that count: what was pruned once may be pruned again in a circle.
                let plain = Form { sections: form.sections.iter().map(|section| Section {
                    show_if: None,
                    fields: section.fields.iter().map(|field| {
                        let mut field = Field { show_if: None, ..field.clone() };
                        field.kind.choices_mut().into_iter().flatten().for_each(|choice| choice.show_if = None);
                        field
                    }).collect(),
                    ..section.clone()
                }).collect() };
                prop_assert!(condition.holds(&plain, &counting));
            }
        }
    }

    #[test]
    fn only_answers_to_what_is_asked_count_and_only_with_what_is_offered(form in forms(), answers in given()) {
        let sections = shown(&form, &answers);
        for (key, answer) in prune(&form, &answers) {
            let asked = sections.iter().flat_map(|section| &section.fields).find(|shown| shown.field.key == key);
            let asked = asked.expect("it is asked");
            prop_assert!(asked.field.kind.takes(&answer) && answer.says_something());
            if let Answer::Choice(choice) = answer {
                prop_assert!(asked.choices.iter().any(|offered| offered.key == choice));
            }
        }
    }

    #[test]
    fn what_counts_counts_again(form in forms(), answers in given()) {
        let form = straight(form);
        let counting = prune(&form, &answers);
        prop_assert_eq!(&prune(&form, &counting), &counting);
        prop_assert_eq!(asked(&form, &counting), asked(&form, &answers));
        prop_assert_eq!(surcharge(&form, &counting), surcharge(&form, &answers));
    }

    #[test]
    fn hidden_fields_never_make_an_order_wrong(form in forms(), answers in given()) {
        let asked = asked(&form, &answers);
        let today = chrono::NaiveDate::default();
        for (key, wrong) in check(&form, &answers, today) {
            prop_assert!(asked.contains(&key.0.number));
            prop_assert!(!wrong.sentence().is_empty());
        }
    }

    #[test]
    fn renaming_changes_nothing_that_is_asked(form in forms(), answers in given(), name in "[a-z]{0,5}") {
        let mut renamed = form.clone();
        for section in &mut renamed.sections {
            section.title = name.as_str().into();
            for field in &mut section.fields {
                field.label = name.as_str().into();
                field.kind.choices_mut().into_iter().flatten().for_each(|choice| choice.label = name.as_str().into());
            }
        }
        prop_assert_eq!(asked(&renamed, &answers), asked(&form, &answers));
        prop_assert_eq!(prune(&renamed, &answers), prune(&form, &answers));
        prop_assert_eq!(surcharge(&renamed, &answers), surcharge(&form, &answers));
    }

    #[test]
    fn removing_a_field_leaves_no_condition_that_names_it(mut form in forms(), key in 1..=FIELDS) {
        let named = form.named_by(f(key));
        let own = |place: &Place| {
            matches!(place, Place::Field(field) | Place::Choice(field, _) if *field == f(key))
        };
        let changed = remove_field(&mut form, f(key));
        prop_assert!(form.named_by(f(key)).is_empty());
        for place in named.iter().filter(|place| !own(place)) {
            prop_assert!(changed.contains(place), "the removal does not say that {:?} is changed", place);
        }
        for (_, condition) in form.conditions() {
            prop_assert!(condition.fits(&form));
        }
        prop_assert!(remove_field(&mut form, f(key)).is_empty());
    }

    #[test]
    fn moving_a_field_keeps_every_field_and_every_condition(mut form in forms(), key in 1..=FIELDS, section in 1..=2_u32, to in 0..8_usize) {
        let before = form.clone();
        move_field(&mut form, f(key), s(section), to);
        let sorted = |form: &Form| {
            let mut fields: Vec<Field> = form.fields().cloned().collect();
            fields.sort_by_key(|field| field.key);
            fields
        };
        prop_assert_eq!(sorted(&form), sorted(&before));
    }

    #[test]
    fn a_copy_never_takes_a_key_that_is_in_use(mut form in forms(), key in 1..=FIELDS) {
        duplicate_field(&mut form, f(key), 7).expect("there is such a field");
        let mut keys: Vec<_> = form.fields().map(|field| field.key).collect();
        keys.sort();
        keys.dedup();
        prop_assert_eq!(keys.len(), FIELDS as usize + 1);
    }

    #[test]
    fn conditions_always_have_words(form in forms(), condition in conditions()) {
        prop_assert!(!condition_words(&form, &condition).is_empty());
        prop_assert_eq!(describe(&form).len(), form.sections.len());
    }

    #[test]
    fn lines_make_a_condition_that_holds_for_the_same_answers(form in forms(), condition in conditions(), answers in given()) {
        let Some(rows) = Rows::of(&condition) else { return Ok(()) };
        let again = rows.condition();
        prop_assert_eq!(again.is_none_or(|again| again.holds(&form, &answers)), condition.holds(&form, &answers));
    }

    #[test]
    fn what_is_said_never_to_hold_never_does(form in forms(), condition in conditions(), answers in given()) {
        if satisfiable(&form, &condition) == Some(false) && check(&form, &answers, chrono::NaiveDate::default()).is_empty() {
            prop_assert!(!condition.holds(&form, &answers));
        }
    }
}
