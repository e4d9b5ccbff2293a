//! The 5 Whys: each answer is asked again, until an answer can be acted on.

use std::sync::Arc;

use itsm::ProblemId;
use itsm::problem::{Command as Ask, Why};
use leptos::prelude::*;

use super::picture::{Picture, lines};
use super::{Board, BoardDraft, refused};
use crate::ui::chart::{Anchor, Drawing, Paint};
use crate::ui::{Button, Field, Kind, Picture as Icon, TextInput};

/// Where somebody begins: five questions.
const USUAL: usize = 5;

/// What is asked first, and the answers so far.
#[derive(Clone, Default, PartialEq)]
struct Chain {
    number: String,
    first: String,
    whys: Vec<Why>,
}

fn chain(board: Board, id: ProblemId) -> Chain {
    let read = board.session.read(|workspace| {
        let problem = workspace.desk().problem(id).ok()?;
        let symptom = &problem.analysis.symptom;
        let first = if symptom.is_empty() { &problem.summary } else { symptom };
        let number = workspace.desk().problem_number(id);
        Some(Chain { number, first: first.to_string(), whys: problem.analysis.whys.clone() })
    });
    read.flatten().unwrap_or_default()
}

/// The board.
#[component]
pub fn Whys(id: ProblemId) -> impl IntoView {
    let board = Board::new();
    let known = Memo::new(move |_| chain(board, id));
    let refusal = Memo::new(move |_| refused(board.session, id));
    let edit = move || match refusal.get() {
        None => view! { <Button label="Ask why" on_press=move |()| board.editing.set(true) /> }.into_any(),
        Some(why) => view! { <p class="hint">{why}</p> }.into_any(),
    };
    let shown = move || {
        let chain = known.get();
        if chain.whys.is_empty() {
            view! {
                <p class="hint">"Ask why it happens, then why that is so. Stop where an answer can be acted on: that is the root cause. Two causes need two chains; the Ishikawa diagram has room for many."</p>
                <div class="form-actions">{edit()}</div>
            }
            .into_any()
        } else {
            let text = spoken(&chain);
            let file = "5-whys-".to_owned() + &chain.number + ".svg";
            let title = "5 Whys of ".to_owned() + &chain.number;
            view! { <Picture title text file drawing=draw(&chain)>{edit()}</Picture> }.into_any()
        }
    };
    move || {
        if board.editing.get() {
            return view! { <Edit id board /> }.into_any();
        }
        shown.into_any()
    }
}

/// "Why: calls drop? The pool is empty. Why? …"
fn spoken(chain: &Chain) -> String {
    let mut text = "Why: ".to_owned() + &chain.first + "? ";
    for why in &chain.whys {
        text.push_str(&why.answer);
        if !why.evidence.is_empty() {
            text.push_str(" (shown by: ");
            text.push_str(&why.evidence);
            text.push(')');
        }
        text.push_str(". ");
    }
    text
}

fn draw(chain: &Chain) -> Drawing {
    const WIDTH: f64 = 640.0;
    const LETTERS: usize = 76;
    const LINE: f64 = 16.0;
    const INDENT: f64 = 24.0;
    const GAP: f64 = 28.0;
    let mut drawing = Drawing::new(WIDTH, 0.0);
    let mut top = 0.0;
    let steps = std::iter::once((&*chain.first, "")).chain(chain.whys.iter().map(|why| (&*why.answer, &*why.evidence)));
    for (place, (answer, evidence)) in steps.enumerate() {
        let left = (place as f64 * INDENT).min(INDENT * 6.0);
        let mut texts: Vec<(String, Paint)> =
            lines(answer, LETTERS - place.min(6) * 3).into_iter().map(|line| (line, Paint::Word)).collect();
        if !evidence.is_empty() {
            let shown = "Shown by: ".to_owned() + evidence;
            texts.extend(lines(&shown, LETTERS - place.min(6) * 3).into_iter().map(|line| (line, Paint::Note)));
        }
        let height = texts.len() as f64 * LINE + 16.0;
        drawing.rect((left + 0.75, top + 0.75), WIDTH - left - 1.5, height - 1.5, Paint::Hollow);
        for (row, (text, paint)) in texts.into_iter().enumerate() {
            drawing.text((left + 12.0, top + 20.0 + row as f64 * LINE), text, Anchor::Start, paint);
        }
        top += height;
        if place < chain.whys.len() {
            drawing.line((left + INDENT + 12.0, top), (left + INDENT + 12.0, top + GAP), Paint::Zero);
            drawing.text((left + INDENT + 20.0, top + GAP / 2.0 + 4.0), "Why?", Anchor::Start, Paint::Strong);
            top += GAP;
        }
    }
    drawing.height = top;
    drawing
}

/// A step that is being written.
#[derive(Clone, Copy)]
struct Step {
    key: usize,
    answer: RwSignal<String>,
    evidence: RwSignal<String>,
}

fn step(key: usize, answer: &str, evidence: &str) -> Step {
    Step { key, answer: RwSignal::new(answer.to_owned()), evidence: RwSignal::new(evidence.to_owned()) }
}

#[component]
fn Edit(id: ProblemId, board: Board) -> impl IntoView {
    let now = untrack(|| chain(board, id));
    let mut blank: Vec<(String, String)> =
        now.whys.iter().map(|why| (why.answer.to_string(), why.evidence.to_string())).collect();
    blank.resize(blank.len().max(USUAL), Default::default());
    let (draft, typed) = BoardDraft::begin(board.session, &("whys-".to_owned() + &now.number), blank);
    let beginning: Vec<Step> =
        typed.iter().enumerate().map(|(key, (answer, evidence))| step(key, answer, evidence)).collect();
    let next = StoredValue::new(beginning.len());
    let steps = RwSignal::new(beginning);
    let first = StoredValue::new(now.first);
    draft.follow(move || {
        steps.with(|steps| steps.iter().map(|step| (step.answer.get(), step.evidence.get())).collect())
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let text = |signal: RwSignal<String>| -> Arc<str> { signal.get_untracked().into() };
        let why = |step: &Step| Why { answer: text(step.answer), evidence: text(step.evidence) };
        let whys = steps.with_untracked(|steps| steps.iter().map(why).collect());
        board.save(Ask::DrawWhys { problem: id, whys }, draft);
    };
    let add = move |()| {
        let key = next.get_value();
        next.set_value(key + 1);
        steps.update(|steps| steps.push(step(key, "", "")));
    };
    let row = move |this: Step| {
        let question = move || {
            let before = steps.with(|steps| {
                let place = steps.iter().position(|step| step.key == this.key).unwrap_or(0);
                place.checked_sub(1).and_then(|place| steps.get(place).map(|step| step.answer))
            });
            match before {
                None => first.with_value(|first| "Why: ".to_owned() + first + "?"),
                Some(answer) => answer.with(|answer| match answer.trim() {
                    "" => "Why?".to_owned(),
                    answer => "Why: ".to_owned() + answer + "?",
                }),
            }
        };
        let remove = move |()| steps.update(|steps| steps.retain(|step| step.key != this.key));
        view! {
            <li class="why">
                <div class="form-row">
                    <Field label=Signal::derive(question)><TextInput value=this.answer /></Field>
                    <Field label="What shows it?"><TextInput value=this.evidence /></Field>
                </div>
                <Button label="Take this step out" kind=Kind::Quiet picture=Icon::Close icon_only=true on_press=remove />
            </li>
        }
        .into_any()
    };
    view! {
        <form class="form" novalidate on:submit=submit>
            <ol class="whys">
                <For each=move || steps.get() key=|step| step.key children=row />
            </ol>
            <Button label="And why is that?" kind=Kind::Quiet picture=Icon::Plus on_press=add />
            {board.buttons(draft)}
        </form>
    }
    .into_any()
}
