//! Turns a command into events, or into a refusal that says why not. Changes nothing.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::allowed::{Action, check};
use super::command::Command;
use super::event::Event;
use super::hints::linked;
use super::record::{Part, Plan, Review, What};
use crate::desk::{Context, Desk, Happening};
use crate::directory::EntryId;
use crate::fields::{filled, trimmed};
use crate::ids::{IncidentId, PersonId};
use crate::incident::{self, Side};
use crate::refusal::Refusal;
use crate::retire::offered;

/// A promise to be silent for longer than a working day is none.
const LONGEST_SILENCE_MINUTES: u32 = 480;

type Steps = Vec<Happening>;

/// Decides one command.
pub(crate) fn decide(desk: &Desk, command: Command, context: &Context) -> Result<Steps, Refusal> {
    match command {
        Command::Propose { incident, because } => {
            check(desk, incident, Action::Propose)?;
            let because = filled(because, "reason", "the manager decides by agreed criteria; say which one is met")?;
            Ok(vec![on(incident, Event::Proposed { because })])
        }
        Command::Accept { incident, manager } => accept(desk, incident, manager),
        Command::Reject { incident, because } => {
            check(desk, incident, Action::Reject)?;
            let because = filled(because, "reason", "whoever proposed it will meet the same case again")?;
            Ok(vec![on(incident, Event::Rejected { because })])
        }
        Command::Demote { incident, because } => {
            check(desk, incident, Action::Demote)?;
            let because = filled(because, "reason", "everybody who was called together will ask")?;
            Ok(vec![on(incident, Event::Demoted { because })])
        }
        Command::GivePart { incident, part, person } => give_part(desk, incident, part, person),
        Command::Plan { incident, plan: wanted } => plan(desk, incident, wanted),
        Command::Update { incident, text } => update(desk, incident, text),
        Command::Log { incident, what, text, when } => log(desk, incident, what, text, when, context),
        Command::LookBack { incident, review } => look_back(desk, incident, *review),
        Command::Waive { incident, because } => {
            check(desk, incident, Action::Waive)?;
            let because = filled(because, "reason", "next time somebody will ask what was learned from this one")?;
            Ok(vec![on(incident, Event::Waived { because })])
        }
    }
}

fn on(id: IncidentId, event: Event) -> Happening {
    Happening::Major(id, event)
}

fn accept(desk: &Desk, id: IncidentId, manager: Option<PersonId>) -> Result<Steps, Refusal> {
    check(desk, id, Action::Accept)?;
    let manager = manager.ok_or(LED)?;
    offered(desk, &desk.directory().people, Some(manager), None, EntryId::Person, "major incident manager")?;
    Ok(vec![on(id, Event::Accepted { manager })])
}

/// A major incident without a manager has many.
pub(super) const LED: Refusal = Refusal::Missing {
    field: "a major incident manager",
    because: "where nobody leads, everybody does, and callers hear five stories",
};

fn give_part(desk: &Desk, id: IncidentId, part: Part, person: Option<PersonId>) -> Result<Steps, Refusal> {
    let major = check(desk, id, Action::GivePart)?.ok_or(Refusal::NoSuch { what: "major incident" })?;
    if part == Part::Manager && person.is_none() {
        return Err(LED);
    }
    offered(desk, &desk.directory().people, person, major.who(part), EntryId::Person, "person")?;
    if major.who(part) == person {
        return Err(Refusal::Invalid { field: "person", because: "it is so already; nothing would change" });
    }
    Ok(vec![on(id, Event::PartGiven { part, person })])
}

fn plan(desk: &Desk, id: IncidentId, plan: Plan) -> Result<Steps, Refusal> {
    let major = check(desk, id, Action::Plan)?;
    let audience = filled(plan.audience, "audience", "nobody feels addressed by a message to nobody")?;
    let channel = filled(plan.channel, "channel", "those affected have to know where to look")?;
    if !(1..=LONGEST_SILENCE_MINUTES).contains(&plan.every_minutes) {
        return Err(Refusal::Invalid {
            field: "minutes between updates",
            because: "choose 1 to 480; after a day of silence everybody calls",
        });
    }
    let plan = Plan { audience, channel, every_minutes: plan.every_minutes };
    if major.and_then(|major| major.plan.as_ref()).is_some_and(|(now, _)| *now == plan) {
        return Err(Refusal::Missing { field: "a change", because: "the plan already says what you wrote" });
    }
    Ok(vec![on(id, Event::Planned(plan))])
}

/// The same words go to the callers of the incident itself and of all open ones that hang on it.
fn update(desk: &Desk, id: IncidentId, text: Arc<str>) -> Result<Steps, Refusal> {
    check(desk, id, Action::Update)?;
    let text = filled(text, "text", "an empty update is worse than none")?;
    let can_hear =
        |incident: &IncidentId| incident::why_not(desk, *incident, incident::Action::Reply(Side::Desk)).is_none();
    let told: Vec<IncidentId> = std::iter::once(id).chain(linked(desk, id)).filter(can_hear).collect();
    let incidents = u32::try_from(told.len()).unwrap_or(u32::MAX);
    let mut steps = vec![on(id, Event::Updated { text: text.clone(), incidents })];
    let replied =
        |incident| Happening::Incident(incident, incident::Event::Replied { side: Side::Desk, text: text.clone() });
    steps.extend(told.into_iter().map(replied));
    Ok(steps)
}

fn log(
    desk: &Desk,
    id: IncidentId,
    what: What,
    text: Arc<str>,
    when: DateTime<Utc>,
    context: &Context,
) -> Result<Steps, Refusal> {
    check(desk, id, Action::Log)?;
    let text = filled(text, "text", "the report is made of what is written down now")?;
    if when > context.now {
        return Err(Refusal::Invalid { field: "time", because: "it has not happened yet; write what was" });
    }
    if let What::Swarmed(people) = &what {
        const FEWEST: usize = 2;
        for person in people {
            offered(desk, &desk.directory().people, Some(*person), None, EntryId::Person, "person")?;
        }
        if people.len() < FEWEST {
            return Err(Refusal::Missing { field: "two people or more", because: "a swarm is many who look together" });
        }
    }
    Ok(vec![on(id, Event::Logged { what, text, when })])
}

fn look_back(desk: &Desk, id: IncidentId, review: Review) -> Result<Steps, Refusal> {
    check(desk, id, Action::LookBack)?;
    let learned = filled(review.learned, "what was learned", "a failure that teaches nothing comes again")?;
    let review = Review {
        summary: trimmed(review.summary),
        went_well: trimmed(review.went_well),
        went_badly: trimmed(review.went_badly),
        learned,
    };
    Ok(vec![on(id, Event::LookedBack(Box::new(review)))])
}
