//! One of many: type a few letters, choose from what matches. Made for lists of thousands of people.
//!
//! It follows the ARIA pattern of an editable combo box with a list: the focus stays in the input, arrow keys move
//! along the list, Enter chooses, Escape closes. At most [`SHOWN`] matches are in the page; the rest is counted.

use leptos::{ev, html, prelude::*};

use super::choice::Choice;
use super::field::FieldLink;
use super::icon::{Icon, Picture};
use super::id;
use crate::browser::dom;

/// More than anybody reads; who needs one further down types another letter.
const SHOWN: usize = 50;

/// What is offered for the words typed so far.
#[derive(Clone, Default, PartialEq)]
struct Matches {
    /// The first ones.
    shown: Vec<Choice>,
    /// How many there are in all.
    total: usize,
    /// The words, if a new choice may be made of them.
    addition: Option<String>,
}

#[derive(Clone, Copy)]
struct Combo {
    choices: Signal<Vec<Choice>>,
    value: RwSignal<String>,
    typed: RwSignal<String>,
    /// Whether the words were typed since the list opened; if not, all choices are offered.
    narrowed: RwSignal<bool>,
    open: RwSignal<bool>,
    active: RwSignal<Option<usize>>,
    matches: Memo<Matches>,
    ids: StoredValue<String>,
    input: NodeRef<html::Input>,
    root: NodeRef<html::Div>,
    on_add: Option<UnsyncCallback<String>>,
}

/// A field in which one of many is chosen by typing.
#[component]
pub fn ComboBox(
    /// What can be chosen.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// The value of what is chosen; empty for none.
    value: RwSignal<String>,
    /// What the list offers, for those who listen ("People").
    #[prop(into)]
    list_label: Signal<String>,
    /// Called with the words typed when none of the choices fits; without it, nothing can be added. It should add the
    /// choice and set `value` to it.
    #[prop(optional, into)]
    on_add: Option<UnsyncCallback<String>>,
) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let narrowed = RwSignal::new(false);
    let open = RwSignal::new(false);
    let may_add = on_add.is_some();
    let matches = Memo::new(move |_| {
        if !open.get() {
            return Matches::default();
        }
        let words = if narrowed.get() { typed.get() } else { String::new() };
        choices.with(|choices| find(choices, &words, may_add))
    });
    let combo = Combo {
        choices,
        value,
        typed,
        narrowed,
        open,
        active: RwSignal::new(None),
        matches,
        ids: StoredValue::new(id::fresh("combo")),
        input: NodeRef::new(),
        root: NodeRef::new(),
        on_add,
    };
    // What is chosen elsewhere is shown here, but never while somebody types.
    Effect::new(move |_| {
        let label = combo.label_of_value();
        if !open.get() {
            typed.set(label);
        }
    });
    let link = FieldLink::of_context();
    let (invalid, required) = (link.aria_invalid(), link.aria_required());
    let list_id = combo.ids.get_value();
    let controls = list_id.clone();
    view! {
        <div class="combo" node_ref=combo.root on:focusout=move |event| combo.left(&event)>
            <div class="combo-box">
                <input
                    class="input"
                    type="text"
                    node_ref=combo.input
                    id=link.id
                    role="combobox"
                    autocomplete="off"
                    spellcheck="false"
                    aria-autocomplete="list"
                    aria-expanded=move || if open.get() { "true" } else { "false" }
                    aria-controls=move || open.get().then(|| controls.clone())
                    aria-activedescendant=move || combo.active.get().filter(|_| open.get()).map(|index| combo.option_id(index))
                    aria-describedby=link.described_by
                    aria-invalid=invalid
                    aria-required=required
                    prop:value=typed
                    on:input:target=move |event| combo.type_in(event.target().value())
                    on:keydown=move |event| combo.pressed(&event)
                    on:click=move |_| combo.show()
                />
                <button type="button" class="combo-open" tabindex="-1" aria-hidden="true" on:click=move |_| combo.toggle()>
                    <Icon picture=Picture::Down />
                </button>
            </div>
            {move || open.get().then(|| combo.list(list_id.clone(), list_label))}
        </div>
    }
    .into_any()
}

/// The choices that have every word, in label or detail.
fn find(choices: &[Choice], typed: &str, may_add: bool) -> Matches {
    let wanted = typed.trim().to_lowercase();
    let words: Vec<&str> = wanted.split_whitespace().collect();
    let mut matches = Matches::default();
    let mut exact = false;
    for choice in choices {
        let label = choice.label.to_lowercase();
        let detail = choice.detail.to_lowercase();
        if words.iter().all(|word| label.contains(word) || detail.contains(word)) {
            exact |= label == wanted;
            matches.total += 1;
            if matches.shown.len() < SHOWN {
                matches.shown.push(choice.clone());
            }
        }
    }
    if may_add && !exact && !wanted.is_empty() {
        matches.addition = Some(typed.trim().to_owned());
    }
    matches
}

impl Combo {
    fn label_of_value(self) -> String {
        let value = self.value.get();
        self.choices.with(|choices| {
            choices.iter().find(|choice| choice.value == value).map(|choice| choice.label.clone()).unwrap_or_default()
        })
    }

    fn option_id(self, index: usize) -> String {
        id::with_suffix(&self.ids.get_value(), &index.to_string())
    }

    fn show(self) {
        if !self.open.get_untracked() {
            self.narrowed.set(false);
            self.active.set(None);
            self.open.set(true);
        }
    }

    fn close(self) {
        self.open.set(false);
        self.active.set(None);
    }

    fn toggle(self) {
        if self.open.get_untracked() {
            self.close();
        } else {
            self.show();
        }
        if let Some(input) = self.input.get_untracked() {
            dom::focus(&input);
        }
    }

    fn type_in(self, words: String) {
        self.show();
        if words.is_empty() {
            self.value.set(String::new());
        }
        let any = !words.trim().is_empty();
        self.typed.set(words);
        self.narrowed.set(true);
        self.active.set(any.then_some(0));
    }

    fn left(self, event: &ev::FocusEvent) {
        let stays = self.root.get_untracked().is_some_and(|root| dom::focus_stays_in(&root, event));
        if !stays {
            // Closing shows the name of what is really chosen again: words that were only typed are not an answer.
            self.close();
        }
    }

    fn pressed(self, event: &ev::KeyboardEvent) {
        let is_open = self.open.get_untracked();
        match event.key().as_str() {
            "ArrowDown" => self.step(true),
            "ArrowUp" => self.step(false),
            "Enter" if is_open => {
                if let Some(index) = self.active.get_untracked() {
                    self.choose(index);
                }
            }
            "Escape" if is_open => {
                // Not for the dialog around.
                event.stop_propagation();
                self.close();
            }
            _ => return,
        }
        event.prevent_default();
    }

    fn step(self, down: bool) {
        self.show();
        let count =
            self.matches.with_untracked(|matches| matches.shown.len() + usize::from(matches.addition.is_some()));
        let Some(last) = count.checked_sub(1) else { return };
        let next = match (self.active.get_untracked(), down) {
            (None, true) => 0,
            (None, false) => last,
            (Some(at), true) => {
                if at < last {
                    at + 1
                } else {
                    0
                }
            }
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
        let matches = self.matches.get_untracked();
        if let Some(choice) = matches.shown.get(index) {
            self.value.set(choice.value.clone());
        } else if let (Some(words), Some(on_add)) = (matches.addition, self.on_add) {
            on_add.run(words);
        }
        self.close();
    }

    fn list(self, list_id: String, label: Signal<String>) -> AnyView {
        let options = move || {
            let Matches { shown, total, addition } = self.matches.get();
            let (count, nothing) = (shown.len(), shown.is_empty() && addition.is_none());
            let mut views: Vec<AnyView> = shown
                .into_iter()
                .enumerate()
                .map(|(index, choice)| self.option(index, choice.label, choice.detail))
                .collect();
            if let Some(words) = addition {
                views.push(self.option(count, ["Add “", &words, "”"].concat(), String::new()));
            }
            if nothing {
                views.push(
                    view! { <li class="combo-note" role="presentation">"Nothing matches these words."</li> }.into_any(),
                );
            } else if total > count {
                let note = [&count.to_string(), " of ", &total.to_string(), ". Type to narrow the list."].concat();
                views.push(view! { <li class="combo-note" role="presentation">{note}</li> }.into_any());
            }
            views
        };
        let heard = move || self.matches.with(|matches| [&matches.total.to_string(), " found"].concat());
        view! {
            <ul class="combo-list" role="listbox" id=list_id aria-label=label>{options}</ul>
            <span class="visually-hidden" role="status">{heard}</span>
        }
        .into_any()
    }

    fn option(self, index: usize, label: String, detail: String) -> AnyView {
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
                <span>{label}</span>
                {(!detail.is_empty()).then(|| view! { <span class="combo-detail">{detail}</span> })}
            </li>
        }
        .into_any()
    }
}
