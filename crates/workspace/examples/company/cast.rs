//! The firm: who and what the story's keys stand for. Read from `firm.txt`.

use std::collections::BTreeMap;
use std::sync::Arc;

use itsm::{CategoryId, Entry, Fill, GroupId, ItemId, Level, PersonId, ServiceId, Template};

const FIRM: &str = include_str!("firm.txt");

/// Names by the short keys that the story uses, and the entries in the order in which they are made known.
#[derive(Default)]
pub struct Cast {
    pub entries: Vec<Entry>,
    pub people: BTreeMap<String, PersonId>,
    pub groups: BTreeMap<String, GroupId>,
    pub categories: BTreeMap<String, CategoryId>,
    pub services: BTreeMap<String, ServiceId>,
    pub items: BTreeMap<String, ItemId>,
    /// Templates for logging.
    pub templates: Vec<Template>,
    /// The support team of those who work in one.
    pub team: BTreeMap<PersonId, GroupId>,
}

impl Cast {
    /// Reads the firm; a line that is not understood is a fault.
    pub fn read() -> Result<Self, Vec<String>> {
        let mut cast = Self::default();
        let mut faults = vec![];
        for (at, line) in FIRM.lines().enumerate() {
            let says_something = !line.trim().is_empty() && !line.starts_with('#');
            if says_something && cast.line(line).is_none() {
                faults.push(format!("firm.txt:{}: {line}", at + 1));
            }
        }
        if faults.is_empty() { Ok(cast) } else { Err(faults) }
    }

    fn line(&mut self, line: &str) -> Option<()> {
        let columns: Vec<&str> = line.split('|').map(str::trim).collect();
        let (kind, key) = columns.first()?.split_once(' ')?;
        let (key, name) = (key.trim().to_owned(), Arc::<str>::from(*columns.get(1)?));
        let next = |taken: usize| u32::try_from(taken).ok().map(|taken| taken + 1);
        match kind {
            "person" => {
                let id = PersonId::imported(next(self.people.len())?);
                if let Some(team) = columns.get(6) {
                    self.team.insert(id, *self.groups.get(*team)?);
                }
                self.people.insert(key, id);
                self.entries.push(Entry::Person(id, name));
            }
            "group" => {
                let id = GroupId::imported(next(self.groups.len())?);
                self.groups.insert(key, id);
                self.entries.push(Entry::Group(id, name));
            }
            "category" => {
                let id = CategoryId::imported(next(self.categories.len())?);
                self.categories.insert(key, id);
                self.entries.push(Entry::Category(id, name));
            }
            "service" => {
                let id = ServiceId::imported(next(self.services.len())?);
                self.services.insert(key, id);
                self.entries.push(Entry::Service(id, name));
            }
            "item" => {
                let id = ItemId::imported(next(self.items.len())?);
                self.items.insert(key, id);
                self.entries.push(Entry::Item(id, name));
            }
            "template" => {
                let template = self.template(name, columns.get(2..)?)?;
                self.templates.push(template);
            }
            _ => return None,
        }
        Some(())
    }

    fn template(&self, name: Arc<str>, columns: &[&str]) -> Option<Template> {
        let [summary, service, category, levels, team, description] = columns else { return None };
        let (impact, urgency) = levels.split_once('/')?;
        let level = |text: &str| if text == "-" { Some(None) } else { text.parse().ok().map(|it| Some(Level(it))) };
        let fill = Fill {
            summary: Arc::from(*summary),
            description: Arc::from(*description),
            impact: level(impact)?,
            urgency: level(urgency)?,
            service: Some(*self.services.get(*service)?),
            category: Some(*self.categories.get(*category)?),
            group: Some(*self.groups.get(*team)?),
            ..Fill::default()
        };
        Some(Template { name, fill })
    }
}
