//! The body of knowledge: what the editions teach, as concepts, terms, comparisons, situations and questions that hang
//! together.
//!
//! The texts are data (`public/content/knowledge/`), fetched when a page asks for them: [`FILES`] says where they are.
//! They are our own words; each says from which edition it is, where its facts can be read up and how sure we are.
//! What is stored is read by the types in `stored`; everything else here is free of the stored form.
//!
//! [`Knowledge`] holds the concepts and the glossary, and can be used with those files that have arrived so far.
//! [`Comparison`], [`Situations`] and [`ServiceCheck`] are each one file for one page.

mod across;
mod codes;
mod comparison;
mod concept;
mod dimensions;
mod do_it;
mod files;
mod fold;
mod ids;
mod kind;
mod marking;
mod misconception;
mod paragraphs;
mod paths;
mod principles;
mod provenance;
mod search;
mod shelf;
mod store;
pub(crate) mod stored;
mod term;
mod unreadable;

pub use across::Across;
pub use comparison::{Answer, Comparison, Group, Moment, Row, Side, Statement, Subject};
pub use concept::{Concept, Confusion, Named, Section, WORDS_A_MINUTE};
pub use dimensions::{Area, Question, ServiceCheck};
pub use do_it::DoIt;
pub use files::{
    COMPARISON_FILE, CONCEPT_FILES, CONCEPTS_FRAMEWORK_FILE, CONCEPTS_PRACTICES_FILE, CONCEPTS_V3_FILE,
    DIMENSIONS_FILE, FILES, GLOSSARY_FILE, PRINCIPLES_FILE,
};
pub use ids::{AreaId, ConceptId, MisconceptionId, QuestionId, RowId, SituationId, StatementId, TermId};
pub use kind::Kind;
pub use marking::{MOST_MARKED, Marker, Piece};
pub use misconception::Misconception;
pub use paragraphs::{MOST_WORDS, paragraphs};
pub use principles::{Choice, Fit, Situation, Situations};
pub use provenance::{Provenance, Source};
pub use search::{Found, Hit, MOST_HITS, Place};
pub use store::Knowledge;
pub use term::Term;
pub use unreadable::Unreadable;
