//! What conditions and people call acts and their details.

use super::act::{BroadcastIntent, HoldFor, Intent, Logged, SolutionCode, Verify};
use super::{Act, RefuseReason};
use crate::scenario::{Key, Value, Verdict};

impl Act {
    /// Its key in the pool.
    pub fn name(&self) -> &'static str {
        match self {
            Act::Answer { .. } => "answer",
            Act::Open { .. } => "open",
            Act::Ask { .. } => "ask",
            Act::Verify { .. } => "verify",
            Act::Log { .. } => "log",
            Act::Amend { .. } => "amend",
            Act::Search { .. } => "search",
            Act::Diagnose { .. } => "diagnose",
            Act::Fix { .. } => "fix",
            Act::Reply { .. } => "reply",
            Act::Promise { .. } => "promise",
            Act::Confirm { .. } => "confirm",
            Act::Resolve { .. } => "resolve",
            Act::Reopen { .. } => "reopen",
            Act::Cancel { .. } => "cancel",
            Act::Link { .. } => "link",
            Act::Assign { .. } => "assign",
            Act::Escalate { .. } => "escalate",
            Act::Swarm { .. } => "swarm",
            Act::Nudge { .. } => "nudge",
            Act::Hold { .. } => "hold",
            Act::Supplier { .. } => "supplier",
            Act::Press { .. } => "press",
            Act::Problem { .. } => "problem",
            Act::Known { .. } => "known",
            Act::Article { .. } => "article",
            Act::Change { .. } => "change",
            Act::Assess { .. } => "assess",
            Act::Implement { .. } => "implement",
            Act::Backout { .. } => "backout",
            Act::Review { .. } => "review",
            Act::Major { .. } => "major",
            Act::Standdown { .. } => "standdown",
            Act::Broadcast { .. } => "broadcast",
            Act::Report { .. } => "report",
            Act::AskApproval { .. } => "ask-approval",
            Act::Fulfil { .. } => "fulfil",
            Act::Improve { .. } => "improve",
            Act::Wait { .. } | Act::CarryOn | Act::Leave | Act::Finish => "wait",
            Act::Handover { .. } => "handover",
        }
    }

    /// The case that it is done to, if it is one.
    pub fn case(&self) -> Option<&Key> {
        match self {
            Act::Answer { contact }
            | Act::Open { contact }
            | Act::Ask { contact, .. }
            | Act::Verify { contact, .. }
            | Act::Log { contact, .. }
            | Act::Reply { contact, .. }
            | Act::Promise { contact, .. }
            | Act::Confirm { contact } => Some(contact),
            Act::Amend { case, .. }
            | Act::Search { case }
            | Act::Diagnose { case, .. }
            | Act::Fix { case, .. }
            | Act::Resolve { case, .. }
            | Act::Reopen { case, .. }
            | Act::Cancel { case, .. }
            | Act::Link { case, .. }
            | Act::Assign { case, .. }
            | Act::Escalate { case, .. }
            | Act::Swarm { case, .. }
            | Act::Nudge { case }
            | Act::Hold { case, .. }
            | Act::Supplier { case, .. }
            | Act::Press { case, .. }
            | Act::Article { case }
            | Act::Change { case, .. }
            | Act::Major { case }
            | Act::Standdown { case }
            | Act::Broadcast { case, .. }
            | Act::Report { case }
            | Act::AskApproval { case, .. }
            | Act::Fulfil { case, .. }
            | Act::Improve { case } => Some(case),
            Act::Known { problem, .. } => Some(problem),
            Act::Assess { change, .. }
            | Act::Implement { change }
            | Act::Backout { change }
            | Act::Review { change, .. } => Some(change),
            Act::Problem { from } => from.first(),
            Act::Wait { .. } | Act::CarryOn | Act::Leave | Act::Handover { .. } | Act::Finish => None,
        }
    }

    /// Whether it is done to a case, or brought about by it.
    pub(super) fn names(&self, key: &Key) -> bool {
        let also = match self {
            Act::Reopen { by, .. } => by.as_ref() == Some(key),
            Act::Problem { from } => from.contains(key),
            _ => false,
        };
        also || self.case() == Some(key)
    }

    /// Whether it has this detail, by the name that the pool gives it.
    pub(super) fn has_detail(&self, name: &str, value: &Value) -> bool {
        match (self, name, value) {
            // Advice may have several reasons.
            (Act::Assess { reasons, .. }, "reason", Value::Word(word)) => {
                reasons.iter().any(|reason| reason.word() == word.as_str())
            }
            _ => self.detail(name).is_some_and(|is| is == *value),
        }
    }

    /// A detail of it, by the name that the pool gives it.
    fn detail(&self, name: &str) -> Option<Value> {
        let word = |text: &str| Some(Value::Word(text.to_owned()));
        match (self, name) {
            (Act::Ask { question, .. }, "question") => word(question),
            (Act::Verify { method, .. }, "method") => word(method.word()),
            (Act::Log { kind, .. }, "kind") => word(kind.word()),
            (Act::Diagnose { diagnostic, .. }, "diagnostic") => word(diagnostic),
            (Act::Fix { fix, .. } | Act::Known { fix, .. } | Act::Change { fix, .. }, "fix") => word(fix),
            (Act::Reply { intent, .. }, "intent") => word(intent.word()),
            (Act::Reply { reason, .. }, "reason") => word(reason.map_or("bare", RefuseReason::word)),
            (Act::Broadcast { intent, .. }, "intent") => word(intent.word()),
            (Act::Resolve { code, .. }, "code") => word(code.word()),
            (Act::Assign { team, .. }, "team") => word(team),
            (Act::Escalate { person, .. } | Act::AskApproval { person, .. }, "person") => word(person),
            (Act::Hold { reason, .. }, "reason") => word(reason.word()),
            (Act::Supplier { supplier, .. } | Act::Press { supplier, .. }, "supplier") => word(supplier),
            (Act::Fulfil { task, .. }, "task") => word(task),
            (Act::Assess { verdict, .. }, "verdict") => word(match verdict {
                Verdict::Go => "go",
                Verdict::GoIf => "go-if",
                Verdict::NotYet => "not-yet",
                Verdict::No => "no",
            }),
            _ => None,
        }
    }
}

impl Logged {
    /// Its word in conditions.
    pub fn word(self) -> &'static str {
        match self {
            Logged::Incident => "incident",
            Logged::Request => "request",
            Logged::Event => "event",
            Logged::Security => "security",
        }
    }
}

impl Verify {
    /// Its word in conditions, and in what a contact says of it.
    pub fn word(self) -> &'static str {
        match self {
            Verify::Callback => "callback",
            Verify::Badge => "badge",
            Verify::Manager => "manager",
        }
    }
}

impl Intent {
    /// Its word in conditions.
    pub fn word(self) -> &'static str {
        match self {
            Intent::Acknowledge => "acknowledge",
            Intent::Update => "update",
            Intent::Workaround => "workaround",
            Intent::Answer => "answer",
            Intent::Refuse => "refuse",
        }
    }
}

impl BroadcastIntent {
    /// Its word in conditions.
    pub fn word(self) -> &'static str {
        match self {
            BroadcastIntent::Update => "update",
            BroadcastIntent::Workaround => "workaround",
            BroadcastIntent::Restored => "restored",
        }
    }
}

impl RefuseReason {
    /// Its word in conditions.
    pub fn word(self) -> &'static str {
        match self {
            RefuseReason::Identity => "identity",
            RefuseReason::NoApproval => "no-approval",
            RefuseReason::Security => "security",
            RefuseReason::Freeze => "freeze",
            RefuseReason::NotOffered => "not-offered",
            RefuseReason::Bare => "bare",
        }
    }
}

impl HoldFor {
    /// Its word in conditions.
    pub fn word(self) -> &'static str {
        match self {
            HoldFor::Caller => "caller",
            HoldFor::Problem => "problem",
            HoldFor::Supplier => "supplier",
            HoldFor::Change => "change",
            HoldFor::Evidence => "evidence",
        }
    }
}

impl SolutionCode {
    /// Its word in conditions.
    pub fn word(self) -> &'static str {
        match self {
            SolutionCode::Solution => "solution",
            SolutionCode::Workaround => "workaround",
            SolutionCode::ByCaller => "by-caller",
            SolutionCode::ByChange => "by-change",
            SolutionCode::ByProblem => "by-problem",
            SolutionCode::Duplicate => "duplicate",
            SolutionCode::NoFaultFound => "no-fault-found",
        }
    }
}
