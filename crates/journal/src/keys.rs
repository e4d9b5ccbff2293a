//! Which keys there are. Listing them is the only index: no shared key is ever read, changed and written.

use crate::TabId;
use crate::checksum::{from_decimal, from_decimal_32, from_hex, hex};

/// Every key of ours begins so.
pub const PREFIX: &str = "service-dojo/v1/";
/// Room kept free for the first command that meets a full store.
pub const RESERVE: &str = "service-dojo/v1/reserve";

/// A key inside a workspace.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// `e/<tab>/<sequence>`: one command.
    Command { tab: TabId, sequence: u32 },
    /// `n/<tab>`: the name that a tab gave last.
    Name { tab: TabId },
    /// `s/<generation>-<tab>-<number>`: a segment.
    Segment(SegmentId),
    /// `m/0` or `m/1`: a manifest.
    Manifest(usize),
    /// `creating`: a workspace that is being written down, with the time.
    Creating,
    /// `deleted`: a workspace that must not come back, with the time.
    Deleted,
    /// `binned`: a workspace that was deleted and can be restored, with the time.
    Binned,
}

/// Which segment: unique, as a tab's id is, and never used again.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SegmentId {
    /// The generation it was written for.
    pub generation: u64,
    /// Who wrote it.
    pub tab: TabId,
    /// Tells segments of one generation apart.
    pub number: u32,
}

impl SegmentId {
    pub fn text(&self) -> String {
        format!("{}-{}-{}", self.generation, hex(self.tab.0), self.number)
    }

    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let id = Self {
            generation: from_decimal(parts.next()?)?,
            tab: TabId(from_hex(parts.next()?)?),
            number: from_decimal_32(parts.next()?)?,
        };
        parts.next().is_none().then_some(id)
    }
}

impl Key {
    /// The whole key.
    pub fn text(&self, workspace: &str) -> String {
        let rest = match self {
            Key::Command { tab, sequence } => format!("e/{}/{sequence}", hex(tab.0)),
            Key::Name { tab } => format!("n/{}", hex(tab.0)),
            Key::Segment(id) => format!("s/{}", id.text()),
            Key::Manifest(0) => "m/0".to_owned(),
            Key::Manifest(_) => "m/1".to_owned(),
            Key::Creating => "creating".to_owned(),
            Key::Deleted => "deleted".to_owned(),
            Key::Binned => "binned".to_owned(),
        };
        [PREFIX, workspace, "/", &rest].concat()
    }

    /// The workspace and the key, if it is one of ours, letter for letter.
    pub fn parse(key: &str) -> Option<(&str, Key)> {
        let (workspace, rest) = key.strip_prefix(PREFIX)?.split_once('/')?;
        if !is_workspace(workspace) {
            return None;
        }
        let key = match rest.split_once('/') {
            None if rest == "creating" => Key::Creating,
            None if rest == "deleted" => Key::Deleted,
            None if rest == "binned" => Key::Binned,
            Some(("m", "0")) => Key::Manifest(0),
            Some(("m", "1")) => Key::Manifest(1),
            Some(("n", tab)) => Key::Name { tab: TabId(from_hex(tab)?) },
            Some(("s", id)) => Key::Segment(SegmentId::parse(id)?),
            Some(("e", id)) => {
                let (tab, sequence) = id.split_once('/')?;
                Key::Command { tab: TabId(from_hex(tab)?), sequence: from_decimal_32(sequence)? }
            }
            _ => return None,
        };
        Some((workspace, key))
    }
}

/// Whether a text can name a workspace in keys: 1 to 64 of letters, digits, `-` and `_`.
pub fn is_workspace(text: &str) -> bool {
    (1..=64).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}

/// The workspace's keys among all of a store.
pub fn of_workspace<'a>(all: &'a [String], workspace: &'a str) -> impl Iterator<Item = (&'a str, Key)> {
    all.iter().filter_map(move |text| {
        let (of, key) = Key::parse(text)?;
        (of == workspace).then_some((text.as_str(), key))
    })
}
