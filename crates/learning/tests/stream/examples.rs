//! The worked examples: whole, short, and better after the change.

use learning::stream::{Examples, Measure, Measures, Vocabulary, compare};

const TEXT: &str = include_str!("../../../../public/content/knowledge/streams.json");

#[test]
fn every_example_is_read_and_tells_its_story_in_sixty_words() {
    let Examples(examples) = Examples::read(TEXT).unwrap_or_else(|why| panic!("{why}"));
    assert_eq!(examples.len(), 3);
    for example in &examples {
        assert!((20..=60).contains(&example.story.split_whitespace().count()), "{}", example.id);
        assert!(!example.name.is_empty() && example.before.vocabulary() == example.after.vocabulary());
        assert_eq!(examples.iter().filter(|other| other.id == example.id).count(), 1);
    }
    assert!(Vocabulary::ALL.iter().all(|&one| examples.iter().any(|example| example.before.vocabulary() == one)));
}

#[test]
fn each_change_makes_its_stream_faster_and_lets_it_carry_more() {
    for example in Examples::read(TEXT).unwrap().0 {
        let comparison = compare(&example.before, &example.after);
        let difference = |measure| comparison.of(measure).and_then(|of| of.difference()).unwrap();
        assert!(difference(Measure::Lead) < 0.0, "{}", example.id);
        // The third one tells that work which goes back sooner costs less, not that less goes back.
        let is_surer = difference(Measure::FirstPassYield) > 0.0 && difference(Measure::FlowEfficiency) > 0.0;
        assert_eq!(is_surer, example.id != "reorder", "{}", example.id);
        let (before, after) = comparison.items_a_week();
        assert!(after > before, "{}", example.id);
        // It is the same stream that was changed.
        let kept = example.before.steps().iter().filter(|placed| example.after.step(placed.id).is_some()).count();
        assert!(kept * 2 > example.before.steps().len(), "{}", example.id);
    }
}

#[test]
fn the_examples_show_what_the_builder_can_do() {
    let examples = Examples::read(TEXT).unwrap().0;
    let streams = || examples.iter().flat_map(|example| [&example.before, &example.after]);
    assert!(streams().all(|stream| Measures::of(stream).hand_offs > 0.0));
    assert!(streams().flat_map(|stream| stream.steps()).any(|placed| placed.step.taken.get() < 1.0));
    assert!(streams().flat_map(|stream| stream.steps()).any(|placed| placed.step.rework.is_some()));
}

#[test]
fn a_damaged_file_says_which_example_and_why() {
    let wrong = TEXT.replacen("\"activity\": \"plan\"", "\"activity\": \"discover\"", 1);
    let why = Examples::read(&wrong).unwrap_err();
    assert!(why.starts_with("example “laptop”, before: Step 3, field “activity”"), "{why}");
    assert!(Examples::read("{\"version\": 2, \"examples\": []}").unwrap_err().contains("form 2"));
    assert!(Examples::read("[").is_err());
}
