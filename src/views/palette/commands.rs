//! What can be done and gone to from everywhere.

use learning::Edition;
use leptos::prelude::*;
use preferences::{Action, keymap};

use super::{Entry, lessons};
use crate::browser::location::Location;
use crate::commands::Commands;
use crate::route::{Practice, Route, Rules};
use crate::session::{Density, Session, Settings, Theme, queue_query};
use crate::ui::Toaster;
use crate::views::desk::templates;
use crate::views::{part, undo};

const GO: &str = "Go to";
const WORK: &str = "Work";
const SHOW: &str = "Show as";

/// Every command that does not depend on the page.
pub fn everywhere(session: Session, location: Location, commands: Commands, toaster: Toaster) -> Vec<Entry> {
    let keys = keymap::current();
    let go = move |label: &str, key: Option<Action>, route: Route| {
        let key = key.map_or_else(String::new, |action| keys.text(action));
        let hidden = (!session.sees(&route)).then(|| part::HIDDEN.to_owned());
        Entry::new(GO, label, move || location.go(&route)).with_key(key).refused(hidden)
    };
    let choose = move |label: &str, change: fn(&mut Settings)| Entry::new(SHOW, label, move || session.choose(change));
    let mut entries = vec![
        Entry::new(WORK, "Log an incident", move || location.go(&Route::NewIncident)).with_key(keys.text(Action::Log)),
        go("Desk", Some(Action::GoDesk), Route::Desk(session.queue_parameters())),
        go("Open incidents", None, Route::Desk(queue_query::open().to_params())),
        go("Breached incidents", None, Route::Desk(queue_query::breached().to_params())),
        go("Front page", Some(Action::GoHome), Route::Home),
        go("Problems", None, Route::Problems),
        Entry::new(WORK, "Raise a problem", move || location.go(&Route::NewProblem(String::new()))),
        go("Workspaces and storage", Some(Action::GoWorkspace), Route::Workspace),
        go("History of this workspace", Some(Action::GoHistory), Route::History),
        go("Bring in tickets", None, Route::Import),
        go("Working time of the desk", None, Route::Rules(Rules::Time)),
        go("Targets and clocks", None, Route::Rules(Rules::Targets)),
        go("Priority matrix", None, Route::Rules(Rules::Priorities)),
        go("Groups, people and other names", None, Route::Rules(Rules::Groups)),
        go("Settings", Some(Action::GoSettings), Route::Settings),
        go("Reports", Some(Action::GoReports), Route::Reports),
        go("Change keys", None, Route::Keys),
        go("Help", None, Route::Help),
        go("About Service Dojo", None, Route::About),
        Entry::new(WORK, "Undo what this tab did last", move || undo::undo_last(session, toaster)).with_key("Ctrl Z"),
        Entry::new(WORK, "Redo it", move || undo::redo_last(session, toaster)).with_key("Ctrl Shift Z"),
        Entry::new(WORK, "Why this page", move || commands.why.set(true)).with_key(keys.text(Action::Why)),
        Entry::new(WORK, "Act as another person", move || commands.part.set(true)).with_key(keys.text(Action::Play)),
        Entry::new(WORK, "Keys of this page", move || commands.keys.set(true)).with_key(keys.text(Action::Keys)),
        Entry::new(WORK, "Export this workspace as a file", move || session.export_open()),
    ];
    entries.extend(Practice::ALL.map(|practice| go(practice.label(), None, practice.list())));
    entries.extend(lessons::places().map(|(label, route)| go(label, None, route)));
    entries.extend(templates::named(session).into_iter().map(|(key, name)| {
        Entry::new(WORK, "Log from template: ".to_owned() + &name, move || {
            session.template.set(Some(key));
            location.go(&Route::NewIncident);
        })
    }));
    entries.extend(part::entries(session).into_iter().map(|(label, act)| Entry::new(WORK, label, move || act())));
    entries.extend(workspaces(session));
    entries.extend([
        choose("Light theme", |s| s.theme = Theme::Light),
        choose("Dark theme", |s| s.theme = Theme::Dark),
        choose("Theme of the system", |s| s.theme = Theme::System),
        choose("Comfortable rows", |s| s.density = Density::Comfortable),
        choose("Compact rows", |s| s.density = Density::Compact),
    ]);
    entries.extend(Edition::ALL.map(|edition| {
        Entry::new(SHOW, "Words of ".to_owned() + edition.name(), move || {
            session.choose(move |settings| settings.edition = edition);
        })
    }));
    entries
}

/// The workspaces that are not open.
fn workspaces(session: Session) -> impl Iterator<Item = Entry> {
    let current = session.workspace_id();
    let others = session.list().into_iter().filter(move |info| Some(&info.id) != current.as_ref());
    others.map(move |info| Entry::new(GO, "Workspace ".to_owned() + &info.name, move || session.open(info.id.clone())))
}
