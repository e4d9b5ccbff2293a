//! Tables as dictionary-coded varint columns, deflated: the stored form of an import and of packed commands.
//!
//! What varies alike stands together: all numbers of a column follow each other, and so do all words of a
//! dictionary, which is what deflate does best with.

mod read;
mod varint;
mod write;

pub use read::decode;
pub use write::encode;

/// A table: columns of equal length.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// How many values every column has. A table without columns has none.
    pub rows: usize,
    /// The columns, in the order in which they are stored.
    pub columns: Vec<Column>,
}

/// A named column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What the column is called; the codec gives it no meaning.
    pub name: String,
    /// One value a row.
    pub values: Values,
}

/// The values of a column, one a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Values {
    /// Signed integers; stored as zigzag varints of the difference to the row above.
    Integers(Vec<i64>),
    /// Words from a dictionary (index per row); stored as varints.
    Words {
        /// Each word once.
        dictionary: Vec<String>,
        /// Which word stands in each row.
        indexes: Vec<u32>,
    },
}

impl Table {
    /// The column of that name.
    pub fn column(&self, name: &str) -> Option<&Values> {
        self.columns.iter().find(|c| c.name == name).map(|c| &c.values)
    }
}

/// The first bytes of every stored table.
const MAGIC: [u8; 3] = *b"SDC";
/// The version of the layout described in `FORMAT.md`.
const VERSION: u8 = 1;
/// Magic, version, and the inflated length as four bytes, lowest first.
const HEADER: usize = 8;
/// The most a table may inflate to, in bytes: tens of times what local storage can hold, yet small enough
/// that a bomb cannot take a page's memory (eight bytes a value).
const MOST_BYTES: usize = 64 << 20;
/// The most words all dictionaries of a table may have together, as each costs an allocation.
const MOST_WORDS: usize = 4 << 20;

const INTEGERS: u8 = 0;
const WORDS: u8 = 1;
