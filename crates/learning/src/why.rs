//! Why a page is there: what its practice is for, its terms, and what examinees mix up, in each edition.
//!
//! The texts are data (`public/content/why-1.json`), fetched when somebody asks. They are our own words; each says where
//! its facts can be read up and how sure we are.

use serde::Deserialize;

use crate::edition::{Confidence, Edition};

/// The name of the file, beside the app. Its number grows with its form.
pub const FILE: &str = "content/why-1.json";

/// What a page is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// The contact with users.
    ServiceDesk,
    /// Restoring services.
    Incident,
    /// The gravest incidents.
    Major,
    /// Finding and managing causes.
    Problem,
    /// Making changes succeed.
    Change,
    /// Fulfilling requests.
    Request,
    /// Agreeing on and watching targets.
    Level,
    /// Knowing what there is.
    Configuration,
    /// Noticing changes of state.
    Event,
    /// Using what is known.
    Knowledge,
    /// Getting better.
    Improvement,
    /// Those whom services are built on.
    Supplier,
    /// Being there when needed.
    Availability,
    /// Saying what is offered to whom.
    Catalogue,
    /// Choosing what to offer at all.
    Portfolio,
    /// Figures to decide by.
    Measures,
    /// Working time, targets and priorities.
    Rules,
    /// What was done, and by whom.
    Journal,
    /// Service management as such.
    ServiceManagement,
}

impl Topic {
    /// Every topic.
    pub const ALL: [Topic; 19] = [
        Topic::ServiceDesk,
        Topic::Incident,
        Topic::Major,
        Topic::Problem,
        Topic::Change,
        Topic::Request,
        Topic::Level,
        Topic::Configuration,
        Topic::Event,
        Topic::Knowledge,
        Topic::Improvement,
        Topic::Supplier,
        Topic::Availability,
        Topic::Catalogue,
        Topic::Portfolio,
        Topic::Measures,
        Topic::Rules,
        Topic::Journal,
        Topic::ServiceManagement,
    ];

    /// The topic of a name in the file.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.code() == code)
    }

    /// Its name in the file.
    pub fn code(self) -> &'static str {
        match self {
            Topic::ServiceDesk => "service-desk",
            Topic::Incident => "incident",
            Topic::Major => "major",
            Topic::Problem => "problem",
            Topic::Change => "change",
            Topic::Request => "request",
            Topic::Level => "level",
            Topic::Configuration => "configuration",
            Topic::Event => "event",
            Topic::Knowledge => "knowledge",
            Topic::Improvement => "improvement",
            Topic::Supplier => "supplier",
            Topic::Availability => "availability",
            Topic::Catalogue => "catalogue",
            Topic::Portfolio => "portfolio",
            Topic::Measures => "measures",
            Topic::Rules => "rules",
            Topic::Journal => "journal",
            Topic::ServiceManagement => "itsm",
        }
    }
}

/// A word or two, and what is said of them.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Said(pub String, pub String);

/// What one edition says of a topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// What this edition calls it.
    pub name: String,
    /// What it counts it as ("practice").
    pub kind: String,
    /// What it is for.
    pub purpose: String,
    /// Its key terms.
    pub terms: Vec<Said>,
    /// What is usually mixed up, and how it differs.
    pub confusions: Vec<Said>,
    /// A remark; may be empty.
    pub note: String,
    /// Where it can be read up.
    pub source: String,
    /// How sure we are.
    pub confidence: Confidence,
}

/// All of it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Whys {
    version: u32,
    topics: Vec<Stored>,
}

#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
struct Stored {
    topic: String,
    v3: Page,
    #[serde(rename = "4")]
    v4: Page,
    #[serde(rename = "5")]
    v5: Page,
}

/// What one edition says. With `like`, what is left out stands with the edition of that code.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Page {
    like: Option<String>,
    name: String,
    kind: String,
    purpose: String,
    terms: Vec<Said>,
    confusions: Vec<Said>,
    note: String,
    source: String,
    confidence: String,
}

impl Whys {
    /// The version of the form that is understood.
    const VERSION: u32 = 1;

    /// Reads the file; `None` if it is damaged or of another version.
    pub fn read(text: &str) -> Option<Self> {
        serde_json::from_str::<Self>(text).ok().filter(|whys| whys.version == Self::VERSION)
    }

    /// What an edition says of a topic; `None` if the file has nothing on it.
    pub fn of(&self, topic: Topic, edition: Edition) -> Option<Why> {
        let stored = self.topics.iter().find(|stored| stored.topic == topic.code())?;
        let own = stored.page(edition);
        let full = match &own.like {
            Some(code) => stored.page(Edition::from_code(code)?),
            None => own,
        };
        Some(Why {
            name: full.name.clone(),
            kind: full.kind.clone(),
            purpose: full.purpose.clone(),
            terms: full.terms.clone(),
            confusions: full.confusions.clone(),
            note: if own.like.is_some() && !full.note.is_empty() {
                [&*full.note, " ", &*own.note].concat().trim().to_owned()
            } else {
                own.note.clone()
            },
            source: own.source.clone(),
            confidence: if own.confidence == "settled" { Confidence::Settled } else { Confidence::Reported },
        })
    }
}

impl Stored {
    fn page(&self, edition: Edition) -> &Page {
        match edition {
            Edition::V3 => &self.v3,
            Edition::V4 => &self.v4,
            Edition::V5 => &self.v5,
        }
    }
}
