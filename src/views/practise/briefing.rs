//! The briefing of a shift: what it is about, three goals, how much help, and Begin.

use leptos::prelude::*;
use simulation::scenario::Begins;

use super::level;
use crate::browser::location::Location;
use crate::browser::tasks;
use crate::route::{Route, Stand};
use crate::session::Session;
use crate::session::shift::{Play, ScenarioInfo, library};
use crate::ui::choice::Choice;
use crate::ui::{CommandButton, ErrorState, Field, Kind, LinkButton, RadioGroup, Skeleton, TextInput};
use crate::views::page::Page;
use crate::views::shift::words;

/// Each kind of help, the most first.
const HELPS: [Begins; 4] = [Begins::Worked, Begins::Completion, Begins::Hints, Begins::None];

/// The page.
pub fn page(id: String, parameters: &str) -> AnyView {
    let code = Stand::code_in(parameters).map(str::to_owned);
    let found = RwSignal::new(None::<Result<ScenarioInfo, String>>);
    tasks::spawn(async move {
        let scenario = library().await.and_then(|all| {
            let scenario = all.into_iter().find(|scenario| scenario.id == id);
            scenario.ok_or_else(|| "There is no shift at this address. It may have been renamed.".to_owned())
        });
        let _ = found.try_set(Some(scenario));
    });
    let shown = move || {
        match found.get() {
        None => view! { <Page title="Briefing" class="page-narrow"><Skeleton lines=5 label="Fetching the briefing" /></Page> }.into_any(),
        Some(Err(why)) => view! {
            <Page title="This shift cannot be shown" class="page-narrow">
                <ErrorState title="This shift cannot be shown" text=why.clone()>
                    <LinkButton label="All shifts" kind=Kind::Primary href=Route::Shift(Stand::Library(String::new())).href() />
                </ErrorState>
            </Page>
        }
        .into_any(),
        Some(Ok(scenario)) => briefing(scenario, code.clone()),
    }
    };
    shown.into_any()
}

/// The kinds of help that a scenario can give: as it says, and less.
fn helps(scenario: &ScenarioInfo) -> Vec<Choice> {
    let from = HELPS.iter().position(|help| *help == scenario.help).unwrap_or(0);
    let choice = |help: &Begins| {
        let (label, detail) = words::help(*help);
        Choice::new(words::key_of(help), label).with_detail(detail)
    };
    HELPS.iter().skip(from).map(choice).collect()
}

fn briefing(scenario: ScenarioInfo, code: Option<String>) -> AnyView {
    let session = expect_context::<Session>();
    let location = expect_context::<Location>();
    let helps = helps(&scenario);
    let help = RwSignal::new(words::key_of(&scenario.help));
    let seed = RwSignal::new(String::new());
    let shared = code.is_some();
    let code = RwSignal::new(code.unwrap_or_default());
    let running = RwSignal::new(false);
    let trouble = RwSignal::new(None::<String>);
    let id = scenario.id.clone();
    let begin = move |()| {
        running.set(true);
        trouble.set(None);
        let hear = move |made: Result<String, String>| match made {
            Ok(run) => location.go(&Route::Shift(Stand::Run(run))),
            Err(why) => {
                running.try_set(false);
                trouble.try_set(Some(why));
            }
        };
        let code = code.get_untracked();
        if !code.trim().is_empty() {
            return Play::begin_code(session, code.trim(), hear);
        }
        let seed = match seed.with_untracked(|seed| (!seed.trim().is_empty()).then(|| seed.trim().parse::<u64>())) {
            Some(Err(_)) => return hear(Err("A seed is a whole number, such as 42.".to_owned())),
            Some(Ok(seed)) => Some(seed),
            None => None,
        };
        let help = help.with_untracked(|help| words::of_key::<Begins>(help));
        Play::begin(session, &id, seed, help, hear);
    };
    let line = [
        "Level ",
        &scenario.level.to_string(),
        " · ",
        level(scenario.level),
        " · ",
        &scenario.minutes.to_string(),
        " min · the desk is open ",
        &scenario.from,
        " to ",
        &scenario.to,
    ]
    .concat();
    let goals = scenario.goals.into_iter().map(|goal| view! { <li>{goal}</li> }).collect_view();
    view! {
        <Page title=scenario.title class="page-narrow practise-briefing">
            <p class="page-note">{line}</p>
            <p class="practise-words">{scenario.briefing}</p>
            <section aria-labelledby="practise-goals">
                <h2 id="practise-goals">"What counts"</h2>
                <ul class="practise-goals">{goals}</ul>
            </section>
            {shared.then(|| view! { <p class="banner" role="status">"Somebody shared this run: you meet the same people, faults and chances."</p> })}
            <div class="practise-begin">
                <CommandButton label="Begin" kind=Kind::Primary running=running on_press=begin />
                <LinkButton label="All shifts" kind=Kind::Quiet href=Route::Shift(Stand::Library(String::new())).href() />
            </div>
            <div role="alert">{move || trouble.get().map(|why| view! { <p class="practise-trouble">{why}</p> })}</div>
            <details class="practise-more">
                <summary>"How much help, and which chances"</summary>
                <Field label="Help" group=true required=true><RadioGroup choices=helps value=help /></Field>
                <Field label="Run code" hint="From somebody who played this shift. It says seed and help, too."><TextInput value=code /></Field>
                <Field label="Seed" hint="A whole number. The same seed gives the same shift; without one you get a new one."><TextInput value=seed /></Field>
            </details>
        </Page>
    }
    .into_any()
}
