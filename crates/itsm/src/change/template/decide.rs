//! What may be done with a template, and what a command must bring.

use super::{Body, ChangeTemplate, Command, Event, State};
use crate::change::authority::{self, Asked, HIGHEST_STANDARD};
use crate::change::decide::{all_offered, boards_fit, may_vote, plans_trimmed, reasoned, seat, written};
use crate::change::state::ChangeType;
use crate::desk::{Context, Desk, Happening};
use crate::directory::EntryId;
use crate::fields::{filled, trimmed};
use crate::ids::{ChangeTemplateId, PersonId};
use crate::refusal::Refusal;
use crate::retire::offered;

/// Something that can be done with one template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Write it anew.
    Revise,
    /// Put it to its change authority.
    Ask,
    /// Offer it no more.
    Retire,
}

impl Action {
    /// Every action.
    pub const ALL: [Action; 3] = [Action::Revise, Action::Ask, Action::Retire];
}

/// Why `action` cannot be done with this template now, or `None` where a form may open.
pub fn why_not(desk: &Desk, template: ChangeTemplateId, action: Action) -> Option<Refusal> {
    check(desk, template, action).err()
}

/// Why a person cannot answer about this template now, or `None` where they can.
pub fn why_not_answer(desk: &Desk, template: ChangeTemplateId, person: PersonId) -> Option<Refusal> {
    may_answer(desk, template, person).err()
}

fn check(desk: &Desk, id: ChangeTemplateId, action: Action) -> Result<&ChangeTemplate, Refusal> {
    let template = desk.change_templates.get(id)?;
    let (because, instead) = match (action, template.state) {
        (_, State::Retired) => ("it is offered no more", "Write a new one if it is wanted again"),
        (Action::Ask, State::Authorize) => ("it is asked already", "Wait for the answers, or revise it"),
        (Action::Ask, State::InForce) => ("it is authorised", "Revise it if it has to change"),
        (Action::Ask, State::Draft) => {
            may_be_standard(&template.body)?;
            return Ok(template);
        }
        (Action::Revise | Action::Retire, _) => return Ok(template),
    };
    Err(Refusal::NotFrom { state: template.state.word(), because, instead })
}

/// Whether a procedure can be authorised once for every use.
fn may_be_standard(body: &Body) -> Result<(), Refusal> {
    let Some(weighed) = body.weighed() else {
        return Err(Refusal::Missing {
            field: "an assessment of its risk",
            because: "it is assessed once, here, and not at each use",
        });
    };
    if weighed.band() > HIGHEST_STANDARD {
        return Err(Refusal::Rule {
            rule: "its risk is more than low",
            because: "what may go badly wrong is looked at each time, as a normal change",
        });
    }
    written(&body.plans)
}

/// Who has to be asked about a template.
fn asked(body: &Body) -> &'static [Asked] {
    body.weighed().map_or(&[], |weighed| authority::rounds(ChangeType::Standard, weighed.band()))
}

impl Body {
    /// Who has to be asked about it. Nobody while its risk is unknown.
    pub fn authority(&self) -> &'static [Asked] {
        asked(self)
    }
}

fn may_answer(desk: &Desk, id: ChangeTemplateId, person: PersonId) -> Result<PersonId, Refusal> {
    let template = desk.change_templates.get(id)?;
    is_asked(template)?;
    seat(&template.rounds, person, template.written_by)
}

fn is_asked(template: &ChangeTemplate) -> Result<(), Refusal> {
    if template.state == State::Authorize {
        return Ok(());
    }
    Err(Refusal::NotFrom {
        state: template.state.word(),
        because: "no change authority is asked",
        instead: "Answer once it is put to you",
    })
}

/// Decides one command.
pub(crate) fn decide(desk: &Desk, command: Command, context: &Context) -> Result<Vec<Happening>, Refusal> {
    let one = |id, event| Ok(vec![Happening::ChangeTemplate(id, event)]);
    match command {
        Command::Create(body) => {
            let id = desk.change_templates.next(context.tag);
            desk.change_templates.is_free(id)?;
            let body = checked(desk, id, *body, &Body::default())?;
            one(id, Event::Created(Box::new(body)))
        }
        Command::Revise { template: id, body } => {
            let template = check(desk, id, Action::Revise)?;
            let body = checked(desk, id, *body, &template.body)?;
            if body == template.body {
                return Err(Refusal::Missing { field: "a change", because: "everything is already as you wrote it" });
            }
            one(id, Event::Revised(Box::new(body)))
        }
        Command::Ask { template: id, boards } => {
            let template = check(desk, id, Action::Ask)?;
            let own = |person| template.written_by == person;
            one(id, Event::Asked(boards_fit(desk, asked(&template.body), boards, own)?))
        }
        Command::Answer { template: id, approves, because } => {
            let seat = may_answer(desk, id, context.actor)?;
            one(id, Event::Answered { seat, approves, because: reasoned(approves, because)? })
        }
        Command::Retire { template: id, because } => {
            check(desk, id, Action::Retire)?;
            let because = filled(because, "reason", "whoever used it has to know what to do instead")?;
            one(id, Event::Retired { because })
        }
    }
}

/// Whether an event that was decided elsewhere may still be applied.
pub(crate) fn legal(desk: &Desk, id: ChangeTemplateId, event: &Event, by: PersonId) -> Result<(), Refusal> {
    match event {
        Event::Created(_) => desk.change_templates.is_free(id),
        Event::Revised(_) => check(desk, id, Action::Revise).map(drop),
        Event::Asked(rounds) => {
            let template = check(desk, id, Action::Ask)?;
            let people = rounds.iter().flat_map(|round| round.approvers.iter().chain(round.delegates.values()));
            if people.copied().any(|person| person == template.written_by) {
                return Err(Refusal::Invalid {
                    field: "approvers",
                    because: "nobody approves their own; leave out its author",
                });
            }
            Ok(())
        }
        Event::Answered { seat, .. } => {
            let template = desk.change_templates.get(id)?;
            is_asked(template)?;
            may_vote(&template.rounds, *seat, by, template.written_by == by)
        }
        Event::Retired { .. } => check(desk, id, Action::Retire).map(drop),
    }
}

/// The body with its texts trimmed, if it may stand in the record.
fn checked(desk: &Desk, id: ChangeTemplateId, body: Body, now: &Body) -> Result<Body, Refusal> {
    let name = filled(body.name, "name", "nobody can choose a template that has none")?;
    let lower = name.to_lowercase();
    let mut others = desk.change_templates.all().filter(|other| other.id != id && other.state != State::Retired);
    if others.any(|other| other.body.name.to_lowercase() == lower) {
        return Err(Refusal::Invalid {
            field: "name",
            because: "another template has it, and nobody could tell them apart",
        });
    }
    let directory = desk.directory();
    offered(desk, &directory.categories, body.category, now.category, EntryId::Category, "category")?;
    offered(desk, &directory.groups, body.group, now.group, EntryId::Group, "group")?;
    let (register, field) = (&directory.services, "service");
    let services = all_offered(desk, register, body.services, &now.services, EntryId::Service, field)?;
    let (description, plans) = (trimmed(body.description), plans_trimmed(body.plans));
    Ok(Body { name, description, services, plans, ..body })
}
