//! All agreements, and below them how each service stands, outside and inside.

use itsm::RecordId;
use itsm::promise::{Kind, Promise, Standing};
use leptos::prelude::*;
use workspace::Workspace;

use super::attention::Attention;
use super::look::Services;
use super::words;
use crate::route::Practice;
use crate::session::Session;
use crate::ui::{Kind as Look, LinkButton, Tone};
use crate::views::record::{Line, Mark, RecordList};
use crate::views::words as plain;

/// The page.
#[component]
pub fn LevelsPage() -> impl IntoView {
    let actions = || {
        view! {
            <LinkButton label="Draft an agreement" kind=Look::Primary href=Practice::Levels.form().href() />
            <LinkButton label="Compare nine tools" href=Practice::Levels.at("compare").href() />
        }
        .into_any()
    };
    let below = || view! { <Attention /><Services /> }.into_any();
    view! {
        <RecordList
            title="Service levels"
            lines=lines
            chips=&["All", "With customers", "Inside the house", "With suppliers", "Drafts"]
            empty=("No agreements yet", "An agreement says what a service is to achieve for its customer. Draft the first; incidents about its services then go by its targets.")
            actions=actions
            below=below
        />
    }
    .into_any()
}

fn lines(workspace: &Workspace) -> Vec<Line> {
    let now = workspace.now().unwrap_or_default();
    let mut all: Vec<&Promise> = workspace.desk().promises().all().collect();
    all.sort_by_key(|one| (one.standing(now) == Standing::Ended, one.kind(), std::cmp::Reverse(one.id)));
    all.into_iter().map(|promise| line(workspace, promise)).collect()
}

fn line(workspace: &Workspace, promise: &Promise) -> Line {
    let desk = workspace.desk();
    let now = workspace.now().unwrap_or_default();
    let standing = promise.standing(now);
    let (tone, picture) = words::standing_mark(standing);
    let number = desk.promises().number(promise.id);
    let mut marks = vec![Mark { tone, picture: Some(picture), label: standing.word().to_owned() }];
    let gaps = if standing == Standing::Ended { 0 } else { itsm::promise::gaps(desk, promise, now).len() };
    if gaps > 0 {
        let label = plain::count(gaps, "gap beneath it", "gaps beneath it");
        marks.push(Mark { tone: Tone::Warn, picture: Some(crate::ui::Picture::DueSoon), label });
    }
    if promise.review_due().is_some_and(|due| due <= now) {
        let label = "Review due".to_owned();
        marks.push(Mark { tone: Tone::Warn, picture: Some(crate::ui::Picture::DueSoon), label });
    }
    let terms = promise.latest().map(|version| &version.terms);
    let services = terms.map_or(0, |terms| terms.services.len());
    let kind = promise.kind();
    // A card knows no edition, and the list is read without one; with whom it is says the same.
    let with = match kind {
        Kind::Customer => "SLA with ",
        Kind::Inside => "Inside, with ",
        Kind::Supplier => "Contract with ",
    };
    let party = promise.party().map(|party| words::party(desk, party)).unwrap_or_default();
    Line {
        id: RecordId::Promise(promise.id),
        href: Practice::Levels.at(number.clone()).href(),
        number,
        title: promise.title().to_owned(),
        priority: None,
        marks,
        texts: vec![with.to_owned() + &party, plain::count(services, "service", "services")],
        shown_by: vec![
            true,
            kind == Kind::Customer,
            kind == Kind::Inside,
            kind == Kind::Supplier,
            standing == Standing::Draft,
        ],
    }
}

/// The desk's present instant, for pages that are read anew when something changes, not with every tick.
pub fn present(session: Session) -> chrono::DateTime<chrono::Utc> {
    session.turned.track();
    session.now.get_untracked()
}
