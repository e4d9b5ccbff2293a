//! From an assessment into the improvement register of the open workspace.

use std::sync::Arc;

use chrono::NaiveDate;
use itsm::Command;
use itsm::improvement::{Command as Ask, Scale, Statement};
use leptos::prelude::*;

use super::Desk;
use crate::browser::clock;
use crate::ui::Button;

/// What goes into the register.
#[derive(Clone)]
pub struct Entry {
    /// What to do, in one line.
    pub summary: Arc<str>,
    /// Why it is worth doing.
    pub why: Arc<str>,
    /// By when, in the days of whoever assesses.
    pub due: Option<NaiveDate>,
}

/// A button that puts it there, or the word that it stands there; nothing while no workspace is open.
pub fn way(desk: Desk, entry: Entry) -> Option<AnyView> {
    if !desk.session.is_open() {
        return None;
    }
    let done = RwSignal::new(desk.has(&entry.summary));
    let entry = StoredValue::new(entry);
    let register = move |()| match desk.register(entry.get_value()) {
        Ok(()) => {
            done.set(true);
            desk.toaster.ok("It stands in the improvement register.");
        }
        Err(why) => desk.toaster.bad(why),
    };
    let shown = move || {
        if done.get() {
            view! { <p class="learn-what">"In the register"</p> }.into_any()
        } else {
            view! { <Button label="Put into the register" on_press=register /> }.into_any()
        }
    };
    Some(shown.into_any())
}

impl Desk {
    /// Whether the same stands there already and is still open.
    fn has(self, summary: &str) -> bool {
        let has = self.session.peek(|workspace| {
            workspace.desk().improvements().all().any(|one| one.state.is_open() && *one.summary == *summary)
        });
        has.unwrap_or_default()
    }

    fn register(self, entry: Entry) -> Result<(), String> {
        let statement = Statement {
            summary: entry.summary,
            why: entry.why,
            effort: Scale::MIDDLE,
            benefit: Scale::MIDDLE,
            owner: None,
            measure: None,
            baseline: None,
            target: None,
            due: entry.due.map(|day| self.day_of_the_desk(day)),
        };
        let register = Ask::Register { statement: Box::new(statement), from: None };
        self.session.give(Command::Improvement(register)).map(drop).map_err(|why| why.sentence())
    }

    /// The same day on the desk's clock: a desk that lives on from an instant of the past is as far behind.
    fn day_of_the_desk(self, day: NaiveDate) -> NaiveDate {
        let behind = self.session.now.get_untracked().date_naive() - clock::wall_now().date_naive();
        day.checked_add_signed(behind).unwrap_or(day)
    }
}
