//! The check of a catalogue: what a colleague with experience would point at before customers see it.
//!
//! Rules are pure: they see a [`Catalogue`] and the day, and say what they found, where, why it matters and, where
//! that can be known, what would mend it. They forbid nothing. A mend never invents what only people know (an owner, a
//! price): such a finding has none. One idea a file; each file has its `RULES`.

mod abbreviations;
mod approvals;
mod bundles;
mod categories;
mod choices;
mod complete;
mod conditions;
mod days;
mod fields;
mod fix;
mod jargon;
mod links;
mod mend;
mod missing;
mod money;
mod names;
mod offerings;
mod outcomes;
mod place;
mod possible;
mod promise;
mod reading;
mod references;
mod refers;
mod reports;
mod settings;
mod steps;
mod twins;
mod warranty;
mod words;

use std::sync::Arc;

use chrono::NaiveDate;

use super::document::{Catalogue, Listed};
use super::offering::Offering;
use super::portfolio::{Stage, Status};
use crate::desk::Desk;
use crate::ids::ServiceId;

pub use complete::{Completeness, Piece, completeness};
pub use fix::{Change, Fix};
pub use place::{Part, Place};

/// How much a rule weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Level {
    /// Customers are misled or stuck, or what is written contradicts itself.
    Must,
    /// Something that customers or colleagues need is not there.
    Should,
    /// It could be better.
    Could,
}

impl Level {
    /// Every level, the heaviest first.
    pub const ALL: [Level; 3] = [Level::Must, Level::Should, Level::Could];

    /// The level in a word.
    pub fn word(self) -> &'static str {
        match self {
            Level::Must => "Must",
            Level::Should => "Should",
            Level::Could => "Could",
        }
    }
}

/// A rule of the check.
pub struct Rule {
    /// What it is known by for ever ("no-owner").
    pub code: &'static str,
    /// How much it weighs.
    pub level: Level,
    /// What is wrong, in at most eight words.
    pub title: &'static str,
    /// Why that matters, as a teacher would say it, in at most 30 words.
    pub reason: &'static str,
    finds: Finds,
}

/// How a rule looks.
enum Finds {
    /// At each service.
    Service(fn(&Here) -> Vec<Found>),
    /// At each offering.
    Offering(fn(&Here, &Offering) -> Vec<Found>),
    /// At the catalogue as a whole.
    Whole(fn(&Catalogue) -> Vec<(Place, Found)>),
}

impl std::fmt::Debug for Rule {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(to, "Rule({})", self.code)
    }
}

/// Two rules are one if their codes are.
impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

/// The service that a rule looks at.
struct Here<'a> {
    catalogue: &'a Catalogue,
    today: NaiveDate,
    id: ServiceId,
    listed: &'a Listed,
    names: &'a jargon::Names,
}

/// What a rule found at a part of a service.
struct Found {
    part: Part,
    about: Arc<str>,
    fix: Option<Fix>,
}

impl Found {
    fn new(part: Part) -> Self {
        Self { part, about: Arc::from(""), fix: None }
    }

    fn about(self, about: impl Into<Arc<str>>) -> Self {
        Self { about: about.into(), ..self }
    }

    fn fix(self, fix: impl Into<Option<Fix>>) -> Self {
        Self { fix: fix.into(), ..self }
    }
}

/// Something that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// By which rule.
    pub rule: &'static Rule,
    /// Where.
    pub place: Place,
    /// What exactly, in a few words; may be empty where the rule says it all.
    pub about: Arc<str>,
    /// What would mend it, where that can be known.
    pub fix: Option<Fix>,
}

/// Every rule, in the order in which a service is read.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    [
        settings::RULES,
        missing::RULES,
        names::RULES,
        twins::RULES,
        outcomes::RULES,
        warranty::RULES,
        promise::RULES,
        jargon::RULES,
        abbreviations::RULES,
        reading::RULES,
        references::RULES,
        days::RULES,
        links::RULES,
        categories::RULES,
        offerings::RULES,
        money::RULES,
        bundles::RULES,
        reports::RULES,
        fields::RULES,
        choices::RULES,
        conditions::RULES,
        approvals::RULES,
        steps::RULES,
    ]
    .into_iter()
    .flatten()
}

/// A rule by its code.
pub fn rule(code: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.code == code)
}

/// Everything that the rules find in a catalogue on a day: by place, at each place the heaviest first. Of services that
/// are rejected, retired or obsolete only what others still need of them is looked at.
pub fn check(catalogue: &Catalogue, today: NaiveDate) -> Vec<Finding> {
    let mut findings = Vec::new();
    for rule in rules() {
        if let Finds::Whole(find) = rule.finds {
            findings.extend(find(catalogue).into_iter().map(|(place, found)| rule.finding(place, found)));
        }
    }
    let names = jargon::Names::of(catalogue);
    for (id, listed) in &catalogue.services {
        if is_looked_at(listed.status) {
            findings.extend(at(&Here { catalogue, today, id: *id, listed, names: &names }));
        }
    }
    findings.sort_by(|one, other| {
        let key = |finding: &Finding| (finding.place.service(), finding.rule.level);
        key(one).cmp(&key(other))
    });
    findings
}

/// What the rules find in one service, the heaviest first.
pub fn check_service(catalogue: &Catalogue, id: ServiceId, today: NaiveDate) -> Vec<Finding> {
    let Some(listed) = catalogue.services.get(&id).filter(|listed| is_looked_at(listed.status)) else {
        return Vec::new();
    };
    let mut findings = at(&Here { catalogue, today, id, listed, names: &jargon::Names::of(catalogue) });
    for rule in rules() {
        if let Finds::Whole(find) = rule.finds {
            let here = find(catalogue).into_iter().filter(|(place, _)| place.service() == Some(id));
            findings.extend(here.map(|(place, found)| rule.finding(place, found)));
        }
    }
    findings.sort_by_key(|finding| finding.rule.level);
    findings
}

/// A desk's drafts as one catalogue that knows every name of the desk, so that internal names and what is retired are
/// found, too.
pub fn of_desk(desk: &Desk) -> Catalogue {
    let drafts = super::catalogue(desk, super::Which::Drafts);
    Catalogue { directory: desk.directory().clone(), ..drafts }
}

fn is_looked_at(status: Status) -> bool {
    status != Status::Rejected && status.stage() != Stage::Retired
}

fn at(here: &Here) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut note = |rule: &'static Rule, found: Vec<Found>| {
        findings.extend(found.into_iter().map(|found| rule.finding(Place::Service(here.id, found.part), found)));
    };
    for rule in rules() {
        match rule.finds {
            Finds::Service(find) => note(rule, find(here)),
            Finds::Offering(find) => {
                for offering in &here.listed.content.offerings {
                    note(rule, find(here, offering));
                }
            }
            Finds::Whole(_) => {}
        }
    }
    findings
}

impl Rule {
    const fn service(
        code: &'static str,
        level: Level,
        title: &'static str,
        reason: &'static str,
        find: fn(&Here) -> Vec<Found>,
    ) -> Self {
        Self { code, level, title, reason, finds: Finds::Service(find) }
    }

    const fn offering(
        code: &'static str,
        level: Level,
        title: &'static str,
        reason: &'static str,
        find: fn(&Here, &Offering) -> Vec<Found>,
    ) -> Self {
        Self { code, level, title, reason, finds: Finds::Offering(find) }
    }

    const fn whole(
        code: &'static str,
        level: Level,
        title: &'static str,
        reason: &'static str,
        find: fn(&Catalogue) -> Vec<(Place, Found)>,
    ) -> Self {
        Self { code, level, title, reason, finds: Finds::Whole(find) }
    }

    fn finding(&'static self, place: Place, found: Found) -> Finding {
        Finding { rule: self, place, about: found.about, fix: found.fix }
    }
}
