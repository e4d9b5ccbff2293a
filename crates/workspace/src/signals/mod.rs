//! Events as other tools write them: lines of text, JSON or CSV become signals, or say what is wrong with them; and the
//! latest that the desk has heard, to try rules on.

mod read;

pub use read::{Line, read};

use chrono::{DateTime, Utc};
use itsm::monitoring::{Event, Sighting, Signal};
use itsm::{AlertId, Happening, RecordId};

use crate::Workspace;

/// An event that came in, as it was taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Heard {
    /// The alert it belongs to.
    pub alert: AlertId,
    /// When it came in, by the desk's clock.
    pub at: DateTime<Utc>,
    /// What it said, and what was done with it.
    pub sighting: Sighting,
}

impl Heard {
    /// The same as a signal.
    pub fn signal(&self) -> Signal {
        let Sighting { source, item, key, severity, message, at, recovers, .. } = self.sighting.clone();
        Signal { source, item, key, severity, message, at: Some(at), recovers }
    }
}

/// The latest events that came in and are not taken back, at most `most`, the oldest first.
pub fn latest(workspace: &Workspace, most: usize) -> Vec<Heard> {
    let desk = workspace.desk();
    let mut heard: Vec<Heard> = desk.alerts().all().flat_map(|alert| of_alert(workspace, alert.id)).collect();
    heard.sort_by_key(|one| (one.sighting.at, one.alert));
    heard.split_off(heard.len().saturating_sub(most))
}

/// What an alert has sent, the oldest first.
pub fn of_alert(workspace: &Workspace, id: AlertId) -> Vec<Heard> {
    let heard = |recorded: crate::Recorded<'_>| {
        let is_in_force = recorded.undone.is_none() && recorded.flag.is_none();
        match &recorded.event.what {
            Happening::Alert(alert, Event::Begun(sighting) | Event::Repeated(sighting)) if is_in_force => {
                Some(Heard { alert: *alert, at: recorded.event.at, sighting: (**sighting).clone() })
            }
            _ => None,
        }
    };
    workspace.history(RecordId::Alert(id)).into_iter().filter_map(heard).collect()
}
