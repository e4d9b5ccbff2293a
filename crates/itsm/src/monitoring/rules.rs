//! What is done with which events: the first rule that fits counts.

use std::sync::{Arc, LazyLock};

use chrono::TimeDelta;

use super::command::Signal;
use super::record::MOST_KEPT;
use super::state::Severity;
use crate::desk::Desk;
use crate::directory::EntryId;
use crate::fields::{filled, on_scale, trimmed};
use crate::ids::{CategoryId, GroupId, ItemId, ServiceId};
use crate::priority::Level;
use crate::refusal::Refusal;
use crate::retire::offered;

/// More rules than anybody keeps in mind.
const MOST_RULES: usize = 50;
/// The longest span that a rule may look back over, in minutes: a week.
const LONGEST_SPAN: u32 = 7 * 24 * 60;

/// Which events a rule is about. What is left open fits all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Match {
    /// The tool that sends it, in upper or lower case; empty for any.
    pub source: Arc<str>,
    /// The configuration item.
    pub item: Option<ItemId>,
    /// At least so bad.
    pub severity: Option<Severity>,
    /// All of these words stand in its message; empty for any.
    pub words: Arc<str>,
}

/// What the incident is like that a rule raises.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raise {
    /// The team that it goes to.
    pub group: Option<GroupId>,
    /// The affected service.
    pub service: Option<ServiceId>,
    /// Its category.
    pub category: Option<CategoryId>,
    /// How much of the business is affected.
    pub impact: Level,
    /// How soon it hurts.
    pub urgency: Level,
}

/// What a rule does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Then {
    /// Count it, and no more: even an exception opens nothing.
    Ignore,
    /// Keep it where people see it, without an incident.
    Note,
    /// Raise an incident: one for each cause while it is open, or was a moment ago. Of what is no exception, none.
    Incident(Raise),
}

/// A rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// What people call it.
    pub name: Arc<str>,
    /// Which events.
    pub when: Match,
    /// What is done.
    pub then: Then,
}

/// So many times within so long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repeats {
    /// How often.
    pub times: u32,
    /// Within how many minutes.
    pub minutes: u32,
}

impl Repeats {
    /// How long that is.
    pub fn span(self) -> TimeDelta {
        TimeDelta::minutes(i64::from(self.minutes))
    }
}

/// All that is done with events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules {
    /// The rules, the first that fits first.
    pub rules: Vec<Rule>,
    /// For how many minutes after an incident has ended its cause raises no new one.
    pub quiet_minutes: u32,
    /// Warnings repeated so often count as an exception.
    pub escalate: Option<Repeats>,
    /// What goes away and comes back so often is flapping.
    pub flapping: Option<Repeats>,
}

static STANDARD: LazyLock<Rules> = LazyLock::new(|| Rules {
    rules: vec![Rule {
        name: Arc::from("Exceptions become incidents"),
        when: Match { severity: Some(Severity::Exception), ..Match::default() },
        then: Then::Incident(Raise { group: None, service: None, category: None, impact: Level(2), urgency: Level(2) }),
    }],
    quiet_minutes: 30,
    escalate: Some(Repeats { times: 5, minutes: 10 }),
    flapping: Some(Repeats { times: 6, minutes: 30 }),
});

impl Rules {
    /// What holds until somebody says otherwise: exceptions become incidents, everything else is noted.
    pub fn standard() -> &'static Self {
        &STANDARD
    }

    /// The first rule that fits, with its place. `severity` is the one after escalation.
    pub fn first(&self, signal: &Signal, severity: Severity) -> Option<(usize, &Rule)> {
        self.rules.iter().enumerate().find(|(_, rule)| rule.when.fits(signal, severity))
    }

    /// For how long its cause raises no new incident after the last one.
    pub fn quiet(&self) -> TimeDelta {
        TimeDelta::minutes(i64::from(self.quiet_minutes))
    }
}

impl Match {
    fn fits(&self, signal: &Signal, severity: Severity) -> bool {
        let message = signal.message.to_lowercase();
        (self.source.is_empty() || self.source.to_lowercase() == signal.source.to_lowercase())
            && (self.item.is_none() || self.item == signal.item)
            && self.severity.is_none_or(|least| severity >= least)
            && self.words.to_lowercase().split_whitespace().all(|word| message.contains(word))
    }
}

impl Rule {
    /// Whether it names an entry of the directory.
    pub(super) fn names(&self, entry: EntryId) -> bool {
        let raised = match &self.then {
            Then::Incident(raise) => Some(raise),
            Then::Ignore | Then::Note => None,
        };
        match entry {
            EntryId::Item(id) => self.when.item == Some(id),
            EntryId::Group(id) => raised.is_some_and(|raise| raise.group == Some(id)),
            EntryId::Service(id) => raised.is_some_and(|raise| raise.service == Some(id)),
            EntryId::Category(id) => raised.is_some_and(|raise| raise.category == Some(id)),
            EntryId::Person(_) => false,
        }
    }
}

/// The rules with their texts trimmed, if they can be gone by.
pub(super) fn checked(desk: &Desk, mut wanted: Rules) -> Result<Rules, Refusal> {
    if wanted.rules.len() > MOST_RULES {
        return Err(Refusal::Invalid { field: "rules", because: "nobody keeps more than fifty in mind; join some" });
    }
    let mut names: Vec<String> = vec![];
    for rule in &mut wanted.rules {
        *rule = checked_rule(desk, rule.clone())?;
        let name = rule.name.to_lowercase();
        if names.contains(&name) {
            return Err(Refusal::Invalid {
                field: "name",
                because: "two rules have it, and an event could not say which held it back",
            });
        }
        names.push(name);
    }
    if wanted.quiet_minutes > LONGEST_SPAN {
        return Err(Refusal::Invalid { field: "quiet time", because: "after more than a week it is a new failure" });
    }
    [wanted.escalate, wanted.flapping].into_iter().flatten().try_for_each(repeats)?;
    if wanted == *desk.event_rules() {
        return Err(Refusal::Invalid { field: "rules", because: "they are as now; nothing would change" });
    }
    Ok(wanted)
}

fn repeats(of: Repeats) -> Result<(), Refusal> {
    let most = u32::try_from(MOST_KEPT).unwrap_or(u32::MAX);
    if !(2..=most).contains(&of.times) {
        return Err(Refusal::Invalid { field: "repeats", because: "from twice up to fifty times can be told apart" });
    }
    if !(1..=LONGEST_SPAN).contains(&of.minutes) {
        return Err(Refusal::Invalid { field: "minutes", because: "between one minute and a week makes sense" });
    }
    Ok(())
}

fn checked_rule(desk: &Desk, rule: Rule) -> Result<Rule, Refusal> {
    let name = filled(rule.name, "name", "an event says by this name which rule held it back")?;
    let Match { source, item, severity, words } = rule.when;
    let directory = desk.directory();
    let known = |entry: EntryId| desk.event_rules().rules.iter().any(|rule| rule.names(entry));
    // What a rule names already may stay when it is retired.
    let item_now = item.filter(|id| known(EntryId::Item(*id)));
    offered(desk, &directory.items, item, item_now, EntryId::Item, "configuration item")?;
    if let Then::Incident(raise) = &rule.then {
        on_scale(desk, raise.impact, "impact")?;
        on_scale(desk, raise.urgency, "urgency")?;
        let group = raise.group.filter(|id| known(EntryId::Group(*id)));
        offered(desk, &directory.groups, raise.group, group, EntryId::Group, "group")?;
        let service = raise.service.filter(|id| known(EntryId::Service(*id)));
        offered(desk, &directory.services, raise.service, service, EntryId::Service, "service")?;
        let category = raise.category.filter(|id| known(EntryId::Category(*id)));
        offered(desk, &directory.categories, raise.category, category, EntryId::Category, "category")?;
    }
    Ok(Rule { name, when: Match { source: trimmed(source), item, severity, words: trimmed(words) }, then: rule.then })
}
