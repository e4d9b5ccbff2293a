//! A walk, part by part: stages, steps of a value stream, or activities, as the edition has it.

use learning::Edition;
use learning::walk::Part;
use leptos::prelude::*;

use super::{Desk, decision, gate};
use crate::browser::dom;
use crate::browser::location::Location;
use crate::route::{Lesson, Route};
use crate::ui::{Kind, LinkButton};
use crate::views::learn::concept;
use crate::views::page::Page;

const HEADING: &str = "walk-part";

/// The page, at the part that the address names.
pub fn page(desk: Desk) -> AnyView {
    let location = expect_context::<Location>();
    let own = desk.session.settings.with_untracked(|settings| settings.edition);
    let seen = Memo::new(move |_| {
        let parameters = match location.route() {
            Route::Learn(Lesson::Walk(_, parameters)) => parameters,
            _ => String::new(),
        };
        let (edition, part) = Lesson::walk_in(&parameters);
        (edition.and_then(Edition::from_code).unwrap_or(own), part.unwrap_or_default().to_owned())
    });
    // Whoever goes on to another part reads it from its beginning.
    Effect::new(move |before: Option<()>| {
        seen.track();
        if before.is_some() {
            dom::soon(|| {
                dom::focus_id(HEADING);
            });
        }
    });
    let title = desk.name();
    let dossier = Route::Learn(Lesson::Dossier(desk.number)).href();
    let body = move || {
        let (edition, wanted) = seen.get();
        let parts = desk.plan.way(edition);
        let at = parts.iter().position(|part| part.id == wanted).unwrap_or(0);
        view! {
            {ways(&desk, edition)}
            <div class="learn-walk">
                {way(&desk, edition, &parts, at)}
                {parts.get(at).map(|part| shown(&desk, edition, part, parts.get(at + 1)))}
            </div>
        }
    };
    view! {
        <Page title=title note=Signal::derive(move || note(seen.get().0).to_owned()) class="learn">
            <nav class="crumbs" aria-label="Where you are">
                <a href=Route::Learn(Lesson::Walks).href()>"All walks"</a>
            </nav>
            {body}
            <div class="form-actions"><LinkButton label="See the dossier" href=dossier /></div>
        </Page>
    }
    .into_any()
}

fn note(edition: Edition) -> &'static str {
    match edition {
        Edition::V3 => "Five stages in the words of v3. The gates at their ends are this portfolio's, not ITIL's.",
        Edition::V4 => {
            "The same decisions as a value stream. ITIL 4 fixes no order of its activities: this stream is our example."
        }
        Edition::V5 => "The same decisions by the eight activities; one returns to them as often as needed.",
    }
}

/// In whose words the walk is seen.
fn ways(desk: &Desk, chosen: Edition) -> AnyView {
    let link = |edition: Edition| {
        let href = Route::Learn(Lesson::walk(desk.number, edition.code(), "")).href();
        let name = match edition {
            Edition::V3 => "Five stages (v3)",
            Edition::V4 => "Value stream (ITIL 4)",
            Edition::V5 => "Eight activities (Version 5)",
        };
        view! { <a href=href aria-current=(edition == chosen).then_some("true")>{name}</a> }
    };
    view! { <nav class="learn-editions learn-seen" aria-label="Seen as">{Edition::ALL.map(link).collect_view()}</nav> }
        .into_any()
}

/// The parts in their order, each with how much of it is decided.
fn way(desk: &Desk, edition: Edition, parts: &[Part], at: usize) -> AnyView {
    let line = |(place, part): (usize, &Part)| {
        let href = Route::Learn(Lesson::walk(desk.number, edition.code(), &part.id)).href();
        let (keeper, ids) = (desk.clone(), part.decisions.clone());
        let tally = Memo::new(move |_| {
            let done =
                ids.iter().filter_map(|id| keeper.plan.decision(id)).filter(|one| keeper.standing(one).is_settled());
            (done.count(), ids.len())
        });
        let told = move || {
            let (done, all) = tally.get();
            [done.to_string(), all.to_string()].join(" of ")
        };
        view! {
            <li>
                <a href=href aria-current=(place == at).then_some("step")>
                    <span>{part.name.clone()}</span><span class="learn-tally">{told}</span>
                </a>
            </li>
        }
    };
    view! { <nav class="learn-way" aria-label="Parts of the walk"><ol>{parts.iter().enumerate().map(line).collect_view()}</ol></nav> }
        .into_any()
}

fn shown(desk: &Desk, edition: Edition, part: &Part, next: Option<&Part>) -> AnyView {
    let cards: Vec<_> = part
        .decisions
        .iter()
        .filter_map(|id| desk.plan.decision(id))
        .map(|one| decision::card(desk, one, edition))
        .collect();
    let read = part.concept.as_ref().and_then(|id| desk.knowledge.concept(id.as_str())).map(concept::link);
    let reported = part.is_reported.then(|| {
        view! { <p class="learn-what">"Which decision belongs to which activity is our reading; nothing official was found."</p> }
    });
    let gates = gates(desk, edition, part);
    let on = next.map(|next| {
        let href = Route::Learn(Lesson::walk(desk.number, edition.code(), &next.id)).href();
        view! { <LinkButton label=["Go on: ", &next.name].concat() kind=Kind::Primary href=href /> }
    });
    view! {
        <div class="learn-part">
            <h2 id=HEADING tabindex="-1">{part.name.clone()}</h2>
            <p>{part.says.clone()}</p>
            {part.note.clone().map(|note| view! { <p class="learn-what">{note}</p> })}
            {read.map(|link| view! { <p class="learn-what">"Read about it: "{link}</p> })}
            {reported}
            {cards}
            {gates}
            <div class="form-actions">{on}</div>
        </div>
    }
    .into_any()
}

/// The gates stand where their stage's last decision is taken.
fn gates(desk: &Desk, edition: Edition, part: &Part) -> Vec<AnyView> {
    let here = |stage: &&learning::walk::Stage| match edition {
        Edition::V3 => stage.id == part.id,
        _ => stage.decisions.last().is_some_and(|last| part.decisions.contains(&last.id)),
    };
    desk.plan.stages.iter().filter(here).map(|stage| gate::gate(desk, stage)).collect()
}
