//! A whole catalogue in the fragment of a link: `c1.` and then its file, deflated (zlib, with its checksum) and written as
//! base64 for addresses. A fragment is never sent to any server, so the link itself is the only copy.
//!
//! Long links break in ways that we cannot see: chat tools cut them, mail programs wrap them, some browsers refuse them.
//! So there is a length above which the page warns, and one above which it makes none.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use itsm::catalogue::Catalogue;
use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_zlib_with_limit};

use super::file::{self, FILE_MOST, Fault};

/// What a fragment of this version begins with.
const PREFIX: &str = "c1.";
/// The best of deflate: a link is made once and read often.
const LEVEL: u8 = 9;

/// From this length on, in characters, chat and mail programs are known to cut or to wrap links.
pub const LONG: usize = 8_000;
/// The longest fragment that is made or read, in characters. Browsers that cope with more are few.
pub const LONGEST: usize = 100_000;

/// How far a link of a length can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// It works wherever links work.
    Fine,
    /// It works in a browser, but chat and mail programs may cut it.
    Long,
    /// It is not to be used: publish the catalogue as a file instead.
    TooLong,
}

/// How far a fragment can be trusted.
pub fn length(fragment: &str) -> Length {
    match fragment.len() {
        0..LONG => Length::Fine,
        LONG..=LONGEST => Length::Long,
        _ => Length::TooLong,
    }
}

/// Why a fragment holds no catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShareFault {
    /// It is no fragment of ours.
    Foreign,
    /// A newer version of the app made it.
    Newer,
    /// Its end is missing.
    Cut,
    /// Something in it was changed on the way.
    Damaged,
    /// It is longer than any link that we make, or holds more than any catalogue.
    TooBig,
    /// What it holds is not a sound catalogue.
    Unsound(Vec<Fault>),
}

impl std::fmt::Display for ShareFault {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(match self {
            ShareFault::Foreign => "This link holds no catalogue. Ask whoever sent it for the whole link.",
            ShareFault::Newer => "A newer version of the app made this link. Reload the app to update it.",
            ShareFault::Cut => {
                "The end of this link is missing. Mail and chat programs cut long links: ask for the catalogue as a file."
            }
            ShareFault::Damaged => "This link was changed on its way. Ask whoever sent it to send it again.",
            ShareFault::TooBig => "This link holds more than a catalogue can. Nothing was opened.",
            ShareFault::Unsound(_) => "The catalogue in this link has faults. Nothing was opened.",
        })?;
        match self {
            ShareFault::Unsound(faults) => faults.first().map_or(Ok(()), |first| write!(out, " The first: {first}.")),
            _ => Ok(()),
        }
    }
}

/// The fragment that holds a catalogue, without the hash sign. Ask [`length`] before anybody is given it.
pub fn to_fragment(catalogue: &Catalogue) -> String {
    let text = file::write(catalogue).to_string();
    let deflated = compress_to_vec_zlib(text.as_bytes(), LEVEL);
    [PREFIX, &URL_SAFE_NO_PAD.encode(deflated)].concat()
}

/// The catalogue in a fragment, with or without its hash sign.
pub fn from_fragment(fragment: &str) -> Result<Catalogue, ShareFault> {
    let fragment = fragment.trim();
    let fragment = fragment.strip_prefix('#').unwrap_or(fragment);
    if fragment.len() > LONGEST {
        return Err(ShareFault::TooBig);
    }
    let data = fragment.strip_prefix(PREFIX).ok_or_else(|| foreign_or_newer(fragment))?;
    // A last lone character carries less than a byte: base64 never ends so, a cut does.
    let deflated = match URL_SAFE_NO_PAD.decode(data) {
        Ok(deflated) => deflated,
        Err(base64::DecodeError::InvalidByte(..)) => return Err(ShareFault::Damaged),
        Err(_) => return Err(ShareFault::Cut),
    };
    let bytes = decompress_to_vec_zlib_with_limit(&deflated, FILE_MOST).map_err(|why| match why.status {
        TINFLStatus::HasMoreOutput => ShareFault::TooBig,
        TINFLStatus::FailedCannotMakeProgress | TINFLStatus::NeedsMoreInput => ShareFault::Cut,
        _ => ShareFault::Damaged,
    })?;
    let text = String::from_utf8(bytes).map_err(|_| ShareFault::Damaged)?;
    file::read(&text).map_err(ShareFault::Unsound)
}

/// A `c`, a number and a point is ours, of another version.
fn foreign_or_newer(fragment: &str) -> ShareFault {
    let version = fragment.split_once('.').and_then(|(start, _)| start.strip_prefix('c'));
    match version.map(str::parse::<u16>) {
        Some(Ok(version)) if version > 1 => ShareFault::Newer,
        _ => ShareFault::Foreign,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]
mod tests {
    use super::*;

    fn packed(text: &[u8]) -> String {
        [PREFIX, &URL_SAFE_NO_PAD.encode(compress_to_vec_zlib(text, LEVEL))].concat()
    }

    fn sample() -> String {
        to_fragment(&Catalogue::default())
    }

    #[test]
    fn a_fragment_brings_back_what_it_was_made_of_with_or_without_its_hash_sign() {
        assert_eq!(from_fragment(&sample()), Ok(Catalogue::default()));
        assert_eq!(from_fragment(&format!("#{}", sample())), Ok(Catalogue::default()));
    }

    #[test]
    fn a_link_that_was_cut_anywhere_is_never_read_and_mostly_says_that_it_was_cut() {
        let whole = sample();
        for end in PREFIX.len()..whole.len() {
            let fault = from_fragment(whole.get(..end).unwrap_or_default()).unwrap_err();
            assert!(matches!(fault, ShareFault::Cut), "cut at {end}: {fault:?}");
        }
        assert_eq!(from_fragment("c1"), Err(ShareFault::Foreign));
    }

    #[test]
    fn a_link_that_was_changed_is_not_read() {
        let whole = sample();
        let changed = whole.replacen(|letter: char| letter.is_ascii_lowercase() && letter != 'c', "*", 1);
        assert_eq!(from_fragment(&changed), Err(ShareFault::Damaged));
        // The checksum finds a change that is still base64.
        for at in PREFIX.len()..whole.len() {
            let mut letters: Vec<char> = whole.chars().collect();
            letters[at] = if letters[at] == 'A' { 'B' } else { 'A' };
            let changed: String = letters.into_iter().collect();
            assert!(changed == whole || from_fragment(&changed).is_err(), "changed at {at}");
        }
    }

    #[test]
    fn other_links_and_those_of_newer_versions_are_told_apart() {
        for other in ["", "#", "section-2", "c.", "cat.1", "c1", "x1.abc", "c0.abc"] {
            assert_eq!(from_fragment(other), Err(ShareFault::Foreign), "{other}");
        }
        assert_eq!(from_fragment("c2.abc"), Err(ShareFault::Newer));
    }

    #[test]
    fn a_small_link_that_would_become_huge_is_refused_before_it_does() {
        let bomb = packed(&vec![b' '; 64 << 20]);
        assert!(bomb.len() < LONGEST, "{}", bomb.len());
        assert_eq!(from_fragment(&bomb), Err(ShareFault::TooBig));
        assert_eq!(from_fragment(&format!("c1.{}", "A".repeat(LONGEST))), Err(ShareFault::TooBig));
    }

    #[test]
    fn a_link_with_something_else_in_it_says_what_is_wrong_first() {
        let fault = from_fragment(&packed(br#"{"format":"other"}"#)).unwrap_err();
        let said = "The catalogue in this link has faults. Nothing was opened. The first: format: is not \
                    \"service-dojo-catalogue\"; this is another kind of file.";
        assert_eq!(fault.to_string(), said);
    }

    #[test]
    fn the_length_of_a_link_says_how_far_it_can_be_trusted() {
        assert_eq!(length(&"x".repeat(LONG - 1)), Length::Fine);
        assert_eq!(length(&"x".repeat(LONG)), Length::Long);
        assert_eq!(length(&"x".repeat(LONGEST + 1)), Length::TooLong);
    }
}
