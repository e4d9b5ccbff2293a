//! One command, as a record under its own key.

use crate::checksum::{from_decimal, from_decimal_32, from_hex, hex};
use crate::frame::{self, Frame, Needs, Unread, Versions};
use crate::{Stamp, TabId};

/// One command of the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its place in the order of the whole journal.
    pub stamp: Stamp,
    /// Its number among the commands of its tab, from 1.
    pub sequence: u32,
    /// What was commanded: text that the journal does not look into.
    pub payload: String,
}

/// Which command: who gave it, and its number there.
pub(crate) type Id = (TabId, u32);

const COMMAND: &str = "command";
const NAME: &str = "name";

impl Entry {
    pub(crate) fn id(&self) -> Id {
        (self.stamp.tab, self.sequence)
    }

    /// The record as it is stored.
    pub(crate) fn record(&self, needs: Needs) -> String {
        let fields = format!("{} {}", stamp_text(self.stamp), self.sequence);
        frame::write(COMMAND, needs, &fields, &self.payload)
    }

    /// Reads a record that stands under the key of `id`.
    pub(crate) fn read(text: &str, versions: &Versions, id: Id) -> Result<(Entry, Needs), Unread> {
        let Frame { needs, fields, body } = frame::read(COMMAND, versions, text)?;
        let read = fields.rsplit_once(' ').and_then(|(stamp, sequence)| {
            Some(Entry { stamp: stamp_from(stamp)?, sequence: from_decimal_32(sequence)?, payload: body.to_owned() })
        });
        match read {
            None => frame::unknown("its fields are not understood"),
            Some(entry) if entry.id() != id || entry.sequence == 0 => frame::unknown("it stands under another's key"),
            Some(entry) => Ok((entry, needs)),
        }
    }
}

/// What a workspace is called, and since when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Name {
    pub stamp: Stamp,
    pub text: String,
}

impl Name {
    /// A name on one line.
    pub fn new(stamp: Stamp, text: &str) -> Self {
        Self { stamp, text: one_line(text) }
    }

    pub fn record(&self, needs: Needs) -> String {
        frame::write(NAME, needs, &stamp_text(self.stamp), &self.text)
    }

    pub fn read(text: &str, versions: &Versions) -> Result<Name, Unread> {
        let Frame { fields, body, .. } = frame::read(NAME, versions, text)?;
        match stamp_from(fields) {
            Some(stamp) => Ok(Name::new(stamp, body)),
            None => frame::unknown("its fields are not understood"),
        }
    }
}

/// Takes control characters out and blanks off the ends.
pub(crate) fn one_line(text: &str) -> String {
    text.replace(char::is_control, " ").trim().to_owned()
}

/// `<millis> <count> <tab>`.
pub(crate) fn stamp_text(stamp: Stamp) -> String {
    format!("{} {} {}", stamp.millis, stamp.count, hex(stamp.tab.0))
}

pub(crate) fn stamp_from(text: &str) -> Option<Stamp> {
    let mut words = text.split(' ');
    let stamp = Stamp {
        millis: from_decimal(words.next()?)?,
        count: from_decimal_32(words.next()?)?,
        tab: TabId(from_hex(words.next()?)?),
    };
    words.next().is_none().then_some(stamp)
}
