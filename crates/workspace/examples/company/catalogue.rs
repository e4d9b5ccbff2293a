//! The catalogue of the story: what was written of services, and each line of `story/catalogue.txt` as a step that the
//! desk decides.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use itsm::calendar::Zone;
use itsm::catalogue::{Check, Command as Ask, Edit, Status, Text};
use itsm::{Command, ServiceId};
use workspace::catalogue::file;

use crate::play::Player;
use crate::script::{YEAR, ZONE};

const STORY: &str = include_str!("story/catalogue.txt");
const WRITTEN: &str = include_str!("story/catalogue.json");

/// A line of the story.
struct Line<'a> {
    place: usize,
    at: DateTime<Utc>,
    who: &'a str,
    verb: &'a str,
    columns: Vec<&'a str>,
}

fn line(place: usize, text: &'static str) -> Option<Line<'static>> {
    let mut columns = text.split('|').map(str::trim);
    let mut head = columns.next()?.split_whitespace();
    let (month, day) = head.next()?.split_once('-')?;
    let date = NaiveDate::from_ymd_opt(YEAR, month.parse().ok()?, day.parse().ok()?)?;
    let time = NaiveTime::parse_from_str(head.next()?, "%H:%M").ok()?;
    let at = Zone::named(ZONE).and_then(|zone| zone.resolve(date.and_time(time)))?;
    Some(Line { place, at, who: head.next()?, verb: head.next()?, columns: columns.collect() })
}

impl Player {
    /// Plays what this part of the story tells before an instant. Its lines are in the order of their times.
    pub(crate) fn catalogue_before(&mut self, until: DateTime<Utc>) {
        let says = |(_, line): &(usize, &str)| !line.trim().is_empty() && !line.starts_with('#');
        for (place, text) in STORY.lines().enumerate().filter(says).skip(self.catalogued) {
            let Some(line) = line(place + 1, text) else {
                return self.fail(format!("catalogue.txt:{}: not understood: {text}", place + 1));
            };
            if line.at >= until {
                return;
            }
            self.catalogued += 1;
            if let Err(why) = self.catalogue_step(&line) {
                self.fail(format!("catalogue.txt:{}: {why}", line.place));
            }
        }
    }

    fn catalogue_step(&mut self, line: &Line<'_>) -> Result<(), String> {
        let by = self.person(line.who)?;
        let ask = match (line.verb, line.columns.as_slice()) {
            ("take", []) => {
                let written = file::read(WRITTEN).map_err(|faults| format!("{faults:?}"))?;
                Ask::TakeIn(Box::new(written))
            }
            ("tick", [service, check, words]) => {
                let what = Check::ALL.into_iter().find(|one| one.word() == *check);
                let check = what.ok_or_else(|| format!("no gate asks for “{check}”"))?;
                Ask::Tick { service: self.service(service)?, check, words: Some((*words).into()) }
            }
            ("move", [service, status, because @ ..]) => {
                let to = Status::ALL.into_iter().find(|one| one.word() == *status);
                let to = to.ok_or_else(|| format!("“{status}” is no status"))?;
                Ask::Move { service: self.service(service)?, to, because: because.concat().into() }
            }
            ("text", [service, field, words]) => {
                let which = Text::ALL.into_iter().find(|one| one.label().starts_with(field));
                let which = which.ok_or_else(|| format!("no text is called “{field}”"))?;
                Ask::Edit { service: self.service(service)?, edits: vec![Edit::Text(which, (*words).into())] }
            }
            ("publish", [service, note]) => {
                Ask::Publish { service: self.service(service)?, from: None, note: (*note).into() }
            }
            ("comment", [service, text]) => Ask::Comment { service: self.service(service)?, text: (*text).into() },
            _ => return Err(format!("“{}” is nothing that can be done so", line.verb)),
        };
        self.give(Command::Catalogue(ask), line.at, by).map(drop)
    }

    fn service(&self, name: &str) -> Result<ServiceId, String> {
        let services = &self.workspace.desk().directory().services;
        let found = services.iter().find(|(_, known)| &***known == name).map(|(id, _)| *id);
        found.ok_or_else(|| format!("no service is called “{name}”"))
    }
}
