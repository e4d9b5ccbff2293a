//! The form that is being built: a working copy that is given as a command after each step, or after a pause in typing.

use std::cell::Cell;
use std::sync::Arc;

use itsm::Command;
use itsm::catalogue::form::{Field, Form, Place, mend_workflow};
use itsm::catalogue::{self, Command as Ask, Content, Edit, FieldKey, Offering, OfferingKey};
use itsm::{Key, ServiceId};
use leptos::prelude::*;

use crate::browser::{dom, events};
use crate::session::Session;
use crate::ui::Toaster;
use crate::views::undo;

/// Whoever types is not interrupted, and whoever stops finds it saved, in milliseconds.
const PAUSE_MILLIS: u32 = 700;

thread_local! {
    /// The builder of the page, to be asked when the page is left.
    static CURRENT: Cell<Option<Builder>> = const { Cell::new(None) };
    static IS_HEARD: Cell<bool> = const { Cell::new(false) };
}

/// See the module.
#[derive(Clone, Copy)]
pub struct Builder {
    pub session: Session,
    pub toaster: Toaster,
    pub service: ServiceId,
    pub offering: OfferingKey,
    /// The form as it stands on the page.
    pub form: RwSignal<Form>,
    /// The question whose details are open.
    pub open: RwSignal<Option<FieldKey>>,
    /// The question that is asked about before it is removed.
    pub leaving: RwSignal<Option<FieldKey>>,
    /// The question that is being dragged.
    pub dragged: RwSignal<Option<FieldKey>>,
    /// What was just done, for those who listen.
    pub said: RwSignal<String>,
    /// Why the form could not be saved.
    pub trouble: RwSignal<Option<String>>,
    timer: StoredValue<Option<dom::Timer>, LocalStorage>,
}

impl Builder {
    /// The builder of an offering's form. It follows what others do with the form, and saves what is pending when the
    /// page is left.
    pub fn new(session: Session, toaster: Toaster, service: ServiceId, offering: OfferingKey) -> Self {
        let form = session.peek(|workspace| draft(workspace, service, offering).map(|one| one.form.clone()));
        let builder = Self {
            session,
            toaster,
            service,
            offering,
            form: RwSignal::new(form.flatten().unwrap_or_default()),
            open: RwSignal::new(None),
            leaving: RwSignal::new(None),
            dragged: RwSignal::new(None),
            said: RwSignal::new(String::new()),
            trouble: RwSignal::new(None),
            timer: StoredValue::new_local(None),
        };
        builder.follow();
        CURRENT.set(Some(builder));
        if !IS_HEARD.replace(true) {
            events::on_leave(|| {
                if let Some(builder) = CURRENT.get() {
                    builder.save();
                }
            });
        }
        on_cleanup(move || {
            builder.save();
            // Another form may be open already.
            if CURRENT.get().is_some_and(|current| (current.service, current.offering) == (service, offering)) {
                CURRENT.set(None);
            }
        });
        builder
    }

    /// Takes over what an undo or another tab made of the form, unless something is being typed here.
    fn follow(self) {
        let stored = Memo::new(move |_| {
            let read = self
                .session
                .read(|workspace| draft(workspace, self.service, self.offering).map(|offering| offering.form.clone()));
            read.flatten()
        });
        Effect::new(move |_| {
            let Some(stored) = stored.get() else { return };
            let is_pending = self.timer.with_value(Option::is_some);
            if !is_pending && self.form.with_untracked(|form| *form != stored) {
                self.form.set(stored);
            }
        });
    }

    /// Something about the offering, read from its draft and followed.
    pub fn offered<T>(self, read: impl FnOnce(&Content, &Offering) -> T) -> Option<T> {
        let asked = self.session.read(|workspace| {
            let content = &workspace.desk().portfolio().listing(self.service)?.draft;
            Some(read(content, content.offering(self.offering)?))
        });
        asked.flatten()
    }

    /// The code of the catalogue's currency.
    pub fn currency(self) -> Arc<str> {
        let read = self.session.read(|workspace| workspace.desk().portfolio().settings().currency.clone());
        read.unwrap_or_default()
    }

    /// Changes the form as somebody types; it is saved after a pause.
    pub fn typed(self, change: impl FnOnce(&mut Form)) {
        self.form.update(change);
        let timer = dom::after(PAUSE_MILLIS, move || self.save());
        self.timer.set_value(Some(timer));
    }

    /// Changes a question as somebody types.
    pub fn typed_in(self, key: FieldKey, change: impl FnOnce(&mut Field)) {
        self.typed(|form| {
            if let Some(field) = form.field_mut(key) {
                change(field);
            }
        });
    }

    /// Changes the form in one step, and saves it.
    pub fn step<T>(self, change: impl FnOnce(&mut Form) -> T) -> Option<T> {
        // What was typed before is a step of its own.
        self.save();
        let done = self.form.try_update(change);
        self.save();
        done
    }

    /// Changes the form in one step of which people want to know, with a way back beside it.
    pub fn told(self, done: impl Into<String>, change: impl FnOnce(&mut Form)) {
        self.step(change);
        if self.trouble.with_untracked(Option::is_none) {
            undo::confirm(self.session, self.toaster, done);
        }
    }

    /// Gives what is not given yet. The steps of the workflow that ask for what the form no longer has change with it.
    pub fn save(self) {
        let _ = self.timer.try_update_value(|timer| *timer = None);
        let Some(form) = self.form.try_get_untracked() else { return };
        let stored = self.session.peek(|workspace| draft(workspace, self.service, self.offering).cloned()).flatten();
        let Some(stored) = stored.filter(|stored| stored.form != form) else { return };
        let mut workflow = stored.workflow;
        let mut edits = Vec::new();
        if !mend_workflow(&form, &mut workflow).is_empty() {
            edits.push(Edit::Workflow(self.offering, Box::new(workflow)));
        }
        edits.push(Edit::Form(self.offering, Box::new(form)));
        let refused = self.session.give(Command::Catalogue(Ask::Edit { service: self.service, edits })).err();
        self.trouble.set(refused.map(|refused| refused.sentence()));
    }

    /// What a question says, followed.
    pub fn of<T>(self, key: FieldKey, read: impl FnOnce(&Field) -> T) -> Option<T> {
        self.form.with(|form| form.field(key).map(read))
    }

    /// Where conditions stand, in words.
    pub fn places(self, places: &[Place]) -> String {
        self.form.with_untracked(|form| {
            let words: Vec<String> = places.iter().map(|place| place.words(form)).collect();
            words.join(", ")
        })
    }
}

/// An offering as it is being written.
fn draft(workspace: &workspace::Workspace, service: ServiceId, offering: OfferingKey) -> Option<&Offering> {
    workspace.desk().portfolio().listing(service)?.draft.offering(offering)
}

/// The id of the element of a part of the form.
pub fn element(part: &str, key: impl Into<Key>) -> String {
    [part, "-", &workspace::query::key_text(key.into())].concat()
}

/// A field as it is asked anew: a line of text, not required.
pub fn blank(key: FieldKey) -> Field {
    Field {
        key,
        label: Arc::from(""),
        help: Arc::from(""),
        kind: catalogue::form::FieldKind::Text { long: false, check: Default::default(), most: 0 },
        required: false,
        show_if: None,
        default: None,
    }
}
