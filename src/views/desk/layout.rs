//! The columns that the queue is looked at with: those of the saved view that is open, or else of the person at this
//! browser.

use std::sync::Arc;

use itsm::{Command, View, ViewId};
use leptos::prelude::*;
use workspace::columns::{Column, Layout};
use workspace::query::{self, Query};

use super::views::is_built_in;
use crate::browser::dom;
use crate::session::{Declined, Session};

/// The columns in words; empty for the usual ones.
pub fn text(session: Session) -> String {
    let of_view = session.open_view.with(|view| view.as_ref().map(|(_, columns)| columns.clone()));
    of_view.unwrap_or_else(|| session.settings.with(|settings| settings.columns.clone()))
}

/// The columns that were chosen; `None` for the usual ones, of which the sheet hides those that do not fit.
pub fn chosen(session: Session) -> Option<Layout> {
    Layout::parse(&text(session))
}

/// The columns that are shown: those chosen, or the usual ones that fit.
pub fn shown(session: Session) -> Layout {
    chosen(session).unwrap_or_else(|| Layout::usual(dom::window_width()))
}

/// All columns whose cells are in the page.
pub fn columns(session: Session) -> Vec<Column> {
    chosen(session).unwrap_or_else(|| Layout::usual(f64::INFINITY)).columns().collect()
}

/// Changes the columns: of the view that is open, until that is saved; else of this browser, at once and for good.
pub fn change(session: Session, change: impl FnOnce(&mut Layout)) {
    let mut layout = untrack(|| shown(session));
    change(&mut layout);
    put(session, layout.to_text());
}

/// Back to the usual columns.
pub fn reset(session: Session) {
    put(session, String::new());
}

fn put(session: Session, text: String) {
    if session.open_view.with_untracked(Option::is_some) {
        session.open_view.update(|view| {
            if let Some((_, columns)) = view {
                *columns = text;
            }
        });
    } else {
        session.choose(|settings| settings.columns = text);
    }
}

/// Follows which saved view is open: the one that asks just this; it stays open while its query is changed, until
/// another view is asked for.
pub fn follow(session: Session, query: RwSignal<Query>) {
    Effect::new(move |_| {
        let found = session.read(|workspace| {
            let views = workspace.desk().views();
            let asked = |view: &&View| query.with(|query| query::parse(&view.query).query == *query);
            let here = views.iter().find(|(_, view)| asked(view));
            let open = session.open_view.with_untracked(|open| open.as_ref().map(|(id, _)| *id));
            let stays = open.filter(|id| views.contains_key(id));
            (here.map(|(id, view)| (*id, view.columns.to_string())), open, stays)
        });
        let Some((here, open, stays)) = found else { return };
        match here {
            Some((id, _)) if open == Some(id) => {}
            Some(here) => session.open_view.set(Some(here)),
            None if open.is_some() && (stays.is_none() || query.with(is_built_in)) => session.open_view.set(None),
            None => {}
        }
    });
}

/// The saved view that is open and no longer shows what was saved, under its id.
pub fn unsaved(session: Session, query: RwSignal<Query>) -> Option<(ViewId, View)> {
    let (id, columns) = session.open_view.get()?;
    let view = session.read(|workspace| workspace.desk().views().get(&id).cloned()).flatten()?;
    let same = *view.columns == *columns && query.with(|query| query::parse(&view.query).query == *query);
    (!same).then_some((id, view))
}

/// Saves what is shown as the view that is open.
pub fn save(session: Session, query: &Query, (id, view): (ViewId, View)) -> Result<(), Declined> {
    let columns = untrack(|| text(session));
    let view = View { query: Arc::from(query.to_text()), columns: Arc::from(columns), ..view };
    session.give(Command::SaveView(Some(id), view)).map(drop)
}
