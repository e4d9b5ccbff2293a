//! Maintenance windows and freezes: what there is, and changing it.

use itsm::configuration::Owner;
use itsm::schedule::{Command as Ask, scope_words};
use itsm::{Command, FreezeId, WindowId};
use leptos::prelude::*;
use workspace::Workspace;
use workspace::agenda::hours_words;

use super::window_forms::{FreezeForm, WindowForm};
use super::{CALENDAR, span_words, zone};
use crate::route::Practice;
use crate::session::Session;
use crate::ui::{Badge, Button, EmptyState, Kind, Picture, Toaster, Tone};
use crate::views::asking::Asking;
use crate::views::desk::gate::WithDesk;
use crate::views::record::FormDialog;
use crate::views::{page, undo, words};

/// The page.
#[component]
pub fn WindowsPage() -> impl IntoView {
    view! { <WithDesk><Shown /></WithDesk> }.into_any()
}

/// What a dialog is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Window(Option<WindowId>),
    Freeze(Option<FreezeId>),
}

fn dialog_title(wanted: Wanted) -> &'static str {
    match wanted {
        Wanted::Window(None) => "New maintenance window",
        Wanted::Window(Some(_)) => "Edit maintenance window",
        Wanted::Freeze(None) => "New freeze",
        Wanted::Freeze(Some(_)) => "Edit freeze",
    }
}

/// A window or a freeze in its list.
#[derive(Clone, PartialEq)]
struct Line {
    wanted: Wanted,
    name: String,
    when: String,
    scope: String,
    more: Vec<String>,
    /// For a freeze: before, now, after.
    stage: Option<(Tone, Picture, &'static str)>,
}

fn windows(workspace: &Workspace) -> Vec<Line> {
    let desk = workspace.desk();
    let line = |(id, window): (&WindowId, &itsm::schedule::MaintenanceWindow)| Line {
        wanted: Wanted::Window(Some(*id)),
        name: window.name.to_string(),
        when: hours_words(&window.hours, &words::WEEKDAYS).to_string(),
        scope: scope_words(desk, &window.scope),
        more: vec![],
        stage: None,
    };
    desk.schedule().windows().iter().map(line).collect()
}

fn freezes(session: Session, workspace: &Workspace) -> Vec<Line> {
    let (desk, now, zone) = (workspace.desk(), session.now.get_untracked(), zone(session));
    let mut all: Vec<_> = desk.schedule().freezes().iter().collect();
    all.sort_by_key(|(id, freeze)| (freeze.span.end() <= now, freeze.span.start(), **id));
    let line = |(id, freeze): (&FreezeId, &itsm::schedule::Freeze)| {
        let by = freeze.may_override.map_or("Nobody", |owner| match owner {
            Owner::Person(id) => desk.directory().person(id),
            Owner::Group(id) => desk.directory().group(id),
        });
        let stage = if freeze.span.end() <= now {
            (Tone::Neutral, Picture::Check, "Over")
        } else if freeze.span.start() <= now {
            (Tone::Bad, Picture::Paused, "In force")
        } else {
            (Tone::Slate, Picture::New, "Ahead")
        };
        Line {
            wanted: Wanted::Freeze(Some(*id)),
            name: freeze.name.to_string(),
            when: span_words(zone, freeze.span),
            scope: scope_words(desk, &freeze.scope),
            more: vec![freeze.reason.to_string(), by.to_owned() + " may override it"],
            stage: Some(stage),
        }
    };
    all.into_iter().map(line).collect()
}

#[component]
fn Shown() -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    page::title(|| "Windows and freezes".to_owned());
    page::announce();
    let open = RwSignal::new(None::<Wanted>);
    let all_windows = Memo::new(move |_| session.read(windows).unwrap_or_default());
    let all_freezes = Memo::new(move |_| session.read(|w| freezes(session, w)).unwrap_or_default());
    let drop_it = move |wanted: Wanted| {
        let (ask, done) = match wanted {
            Wanted::Window(Some(id)) => (Ask::DropWindow(id), "Maintenance window taken away"),
            Wanted::Freeze(Some(id)) => (Ask::DropFreeze(id), "Freeze taken away"),
            Wanted::Window(None) | Wanted::Freeze(None) => return,
        };
        match session.give(Command::Schedule(ask)) {
            Ok(_) => undo::confirm(session, toaster, done),
            Err(refusal) => toaster.bad(refusal.sentence()),
        }
    };
    let row = move |line: Line| {
        let (edit, take) = ("Edit ".to_owned() + &line.name, "Take away ".to_owned() + &line.name);
        let wanted = line.wanted;
        let text = |text: String| view! { <span>{text}</span> };
        view! {
            <li class="record plan-rule">
                <div>
                    <span class="record-title">{line.name}</span>
                    <div class="record-line">
                        {line.stage.map(|(tone, picture, label)| view! { <Badge tone picture=Some(picture) label /> })}
                        <span>{line.when}</span>
                        <span>"For "{line.scope}</span>
                        {line.more.into_iter().map(text).collect_view()}
                    </div>
                </div>
                <div class="plan-rule-acts">
                    <Button label=edit kind=Kind::Quiet picture=Picture::Note icon_only=true on_press=move |()| open.set(Some(wanted)) />
                    <Button label=take kind=Kind::Quiet picture=Picture::Close icon_only=true on_press=move |()| drop_it(wanted) />
                </div>
            </li>
        }
    };
    let list = move |lines: Memo<Vec<Line>>, title: &'static str, text: &'static str| {
        move || {
            let lines = lines.get();
            if lines.is_empty() {
                view! { <EmptyState title text /> }.into_any()
            } else {
                view! { <ul class="records">{lines.into_iter().map(row).collect_view()}</ul> }.into_any()
            }
        }
    };
    let form = move |wanted: Wanted, asking: Asking| match wanted {
        Wanted::Window(id) => view! { <WindowForm id asking /> }.into_any(),
        Wanted::Freeze(id) => view! { <FreezeForm id asking /> }.into_any(),
    };
    view! {
        <div class="page">
            <nav class="crumbs" aria-label="Where you are">
                <a href=Practice::Changes.at(CALENDAR).href()>"Change calendar"</a>
                <span aria-hidden="true">"/"</span>
                <span>"Windows and freezes"</span>
            </nav>
            <header class="page-head">
                <h1>"Windows and freezes"</h1>
                <div class="page-actions">
                    <Button label="New freeze" kind=Kind::Primary on_press=move |()| open.set(Some(Wanted::Freeze(None))) />
                    <Button label="New maintenance window" on_press=move |()| open.set(Some(Wanted::Window(None))) />
                </div>
            </header>
            <p class="page-note">"A freeze is a span in which nothing of its scope is changed. A maintenance window is when work on something is expected, week after week. Neither forbids by itself: a change that leaves one shows a conflict, and people decide."</p>
            <section class="plan-rules" aria-labelledby="freezes">
                <h2 id="freezes">"Freezes"</h2>
                {list(all_freezes, "No freezes", "When can the business bear no change at all? The end of a month, a sale, an audit: say it here, with the reason.")}
            </section>
            <section class="plan-rules" aria-labelledby="windows">
                <h2 id="windows">"Maintenance windows"</h2>
                {list(all_windows, "No maintenance windows", "When is work expected? Agree hours with those who use the service. Without a window, any hour will do.")}
            </section>
            <FormDialog open title=dialog_title form />
        </div>
    }
    .into_any()
}
