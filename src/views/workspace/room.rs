//! What takes the room of the storage, as bars and exactly.

use journal::{Breakdown, WorkspaceUnits};
use leptos::prelude::*;

use super::open::shown_name;
use crate::session::Session;
use crate::ui::Bar;
use crate::views::words;

/// What is counted, with the names of the workspaces.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Room {
    /// The counts.
    pub all: Breakdown,
    /// The workspaces with their names, the largest first.
    pub workspaces: Vec<(String, WorkspaceUnits)>,
}

impl Room {
    /// Counts the storage of this browser; `None` where it cannot be seen.
    pub fn count(session: Session) -> Option<Self> {
        let all = session.breakdown()?;
        let listed = session.list_all().into_iter().map(|info| (info.id, shown_name(info.name)));
        let binned = session.binned().into_iter().map(|one| (one.info.id, shown_name(one.info.name) + " (deleted)"));
        let names: Vec<(String, String)> = listed.chain(binned).collect();
        let mut workspaces: Vec<(String, WorkspaceUnits)> = all
            .workspaces
            .iter()
            .map(|of| {
                let name = names.iter().find(|(id, _)| *id == of.id).map(|(_, name)| name.clone());
                (name.unwrap_or_else(|| "Marks of what was deleted for good".to_owned()), of.clone())
            })
            .collect();
        workspaces.sort_by(|a, b| b.1.total().cmp(&a.1.total()).then_with(|| a.0.cmp(&b.0)));
        Some(Self { all, workspaces })
    }

    /// One bar for each workspace and each other kind.
    pub fn bars(&self) -> Vec<Bar> {
        let limit = self.all.limit as f64;
        let bar = |label: String, units: u64| Bar {
            label,
            value: units as f64,
            text: words::number(units as usize) + " · " + &words::percent(units as f64 / limit),
            href: None,
        };
        let mut bars: Vec<Bar> = self.workspaces.iter().map(|(name, of)| bar(name.clone(), of.total())).collect();
        bars.extend(self.all.own.iter().map(|(word, units)| bar(own_name(word), *units)));
        bars.push(bar("Reserve, for a full storage".to_owned(), self.all.reserve));
        bars.push(bar("Other pages under this address".to_owned(), self.all.others));
        bars.push(bar("Free".to_owned(), self.all.free()));
        bars
    }
}

/// What a kind of keys outside of workspaces is called.
fn own_name(word: &str) -> String {
    match word {
        "settings" => "Settings".to_owned(),
        "draft" => "Drafts".to_owned(),
        "mapping" | "mappings" => "Kept mappings of imports".to_owned(),
        "template" | "templates" => "Templates".to_owned(),
        _ => "Other things of this app: ".to_owned() + word,
    }
}

/// Each workspace by what it is made of.
pub fn table(room: &Room) -> AnyView {
    let row = |(name, of): &(String, WorkspaceUnits)| {
        let number = |units: u64| view! { <td>{words::number(units as usize)}</td> };
        view! {
            <tr><th scope="row">{name.clone()}</th>{number(of.base)}{number(of.packed)}{number(of.single)}{number(of.rest)}{number(of.total())}</tr>
        }
    };
    view! {
        <div class="room-scroll" role="region" aria-label="Workspaces by kind" tabindex="0">
            <table class="room-table">
                <thead>
                    <tr>
                        <th scope="col">"Workspace"</th>
                        <th scope="col">"Import"</th>
                        <th scope="col">"Packed changes"</th>
                        <th scope="col">"Single changes"</th>
                        <th scope="col">"Names, contents, marks"</th>
                        <th scope="col">"All"</th>
                    </tr>
                </thead>
                <tbody>{room.workspaces.iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}
