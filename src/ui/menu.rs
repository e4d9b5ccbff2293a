//! A button that opens a list of actions or choices.

use leptos::{ev, html, prelude::*};

use super::icon::{Icon, Picture};
use super::id;
use crate::browser::dom;

/// An entry of a menu.
#[derive(Clone, Default)]
pub struct MenuItem {
    /// What it does or where it leads.
    pub label: String,
    /// A word beside it: a key, a number, a state; may be empty.
    pub hint: String,
    /// Where it leads; without it, `on_choose` is called.
    pub href: Option<String>,
    /// For one of several: whether it is the one that holds.
    pub checked: Option<bool>,
    /// What it means, below its label; may be empty.
    pub detail: String,
    /// Why it cannot be chosen now.
    pub refusal: Option<String>,
    /// The group it belongs to, whose heading stands above its first entry; empty for the same as above.
    pub group: String,
    /// Called when it is chosen.
    pub on_choose: Option<UnsyncCallback<()>>,
}

impl MenuItem {
    /// An action.
    pub fn action(label: impl Into<String>, on_choose: impl Fn() + 'static) -> Self {
        Self { label: label.into(), on_choose: Some(UnsyncCallback::new(move |()| on_choose())), ..Self::default() }
    }

    /// A link.
    pub fn link(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self { label: label.into(), href: Some(href.into()), ..Self::default() }
    }

    /// One of several that exclude each other.
    pub fn radio(label: impl Into<String>, checked: bool, on_choose: impl Fn() + 'static) -> Self {
        Self { checked: Some(checked), ..Self::action(label, on_choose) }
    }

    /// The same in a group.
    pub fn under(mut self, group: impl Into<String>) -> Self {
        self.group = group.into();
        self
    }

    /// The same with a word beside it.
    pub fn with_hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// The same, refused for now.
    pub fn refused(mut self, why: impl Into<String>) -> Self {
        self.refusal = Some(why.into());
        self
    }
}

#[derive(Clone, Copy)]
struct State {
    open: RwSignal<bool>,
    /// How many entries there are; they are numbered for the focus.
    count: RwSignal<usize>,
    active: RwSignal<usize>,
    ids: StoredValue<String>,
    button: NodeRef<html::Button>,
    root: NodeRef<html::Div>,
    list: NodeRef<html::Div>,
    /// Whether the list opens towards the start of the line.
    at_end: RwSignal<bool>,
}

/// A button with a menu.
#[component]
pub fn Menu(
    /// What the button says.
    #[prop(into)]
    label: Signal<String>,
    /// What it is about, heard after the label: several menus on a page say the same.
    #[prop(optional, into)]
    about: String,
    /// A drawing before the label.
    #[prop(optional)]
    picture: Option<Picture>,
    /// Shows the drawing alone; the label is still heard.
    #[prop(optional)]
    icon_only: bool,
    /// The class of the button; the header passes its own.
    #[prop(default = "button")]
    class: &'static str,
    /// The entries; asked for each time the menu opens.
    #[prop(into)]
    items: UnsyncCallback<(), Vec<MenuItem>>,
    /// Opens towards the start of the line, for menus at the end of it.
    #[prop(optional)]
    at_end: bool,
) -> impl IntoView {
    let state = State {
        open: RwSignal::new(false),
        count: RwSignal::new(0),
        active: RwSignal::new(0),
        ids: StoredValue::new(id::fresh("menu")),
        button: NodeRef::new(),
        root: NodeRef::new(),
        list: NodeRef::new(),
        at_end: RwSignal::new(at_end),
    };
    let list_id = state.ids.get_value();
    let controls = list_id.clone();
    let list_label = about.clone();
    let about = (!about.is_empty()).then(|| view! { <span class="visually-hidden">" "{about}</span> });
    let list = move || {
        state.open.get().then(|| {
            let items = items.run(());
            state.count.set(items.len());
            let mut group = String::new();
            let mut entries: Vec<AnyView> = Vec::new();
            for (index, item) in items.into_iter().enumerate() {
                if !item.group.is_empty() && item.group != group {
                    group.clone_from(&item.group);
                    entries.push(heading(&group));
                }
                entries.push(state.entry(index, item));
            }
            view! {
                <div
                    class="menu-list"
                    class:menu-at-end=state.at_end
                    role="menu"
                    node_ref=state.list
                    id=list_id.clone()
                    aria-label={let about = list_label.clone(); move || [&*label.get(), " ", &about].concat().trim_end().to_owned()}
                    on:keydown=move |event| state.pressed(&event)
                >
                    {entries}
                </div>
            }
        })
    };
    view! {
        <div class="menu" node_ref=state.root on:focusout=move |event| state.left(&event)>
            <button
                type="button"
                class=class
                node_ref=state.button
                aria-haspopup="menu"
                aria-expanded=move || if state.open.get() { "true" } else { "false" }
                aria-controls=move || state.open.get().then(|| controls.clone())
                on:click=move |_| if state.open.get_untracked() { state.close() } else { state.show(0) }
                on:keydown=move |event| state.pressed_on_button(&event)
            >
                {picture.map(|picture| view! { <Icon picture /> })}
                <span class=if icon_only { "visually-hidden" } else { "menu-label" }>{label}</span>
                {about}
                {(!icon_only).then(|| view! { <Icon picture=Picture::Down /> })}
            </button>
            {list}
        </div>
    }
    .into_any()
}

impl State {
    fn show(self, index: usize) {
        self.open.set(true);
        self.go_to(index);
    }

    /// Moves to an entry once the list is there; the last one for any larger number.
    fn go_to(self, index: usize) {
        dom::soon(move || {
            let Some(last) = self.count.try_get_untracked().and_then(|count| count.checked_sub(1)) else { return };
            let index = index.min(last);
            self.active.set(index);
            if self.list.get_untracked().is_some_and(|list| dom::overflows(&list)) {
                self.at_end.set(true);
            }
            dom::focus_id(&self.item_id(index));
        });
    }

    fn close(self) {
        self.open.set(false);
        if let Some(button) = self.button.get_untracked() {
            dom::focus(&button);
        }
    }

    fn item_id(self, index: usize) -> String {
        id::with_suffix(&self.ids.get_value(), &index.to_string())
    }

    fn left(self, event: &ev::FocusEvent) {
        // A link of the menu may have taken the whole page away, and the menu with it.
        let Some(root) = self.root.try_get_untracked() else { return };
        let stays = root.is_some_and(|root| dom::focus_stays_in(&root, event));
        if !stays && self.open.try_get_untracked() == Some(true) {
            self.open.set(false);
        }
    }

    fn pressed_on_button(self, event: &ev::KeyboardEvent) {
        match event.key().as_str() {
            "ArrowDown" => self.show(0),
            "ArrowUp" => self.show(usize::MAX),
            "Escape" if self.open.get_untracked() => self.close(),
            _ => return,
        }
        event.prevent_default();
    }

    fn pressed(self, event: &ev::KeyboardEvent) {
        let (at, count) = (self.active.get_untracked(), self.count.get_untracked());
        match event.key().as_str() {
            "ArrowDown" => self.go_to(if at + 1 < count { at + 1 } else { 0 }),
            "ArrowUp" => self.go_to(at.checked_sub(1).unwrap_or(usize::MAX)),
            "Home" => self.go_to(0),
            "End" => self.go_to(usize::MAX),
            "Escape" => self.close(),
            _ => return,
        }
        event.stop_propagation();
        event.prevent_default();
    }

    fn choose(self, item: &MenuItem) {
        if item.refusal.is_none() {
            self.close();
            if let Some(on_choose) = item.on_choose {
                on_choose.run(());
            }
        }
    }

    fn entry(self, index: usize, item: MenuItem) -> AnyView {
        let role = if item.checked.is_some() { "menuitemradio" } else { "menuitem" };
        let checked = item.checked.map(|checked| if checked { "true" } else { "false" });
        let inside = view! {
            <span class="menu-mark">{(item.checked == Some(true)).then(|| view! { <Icon picture=Picture::Check /> })}</span>
            <span class="menu-text">
                {item.label.clone()}
                {(!item.detail.is_empty()).then(|| view! { <span class="menu-why">{item.detail.clone()}</span> })}
                {item.refusal.clone().map(|why| view! { <span class="menu-why">{why}</span> })}
            </span>
            {(!item.hint.is_empty()).then(|| view! { <span class="menu-hint">{item.hint.clone()}</span> })}
        };
        if let Some(href) = item.href.clone() {
            view! {
                <a class="menu-item" role="menuitem" tabindex="-1" id=self.item_id(index) href=href on:click=move |_| self.close()>{inside}</a>
            }
            .into_any()
        } else {
            let refused = item.refusal.is_some().then_some("true");
            view! {
                <button
                    type="button"
                    class="menu-item"
                    role=role
                    tabindex="-1"
                    id=self.item_id(index)
                    aria-checked=checked
                    aria-disabled=refused
                    on:click=move |_| self.choose(&item)
                >
                    {inside}
                </button>
            }
            .into_any()
        }
    }
}

fn heading(group: &str) -> AnyView {
    view! { <div class="menu-group" role="presentation">{group.to_owned()}</div> }.into_any()
}
