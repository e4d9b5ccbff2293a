//! How much a file may hold. All are far above what a catalogue needs, and low enough that no file can make a page slow
//! or a sum wrong.

/// The largest file that is read, in bytes. A larger one is refused unread.
pub const FILE_MOST: usize = 2 * 1024 * 1024;
/// The longest logo, in bytes of its `data:` address.
pub const LOGO_MOST: usize = 64 * 1024;

/// Characters of what stands on one line: names, labels, keywords, links.
pub(super) const LINE: usize = 1_000;
/// Characters of a text of some sentences.
pub(super) const TEXT: usize = 10_000;
/// Characters of a text of some pages.
pub(super) const PAGES: usize = 50_000;

pub(super) const SERVICES: usize = 2_000;
pub(super) const CATEGORIES: usize = 2_000;
pub(super) const AUDIENCES: usize = 500;
/// Names of people, groups, services or items.
pub(super) const NAMES: usize = 20_000;
/// Entries of the short lists of a service: outcomes, targets, documents and the like.
pub(super) const FEW: usize = 100;
/// References of a service to others.
pub(super) const REFERENCES: usize = 1_000;
pub(super) const OFFERINGS: usize = 200;
pub(super) const SECTIONS: usize = 100;
/// Fields of all sections of one form.
pub(super) const FIELDS: usize = 200;
pub(super) const CHOICES: usize = 500;
pub(super) const STEPS: usize = 100;
/// Lines of the change log, and comments, of one service.
pub(super) const LINES: usize = 1_000;

/// The most that anything costs, in hundredths: sums of all services stay exact.
pub(super) const AMOUNT: u64 = 1_000_000_000_000;
/// The most that one answer adds or takes, in hundredths, and the largest number that is asked for: their product is
/// still a number.
pub(super) const NUMBER: i64 = 1_000_000_000;
/// The longest time that is planned with, in working seconds: ten years of days and nights.
pub(super) const SECONDS: i64 = 10 * 366 * 24 * 60 * 60;
/// The deepest that conditions of our own journal are nested; the reader of JSON stops soon after.
pub(super) const JOURNAL_DEPTH: usize = 40;
