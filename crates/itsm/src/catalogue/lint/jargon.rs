//! Words of the provider in what customers read.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::words::{has_phrase, is_blank, words};
use super::{Found, Here, Level, Part, Rule};
use crate::catalogue::document::Catalogue;
use crate::catalogue::edit::{Slot, Text};

/// Words of IT, each with what customers would say.
const WORDS: [(&str, &str); 34] = [
    ("active directory", "your user account"),
    ("api", "a connection between programs"),
    ("backend", "the system behind it"),
    ("bandwidth", "speed of the connection"),
    ("cab", "those who decide on changes"),
    ("cmdb", "our records"),
    ("commissioning", "setting up"),
    ("decommissioning", "taking out of use"),
    ("endpoint", "your device"),
    ("end user", "you"),
    ("end-user", "you"),
    ("failover", "a second system takes over"),
    ("firmware", "the software of a device"),
    ("hypervisor", "the server"),
    ("latency", "delay"),
    ("ldap", "your user account"),
    ("leverage", "use"),
    ("level 2", "the specialists"),
    ("middleware", "the system behind it"),
    ("off-boarding", "leaving"),
    ("onboarding", "starting"),
    ("provisioning", "setting up"),
    ("raid", "copies on several disks"),
    ("redundancy", "a spare that takes over"),
    ("rollout", "introduction"),
    ("second level", "the specialists"),
    ("smtp", "sending of e-mail"),
    ("synergy", "what is gained together"),
    ("throughput", "speed"),
    ("tier 2", "the specialists"),
    ("troubleshoot", "find out what is wrong"),
    ("utilize", "use"),
    ("vlan", "the network"),
    ("vm", "virtual server"),
];

/// A shorter name of an item or a team is an everyday word too often.
const NAME_LEAST: usize = 4;

pub(super) const RULES: &[Rule] = &[
    Rule::service(
        "jargon",
        Level::Should,
        "Customers read words of IT",
        "Customers look for what they want in their own words. Words of your trade make them feel it is not for them.",
        |here| {
            let each = here.lower().into_iter().filter_map(|(part, text)| {
                let (word, instead) = WORDS.iter().find(|(word, _)| has_phrase(&text, word))?;
                Some(Found::new(part).about(format!("“{word}”: perhaps “{instead}”")))
            });
            each.collect()
        },
    ),
    Rule::service(
        "item-name",
        Level::Should,
        "An internal item is named to customers",
        "Names of servers and systems change and mean nothing to customers. They belong in “How it works”.",
        |here| here.named(&here.names.items),
    ),
    Rule::service(
        "team-name",
        Level::Could,
        "An internal team is named to customers",
        "Customers ask the service desk, not a team. Teams are renamed and merged; what customers were told stays.",
        |here| here.named(&here.names.teams),
    ),
];

/// The service desk is the one team that customers are to know. A name of one word (“Network”) is an everyday word.
fn is_internal(name: &str) -> bool {
    let lower = name.to_lowercase();
    lower.contains(' ') && !lower.contains("service desk")
}

impl Here<'_> {
    /// What customers read, in small letters, without the name: a service may be called as customers call it.
    fn lower(&self) -> Vec<(Part, String)> {
        let name = Part::Slot(Slot::Text(Text::Name));
        let shown = self.shown().into_iter().filter(|(part, text)| *part != name && !is_blank(text));
        shown.map(|(part, text)| (part, text.to_lowercase())).collect()
    }

    fn named(&self, names: &ByWord) -> Vec<Found> {
        let own = self.listed.content.name.to_lowercase();
        let texts = self.lower();
        let each = texts.iter().filter_map(|(part, text)| {
            let begins = words(text).filter_map(|word| names.get(word)).flatten();
            // A word that the service itself is called by is the customers' word, too.
            let mut fits = begins.filter(|(_, lower)| has_phrase(text, lower) && !has_phrase(&own, lower));
            let (name, _) = fits.next()?;
            Some(Found::new(*part).about(format!("“{name}”")))
        });
        each.collect()
    }
}

/// Names by their first word, in small letters; each with the whole name as it is written, and in small letters.
type ByWord = BTreeMap<String, Vec<(Arc<str>, String)>>;

/// The internal names that customers' texts are searched for. A desk may know thousands of items.
pub(super) struct Names {
    items: ByWord,
    teams: ByWord,
}

impl Names {
    /// Those of a catalogue.
    pub(super) fn of(catalogue: &Catalogue) -> Self {
        let directory = &catalogue.directory;
        let teams = directory.groups.values().filter(|name| is_internal(name));
        Self { items: by_word(directory.items.values()), teams: by_word(teams) }
    }
}

fn by_word<'a>(names: impl Iterator<Item = &'a Arc<str>>) -> ByWord {
    let mut all = ByWord::new();
    for name in names {
        let lower = name.trim().to_lowercase();
        if lower.chars().count() >= NAME_LEAST
            && let Some(first) = words(&lower).next()
        {
            all.entry(first.to_owned()).or_default().push((name.clone(), lower.clone()));
        }
    }
    all
}
