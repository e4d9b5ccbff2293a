//! Whose name in a form is the manager's.

use itsm::catalogue::form::{Answer, Answers, Field, FieldKind, Form, Section};
use itsm::catalogue::workflow::{Approver, Step, StepKind, When, Workflow};
use itsm::catalogue::{FieldKey, Offering, StepKey};
use itsm::{Directory, EntryId, Key, PersonId};
use workspace::catalogue::decider::manager;

const ANA: PersonId = PersonId(Key { number: 1, tag: 0 });
const BEN: PersonId = PersonId(Key { number: 2, tag: 0 });

fn field(number: u32, label: &str, required: bool) -> Field {
    let key = FieldKey(Key { number, tag: 0 });
    Field { key, label: label.into(), help: "".into(), kind: FieldKind::Person, required, show_if: None, default: None }
}

/// An offering that asks for these people, and whose approval this one gives.
fn offering(fields: Vec<Field>, approver: Approver) -> Offering {
    let what = StepKind::Approval { by: vec![approver], rule: itsm::approval::Rule::All, takes: Default::default() };
    Offering {
        form: Form { sections: vec![Section { fields, ..Section::default() }] },
        workflow: Workflow {
            steps: vec![Step {
                key: StepKey(Key { number: 1, tag: 0 }),
                name: "It is approved".into(),
                when: When::Always,
                what,
            }],
        },
        ..Offering::default()
    }
}

fn people() -> Directory {
    let mut directory = Directory::default();
    directory.people.insert(ANA, "Ana Reyes".into());
    directory.people.insert(BEN, "Ben Okafor".into());
    directory
}

fn answers(all: &[(u32, &str)]) -> Answers {
    all.iter()
        .map(|(number, name)| (FieldKey(Key { number: *number, tag: 0 }), Answer::Person((*name).into())))
        .collect()
}

#[test]
fn the_question_that_says_manager_names_them_wherever_it_stands() {
    let fields = vec![field(1, "Your manager", true), field(2, "Who answers for it?", true)];
    let given = answers(&[(1, " ana reyes "), (2, "Ben Okafor")]);
    assert_eq!(manager(&offering(fields, Approver::Manager), &given, &people()), Some(ANA));
}

#[test]
fn without_such_words_the_last_person_that_must_be_named_counts() {
    let fields = vec![field(1, "For whom is it?", false), field(2, "Head of your group", true)];
    let given = answers(&[(1, "Ben Okafor"), (2, "Ana Reyes")]);
    assert_eq!(manager(&offering(fields.clone(), Approver::Manager), &given, &people()), Some(ANA));
    assert_eq!(manager(&offering(fields, Approver::Manager), &answers(&[(1, "Ben Okafor")]), &people()), None);
}

#[test]
fn nobody_is_proposed_where_no_manager_decides() {
    let given = answers(&[(1, "Ana Reyes")]);
    assert_eq!(manager(&offering(vec![field(1, "Your manager", true)], Approver::Owner), &given, &people()), None);
}

#[test]
fn a_name_of_nobody_of_two_or_of_somebody_who_left_proposes_nobody() {
    let asks = offering(vec![field(1, "Your manager", true)], Approver::Manager);
    assert_eq!(manager(&asks, &answers(&[(1, "Ana")]), &people()), None);
    let mut twins = people();
    twins.people.insert(BEN, "Ana Reyes".into());
    assert_eq!(manager(&asks, &answers(&[(1, "Ana Reyes")]), &twins), None);
    twins.retire(EntryId::Person(BEN), true);
    assert_eq!(manager(&asks, &answers(&[(1, "Ana Reyes")]), &twins), Some(ANA));
}
