//! On the page of an incident: whether it is a major one, or what speaks for it.

use itsm::IncidentId;
use itsm::major::{Hints, MANY_LINKED, MANY_OF_SERVICE, Standing, hints, standing};
use leptos::prelude::*;

use super::shown;
use crate::session::Session;
use crate::ui::{Icon, Panel, Picture};
use crate::views::words;

#[derive(Clone, PartialEq)]
struct Known {
    number: String,
    standing: Option<Standing>,
    hints: Hints,
    open: bool,
}

/// What speaks for a major incident, met or not.
pub fn criteria(hints: Hints) -> AnyView {
    let line = |is_met: bool, text: String| {
        let (picture, word) = if is_met { (Picture::Check, "Met: ") } else { (Picture::Close, "Not met: ") };
        let class = if is_met { "criterion criterion-met" } else { "criterion" };
        view! { <li class=class><Icon picture /><span><span class="visually-hidden">{word}</span>{text}</span></li> }
    };
    let linked = words::count(hints.linked, "incident hangs", "incidents hang")
        + " on it; "
        + &words::number(MANY_LINKED)
        + " or more speak for it";
    let of_service = words::count(hints.of_service, "open incident", "open incidents")
        + " of its service; "
        + &words::number(MANY_OF_SERVICE)
        + " or more speak for it";
    view! {
        <ul class="plain criteria">
            {line(hints.is_priority_1, "It has priority 1".to_owned())}
            {line(hints.linked >= MANY_LINKED, linked)}
            {line(hints.of_service >= MANY_OF_SERVICE, of_service)}
        </ul>
    }
    .into_any()
}

/// The panel.
#[component]
pub fn MajorPanel(id: IncidentId) -> impl IntoView {
    let session = expect_context::<Session>();
    let known = Memo::new(move |_| {
        session
            .read(|workspace| {
                let desk = workspace.desk();
                Some(Known {
                    number: desk.incident_number(id),
                    standing: standing(desk, id),
                    hints: hints(desk, id),
                    open: desk.incident(id).ok()?.state.is_open(),
                })
            })
            .flatten()
    });
    let body = move |known: Known| {
        let href = shown::lead(&known.number).href();
        match known.standing {
            Some(standing) => {
                let link = match standing {
                    Standing::Candidate => "Accept or reject it",
                    Standing::Running => "Lead it",
                    Standing::Ended => "Look back at it",
                    Standing::Rejected | Standing::Demoted => "See why",
                };
                view! { <p class="major-line">{shown::badge(standing)}<a href=href>{link}</a></p> }.into_any()
            }
            None if known.open => view! {
                <p>"Is it a major incident? "{words::number(known.hints.met())}" of 3 hints speak for it."</p>
                {(known.hints.met() > 0).then(|| criteria(known.hints))}
                <p><a href=href>"Propose it as a major incident"</a></p>
            }
            .into_any(),
            None => view! { <p class="hint">"It went the usual way."</p> }.into_any(),
        }
    };
    view! { <Panel title="Major incident">{move || known.get().map(body)}</Panel> }.into_any()
}
