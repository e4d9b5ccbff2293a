//! What is promised and by whom: suppliers, agreements, review meetings, outages.

use chrono::TimeDelta;
use itsm::availability::{Command as Service, Outage};
use itsm::promise::{
    AvailabilityTarget, Command as Promise, Escalation, Health, MeasuringPeriod, Party, Review, ReviewAction, Terms,
    When,
};
use itsm::service_level::{Agreement, Targets};
use itsm::supplier::{Command as Supplier, Contact, Contract, Profile};
use itsm::{Command, Event, PersonId, PromiseId, RecordId, SupplierId};

use crate::play::{Player, find, hours};
use crate::script::{Beginning, Step, instant};

impl Player {
    pub(crate) fn add_supplier(&mut self, told: &Beginning, step: &Step, by: PersonId) -> Result<Vec<Event>, String> {
        let contact = |line: &str| {
            let (name, reach) = line.split_once('|').unwrap_or((line, ""));
            Contact { name: name.trim().into(), reach: reach.trim().into() }
        };
        let profile = Profile {
            name: told.summary.as_str().into(),
            contacts: told.all("contact").map(contact).collect(),
            services: self.services(told.get("services"))?,
            items: self.items(told.get("items"))?,
        };
        self.give(Command::Supplier(Supplier::Add(Box::new(profile))), step.at, by)
    }

    pub(crate) fn supplier_verb(
        &mut self,
        supplier: SupplierId,
        verb: &str,
        text: &str,
        step: &Step,
        by: PersonId,
    ) -> Result<(), String> {
        let command = match verb {
            // `sign Title | from | until | notice | cost | agreement`
            "sign" => {
                let columns: Vec<&str> = text.split('|').map(str::trim).collect();
                let [title, from, until, notice, cost, promise] = columns.as_slice() else {
                    return Err("title, from, until, notice, cost and agreement".to_owned());
                };
                let date = |text: &str| if text == "-" { Ok(None) } else { midnight(text).map(Some) };
                let contract = Contract {
                    title: (*title).into(),
                    valid_from: midnight(from)?,
                    valid_until: date(until)?,
                    notice_by: date(notice)?,
                    cost: (*cost).into(),
                    promise: if *promise == "-" { None } else { Some(self.promise(promise)?) },
                };
                Supplier::Sign { supplier, contract: Box::new(contract) }
            }
            "activate" => Supplier::Activate(supplier),
            "delivers" => {
                let (word, text) = text.split_once(' ').ok_or("a colour and words are needed")?;
                Supplier::Rate { supplier, health: health(word)?, text: text.into() }
            }
            _ => return Err(format!("“{verb}” is nothing one can do about a supplier")),
        };
        self.give(Command::Supplier(command), step.at, by).map(drop)
    }

    fn promise(&self, label: &str) -> Result<PromiseId, String> {
        match self.record(label)? {
            RecordId::Promise(id) => Ok(id),
            _ => Err(format!("“{label}” is no agreement")),
        }
    }

    pub(crate) fn draft_agreement(
        &mut self,
        told: &Beginning,
        step: &Step,
        by: PersonId,
    ) -> Result<Vec<Event>, String> {
        let (kind, name) = told.get("with").split_once(' ').ok_or("with whom it is has to be said")?;
        let party = match kind {
            "customer" => Party::Customer(name.into()),
            "group" => Party::Group(find(&self.cast.groups, name)?),
            "supplier" => match self.record(name)? {
                RecordId::Supplier(id) => Party::Supplier(id),
                _ => return Err(format!("“{name}” is no supplier")),
            },
            _ => return Err(format!("“{kind}” is no party")),
        };
        let terms = Terms {
            party,
            services: self.services(told.get("services"))?,
            valid_from: midnight(told.get("from"))?,
            valid_until: if told.get("until").is_empty() { None } else { Some(midnight(told.get("until"))?) },
            clocks: Agreement {
                name: told.summary.as_str().into(),
                calendar: hours(told.get("hours"))?,
                targets: targets(told.get("targets"))?,
                ..Agreement::default()
            },
            requests: if told.get("requests").is_empty() { Default::default() } else { targets(told.get("requests"))? },
            escalation: told.get("escalates").split_once(' ').map(|(percent, who)| Escalation {
                when: When::Percent(percent.parse().unwrap_or(75)),
                tell: who.into(),
            }),
            availability: availability(told.get("available"))?,
            penalties: told.text.as_str().into(),
            review_months: told.get("reviews").parse().ok(),
        };
        self.give(Command::Promise(Promise::Draft(Box::new(terms))), step.at, by)
    }

    pub(crate) fn agreement_verb(
        &mut self,
        promise: PromiseId,
        verb: &str,
        text: &str,
        step: &Step,
        by: PersonId,
    ) -> Result<(), String> {
        let command = match verb {
            "agree" => Promise::Agree(promise),
            "note" => Promise::Note { promise, text: text.into() },
            "review" => Promise::Review { promise, review: Box::new(self.meeting(text, step)?) },
            // `did 1.2`: the second action of the first meeting.
            "did" => {
                let (review, action) = text.split_once('.').ok_or("a meeting, a point and an action are needed")?;
                let place = |text: &str| text.parse::<u16>().map_err(|_| "a place is a number".to_owned());
                let (review, action) = (place(review)?.saturating_sub(1), place(action)?.saturating_sub(1));
                Promise::FinishAction { promise, review, action }
            }
            _ => return Err(format!("“{verb}” is nothing one can do about an agreement")),
        };
        self.give(Command::Promise(command), step.at, by).map(drop)
    }

    /// First line: colour and who was there; then the minutes; then actions: `- owner 03-31 What`.
    fn meeting(&self, text: &str, step: &Step) -> Result<Review, String> {
        let mut lines = text.lines();
        let (colour, attendees) = lines.next().and_then(|line| line.split_once(' ')).ok_or("a colour and people")?;
        let (mut minutes, mut actions) = (vec![], vec![]);
        for line in lines {
            let Some(action) = line.strip_prefix("- ") else {
                minutes.push(line);
                continue;
            };
            let mut words = action.splitn(3, ' ');
            let mut next = || words.next().ok_or("an action has an owner, a day and words");
            let (owner, due, what) = (next()?, next()?, next()?);
            let due = instant(&format!("{due} 18:00"))?;
            actions.push(ReviewAction { what: what.into(), owner: self.person(owner)?, due });
        }
        let outcome = if colour == "-" { None } else { Some(health(colour)?) };
        let (attendees, minutes) = (attendees.into(), minutes.join("\n").into());
        Ok(Review { held_at: step.at, attendees, minutes, outcome, actions })
    }

    /// `+ outage … | note` with `: of SERVICE`, `: span …`, `: items …`, `: incident LABEL`, `: planned yes`.
    pub(crate) fn note_outage(&mut self, told: &Beginning, step: &Step, by: PersonId) -> Result<(), String> {
        let span = crate::changes::span(told.get("span"))?;
        let incident = if told.get("incident").is_empty() { None } else { Some(self.incident(told.get("incident"))?) };
        let outage = Outage {
            from: span.start,
            until: Some(span.end),
            planned: !told.get("planned").is_empty(),
            items: self.items(told.get("items"))?,
            note: told.summary.as_str().into(),
            incident,
            withdrawn: false,
        };
        let service = find(&self.cast.services, told.get("of"))?;
        let note = Service::NoteOutage { service, outage: Box::new(outage) };
        self.give(Command::Service(note), step.at, by).map(drop)
    }
}

fn midnight(day: &str) -> Result<chrono::DateTime<chrono::Utc>, String> {
    instant(&format!("{day} 00:00"))
}

fn health(word: &str) -> Result<Health, String> {
    Ok(match word {
        "green" => Health::Green,
        "amber" => Health::Amber,
        "red" => Health::Red,
        _ => return Err(format!("“{word}” is no colour")),
    })
}

/// `15m/4h 30m/8h 2h/22h 4h/44h 8h/88h`: response and resolution, priority 1 first; a dash promises nothing.
fn targets(text: &str) -> Result<[Targets; 5], String> {
    let one = |pair: &str| {
        let (response, resolution) = pair.split_once('/').ok_or("response/resolution is needed")?;
        Ok::<_, String>(Targets { response: time(response)?, resolution: time(resolution)? })
    };
    let all: Vec<Targets> = text.split_whitespace().map(one).collect::<Result<_, _>>()?;
    all.try_into().map_err(|_| "five priorities are needed".to_owned())
}

fn time(text: &str) -> Result<Option<TimeDelta>, String> {
    let number = |text: &str| text.parse::<i64>().map_err(|_| format!("“{text}” is no time"));
    Ok(match text {
        "-" => None,
        _ => Some(match text.strip_suffix('m') {
            Some(minutes) => TimeDelta::minutes(number(minutes)?),
            None => TimeDelta::hours(number(text.trim_end_matches('h'))?),
        }),
    })
}

/// `99.5 month`
fn availability(text: &str) -> Result<Option<AvailabilityTarget>, String> {
    let Some((percent, period)) = text.split_once(' ') else { return Ok(None) };
    let (whole, part) = percent.split_once('.').unwrap_or((percent, "0"));
    let part = format!("{part:0<2}");
    let number = |text: &str| text.parse::<u16>().map_err(|_| format!("“{percent}” is no percentage"));
    let period = match period {
        "month" => MeasuringPeriod::Month,
        "quarter" => MeasuringPeriod::Quarter,
        "year" => MeasuringPeriod::Year,
        _ => return Err(format!("“{period}” is no period")),
    };
    Ok(Some(AvailabilityTarget { basis_points: number(whole)? * 100 + number(&part)?, period }))
}
