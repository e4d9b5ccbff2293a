//! Streams of random numbers that can be saved.

use std::collections::BTreeMap;

use chacha20::ChaCha8Rng;
use chacha20::rand_core::{Rng, SeedableRng};
use serde::{Deserialize, Serialize};

use super::Purpose;

/// The random numbers of one purpose under one seed.
///
/// ChaCha with 8 rounds: a seed has 2^64 streams that have nothing to do with each other, and a place in one is a
/// number. So what is saved is seed, purpose and place, whatever the generator keeps inside.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Saved", into = "Saved")]
pub struct Stream {
    seed: u64,
    purpose: Purpose,
    generator: ChaCha8Rng,
}

impl Stream {
    /// The stream from its beginning.
    pub fn new(seed: u64, purpose: Purpose) -> Self {
        let mut key = *b"--seed--service dojo, simulation";
        for (place, byte) in key.iter_mut().zip(seed.to_le_bytes()) {
            *place = byte;
        }
        let mut generator = ChaCha8Rng::from_seed(key);
        generator.set_stream(purpose.stream_number());
        Self { seed, purpose, generator }
    }

    /// The next 64 random bits. Everything else is made of these, so that a place in the stream is a whole number.
    pub fn bits(&mut self) -> u64 {
        self.generator.next_u64()
    }

    /// How many times [`Stream::bits`] were drawn.
    fn drawn(&self) -> u64 {
        // 2^64 draws would take centuries.
        u64::try_from(self.generator.get_word_pos() / WORDS_A_DRAW).unwrap_or(u64::MAX)
    }
}

/// The generator refuses to be cloned, because a secret must not come twice; here the same again is the point.
impl Clone for Stream {
    fn clone(&self) -> Self {
        Self::from(Saved { seed: self.seed, purpose: self.purpose.clone(), drawn: self.drawn() })
    }
}

/// The generator counts in words of 32 bits.
const WORDS_A_DRAW: u128 = 2;

#[derive(Serialize, Deserialize)]
struct Saved {
    seed: u64,
    purpose: Purpose,
    drawn: u64,
}

impl From<Stream> for Saved {
    fn from(stream: Stream) -> Self {
        let drawn = stream.drawn();
        Self { seed: stream.seed, purpose: stream.purpose, drawn }
    }
}

impl From<Saved> for Stream {
    fn from(saved: Saved) -> Self {
        let mut stream = Self::new(saved.seed, saved.purpose);
        stream.generator.set_word_pos(u128::from(saved.drawn) * WORDS_A_DRAW);
        stream
    }
}

/// All streams of one seed, each made when it is first asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "SavedStreams", into = "SavedStreams")]
pub struct Streams {
    seed: u64,
    open: BTreeMap<Purpose, Stream>,
}

impl Streams {
    /// The streams of a seed, all at their beginning.
    pub fn new(seed: u64) -> Self {
        Self { seed, open: BTreeMap::new() }
    }

    /// The stream of a purpose, where it was left.
    pub fn of(&mut self, purpose: Purpose) -> &mut Stream {
        let seed = self.seed;
        self.open.entry(purpose).or_insert_with_key(|purpose| Stream::new(seed, purpose.clone()))
    }
}

#[derive(Serialize, Deserialize)]
struct SavedStreams {
    seed: u64,
    drawn: Vec<(Purpose, u64)>,
}

impl From<Streams> for SavedStreams {
    fn from(streams: Streams) -> Self {
        let drawn = streams.open.into_iter().map(|(purpose, stream)| (purpose, stream.drawn())).collect();
        Self { seed: streams.seed, drawn }
    }
}

impl From<SavedStreams> for Streams {
    fn from(SavedStreams { seed, drawn }: SavedStreams) -> Self {
        let open = drawn
            .into_iter()
            .map(|(purpose, drawn)| (purpose.clone(), Stream::from(Saved { seed, purpose, drawn })))
            .collect();
        Self { seed, open }
    }
}
