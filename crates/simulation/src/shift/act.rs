//! What somebody at the desk may do. Acts are structured; prose beside them is never judged.

use serde::{Deserialize, Serialize};

use crate::scenario::{ChangeType, Key, LinkKind, LocalTime, Plan, Reason, Span, Verdict};

/// How one makes sure who somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verify {
    /// Call back on the number in the directory.
    Callback,
    /// See the badge.
    Badge,
    /// Ask the manager.
    Manager,
}

/// What a contact is logged as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Logged {
    /// An incident.
    Incident,
    /// A request.
    Request,
    /// An event that is only noted.
    Event,
    /// An incident of security.
    Security,
}

/// One field that is corrected.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Correction {
    /// Incident or request: it goes the other way from now on.
    Kind(Logged),
    /// 1 to 3.
    Impact(u8),
    /// 1 to 3.
    Urgency(u8),
    /// The service.
    Service(Option<Key>),
    /// The item.
    Item(Option<Key>),
    /// The category.
    Category(Option<Key>),
}

/// What a reply is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Intent {
    /// We have it.
    Acknowledge,
    /// How it stands, with news or without.
    Update,
    /// A way to go on meanwhile.
    Workaround,
    /// An answer to a question.
    Answer,
    /// No, and why.
    Refuse,
}

/// Why something is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RefuseReason {
    /// We do not know who asks.
    Identity,
    /// Somebody has to approve it first.
    NoApproval,
    /// It would be unsafe.
    Security,
    /// Nothing is changed now.
    Freeze,
    /// It is not offered.
    NotOffered,
    /// No reason is given.
    Bare,
}

/// How something was resolved, as in the incident practice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SolutionCode {
    /// A lasting solution.
    Solution,
    /// A workaround; the cause may still be there.
    Workaround,
    /// The caller found the way alone.
    ByCaller,
    /// A change restored the service.
    ByChange,
    /// Solving the problem did.
    ByProblem,
    /// The same as another one.
    Duplicate,
    /// It could not be found.
    NoFaultFound,
}

/// Why something is taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CancelReason {
    /// It was logged by mistake.
    Mistake,
    /// Nobody wants it any more.
    NotWanted,
    /// It was refused.
    Refused,
    /// Nothing has to be done.
    Noise,
}

/// What is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HoldFor {
    /// The caller.
    Caller,
    /// A problem.
    Problem,
    /// A supplier.
    Supplier,
    /// A change.
    Change,
    /// Evidence.
    Evidence,
}

/// What everybody is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BroadcastIntent {
    /// What is wrong, and when they hear again.
    Update,
    /// A way to go on meanwhile.
    Workaround,
    /// It works again.
    Restored,
}

/// How a change turned out, in its review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Outcome {
    /// Whether it did what it was for.
    pub met: bool,
    /// Whether incidents came of it.
    pub incidents: bool,
    /// Whether it was undone.
    pub backed_out: bool,
    /// Whether it kept its time.
    pub on_time: bool,
}

/// Something that is done. What it is done to is named by the key of its case: a contact, a record that was there at
/// the start, a change, or a problem raised in the shift ("problem-1").
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "kebab-case", rename_all_fields = "camelCase")]
#[allow(missing_docs)] // The fields say what they are: the key of a case, a choice of the pool.
pub enum Act {
    /// Pick up a call, turn to a visitor or a chat.
    Answer { contact: Key },
    /// Read a mail, a form, an event, news. Costs nothing.
    Open { contact: Key },
    /// Ask the caller.
    Ask { contact: Key, question: Key },
    /// Make sure who it is.
    Verify { contact: Key, method: Verify },
    /// Make it a record.
    Log {
        contact: Key,
        kind: Logged,
        #[serde(default)]
        impact: Option<u8>,
        #[serde(default)]
        urgency: Option<u8>,
        #[serde(default)]
        service: Option<Key>,
        #[serde(default)]
        item: Option<Key>,
        #[serde(default)]
        category: Option<Key>,
        /// What is asked for, of a request.
        #[serde(default)]
        offer: Option<Key>,
    },
    /// Correct what is known of a record.
    Amend { case: Key, field: Correction },
    /// Look for articles and known errors.
    Search { case: Key },
    /// Look at something.
    Diagnose { case: Key, diagnostic: Key },
    /// Do something about it.
    Fix { case: Key, fix: Key },
    /// Tell the caller something.
    Reply {
        contact: Key,
        intent: Intent,
        #[serde(default)]
        reason: Option<RefuseReason>,
        #[serde(default)]
        words: String,
    },
    /// Promise word by a time.
    Promise {
        contact: Key,
        until: LocalTime,
        #[serde(default)]
        words: String,
    },
    /// Ask whether it works.
    Confirm { contact: Key },
    /// Say that the service is restored.
    Resolve {
        case: Key,
        code: SolutionCode,
        /// What was done; one of [`view::Resolving::solutions`](super::view::Resolving).
        #[serde(default)]
        solution: Option<Key>,
        /// Whether what hangs on it is resolved with it.
        #[serde(default)]
        cascade: bool,
    },
    /// Take a resolved record up again; with the contact that brings it back.
    Reopen {
        case: Key,
        #[serde(default)]
        by: Option<Key>,
    },
    /// Take a record back.
    Cancel { case: Key, reason: CancelReason },
    /// Link two records. A contact without a record is logged with the link.
    Link {
        case: Key,
        #[serde(rename = "as")]
        kind: LinkKind,
        to: Key,
    },
    /// Give it to a team.
    Assign { case: Key, team: Key },
    /// Bring it before somebody who may decide more.
    Escalate { case: Key, person: Key },
    /// Several teams look together.
    Swarm { case: Key, teams: Vec<Key> },
    /// Ask the team for news.
    Nudge { case: Key },
    /// Put it on hold.
    Hold { case: Key, reason: HoldFor },
    /// Call the supplier.
    Supplier { case: Key, supplier: Key },
    /// Escalate at the supplier.
    Press { case: Key, supplier: Key },
    /// Raise a problem from incidents.
    Problem { from: Vec<Key> },
    /// Record a workaround: a known error.
    Known { problem: Key, fix: Key },
    /// Write down what was learned.
    Article { case: Key },
    /// Raise a request for change.
    Change {
        case: Key,
        #[serde(rename = "type")]
        kind: ChangeType,
        fix: Key,
        items: Vec<Key>,
        window: Span,
        plan: Plan,
    },
    /// Advise on a change.
    Assess {
        change: Key,
        verdict: Verdict,
        #[serde(default)]
        reasons: Vec<Reason>,
    },
    /// Carry a change out.
    Implement { change: Key },
    /// Undo it.
    Backout { change: Key },
    /// Look back at it.
    Review { change: Key, outcome: Outcome },
    /// Declare a major incident.
    Major { case: Key },
    /// Back to the ordinary way.
    Standdown { case: Key },
    /// Tell everybody who hangs on it.
    Broadcast {
        case: Key,
        intent: BroadcastIntent,
        /// When they hear again.
        #[serde(default)]
        until: Option<LocalTime>,
        #[serde(default)]
        words: String,
    },
    /// Give it to Security with what is known.
    Report { case: Key },
    /// Ask for approval.
    AskApproval { case: Key, person: Key },
    /// Do a task of a request.
    Fulfil { case: Key, task: Key },
    /// Register an improvement.
    Improve { case: Key },
    /// Let time pass: to the next event, or until then at most.
    Wait {
        #[serde(default)]
        until: Option<LocalTime>,
    },
    /// Go on with what a ring interrupted.
    CarryOn,
    /// Leave what a ring interrupted.
    Leave,
    /// Choose what the next shift has to know.
    Handover { items: Vec<Key>, promises: Vec<Key> },
    /// End the shift now: what is left of it passes without you.
    Finish,
}

/// What came of an act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stopped {
    /// It is done.
    Done,
    /// A ring interrupts it: answer, carry on or leave.
    Interrupted,
    /// The shift is over.
    Over,
}

/// What came of an act, in numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Done {
    /// How it ended.
    pub stopped: Stopped,
    /// The first entry that it left.
    pub first: super::EntryId,
}
