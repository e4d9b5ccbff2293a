//! The basket of the portal, kept in this browser: a reload or a closed tab takes nothing out of it. Each workspace has
//! its own; what is looked at without one shares another.

use leptos::prelude::*;
use workspace::catalogue::basket::Basket;

use super::Session;
use super::drafts;
use crate::browser::events;

/// Whose basket it is where no workspace is open.
const WITHOUT_WORKSPACE: &str = "visitor";

thread_local! {
    /// The key of the basket in view, and what is in it.
    static BASKET: ArcRwSignal<(String, Basket)> = ArcRwSignal::new((String::new(), Basket::default()));
    static LISTENING: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
}

fn held() -> ArcRwSignal<(String, Basket)> {
    BASKET.with(Clone::clone)
}

impl Session {
    /// What is in the basket. Asks to be run again when that changes.
    pub fn basket(self) -> Basket {
        self.status.track();
        self.take_up_basket();
        held().with(|(_, basket)| basket.clone())
    }

    /// Changes what is in the basket, now and for the next visit. A failure to keep it takes nothing away: it is still
    /// there until the page is left.
    pub fn change_basket<T>(self, change: impl FnOnce(&mut Basket) -> T) -> T {
        self.take_up_basket();
        let (key, mut basket) = held().get_untracked();
        let answer = change(&mut basket);
        self.inner.with_value(|inner| {
            let _ = match basket.lines.is_empty() {
                true => inner.store.remove(&key),
                false => inner.store.set(&key, &basket.to_text()),
            };
        });
        held().set((key, basket));
        answer
    }

    fn take_up_basket(self) {
        let key = drafts::key(&self.workspace_id().unwrap_or_else(|| WITHOUT_WORKSPACE.to_owned()), "basket");
        if held().with_untracked(|(known, _)| *known != key) {
            let kept = self.inner.with_value(|inner| inner.store.get(&key).ok().flatten());
            held().set((key, kept.as_deref().map(Basket::read).unwrap_or_default()));
        }
        if !LISTENING.replace(true) {
            // What another tab puts in is here, too.
            events::on_foreign_write(|key, text| {
                if key.is_some_and(|key| held().with_untracked(|(known, _)| *known == key)) {
                    held().update(|(_, basket)| *basket = text.as_deref().map(Basket::read).unwrap_or_default());
                }
            });
        }
    }
}
