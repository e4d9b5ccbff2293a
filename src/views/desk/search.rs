//! The search field of the queue: a query as people type it. What may come next is offered under it (the ARIA pattern
//! of an editable combo box with a list), and so is what is wrong, with its place; the last query that was understood
//! stays in force meanwhile.

use leptos::{ev, html, prelude::*};
use workspace::query::{self, Completion, Counts, Fault, Offer, Query, Typed};

use crate::browser::dom;
use crate::session::Session;
use crate::ui::{Icon, Picture, id};

/// How much of a query is shown on either side of a fault, in letters.
const EXCERPT: usize = 24;

#[derive(Clone, Copy)]
struct Search {
    session: Session,
    text: RwSignal<String>,
    /// The cursor, in bytes of the text.
    cursor: RwSignal<usize>,
    open: RwSignal<bool>,
    /// Whether fields are offered although none was begun.
    all: RwSignal<bool>,
    active: RwSignal<Option<usize>>,
    /// Whether anybody has typed since the query was last remembered: passing through is not asking.
    changed: StoredValue<bool>,
    completion: Memo<Completion>,
    ids: StoredValue<String>,
    input: NodeRef<html::Input>,
    root: NodeRef<html::Div>,
}

/// The field. `typed` is what an address said, faults included.
#[component]
pub fn QuerySearch(
    query: RwSignal<Query>,
    counts: Memo<Counts>,
    typed: RwSignal<String>,
    /// An id, for a key that moves the focus here.
    field_id: &'static str,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let text = typed;
    let understood = Memo::new(move |_| {
        let text = text.get();
        session.read(|workspace| query::understand(&text, workspace)).unwrap_or_default()
    });
    follow(text, understood, query);

    let (cursor, open, all) = (RwSignal::new(0), RwSignal::new(false), RwSignal::new(false));
    let completion = Memo::new(move |_| {
        if !open.get() {
            return Completion::default();
        }
        let (text, cursor, all) = (text.get(), cursor.get(), all.get());
        let next = session.read(|workspace| {
            counts.with(|counts| query::complete(&text, cursor, workspace, counts, all || text.trim().is_empty()))
        });
        let mut next = next.unwrap_or_default();
        if text.trim().is_empty() {
            let before = session.settings.with(|settings| settings.queries.clone());
            let earlier =
                before.into_iter().map(|text| Offer { label: text.clone(), text, detail: "earlier".to_owned() });
            next.offers.splice(0..0, earlier);
        }
        next
    });
    let search = Search {
        session,
        text,
        cursor,
        open,
        all,
        active: RwSignal::new(None),
        changed: StoredValue::new(false),
        completion,
        ids: StoredValue::new(id::fresh("query")),
        input: NodeRef::new(),
        root: NodeRef::new(),
    };
    let listed = Memo::new(move |_| completion.with(|completion| !completion.offers.is_empty()));
    // A clause that is being typed is not wrong yet, as long as something can be offered for it.
    let fault = Memo::new(move |_| {
        let fault = understood.with(|typed| typed.faults.first().cloned())?;
        let offered = completion.with(|completion| completion.from <= fault.at.start && fault.at.end <= completion.to);
        let being_typed = listed.get() && offered;
        (!being_typed).then_some(fault)
    });
    let list_id = search.ids.get_value();
    let error_id = id::with_suffix(&list_id, "error");
    let (controls, described_by) = (list_id.clone(), error_id.clone());
    view! {
        <div class="search query" node_ref=search.root on:focusout=move |event| search.left(&event)>
            <div class="search-box">
                <Icon picture=Picture::Search />
                <input
                    class="input"
                    type="text"
                    inputmode="search"
                    enterkeyhint="search"
                    node_ref=search.input
                    id=field_id
                    role="combobox"
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    placeholder="Words, or state:open group:Network"
                    aria-label="Search incidents"
                    aria-autocomplete="list"
                    aria-expanded=move || if listed.get() { "true" } else { "false" }
                    aria-controls=move || listed.get().then(|| controls.clone())
                    aria-activedescendant=move || search.active.get().filter(|_| listed.get()).map(|index| search.option_id(index))
                    aria-invalid=move || fault.with(Option::is_some).then_some("true")
                    aria-describedby=move || fault.with(Option::is_some).then(|| described_by.clone())
                    prop:value=text
                    on:input:target=move |event| search.type_in(event.target().value())
                    on:keydown=move |event| search.pressed(&event)
                    on:focus=move |_| search.entered()
                    on:click=move |_| search.moved()
                    on:keyup=move |_| search.moved()
                />
                {move || (!text.with(String::is_empty)).then(|| view! {
                    <button type="button" class="search-clear" on:click=move |_| search.clear()>
                        <Icon picture=Picture::Close />
                        <span class="visually-hidden">"Clear the search"</span>
                    </button>
                })}
                {move || listed.get().then(|| search.list(list_id.clone()))}
            </div>
            <div role="status">
                {move || {
                    let id = error_id.clone();
                    fault.get().map(|fault| search.fault(id, fault))
                }}
            </div>
        </div>
    }
    .into_any()
}

/// The text and the query follow each other; only what differs is passed on.
fn follow(text: RwSignal<String>, understood: Memo<Typed>, query: RwSignal<Query>) {
    // At first the address has the word.
    Effect::new(move |before: Option<String>| {
        let typed = text.get();
        if before.is_some_and(|before| before != typed) {
            understood.with(|understood| {
                let sound = understood.faults.is_empty();
                if sound && query.with_untracked(|query| *query != understood.query) {
                    query.set(understood.query.clone());
                }
            });
        }
        typed
    });
    Effect::new(move |_| {
        let differs = query.with(|query| query::parse(&text.get_untracked()).query != *query);
        if differs {
            text.set(query.with_untracked(Query::to_text));
        }
    });
}

impl Search {
    fn option_id(self, index: usize) -> String {
        id::with_suffix(&self.ids.get_value(), &index.to_string())
    }

    /// On arrival one goes on behind what is there.
    fn entered(self) {
        let Some(input) = self.input.get_untracked() else { return };
        let mut text = self.text.get_untracked();
        // Who has selected something means to replace it.
        if !text.is_empty() && !text.ends_with(char::is_whitespace) && !dom::has_selection(&input) {
            text.push(' ');
            // At once: whoever types fast must not overtake the cursor.
            dom::put_text(&input, &text, text.encode_utf16().count());
            self.text.set(text);
        }
        self.moved();
        self.active.set(None);
        self.all.set(false);
        self.open.set(self.text.with_untracked(|text| text.trim().is_empty()));
    }

    fn left(self, event: &ev::FocusEvent) {
        if !self.root.get_untracked().is_some_and(|root| dom::focus_stays_in(&root, event)) {
            self.close();
            let trimmed = self.text.with_untracked(|text| text.trim_end().to_owned());
            if self.text.with_untracked(|text| *text != trimmed) {
                self.text.set(trimmed);
            }
            self.remember();
        }
    }

    /// Keeps the query for the next time, if it can be understood.
    fn remember(self) {
        if !self.changed.get_value() {
            return;
        }
        self.changed.set_value(false);
        let text = self.text.with_untracked(|text| text.trim().to_owned());
        let sound = self.session.peek(|workspace| query::understand(&text, workspace).faults.is_empty());
        if sound == Some(true) && !text.is_empty() {
            self.session.remember_query(&text);
        }
    }

    fn close(self) {
        self.open.set(false);
        self.all.set(false);
        self.active.set(None);
    }

    /// Looks where the cursor is.
    fn moved(self) {
        let Some(input) = self.input.get_untracked() else { return };
        let units = dom::caret(&input);
        let cursor = self.text.with_untracked(|text| bytes_of(text, units));
        if self.cursor.get_untracked() != cursor {
            self.cursor.set(cursor);
        }
    }

    fn type_in(self, text: String) {
        self.changed.set_value(true);
        self.text.set(text);
        self.moved();
        self.active.set(None);
        self.all.set(false);
        self.open.set(true);
    }

    /// Puts a text with its cursor into the field.
    fn put(self, text: String, cursor: usize) {
        let units = text.get(..cursor).map_or(0, |before| before.encode_utf16().count());
        if let Some(input) = self.input.get_untracked() {
            dom::focus(&input);
            dom::put_text(&input, &text, units);
        }
        self.changed.set_value(true);
        self.text.set(text);
        self.cursor.set(cursor);
        self.active.set(None);
    }

    fn clear(self) {
        self.put(String::new(), 0);
        self.open.set(true);
    }

    fn pressed(self, event: &ev::KeyboardEvent) {
        let listed = self.completion.with_untracked(|completion| !completion.offers.is_empty());
        match event.key().as_str() {
            "ArrowDown" | "ArrowUp" => self.step(event.key() == "ArrowDown"),
            "Enter" => match self.active.get_untracked() {
                Some(index) if listed => self.choose(index),
                _ => {
                    self.close();
                    self.remember();
                }
            },
            "Escape" if listed => {
                event.stop_propagation();
                self.close();
            }
            _ => return,
        }
        event.prevent_default();
    }

    fn step(self, down: bool) {
        if !self.open.get_untracked() || self.completion.with_untracked(|completion| completion.offers.is_empty()) {
            self.moved();
            self.all.set(true);
            self.open.set(true);
        }
        let count = self.completion.with_untracked(|completion| completion.offers.len());
        let Some(last) = count.checked_sub(1) else { return };
        let next = match (self.active.get_untracked(), down) {
            (None, true) => 0,
            (None, false) => last,
            (Some(at), true) if at < last => at + 1,
            (Some(_), true) => 0,
            (Some(at), false) => at.checked_sub(1).unwrap_or(last),
        };
        self.active.set(Some(next));
        dom::soon(move || {
            if let Some(ids) = self.ids.try_get_value() {
                dom::show_id(&id::with_suffix(&ids, &next.to_string()));
            }
        });
    }

    fn choose(self, index: usize) {
        let completion = self.completion.get_untracked();
        let Some(offer) = completion.offers.get(index) else { return };
        let text = self.text.get_untracked();
        let before = text.get(..completion.from).unwrap_or_default();
        let after = text.get(completion.to..).unwrap_or_default();
        let whole = text.trim().is_empty() && !offer.text.ends_with(':');
        let (before, after) = if whole { ("", "") } else { (before, after) };
        // One blank between clauses is enough.
        let after = if offer.text.ends_with(' ') { after.trim_start() } else { after };
        let cursor = before.len() + offer.text.len();
        self.put([before, &offer.text, after].concat(), cursor);
        // Behind a field, its values are next.
        self.all.set(false);
        self.open.set(offer.text.ends_with(':'));
    }

    fn list(self, list_id: String) -> AnyView {
        let options = move || {
            let offers = self.completion.with(|completion| completion.offers.clone());
            offers.into_iter().enumerate().map(|(index, offer)| self.option(index, offer)).collect_view()
        };
        view! { <ul class="combo-list" role="listbox" id=list_id aria-label="What may come next">{options}</ul> }
            .into_any()
    }

    fn option(self, index: usize, offer: Offer) -> AnyView {
        let is_active = move || self.active.get() == Some(index);
        view! {
            <li
                class="combo-option"
                class:combo-active=is_active
                role="option"
                id=self.option_id(index)
                aria-selected=move || if is_active() { "true" } else { "false" }
                // Before the input would lose the focus.
                on:mousedown=move |event| event.prevent_default()
                on:click=move |_| self.choose(index)
            >
                <span class="query-offer">{offer.label}</span>
                {(!offer.detail.is_empty()).then(|| view! { <span class="combo-detail">{offer.detail}</span> })}
            </li>
        }
        .into_any()
    }

    /// What is wrong: the place, marked in what stands around it, and a sentence.
    fn fault(self, error_id: String, fault: Fault) -> AnyView {
        let text = self.text.get_untracked();
        let [before, wrong, after] = excerpt(&text, &fault);
        let Fault { at, sentence, instead } = fault;
        let mend = instead.map(|instead| {
            let label = ["Put \u{201c}", &instead, "\u{201d}"].concat();
            let put = move |_| {
                let text = self.text.get_untracked();
                let (before, after) =
                    (text.get(..at.start).unwrap_or_default(), text.get(at.end..).unwrap_or_default());
                let cursor = before.len() + instead.len();
                self.put([before, &instead, after].concat(), cursor);
            };
            view! { <button type="button" class="button button-quiet" on:click=put>{label}</button> }
        });
        view! {
            <div class="query-fault">
                <p class="field-error" id=error_id>
                    <Icon picture=Picture::Problem />
                    <span><code class="query-excerpt">{before}<mark>{wrong}</mark>{after}</code>" "{sentence}</span>
                </p>
                {mend}
            </div>
        }
        .into_any()
    }
}

/// The bytes before so many UTF-16 units.
fn bytes_of(text: &str, units: usize) -> usize {
    let mut left = units;
    let mut bytes = 0;
    for letter in text.chars() {
        let Some(rest) = left.checked_sub(letter.len_utf16()) else { break };
        left = rest;
        bytes += letter.len_utf8();
    }
    bytes
}

fn excerpt(text: &str, fault: &Fault) -> [String; 3] {
    let part = |range: std::ops::Range<usize>| text.get(range).unwrap_or_default();
    let (before, after) = (part(0..fault.at.start), part(fault.at.end..text.len()));
    let skipped = before.chars().count().saturating_sub(EXCERPT);
    let before: String = (skipped > 0).then_some('…').into_iter().chain(before.chars().skip(skipped)).collect();
    let more = after.chars().count() > EXCERPT;
    let after: String = after.chars().take(EXCERPT).chain(more.then_some('…')).collect();
    [before, part(fault.at.clone()).to_owned(), after]
}
