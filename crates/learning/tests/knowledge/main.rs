//! The body of knowledge as it is served: whole, linked, and sure of no more than is known.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod became;
mod budgets;
mod comparison;
mod dimensions;
mod editions;
mod language;
mod links;
mod lists;
mod marking;
mod principles;
mod reading;
mod schema;
mod searching;
mod texts;

use learning::knowledge::{Comparison, Knowledge, ServiceCheck, Situations};

const V3: &str = include_str!("../../../../public/content/knowledge/concepts-v3.json");
const PRACTICES: &str = include_str!("../../../../public/content/knowledge/concepts-practices.json");
const FRAMEWORK: &str = include_str!("../../../../public/content/knowledge/concepts-framework.json");
const GLOSSARY: &str = include_str!("../../../../public/content/knowledge/glossary.json");
const COMPARISON: &str = include_str!("../../../../public/content/knowledge/comparison.json");
const PRINCIPLES: &str = include_str!("../../../../public/content/knowledge/principles.json");
const DIMENSIONS: &str = include_str!("../../../../public/content/knowledge/dimensions.json");

fn knowledge() -> Knowledge {
    let mut knowledge = Knowledge::default();
    for text in [V3, PRACTICES, FRAMEWORK] {
        knowledge.add_concepts(text).unwrap();
    }
    knowledge.add_glossary(GLOSSARY).unwrap();
    knowledge
}

fn comparison() -> Comparison {
    Comparison::read(COMPARISON).unwrap()
}

fn situations() -> Situations {
    Situations::read(PRINCIPLES).unwrap()
}

fn service_check() -> ServiceCheck {
    ServiceCheck::read(DIMENSIONS).unwrap()
}
