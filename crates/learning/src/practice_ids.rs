//! The 34 practices of ITIL 4 by the ids that content uses: the names in kebab-case.
//!
//! Source of the list: ITIL 4 Foundation (2019). Version 5 is reported to keep them.

/// The general management practices, by name.
pub const GENERAL_PRACTICES: [&str; 14] = [
    "architecture-management",
    "continual-improvement",
    "information-security-management",
    "knowledge-management",
    "measurement-and-reporting",
    "organizational-change-management",
    "portfolio-management",
    "project-management",
    "relationship-management",
    "risk-management",
    "service-financial-management",
    "strategy-management",
    "supplier-management",
    "workforce-and-talent-management",
];

/// The service management practices, by name.
pub const SERVICE_PRACTICES: [&str; 17] = [
    "availability-management",
    "business-analysis",
    "capacity-and-performance-management",
    "change-enablement",
    "incident-management",
    "it-asset-management",
    "monitoring-and-event-management",
    "problem-management",
    "release-management",
    "service-catalogue-management",
    "service-configuration-management",
    "service-continuity-management",
    "service-design",
    "service-desk",
    "service-level-management",
    "service-request-management",
    "service-validation-and-testing",
];

/// The technical management practices, by name.
pub const TECHNICAL_PRACTICES: [&str; 3] =
    ["deployment-management", "infrastructure-and-platform-management", "software-development-and-management"];

/// Whether content may speak of a practice by this id.
pub fn is_practice(id: &str) -> bool {
    GENERAL_PRACTICES.contains(&id) || SERVICE_PRACTICES.contains(&id) || TECHNICAL_PRACTICES.contains(&id)
}
