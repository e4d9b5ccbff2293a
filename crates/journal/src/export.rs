//! A workspace as one file, to keep or to carry elsewhere. `FORMAT.md` describes it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use twox_hash::XxHash64;

use crate::checksum::hex;
use crate::{Entry, Segment};

pub(crate) const FORMAT: &str = "service-dojo-workspace";
pub(crate) const FORMAT_RESCUE: &str = "service-dojo-rescue";
pub(crate) const VERSION: u64 = 1;

/// The checksum of an export's content, however its JSON is laid out.
pub(crate) struct ContentSum(XxHash64);

impl ContentSum {
    pub fn new(name: &str, base: Option<(&str, &str)>) -> Self {
        let mut sum = Self(XxHash64::with_seed(0));
        sum.add(name);
        let (kind, base64) = base.unwrap_or_default();
        sum.add(kind);
        sum.add(base64);
        sum
    }

    pub fn entry(&mut self, entry: &Entry) {
        self.add(&place(entry));
        self.add(&entry.payload);
    }

    /// Each text with its length before it, so that no two contents run together to the same.
    fn add(&mut self, text: &str) {
        use std::hash::Hasher;
        self.0.write(text.len().to_string().as_bytes());
        self.0.write(b":");
        self.0.write(text.as_bytes());
    }

    pub fn hex(&self) -> String {
        use std::hash::Hasher;
        hex(self.0.finish())
    }
}

/// `<millis> <count> <tab> <sequence>`.
fn place(entry: &Entry) -> String {
    [&crate::entry::stamp_text(entry.stamp), " ", &entry.sequence.to_string()].concat()
}

/// A text as JSON.
pub(crate) fn quote(text: &str) -> String {
    // A string can always be written.
    serde_json::to_string(text).unwrap_or_default()
}

/// Writes the file.
pub(crate) fn write(name: &str, base: Option<&Segment>, entries: &[&Entry], now_millis: Option<u64>) -> String {
    let base = base.map(|base| (base.kind.as_str(), STANDARD.encode(&base.bytes)));
    let base = base.as_ref().map(|(kind, base64)| (*kind, base64.as_str()));
    let mut sum = ContentSum::new(name, base);
    let mut file = String::with_capacity(base.map_or(0, |(_, base64)| base64.len()) + entries.len() * 200 + 500);
    file.extend(["{\n\"format\": \"", FORMAT, "\",\n\"version\": ", &VERSION.to_string()]);
    if let Some(now) = now_millis {
        file.extend([",\n\"exported\": ", &now.to_string()]);
    }
    file.extend([",\n\"name\": ", &quote(name), ",\n\"base\": "]);
    match base {
        Some((kind, base64)) => file.extend(["{\"kind\": ", &quote(kind), ", \"base64\": \"", base64, "\"}"]),
        None => file.push_str("null"),
    }
    file.push_str(",\n\"entries\": [");
    for (at, entry) in entries.iter().enumerate() {
        sum.entry(entry);
        let start = if at == 0 { "\n{\"at\": \"" } else { ",\n{\"at\": \"" };
        file.extend([start, &place(entry), "\", \"payload\": ", &quote(&entry.payload), "}"]);
    }
    file.extend(["\n],\n\"checksum\": \"", &sum.hex(), "\"\n}\n"]);
    file
}
