//! Where on a service's page each field stands: what a link names behind `#`.

use itsm::ServiceId;
use itsm::catalogue::{Day, Slot, Text, Texts};
use workspace::query::key_text;

use crate::route::{Route, Shelf};

/// The id of the part of the page that holds a field.
pub fn anchor(slot: Slot) -> String {
    let name = match slot {
        Slot::Text(text) => match text {
            Text::Name => "name",
            Text::Summary => "summary",
            Text::ForWhom => "for-whom",
            Text::HowToAsk => "how-to-ask",
            Text::Description => "description",
            Text::Purpose => "purpose",
            Text::Utility => "utility",
            Text::Warranty => "warranty",
            Text::Entitlement => "entitlement",
            Text::Hours => "hours",
            Text::Technical => "technical",
        },
        Slot::Texts(texts) => match texts {
            Texts::Outcomes => "outcomes",
            Texts::Channels => "channels",
            Texts::Keywords => "keywords",
        },
        Slot::Day(day) => match day {
            Day::Review => "review",
            Day::From => "from",
            Day::To => "until",
        },
        Slot::Owner => "owner",
        Slot::Audiences => "audiences",
        Slot::Targets => "targets",
        Slot::Cost => "cost",
        Slot::Categories => "categories",
        Slot::Pinned => "pinned",
        Slot::Documents => "documents",
        Slot::Rank => "rank",
        Slot::Supporting => "supporting",
        Slot::Items => "items",
        Slot::Support => "support",
        Slot::Offering(key) | Slot::Form(key) | Slot::Workflow(key) => {
            return "offering-".to_owned() + &key_text(key.0);
        }
        Slot::OfferingOrder => "offerings",
    };
    "field-".to_owned() + name
}

/// The page of a service, at a field.
pub fn place(service: ServiceId, slot: Slot) -> Route {
    Route::Catalogue(Shelf::Service([&key_text(service.0), "#", &anchor(slot)].concat()))
}
