//! What the answers add up to.

use learning::walk::{Answer, MOST_GATE_LETTERS, Walk};
use proptest::prelude::*;

use crate::{begun, plan, sample, text};

fn gates() -> impl Iterator<Item = &'static String> {
    plan().stages.iter().flat_map(|stage| &stage.ticks)
}

#[test]
fn the_full_sample_has_a_chapter_for_each_artefact_and_a_line_for_each_decision() {
    let chapters = plan().dossier(&sample());
    let names = |all: Vec<&str>| all.join(", ");
    assert_eq!(
        names(chapters.iter().map(|chapter| chapter.artefact.as_str()).collect()),
        names(plan().dossier.iter().map(|artefact| artefact.artefact.as_str()).collect())
    );
    assert_eq!(chapters.iter().map(|chapter| chapter.lines.len()).sum::<usize>(), plan().decisions().count());
    assert!(
        chapters
            .iter()
            .flat_map(|chapter| &chapter.lines)
            .all(|(question, words, _)| { question.ends_with('?') && !words.is_empty() && !words.contains('\n') })
    );
}

#[test]
fn what_is_not_decided_has_no_chapter() {
    let mut walk = Walk::new("New", begun(), "nordhaven");
    assert_eq!(plan().dossier(&walk), []);
    walk.set("usual-demand", Answer::Number(6), begun());
    let chapters = plan().dossier(&walk);
    assert_eq!(chapters.len(), 1);
    assert_eq!((chapters[0].artefact.as_str(), chapters[0].stage.as_str()), ("demand profile", "strategy"));
    let question = "How often will the service be used in a usual month?".to_owned();
    assert_eq!(chapters[0].lines, [(question, "6 uses a month".to_owned(), "usual-demand".to_owned())]);
}

#[test]
fn each_gate_has_words_that_are_short_enough_and_end_with_a_word() {
    for gate in gates() {
        let words = plan().gate_words(gate, &sample());
        assert!(!words.is_empty(), "{gate}");
        assert!(words.chars().count() <= MOST_GATE_LETTERS, "{gate}");
    }
    let words = plan().gate_words("business-case", &sample());
    assert!(words.starts_with("Whose work is held up today, by what, and how often? Pickers in"), "{words}");
    assert!(words.contains("\nWho sets the requirements"), "{words}");
    let words = plan().gate_words("acceptance", &sample());
    assert!(words.contains("within 30 minutes each time. With gloves on"), "sentences need no semicolon: {words}");
    assert!(words.contains("\nWho accepts the result") && !words.ends_with('…'), "{words}");
}

#[test]
fn what_is_too_long_for_a_gate_is_cut_after_a_word() {
    let mut walk = Walk::new("New", begun(), "nordhaven");
    let all = "Pickers wait for a scanner. ".repeat(60);
    walk.set("need", text(&all), begun());
    let words = plan().gate_words("business-case", &walk);
    let kept = words.strip_suffix('…').expect("it is cut");
    let (_, kept) = kept.split_once("? ").expect("the question comes first");
    assert!(all.strip_prefix(kept).expect("it is the beginning").starts_with([' ', '.']), "{words}");
}

#[test]
fn a_gate_without_answers_has_no_words() {
    assert_eq!(plan().gate_words("business-case", &Walk::new("New", begun(), "nordhaven")), "");
    assert_eq!(plan().gate_words("garden-gate", &sample()), "");
}

proptest! {
    #[test]
    fn no_answer_is_too_long_for_a_gate(words in ".{0,900}") {
        let mut walk = Walk::new("New", begun(), "nordhaven");
        walk.set("need", text(&words), begun());
        prop_assert!(plan().gate_words("business-case", &walk).chars().count() <= MOST_GATE_LETTERS);
    }
}
