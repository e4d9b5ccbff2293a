//! What things are called.

use std::collections::BTreeSet;

use itsm::incident::{Channel, HoldReason, ResolutionCode, Stage, State};

#[test]
fn everything_has_a_name_of_its_own() {
    fn distinct<'a>(words: impl Iterator<Item = &'a str> + Clone) {
        assert!(words.clone().all(|word| !word.is_empty()));
        assert_eq!(words.clone().collect::<BTreeSet<_>>().len(), words.count());
    }
    distinct(Stage::ALL.iter().map(|stage| stage.word()));
    distinct(HoldReason::ALL.iter().map(|reason| reason.word()));
    distinct(Channel::ALL.iter().map(|channel| channel.word()));
    distinct(ResolutionCode::CHOICES.iter().map(ResolutionCode::word));
}

#[test]
fn a_state_is_called_like_its_stage_and_a_foreign_code_as_the_other_tool_called_it() {
    assert_eq!(State::OnHold(HoldReason::Evidence).word(), "On Hold");
    assert_eq!(ResolutionCode::Foreign("code 6".into()).word(), "code 6");
    assert_eq!(ResolutionCode::Foreign("".into()).word(), "Not stated");
}
