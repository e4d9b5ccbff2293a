//! Why this page: what its practice is for, its terms, and what examinees mix up, in the chosen edition. A sheet of the
//! frame that follows the address, so that no page has to do anything for it.
//!
//! It comes with the pages to read; its texts are a file of their own, fetched when somebody first asks.

mod topic;

use learning::{Confidence, Edition, Said, Topic, WHY_FILE, Why, Whys};
use leptos::prelude::*;

use crate::browser::location::Location;
use crate::browser::{files, tasks};
use crate::commands::Commands;
use crate::route::{Lesson, Route, Stand};
use crate::session::Session;
use crate::ui::{Button, FilterChip, Sheet, Skeleton};

pub use topic::topic;

/// How far the texts are.
#[derive(Clone)]
enum Texts {
    Coming,
    Here(Whys),
    Failed,
}

/// The sheet; open while `commands.why` says so.
pub fn sheet(session: Session, commands: Commands) -> AnyView {
    let location = expect_context::<Location>();
    let texts = RwSignal::new(Texts::Coming);
    let fetch = move || {
        texts.set(Texts::Coming);
        tasks::spawn(async move {
            let read = files::fetch_text(Route::file(WHY_FILE)).await.ok().and_then(|text| Whys::read(&text));
            texts.set(read.map_or(Texts::Failed, Texts::Here));
        });
    };
    fetch();
    let asked = move || commands.about.get();
    let about = Memo::new(move |_| asked().or_else(|| topic(&location.route())));
    // What was asked for is told once; the next time it is the page again.
    Effect::new(move |_| {
        if !commands.why.get() {
            commands.about.set(None);
        }
    });
    let title =
        Signal::derive(move || if asked().is_some() { "The idea behind it" } else { "Why this page" }.to_owned());
    let edition = Memo::new(move |_| session.settings.with(|settings| settings.edition));
    let body = move || {
        texts.with(|texts| match (texts, about.get()) {
            (Texts::Coming, _) => view! { <Skeleton lines=8 label="Fetching the texts" /> }.into_any(),
            (Texts::Failed, _) => view! {
                <p role="alert">"The texts could not be fetched. Check the connection; nothing else is affected."</p>
                <Button label="Try again" on_press=move |()| fetch() />
            }
            .into_any(),
            (Texts::Here(_), None) => view! { <p>"This page belongs to no practice."</p> }.into_any(),
            (Texts::Here(whys), Some(about)) => shown(session, commands, whys, about, edition.get()),
        })
    };
    view! { <Sheet title open=commands.why>{body}</Sheet> }.into_any()
}

fn shown(session: Session, commands: Commands, whys: &Whys, about: Topic, edition: Edition) -> AnyView {
    let chip = move |one: Edition| {
        let choose = move |()| session.choose(|settings| settings.edition = one);
        view! { <FilterChip label=one.name() pressed=Signal::derive(move || one == edition) on_toggle=choose /> }
    };
    let which = move || commands.why.set(false);
    // A shift is told in one edition from its beginning to its end.
    let in_shift = matches!(expect_context::<Location>().route(), Route::Shift(Stand::Run(_)));
    let editions = (!in_shift).then(|| {
        view! { <div class="why-editions" role="group" aria-label="Edition">{Edition::ALL.map(chip).collect_view()}</div> }
    });
    let more = topic::concept(about, edition).map(|id| {
        let href = Route::Learn(Lesson::Concept(id.to_owned())).href();
        view! { <a href=href on:click=move |_| which()>"Read all about it"</a>" " }
    });
    view! {
        <div class="why-page">
            {editions}
            {whys.of(about, edition).map(text)}
            {(!in_shift).then(|| view! {
                <p class="why-more">
                    {more}
                    <a href=Route::Settings.href() on:click=move |_| which()>"Which edition is my exam?"</a>
                    " "
                    <a href=Route::Help.href() on:click=move |_| which()>"All words of this edition"</a>
                </p>
            })}
        </div>
    }
    .into_any()
}

fn text(why: Why) -> AnyView {
    let said = |Said(what, text): Said| view! { <div><dt>{what}</dt><dd>{text}</dd></div> };
    let sure = match why.confidence {
        Confidence::Settled => "Settled: independent sources agree.",
        Confidence::Reported => "Reported: not all sources agree or are public yet. Let no exam answer hang on it.",
    };
    view! {
        <section aria-labelledby="why-name">
            <h3 id="why-name">{why.name}" "<span class="why-kind">{why.kind}</span></h3>
            <p class="why-purpose">{why.purpose}</p>
        </section>
        <section aria-labelledby="why-terms">
            <h3 id="why-terms">"Terms"</h3>
            <dl class="why-list">{why.terms.into_iter().map(said).collect_view()}</dl>
        </section>
        <section aria-labelledby="why-confusions">
            <h3 id="why-confusions">"Not to be mixed up"</h3>
            <dl class="why-list">{why.confusions.into_iter().map(said).collect_view()}</dl>
        </section>
        <footer class="why-source">
            {(!why.note.is_empty()).then(|| view! { <p>{why.note}</p> })}
            <p>"Facts from: "{why.source}". "{sure}" The words are our own."</p>
        </footer>
    }
    .into_any()
}
