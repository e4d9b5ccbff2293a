//! All records of a practice, in kinds to choose from.

use itsm::RecordId;
use leptos::prelude::*;
use workspace::Workspace;

use super::nav::DeskNav;
use crate::route::Route;
use crate::session::Session;
use crate::ui::{Badge, EmptyState, FilterChip, Kind, LinkButton, Picture, PriorityBars, Tone};
use crate::views::desk::gate::WithDesk;
use crate::views::page;
use crate::views::words;

/// A badge in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Its tone.
    pub tone: Tone,
    /// Its shape, so that no colour stands alone.
    pub picture: Option<Picture>,
    /// What it says.
    pub label: String,
}

impl Mark {
    /// The badge.
    pub fn show(self) -> AnyView {
        view! { <Badge tone=self.tone picture=self.picture label=self.label /> }.into_any()
    }
}

/// A record in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Which one.
    pub id: RecordId,
    /// How people call it.
    pub number: String,
    /// What it is about.
    pub title: String,
    /// Its page.
    pub href: String,
    /// Its priority, if it has one.
    pub priority: Option<u8>,
    /// Where it stands.
    pub marks: Vec<Mark>,
    /// What else is said of it, in a few words each.
    pub texts: Vec<String>,
    /// For each chip whether it is among what the chip shows.
    pub shown_by: Vec<bool>,
}

/// The page with the list. Its navigation, heading, chips and empty states are the same for every practice.
#[component]
pub fn RecordList(
    /// The heading.
    title: &'static str,
    /// What the lines are, read anew when the workspace changes; in the order of the page.
    lines: fn(&Workspace) -> Vec<Line>,
    /// What the chips are called; the first is chosen at first.
    chips: &'static [&'static str],
    /// What to do when there is none: a title and one sentence that teaches the next step.
    empty: (&'static str, &'static str),
    /// The main action, and further links beside it.
    #[prop(into)]
    actions: ViewFn,
    /// What stands below the list.
    #[prop(optional, into)]
    below: ViewFn,
) -> impl IntoView {
    let shown = move || view! { <Lines title lines chips empty actions=actions.clone() below=below.clone() /> };
    view! { <WithDesk>{shown()}</WithDesk> }.into_any()
}

#[component]
fn Lines(
    title: &'static str,
    lines: fn(&Workspace) -> Vec<Line>,
    chips: &'static [&'static str],
    empty: (&'static str, &'static str),
    actions: ViewFn,
    below: ViewFn,
) -> impl IntoView {
    let session = expect_context::<Session>();
    page::title(move || title.to_owned());
    page::announce();
    let all = Memo::new(move |_| {
        let mut all = session.read(lines).unwrap_or_default();
        // Whoever uses services sees their own.
        all.retain(|line| session.sees_record(line.id));
        all
    });
    let chosen = RwSignal::new(0_usize);
    let is_of = |line: &Line, chip: usize| line.shown_by.get(chip).copied().unwrap_or(true);
    let list = Memo::new(move |_| {
        let chosen = chosen.get();
        all.with(|all| all.iter().filter(|line| is_of(line, chosen)).cloned().collect::<Vec<Line>>())
    });
    let chip = move |(place, label): (usize, &'static str)| {
        let count =
            Signal::derive(move || all.with(|all| words::number(all.iter().filter(|line| is_of(line, place)).count())));
        let pressed = Signal::derive(move || chosen.get() == place);
        view! { <FilterChip label count pressed on_toggle=move |()| chosen.set(place) /> }
    };
    let body = move || {
        if all.with(Vec::is_empty) {
            view! { <EmptyState title=empty.0 text=empty.1 /> }.into_any()
        } else if list.with(Vec::is_empty) {
            view! { <p class="hint">"None of them is of this kind."</p> }.into_any()
        } else {
            view! { <ul class="records" aria-label=title>{list.get().into_iter().map(row).collect_view()}</ul> }
                .into_any()
        }
    };
    view! {
        <div class="page">
            <DeskNav />
            <header class="page-head">
                <h1>{title}" "<span class="count" role="status">{move || words::number(list.with(Vec::len))}</span></h1>
                <div class="page-actions">{actions.run()}</div>
            </header>
            <div class="records-chips" role="group" aria-label="Which ones">
                {chips.iter().copied().enumerate().map(chip).collect_view()}
            </div>
            {body}
            {below.run()}
        </div>
    }
    .into_any()
}

fn row(line: Line) -> AnyView {
    let text = |text: String| view! { <span>{text}</span> };
    view! {
        <li class="record">
            <a class="record-title" href=line.href>
                <span class="record-number">{line.number}</span>
                " "
                <span>{line.title}</span>
            </a>
            <div class="record-line">
                {line.priority.map(|level| view! { <PriorityBars level /> })}
                {line.marks.into_iter().map(Mark::show).collect_view()}
                {line.texts.into_iter().filter(|text| !text.is_empty()).map(text).collect_view()}
            </div>
        </li>
    }
    .into_any()
}

/// The main action of a list, as most have it: a link to the form that begins a record.
impl Line {
    /// A button-like link for the head of a list.
    pub fn begin(label: &'static str, route: Route) -> AnyView {
        view! { <LinkButton label kind=Kind::Primary href=route.href() /> }.into_any()
    }
}
