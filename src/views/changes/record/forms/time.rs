//! Schedule: from when to when.

use chrono::TimeDelta;
use itsm::change::{Command as Ask, Span};
use itsm::{ChangeId, Command};
use leptos::prelude::*;

use crate::session::Session;
use crate::views::asking::{Asking, FormFrame};
use crate::views::changes::parts::{Times, TimesFields};

/// The form. It begins with the wished time, or with the next full hour but one.
#[component]
pub fn ScheduleForm(id: ChangeId, asking: Asking) -> impl IntoView {
    let session = expect_context::<Session>();
    let wished = session.peek(|w| w.desk().changes().get(id).ok().and_then(|change| change.planned)).flatten();
    let soon = move || {
        let now = session.now.get_untracked();
        let start = now - TimeDelta::seconds(now.timestamp().rem_euclid(3600)) + TimeDelta::hours(2);
        Span { start, end: start + TimeDelta::hours(1) }
    };
    let times = Times::of(session, Some(wished.unwrap_or_else(soon)));
    let untimely = RwSignal::new(None::<String>);
    let submit = move || match times.span(session) {
        Ok(Some(planned)) => {
            untimely.set(None);
            asking.give(Command::Change(Ask::Schedule { change: id, planned }), "Scheduled");
        }
        Ok(None) => untimely.set(Some("Needs planned start and end: others plan around them.".to_owned())),
        Err(why) => untimely.set(Some(why)),
    };
    let beside = asking.error_beside(&["planned start", "planned end"]);
    let error = Signal::derive(move || untimely.get().or_else(|| beside.get()));
    view! {
        <FormFrame form=asking label="Schedule" error submit>
            <p class="form-note">"In the desk’s own time. The schedule tells everybody what is to come, so it lies ahead."</p>
            <TimesFields times required=true start_error=asking.error_of("planned start") end_error=asking.error_of("planned end") />
        </FormFrame>
    }
    .into_any()
}
