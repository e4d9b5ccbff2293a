//! Events that come in: each finds its cause, is judged by the rules, and becomes part of its alert; now and then an
//! incident is raised. All of one command are decided together, each seeing what those before it did.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};

use super::allowed::{Action, check};
use super::{Steps, on};
use crate::desk::{Context, Desk, Happening, RecordId};
use crate::directory::EntryId;
use crate::fields::{filled, on_scale, trimmed};
use crate::ids::{AlertId, IncidentId, Key};
use crate::incident::{self, Channel, Report};
use crate::link::{self, Link, Relation};
use crate::monitoring::command::Signal;
use crate::monitoring::event::Event;
use crate::monitoring::judge::{self, Incidents, Outcome};
use crate::monitoring::record::Alert;
use crate::monitoring::rules::Raise;
use crate::priority::Level;
use crate::refusal::Refusal;
use crate::retire::offered;

/// So many events at once: what one line of the journal holds.
pub const MOST_SIGNALS: usize = 200;
/// A source's clock may be so far ahead of the desk's.
const AHEAD: TimeDelta = TimeDelta::minutes(5);
/// The longest source and key, in bytes.
const LONGEST_NAME: usize = 200;
/// The longest message, in bytes.
const LONGEST_MESSAGE: usize = 600;

/// What tells the cause of an event from others: its key; without one, source, item and message without its figures,
/// so that "disk 91 % full" and "disk 93 % full" are one.
pub fn key_of(signal: &Signal) -> Arc<str> {
    if !signal.key.is_empty() {
        return signal.key.clone();
    }
    let item = signal.item.map(|id| format!("{}-{:x}", id.0.number, id.0.tag)).unwrap_or_default();
    let words = signal.message.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty());
    let message = words.map(str::to_lowercase).collect::<Vec<_>>().join(" ");
    Arc::from([signal.source.to_lowercase(), item, message].join("|"))
}

pub(super) fn take_in(desk: &Desk, signals: Vec<Signal>, context: &Context) -> Result<Steps, Refusal> {
    if signals.is_empty() {
        return Err(Refusal::Missing { field: "events", because: "there is nothing to take in" });
    }
    if signals.len() > MOST_SIGNALS {
        return Err(Refusal::Invalid {
            field: "events",
            because: "at most 200 are taken in at once; send the rest after",
        });
    }
    let mut checked: Vec<(DateTime<Utc>, Signal)> = vec![];
    for signal in signals {
        checked.push(fits(desk, signal, context.now)?);
    }
    // By when they happened; what happened at one instant keeps its order.
    checked.sort_by_key(|(at, _)| *at);
    let mut desk_to_be = ToBe::of(desk, context);
    for (at, signal) in &checked {
        desk_to_be.take(signal, *at);
    }
    Ok(desk_to_be.steps)
}

/// The signal with its texts trimmed, and when it happened.
fn fits(desk: &Desk, signal: Signal, now: DateTime<Utc>) -> Result<(DateTime<Utc>, Signal), Refusal> {
    let source = filled(signal.source, "source", "somebody has to know which tool to ask")?;
    let message = filled(signal.message, "message", "an event that says nothing helps nobody")?;
    let key = trimmed(signal.key);
    if source.len() > LONGEST_NAME || key.len() > LONGEST_NAME || message.len() > LONGEST_MESSAGE {
        return Err(Refusal::Invalid {
            field: "message",
            because: "it is too long to be read at a glance; shorten it",
        });
    }
    offered(desk, &desk.directory().items, signal.item, signal.item, EntryId::Item, "configuration item")?;
    let at = signal.at.unwrap_or(now);
    if at > now + AHEAD {
        return Err(Refusal::Invalid {
            field: "time",
            because: "it lies more than five minutes ahead; the source's clock or time zone is wrong",
        });
    }
    Ok((at, Signal { source, message, key, ..signal }))
}

/// The alerts and incidents as the events of this command leave them.
struct ToBe<'a> {
    desk: &'a Desk,
    context: &'a Context,
    /// Alerts by key: those of the desk, and what was done to them. The oldest of one key stands for all.
    alerts: BTreeMap<Arc<str>, Alert>,
    incidents: BTreeMap<Arc<str>, Incidents>,
    next_alert: Key,
    next_incident: Key,
    steps: Steps,
}

impl<'a> ToBe<'a> {
    fn of(desk: &'a Desk, context: &'a Context) -> Self {
        let mut to_be = Self {
            desk,
            context,
            alerts: BTreeMap::new(),
            incidents: BTreeMap::new(),
            next_alert: Key::from(desk.alerts.next(context.tag)),
            next_incident: desk.next_incident(context.tag).0,
            steps: vec![],
        };
        for alert in desk.alerts.all() {
            let incidents = to_be.incidents.entry(alert.key.clone()).or_default();
            *incidents = desk.incidents_of_alert(alert.id).fold(*incidents, |known, id| with_incident(desk, known, id));
            to_be.alerts.entry(alert.key.clone()).or_insert_with(|| alert.clone());
        }
        to_be
    }

    fn take(&mut self, signal: &Signal, at: DateTime<Utc>) {
        let rules = self.desk.event_rules();
        let key = key_of(signal);
        let before = self.alerts.get(&key);
        let incidents = self.incidents.get(&key).copied().unwrap_or_default();
        let judged = judge::judge(rules, before, incidents, signal, at);
        let (raise, outcome) = (judged.raise, judged.verdict.outcome);
        let sighting = Box::new(judge::sighting(signal, at, judged));
        let (now, by) = (self.context.now, self.context.actor);
        let id = match self.alerts.get_mut(&key) {
            Some(alert) => {
                let event = Event::Repeated(sighting);
                alert.change(&event, now, by);
                self.steps.push(on(alert.id, event));
                alert.id
            }
            None => {
                let id = AlertId(self.next_alert);
                self.next_alert = following(self.next_alert);
                self.alerts.insert(key.clone(), Alert::begun(id, &sighting, now));
                self.steps.push(on(id, Event::Begun(sighting)));
                id
            }
        };
        if let Some(raise) = raise {
            let report = report(self.desk, signal, raise);
            self.steps.extend(raised(IncidentId(self.next_incident), report, id));
            self.next_incident = following(self.next_incident);
            self.incidents.insert(key, Incidents { open: true, ended_at: None });
        } else if outcome == Outcome::Cleared {
            self.tell_incidents(id, signal);
        }
    }

    /// That the source has recovered stands on the incident, too: it may be over, which a person has to confirm.
    fn tell_incidents(&mut self, id: AlertId, signal: &Signal) {
        let text: Arc<str> = Arc::from(format!("{}: {}", signal.source, signal.message));
        let note = |incident| Happening::Incident(incident, incident::Event::Noted { text: text.clone() });
        let is_open = |id: &IncidentId| self.desk.incident(*id).is_ok_and(|incident| incident.state.is_open());
        let of_desk = self.desk.incidents_of_alert(id).filter(is_open);
        let raised_now = self.steps.iter().filter_map(|step| match step {
            Happening::Link(RecordId::Alert(from), link::Event::Linked(Link { to: RecordId::Incident(to), .. }))
                if *from == id =>
            {
                Some(*to)
            }
            _ => None,
        });
        let notes: Steps = of_desk.chain(raised_now).map(note).collect();
        self.steps.extend(notes);
    }
}

fn following(key: Key) -> Key {
    Key { number: key.number.saturating_add(1), ..key }
}

/// What is known of a cause's incidents, with one more of them.
fn with_incident(desk: &Desk, known: Incidents, id: IncidentId) -> Incidents {
    let Ok(incident) = desk.incident(id) else { return known };
    if incident.state.is_open() {
        return Incidents { open: true, ..known };
    }
    let resolved_at = incident.resolution.as_ref().map(|end| end.at);
    let ended_at = resolved_at.unwrap_or(incident.changed_at);
    Incidents { ended_at: known.ended_at.max(Some(ended_at)), ..known }
}

/// The incident that a rule raises. What was retired since the rule was written is left out, and what is off the
/// present scale goes to its nearest step: that an incident is raised matters more than where it goes.
fn report(desk: &Desk, signal: &Signal, raise: &Raise) -> Report {
    let still = |entry: EntryId| desk.directory().name(entry).is_some() && !desk.directory().is_retired(entry);
    let nearest = |level: Level| Level(level.0.clamp(1, desk.matrix().size()));
    let told = format!("Raised by monitoring.\nSource: {}\n{}", signal.source, signal.message);
    Report {
        summary: signal.message.clone(),
        description: Arc::from(told),
        channel: Channel::Monitoring,
        caller: None,
        service: raise.service.filter(|id| still(EntryId::Service(*id))),
        item: signal.item,
        category: raise.category.filter(|id| still(EntryId::Category(*id))),
        impact: nearest(raise.impact),
        urgency: nearest(raise.urgency),
        group: raise.group.filter(|id| still(EntryId::Group(*id))),
        assignee: None,
        follows: None,
    }
}

fn raised(incident: IncidentId, report: Report, from: AlertId) -> [Happening; 2] {
    let link = Link { relation: Relation::LedTo, to: RecordId::Incident(incident) };
    [
        Happening::Incident(incident, incident::Event::Logged(Box::new(report))),
        Happening::Link(RecordId::Alert(from), link::Event::Linked(link)),
    ]
}

pub(super) fn raise_by_hand(desk: &Desk, id: AlertId, like: &Raise, context: &Context) -> Result<Steps, Refusal> {
    let alert = check(desk, id, Action::Raise)?;
    on_scale(desk, like.impact, "impact")?;
    on_scale(desk, like.urgency, "urgency")?;
    let directory = desk.directory();
    offered(desk, &directory.groups, like.group, None, EntryId::Group, "group")?;
    offered(desk, &directory.services, like.service, None, EntryId::Service, "service")?;
    offered(desk, &directory.categories, like.category, None, EntryId::Category, "category")?;
    let signal = Signal {
        source: alert.source.clone(),
        item: alert.item,
        key: alert.key.clone(),
        severity: alert.severity,
        message: alert.message.clone(),
        at: None,
        recovers: false,
    };
    let mut steps = vec![on(id, Event::RaisedByHand)];
    steps.extend(raised(desk.next_incident(context.tag), report(desk, &signal, like), id));
    Ok(steps)
}
