//! Where the files are, beside the app.

/// The stages, processes and functions of version 3.
pub const CONCEPTS_V3_FILE: &str = "content/knowledge/concepts-v3.json";

/// The 34 practices of ITIL 4, which Version 5 is reported to keep.
pub const CONCEPTS_PRACTICES_FILE: &str = "content/knowledge/concepts-practices.json";

/// What holds the practices together: systems, principles, dimensions, activities, models, and ITSM and ITIL themselves.
pub const CONCEPTS_FRAMEWORK_FILE: &str = "content/knowledge/concepts-framework.json";

/// The terms, and what is commonly mixed up.
pub const GLOSSARY_FILE: &str = "content/knowledge/glossary.json";

/// ITSM beside ITIL: the matrix, the drill and the history.
pub const COMPARISON_FILE: &str = "content/knowledge/comparison.json";

/// Situations in which a guiding principle helps to decide.
pub const PRINCIPLES_FILE: &str = "content/knowledge/principles.json";

/// Questions to a service, by the four dimensions and by what acts from outside.
pub const DIMENSIONS_FILE: &str = "content/knowledge/dimensions.json";

/// The files that hold concepts.
pub const CONCEPT_FILES: [&str; 3] = [CONCEPTS_V3_FILE, CONCEPTS_PRACTICES_FILE, CONCEPTS_FRAMEWORK_FILE];

/// Every file of the body of knowledge.
pub const FILES: [&str; 7] = [
    CONCEPTS_V3_FILE,
    CONCEPTS_PRACTICES_FILE,
    CONCEPTS_FRAMEWORK_FILE,
    GLOSSARY_FILE,
    COMPARISON_FILE,
    PRINCIPLES_FILE,
    DIMENSIONS_FILE,
];
