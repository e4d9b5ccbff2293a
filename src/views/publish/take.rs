//! The files: the site as an archive, the data, a link that holds all of it, and paper.

use std::sync::Arc;

use itsm::catalogue::Catalogue;
use leptos::prelude::*;
use workspace::catalogue::page::for_customers;
use workspace::catalogue::share::{self, Length};
use workspace::catalogue::site::{archive, data, site};

use super::now;
use crate::browser::{files, page, tasks};
use crate::route::{Counter, Route, Shelf};
use crate::session::Session;
use crate::ui::{Button, CommandButton, Fact, Facts, Kind, LinkButton, Panel, Picture, Toaster};
use crate::views::words;

/// What the archive is called.
const ARCHIVE: &str = "service-catalogue.zip";
/// What the data is called: the name under which the app looks for it.
const DATA: &str = "catalogue.json";

/// The panel.
#[component]
pub fn Take(
    /// What customers see.
    catalogue: Memo<Arc<Catalogue>>,
) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let running = RwSignal::new(false);
    let zip = move |()| {
        running.set(true);
        tasks::spawn(async move {
            tasks::paint().await;
            let at = now(session);
            let files = catalogue.with_untracked(|catalogue| site(catalogue, at));
            match archive(&files, at) {
                Ok(bytes) if files::download_bytes(ARCHIVE, "application/zip", &bytes) => {
                    let count = words::count(files.len(), "file", "files");
                    toaster
                        .ok([ARCHIVE, " holds ", &count, ". Unpack it, or upload it as the steps below say."].concat());
                }
                Ok(_) => toaster.bad("The browser refused the download. Allow downloads for this page and try again."),
                Err(sentence) => toaster.bad(sentence),
            }
            let _ = running.try_set(false);
        });
    };
    let json = move |()| {
        let text = catalogue.with_untracked(|catalogue| data(catalogue));
        if files::download(DATA, "application/json", &text) {
            toaster.ok("Put catalogue.json beside the app: its visitors begin with this catalogue.");
        } else {
            toaster.bad("The browser refused the download. Allow downloads for this page and try again.");
        }
    };
    view! {
        <Panel title="Take it with you">
            <p>"The site is one page for each service and category, with the feed of changes and the data beside them. It runs no script and works from any folder."</p>
            <Contents catalogue />
            <div class="form-actions">
                <CommandButton label="Download the site (ZIP)" kind=Kind::Primary running on_press=zip />
                <Button label="Download catalogue.json" picture=Picture::Download on_press=json />
                <LinkButton label="Print or save as PDF" href=Route::Catalogue(Shelf::Print).href() />
            </div>
            <p class="hint">"What colleagues write for each other stays here: how a service works, its costs, ranks, configuration items and comments. Names of owners, approvers and teams go out, and so does what is for some audiences only: an audience keeps nothing secret."</p>
            <Link catalogue />
        </Panel>
    }
    .into_any()
}

/// What is in the site, and how heavy its first page is.
#[component]
fn Contents(catalogue: Memo<Arc<Catalogue>>) -> impl IntoView {
    let session = expect_context::<Session>();
    let contents = Memo::new(move |_| {
        let files = catalogue.with(|catalogue| site(catalogue, now(session)));
        let pages = files.iter().filter(|(path, _)| path.ends_with(".html")).count();
        let first = files.iter().filter(|(path, _)| path == "index.html" || path == "style.css");
        let first: usize = first.map(|(_, bytes)| bytes.len()).sum();
        let all: usize = files.iter().map(|(_, bytes)| bytes.len()).sum();
        (pages, first, all)
    });
    let size = |bytes: usize| words::number(bytes.div_ceil(1000)) + " kB";
    view! {
        <Facts>
            <Fact label="Pages">{move || words::number(contents.get().0)}</Fact>
            <Fact label="First page, before compression">{move || size(contents.get().1)}</Fact>
            <Fact label="All files, before compression">{move || size(contents.get().2)}</Fact>
        </Facts>
    }
    .into_any()
}

/// A link that carries the catalogue in itself: nothing is uploaded.
#[component]
fn Link(catalogue: Memo<Arc<Catalogue>>) -> impl IntoView {
    let toaster = expect_context::<Toaster>();
    let fragment = Memo::new(move |_| catalogue.with(|catalogue| share::to_fragment(&for_customers(catalogue))));
    let address =
        move || fragment.with(|fragment| [&page::origin(), &*Counter::front().href(), "#c=", fragment].concat());
    let size = move || words::number(address().len()) + " characters";
    let refusal = Signal::derive(move || {
        let is_too_long = fragment.with(|fragment| matches!(share::length(fragment), Length::TooLong));
        is_too_long.then(|| {
            "It needs a shorter link: the catalogue is too large for one. Send catalogue.json instead.".to_owned()
        })
    });
    let warning = move || {
        fragment
            .with(|fragment| matches!(share::length(fragment), Length::Long))
            .then_some("Chat and mail programs may cut a link of this length. Send catalogue.json where that matters.")
    };
    let copy = move |()| {
        let text = address();
        tasks::spawn(async move {
            if page::copy(&text).await {
                toaster.ok("The link is copied. Whoever opens it sees this catalogue; nothing is uploaded.");
            } else {
                toaster.bad("The browser did not allow copying. Select the link and copy it yourself.");
            }
        });
    };
    view! {
        <h3>"A link that holds the catalogue"</h3>
        <p>"For a quick look: the whole catalogue stands in the address itself, behind its hash sign, which browsers never send."</p>
        <div class="publish-link">
            <label class="visually-hidden" for="publish-link">"The link"</label>
            <input id="publish-link" class="input" type="text" readonly=true prop:value=move || if refusal.get().is_some() { String::new() } else { address() } />
            <CommandButton label="Copy the link" refusal on_press=copy />
        </div>
        <p class="hint">{size}{move || warning().map(|warning| [". ", warning].concat())}</p>
    }
    .into_any()
}
