//! Incidents that come again and again and have no problem yet: what a proactive eye would look into first.
//!
//! What makes incidents alike, the surest first: one telling word at the same configuration item, within the same
//! category, within the same service; then the item alone, as an item that everybody uses breaks in many ways. Each
//! incident is proposed once, with the largest group of the surest kind that it fits.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, TimeDelta, Utc};
use itsm::incident::{Incident, State};
use itsm::{CategoryId, IncidentId, ItemId, ServiceId};

use crate::Workspace;
use crate::similar::telling_words;
use crate::title::title;

/// Two are a coincidence.
pub const FEWEST: usize = 3;
/// How far back it is looked: a quarter of a year.
pub const LOOK_BACK_DAYS: i64 = 92;
/// A word that more than one in so many incidents say tells nothing about a cause.
const RARE: usize = 12;
/// What so few say may tell all the same: on a small desk everything may have one cause.
const FEW: usize = 12;

/// What a group of incidents has in common.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Common {
    /// The configuration item, and a word in what they are called.
    ItemWord(ItemId, String),
    /// A category, and a word in what they are called.
    CategoryWord(CategoryId, String),
    /// A service, and a word in what they are called.
    ServiceWord(ServiceId, String),
    /// The configuration item.
    Item(ItemId),
}

impl Common {
    /// Whether it is more than the place where it happened.
    fn is_telling(&self) -> bool {
        !matches!(self, Common::Item(_))
    }
}

/// A group of incidents that may have one cause.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recurring {
    /// What they have in common.
    pub common: Common,
    /// Which ones, oldest first.
    pub incidents: Vec<IncidentId>,
    /// How many are still open.
    pub open: usize,
    /// When the first was opened.
    pub first: DateTime<Utc>,
    /// When the last was opened.
    pub last: DateTime<Utc>,
}

/// Groups of at least [`FEWEST`] incidents of the last [`LOOK_BACK_DAYS`] before `now` that have something in common
/// and no problem yet: those with a telling word before those without, the largest first, at most `most`. Duplicates,
/// consequences of others and cancelled ones do not count: they are no failures of their own.
pub fn recurring(workspace: &Workspace, now: DateTime<Utc>, most: usize) -> Vec<Recurring> {
    let since = now - TimeDelta::days(LOOK_BACK_DAYS);
    let counts = |incident: &&Incident| {
        incident.opened_at >= since
            && incident.problem.is_none()
            && incident.duplicate_of.is_none()
            && incident.parent.is_none()
            && incident.state != State::Cancelled
    };
    let incidents: Vec<&Incident> = workspace.desk().incidents().filter(counts).collect();
    let mut groups = groups(workspace, &incidents);
    let mut found = vec![];
    let mut taken = BTreeSet::new();
    // The largest first; what it takes is no longer in the others.
    while found.len() < most {
        for ids in groups.values_mut() {
            ids.retain(|id| !taken.contains(id));
        }
        let largest = groups.iter().filter(|(_, ids)| ids.len() >= FEWEST);
        let largest = largest.max_by_key(|(common, ids)| (common.is_telling(), ids.len(), Reverse(*common)));
        let Some((common, ids)) = largest else { break };
        taken.extend(ids.iter().copied());
        found.extend(described(workspace, common.clone(), ids.clone()));
    }
    found
}

fn groups(workspace: &Workspace, incidents: &[&Incident]) -> BTreeMap<Common, Vec<IncidentId>> {
    let mut groups: BTreeMap<Common, Vec<IncidentId>> = BTreeMap::new();
    let mut said: BTreeMap<String, usize> = BTreeMap::new();
    let directory = workspace.desk().directory();
    for incident in incidents {
        if let Some(item) = incident.item {
            groups.entry(Common::Item(item)).or_default().push(incident.id);
        }
        // What an import derived as a title is made of categories and numbers: no words of people.
        let words =
            if incident.summary.trim().is_empty() { vec![] } else { telling_words(&title(workspace, incident.id)) };
        for word in words.into_iter().filter(|word| word.chars().all(char::is_alphabetic)) {
            *said.entry(word.clone()).or_default() += 1;
            if let Some(item) = incident.item.filter(|id| !says_itself(directory.item(*id), &word)) {
                groups.entry(Common::ItemWord(item, word.clone())).or_default().push(incident.id);
            }
            if let Some(category) = incident.category.filter(|id| !says_itself(directory.category(*id), &word)) {
                groups.entry(Common::CategoryWord(category, word.clone())).or_default().push(incident.id);
            }
            if let Some(service) = incident.service.filter(|id| !says_itself(directory.service(*id), &word)) {
                groups.entry(Common::ServiceWord(service, word)).or_default().push(incident.id);
            }
        }
    }
    let rare = (incidents.len() / RARE).max(FEW);
    groups.retain(|common, ids| {
        ids.len() >= FEWEST
            && match common {
                Common::Item(_) => true,
                Common::ItemWord(_, word) | Common::CategoryWord(_, word) | Common::ServiceWord(_, word) => {
                    said.get(word).is_some_and(|count| *count <= rare)
                }
            }
    });
    groups
}

/// Whether a name says a word anyway: that incidents in Printing say "printer" tells nothing.
fn says_itself(name: &str, word: &str) -> bool {
    const STEM: usize = 5;
    let stem: String = word.chars().take(STEM).collect();
    let name = name.to_lowercase();
    name.split(|letter: char| !letter.is_alphanumeric()).any(|part| part.starts_with(&stem))
}

fn described(workspace: &Workspace, common: Common, mut incidents: Vec<IncidentId>) -> Option<Recurring> {
    let opened = |id: &IncidentId| workspace.desk().incident(*id).ok().map(|incident| incident.opened_at);
    incidents.sort_by_key(|id| (opened(id), *id));
    let open =
        incidents.iter().filter(|id| workspace.desk().incident(**id).is_ok_and(|incident| incident.state.is_open()));
    let open = open.count();
    let (first, last) = (opened(incidents.first()?)?, opened(incidents.last()?)?);
    Some(Recurring { common, incidents, open, first, last })
}

impl Recurring {
    /// Why they are thought to belong together: "5 incidents at AP-2-07".
    pub fn reason(&self, workspace: &Workspace) -> String {
        let directory = workspace.desk().directory();
        let count = crate::say::number(self.incidents.len() as u64);
        match &self.common {
            Common::Item(item) => [&count, " incidents at ", directory.item(*item)].concat(),
            Common::ItemWord(item, word) => {
                [&count, " incidents at ", directory.item(*item), " that say \u{201c}", word, "\u{201d}"].concat()
            }
            Common::CategoryWord(category, word) => {
                [&count, " incidents in ", directory.category(*category), " that say \u{201c}", word, "\u{201d}"]
                    .concat()
            }
            Common::ServiceWord(service, word) => {
                [&count, " incidents of ", directory.service(*service), " that say \u{201c}", word, "\u{201d}"].concat()
            }
        }
    }
}
