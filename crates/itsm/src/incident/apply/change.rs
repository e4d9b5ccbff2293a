//! What each event decided here does to its record.

use chrono::{DateTime, Utc};

use super::Moment;
use crate::ids::{GroupId, IncidentId, PersonId};
use crate::incident::command::{Amendment, Report, Side};
use crate::incident::event::Event;
use crate::incident::record::{Incident, Milestone, MilestoneKind, Resolution};
use crate::incident::state::State;
use crate::priority::Level;
use crate::satisfaction::Rating;

/// The record that a logging begins.
pub(super) fn logged(id: IncidentId, report: &Report, moment: Moment) -> Incident {
    let Moment { at, by } = moment;
    Incident {
        id,
        summary: report.summary.clone(),
        description: report.description.clone(),
        channel: report.channel,
        caller: report.caller,
        opened_by: Some(by),
        service: report.service,
        item: report.item,
        category: report.category,
        impact: report.impact,
        urgency: report.urgency,
        group: report.group,
        assignee: report.assignee,
        state: State::New,
        resolution: None,
        parent: None,
        duplicate_of: None,
        follows: report.follows,
        problem: None,
        rating: None,
        opened_at: at,
        changed_at: at,
        closed_at: None,
        reopened: 0,
        reassigned: 0,
        milestones: beginning(at, report.impact, report.urgency),
        foreign: None,
    }
}

/// The two milestones with which every record begins.
pub(super) fn beginning(at: DateTime<Utc>, impact: Level, urgency: Level) -> Vec<Milestone> {
    vec![
        Milestone { at, what: MilestoneKind::Opened },
        Milestone { at, what: MilestoneKind::Weighed { impact, urgency } },
    ]
}

/// Everything but logging, links and observations.
pub(super) fn change(incident: &mut Incident, event: &Event, moment: Moment) {
    let at = moment.at;
    incident.touch(at);
    match event {
        Event::Amended(amendment) => amend(incident, amendment, at),
        Event::Assigned { group, assignee } => incident.hand_to(*group, *assignee),
        Event::Started | Event::Reopened { .. } => incident.become_at(State::InProgress, at),
        Event::Held(reason) => incident.become_at(State::OnHold(*reason), at),
        Event::Resolved { code, solution, .. } => {
            incident.become_at(State::Resolved, at);
            incident.resolution =
                Some(Resolution { code: code.clone(), solution: solution.clone(), by: moment.by, at });
        }
        Event::Closed => incident.become_at(State::Closed, at),
        Event::Cancelled { .. } => incident.become_at(State::Cancelled, at),
        Event::Rated { score, words } => {
            incident.rating = Some(Rating { score: *score, words: words.clone(), at, by: moment.by });
        }
        Event::Replied { side: Side::Desk, .. } => incident.respond(at),
        // The words of replies and notes stay in the journal; the record needs only that something happened.
        Event::Replied { side: Side::Caller, .. } | Event::Noted { .. } => {}
        // Handled where the whole desk is at hand.
        Event::Logged(_)
        | Event::Observed(_)
        | Event::ParentLinked(_)
        | Event::DuplicateMarked(_)
        | Event::ProblemLinked(_) => {}
    }
}

fn amend(incident: &mut Incident, amendment: &Amendment, at: DateTime<Utc>) {
    match amendment {
        Amendment::Summary(text) => incident.summary = text.clone(),
        Amendment::Description(text) => incident.description = text.clone(),
        Amendment::Channel(channel) => incident.channel = *channel,
        Amendment::Caller(id) => incident.caller = *id,
        Amendment::Service(id) => incident.service = *id,
        Amendment::Item(id) => incident.item = *id,
        Amendment::Category(id) => incident.category = *id,
        Amendment::Impact(level) => incident.weigh(*level, incident.urgency, at),
        Amendment::Urgency(level) => incident.weigh(incident.impact, *level, at),
    }
}

impl Incident {
    /// An event that arrives late does not make the record older.
    pub(super) fn touch(&mut self, at: DateTime<Utc>) {
        self.changed_at = self.changed_at.max(at);
    }

    /// Milestones stay in order even where an event arrives late.
    fn mark(&mut self, at: DateTime<Utc>, what: MilestoneKind) {
        let at = self.milestones.last().map_or(at, |last| last.at.max(at));
        self.milestones.push(Milestone { at, what });
    }

    /// The desk has reacted; only the first time counts.
    fn respond(&mut self, at: DateTime<Utc>) {
        if !self.is_responded() {
            self.mark(at, MilestoneKind::Responded);
        }
    }

    pub(super) fn weigh(&mut self, impact: Level, urgency: Level, at: DateTime<Utc>) {
        if (self.impact, self.urgency) != (impact, urgency) {
            (self.impact, self.urgency) = (impact, urgency);
            self.mark(at, MilestoneKind::Weighed { impact, urgency });
        }
    }

    /// Going from one team or person to another counts; being handed to a first one, or back to nobody, does not.
    pub(super) fn hand_to(&mut self, group: Option<GroupId>, assignee: Option<PersonId>) {
        let other_group = self.group.is_some() && group.is_some() && self.group != group;
        let other_person = self.assignee.is_some() && assignee.is_some() && self.assignee != assignee;
        if other_group || other_person {
            self.reassigned = self.reassigned.saturating_add(1);
        }
        (self.group, self.assignee) = (group, assignee);
    }

    /// The next state, with everything that hangs on it. Leaving New for work or for an end means that the desk has
    /// reacted. Whether a hold alone is a reaction or a pause before it, the agreement says.
    pub(super) fn become_at(&mut self, next: State, at: DateTime<Utc>) {
        if self.state == next {
            return;
        }
        if !matches!(next, State::New | State::OnHold(_) | State::Cancelled) {
            self.respond(at);
        }
        if next.is_open() && matches!(self.state, State::Resolved | State::Closed) {
            self.reopened = self.reopened.saturating_add(1);
        }
        if !matches!(next, State::Resolved | State::Closed) {
            self.resolution = None;
            // What was judged did not hold; the next end is judged anew.
            self.rating = None;
        }
        self.closed_at = (next == State::Closed).then_some(at);
        self.state = next;
        self.mark(at, MilestoneKind::Became(next));
    }
}
