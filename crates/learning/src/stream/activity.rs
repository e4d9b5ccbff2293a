//! The activities of which an edition composes value streams.

use crate::edition::Edition;

/// Whose activities a stream is told in. Version 3 has no value streams of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Vocabulary {
    /// ITIL 4: the six activities of the service value chain.
    ValueChain,
    /// Version 5: the eight activities of the product and service lifecycle. That there are these eight is settled;
    /// whether they take the place of the value chain is only reported.
    Lifecycle,
}

/// An activity of either vocabulary. Source: ITIL 4 Foundation (2019); reports on the Version 5 Foundation (2026).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Activity {
    /// ITIL 4: a shared understanding of vision, state and direction.
    Plan,
    /// ITIL 4: getting better, everywhere.
    Improve,
    /// ITIL 4: knowing what stakeholders need, and staying on good terms with them.
    Engage,
    /// ITIL 4: products and services that meet expectations of quality, cost and time to market.
    DesignAndTransition,
    /// ITIL 4: components that are there when and where they are needed.
    ObtainBuild,
    /// ITIL 4: services delivered and supported as agreed.
    DeliverAndSupport,
    /// Version 5.
    Discover,
    /// Version 5.
    Design,
    /// Version 5.
    Acquire,
    /// Version 5.
    Build,
    /// Version 5.
    Transition,
    /// Version 5.
    Operate,
    /// Version 5.
    Deliver,
    /// Version 5.
    Support,
}

impl Vocabulary {
    /// Both.
    pub const ALL: [Vocabulary; 2] = [Vocabulary::ValueChain, Vocabulary::Lifecycle];

    /// The vocabulary of an edition; `None` for version 3.
    pub fn of(edition: Edition) -> Option<Self> {
        Self::ALL.into_iter().find(|vocabulary| vocabulary.edition() == edition)
    }

    /// The edition that speaks so.
    pub fn edition(self) -> Edition {
        match self {
            Vocabulary::ValueChain => Edition::V4,
            Vocabulary::Lifecycle => Edition::V5,
        }
    }

    /// What its activities are called together.
    pub fn name(self) -> &'static str {
        match self {
            Vocabulary::ValueChain => "service value chain",
            Vocabulary::Lifecycle => "product and service lifecycle",
        }
    }

    /// Its activities in the order in which they are usually listed. A stream may visit them in any order and again.
    pub fn activities(self) -> &'static [Activity] {
        use Activity::*;
        match self {
            Vocabulary::ValueChain => &[Plan, Improve, Engage, DesignAndTransition, ObtainBuild, DeliverAndSupport],
            Vocabulary::Lifecycle => &[Discover, Design, Acquire, Build, Transition, Operate, Deliver, Support],
        }
    }
}

impl Activity {
    /// The vocabulary it belongs to.
    pub fn vocabulary(self) -> Vocabulary {
        use Activity::*;
        match self {
            Plan | Improve | Engage | DesignAndTransition | ObtainBuild | DeliverAndSupport => Vocabulary::ValueChain,
            Discover | Design | Acquire | Build | Transition | Operate | Deliver | Support => Vocabulary::Lifecycle,
        }
    }

    /// The name people use.
    pub fn name(self) -> &'static str {
        match self {
            Activity::Plan => "Plan",
            Activity::Improve => "Improve",
            Activity::Engage => "Engage",
            Activity::DesignAndTransition => "Design and transition",
            Activity::ObtainBuild => "Obtain/build",
            Activity::DeliverAndSupport => "Deliver and support",
            Activity::Discover => "Discover",
            Activity::Design => "Design",
            Activity::Acquire => "Acquire",
            Activity::Build => "Build",
            Activity::Transition => "Transition",
            Activity::Operate => "Operate",
            Activity::Deliver => "Deliver",
            Activity::Support => "Support",
        }
    }

    /// Its short form in stored streams, unique in its vocabulary.
    pub fn code(self) -> &'static str {
        match self {
            Activity::Plan => "plan",
            Activity::Improve => "improve",
            Activity::Engage => "engage",
            Activity::DesignAndTransition => "design-and-transition",
            Activity::ObtainBuild => "obtain-build",
            Activity::DeliverAndSupport => "deliver-and-support",
            Activity::Discover => "discover",
            Activity::Design => "design",
            Activity::Acquire => "acquire",
            Activity::Build => "build",
            Activity::Transition => "transition",
            Activity::Operate => "operate",
            Activity::Deliver => "deliver",
            Activity::Support => "support",
        }
    }

    /// The activity of a vocabulary with this [`code`](Self::code).
    pub fn from_code(vocabulary: Vocabulary, code: &str) -> Option<Self> {
        vocabulary.activities().iter().copied().find(|activity| activity.code() == code)
    }
}
