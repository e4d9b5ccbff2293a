//! Plain words for what a shift is made of.

use leptos::prelude::*;
use simulation::scenario::{Begins, ChangeIs, ChangeType, Channel, LocalTime, Severity};
use simulation::shift::view::{DueKind, Group, Pile, Record, RecordKind};
use simulation::shift::{BroadcastIntent, CancelReason, HoldFor, Intent, Logged, RefuseReason, SolutionCode, Verify};

use crate::ui::{Picture, Tone};

const HOUR: u32 = 60;
const DAY: u32 = 24 * HOUR;

/// A time as it stands on a clock: "08:27"; after midnight "tomorrow 07:00".
pub fn clock(LocalTime(minutes): LocalTime) -> String {
    let rest = minutes % DAY;
    let time = format!("{:02}:{:02}", rest / HOUR, rest % HOUR);
    match minutes / DAY {
        0 => time,
        1 => "tomorrow ".to_owned() + &time,
        days => format!("in {days} days, {time}"),
    }
}

/// What something costs: "6 min", "1.5 min".
pub fn cost(minutes: f64) -> String {
    let tenths = (minutes * 10.0).round() / 10.0;
    tenths.to_string() + " min"
}

/// A duration as people say it: "1 minute", "4 minutes".
pub fn minutes(minutes: f64) -> String {
    let whole = minutes.ceil().max(0.0);
    whole.to_string() + if whole == 1.0 { " minute" } else { " minutes" }
}

/// A pile of the inbox.
pub fn pile(pile: Pile) -> &'static str {
    match pile {
        Pile::Ringing => "Ringing",
        Pile::New => "New",
        Pile::Mine => "Mine",
        Pile::Waiting => "Waiting",
        Pile::Done => "Done",
    }
}

/// How a contact came, and its drawing.
pub fn channel(channel: Channel) -> (&'static str, Picture) {
    match channel {
        Channel::Phone => ("Phone", Picture::Phone),
        Channel::Email => ("Mail", Picture::Mail),
        Channel::Portal => ("Portal", Picture::Catalogue),
        Channel::Chat => ("Chat", Picture::Reply),
        Channel::Walkup => ("Visitor", Picture::Person),
        Channel::Monitoring => ("Monitoring", Picture::System),
        Channel::Team => ("Team", Picture::Group),
    }
}

/// A group of acts.
pub fn group(group: Group) -> &'static str {
    match group {
        Group::Talk => "Talk",
        Group::Know => "Find out",
        Group::Mend => "Mend",
        Group::Route => "Route",
        Group::Record => "Record",
        Group::More => "More",
    }
}

/// What a contact is logged as, and what that means.
pub fn logged(kind: Logged) -> (&'static str, &'static str) {
    match kind {
        Logged::Incident => ("Incident", "Something that worked has stopped, or works badly."),
        Logged::Request => ("Request", "Nothing is broken: somebody asks for something."),
        Logged::Event => ("Event", "A tool reports a state. Noted; nothing has to be done."),
        Logged::Security => ("Security incident", "Somebody may be after data, access or money."),
    }
}

/// What a record is.
pub fn kind(record: &Record) -> &'static str {
    match record.kind {
        RecordKind::Incident if record.security => "Security incident",
        RecordKind::Incident => "Incident",
        RecordKind::Request => "Request",
        RecordKind::Problem => "Problem",
        RecordKind::Event => "Event",
        RecordKind::Article => "Article",
        RecordKind::Improvement => "Improvement",
    }
}

/// A word of the desk's forms as people read it: "in-progress" is "In progress".
pub fn state(word: &str) -> String {
    let mut text = word.replace('-', " ");
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

/// A level of impact or urgency.
pub fn level(level: u8) -> &'static str {
    match level {
        1 => "high",
        2 => "medium",
        _ => "low",
    }
}

/// How bad an event is.
pub fn severity(severity: Severity) -> (&'static str, Tone, Picture) {
    match severity {
        Severity::Info => ("Informs", Tone::Slate, Picture::Info),
        Severity::Warning => ("Warns", Tone::Warn, Picture::DueSoon),
        Severity::Exception => ("Exception", Tone::Bad, Picture::Breached),
    }
}

/// A way to make sure who somebody is.
pub fn verify(way: Verify) -> &'static str {
    match way {
        Verify::Callback => "Call back on the number in the directory",
        Verify::Badge => "See the badge",
        Verify::Manager => "Ask the manager",
    }
}

/// What a reply is for.
pub fn intent(intent: Intent) -> (&'static str, &'static str) {
    match intent {
        Intent::Acknowledge => ("Acknowledge", "We have it, and somebody looks at it."),
        Intent::Update => ("Say how it stands", "With news or without."),
        Intent::Workaround => ("Give a way to go on", "What they can do meanwhile."),
        Intent::Answer => ("Answer the question", ""),
        Intent::Refuse => ("Refuse", "With the reason."),
    }
}

/// Why something is refused.
pub fn refuse(reason: RefuseReason) -> &'static str {
    match reason {
        RefuseReason::Identity => "We do not know who asks",
        RefuseReason::NoApproval => "Somebody has to approve it first",
        RefuseReason::Security => "It would not be safe",
        RefuseReason::Freeze => "Nothing is changed at this time",
        RefuseReason::NotOffered => "It is not offered",
        RefuseReason::Bare => "No reason",
    }
}

/// How something was resolved.
pub fn code(code: SolutionCode) -> &'static str {
    match code {
        SolutionCode::Solution => "A lasting solution",
        SolutionCode::Workaround => "A workaround: the cause may still be there",
        SolutionCode::ByCaller => "The caller found the way alone",
        SolutionCode::ByChange => "A change restored the service",
        SolutionCode::ByProblem => "Solving the problem did",
        SolutionCode::Duplicate => "The same as another one",
        SolutionCode::NoFaultFound => "No fault was found",
    }
}

/// Why something is taken back.
pub fn cancel(reason: CancelReason) -> &'static str {
    match reason {
        CancelReason::Mistake => "It was logged by mistake",
        CancelReason::NotWanted => "Nobody wants it any more",
        CancelReason::Refused => "It was refused",
        CancelReason::Noise => "Nothing has to be done",
    }
}

/// What is waited for.
pub fn hold(hold: HoldFor) -> &'static str {
    match hold {
        HoldFor::Caller => "Waits for the caller",
        HoldFor::Problem => "Waits for a problem",
        HoldFor::Supplier => "Waits for a supplier",
        HoldFor::Change => "Waits for a change",
        HoldFor::Evidence => "Waits for evidence",
    }
}

/// What everybody is told.
pub fn broadcast(intent: BroadcastIntent) -> &'static str {
    match intent {
        BroadcastIntent::Update => "What is wrong, and when they hear again",
        BroadcastIntent::Workaround => "A way to go on meanwhile",
        BroadcastIntent::Restored => "It works again",
    }
}

/// Which way a change goes.
pub fn change_type(kind: ChangeType) -> (&'static str, &'static str) {
    match kind {
        ChangeType::Standard => ("Standard", "Approved in advance: small, known, done by the book."),
        ChangeType::Normal => ("Normal", "Assessed and authorised before it is done."),
        ChangeType::Emergency => ("Emergency", "Cannot wait for the ordinary way."),
    }
}

/// How a change stands.
pub fn change_is(is: ChangeIs) -> String {
    state(&key_of(&is))
}

/// A kind of something due, and its drawing.
pub fn due(kind: DueKind) -> (&'static str, Picture) {
    match kind {
        DueKind::Promise => ("Promise", Picture::Reply),
        DueKind::Target => ("Target", Picture::Running),
        DueKind::Change => ("Change", Picture::Settings),
        DueKind::End => ("End", Picture::Paused),
    }
}

/// How much help a shift begins with.
pub fn help(begins: Begins) -> (&'static str, &'static str) {
    match begins {
        Begins::Worked => ("Worked example", "A colleague works the first call and gives a reason a step."),
        Begins::Completion => ("Completion", "The first contacts are filled in, all but the decision."),
        Begins::Hints => ("Hints on request", "You work alone; the coach answers when you ask."),
        Begins::None => ("None", "As on a real desk."),
    }
}

/// The word by which a value is stored ("no-approval"), for what is chosen in a form.
pub fn key_of<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// The value of such a word.
pub fn of_key<T: serde::de::DeserializeOwned>(word: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(word.to_owned())).ok()
}

/// A mood as a shape: five bars, as many full as it is good.
pub fn mood_bars(level: u8) -> AnyView {
    let full = usize::from(level.min(100).div_ceil(20)).max(1);
    let bar = |index: usize| {
        let class = if index < full { "bar bar-full" } else { "bar" };
        view! { <rect class=class x=(index * 4).to_string() y="3" width="3" height="8" /> }
    };
    view! { <svg class="priority-bars" viewBox="0 0 19 14" aria-hidden="true">{(0..5).map(bar).collect_view()}</svg> }
        .into_any()
}
