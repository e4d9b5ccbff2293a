//! What stands in a page's place: no catalogue yet, a broken file or link, a service that is not offered. Each says what
//! to do next.

use std::sync::Arc;

use leptos::prelude::*;
use workspace::catalogue::file::Fault;
use workspace::catalogue::offer::Standing;

use super::{Portal, Shown};
use crate::route::{Counter, Route, Shelf};
use crate::session::Status;
use crate::session::offered::{self, Finding, Source};
use crate::ui::{Button, EmptyState, ErrorState, Kind, LinkButton, Picture, Skeleton};
use crate::views::page::Page;
use crate::views::words;

/// Shows a page once there is a catalogue; before that, what is going on and what to do. The page is made anew only if
/// another catalogue takes the place of this one, so that nothing typed is lost.
pub fn with_catalogue(page: impl Fn(Portal, Arc<Shown>) -> AnyView + Send + Sync + 'static) -> AnyView {
    let portal = Portal::of_context();
    let kind = Memo::new(move |_| match portal.finding.get() {
        Finding::Here(offered) => Ok(offered.from),
        other => Err(other),
    });
    let body = move || match kind.get() {
        Ok(_) => untrack(|| portal.shown.get().map(|shown| page(portal, shown))),
        Err(finding) => Some(untrack(|| instead(portal, finding))),
    };
    body.into_any()
}

fn instead(portal: Portal, finding: Finding) -> AnyView {
    match finding {
        Finding::Coming | Finding::Here(_) => {
            view! { <Page title="Services"><Skeleton lines=9 label="Fetching the catalogue" /></Page> }.into_any()
        }
        Finding::Nothing => nothing(portal),
        Finding::BrokenFile(faults) => broken_file(faults),
        Finding::BrokenLink(sentence) => broken_link(portal, sentence),
        Finding::NotFetched => view! {
            <Page title="Services" class="page-narrow">
                <ErrorState title="The catalogue could not be fetched" text="The connection may have dropped." safe="What is in your basket is kept in this browser.">
                    <Button label="Try again" kind=Kind::Primary on_press=move |()| offered::fetch_file() />
                </ErrorState>
            </Page>
        }
        .into_any(),
    }
}

fn nothing(portal: Portal) -> AnyView {
    let (text, label, to) = if matches!(portal.session.status.get_untracked(), Status::Open { .. }) {
        (
            "This workspace has no services yet. Describe the first one; what you publish appears here.",
            "Go to the catalogue",
            Route::Catalogue(Shelf::List),
        )
    } else {
        (
            "Nobody has put a catalogue here yet. Begin one in a few minutes, or look around Service Dojo.",
            "Go to the front page",
            Route::Home,
        )
    };
    view! {
        <Page title="Services" class="page-narrow">
            <EmptyState title="No catalogue here yet" text picture=Picture::Catalogue>
                <LinkButton label kind=Kind::Primary href=to.href() />
            </EmptyState>
        </Page>
    }
    .into_any()
}

fn broken_file(faults: Vec<Fault>) -> AnyView {
    let line = |fault: Fault| view! { <li><code>{fault.path}</code>" "{fault.problem}</li> };
    view! {
        <Page title="Services" class="page-narrow">
            <ErrorState title="The catalogue of this site cannot be read"
                text="There is a file catalogue.json beside this app, and something in it is wrong. Whoever looks after this site finds below what it is, puts a corrected file in its place and reloads."
                safe="Everything else here works, and your work is not affected.">
                <Button label="Try again" kind=Kind::Primary on_press=move |()| offered::fetch_file() />
                <LinkButton label="Go to the front page" kind=Kind::Quiet href=Route::Home.href() />
            </ErrorState>
            <h2>"What is wrong"</h2>
            <ul class="portal-faults">{faults.into_iter().map(line).collect_view()}</ul>
        </Page>
    }
    .into_any()
}

fn broken_link(portal: Portal, sentence: String) -> AnyView {
    view! {
        <Page title="Services" class="page-narrow">
            <ErrorState title="This link holds no whole catalogue" text=sentence safe="Nothing was changed.">
                <Button label="Close the link" kind=Kind::Primary on_press=move |()| {
                    offered::leave_link();
                    portal.location.go(&Counter::front());
                } />
            </ErrorState>
            <p>"Mail programs and chats sometimes cut long links. Ask for the link again, copied whole, or for the catalogue as a file."</p>
        </Page>
    }
    .into_any()
}

/// Why a service is not shown, and where to go instead.
pub fn not_offered(portal: Portal, shown: &Shown, name: String, standing: Standing) -> AnyView {
    let day = |day: chrono::NaiveDate| words::date(day.and_time(chrono::NaiveTime::MIN));
    let title = if name.is_empty() { "This service is not here".to_owned() } else { name };
    let everybody = matches!(standing, Standing::NotForYou(_));
    let text = match standing {
        Standing::NotYet(Some(from)) => "It will be offered from ".to_owned() + &day(from) + " on.",
        Standing::NotYet(None) => "It is not offered yet: it is still being prepared.".to_owned(),
        Standing::Over(until) => "It was offered until ".to_owned() + &day(until) + ".",
        Standing::Retired => {
            "It is retired: nobody can order it any more. Whoever has it may still use it; ask what takes its place."
                .to_owned()
        }
        Standing::NotForYou(names) if names.is_empty() => "It is for others.".to_owned(),
        Standing::NotForYou(names) => {
            let names: Vec<&str> = names.iter().map(|name| &**name).collect();
            "It is for: ".to_owned() + &names.join(", ") + ". You look at the portal as somebody else."
        }
        Standing::Unknown | Standing::Offered => "The catalogue has no such service. The link may be old.".to_owned(),
    };
    let contact = shown.listed.settings.contact.to_string();
    let can_preview = shown.offered.from == Source::Workspace;
    view! {
        <Page title=title class="page-narrow">
            <EmptyState title="Not offered here" text picture=Picture::Catalogue>
                <LinkButton label="All services" kind=Kind::Primary href=super::shell::front() />
                {everybody.then(|| view! { <Button label="See all services" on_press=move |()| {
                    offered::see_as(None);
                    portal.location.go(&Counter::front());
                } /> })}
                {(can_preview && !everybody).then(|| view! {
                    <LinkButton label="Look at the drafts" kind=Kind::Quiet href=Route::Portal(Counter::Front("preview".to_owned())).href() />
                })}
            </EmptyState>
            {(!contact.is_empty()).then(|| view! { <p class="muted">"Questions: "{contact}</p> })}
        </Page>
    }
    .into_any()
}
