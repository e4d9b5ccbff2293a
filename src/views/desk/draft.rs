//! What a form knows of an incident while it is being filled in: for logging one and for correcting one.

use std::sync::Arc;

use itsm::incident::{Amendment, Channel, Incident, Report};
use itsm::{CategoryId, Fill, GroupId, ItemId, Level, PersonId, ServiceId};
use leptos::prelude::*;
use workspace::query::{key_of, key_text};

use crate::session::Fields;

/// The fields of a form.
#[derive(Clone, Copy)]
pub struct Draft {
    /// One line.
    pub summary: RwSignal<String>,
    /// What the caller told.
    pub description: RwSignal<String>,
    /// A channel's word.
    pub channel: RwSignal<String>,
    /// A person's key.
    pub caller: RwSignal<String>,
    /// A service's key.
    pub service: RwSignal<String>,
    /// A configuration item's key.
    pub item: RwSignal<String>,
    /// A category's key.
    pub category: RwSignal<String>,
    /// A level's number.
    pub impact: RwSignal<String>,
    /// A level's number.
    pub urgency: RwSignal<String>,
    /// A group's key.
    pub group: RwSignal<String>,
    /// A person's key.
    pub assignee: RwSignal<String>,
}

fn field(text: impl Into<String>) -> RwSignal<String> {
    RwSignal::new(text.into())
}

fn known(key: Option<itsm::Key>) -> RwSignal<String> {
    field(key.map(key_text).unwrap_or_default())
}

fn words(signal: RwSignal<String>) -> Arc<str> {
    signal.with_untracked(|text| text.trim().into())
}

fn id(signal: RwSignal<String>) -> Option<itsm::Key> {
    signal.with_untracked(|text| key_of(text))
}

/// A level that is not chosen yet is 0, which no matrix has: deciding refuses it and says so.
fn level(signal: RwSignal<String>) -> Level {
    Level(signal.with_untracked(|text| text.parse().unwrap_or(0)))
}

impl Draft {
    /// An empty form, for a call.
    pub fn blank() -> Self {
        Self {
            summary: field(""),
            description: field(""),
            channel: field(Channel::Phone.word()),
            caller: field(""),
            service: field(""),
            item: field(""),
            category: field(""),
            impact: field(""),
            urgency: field(""),
            group: field(""),
            assignee: field(""),
        }
    }

    /// The form of an incident that is to be corrected.
    pub fn of(incident: &Incident) -> Self {
        Self {
            summary: field(&*incident.summary),
            description: field(&*incident.description),
            channel: field(incident.channel.word()),
            caller: known(incident.caller.map(|id| id.0)),
            service: known(incident.service.map(|id| id.0)),
            item: known(incident.item.map(|id| id.0)),
            category: known(incident.category.map(|id| id.0)),
            impact: field(incident.impact.0.to_string()),
            urgency: field(incident.urgency.0.to_string()),
            group: known(incident.group.map(|id| id.0)),
            assignee: known(incident.assignee.map(|id| id.0)),
        }
    }

    /// Every field by name, to be kept while it is filled in.
    pub fn fields(&self) -> Fields {
        vec![
            ("summary", self.summary),
            ("description", self.description),
            ("channel", self.channel),
            ("caller", self.caller),
            ("service", self.service),
            ("item", self.item),
            ("category", self.category),
            ("impact", self.impact),
            ("urgency", self.urgency),
            ("group", self.group),
            ("assignee", self.assignee),
        ]
    }

    /// The form of a template.
    pub fn of_fill(fill: &Fill) -> Self {
        let [summary, description, impact, urgency, service, category, item, group, assignee] =
            Self::texts_of(fill).map(field);
        Self { summary, description, impact, urgency, service, category, item, group, assignee, ..Self::blank() }
    }

    /// What a template says, as the fields hold it: summary, description, impact, urgency, service, category, item,
    /// group, person.
    pub fn texts_of(fill: &Fill) -> [String; 9] {
        let level = |level: Option<Level>| level.map_or_else(String::new, |level| level.0.to_string());
        let key = |key: Option<itsm::Key>| key.map(key_text).unwrap_or_default();
        [
            fill.summary.to_string(),
            fill.description.to_string(),
            level(fill.impact),
            level(fill.urgency),
            key(fill.service.map(|id| id.0)),
            key(fill.category.map(|id| id.0)),
            key(fill.item.map(|id| id.0)),
            key(fill.group.map(|id| id.0)),
            key(fill.assignee.map(|id| id.0)),
        ]
    }

    /// What a template of this form would fill in. Nothing is said of the caller.
    pub fn fill(&self) -> Fill {
        let Report { summary, description, service, item, category, impact, urgency, group, assignee, .. } =
            self.report();
        let chosen = |level: Level| Some(level).filter(|level| level.0 > 0);
        let (impact, urgency) = (chosen(impact), chosen(urgency));
        Fill { summary, description, impact, urgency, service, item, category, group, assignee }
    }

    fn chosen_channel(&self) -> Channel {
        let word = self.channel.get_untracked();
        Channel::ALL.into_iter().find(|channel| channel.word() == word).unwrap_or(Channel::Phone)
    }

    /// What is to be logged.
    pub fn report(&self) -> Report {
        Report {
            summary: words(self.summary),
            description: words(self.description),
            channel: self.chosen_channel(),
            caller: id(self.caller).map(PersonId),
            service: id(self.service).map(ServiceId),
            item: id(self.item).map(ItemId),
            category: id(self.category).map(CategoryId),
            impact: level(self.impact),
            urgency: level(self.urgency),
            group: id(self.group).map(GroupId),
            assignee: id(self.assignee).map(PersonId),
            follows: None,
        }
    }

    /// What differs from the incident as it is now.
    pub fn amendments(&self, incident: &Incident) -> Vec<Amendment> {
        let Report { summary, description, channel, caller, service, item, category, impact, urgency, .. } =
            self.report();
        let candidates = [
            (summary != incident.summary, Amendment::Summary(summary)),
            (description != incident.description, Amendment::Description(description)),
            (channel != incident.channel, Amendment::Channel(channel)),
            (caller != incident.caller, Amendment::Caller(caller)),
            (service != incident.service, Amendment::Service(service)),
            (item != incident.item, Amendment::Item(item)),
            (category != incident.category, Amendment::Category(category)),
            (impact != incident.impact, Amendment::Impact(impact)),
            (urgency != incident.urgency, Amendment::Urgency(urgency)),
        ];
        candidates.into_iter().filter(|(differs, _)| *differs).map(|(_, amendment)| amendment).collect()
    }
}
