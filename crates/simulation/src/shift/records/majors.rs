//! Major incidents.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use itsm::major::{Command, Standing, standing};
use itsm::{Command as Any, IncidentId, Refusal};

use super::Records;
use crate::scenario::Key;

const MANY: &str = "It stops the work of many at once.";
const ORDINARY: &str = "It goes on in the ordinary way.";
const LOOKED_AT: &str = "It was stood down at the desk; what it teaches is worked on elsewhere.";

impl Records {
    /// Declares a major incident: proposed and accepted, led by whoever acts.
    ///
    /// # Errors
    /// What the desk refuses.
    pub fn major(&mut self, now: DateTime<Utc>, by: &Key, case: &Key) -> Result<(), Refusal> {
        let context = self.context(now, by)?;
        let incident = self.incident(case)?;
        let accept = Any::Major(Command::Accept { incident, manager: Some(context.actor) });
        if self.standing(incident) == Some(Standing::Candidate) {
            return self.give(&context, accept).map(drop);
        }
        self.at_once(|records| {
            records.give(&context, Any::Major(Command::Propose { incident, because: Arc::from(MANY) }))?;
            records.give(&context, accept).map(drop)
        })
    }

    /// Tells the callers of a major incident and of all that hangs on it.
    ///
    /// # Errors
    /// What the desk refuses.
    pub fn update_major(&mut self, now: DateTime<Utc>, by: &Key, case: &Key, text: &str) -> Result<(), Refusal> {
        let context = self.context(now, by)?;
        let command = Command::Update { incident: self.incident(case)?, text: Arc::from(text) };
        self.give(&context, Any::Major(command)).map(drop)
    }

    /// Back to the ordinary way. One that runs is demoted; one whose service is restored is over already, and nobody
    /// has to look back any more.
    ///
    /// # Errors
    /// What the desk refuses.
    pub fn stand_down(&mut self, now: DateTime<Utc>, by: &Key, case: &Key) -> Result<(), Refusal> {
        let context = self.context(now, by)?;
        let incident = self.incident(case)?;
        let command = if self.standing(incident) == Some(Standing::Ended) {
            Command::Waive { incident, because: Arc::from(LOOKED_AT) }
        } else {
            Command::Demote { incident, because: Arc::from(ORDINARY) }
        };
        self.give(&context, Any::Major(command)).map(drop)
    }

    fn standing(&self, incident: IncidentId) -> Option<Standing> {
        standing(&self.desk, incident)
    }

    /// Whether a case is a major incident, also one whose service is restored.
    pub fn is_major(&self, case: &Key) -> bool {
        let standing = self.incident(case).ok().and_then(|incident| self.standing(incident));
        matches!(standing, Some(Standing::Running | Standing::Ended))
    }
}
