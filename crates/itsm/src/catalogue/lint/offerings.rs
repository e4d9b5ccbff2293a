//! What can be ordered, and where an order goes.

use super::words::is_blank;
use super::{Fix, Found, Here, Level, Part, Rule};
use crate::catalogue::edit::{Edit, Slot};
use crate::catalogue::ids::OfferingKey;
use crate::catalogue::offering::{Offering, OrderBy};
use crate::catalogue::portfolio::Status;

pub(super) const RULES: &[Rule] = &[
    Rule::service(
        "no-version",
        Level::Must,
        "It is launched and was never published",
        "Customers see published versions only. What was launched without one is offered to nobody.",
        |here| {
            let is_unseen = here.listed.status == Status::Launched && here.listed.log.is_empty();
            if is_unseen { vec![Found::new(Part::Whole)] } else { Vec::new() }
        },
    ),
    Rule::service(
        "no-offering",
        Level::Should,
        "There is nothing to order",
        "An offering is what customers can ask for: goods, access or an action. A service without one can only be read.",
        |here| if here.listed.content.offerings.is_empty() { vec![Found::new(Part::Whole)] } else { Vec::new() },
    ),
    Rule::offering(
        "offering-no-name",
        Level::Must,
        "An offering has no name",
        "What has no name cannot be chosen, ordered or billed.",
        |_, offering| if is_blank(&offering.name) { vec![at(offering.key)] } else { Vec::new() },
    ),
    Rule::offering(
        "offering-no-summary",
        Level::Should,
        "An offering does not say what one gets",
        "Whoever compares two offerings needs one sentence of each. A name alone makes them ask, or guess.",
        |_, offering| if is_blank(&offering.summary) { vec![at(offering.key)] } else { Vec::new() },
    ),
    Rule::offering(
        "offering-same-name",
        Level::Must,
        "Two offerings have one name",
        "Who orders cannot know which of them will come, and who fulfils cannot know which was meant.",
        |here, offering| {
            let name = offering.name.trim().to_lowercase();
            let before = here.listed.content.offerings.iter().take_while(|one| one.key != offering.key);
            let is_twin = before.into_iter().any(|one| one.name.trim().to_lowercase() == name);
            if is_twin && !name.is_empty() { vec![at(offering.key)] } else { Vec::new() }
        },
    ),
    Rule::offering(
        "order-nowhere",
        Level::Could,
        "An order from the published page goes nowhere",
        "A page that only informs makes customers look for the way to order. Say an address, or leave it on purpose.",
        |here, offering| {
            if here.listed.status != Status::Launched || offering.order_by != OrderBy::Information {
                return Vec::new();
            }
            let email = &here.catalogue.settings.email;
            let fix = is_address(email).then(|| {
                here.facts(&format!("Send orders to {email}"), offering, |facts| {
                    facts.order_by = OrderBy::Email(email.clone());
                })
            });
            vec![at(offering.key).fix(fix)]
        },
    ),
    Rule::offering(
        "order-address",
        Level::Must,
        "The address for orders cannot work",
        "Orders go to an e-mail address or to a page over https. Elsewhere they are lost, or changed on their way.",
        |_, offering| {
            let works = match &offering.order_by {
                OrderBy::Information => true,
                OrderBy::Email(email) => is_address(email),
                OrderBy::Link(link) => super::links::is_safe(link),
            };
            if works { Vec::new() } else { vec![at(offering.key)] }
        },
    ),
];

/// Whether a mail could be sent there: somebody at a host with a dot, without spaces.
fn is_address(email: &str) -> bool {
    let email = email.trim();
    email.split_once('@').is_some_and(|(who, host)| !who.is_empty() && host.contains('.'))
        && !email.contains(char::is_whitespace)
}

/// At an offering.
pub(super) fn at(key: OfferingKey) -> Found {
    Found::new(Part::Slot(Slot::Offering(key)))
}

impl Here<'_> {
    /// A mend of an offering that takes parts of a list away.
    pub(super) fn includes(&self, label: &str, offering: &Offering, keep: impl Fn(usize) -> bool) -> Fix {
        let kept = offering.includes.iter().enumerate().filter(|(place, _)| keep(*place));
        let facts = Offering {
            includes: kept.map(|(_, part)| *part).collect(),
            form: Default::default(),
            workflow: Default::default(),
            ..offering.clone()
        };
        Fix::edit(label, self.id, Edit::Offering(Box::new(facts)))
    }
}
