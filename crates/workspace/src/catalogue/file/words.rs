//! The words that stand for choices in a file. A word, once released, keeps its meaning for ever.

use itsm::catalogue::form::TextCheck;
use itsm::catalogue::{Check, Kind, Opens, Period, Status};

use super::cursor::Cursor;

/// Something that a file says with one of a few words.
pub(crate) trait Word: Copy + Default + PartialEq + 'static {
    /// Each word and what it means.
    const WORDS: &'static [(&'static str, Self)];

    /// Its word.
    fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(_, meaning)| *meaning == self).map_or("", |(word, _)| word)
    }
}

impl Word for Status {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("inStudy", Status::InStudy),
        ("inDesign", Status::InDesign),
        ("inTest", Status::InTest),
        ("rejected", Status::Rejected),
        ("active", Status::Active),
        ("launched", Status::Launched),
        ("retired", Status::Retired),
        ("obsolete", Status::Obsolete),
    ];
}

impl Word for Kind {
    const WORDS: &'static [(&'static str, Self)] =
        &[("goods", Kind::Goods), ("access", Kind::Access), ("action", Kind::Action)];
}

impl Word for Opens {
    const WORDS: &'static [(&'static str, Self)] = &[("request", Opens::Request), ("incident", Opens::Incident)];
}

impl Word for Period {
    const WORDS: &'static [(&'static str, Self)] =
        &[("month", Period::Month), ("quarter", Period::Quarter), ("year", Period::Year)];
}

impl Word for TextCheck {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("any", TextCheck::Any),
        ("email", TextCheck::Email),
        ("phone", TextCheck::Phone),
        ("digits", TextCheck::Digits),
        ("code", TextCheck::Code),
        ("web", TextCheck::Web),
    ];
}

/// What a gate asks for; the default only stands for a word that nobody knows, which is a fault.
impl Word for Gate {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("businessCase", Gate(Check::BusinessCase)),
        ("designPackage", Gate(Check::DesignPackage)),
        ("transitionPlan", Gate(Check::TransitionPlan)),
        ("acceptance", Gate(Check::Acceptance)),
        ("earlyLifeSupport", Gate(Check::EarlyLifeSupport)),
        ("retirementPlan", Gate(Check::RetirementPlan)),
    ];
}

/// A check of a gate, with something to begin with.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Gate(pub Check);

impl Default for Gate {
    fn default() -> Self {
        Gate(Check::BusinessCase)
    }
}

/// What the word that stands here means.
pub(crate) fn meaning<W: Word>(at: &Cursor<'_>) -> W {
    let said = at.value.as_str().unwrap_or_default();
    match W::WORDS.iter().find(|(word, _)| *word == said) {
        Some((_, meaning)) => *meaning,
        None => {
            at.fail(one_of(W::WORDS.iter().map(|(word, _)| *word)));
            W::default()
        }
    }
}

/// Says which words may stand somewhere.
pub(super) fn one_of<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    let words: Vec<&str> = words.into_iter().collect();
    ["must be one of these: ", &words.join(", ")].concat()
}
