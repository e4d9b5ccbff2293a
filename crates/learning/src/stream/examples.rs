//! Worked examples: streams of a made-up firm, as they are and after a change.

use serde::Deserialize;

use super::steps::Stream;
use super::stored::StoredStream;

/// The name of the file, beside the app.
pub const FILE: &str = "content/knowledge/streams.json";

/// A worked example.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// What addresses name it by.
    pub id: String,
    /// What it is about, in a few words.
    pub name: String,
    /// What happens and what was changed.
    pub story: String,
    /// As it is.
    pub before: Stream,
    /// After the change. Its steps keep their ids.
    pub after: Stream,
}

/// All of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Examples(pub Vec<Example>);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredFile {
    version: u32,
    examples: Vec<StoredExample>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredExample {
    id: String,
    name: String,
    story: String,
    before: StoredStream,
    after: StoredStream,
}

impl Examples {
    /// The version of the form that is understood.
    const VERSION: u32 = 1;

    /// Reads the file.
    ///
    /// # Errors
    /// Not this form or version, or a stream that is none; says which example and why.
    pub fn read(text: &str) -> Result<Self, String> {
        let file: StoredFile = serde_json::from_str(text).map_err(|error| error.to_string())?;
        if file.version != Self::VERSION {
            return Err(format!("form {} is not known; this app reads form {}", file.version, Self::VERSION));
        }
        let examples = file.examples.into_iter().map(|stored| {
            let at = |part: &str, why: super::ReadError| format!("example “{}”, {part}: {why}", stored.id);
            Ok(Example {
                before: stored.before.stream().map_err(|why| at("before", why))?,
                after: stored.after.stream().map_err(|why| at("after", why))?,
                id: stored.id,
                name: stored.name,
                story: stored.story,
            })
        });
        examples.collect::<Result<_, String>>().map(Self)
    }
}
