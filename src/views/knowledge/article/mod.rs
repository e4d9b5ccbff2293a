//! One article: to be read first; then what it solved, what people think of it, and its versions.

mod actions;
mod forms;
mod judged;
mod versions;

use chrono::{DateTime, Utc};
use itsm::knowledge::{Article, Audience, Retirement, Stage, State};
use itsm::{ArticleId, RecordId};
use leptos::prelude::*;
use workspace::Workspace;

use super::badges;
use super::text::ArticleText;
use crate::route::Practice;
use crate::session::{Session, Zone};
use crate::ui::{Badge, Picture, Tone};
use crate::views::desk::ticket::history::History;
use crate::views::record::{FactsPanel, RecordAt, RecordFrame, Related};
use crate::views::words;

use actions::Actions;
use judged::Judged;
use versions::Versions;

/// The page.
#[component]
pub fn ArticlePage(
    /// Its number, as it stands in the address.
    number: String,
) -> impl IntoView {
    view! {
        <RecordAt number what="article" list=Practice::Knowledge.list() find=|desk, number| desk.articles().find(number)
            page=|id| view! { <Record id /> }.into_any() />
    }
    .into_any()
}

/// What the head and the text show.
#[derive(Clone, Default, PartialEq)]
struct Head {
    number: String,
    title: String,
    body: String,
    state: Option<State>,
    marks: Vec<(Tone, Option<Picture>, String)>,
    texts: Vec<String>,
    /// What the reader has to know before reading on.
    notes: Vec<(bool, String)>,
}

fn head(workspace: &Workspace, id: ArticleId, now: DateTime<Utc>, zone: Zone) -> Option<Head> {
    let desk = workspace.desk();
    let article = desk.articles().get(id).ok()?;
    let content = article.shown(now)?;
    let (yes, no) = article.votes();
    let mut texts = vec![];
    if let Some(version) = article.version_at(now) {
        texts.push("Version ".to_owned() + &version.number.to_string());
    }
    let solved = desk.solved_with(id);
    if solved > 0 {
        texts.push(words::count(solved, "record solved with it", "records solved with it"));
    }
    if yes + no > 0 {
        texts.push(super::list::helpful(yes, yes + no));
    }
    let mut marks = vec![];
    if content.audience == Audience::Desk {
        marks.push((Tone::Slate, Some(Picture::Note), "The desk only".to_owned()));
    }
    let flags = article.open_flags().count();
    if flags > 0 {
        marks.push((Tone::Warn, Some(Picture::Problem), words::count(flags, "flag", "flags")));
    }
    Some(Head {
        number: desk.articles().number(id),
        title: content.title.to_string(),
        body: content.body.to_string(),
        state: Some(article.state(now)),
        marks,
        texts,
        notes: notes(workspace, article, now, zone),
    })
}

fn notes(workspace: &Workspace, article: &Article, now: DateTime<Utc>, zone: Zone) -> Vec<(bool, String)> {
    let person = |id| workspace.desk().directory().person(id).to_owned();
    let day = |at| words::date(zone.local(at));
    let mut notes = vec![];
    match &article.retirement {
        Some(Retirement::Retired { because, .. }) => {
            notes.push((true, "Retired, no longer in view: ".to_owned() + because))
        }
        Some(Retirement::Proposed { because, by, .. }) => {
            notes.push((true, person(*by) + " proposes to retire it: " + because));
        }
        None => {}
    }
    if article.state(now) == State::Outdated
        && let Some(by) = article.review_by
    {
        notes.push((
            true,
            "Nobody has looked since its review date, ".to_owned()
                + &day(by)
                + ". It may still help; check before you rely on it.",
        ));
    }
    if let Some(version) = article.scheduled(now) {
        let text = "Version ".to_owned()
            + &version.number.to_string()
            + " appears on "
            + &words::date_time(zone.local(version.from))
            + ".";
        notes.push((false, text));
    }
    if let Some(draft) = &article.draft {
        let number = "Version ".to_owned() + &draft.number.to_string();
        match (draft.stage, &draft.sent_back) {
            (Stage::InReview { reviewer, since }, _) => {
                notes.push((false, number + " is with " + &person(reviewer) + " to review since " + &day(since) + "."));
            }
            (Stage::Writing, Some(because)) => notes.push((true, number + " came back from review: " + because)),
            (Stage::Writing, None) if draft.number > 1 => notes.push((false, number + " is being written.")),
            (Stage::Writing, None) => {
                notes.push((false, "A draft: nobody is offered it until it is published.".to_owned()))
            }
        }
    }
    notes
}

fn facts(workspace: &Workspace, id: ArticleId, now: DateTime<Utc>, zone: Zone) -> Option<Vec<(&'static str, String)>> {
    let directory = workspace.desk().directory();
    let article = workspace.desk().articles().get(id).ok()?;
    let content = article.shown(now)?;
    let items: Vec<&str> = content.items.iter().map(|id| directory.item(*id)).collect();
    let day = |at: DateTime<Utc>| words::date(zone.local(at));
    Some(vec![
        ("Owner", directory.person(article.owner).to_owned()),
        ("For", content.audience.word().to_owned()),
        ("Service", content.service.map(|id| directory.service(id).to_owned()).unwrap_or_default()),
        ("Category", content.category.map(|id| directory.category(id).to_owned()).unwrap_or_default()),
        ("Configuration items", items.join(", ")),
        ("Keywords", content.keywords.to_string()),
        ("Next review", article.review_by.map(day).unwrap_or_default()),
        ("Begun by", directory.person(article.opened_by).to_owned() + ", " + &day(article.opened_at)),
    ])
}

#[component]
fn Record(id: ArticleId) -> impl IntoView {
    let session = expect_context::<Session>();
    let head = Memo::new(move |_| {
        let (now, zone) = (session.now.get(), session.zone());
        session.read(|workspace| head(workspace, id, now, zone)).flatten().unwrap_or_default()
    });
    let line = move || {
        let head = head.get();
        let state = head.state.map(|state| {
            view! { <Badge tone=badges::tone(state) picture=Some(badges::picture(state)) label=state.word() /> }
        });
        let mark = |(tone, picture, label): (Tone, Option<Picture>, String)| view! { <Badge tone picture label /> };
        let text = |text: String| view! { <span>{text}</span> };
        view! { {state}{head.marks.into_iter().map(mark).collect_view()}{head.texts.into_iter().map(text).collect_view()} }
    };
    let note = |(is_warning, text): (bool, String)| {
        view! { <div class="banner" data-tone=is_warning.then_some("warn")><p>{text}</p></div> }
    };
    let notes = move || head.with(|head| head.notes.clone()).into_iter().map(note).collect_view();
    let body = Memo::new(move |_| head.with(|head| head.body.clone()));
    let side = move || {
        let lines =
            move |workspace: &Workspace| facts(workspace, id, session.now.get(), session.zone()).unwrap_or_default();
        view! {
            <FactsPanel lines />
            <Related record=RecordId::Article(id) />
        }
    };
    view! {
        <RecordFrame practice="Knowledge" list=Practice::Knowledge.list() about="About this article"
            number=Signal::derive(move || head.with(|head| head.number.clone()))
            title=Signal::derive(move || head.with(|head| head.title.clone()))
            line=move || line side=side>
            <Actions id />
            {notes}
            <section class="article-body" aria-label="Text"><ArticleText body /></section>
            <Judged id />
            <Versions id />
            <History record=RecordId::Article(id) />
        </RecordFrame>
    }
    .into_any()
}
