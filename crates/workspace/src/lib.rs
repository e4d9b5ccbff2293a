//! The open workspace: what joins service management with its stored form.
//!
//! `stored` knows how events are written down, `base` how an imported log is; `workspace` folds both into a
//! desk, in whatever order they arrive, over `log` (every event in its order), `search` (texts), `standing`
//! (service level clocks) and `alphabet` (names in order); `line` walks over all of it. `query`, `figures`,
//! `measures`, `title` and `say` answer what the screens ask; `seed` fills a blank workspace; `clock` is the desk's clock;
//! `import` reads other tools' files.

mod alphabet;
mod line;
mod log;
mod search;
mod workspace;

pub mod base;
pub mod clock;
pub mod figures;
#[cfg(feature = "import")]
pub mod import;
pub mod measures;
pub mod query;
pub mod say;
pub mod seed;
pub mod standing;
pub mod stored;
pub mod title;

pub use standing::{Breach, Standing};
pub use title::title;
pub use workspace::{Admitted, Finding, Recorded, Workspace};
