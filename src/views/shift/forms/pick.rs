//! Details of which one press chooses all: a question, a way to verify, what to look at, a team.

use leptos::prelude::*;
use simulation::scenario::Key;
use simulation::shift::view::{Choice, TeamView};
use simulation::shift::{Act, CancelReason, HoldFor, Verify};

use super::super::desk::Desk;
use super::super::words;
use super::{Form, frame, open_list, submit};
use crate::ui;

const HOLDS: [HoldFor; 5] = [HoldFor::Caller, HoldFor::Evidence, HoldFor::Supplier, HoldFor::Change, HoldFor::Problem];
const CANCELS: [CancelReason; 4] =
    [CancelReason::Mistake, CancelReason::NotWanted, CancelReason::Refused, CancelReason::Noise];

/// One thing to press.
struct Pick {
    label: String,
    detail: String,
    minutes: Option<f64>,
    act: Act,
}

impl Pick {
    fn new(label: impl Into<String>, act: Act) -> Self {
        Self { label: label.into(), detail: String::new(), minutes: None, act }
    }

    /// One of the choices of the desk; whether it was chosen before stands beside it.
    fn of(choice: Choice, minutes: Option<f64>, done: &str, act: impl FnOnce(Key) -> Act) -> Self {
        let detail = if choice.done { done.to_owned() } else { String::new() };
        Self { label: choice.label, detail, minutes, act: act(choice.key) }
    }
}

/// The list that an act asks for.
pub fn pick(desk: Desk, form: Form, case: Key) -> AnyView {
    let minutes = form.minutes;
    let choices = desk.now(|view| view.choices.clone());
    let (note, picks): (&str, Vec<Pick>) = match &*form.act {
        "ask" => {
            let questions = desk.case_now(&case).map(|case| case.questions).unwrap_or_default();
            let ask = |choice| {
                let contact = case.clone();
                Pick::of(choice, minutes, "asked", |question| Act::Ask { contact, question })
            };
            ("", questions.into_iter().map(ask).collect())
        }
        "verify" => {
            let verify =
                |method: Verify| Pick::new(words::verify(method), Act::Verify { contact: case.clone(), method });
            (
                "A voice proves nothing. Choose a way that the person at the other end cannot make up.",
                choices.verify.into_iter().map(verify).collect(),
            )
        }
        "diagnose" => {
            let look = |(choice, minutes): (Choice, f64)| {
                let case = case.clone();
                Pick::of(choice, Some(minutes), "looked at", |diagnostic| Act::Diagnose { case, diagnostic })
            };
            ("", choices.diagnostics.into_iter().map(look).collect())
        }
        "fix" => {
            let fix = |(choice, minutes): (Choice, f64)| {
                let case = case.clone();
                Pick::of(choice, Some(minutes), "tried", |fix| Act::Fix { case, fix })
            };
            ("", choices.fixes.into_iter().map(fix).collect())
        }
        "known" => {
            let fix = |(choice, _): (Choice, f64)| {
                let problem = case.clone();
                Pick::of(choice, None, "tried", |fix| Act::Known { problem, fix })
            };
            (
                "The way to go on that is offered on every linked incident from now on.",
                choices.fixes.into_iter().map(fix).collect(),
            )
        }
        "assign" => {
            ("", desk.now(|view| view.board.teams.clone()).into_iter().map(|team| assign(&case, team)).collect())
        }
        "escalate" => {
            let bring = |choice| {
                let case = case.clone();
                Pick::of(choice, None, "", |person| Act::Escalate { case, person })
            };
            (
                "To somebody who may decide more. The work stays where it is.",
                choices.deciders.into_iter().map(bring).collect(),
            )
        }
        "ask-approval" => {
            let ask = |choice| {
                let case = case.clone();
                Pick::of(choice, None, "asked", |person| Act::AskApproval { case, person })
            };
            ("", choices.deciders.into_iter().map(ask).collect())
        }
        "supplier" => {
            let call = |choice| {
                let case = case.clone();
                Pick::of(choice, None, "called", |supplier| Act::Supplier { case, supplier })
            };
            ("", choices.suppliers.into_iter().map(call).collect())
        }
        "press" => {
            let press = |choice| {
                let case = case.clone();
                Pick::of(choice, None, "", |supplier| Act::Press { case, supplier })
            };
            ("", choices.suppliers.into_iter().map(press).collect())
        }
        "hold" => {
            let hold = |reason| Pick::new(words::hold(reason), Act::Hold { case: case.clone(), reason });
            (
                "The clock of a target may stand still. It should only do so for a reason that is true.",
                HOLDS.into_iter().map(hold).collect(),
            )
        }
        "cancel" => {
            let cancel = |reason| Pick::new(words::cancel(reason), Act::Cancel { case: case.clone(), reason });
            ("", CANCELS.into_iter().map(cancel).collect())
        }
        "fulfil" => {
            let tasks =
                desk.case_now(&case).and_then(|case| case.record).map(|record| record.tasks).unwrap_or_default();
            let open = tasks.into_iter().filter(|task| !task.done);
            ("", open.map(|task| Pick::new(task.label, Act::Fulfil { case: case.clone(), task: task.key })).collect())
        }
        "reopen" => {
            let to = desk.now(|view| view.cases.clone());
            let records = to.into_iter().filter(|other| other.key != case && other.record.is_some());
            let reopen = |other: simulation::shift::view::Case| {
                Pick::new(other.title, Act::Reopen { case: other.key, by: Some(case.clone()) })
            };
            ("Which record does this take up again?", records.map(reopen).collect())
        }
        _ => ("", vec![]),
    };
    let empty = picks.is_empty();
    let list = picks.into_iter().map(|pick| button(desk, pick)).collect_view();
    let choices = view! {
        <ul class="shift-picks">{list}</ul>
        {empty.then(|| view! { <p class="shift-quiet">"There is nothing to choose from now."</p> })}
    };
    open_list(desk, form, note.to_owned(), choices.into_any())
}

fn assign(case: &Key, team: TeamView) -> Pick {
    let there = if team.open { "" } else { "closed now" };
    let waiting = match team.waiting {
        0 => "nothing waits".to_owned(),
        1 => "1 record waits".to_owned(),
        count => [&count.to_string(), " records wait"].concat(),
    };
    let today = team.today.unwrap_or_default();
    let details = [team.hours.as_str(), there, &waiting, &today];
    let detail = details.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" · ");
    Pick { detail, ..Pick::new(team.name, Act::Assign { case: case.clone(), team: team.key }) }
}

fn button(desk: Desk, Pick { label, detail, minutes, act }: Pick) -> AnyView {
    view! {
        <li>
            <button type="button" class="shift-pick" on:click=move |_| submit(desk, vec![act.clone()])>
                <span class="shift-pick-label">{label}</span>
                {(!detail.is_empty()).then(|| view! { <span class="shift-pick-detail">{detail}</span> })}
                {minutes.map(|minutes| view! { <span class="button-cost">{words::cost(minutes)}</span> })}
            </button>
        </li>
    }
    .into_any()
}

/// Ends the shift before its time.
pub fn finish(desk: Desk, form: Form) -> AnyView {
    let body = view! { <p>"What is left of the shift passes without you: calls ring out, promises come due. The clock goes to the end."</p> };
    frame(desk, form, body.into_any(), || Ok(Act::Finish))
}

/// The choices of the desk as the kit wants them.
pub fn items(choices: &[Choice]) -> Vec<ui::choice::Choice> {
    choices.iter().map(|choice| ui::choice::Choice::new(choice.key.as_str(), choice.label.clone())).collect()
}

/// The key of what is chosen; nothing if nothing is.
pub fn named(value: RwSignal<String>) -> Option<Key> {
    value.with_untracked(|value| (!value.is_empty()).then(|| Key::new(value)))
}
