//! A table for a spreadsheet: a row for each offering, and one for a service without any. What a service says stands in
//! its first row.

use std::sync::Arc;

use chrono::{NaiveDate, TimeDelta};
use itsm::catalogue::{Catalogue, Content, Kind, Listed, Offering, OrderBy, Period, Price, ServiceCategoryId, Status};

use super::gather::Gathering;
use super::holds::{Shape, safe_order, short};
use super::{Fault, Imported, MOST_FAULTS};

/// The columns, in order.
const COLUMNS: [&str; 32] = [
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
    "Price",
    "Amount",
    "Unit",
    "Fulfilled within (working hours)",
    "Orders go",
    "Orders go to",
];
/// Spreadsheets take a cell that begins so for a formula.
const FORMULAS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A cell that no spreadsheet carries out, and that [`meant`] reads as it was. (`table::csv` does the rest.)
pub(super) fn harmless(cell: &str) -> String {
    let is_marked = cell.starts_with('\'') && cell.trim_start_matches('\'').starts_with(FORMULAS);
    if is_marked { ["'", cell].concat() } else { cell.to_owned() }
}

/// What a cell says, without the mark that keeps it from being a formula.
fn meant(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.trim_start_matches('\'').starts_with(FORMULAS) => rest,
        _ => cell,
    }
}

pub(super) fn write(catalogue: &Catalogue) -> String {
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

const OFFERING_CELLS: usize = 9;

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
pub(super) fn path(catalogue: &Catalogue, id: ServiceCategoryId) -> String {
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
        price.to_owned(),
        cents,
        unit,
        offering.target.map_or_else(String::new, hours),
        order.to_owned(),
        address.to_owned(),
    ]
}

/// Hours with as many places as it takes: "1.5".
fn hours(time: TimeDelta) -> String {
    let seconds = time.num_seconds().max(0);
    if seconds % 3600 == 0 {
        (seconds / 3600).to_string()
    } else {
        format!("{}:{:02}:{:02}", seconds / 3600, seconds % 3600 / 60, seconds % 60)
    }
}

/// Ten years of days and nights, in seconds: nothing is planned for longer.
const LONGEST: i64 = 10 * 366 * 24 * 60 * 60;

fn parse_hours(words: &str) -> Option<TimeDelta> {
    let words = words.trim().replace(',', ".");
    let most = |seconds: i64| (0..=LONGEST).contains(&seconds).then(|| TimeDelta::seconds(seconds));
    if words.contains(':') {
        let parts: Vec<i64> = words
            .split(':')
            .map(|part| part.parse().ok().filter(|part| (0..1_000_000).contains(part)))
            .collect::<Option<_>>()?;
        return match parts.as_slice() {
            [hours, minutes] => most(hours * 3600 + minutes * 60),
            [hours, minutes, seconds] => most(hours * 3600 + minutes * 60 + seconds),
            _ => None,
        };
    }
    let hours: f64 = words.parse().ok()?;
    (hours.is_finite() && (0.0..=87_840.0).contains(&hours)).then(|| (hours * 3600.0).round() as i64).and_then(most)
}

/// An amount as people write it: "1,299.00", "1.299,00", "1299".
fn parse_amount(words: &str) -> Option<u64> {
    let digits: String =
        words.chars().filter(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ',')).collect();
    let strange = words
        .chars()
        .any(|letter| !letter.is_ascii_digit() && !matches!(letter, '.' | ',' | ' ' | '\u{a0}' | '\u{202f}' | '\''));
    if strange || digits.is_empty() {
        return None;
    }
    let (whole, part) = match digits.rfind(['.', ',']) {
        Some(place) if digits.len() - place - 1 <= 2 => digits.split_at(place),
        _ => (&*digits, ""),
    };
    let whole: String = whole.chars().filter(char::is_ascii_digit).collect();
    let part: String = part.chars().filter(char::is_ascii_digit).chain("00".chars()).take(2).collect();
    [&*whole, &part].concat().parse().ok().filter(|cents| *cents <= 1_000_000_000_000)
}

/// A table with a heading.
pub(super) struct Table {
    headings: Vec<String>,
    rows: Vec<(u64, csv::StringRecord)>,
}

/// A row of a table.
pub(super) struct Row<'a> {
    table: &'a Table,
    line: u64,
    cells: &'a csv::StringRecord,
}

/// The most rows; more is no catalogue.
const ROWS: usize = 20_000;

impl Table {
    pub fn read(text: &str) -> Result<Self, Vec<Fault>> {
        let heading = text.lines().next().unwrap_or_default();
        let count = |with: char| heading.matches(with).count();
        let delimiter = [b',', b';', b'\t'].into_iter().max_by_key(|with| count(char::from(*with))).unwrap_or(b',');
        let delimiter = if count(char::from(delimiter)) == 0 { b',' } else { delimiter };
        let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(text.as_bytes());
        let wrong = |why: csv::Error| {
            let line = why.position().map_or_else(String::new, |place| format!("line {}", place.line()));
            let problem = match why.kind() {
                csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
                    format!("has {len} cells, but the heading has {expected_len}")
                }
                _ => "cannot be read as a table".to_owned(),
            };
            Fault::new(line, problem)
        };
        let headings = reader.headers().map_err(|why| vec![wrong(why)])?;
        let headings = headings.iter().map(|heading| heading.trim().to_owned()).collect();
        let (mut rows, mut faults) = (vec![], vec![]);
        for row in reader.records() {
            match row {
                Ok(row) => rows.push((row.position().map_or(0, csv::Position::line), row)),
                Err(why) => faults.push(wrong(why)),
            }
            if rows.len() > ROWS || faults.len() >= MOST_FAULTS {
                break;
            }
        }
        if rows.len() > ROWS {
            return Err(Fault::whole(format!("There are more than {ROWS} rows; no catalogue has as many.")));
        }
        if faults.is_empty() { Ok(Self { headings, rows }) } else { Err(faults) }
    }

    pub fn has(&self, heading: &str) -> bool {
        self.place(heading).is_some()
    }

    fn place(&self, heading: &str) -> Option<usize> {
        self.headings.iter().position(|known| known.eq_ignore_ascii_case(heading))
    }

    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|(line, cells)| Row { table: self, line: *line, cells })
    }
}

impl<'a> Row<'a> {
    pub fn place(&self) -> String {
        format!("line {}", self.line)
    }

    pub fn get(&self, heading: &str) -> &'a str {
        self.table.place(heading).and_then(|place| self.cells.get(place)).map(meant).unwrap_or_default()
    }

    /// Where a cell is.
    fn cell(&self, heading: &str) -> String {
        format!("line {}, column {heading}", self.line)
    }

    fn lines(&self, heading: &str) -> impl Iterator<Item = &'a str> + use<'a> {
        self.get(heading).lines().map(str::trim).filter(|line| !line.is_empty())
    }
}

pub(super) fn read(text: &str) -> Result<Imported, Vec<Fault>> {
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
        if let Some(known) = reading.offering(id, row.get("Offering"), &row.place()) {
            *known = Offering { key: known.key, name: known.name.clone(), ..said };
        }
    }
    reading.finish(Shape::Csv)
}

fn state(reading: &mut Gathering, row: &Row<'_>) -> Status {
    let word = row.get("State");
    let state = super::tmf633::status(word);
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
        kind: kind(reading, row),
        price: price(reading, row),
        target: within(reading, row),
        order_by: order(reading, row),
        ..Offering::default()
    }
}

fn kind(reading: &mut Gathering, row: &Row<'_>) -> Kind {
    let words = row.get("Kind").trim();
    let kind = Kind::ALL.into_iter().find(|kind| kind.word().eq_ignore_ascii_case(words));
    if kind.is_none() && !words.is_empty() {
        reading.fail(
            row.cell("Kind"),
            format!("\u{201c}{}\u{201d} must be Goods, Access to resources or Service action", short(words)),
        );
    }
    kind.unwrap_or_default()
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
