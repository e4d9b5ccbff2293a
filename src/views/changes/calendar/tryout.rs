//! Trying a span out before there is a change for it.

use chrono::TimeDelta;
use itsm::configuration::Node;
use itsm::schedule::{Planned, Span};
use itsm::{ChangeId, RecordId};
use leptos::prelude::*;
use workspace::rules::targets::{moment, write_moment};

use super::clash::Clashes;
use super::picker::{Of, Picker};
use crate::session::Session;
use crate::ui::{DateTimeInput, Field, TextInput};

fn zone_name(session: Session) -> String {
    session.peek(|w| w.desk().agreement().agreement().calendar.zone.to_string()).unwrap_or_default()
}

/// The form and what speaks against it.
#[component]
pub fn TryOut() -> impl IntoView {
    let session = expect_context::<Session>();
    let chosen = RwSignal::new(Vec::<Node>::new());
    let begin = RwSignal::new(write_moment(session.now.get_untracked() + TimeDelta::days(1), &zone_name(session)));
    let hours = RwSignal::new("2".to_owned());
    let length = move || {
        let hours = hours.with(|text| text.trim().replace(',', ".").parse::<f64>().ok());
        hours
            .filter(|hours| *hours > 0.0 && *hours <= 24.0 * 14.0)
            .map(|hours| TimeDelta::minutes((hours * 60.0) as i64))
    };
    let hours_error = Signal::derive(move || {
        length().is_none().then(|| "Write hours from a few minutes (0.5) to two weeks.".to_owned())
    });
    let planned = Memo::new(move |_| {
        let start = begin.with(|text| moment(text, &zone_name(session)).ok().flatten())?;
        let span = Span::new(start, start.checked_add_signed(length()?)?)?;
        let nodes = chosen.get();
        Some(Planned {
            // A number that is never given: it conflicts with every change, and with none as itself.
            id: RecordId::Change(ChangeId::imported(0)),
            number: String::new(),
            title: "".into(),
            state: "Tried out",
            is_open: true,
            span,
            items: nodes.iter().filter_map(|node| node.item()).collect(),
            services: nodes.iter().filter_map(|node| node.service()).collect(),
            assignee: None,
        })
    });
    let take = move |span: Span| begin.set(write_moment(span.start(), &zone_name(session)));
    view! {
        <section class="plan-try" aria-labelledby="plan-try">
            <h2 id="plan-try">"Try a span out"</h2>
            <p class="hint">"Say what is worked on and when. The desk looks for other changes, windows and freezes, also of what hangs together with it."</p>
            <div class="plan-try-form">
                <Picker label="What is worked on" of=Of::Both chosen />
                <Field label="Begins" required=true><DateTimeInput value=begin /></Field>
                <Field label="Hours" required=true error=hours_error><TextInput value=hours /></Field>
            </div>
            <Clashes planned on_take=UnsyncCallback::new(take) />
        </section>
    }
    .into_any()
}
