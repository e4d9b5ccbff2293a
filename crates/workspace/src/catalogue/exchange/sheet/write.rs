//! Writing the table.

use std::sync::Arc;

use chrono::NaiveDate;
use itsm::catalogue::{Catalogue, Listed, Offering, OrderBy, Price, ServiceCategoryId};

use super::amounts::hours;
use super::table::harmless;
use crate::catalogue::file::Word;

/// The columns, in order.
const COLUMNS: [&str; 33] = [
    "Service",
    "State",
    "What you get",
    "Who it is for",
    "How to ask for it",
    "More about it",
    "Purpose",
    "Outcomes",
    "Utility",
    "Warranty",
    "Entitlement",
    "Hours",
    "Channels",
    "Also known as",
    "How it works",
    "Owner",
    "Supported by",
    "Audience",
    "Categories",
    "Pinned",
    "Review due",
    "Offered from",
    "Offered until",
    "Offering",
    "What you get of it",
    "Kind",
    "An order opens",
    "Price",
    "Amount",
    "Unit",
    "Fulfilled within (working hours)",
    "Orders go",
    "Orders go to",
];
pub(in super::super) fn write(catalogue: &Catalogue) -> String {
    let rows = catalogue.services.values().flat_map(|listed| {
        let content = &listed.content;
        let first = service_cells(catalogue, listed);
        let mut rows: Vec<Vec<String>> = content.offerings.iter().map(offering_cells).collect();
        if rows.is_empty() {
            rows.push(vec![String::new(); OFFERING_CELLS]);
        }
        rows.into_iter().enumerate().map(move |(place, offering)| {
            let own = if place == 0 {
                first.clone()
            } else {
                first.iter().take(1).cloned().chain(std::iter::repeat_n(String::new(), first.len() - 1)).collect()
            };
            own.into_iter().chain(offering).map(|cell| harmless(&cell)).collect::<Vec<_>>()
        })
    });
    crate::table::csv(&COLUMNS, rows)
}

const OFFERING_CELLS: usize = 10;

fn service_cells(catalogue: &Catalogue, listed: &Listed) -> Vec<String> {
    let content = &listed.content;
    let directory = &catalogue.directory;
    let lines = |texts: &[Arc<str>]| texts.join("\n");
    let day = |day: Option<NaiveDate>| day.map_or_else(String::new, |day| day.to_string());
    let audiences: Vec<_> = content.audiences.iter().filter_map(|id| catalogue.audiences.get(id).cloned()).collect();
    let categories: Vec<String> = content.categories.iter().map(|id| path(catalogue, *id)).collect();
    vec![
        content.name.to_string(),
        listed.status.word().to_owned(),
        content.summary.to_string(),
        content.for_whom.to_string(),
        content.how_to_ask.to_string(),
        content.description.to_string(),
        content.purpose.to_string(),
        lines(&content.outcomes),
        content.utility.to_string(),
        content.warranty.to_string(),
        content.entitlement.to_string(),
        content.hours.to_string(),
        lines(&content.channels),
        lines(&content.keywords),
        content.technical.to_string(),
        content.owner.map_or_else(String::new, |owner| directory.person(owner).to_owned()),
        content.support.map_or_else(String::new, |group| directory.group(group).to_owned()),
        lines(&audiences),
        categories.join("\n"),
        if content.pinned { "yes" } else { "no" }.to_owned(),
        day(content.review_on),
        day(content.valid_from),
        day(content.valid_to),
    ]
}

/// A category with those it is part of.
pub(in super::super) fn path(catalogue: &Catalogue, id: ServiceCategoryId) -> String {
    let mut names = vec![];
    let mut next = Some(id);
    while let Some(category) = next.and_then(|id| catalogue.categories.get(&id)) {
        // A slash in a name would part it.
        names.push(category.name.replace(" / ", "/"));
        next = category.parent.filter(|_| names.len() < 8);
    }
    names.reverse();
    names.join(" / ")
}

fn offering_cells(offering: &Offering) -> Vec<String> {
    let amount = |cents: u64| format!("{}.{:02}", cents / 100, cents % 100);
    let (price, cents, unit) = match &offering.price {
        Price::Unsaid => ("", String::new(), String::new()),
        Price::Free => ("free", String::new(), String::new()),
        Price::Fixed(cents) => ("fixed", amount(*cents), String::new()),
        Price::PerUnit { amount: cents, unit } => ("per unit", amount(*cents), unit.to_string()),
        Price::Subscription { amount: cents, period } => ("subscription", amount(*cents), period.word().to_owned()),
        Price::ChargeBack { estimate, basis } => ("charge-back", amount(*estimate), basis.to_string()),
    };
    let (order, address) = match &offering.order_by {
        OrderBy::Information => ("information", ""),
        OrderBy::Email(address) => ("e-mail", &**address),
        OrderBy::Link(link) => ("link", &**link),
    };
    vec![
        offering.name.to_string(),
        offering.summary.to_string(),
        offering.kind.word().to_owned(),
        Word::word(offering.opens).to_owned(),
        price.to_owned(),
        cents,
        unit,
        offering.target.map_or_else(String::new, hours),
        order.to_owned(),
        address.to_owned(),
    ]
}
