//! From when to when, in the desk's own time.

use itsm::change::Span;
use leptos::prelude::*;
use workspace::rules::targets::{moment, write_moment};

use crate::session::Session;
use crate::ui::{DateTimeInput, Field};

/// Two local times, as `<input type="datetime-local">` holds them.
#[derive(Clone, Copy)]
pub struct Times {
    /// The start.
    pub start: RwSignal<String>,
    /// The end.
    pub end: RwSignal<String>,
}

fn zone(session: Session) -> String {
    session.peek(|workspace| workspace.desk().agreement().agreement().calendar.zone.to_string()).unwrap_or_default()
}

impl Times {
    /// The times as they are now.
    pub fn of(session: Session, now: Option<Span>) -> Self {
        let zone = zone(session);
        let text = |at| RwSignal::new(write_moment(at, &zone));
        match now {
            Some(span) => Self { start: text(span.start), end: text(span.end) },
            None => Self { start: RwSignal::new(String::new()), end: RwSignal::new(String::new()) },
        }
    }

    /// The span; none if neither is chosen.
    ///
    /// # Errors
    /// What is missing, or cannot be read.
    pub fn span(self, session: Session) -> Result<Option<Span>, String> {
        let zone = zone(session);
        let read = |field: RwSignal<String>| field.with_untracked(|text| moment(text, &zone));
        match (read(self.start)?, read(self.end)?) {
            (Some(start), Some(end)) => Ok(Some(Span { start, end })),
            (None, None) => Ok(None),
            (Some(_), None) => Err("Needs planned end: others plan around when it is over.".to_owned()),
            (None, Some(_)) => Err("Needs planned start: others plan around when it begins.".to_owned()),
        }
    }
}

/// The two fields beside each other.
#[component]
pub fn TimesFields(
    /// The times.
    times: Times,
    /// What the start is called.
    #[prop(default = "Planned start")]
    start: &'static str,
    /// What the end is called.
    #[prop(default = "Planned end")]
    end: &'static str,
    /// Whether both are needed.
    #[prop(optional)]
    required: bool,
    /// What is wrong with the start.
    #[prop(optional, into)]
    start_error: MaybeProp<String>,
    /// What is wrong with the end.
    #[prop(optional, into)]
    end_error: MaybeProp<String>,
) -> impl IntoView {
    view! {
        <div class="form-row">
            <Field label=start required error=start_error><DateTimeInput value=times.start /></Field>
            <Field label=end required error=end_error><DateTimeInput value=times.end /></Field>
        </div>
    }
    .into_any()
}
