//! The rows of the queue as a file: what is shown, in its order and in its columns, for a spreadsheet.

use itsm::IncidentId;
use leptos::prelude::GetUntracked;
use workspace::query::Query;

use super::{row, views};
use crate::browser::files;
use crate::session::Session;
use crate::views::words;

/// The headings of the file: those of the table, and the priority with its letter.
const HEADINGS: [&str; 9] = ["Number", "Priority", "State", "Summary", "Target", "Group", "Person", "Caller", "Opened"];

/// Hands out the rows as a file. `false` where the browser refuses.
pub fn export(session: Session, query: &Query, ids: &[IncidentId]) -> bool {
    let now = session.now.get_untracked();
    let zone = session.zone();
    let text = session.peek(|workspace| {
        let rows = ids.iter().filter_map(|id| row::texts(workspace, *id, now, zone));
        workspace::table::csv(&HEADINGS, rows)
    });
    let view = views::name_of(session, query).unwrap_or_else(|| "Incidents".to_owned());
    let name = workspace::table::file_name(&view, &words::machine(zone.local(now)));
    text.is_some_and(|text| files::download(&name, "text/csv;charset=utf-8", &text))
}
