//! What `itsm::availability` tells, in plain words: event by event, and a whole command in one line.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use itsm::availability::{Event, Outage};
use itsm::calendar::Zone;
use itsm::promise::AvailabilityTarget;
use itsm::{Happening, ServiceId};

use super::command::CommandKind;
use super::{Names, Said, detail, join};

impl Names<'_> {
    /// An instant as the desk's clocks show it, in the form in force.
    pub(super) fn local(&self, at: DateTime<Utc>) -> String {
        let zone = Zone::named(&self.0.agreement().agreement().calendar.zone).unwrap_or(Zone::UTC);
        preferences::format::current().date_time(zone.local(at))
    }

    /// An event, for the history of its record.
    pub(super) fn of_availability(&self, event: &Event) -> Said {
        match event {
            Event::OutageNoted(outage) => {
                let heading = if outage.planned { "Maintenance noted" } else { "Outage noted" };
                Said::system(heading).with_details(self.outage(outage)).with_text(&outage.note)
            }
            Event::Restored { at, .. } => {
                Said::system("Service restored").with_details(vec![detail("Since", &self.local(*at))])
            }
            Event::Withdrawn { because, .. } => Said::system("Outage taken back").with_text(because),
            Event::TargetSet(None) => Said::system("Availability target taken away"),
            Event::TargetSet(Some(target)) => Said::system(join(["Availability target set: ", &availability(*target)])),
        }
    }

    fn outage(&self, outage: &Outage) -> Vec<(String, String)> {
        let mut details = vec![detail("From", &self.local(outage.from))];
        details.extend(outage.until.map(|until| detail("Until", &self.local(until))));
        details.extend(outage.items.iter().map(|id| detail("Configuration item", self.0.directory().item(*id))));
        details.extend(outage.incident.map(|id| detail("Incident", &self.0.incident_number(id))));
        details
    }

    /// A command that begins with this event, in one line; `_happenings` are all it led to.
    pub(super) fn availability_verb(
        &self,
        id: ServiceId,
        event: &Event,
        _happenings: &[&Happening],
    ) -> (String, CommandKind) {
        let object = self.0.directory().service(id);
        match event {
            Event::OutageNoted(outage) if outage.planned => {
                (join(["Noted maintenance of ", object]), CommandKind::Work)
            }
            Event::OutageNoted(_) => (join(["Noted an outage of ", object]), CommandKind::Work),
            Event::Restored { .. } => (join(["Said that ", object, " is back"]), CommandKind::Work),
            Event::Withdrawn { .. } => (join(["Took back an outage of ", object]), CommandKind::Corrected),
            Event::TargetSet(_) => (join(["Set the availability target of ", object]), CommandKind::Settings),
        }
    }
}

/// "99.50 % a month".
pub fn availability(target: AvailabilityTarget) -> String {
    let (whole, rest) = (target.basis_points / 100, target.basis_points % 100);
    let mut percent = whole.to_string();
    percent.push_str(if rest < 10 { ".0" } else { "." });
    percent.push_str(&rest.to_string());
    join([&preferences::format::current().decimal(&percent), " % ", target.period.word()])
}

/// What somebody wrote.
pub(super) fn said_in(event: &Event) -> Option<&Arc<str>> {
    match event {
        Event::OutageNoted(outage) => Some(&outage.note),
        Event::Withdrawn { because, .. } => Some(because),
        Event::Restored { .. } | Event::TargetSet(_) => None,
    }
}
