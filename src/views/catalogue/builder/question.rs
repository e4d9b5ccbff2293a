//! A question in the list: what it is, where it stands, and its details once it is opened.

use itsm::catalogue::form::{condition_words, duplicate_field, move_field, quoted, remove_field, step, steps_naming};
use itsm::catalogue::{FieldKey, SectionKey};
use leptos::{ev, prelude::*};

use super::choices::counted;
use super::editor::editor;
use super::inputs::Step;
use super::state::{Builder, element};
use crate::browser::dom;
use crate::ui::{Button, Kind, Picture};

/// The question of a key.
pub fn question(builder: Builder, section: SectionKey, key: FieldKey) -> AnyView {
    let one = One { builder, section, key };
    let is_open = move || builder.open.get() == Some(key);
    let is_over = RwSignal::new(false);
    let dropped = move |event: ev::DragEvent| {
        event.prevent_default();
        event.stop_propagation();
        is_over.set(false);
        one.take_place();
    };
    let over = move |event: ev::DragEvent| {
        if builder.dragged.with_untracked(Option::is_some) {
            event.prevent_default();
            is_over.set(true);
        }
    };
    view! {
        <li
            class="builder-question"
            class:builder-open=is_open
            class:builder-over=move || is_over.get()
            class:builder-dragged=move || builder.dragged.get() == Some(key)
            id=element("question", key)
            on:dragover=over
            on:dragleave=move |_| is_over.set(false)
            on:drop=dropped
            on:keydown=move |event| one.pressed(&event)
        >
            {one.head()}
            {move || (builder.leaving.get() == Some(key)).then(|| one.leaving())}
            {move || is_open().then(|| editor(builder, key))}
        </li>
    }
    .into_any()
}

#[derive(Clone, Copy)]
struct One {
    builder: Builder,
    section: SectionKey,
    key: FieldKey,
}

impl One {
    fn name(self) -> String {
        self.builder.of(self.key, |field| quoted(&field.label)).unwrap_or_default()
    }

    fn head(self) -> AnyView {
        let builder = self.builder;
        let name = Signal::derive(move || self.name());
        let words = move |before: &'static str, after: &'static str| {
            Signal::derive(move || [before, &name.get(), after].concat())
        };
        let label = move || {
            let label = builder.of(self.key, |field| field.label.trim().to_owned()).unwrap_or_default();
            if label.is_empty() { "A question without words".to_owned() } else { label }
        };
        let about = move || {
            let about = builder.of(self.key, |field| {
                let mut about = vec![field.kind.word().to_owned()];
                about.extend(counted(&field.kind));
                about.extend(field.required.then(|| "required".to_owned()));
                about.join(" · ")
            });
            about.unwrap_or_default()
        };
        let condition = move || {
            builder.form.with(|form| {
                let condition = form.field(self.key)?.show_if.as_ref()?;
                Some(["Only if ", &condition_words(form, condition)].concat())
            })
        };
        let ahead = move || {
            let is_ahead = builder.form.with(|form| {
                let mine = |place: &itsm::catalogue::form::Place| {
                    use itsm::catalogue::form::Place;
                    matches!(place, Place::Field(key) | Place::Choice(key, _) if *key == self.key)
                };
                form.looking_ahead().iter().any(mine)
            });
            is_ahead.then_some("It hangs on a question further down: whoever answers sees it appear above.")
        };
        let first = Signal::derive(move || {
            let is_first = builder.form.with(|form| step(form, self.key, false).is_none());
            is_first.then(|| "It is the first question".to_owned())
        });
        let last = Signal::derive(move || {
            let is_last = builder.form.with(|form| step(form, self.key, true).is_none());
            is_last.then(|| "It is the last question".to_owned())
        });
        let is_open = move || builder.open.get() == Some(self.key);
        let toggle = move |()| builder.open.set((!is_open()).then_some(self.key));
        let edit =
            Signal::derive(
                move || {
                    if is_open() { ["Close ", &name.get()].concat() } else { ["Edit ", &name.get()].concat() }
                },
            );
        view! {
            <div
                class="builder-head"
                draggable="true"
                on:dragstart=move |event| {
                    dom::carry(&event, &self.name());
                    builder.dragged.set(Some(self.key));
                }
                on:dragend=move |_| builder.dragged.set(None)
            >
                <span class="builder-handle" aria-hidden="true">"⠿"</span>
                <div class="builder-words">
                    <button
                        type="button"
                        class="builder-name"
                        aria-expanded=move || if is_open() { "true" } else { "false" }
                        on:click=move |_| toggle(())
                    >
                        {label}
                    </button>
                    <p class="builder-about">{about}</p>
                    {move || condition().map(|condition| view! { <p class="builder-if">{condition}</p> })}
                    {move || ahead().map(|note| view! { <p class="builder-note">{note}</p> })}
                </div>
                <div class="builder-steps">
                    <Step label=words("Move ", " up") sign=Picture::Down turned=true id=element("up", self.key) refusal=first on_press=move |()| self.go(false) />
                    <Step label=words("Move ", " down") sign=Picture::Down id=element("down", self.key) refusal=last on_press=move |()| self.go(true) />
                    <Step label=edit sign=Picture::Note on_press=toggle />
                    <Step label=words("Duplicate ", "") sign=Picture::Plus on_press=move |()| self.duplicate() />
                    <Step label=words("Remove ", "") sign=Picture::Close id=element("remove", self.key) on_press=move |()| self.ask_to_remove() />
                </div>
            </div>
        }
        .into_any()
    }

    /// Alt and an arrow move the question from anywhere in its line.
    fn pressed(self, event: &ev::KeyboardEvent) {
        let down = match event.key().as_str() {
            "ArrowDown" if event.alt_key() => true,
            "ArrowUp" if event.alt_key() => false,
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        self.go(down);
    }

    fn go(self, down: bool) {
        let builder = self.builder;
        let Some((section, to)) = builder.form.with_untracked(|form| step(form, self.key, down)) else { return };
        builder.step(|form| move_field(form, self.key, section, to));
        self.say_place();
        let button = element(if down { "down" } else { "up" }, self.key);
        dom::soon(move || {
            dom::focus_id(&button);
        });
    }

    /// Lets what is dragged take the place of this question.
    fn take_place(self) {
        let builder = self.builder;
        let Some(dragged) = builder.dragged.get_untracked().filter(|dragged| *dragged != self.key) else { return };
        builder.dragged.set(None);
        let place = builder.form.with_untracked(|form| form.place_of(self.key));
        if let Some((_, to)) = place {
            builder.step(|form| move_field(form, dragged, self.section, to));
            One { key: dragged, ..self }.say_place();
        }
    }

    fn say_place(self) {
        let place = self.builder.form.with_untracked(|form| {
            let (at, within) = form.place_of(self.key)?;
            let section = form.sections.get(at)?;
            let of = if section.title.trim().is_empty() {
                String::new()
            } else {
                [" in ", &quoted(&section.title)].concat()
            };
            Some(format!(
                "{} is now question {} of {}{of}",
                self.name(),
                within.saturating_add(1),
                section.fields.len()
            ))
        });
        self.builder.said.set(place.unwrap_or_default());
    }

    fn duplicate(self) {
        let tag = self.builder.session.tag();
        let copy = self.builder.step(|form| duplicate_field(form, self.key, tag)).flatten();
        self.builder.open.set(copy);
        if let Some(copy) = copy {
            super::sections::focus_label(copy);
        }
    }

    /// What names the question: conditions of the form, steps of the workflow.
    fn uses(self) -> (String, String) {
        let builder = self.builder;
        let named = builder.form.with_untracked(|form| {
            use itsm::catalogue::form::Place;
            let mut places = form.named_by(self.key);
            // What goes with the question is not left behind.
            places.retain(|place| !matches!(place, Place::Field(key) | Place::Choice(key, _) if *key == self.key));
            places
        });
        let steps = builder.offered(|_, offering| steps_naming(&offering.workflow, self.key)).unwrap_or_default();
        let steps: Vec<String> = steps.iter().map(|step| quoted(step)).collect();
        (builder.places(&named), steps.join(", "))
    }

    fn ask_to_remove(self) {
        let (places, steps) = self.uses();
        if places.is_empty() && steps.is_empty() { self.remove() } else { self.builder.leaving.set(Some(self.key)) }
    }

    fn remove(self) {
        let done = self.name() + " is removed";
        let builder = self.builder;
        builder.leaving.set(None);
        if builder.open.get_untracked() == Some(self.key) {
            builder.open.set(None);
        }
        builder.told(done, |form| drop(remove_field(form, self.key)));
        dom::soon(|| {
            dom::focus_id(super::sections::ADD);
        });
    }

    fn leaving(self) -> AnyView {
        let (places, steps) = self.uses();
        let keep = move |()| {
            self.builder.leaving.set(None);
            let button = element("remove", self.key);
            dom::soon(move || {
                dom::focus_id(&button);
            });
        };
        view! {
            <div class="builder-leaving" role="alertdialog" aria-label="Remove the question?">
                {(!places.is_empty()).then(|| view! {
                    <p>"Conditions name this question: those of "{places}". They lose what they say of it, and what hung on it alone is then always asked or offered."</p>
                })}
                {(!steps.is_empty()).then(|| view! {
                    <p>"The workflow asks for it: "{steps}". Such a step is then taken with every order."</p>
                })}
                <div class="form-actions">
                    <Button label="Remove it all the same" kind=Kind::Danger on_press=move |()| self.remove() />
                    <Button label="Keep the question" kind=Kind::Quiet on_press=keep />
                </div>
            </div>
        }
        .into_any()
    }
}
