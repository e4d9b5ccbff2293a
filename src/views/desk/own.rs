//! The front page of who uses services, and the answers that somebody owes.

use itsm::Card;
use leptos::prelude::*;
use workspace::awaiting;

use crate::route::{Practice, Route};
use crate::session::Session;
use crate::ui::{Badge, EmptyState, Kind, LinkButton, Tone};
use crate::views::page;
use crate::views::words;

/// So many of one's own stand on the front page; older ones are found by the search.
const MOST: usize = 12;

/// The front page of a requester.
#[component]
pub fn RequesterHome() -> impl IntoView {
    let session = expect_context::<Session>();
    page::title(|| "What you reported".to_owned());
    page::announce();
    let own = Memo::new(move |_| {
        let me = session.me();
        session.read(|workspace| awaiting::own(workspace.desk(), me)).unwrap_or_default()
    });
    let count = move || own.with(Vec::len);
    let list = move || {
        if count() == 0 {
            let text = "When something does not work, report it here: you see what becomes of it, and answer if the desk asks.";
            view! { <EmptyState title="You have reported nothing yet" text /> }.into_any()
        } else {
            let lines = own.with(|own| own.iter().take(MOST).cloned().map(line).collect_view());
            view! { <ul class="own-list" aria-label="What you reported">{lines}</ul> }.into_any()
        }
    };
    let more = move || {
        let rest = count().saturating_sub(MOST);
        (rest > 0).then(|| view! { <p class="hint">"And "{words::count(rest, "earlier one", "earlier ones")}"."</p> })
    };
    view! {
        <div class="page page-narrow home">
            <h1>"What can we help you with?"</h1>
            <div class="form-actions">
                <LinkButton label="Report something that does not work" kind=Kind::Primary href=Route::NewIncident.href() />
                <LinkButton label="Ask for something" href=Practice::Requests.form().href() />
                <LinkButton label="Look it up" kind=Kind::Quiet href=Practice::Knowledge.list().href() />
            </div>
            <Awaiting />
            <section class="panel" aria-labelledby="own">
                <h2 id="own">"What you reported "<span class="count">{move || words::number(count())}</span></h2>
                {list}
                {more}
            </section>
        </div>
    }
    .into_any()
}

fn line(card: Card) -> AnyView {
    let href = Route::record(&card).href();
    let tone = if card.is_open { Tone::Slate } else { Tone::Neutral };
    view! {
        <li>
            <a href=href>{card.number}" "{card.title}</a>
            <Badge tone label=card.state />
        </li>
    }
    .into_any()
}

/// The answers that the one who acts owes; nothing while there are none, unless that is what they are here for.
#[component]
pub fn Awaiting() -> impl IntoView {
    let session = expect_context::<Session>();
    let owed = Memo::new(move |_| {
        let me = session.me();
        session.read(|workspace| awaiting::answers(workspace.desk(), me)).unwrap_or_default()
    });
    let is_asked = Memo::new(move |_| owed.with(|owed| !owed.is_empty()) || session.role() == itsm::Role::Approver);
    let name = move |person| session.peek(|workspace| workspace.desk().directory().person(person).to_owned());
    let line = move |owed: awaiting::Owed| {
        let href = Route::record(&owed.card).href();
        let stands_in = owed.seat.and_then(name).map(|name| ", for ".to_owned() + &name);
        view! {
            <li>
                <a href=href>{owed.card.number}" "{owed.card.title}</a>
                <span class="hint">{owed.round}{stands_in}</span>
            </li>
        }
    };
    let list = move || {
        if owed.with(Vec::is_empty) {
            view! { <p class="hint">"Nobody waits for your answer. Changes and requests that ask you stand here."</p> }
                .into_any()
        } else {
            view! { <ul class="own-list" aria-label="Awaiting my answer">{owed.get().into_iter().map(line).collect_view()}</ul> }
                .into_any()
        }
    };
    move || {
        is_asked.get().then(|| {
            view! {
                <section class="panel" aria-labelledby="awaiting">
                    <h2 id="awaiting">"Awaiting my answer "<span class="count">{move || words::number(owed.with(Vec::len))}</span></h2>
                    {list}
                </section>
            }
        })
    }
}
