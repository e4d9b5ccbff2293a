//! What the journal needs of a store: text under text, like the browser's local storage.

use std::fmt;

/// A store of text under text, shared by every tab of an origin.
pub trait Store {
    /// The value under a key, if there is one.
    fn get(&self, key: &str) -> Result<Option<String>, StoreError>;
    /// Puts a value under a key. On an error the old value is still there.
    fn set(&self, key: &str, value: &str) -> Result<(), StoreError>;
    /// Removes a key; one that is not there is no error.
    fn remove(&self, key: &str) -> Result<(), StoreError>;
    /// Every key of the store, foreign ones too, in any order.
    fn keys(&self) -> Result<Vec<String>, StoreError>;
    /// Why what is kept here ends with the page; `None` for a store that lasts.
    fn fleeting(&self) -> Option<MemoryReason> {
        None
    }
}

/// Why a store did not do what it was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// The browser forbids it (cookies blocked, sandboxed frame: `SecurityError`).
    Blocked,
    /// There is no store (switched off: `null`).
    SwitchedOff,
    /// The quota is used up (`QuotaExceededError`).
    Full,
    /// Anything else, in the browser's words.
    Failed(String),
}

/// Why a workspace is kept in memory only and ends with the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MemoryReason {
    /// The browser forbids storage here.
    Blocked,
    /// The browser has no storage.
    SwitchedOff,
    /// There is no room at all.
    NoRoom,
    /// The storage fails in some other way.
    Failing,
    /// It was asked for: a guest session, a test.
    Asked,
}

impl StoreError {
    /// Why a workspace has to be kept in memory after this error.
    pub fn memory_reason(&self) -> MemoryReason {
        match self {
            StoreError::Blocked => MemoryReason::Blocked,
            StoreError::SwitchedOff => MemoryReason::SwitchedOff,
            StoreError::Full => MemoryReason::NoRoom,
            StoreError::Failed(_) => MemoryReason::Failing,
        }
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            StoreError::Blocked => "the browser does not allow this page to store anything",
            StoreError::SwitchedOff => "the browser's storage is switched off",
            StoreError::Full => "the browser's storage for this site is full",
            StoreError::Failed(words) => return write!(f, "the browser's storage failed: {words}"),
        })
    }
}

impl std::error::Error for StoreError {}

impl MemoryReason {
    /// What the user should know and can do.
    pub fn sentence(self) -> &'static str {
        match self {
            MemoryReason::Blocked => {
                "The browser does not allow this page to store anything. Your work lasts until the page is closed; export it to keep it."
            }
            MemoryReason::SwitchedOff => {
                "The browser's storage is switched off. Your work lasts until the page is closed; export it to keep it."
            }
            MemoryReason::NoRoom => {
                "The browser gives this page no room. Your work lasts until the page is closed; export it to keep it."
            }
            MemoryReason::Failing => {
                "The browser's storage does not work. Your work lasts until the page is closed; export it to keep it."
            }
            MemoryReason::Asked => "This workspace lasts until the page is closed; export it to keep it.",
        }
    }
}

macro_rules! stores_behind_a_pointer {
    ($($pointer:ty),*) => {$(
        impl<T: Store + ?Sized> Store for $pointer {
            fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
                (**self).get(key)
            }
            fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
                (**self).set(key, value)
            }
            fn remove(&self, key: &str) -> Result<(), StoreError> {
                (**self).remove(key)
            }
            fn keys(&self) -> Result<Vec<String>, StoreError> {
                (**self).keys()
            }
            fn fleeting(&self) -> Option<MemoryReason> {
                (**self).fleeting()
            }
        }
    )*};
}

stores_behind_a_pointer!(&T, Box<T>, std::rc::Rc<T>);
