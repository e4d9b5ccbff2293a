//! What the session tells about itself.

/// Whether a workspace is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// The storage is being looked at, or a workspace read.
    Opening,
    /// There is no workspace yet.
    Empty,
    /// A workspace is open.
    Open {
        /// Its id.
        id: String,
        /// What it is called.
        name: String,
        /// Why it cannot be written to, if it cannot.
        read_only: Option<String>,
    },
    /// A workspace is damaged, or its data has gone: it was not touched, and can be saved as it is.
    Damaged {
        /// Its id.
        id: String,
        /// What is wrong and what is safe.
        sentence: String,
    },
}

/// The storage is filling up: how far, and what takes the most of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filling {
    /// How full it is, in percent.
    pub percent: u64,
    /// What takes the most room, in words.
    pub most: String,
}

impl Filling {
    /// Whether hardly anything fits any more.
    pub fn is_grave(&self) -> bool {
        self.percent >= journal::REFUSE_PERCENT
    }
}

/// How safe the work is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// Nothing to save, or all saved in this browser, which may lose the last seconds if it is killed.
    Saved,
    /// All saved, and on the disk.
    Safe,
    /// There is no storage to save in: the work ends with the page.
    MemoryOnly(String),
    /// The last command could not be saved. It is kept on this page; the sentence says what to do.
    Failed(String),
}
