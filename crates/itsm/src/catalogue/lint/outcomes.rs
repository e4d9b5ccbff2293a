//! Outcomes that are outputs.

use super::words::words;
use super::{Found, Level, Part, Rule};
use crate::catalogue::edit::{Slot, Texts};

/// Words that name what the provider does or hands over. An outcome that begins with one of them tells an output: that
/// much can be known without understanding the sentence. Outputs in other words are not found.
const DELIVERY: [&str; 22] = [
    "access to",
    "administration",
    "configuration",
    "delivery",
    "deployment",
    "hosting",
    "installation",
    "maintenance",
    "monitoring",
    "operation",
    "provision",
    "provisioning",
    "replacement",
    "setup",
    "set-up",
    "setting up",
    "supply",
    "support",
    "we deliver",
    "we install",
    "we provide",
    "we support",
];

pub(super) const RULES: &[Rule] = &[Rule::service(
    "output-as-outcome",
    Level::Should,
    "An outcome reads like an output",
    "An output is what you hand over; an outcome is what the customer achieves with it. Begin with what they can do.",
    |here| {
        let outcomes = &here.listed.content.outcomes;
        let begins = outcomes.iter().filter_map(|outcome| {
            let lower = words(outcome).take(3).collect::<Vec<_>>().join(" ").to_lowercase();
            let word = DELIVERY
                .iter()
                .find(|word| lower.strip_prefix(**word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))?;
            let about = format!("“{word}” is what you do: {outcome}");
            Some(Found::new(Part::Slot(Slot::Texts(Texts::Outcomes))).about(about))
        });
        begins.collect()
    },
)];
