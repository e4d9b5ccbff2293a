//! What sort of thing a concept is.

use super::codes::codes;

codes! {
    /// What sort of thing a concept is.
    pub enum Kind {
        /// A stage of version 3's lifecycle.
        Stage = "stage",
        /// A process of version 3.
        Process = "process",
        /// A function of version 3: people and tools.
        Function = "function",
        /// A practice since ITIL 4.
        Practice = "practice",
        /// A guiding principle.
        Principle = "principle",
        /// One of the four dimensions.
        Dimension = "dimension",
        /// A component of the service value system.
        Component = "component",
        /// One of the six activities of ITIL 4's value chain.
        ChainActivity = "chain-activity",
        /// One of the eight activities of Version 5's lifecycle.
        LifecycleActivity = "lifecycle-activity",
        /// A picture of how things hang together, or of how to proceed.
        Model = "model",
        /// What acts on services from outside.
        Factor = "factor",
        /// A notion that is none of these.
        Idea = "idea",
    }
}

impl Kind {
    /// What a reader is told it is.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Stage => "stage of the lifecycle",
            Kind::Process => "process",
            Kind::Function => "function",
            Kind::Practice => "practice",
            Kind::Principle => "guiding principle",
            Kind::Dimension => "dimension",
            Kind::Component => "component of the value system",
            Kind::ChainActivity => "value chain activity",
            Kind::LifecycleActivity => "lifecycle activity",
            Kind::Model => "model",
            Kind::Factor => "factors from outside",
            Kind::Idea => "idea",
        }
    }
}
