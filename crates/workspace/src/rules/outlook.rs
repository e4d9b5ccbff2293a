//! Looking ahead: what other rules would do to the incidents that are open now. Nothing is stored or changed.
//!
//! Only open incidents are counted: what is closed keeps the verdict of the rules that held when it was closed.

use chrono::{DateTime, Utc};
use itsm::Matrix;
use itsm::service_level::Compiled;

use crate::standing::Reader;
use crate::{Breach, Workspace};

/// How the open incidents stand to their targets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outlook {
    /// Beyond a target.
    pub breached: usize,
    /// A clock warns.
    pub due_soon: usize,
    /// In time: running, paused, or met so far.
    pub fine: usize,
    /// No target applies.
    pub without: usize,
}

/// How the open incidents stand at `now`, under the desk's agreement or another one.
pub fn outlook(workspace: &Workspace, trial: Option<&Compiled>, now: DateTime<Utc>) -> Outlook {
    let desk = workspace.desk();
    let reader = trial.map_or_else(|| Reader::of(desk), |agreement| Reader::under(desk, agreement));
    let mut outlook = Outlook::default();
    for incident in desk.incidents().filter(|incident| incident.state.is_open()) {
        let count = match reader.read(incident).at(now) {
            Breach::Breached => &mut outlook.breached,
            Breach::DueSoon => &mut outlook.due_soon,
            Breach::Within | Breach::Paused | Breach::Met => &mut outlook.fine,
            Breach::NoTarget => &mut outlook.without,
        };
        *count += 1;
    }
    outlook
}

/// How many open incidents would have another priority.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shifted {
    /// A more pressing one.
    pub up: usize,
    /// A less pressing one.
    pub down: usize,
    /// All that are open.
    pub open: usize,
}

/// What another matrix would do to the priorities of open incidents.
pub fn shifted(workspace: &Workspace, trial: &Matrix) -> Shifted {
    let mut shifted = Shifted::default();
    for incident in workspace.desk().incidents().filter(|incident| incident.state.is_open()) {
        shifted.open += 1;
        match incident.priority(trial).cmp(&incident.priority(workspace.desk().matrix())) {
            std::cmp::Ordering::Less => shifted.up += 1,
            std::cmp::Ordering::Greater => shifted.down += 1,
            std::cmp::Ordering::Equal => {}
        }
    }
    shifted
}
