//! What people think of an article: whether it helped, and what is wrong with it.

use itsm::knowledge::{Action, Command as Ask, why_not};
use itsm::{ArticleId, Command};
use leptos::prelude::*;

use super::forms::{ArticleDialog, Wanted};
use crate::session::{Session, Zone};
use crate::ui::{Button, CommandButton, Kind, Panel, Toaster};
use crate::views::undo;
use crate::views::words;

/// What one person thinks.
#[derive(Clone, PartialEq)]
struct Voice {
    who: String,
    helpful: bool,
    words: String,
    when: String,
}

/// What is said to be wrong.
#[derive(Clone, PartialEq)]
struct Said {
    flag: u32,
    who: String,
    text: String,
    when: String,
    answer: Option<String>,
}

fn read(session: Session, id: ArticleId) -> (Vec<Voice>, Vec<Said>) {
    let zone: Zone = session.zone();
    let read = session.read(|workspace| {
        let directory = workspace.desk().directory();
        let article = workspace.desk().articles().get(id).ok()?;
        let voice = |(by, rating): (&itsm::PersonId, &itsm::knowledge::Rating)| Voice {
            who: directory.person(*by).to_owned(),
            helpful: rating.helpful,
            words: rating.words.to_string(),
            when: words::date(zone.local(rating.at)),
        };
        let said = |(flag, one): (u32, &itsm::knowledge::Flag)| Said {
            flag,
            who: directory.person(one.by).to_owned(),
            text: one.text.to_string(),
            when: words::date(zone.local(one.at)),
            answer: one.answer.as_ref().map(|answer| answer.to_string()),
        };
        Some((article.ratings.iter().map(voice).collect(), (0..).zip(&article.flags).map(said).collect()))
    });
    read.flatten().unwrap_or_default()
}

/// The panels.
#[component]
pub fn Judged(id: ArticleId) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let open = RwSignal::new(None::<Wanted>);
    let all = Memo::new(move |_| read(session, id));
    let refusal = Signal::derive(move || {
        let now = session.now.get();
        let refused = |workspace: &workspace::Workspace| why_not(workspace.desk(), id, Action::Rate, now);
        session.read(refused).flatten().map(|refusal| refusal.sentence())
    });
    let helped = move |()| {
        let rate = Ask::Rate { article: id, helpful: true, words: "".into() };
        match session.give(Command::Article(rate)) {
            Ok(_) => undo::confirm(session, toaster, "Noted as helpful"),
            Err(refusal) => toaster.bad(refusal.sentence()),
        }
    };
    let voice = |voice: Voice| {
        let verdict = if voice.helpful { "Helpful" } else { "Not helpful" };
        view! {
            <li>
                <p><strong>{verdict}</strong>" "<span class="hint">{voice.who}", "{voice.when}</span></p>
                {(!voice.words.is_empty()).then(|| view! { <p class="prose">{voice.words}</p> })}
            </li>
        }
    };
    let voices = move || all.with(|(voices, _)| voices.clone()).into_iter().map(voice).collect_view();
    let said = move |said: Said| {
        let flag = said.flag;
        let below = match said.answer {
            Some(answer) => view! { <p class="prose">"Answered: "{answer}</p> }.into_any(),
            None => {
                view! { <Button label="Answer" on_press=move |()| open.set(Some(Wanted::Answer(flag))) /> }.into_any()
            }
        };
        view! {
            <li>
                <p class="prose">{said.text}</p>
                <p class="hint">{said.who}", "{said.when}</p>
                {below}
            </li>
        }
    };
    let flags = move || {
        let flags = all.with(|(_, flags)| flags.clone());
        (!flags.is_empty()).then(|| view! {
            <Panel title="Flagged for correction"><ul class="article-voices">{flags.into_iter().map(said).collect_view()}</ul></Panel>
        })
    };
    let is_asked = Memo::new(move |_| refusal.with(Option::is_none) || all.with(|(voices, _)| !voices.is_empty()));
    let asked = move || {
        is_asked.get().then(|| view! {
            <Panel title="Did it help?">
                <div class="form-actions">
                    <CommandButton label="Yes, it helped" refusal on_press=helped />
                    <Show when=move || refusal.with(Option::is_none)>
                        <Button label="No" kind=Kind::Quiet on_press=move |()| open.set(Some(Wanted::NotHelpful)) />
                    </Show>
                </div>
                {move || (!all.with(|(voices, _)| voices.is_empty())).then(|| view! { <ul class="article-voices">{voices()}</ul> })}
            </Panel>
        })
    };
    view! {
        {asked}
        {flags}
        <ArticleDialog id open />
    }
    .into_any()
}
