//! What helps beside the work: the caller, knowledge, the services. A drawer where there is no room for it.

use leptos::prelude::*;
use simulation::scenario::Key;
use simulation::shift::Act;
use simulation::shift::view::{Article, Caller};

use super::desk::{Desk, KNOWLEDGE};
use super::{service, top, words};
use crate::ui::{Badge, Fact, Facts, Icon, Picture, Tab, Tabs, Tone};

/// The three tabs.
pub fn context(desk: Desk) -> AnyView {
    let tabs = ["Caller", "Knowledge", "Service"].map(Tab::new).to_vec();
    let panel = move |index: usize| match index {
        0 => caller(desk),
        1 => knowledge(desk),
        _ => service::service(desk),
    };
    view! {
        <section class="shift-context" aria-label="Look up">
            <button type="button" class="button button-quiet button-icon shift-drawer-close" on:click=move |_| desk.drawer.set(false)>
                <Icon picture=Picture::Close /><span class="visually-hidden">"Close"</span>
            </button>
            <Tabs label="Look up" tabs chosen=desk.tab panel />
        </section>
    }
    .into_any()
}

fn caller(desk: Desk) -> AnyView {
    let case = desk.case();
    let caller = Memo::new(move |_| case.with(|case| case.as_ref().and_then(|case| case.caller.clone())));
    let facts = Memo::new(move |_| case.with(|case| case.as_ref().map(|case| case.facts.clone()).unwrap_or_default()));
    let known = move || {
        let facts = facts.get();
        (!facts.is_empty()).then(|| {
            view! {
                <h3>"What you know here"</h3>
                <ul class="shift-known">{facts.into_iter().map(|fact| view! { <li>{fact}</li> }).collect_view()}</ul>
            }
        })
    };
    view! {
        {move || match caller.get() {
            Some(caller) => about(desk, caller),
            None => view! { <p class="shift-quiet">"Open something that a person brings: here stands what the directory says of them."</p> }.into_any(),
        }}
        {known}
    }
    .into_any()
}

fn about(desk: Desk, caller: Caller) -> AnyView {
    let others = caller.others;
    let other = move |key: Key| {
        let title =
            desk.now(|view| view.cases.iter().find(|case| case.key == key).map(|case| (case.title.clone(), case.at)))?;
        let (title, at) = title;
        Some(view! {
            <li><button type="button" class="shift-link" on:click=move |_| desk.turn_to(&key)><Icon picture=Picture::Link /><span>{words::clock(at)}" · "{title}</span></button></li>
        })
    };
    let none = others.is_empty();
    view! {
        <h3>{caller.name}</h3>
        <Facts>
            <Fact label="Role">{caller.role}</Fact>
            <Fact label="Department">{caller.department}</Fact>
            <Fact label="Place">{caller.place}</Fact>
            <Fact label="Mood"><span class="shift-mood">{words::mood_bars(caller.mood_level)}<span>{caller.mood}</span></span></Fact>
        </Facts>
        <h3>"Their other contacts"</h3>
        {(!none).then(|| view! { <ul class="shift-links">{others.into_iter().filter_map(other).collect_view()}</ul> })}
        {none.then(|| view! { <p class="shift-quiet">"None today."</p> })}
    }
    .into_any()
}

fn knowledge(desk: Desk) -> AnyView {
    let case = desk.case();
    let search = Memo::new(move |_| {
        case.with(|case| {
            let case = case.as_ref()?;
            let offer = case.acts.iter().find(|offer| offer.act == *"search")?;
            Some((case.key.clone(), offer.clone()))
        })
    });
    let found = Memo::new(move |_| case.with(|case| case.as_ref().and_then(|case| case.found.clone())));
    let key = Memo::new(move |_| desk.open.get());
    let button = move || match search.get() {
        Some((of, offer)) => {
            let refused = offer.refused.is_some();
            let (label, cost) = (offer.label.clone(), offer.minutes.map(words::cost));
            view! {
                <button
                    type="button"
                    class="button"
                    id=KNOWLEDGE
                    aria-disabled=refused.then_some("true")
                    title=offer.refused.clone()
                    on:click=move |_| top::press(desk, &offer, Some(of.clone()))
                >
                    <Icon picture=Picture::Search />
                    <span>{label}</span>
                    {cost.map(|cost| view! { <span class="button-cost">{cost}</span> })}
                </button>
            }
            .into_any()
        }
        None => {
            view! { <p class="shift-quiet" id=KNOWLEDGE tabindex="-1">"Open a contact to search for what fits it."</p> }
                .into_any()
        }
    };
    let results = move || {
        let of = key.get()?;
        let found = found.get()?;
        if found.is_empty() {
            return Some(
                view! { <p class="shift-quiet">"Nothing fits. What you find out could become an article."</p> }
                    .into_any(),
            );
        }
        Some(found.into_iter().map(|article| self::article(desk, of.clone(), article)).collect_view().into_any())
    };
    view! {
        {button}
        <div class="shift-articles" aria-live="polite">{results}</div>
    }
    .into_any()
}

/// An article, with what it says to look at and to do.
fn article(desk: Desk, case: Key, article: Article) -> AnyView {
    let choices = desk.now(|view| view.choices.clone());
    let look = article.diagnostics.into_iter().map(|key| {
        let minutes = choices.diagnostics.iter().find(|(choice, _)| choice.key == key);
        let label = minutes.map_or_else(|| key.to_string(), |(choice, _)| choice.label.clone());
        let act = Act::Diagnose { case: case.clone(), diagnostic: key };
        step(desk, label, minutes.map(|(_, minutes)| *minutes), act)
    });
    let mend = article.fix.into_iter().map(|key| {
        let minutes = choices.fixes.iter().find(|(choice, _)| choice.key == key);
        let label = minutes.map_or_else(|| key.to_string(), |(choice, _)| choice.label.clone());
        let act = Act::Fix { case: case.clone(), fix: key };
        step(desk, label, minutes.map(|(_, minutes)| *minutes), act)
    });
    let steps = look.chain(mend).collect_view();
    view! {
        <article class="shift-article">
            <h3>{article.title}</h3>
            {article.outdated.then(|| view! { <Badge label="Outdated" tone=Tone::Warn picture=Some(Picture::DueSoon) /> })}
            <p>{article.says}</p>
            <div class="shift-steps">{steps}</div>
        </article>
    }
    .into_any()
}

/// A step of an article: at once where its name is known, which is where it can be done from here.
fn step(desk: Desk, label: String, minutes: Option<f64>, act: Act) -> AnyView {
    match minutes {
        Some(minutes) => view! {
            <button type="button" class="button" on:click=move |_| desk.act(act.clone())>
                <span>{label}</span><span class="button-cost">{words::cost(minutes)}</span>
            </button>
        }
        .into_any(),
        None => ().into_any(),
    }
}
