//! What the rules as they are typed would have made of the latest events.

use itsm::monitoring::{Outcome, Rehearsed, Signal as Told, rehearse};
use leptos::prelude::*;
use workspace::signals;

use super::editor::Typed;
use crate::session::Session;
use crate::ui::{Fact, Facts, Panel};
use crate::views::words;

/// So many of the latest events are tried.
const TRIED: usize = 100;
/// So many that would have gone otherwise are shown.
const SHOWN: usize = 12;

/// The panel.
#[component]
pub fn Rehearsal(typed: Typed) -> impl IntoView {
    let session = expect_context::<Session>();
    let heard = Memo::new(move |_| session.read(|workspace| signals::latest(workspace, TRIED)).unwrap_or_default());
    let tried = Memo::new(move |_| {
        let rules = typed.rules().ok()?;
        let signals: Vec<Told> = heard.with(|heard| heard.iter().map(signals::Heard::signal).collect());
        let before = session.read(|workspace| workspace.desk().event_rules().clone())?;
        let now = session.now.get_untracked();
        Some((rehearse(&rules, &signals, now), rehearse(&before, &signals, now)))
    });
    let count = move |what: fn(&Outcome) -> bool| {
        let of = move |list: &[Rehearsed]| list.iter().filter(|one| what(&one.verdict.outcome)).count();
        tried.with(|tried| tried.as_ref().map(|(then, now)| (of(then), of(now)))).unwrap_or_default()
    };
    let fact = move |label: &'static str, what: fn(&Outcome) -> bool| {
        let text = move || {
            let (then, now) = count(what);
            let text = words::number(then);
            if then == now { text } else { text + " (saved rules: " + &words::number(now) + ")" }
        };
        view! { <Fact label>{text}</Fact> }
    };
    let differing = move || {
        let lines = tried.with(|tried| {
            let (then, now) = tried.as_ref()?;
            let differ = |(place, (then, now)): (usize, (&Rehearsed, &Rehearsed))| {
                let heard = heard.with(|heard| heard.get(place).map(|heard| heard.sighting.message.to_string()))?;
                (then.verdict != now.verdict).then(|| (heard, then.verdict.sentence()))
            };
            Some(then.iter().zip(now).enumerate().filter_map(differ).take(SHOWN).collect::<Vec<_>>())
        });
        let line = |(message, would): (String, String)| view! { <li><p>{message}</p><p class="hint">{would}</p></li> };
        let lines = lines.unwrap_or_default();
        (!lines.is_empty()).then(|| {
            view! {
                <p class="hint">"What would have gone otherwise:"</p>
                <ul class="beside-list">{lines.into_iter().map(line).collect_view()}</ul>
            }
        })
    };
    let body = move || {
        if heard.with(Vec::is_empty) {
            return view! { <p class="hint">"No events yet. Once some have come in, these rules are tried on them before you save."</p> }.into_any();
        }
        if tried.with(Option::is_none) {
            return view! { <p class="hint">"Some number is not understood yet."</p> }.into_any();
        }
        view! {
            <p class="hint">"Of the last "{words::count(heard.with(Vec::len), "event", "events")}", these rules would have made:"</p>
            <Facts>
                {fact("Incidents raised", |outcome| *outcome == Outcome::Raised)}
                {fact("Held back", |outcome| matches!(outcome, Outcome::Held(_)))}
                {fact("Noted", |outcome| *outcome == Outcome::Noted)}
                {fact("Ignored", |outcome| *outcome == Outcome::Ignored)}
                {fact("Recoveries", |outcome| matches!(outcome, Outcome::Cleared | Outcome::LateRecovery))}
            </Facts>
            {differing}
        }
        .into_any()
    };
    view! { <Panel title="Tried on the latest events">{body}</Panel> }.into_any()
}
