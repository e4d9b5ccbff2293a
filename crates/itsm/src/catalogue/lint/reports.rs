//! Offerings that open an incident: whoever reports a fault neither buys nor waits for an approval. Source: ITIL 4,
//! incident management restores a service; service request management fulfils what was agreed in advance.

use super::money::has_surcharge;
use super::offerings::at;
use super::{Fix, Found, Here, Level, Part, Rule};
use crate::catalogue::edit::Edit;
use crate::catalogue::money::Price;
use crate::catalogue::offering::Offering;
use crate::catalogue::workflow::{StepKind, When, Workflow};

pub(super) const RULES: &[Rule] = &[
    Rule::offering(
        "report-priced",
        Level::Should,
        "A report of a fault has a price",
        "An incident restores what was promised already. A price keeps people from reporting, and failures stay unknown.",
        |here, offering| {
            let has_price = !matches!(offering.price, Price::Unsaid | Price::Free);
            let has_surcharge = has_surcharge(&offering.form);
            if !offering.opens_incident() || !(has_price || has_surcharge) {
                return Vec::new();
            }
            // What answers add, and steps that look at the price, are for people to decide.
            let has_limit = offering.workflow.steps.iter().any(|step| matches!(step.when, When::CostsMoreThan(_)));
            let fix = (!has_surcharge && !has_limit)
                .then(|| here.facts("Make the report free", offering, |facts| facts.price = Price::Free));
            vec![at(offering.key).fix(fix)]
        },
    ),
    Rule::offering(
        "report-bundle",
        Level::Should,
        "A report of a fault comes with more",
        "An incident holds one failure and nothing that is ordered. What comes with it would come to nobody.",
        |here, offering| {
            if !offering.opens_incident() || offering.includes.is_empty() {
                return Vec::new();
            }
            vec![at(offering.key).fix(here.includes("Take the bundle away", offering, |_| false))]
        },
    ),
    Rule::offering(
        "report-approval",
        Level::Should,
        "A report of a fault waits for an approval",
        "Somebody cannot work. Restoring a service needs no permission, so an incident asks nobody for approval.",
        |here, offering| {
            if !offering.opens_incident() {
                return Vec::new();
            }
            let approvals =
                offering.workflow.steps.iter().filter(|step| matches!(step.what, StepKind::Approval { .. }));
            let found = approvals
                .take(1)
                .map(|step| Found::new(Part::Step(offering.key, step.key)).fix(without_approvals(here, offering)));
            found.collect()
        },
    ),
    Rule::offering(
        "bundle-report",
        Level::Should,
        "A bundle holds a report of a fault",
        "An order of the bundle would make work of a failure that nobody has seen. Faults are reported when they happen.",
        |here, offering| {
            here.wrong_parts(offering, |(service, key)| {
                here.catalogue.offering(service, key).is_some_and(Offering::opens_incident)
            })
        },
    ),
];

fn without_approvals(here: &Here, offering: &Offering) -> Fix {
    let others = offering.workflow.steps.iter().filter(|step| !matches!(step.what, StepKind::Approval { .. }));
    let workflow = Workflow { steps: others.cloned().collect() };
    Fix::edit("Take the approvals away", here.id, Edit::Workflow(offering.key, Box::new(workflow)))
}
