//! The search over everything (Ctrl K): find an incident, go anywhere, do what can be done here, each with its key.
//!
//! It follows the ARIA pattern of a combo box: the focus stays in the field, arrow keys move along the list, Enter
//! chooses, Escape closes.

mod commands;
mod keys;
mod lessons;

use std::rc::Rc;

use itsm::{Card, RecordId};
use leptos::{ev, prelude::*};
use workspace::find::{Found, FoundProblem, find, find_problems, find_records};

use crate::browser::dom;
use crate::browser::location::Location;
use crate::commands::{Commands, PageCommand};
use crate::route::Route;
use crate::session::Session;
use crate::ui::{Dialog, Icon, Kbd, Picture, Toaster};
use crate::views::part;

/// More commands than this are not shown beside incidents.
const MOST_COMMANDS: usize = 7;
/// More incidents than this nobody reads; another letter leaves fewer.
const MOST_INCIDENTS: usize = 12;
/// Problems are few, and what is meant comes first.
const MOST_PROBLEMS: usize = 4;
/// So many records of the other practices.
const MOST_RECORDS: usize = 8;
const FIELD: &str = "palette-field";
const LIST: &str = "palette-list";

/// One line of the list.
#[derive(Clone)]
pub struct Entry {
    group: &'static str,
    label: String,
    /// Its key; empty if it has none.
    key: String,
    /// Where an incident or a problem stands; empty for everything else.
    state: String,
    why_not: Option<String>,
    act: Rc<dyn Fn()>,
}

impl Entry {
    /// A line that does something.
    pub fn new(group: &'static str, label: impl Into<String>, act: impl Fn() + 'static) -> Self {
        Self { group, label: label.into(), key: String::new(), state: String::new(), why_not: None, act: Rc::new(act) }
    }

    /// The same with the key that does it.
    pub fn with_key(self, key: impl Into<String>) -> Self {
        Self { key: key.into(), ..self }
    }

    /// The same, refused for now.
    pub fn refused(self, why: Option<String>) -> Self {
        Self { why_not: why, ..self }
    }

    fn of_page(command: PageCommand) -> Self {
        let key = command.keys();
        Self {
            group: "Here",
            label: command.label,
            key,
            state: String::new(),
            why_not: command.why_not,
            act: command.run,
        }
    }

    fn of_incident(found: Found, location: Location) -> Self {
        let (number, label) = (found.number.clone(), found.number + " " + &found.title);
        let entry = Self::new("Incidents", label, move || location.go(&Route::Incident(number.clone())));
        Self { state: workspace::say::state(found.state), ..entry }
    }

    fn of_problem(found: FoundProblem, location: Location) -> Self {
        let (number, label) = (found.number.clone(), found.number + " " + &found.summary);
        let entry = Self::new("Problems", label, move || location.go(&Route::Problem(number.clone())));
        Self { state: found.standing.to_owned(), ..entry }
    }

    fn of_record(card: Card, location: Location) -> Self {
        let label = card.number.clone() + " " + &card.title;
        let state = card.state.to_owned();
        let entry = Self::new("Records", label, move || location.go(&Route::record(&card)));
        Self { state, ..entry }
    }

    /// Whether each word begins a word of the label or of the group.
    fn fits(&self, words: &str) -> bool {
        let text = (self.group.to_owned() + " " + &self.label).to_lowercase();
        words.split_whitespace().all(|word| text.split_whitespace().any(|part| part.starts_with(word)))
    }
}

#[derive(Clone, Copy)]
struct Palette {
    session: Session,
    location: Location,
    commands: Commands,
    toaster: Toaster,
    typed: RwSignal<String>,
    entries: RwSignal<Vec<Entry>, LocalStorage>,
    active: RwSignal<usize>,
    /// Why the line that was chosen cannot be done.
    refusal: RwSignal<Option<String>>,
}

/// The windows over every page: the search, and the list of keys.
pub fn windows(session: Session) -> AnyView {
    let commands = expect_context::<Commands>();
    let palette = Palette {
        session,
        location: expect_context(),
        commands,
        toaster: expect_context(),
        typed: RwSignal::new(String::new()),
        entries: RwSignal::new_local(vec![]),
        active: RwSignal::new(0),
        refusal: RwSignal::new(None),
    };
    Effect::new(move |_| {
        if commands.palette.get() {
            palette.typed.set(String::new());
        }
    });
    Effect::new(move |_| {
        // Made anew each time it opens: what can be done changes.
        if commands.palette.get() {
            palette.entries.set(palette.fitting());
            palette.active.set(0);
            palette.refusal.set(None);
        }
    });
    view! {
        <Dialog title="Search and commands" open=commands.palette>{move || palette.show()}</Dialog>
        <keys::KeySheet commands />
        <part::PartDialog commands />
    }
    .into_any()
}

impl Palette {
    /// The lines for what is typed: what can be done here, then everywhere, then incidents.
    fn fitting(self) -> Vec<Entry> {
        let words = self.typed.get().trim().to_lowercase();
        let here = self.commands.of_page().into_iter().map(Entry::of_page);
        let entries = here.chain(commands::everywhere(self.session, self.location, self.commands, self.toaster));
        if words.is_empty() {
            return entries.collect();
        }
        let mut fitting: Vec<Entry> = entries.filter(|entry| entry.fits(&words)).take(MOST_COMMANDS).collect();
        let now = self.session.now.get_untracked();
        let found = self.session.peek(|workspace| find(workspace, &words, now, MOST_INCIDENTS)).unwrap_or_default();
        let found = found.into_iter().filter(|found| self.session.sees_record(RecordId::Incident(found.id)));
        let incidents = found.map(|found| Entry::of_incident(found, self.location));
        let problems = self.session.peek(|workspace| find_problems(workspace, &words, MOST_PROBLEMS));
        let problems = problems
            .unwrap_or_default()
            .into_iter()
            .filter(|found| self.session.sees_record(RecordId::Problem(found.id)));
        let problems = problems.map(|found| Entry::of_problem(found, self.location));
        let records = self.session.peek(|workspace| find_records(workspace, &words, MOST_RECORDS)).unwrap_or_default();
        let records = records.into_iter().filter(|card| self.session.sees_record(card.id));
        let problems = problems.chain(records.map(|card| Entry::of_record(card, self.location)));
        // Who types a number means an incident.
        if words.bytes().any(|byte| byte.is_ascii_digit()) {
            incidents.chain(problems).chain(fitting).collect()
        } else {
            fitting.extend(problems.chain(incidents));
            fitting
        }
    }

    fn show(self) -> AnyView {
        let option_id = |index: usize| "palette-".to_owned() + &index.to_string();
        let line = move |(index, entry, headed): (usize, Entry, bool)| {
            let why = entry.why_not;
            let is_refused = why.is_some();
            view! {
                {headed.then(|| view! { <li class="palette-group" role="presentation">{entry.group}</li> })}
                <li
                    id=option_id(index)
                    class="palette-line"
                    role="option"
                    aria-selected=move || (self.active.get() == index).to_string()
                    aria-disabled=is_refused.to_string()
                    on:mousemove=move |_| if self.active.get_untracked() != index { self.active.set(index) }
                    // The field keeps the focus.
                    on:mousedown=|event| event.prevent_default()
                    on:click=move |_| self.choose(index)
                >
                    <span class="palette-label">{entry.label}</span>
                    {why.map(|why| view! { <span class="palette-why">{why}</span> })}
                    {(!entry.state.is_empty()).then(|| view! { <span class="palette-state">{entry.state}</span> })}
                    {(!entry.key.is_empty()).then(|| view! { <span class="palette-keys"><Kbd keys=entry.key /></span> })}
                </li>
            }
        };
        let lines = move || {
            let mut before = "";
            let lines = self.entries.get().into_iter().enumerate().map(|(index, entry)| {
                let headed = std::mem::replace(&mut before, entry.group) != entry.group;
                (index, entry, headed)
            });
            lines.map(line).collect_view()
        };
        let nothing = move || self.entries.with(Vec::is_empty);
        view! {
            <div class="palette">
                <div class="palette-field">
                    <Icon picture=Picture::Search />
                    <input
                        id=FIELD
                        type="text"
                        role="combobox"
                        aria-label="Search and commands"
                        aria-expanded="true"
                        aria-controls=LIST
                        aria-activedescendant=move || (!nothing()).then(|| option_id(self.active.get()))
                        aria-autocomplete="list"
                        autocomplete="off"
                        spellcheck="false"
                        placeholder="An incident, a place, something to do"
                        prop:value=self.typed
                        on:input:target=move |event| self.typed.set(event.target().value())
                        on:keydown=move |event| self.pressed(&event)
                    />
                </div>
                <ul id=LIST class="palette-list" role="listbox" aria-label="What fits">{lines}</ul>
                <p class="palette-note" role="status">
                    {move || match self.refusal.get() {
                        Some(why) => why,
                        None if nothing() => "Nothing fits. Look for fewer words, or search all incidents in the queue.".to_owned(),
                        None => String::new(),
                    }}
                </p>
            </div>
        }
        .into_any()
    }

    fn pressed(self, event: &ev::KeyboardEvent) {
        let count = self.entries.with_untracked(Vec::len);
        let at = self.active.get_untracked();
        let to = match event.key().as_str() {
            "ArrowDown" => (at + 1) % count.max(1),
            "ArrowUp" => at.checked_sub(1).unwrap_or(count.saturating_sub(1)),
            "PageDown" => (at + 8).min(count.saturating_sub(1)),
            "PageUp" => at.saturating_sub(8),
            "Enter" => {
                event.prevent_default();
                return self.choose(at);
            }
            _ => return,
        };
        event.prevent_default();
        self.active.set(to);
        self.refusal.set(None);
        dom::show_id(&("palette-".to_owned() + &to.to_string()));
    }

    fn choose(self, index: usize) {
        let Some(entry) = self.entries.with_untracked(|entries| entries.get(index).cloned()) else { return };
        if entry.why_not.is_some() {
            return self.refusal.set(entry.why_not);
        }
        self.commands.palette.set(false);
        // Once the window is closed and has given the focus back.
        dom::soon(move || (entry.act)());
    }
}
