//! All shifts that can be practised, in the order in which they are recommended. None is locked.

use leptos::prelude::*;

use super::runs::{self, Runs};
use super::{concept, level};
use crate::browser::tasks;
use crate::route::{Route, Stand};
use crate::session::Session;
use crate::session::shift::{RunInfo, ScenarioInfo, library};
use crate::ui::{Badge, ErrorState, Kind, LinkButton, Picture, Skeleton, Tone};
use crate::views::page::Page;

/// Of a purpose, the first sentence stands on the card.
fn first_sentence(text: &str) -> String {
    text.split_inclusive(". ").next().unwrap_or(text).trim_end().to_owned()
}

/// The page.
pub fn page() -> AnyView {
    let session = expect_context::<Session>();
    let scenarios = RwSignal::new(None::<Result<Vec<ScenarioInfo>, String>>);
    tasks::spawn(async move {
        let found = library().await;
        let _ = scenarios.try_set(Some(found));
    });
    let shown = move || {
        match scenarios.get() {
        None => view! { <Skeleton lines=6 label="Fetching the shifts" /> }.into_any(),
        Some(Err(why)) => view! { <ErrorState title="The shifts could not be fetched" text=why.clone() safe="What you played is kept." /> }.into_any(),
        Some(Ok(scenarios)) => {
            let played = session.runs();
            let next = next(&scenarios, &played);
            let begun = played.iter().any(|run| !run.finished);
            let cards = scenarios.into_iter().map(|scenario| {
                let done = played.iter().any(|run| run.finished && run.scenario == scenario.id);
                let recommended = next.as_deref() == Some(&scenario.id);
                card(scenario, done, recommended, !begun)
            });
            view! { <ol class="practise-cards">{cards.collect_view()}</ol> }.into_any()
        }
    }
    };
    view! {
        <Page title="Practise" note="Run a service desk for a morning. The clock stands while you think; what you do takes its time." class="practise">
            {runs::go_on(session)}
            <section aria-labelledby="practise-shifts">
                <h2 id="practise-shifts">"Shifts"</h2>
                {shown}
            </section>
            <Runs session />
        </Page>
    }
    .into_any()
}

/// The shift that comes next: the first that was not played to its end.
fn next(scenarios: &[ScenarioInfo], played: &[RunInfo]) -> Option<String> {
    let is_done = |id: &str| played.iter().any(|run| run.finished && run.scenario == id);
    scenarios.iter().find(|scenario| !is_done(&scenario.id)).map(|scenario| scenario.id.clone())
}

/// The one that is recommended is the main action, unless there is a run to go on with.
fn card(scenario: ScenarioInfo, done: bool, recommended: bool, main: bool) -> AnyView {
    let href = Route::Shift(Stand::Scenario(scenario.id.clone(), String::new())).href();
    let teaches = scenario.concepts.iter().map(|key| concept(key)).collect::<Vec<_>>().join(", ");
    let kind = if recommended && main { Kind::Primary } else { Kind::Plain };
    let label = ["Open ", &scenario.title].concat();
    view! {
        <li class="practise-card" data-next=recommended.then_some("true")>
            <p class="practise-line">
                <span>"Level "{scenario.level}" · "{level(scenario.level)}</span>
                <span>{scenario.minutes}" min"</span>
                {done.then(|| view! { <Badge label="Played" tone=Tone::Ok picture=Some(Picture::Met) plain=true /> })}
                {recommended.then(|| view! { <Badge label="Next" tone=Tone::Slate picture=Some(Picture::Next) /> })}
            </p>
            <h3>{scenario.title}</h3>
            <p>{first_sentence(&scenario.purpose)}</p>
            <p class="practise-teaches"><span class="visually-hidden">"Teaches: "</span>{teaches}</p>
            <LinkButton label kind href />
        </li>
    }
    .into_any()
}
