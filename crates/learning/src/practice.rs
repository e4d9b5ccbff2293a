//! The practices the app speaks of, in each edition's words.

use crate::edition::Edition;

/// A practice (v3: process or function), under the name of each edition.
///
/// Source of the names: the editions' own lists. Version 5 is reported to keep the 34 practices of ITIL 4.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Practice {
    /// Restoring services.
    Incident,
    /// Finding and managing causes.
    Problem,
    /// Making changes succeed.
    Change,
    /// Fulfilling requests.
    Request,
    /// Agreeing on and watching targets.
    ServiceLevel,
    /// The contact with users.
    ServiceDesk,
    /// Knowing what there is.
    Configuration,
    /// Noticing changes of state.
    Event,
}

impl Practice {
    /// Every practice.
    pub const ALL: [Practice; 8] = [
        Practice::ServiceDesk,
        Practice::Incident,
        Practice::Request,
        Practice::Problem,
        Practice::Change,
        Practice::ServiceLevel,
        Practice::Configuration,
        Practice::Event,
    ];

    /// What `edition` calls it.
    pub fn name(self, edition: Edition) -> &'static str {
        use Edition::V3;
        match (self, edition) {
            (Practice::Incident, _) => "incident management",
            (Practice::Problem, _) => "problem management",
            (Practice::Change, V3) => "change management",
            (Practice::Change, _) => "change enablement",
            (Practice::Request, V3) => "request fulfilment",
            (Practice::Request, _) => "service request management",
            (Practice::ServiceLevel, _) => "service level management",
            (Practice::ServiceDesk, _) => "service desk",
            (Practice::Configuration, V3) => "service asset and configuration management",
            (Practice::Configuration, _) => "service configuration management",
            (Practice::Event, V3) => "event management",
            (Practice::Event, _) => "monitoring and event management",
        }
    }

    /// What `edition` counts it as.
    pub fn kind(self, edition: Edition) -> &'static str {
        match (self, edition) {
            (Practice::ServiceDesk, Edition::V3) => "function",
            _ => edition.way_of_working(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_edition_changes_the_word_for_change() {
        assert_eq!(Practice::Change.name(Edition::V3), "change management");
        assert_eq!(Practice::Change.name(Edition::V4), "change enablement");
    }

    #[test]
    fn the_service_desk_is_a_function_in_v3_and_a_practice_since() {
        assert_eq!(Practice::ServiceDesk.kind(Edition::V3), "function");
        assert_eq!(Practice::ServiceDesk.kind(Edition::V4), "practice");
    }
}
