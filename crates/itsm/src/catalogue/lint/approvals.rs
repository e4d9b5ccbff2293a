//! Approvals.

use super::words::is_blank;
use super::{Fix, Found, Here, Level, Part, Rule};
use crate::approval;
use crate::catalogue::form::{Field, FieldKind};
use crate::catalogue::ids::{self, FieldKey, SectionKey};
use crate::catalogue::offering::{Offering, OrderBy};
use crate::catalogue::workflow::{Approver, Step, StepKind};
use crate::directory::EntryId;

pub(super) const RULES: &[Rule] = &[
    Rule::offering(
        "approval-nobody",
        Level::Must,
        "An approval that nobody can give",
        "Such an order is refused, or waits for somebody who never answers. Name somebody who is there.",
        nobody,
    ),
    Rule::offering(
        "approver-gone",
        Level::Must,
        "An approver is not there any more",
        "Where everybody must approve, one who never answers stops the order; where the owner is asked and there is none, it is refused.",
        |here, offering| {
            approvals(offering)
                .filter(|(_, by, _)| by.iter().any(|one| here.is_there(*one)))
                .filter_map(|(step, by, _)| {
                    let gone = by.iter().find(|one| !here.is_there(**one))?;
                    let fix = here.step("Ask the others", offering, step.key, |step| {
                        if let StepKind::Approval { by, .. } = &mut step.what {
                            by.retain(|one| here.is_there(*one));
                        }
                    });
                    Some(at(offering, step).about(here.called_approver(*gone)).fix(fix))
                })
                .collect()
        },
    ),
    Rule::offering(
        "approval-quorum",
        Level::Should,
        "More must approve than are asked",
        "A quorum of three among two means all of them. Say “all”, so that nobody counts on a third.",
        |here, offering| {
            approvals(offering)
                .filter(|(_, by, rule)| {
                    matches!(rule, approval::Rule::Quorum(many) if !by.is_empty() && usize::from(*many) > by.len())
                })
                .map(|(step, ..)| {
                    let fix = here.step("Ask for all of them", offering, step.key, |step| {
                        if let StepKind::Approval { rule, .. } = &mut step.what {
                            *rule = approval::Rule::All;
                        }
                    });
                    at(offering, step).fix(fix)
                })
                .collect()
        },
    ),
    Rule::offering(
        "approver-twice",
        Level::Could,
        "Somebody is asked twice in one approval",
        "They are asked once and have one vote. Whoever reads the workflow counts more approvers than there are.",
        |here, offering| {
            approvals(offering)
                .filter(|(_, by, _)| once(by).len() < by.len())
                .map(|(step, ..)| {
                    let fix = here.step("Ask them once", offering, step.key, |step| {
                        if let StepKind::Approval { by, .. } = &mut step.what {
                            *by = once(by);
                        }
                    });
                    at(offering, step).fix(fix)
                })
                .collect()
        },
    ),
    Rule::offering(
        "manager-unknown",
        Level::Should,
        "The form does not ask who the manager is",
        "An order from the published page comes by e-mail or in your own tool. Whose manager approves must stand in it.",
        manager,
    ),
];

type Approval<'a> = (&'a Step, &'a [Approver], approval::Rule);

fn approvals(offering: &Offering) -> impl Iterator<Item = Approval<'_>> {
    offering.workflow.steps.iter().filter_map(|step| match &step.what {
        StepKind::Approval { by, rule, .. } => Some((step, by.as_slice(), *rule)),
        StepKind::Tasks(_) | StepKind::Automatic => None,
    })
}

fn at(offering: &Offering, step: &Step) -> Found {
    Found::new(Part::Step(offering.key, step.key))
}

fn once(by: &[Approver]) -> Vec<Approver> {
    let mut once = Vec::new();
    for one in by {
        if !once.contains(one) {
            once.push(*one);
        }
    }
    once
}

impl Here<'_> {
    /// Whether somebody can be asked. The manager comes with the order.
    fn is_there(&self, approver: Approver) -> bool {
        match approver {
            Approver::Manager => true,
            Approver::Owner => self.listed.content.owner.is_some_and(|owner| !self.is_gone(EntryId::Person(owner))),
            Approver::Person(person) => !self.is_gone(EntryId::Person(person)),
        }
    }

    fn called_approver(&self, approver: Approver) -> String {
        match approver {
            Approver::Manager => String::from("The manager"),
            Approver::Owner => String::from("The owner of the service"),
            Approver::Person(person) => format!("“{}”", self.catalogue.directory.person(person)),
        }
    }
}

/// Approvals of which nobody can be asked. The owner is the natural one to step in, where there is one.
fn nobody(here: &Here, offering: &Offering) -> Vec<Found> {
    approvals(offering)
        .filter(|(_, by, _)| !by.iter().any(|one| here.is_there(*one)))
        .map(|(step, by, _)| {
            let fix: Option<Fix> = here.is_there(Approver::Owner).then(|| {
                here.step("Ask the owner of the service", offering, step.key, |step| {
                    if let StepKind::Approval { by, .. } = &mut step.what {
                        *by = vec![Approver::Owner];
                    }
                })
            });
            let about = match by.first() {
                None => String::from("Nobody is named"),
                Some(first) => here.called_approver(*first),
            };
            at(offering, step).about(about).fix(fix)
        })
        .collect()
}

/// Approvals by the manager, where orders leave the app and no question names a person. Within the app the order itself
/// says who decides.
fn manager(here: &Here, offering: &Offering) -> Vec<Found> {
    let leaves = offering.order_by != OrderBy::Information;
    let names_person = offering.form.fields().any(|field| field.kind == FieldKind::Person && field.required);
    if !leaves || names_person {
        return Vec::new();
    }
    approvals(offering)
        .filter(|(_, by, _)| by.contains(&Approver::Manager))
        .map(|(step, ..)| at(offering, step).fix(ask_manager(here, offering)))
        .take(1)
        .collect()
}

/// One more question at the end of the last section that is always asked, or of a section of its own.
fn ask_manager(here: &Here, offering: &Offering) -> Fix {
    let form = &offering.form;
    let tag = form.fields().last().map_or(0, |field| field.key.0.tag);
    let key: FieldKey = ids::next(form.fields().map(|field| field.key), tag);
    let section: SectionKey = ids::next(form.sections.iter().map(|section| section.key), tag);
    let field = Field {
        key,
        label: "Your manager".into(),
        help: "Who decides on your order.".into(),
        kind: FieldKind::Person,
        required: true,
        show_if: None,
        default: None,
    };
    here.form("Ask for the manager", offering, |form| {
        match form.sections.iter_mut().rev().find(|section| section.show_if.is_none()) {
            Some(section) => section.fields.push(field),
            None => form.sections.push(crate::catalogue::form::Section {
                key: section,
                title: if form.sections.is_empty() { "".into() } else { "Approval".into() },
                fields: vec![field],
                ..Default::default()
            }),
        }
    })
}

/// Whether a step has a name.
pub(super) fn is_named(step: &Step) -> bool {
    !is_blank(&step.name)
}
