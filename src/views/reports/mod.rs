//! Reports: what the desk's measures say, each with its question, its picture, what it counts and where it misleads.
//! The measures themselves are in the crate `workspace`; here they become words and drawings.

mod ageing;
mod asked;
mod flow;
mod heat;
mod kept;
mod panel;
mod rework;
mod satisfaction;
mod shown;
mod times;

use leptos::prelude::*;

use super::desk::gate::WithDesk;
use super::missing::Missing;
use super::page;
use crate::route::Route;
use crate::session::Session;
use crate::ui::{Button, EmptyState, Kind, LinkButton};
use asked::{Choosing, Picker};
use panel::Report;

/// The page at an address.
pub fn page(route: Route) -> AnyView {
    match route {
        Route::Reports => view! { <WithDesk><Reports /></WithDesk> }.into_any(),
        _ => view! { <Missing /> }.into_any(),
    }
}

#[component]
fn Reports() -> impl IntoView {
    let session = expect_context::<Session>();
    page::title(|| "Reports".to_owned());
    page::announce();
    let any = Memo::new(move |_| session.read(|workspace| workspace.incident_count() > 0) == Some(true));
    let choosing = Choosing::begin(session);
    let body = move || {
        if any.get() {
            view! {
                <Picker choosing />
                <Elsewhere choosing />
                <Panels choosing />
            }
            .into_any()
        } else {
            view! {
                <EmptyState title="Nothing to report yet" text="Reports count what happens at the desk. Log an incident, or bring in another tool’s log.">
                    <LinkButton label="Log an incident" kind=Kind::Primary href=Route::NewIncident.href() />
                    <LinkButton label="Bring in tickets" href=Route::Import.href() />
                </EmptyState>
            }
            .into_any()
        }
    };
    view! {
        <div class="page reports">
            <nav class="crumbs" aria-label="Where you are"><a href=move || session.queue_link()>"Desk"</a><span aria-hidden="true">"/"</span><span>"Reports"</span></nav>
            <header class="page-head"><h1>"Reports"</h1></header>
            <p class="page-note">"Worked out from the journal each time, never stored. Every number says what it counts."</p>
            {body}
        </div>
    }
    .into_any()
}

/// Days on which nothing happened, while others have a story: said, with the way there.
#[component]
fn Elsewhere(choosing: Choosing) -> impl IntoView {
    let told = move || {
        let text = choosing.elsewhere()?;
        Some(view! {
            <div class="panel reports-elsewhere">
                <p>{text}</p>
                <Button label="Show the whole log" on_press=move |()| choosing.choose_whole() />
            </div>
        })
    };
    view! { <div aria-live="polite">{told}</div> }.into_any()
}

#[component]
fn Panels(choosing: Choosing) -> impl IntoView {
    let asked = choosing.asked;
    view! {
        <div class="reports-grid">
            <Report asked turn=1 wide=true name="opened-and-resolved" question="Do we keep up?" measure=flow::keep_up counts=flow::COUNTS pitfall=flow::PITFALL />
            <Report asked turn=2 name="backlog" question="How much work is waiting?" measure=flow::backlog counts=flow::BACKLOG_COUNTS pitfall=flow::BACKLOG_PITFALL />
            <Report asked turn=3 name="age" question="How old is what is open?" measure=ageing::ageing counts=ageing::COUNTS pitfall=ageing::PITFALL />
            <Report asked turn=4 wide=true name="when-opened" question="When do incidents come in?" measure=heat::heat counts=heat::COUNTS pitfall=heat::PITFALL />
            <Report asked turn=5 name="time-to-resolve" question="How fast do we resolve?" measure=times::resolve counts=times::RESOLVE_COUNTS pitfall=times::RESOLVE_PITFALL />
            <Report asked turn=6 name="times-spread" question="How long does it usually take?" measure=times::bands counts=times::BANDS_COUNTS pitfall=times::BANDS_PITFALL />
            <Report asked turn=7 name="targets-kept" question="Do we keep our targets?" measure=kept::kept counts=kept::COUNTS pitfall=kept::PITFALL />
            <Report asked turn=8 name="first-reply" question="How soon do we answer?" measure=times::reply counts=times::REPLY_COUNTS pitfall=times::REPLY_PITFALL />
            <Report asked turn=9 wide=true name="handed-on" question="How much is done twice?" measure=rework::rework counts=rework::COUNTS pitfall=rework::PITFALL />
            <Report asked turn=10 name="satisfaction-by-month" question="Are people content?" measure=satisfaction::by_month counts=satisfaction::COUNTS pitfall=satisfaction::PITFALL />
            <Report asked turn=11 name="satisfaction-by-service" question="With which services?" measure=satisfaction::by_service counts=satisfaction::COUNTS pitfall=satisfaction::PITFALL />
        </div>
    }
    .into_any()
}
