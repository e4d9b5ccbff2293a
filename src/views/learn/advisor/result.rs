//! The advice: what is recommended, each part with the answers behind it, what would change it, and dates.

use chrono::NaiveDate;
use learning::advisor::{Advice, Advisor, ChosenPractice, FrameworkUse, FrameworkVerdict, Point, WAVES};
use leptos::prelude::*;

use super::{Desk, Stage, changes, words};
use crate::browser::{dom, page};
use crate::route::{Lesson, Route};
use crate::ui::{Badge, Button, Kind, Tone};
use crate::views::words as common;

const WHY: &str = "Why this much";
const STRATEGY: &str = "What your strategy has to say";
const PRACTICES: &str = "Practices, in this order";
const FRAMEWORKS: &str = "Other frameworks";
const PEOPLE: &str = "People";
const RISKS: &str = "Risks";
const COSTS: &str = "What it costs";
const ROADMAP: &str = "Three steps";
const ASSUMPTIONS: &str = "Taken for granted, for want of an answer";

/// Where there is room beside the advice, its contents stand open there (as `advice.css` has it).
const ROOM_BESIDE: f64 = 900.0;

/// The advice of a day.
pub fn shown(desk: Desk, on: NaiveDate) -> AnyView {
    let answers = desk.answers.get_untracked();
    let parts = desk.advisor.with_value(|advisor| {
        let advice = advisor.advise(&answers, on)?;
        let parts = view! {
            {head(advisor, &advice)}
            {points(STRATEGY, advisor, &advice.strategy)}
            {practices(advisor, &advice)}
            {frameworks(advisor, &advice)}
            {points(PEOPLE, advisor, &advice.people)}
            {points(RISKS, advisor, &advice.risks)}
            {points(COSTS, advisor, &advice.costs)}
            {roadmap(advisor, &advice)}
            {changes::sensitivity(advisor, &advice)}
            {assumptions(&advice)}
            {changes::since(desk, advisor, &advice)}
        };
        Some((contents(&advice), parts))
    });
    let (contents, parts) = parts.unzip();
    let back = move |()| desk.stage.set(Stage::Door);
    view! {
        <div class="learn-columns learn-advised">
        {contents}
        <article class="learn-advice">
            {parts}
            <div class="form-actions">
                <Button label="Print" on_press=move |()| page::print() />
                <Button label="All advice" kind=Kind::Quiet on_press=back />
            </div>
        </article>
        </div>
    }
    .into_any()
}

/// The parts of the advice, to jump to: it is long.
fn contents(advice: &Advice) -> AnyView {
    let parts = [
        (WHY, true),
        (STRATEGY, !advice.strategy.is_empty()),
        (PRACTICES, true),
        (FRAMEWORKS, true),
        (PEOPLE, !advice.people.is_empty()),
        (RISKS, !advice.risks.is_empty()),
        (COSTS, !advice.costs.is_empty()),
        (ROADMAP, true),
        (changes::WHAT_WOULD, true),
        (ASSUMPTIONS, !advice.assumptions.is_empty()),
    ];
    let jump = |title: &'static str| {
        let go = move |()| {
            let id = words::anchor(title);
            dom::show_id(&id);
            dom::focus_id(&id);
        };
        view! { <li><Button label=title kind=Kind::Quiet on_press=go /></li> }
    };
    let beside = dom::window_width() >= ROOM_BESIDE;
    let jumps: Vec<_> = parts.into_iter().filter(|(_, has)| *has).map(|(title, _)| jump(title)).collect();
    view! {
        <nav class="learn-contents" aria-label="The advice">
            <details open=beside>
                <summary>"In this advice"</summary>
                <ul class="learn-contents-list">{jumps}</ul>
            </details>
        </nav>
    }
    .into_any()
}

fn head(advisor: &Advisor, advice: &Advice) -> AnyView {
    let extent = advisor.extent(advice.main.extent);
    let emphasis = advisor.emphasis(advice.main.emphasis);
    view! {
        <header>
            <p class="learn-what">"Advice of "{common::date(advice.start.into())}</p>
            <h2 class="learn-main">"Begin with an ITSM strategy. Then: "{words::main(advisor, advice.main)}</h2>
            {extent.map(|one| view! { <p class="learn-short">{one.text.clone()}</p> })}
            {emphasis.map(|one| view! { <p>{one.text.clone()}</p> })}
        </header>
        <section>
            {words::heading(WHY)}
            {words::reasons(advisor, advice.extent_reasons())}
            <h3>"Why the weight lies there"</h3>
            {words::reasons(advisor, advice.emphasis_reasons())}
        </section>
    }
    .into_any()
}

fn points(title: &'static str, advisor: &Advisor, all: &[Point]) -> AnyView {
    if all.is_empty() {
        return ().into_any();
    }
    let point = |point: &Point| {
        view! {
            <li>
                <h4>{point.piece.name.clone()}</h4>
                <p>{point.piece.text.clone()}</p>
                {(!point.piece.answer.is_empty()).then(|| view! { <p class="learn-other">{point.piece.answer.clone()}</p> })}
                <details><summary>"Why"</summary>{words::reasons(advisor, &point.reasons)}</details>
            </li>
        }
    };
    view! { <section>{words::heading(title)}<ul class="learn-points">{all.iter().map(point).collect_view()}</ul></section> }
        .into_any()
}

fn practices(advisor: &Advisor, advice: &Advice) -> AnyView {
    let practice = |one: &ChosenPractice| {
        let href = Route::Learn(Lesson::Concept(one.id.clone())).href();
        let reasons = if one.reasons.is_empty() {
            view! { <p class="learn-what">"Usual for a beginning: nothing that you answered speaks for or against it."</p> }.into_any()
        } else {
            words::reasons(advisor, &one.reasons)
        };
        view! {
            <li>
                <p class="learn-line"><a href=href>{one.name.clone()}</a><Badge label=words::formality(one.formality) tone=Tone::Slate /></p>
                <p>{one.done.clone()}</p>
                <details>
                    <summary>"Why"</summary>
                    {reasons}
                    {words::reasons(advisor, &one.formality_reasons)}
                </details>
            </li>
        }
    };
    let wave = |wave: usize| {
        let those: Vec<_> = advice.practices.iter().filter(|one| one.wave == wave).map(practice).collect();
        (!those.is_empty()).then(|| view! { <h4>"Wave "{wave}</h4><ol class="learn-points">{those}</ol> })
    };
    view! { <section>{words::heading(PRACTICES)}{(1..=WAVES).map(wave).collect_view()}</section> }.into_any()
}

fn frameworks(advisor: &Advisor, advice: &Advice) -> AnyView {
    let one = |one: &FrameworkVerdict| {
        let (label, tone) = match one.verdict {
            FrameworkUse::Now => ("Fits", Tone::Ok),
            FrameworkUse::NotNow => ("Not now", Tone::Slate),
        };
        view! {
            <li>
                <p class="learn-line"><strong>{one.name.clone()}</strong><Badge label tone /></p>
                <p>{one.text.clone()}</p>
                {(!one.reasons.is_empty()).then(|| view! { <details><summary>"Why"</summary>{words::reasons(advisor, &one.reasons)}</details> })}
                {(!one.against.is_empty()).then(|| view! { <details><summary>"What speaks against it"</summary>{words::reasons(advisor, &one.against)}</details> })}
            </li>
        }
    };
    view! {
        <section>{words::heading(FRAMEWORKS)}<ul class="learn-points">{advice.frameworks.iter().map(one).collect_view()}</ul></section>
    }
    .into_any()
}

fn roadmap(advisor: &Advisor, advice: &Advice) -> AnyView {
    let name = |id: &String| advisor.practice(id).map_or_else(|| id.clone(), |one| one.name.clone());
    let wave = |(until, ids): &(NaiveDate, Vec<String>)| {
        let names: Vec<String> = ids.iter().map(name).collect();
        view! { <li>"By "{common::date((*until).into())}": "{names.join(", ")}</li> }
    };
    let step = |step: &learning::advisor::Step| {
        view! {
            <li>
                <h4>{step.name.clone()}</h4>
                <p class="learn-what">{common::date(step.from.into())}" to "{common::date(step.until.into())}</p>
                <p>{step.text.clone()}</p>
                {(!step.waves.is_empty()).then(|| view! { <ul>{step.waves.iter().map(wave).collect_view()}</ul> })}
            </li>
        }
    };
    let review =
        |one: &learning::advisor::Review| view! { <li>{common::date(one.on.into())}": "{one.text.clone()}</li> };
    view! {
        <section>
            {words::heading(ROADMAP)}
            <ol class="learn-points">{advice.roadmap.steps.iter().map(step).collect_view()}</ol>
            <h4>"Reviews"</h4>
            <ul>{advice.roadmap.reviews.iter().map(review).collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn assumptions(advice: &Advice) -> AnyView {
    if advice.assumptions.is_empty() {
        return ().into_any();
    }
    let one = |one: &learning::advisor::Assumption| view! { <li>{one.text.clone()}</li> };
    view! {
        <section>{words::heading(ASSUMPTIONS)}<ul>{advice.assumptions.iter().map(one).collect_view()}</ul></section>
    }
    .into_any()
}
