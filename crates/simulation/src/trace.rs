//! A run in one number: two runs with the same hash went the same way.

use serde::{Deserialize, Serialize};
use twox_hash::XxHash64;

/// The hash of all that happened so far, in order.
///
/// XXH64 in a chain: each thing's bytes are hashed with the hash before it as seed. So the whole state is one number,
/// and a run that was saved and resumed goes on with it. Not `std::hash::Hash`: that may differ between releases, and
/// lengths have another width in wasm.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trace(u64);

/// What can become part of a trace: says all of itself that matters.
pub trait Traced {
    /// Writes itself; what differs must be written differently.
    fn write(&self, bytes: &mut TraceBytes);
}

/// The bytes of one thing that happened.
#[derive(Debug, Default)]
pub struct TraceBytes(Vec<u8>);

impl TraceBytes {
    /// A whole number, or the number of an enum's variant.
    pub fn whole(&mut self, number: u64) -> &mut Self {
        self.0.extend_from_slice(&number.to_le_bytes());
        self
    }

    /// A whole number with a sign.
    pub fn signed(&mut self, number: i64) -> &mut Self {
        self.0.extend_from_slice(&number.to_le_bytes());
        self
    }

    /// A number, bit for bit.
    pub fn number(&mut self, number: f64) -> &mut Self {
        self.whole(number.to_bits())
    }

    /// A text and its length, so that two texts in a row are not taken for two others.
    pub fn text(&mut self, text: &str) -> &mut Self {
        self.whole(text.len() as u64);
        self.0.extend_from_slice(text.as_bytes());
        self
    }
}

impl Trace {
    /// Adds what happened.
    pub fn add(&mut self, happened: &impl Traced) {
        let mut bytes = TraceBytes::default();
        happened.write(&mut bytes);
        self.0 = XxHash64::oneshot(self.0, &bytes.0);
    }

    /// The number that stands for the run so far.
    pub fn hash(self) -> u64 {
        self.0
    }
}

impl<A: Traced, B: Traced> Traced for (A, B) {
    fn write(&self, bytes: &mut TraceBytes) {
        self.0.write(bytes);
        self.1.write(bytes);
    }
}

impl<T: Traced + ?Sized> Traced for &T {
    fn write(&self, bytes: &mut TraceBytes) {
        (**self).write(bytes);
    }
}

impl Traced for u64 {
    fn write(&self, bytes: &mut TraceBytes) {
        bytes.whole(*self);
    }
}

impl Traced for str {
    fn write(&self, bytes: &mut TraceBytes) {
        bytes.text(self);
    }
}

impl Traced for crate::SimTime {
    fn write(&self, bytes: &mut TraceBytes) {
        bytes.signed(self.millis());
    }
}
