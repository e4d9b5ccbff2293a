//! The rows of the queue as a file: what is shown, in its order and in its columns, for a spreadsheet.

use itsm::IncidentId;
use leptos::prelude::GetUntracked;
use workspace::columns::Column;
use workspace::query::Query;

use super::row::Teller;
use super::views;
use crate::browser::files;
use crate::session::Session;
use crate::views::words;

/// Hands out the rows as a file. `false` where the browser refuses.
pub fn export(session: Session, query: &Query, columns: &[Column], ids: &[IncidentId]) -> bool {
    let now = session.now.get_untracked();
    let zone = session.zone();
    let headings: Vec<&str> = columns.iter().map(|column| column.label()).collect();
    let text = session.peek(|workspace| {
        let teller = Teller { workspace, now, zone };
        let incidents = ids.iter().filter_map(|id| workspace.desk().incident(*id).ok());
        let rows = incidents.map(|incident| columns.iter().map(|column| teller.text(incident, *column)).collect());
        workspace::table::csv(&headings, rows)
    });
    let view = views::name_of(session, query).unwrap_or_else(|| "Incidents".to_owned());
    let name = workspace::table::file_name(&view, &words::machine(zone.local(now)));
    text.is_some_and(|text| files::download(&name, "text/csv;charset=utf-8", &text))
}
