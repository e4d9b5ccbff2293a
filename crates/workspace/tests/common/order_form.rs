//! Forms, workflows and answers of the catalogue, made up: conditions name what the form has, defaults fit their field.

use itsm::approval::Rule;
use itsm::catalogue::form::{Answer, Choice, Condition, Field, FieldKind, Form, Section, TextCheck};
use itsm::catalogue::workflow::{Approver, Step, StepKind, Task, When, Workflow};
use itsm::catalogue::{ChoiceKey, FieldKey, SectionKey, StepKey};
use itsm::{GroupId, Key, PersonId};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::catalogue::{amount, day, few, keys, lines, number, time, words};

/// Conditions over fields of a form, of at most four levels.
fn condition(fields: Vec<(FieldKey, Vec<ChoiceKey>)>) -> BoxedStrategy<Condition> {
    let nothing = select(vec![Condition::All(Vec::new()), Condition::Any(Vec::new())]).boxed();
    if fields.is_empty() {
        return nothing;
    }
    let chosen: Vec<(FieldKey, ChoiceKey)> =
        fields.iter().flat_map(|(field, choices)| choices.iter().map(|choice| (*field, *choice))).collect();
    let field = select(fields.into_iter().map(|(field, _)| field).collect::<Vec<_>>());
    let about = (field, number(), words(), 0..4).prop_map(|(field, number, words, which)| match which {
        0 => Condition::Answered(field),
        1 => Condition::AtLeast(field, number),
        2 => Condition::AtMost(field, number),
        _ => Condition::Says(field, words),
    });
    let leaf = if chosen.is_empty() {
        prop_oneof![3 => about, 1 => nothing].boxed()
    } else {
        let chosen = select(chosen).prop_map(|(field, choice)| Condition::Chosen(field, choice));
        prop_oneof![3 => about, 3 => chosen, 1 => nothing].boxed()
    };
    leaf.prop_recursive(3, 8, 3, |within| {
        prop_oneof![
            within.clone().prop_map(|one| Condition::Not(Box::new(one))),
            vec(within.clone(), 0..3).prop_map(Condition::All),
            vec(within, 0..3).prop_map(Condition::Any),
        ]
    })
    .boxed()
}

fn kind() -> impl Strategy<Value = FieldKind> {
    let choices = || {
        vec((words(), number()), 0..4).prop_map(|choices| {
            let keys = keys(choices.len()).into_iter().map(ChoiceKey);
            let one = |(key, (label, price))| Choice { key, label, price, show_if: None };
            keys.zip(choices).map(one).collect::<Vec<_>>()
        })
    };
    let check = select(vec![
        TextCheck::Any,
        TextCheck::Email,
        TextCheck::Phone,
        TextCheck::Digits,
        TextCheck::Code,
        TextCheck::Web,
    ]);
    prop_oneof![
        (any::<bool>(), check, any::<u16>()).prop_map(|(long, check, most)| FieldKind::Text { long, check, most }),
        (of(number()), of(number()), words(), number()).prop_map(|(least, most, unit, each)| FieldKind::Number {
            least,
            most,
            unit,
            each
        }),
        choices().prop_map(|choices| FieldKind::Choice { choices }),
        (choices(), any::<u8>()).prop_map(|(choices, most)| FieldKind::Choices { choices, most }),
        (any::<bool>(), any::<u16>()).prop_map(|(future, notice_days)| FieldKind::Date { future, notice_days }),
        select(vec![FieldKind::Person, FieldKind::Item, FieldKind::FileName]),
    ]
}

/// An answer that a field of a kind can have.
fn answer(kind: &FieldKind) -> BoxedStrategy<Option<Answer>> {
    let choices: Vec<ChoiceKey> = kind.choices().iter().map(|choice| choice.key).collect();
    let answer = match kind {
        FieldKind::Text { .. } | FieldKind::FileName => lines().prop_map(Answer::Text).boxed(),
        FieldKind::Number { .. } => number().prop_map(Answer::Number).boxed(),
        FieldKind::Choice { .. } if choices.is_empty() => return Just(None).boxed(),
        FieldKind::Choice { .. } => select(choices).prop_map(Answer::Choice).boxed(),
        FieldKind::Choices { .. } => {
            let all = 0..=choices.len();
            subsequence(choices, all).prop_map(Answer::Choices).boxed()
        }
        FieldKind::Date { .. } => day().prop_map(Answer::Date).boxed(),
        FieldKind::Person => words().prop_map(Answer::Person).boxed(),
        FieldKind::Item => words().prop_map(Answer::Item).boxed(),
    };
    of(answer).boxed()
}

fn field() -> impl Strategy<Value = Field> {
    (words(), lines(), kind(), any::<bool>()).prop_flat_map(|(label, help, kind, required)| {
        answer(&kind).prop_map(move |default| Field {
            key: FieldKey::default(),
            label: label.clone(),
            help: help.clone(),
            kind: kind.clone(),
            required,
            show_if: None,
            default,
        })
    })
}

fn fields_of(form: &Form) -> Vec<(FieldKey, Vec<ChoiceKey>)> {
    form.fields().map(|field| (field.key, field.kind.choices().iter().map(|choice| choice.key).collect())).collect()
}

/// A form whose conditions name its own fields and choices.
pub fn form() -> impl Strategy<Value = Form> {
    let section = (words(), lines(), vec(field(), 0..3));
    vec(section, 0..3).prop_flat_map(|sections| {
        let mut next = 0;
        let sections = keys(sections.len()).into_iter().zip(sections).map(|(key, (title, help, mut fields))| {
            for field in &mut fields {
                next += 1;
                field.key = FieldKey(Key { number: next, tag: (next % 3) * 4 });
            }
            Section { key: SectionKey(key), title, help, show_if: None, fields }
        });
        let form = Form { sections: sections.collect() };
        let places = form.sections.len() * 9;
        vec(of(condition(fields_of(&form))), places)
            .prop_map(move |conditions| with_conditions(form.clone(), conditions))
    })
}

fn with_conditions(mut form: Form, conditions: Vec<Option<Condition>>) -> Form {
    let mut conditions = conditions.into_iter();
    for section in &mut form.sections {
        section.show_if = conditions.next().flatten();
        for field in &mut section.fields {
            field.show_if = conditions.next().flatten();
            if let FieldKind::Choice { choices } | FieldKind::Choices { choices, .. } = &mut field.kind {
                choices.iter_mut().take(1).for_each(|choice| choice.show_if = conditions.next().flatten());
            }
        }
    }
    form
}

fn rule() -> impl Strategy<Value = Rule> {
    prop_oneof![select(vec![Rule::All, Rule::Majority, Rule::Any]), any::<u8>().prop_map(Rule::Quorum)]
}

fn task() -> impl Strategy<Value = Task> {
    (words(), of(few()), time()).prop_map(|(name, group, takes)| Task { name, group: group.map(GroupId), takes })
}

fn approver() -> impl Strategy<Value = Approver> {
    prop_oneof![
        select(vec![Approver::Manager, Approver::Owner]),
        few().prop_map(|person| Approver::Person(PersonId(person)))
    ]
}

/// A workflow whose conditions name what a form has.
pub fn workflow(form: &Form) -> impl Strategy<Value = Workflow> + use<> {
    let when = prop_oneof![
        Just(When::Always),
        condition(fields_of(form)).prop_map(When::Answers),
        amount().prop_map(When::CostsMoreThan)
    ];
    let what = prop_oneof![
        (vec(approver(), 0..3), rule(), time()).prop_map(|(by, rule, takes)| StepKind::Approval { by, rule, takes }),
        vec(task(), 0..3).prop_map(StepKind::Tasks),
        Just(StepKind::Automatic),
    ];
    vec((words(), when, what), 0..4).prop_map(|steps| {
        let keys = keys(steps.len()).into_iter().map(StepKey);
        let steps = keys.zip(steps).map(|(key, (name, when, what))| Step { key, name, when, what });
        Workflow { steps: steps.collect() }
    })
}
