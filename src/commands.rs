//! What can be done on the page at hand: offered by the search (Ctrl K) and by single keys.

use std::rc::Rc;

use leptos::prelude::*;
use preferences::{Action, keymap};

/// Something that can be done.
#[derive(Clone)]
pub struct PageCommand {
    /// What it does ("Put on hold").
    pub label: String,
    /// What it is among the things that keys can do, if it is one of them.
    pub action: Option<Action>,
    /// Why it cannot be done now.
    pub why_not: Option<String>,
    /// Does it. Owned by whoever holds it: a callback of Leptos would be gone with the effect that made it.
    pub run: Rc<dyn Fn()>,
}

impl PageCommand {
    /// Its keys for people to read; empty if it has none.
    pub fn keys(&self) -> String {
        self.action.map_or_else(String::new, |action| keymap::current().text(action))
    }
}

/// The commands of the page, and whether the windows over every page are open. One for the page's life.
#[derive(Clone, Copy)]
pub struct Commands {
    of_page: RwSignal<Vec<PageCommand>, LocalStorage>,
    /// Whether the search over everything is open.
    pub palette: RwSignal<bool>,
    /// Whether the list of keys is open.
    pub keys: RwSignal<bool>,
    /// Whether the window is open in which one chooses whose part to play.
    pub part: RwSignal<bool>,
    /// Whether it is open why this page is there.
    pub why: RwSignal<bool>,
}

impl Commands {
    /// Makes the list and puts it into the context. Once, in the root component.
    pub fn provide() -> Self {
        let commands = Self {
            of_page: RwSignal::new_local(vec![]),
            palette: RwSignal::new(false),
            keys: RwSignal::new(false),
            part: RwSignal::new(false),
            why: RwSignal::new(false),
        };
        provide_context(commands);
        commands
    }

    /// Offers what `list` gives for as long as the page lives, and again whenever it changes.
    pub fn offer(self, list: impl Fn() -> Vec<PageCommand> + 'static) {
        Effect::new(move |_| self.of_page.set(list()));
        on_cleanup(move || {
            let _ = self.of_page.try_set(vec![]);
        });
    }

    /// What the page offers.
    pub fn of_page(self) -> Vec<PageCommand> {
        self.of_page.get()
    }

    /// What an action is on this page.
    pub fn of_action(self, action: Action) -> Option<PageCommand> {
        self.of_page.with_untracked(|list| list.iter().find(|command| command.action == Some(action)).cloned())
    }
}
