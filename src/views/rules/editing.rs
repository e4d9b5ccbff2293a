//! A form over a rule of the desk: it begins with what holds, keeps what is typed, and knows when what holds has changed
//! under it.

use itsm::Command;
use leptos::prelude::*;
use workspace::Workspace;

use crate::session::{Declined, Fields, KeptDraft, Session};
use crate::ui::Toaster;
use crate::views::undo;

/// See the module.
#[derive(Clone, Copy)]
pub struct Editing {
    session: Session,
    fields: StoredValue<Vec<RwSignal<String>>>,
    /// What the fields hold for the rule in force.
    ground: Memo<Vec<String>>,
    /// What held when the form was begun, as one text.
    started: RwSignal<String>,
    kept: KeptDraft,
    /// Whether somebody has tried to save: then what is still blank is wrong, too.
    pub tried: RwSignal<bool>,
    /// Why saving was refused.
    pub declined: RwSignal<Option<Declined>>,
}

impl Editing {
    /// Begins a form. `ground` gives what the fields hold for the rule in force, in their order.
    pub fn begin(
        session: Session,
        form: &str,
        fields: Fields,
        ground: impl Fn(&Workspace) -> Vec<String> + Send + Sync + 'static,
    ) -> Self {
        let ground = Memo::new(move |_| session.read(&ground).unwrap_or_default());
        let signals: Vec<RwSignal<String>> = fields.iter().map(|(_, field)| *field).collect();
        ground.with_untracked(|ground| signals.iter().zip(ground).for_each(|(field, text)| field.set(text.clone())));
        let started = RwSignal::new(ground.with_untracked(|ground| as_one(ground)));
        let mut kept = fields;
        kept.push(("ground", started));
        let kept = session.keep_draft(form, kept, None);
        let editing = Self {
            session,
            fields: StoredValue::new(signals),
            ground,
            started,
            kept,
            tried: RwSignal::new(false),
            declined: RwSignal::new(None),
        };
        Effect::new(move |before: Option<Vec<String>>| {
            let now = ground.get();
            editing.follow(before.as_deref(), &now);
            now
        });
        editing
    }

    /// What holds has changed, here or in another tab: an untouched form goes along.
    fn follow(self, before: Option<&[String]>, now: &[String]) {
        let held = self.texts();
        if held == now || before.is_some_and(|before| held == before) {
            self.put(now);
        }
    }

    fn put(self, ground: &[String]) {
        self.fields.with_value(|fields| {
            for (field, text) in fields.iter().zip(ground) {
                if field.with_untracked(|now| now != text) {
                    field.set(text.clone());
                }
            }
        });
        self.started.set(as_one(ground));
        self.kept.settle();
        self.tried.set(false);
        self.declined.set(None);
    }

    fn texts(self) -> Vec<String> {
        self.fields.with_value(|fields| fields.iter().map(|field| field.get_untracked()).collect())
    }

    /// What the fields hold; asks to be run again when that changes.
    pub fn typed(self) -> Vec<String> {
        self.fields.with_value(|fields| fields.iter().map(|field| field.get()).collect())
    }

    /// Whether the form holds something else than the rule in force.
    pub fn is_changed(self) -> bool {
        self.typed() != self.ground.get()
    }

    /// Whether the rule in force has become another one since the form was begun.
    pub fn is_overtaken(self) -> bool {
        self.is_changed() && self.started.get() != self.ground.with(|ground| as_one(ground))
    }

    /// Whether what was typed on an earlier visit is back.
    pub fn is_restored(self) -> bool {
        self.kept.restored.get() && self.is_changed()
    }

    /// Puts what holds back into the form.
    pub fn start_over(self) {
        self.put(&self.ground.get_untracked());
    }

    /// Gives the command of the form. What is refused stays in it.
    pub fn save(self, toaster: Toaster, command: Command, done: &str) {
        match self.session.give(command) {
            Ok(_) => {
                self.put(&self.ground.get_untracked());
                undo::confirm(self.session, toaster, done);
            }
            Err(declined) => self.declined.set(Some(declined)),
        }
    }
}

fn as_one(texts: &[String]) -> String {
    texts.join("\n")
}
