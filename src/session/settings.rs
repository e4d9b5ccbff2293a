//! What the user chose about how the app looks and speaks. Kept apart from the work, in one small key that
//! `theme.js` reads before the first paint.

use journal::Store;
use learning::Edition;
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

impl Settings {
    /// How many queries are kept.
    pub const QUERIES: usize = 20;

    /// What is stored, or the defaults.
    pub fn load(store: &dyn Store) -> Self {
        let text = store.get(KEY).ok().flatten().unwrap_or_default();
        let stored: Stored = serde_json::from_str(&text).unwrap_or_default();
        Self {
            theme: match stored.theme.as_deref() {
                Some("light") => Theme::Light,
                Some("dark") => Theme::Dark,
                _ => Theme::System,
            },
            density: if stored.density.as_deref() == Some("compact") { Density::Compact } else { Density::Comfortable },
            motion: if stored.motion.as_deref() == Some("off") { Motion::Off } else { Motion::System },
            edition: stored.edition.as_deref().and_then(Edition::from_code).unwrap_or_default(),
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
        };
        if let Ok(text) = serde_json::to_string(&stored) {
            let _ = store.set(KEY, &text);
        }
    }
}
