//! How complete a service is: nine parts that customers and colleagues need of each.

use super::words::is_blank;
use crate::catalogue::content::Content;
use crate::catalogue::document::Catalogue;
use crate::catalogue::edit::{Slot, Text, Texts};
use crate::catalogue::money::Price;
use crate::catalogue::offering::Offering;
use crate::ids::ServiceId;

/// A part that makes a service complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Piece {
    /// What you get.
    Summary,
    /// Who it is for.
    ForWhom,
    /// How to ask for it.
    HowToAsk,
    /// At least one outcome.
    Outcome,
    /// Utility and warranty: value needs both.
    UtilityAndWarranty,
    /// An owner and a supporting team.
    OwnerAndSupport,
    /// Hours and a channel.
    HoursAndChannel,
    /// A target that says its hours.
    Target,
    /// An offering, and a price for each.
    PricedOffering,
}

/// How complete a service is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Completeness {
    /// How many parts are there.
    pub done: usize,
    /// Of how many: always nine.
    pub of: usize,
    /// The first part that is missing.
    pub next: Option<Piece>,
}

impl Piece {
    /// Every part, in the order in which one would write them.
    pub const ALL: [Piece; 9] = [
        Piece::Summary,
        Piece::ForWhom,
        Piece::HowToAsk,
        Piece::Outcome,
        Piece::UtilityAndWarranty,
        Piece::OwnerAndSupport,
        Piece::HoursAndChannel,
        Piece::Target,
        Piece::PricedOffering,
    ];

    /// The part in a few words.
    pub fn word(self) -> &'static str {
        match self {
            Piece::Summary => "What you get",
            Piece::ForWhom => "Who it is for",
            Piece::HowToAsk => "How to ask for it",
            Piece::Outcome => "An outcome",
            Piece::UtilityAndWarranty => "Utility and warranty",
            Piece::OwnerAndSupport => "Owner and supporting team",
            Piece::HoursAndChannel => "Hours and a channel",
            Piece::Target => "A target with its hours",
            Piece::PricedOffering => "An offering with its price",
        }
    }

    /// Whether a service has it.
    pub fn is_in(self, content: &Content) -> bool {
        let has = |text: Text| !is_blank(text.of(content));
        let has_one = |texts: Texts| texts.of(content).iter().any(|text| !is_blank(text));
        match self {
            Piece::Summary => has(Text::Summary),
            Piece::ForWhom => has(Text::ForWhom),
            Piece::HowToAsk => has(Text::HowToAsk),
            Piece::Outcome => has_one(Texts::Outcomes),
            Piece::UtilityAndWarranty => has(Text::Utility) && has(Text::Warranty),
            Piece::OwnerAndSupport => content.owner.is_some() && content.support.is_some(),
            Piece::HoursAndChannel => has(Text::Hours) && has_one(Texts::Channels),
            Piece::Target => content.targets.iter().any(|target| !is_blank(&target.within)),
            Piece::PricedOffering => !content.offerings.is_empty() && !content.offerings.iter().any(lacks_price),
        }
    }

    /// Where the first of what is missing of it is written; `None` where an offering has to be made first.
    pub fn slot(self, content: &Content) -> Option<Slot> {
        let blank = |text: Text| is_blank(text.of(content));
        Some(match self {
            Piece::Summary => Slot::Text(Text::Summary),
            Piece::ForWhom => Slot::Text(Text::ForWhom),
            Piece::HowToAsk => Slot::Text(Text::HowToAsk),
            Piece::Outcome => Slot::Texts(Texts::Outcomes),
            Piece::UtilityAndWarranty if blank(Text::Utility) => Slot::Text(Text::Utility),
            Piece::UtilityAndWarranty => Slot::Text(Text::Warranty),
            Piece::OwnerAndSupport if content.owner.is_none() => Slot::Owner,
            Piece::OwnerAndSupport => Slot::Support,
            Piece::HoursAndChannel if blank(Text::Hours) => Slot::Text(Text::Hours),
            Piece::HoursAndChannel => Slot::Texts(Texts::Channels),
            Piece::Target => Slot::Targets,
            Piece::PricedOffering => Slot::Offering(content.offerings.iter().find(|one| lacks_price(one))?.key),
        })
    }
}

/// Whether customers miss the price. A report of a fault has none.
fn lacks_price(offering: &Offering) -> bool {
    offering.price == Price::Unsaid && !offering.opens_incident()
}

impl Completeness {
    /// How complete what is written of a service is.
    pub fn of(content: &Content) -> Self {
        Self {
            done: Piece::ALL.iter().filter(|piece| piece.is_in(content)).count(),
            of: Piece::ALL.len(),
            next: Piece::ALL.into_iter().find(|piece| !piece.is_in(content)),
        }
    }
}

/// How complete a service is. One that is not there has nothing.
pub fn completeness(catalogue: &Catalogue, service: ServiceId) -> Completeness {
    catalogue.content(service).map_or_else(|| Completeness::of(&Content::default()), Completeness::of)
}
