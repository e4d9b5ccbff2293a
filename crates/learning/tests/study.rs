//! What was done while learning: folded, stored and read again.
#![allow(clippy::unwrap_used)]

use chrono::NaiveDate;
use learning::Edition;
use learning::advisor::Answers;
use learning::knowledge::{Comparison, ConceptId, Knowledge, QuestionId, SituationId, Situations, StatementId};
use learning::maturity::{Answer, Answered, Assessment};
use learning::study::{Did, MOST_NOTE_LETTERS, Study, Unfit, WalkStep, read, store};
use learning::walk;
use proptest::prelude::*;

fn concept(id: &str) -> ConceptId {
    ConceptId::new(id)
}

fn day(number: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1 + number % 12, 1 + number % 28).unwrap()
}

fn folded(done: impl IntoIterator<Item = Did>) -> Study {
    let mut study = Study::default();
    done.into_iter().for_each(|did| study.apply(did));
    study
}

#[test]
fn a_bookmark_a_note_and_a_reading_are_there_until_they_are_taken_away() {
    let id = || concept("incident-management");
    let mut study = folded([
        Did::Read { concept: id(), on: true },
        Did::Marked { concept: id(), on: true },
        Did::noted(id(), "  Restore first. ").unwrap(),
    ]);
    assert!(study.has_read("incident-management") && study.has_marked("incident-management"));
    assert_eq!(study.note("incident-management"), "Restore first.");
    study.apply(Did::Read { concept: id(), on: false });
    study.apply(Did::Marked { concept: id(), on: false });
    study.apply(Did::noted(id(), " ").unwrap());
    assert_eq!(study, Study::default());
}

#[test]
fn the_last_answer_counts_and_advice_stays_in_order() {
    let told = |right| Did::Told { statement: StatementId::new("drill-unread"), right };
    let chose = |choice| Did::Chose { situation: SituationId::new("value-call-target"), choice };
    let advised = |number| Did::Advised { on: day(number), answers: Answers::new().with("size", ["small"]) };
    let study = folded([told(false), told(true), chose(2), chose(0), advised(1), advised(2)]);
    assert_eq!(study.told("drill-unread"), Some(true));
    assert_eq!(study.told("another"), None);
    assert_eq!(study.chosen("value-call-target"), Some(0));
    assert_eq!(study.advised().iter().map(|(on, _)| *on).collect::<Vec<_>>(), [day(1), day(2)]);
}

#[test]
fn the_drill_knows_what_was_told_right_and_what_is_to_be_repeated() {
    let comparison = include_str!("../../../public/content/knowledge/comparison.json");
    let drill = Comparison::read(comparison).unwrap().drill;
    let told = |place: usize, right| Did::Told { statement: drill.get(place).unwrap().id.clone(), right };
    let none = Study::default().drilled(&drill);
    assert!(!none.is_begun());
    let drilled =
        folded([told(0, true), told(1, false), told(2, false), told(2, true), told(3, false)]).drilled(&drill);
    assert!(drilled.is_begun());
    assert_eq!((drilled.right, drilled.wrong), (2, vec![1, 3]));
}

#[test]
fn one_goes_on_at_the_first_situation_in_which_one_has_not_decided() {
    let situations = Situations::read(include_str!("../../../public/content/knowledge/principles.json")).unwrap();
    let of: Vec<_> = situations.of("focus-on-value").collect();
    let chose = |place: usize| Did::Chose { situation: of.get(place).unwrap().id.clone(), choice: 0 };
    assert_eq!(folded([]).first_undecided(of.clone()), Some(0));
    assert_eq!(folded([chose(0), chose(2)]).first_undecided(of.clone()), Some(1));
    assert_eq!(folded((0..of.len()).map(chose)).first_undecided(of.clone()), None);
}

#[test]
fn the_reading_list_names_what_was_marked_noted_and_read_with_its_editions() {
    let mut knowledge = Knowledge::default();
    knowledge.add_concepts(include_str!("../../../public/content/knowledge/concepts-practices.json")).unwrap();
    let id = || concept("incident-management");
    let study = folded([
        Did::Marked { concept: id(), on: true },
        Did::noted(id(), "Restore first.\n# Then ask why").unwrap(),
        Did::Read { concept: id(), on: true },
        Did::Read { concept: concept("no-longer-taught"), on: true },
    ]);
    let text = learning::study::reading_list(&study, &knowledge, Edition::V4, day(0));
    assert!(text.starts_with("# My reading\n\n2026-01-01 · ITIL 4: 1 of 34 pages read\n\n## Bookmarks\n"), "{text}");
    assert!(
        text.contains("### Incident management (practice; ITIL 4, ITIL (Version 5))\n\n> Restore first.\n> # Then")
    );
    assert!(text.ends_with("- no-longer-taught\n"));
    let bare = learning::study::reading_list(&Study::default(), &knowledge, Edition::V4, day(0));
    assert!(!bare.contains("##"), "{bare}");
}

#[test]
fn a_stream_has_a_number_that_none_had_while_it_is_there() {
    let mut study = Study::default();
    assert_eq!(study.fresh_stream(), 1);
    study.apply(Did::Drew { stream: 1, text: "{}".to_owned() });
    assert_eq!(study.fresh_stream(), 2);
    study.apply(Did::Drew { stream: 1, text: String::new() });
    assert_eq!(study.streams().count(), 0);
}

#[test]
fn a_walk_is_there_until_it_is_dropped_and_its_number_is_not_given_again() {
    let walked = |walk, step| Did::Walked { walk, step };
    let began = |name: &str| WalkStep::Began { name: name.to_owned(), on: day(1), workspace: "nordhaven".to_owned() };
    let said = |text: &str| WalkStep::Answered {
        decision: "need".to_owned(),
        on: day(2),
        answer: walk::Answer::Text(text.to_owned()),
    };
    let mut study =
        folded([walked(1, began("Scanners")), walked(2, began("Printing")), walked(2, said("Paper jams."))]);
    assert_eq!(
        study.walks().map(|(number, walk)| (number, walk.name.as_str())).collect::<Vec<_>>(),
        [(1, "Scanners"), (2, "Printing")]
    );
    assert_eq!(study.walk(1).unwrap().answer("need"), None);
    assert_eq!(study.walk(2).unwrap().answer("need"), Some(&walk::Answer::Text("Paper jams.".to_owned())));
    assert_eq!(study.walk(2).unwrap().answered_on("need"), Some(day(2)));
    study.apply(walked(2, said(" ")));
    assert_eq!(study.walk(2).unwrap().answer("need"), None);
    study.apply(walked(2, WalkStep::Dropped));
    study.apply(walked(2, said("Too late.")));
    assert_eq!(study.walk(2), None);
    assert_eq!(study.walks().count(), 1);
    assert_eq!(study.fresh_walk(), 3);
}

#[test]
fn a_note_has_an_end() {
    let long = "a".repeat(MOST_NOTE_LETTERS + 1);
    assert_eq!(Did::noted(concept("itil"), &long), Err(Unfit::LongNote));
    assert!(Did::noted(concept("itil"), long.get(1..).unwrap()).is_ok());
}

#[test]
fn what_an_older_or_newer_version_wrote_is_passed_over() {
    for odd in [
        r#"{"did":"flew"}"#,
        r#"{"did":"read","concept":"x"}"#,
        r#"{"did":"read","concept":"x","on":true,"at":1}"#,
        r#"{"did":"walked","walk":1,"step":{"step":"ran"}}"#,
        r#"{"did":"walked","walk":1,"step":{"step":"began","name":"x","on":"soon","workspace":"x"}}"#,
        "[]",
    ] {
        assert_eq!(read(serde_json::from_str(odd).unwrap()), None, "{odd}");
    }
}

/// Kept as it was written by the first version.
#[test]
fn the_first_version_is_read_for_good() {
    let kept = [
        r#"{"did":"read","concept":"itil","on":true}"#,
        r#"{"did":"marked","concept":"itil","on":true}"#,
        r#"{"did":"noted","concept":"itil","text":"Adopt and adapt."}"#,
        r#"{"did":"told","statement":"drill-unread","right":false}"#,
        r#"{"did":"chose","situation":"value-call-target","choice":1}"#,
        r#"{"did":"advised","on":"2026-11-28","answers":{"size":["small"],"legacy":[]}}"#,
        r#"{"did":"assessed","on":"2026-11-28","answers":{"incident-1":{"answer":"yes","evidence":"The log."},"incident-2":{"answer":"partly"}}}"#,
        r#"{"did":"checked","service":"Printing","answers":{"op-owner":true}}"#,
        r#"{"did":"drew","stream":3,"text":"{}"}"#,
        r#"{"did":"walked","walk":1,"step":{"step":"began","name":"Scanners","on":"2026-11-28","workspace":"nordhaven"}}"#,
        r#"{"did":"walked","walk":1,"step":{"step":"answered","decision":"cost","on":"2026-11-28","answer":{"kind":"number","number":26000}}}"#,
        r#"{"did":"walked","walk":1,"step":{"step":"answered","decision":"parties","on":"2026-11-28","answer":{"kind":"people","people":[{"who":"Jo","role":"customer"},{"who":"Pickers"}]}}}"#,
        r#"{"did":"walked","walk":1,"step":{"step":"answered","decision":"start-date","on":"2026-11-28","answer":{"kind":"date","date":"2027-01-27"}}}"#,
        r#"{"did":"walked","walk":1,"step":{"step":"answered","decision":"supplier","on":"2026-11-28","answer":{"kind":"aside","text":"We do it."}}}"#,
        r#"{"did":"walked","walk":1,"step":{"step":"dropped"}}"#,
    ];
    for line in kept {
        let did = read(serde_json::from_str(line).unwrap()).unwrap();
        assert_eq!(store(&did).to_string().len(), line.len(), "{line}");
        assert_eq!(read(store(&did)), Some(did));
    }
}

fn any_answer() -> impl Strategy<Value = walk::Answer> {
    use walk::Answer::*;
    let text = ".{0,60}";
    let person = (text, text).prop_map(|(who, role)| walk::Person { who, role });
    prop_oneof![
        text.prop_map(Text),
        any::<u64>().prop_map(Number),
        (0..400_u32).prop_map(|number| Date(day(number))),
        text.prop_map(Choice),
        prop::collection::vec(person, 0..5).prop_map(People),
        prop::collection::vec(text, 0..5).prop_map(List),
        prop::collection::vec(text, 0..5).prop_map(Records),
        text.prop_map(Aside),
    ]
}

fn any_step() -> impl Strategy<Value = WalkStep> {
    let day = || (0..400_u32).prop_map(day);
    prop_oneof![
        (".{0,30}", day(), ".{0,30}").prop_map(|(name, on, workspace)| WalkStep::Began { name, on, workspace }),
        ("[a-z-]{1,20}", day(), any_answer()).prop_map(|(decision, on, answer)| WalkStep::Answered {
            decision,
            on,
            answer
        }),
        Just(WalkStep::Dropped),
    ]
}

fn any_did() -> impl Strategy<Value = Did> {
    let id = "[a-z0-9-]{1,30}";
    let answer = prop_oneof![Just(Answer::Met), Just(Answer::Partly), Just(Answer::NotMet), Just(Answer::Unknown)];
    prop_oneof![
        (id, any::<bool>()).prop_map(|(id, on)| Did::Read { concept: ConceptId::new(id), on }),
        (id, any::<bool>()).prop_map(|(id, on)| Did::Marked { concept: ConceptId::new(id), on }),
        (id, ".{0,80}").prop_map(|(id, text)| Did::noted(ConceptId::new(id), &text).unwrap()),
        (id, any::<bool>()).prop_map(|(id, right)| Did::Told { statement: StatementId::new(id), right }),
        (id, any::<u8>()).prop_map(|(id, choice)| Did::Chose { situation: SituationId::new(id), choice }),
        (0..400_u32, prop::collection::btree_map(id, prop::collection::btree_set(id, 1..4), 0..6)).prop_map(
            |(number, given)| {
                let mut answers = Answers::new();
                given.iter().for_each(|(question, given)| answers.give(question, given.iter().map(String::as_str)));
                Did::Advised { on: day(number), answers }
            }
        ),
        (0..400_u32, prop::collection::btree_map(id, (0..400_u32, answer, ".{0,30}"), 0..6)).prop_map(
            |(number, given)| {
                let mut assessment = Assessment::new(day(number));
                for (statement, (on, answer, evidence)) in given {
                    assessment.carry(&statement, Answered { on: day(on), answer, evidence });
                }
                Did::Assessed(assessment)
            }
        ),
        (".{1,30}", prop::collection::btree_map(id, any::<bool>(), 0..6)).prop_map(|(service, answers)| {
            let answers = answers.into_iter().map(|(id, yes)| (QuestionId::new(id), yes)).collect();
            Did::Checked { service, answers }
        }),
        (any::<u32>(), ".{0,80}").prop_map(|(stream, text)| Did::Drew { stream, text }),
        (any::<u32>(), any_step()).prop_map(|(walk, step)| Did::Walked { walk, step }),
    ]
}

proptest! {
    #[test]
    fn what_is_stored_is_read_as_it_was(did in any_did()) {
        prop_assert_eq!(read(store(&did)), Some(did));
    }
}
