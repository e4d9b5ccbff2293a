//! What keys can do, and where.

use super::Stroke;

/// Where something works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// On every page.
    Everywhere,
    /// In the list of incidents.
    Queue,
    /// On the page of an incident.
    Incident,
    /// In the check of the catalogue.
    Check,
}

impl Place {
    /// All of them.
    pub const ALL: [Place; 4] = [Place::Everywhere, Place::Queue, Place::Incident, Place::Check];

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Place::Everywhere => "Everywhere",
            Place::Queue => "In the queue",
            Place::Incident => "On an incident",
            Place::Check => "In the check of the catalogue",
        }
    }
}

macro_rules! actions {
    ($($(#[$about:meta])* $action:ident, $place:ident, $code:literal, $name:literal, $stroke:expr;)+) => {
        /// Something that a key can do.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Action {
            $($(#[$about])* #[doc = $name] $action,)+
        }

        pub(super) const DEFAULTS: [Stroke; Action::ALL.len()] = [$($stroke),+];

        impl Action {
            /// All of them, in the order in which they are listed.
            pub const ALL: [Action; [$($code),+].len()] = [$(Action::$action),+];

            /// Where it works.
            pub fn place(self) -> Place {
                match self {
                    $(Action::$action => Place::$place,)+
                }
            }

            /// The word by which it is stored. It never changes.
            pub fn code(self) -> &'static str {
                match self {
                    $(Action::$action => $code,)+
                }
            }

            /// What it does.
            pub fn name(self) -> &'static str {
                match self {
                    $(Action::$action => $name,)+
                }
            }
        }
    };
}

actions! {
    Search, Everywhere, "search", "Search in the queue", Stroke::One('/');
    Log, Everywhere, "log", "Log an incident", Stroke::One('c');
    GoDesk, Everywhere, "go-desk", "Go to the desk", Stroke::Led('d');
    GoHome, Everywhere, "go-home", "Go to the front page", Stroke::Led('h');
    GoReports, Everywhere, "go-reports", "Go to the reports", Stroke::Led('r');
    GoWorkspace, Everywhere, "go-workspace", "Go to workspaces and storage", Stroke::Led('w');
    GoHistory, Everywhere, "go-history", "Go to the history", Stroke::None;
    GoSettings, Everywhere, "go-settings", "Go to the settings", Stroke::Led('s');
    Why, Everywhere, "why", "Why this page", Stroke::One('w');
    Play, Everywhere, "play", "Play a role, or act as another person", Stroke::One('p');
    Keys, Everywhere, "keys", "The keys of this page", Stroke::One('?');
    Next, Queue, "next", "Next incident in the queue", Stroke::One('j');
    Previous, Queue, "previous", "Previous incident in the queue", Stroke::One('k');
    Open, Queue, "open", "Open the incident", Stroke::One('o');
    Select, Queue, "select", "Select the incident, or no longer", Stroke::One('x');
    Resolve, Incident, "resolve", "Resolve", Stroke::One('r');
    Start, Incident, "start", "Start work", Stroke::One('s');
    Assign, Incident, "assign", "Assign", Stroke::One('a');
    Hold, Incident, "hold", "Put on hold", Stroke::One('h');
    Edit, Incident, "edit", "Edit", Stroke::One('e');
    Link, Incident, "link", "Link to a parent or an earlier report", Stroke::One('l');
    Close, Incident, "close", "Close this incident", Stroke::None;
    Reopen, Incident, "reopen", "Reopen", Stroke::None;
    Cancel, Incident, "cancel", "Cancel this incident", Stroke::None;
    Fix, Check, "fix", "Mend the finding that the focus is on", Stroke::One('f');
    NextFinding, Check, "next-finding", "Next finding", Stroke::One('j');
    PreviousFinding, Check, "previous-finding", "Previous finding", Stroke::One('k');
}

impl Action {
    /// The action of a code; `None` if there is none.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|action| action.code() == code)
    }

    /// Whether both can be wanted in one place, so that one key could mean either.
    pub(super) fn meets(self, other: Action) -> bool {
        let (one, two) = (self.place(), other.place());
        one == two || one == Place::Everywhere || two == Place::Everywhere
    }
}
