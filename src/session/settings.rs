//! What the user chose about how the app looks and speaks. Kept apart from the work, in one small key that
//! `theme.js` reads before the first paint.

use journal::Store;
use learning::Edition;
use preferences::{Chosen, Dates, FirstDay, Grouping, Hours, Keymap};
use serde::{Deserialize, Serialize};

const KEY: &str = "service-dojo/settings";

/// Light, dark, or what the system says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// What the system says.
    #[default]
    System,
    /// Paper.
    Light,
    /// Ink.
    Dark,
}

/// How close together rows stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Density {
    /// Rows of 40 pixels.
    #[default]
    Comfortable,
    /// Rows of 32 pixels.
    Compact,
}

/// Whether things may move.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Motion {
    /// As the system says.
    #[default]
    System,
    /// Never.
    Off,
}

/// Everything chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Colours.
    pub theme: Theme,
    /// Rows.
    pub density: Density,
    /// Movement.
    pub motion: Motion,
    /// The vocabulary.
    pub edition: Edition,
    /// Dates, times and numbers, as far as they are not to follow the browser's language.
    pub format: Chosen,
    /// Which key does what.
    pub keys: Keymap,
    /// The workspace that was open last, by its id.
    pub workspace: Option<String>,
    /// What was asked of queues, the latest first; at most [`Settings::QUERIES`].
    pub queries: Vec<String>,
    /// The columns of the queue, as `workspace::columns` writes them; empty for the usual ones.
    pub columns: String,
}

/// The stored form. Every field may be missing; what is not understood falls back to the default.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct Stored {
    #[serde(skip_serializing_if = "Option::is_none")]
    theme: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    density: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    motion: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    edition: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    workspace: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    queries: Vec<String>,
    #[serde(skip_serializing_if = "String::is_empty")]
    columns: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    dates: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hours: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    grouping: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    first_day: Option<String>,
    /// `off` if no single key does anything.
    #[serde(skip_serializing_if = "Option::is_none")]
    single_keys: Option<String>,
    /// Action and stroke in turn, of those that were changed: a list of words, as `queries` is.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    keys: Vec<String>,
}

impl Theme {
    /// The value of `data-theme`; `None` leaves it to the system.
    pub fn attribute(self) -> Option<&'static str> {
        match self {
            Theme::System => None,
            Theme::Light => Some("light"),
            Theme::Dark => Some("dark"),
        }
    }
}

impl Density {
    /// The value of `data-density`.
    pub fn attribute(self) -> Option<&'static str> {
        match self {
            Density::Comfortable => None,
            Density::Compact => Some("compact"),
        }
    }
}

impl Motion {
    /// The value of `data-motion`.
    pub fn attribute(self) -> Option<&'static str> {
        match self {
            Motion::System => None,
            Motion::Off => Some("off"),
        }
    }
}

impl Stored {
    fn format(&self) -> Chosen {
        Chosen {
            dates: self.dates.as_deref().and_then(Dates::from_code),
            hours: self.hours.as_deref().and_then(Hours::from_code),
            grouping: self.grouping.as_deref().and_then(Grouping::from_code),
            first_day: self.first_day.as_deref().and_then(FirstDay::from_code),
        }
    }

    fn keymap(&self) -> Keymap {
        let pairs = self.keys.chunks_exact(2).filter_map(|pair| match pair {
            [action, stroke] => Some((action.as_str(), stroke.as_str())),
            _ => None,
        });
        let mut keymap = Keymap::with_changes(pairs);
        keymap.is_off = self.single_keys.as_deref() == Some("off");
        keymap
    }
}

impl Settings {
    /// How many queries are kept.
    pub const QUERIES: usize = 20;

    /// What is stored, or the defaults.
    pub fn load(store: &dyn Store) -> Self {
        Self::read(&store.get(KEY).ok().flatten().unwrap_or_default())
    }

    /// What another tab has just stored under `key`, if these are settings.
    pub fn heard(key: &str, text: Option<&str>) -> Option<Self> {
        (key == KEY).then(|| Self::read(text.unwrap_or_default()))
    }

    fn read(text: &str) -> Self {
        let stored: Stored = serde_json::from_str(text).unwrap_or_default();
        Self {
            theme: match stored.theme.as_deref() {
                Some("light") => Theme::Light,
                Some("dark") => Theme::Dark,
                _ => Theme::System,
            },
            density: if stored.density.as_deref() == Some("compact") { Density::Compact } else { Density::Comfortable },
            motion: if stored.motion.as_deref() == Some("off") { Motion::Off } else { Motion::System },
            edition: stored.edition.as_deref().and_then(Edition::from_code).unwrap_or_default(),
            format: stored.format(),
            keys: stored.keymap(),
            workspace: stored.workspace,
            queries: stored.queries.into_iter().take(Self::QUERIES).collect(),
            columns: stored.columns,
        }
    }

    /// Stores them. A failure is not worth a message: the choice holds until the page is left.
    pub fn save(&self, store: &dyn Store) {
        let stored = Stored {
            theme: self.theme.attribute().map(str::to_owned),
            density: self.density.attribute().map(str::to_owned),
            motion: self.motion.attribute().map(str::to_owned),
            edition: Some(self.edition.code().to_owned()),
            workspace: self.workspace.clone(),
            queries: self.queries.clone(),
            columns: self.columns.clone(),
            dates: self.format.dates.map(|dates| dates.code().to_owned()),
            hours: self.format.hours.map(|hours| hours.code().to_owned()),
            grouping: self.format.grouping.map(|grouping| grouping.code().to_owned()),
            first_day: self.format.first_day.map(|day| day.code().to_owned()),
            single_keys: self.keys.is_off.then(|| "off".to_owned()),
            keys: self.keys.changes().into_iter().flat_map(|(action, stroke)| [action, stroke]).collect(),
        };
        if let Ok(text) = serde_json::to_string(&stored) {
            let _ = store.set(KEY, &text);
        }
    }
}
