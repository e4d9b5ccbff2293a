//! How complete a service is, and what comes next.

use itsm::catalogue::lint::Completeness;
use itsm::catalogue::{Content, Slot, Text, Texts};

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

/// How far a content is; the check of the catalogue counts.
pub fn of(content: &Content) -> Progress {
    let Completeness { done, of, next } = Completeness::of(content);
    Progress { done, of, next: next.map(|piece| (piece.word(), piece.slot(content).unwrap_or(Slot::OfferingOrder))) }
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
