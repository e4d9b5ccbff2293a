//! The versions of an article: what each says, and what it changed, line by line.

use itsm::ArticleId;
use itsm::knowledge::Stage;
use leptos::prelude::*;
use workspace::Workspace;
use workspace::articles::compare::{Change, compare};

use super::super::text::ArticleText;
use crate::session::{Session, Zone};
use crate::ui::{Button, Kind, Panel};
use crate::views::words;

/// A version, the draft among them.
#[derive(Clone, Default, PartialEq)]
struct Line {
    number: u32,
    title: String,
    body: String,
    note: String,
}

fn lines(workspace: &Workspace, id: ArticleId, zone: Zone) -> Option<Vec<Line>> {
    let directory = workspace.desk().directory();
    let article = workspace.desk().articles().get(id).ok()?;
    let names = |ids: &mut dyn Iterator<Item = itsm::PersonId>| {
        ids.map(|id| directory.person(id).to_owned()).collect::<Vec<String>>().join(", ")
    };
    let approved = article.versions.iter().map(|version| Line {
        number: version.number,
        title: version.content.title.to_string(),
        body: version.content.body.to_string(),
        note: "In view from ".to_owned()
            + &words::date(zone.local(version.from))
            + ", written by "
            + &names(&mut version.writers.iter().copied())
            + ", reviewed by "
            + directory.person(version.reviewer),
    });
    let draft = article.draft.iter().map(|draft| Line {
        number: draft.number,
        title: draft.content.title.to_string(),
        body: draft.content.body.to_string(),
        note: match draft.stage {
            Stage::Writing => "Draft, written by ".to_owned() + &names(&mut draft.writers.iter().copied()),
            Stage::InReview { reviewer, .. } => "In review with ".to_owned() + directory.person(reviewer),
        },
    });
    let mut lines: Vec<Line> = approved.chain(draft).collect();
    lines.reverse();
    Some(lines)
}

/// How a version is looked at.
#[derive(Clone, Copy, PartialEq)]
enum Look {
    Read(u32),
    Compare(u32),
}

/// The panel.
#[component]
pub fn Versions(id: ArticleId) -> impl IntoView {
    let session = expect_context::<Session>();
    let all = Memo::new(move |_| {
        let zone = session.zone();
        session.read(|workspace| lines(workspace, id, zone)).flatten().unwrap_or_default()
    });
    let look = RwSignal::new(None::<Look>);
    let toggle = move |wanted: Look| look.update(|look| *look = (*look != Some(wanted)).then_some(wanted));
    let line = move |line: Line| {
        let number = line.number;
        let read = "Read version ".to_owned() + &number.to_string();
        let compare = "What version ".to_owned() + &number.to_string() + " changed";
        view! {
            <li>
                <p><strong>"Version "{number}</strong>" "<span class="hint">{line.note}</span></p>
                <div class="form-actions">
                    <Button label=read kind=Kind::Quiet on_press=move |()| toggle(Look::Read(number)) />
                    {(number > 1).then(|| view! { <Button label=compare kind=Kind::Quiet on_press=move |()| toggle(Look::Compare(number)) /> })}
                </div>
                {move || match look.get() {
                    Some(Look::Read(chosen)) if chosen == number => Some(reading(all, number)),
                    Some(Look::Compare(chosen)) if chosen == number => Some(comparison(all, number)),
                    _ => None,
                }}
            </li>
        }
    };
    let list = move || all.get().into_iter().map(line).collect_view();
    view! { <Panel title="Versions"><ul class="article-voices">{list}</ul></Panel> }.into_any()
}

fn of_number(all: Memo<Vec<Line>>, number: u32) -> Line {
    all.with(|all| all.iter().find(|line| line.number == number).cloned()).unwrap_or_default()
}

fn reading(all: Memo<Vec<Line>>, number: u32) -> AnyView {
    let Line { title, body, .. } = of_number(all, number);
    view! {
        <div class="article-version">
            <p class="article-preview-title">{title}</p>
            <ArticleText body=Signal::stored(body) under=2 />
        </div>
    }
    .into_any()
}

/// Lines with a sign before them, so that no colour stands alone.
fn comparison(all: Memo<Vec<Line>>, number: u32) -> AnyView {
    let whole = |line: &Line| line.title.clone() + "\n\n" + &line.body;
    let (before, after) = (of_number(all, number.saturating_sub(1)), of_number(all, number));
    let (before, after) = (whole(&before), whole(&after));
    let line = |(change, text): (Change, &str)| {
        let text = text.to_owned();
        match change {
            Change::Same => view! { <li><span aria-hidden="true">" "</span>{text}</li> }.into_any(),
            Change::Removed => {
                view! { <li data-change="removed"><span aria-hidden="true">"−"</span><del>{text}</del></li> }.into_any()
            }
            Change::Added => {
                view! { <li data-change="added"><span aria-hidden="true">"+"</span><ins>{text}</ins></li> }.into_any()
            }
        }
    };
    let lines: Vec<AnyView> = compare(&before, &after).into_iter().map(line).collect();
    view! { <ol class="article-diff" aria-label="Changed lines">{lines}</ol> }.into_any()
}
