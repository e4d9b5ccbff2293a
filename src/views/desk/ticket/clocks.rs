//! Both service level clocks of an incident, in words and as bars.

use chrono::{DateTime, Utc};
use itsm::IncidentId;
use itsm::service_level::{Outcome, Reading, Standing};
use learning::Term as Word;
use leptos::prelude::*;
use workspace::Workspace;

use crate::route::{Route, Rules};
use crate::session::{Session, Zone};
use crate::ui::{ClockMeter, ClockState, ClockText, Term};
use crate::views::words;

fn state(reading: &Reading) -> ClockState {
    match reading.standing {
        Standing::Stopped if reading.is_breached() => ClockState::Missed,
        Standing::Stopped => ClockState::Met,
        Standing::Paused(_) if !reading.is_breached() => ClockState::Paused,
        _ if reading.is_breached() => ClockState::Breached,
        _ if reading.is_warning() => ClockState::Warning,
        Standing::OutsideHours => ClockState::OutsideHours,
        _ => ClockState::Running,
    }
}

/// What is left, or over.
fn left(reading: &Reading) -> String {
    let Some(left) = reading.time_left() else { return String::new() };
    let over = left < chrono::TimeDelta::zero() || reading.is_breached();
    match (reading.standing, over) {
        (Standing::Stopped, true) => words::business_span(left) + " too late",
        (Standing::Stopped, false) => words::business_span(left) + " to spare",
        (_, true) => words::business_span(left) + " over",
        (_, false) => words::business_span(left) + " left",
    }
}

/// When it breaks or broke, and when it first would have.
fn due(reading: &Reading, zone: Zone) -> String {
    let time = |at: DateTime<Utc>| words::date_time(zone.local(at));
    let mut text = match (reading.breach_at, reading.stopped_at) {
        (Some(at), _) if reading.is_breached() => "Breached ".to_owned() + &time(at),
        (_, Some(at)) => "Stopped ".to_owned() + &time(at),
        (Some(at), None) => "Due ".to_owned() + &time(at),
        (None, None) => "Due later: the clock waits".to_owned(),
    };
    if let Some(first) = reading.original_breach_at.filter(|first| Some(*first) != reading.breach_at) {
        text.push_str("; at first due ");
        text.push_str(&time(first));
    }
    text
}

fn note(reading: &Reading) -> String {
    let mut note = match reading.standing {
        Standing::Paused(reason) => "Stands still, ".to_owned() + reason.word() + ". ",
        Standing::OutsideHours => "Outside business hours. ".to_owned(),
        _ => String::new(),
    };
    note.push_str(&words::span(reading.elapsed_calendar));
    note.push_str(" by the calendar");
    if reading.verdict.is_some_and(|verdict| verdict.is_final) {
        note.push_str("; the verdict is final");
    }
    note
}

fn text(name: &str, reading: &Reading, zone: Zone) -> Option<ClockText> {
    let target = reading.target?;
    // A cancelled incident has no verdict: its clocks say nothing.
    reading.verdict.map(|verdict| verdict.outcome == Outcome::Met)?;
    Some(ClockText {
        name: name.to_owned(),
        state: state(reading),
        percent: reading.percent().unwrap_or(0.0),
        used: words::business_span(reading.elapsed) + " of " + &words::business_span(target),
        left: left(reading),
        due: due(reading, zone),
        note: note(reading),
    })
}

/// The texts of the clocks that run or ran.
#[derive(Clone, PartialEq)]
struct Panel {
    response: Option<ClockText>,
    resolution: Option<ClockText>,
    agreement: String,
    source: Option<bool>,
}

fn panel(workspace: &Workspace, id: IncidentId, now: DateTime<Utc>, zone: Zone) -> Option<Panel> {
    let desk = workspace.desk();
    let incident = desk.incident(id).ok()?;
    let clocks = desk.clocks(incident, now);
    Some(Panel {
        response: text("Response", &clocks.response, zone),
        resolution: text("Resolution", &clocks.resolution, zone),
        agreement: desk.agreement().agreement().name.to_string(),
        source: incident.foreign.as_ref().and_then(|foreign| foreign.verdict),
    })
}

/// The panel.
#[component]
pub fn ClockPanel(id: IncidentId) -> impl IntoView {
    let session = expect_context::<Session>();
    let zone = session.zone();
    let now = session.now;
    let panel = Memo::new(move |_| {
        let now = now.get();
        session.read(|workspace| panel(workspace, id, now, zone)).flatten()
    });
    let meter = move |pick: fn(&Panel) -> Option<&ClockText>| {
        let clock = Signal::derive(move || panel.with(|panel| panel.as_ref().and_then(pick).cloned()));
        let shown = Memo::new(move |_| clock.with(Option::is_some));
        move || {
            shown.get().then(|| {
                let clock = Signal::derive(move || clock.get().unwrap_or_default());
                view! { <ClockMeter clock /> }
            })
        }
    };
    let edition = move || session.settings.with(|settings| settings.edition);
    let meaning = move |term: Word| Signal::derive(move || term.meaning(edition()).text.to_owned());
    let nothing = move || {
        panel.with(|panel| panel.as_ref().is_some_and(|panel| panel.response.is_none() && panel.resolution.is_none()))
    };
    view! {
        <section class="panel" aria-labelledby="clocks">
            <h2 id="clocks">"Service level"</h2>
            {meter(|panel| panel.response.as_ref())}
            {meter(|panel| panel.resolution.as_ref())}
            <Show when=nothing><p class="hint">"No clock applies to this incident."</p></Show>
            <p class="hint">
                <a href=Route::Rules(Rules::Targets).href()>{move || panel.get().map(|panel| panel.agreement)}</a>". "
                <Term word="Response" meaning=meaning(Word::ResponseTime) />
                " and "
                <Term word="resolution" meaning=meaning(Word::ResolutionTime) />
                " in business time."
            </p>
            {move || panel.get().and_then(|panel| panel.source).map(|met| view! {
                <p class="hint">{if met { "The other tool’s verdict: within agreement." } else { "The other tool’s verdict: agreement missed." }}</p>
            })}
        </section>
    }
    .into_any()
}
