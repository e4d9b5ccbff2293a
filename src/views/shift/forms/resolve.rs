//! Resolving: with something that was really done.

use leptos::prelude::*;
use simulation::scenario::Key;
use simulation::shift::{Act, SolutionCode};

use super::super::desk::Desk;
use super::super::words;
use super::{Form, frame, items, named};
use crate::ui::choice::Choice;
use crate::ui::{Checkbox, Field, RadioGroup, Select};

const CODES: [SolutionCode; 7] = [
    SolutionCode::Solution,
    SolutionCode::Workaround,
    SolutionCode::ByCaller,
    SolutionCode::ByChange,
    SolutionCode::ByProblem,
    SolutionCode::Duplicate,
    SolutionCode::NoFaultFound,
];

/// The form.
pub fn resolve(desk: Desk, form: Form, case: Key) -> AnyView {
    let resolving = desk.case_now(&case).map(|case| case.resolving).unwrap_or_default();
    let solutions = items(&resolving.solutions);
    let first = solutions.first().map(|choice| choice.value.clone()).unwrap_or_default();
    let solution = RwSignal::new(first);
    let proposed = resolving.codes.first().map(words::key_of).unwrap_or_default();
    let code = RwSignal::new(proposed);
    // With another solution goes another code.
    let pairs: Vec<(String, String)> = solutions
        .iter()
        .zip(&resolving.codes)
        .map(|(choice, code)| (choice.value.clone(), words::key_of(code)))
        .collect();
    Effect::new(move |before: Option<String>| {
        let now = solution.get();
        if before.is_some_and(|before| before != now)
            && let Some((_, goes)) = pairs.iter().find(|(value, _)| *value == now)
        {
            code.set(goes.clone());
        }
        now
    });
    let cascade = RwSignal::new(resolving.children > 0);
    let codes: Vec<Choice> = CODES.iter().map(|code| Choice::new(words::key_of(code), words::code(*code))).collect();
    let what = if solutions.is_empty() {
        view! { <p class="shift-form-note">"Nothing was done here or at its parent yet, so there is no solution to choose from."</p> }
            .into_any()
    } else {
        view! { <Field label="What was done" required=true group=true><RadioGroup choices=solutions value=solution /></Field> }
            .into_any()
    };
    let children = resolving.children;
    let hangs = [
        "Resolve what hangs on it too: ",
        &children.to_string(),
        if children == 1 { " open record" } else { " open records" },
    ]
    .concat();
    let body = view! {
        {what}
        <Field label="How it was resolved" required=true><Select choices=codes value=code placeholder="Choose" /></Field>
        {(children > 0).then(|| view! { <Checkbox label=hangs value=cascade /> })}
    };
    frame(desk, form, body.into_any(), move || {
        let code = code.with_untracked(|code| words::of_key(code)).ok_or("Choose how it was resolved.")?;
        Ok(Act::Resolve {
            case: case.clone(),
            code,
            solution: named(solution),
            cascade: cascade.get_untracked() && children > 0,
        })
    })
}
