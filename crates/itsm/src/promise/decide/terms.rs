//! What an agreement must say.

use std::sync::Arc;

use chrono::TimeDelta;

use crate::desk::Desk;
use crate::directory::EntryId;
use crate::fields::{filled, trimmed};
use crate::promise::record::Promise;
use crate::promise::terms::{AvailabilityTarget, Escalation, Party, Terms, When};
use crate::refusal::Refusal;
use crate::retire::offered;
use crate::service_level::{Compiled, Targets};

/// Twice in a life, or less, is no rhythm.
const MOST_REVIEW_MONTHS: u8 = 60;
/// 100 %, in hundredths of a percent.
const ALL: u16 = 10_000;

/// The terms with their texts trimmed and each service once, if they can be agreed on. What stood in `now` may stay.
pub(super) fn checked(desk: &Desk, mut terms: Terms, now: Option<&Terms>) -> Result<Terms, Refusal> {
    terms.clocks.name = filled(terms.clocks.name, "name", "people have to be able to say which agreement they mean")?;
    terms.party = party(desk, terms.party, now)?;
    services(desk, &mut terms, now)?;
    dates(&terms)?;
    terms.clocks.enforced_from = None;
    Compiled::new(terms.clocks.clone()).map_err(|fault| fault.refusal())?;
    requests(&terms.requests)?;
    terms.escalation = terms.escalation.map(escalation).transpose()?;
    terms.availability.map_or(Ok(()), availability)?;
    terms.penalties = trimmed(terms.penalties);
    if terms.review_months.is_some_and(|months| !(1..=MOST_REVIEW_MONTHS).contains(&months)) {
        return Err(Refusal::Invalid { field: "reviews", because: "write every how many months, from 1 to 60" });
    }
    Ok(terms)
}

/// Whether a version may follow those of an agreement: with the same party, and not beginning before the last.
pub(super) fn follows(promise: &Promise, terms: &Terms) -> Result<(), Refusal> {
    let Some(last) = promise.latest() else { return Ok(()) };
    if last.terms.party != terms.party {
        return Err(Refusal::Invalid {
            field: "party",
            because: "a promise to somebody else is another agreement; draft a new one",
        });
    }
    if terms.valid_from < last.terms.valid_from {
        return Err(Refusal::Invalid {
            field: "valid from",
            because: "the version before begins later, and nobody could say which one holds",
        });
    }
    Ok(())
}

fn party(desk: &Desk, party: Party, now: Option<&Terms>) -> Result<Party, Refusal> {
    let field = "party";
    match party {
        Party::Customer(name) => {
            filled(name, field, "a promise needs somebody to whom it is made").map(Party::Customer)
        }
        Party::Group(id) => {
            let before = now.and_then(|now| match now.party {
                Party::Group(id) => Some(id),
                _ => None,
            });
            offered(desk, &desk.directory().groups, Some(id), before, EntryId::Group, "group")?;
            Ok(party)
        }
        Party::Supplier(id) => desk.suppliers().get(id).map(|_| party),
    }
}

fn services(desk: &Desk, terms: &mut Terms, now: Option<&Terms>) -> Result<(), Refusal> {
    terms.services.sort_unstable();
    terms.services.dedup();
    if terms.services.is_empty() {
        return Err(Refusal::Missing {
            field: "services",
            because: "targets that belong to no service measure something nobody buys",
        });
    }
    for &id in &terms.services {
        let before = now.filter(|now| now.covers(id)).map(|_| id);
        offered(desk, &desk.directory().services, Some(id), before, EntryId::Service, "services")?;
    }
    Ok(())
}

fn dates(terms: &Terms) -> Result<(), Refusal> {
    if terms.valid_until.is_some_and(|until| until <= terms.valid_from) {
        return Err(Refusal::Invalid { field: "valid until", because: "it ends before it begins; swap the dates" });
    }
    Ok(())
}

fn requests(targets: &[Targets]) -> Result<(), Refusal> {
    for target in targets {
        if [target.response, target.resolution].into_iter().flatten().any(|span| span <= TimeDelta::zero()) {
            return Err(Refusal::Invalid { field: "request targets", because: "a target is longer than nothing" });
        }
        if target.response.zip(target.resolution).is_some_and(|(response, resolution)| response > resolution) {
            return Err(Refusal::Invalid {
                field: "request targets",
                because: "who has fulfilled a request has also responded, so the response comes first",
            });
        }
    }
    Ok(())
}

fn escalation(Escalation { when, tell }: Escalation) -> Result<Escalation, Refusal> {
    let field = "escalation";
    let tell: Arc<str> = filled(tell, field, "a warning that goes to nobody warns nobody; say who is told")?;
    let possible = match when {
        When::Percent(percent) => (1..=99).contains(&percent),
        When::Before(span) => span > TimeDelta::zero(),
    };
    if possible {
        Ok(Escalation { when, tell })
    } else {
        Err(Refusal::Invalid { field, because: "it comes after the clock starts and before it runs out" })
    }
}

fn availability(target: AvailabilityTarget) -> Result<(), Refusal> {
    if (1..=ALL).contains(&target.basis_points) {
        return Ok(());
    }
    Err(Refusal::Invalid {
        field: "availability",
        because: "it is a share of the agreed service time: up to 100 percent",
    })
}
