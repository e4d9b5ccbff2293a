//! The risk of a change: numbers, where each point comes from, and the answers behind them.

use itsm::change::risk::HIGHEST;
use itsm::change::{Action, Amendment, ChangeType, Command as Ask, Factor, State};
use itsm::{ChangeId, Command};
use leptos::prelude::*;

use super::super::parts::{Questions, answer_fields, answers, empty_answers};
use super::forms::Wanted;
use crate::session::Session;
use crate::ui::{Button, Kind, Panel, Toaster};
use crate::views::undo;

/// One factor, ready to be shown.
#[derive(Clone, PartialEq)]
struct Side {
    factor: Factor,
    level: u8,
    /// Question, answer and points.
    why: Vec<(String, String, u8)>,
    raised: Option<String>,
}

#[derive(Clone, Default, PartialEq)]
struct Shown {
    result: Option<String>,
    sides: Vec<Side>,
    may_edit: bool,
    note: Option<&'static str>,
}

/// What is said before what was authorised is changed.
pub const SENT_BACK: &str = "It was put to its change authority as it stands. Saving sends it back to Assess: what is authorised is what is done.";

fn shown(session: Session, id: ChangeId) -> Shown {
    let read = session.read(|workspace| {
        let desk = workspace.desk();
        let change = desk.changes().get(id).ok()?;
        let is_standard = change.kind == ChangeType::Standard;
        let may_edit = session.refuses(id, Action::Plan).is_none() && !is_standard;
        let (Some(answers), Some(weighed)) = (change.risk.answers, change.risk.weighed()) else {
            let note = (!is_standard).then_some(
                "Not assessed. Six questions say how likely it is that something goes wrong, and how much it hurts.",
            );
            return Some(Shown { may_edit, note, ..Shown::default() });
        };
        let side = |factor: Factor| {
            let level = if factor == Factor::Likelihood { weighed.likelihood } else { weighed.impact };
            let why = answers
                .why(factor)
                .map(|(question, word, points)| (question.short.to_owned(), word.to_lowercase(), points));
            let raised = change.risk.raised(factor).map(|raised| {
                let who = desk.directory().person(raised.by);
                ["Raised to ", &raised.level.to_string(), " by ", who, ": ", &raised.because].concat()
            });
            Side { factor, level, why: why.collect(), raised }
        };
        let band = weighed.band().word().to_lowercase();
        Some(Shown {
            result: Some([&weighed.score().to_string(), " of 25, ", &band].concat()),
            sides: Factor::ALL.map(side).to_vec(),
            may_edit,
            note: is_standard.then_some("Assessed once, with its template."),
        })
    });
    read.flatten().unwrap_or_default()
}

/// The panel.
#[component]
pub fn RiskPanel(id: ChangeId, open: RwSignal<Option<Wanted>>) -> impl IntoView {
    let session = expect_context::<Session>();
    let shown = Memo::new(move |_| shown(session, id));
    let editing = RwSignal::new(false);
    let calm = move || {
        let Shown { result, sides, may_edit, note } = shown.get();
        let is_known = result.is_some();
        let levels: Vec<u8> = sides.iter().map(|side| side.level).collect();
        let headline = result.map(|result| {
            let product = match levels.as_slice() {
                [likelihood, impact] => {
                    ["Likelihood ", &likelihood.to_string(), " × impact ", &impact.to_string(), " = "].concat()
                }
                _ => String::new(),
            };
            view! { <p class="risk-result">{product}<strong>{result}</strong></p> }
        });
        let edit = may_edit.then(|| {
            let label = if is_known { "Answer anew" } else { "Answer the questions" };
            view! {
                <div class="form-actions">
                    <Button label on_press=move |()| editing.set(true) />
                    {is_known.then(|| view! {
                        <Button label="Raise a number" kind=Kind::Quiet on_press=move |()| open.set(Some(Wanted::RaiseRisk)) />
                    })}
                </div>
            }
        });
        view! {
            {headline}
            {note.map(|note| view! { <p class="prose">{note}</p> })}
            <div class="risk-sides">{sides.into_iter().map(side).collect_view()}</div>
            {edit}
        }
        .into_any()
    };
    view! {
        <Panel title="Risk">
            {move || if editing.get() { view! { <RiskForm id editing /> }.into_any() } else { calm() }}
        </Panel>
    }
    .into_any()
}

fn side(side: Side) -> AnyView {
    let sum: u8 = side.why.iter().fold(1, |sum, (.., points)| sum.saturating_add(*points));
    let capped = sum > HIGHEST;
    let row = |(question, answer, points): (String, String, u8)| {
        view! { <li><span>{question}": "{answer}</span><span class="risk-points">"+"{points}</span></li> }
    };
    view! {
        <div>
            <h3>{side.factor.word()}" "{side.level}</h3>
            <ul class="risk-why">
                <li><span>"Every change"</span><span class="risk-points">"1"</span></li>
                {side.why.into_iter().map(row).collect_view()}
                {capped.then(|| view! { <li><span>"At most"</span><span class="risk-points">{HIGHEST}</span></li> })}
            </ul>
            {side.raised.map(|text| view! { <p class="hint">{text}</p> })}
        </div>
    }
    .into_any()
}

/// Whether saving plans or answers sends the change back.
pub fn would_send_back(session: Session, id: ChangeId) -> bool {
    let read = session.peek(|workspace| {
        workspace.desk().changes().get(id).is_ok_and(|change| {
            matches!(change.state, State::Authorize | State::Scheduled) && change.kind != ChangeType::Standard
        })
    });
    read.unwrap_or(false)
}

#[component]
fn RiskForm(id: ChangeId, editing: RwSignal<bool>) -> impl IntoView {
    let session = expect_context::<Session>();
    let toaster = expect_context::<Toaster>();
    let now = session.peek(|w| w.desk().changes().get(id).ok().and_then(|change| change.risk.answers)).flatten();
    let fields = empty_answers(now);
    let error = RwSignal::new(None::<String>);
    let draft = "change-risk-".to_owned() + &workspace::query::key_text(id.0);
    let kept = session.keep_draft(&draft, answer_fields(fields), None);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(answers) = untrack(|| answers(fields)) else {
            return error.set(Some("Needs all six answers: each says something about what can go wrong.".to_owned()));
        };
        let amend = Ask::Amend { change: id, changes: vec![Amendment::Answers(answers)] };
        match session.give(Command::Change(amend)) {
            Ok(_) => {
                kept.forget();
                editing.set(false);
                undo::confirm(session, toaster, "Assessed");
            }
            Err(refusal) => error.set(Some(refusal.sentence())),
        }
    };
    let leave = move |()| {
        kept.forget();
        editing.set(false);
    };
    view! {
        <form class="form" novalidate on:submit=submit aria-label="Risk">
            {would_send_back(session, id).then(|| view! { <p class="form-note">{SENT_BACK}</p> })}
            <Questions answers=fields />
            <div class="form-error" role="alert">{move || error.get().map(|text| view! { <p class="error">{text}</p> })}</div>
            <div class="form-actions">
                <button type="submit" class="button button-primary">"Save answers"</button>
                <Button label="Keep as it is" kind=Kind::Quiet on_press=leave />
            </div>
        </form>
    }
    .into_any()
}
