//! Reading the table.

use std::sync::Arc;

use chrono::{NaiveDate, TimeDelta};
use itsm::catalogue::{Content, Kind, Offering, Opens, OrderBy, Period, Price, Status};

use super::amounts::{parse_amount, parse_hours};
use super::table::{Row, Table};
use crate::catalogue::exchange::gather::Gathering;
use crate::catalogue::exchange::holds::{Shape, safe_order, short};
use crate::catalogue::exchange::{Fault, Imported, tmf633};
use crate::catalogue::file::Word;

pub(in super::super) fn read(text: &str) -> Result<Imported, Vec<Fault>> {
    let table = Table::read(text)?;
    if !table.has("Service") {
        return Err(vec![Fault::new(
            "line 1",
            "There is no column \u{201c}Service\u{201d}; it names the service of each row.",
        )]);
    }
    let mut reading = Gathering::default();
    for row in table.rows() {
        let name = row.get("Service");
        if name.trim().is_empty() {
            if (0..row.cells.len()).any(|place| row.cells.get(place).is_some_and(|cell| !cell.trim().is_empty())) {
                reading.fail(row.cell("Service"), "is empty; every row names its service");
            }
            continue;
        }
        let Some((id, listed)) = reading.listed(name, &row.place()) else { continue };
        let is_first = listed.content == Content { name: listed.content.name.clone(), ..Content::default() };
        if is_first {
            let content = service(&mut reading, &row);
            let state = state(&mut reading, &row);
            if let Some(listed) = reading.catalogue.services.get_mut(&id) {
                listed.content = Content { name: listed.content.name.clone(), ..content };
                listed.status = state;
            }
        }
        if row.get("Offering").trim().is_empty() {
            continue;
        }
        let said = offering(&mut reading, &row);
        let kind = kind(&mut reading, &row);
        if let Some(known) = reading.offering(id, row.get("Offering"), &row.place()) {
            let key = known.key;
            let name = known.name.clone();
            *known = Offering { key, name, kind: kind.unwrap_or_default(), ..said };
            if kind.is_none() {
                reading.kinds_unsaid.insert((id, key));
            }
        }
    }
    reading.finish(Shape::Csv)
}

fn state(reading: &mut Gathering, row: &Row<'_>) -> Status {
    let word = row.get("State");
    let state = tmf633::status(word);
    if state.is_none() && !word.trim().is_empty() {
        reading.fail(row.cell("State"), format!("\u{201c}{}\u{201d} is no state; write In study, In design, In test, Rejected, Active, Launched, Retired or Obsolete", short(word)));
    }
    state.unwrap_or_default()
}

fn service(reading: &mut Gathering, row: &Row<'_>) -> Content {
    let text = |reading: &mut Gathering, heading: &str| reading.text(row.get(heading), &row.cell(heading));
    let lines = |reading: &mut Gathering, heading: &str| -> Vec<Arc<str>> {
        row.lines(heading).map(|line| reading.line(line, &row.cell(heading))).collect()
    };
    let mut content = Content {
        summary: text(reading, "What you get"),
        for_whom: text(reading, "Who it is for"),
        how_to_ask: text(reading, "How to ask for it"),
        description: text(reading, "More about it"),
        purpose: text(reading, "Purpose"),
        outcomes: lines(reading, "Outcomes"),
        utility: text(reading, "Utility"),
        warranty: text(reading, "Warranty"),
        entitlement: text(reading, "Entitlement"),
        hours: text(reading, "Hours"),
        channels: lines(reading, "Channels"),
        keywords: lines(reading, "Also known as"),
        technical: text(reading, "How it works"),
        owner: reading.person(row.get("Owner"), &row.cell("Owner")),
        support: reading.group(row.get("Supported by"), &row.cell("Supported by")),
        ..Content::default()
    };
    for audience in row.lines("Audience") {
        content.audiences.extend(reading.audience(audience, &row.cell("Audience")));
    }
    for category in row.lines("Categories") {
        let path: Vec<&str> = category.split(" / ").map(str::trim).filter(|name| !name.is_empty()).collect();
        content.categories.extend(reading.category(&path, &row.cell("Categories")));
    }
    content.pinned = yes(reading, row);
    content.review_on = day(reading, row, "Review due");
    content.valid_from = day(reading, row, "Offered from");
    content.valid_to = day(reading, row, "Offered until");
    content
}

fn yes(reading: &mut Gathering, row: &Row<'_>) -> bool {
    match row.get("Pinned").trim().to_lowercase().as_str() {
        "yes" | "true" | "1" => true,
        "no" | "false" | "0" | "" => false,
        other => {
            reading.fail(row.cell("Pinned"), format!("\u{201c}{}\u{201d} must be yes or no", short(other)));
            false
        }
    }
}

fn day(reading: &mut Gathering, row: &Row<'_>, heading: &str) -> Option<NaiveDate> {
    let words = row.get(heading).trim();
    let day = words.parse().ok();
    if day.is_none() && !words.is_empty() {
        reading.fail(row.cell(heading), format!("\u{201c}{}\u{201d} must be a date such as 2026-01-31", short(words)));
    }
    day
}

fn offering(reading: &mut Gathering, row: &Row<'_>) -> Offering {
    Offering {
        summary: reading.text(row.get("What you get of it"), &row.cell("What you get of it")),
        opens: opens(reading, row),
        price: price(reading, row),
        target: within(reading, row),
        order_by: order(reading, row),
        ..Offering::default()
    }
}

/// The kind of an offering; `None` where nothing is said, or there is no such column.
fn kind(reading: &mut Gathering, row: &Row<'_>) -> Option<Kind> {
    let words = row.get("Kind").trim();
    let kind = Kind::ALL.into_iter().find(|kind| kind.word().eq_ignore_ascii_case(words));
    if kind.is_none() && !words.is_empty() {
        reading.fail(
            row.cell("Kind"),
            format!("\u{201c}{}\u{201d} must be Goods, Access to resources or Service action", short(words)),
        );
    }
    kind
}

fn opens(reading: &mut Gathering, row: &Row<'_>) -> Opens {
    let heading = "An order opens";
    let words = row.get(heading).trim();
    let opens = Opens::ALL.into_iter().find(|opens| Word::word(*opens).eq_ignore_ascii_case(words));
    if opens.is_none() && !words.is_empty() {
        reading.fail(row.cell(heading), format!("\u{201c}{}\u{201d} must be request or incident", short(words)));
    }
    opens.unwrap_or_default()
}

fn within(reading: &mut Gathering, row: &Row<'_>) -> Option<TimeDelta> {
    let heading = "Fulfilled within (working hours)";
    let words = row.get(heading);
    let time = parse_hours(words);
    if time.is_none() && !words.trim().is_empty() {
        reading.fail(
            row.cell(heading),
            format!("\u{201c}{}\u{201d} must be a number of hours such as 8 or 1:30", short(words)),
        );
    }
    time
}

fn price(reading: &mut Gathering, row: &Row<'_>) -> Price {
    let words = row.get("Price").trim().to_lowercase();
    let amount = match words.as_str() {
        "" => return Price::Unsaid,
        "free" => return Price::Free,
        _ => parse_amount(row.get("Amount")),
    };
    let Some(amount) = amount else {
        reading.fail(
            row.cell("Amount"),
            format!("\u{201c}{}\u{201d} must be an amount such as 1299.00", short(row.get("Amount"))),
        );
        return Price::Unsaid;
    };
    let unit = reading.line(row.get("Unit"), &row.cell("Unit"));
    match words.as_str() {
        "fixed" => Price::Fixed(amount),
        "per unit" => Price::PerUnit { amount, unit },
        "charge-back" => Price::ChargeBack { estimate: amount, basis: unit },
        "subscription" => match Period::ALL.into_iter().find(|period| period.word().eq_ignore_ascii_case(&unit)) {
            Some(period) => Price::Subscription { amount, period },
            None => {
                reading.fail(row.cell("Unit"), "must be month, quarter or year for a subscription");
                Price::Unsaid
            }
        },
        other => {
            reading.fail(
                row.cell("Price"),
                format!("\u{201c}{}\u{201d} must be free, fixed, per unit, subscription or charge-back", short(other)),
            );
            Price::Unsaid
        }
    }
}

fn order(reading: &mut Gathering, row: &Row<'_>) -> OrderBy {
    let address: Arc<str> = Arc::from(row.get("Orders go to").trim());
    let order = match row.get("Orders go").trim().to_lowercase().as_str() {
        "" | "information" => OrderBy::Information,
        "e-mail" | "email" => OrderBy::Email(address),
        "link" => OrderBy::Link(address),
        other => {
            reading.fail(
                row.cell("Orders go"),
                format!("\u{201c}{}\u{201d} must be information, e-mail or link", short(other)),
            );
            OrderBy::Information
        }
    };
    safe_order(order).unwrap_or_else(|why| {
        reading.note(format!("{}: {why}, so this offering only informs.", row.cell("Orders go to")));
        OrderBy::Information
    })
}
