//! What may be done with an alert as it stands, and with an event that was decided elsewhere.

use crate::desk::Desk;
use crate::ids::AlertId;
use crate::incident::State as IncidentState;
use crate::monitoring::event::Event;
use crate::monitoring::record::Alert;
use crate::monitoring::state::State;
use crate::refusal::Refusal;

/// Something that can be done with one alert, without the words and values that a form asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Say that somebody knows of it.
    Acknowledge,
    /// Finish with it.
    Close,
    /// Raise an incident from it by hand.
    Raise,
    /// Write a note.
    Note,
}

impl Action {
    /// Every action.
    pub const ALL: [Action; 4] = [Action::Acknowledge, Action::Close, Action::Raise, Action::Note];
}

/// Why `action` cannot be done with this alert now, or `None` where a form may open.
pub fn why_not(desk: &Desk, alert: AlertId, action: Action) -> Option<Refusal> {
    check(desk, alert, action).err()
}

/// The alert, if `action` may be done with it.
pub(super) fn check(desk: &Desk, id: AlertId, action: Action) -> Result<&Alert, Refusal> {
    let alert = desk.alerts.get(id)?;
    let state = alert.state;
    let (because, instead) = match (action, state) {
        (Action::Note, _) => return Ok(alert),
        (Action::Raise, _) => return has_no_open_incident(desk, id).map(|()| alert),
        (Action::Acknowledge, State::Open) | (Action::Close, State::Open | State::Acknowledged | State::Cleared) => {
            return Ok(alert);
        }
        (Action::Acknowledge, State::Acknowledged) => {
            ("somebody knows of it already", "Close it when it is dealt with")
        }
        (Action::Acknowledge, State::Cleared) => ("its source says that all is well", "Close it, or wait for more"),
        (_, State::Noted) => ("nothing has to be done about it", "It is kept, and counted if it comes again"),
        (_, State::Closed) => ("somebody has finished with it", "It opens again by itself if more comes"),
    };
    Err(Refusal::NotFrom { state: state.word(), because, instead })
}

/// One cause, one open incident.
fn has_no_open_incident(desk: &Desk, id: AlertId) -> Result<(), Refusal> {
    let is_open = |incident| desk.incident(incident).is_ok_and(|incident| incident.state.is_open());
    if desk.incidents_of_alert(id).any(is_open) {
        return Err(Refusal::Rule {
            rule: "its incident is still open",
            because: "two incidents for one cause send two teams to the same place",
        });
    }
    let resolved = |incident| desk.incident(incident).is_ok_and(|one| one.state == IncidentState::Resolved);
    if desk.incidents_of_alert(id).any(resolved) {
        return Err(Refusal::Rule {
            rule: "its incident is resolved and not closed",
            because: "if it failed again, reopening that one keeps the history together",
        });
    }
    Ok(())
}

/// Whether an event decided elsewhere, against an older record, may still be applied. What came in came in.
pub(crate) fn legal(desk: &Desk, id: AlertId, event: &Event) -> Result<(), Refusal> {
    match event {
        Event::Begun(_) => desk.alerts.is_free(id),
        Event::Repeated(_) | Event::RaisedByHand => desk.alerts.get(id).map(drop),
        Event::Acknowledged => check(desk, id, Action::Acknowledge).map(drop),
        Event::Closed { .. } => check(desk, id, Action::Close).map(drop),
        Event::Noted { .. } => check(desk, id, Action::Note).map(drop),
    }
}
