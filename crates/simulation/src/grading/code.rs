//! What a rule is called: one variant for each rule of the catalogue that has a function.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! codes {
    ($($variant:ident = $letters:literal),* $(,)?) => {
        /// A rule by its code. What it says stands in the catalogue; codes are kept for ever, as earlier shifts name them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[allow(missing_docs)] // The catalogue gives each its title.
        pub enum Code { $(#[serde(rename = $letters)] $variant),* }

        impl Code {
            /// Every rule that has a function, in the order of the catalogue.
            pub const ALL: &[Code] = &[$(Code::$variant),*];

            /// As it stands in the catalogue: "SD-ACTED-UNASKED".
            pub fn letters(self) -> &'static str {
                match self { $(Code::$variant => $letters),* }
            }
        }
    };
}

codes! {
    ActedUnasked = "SD-ACTED-UNASKED",
    AskedOn = "SD-ASKED-ON",
    Pattern = "SD-PATTERN",
    LostCall = "SD-LOST-CALL",
    LeftOut = "SD-HANDOVER",
    ToldEarly = "SD-TOLD-EARLY",
    PriorityHigh = "IN-PRIORITY-HIGH",
    PriorityLow = "IN-PRIORITY-LOW",
    QuietFirst = "IN-QUIET-FIRST",
    Order = "IN-ORDER",
    Unsolved = "IN-UNSOLVED",
    CodeUntrue = "IN-CODE-UNTRUE",
    Unconfirmed = "IN-UNCONFIRMED",
    HoldUntrue = "IN-HOLD-UNTRUE",
    HoldOver = "IN-HOLD-OVER",
    Duplicate = "IN-DUPLICATE",
    Parent = "IN-PARENT",
    LinkedWrong = "IN-LINKED-WRONG",
    NewNotReopened = "IN-NEW-NOT-REOPENED",
    RoutedWrong = "IN-ROUTED-WRONG",
    KeptTooLong = "IN-KEPT-TOO-LONG",
    CancelledAlive = "IN-CANCELLED-ALIVE",
    WaitedForFix = "IN-WAITED-FOR-FIX",
    Restored = "IN-RESTORED",
    MajorLate = "MJ-LATE",
    MajorNeedless = "MJ-NEEDLESS",
    MajorSilent = "MJ-SILENT",
    NoLookBack = "MJ-NO-LOOK-BACK",
    MajorInTime = "MJ-IN-TIME",
    Third = "PR-THIRD",
    ProblemRaised = "PR-RAISED",
    ProblemAlive = "PR-ALIVE",
    Untold = "PR-UNTOLD",
    Told = "PR-TOLD",
    StandardMisused = "CH-STANDARD-MISUSED",
    EmergencyDodged = "CH-EMERGENCY-DODGED",
    InFreeze = "CH-FREEZE",
    NoBackOut = "CH-NO-BACK-OUT",
    ReviewSkipped = "CH-REVIEW-SKIPPED",
    ReviewUntrue = "CH-REVIEW-UNTRUE",
    RiskLow = "CH-RISK-LOW",
    Conflict = "CH-CONFLICT",
    Unrecorded = "CH-UNRECORDED",
    CauseFound = "CH-CAUSE-FOUND",
    BackedOut = "CH-BACKED-OUT",
    EmergencyRight = "CH-EMERGENCY-RIGHT",
    OverControlled = "CH-OVER-CONTROLLED",
    RequestAsIncident = "RQ-AS-INCIDENT",
    IncidentAsRequest = "IN-AS-REQUEST",
    NoApproval = "RQ-NO-APPROVAL",
    NeedlessApproval = "RQ-NEEDLESS-APPROVAL",
    Unserved = "RQ-UNSERVED",
    Rerouted = "RQ-REROUTED",
    RequestHoldUntrue = "RQ-HOLD-UNTRUE",
    PromiseBroken = "SL-PROMISE-BROKEN",
    PromiseKept = "SL-PROMISE-KEPT",
    PromiseEmpty = "SL-PROMISE-EMPTY",
    HollowResponse = "SL-HOLLOW-RESPONSE",
    KnownUnused = "KN-UNUSED",
    Searched = "KN-SEARCHED",
    Unwritten = "KN-UNWRITTEN",
    Written = "KN-WRITTEN",
    Noise = "EV-NOISE",
    Ignored = "EV-IGNORED",
    ActedEarly = "EV-ACTED-EARLY",
    ItemWrong = "CF-ITEM-WRONG",
    SupplierLate = "SP-LATE",
    Identity = "SE-IDENTITY",
    Refused = "SE-REFUSED",
    Unreported = "SE-UNREPORTED",
    Unsafe = "SE-UNSAFE",
    AlarmEverywhere = "SE-ALARM-EVERYWHERE",
}

impl Code {
    /// Rules of the catalogue whose facts no shift gives yet.
    pub const NOT_YET_PLAYED: &[&str] = &["SL-WATERMELON"];

    /// The rule of these letters.
    pub fn read(letters: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.letters() == letters)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.letters())
    }
}
