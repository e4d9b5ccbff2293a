//! The form of an offering, to be answered: the builder's preview and the portal show this one. It shows what the rules
//! of `itsm::catalogue::form` say is asked; it holds none.

mod controls;
mod known;
mod question;
pub mod words;

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use itsm::catalogue::form::{Answer, Answers, Form, Wrong, check, shown};
use itsm::catalogue::{ChoiceKey, FieldKey, SectionKey};
use leptos::prelude::*;

use crate::browser::dom;
use crate::session::Session;

/// What is wrong with answers, in the order of the form.
pub type Errors = Vec<(FieldKey, Wrong)>;

/// The day on which is ordered, where the desk is.
pub fn today(session: Session) -> NaiveDate {
    session.zone().local(session.now.get_untracked()).date()
}

/// What is wrong with answers that are given today.
pub fn wrong(session: Session, form: &Form, answers: &Answers) -> Errors {
    check(form, answers, today(session))
}

/// A form that is being answered.
#[derive(Clone, Copy)]
struct Asked {
    session: Session,
    form: Signal<Form>,
    answers: RwSignal<Answers>,
    errors: RwSignal<Errors>,
    currency: Signal<Arc<str>>,
    outline: Memo<Outline>,
    /// The ids of the controls that take the focus for a field.
    controls: StoredValue<BTreeMap<FieldKey, String>>,
    /// Whether errors change because an answer did, not because somebody checked.
    mending: StoredValue<bool>,
}

/// What is asked now.
#[derive(Clone, Default, PartialEq)]
struct Outline {
    sections: Vec<(SectionKey, Vec<FieldKey>)>,
    offered: BTreeMap<FieldKey, Vec<ChoiceKey>>,
}

impl Outline {
    fn of(form: &Form, answers: &Answers) -> Self {
        let mut outline = Self::default();
        for section in shown(form, answers) {
            let keys = section.fields.iter().map(|shown| shown.field.key).collect();
            outline.sections.push((section.section.key, keys));
            for field in section.fields.iter().filter(|field| !field.choices.is_empty()) {
                outline.offered.insert(field.field.key, field.choices.iter().map(|choice| choice.key).collect());
            }
        }
        outline
    }
}

impl Asked {
    /// Takes an answer; what was wrong with the one before is no longer said.
    fn answer(self, key: FieldKey, answer: Option<Answer>) {
        self.answers.update(|answers| match answer {
            Some(answer) => drop(answers.insert(key, answer)),
            None => drop(answers.remove(&key)),
        });
        if self.errors.with_untracked(|errors| errors.iter().any(|(field, _)| *field == key)) {
            self.mending.set_value(true);
            self.errors.update(|errors| errors.retain(|(field, _)| *field != key));
        }
    }

    /// Moves the focus to the first answer that is wrong, whenever somebody has checked.
    fn follow_errors(self) {
        Effect::new(move |_| {
            let first = self.errors.with(|errors| errors.first().map(|(key, _)| *key));
            if self.mending.get_value() {
                self.mending.set_value(false);
                return;
            }
            let Some(first) = first else { return };
            dom::soon(move || {
                if let Some(Some(id)) = self.controls.try_with_value(|controls| controls.get(&first).cloned()) {
                    dom::focus_id(&id);
                }
            });
        });
    }
}

/// A form to be answered. Whoever shows it checks the answers ([`wrong`]) and puts what is wrong into `errors`: it is
/// then said beside each field, and the first one gets the focus.
#[component]
pub fn OrderForm(
    /// What is asked.
    #[prop(into)]
    form: Signal<Form>,
    /// The answers, also those that do not count while they are hidden.
    answers: RwSignal<Answers>,
    /// What is wrong, once it was checked.
    errors: RwSignal<Errors>,
    /// The code of the currency of the prices.
    #[prop(into)]
    currency: Signal<Arc<str>>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let outline = Memo::new(move |_| form.with(|form| answers.with(|answers| Outline::of(form, answers))));
    let (controls, mending) = (StoredValue::new(BTreeMap::new()), StoredValue::new(false));
    let asked = Asked { session, form, answers, errors, currency, outline, controls, mending };
    asked.follow_errors();
    let sections = move || outline.with(|outline| outline.sections.iter().map(|(key, _)| *key).collect::<Vec<_>>());
    view! {
        <div class="order-form">
            <For each=sections key=|key| *key children=move |key| section(asked, key) />
        </div>
    }
    .into_any()
}

fn section(asked: Asked, key: SectionKey) -> AnyView {
    let text = move |of: fn(&itsm::catalogue::form::Section) -> &Arc<str>| {
        Memo::new(move |_| {
            let found =
                asked.form.with(|form| form.sections.iter().find(|one| one.key == key).map(|one| of(one).clone()));
            found.filter(|text| !text.trim().is_empty())
        })
    };
    let (title, help) = (text(|section| &section.title), text(|section| &section.help));
    let fields = move || {
        let of_section =
            |outline: &Outline| outline.sections.iter().find(|(one, _)| *one == key).map(|(_, keys)| keys.clone());
        asked.outline.with(of_section).unwrap_or_default()
    };
    view! {
        <fieldset class="order-section">
            {move || title.get().map(|title| view! { <legend>{title.to_string()}</legend> })}
            {move || help.get().map(|help| view! { <p class="order-help">{help.to_string()}</p> })}
            <For each=fields key=|key| *key children=move |key| question::question(asked, key) />
        </fieldset>
    }
    .into_any()
}
