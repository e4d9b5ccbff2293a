//! What `itsm::monitoring` tells, in plain words: event by event, and a whole command in one line.

use std::sync::Arc;

use itsm::monitoring::{Event, Outcome, Severity, Sighting};
use itsm::{AlertId, Happening};

use super::command::CommandKind;
use super::{Audience, Names, Said, detail, join, number};

impl Names<'_> {
    /// An event, for the history of its record.
    pub(super) fn of_monitoring(&self, event: &Event) -> Said {
        match event {
            Event::Begun(sighting) | Event::Repeated(sighting) => self.sighted(sighting),
            Event::Acknowledged => Said::system("Acknowledged"),
            Event::Closed { because } => Said::system("Closed").with_text(because).to(Audience::Internal),
            Event::RaisedByHand => Said::system("An incident was raised by hand"),
            Event::Noted { text } => Said::system("Work note").with_text(text).to(Audience::Internal),
        }
    }

    fn sighted(&self, sighting: &Sighting) -> Said {
        let heading = match (sighting.recovers, sighting.severity == sighting.counts_as) {
            (true, _) => "Recovery".to_owned(),
            (false, true) => sighting.severity.word().to_owned(),
            (false, false) => join([sighting.severity.word(), ", repeated so often that it counts as an exception"]),
        };
        let heading = join([&heading, ". ", &sighting.verdict.sentence()]);
        let details = vec![detail("Happened at", &(super::instant(sighting.at) + " UTC"))];
        Said::system(heading).with_details(details).with_text(&sighting.message)
    }

    /// A command that begins with this event, in one line.
    pub(super) fn monitoring_verb(
        &self,
        id: AlertId,
        event: &Event,
        happenings: &[&Happening],
    ) -> (String, CommandKind) {
        let object = self.0.alerts().number(id);
        match event {
            Event::Begun(_) | Event::Repeated(_) => (self.taken_in(happenings), CommandKind::Logged),
            Event::Acknowledged => (join(["Acknowledged ", &object]), CommandKind::Work),
            Event::Closed { .. } => (join(["Closed ", &object]), CommandKind::Ended),
            Event::RaisedByHand => (join(["Raised an incident from ", &object]), CommandKind::Logged),
            Event::Noted { .. } => (join(["Wrote a note on ", &object]), CommandKind::Said),
        }
    }

    /// "Took in 12 events, 3 of them exceptions; raised 1 incident".
    fn taken_in(&self, happenings: &[&Happening]) -> String {
        let sightings: Vec<&Sighting> = happenings
            .iter()
            .filter_map(|what| match what {
                Happening::Alert(_, Event::Begun(sighting) | Event::Repeated(sighting)) => Some(&**sighting),
                _ => None,
            })
            .collect();
        let count = |is: &dyn Fn(&Sighting) -> bool| sightings.iter().filter(|sighting| is(sighting)).count() as u64;
        let exceptions = count(&|sighting| sighting.counts_as == Severity::Exception && !sighting.recovers);
        let raised = count(&|sighting| sighting.verdict.outcome == Outcome::Raised);
        let all = match sightings.as_slice() {
            [one] => ["Took in an event of ", &one.source].concat(),
            many => {
                let exceptions = match exceptions {
                    0 => String::new(),
                    1 => ", 1 of them an exception".to_owned(),
                    some => [", ", &number(some), " of them exceptions"].concat(),
                };
                ["Took in ", &number(many.len() as u64), " events", &exceptions].concat()
            }
        };
        match raised {
            0 => all,
            1 => all + "; raised 1 incident",
            many => all + "; raised " + &number(many) + " incidents",
        }
    }
}

/// What somebody wrote, or a tool.
pub(super) fn said_in(event: &Event) -> Option<&Arc<str>> {
    match event {
        Event::Begun(sighting) | Event::Repeated(sighting) => Some(&sighting.message),
        Event::Closed { because } => Some(because),
        Event::Noted { text } => Some(text),
        Event::Acknowledged | Event::RaisedByHand => None,
    }
}
