//! What would change an advice, and what has changed since the one before.

use learning::advisor::{Advice, Advisor, Alternative, Difference, FrameworkUse, Sensitivity};
use leptos::prelude::*;

use super::{Desk, words};
use crate::views::words as common;

/// The heading of the part about other answers.
pub const WHAT_WOULD: &str = "What would change it";

/// Which other answer would change the main recommendation.
pub fn sensitivity(advisor: &Advisor, advice: &Advice) -> AnyView {
    let all = advisor.sensitivity(&advice.answers);
    let decides: Vec<&Sensitivity> = all.iter().filter(|one| !one.alternatives.is_empty()).collect();
    if decides.is_empty() {
        return view! {
            <section>{words::heading(WHAT_WOULD)}<p>"No single other answer would. The recommendation rests on several."</p></section>
        }
        .into_any();
    }
    let alternative = |question: &str, one: &Alternative| {
        let instead = words::answers(advisor, question, &one.instead);
        view! { <li>"With “"{instead}"”: "{words::main(advisor, one.main)}</li> }
    };
    let one = |one: &&Sensitivity| {
        let question = advisor.question(&one.question).map(|question| question.text.clone()).unwrap_or_default();
        let others = one.alternatives.iter().map(|other| alternative(&one.question, other)).collect_view();
        view! { <li><h4>{question}</h4><ul>{others}</ul></li> }
    };
    view! {
        <section>
            {words::heading(WHAT_WOULD)}
            <ul class="learn-points">{decides.iter().map(one).collect_view()}</ul>
        </section>
    }
    .into_any()
}

/// What differs from the advice before this one, if there is one.
pub fn since(desk: Desk, advisor: &Advisor, advice: &Advice) -> AnyView {
    let advised = desk.session.study(|study| study.advised().to_vec()).unwrap_or_default();
    let this = advised.iter().rposition(|(on, answers)| *on == advice.start && *answers == advice.answers);
    let Some((on, answers)) = this.and_then(|place| advised.get(place.checked_sub(1)?)) else { return ().into_any() };
    let Some(before) = advisor.advise(answers, *on) else { return ().into_any() };
    let lines: Vec<_> = advice.differences_from(&before).iter().filter_map(|one| line(advisor, one)).collect();
    let body = if lines.is_empty() {
        view! { <p>"Nothing has changed."</p> }.into_any()
    } else {
        view! { <ul>{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul> }.into_any()
    };
    view! { <section><h3>"Since "{common::date((*on).into())}</h3>{body}</section> }.into_any()
}

/// A difference in words; `None` for what no reader looks for.
fn line(advisor: &Advisor, difference: &Difference) -> Option<String> {
    let practice = |id: &String| advisor.practice(id).map_or_else(|| id.clone(), |one| one.name.clone());
    let framework = |id: &String| {
        let found = advisor.frameworks.iter().find(|one| one.id == *id);
        found.map_or_else(|| id.clone(), |one| one.name.clone())
    };
    Some(match difference {
        Difference::Answer { question, before, after } => {
            let text = advisor.question(question).map(|one| one.text.clone()).unwrap_or_default();
            let (before, after) = (words::answers(advisor, question, before), words::answers(advisor, question, after));
            [&text, " ", &before, " → ", &after].concat()
        }
        Difference::Main { before, after } => {
            ["Recommended: ", &words::main(advisor, *before), " → ", &words::main(advisor, *after)].concat()
        }
        Difference::PracticeAdded { id, wave } => format!("New: {}, in wave {wave}", practice(id)),
        Difference::PracticeDropped { id, .. } => format!("No longer: {}", practice(id)),
        Difference::PracticeMoved { id, before, after } => format!("{}: wave {before} → {after}", practice(id)),
        Difference::Formality { id, before, after } => {
            format!("{}: {} → {}", practice(id), words::formality(*before), words::formality(*after))
        }
        Difference::Framework { id, after } => {
            format!("{}: {}", framework(id), if *after == FrameworkUse::Now { "fits now" } else { "not for now" })
        }
        Difference::PointAdded { .. } | Difference::PointDropped { .. } => return None,
    })
}
