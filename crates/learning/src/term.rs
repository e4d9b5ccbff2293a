//! Terms of the field, explained where they stand on the screen.

use crate::edition::{Confidence, Edition};

/// A term that pages explain on hover and focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Term {
    /// An incident.
    Incident,
    /// A problem.
    Problem,
    /// How much is affected.
    Impact,
    /// How soon it hurts.
    Urgency,
    /// What comes first.
    Priority,
    /// A way round.
    Workaround,
    /// Waiting, with a reason.
    Hold,
    /// The promise to the customer.
    Agreement,
    /// The first reaction.
    ResponseTime,
    /// The service is back.
    ResolutionTime,
    /// What the desk's colleagues may read.
    WorkNote,
    /// A change of state that matters.
    Event,
    /// What calls somebody.
    Alert,
}

/// What an edition means by a term, in our own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meaning {
    /// The term as this edition writes it.
    pub term: &'static str,
    /// The explanation.
    pub text: &'static str,
    /// From which edition.
    pub edition: Edition,
    /// Where it can be read up: a book, or the practice of common tools.
    pub source: &'static str,
    /// How sure we are.
    pub confidence: Confidence,
}

const BOOK_V3: &str = "ITIL v3 (2011), glossary";
const BOOK_4: &str = "ITIL 4 Foundation (2019)";
const TOOLS: &str = "Common practice of service management tools";

impl Term {
    /// Every term.
    pub const ALL: [Term; 13] = [
        Term::Incident,
        Term::Problem,
        Term::Impact,
        Term::Urgency,
        Term::Priority,
        Term::Workaround,
        Term::Hold,
        Term::Agreement,
        Term::ResponseTime,
        Term::ResolutionTime,
        Term::WorkNote,
        Term::Event,
        Term::Alert,
    ];

    /// What `edition` means by it. Version 5 keeps ITIL 4's terms as far as is known, which makes them reported.
    pub fn meaning(self, edition: Edition) -> Meaning {
        let (term, text, source) = match (self, edition) {
            (Term::Incident, Edition::V3) => (
                "Incident",
                "A service stops or gets worse without being planned. A failed component counts too, even before anybody notices.",
                BOOK_V3,
            ),
            (Term::Incident, _) => ("Incident", "A service stops or gets worse without being planned.", BOOK_4),
            (Term::Problem, Edition::V3) => {
                ("Problem", "The cause of one or more incidents, usually not yet known when it is recorded.", BOOK_V3)
            }
            (Term::Problem, _) => ("Problem", "What causes incidents, or could cause them.", BOOK_4),
            (Term::Workaround, _) => (
                "Workaround",
                "Lessens or removes the effect of an incident or problem while no full solution is there. With it the service counts as restored.",
                if edition == Edition::V3 { BOOK_V3 } else { BOOK_4 },
            ),
            (Term::Impact, _) => {
                ("Impact", "How much of the business is affected: how many people, how important their work.", TOOLS)
            }
            (Term::Urgency, _) => ("Urgency", "How soon the effect on the business becomes serious.", TOOLS),
            (Term::Priority, _) => (
                "Priority",
                "What is worked on first. It follows from impact and urgency and is never typed by hand.",
                TOOLS,
            ),
            (Term::Hold, _) => {
                ("On hold", "Work waits for somebody named. Which holds stop the clock is agreed beforehand.", TOOLS)
            }
            (Term::Agreement, Edition::V3) => (
                "Service level agreement",
                "What provider and customer have agreed about a service, its targets and their duties.",
                BOOK_V3,
            ),
            (Term::Agreement, _) => (
                "Service level agreement",
                "What provider and customer agreed: the services, and how good they are to be.",
                BOOK_4,
            ),
            (Term::ResponseTime, _) => {
                ("Response", "From opening until the desk reacts: a public reply, or work begins.", TOOLS)
            }
            (Term::ResolutionTime, _) => {
                ("Resolution", "From opening until the service is restored, counted in the agreement's hours.", TOOLS)
            }
            (Term::Event, Edition::V3) => (
                "Event",
                "A change of state that matters for managing a service or a configuration item. Most need nobody to act.",
                BOOK_V3,
            ),
            (Term::Event, _) => (
                "Event",
                "A change of state that matters for managing a service or another configuration item. Most need nobody to act.",
                BOOK_4,
            ),
            (Term::Alert, Edition::V3) => (
                "Alert",
                "Tells somebody that a threshold was reached, that something changed or that something failed.",
                BOOK_V3,
            ),
            (Term::Alert, _) => (
                "Alert",
                "Calls somebody because an event may need action: a threshold is reached, something changed or failed.",
                TOOLS,
            ),
            (Term::WorkNote, _) => ("Work note", "For colleagues only. The caller never sees it.", TOOLS),
        };
        let confidence =
            if edition == Edition::V5 && source != TOOLS { Confidence::Reported } else { Confidence::Settled };
        Meaning { term, text, edition, source, confidence }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_term_is_explained_in_every_edition_within_thirty_words() {
        for term in Term::ALL {
            for edition in Edition::ALL {
                let meaning = term.meaning(edition);
                let words = meaning.text.split_whitespace().count();
                assert!((5..=30).contains(&words), "{term:?} in {edition:?}: {words} words");
            }
        }
    }

    #[test]
    fn what_is_only_reported_is_not_stated_as_settled() {
        assert_eq!(Term::Incident.meaning(Edition::V5).confidence, Confidence::Reported);
        assert_eq!(Term::Incident.meaning(Edition::V4).confidence, Confidence::Settled);
    }
}
