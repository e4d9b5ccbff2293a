//! What the items are, what needs what, and when it is worked on. Read from `configuration.txt`.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use itsm::configuration::{Amendment, Baseline, Command as Item, Kind, Need, Node, Owner};
use itsm::schedule::{Command as Schedule, Freeze, MaintenanceWindow, Scope, Span};
use itsm::{Command, PersonId, RecordId};

use crate::play::{Player, find, hours};
use crate::script::day;

const FACTS: &str = include_str!("configuration.txt");

impl Player {
    /// Writes down everything of `configuration.txt`, by whoever keeps the map. Suppliers are known by then.
    pub(crate) fn describe(&mut self, at: DateTime<Utc>, by: PersonId) {
        for (number, line) in (1..).zip(FACTS.lines()) {
            let says_something = !line.trim().is_empty() && !line.starts_with('#');
            if says_something && let Err(why) = self.describe_line(line, at, by) {
                self.faults.push(format!("configuration.txt:{number}: {why}"));
            }
        }
    }

    fn describe_line(&mut self, line: &str, at: DateTime<Utc>, by: PersonId) -> Result<(), String> {
        let (word, rest) = line.split_once(' ').ok_or("a word and its columns are needed")?;
        let columns: Vec<&str> = rest.split('|').map(str::trim).collect();
        match (word, columns.as_slice()) {
            ("item", [key, kind, owner, part_of, supplier, version, bought]) => {
                let item = find(&self.cast.items, key)?;
                let mut changes =
                    vec![Amendment::Kind(Some(kind_of(kind)?)), Amendment::Owner(Some(self.owner(owner)?))];
                if *supplier != "-" {
                    let RecordId::Supplier(id) = self.record(supplier)? else { return Err("no supplier".to_owned()) };
                    changes.push(Amendment::Supplier(Some(id)));
                }
                if *version != "-" {
                    changes.push(Amendment::Version((*version).into()));
                }
                // `2018-05-02 to 2021-05-01 for 412.00`
                if *bought != "-" {
                    let (bought, cost) = bought.split_once(" for ").unwrap_or((bought, ""));
                    let (bought, until) = bought.split_once(" to ").unwrap_or((bought, ""));
                    changes.push(Amendment::BoughtOn(Some(day(bought)?)));
                    if !until.is_empty() {
                        changes.push(Amendment::WarrantyUntil(Some(day(until)?)));
                    }
                    if !cost.is_empty() {
                        let hundredths =
                            cost.replace('.', "").parse().map_err(|_| "a cost has two digits behind it")?;
                        changes.push(Amendment::Cost(Some(hundredths)));
                    }
                }
                self.give(Command::Item(Item::Amend { item, changes }), at, by)?;
                if *part_of != "-" {
                    let whole = Some(find(&self.cast.items, part_of)?);
                    self.give(Command::Item(Item::PutInto { item, whole }), at, by)?;
                }
                Ok(())
            }
            ("needs", [of, needs]) => {
                let of = self.node(of)?;
                let needs = needs.split(';').map(|need| self.need(need.trim())).collect::<Result<_, _>>()?;
                self.give(Command::Item(Item::SetNeeds { of, needs }), at, by).map(drop)
            }
            ("window", [name, scope, times]) => {
                let window =
                    MaintenanceWindow { name: (*name).into(), scope: self.scope(scope)?, hours: hours(times)? };
                self.give(Command::Schedule(Schedule::SaveWindow(None, Box::new(window))), at, by).map(drop)
            }
            ("freeze", [name, span, scope, reason, who]) => {
                let span = crate::changes::span(span)?;
                let freeze = Freeze {
                    name: (*name).into(),
                    span: Span::new(span.start, span.end).ok_or("a freeze ends after its start")?,
                    scope: self.scope(scope)?,
                    reason: (*reason).into(),
                    may_override: if *who == "-" { None } else { Some(self.owner(who)?) },
                };
                self.give(Command::Schedule(Schedule::SaveFreeze(None, freeze)), at, by).map(drop)
            }
            ("baseline", [name]) => {
                let baseline = Baseline { name: (*name).into(), at };
                self.give(Command::Item(Item::NameBaseline(baseline)), at, by).map(drop)
            }
            _ => Err(format!("“{word}” with {} columns is not understood", columns.len())),
        }
    }

    /// A person, or a team by its key.
    fn owner(&self, key: &str) -> Result<Owner, String> {
        match self.cast.groups.get(key) {
            Some(group) => Ok(Owner::Group(*group)),
            None => self.person(key).map(Owner::Person),
        }
    }

    /// `service:KEY` or the key of an item.
    fn node(&self, key: &str) -> Result<Node, String> {
        match key.strip_prefix("service:") {
            Some(key) => find(&self.cast.services, key).map(Node::Service),
            None => find(&self.cast.items, key).map(Node::Item),
        }
    }

    /// `fs1`, or `Wi-Fi in Berlin: 2 of ap1 ap2 ap3`.
    fn need(&self, text: &str) -> Result<Need, String> {
        let Some((name, group)) = text.split_once(':').filter(|(name, _)| *name != "service") else {
            return Ok(Need::on(self.node(text)?));
        };
        let (least, of) = group.trim().split_once(" of ").ok_or("so many of some items")?;
        let of = of.split_whitespace().map(|key| self.node(key)).collect::<Result<BTreeSet<_>, _>>()?;
        let least = least.parse().map_err(|_| "how many is a number")?;
        Need::new(name.trim().into(), least, of).ok_or_else(|| "no such many of them".to_owned())
    }

    /// `all`, `service:wms service:shop`, or keys of items.
    fn scope(&self, text: &str) -> Result<Scope, String> {
        if text == "all" {
            return Ok(Scope::All);
        }
        let nodes = text.split_whitespace().map(|key| self.node(key)).collect::<Result<Vec<_>, _>>()?;
        let services: BTreeSet<_> = nodes.iter().filter_map(|node| node.service()).collect();
        if services.is_empty() {
            return Ok(Scope::Items(nodes.iter().filter_map(|node| node.item()).collect()));
        }
        Ok(Scope::Services(services))
    }
}

fn kind_of(word: &str) -> Result<Kind, String> {
    let named = |kind: &&Kind| kind.word().to_lowercase() == word;
    Kind::ALL.iter().find(named).copied().ok_or_else(|| format!("“{word}” is no kind of item"))
}
