//! A run in a short text that people can pass on: `first-morning-7F3K2-worked`.

use std::fmt;
use std::str::FromStr;

use crate::scenario::{Begins, Key};

/// What makes a run the same one: scenario, seed, and how much help there is.
///
/// The seed is written to base 32 with the signs of Crockford, which has no I, L, O and U: read aloud or from paper, none
/// is taken for another. So it is never one of the words for help, either.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// The scenario's key: small letters, digits and hyphens.
    pub scenario: Key,
    /// Which chances.
    pub seed: u64,
    /// How much help there is; `None` where the scenario says it.
    pub help: Option<Begins>,
}

/// Why a text is no code, in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoCode(&'static str);

impl fmt::Display for NoCode {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.0)
    }
}

impl std::error::Error for NoCode {}

const FORM: NoCode = NoCode(
    "A run code is the name of a scenario, a few letters and digits, and maybe a word for the help, with hyphens between them, like first-morning-7F3K2-worked.",
);
const TOO_LARGE: NoCode = NoCode("The letters and digits of this run code stand for a number that is too large.");

const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// The words for how much help there is.
const HELP: [(&str, Begins); 4] =
    [("worked", Begins::Worked), ("completion", Begins::Completion), ("hints", Begins::Hints), ("none", Begins::None)];

impl Begins {
    /// Its word, in codes and in what is stored.
    pub fn word(self) -> &'static str {
        HELP.into_iter().find_map(|(word, help)| (help == self).then_some(word)).unwrap_or("none")
    }

    /// What a word stands for.
    pub fn of_word(word: &str) -> Option<Self> {
        HELP.into_iter().find_map(|(known, help)| known.eq_ignore_ascii_case(word).then_some(help))
    }
}

impl fmt::Display for Code {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}-{}", self.scenario, seed_text(self.seed))?;
        match self.help {
            Some(help) => write!(out, "-{}", help.word()),
            None => Ok(()),
        }
    }
}

impl FromStr for Code {
    type Err = NoCode;

    fn from_str(text: &str) -> Result<Self, NoCode> {
        let text = text.trim();
        let (rest, last) = text.rsplit_once('-').ok_or(FORM)?;
        let ((scenario, seed), help) = match Begins::of_word(last) {
            Some(help) => (rest.rsplit_once('-').ok_or(FORM)?, Some(help)),
            None => ((rest, last), None),
        };
        let scenario = scenario.to_ascii_lowercase();
        let tame = |sign: u8| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == b'-';
        if scenario.is_empty() || scenario.len() > 64 || !scenario.bytes().all(tame) {
            return Err(FORM);
        }
        Ok(Self { scenario: Key::new(&scenario), seed: seed_of(seed)?, help })
    }
}

fn seed_text(seed: u64) -> String {
    // 13 signs of five bits each are enough for 64.
    let digits = (0..13).rev().map(|place| (seed >> (5 * place)) & 31);
    let digits: String = digits
        .skip_while(|digit| *digit == 0)
        .filter_map(|digit| SIGNS.get(usize::try_from(digit).ok()?))
        .map(|sign| char::from(*sign))
        .collect();
    if digits.is_empty() { "0".to_owned() } else { digits }
}

fn seed_of(text: &str) -> Result<u64, NoCode> {
    if text.is_empty() {
        return Err(FORM);
    }
    text.bytes().try_fold(0_u64, |seed, sign| {
        let sign = match sign.to_ascii_uppercase() {
            b'O' => b'0',
            b'I' | b'L' => b'1',
            other => other,
        };
        let digit = SIGNS.iter().position(|known| *known == sign).ok_or(FORM)?;
        seed.checked_mul(32).map(|seed| seed | digit as u64).ok_or(TOO_LARGE)
    })
}
