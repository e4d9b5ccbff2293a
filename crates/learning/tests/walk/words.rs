//! How an answer reads, what counts as none, and what a walk remembers.

use learning::walk::{Answer, Person, Walk};

use crate::{begun, decision, later, list, plan, sample, text};

fn words(id: &str, answer: Answer) -> String {
    answer.words(plan(), decision(id))
}

#[test]
fn an_answer_reads_as_one_paragraph() {
    assert_eq!(words("need", text(" One line.\n\nAnother. ")), "One line. Another.");
    assert_eq!(words("restore-target", Answer::Number(30)), "30 minutes");
    assert_eq!(words("restore-target", Answer::Number(1)), "1 minute");
    assert_eq!(words("usual-demand", Answer::Number(1)), "1 use a month");
    assert_eq!(words("value", Answer::Number(1_236_000)), "1,236,000 over three years");
    assert_eq!(words("start-date", Answer::Date(later(60))), "27 January 2027");
    assert_eq!(words("release-way", Answer::Choice("pilot".into())), "A small group first, then the rest");
    assert_eq!(words("security", list(&["locked", " ", "signed in"])), "locked; signed in");
    assert_eq!(words("item", Answer::Records(vec!["CI-1".into(), "CI-2".into()])), "CI-1, CI-2");
    assert_eq!(words("supplier", Answer::Aside("we do it".into())), "Set aside: we do it");
    let person = |who: &str, role: &str| Person { who: who.into(), role: role.into() };
    let people = vec![person("Jo", "customer"), person("", "nobody"), person("Pickers", "")];
    assert_eq!(words("parties", Answer::People(people)), "Jo (customer); Pickers");
}

#[test]
fn a_blank_answer_is_none_and_takes_the_decision_back() {
    let nobody = Person { who: " ".into(), role: "customer".into() };
    for blank in [text(" \n"), list(&[]), list(&[" "]), Answer::People(vec![nobody]), Answer::Records(Vec::new())] {
        assert!(blank.is_empty());
        let mut walk = sample();
        walk.set("need", blank, begun());
        assert_eq!((walk.answer("need"), walk.answered_on("need")), (None, None));
    }
    assert!(!Answer::Number(0).is_empty());
}

#[test]
fn a_walk_knows_its_service_by_the_portfolio_entry() {
    let mut walk = Walk::new("New", begun(), "nordhaven");
    assert_eq!(walk.service(), None);
    walk.set("portfolio-entry", Answer::Records(vec!["SVC-7".into(), "SVC-8".into()]), later(2));
    assert_eq!(walk.service(), Some("SVC-7"));
    assert_eq!(walk.answered_on("portfolio-entry"), Some(later(2)));
    assert_eq!(walk.records("portfolio-entry"), ["SVC-7", "SVC-8"]);
    assert_eq!(walk.records("need"), [] as [String; 0]);
    assert_eq!(walk.answers().count(), 1);
}

#[test]
fn the_sample_answers_with_days_after_the_walk_began_and_writes_no_records() {
    assert_eq!(plan().answer_of_sample(decision("start-date"), begun()), Some(Answer::Date(later(60))));
    assert_eq!(plan().answer_of_sample(decision("item"), begun()), None);
}
