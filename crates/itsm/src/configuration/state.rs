//! Where an item stands in its life, and what may follow.

/// See the module. The words are those of most configuration tools; live means that services rely on it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LifeState {
    /// Wanted, not there yet.
    Planned,
    /// Being ordered, installed, tested.
    InBuild,
    /// In use. What nobody has described is taken for this, as incidents name it.
    #[default]
    Live,
    /// In use, and out of service for a while.
    UnderMaintenance,
    /// No longer in use; its record stays.
    Retired,
}

impl LifeState {
    /// Every state, in the order of a life.
    pub const ALL: [LifeState; 5] =
        [LifeState::Planned, LifeState::InBuild, LifeState::Live, LifeState::UnderMaintenance, LifeState::Retired];

    /// What it is called.
    pub fn word(self) -> &'static str {
        match self {
            LifeState::Planned => "Planned",
            LifeState::InBuild => "In build",
            LifeState::Live => "Live",
            LifeState::UnderMaintenance => "Under maintenance",
            LifeState::Retired => "Retired",
        }
    }

    /// Whether an item may go from here to `next`.
    pub fn may_become(self, next: LifeState) -> bool {
        use LifeState::*;
        match (self, next) {
            (Planned, InBuild | Live | Retired) => true,
            (InBuild, Live | Retired) => true,
            (Live, UnderMaintenance | Retired) => true,
            (UnderMaintenance, Live | Retired) => true,
            // What comes back is built anew, and so looked at before anybody relies on it.
            (Retired, InBuild) => true,
            _ => false,
        }
    }
}
