//! What incidents tell.

use itsm::RecordId;
use itsm::incident::Incident;
use itsm::link::Relation;
use itsm::major::{LookBack, Standing, standing};
use itsm::promise::handovers;

use super::year::Year;
use super::{Count, is_written, share};
use crate::standing::Breach;

/// Of the incidents that were resolved, those with a solution in words. What another tool resolved is left out where
/// its log brought no words: it may have had them.
pub(super) fn with_solution(year: &Year<'_>) -> Option<Count> {
    let words = |one: &Incident| one.resolution.as_ref().is_some_and(|resolution| is_written(&resolution.solution));
    share(year.resolved().filter(|one| one.foreign.is_none() || words(one)), |one| words(one))
}

/// Of the incidents that were resolved and had a target, those that met it, by the desk's own clocks.
pub(super) fn within_target(year: &Year<'_>) -> Option<Count> {
    let verdicts = year.resolved().filter_map(|one| match year.workspace.standing(one.id).resolution.at(year.now) {
        Breach::Met => Some(true),
        Breach::Breached => Some(false),
        Breach::NoTarget | Breach::Paused | Breach::Within | Breach::DueSoon => None,
    });
    share(verdicts, |met| *met)
}

/// Of the incidents that were resolved and were with a group, those that no second group had before.
pub(super) fn at_first_contact(year: &Year<'_>) -> Option<Count> {
    let groups = year.resolved().filter_map(|one| match groups_until_resolved(year, one) {
        0 => None,
        groups => Some(groups),
    });
    share(groups, |groups| *groups == 1)
}

/// How many stays with groups an incident had up to its resolution.
fn groups_until_resolved(year: &Year<'_>, incident: &Incident) -> usize {
    let told = incident.foreign.as_ref().and_then(|foreign| foreign.reassigned).unwrap_or_default();
    // Most were never handed on: their history need not be read.
    if incident.reassigned == 0 && told == 0 {
        return usize::from(incident.group.is_some());
    }
    let journal = year.workspace.timeline(incident.id);
    let counts = journal.iter().filter(|one| one.flag.is_none() && one.undone.is_none()).map(|one| one.event);
    let resolved = incident.resolution.as_ref().map(|resolution| resolution.at);
    let stays = handovers(year.desk, incident, counts, year.now);
    stays.iter().filter(|stay| resolved.is_none_or(|resolved| stay.from <= resolved)).count()
}

/// How many incidents that were opened came from events of monitoring; nothing where no event ever came in.
pub(super) fn from_events(year: &Year<'_>) -> Option<Count> {
    let links = year.desk.links();
    let from_event = |one: &&Incident| {
        let mut origins = links.to(RecordId::Incident(one.id)).filter(|link| link.relation == Relation::LedTo);
        origins.any(|link| matches!(link.to, RecordId::Alert(_)))
    };
    let opened = year.desk.incidents().filter(|one| year.period.has(one.opened_at));
    (!year.desk.alerts().is_empty()).then(|| Count::Number(opened.filter(from_event).count()))
}

/// Of the major incidents that ended, those after which somebody looked back. A review that was waived is none.
pub(super) fn major_reviewed(year: &Year<'_>) -> Option<Count> {
    let ended = year.resolved().filter(|one| standing(year.desk, one.id) == Some(Standing::Ended));
    let majors = ended.filter_map(|one| year.desk.majors().get(&one.id));
    share(majors, |major| matches!(major.look_back, Some(LookBack::Written(_))))
}
