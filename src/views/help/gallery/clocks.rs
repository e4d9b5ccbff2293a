//! Service level clocks in all their states.

use leptos::prelude::*;

use super::{example, family};
use crate::ui::{ClockMeter, ClockState, ClockText};

fn clock(state: ClockState, percent: f64, used: &str, left: &str, due: &str, note: &str) -> ClockText {
    ClockText {
        name: "Resolution".to_owned(),
        state,
        percent,
        used: used.to_owned(),
        left: left.to_owned(),
        due: due.to_owned(),
        note: note.to_owned(),
    }
}

/// The family of clocks.
pub fn section() -> AnyView {
    use ClockState::*;
    let due = "Due Mon 16 May 2016, 16:00";
    let examples = [
        ("Running", clock(Running, 35.0, "2 h 48 min of 8 h", "5 h 12 min left", due, "")),
        ("Warning", clock(Warning, 86.0, "6 h 53 min of 8 h", "1 h 7 min left", due, "")),
        (
            "Breached",
            clock(Breached, 131.0, "10 h 30 min of 8 h", "2 h 30 min over", "Breached Mon 16 May 2016, 16:00", ""),
        ),
        (
            "Paused",
            clock(
                Paused,
                55.0,
                "4 h 24 min of 8 h",
                "3 h 36 min left",
                "Due 3 h 36 min after it runs again",
                "Waiting for the caller since Fri 13 May, 15:10.",
            ),
        ),
        (
            "Outside hours",
            clock(
                OutsideHours,
                12.0,
                "58 min of 8 h",
                "7 h 2 min left",
                "Due Tue 17 May 2016, 15:02",
                "Runs again Tue 17 May, 08:00.",
            ),
        ),
        (
            "Frozen, met",
            clock(Met, 62.0, "4 h 58 min of 8 h", "Met with 3 h 2 min to spare", "Stopped Mon 16 May 2016, 12:58", ""),
        ),
        (
            "Frozen, missed",
            clock(
                Missed,
                240.0,
                "19 h 12 min of 8 h",
                "Missed by 11 h 12 min",
                "Stopped Tue 17 May 2016, 10:12",
                "The source said: met.",
            ),
        ),
    ];
    family(
        "Clocks",
        "How much of the agreed time is used, what is left, and the instant it breaks. The mark stands at 80 %.",
        examples.into_iter().map(|(name, clock)| example(name, view! { <ClockMeter clock=clock /> })).collect_view(),
    )
}
