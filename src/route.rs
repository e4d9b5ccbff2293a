//! Every place in the app, and the only maker of links: so a site under a sub-path keeps working.

use std::sync::OnceLock;

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
            "/workspace" => Route::Workspace,
            "/workspace/history" => Route::History,
            "/workspace/import" => Route::Import,
            "/settings" => Route::Settings,
            "/settings/keys" => Route::Keys,
            "/about" => Route::About,
            "/help" => Route::Help,
            "/help/components" => Route::Components,
            path => match (path.strip_prefix("/desk/"), Rules::ALL.into_iter().find(|place| place.path() == path)) {
                (Some(number), _) if !number.contains('/') => Route::Incident(number.to_owned()),
                (_, Some(place)) => Route::Rules(place),
                _ => Route::Missing(path.to_owned()),
            },
        }
    }
}
