//! Every place in the app, and the only maker of links: so a site under a sub-path keeps working.

mod catalogue;
mod learn;
mod shift;

use std::sync::OnceLock;

use itsm::{Card, RecordId};
use workspace::query::key_text;

pub use catalogue::{Counter, Shelf};
pub use learn::Lesson;
pub use shift::Stand;

/// A place in the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The front page.
    Home,
    /// The queue, narrowed and sorted by the parameters of its address (without `?`; may be empty).
    Desk(String),
    /// The form that logs an incident.
    NewIncident,
    /// What the desk's measures say.
    Reports,
    /// An incident, by the number people call it.
    Incident(String),
    /// Problems, and what might become one.
    Problems,
    /// The form that raises a problem, from the incidents of these numbers (with commas between them; may be empty).
    NewProblem(String),
    /// A problem, by the number people call it.
    Problem(String),
    /// A page of a practice beside incidents and problems.
    Practice(Practice, Spot),
    /// A place of the catalogue.
    Catalogue(Shelf),
    /// A place of the portal.
    Portal(Counter),
    /// A place where one practises.
    Shift(Stand),
    /// A place where one learns.
    Learn(Lesson),
    /// What is stored, and what can be done with it.
    Workspace,
    /// Every command of the workspace.
    History,
    /// Bringing in another tool's log.
    Import,
    /// What the desk goes by.
    Rules(Rules),
    /// Appearance and edition.
    Settings,
    /// Which key does what.
    Keys,
    /// What this is, licences and notices.
    About,
    /// Help.
    Help,
    /// The component gallery: a program of its own.
    Components,
    /// No place of ours: the path that was asked for.
    Missing(String),
}

/// A practice with pages of its own under the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Practice {
    /// Service request management.
    Requests,
    /// Change enablement.
    Changes,
    /// Knowledge management.
    Knowledge,
    /// Service level management and availability.
    Levels,
    /// Service configuration management.
    Configuration,
    /// Monitoring and event management.
    Events,
    /// Continual improvement.
    Improvement,
    /// Supplier management.
    Suppliers,
    /// Major incidents.
    Major,
}

impl Practice {
    /// Every practice, in the order in which they are offered.
    pub const ALL: [Practice; 9] = [
        Practice::Requests,
        Practice::Changes,
        Practice::Knowledge,
        Practice::Levels,
        Practice::Configuration,
        Practice::Events,
        Practice::Improvement,
        Practice::Suppliers,
        Practice::Major,
    ];

    /// What its pages are called in a navigation.
    pub fn label(self) -> &'static str {
        match self {
            Practice::Requests => "Requests",
            Practice::Changes => "Changes",
            Practice::Knowledge => "Knowledge",
            Practice::Levels => "Service levels",
            Practice::Configuration => "Configuration",
            Practice::Events => "Events",
            Practice::Improvement => "Improvement",
            Practice::Suppliers => "Suppliers",
            Practice::Major => "Major incidents",
        }
    }

    fn segment(self) -> &'static str {
        match self {
            Practice::Requests => "requests",
            Practice::Changes => "changes",
            Practice::Knowledge => "knowledge",
            Practice::Levels => "levels",
            Practice::Configuration => "configuration",
            Practice::Events => "events",
            Practice::Improvement => "improvement",
            Practice::Suppliers => "suppliers",
            Practice::Major => "major",
        }
    }

    /// Its first page.
    pub fn list(self) -> Route {
        Route::Practice(self, Spot::List(String::new()))
    }

    /// The form that begins a record of it.
    pub fn form(self) -> Route {
        Route::Practice(self, Spot::New(String::new()))
    }

    /// The form that begins a record of it from another record, by the number people call that.
    pub fn from_record(self, number: &str) -> Route {
        Route::Practice(self, Spot::New("from=".to_owned() + number))
    }

    /// A record by its number, or another page of it by its name.
    pub fn at(self, place: impl Into<String>) -> Route {
        Route::Practice(self, Spot::At(place.into()))
    }
}

/// Where in a practice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    /// Its first page, with the parameters of the address (without `?`; may be empty).
    List(String),
    /// The form that begins a record, with the parameters of the address.
    New(String),
    /// The record of that number, or a page of that name; a link may add `?` and parameters, a place that was parsed
    /// has none.
    At(String),
}

/// A page of what the desk goes by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rules {
    /// The calendar.
    Time,
    /// The service level agreement.
    Targets,
    /// The priority matrix.
    Priorities,
    /// Assignment groups.
    Groups,
    /// People.
    People,
    /// Categories.
    Categories,
    /// Services.
    Services,
    /// Configuration items.
    Items,
}

impl Rules {
    /// Every page, in the order in which they are offered.
    pub const ALL: [Rules; 8] = [
        Rules::Time,
        Rules::Targets,
        Rules::Priorities,
        Rules::Groups,
        Rules::People,
        Rules::Categories,
        Rules::Services,
        Rules::Items,
    ];

    fn path(self) -> &'static str {
        match self {
            Rules::Time => "/workspace/rules",
            Rules::Targets => "/workspace/rules/targets",
            Rules::Priorities => "/workspace/rules/priorities",
            Rules::Groups => "/workspace/rules/groups",
            Rules::People => "/workspace/rules/people",
            Rules::Categories => "/workspace/rules/categories",
            Rules::Services => "/workspace/rules/services",
            Rules::Items => "/workspace/rules/items",
        }
    }
}

/// What stands before the numbers of incidents in an address.
const FROM_INCIDENTS: &str = "?from=";

static BASE: OnceLock<String> = OnceLock::new();

/// Sets the path that the app is served under (`""` at the root, else like `/sub/path`). Once, at the start.
pub fn set_base(path: &str) {
    let _ = BASE.set(path.trim_end_matches('/').to_owned());
}

/// The path that the app is served under, without a slash at the end.
pub fn base() -> &'static str {
    BASE.get().map_or("", String::as_str)
}

impl Route {
    /// The address to link to.
    pub fn href(&self) -> String {
        let mut href = base().to_owned();
        match self {
            Route::Home => href.push('/'),
            Route::Desk(parameters) => {
                href.push_str("/desk");
                if !parameters.is_empty() {
                    href.push('?');
                    href.push_str(parameters);
                }
            }
            Route::NewIncident => href.push_str("/desk/new"),
            Route::Reports => href.push_str("/desk/reports"),
            Route::Incident(number) => {
                href.push_str("/desk/");
                href.push_str(number);
            }
            Route::Problems => href.push_str("/desk/problems"),
            Route::NewProblem(from) => {
                href.push_str("/desk/problems/new");
                if !from.is_empty() {
                    href.push_str(FROM_INCIDENTS);
                    href.push_str(from);
                }
            }
            Route::Problem(number) => {
                href.push_str("/desk/problems/");
                href.push_str(number);
            }
            Route::Practice(practice, spot) => {
                href.push_str("/desk/");
                href.push_str(practice.segment());
                let (place, parameters) = match spot {
                    Spot::List(parameters) => ("", parameters.as_str()),
                    Spot::New(parameters) => ("/new", parameters.as_str()),
                    Spot::At(place) => {
                        href.push('/');
                        (place.as_str(), "")
                    }
                };
                href.push_str(place);
                if !parameters.is_empty() {
                    href.push('?');
                    href.push_str(parameters);
                }
            }
            Route::Catalogue(place) => href.push_str(&place.path()),
            Route::Portal(place) => href.push_str(&place.path()),
            Route::Shift(place) => href.push_str(&place.path()),
            Route::Learn(place) => href.push_str(&place.path()),
            Route::Workspace => href.push_str("/workspace"),
            Route::History => href.push_str("/workspace/history"),
            Route::Import => href.push_str("/workspace/import"),
            Route::Rules(place) => href.push_str(place.path()),
            Route::Settings => href.push_str("/settings"),
            Route::Keys => href.push_str("/settings/keys"),
            Route::About => href.push_str("/about"),
            Route::Help => href.push_str("/help"),
            Route::Components => href.push_str("/help/components"),
            Route::Missing(path) => href.push_str(path),
        }
        href
    }

    /// A file that is served beside the app (`"samples/x.csv.gz"`).
    pub fn file(path: &str) -> String {
        let mut href = base().to_owned();
        href.push('/');
        href.push_str(path);
        href
    }
}

impl Route {
    /// The place at an address without the base: a decoded path, and the parameters behind its question mark.
    pub fn parse(address: &str) -> Self {
        let (path, parameters) = address.split_once('?').unwrap_or((address, ""));
        match path.trim_end_matches('/') {
            "" => Route::Home,
            "/desk" => Route::Desk(parameters.to_owned()),
            "/desk/new" => Route::NewIncident,
            "/desk/reports" => Route::Reports,
            "/desk/problems" => Route::Problems,
            "/desk/problems/new" => {
                let from = parameters.strip_prefix(FROM_INCIDENTS.trim_start_matches('?'));
                Route::NewProblem(from.unwrap_or_default().to_owned())
            }
            "/workspace" => Route::Workspace,
            "/workspace/history" => Route::History,
            "/workspace/import" => Route::Import,
            "/settings" => Route::Settings,
            "/settings/keys" => Route::Keys,
            "/about" => Route::About,
            "/help" => Route::Help,
            "/help/components" => Route::Components,
            path => Self::of_catalogue(path, parameters)
                .or_else(|| Stand::parse(path, parameters).map(Route::Shift))
                .or_else(|| Lesson::parse(path, parameters).map(Route::Learn))
                .or_else(|| Self::of_practice(path, parameters))
                .or_else(|| Self::numbered(path))
                .or_else(|| Rules::ALL.into_iter().find(|place| place.path() == path).map(Route::Rules))
                .unwrap_or_else(|| Route::Missing(path.to_owned())),
        }
    }

    /// A page of the catalogue or its portal.
    fn of_catalogue(path: &str, parameters: &str) -> Option<Self> {
        let below = |root: &str| path.strip_prefix(root).filter(|rest| rest.is_empty() || rest.starts_with('/'));
        if let Some(rest) = below("/catalogue") {
            return Shelf::parse(rest, parameters).map(Route::Catalogue);
        }
        Counter::parse(below("/portal")?, parameters).map(Route::Portal)
    }

    /// A page of a practice.
    fn of_practice(path: &str, parameters: &str) -> Option<Self> {
        let rest = path.strip_prefix("/desk/")?;
        let (segment, place) = rest.split_once('/').unwrap_or((rest, ""));
        let practice = Practice::ALL.into_iter().find(|practice| practice.segment() == segment)?;
        let spot = match place {
            "" => Spot::List(parameters.to_owned()),
            "new" => Spot::New(parameters.to_owned()),
            "compare" if !parameters.is_empty() => Spot::At(["compare?", parameters].concat()),
            place => Spot::At(place.to_owned()),
        };
        Some(Route::Practice(practice, spot))
    }

    /// The page of a record, of whatever practice.
    pub fn record(card: &Card) -> Self {
        let number = card.number.clone();
        match card.id {
            RecordId::Incident(_) => Route::Incident(number),
            RecordId::Problem(_) => Route::Problem(number),
            RecordId::Change(_) => Practice::Changes.at(number),
            RecordId::ChangeTemplate(_) => Practice::Changes.at(number),
            RecordId::Request(_) => Practice::Requests.at(number),
            RecordId::Article(_) => Practice::Knowledge.at(number),
            RecordId::Improvement(_) => Practice::Improvement.at(number),
            RecordId::Alert(_) => Practice::Events.at(number),
            RecordId::Promise(_) => Practice::Levels.at(number),
            RecordId::Supplier(_) => Practice::Suppliers.at(number),
            RecordId::Item(id) => Practice::Configuration.at(key_text(id.0)),
            RecordId::Service(id) => Practice::Levels.at("services/".to_owned() + &key_text(id.0)),
        }
    }

    /// The record whose number stands at the end of a path.
    fn numbered(path: &str) -> Option<Self> {
        let rest = path.strip_prefix("/desk/")?;
        match rest.split_once('/') {
            None => Some(Route::Incident(rest.to_owned())),
            Some(("problems", number)) if !number.contains('/') => Some(Route::Problem(number.to_owned())),
            Some(_) => None,
        }
    }
}
