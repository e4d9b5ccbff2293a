//! How complete a service is, and what comes next.

use itsm::catalogue::{Content, Price, Slot, Text, Texts};

/// How far a service is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Progress {
    /// How many parts are there.
    pub done: usize,
    /// Of how many.
    pub of: usize,
    /// The first part that is missing: what it is called, and where it is written.
    pub next: Option<(&'static str, Slot)>,
}

/// How far a content is.
pub fn of(content: &Content) -> Progress {
    let has = |text: Text| !text.of(content).trim().is_empty();
    let has_one = |texts: Texts| !texts.of(content).is_empty();
    let priced = !content.offerings.is_empty() && content.offerings.iter().all(|one| one.price != Price::Unsaid);
    let unpriced = content.offerings.iter().find(|one| one.price == Price::Unsaid);
    let offering = unpriced.map_or(Slot::OfferingOrder, |one| Slot::Offering(one.key));
    let parts = [
        ("What you get", has(Text::Summary), Slot::Text(Text::Summary)),
        ("Who it is for", has(Text::ForWhom), Slot::Text(Text::ForWhom)),
        ("How to ask for it", has(Text::HowToAsk), Slot::Text(Text::HowToAsk)),
        ("An outcome", has_one(Texts::Outcomes), Slot::Texts(Texts::Outcomes)),
        (
            "Utility and warranty",
            has(Text::Utility) && has(Text::Warranty),
            Slot::Text(if has(Text::Utility) { Text::Warranty } else { Text::Utility }),
        ),
        (
            "Owner and supporting team",
            content.owner.is_some() && content.support.is_some(),
            if content.owner.is_some() { Slot::Support } else { Slot::Owner },
        ),
        (
            "Hours and a channel",
            has(Text::Hours) && has_one(Texts::Channels),
            if has(Text::Hours) { Slot::Texts(Texts::Channels) } else { Slot::Text(Text::Hours) },
        ),
        (
            "A target with its hours",
            content.targets.iter().any(|target| !target.within.trim().is_empty()),
            Slot::Targets,
        ),
        ("An offering with its price", priced, offering),
    ];
    Progress {
        done: parts.iter().filter(|(_, is_there, _)| *is_there).count(),
        of: parts.len(),
        next: parts.iter().find(|(_, is_there, _)| !is_there).map(|(word, _, slot)| (*word, *slot)),
    }
}

impl Progress {
    /// "4 of 9 complete".
    pub fn words(&self) -> String {
        [&self.done.to_string(), " of ", &self.of.to_string(), " complete"].concat()
    }
}

/// The section of a service's page in which a field stands.
pub fn section(slot: Slot) -> &'static str {
    match slot {
        Slot::Text(Text::Name | Text::Summary | Text::ForWhom | Text::HowToAsk) => "section-first",
        Slot::Text(Text::Description | Text::Purpose | Text::Utility | Text::Warranty)
        | Slot::Texts(Texts::Outcomes) => "section-value",
        Slot::Owner | Slot::Audiences | Slot::Text(Text::Entitlement) => "section-people",
        Slot::Text(Text::Hours) | Slot::Texts(Texts::Channels) | Slot::Targets => "section-promise",
        Slot::Offering(_) | Slot::OfferingOrder | Slot::Form(_) | Slot::Workflow(_) => "section-offerings",
        Slot::Categories | Slot::Pinned | Slot::Documents | Slot::Texts(Texts::Keywords) => "section-place",
        Slot::Day(_) | Slot::Cost | Slot::Rank => "section-standing",
        Slot::Support | Slot::Supporting | Slot::Items | Slot::Text(Text::Technical) => "section-technical",
    }
}

/// Every field, for finding one by its place.
pub fn slots(content: &Content) -> Vec<Slot> {
    let texts = Text::ALL.into_iter().map(Slot::Text);
    let lists = Texts::ALL.into_iter().map(Slot::Texts);
    let days = itsm::catalogue::Day::ALL.into_iter().map(Slot::Day);
    let rest = [
        Slot::Owner,
        Slot::Audiences,
        Slot::Targets,
        Slot::Cost,
        Slot::Categories,
        Slot::Pinned,
        Slot::Documents,
        Slot::Rank,
        Slot::Supporting,
        Slot::Items,
        Slot::Support,
        Slot::OfferingOrder,
    ];
    let offerings = content.offerings.iter().map(|one| Slot::Offering(one.key));
    texts.chain(lists).chain(days).chain(rest).chain(offerings).collect()
}
