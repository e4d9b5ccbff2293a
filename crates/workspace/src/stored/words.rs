//! The words that stand for enumerations. A word, once released, keeps its meaning for ever.

use std::sync::Arc;

use itsm::incident::{Channel, HoldReason, ResolutionCode, Side, State};
use itsm::service_level::{PriorityChange, ReopenRule};
use serde_json::Value;

/// What stands before another tool's resolution code.
const FOREIGN: &str = "x:";

pub(super) fn from_channel(channel: Channel) -> Value {
    let word = match channel {
        Channel::Phone => "phone",
        Channel::Email => "email",
        Channel::Portal => "portal",
        Channel::Chat => "chat",
        Channel::WalkIn => "walkin",
        Channel::Monitoring => "monitoring",
        Channel::Direct => "direct",
    };
    word.into()
}

pub(super) fn channel(value: &Value) -> Option<Channel> {
    find(&Channel::ALL, value, |channel| from_channel(*channel))
}

pub(super) fn from_hold(reason: HoldReason) -> Value {
    hold_word(reason).into()
}

pub(super) fn hold(value: &Value) -> Option<HoldReason> {
    find(&HoldReason::ALL, value, |reason| from_hold(*reason))
}

fn hold_word(reason: HoldReason) -> &'static str {
    match reason {
        HoldReason::Caller => "caller",
        HoldReason::Problem => "problem",
        HoldReason::Supplier => "supplier",
        HoldReason::Change => "change",
        HoldReason::Evidence => "evidence",
    }
}

/// A state: a word; a hold is the word of its reason in a list.
pub(super) fn from_state(state: State) -> Value {
    let word = match state {
        State::New => "new",
        State::InProgress => "progress",
        State::OnHold(reason) => return vec![hold_word(reason)].into(),
        State::Resolved => "resolved",
        State::Closed => "closed",
        State::Cancelled => "cancelled",
    };
    word.into()
}

pub(super) fn state(value: &Value) -> Option<State> {
    match value {
        Value::Array(parts) => match parts.as_slice() {
            [reason] => hold(reason).map(State::OnHold),
            _ => None,
        },
        word => {
            find(&[State::New, State::InProgress, State::Resolved, State::Closed, State::Cancelled], word, |state| {
                from_state(*state)
            })
        }
    }
}

pub(super) fn from_code(code: &ResolutionCode) -> Value {
    let word = match code {
        ResolutionCode::SolutionProvided => "solution",
        ResolutionCode::WorkaroundProvided => "workaround",
        ResolutionCode::ResolvedByCaller => "caller",
        ResolutionCode::ResolvedByChange => "change",
        ResolutionCode::ResolvedByProblem => "problem",
        ResolutionCode::Duplicate => "duplicate",
        ResolutionCode::NoFaultFound => "nofault",
        ResolutionCode::Foreign(word) => return [FOREIGN, word].concat().into(),
    };
    word.into()
}

pub(super) fn code(value: &Value) -> Option<ResolutionCode> {
    if let Some(word) = value.as_str()?.strip_prefix(FOREIGN) {
        return Some(ResolutionCode::Foreign(Arc::from(word)));
    }
    find(&ResolutionCode::CHOICES, value, from_code)
}

pub(super) fn from_side(side: Side) -> Value {
    let word = match side {
        Side::Desk => "desk",
        Side::Caller => "caller",
    };
    word.into()
}

pub(super) fn side(value: &Value) -> Option<Side> {
    find(&[Side::Desk, Side::Caller], value, |side| from_side(*side))
}

pub(super) fn from_reopen(rule: ReopenRule) -> Value {
    let word = match rule {
        ReopenRule::Continue => "continue",
        ReopenRule::CountGap => "countgap",
        ReopenRule::Reset => "reset",
    };
    word.into()
}

pub(super) fn reopen(value: &Value) -> Option<ReopenRule> {
    find(&[ReopenRule::Continue, ReopenRule::CountGap, ReopenRule::Reset], value, |rule| from_reopen(*rule))
}

pub(super) fn from_priority_change(rule: PriorityChange) -> Value {
    let word = match rule {
        PriorityChange::Forward => "forward",
        PriorityChange::Recompute => "recompute",
        PriorityChange::Reset => "reset",
    };
    word.into()
}

pub(super) fn priority_change(value: &Value) -> Option<PriorityChange> {
    let all = [PriorityChange::Forward, PriorityChange::Recompute, PriorityChange::Reset];
    find(&all, value, |rule| from_priority_change(*rule))
}

/// The one of `all` whose word is `value`.
fn find<T: Clone>(all: &[T], value: &Value, word: impl Fn(&T) -> Value) -> Option<T> {
    all.iter().find(|one| word(one) == *value).cloned()
}
