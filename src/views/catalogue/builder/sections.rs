//! The sections of the form with their questions.

use std::sync::Arc;

use itsm::catalogue::form::{
    Place, Section, condition_words, move_field, move_section, next_field, next_section, quoted, remove_section,
};
use itsm::catalogue::{FieldKey, SectionKey};
use leptos::{ev, prelude::*};

use super::condition::When;
use super::inputs::{Line, Step};
use super::question::question;
use super::state::{Builder, blank, element};
use crate::browser::dom;
use crate::ui::{Button, EmptyState, Kind, Picture};

/// The id of the button that asks one more question.
pub const ADD: &str = "builder-add";

/// Moves the focus to the words of a question whose details are open.
pub fn focus_label(key: FieldKey) {
    let selector = ["#", &element("question", key), " .question-label input"].concat();
    dom::soon(move || {
        dom::focus_at(&selector);
    });
}

/// Adds a question to a section, or to a new one, and opens it.
fn add_question(builder: Builder, section: Option<SectionKey>) {
    let tag = builder.session.tag();
    let added = builder.step(|form| {
        let key = next_field(form, tag);
        let section = section.filter(|key| form.sections.iter().any(|one| one.key == *key));
        let section = section.or_else(|| form.sections.last().map(|last| last.key)).unwrap_or_else(|| {
            let key = next_section(form, tag);
            form.sections.push(Section { key, ..Section::default() });
            key
        });
        let section = form.sections.iter_mut().find(|one| one.key == section);
        section.map(|section| section.fields.push(blank(key))).map(|()| key)
    });
    builder.open.set(added.flatten());
    if let Some(key) = added.flatten() {
        focus_label(key);
    }
}

fn add_section(builder: Builder) {
    let tag = builder.session.tag();
    let added = builder.step(|form| {
        let key = next_section(form, tag);
        form.sections.push(Section { key, ..Section::default() });
        key
    });
    if let Some(key) = added {
        let selector = ["#", &element("section", key), " .section-title input"].concat();
        dom::soon(move || {
            dom::focus_at(&selector);
        });
    }
}

/// The sections, and what adds to them.
#[component]
pub fn Sections(
    /// The form.
    builder: Builder,
) -> impl IntoView {
    let keys = Memo::new(move |_| {
        builder.form.with(|form| form.sections.iter().map(|section| section.key).collect::<Vec<_>>())
    });
    let is_empty = move || keys.with(Vec::is_empty);
    let empty = move || {
        is_empty().then(|| view! {
            <EmptyState
                title="Nothing is asked yet"
                text="An order then says only who wants it and how many. Ask for what fulfilment really needs: each question costs every customer time."
                picture=Picture::Note
            >
                <Button label="Ask the first question" kind=Kind::Primary on_press=move |()| add_question(builder, None) />
            </EmptyState>
        })
    };
    let adding = move || {
        (!is_empty()).then(|| view! {
            <div class="builder-adding">
                <button type="button" class="button button-primary" id=ADD on:click=move |_| add_question(builder, None)>
                    "Add a question"
                </button>
                <Button label="Add a section" on_press=move |()| add_section(builder) />
            </div>
        })
    };
    view! {
        {empty}
        <For each=move || keys.get() key=|key| *key children=move |key| section(builder, key) />
        {adding}
    }
    .into_any()
}

#[derive(Clone, Copy)]
struct One {
    builder: Builder,
    key: SectionKey,
}

impl One {
    fn get<T>(self, read: impl FnOnce(&Section) -> T) -> Option<T> {
        self.builder.form.with(|form| form.sections.iter().find(|section| section.key == self.key).map(read))
    }

    fn change(self, change: impl FnOnce(&mut Section)) -> impl FnOnce(&mut itsm::catalogue::form::Form) {
        move |form| {
            if let Some(section) = form.sections.iter_mut().find(|section| section.key == self.key) {
                change(section);
            }
        }
    }

    fn place(self) -> (usize, usize) {
        self.builder.form.with(|form| {
            let at = form.sections.iter().position(|section| section.key == self.key);
            (at.unwrap_or_default(), form.sections.len())
        })
    }

    fn name(self) -> String {
        let (at, _) = self.place();
        let title = self.get(|section| section.title.clone()).unwrap_or_default();
        if title.trim().is_empty() {
            format!("section {}", at.saturating_add(1))
        } else {
            "section ".to_owned() + &quoted(&title)
        }
    }

    fn go(self, down: bool) {
        let (at, _) = self.place();
        let to = if down { at.saturating_add(1) } else { at.saturating_sub(1) };
        self.builder.step(|form| move_section(form, self.key, to));
        let (at, count) = self.place();
        self.builder.said.set(format!("{} is now section {} of {count}", self.name(), at.saturating_add(1)));
        let button = element(if down { "section-down" } else { "section-up" }, self.key);
        dom::soon(move || {
            dom::focus_id(&button);
        });
    }

    fn remove(self) {
        let done = ["The ", &self.name(), " is removed"].concat();
        self.builder.told(done, |form| drop(remove_section(form, self.key)));
    }
}

fn section(builder: Builder, key: SectionKey) -> AnyView {
    let one = One { builder, key };
    let fields = Memo::new(move |_| {
        one.get(|section| section.fields.iter().map(|field| field.key).collect::<Vec<_>>()).unwrap_or_default()
    });
    let is_over = RwSignal::new(false);
    let over = move |event: ev::DragEvent| {
        if builder.dragged.with_untracked(Option::is_some) {
            event.prevent_default();
            is_over.set(true);
        }
    };
    let dropped = move |event: ev::DragEvent| {
        event.prevent_default();
        is_over.set(false);
        if let Some(dragged) = builder.dragged.get_untracked() {
            builder.dragged.set(None);
            builder.step(|form| move_field(form, dragged, key, usize::MAX));
        }
    };
    let name = move || one.name();
    let nothing = move || fields.with(Vec::is_empty);
    view! {
        <section class="builder-section" id=element("section", key) aria-label=name>
            {head(one)}
            <ol class="plain builder-questions">
                <For each=move || fields.get() key=|key| *key children=move |field| question(builder, key, field) />
            </ol>
            <div class="builder-end" class:builder-over=move || is_over.get() on:dragover=over on:dragleave=move |_| is_over.set(false) on:drop=dropped>
                {move || nothing().then(|| view! { <p class="hint">"No question yet. A section of its own can also only explain."</p> })}
                <Button label="Ask here" kind=Kind::Quiet picture=Picture::Plus on_press=move |()| add_question(builder, Some(key)) />
            </div>
        </section>
    }
    .into_any()
}

fn head(one: One) -> AnyView {
    let builder = one.builder;
    let title = Signal::derive(move || one.get(|section| section.title.clone()).unwrap_or_default());
    let take_title = move |typed: Arc<str>| builder.typed(one.change(|section| section.title = typed));
    let help = Signal::derive(move || one.get(|section| section.help.clone()).unwrap_or_default());
    let take_help = move |typed: Arc<str>| builder.typed(one.change(|section| section.help = typed));
    let condition = Signal::derive(move || one.get(|section| section.show_if.clone()).flatten());
    let take_condition = move |condition| {
        builder.step(one.change(|section| section.show_if = condition));
    };
    // What it may hang on stands before its own questions.
    let own = Signal::derive(move || one.get(|section| section.fields.first().map(|field| field.key)).flatten());
    let is_ahead = move || builder.form.with(|form| form.looking_ahead().contains(&Place::Section(one.key)));
    let words = move || {
        condition.with(|condition| {
            let condition = condition.as_ref()?;
            Some(["Only if ", &builder.form.with(|form| condition_words(form, condition))].concat())
        })
    };
    let label =
        move |before: &'static str, after: &'static str| Signal::derive(move || [before, &one.name(), after].concat());
    let first = Signal::derive(move || (one.place().0 == 0).then(|| "It is the first section".to_owned()));
    let last = Signal::derive(move || {
        let (at, count) = one.place();
        (at.saturating_add(1) >= count).then(|| "It is the last section".to_owned())
    });
    view! {
        <div class="builder-section-head">
            <div class="section-title"><Line label="Section" value=title take=take_title /></div>
            <div class="builder-steps">
                <Step label=label("Move ", " up") sign=Picture::Down turned=true id=element("section-up", one.key) refusal=first on_press=move |()| one.go(false) />
                <Step label=label("Move ", " down") sign=Picture::Down id=element("section-down", one.key) refusal=last on_press=move |()| one.go(true) />
                <Step label=label("Remove ", " with its questions") sign=Picture::Close on_press=move |()| one.remove() />
            </div>
        </div>
        {move || words().map(|words| view! { <p class="builder-if">{words}</p> })}
        {move || is_ahead().then(|| view! {
            <p class="builder-note">"It hangs on a question of its own or further down: whoever answers sees it appear above."</p>
        })}
        <details class="builder-more">
            <summary>"Explanation and condition"</summary>
            <Line label="What is to be known before answering" value=help take=take_help />
            <When builder what="Asked" value=condition take=take_condition own />
        </details>
    }
    .into_any()
}
