//! What severities, states and verdicts are called on screen.

use super::judge::{Held, Outcome, Verdict};
use super::state::{Severity, State};

impl Severity {
    /// "Warning".
    pub fn word(self) -> &'static str {
        match self {
            Severity::Informational => "Informational",
            Severity::Warning => "Warning",
            Severity::Exception => "Exception",
        }
    }
}

impl State {
    /// "Acknowledged".
    pub fn word(self) -> &'static str {
        match self {
            State::Noted => "Noted",
            State::Open => "Open",
            State::Acknowledged => "Acknowledged",
            State::Cleared => "Cleared",
            State::Closed => "Closed",
        }
    }
}

impl Outcome {
    /// What was done with one event, in one line.
    pub fn word(self) -> &'static str {
        match self {
            Outcome::Ignored => "Ignored, only counted",
            Outcome::Noted => "Noted, without an incident",
            Outcome::Raised => "An incident was raised",
            Outcome::Held(Held::OpenIncident) => "No second incident: one is open for the same cause",
            Outcome::Held(Held::Quiet) => "No new incident yet: the last one ended a moment ago",
            Outcome::Held(Held::Flapping) => "No new incident: it comes and goes too fast to tell",
            Outcome::Cleared => "Recovered: the source says all is well",
            Outcome::LateRecovery => "A recovery from before the latest fault: it clears nothing",
        }
    }
}

impl Verdict {
    /// "An incident was raised, by the rule “Core network”".
    pub fn sentence(&self) -> String {
        let what = self.outcome.word();
        if self.rule.is_empty() {
            what.to_owned()
        } else {
            format!("{what}, by the rule \u{201c}{}\u{201d}", self.rule)
        }
    }
}
