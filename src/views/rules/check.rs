//! Trying a calendar out: when would an incident be due that is logged at some moment? The real calendar answers.

use itsm::calendar::{Calendar, CalendarSpec, Zone};
use leptos::prelude::*;
use workspace::rules::{duration, targets};

use crate::session::Session;
use crate::ui::{DateTimeInput, Field, Panel, TextInput};
use crate::views::words;

/// What is tried at first.
const EXAMPLE: &str = "8 h";

/// The panel. It follows what is typed in the form.
#[component]
pub fn Check(calendar: Memo<Option<CalendarSpec>>) -> impl IntoView {
    let session = expect_context::<Session>();
    let logged = RwSignal::new(words::machine(session.zone().local(session.now.get_untracked())));
    let target = RwSignal::new(EXAMPLE.to_owned());
    let answer = Memo::new(move |_| {
        calendar.with(|calendar| match calendar {
            Some(calendar) => due(calendar, &logged.get(), &target.get()),
            None => "Put right what is wrong with the hours, then this answers.".to_owned(),
        })
    });
    view! {
        <Panel title="Try it" class="rules-check">
            <p class="hint">"When would an incident be due?"</p>
            <Field label="Logged at" required=true><DateTimeInput value=logged /></Field>
            <Field label="With a target of" required=true><TextInput value=target /></Field>
            <p class="check-answer" role="status">{move || answer.get()}</p>
        </Panel>
    }
    .into_any()
}

/// The answer in words.
fn due(calendar: &CalendarSpec, logged: &str, target: &str) -> String {
    let (Some(zone), Ok(compiled)) = (Zone::named(&calendar.zone), Calendar::compile(calendar)) else {
        return String::new();
    };
    let logged = match targets::moment(logged, &calendar.zone) {
        Ok(Some(at)) => at,
        Ok(None) => return "Choose when it is logged.".to_owned(),
        Err(sentence) => return sentence,
    };
    let target = match duration::read(target, calendar.working_day()) {
        Ok(Some(target)) => target,
        Ok(None) => return "Write a target such as 8 h.".to_owned(),
        Err(sentence) => return sentence.to_owned(),
    };
    let (begins, due) = match (compiled.open_from(logged), compiled.add(logged, target)) {
        (Ok(begins), Ok(due)) => (begins, due),
        (Err(why), _) | (_, Err(why)) => return why.sentence().to_owned(),
    };
    let moment = |at| {
        let local = zone.local(at);
        let day = chrono::Datelike::weekday(&local).num_days_from_monday() as usize;
        [words::WEEKDAYS.get(day).copied().unwrap_or_default(), ", ", &words::date_time(local)].concat()
    };
    let start = if begins == logged {
        "Its clock runs at once. It is due on ".to_owned()
    } else {
        ["The desk is closed then: its clock starts on ", &moment(begins), ". It is due on "].concat()
    };
    [&start, &moment(due), "."].concat()
}
