//! Runs: the one to go on with, earlier ones, and those that somebody shared by a code or a file.

use leptos::prelude::*;

use crate::browser::location::Location;
use crate::browser::{files, tasks};
use crate::route::{Route, Stand};
use crate::session::Session;
use crate::session::shift::{Play, RunInfo};
use crate::ui::{Button, Field, Icon, Kind, LinkButton, Menu, MenuItem, Picture, TextInput, Toaster};
use crate::views::words;

/// How many earlier runs stand there at once.
const MOST: usize = 20;

fn run_href(run: &RunInfo) -> String {
    Route::Shift(Stand::Run(run.id.clone())).href()
}

/// The run that was played last, if it is not over.
pub fn go_on(session: Session) -> AnyView {
    let last = move || session.runs().into_iter().find(|run| !run.finished);
    let shown = move || {
        last().map(|run| {
            let href = run_href(&run);
            view! {
                <section class="panel practise-go-on" aria-labelledby="practise-go-on">
                    <h2 id="practise-go-on">"Go on with "{run.name.clone()}</h2>
                    <p class="hint">{words::count(run.acts, "act so far", "acts so far")}". The clock has stood still since then."</p>
                    <LinkButton label="Continue" kind=Kind::Primary href />
                </section>
            }
        })
    };
    shown.into_any()
}

/// Earlier runs, and the ways to bring one in.
#[component]
pub fn Runs(session: Session) -> impl IntoView {
    let toaster = Toaster::of_context();
    let runs = move || {
        let runs = session.runs();
        (!runs.is_empty()).then(|| {
            let rows = runs.into_iter().take(MOST).map(|run| row(session, toaster, run)).collect_view();
            view! {
                <section aria-labelledby="practise-runs">
                    <h2 id="practise-runs">"Earlier runs"</h2>
                    <ul class="practise-runs">{rows}</ul>
                </section>
            }
        })
    };
    view! {
        {runs}
        {bring_in(session)}
    }
    .into_any()
}

fn row(session: Session, toaster: Toaster, run: RunInfo) -> AnyView {
    let (place, word) =
        if run.finished { (Stand::Debrief(run.id.clone()), "over") } else { (Stand::Run(run.id.clone()), "under way") };
    let href = Route::Shift(place).href();
    let (id, code) = (run.id.clone(), run.code.clone());
    let items = move |()| {
        let (export, delete) = (id.clone(), id.clone());
        vec![
            MenuItem::action("Save as a file", move || {
                if let Err(why) = Play::export(session, &export) {
                    toaster.bad(why);
                }
            }),
            MenuItem::action("Delete", move || {
                if let Err(why) = Play::delete(session, &delete) {
                    toaster.bad(why);
                }
            })
            .with_hint("30 days to restore"),
        ]
    };
    view! {
        <li>
            <a href=href>{run.name.clone()}</a>
            <span class="practise-run-line">{word}" · "{words::count(run.acts, "act", "acts")}</span>
            <code class="practise-code">{code}</code>
            <Menu label="More" about=["about ", &run.name].concat() class="button button-quiet button-icon" picture=Picture::More icon_only=true items at_end=true />
        </li>
    }
    .into_any()
}

fn bring_in(session: Session) -> AnyView {
    let location = expect_context::<Location>();
    let code = RwSignal::new(String::new());
    let trouble = RwSignal::new(None::<String>);
    let hear = move |made: Result<String, String>| match made {
        Ok(run) => location.go(&Route::Shift(Stand::Run(run))),
        Err(why) => {
            trouble.try_set(Some(why));
        }
    };
    let by_code = move || {
        let code = code.get_untracked();
        if code.trim().is_empty() {
            trouble.set(Some("Type the code that somebody gave you, such as first-morning-7f3k2-worked.".to_owned()));
        } else {
            Play::begin_code(session, code.trim(), hear);
        }
    };
    let read = move |event: leptos::ev::Event| {
        let Some(file) = files::chosen(&event) else { return };
        tasks::spawn(async move {
            match file.text().await {
                Ok(text) => Play::import(session, &text, hear),
                Err(why) => {
                    trouble.try_set(Some(why));
                }
            }
        });
    };
    view! {
        <details class="practise-bring">
            <summary>"A code or a file from somebody else"</summary>
            <form class="practise-code-form" on:submit=move |event| { event.prevent_default(); by_code(); }>
                <Field label="Run code" hint="The same code gives the same people, faults and chances." error=MaybeProp::derive(move || trouble.get())>
                    <TextInput value=code />
                </Field>
                <div class="form-actions">
                    <Button label="Play this run" on_press=move |()| by_code() />
                    <label class="button file-button">
                        <Icon picture=Picture::Upload />
                        <span>"Open a run's file"</span>
                        <input type="file" class="visually-hidden" accept="application/json,.json" on:change=read />
                    </label>
                </div>
            </form>
        </details>
    }
    .into_any()
}
