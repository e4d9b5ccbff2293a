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
    /// An incident, by the number people call it.
    Incident(String),
    /// What is stored, and what can be done with it.
    Workspace,
    /// Bringing in another tool's log.
    Import,
    /// Appearance and edition.
    Settings,
    /// What this is, licences and notices.
    About,
    /// Help.
    Help,
    /// The component gallery.
    Components,
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
            Route::Incident(number) => {
                href.push_str("/desk/");
                href.push_str(number);
            }
            Route::Workspace => href.push_str("/workspace"),
            Route::Import => href.push_str("/workspace/import"),
            Route::Settings => href.push_str("/settings"),
            Route::About => href.push_str("/about"),
            Route::Help => href.push_str("/help"),
            Route::Components => href.push_str("/help/components"),
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
    /// The address without the base, as the router's `navigate` wants it.
    pub fn path(&self) -> String {
        let href = self.href();
        href.strip_prefix(base()).map(str::to_owned).unwrap_or(href)
    }
}
