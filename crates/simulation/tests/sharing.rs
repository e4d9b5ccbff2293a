//! What people pass on of a run: its code and its replay file.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use proptest::prelude::*;
use simulation::scenario::{Begins, Key};
use simulation::shift::{Act, Code, Replay};

fn code(scenario: &str, seed: u64, help: Option<Begins>) -> Code {
    Code { scenario: Key::new(scenario), seed, help }
}

fn helps() -> impl Strategy<Value = Option<Begins>> {
    prop::sample::select(vec![
        None,
        Some(Begins::Worked),
        Some(Begins::Completion),
        Some(Begins::Hints),
        Some(Begins::None),
    ])
}

proptest! {
    #[test]
    fn every_code_comes_back_whatever_the_letters_look_like(
        scenario in "[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,8}){0,3}",
        seed in any::<u64>(),
        help in helps(),
    ) {
        let code = code(&scenario, seed, help);
        let text = code.to_string();
        prop_assert_eq!(text.parse::<Code>(), Ok(code.clone()));
        prop_assert_eq!(text.to_lowercase().parse::<Code>(), Ok(code.clone()));
        prop_assert_eq!(format!(" {} ", text.to_uppercase()).parse::<Code>(), Ok(code));
    }

    #[test]
    fn no_text_breaks_the_reading(text in ".{0,80}") {
        let _ = text.parse::<Code>();
        let _ = Replay::read(&text);
    }
}

#[test]
fn a_code_is_short_and_reads_well() {
    assert_eq!(code("first-morning", 0x7_A34A2, Some(Begins::Worked)).to_string(), "first-morning-7MD52-worked");
    assert_eq!(code("patch-tuesday", 0, None).to_string(), "patch-tuesday-0");
    let longest = code("first-morning", u64::from(u32::MAX), None).to_string();
    assert_eq!(longest, "first-morning-3ZZZZZZ");
}

#[test]
fn signs_that_are_taken_for_one_another_mean_the_same() {
    let read = |text: &str| text.parse::<Code>().unwrap();
    assert_eq!(read("first-morning-7F1K0"), read("First-Morning-7fLko"));
    assert_eq!(read("first-morning-10"), code("first-morning", 32, None));
}

#[test]
fn a_scenario_whose_name_ends_like_a_word_for_help_keeps_its_name() {
    let text = code("barely-worked", 9, None).to_string();
    assert_eq!(text, "barely-worked-9");
    assert_eq!(text.parse::<Code>(), Ok(code("barely-worked", 9, None)));
}

#[test]
fn what_is_no_code_is_told_with_an_example() {
    for text in ["", "first", "-7F3K2", "first-morning-", "first-morning-7F3K!", "first morning-7F3K2", "worked-worked"]
    {
        let fault = text.parse::<Code>().unwrap_err().to_string();
        assert!(fault.contains("first-morning-7F3K2-worked"), "{text}: {fault}");
    }
    let fault = "first-morning-ZZZZZZZZZZZZZZ".parse::<Code>().unwrap_err().to_string();
    assert!(fault.contains("too large"), "{fault}");
}

fn replay() -> Replay {
    Replay {
        scenario: Key::new("first-morning"),
        seed: u64::MAX,
        help: Some(Begins::Worked),
        acts: vec![
            Act::Answer { contact: Key::new("ines-locked") },
            Act::Swarm { case: Key::new("ap"), teams: vec![Key::new("net"), Key::new("desk")] },
            Act::Finish,
        ],
        hash: "09c2aa3158e1b7d4".to_owned(),
    }
}

#[test]
fn a_replay_file_comes_back() {
    let text = replay().write().unwrap();
    assert_eq!(Replay::read(&text), Ok(replay()));
    assert_eq!(Replay::read(&format!("\u{feff}{text}")), Ok(replay()));
    let bare = Replay { help: None, acts: vec![], hash: String::new(), ..replay() };
    assert_eq!(Replay::read(&bare.write().unwrap()), Ok(bare));
}

#[test]
fn every_other_file_is_refused_with_what_it_is() {
    let text = replay().write().unwrap();
    let fault = |text: &str| Replay::read(text).unwrap_err();
    assert!(fault("").contains("not a replay file"));
    assert!(fault("number,opened_at\nINC1,").contains("not a replay file"));
    assert!(fault(r#"{"format":"service-dojo-workspace","version":1}"#).contains("exported workspace"));
    assert!(fault(&text.replace("\"version\": 1", "\"version\": 2")).contains("newer version"));
    assert!(fault(&text.replace("\"answer\"", "\"juggle\"")).contains("juggle"));
    assert!(fault(&text.replace(&u64::MAX.to_string(), "many")).contains("seed"));
    assert!(fault(&text.replace("\"seed\"", "\"sed\"")).contains("sed"));
    assert!(fault(&" ".repeat(5 << 20)).contains("too large"));
}
