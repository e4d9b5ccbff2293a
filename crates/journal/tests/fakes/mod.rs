//! Stores that fail in the ways a browser's does, and shorthands for tests.
#![allow(dead_code, reason = "every test file uses another part")]

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use journal::{Entry, Journal, OpenError, Opened, Segment, Store, StoreError, TabId, Versions};

pub const V: Versions = Versions { reader: 1, writer: 1, min_reader: 1, min_writer: 1 };
pub const ID: &str = "shop";
pub const NOON: u64 = 1_700_000_000_000;
pub const A: TabId = TabId(0xa);
pub const B: TabId = TabId(0xb);
pub const C: TabId = TabId(0xc);

/// What is really stored. Tabs look at it through stores of their own.
#[derive(Clone, Default)]
pub struct Disk {
    pub values: Rc<RefCell<BTreeMap<String, String>>>,
    /// UTF-16 units; none is no limit.
    pub limit: Rc<Cell<Option<usize>>>,
}

impl Disk {
    pub fn limited(units: usize) -> Self {
        let disk = Disk::default();
        disk.limit.set(Some(units));
        disk
    }

    pub fn value(&self, key: &str) -> Option<String> {
        self.values.borrow().get(key).cloned()
    }

    /// Changes what is stored behind everyone's back.
    pub fn change(&self, key: &str, change: impl FnOnce(&str) -> String) {
        let old = self.value(key).unwrap_or_else(|| panic!("no {key}"));
        self.values.borrow_mut().insert(key.to_owned(), change(&old));
    }

    pub fn keys_under(&self, part: &str) -> Vec<String> {
        let start = format!("service-dojo/v1/{ID}/{part}");
        self.values.borrow().keys().filter(|k| k.starts_with(&start)).cloned().collect()
    }

    pub fn used(&self) -> usize {
        self.values.borrow().iter().map(|(k, v)| units(k) + units(v)).sum()
    }
}

pub fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

impl Store for Disk {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.value(key))
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        let old = self.value(key).map_or(0, |old| units(&old) + units(key));
        if self.limit.get().is_some_and(|limit| self.used() - old + units(key) + units(value) > limit) {
            return Err(StoreError::Full);
        }
        self.values.borrow_mut().insert(key.to_owned(), value.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.values.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        // Browsers promise no order: this one is neither sorted nor stable.
        let mut keys: Vec<String> = self.values.borrow().keys().cloned().collect();
        let middle = keys.len() / 2;
        keys.rotate_left(middle);
        keys.reverse();
        Ok(keys)
    }
}

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// One write is refused for want of room.
    Full,
    /// All writes from here on are.
    FullFromNow,
    /// One operation throws and is not done.
    Throw,
    /// One operation is done and throws all the same.
    ThrowDone,
    /// The page is killed before the operation.
    KillBefore,
    /// The page is killed after the operation.
    KillAfter,
    /// A write is cut short, and nobody is told.
    Tear,
    /// A write is cut short, and the page is killed.
    TearAndKill,
    /// A write changes a character, and nobody is told.
    Flip,
    /// A write is forgotten, and nobody is told.
    Forget,
}

impl Fault {
    /// Whether it can only strike a write.
    pub fn is_of_writes(self) -> bool {
        matches!(self, Fault::Full | Fault::Tear | Fault::TearAndKill | Fault::Flip | Fault::Forget)
    }
}

pub const FAULTS: [Fault; 10] = [
    Fault::Full,
    Fault::FullFromNow,
    Fault::Throw,
    Fault::ThrowDone,
    Fault::KillBefore,
    Fault::KillAfter,
    Fault::Tear,
    Fault::TearAndKill,
    Fault::Flip,
    Fault::Forget,
];

/// A store whose N-th operation goes wrong.
pub struct Faulty {
    pub disk: Disk,
    pub fault: Fault,
    pub at: usize,
    pub operations: Cell<usize>,
    /// Which operations were writes.
    pub writes: RefCell<Vec<usize>>,
}

impl Faulty {
    pub fn new(disk: &Disk, fault: Fault, at: usize) -> Rc<Self> {
        Rc::new(Self { disk: disk.clone(), fault, at, operations: Cell::new(0), writes: RefCell::default() })
    }

    /// Whether the fault strikes now, and whether the page is dead.
    fn step(&self) -> (bool, bool) {
        let now = self.operations.get();
        self.operations.set(now + 1);
        let kills = matches!(self.fault, Fault::KillBefore | Fault::KillAfter | Fault::TearAndKill);
        (now == self.at, kills && (now > self.at || (now == self.at && self.fault == Fault::KillBefore)))
    }

    fn other<T>(&self, operation: impl FnOnce() -> Result<T, StoreError>) -> Result<T, StoreError> {
        match self.step() {
            (_, true) => dead(),
            (true, _) if self.fault == Fault::Throw => dead(),
            (true, _) if self.fault == Fault::ThrowDone => operation().and_then(|_| dead()),
            _ => operation(),
        }
    }
}

fn dead<T>() -> Result<T, StoreError> {
    Err(StoreError::Failed("it broke".into()))
}

impl Store for Faulty {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.other(|| self.disk.get(key))
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.other(|| self.disk.remove(key))
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.other(|| self.disk.keys())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.writes.borrow_mut().push(self.operations.get());
        let (now, dead_already) = self.step();
        if dead_already {
            return dead();
        }
        if self.fault == Fault::FullFromNow && self.operations.get() > self.at {
            return Err(StoreError::Full);
        }
        if !now {
            return self.disk.set(key, value);
        }
        match self.fault {
            Fault::Full => Err(StoreError::Full),
            Fault::Throw | Fault::KillBefore => dead(),
            Fault::ThrowDone => self.disk.set(key, value).and_then(|()| dead()),
            Fault::Tear | Fault::TearAndKill => self.disk.set(key, &cut(value)),
            Fault::Flip => self.disk.set(key, &flip(value, value.len() / 3)),
            Fault::Forget => Ok(()),
            Fault::KillAfter | Fault::FullFromNow => self.disk.set(key, value),
        }
    }
}

/// The first half of a text.
pub fn cut(text: &str) -> String {
    text.chars().take(text.chars().count() / 2).collect()
}

/// A text with the lowest bit of one character changed.
pub fn flip(text: &str, at: usize) -> String {
    let count = text.chars().count().max(1);
    text.chars()
        .enumerate()
        .map(|(i, c)| if i == at % count { char::from_u32(c as u32 ^ 1).unwrap_or('?') } else { c })
        .collect()
}

/// A tab that sees what others wrote only when it settles, as browsers' tabs do for some milliseconds.
pub struct Lagging {
    pub disk: Disk,
    pub seen: RefCell<BTreeMap<String, String>>,
}

impl Lagging {
    pub fn new(disk: &Disk) -> Rc<Self> {
        Rc::new(Self { disk: disk.clone(), seen: RefCell::new(disk.values.borrow().clone()) })
    }

    pub fn settle(&self) {
        *self.seen.borrow_mut() = self.disk.values.borrow().clone();
    }
}

impl Store for Lagging {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.seen.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.disk.set(key, value)?;
        self.seen.borrow_mut().insert(key.to_owned(), value.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.disk.remove(key)?;
        self.seen.borrow_mut().remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.seen.borrow().keys().cloned().collect())
    }
}

/// A store that fails all operations with one error.
pub struct Refusing(pub StoreError);

impl Store for Refusing {
    fn get(&self, _: &str) -> Result<Option<String>, StoreError> {
        Err(self.0.clone())
    }
    fn set(&self, _: &str, _: &str) -> Result<(), StoreError> {
        Err(self.0.clone())
    }
    fn remove(&self, _: &str) -> Result<(), StoreError> {
        Err(self.0.clone())
    }
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        Err(self.0.clone())
    }
}

pub fn base() -> Segment {
    Segment { kind: "import/1".into(), bytes: (0..=255).cycle().take(1000).collect() }
}

pub fn create<S: Store>(store: S, tab: TabId) -> Journal<S> {
    Journal::create(store, V, ID, "The shop", tab, Some(base()), NOON).unwrap()
}

pub fn open<S: Store>(store: S, tab: TabId) -> Result<(Journal<S>, Opened), OpenError> {
    Journal::open(store, V, ID, tab, None)
}

pub fn reopen(disk: &Disk) -> Opened {
    open(disk.clone(), TabId(0xffff)).unwrap().1
}

pub fn payloads(entries: &[Entry]) -> Vec<&str> {
    entries.iter().map(|e| e.payload.as_str()).collect()
}

pub fn append<S: Store>(journal: &mut Journal<S>, payload: &str) -> Entry {
    journal.append(payload, NOON).unwrap().entry
}

/// A workspace with packed commands (one, two), and two more (three, four) under keys of their own.
pub fn worked_in(disk: &Disk) -> Journal<Disk> {
    let mut journal = create(disk.clone(), A);
    append(&mut journal, "one");
    append(&mut journal, "two");
    journal.compact().unwrap();
    append(&mut journal, "three");
    append(&mut journal, "four");
    journal
}

/// A record with a right checksum around anything.
pub fn forged(covered: &str) -> String {
    format!("{:016x} {covered}", twox_hash::XxHash64::oneshot(0, covered.as_bytes()))
}

/// The record of a command as any version may have written it.
pub fn command(min_reader: u32, min_writer: u32, at: &str, payload: &str) -> String {
    forged(&format!("command {} {min_reader} {min_writer} {at}\n{payload}", payload.len()))
}

pub fn key(rest: &str) -> String {
    format!("service-dojo/v1/{ID}/{rest}")
}
