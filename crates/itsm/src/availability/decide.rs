//! Whether an outage can be noted, ended or taken back.

use chrono::{DateTime, Utc};

use super::command::Command;
use super::event::Event;
use super::record::{Availability, Outage};
use crate::desk::{Context, Desk, Happening};
use crate::directory::EntryId;
use crate::fields::{filled, trimmed};
use crate::ids::ServiceId;
use crate::promise::AvailabilityTarget;
use crate::refusal::Refusal;
use crate::retire::offered;

/// Something that can be done with a service or one of its outages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Note an outage.
    NoteOutage,
    /// Say that it is back.
    Restore(u16),
    /// Take an outage back.
    Withdraw(u16),
    /// Set its own target.
    SetTarget,
}

/// Why `action` cannot be done now, or `None` where a form may open.
pub fn why_not(desk: &Desk, service: ServiceId, action: Action) -> Option<Refusal> {
    check(desk, service, action).err()
}

/// Decides one command.
pub(crate) fn decide(desk: &Desk, command: Command, context: &Context) -> Result<Vec<Happening>, Refusal> {
    let (service, event) = match command {
        Command::NoteOutage { service, outage } => {
            check(desk, service, Action::NoteOutage)?;
            (service, Event::OutageNoted(Box::new(outage_checked(desk, service, *outage, context)?)))
        }
        Command::Restore { service, outage, at } => {
            let from = check(desk, service, Action::Restore(outage))?.map(|outage| outage.from);
            back_in_time(from, at, context)?;
            (service, Event::Restored { outage, at })
        }
        Command::Withdraw { service, outage, because } => {
            check(desk, service, Action::Withdraw(outage))?;
            let because = filled(because, "reason", "an outage that vanishes from the figures has to be explained")?;
            (service, Event::Withdrawn { outage, because })
        }
        Command::SetTarget { service, target } => {
            check(desk, service, Action::SetTarget)?;
            target_fits(desk, service, target)?;
            (service, Event::TargetSet(target))
        }
    };
    Ok(vec![Happening::Service(service, event)])
}

/// Whether an event that was decided elsewhere may still be applied.
pub(crate) fn legal(desk: &Desk, id: ServiceId, event: &Event) -> Result<(), Refusal> {
    let action = match event {
        Event::OutageNoted(outage) if outage.until.is_none() => return lasts_alone(desk, id),
        Event::OutageNoted(_) => Action::NoteOutage,
        Event::Restored { outage, .. } => Action::Restore(*outage),
        Event::Withdrawn { outage, .. } => Action::Withdraw(*outage),
        Event::TargetSet(_) => Action::SetTarget,
    };
    match action {
        // Names come and go apart from records: whether a late event is legal never hangs on them.
        Action::NoteOutage | Action::SetTarget => Ok(()),
        action => of_outage(desk.availability(id), action).map(drop),
    }
}

fn check(desk: &Desk, id: ServiceId, action: Action) -> Result<Option<&Outage>, Refusal> {
    if desk.directory().name(EntryId::Service(id)).is_none() {
        return Err(Refusal::NoSuch { what: "service" });
    }
    match action {
        Action::NoteOutage | Action::SetTarget => Ok(None),
        action => of_outage(desk.availability(id), action).map(Some),
    }
}

fn of_outage(known: Option<&Availability>, action: Action) -> Result<&Outage, Refusal> {
    let (Action::Restore(place) | Action::Withdraw(place)) = action else {
        return Err(Refusal::NoSuch { what: "outage" });
    };
    let outage = known.and_then(|known| known.outages.get(usize::from(place)));
    let outage = outage.ok_or(Refusal::NoSuch { what: "outage" })?;
    if outage.withdrawn {
        return Err(Refusal::Rule { rule: "it was taken back", because: "what never was cannot change" });
    }
    if matches!(action, Action::Restore(_)) && outage.until.is_some() {
        return Err(Refusal::Rule {
            rule: "the service is back already",
            because: "a later end would change figures that were reported; take it back and note it anew",
        });
    }
    Ok(outage)
}

/// While one outage lasts, another that lasts would be the same one.
fn lasts_alone(desk: &Desk, id: ServiceId) -> Result<(), Refusal> {
    let lasts = |(_, outage): (usize, &Outage)| outage.until.is_none();
    if desk.availability(id).is_some_and(|known| known.counted().any(lasts)) {
        return Err(Refusal::Rule {
            rule: "an outage of this service still lasts",
            because: "a service cannot be gone twice at once; say when it is back first",
        });
    }
    Ok(())
}

fn outage_checked(desk: &Desk, id: ServiceId, mut outage: Outage, context: &Context) -> Result<Outage, Refusal> {
    outage.withdrawn = false;
    outage.note = trimmed(outage.note);
    outage.items.sort_unstable();
    outage.items.dedup();
    for item in &outage.items {
        offered(desk, &desk.directory().items, Some(*item), None, EntryId::Item, "configuration item")?;
    }
    if let Some(incident) = outage.incident {
        desk.incident(incident)?;
    }
    if !outage.planned && outage.from > context.now {
        return Err(Refusal::Invalid { field: "start", because: "nobody knows yet that it will fail then" });
    }
    match outage.until {
        Some(until) if until <= outage.from => {
            return Err(Refusal::Invalid { field: "end", because: "it ends before it begins; swap the times" });
        }
        Some(until) if !outage.planned && until > context.now => {
            return Err(Refusal::Invalid {
                field: "end",
                because: "nobody knows yet that it will be back then; leave it open",
            });
        }
        None if outage.planned => {
            return Err(Refusal::Missing {
                field: "end",
                because: "a maintenance window without an end could hide any outage",
            });
        }
        None => lasts_alone(desk, id)?,
        Some(_) => {}
    }
    Ok(outage)
}

fn back_in_time(from: Option<DateTime<Utc>>, at: DateTime<Utc>, context: &Context) -> Result<(), Refusal> {
    if from.is_some_and(|from| at <= from) {
        return Err(Refusal::Invalid { field: "end", because: "it cannot be back before it was gone" });
    }
    if at > context.now {
        return Err(Refusal::Invalid { field: "end", because: "nobody knows yet that it will be back then" });
    }
    Ok(())
}

fn target_fits(desk: &Desk, id: ServiceId, target: Option<AvailabilityTarget>) -> Result<(), Refusal> {
    let field = "availability";
    if desk.availability(id).and_then(|known| known.target) == target {
        return Err(Refusal::Invalid { field, because: "it is as now; nothing would change" });
    }
    if target.is_some_and(|target| !(1..=10_000).contains(&target.basis_points)) {
        return Err(Refusal::Invalid { field, because: "it is a share of the agreed service time: up to 100 percent" });
    }
    Ok(())
}
