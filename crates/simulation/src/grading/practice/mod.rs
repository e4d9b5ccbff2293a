//! The rules themselves, by practice: each a pure function over a shift as it is read.
//!
//! `docs/grading.md` says what every rule asks for; each function says what it makes of that here.

mod change_advice;
mod change_carried;
mod change_raised;
mod change_review;
mod desk;
mod ending;
mod event;
mod holding;
mod item;
mod knowledge;
mod linking;
mod major;
mod priority;
mod problem;
mod promise;
mod request;
mod routing;
mod security;
mod voice;

pub(super) use super::reading::{Did, Reading, case_of};
pub(super) use super::spans::Time;
pub(super) use super::{Claim, Code, Finding, Rule, Subject};
pub(super) use crate::scenario::Key;
pub(super) use crate::shift::{Act, EntryId, WorldEvent};

/// What a rule finds in a shift.
pub(super) type Find = fn(&Reading, &Rule) -> Vec<Finding>;

/// The function of a rule.
pub(super) fn function(code: Code) -> Find {
    match code {
        Code::ActedUnasked => desk::acted_unasked,
        Code::AskedOn => desk::asked_on,
        Code::Pattern => desk::pattern,
        Code::LostCall => voice::lost_call,
        Code::LeftOut => voice::left_out,
        Code::ToldEarly => promise::told_early,
        Code::PriorityHigh => priority::high,
        Code::PriorityLow => priority::low,
        Code::QuietFirst => priority::quiet_first,
        Code::Order => priority::order,
        Code::Unsolved => ending::unsolved,
        Code::CodeUntrue => ending::code_untrue,
        Code::Unconfirmed => ending::unconfirmed,
        Code::HoldUntrue => holding::untrue,
        Code::HoldOver => holding::over,
        Code::Duplicate => linking::duplicate,
        Code::Parent => linking::parent,
        Code::LinkedWrong => linking::wrong,
        Code::NewNotReopened => linking::not_reopened,
        Code::RoutedWrong => routing::wrong,
        Code::KeptTooLong => routing::kept,
        Code::CancelledAlive => ending::cancelled_alive,
        Code::WaitedForFix => holding::waited_for_fix,
        Code::Restored => routing::restored,
        Code::MajorLate => major::late,
        Code::MajorNeedless => major::needless,
        Code::MajorSilent => major::silent,
        Code::NoLookBack => major::no_look_back,
        Code::MajorInTime => major::in_time,
        Code::Third => problem::third,
        Code::ProblemRaised => problem::raised,
        Code::ProblemAlive => problem::alive,
        Code::Untold => problem::untold,
        Code::Told => problem::told_all,
        Code::StandardMisused => change_raised::standard_misused,
        Code::EmergencyDodged => change_raised::emergency_dodged,
        Code::InFreeze => change_carried::in_freeze,
        Code::NoBackOut => change_carried::no_back_out,
        Code::ReviewSkipped => change_review::skipped,
        Code::ReviewUntrue => change_review::untrue,
        Code::RiskLow => change_advice::risk_low,
        Code::Conflict => change_advice::conflict,
        Code::Unrecorded => change_carried::unrecorded,
        Code::CauseFound => change_review::cause_found,
        Code::BackedOut => change_carried::backed_out,
        Code::EmergencyRight => change_raised::emergency_right,
        Code::OverControlled => change_raised::over_controlled,
        Code::RequestAsIncident => request::as_incident,
        Code::IncidentAsRequest => request::incident_as_request,
        Code::NoApproval => request::no_approval,
        Code::NeedlessApproval => request::needless_approval,
        Code::Unserved => request::unserved,
        Code::Rerouted => request::rerouted,
        Code::RequestHoldUntrue => holding::request_untrue,
        Code::PromiseBroken => promise::broken,
        Code::PromiseKept => promise::kept,
        Code::PromiseEmpty => promise::empty,
        Code::HollowResponse => promise::hollow,
        Code::KnownUnused => knowledge::unused,
        Code::Searched => knowledge::searched,
        Code::Unwritten => knowledge::unwritten,
        Code::Written => knowledge::written,
        Code::Noise => event::noise,
        Code::Ignored => event::ignored,
        Code::ActedEarly => event::acted_early,
        Code::ItemWrong => item::wrong,
        Code::SupplierLate => item::supplier_late,
        Code::Identity => security::identity,
        Code::Refused => security::refused,
        Code::Unreported => security::unreported,
        Code::Unsafe => security::unsafe_demand,
        Code::AlarmEverywhere => security::alarm_everywhere,
    }
}
