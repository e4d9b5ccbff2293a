//! The frame around everything small: checksum, length, and who may read and write.
//!
//! `<checksum> <kind> <length> <min_reader> <min_writer> <fields>\n<body>`. The checksum covers all that
//! follows its space. This much never changes, so that every version can tell damage from news.

use crate::Damage;
use crate::checksum::{self, from_decimal, from_decimal_32};

/// Which versions of the app this code is, and which ones its records are for. They only ever rise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Versions {
    /// Records that need a reader above this cannot be read.
    pub reader: u32,
    /// Workspaces that need a writer above this must not be written to.
    pub writer: u32,
    /// The oldest reader that understands what we write.
    pub min_reader: u32,
    /// The oldest writer that does no harm to what we write.
    pub min_writer: u32,
}

/// Which versions a record is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Needs {
    pub min_reader: u32,
    pub min_writer: u32,
}

/// A record whose checksum is right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Frame<'a> {
    pub needs: Needs,
    pub fields: &'a str,
    pub body: &'a str,
}

/// Why a record could not be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unread {
    /// Cut, flipped, overwritten: the checksum is wrong.
    Damaged(Damage),
    /// The checksum is right, what it covers is not understood: kept, never deleted.
    Unknown(Damage),
    /// Written by a later version of the app.
    Newer { min_reader: u32 },
}

impl Versions {
    pub(crate) fn needs(&self) -> Needs {
        Needs { min_reader: self.min_reader, min_writer: self.min_writer }
    }
}

impl Needs {
    /// What both need.
    pub fn and(self, other: Needs) -> Needs {
        Needs { min_reader: self.min_reader.max(other.min_reader), min_writer: self.min_writer.max(other.min_writer) }
    }
}

/// Puts a frame around a body.
pub(crate) fn write(kind: &str, needs: Needs, fields: &str, body: &str) -> String {
    let (reader, writer, length) = (needs.min_reader, needs.min_writer, body.len());
    let covered = format!("{kind} {length} {reader} {writer} {fields}\n{body}");
    [&checksum::hex(checksum::of(&covered)), " ", &covered].concat()
}

/// Takes the frame off again.
pub(crate) fn read<'a>(kind: &str, versions: &Versions, text: &'a str) -> Result<Frame<'a>, Unread> {
    let damaged = |what| Err(Unread::Damaged(Damage::whole(what)));
    let Some((sum, covered)) = text.split_once(' ') else { return damaged("it is cut off") };
    if checksum::from_hex(sum) != Some(checksum::of(covered)) {
        return damaged("its checksum does not fit");
    }
    let Some((header, body)) = covered.split_once('\n') else { return unknown("it has no body") };
    let mut words = header.splitn(5, ' ');
    let mut word = || words.next().unwrap_or_default();
    let (found, length) = (word(), from_decimal(word()));
    let (Some(min_reader), Some(min_writer)) = (from_decimal_32(word()), from_decimal_32(word())) else {
        return unknown("its header is not understood");
    };
    if min_reader > versions.reader {
        return Err(Unread::Newer { min_reader });
    }
    if found != kind || length != Some(body.len() as u64) {
        return unknown("its header is not understood");
    }
    Ok(Frame { needs: Needs { min_reader, min_writer }, fields: word(), body })
}

pub(crate) fn unknown<T>(what: &'static str) -> Result<T, Unread> {
    Err(Unread::Unknown(Damage::whole(what)))
}
