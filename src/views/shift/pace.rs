//! Live pace: the clock runs by itself, a minute in five seconds, until one stops it. Steady time is the default.

use leptos::prelude::*;
use simulation::scenario::LocalTime;
use simulation::shift::Act;
use simulation::shift::view::Stage;

use super::desk::Desk;
use crate::browser::clock;
use crate::ui::MenuItem;

/// How long a simulated minute takes.
const MINUTE_MILLIS: u32 = 5_000;

/// The way into live pace and out of it, where the scenario offers it.
pub fn item(desk: Desk) -> Option<MenuItem> {
    if !desk.now(|view| view.live) {
        return None;
    }
    let runs = desk.live.get_untracked();
    let label = if runs { "Stop the clock while I think" } else { "Let the clock run" };
    let detail =
        if runs { "Back to steady time." } else { "A minute takes five seconds. A form that is open stops it." };
    Some(MenuItem { detail: detail.to_owned(), ..MenuItem::action(label, move || switch(desk, !runs)) })
}

fn switch(desk: Desk, runs: bool) {
    desk.live.set(runs);
    if runs {
        next(desk);
    }
}

/// Looks again after a minute's time, for as long as the clock is to run and the desk is there.
fn next(desk: Desk) {
    clock::after(MINUTE_MILLIS, move || {
        if desk.live.try_get_untracked() != Some(true) {
            return;
        }
        let now = desk.now(|view| (view.stage == Stage::Running && view.interrupted.is_none()).then_some(view.now));
        let still = desk.form.with_untracked(Option::is_some) || desk.busy.get_untracked();
        if let Some(LocalTime(now)) = now.filter(|_| !still) {
            desk.act(Act::Wait { until: Some(LocalTime(now + 1)) });
        }
        next(desk);
    });
}
