//! What somebody who learns has done: a journal of its own in this browser, beside those of the desks. It is read when
//! somebody first learns, and belongs to that part of the program: nothing that starts the app knows it.

use std::cell::RefCell;

use journal::{Entry, Journal, OpenError};
use learning::study::{self, Did, Study};
use leptos::prelude::*;
use workspace::stored;

use super::Session;
use super::inner::{AnyStore, STUDY, VERSIONS};
use crate::browser::{clock, page, tasks};

/// How the journal is called where somebody sees it.
const NAME: &str = "What you learn";
/// From so many entries with keys of their own on, they are packed when it is opened.
const PACK_AFTER: usize = 60;
const NOT_READ: &str =
    "What you have read and noted before could not be read. It is kept as it is; reload the page to try again.";

/// What is held once somebody learns.
struct Open {
    /// `None` until something is written for the first time.
    journal: Option<Journal<AnyStore>>,
    study: Study,
    changed: ArcTrigger,
}

thread_local! {
    static OPEN: RefCell<Option<Open>> = const { RefCell::new(None) };
}

impl Session {
    /// Reads what was done while learning, and asks to be run again when more is. `Err` with a sentence where it
    /// cannot be read.
    pub fn study<T>(self, read: impl FnOnce(&Study) -> T) -> Result<T, String> {
        self.open_study()?;
        OPEN.with_borrow(|open| {
            let open = open.as_ref().ok_or_else(|| NOT_READ.to_owned())?;
            open.changed.track();
            Ok(read(&open.study))
        })
    }

    /// Stores what was done; only then it counts. `Err` with a sentence: nothing was changed then.
    pub fn learned(self, did: Did) -> Result<(), String> {
        self.open_study()?;
        let line = stored::study::write(study::store(&did));
        let changed = OPEN.with_borrow_mut(|open| {
            let open = open.as_mut().ok_or_else(|| NOT_READ.to_owned())?;
            if open.journal.is_none() {
                open.journal = Some(self.make_study()?);
            }
            let journal = open.journal.as_mut().ok_or_else(|| NOT_READ.to_owned())?;
            let appended = journal.append(&line, clock::wall_millis()).map_err(|error| error.to_string())?;
            self.keep_beside(journal, std::slice::from_ref(&appended.entry));
            open.study.apply(did);
            Ok::<_, String>(open.changed.clone())
        })?;
        changed.notify();
        Ok(())
    }

    /// Takes in what other tabs have done meanwhile. A page that is opened asks for it.
    pub fn catch_up_study(self) {
        let changed = OPEN.with_borrow_mut(|open| {
            let open = open.as_mut()?;
            let journal = open.journal.as_mut()?;
            (!journal.poll().is_empty()).then(|| {
                open.study = folded(journal.entries());
                open.changed.clone()
            })
        });
        if let Some(changed) = changed {
            changed.notify();
        }
    }

    fn open_study(self) -> Result<(), String> {
        if OPEN.with_borrow(Option::is_some) {
            return Ok(());
        }
        let opened =
            self.inner.try_with_value(|inner| Journal::open(inner.store.clone(), VERSIONS, STUDY, inner.tab, None));
        let journal = match opened.ok_or_else(|| NOT_READ.to_owned())? {
            Ok((journal, _)) => Some(journal),
            Err(OpenError::Absent) => None,
            Err(error) => return Err(error.to_string()),
        };
        let study = journal.as_ref().map(|journal| folded(journal.entries())).unwrap_or_default();
        OPEN.set(Some(Open { journal, study, changed: ArcTrigger::new() }));
        tasks::spawn(async move { self.recover_study().await });
        Ok(())
    }

    /// What the storage has lost and the disk has kept comes back.
    async fn recover_study(self) {
        let kept = self.kept_beside(STUDY).await;
        if kept.is_empty() {
            return;
        }
        let changed = OPEN.with_borrow_mut(|open| {
            let open = open.as_mut()?;
            if open.journal.is_none() {
                open.journal = Some(self.make_study().ok()?);
            }
            let journal = open.journal.as_mut()?;
            let back = journal.recover_kept(&kept).unwrap_or_default();
            if journal.unpacked() >= PACK_AFTER {
                // A failure changes nothing and is tried again the next time.
                let _ = journal.compact();
            }
            open.study = folded(journal.entries());
            (!back.is_empty()).then(|| open.changed.clone())
        });
        if let Some(changed) = changed {
            changed.notify();
        }
    }

    /// Makes the journal, or opens the one that another tab has made at the same instant.
    fn make_study(self) -> Result<Journal<AnyStore>, String> {
        page::ask_to_persist();
        let made = self.inner.try_with_value(|inner| {
            let open =
                || Journal::open(inner.store.clone(), VERSIONS, STUDY, inner.tab, None).map(|(journal, _)| journal);
            let created =
                Journal::create(inner.store.clone(), VERSIONS, STUDY, NAME, inner.tab, None, clock::wall_millis());
            created.or_else(|error| open().map_err(|_| error.to_string()))
        });
        made.unwrap_or_else(|| Err(NOT_READ.to_owned()))
    }
}

/// What entries tell in their order. One that this version does not know is kept and passed over.
fn folded(entries: Vec<&Entry>) -> Study {
    let mut study = Study::default();
    let told = entries.into_iter().filter_map(|entry| stored::study::read(&entry.payload).ok().flatten());
    told.filter_map(study::read).for_each(|did| study.apply(did));
    study
}
