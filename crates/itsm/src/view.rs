//! Saved views of the queue: questions that a desk asks again and again, under a name.

use std::sync::Arc;

use crate::desk::Desk;
use crate::ids::{Key, ViewId};
use crate::refusal::Refusal;

/// A saved view. What it asks is text: this crate knows nothing of queries, and a desk of a later version may ask more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// What people call it.
    pub name: Arc<str>,
    /// The query, as it is typed.
    pub query: Arc<str>,
    /// The columns it is looked at with, in words that this crate does not read; empty for those of whoever looks.
    pub columns: Arc<str>,
    /// Whether it stands where everybody sees it.
    pub pinned: bool,
}

/// The view to save, with its name trimmed, if it may stand beside the others; a new one (`None`) gets an id.
pub(crate) fn save(desk: &Desk, id: Option<ViewId>, view: View, tag: u32) -> Result<(ViewId, View), Refusal> {
    let field = "name";
    let view = View { name: Arc::from(view.name.trim()), ..view };
    if view.name.is_empty() {
        return Err(Refusal::Missing { field, because: "nobody can choose a view that has none" });
    }
    let id = match id {
        Some(id) if !desk.views.contains_key(&id) => return Err(Refusal::NoSuch { what: "view" }),
        Some(id) => id,
        None => next(desk, tag),
    };
    if desk.views.get(&id) == Some(&view) {
        return Err(Refusal::Invalid { field: "view", because: "it is as now; nothing would change" });
    }
    let lower = |name: &str| name.to_lowercase();
    let taken = desk.views.iter().any(|(other, known)| *other != id && lower(&known.name) == lower(&view.name));
    if taken {
        return Err(Refusal::Invalid { field, because: "another view has it, and nobody could tell them apart" });
    }
    Ok((id, view))
}

/// The view to take away, if it is here.
pub(crate) fn drop_view(desk: &Desk, id: ViewId) -> Result<ViewId, Refusal> {
    if desk.views.contains_key(&id) { Ok(id) } else { Err(Refusal::NoSuch { what: "view" }) }
}

fn next(desk: &Desk, tag: u32) -> ViewId {
    let highest = desk.views.keys().next_back().map_or(0, |id| id.0.number);
    ViewId(Key { number: highest.saturating_add(1), tag })
}
