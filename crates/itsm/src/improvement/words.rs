//! What states and measures are called on screen.

use super::measure::DeskMeasure;
use super::state::Stage;

impl Stage {
    /// The state's name ("In Progress").
    pub fn word(self) -> &'static str {
        match self {
            Stage::New => "New",
            Stage::Accepted => "Accepted",
            Stage::Assess => "Assess",
            Stage::Approved => "Approved",
            Stage::InProgress => "In Progress",
            Stage::OnHold => "On Hold",
            Stage::Review => "Review",
            Stage::Closed => "Closed",
            Stage::Cancelled => "Cancelled",
        }
    }
}

impl DeskMeasure {
    /// The measure's name.
    pub fn word(self) -> &'static str {
        match self {
            DeskMeasure::Resolution => "Resolution targets met",
            DeskMeasure::Response => "Response targets met",
            DeskMeasure::Reopened => "Reopened after resolution",
            DeskMeasure::Reassigned => "Handed on at least once",
            DeskMeasure::TimeToResolve => "Median time to resolve",
            DeskMeasure::TimeToReply => "Median time to the first public reply",
            DeskMeasure::Opened => "Incidents opened",
        }
    }

    /// In what it is counted.
    pub fn unit(self) -> &'static str {
        match self {
            DeskMeasure::Resolution | DeskMeasure::Response | DeskMeasure::Reopened | DeskMeasure::Reassigned => "%",
            DeskMeasure::TimeToResolve | DeskMeasure::TimeToReply => "business hours",
            DeskMeasure::Opened => "incidents",
        }
    }
}
