//! What teaches: the editions of ITIL, their words, and what they mean by them.
//!
//! Pure data and rules. Nothing here is copied from the books: every text is our own, and says from which
//! edition it comes and how sure we are.

mod agreement;
mod edition;
mod improving;
mod practice;
mod term;
mod why;

pub use agreement::AgreementKind;
pub use edition::{Confidence, Edition};
pub use improving::ImprovementPath;
pub use practice::Practice;
pub use term::{Meaning, Term};
pub use why::{FILE as WHY_FILE, Said, Topic, Why, Whys};
