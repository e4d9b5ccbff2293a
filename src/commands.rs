//! What can be done on the page at hand: offered by the search (Ctrl K) and by single keys.

use std::rc::Rc;

use learning::Topic;
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

/// Hears a key by its name, and says whether it was used.
type Heard = Rc<dyn Fn(&str) -> bool>;

/// The commands of the page, and whether the windows over every page are open. One for the page's life.
#[derive(Clone, Copy)]
pub struct Commands {
    of_page: RwSignal<Vec<PageCommand>, LocalStorage>,
    /// What hears all keys of a page that has no frame around it.
    taken: StoredValue<Option<Heard>, LocalStorage>,
    /// Whether the search over everything is open.
    pub palette: RwSignal<bool>,
    /// Whether the list of keys is open.
    pub keys: RwSignal<bool>,
    /// Whether the window is open in which one chooses whose part to play.
    pub part: RwSignal<bool>,
    /// Whether it is open why this page is there.
    pub why: RwSignal<bool>,
    /// What it then tells of, where that is not what the page is about.
    pub about: RwSignal<Option<Topic>>,
}

impl Commands {
    /// Makes the list and puts it into the context. Once, in the root component.
    pub fn provide() -> Self {
        let commands = Self {
            of_page: RwSignal::new_local(vec![]),
            taken: StoredValue::new_local(None),
            palette: RwSignal::new(false),
            keys: RwSignal::new(false),
            part: RwSignal::new(false),
            why: RwSignal::new(false),
            about: RwSignal::new(None),
        };
        provide_context(commands);
        commands
    }

    /// Opens what there is to learn about something.
    pub fn learn(self, topic: Topic) {
        self.about.set(Some(topic));
        self.why.set(true);
    }

    /// Offers what `list` gives for as long as the page lives, and again whenever it changes.
    pub fn offer(self, list: impl Fn() -> Vec<PageCommand> + 'static) {
        Effect::new(move |_| self.of_page.set(list()));
        on_cleanup(move || {
            let _ = self.of_page.try_set(vec![]);
        });
    }

    /// Lets a page without a frame hear all keys by their names for as long as it lives; it says which it has used.
    pub fn take_keys(self, heard: impl Fn(&str) -> bool + 'static) {
        self.taken.set_value(Some(Rc::new(heard)));
        on_cleanup(move || {
            let _ = self.taken.try_update_value(|taken| *taken = None);
        });
    }

    /// Hands a key to the page that has taken all of them: whether it has used it. `None` if no page has.
    pub fn hand_key(self, key: &str) -> Option<bool> {
        self.taken.get_value().map(|heard| heard(key))
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
