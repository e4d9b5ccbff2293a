//! What is being typed in a form, kept until it is sent: a reload or a closed tab takes nothing away.
//!
//! A draft is no part of the journal: it is nobody's work yet, and it does not travel with an export.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::Session;

const PREFIX: &str = "service-dojo/draft/";

/// Where something is kept that is typed in a workspace and not given yet. It goes with the workspace.
pub(super) fn key(workspace: &str, name: &str) -> String {
    [PREFIX, workspace, "/", name].concat()
}

/// The fields of a form by name.
pub type Fields = Vec<(&'static str, RwSignal<String>)>;

/// A form whose fields are kept.
#[derive(Clone, Copy)]
pub struct Draft {
    session: Session,
    key: StoredValue<String>,
    /// Whether something that was typed before is back.
    pub restored: RwSignal<bool>,
    fields: StoredValue<Fields>,
    blank: StoredValue<BTreeMap<String, String>>,
    needs: Option<&'static str>,
}

impl Session {
    /// Keeps the fields of a form from now on; what was typed into it before comes back. They must hold what an
    /// untouched form holds. `needs` names a field without which the others are not worth keeping.
    pub fn keep_draft(self, form: &str, fields: Fields, needs: Option<&'static str>) -> Draft {
        let key = key(&self.workspace_id().unwrap_or_default(), form);
        let blank = texts(&fields);
        let kept = self.inner.with_value(|inner| inner.store.get(&key).ok().flatten());
        let kept: BTreeMap<String, String> = kept.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
        for (name, field) in &fields {
            if let Some(text) = kept.get(*name) {
                field.set(text.clone());
            }
        }
        let draft = Draft {
            session: self,
            key: StoredValue::new(key),
            restored: RwSignal::new(!kept.is_empty()),
            fields: StoredValue::new(fields),
            blank: StoredValue::new(blank),
            needs,
        };
        Effect::new(move |_| draft.save());
        draft
    }

    /// Forgets the drafts of a workspace.
    pub(super) fn forget_drafts(self, id: &str) {
        self.forget_part(id);
        let under = PREFIX.to_owned() + id + "/";
        self.inner.with_value(|inner| {
            let keys = inner.store.keys().unwrap_or_default();
            keys.iter().filter(|key| key.starts_with(&under)).for_each(|key| drop(inner.store.remove(key)));
        });
    }
}

impl Draft {
    /// Writes down what the fields hold, or nothing if that is what an untouched form holds. A failure takes nothing
    /// away: the form is still there.
    fn save(self) {
        let now: BTreeMap<String, String> = self
            .fields
            .with_value(|fields| fields.iter().map(|(name, field)| ((*name).to_owned(), field.get())).collect());
        let is_blank = self
            .blank
            .with_value(|blank| *blank == now || self.needs.is_some_and(|field| blank.get(field) == now.get(field)));
        self.session.inner.with_value(|inner| {
            self.key.with_value(|key| {
                let _ = match serde_json::to_string(&now) {
                    Ok(text) if !is_blank => inner.store.set(key, &text),
                    _ => inner.store.remove(key),
                };
            });
        });
    }

    /// Takes what the fields hold now for what an untouched form holds: it was sent, or put in anew.
    pub fn settle(self) {
        self.restored.set(false);
        self.fields.with_value(|fields| self.blank.set_value(texts(fields)));
        self.session.inner.with_value(|inner| self.key.with_value(|key| drop(inner.store.remove(key))));
    }

    /// Empties the form, and forgets what was typed.
    pub fn forget(self) {
        self.restored.set(false);
        self.fields.with_value(|fields| {
            self.blank.with_value(|blank| {
                for (name, field) in fields {
                    field.set(blank.get(*name).cloned().unwrap_or_default());
                }
            });
        });
        // At once: the page may be left before the effect runs.
        self.session.inner.with_value(|inner| self.key.with_value(|key| drop(inner.store.remove(key))));
    }
}

fn texts(fields: &Fields) -> BTreeMap<String, String> {
    fields.iter().map(|(name, field)| ((*name).to_owned(), field.get_untracked())).collect()
}
