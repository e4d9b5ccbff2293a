//! What states, reasons, channels and codes are called on screen, in the usual terms of the field.

use super::record::{Channel, ResolutionCode};
use super::state::{HoldReason, Stage, State};

impl Stage {
    /// The stage's name ("In Progress").
    pub fn word(self) -> &'static str {
        match self {
            Stage::New => "New",
            Stage::InProgress => "In Progress",
            Stage::OnHold => "On Hold",
            Stage::Resolved => "Resolved",
            Stage::Closed => "Closed",
            Stage::Cancelled => "Cancelled",
        }
    }
}

impl State {
    /// The state's name without its reason ("On Hold"); [`HoldReason::word`] has the rest.
    pub fn word(self) -> &'static str {
        self.stage().word()
    }
}

impl HoldReason {
    /// Whom or what is waited for ("awaiting caller").
    pub fn word(self) -> &'static str {
        match self {
            HoldReason::Caller => "awaiting caller",
            HoldReason::Problem => "awaiting problem",
            HoldReason::Supplier => "awaiting supplier",
            HoldReason::Change => "awaiting change",
            HoldReason::Evidence => "awaiting evidence",
        }
    }
}

impl Channel {
    /// The channel's name ("Self-service").
    pub fn word(self) -> &'static str {
        match self {
            Channel::Phone => "Phone",
            Channel::Email => "Email",
            Channel::Portal => "Self-service",
            Channel::Chat => "Chat",
            Channel::WalkIn => "Walk-in",
            Channel::Monitoring => "Monitoring",
            Channel::Direct => "Direct",
        }
    }
}

impl ResolutionCode {
    /// The code's name ("Workaround provided"); another tool's word as it stands.
    pub fn word(&self) -> &str {
        match self {
            ResolutionCode::SolutionProvided => "Solution provided",
            ResolutionCode::WorkaroundProvided => "Workaround provided",
            ResolutionCode::ResolvedByCaller => "Resolved by caller",
            ResolutionCode::ResolvedByChange => "Resolved by change",
            ResolutionCode::ResolvedByProblem => "Resolved by problem",
            ResolutionCode::Duplicate => "Duplicate",
            ResolutionCode::NoFaultFound => "No fault found",
            ResolutionCode::Foreign(word) if word.is_empty() => "Not stated",
            ResolutionCode::Foreign(word) => word,
        }
    }
}
