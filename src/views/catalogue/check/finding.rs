//! One finding: what, where, why, and its mend.

use itsm::catalogue::lint::Level;
use leptos::prelude::*;

use super::found::Row;
use super::{Board, link_id};
use crate::ui::{Badge, Button, Kind, Tone};

/// The tone of a level's badge; its word says the same.
pub fn tone(level: Level) -> Tone {
    match level {
        Level::Must => Tone::Bad,
        Level::Should => Tone::Warn,
        Level::Could => Tone::Slate,
    }
}

/// A line of the list.
#[component]
pub fn Item(board: Board, place: usize, row: Row) -> impl IntoView {
    let rule = row.finding.rule;
    let is_here = move || board.here.get() == Some(place);
    let about = (!row.finding.about.is_empty()).then(|| row.finding.about.to_string());
    let fix = row.finding.fix.as_ref().map(|fix| fix.label.to_string());
    let (alike, code) = (row.alike, rule.code);
    let buttons = fix.map(|label| {
        let all = (alike > 1).then(|| {
            let label = format!("Mend all {alike} like this");
            view! { <Button label kind=Kind::Quiet on_press=move |()| board.mend_all(code) /> }
        });
        view! {
            <div class="check-mend">
                <Button label on_press=move |()| board.mend(place) />
                {all}
            </div>
        }
    });
    view! {
        <li
            class="check-finding"
            data-code=code
            data-here=move || is_here().then_some("true")
            on:focusin=move |_| board.here.set(Some(place))
            on:focusout=move |_| board.here.set(None)
        >
            <div class="check-what">
                <p class="check-title">
                    <Badge tone=tone(rule.level) label=rule.level.word() plain=true />
                    <strong>{rule.title}</strong>
                    <a id=link_id(place) href=row.href>{row.place}</a>
                </p>
                {about.map(|about| view! { <p class="check-about">{about}</p> })}
                <p class="hint">{rule.reason}</p>
            </div>
            {buttons}
        </li>
    }
    .into_any()
}
