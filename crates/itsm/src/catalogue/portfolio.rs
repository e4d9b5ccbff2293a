//! Where a service stands on its way from an idea to its end, and what each gate on the way asks for.
//!
//! Stages are ITIL v3's portfolio (pipeline, catalogue, retired); the states beneath are the TM Forum's (TMF633,
//! `lifecycleStatus`).

/// Where a service stands. Source: TM Forum, TMF633 v4.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// Somebody looks whether it is worth it.
    #[default]
    InStudy,
    /// It is worked out.
    InDesign,
    /// It is tried out.
    InTest,
    /// It did not pass, and is not built.
    Rejected,
    /// It is ready, and not offered yet.
    Active,
    /// Customers can order it.
    Launched,
    /// It is no longer offered; who has it may still use it.
    Retired,
    /// Nobody uses it any more.
    Obsolete,
}

/// A part of the portfolio. Source: ITIL v3, service portfolio management.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Stage {
    /// What may come.
    Pipeline,
    /// What is there.
    Catalogue,
    /// What was.
    Retired,
}

/// Something that a gate asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Check {
    /// Why it is worth its costs and risks.
    BusinessCase,
    /// All that is needed to build, run and improve it.
    DesignPackage,
    /// How it gets into operation.
    TransitionPlan,
    /// Its customers accept what was built.
    Acceptance,
    /// Who stays at hand in the first weeks.
    EarlyLifeSupport,
    /// How users, data, contracts and items leave it.
    RetirementPlan,
}

impl Status {
    /// Every state, in order.
    pub const ALL: [Status; 8] = [
        Status::InStudy,
        Status::InDesign,
        Status::InTest,
        Status::Rejected,
        Status::Active,
        Status::Launched,
        Status::Retired,
        Status::Obsolete,
    ];

    /// The part of the portfolio it belongs to. What was rejected stays with what may come: it may be studied again.
    pub fn stage(self) -> Stage {
        match self {
            Status::InStudy | Status::InDesign | Status::InTest | Status::Rejected => Stage::Pipeline,
            Status::Active | Status::Launched => Stage::Catalogue,
            Status::Retired | Status::Obsolete => Stage::Retired,
        }
    }

    /// Whether a service here is on its way or on offer: not rejected, and not over.
    pub fn is_open(self) -> bool {
        !matches!(self, Status::Rejected | Status::Retired | Status::Obsolete)
    }

    /// Where a service may go from here, in order.
    pub fn next(self) -> impl Iterator<Item = Status> {
        Status::ALL.into_iter().filter(move |next| self.may_become(*next))
    }

    /// Whether a service may go from here to `next`.
    pub fn may_become(self, next: Status) -> bool {
        use Status::{Active, InDesign, InStudy, InTest, Launched, Obsolete, Rejected, Retired};
        matches!(
            (self, next),
            (InStudy, InDesign | Rejected)
                | (InDesign, InTest | InStudy | Rejected)
                | (InTest, Active | InDesign | Rejected)
                | (Rejected, InStudy)
                | (Active, Launched | InTest | Retired)
                | (Launched, Retired | Active)
                | (Retired, Obsolete | Active)
        )
    }

    /// What has to be done before a service may come here.
    pub fn asks_for(self) -> &'static [Check] {
        match self {
            Status::InDesign => &[Check::BusinessCase],
            Status::InTest => &[Check::DesignPackage],
            Status::Active => &[Check::TransitionPlan, Check::Acceptance],
            Status::Launched => &[Check::EarlyLifeSupport],
            Status::Retired => &[Check::RetirementPlan],
            Status::InStudy | Status::Rejected | Status::Obsolete => &[],
        }
    }

    /// The state in words, as the TM Forum calls it.
    pub fn word(self) -> &'static str {
        match self {
            Status::InStudy => "In study",
            Status::InDesign => "In design",
            Status::InTest => "In test",
            Status::Rejected => "Rejected",
            Status::Active => "Active",
            Status::Launched => "Launched",
            Status::Retired => "Retired",
            Status::Obsolete => "Obsolete",
        }
    }
}

impl Stage {
    /// Every part, in order.
    pub const ALL: [Stage; 3] = [Stage::Pipeline, Stage::Catalogue, Stage::Retired];

    /// The part in a word or two.
    pub fn word(self) -> &'static str {
        match self {
            Stage::Pipeline => "Pipeline",
            Stage::Catalogue => "Catalogue",
            Stage::Retired => "Retired",
        }
    }
}

impl Check {
    /// Everything that gates ask for, in the order of the gates.
    pub const ALL: [Check; 6] = [
        Check::BusinessCase,
        Check::DesignPackage,
        Check::TransitionPlan,
        Check::Acceptance,
        Check::EarlyLifeSupport,
        Check::RetirementPlan,
    ];

    /// What it is called.
    pub fn word(self) -> &'static str {
        match self {
            Check::BusinessCase => "Business case",
            Check::DesignPackage => "Service design package",
            Check::TransitionPlan => "Transition plan",
            Check::Acceptance => "Acceptance",
            Check::EarlyLifeSupport => "Early life support",
            Check::RetirementPlan => "Retirement plan",
        }
    }

    /// The place before which it is asked for.
    pub fn gate(self) -> Status {
        match self {
            Check::BusinessCase => Status::InDesign,
            Check::DesignPackage => Status::InTest,
            Check::TransitionPlan | Check::Acceptance => Status::Active,
            Check::EarlyLifeSupport => Status::Launched,
            Check::RetirementPlan => Status::Retired,
        }
    }

    /// Why nothing goes on without it: the end of a sentence.
    pub fn because(self) -> &'static str {
        match self {
            Check::BusinessCase => "somebody has to say why it is worth its costs and its risks",
            Check::DesignPackage => "nobody can build, run or improve what is not written down",
            Check::TransitionPlan => {
                "the way into operation, and out again if it fails, is known before the first step"
            }
            Check::Acceptance => "those who use and support it say first that it does what they need",
            Check::EarlyLifeSupport => "in the first weeks most goes wrong, and somebody has to stay at hand",
            Check::RetirementPlan => "its users, data, contracts and items have to go somewhere",
        }
    }

    /// What it answers, in a sentence.
    pub fn asks(self) -> &'static str {
        match self {
            Check::BusinessCase => "Why is it worth its costs and its risks, and to whom?",
            Check::DesignPackage => "Is everything written down that is needed to build, run and improve it?",
            Check::TransitionPlan => "How does it get into operation, and back out if that fails?",
            Check::Acceptance => "Have customers and support accepted what was built?",
            Check::EarlyLifeSupport => "Who stays at hand in its first weeks, and when is it over?",
            Check::RetirementPlan => "Where do its users, data, contracts and items go?",
        }
    }
}
