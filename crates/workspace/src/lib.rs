//! The open workspace: what joins service management with its stored form.
//!
//! `stored` knows how events are written down, `base` how an imported log is; `workspace` folds both into a
//! desk, in whatever order they arrive, over `log` (every event in its order), `search` (texts), `standing`
//! (service level clocks) and `alphabet` (names in order); `line` walks over all of it; `undo` knows which commands
//! are taken back.
//!
//! What the screens ask is answered by `query`, `find`, `similar`, `recurring`, `figures`, `measures`, `title` and
//! `say`; for the practices by `awaiting` (what waits for one person), `pareto` (causes), `improving` (proposals and
//! comparisons), `major` (reports), `watermelon` (green outside, red inside), `articles` (how they read and whom they
//! help), `signals` (what monitoring sends), `maturity_counts` (evidence for a self-assessment), `baseline` (the
//! configuration of two days), `layers` (its map), `agenda` (what is planned on which day) and `rosetta` (a record in
//! other tools' words). `bulk` decides one change of many incidents, and `in_turn` commands that count on each other;
//! `columns` knows what the queue can show; `rules` are the desk's rules as people write them, and what a change of them
//! would do; `walking` writes the records of a walk through the lifecycle; `seed` fills a blank workspace; `clock` is
//! the desk's clock; `import` reads other tools' files, `table` writes rows for a spreadsheet, `ical` a schedule for
//! other calendars.

mod alphabet;
mod line;
mod log;
mod search;
mod undo;
mod workspace;

pub mod agenda;
pub mod articles;
pub mod awaiting;
pub mod base;
pub mod baseline;
pub mod bulk;
pub mod catalogue;
pub mod clock;
pub mod columns;
pub mod figures;
pub mod find;
pub mod ical;
#[cfg(feature = "import")]
pub mod import;
pub mod improving;
pub mod in_turn;
pub mod layers;
pub mod major;
pub mod maturity_counts;
pub mod measures;
pub mod pareto;
pub mod query;
pub mod recurring;
pub mod rosetta;
pub mod rules;
pub mod say;
pub mod seed;
pub mod signals;
pub mod similar;
pub mod standing;
pub mod stored;
pub mod table;
pub mod title;
pub mod walking;
pub mod watermelon;

pub use standing::{Breach, Standing};
pub use title::title;
pub use undo::Undone;
pub use workspace::{Admitted, Done, Finding, Recorded, Workspace};
