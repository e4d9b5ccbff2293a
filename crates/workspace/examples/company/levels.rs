//! Agreements, outages and suppliers of the story: each line of `story/levels.txt` is a step that the desk decides.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use itsm::availability::{Command as Service, Outage};
use itsm::calendar::Zone;
use itsm::promise::{
    AvailabilityTarget, Command as Promise, Escalation, Health, MeasuringPeriod, Party, Review, ReviewAction, Terms,
    When,
};
use itsm::service_level::Targets;
use itsm::supplier::{Command as Supplier, Contact, Contract, Profile};
use itsm::{Command, Happening, PersonId, PromiseId, ServiceId, SupplierId};

use crate::play::{Player, find, optional};
use crate::script::{YEAR, ZONE};

const STORY: &str = include_str!("story/levels.txt");

/// What the labels of this part of the story stand for, and how far it has been told.
#[derive(Default)]
pub struct Levels {
    told: usize,
    pub(crate) promises: BTreeMap<String, PromiseId>,
    pub(crate) suppliers: BTreeMap<String, SupplierId>,
}

/// A line of the story.
struct Line<'a> {
    place: usize,
    at: DateTime<Utc>,
    who: &'a str,
    verb: &'a str,
    label: &'a str,
    columns: Vec<&'a str>,
}

fn lines() -> Result<Vec<Line<'static>>, String> {
    let says = |(_, line): &(usize, &str)| !line.trim().is_empty() && !line.starts_with('#');
    let read = |(place, text): (usize, &'static str)| {
        line(place + 1, text).ok_or_else(|| format!("levels.txt:{}: not understood: {text}", place + 1))
    };
    let mut lines: Vec<Line<'static>> =
        STORY.lines().enumerate().filter(says).map(read).collect::<Result<_, String>>()?;
    lines.sort_by_key(|line| line.at);
    Ok(lines)
}

fn line(place: usize, text: &str) -> Option<Line<'_>> {
    let mut columns = text.split('|').map(str::trim);
    let mut head = columns.next()?.split_whitespace();
    let at = moment(&[head.next()?, head.next()?].join(" ")).ok()?;
    let (who, verb, label) = (head.next()?, head.next()?, head.next()?);
    Some(Line { place, at, who, verb, label, columns: columns.collect() })
}

/// "02-12 05:50", or the whole day "02-12".
fn moment(text: &str) -> Result<DateTime<Utc>, String> {
    let wrong = || format!("“{text}” is no moment");
    let (date, time) = text.split_once(' ').unwrap_or((text, "00:00"));
    let (month, day) = date.split_once('-').ok_or_else(wrong)?;
    let number = |text: &str| text.parse::<u32>().map_err(|_| wrong());
    let date = NaiveDate::from_ymd_opt(YEAR, number(month)?, number(day)?).ok_or_else(wrong)?;
    let time = NaiveTime::parse_from_str(time, "%H:%M").map_err(|_| wrong())?;
    Zone::named(ZONE).and_then(|zone| zone.resolve(date.and_time(time))).ok_or_else(wrong)
}

/// "2026-06-30"; `-` stands for none.
fn date(text: &str) -> Result<Option<DateTime<Utc>>, String> {
    if text == "-" {
        return Ok(None);
    }
    let date: NaiveDate = text.parse().map_err(|_| format!("“{text}” is no date"))?;
    Ok(Zone::named(ZONE).and_then(|zone| zone.resolve(date.and_time(NaiveTime::MIN))))
}

fn health(word: &str) -> Result<Health, String> {
    let found = Health::ALL.into_iter().find(|health| health.word().to_lowercase() == word);
    found.ok_or_else(|| format!("“{word}” is no colour"))
}

impl Player {
    /// Plays what this part of the story tells before an instant.
    pub(crate) fn levels_before(&mut self, until: DateTime<Utc>) {
        let lines = match lines() {
            Ok(lines) => lines,
            Err(fault) => return self.fail(fault),
        };
        let due: Vec<&Line<'_>> = lines.iter().skip(self.levels.told).take_while(|line| line.at < until).collect();
        for line in due {
            self.levels.told += 1;
            if let Err(why) = self.levels_step(line) {
                self.fail(format!("levels.txt:{}: {why}", line.place));
            }
        }
    }

    fn levels_step(&mut self, line: &Line<'_>) -> Result<(), String> {
        let by = self.person(line.who)?;
        let command = match line.verb {
            "supplier" => return self.add_supplier(line, by),
            "agreement" => return self.draft(line, by),
            "activate" => Command::Supplier(Supplier::Activate(find(&self.levels.suppliers, line.label)?)),
            "contract" => self.contract(line)?,
            "rate" => {
                let [colour, text] = line.columns.as_slice() else { return Err("a colour and words".to_owned()) };
                let supplier = find(&self.levels.suppliers, line.label)?;
                Command::Supplier(Supplier::Rate { supplier, health: health(colour)?, text: (*text).into() })
            }
            "agree" => Command::Promise(Promise::Agree(find(&self.levels.promises, line.label)?)),
            "review" => self.review(line)?,
            "done" => {
                let number = |at: usize| line.columns.get(at).and_then(|text| text.parse().ok()).ok_or("two places");
                let promise = find(&self.levels.promises, line.label)?;
                Command::Promise(Promise::FinishAction { promise, review: number(0)?, action: number(1)? })
            }
            "outage" | "maintenance" => self.outage(line)?,
            verb => return Err(format!("“{verb}” is nothing one can do about service levels")),
        };
        self.give(command, line.at, by).map(drop)
    }

    fn services(&self, keys: &str) -> Result<Vec<ServiceId>, String> {
        keys.split(',').map(|key| find(&self.cast.services, key.trim())).collect()
    }

    /// `name | who, how; who, how | services | item`
    fn add_supplier(&mut self, line: &Line<'_>, by: PersonId) -> Result<(), String> {
        let [name, contacts, services, item] = line.columns.as_slice() else { return Err("four columns".to_owned()) };
        let contact = |text: &str| {
            let (name, reach) = text.split_once(',').unwrap_or((text, ""));
            Contact { name: name.trim().into(), reach: reach.trim().into() }
        };
        let profile = Profile {
            name: (*name).into(),
            contacts: contacts.split(';').map(contact).collect(),
            services: self.services(services)?,
            items: optional(&self.cast.items, item)?.into_iter().collect(),
        };
        let events = self.give(Command::Supplier(Supplier::Add(Box::new(profile))), line.at, by)?;
        let Some(Happening::Supplier(id, _)) = events.first().map(|event| &event.what) else {
            return Err("nobody was added".to_owned());
        };
        self.levels.suppliers.insert(line.label.to_owned(), *id);
        Ok(())
    }

    /// `title | from | until | notice by | cost`
    fn contract(&self, line: &Line<'_>) -> Result<Command, String> {
        let [title, from, until, notice, cost] = line.columns.as_slice() else { return Err("five columns".to_owned()) };
        let contract = Contract {
            title: (*title).into(),
            valid_from: date(from)?.ok_or("a first day is needed")?,
            valid_until: date(until)?.map(|last| last + TimeDelta::days(1)),
            notice_by: date(notice)?,
            cost: (*cost).into(),
            promise: None,
        };
        let supplier = find(&self.levels.suppliers, line.label)?;
        Ok(Command::Supplier(Supplier::Sign { supplier, contract: Box::new(contract) }))
    }

    /// `who | name | services | resolution of priority 1 | availability period | months between reviews`
    fn draft(&mut self, line: &Line<'_>, by: PersonId) -> Result<(), String> {
        let [with, name, services, first, available, months] = line.columns.as_slice() else {
            return Err("six columns".to_owned());
        };
        let party = match with.split_once(' ').ok_or("with whom?")? {
            ("customer", name) => Party::Customer(name.into()),
            ("group", key) => Party::Group(find(&self.cast.groups, key)?),
            ("supplier", label) => Party::Supplier(find(&self.levels.suppliers, label)?),
            _ => return Err("with whom?".to_owned()),
        };
        let mut clocks = self.workspace.desk().agreement().agreement().clone();
        clocks.name = (*name).into();
        let hours = first.trim_end_matches(" h").parse().map_err(|_| "hours are a number")?;
        if let Some(target) = clocks.targets.first_mut() {
            target.resolution = Some(TimeDelta::hours(hours));
        }
        let availability = match available.split_once(' ') {
            Some((points, _)) => Some(AvailabilityTarget {
                basis_points: points.parse().map_err(|_| "availability in hundredths of a percent")?,
                period: MeasuringPeriod::Month,
            }),
            None => None,
        };
        let terms = Terms {
            services: self.services(services)?,
            valid_from: line.at,
            valid_until: None,
            clocks,
            requests: [Targets::default(); 5],
            escalation: matches!(party, Party::Customer(_))
                .then(|| Escalation { when: When::Percent(75), tell: "Wiebke Lorenz".into() }),
            availability,
            penalties: "".into(),
            review_months: Some(months.parse().map_err(|_| "months are a number")?),
            party,
        };
        let events = self.give(Command::Promise(Promise::Draft(Box::new(terms))), line.at, by)?;
        let Some(Happening::Promise(id, _)) = events.first().map(|event| &event.what) else {
            return Err("nothing was drafted".to_owned());
        };
        self.levels.promises.insert(line.label.to_owned(), *id);
        Ok(())
    }

    /// `attendees | colour | minutes | what; who; by when | ...`
    fn review(&self, line: &Line<'_>) -> Result<Command, String> {
        let [attendees, colour, minutes, actions @ ..] = line.columns.as_slice() else {
            return Err("attendees, a colour and minutes".to_owned());
        };
        let action = |text: &&str| {
            let parts: Vec<&str> = text.split(';').map(str::trim).collect();
            let [what, owner, due] = parts.as_slice() else { return Err("what; who; by when".to_owned()) };
            Ok(ReviewAction { what: (*what).into(), owner: self.person(owner)?, due: moment(due)? })
        };
        let review = Review {
            held_at: line.at - TimeDelta::hours(1),
            attendees: (*attendees).into(),
            minutes: (*minutes).into(),
            outcome: Some(health(colour)?),
            actions: actions.iter().map(action).collect::<Result<_, String>>()?,
        };
        let promise = find(&self.levels.promises, line.label)?;
        Ok(Command::Promise(Promise::Review { promise, review: Box::new(review) }))
    }

    /// `service | from | until | item | words | incident`
    fn outage(&self, line: &Line<'_>) -> Result<Command, String> {
        let [service, from, until, item, note, rest @ ..] = line.columns.as_slice() else {
            return Err("five columns".to_owned());
        };
        let outage = Outage {
            from: moment(from)?,
            until: Some(moment(until)?),
            planned: line.verb == "maintenance",
            items: optional(&self.cast.items, item)?.into_iter().collect(),
            note: (*note).into(),
            incident: rest.first().map(|label| self.incident(label)).transpose()?,
            withdrawn: false,
        };
        let service = find(&self.cast.services, service)?;
        Ok(Command::Service(Service::NoteOutage { service, outage: Box::new(outage) }))
    }
}
