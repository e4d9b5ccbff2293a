//! What teaches: the editions of ITIL, their words, and what they mean by them.
//!
//! Pure data and rules. Nothing here is copied from the books: every text is our own, and says from which
//! edition it comes and how sure we are.

pub mod advisor;
mod agreement;
mod dates;
mod edition;
mod improving;
pub mod knowledge;
pub mod maturity;
mod practice;
mod practice_ids;
mod term;
mod why;

pub mod stream;
pub mod study;
pub mod walk;

pub use agreement::AgreementKind;
pub use edition::{Confidence, Edition};
pub use improving::ImprovementPath;
pub use practice::Practice;
pub use practice_ids::{GENERAL_PRACTICES, SERVICE_PRACTICES, TECHNICAL_PRACTICES, is_practice};
pub use term::{Meaning, Term};
pub use why::{FILE as WHY_FILE, Said, Topic, Why, Whys};
