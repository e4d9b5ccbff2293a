//! Where a fact can be read up, and how sure we are of it.

use super::codes::codes;
use crate::edition::Confidence;

codes! {
    /// Where facts come from. A closed list: a source that is not on it makes a file unreadable.
    pub enum Source {
        /// The volume of version 3 on strategy.
        V3Strategy = "ITIL v3 (2011), Service Strategy",
        /// The volume of version 3 on design.
        V3Design = "ITIL v3 (2011), Service Design",
        /// The volume of version 3 on transition.
        V3Transition = "ITIL v3 (2011), Service Transition",
        /// The volume of version 3 on operation.
        V3Operation = "ITIL v3 (2011), Service Operation",
        /// The volume of version 3 on improvement.
        V3Improvement = "ITIL v3 (2011), Continual Service Improvement",
        /// The Foundation book of ITIL 4.
        Foundation4 = "ITIL 4 Foundation (2019)",
        /// The guides to the single practices of ITIL 4.
        Guidance4 = "ITIL 4 practice guidance",
        /// What several public sources tell of Version 5.
        Reports5 = "Reports on the Version 5 Foundation (2026)",
        /// What the common tools do alike.
        Tools = "Common practice of service management tools",
        /// An article that compares ITSM with ITIL.
        Article = "The user's article on ITSM and ITIL",
        /// Our own conclusion.
        Ours = "Our own reading",
    }
}

impl Source {
    /// What a reader is told.
    pub fn name(self) -> &'static str {
        match self {
            Source::Article => "An article on ITSM and ITIL",
            _ => self.code(),
        }
    }
}

/// Where a fact can be read up, and how sure we are of it. The editions it holds for stand beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Provenance {
    /// Where it can be read up.
    pub source: Source,
    /// How sure we are.
    pub confidence: Confidence,
}
