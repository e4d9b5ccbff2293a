//! Templates for logging: choosing one for the form, saving one, and looking after those there are.

mod editor;
mod fill;
mod list;

use itsm::{Fill, Key, Template, TemplateId};
use leptos::prelude::*;
use workspace::query::{key_of, key_text};

use super::draft::Draft;
use crate::commands::{Commands, PageCommand};
use crate::session::Session;
use crate::ui::{Button, Choice, ComboBox, Field, Kind, Sheet, Toaster};
use fill::Filler;

/// A template in hand: a new one has no id yet.
#[derive(Clone, PartialEq)]
struct Editing {
    id: Option<TemplateId>,
    template: Template,
}

/// The sheet with the templates, and what it shows.
#[derive(Clone, Copy)]
pub struct Templates {
    session: Session,
    open: RwSignal<bool>,
    editing: RwSignal<Option<Editing>>,
    /// Whether it was opened to save one: then it closes once that is done.
    only_saving: RwSignal<bool>,
}

impl Templates {
    /// A closed sheet.
    pub fn closed(session: Session) -> Self {
        let sheet = Self {
            session,
            open: RwSignal::new(false),
            editing: RwSignal::new(None),
            only_saving: RwSignal::new(false),
        };
        Effect::new(move |_| {
            if !sheet.open.get() {
                sheet.editing.set(None);
            }
        });
        sheet
    }

    /// Opens the list.
    pub fn manage(self) {
        self.only_saving.set(false);
        self.editing.set(None);
        self.open.set(true);
    }

    /// Opens the form for a new template that fills in what is given. Its name begins as the summary.
    pub fn save_new(self, fill: Fill) {
        self.only_saving.set(true);
        self.editing.set(Some(Editing { id: None, template: Template { name: fill.summary.clone(), fill } }));
        self.open.set(true);
    }

    /// The sheet. Once on a page.
    pub fn sheet(self) -> AnyView {
        let title = Signal::derive(move || {
            self.editing
                .with(|editing| match editing {
                    None => "Templates",
                    Some(Editing { id: None, .. }) => "Save as a template",
                    Some(_) => "Change the template",
                })
                .to_owned()
        });
        let inside = move || match self.editing.get() {
            Some(editing) => editor::editor(self, editing),
            None => list::list(self),
        };
        view! { <Sheet title open=self.open>{inside}</Sheet> }.into_any()
    }

    /// The editor is done with: back to the list, or away.
    fn finish(self) {
        if self.only_saving.get_untracked() {
            self.open.set(false);
        } else {
            self.editing.set(None);
        }
    }
}

/// The templates there are, by name.
fn choices(session: Session) -> Vec<Choice> {
    let named = session.read(|workspace| {
        let templates = workspace.desk().templates().iter();
        templates.map(|(id, template)| (id.0, template.name.to_string())).collect::<Vec<_>>()
    });
    let mut named = named.unwrap_or_default();
    named.sort_unstable_by_key(|(_, name)| name.to_lowercase());
    named.into_iter().map(|(key, name)| Choice::new(key_text(key), name)).collect()
}

/// Names and keys of the templates, for the search over everything.
pub fn named(session: Session) -> Vec<(Key, String)> {
    let keyed = |choice: Choice| Some((key_of(&choice.value)?, choice.label));
    choices(session).into_iter().filter_map(keyed).collect()
}

/// Above the form that logs an incident: a template to begin from. It is not there while there are none.
#[component]
pub fn UseTemplate(draft: Draft, templates: Templates) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let chosen = RwSignal::new(String::new());
    let filler = Filler::of(draft, chosen, session, toaster);
    Effect::new(move |_| {
        if let Some(key) = chosen.with(|chosen| key_of(chosen)) {
            filler.fill(TemplateId(key));
        }
    });
    // Chosen in the search over everything, on whatever page.
    Effect::new(move |_| {
        if let Some(key) = session.template.get() {
            session.template.set(None);
            // The same again is a wish of its own.
            chosen.set(String::new());
            chosen.set(key_text(key));
        }
    });
    let offered = Memo::new(move |_| choices(session));
    expect_context::<Commands>().offer(move || {
        let command = |label: &str, run: std::rc::Rc<dyn Fn()>| PageCommand {
            label: label.to_owned(),
            action: None,
            why_not: None,
            run,
        };
        let mut commands =
            vec![command("Save this form as a template", std::rc::Rc::new(move || templates.save_new(draft.fill())))];
        if !offered.with(Vec::is_empty) {
            commands.push(command("Manage templates", std::rc::Rc::new(move || templates.manage())));
        }
        commands
    });
    let any = Memo::new(move |_| !offered.with(Vec::is_empty));
    view! {
        <Show when=move || any.get()>
            <div class="template-bar">
                <Field label="Use a template" hint="It fills in what is still empty.">
                    <ComboBox choices=offered list_label="Templates" value=chosen />
                </Field>
                <Button label="Manage templates" kind=Kind::Quiet on_press=move |()| templates.manage() />
            </div>
        </Show>
    }
    .into_any()
}
