//! What tools tell.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use itsm::incident::{self, Amendment};
use itsm::monitoring::{Command, Raise, Severity as Weight, Signal};
use itsm::{AlertId, Command as Any, Context, IncidentId, Level, RecordId, Refusal, Role};

use super::{NewIncident, Records};
use crate::scenario::{Key, Severity};

/// Where events come from.
const SOURCE: &str = "Monitoring";

impl Records {
    /// Takes in what a tool tells; it is the case's record until an incident is raised from it. One that only informs
    /// is kept, and nobody acknowledges or closes it.
    ///
    /// # Errors
    /// What the desk refuses.
    pub fn alert(
        &mut self,
        now: DateTime<Utc>,
        case: &Key,
        item: Option<&Key>,
        severity: Severity,
        message: &str,
    ) -> Result<(), Refusal> {
        let context = Context { now, actor: self.cast.tool, role: Role::Everyone, tag: 0 };
        let signal = Signal {
            source: Arc::from(SOURCE),
            item: self.cast.items.some(item)?,
            key: Arc::from(case.as_str()),
            severity: weight(severity),
            message: Arc::from(message),
            at: Some(now),
            recovers: false,
        };
        let taken = self.give(&context, Any::Alert(Command::TakeIn(vec![signal])))?;
        let alert = taken.iter().find_map(|event| match event.what.record() {
            Some(RecordId::Alert(id)) => Some(id),
            _ => None,
        });
        let alert = alert.ok_or(Refusal::NoSuch { what: "event" })?;
        // What repeats the cause of an incident stays beside it.
        if self.alerts.insert(case.clone(), alert).is_none() {
            self.name(case, RecordId::Alert(alert));
        }
        Ok(())
    }

    /// Says that somebody knows of an event.
    ///
    /// # Errors
    /// What the desk refuses.
    pub fn acknowledge(&mut self, now: DateTime<Utc>, by: &Key, case: &Key) -> Result<(), Refusal> {
        let context = self.context(now, by)?;
        let command = Command::Acknowledge(self.alert_of(case)?);
        self.give(&context, Any::Alert(command)).map(drop)
    }

    /// Finishes with an event.
    ///
    /// # Errors
    /// What the desk refuses.
    pub fn close_alert(&mut self, now: DateTime<Utc>, by: &Key, case: &Key, because: &str) -> Result<(), Refusal> {
        let context = self.context(now, by)?;
        let command = Command::Close { alert: self.alert_of(case)?, because: Arc::from(because) };
        self.give(&context, Any::Alert(command)).map(drop)
    }

    /// Raises an incident from an event: it is the case's record from then on, and the event led to it.
    ///
    /// # Errors
    /// What the desk refuses.
    pub fn raise_from_alert(
        &mut self,
        now: DateTime<Utc>,
        by: &Key,
        case: &Key,
        new: NewIncident,
    ) -> Result<(), Refusal> {
        let context = self.context(now, by)?;
        let alert = self.alert_of(case)?;
        let like = Raise {
            group: self.cast.teams.some(new.team.as_ref())?,
            service: self.cast.services.some(new.service.as_ref())?,
            category: self.cast.categories.some(new.category.as_ref())?,
            impact: Level(new.impact),
            urgency: Level(new.urgency),
        };
        let record = self.at_once(|records| {
            let record = records.begin_record(&context, Any::Alert(Command::Raise { alert, like }))?;
            if let RecordId::Incident(incident) = record {
                records.say_more(&context, incident, &new)?;
            }
            Ok(record)
        })?;
        self.name(case, record);
        Ok(())
    }

    /// Writes into a raised incident what is known beyond its event.
    fn say_more(&mut self, context: &Context, id: IncidentId, new: &NewIncident) -> Result<(), Refusal> {
        let (caller, item) = (self.cast.people.some(new.caller.as_ref())?, self.cast.items.some(new.item.as_ref())?);
        let now = self.desk.incident(id)?;
        let (summary, text) = (new.summary.trim(), new.text.trim());
        let differs = |text: &str, now: &str| !text.is_empty() && text != now;
        let mut changes = Vec::new();
        changes.extend(differs(summary, &now.summary).then(|| Amendment::Summary(Arc::from(summary))));
        changes.extend(differs(text, &now.description).then(|| Amendment::Description(Arc::from(text))));
        changes.extend((caller != now.caller).then_some(Amendment::Caller(caller)));
        changes.extend((item.is_some() && item != now.item).then_some(Amendment::Item(item)));
        if changes.is_empty() {
            return Ok(());
        }
        self.give(context, Any::Incident(incident::Command::Amend { incident: id, changes })).map(drop)
    }

    /// The event of a case, also where an incident was raised from it.
    pub(super) fn alert_of(&self, case: &Key) -> Result<AlertId, Refusal> {
        self.alerts.get(case).copied().ok_or(Refusal::NoSuch { what: "event" })
    }
}

fn weight(severity: Severity) -> Weight {
    match severity {
        Severity::Info => Weight::Informational,
        Severity::Warning => Weight::Warning,
        Severity::Exception => Weight::Exception,
    }
}
