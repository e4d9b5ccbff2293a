//! A manifest: which segments make up a workspace, and how far they go.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::TabId;
use crate::checksum::{from_decimal, from_decimal_32, from_hex, hex};
use crate::entry::{Name, stamp_from, stamp_text};
use crate::frame::{self, Needs, Unread, Versions};
use crate::keys::SegmentId;

const MANIFEST: &str = "manifest";

/// What a slot says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Manifest {
    pub needs: Needs,
    /// Counts up; the highest valid one is in force.
    pub generation: u64,
    /// Whose it is, so that a copied slot is told from ours.
    pub workspace: String,
    pub name: Name,
    /// The immutable base with its kind.
    pub base: Option<(SegmentRef, String)>,
    /// Packed commands, oldest segment first.
    pub tails: Vec<SegmentRef>,
    /// For each tab that still had command keys then: up to which number the tails contain them.
    pub contained: BTreeMap<TabId, u32>,
}

/// A segment with what proves it whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SegmentRef {
    pub id: SegmentId,
    /// Of its text.
    pub checksum: u64,
    /// How many commands it packs; 0 for a base.
    pub rows: u32,
}

impl Manifest {
    pub fn write(&self) -> String {
        let mut body = format!("generation {}\nworkspace {}\n", self.generation, self.workspace);
        // Writing to a string cannot fail.
        let _ = writeln!(body, "name {} {}", stamp_text(self.name.stamp), self.name.text);
        if let Some((base, kind)) = &self.base {
            let _ = writeln!(body, "base {} {kind}", base.text());
        }
        for tail in &self.tails {
            let _ = writeln!(body, "tail {}", tail.text());
        }
        for (tab, sequence) in &self.contained {
            let _ = writeln!(body, "contains {} {sequence}", hex(tab.0));
        }
        frame::write(MANIFEST, self.needs, "", &body)
    }

    pub fn read(text: &str, versions: &Versions, workspace: &str) -> Result<Manifest, Unread> {
        let frame = frame::read(MANIFEST, versions, text)?;
        match parse(frame.body, frame.needs) {
            Some(manifest) if manifest.workspace == workspace => Ok(manifest),
            Some(_) => frame::unknown("it belongs to another workspace"),
            None => frame::unknown("its lines are not understood"),
        }
    }

    /// Whether it needs a segment.
    pub fn names(&self, segment: &SegmentId) -> bool {
        self.base.iter().map(|(base, _)| base).chain(&self.tails).any(|named| named.id == *segment)
    }
}

impl SegmentRef {
    fn text(&self) -> String {
        format!("{} {} {}", self.id.text(), hex(self.checksum), self.rows)
    }

    fn parse(text: &str) -> Option<Self> {
        let mut words = text.split(' ');
        let segment = Self {
            id: SegmentId::parse(words.next()?)?,
            checksum: from_hex(words.next()?)?,
            rows: from_decimal_32(words.next()?)?,
        };
        words.next().is_none().then_some(segment)
    }
}

/// Lines that are not known are passed over: who adds one that matters raises `min_reader`, and one that
/// must survive a rewrite, `min_writer`.
fn parse(body: &str, needs: Needs) -> Option<Manifest> {
    let (mut generation, mut workspace, mut name, mut base) = (None, None, None, None);
    let (mut tails, mut contained) = (Vec::new(), BTreeMap::new());
    for line in body.strip_suffix('\n')?.split('\n') {
        let (word, rest) = line.split_once(' ')?;
        match word {
            "generation" => generation = Some(from_decimal(rest).filter(|&g| g < u64::MAX)?),
            "workspace" => workspace = Some(rest.to_owned()),
            "name" => {
                let (at, _) = rest.match_indices(' ').nth(2)?;
                let (stamp, text) = rest.split_at_checked(at)?;
                name = Some(Name::new(stamp_from(stamp)?, text));
            }
            "base" => {
                let (at, _) = rest.match_indices(' ').nth(2)?;
                let (segment, kind) = rest.split_at_checked(at)?;
                base = Some((SegmentRef::parse(segment)?, kind.trim_start().to_owned()));
            }
            "tail" => tails.push(SegmentRef::parse(rest)?),
            "contains" => {
                let (tab, sequence) = rest.split_once(' ')?;
                contained.insert(TabId(from_hex(tab)?), from_decimal_32(sequence)?);
            }
            _ => {}
        }
    }
    Some(Manifest { needs, generation: generation?, workspace: workspace?, name: name?, base, tails, contained })
}
