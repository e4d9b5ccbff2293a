//! One ticket under the pause and reopen rules of nine tools: the same target, the same calendar, other verdicts.
//!
//! `ticket` is what happened, as any of the tools would see it; `meter` counts; each other file is one tool's rules, as
//! its documentation or its source tells them. Nothing here judges a real incident: that does the desk's agreement.

mod frappe;
mod freeitsm;
mod glpi;
mod itop;
mod meter;
mod osticket;
mod otobo;
mod request_tracker;
mod servicenow;
mod ticket;
mod zammad;

use chrono::{DateTime, TimeDelta, Utc};

use crate::calendar::Calendar;
use crate::incident::HoldReason;

pub use meter::{Outcome, Run, Stretch, What};
pub use ticket::{Moment, Step, Ticket};

/// A tool with rules of its own for its resolution clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Engine {
    /// ServiceNow, with a pause condition on On Hold.
    ServiceNow,
    /// ServiceNow, where the start condition leaves On Hold out: the clock is cancelled instead of paused.
    ServiceNowCancels,
    /// GLPI.
    Glpi,
    /// OTOBO.
    Otobo,
    /// Zammad.
    Zammad,
    /// osTicket.
    OsTicket,
    /// Request Tracker.
    RequestTracker,
    /// Frappe Helpdesk.
    Frappe,
    /// iTop.
    Itop,
    /// FreeITSM.
    FreeItsm,
}

impl Engine {
    /// Every engine, in the order in which they are shown: nine tools, one of them in two settings.
    pub const ALL: [Engine; 10] = [
        Engine::ServiceNow,
        Engine::ServiceNowCancels,
        Engine::Glpi,
        Engine::Otobo,
        Engine::Zammad,
        Engine::OsTicket,
        Engine::RequestTracker,
        Engine::Frappe,
        Engine::Itop,
        Engine::FreeItsm,
    ];

    /// What it is called.
    pub fn word(self) -> &'static str {
        match self {
            Engine::ServiceNow => "ServiceNow, pausing",
            Engine::ServiceNowCancels => "ServiceNow, cancelling",
            Engine::Glpi => "GLPI",
            Engine::Otobo => "OTOBO",
            Engine::Zammad => "Zammad",
            Engine::OsTicket => "osTicket",
            Engine::RequestTracker => "Request Tracker",
            Engine::Frappe => "Frappe Helpdesk",
            Engine::Itop => "iTop",
            Engine::FreeItsm => "FreeITSM",
        }
    }

    /// Why its clock does what it does with this ticket, in one sentence.
    pub fn why(self, ticket: &Ticket, rules: &Rules<'_>) -> &'static str {
        let seen = Seen { paused: ticket.was_on_hold(rules.pauses), reopened: ticket.was_reopened() };
        match self {
            Engine::ServiceNow => servicenow::why(seen),
            Engine::ServiceNowCancels => servicenow::why_cancelling(seen),
            Engine::Glpi => glpi::why(seen),
            Engine::Otobo => otobo::why(seen),
            Engine::Zammad => zammad::why(seen),
            Engine::OsTicket => osticket::why(seen),
            Engine::RequestTracker => request_tracker::why(seen, rules.settings),
            Engine::Frappe => frappe::why(seen),
            Engine::Itop => itop::why(seen, rules.settings),
            Engine::FreeItsm => freeitsm::why(seen, rules.settings),
        }
    }
}

/// What of the ticket the rules differ about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Seen {
    paused: bool,
    reopened: bool,
}

/// Settings that three of the tools leave to whoever runs them; each as the tool comes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// iTop: whether the clock runs day and night, as it does until somebody gives it a calendar.
    pub itop_around_the_clock: bool,
    /// Request Tracker: whether the time in an ignored status is taken out of the due date on return.
    pub request_tracker_excludes: bool,
    /// FreeITSM: whether a reopened ticket begins a new clock.
    pub freeitsm_resets: bool,
}

/// What is the same for all tools.
#[derive(Clone, Copy, Debug)]
pub struct Rules<'a> {
    /// How much business time was agreed until the resolution.
    pub target: TimeDelta,
    /// When the clocks run.
    pub calendar: &'a Calendar,
    /// Open at every instant: for the tool that counts day and night.
    pub around_the_clock: &'a Calendar,
    /// The holds that pause, in tools that pause.
    pub pauses: &'a [HoldReason],
    /// What three of the tools leave open.
    pub settings: Settings,
}

/// What an engine's resolution clock made of a ticket by `now`.
pub fn run(engine: Engine, ticket: &Ticket, rules: &Rules<'_>, now: DateTime<Utc>) -> Run {
    let now = ticket.moments.iter().map(|moment| moment.at).fold(now.max(ticket.opened_at), DateTime::max);
    match engine {
        Engine::ServiceNow => servicenow::run(ticket, rules, now),
        Engine::ServiceNowCancels => servicenow::run_cancelling(ticket, rules, now),
        Engine::Glpi => glpi::run(ticket, rules, now),
        Engine::Otobo => otobo::run(ticket, rules, now),
        Engine::Zammad => zammad::run(ticket, rules, now),
        Engine::OsTicket => osticket::run(ticket, rules, now),
        Engine::RequestTracker => request_tracker::run(ticket, rules, now),
        Engine::Frappe => frappe::run(ticket, rules, now),
        Engine::Itop => itop::run(ticket, rules, now),
        Engine::FreeItsm => freeitsm::run(ticket, rules, now),
    }
}

/// The runs of all engines, in the order of [`Engine::ALL`].
pub fn compare(ticket: &Ticket, rules: &Rules<'_>, now: DateTime<Utc>) -> Vec<(Engine, Run)> {
    Engine::ALL.into_iter().map(|engine| (engine, run(engine, ticket, rules, now))).collect()
}

impl Rules<'_> {
    fn pauses(&self, step: Step) -> bool {
        matches!(step, Step::Held(reason) if self.pauses.contains(&reason))
    }
}
