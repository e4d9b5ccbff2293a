//! The gate at the end of a stage: what the portfolio asks for, and letting the service pass.

use std::sync::Arc;

use itsm::catalogue::{Check, Status};
use learning::walk::{Answer, Stage, Standing, Weight};
use leptos::prelude::*;
use workspace::walking::pass;

use super::Desk;
use crate::browser::dom;
use crate::ui::CommandButton;
use crate::views::{undo, words};

/// The gate of a stage.
pub fn gate(desk: &Desk, stage: &Stage) -> AnyView {
    let Some(to) = status_of(&stage.moves_to) else { return ().into_any() };
    let checks: Vec<Check> = stage.ticks.iter().filter_map(|code| check_of(code)).collect();
    let id = ["gate-", &stage.id].concat();
    let (labelled_by, heading) = (id.clone(), id.clone());
    let asks = checks.iter().map(|check| view! { <li>{check.word()}</li> }).collect_view();
    let now = {
        let desk = desk.clone();
        Memo::new(move |_| status(&desk))
    };
    let passed = move || now.get().is_some_and(|now| now >= to && now != Status::Rejected);
    let open = {
        let (desk, stage) = (desk.clone(), stage.clone());
        Memo::new(move |_| unsound(&desk, &stage))
    };
    let refusal = Signal::derive(move || match (now.get(), open.get()) {
        (None, _) => Some("Enter the service in the portfolio first.".to_owned()),
        (_, 0) => None,
        (_, 1) => Some("One decision of this stage does not hold yet.".to_owned()),
        (_, open) => Some([&open.to_string(), " decisions of this stage do not hold yet."].concat()),
    });
    let (keeper, asked, ticks) = (desk.clone(), checks, stage.ticks.clone());
    let go = move |()| {
        let gates = untrack(|| gates(&keeper, &asked, &ticks));
        let because: Arc<str> = untrack(|| ticks.first().map(|code| decided(&keeper, code))).unwrap_or_default().into();
        let Some(service) = untrack(|| keeper.service()) else { return };
        match keeper.session.give_in_turn(|turn| pass(service, &gates, to, because.clone(), turn)) {
            Ok(()) => {
                undo::confirm(keeper.session, keeper.toaster, ["The service is: ", to.word()].concat());
                dom::catch_focus(heading.clone());
            }
            Err(why) => keeper.toaster.bad(why.sentence()),
        }
    };
    let when = when(desk, stage);
    let body = move || {
        if passed() {
            return view! { <p role="status">"Passed: the service is "{now.get().map(Status::word)}"."</p> }.into_any();
        }
        let go = go.clone();
        view! {
            <CommandButton label=["Let it pass: ", to.word()].concat() refusal=refusal on_press=go />
        }
        .into_any()
    };
    view! {
        <section class="learn-gate" aria-labelledby=labelled_by>
            <h3 id=id tabindex="-1">"The gate: "{to.word()}</h3>
            <p class="learn-what">"The portfolio asks for these; what you decided is noted there."</p>
            <ul class="learn-points">{asks}</ul>
            {when}
            {body}
        </section>
    }
    .into_any()
}

/// Where the service stands in the portfolio.
pub fn status(desk: &Desk) -> Option<Status> {
    let service = desk.service()?;
    let read =
        desk.session.read(|workspace| workspace.desk().portfolio().listing(service).map(|listing| listing.status));
    read.flatten()
}

/// How many decisions of a stage are open or do not hold; what could only be better does not count.
pub fn unsound(desk: &Desk, stage: &Stage) -> usize {
    let bad = |standing: Standing| match standing {
        Standing::Open => true,
        Standing::Wanting(findings) => findings.iter().any(|finding| finding.weight == Weight::Must),
        Standing::Aside | Standing::Sound => false,
    };
    stage.decisions.iter().filter(|decision| bad(desk.standing(decision))).count()
}

fn gates(desk: &Desk, checks: &[Check], codes: &[String]) -> Vec<(Check, Arc<str>)> {
    // The business case is written with the entry, in its owner's words; it is not written over.
    let own = |check: &Check| *check != Check::BusinessCase && *check != Check::RetirementPlan;
    checks
        .iter()
        .zip(codes)
        .filter(|(check, _)| own(check))
        .map(|(check, code)| (*check, decided(desk, code).into()))
        .collect()
}

/// What was decided for a gate, in words.
fn decided(desk: &Desk, code: &str) -> String {
    let words = desk.walk.with(|walk| walk.as_ref().map(|walk| desk.plan.gate_words(code, walk)));
    words.filter(|words| !words.trim().is_empty()).unwrap_or_else(|| "See the dossier of the walk.".to_owned())
}

/// Which day the move waits for.
fn when(desk: &Desk, stage: &Stage) -> Option<AnyView> {
    let decision = stage.moves_when.clone()?;
    let walk = desk.walk;
    let told = move || {
        let day = walk.with(|walk| match walk.as_ref()?.answer(&decision)? {
            Answer::Date(day) => Some(*day),
            _ => None,
        });
        day.map(|day| {
            let day = words::date(day.into());
            view! { <p>"It is meant for "{day}". In a prototype you need not wait for it."</p> }
        })
    };
    Some(told.into_any())
}

fn status_of(code: &str) -> Option<Status> {
    Some(match code {
        "in-design" => Status::InDesign,
        "in-test" => Status::InTest,
        "active" => Status::Active,
        "launched" => Status::Launched,
        "retired" => Status::Retired,
        _ => return None,
    })
}

fn check_of(code: &str) -> Option<Check> {
    Some(match code {
        "business-case" => Check::BusinessCase,
        "design-package" => Check::DesignPackage,
        "transition-plan" => Check::TransitionPlan,
        "acceptance" => Check::Acceptance,
        "early-life-support" => Check::EarlyLifeSupport,
        "retirement-plan" => Check::RetirementPlan,
        _ => return None,
    })
}
