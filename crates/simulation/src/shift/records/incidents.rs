//! Incidents: logging them, correcting them, linking them.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use itsm::incident::{Amendment, Channel as Way, Command, Report};
use itsm::problem;
use itsm::request;
use itsm::{Command as Any, IncidentId, Level, RecordId, Refusal};

use super::{NewIncident, Records};
use crate::scenario::{Channel, Key, Offer};
use crate::shift::Correction;

impl Records {
    /// Logs an incident; it is the case's record from then on.
    ///
    /// # Errors
    /// What the desk refuses.
    pub fn log_incident(&mut self, now: DateTime<Utc>, by: &Key, new: NewIncident) -> Result<(), Refusal> {
        let context = self.context(now, by)?;
        let report = self.report(&new)?;
        let record = self.begin_record(&context, Any::Incident(Command::Log(Box::new(report))))?;
        self.name(&new.case, record);
        Ok(())
    }

    fn report(&self, new: &NewIncident) -> Result<Report, Refusal> {
        Ok(Report {
            summary: Arc::from(new.summary.as_str()),
            description: Arc::from(new.text.as_str()),
            channel: way(new.channel),
            caller: self.cast.people.some(new.caller.as_ref())?,
            service: self.cast.services.some(new.service.as_ref())?,
            item: self.cast.items.some(new.item.as_ref())?,
            category: self.cast.categories.some(new.category.as_ref())?,
            impact: Level(new.impact),
            urgency: Level(new.urgency),
            group: self.cast.teams.some(new.team.as_ref())?,
            assignee: None,
            follows: new.follows.as_ref().map(|case| self.incident(case)).transpose()?,
        })
    }

    /// Corrects one field of a record. A kind that it is not makes another record of it, which is the case's from then
    /// on: an incident becomes a request for `offer`, a request an incident; what was only an event is cancelled. That
    /// something is of security is nothing that the desk keeps.
    ///
    /// # Errors
    /// What the desk refuses.
    pub fn amend(
        &mut self,
        now: DateTime<Utc>,
        by: &Key,
        case: &Key,
        field: &Correction,
        offer: Option<&Offer>,
    ) -> Result<(), Refusal> {
        if let Correction::Kind(kind) = field {
            return self.reroute(now, by, case, *kind, offer);
        }
        let context = self.context(now, by)?;
        let command = match self.of(case)? {
            RecordId::Problem(problem) => {
                let changes = vec![self.problem_amendment(field)?];
                Any::Problem(problem::Command::Amend { problem, changes })
            }
            RecordId::Request(request) => {
                let Correction::Service(service) = field else { return Err(Refusal::NoSuch { what: "incident" }) };
                let changes = vec![request::Amendment::Service(self.cast.services.some(service.as_ref())?)];
                Any::Request(request::Command::Amend { request, changes })
            }
            _ => {
                let changes = vec![self.incident_amendment(field)?];
                Any::Incident(Command::Amend { incident: self.incident(case)?, changes })
            }
        };
        self.give(&context, command).map(drop)
    }

    fn incident_amendment(&self, field: &Correction) -> Result<Amendment, Refusal> {
        Ok(match field {
            Correction::Impact(level) => Amendment::Impact(Level(*level)),
            Correction::Urgency(level) => Amendment::Urgency(Level(*level)),
            Correction::Service(key) => Amendment::Service(self.cast.services.some(key.as_ref())?),
            Correction::Item(key) => Amendment::Item(self.cast.items.some(key.as_ref())?),
            Correction::Category(key) => Amendment::Category(self.cast.categories.some(key.as_ref())?),
            Correction::Kind(_) => return Err(Refusal::NoSuch { what: "field" }),
        })
    }

    fn problem_amendment(&self, field: &Correction) -> Result<problem::Amendment, Refusal> {
        Ok(match field {
            Correction::Impact(level) => problem::Amendment::Impact(Level(*level)),
            Correction::Urgency(level) => problem::Amendment::Urgency(Level(*level)),
            Correction::Service(key) => problem::Amendment::Service(self.cast.services.some(key.as_ref())?),
            Correction::Item(key) => problem::Amendment::Item(self.cast.items.some(key.as_ref())?),
            Correction::Category(key) => problem::Amendment::Category(self.cast.categories.some(key.as_ref())?),
            Correction::Kind(_) => return Err(Refusal::NoSuch { what: "field" }),
        })
    }

    /// The incident of a case.
    pub(super) fn incident(&self, case: &Key) -> Result<IncidentId, Refusal> {
        match self.record(case) {
            Some(RecordId::Incident(id)) => Ok(id),
            _ => Err(Refusal::NoSuch { what: "incident" }),
        }
    }
}

/// How the desk names a channel. News of a team is written straight into the tool.
pub(super) fn way(channel: Channel) -> Way {
    match channel {
        Channel::Phone => Way::Phone,
        Channel::Email => Way::Email,
        Channel::Portal => Way::Portal,
        Channel::Chat => Way::Chat,
        Channel::Walkup => Way::WalkIn,
        Channel::Monitoring => Way::Monitoring,
        Channel::Team => Way::Direct,
    }
}
