//! All articles: found by words, and by where they stand.

use chrono::{DateTime, TimeDelta, Utc};
use itsm::ArticleId;
use itsm::knowledge::{Article, Audience, Stage, State};
use leptos::prelude::*;
use workspace::Workspace;
use workspace::articles::advice::excerpt;

use super::badges;
use crate::route::Practice;
use crate::session::{Session, Zone};
use crate::ui::{Badge, EmptyState, FilterChip, Kind, LinkButton, Picture, SearchInput, Tone};
use crate::views::desk::gate::WithDesk;
use crate::views::page;
use crate::views::record::DeskNav;
use crate::views::words;

/// The page.
#[component]
pub fn KnowledgePage() -> impl IntoView {
    view! { <WithDesk><Articles /></WithDesk> }.into_any()
}

/// So many letters of an article are shown in the list.
const EXCERPT: usize = 150;
/// A review is due when its date is so near.
const DUE_WITHIN: TimeDelta = TimeDelta::days(14);

/// Which articles are shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shown {
    Published,
    Drafts,
    InReview,
    ReviewDue,
    Retired,
}

impl Shown {
    const ALL: [Shown; 5] = [Shown::Published, Shown::Drafts, Shown::InReview, Shown::ReviewDue, Shown::Retired];

    fn label(self) -> &'static str {
        match self {
            Shown::Published => "Published",
            Shown::Drafts => "Drafts",
            Shown::InReview => "In review",
            Shown::ReviewDue => "Review due",
            Shown::Retired => "Retired",
        }
    }

    fn has(self, article: &Article, now: DateTime<Utc>) -> bool {
        let state = article.state(now);
        let stage = article.draft.as_ref().map(|draft| draft.stage);
        match self {
            Shown::Published => state.is_in_view() || state == State::Scheduled,
            Shown::Drafts => stage == Some(Stage::Writing) && state != State::Retired,
            Shown::InReview => matches!(stage, Some(Stage::InReview { .. })),
            Shown::ReviewDue => state.is_in_view() && article.review_by.is_some_and(|by| by <= now + DUE_WITHIN),
            Shown::Retired => state == State::Retired,
        }
    }
}

/// An article in the list.
#[derive(Clone, PartialEq)]
struct Line {
    id: ArticleId,
    number: String,
    title: String,
    excerpt: String,
    state: State,
    next: Option<String>,
    flags: usize,
    is_internal: bool,
    texts: Vec<String>,
    /// What it is found by.
    words: String,
    of: Vec<Shown>,
}

fn line(workspace: &Workspace, article: &Article, now: DateTime<Utc>, zone: Zone) -> Option<Line> {
    let desk = workspace.desk();
    let content = article.shown(now)?;
    let (yes, no) = article.votes();
    let solved = desk.solved_with(article.id);
    let review = article.review_by.map(|by| "Review ".to_owned() + &words::date(zone.local(by)));
    let votes = (yes + no > 0).then(|| helpful(yes, yes + no));
    let solved = (solved > 0).then(|| words::count(solved, "record solved with it", "records solved with it"));
    let owner = "Owned by ".to_owned() + desk.directory().person(article.owner);
    let next = article.draft.as_ref().filter(|draft| draft.number > 1).map(|draft| {
        "Version ".to_owned() + &words::number(draft.number as usize) + ": " + &draft.stage.word().to_lowercase()
    });
    Some(Line {
        id: article.id,
        number: desk.articles().number(article.id),
        title: content.title.to_string(),
        excerpt: excerpt(&content.body, EXCERPT),
        state: article.state(now),
        next,
        flags: article.open_flags().count(),
        is_internal: content.audience == Audience::Desk,
        texts: [solved, votes, review, Some(owner)].into_iter().flatten().collect(),
        words: [&*content.title, &*content.keywords, &*content.body].join("\n").to_lowercase(),
        of: Shown::ALL.into_iter().filter(|shown| shown.has(article, now)).collect(),
    })
}

/// "3 of 4 found it helpful".
pub fn helpful(yes: usize, all: usize) -> String {
    words::number(yes) + " of " + &words::number(all) + " found it helpful"
}

fn lines(session: Session) -> Vec<Line> {
    let (now, zone) = (session.now.get(), session.zone());
    let read = session.read(|workspace| {
        let mut articles: Vec<&Article> = workspace.desk().articles().all().collect();
        articles.sort_by_key(|article| std::cmp::Reverse((article.changed_at, article.id)));
        articles.into_iter().filter_map(|article| line(workspace, article, now, zone)).collect()
    });
    read.unwrap_or_default()
}

#[component]
fn Articles() -> impl IntoView {
    let session = expect_context::<Session>();
    page::title(|| "Knowledge".to_owned());
    page::announce();
    let all = Memo::new(move |_| lines(session));
    let chosen = RwSignal::new(Shown::Published);
    let sought = RwSignal::new(String::new());
    let list = Memo::new(move |_| {
        let (chosen, sought) = (chosen.get(), sought.get().to_lowercase());
        let says = |line: &Line| sought.split_whitespace().all(|word| line.words.contains(word));
        let number = sought.trim().to_owned();
        let fits = |line: &&Line| line.of.contains(&chosen) && (says(line) || line.number.to_lowercase() == number);
        all.with(|all| all.iter().filter(fits).cloned().collect::<Vec<Line>>())
    });
    let chip = move |of: Shown| {
        let count = move || all.with(|all| words::number(all.iter().filter(|line| line.of.contains(&of)).count()));
        view! {
            <FilterChip label=of.label() count=Signal::derive(count) pressed=Signal::derive(move || chosen.get() == of)
                on_toggle=move |()| chosen.set(of) />
        }
    };
    let body = move || {
        if all.with(Vec::is_empty) {
            view! {
                <EmptyState title="No articles yet"
                    text="An article keeps what was found out once. Write one from a solved incident: its symptom, its cause, and what helped." />
            }
            .into_any()
        } else if list.with(Vec::is_empty) {
            let text = if sought.with(|sought| sought.trim().is_empty()) {
                "None of the articles is of this kind."
            } else {
                "No article of this kind says so. Other words, or another kind, may find it."
            };
            view! { <p class="hint">{text}</p> }.into_any()
        } else {
            view! { <ul class="records" aria-label="Articles">{list.get().into_iter().map(row).collect_view()}</ul> }
                .into_any()
        }
    };
    view! {
        <div class="page">
            <DeskNav />
            <header class="page-head">
                <h1>"Knowledge "<span class="count" role="status">{move || words::number(list.with(Vec::len))}</span></h1>
                <div class="page-actions">
                    <LinkButton label="Write an article" kind=Kind::Primary href=Practice::Knowledge.form().href() />
                </div>
            </header>
            <div class="articles-search"><SearchInput label="Search the articles" value=sought /></div>
            <div class="records-chips" role="group" aria-label="Which articles">{Shown::ALL.map(chip).collect_view()}</div>
            {body}
        </div>
    }
    .into_any()
}

fn row(line: Line) -> AnyView {
    let href = Practice::Knowledge.at(line.number.clone()).href();
    let text = |text: String| view! { <span>{text}</span> };
    let flags = (line.flags > 0).then(|| {
        let label = words::count(line.flags, "flag", "flags");
        view! { <Badge tone=Tone::Warn picture=Some(Picture::Problem) label /> }
    });
    view! {
        <li class="record">
            <a class="record-title" href=href>
                <span class="record-number">{line.number}</span>
                " "
                <span>{line.title}</span>
            </a>
            <p class="record-excerpt">{line.excerpt}</p>
            <div class="record-line">
                <Badge tone=badges::tone(line.state) picture=Some(badges::picture(line.state)) label=line.state.word() />
                {line.next.map(|label| view! { <Badge tone=Tone::Slate picture=Some(Picture::New) label /> })}
                {line.is_internal.then(|| view! { <Badge tone=Tone::Slate picture=Some(Picture::Note) label="The desk only" /> })}
                {flags}
                {line.texts.into_iter().map(text).collect_view()}
            </div>
        </li>
    }
    .into_any()
}
