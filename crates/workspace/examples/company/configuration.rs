//! What the firm's services are made of, and when its systems may be worked on: told when the firm is set up.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use itsm::calendar::Zone;
use itsm::configuration::{Amendment, Baseline, Command as Item, Kind, LifeState, Need, Node, Owner};
use itsm::schedule::{Command as Schedule, Freeze, MaintenanceWindow, Scope, Span};
use itsm::{Command, Happening, ItemId};
use workspace::agenda::read_hours;

use crate::play::{Player, find};
use crate::script::ZONE;

const TEXT: &str = include_str!("configuration.txt");
/// What a line begins with that is told in the course of the story.
const LATER: &str = "on ";

impl Player {
    /// Tells what the text says, line by line.
    pub(crate) fn describe(&mut self, at: DateTime<Utc>) -> Result<(), String> {
        let mut needs: BTreeMap<Node, Vec<Need>> = BTreeMap::new();
        for (place, line) in TEXT.lines().enumerate() {
            if line.trim().is_empty() || line.starts_with('#') || line.starts_with(LATER) {
                continue;
            }
            let told = self.told(line, at, &mut needs);
            told.map_err(|why| format!("configuration.txt:{}: {why}", place + 1))?;
        }
        let you = self.person("you")?;
        for (of, needs) in needs {
            self.give(Command::Item(Item::SetNeeds { of, needs }), at, you)?;
        }
        Ok(())
    }

    /// Tells what belongs between the last step and the next one.
    pub(crate) fn describe_before(&mut self, next: DateTime<Utc>) {
        for (place, line) in TEXT.lines().enumerate() {
            let Some(line) = line.strip_prefix(LATER) else { continue };
            if let Err(why) = self.told_later(line, next) {
                self.fail(format!("configuration.txt:{}: {why}", place + 1));
            }
        }
        self.described = next;
    }

    fn told_later(&mut self, line: &str, next: DateTime<Utc>) -> Result<(), String> {
        let columns: Vec<&str> = line.split('|').map(str::trim).collect();
        let must = |place: usize| columns.get(place).copied().ok_or_else(|| format!("column {} is missing", place + 1));
        let (when, who) = must(0)?.rsplit_once(' ').ok_or("a line begins with a day, a time and a name")?;
        let at = moment(when)?;
        if at <= self.described || at > next {
            return Ok(());
        }
        let by = self.person(who)?;
        let command = match must(1)? {
            "state" => Item::Become { item: self.thing(must(2)?)?, state: state(must(3)?)? },
            "put" => Item::PutInto { item: self.thing(must(2)?)?, whole: Some(self.thing(must(3)?)?) },
            "note" => Item::Note { item: self.thing(must(2)?)?, text: must(3)?.into() },
            "baseline" => Item::NameBaseline(Baseline { name: must(2)?.into(), at }),
            "new" => {
                let owner = Owner::Group(find(&self.cast.groups, must(5)?)?);
                let changes = vec![
                    Amendment::Kind(Some(kind(must(4)?)?)),
                    Amendment::Owner(Some(owner)),
                    Amendment::Description(must(7)?.into()),
                ];
                let register = Item::Register { name: must(3)?.into(), state: state(must(6)?)?, changes };
                let events = self.give(Command::Item(register), at, by)?;
                let id = events.iter().find_map(|event| match event.what {
                    Happening::Item(id, _) => Some(id),
                    _ => None,
                });
                self.cast.items.insert(must(2)?.to_owned(), id.ok_or("nothing was registered")?);
                return Ok(());
            }
            verb => return Err(format!("“{verb}” is nothing that can be told later")),
        };
        self.give(Command::Item(command), at, by).map(drop)
    }

    fn told(&mut self, line: &str, at: DateTime<Utc>, needs: &mut BTreeMap<Node, Vec<Need>>) -> Result<(), String> {
        let (word, rest) = line.split_once(' ').ok_or("a line begins with a word")?;
        let columns: Vec<&str> = rest.split('|').map(str::trim).collect();
        let column = |place: usize| columns.get(place).copied().filter(|text| !text.is_empty() && *text != "-");
        let must = |place: usize| column(place).ok_or_else(|| format!("column {} is missing", place + 1));
        let you = self.person("you")?;
        let command = match word {
            "place" => {
                let (key, name) = (must(0)?.to_owned(), Arc::<str>::from(must(1)?));
                let changes = vec![Amendment::Kind(Some(Kind::Location))];
                let register = Item::Register { name, state: LifeState::Live, changes };
                let events = self.give(Command::Item(register), at, you)?;
                let id = events.iter().find_map(|event| match event.what {
                    Happening::Item(id, _) => Some(id),
                    _ => None,
                });
                let id = id.ok_or("nothing was registered")?;
                self.cast.items.insert(key, id);
                match column(2) {
                    Some(whole) => {
                        let whole = Some(self.thing(whole)?);
                        Command::Item(Item::PutInto { item: id, whole })
                    }
                    None => return Ok(()),
                }
            }
            "is" => {
                let item = self.thing(must(0)?)?;
                let owner = match (self.cast.groups.get(must(2)?), self.cast.people.get(must(2)?)) {
                    (Some(group), _) => Owner::Group(*group),
                    (None, Some(person)) => Owner::Person(*person),
                    (None, None) => return Err(format!("nobody is called “{}”", must(2)?)),
                };
                let mut changes = vec![
                    Amendment::Kind(Some(kind(must(1)?)?)),
                    Amendment::Owner(Some(owner)),
                    Amendment::Description(must(4)?.into()),
                ];
                if let Some(cost) = column(5) {
                    let cents = cost.replace('.', "").parse().map_err(|_| format!("“{cost}” is no amount"))?;
                    changes.push(Amendment::Cost(Some(cents)));
                }
                changes.extend(column(6).map(date).transpose()?.map(|on| Amendment::BoughtOn(Some(on))));
                changes.extend(column(7).map(date).transpose()?.map(|on| Amendment::WarrantyUntil(Some(on))));
                self.give(Command::Item(Item::Amend { item, changes }), at, you)?;
                match column(3) {
                    Some(whole) => {
                        let whole = Some(self.thing(whole)?);
                        Command::Item(Item::PutInto { item, whole })
                    }
                    None => return Ok(()),
                }
            }
            "needs" => {
                let least = must(1)?.parse().map_err(|_| "how many is a number")?;
                let of = must(2)?.split(' ').map(|key| self.node(key)).collect::<Result<BTreeSet<Node>, String>>()?;
                let need =
                    Need::new(column(3).unwrap_or_default().into(), least, of).ok_or("no such number of them")?;
                needs.entry(self.node(must(0)?)?).or_default().push(need);
                return Ok(());
            }
            "window" => {
                let mut lines = vec![String::new(); 7];
                for day in must(2)?.split(' ') {
                    let day: usize = day.parse().map_err(|_| "a day is a number")?;
                    let line = day.checked_sub(1).and_then(|day| lines.get_mut(day)).ok_or("a day is from 1 to 7")?;
                    *line = must(3)?.to_owned();
                }
                let hours = read_hours(ZONE, &lines).map_err(|(_, why)| why)?;
                let window = MaintenanceWindow { name: must(0)?.into(), scope: self.scope(must(1)?)?, hours };
                Command::Schedule(Schedule::SaveWindow(None, Box::new(window)))
            }
            "freeze" => {
                let span = Span::new(moment(must(1)?)?, moment(must(2)?)?).ok_or("it ends before it begins")?;
                let freeze = Freeze {
                    name: must(0)?.into(),
                    span,
                    scope: self.scope(must(3)?)?,
                    reason: must(5)?.into(),
                    may_override: Some(Owner::Person(self.person(must(4)?)?)),
                };
                Command::Schedule(Schedule::SaveFreeze(None, freeze))
            }
            _ => return Err(format!("“{word}” is nothing that can be told here")),
        };
        self.give(command, at, you).map(drop)
    }

    fn thing(&self, key: &str) -> Result<ItemId, String> {
        find(&self.cast.items, key)
    }

    pub(crate) fn node(&self, key: &str) -> Result<Node, String> {
        match self.cast.items.get(key) {
            Some(id) => Ok(Node::Item(*id)),
            None => find(&self.cast.services, key).map(Node::Service),
        }
    }

    fn scope(&self, text: &str) -> Result<Scope, String> {
        let (what, keys) = text.split_once(' ').unwrap_or((text, ""));
        let keys = keys.split(' ').filter(|key| !key.is_empty());
        match what {
            "all" => Ok(Scope::All),
            "services" => keys.map(|key| find(&self.cast.services, key)).collect::<Result<_, _>>().map(Scope::Services),
            "items" => keys.map(|key| self.thing(key)).collect::<Result<_, _>>().map(Scope::Items),
            _ => Err(format!("“{what}” is no scope")),
        }
    }
}

fn kind(word: &str) -> Result<Kind, String> {
    Ok(match word {
        "network" => Kind::NetworkDevice,
        "line" => Kind::Line,
        "vm" => Kind::VirtualMachine,
        "cloud" => Kind::CloudService,
        "application" => Kind::Application,
        "database" => Kind::Database,
        "hardware" => Kind::Hardware,
        _ => return Err(format!("“{word}” is no type")),
    })
}

fn state(word: &str) -> Result<LifeState, String> {
    Ok(match word {
        "planned" => LifeState::Planned,
        "build" => LifeState::InBuild,
        "live" => LifeState::Live,
        "maintenance" => LifeState::UnderMaintenance,
        "retired" => LifeState::Retired,
        _ => return Err(format!("“{word}” is no state")),
    })
}

fn date(text: &str) -> Result<NaiveDate, String> {
    text.parse().map_err(|_| format!("“{text}” is no date"))
}

fn moment(text: &str) -> Result<DateTime<Utc>, String> {
    let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").map_err(|_| format!("“{text}” is no moment"))?;
    Zone::named(ZONE).and_then(|zone| zone.resolve(local)).ok_or_else(|| format!("“{text}” is no moment"))
}
