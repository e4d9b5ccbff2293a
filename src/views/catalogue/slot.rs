//! One field of a draft: it shows what is stored, keeps what is typed, and gives it as an edit of its slot when it is
//! left. What another tab writes meanwhile is shown, and nobody's words are written over.

use itsm::catalogue::{Command as Ask, Content, Edit, Slot};
use itsm::{Command, ServiceId};
use leptos::prelude::*;
use workspace::query::key_text;

use super::anchor::anchor;
use crate::session::{KeptDraft, Session};
use crate::ui::{Button, Checkbox, DateInput, Field, TextArea, TextInput};

/// Reads what was typed as an edit; `Err` with what is wrong.
type Read = dyn Fn(&str) -> Result<Edit, String> + Send + Sync;

/// A field that is tied to a slot.
#[derive(Clone, Copy)]
pub struct Slotted {
    session: Session,
    service: ServiceId,
    slot: Slot,
    /// What is typed.
    pub value: RwSignal<String>,
    /// What was stored when typing began.
    base: RwSignal<String>,
    stored: Memo<String>,
    error: RwSignal<Option<String>>,
    kept: Option<KeptDraft>,
    read: StoredValue<Box<Read>>,
}

/// How a field is tied.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Saving {
    /// When it is left; until then it is kept as a draft.
    OnLeave,
    /// At once: it is chosen, not typed.
    AtOnce,
}

/// Ties a field to a slot of a service's draft: `show` writes what is stored as it is typed.
pub fn tie(
    service: ServiceId,
    slot: Slot,
    saving: Saving,
    show: impl Fn(&Content) -> String + Send + Sync + 'static,
    read: impl Fn(&str) -> Result<Edit, String> + Send + Sync + 'static,
) -> Slotted {
    tie_part(service, slot, "", saving, show, read)
}

/// The same for one of several fields of a slot, which are told apart by `part`.
pub fn tie_part(
    service: ServiceId,
    slot: Slot,
    part: &str,
    saving: Saving,
    show: impl Fn(&Content) -> String + Send + Sync + 'static,
    read: impl Fn(&str) -> Result<Edit, String> + Send + Sync + 'static,
) -> Slotted {
    let session = expect_context::<Session>();
    let stored = Memo::new(move |_| {
        let shown =
            session.read(|workspace| workspace.desk().portfolio().listing(service).map(|listing| show(&listing.draft)));
        shown.flatten().unwrap_or_default()
    });
    let first = stored.get_untracked();
    let (value, base) = (RwSignal::new(first.clone()), RwSignal::new(first));
    let name = ["service-", &key_text(service.0), "-", &anchor(slot), part].concat();
    let is_typed = saving == Saving::OnLeave;
    let kept = is_typed.then(|| session.keep_draft(&name, vec![("text", value), ("base", base)], Some("text")));
    let tied = Slotted {
        session,
        service,
        slot,
        value,
        base,
        stored,
        error: RwSignal::new(None),
        kept,
        read: StoredValue::new(Box::new(read)),
    };
    Effect::new(move |_| {
        let now = stored.get();
        if !tied.is_typed() || value.with_untracked(|value| *value == now) {
            tied.follow(&now);
        }
    });
    if !is_typed {
        Effect::new(move |_| {
            let typed = value.get();
            if base.with_untracked(|base| *base != typed) {
                tied.save();
            }
        });
    }
    tied
}

impl Slotted {
    /// Whether something is typed that is not given yet.
    fn is_typed(self) -> bool {
        self.value.with_untracked(|value| self.base.with_untracked(|base| value != base))
    }

    /// Holds what is stored.
    fn follow(self, now: &str) {
        for signal in [self.base, self.value] {
            if signal.with_untracked(|held| held != now) {
                signal.set(now.to_owned());
            }
        }
        self.error.set(None);
        if let Some(kept) = self.kept {
            kept.settle();
        }
    }

    /// Whether what is stored became something else while something was typed here.
    fn is_overtaken(self) -> bool {
        let stored = self.stored.get();
        self.value.with(|value| self.base.with(|base| value != base && stored != *base && stored != *value))
    }

    /// Gives what was typed.
    pub fn save(self) {
        let typed = self.value.get_untracked();
        let overtaken = untrack(|| self.is_overtaken());
        if overtaken {
            return;
        }
        if self.stored.with_untracked(|stored| *stored == typed) {
            return self.follow(&typed);
        }
        let edit = match self.read.with_value(|read| read(&typed)) {
            Ok(edit) => edit,
            Err(sentence) => return self.error.set(Some(sentence)),
        };
        let changes = self.session.peek(|workspace| {
            let draft = &workspace.desk().portfolio().listing(self.service)?.draft;
            let mut after = draft.clone();
            after.take(&edit);
            Some(after != *draft)
        });
        if changes.flatten() == Some(true) {
            let ask = Ask::Edit { service: self.service, edits: vec![edit] };
            if let Err(declined) = self.session.give(Command::Catalogue(ask)) {
                return self.error.set(Some(declined.sentence()));
            }
        }
        let now = self.stored.get_untracked();
        self.follow(&now);
    }

    fn take_theirs(self) {
        let now = self.stored.get_untracked();
        self.follow(&now);
    }

    fn keep_mine(self) {
        let now = self.stored.get_untracked();
        self.base.set(now);
        self.save();
    }
}

/// How a field looks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// One line.
    Line,
    /// Several lines.
    Area(u32),
    /// A day.
    Day,
}

/// The field, with its label, a hint that teaches, and what came in between.
#[component]
pub fn SlotField(
    /// Which.
    tied: Slotted,
    /// Its label.
    label: &'static str,
    /// How to fill it in.
    #[prop(default = "")]
    hint: &'static str,
    /// How it looks.
    look: Look,
    /// Whether it may not be empty.
    #[prop(optional)]
    required: bool,
    /// Without a place of its own: another part of the page has the slot's.
    #[prop(optional)]
    within: bool,
) -> impl IntoView {
    let Slotted { value, .. } = tied;
    let hint = (!hint.is_empty()).then(|| hint.to_owned());
    let leave = move |()| tied.save();
    let control = move || match look {
        Look::Line => view! { <TextInput value on_leave=leave /> }.into_any(),
        Look::Area(rows) => view! { <TextArea value rows on_leave=leave /> }.into_any(),
        Look::Day => view! { <DateInput value /> }.into_any(),
    };
    let id = (!within).then(|| anchor(tied.slot));
    view! {
        <div class="slot" id=id>
            <Field label=label hint=hint error=tied.error required>{control()}</Field>
            <Overtaken tied />
        </div>
    }
    .into_any()
}

/// What is stored in the place of what is being typed.
#[component]
fn Overtaken(tied: Slotted) -> impl IntoView {
    let overtaken = Memo::new(move |_| tied.is_overtaken());
    let theirs =
        move || tied.stored.with(|stored| if stored.is_empty() { "nothing".to_owned() } else { stored.clone() });
    move || {
        overtaken.get().then(|| {
            view! {
                <div class="slot-overtaken" role="alert">
                    <p>"While you typed, this became something else:"</p>
                    <blockquote>{theirs}</blockquote>
                    <div class="form-actions">
                        <Button label="Keep what I typed" on_press=move |()| tied.keep_mine() />
                        <Button label="Take the other text" on_press=move |()| tied.take_theirs() />
                    </div>
                </div>
            }
        })
    }
}

/// A yes or no that is given at once.
#[component]
pub fn SlotCheck(
    /// Which; it holds `yes` or nothing.
    tied: Slotted,
    /// Its label.
    label: &'static str,
    /// What follows from a yes.
    #[prop(default = "")]
    detail: &'static str,
) -> impl IntoView {
    let on = RwSignal::new(tied.value.with_untracked(|value| !value.is_empty()));
    Effect::new(move |_| {
        let now = tied.value.with(|value| !value.is_empty());
        if on.get_untracked() != now {
            on.set(now);
        }
    });
    Effect::new(move |_| {
        let text = if on.get() { "yes" } else { "" };
        if tied.value.with_untracked(|value| value != text) {
            tied.value.set(text.to_owned());
        }
    });
    view! { <div class="slot" id=anchor(tied.slot)><Checkbox label detail value=on /></div> }.into_any()
}
