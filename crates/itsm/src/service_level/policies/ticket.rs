//! What happened to a ticket, in steps that every tool knows.

use chrono::{DateTime, Utc};

use crate::desk::{Event, Happening};
use crate::ids::IncidentId;
use crate::incident::{Event as IncidentEvent, HoldReason, Incident, MilestoneKind, State};

/// A ticket's life.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticket {
    /// When it was opened.
    pub opened_at: DateTime<Utc>,
    /// What happened then, oldest first.
    pub moments: Vec<Moment>,
}

/// Something that happened to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// When.
    pub at: DateTime<Utc>,
    /// What.
    pub step: Step,
}

/// What can happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Work began, or went on after a hold.
    Working,
    /// It waits.
    Held(HoldReason),
    /// The service is restored.
    Resolved,
    /// It came back after it was resolved.
    Reopened,
    /// Finished for good.
    Closed,
    /// Taken back.
    Cancelled,
    /// The desk said something to the customer. No resolution clock here goes by it.
    DeskReplied,
    /// The customer said something. Where this lifts a hold, a step of its own says so.
    CustomerReplied,
}

impl Ticket {
    /// What the desk knows of an incident's states, and from its journal (the incident's own events, oldest first) what
    /// was said.
    pub fn of<'e>(incident: &Incident, journal: impl IntoIterator<Item = &'e Event>) -> Self {
        let opened_at = incident.milestones.first().map_or(incident.opened_at, |first| first.at);
        let mut moments = states(incident);
        moments.extend(journal.into_iter().filter_map(|event| said(incident.id, event)));
        // A state that follows from what was said comes after it, and a sort that keeps the order lets it.
        moments.sort_by_key(|moment| (moment.at, !moment.step.is_said()));
        Self { opened_at, moments }
    }

    /// Whether it was on hold for one of these reasons.
    pub fn was_on_hold(&self, reasons: &[HoldReason]) -> bool {
        self.moments.iter().any(|moment| matches!(moment.step, Step::Held(reason) if reasons.contains(&reason)))
    }

    /// Whether it ever came back.
    pub fn was_reopened(&self) -> bool {
        self.moments.iter().any(|moment| moment.step == Step::Reopened)
    }
}

impl Step {
    /// Whether it only says something.
    pub fn is_said(self) -> bool {
        matches!(self, Step::DeskReplied | Step::CustomerReplied)
    }

    /// What it is called.
    pub fn word(self) -> &'static str {
        match self {
            Step::Working => "In progress",
            Step::Held(_) => "On hold",
            Step::Resolved => "Resolved",
            Step::Reopened => "Reopened",
            Step::Closed => "Closed",
            Step::Cancelled => "Cancelled",
            Step::DeskReplied => "Desk replied",
            Step::CustomerReplied => "Customer replied",
        }
    }
}

fn states(incident: &Incident) -> Vec<Moment> {
    let mut before = State::New;
    let mut moments = Vec::new();
    let mut at = incident.opened_at;
    for milestone in &incident.milestones {
        at = at.max(milestone.at);
        let MilestoneKind::Became(state) = milestone.what else { continue };
        let comes_back = matches!(before, State::Resolved | State::Closed | State::Cancelled);
        if comes_back && state.is_open() {
            moments.push(Moment { at, step: Step::Reopened });
        }
        let step = match state {
            State::New | State::InProgress => (!comes_back).then_some(Step::Working),
            State::OnHold(reason) => Some(Step::Held(reason)),
            State::Resolved => Some(Step::Resolved),
            State::Closed => Some(Step::Closed),
            State::Cancelled => Some(Step::Cancelled),
        };
        moments.extend(step.map(|step| Moment { at, step }));
        before = state;
    }
    moments
}

fn said(id: IncidentId, event: &Event) -> Option<Moment> {
    use crate::incident::Side;
    let Happening::Incident(of, IncidentEvent::Replied { side, .. }) = &event.what else { return None };
    let step = match side {
        Side::Desk => Step::DeskReplied,
        Side::Caller => Step::CustomerReplied,
    };
    (*of == id).then_some(Moment { at: event.at, step })
}
